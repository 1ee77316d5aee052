using Mandate.Electoral.Methods;
using Mandate.Laws;

namespace Mandate.Modules.Tests.Formats;

public class BaziFileTest
{
    private const string Two = "=TITEL= Zwei\n=METHODE= DivStd,HaQgrR\n=DISTRIKT= Eins\n=MANDATE= 7\n=DATEN=\n\"Liste A\" 53000\nB 24000 2\nC\t23000\n=DISTRICT= Zwei\n=SEATS= 3\n=DATA=\nA 10\nB 20\n=INFO= free\n=MANDATE= text\n=ENDE=\nrest\n";

    [Fact]
    public void Parse_GermanAndEnglishWords_GiveDistrictsWithSeatsAndVotes()
    {
        var findings = new Findings();
        var file = BaziFile.Parse(Two, "two.bazi", findings)!;
        findings.IsEmpty.ShouldBeTrue();
        file.Title.ShouldBe("Zwei");
        file.Methods.ShouldBe([DivisorMethod.SainteLague, QuotaMethod.Hare]);
        file.Districts.Select(d => (d.Name, d.Seats)).ShouldBe([("Eins", 7), ("Zwei", 3)]);
        file.Districts[0].Claims.Select(c => (c.List, c.Votes.Value)).ShouldBe([("Liste A", 53000L), ("B", 24000L), ("C", 23000L)]);
        file.Districts[0].Recorded.ShouldBe([null, 2, null]);
    }

    [Fact]
    public void Parse_EveryFault_IsNamedWithItsLine()
    {
        var findings = new Findings();
        BaziFile.Parse("=MANDATE= many\n=DATEN=\nA ten\nB 5\nB 6\n=ENDE=\n", "bad.bazi", findings).ShouldBeNull();
        findings.All.Select(f => f.ToString()).ShouldBe(
        [
            "bad.bazi:1:1: found 'many' seats; expected a whole number from 1 to 1000000",
            "bad.bazi:3:1: found 'A ten'; expected a name, votes as a whole number, and where wanted seats",
            "bad.bazi:5:1: found a second line for 'B'; expected one line a list",
        ]);
    }

    [Fact]
    public async Task Apportion_BaziFile_IsReadAndWrittenBack()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mandate-").FullName, "two.bazi");
        await File.WriteAllTextAsync(path, Two, TestContext.Current.CancellationToken);
        var run = await Terminal.RunAsync("apportion", path, "--format", "bazi");
        run.Code.ShouldBe(0);
        run.Out.ShouldBe("=TITEL= Zwei\n=METHODE= DivStd\n=DISTRIKT= Eins\n=MANDATE= 7\n=DATEN=\n\"Liste A\" 53000 3\n\"B\" 24000 2\n\"C\" 23000 2\n=DISTRIKT= Zwei\n=MANDATE= 3\n=DATEN=\n\"A\" 10 1\n\"B\" 20 2\n=ENDE=\n");
    }

    [Fact]
    public async Task Apportion_MethodWithoutABaziName_IsRefused()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mandate-").FullName, "two.bazi");
        await File.WriteAllTextAsync(path, Two, TestContext.Current.CancellationToken);
        var run = await Terminal.RunAsync("apportion", path, "--format", "bazi", "--method", "danish");
        run.Code.ShouldBe(2);
        run.Error.ShouldBe("BAZI has no name for danish; expected hare, droop, dhondt, sainte-lague, adams, dean or huntington-hill, or another --format.\n");
    }
}
