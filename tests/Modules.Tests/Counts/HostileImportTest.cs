using System.Text;

namespace Mandate.Modules.Tests.Counts;

/// <summary>Files nobody should send: each is a finding with its place, ends with 2, and leaves the ledger as it was.</summary>
public class HostileImportTest
{
    private static readonly string Header = string.Join(',', Poll.Columns) + "\n";

    /// <summary>What is put for the cell of valid ballots in the second protocol, and what is found at its row and column.</summary>
    public static TheoryData<string, string> Cells => new()
    {
        { "=1+1", "'=1+1'" },
        { "+7", "'+7'" },
        { "-7", "'-7'" },
        { "@SUM(A1)", "'@SUM(A1)'" },
        { "1 2", "'1 2'" },
        { "1.5", "'1.5'" },
        { "\"1,5\"", "'1,5'" },
        { "1e3", "'1e3'" },
        { "0x10", "'0x10'" },
        { "9999999999", "'9999999999'" },
        { "99999999999999999999999999", "'99999999999999999999999999'" },
        { "ten", "'ten'" },
        { "<b>1</b>", "'<b>1</b>'" },
    };

    [Theory, MemberData(nameof(Cells))]
    public async Task Cell_ThatIsNoFigure_IsFoundAtItsPlace(string cell, string found)
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        var at = Poll.Columns.ToList().IndexOf("valid");
        var rows = Poll.Protocols(0, 3).Select((p, i) => string.Join(',', Poll.Columns.Select((c, j) => i == 1 && j == at ? cell : p[c])) + "\n");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header + string.Concat(rows)), $":3:{at + 1}: found ", found);
    }

    [Fact]
    public async Task Units_UnknownTwiceOrNoStation_AreFoundAtTheirRows()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        var rows = Poll.Protocols(0, 1).Concat(Poll.Protocols(0, 1)).Concat(Poll.Protocols(1, 3)).Select(p => string.Join(',', Poll.Columns.Select(c => p[c]))).ToList();
        rows[2] = "nowhere" + rows[2][rows[2].IndexOf(',', StringComparison.Ordinal)..];
        rows[3] = Poll.Made.Units().Units[0].Id + rows[3][rows[3].IndexOf(',', StringComparison.Ordinal)..];
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header + string.Join('\n', rows) + "\n"), ":3:1: found ", ":4:1: found the unit 'nowhere'; expected a unit of this election that reports protocols", ":5:1: found the unit '");
    }

    [Fact]
    public async Task Bytes_ThatAreNoText_AreFound()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        var row = string.Join(',', Poll.Columns.Select(c => Poll.Protocols()[0][c]));
        await RefusedAsync(poll, [.. Encoding.UTF8.GetBytes(Header), 0xff, 0xfe, 0xc0, .. Encoding.UTF8.GetBytes(row)], "not UTF-8");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header + "\0" + row + "\n"), ":2:");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header + row.Replace(',', '\0') + "\n"), ":2:");
        await RefusedAsync(poll, Encoding.BigEndianUnicode.GetBytes(Header + row), "found ");
        await RefusedAsync(poll, [], "found ");
        await RefusedAsync(poll, "PK\u0003\u0004 no zip"u8.ToArray(), "a zip that cannot be read");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header + "\"" + row), ":2:");
    }

    [Fact]
    public async Task Columns_AHundredThousand_AreRefusedInLittleRoom()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        var header = Header.TrimEnd() + string.Concat(Enumerable.Range(0, 100_000).Select(i => ",votes:x" + i)) + "\n";
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(header + Poll.Stations[0] + "\n"), ":1:");
    }

    [Fact]
    public async Task Line_OfTenMegabytes_IsRefusedInLittleRoom()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header + new string('9', 10_000_000) + "\n"), ":2:");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(new string('x', 10_000_000)), ":1:");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header + new string(',', 10_000_000) + "\n"), ":2:");
    }

    [Fact]
    public async Task List_OrFigure_ThatTheCountDoesNotHave_IsFoundAtItsColumn()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header.TrimEnd() + ",votes:other\n"), $":1:{Poll.Columns.Count + 1}: found the list 'other'; expected one of ");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header.TrimEnd() + ",other\n"), $":1:{Poll.Columns.Count + 1}: found the column 'other'");
        await RefusedAsync(poll, Encoding.UTF8.GetBytes(Header.Replace(",valid", string.Empty, StringComparison.Ordinal)), ":1:1: found no column 'valid'");
    }

    private static async Task RefusedAsync(Poll poll, byte[] bytes, params string[] found)
    {
        var file = poll.Ground.Beside("hostile.csv");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var running = Terminal.RunAsync("results", "import", file, "--data", poll.Folder);
        var room = GC.GetAllocatedBytesForCurrentThread() - before;
        var answer = await running;
        answer.Code.ShouldBe(2, answer.Out);
        answer.Out.ShouldBeEmpty();
        foreach (var words in found)
        {
            answer.Error.ShouldContain(words);
        }

        answer.Error.Split('\n').ShouldAllBe(l => l.Length < 5000);
        room.ShouldBeLessThan(200_000_000);
        using var store = poll.Ground.Read();
        store.CountLeaves().ShouldBe(1);
        store.ReadJournal(1, 10).ShouldBeEmpty();
    }
}
