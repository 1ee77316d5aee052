using System.Text;
using Mandate.Laws;

namespace Mandate.Modules.Tests.Formats;

public class BltFileTest
{
    private const int Seed = 20220505;

    private const string Sound = "\uFEFF# a ward\n4 2 # four stand for two seats\n-2\n\n3 1 3 4 0\n12 4 1 2 0 # twelve\n1 0\n0\n\"Áine \\\"Any\\\" Ní\"\n\"# Bob\"\n\"C\"\n\"D\\\\E\"\n\"A title\"\n";

    private static readonly string[] Snippets = ["0", "-1", " 9 ", "\n", "\"", "\\", "#", "\uFEFF", "ү", "1.5", "99999999999999999999", "1000000001", "\t", "\r", "\0", "0\n", "\"x\"", "-", "+1", "1=2"];

    [Fact]
    public void Parse_EverythingTheFormKnows_IsRead()
    {
        var file = Read(Sound, out var findings)!;
        findings.ShouldBeEmpty();
        file.Title.ShouldBe("A title");
        file.Seats.ShouldBe(2);
        file.Names.ShouldBe(["Áine \"Any\" Ní", "# Bob", "C", "D\\E"]);
        file.Ballots.Candidates.Select(c => (c.Id, c.Withdrawn)).ShouldBe([("1", false), ("2", true), ("3", false), ("4", false)]);
        Enumerable.Range(0, file.Ballots.Groups).Select(g => $"{file.Ballots.CountOf(g)}: {string.Join(' ', file.Ballots.Ranking(g).ToArray())}").ShouldBe(["3: 0 2 3", "12: 3 0 1", "1: "]);
        file.Ballots.Valid.ShouldBe(15);
    }

    [Fact]
    public void Parse_NoTitle_IsEmpty() => Read("1 1\n5 1 0\n0\n\"A\"", out _)!.Title.ShouldBeEmpty();

    [Theory]
    [InlineData("", "1:1: found the end of the file; expected the number of candidates, a whole number from 1 to 1000")]
    [InlineData("0 1\n", "1:1: found '0'; expected the number of candidates, a whole number from 1 to 1000")]
    [InlineData("2 x\n", "1:3: found 'x'; expected the number of seats, a whole number from 1 to 1000000")]
    [InlineData("2 1\n-3\n0\n\"A\"\n\"B\"\n", "2:1: found '-3'; expected a candidate from -1 to -2")]
    [InlineData("2 1\n-2 -2\n0\n\"A\"\n\"B\"\n", "2:4: found '-2'; expected each candidate once among those who withdrew")]
    [InlineData("2 1\n3 1 0\n-2\n0\n\"A\"\n\"B\"\n", "3:1: found '-2'; expected those who withdrew before the first ballot")]
    [InlineData("2 1\n3 1 2\n4 2 0\n0\n\"A\"\n\"B\"\n", "2:6: found the end of the line; expected 0 at the end of a ballot")]
    [InlineData("2 1\n3 1 3 0\n0\n\"A\"\n\"B\"\n", "2:5: found '3'; expected a candidate from 1 to 2, or 0 at the end of a ballot")]
    [InlineData("2 1\n3 1=2 0\n0\n\"A\"\n\"B\"\n", "2:3: found '1=2'; expected a candidate from 1 to 2, or 0 at the end of a ballot")]
    [InlineData("2 1\n3 1 1 0\n0\n\"A\"\n\"B\"\n", "2:5: found candidate 1 a second time; expected each candidate once on a ballot")]
    [InlineData("2 1\n1.5 1 0\n0\n\"A\"\n\"B\"\n", "2:1: found '1.5'; expected how many ballots there are of this kind, a whole number, and at most 1000000000 in all")]
    [InlineData("2 1\n1000000000 1 0\n1 2 0\n0\n\"A\"\n\"B\"\n", "3:1: found '1'; expected how many ballots there are of this kind, a whole number, and at most 1000000000 in all")]
    [InlineData("2 1\n3 1 0\n\"A\"\n\"B\"\n", "3:1: found 'A'; expected a ballot, or 0 after the last ballot")]
    [InlineData("2 1\n3 1 0\n", "3:1: found the end of the file; expected a ballot, or 0 after the last ballot")]
    [InlineData("2 1\n3 1 0\n0\n\"A\"\n", "5:1: found the end of the file; expected the name of candidate 2 in quotes, at most 200 characters on one line")]
    [InlineData("2 1\n3 1 0\n0\n\"A\n\"B\"\n", "4:1: found 'A'; expected the name of candidate 1 in quotes, at most 200 characters on one line")]
    [InlineData("2 1\n3 1 0\n0\n\"A\"\n\"A\"\n", "5:1: found 'A'; expected a name of its own for each candidate")]
    [InlineData("2 1\n3 1 0\n0\n\"A\"\n\"B\"\nT\n", "6:1: found 'T'; expected the title in quotes")]
    [InlineData("2 1\n3 1 0\n0\n\"A\"\n\"B\"\n\"T\" 7\n", "6:5: found '7'; expected nothing after the title")]
    public void Parse_OneFault_SaysItWhole(string text, string message)
    {
        Read(text, out var findings).ShouldBeNull();
        findings.ShouldBe(["x.blt:" + message]);
    }

