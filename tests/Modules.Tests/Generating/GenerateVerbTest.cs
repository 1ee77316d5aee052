using System.Globalization;
using Mandate.Cli;

namespace Mandate.Modules.Tests.Generating;

/// <summary><c>results generate</c> at a terminal, and what other verbs do with its files.</summary>
public sealed class GenerateVerbTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Generate_ThenDeclareAndCheck_GivesAFullChamberAndTheSlips()
    {
        var target = Path.Combine(folder.FullName, "deep", "made");
        var answer = await Terminal.RunAsync("results", "generate", "--out", target, "--precincts", "400", "--regions", "3", "--lists", "9", "--slips", "5%", "--previous", "--true", "--format", "json");
        answer.Code.ShouldBe(0, answer.Error);
        answer.Error.ShouldBeEmpty();
        answer.Json["synthetic"]!.GetValue<bool>().ShouldBeTrue();
        answer.Json["slips"]!.AsObject().Sum(s => s.Value!.GetValue<int>()).ShouldBe(20);
        answer.Json["files"]!.AsArray().Select(f => f!.GetValue<string>()).Order(StringComparer.Ordinal)
            .ShouldBe(Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(target, f)).Order(StringComparer.Ordinal));

        foreach (var election in new[] { "election", "previous-election" })
        {
            var declared = await Terminal.RunAsync("declare", Path.Combine(target, election), "--format", "json");
            declared.Code.ShouldBe(0, declared.Error);
            declared.Json["status"]!.GetValue<string>().ShouldBe("complete");
            declared.Json["chambers"]![0]!["seats"]!.AsObject().Sum(s => s.Value!.GetValue<int>()).ShouldBe(150);
        }

        foreach (var language in new[] { "en", "kk", "ru" })
        {
            (await Terminal.RunAsync("declare", Path.Combine(target, "election"), "--language", language)).Flat.ShouldContain(language switch
            {
                "en" => "* Made-up figures of a made-up country.",
                "kk" => "* Ойдан шығарылған елдің ойдан шығарылған сандары.",
                _ => "* Вымышленные данные вымышленной страны.",
            });
        }

        (await Terminal.RunAsync("results", "check", "--form", "zz-precinct", Path.Combine(target, "protocols.csv"))).Code.ShouldBe(1);
        (await Terminal.RunAsync("results", "check", "--form", "zz-precinct", Path.Combine(target, "protocols-true.csv"))).Code.ShouldBe(0);
        (await Terminal.RunAsync("results", "check", "--form", "zz-precinct", Path.Combine(target, "previous-protocols.csv"))).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("en", "Made-up figures of a made-up country.")]
    [InlineData("kk", "Ойдан шығарылған елдің ойдан шығарылған сандары.")]
    [InlineData("ru", "Вымышленные данные вымышленной страны.")]
    public async Task Generate_AsText_SaysFirstThatItIsMadeUp(string language, string notice)
    {
        var answer = await Terminal.RunAsync("results", "generate", "--out", folder.FullName, "--precincts", "200", "--language", language);
        answer.Code.ShouldBe(0, answer.Error);
        answer.Flat.ShouldContain(notice);
        answer.Flat.ShouldContain("swapped-rows");
    }

    [Theory]
    [InlineData("--precincts 99", "Found --precincts '99'; expected a whole number from 100 to 2000000.")]
    [InlineData("--precincts 2000001", "Found --precincts '2000001'; expected a whole number from 100 to 2000000.")]
    [InlineData("--precincts 1e6", "Found --precincts '1e6'; expected a whole number from 100 to 2000000.")]
    [InlineData("--regions 0", "Found --regions '0'; expected a whole number from 1 to 99.")]
    [InlineData("--lists 1", "Found --lists '1'; expected a whole number from 2 to 100.")]
    [InlineData("--lists 101", "Found --lists '101'; expected a whole number from 2 to 100.")]
    [InlineData("--seed -1", "Found --seed '-1'; expected a whole number from 0 to 18446744073709551615.")]
    [InlineData("--seed 18446744073709551616", "Found --seed '18446744073709551616'; expected a whole number from 0 to 18446744073709551615.")]
    [InlineData("--slips 20.1%", "Found --slips '20.1%'; expected per cent from 0 to 20 with four decimals at most, such as 0.5%.")]
    [InlineData("--slips 0.00001", "Found --slips '0.00001'; expected per cent from 0 to 20 with four decimals at most, such as 0.5%.")]
    [InlineData("--slips 0,5", "Found --slips '0,5'; expected per cent from 0 to 20 with four decimals at most, such as 0.5%.")]
    [InlineData("--slips -1%", "Found --slips '-1%'; expected per cent from 0 to 20 with four decimals at most, such as 0.5%.")]
    public async Task Generate_OutsideALimit_EndsWith2AndSaysIt(string words, string message)
    {
        var answer = await Terminal.RunAsync(["results", "generate", "--out", folder.FullName, .. words.Split(' ')]);
        answer.ShouldBe(new Answer(2, string.Empty, message + "\nSee: mandate results generate --help\n"));
        folder.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Generate_TooFewPrecinctsForTheRegions_EndsWith2() =>
        (await Terminal.RunAsync("results", "generate", "--out", folder.FullName, "--precincts", "100", "--regions", "11"))
            .ShouldBe(new Answer(2, string.Empty, "Found 100 precincts in 11 regions; expected ten or more for each region.\n"));

    [Fact]
    public async Task Generate_WithoutAFolder_EndsWith2() =>
        (await Terminal.RunAsync("results", "generate")).ShouldBe(new Answer(2, string.Empty, "Option '--out' is required.\nSee: mandate results generate --help\n"));

    [Fact]
    public async Task Generate_FolderWithSomethingInIt_EndsWith2AndTouchesNothing()
    {
        var file = Path.Combine(folder.FullName, "mine.txt");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        (await Terminal.RunAsync("results", "generate", "--out", folder.FullName))
            .ShouldBe(new Answer(2, string.Empty, $"The folder '{folder.FullName}' is not empty; expected a new or an empty one.\n"));
        (await Terminal.RunAsync("results", "generate", "--out", file)).ShouldBe(new Answer(2, string.Empty, $"Found the file '{file}'; expected a new or an empty folder.\n"));
        folder.EnumerateFileSystemInfos().Select(f => f.Name).ShouldBe(["mine.txt"]);
    }

    [Fact]
    public async Task Generate_UnderAFile_EndsWith2()
    {
        var file = Path.Combine(folder.FullName, "mine.txt");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var answer = await Terminal.RunAsync("results", "generate", "--out", Path.Combine(file, "under"));
        answer.Code.ShouldBe(2);
        answer.Error.ShouldStartWith($"Cannot write to '{Path.Combine(file, "under")}': ");
        answer.Error.ShouldEndWith("Choose another folder with --out.\n");
    }

    [Fact]
    public void Undo_AfterSomeFiles_LeavesNothing()
    {
        var path = Path.Combine(folder.FullName, "new");
        var made = new NewFolder(path);
        made.Refusal.ShouldBeNull();
        made.Create("a.csv").Dispose();
        made.Create("election/b.csv").Dispose();
        made.Undo();
        Directory.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task Generate_AtATerminal_TellsHowFarItIs()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var shell = new Shell(output, error, TextReader.Null, Colour: false, Width: 100, Repository.Root) { Progress = true };
        (await CommandLine.RunAsync(["results", "generate", "--out", folder.FullName, "--lists", "2", "--previous"], shell)).ShouldBe(0);
        error.ToString().ShouldContain("\r10000 of 20000 protocols …");
        error.ToString().ShouldContain("\r20000 of 20000 protocols …");
        error.ToString().TrimEnd('\r').TrimEnd(' ').ShouldEndWith("\r");
    }

    [Fact]
    public async Task Slips_InPerCent_AreReadExactly()
    {
        var answer = await Terminal.RunAsync("results", "generate", "--out", folder.FullName, "--precincts", "1000", "--slips", "1.6 %", "--format", "json");
        answer.Json["slips"]!.AsObject().Select(s => s.Value!.GetValue<int>().ToString(CultureInfo.InvariantCulture)).ShouldAllBe(n => n == "2");
    }
}
