using System.Text;
using Mandate.Laws;
using Mandate.Reports.Elections;

namespace Mandate.Modules.Tests.BadInput;

/// <summary>Thousands of files with small random damage: a result or findings with a place, never an exception.</summary>
/// <remarks>The seed is fixed, so a failure names the one round that shows it again.</remarks>
public class MutationTest
{
    private const int Seed = 20210110;
    private static readonly string[] Snippets = [",", "\n", "\"", ":", "-1", "[", "]", "{", "}", "&a", "*a", "\t", "  ", "#", "|", ">", "%", "9999999999999999999", "0", "null", "~", "\u0000", "\uFEFF", "ү", "- ", "? ", "!!int ", "---\n", "...\n", "99%", "1/0", "yes"];

    [Fact]
    public void LawFile_DamagedAtRandom_IsReadOrFaulted()
    {
        var original = File.ReadAllText(Repository.PathTo("laws", "kz", "maslikhat.yaml"));
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        var path = Path.Combine(folder.Path, "law.yaml");
        int read = 0, faulted = 0;
        for (var round = 0; round < 1_500; round++)
        {
            var random = new Random(Seed + round);
            File.WriteAllText(path, Damage(original, random));
            var (law, findings) = Watch(() => Catalogue.LawFile(path), round);
            (law is null).ShouldBe(!findings.IsEmpty, $"round {round}");
            ShouldHavePlaces(findings, round);
            read += law is null ? 0 : 1;
            faulted += law is null ? 1 : 0;
        }

        read.ShouldBeGreaterThan(50, "most damage would be in places that do not matter");
        faulted.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void ElectionFiles_DamagedAtRandom_AreCarriedOutOrFaulted()
    {
        string[] files = ["votes.csv", "figures.csv", "areas.csv", "candidates.csv", "units.csv", "election.yaml", "expected.yaml"];
        using var folder = ElectionFolder.CopyOf("kz-senate-kyzylorda-2024");
        var original = files.ToDictionary(f => f, folder.Read);
        var catalogue = Repository.Catalogue;
        int read = 0, faulted = 0;
        for (var round = 0; round < 2_500; round++)
        {
            var random = new Random(Seed + round);
            var file = files[random.Next(files.Length)];
            folder.Write(file, Damage(original[file], random));
            var (election, findings) = Watch(() => catalogue.Election(folder.Path), round);
            (election is null).ShouldBe(!findings.IsEmpty, $"round {round}");
            ShouldHavePlaces(findings, round);
            if (election is not null)
            {
                Watch(() => DeclarationJson.Write(Declaration.Of(catalogue, election)), round).ShouldNotBeEmpty();
            }

            read += election is null ? 0 : 1;
            faulted += election is null ? 1 : 0;
            folder.Write(file, original[file]);
        }

        read.ShouldBeGreaterThan(100);
        faulted.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void VotesFile_DamagedAtRandom_IsCarriedOutOrFaulted()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2004");
        var original = folder.Read("votes.csv");
        var catalogue = Repository.Catalogue;
        for (var round = 0; round < 1_000; round++)
        {
            folder.Write("votes.csv", Damage(original, new Random(Seed - round)));
            var (election, findings) = Watch(() => catalogue.Election(folder.Path), round);
            (election is null).ShouldBe(!findings.IsEmpty, $"round {round}");
            ShouldHavePlaces(findings, round);
            if (election is not null)
            {
                Watch(() => DeclarationPaper.Write(Declaration.Of(catalogue, election), "en"), round).Blocks.ShouldNotBeEmpty();
            }
        }
    }

    /// <summary>One to three blows: a piece cut out, doubled, replaced, moved, or a snippet put in.</summary>
    private static string Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (var blow = random.Next(1, 4); blow > 0 && damaged.Length > 1; blow--)
        {
            var at = random.Next(damaged.Length);
            var length = Math.Min(random.Next(1, 12), damaged.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    damaged.Remove(at, length);
                    break;
                case 1:
                    damaged.Insert(at, damaged.ToString(at, length));
                    break;
                case 2:
                    damaged[at] = (char)random.Next(1, 0x250);
                    break;
                case 3:
                    var piece = damaged.ToString(at, length);
                    damaged.Remove(at, length).Insert(random.Next(damaged.Length + 1), piece);
                    break;
                default:
                    damaged.Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
            }
        }

        return damaged.ToString();
    }

    private static T Watch<T>(Func<T> action, int round)
    {
        try
        {
            return action();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Round {round}: {e}", e);
        }
    }

    private static void ShouldHavePlaces(Findings findings, int round)
    {
        foreach (var finding in findings.All)
        {
            finding.Line.ShouldBeGreaterThan(0, $"round {round}: {finding}");
            finding.Column.ShouldBeGreaterThan(0, $"round {round}: {finding}");
            finding.Found.ShouldNotBeEmpty();
            finding.Expected.ShouldNotBeEmpty();
        }
    }
}