    [Fact]
    public void Parse_ManyFaults_SaysThemAll()
    {
        Read("2 1\n3 1 1 0\nx 1 0\n3 7 0\n0\n\"A\"\n\"B\"\n", out var findings).ShouldBeNull();
        findings.Select(f => f[..10]).ShouldBe(["x.blt:2:5:", "x.blt:3:1:", "x.blt:4:3:"]);
    }

    [Fact]
    public void Read_Latin1_IsReadWhereUtf8Fails()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mandate-").FullName, "ward.blt");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("1 1\n5 1 0\n0\n\"Áine\"\n\"Straße\"\n"));
        var findings = new Findings();
        var file = BltFile.Read(path, "ward.blt", findings)!;
        findings.All.ShouldBeEmpty();
        file.Names.ShouldBe(["Áine"]);
        file.Title.ShouldBe("Straße");
    }

    [Fact]
    public void Write_EveryFileOfTheRepository_GivesTheSameFile()
    {
        var files = Directory.GetFiles(Repository.PathTo("elections"), "*.blt", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(20);
        foreach (var path in files)
        {
            Written(BltFile.Read(path, path, new Findings())!).ShouldBe(File.ReadAllText(path));
        }
    }

    [Fact]
    public void Write_QuotesCommentsAndWithdrawn_AreReadBack()
    {
        var once = Written(Read(Sound, out _)!);
        once.ShouldBe("4 2\n-2\n3 1 3 4 0\n12 4 1 2 0\n1 0\n0\n\"Áine \\\"Any\\\" Ní\"\n\"# Bob\"\n\"C\"\n\"D\\\\E\"\n\"A title\"\n");
        Written(Read(once, out _)!).ShouldBe(once);
    }

    /// <summary>The seed is fixed, so a failure names the one round that shows it again.</summary>
    [Fact]
    public void Parse_DamagedAtRandom_IsReadOrFaultedWithAPlace()
    {
        int read = 0, faulted = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var random = new Random(Seed + round);
            var text = new StringBuilder(Sound);
            for (var blow = random.Next(1, 5); blow > 0; blow--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)),
                    1 => text.Insert(at, Snippets[random.Next(Snippets.Length)]),
                    _ => text.Insert(at, (char)random.Next(1, 0x250)),
                };
            }

            var findings = new Findings();
            BltFile? file = null;
            Should.NotThrow(() => file = BltFile.Parse(new StringReader(text.ToString()), "x.blt", findings), $"round {round}");
            (file is null).ShouldBe(!findings.IsEmpty, $"round {round}");
            findings.All.All(f => f.Line > 0 && f.Column > 0).ShouldBeTrue($"round {round}");
            if (file is not null)
            {
                Written(Read(Written(file), out _)!).ShouldBe(Written(file), $"round {round}");
            }

            read += file is null ? 0 : 1;
            faulted += file is null ? 1 : 0;
        }

        read.ShouldBeGreaterThan(500);
        faulted.ShouldBeGreaterThan(5_000);
    }

    private static BltFile? Read(string text, out IReadOnlyList<string> messages)
    {
        var findings = new Findings();
        var file = BltFile.Parse(new StringReader(text), "x.blt", findings);
        messages = [.. findings.All.Select(f => f.ToString())];
        return file;
    }

    private static string Written(BltFile file)
    {
        using var text = new StringWriter();
        file.Write(text);
        return text.ToString();
    }
}
