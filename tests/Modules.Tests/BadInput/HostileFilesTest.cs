using System.Text;

namespace Mandate.Modules.Tests.BadInput;

/// <summary>Files made to hurt: refused soon, with a place where there is one, and without a result.</summary>
public class HostileFilesTest
{
    [Fact]
    public async Task Declare_CsvThatIsNotUtf8_IsRefused()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        folder.Write("votes.csv", [.. Encoding.UTF8.GetBytes(folder.Read("votes.csv")), 0x6C, 0xFF, 0xFE, 0x0A]);
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "copy/votes.csv: found bytes that are not UTF-8; expected a file saved as UTF-8");
    }

    [Fact]
    public async Task Declare_YamlThatIsNotUtf8_IsRefused()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        folder.Write("election.yaml", [.. Encoding.UTF8.GetBytes(folder.Read("election.yaml")), 0x23, 0xC3, 0x28, 0x0A]);
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "copy/election.yaml: found bytes that are not UTF-8; expected a file saved as UTF-8");
    }

    [Fact]
    public async Task Declare_DeepYaml_IsRefusedAtTheEntryTooDeep()
    {
        // The file's own mapping is the first level; 31 opening brackets are the others that are allowed.
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        folder.Write("election.yaml", "deep: " + new string('[', 100_000));
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "copy/election.yaml:1:38: found entries nested more than 32 deep; expected a flatter file");
    }

    [Fact]
    public async Task Declare_AliasBomb_IsRefusedAtTheAliasTooMany()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 10; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 40))}]\n");
        }

        folder.Write("election.yaml", bomb.ToString());
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "copy/election.yaml:7:10: found more than 200 aliases; expected fewer aliases");
    }

    [Fact]
    public async Task Declare_HugeYaml_IsRefusedBySize()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        folder.Write("election.yaml", "# " + new string('x', 2_000_000));
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "copy/election.yaml: found 2000002 bytes; expected at most 2000000 bytes");
    }

    [Fact]
    public async Task Declare_HugeRow_IsRefusedAtItsLine()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        folder.Append("votes.csv", "lists,nation," + new string('a', 1_500_000) + ",,1\n");
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "copy/votes.csv:16:1: found a row that is too long; expected rows of at most a million characters");
    }

    [Fact]
    public async Task Declare_RowOfManyFields_IsRefusedAtItsLine()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        folder.Append("votes.csv", new string(',', 200_000) + "\n");
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "copy/votes.csv:16:5: found 200001 fields; expected 5, as in the header");
    }

    [Fact]
    public async Task Declare_MoreVotesThanCanBeCounted_IsRefusedWhereTheSumPasses()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021").Change("votes.csv", "nur_otan,,5148074", "nur_otan,,9223372036854775807");
        await ElectionFilesTest.ShouldBeRefusedAsync(
            folder,
            "copy/votes.csv:3:5: found 792828, which makes 9223372036855568635 in all in 'lists' in column 'votes'; expected votes and figures of fewer than 2^63 together");
    }

    [Fact]
    public async Task Declare_MarkAndLineEndingsOfAnotherSystem_AreRead()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        folder.Write("votes.csv", "\uFEFF" + folder.Read("votes.csv").Replace("\n", "\r\n", StringComparison.Ordinal));
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(0);
        Elections.Seats.OfTier(answer.Json, "lists").ShouldBe("nur_otan 76, ak_zhol 12, qhp 10");
    }
}
