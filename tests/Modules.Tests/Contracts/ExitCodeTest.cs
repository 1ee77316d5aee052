namespace Mandate.Modules.Tests.Contracts;

/// <summary>0 done, 1 the answer is no, 2 wrong use or bad input, 3 something is needed first; results and messages apart.</summary>
public class ExitCodeTest
{
    [Theory]
    [InlineData("declare kz-majilis-2021")]
    [InlineData("declare nz-house-2017")] // two conditions of admission, so no one threshold stands over the column
    [InlineData("explain kz-majilis-2021")]
    [InlineData("parliament kz --on 2021-01-22")]
    [InlineData("parliament kz --on 2023-02-01")]
    [InlineData("law list")]
    [InlineData("law show kz/majilis")]
    [InlineData("law show kz/majilis@2020-05-25")]
    public async Task Done_EndsWith0_AndSaysNothingOnTheSide(string words)
    {
        var answer = await Terminal.RunAsync(words.Split(' '));
        answer.Code.ShouldBe(0);
        answer.Out.ShouldNotBeEmpty();
        answer.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("declare kz-maslikhat-shymkent-2021")]
    [InlineData("explain kz-maslikhat-shymkent-2021")]
    [InlineData("declare kz-maslikhat-karaganda-2023")]
    [InlineData("declare kz-maslikhat-kostanay-2023")]
    public async Task NeededFirst_EndsWith3_AndShowsHowFarItCame(string words)
    {
        var answer = await Terminal.RunAsync(words.Split(' '));
        answer.Code.ShouldBe(3);
        answer.Out.ShouldContain("--fact");
    }

    [Fact]
    public async Task LawWithAFault_EndsWith1()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021").Write("law.yaml", "id: xx/y\n");
        var answer = await Terminal.RunAsync("law", "check", Path.Combine(folder.Path, "law.yaml"));
        answer.Code.ShouldBe(1);
        answer.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "Required command was not provided.\nSee: mandate --help\n")]
    [InlineData("declare", "Required argument 'ELECTION' missing for command: 'declare'.\nSee: mandate declare --help\n")]
    [InlineData("declare kz-majilis-2021 --on 2021-13-01", "Found '2021-13-01'; expected a day written YYYY-MM-DD.\nSee: mandate declare --help\n")]
    [InlineData("declare kz-majilis-2021 --language de", "Argument 'de' not recognized. Must be one of:\n\t'en'\n\t'kk'\n\t'ru'\nSee: mandate declare --help\n")]
    [InlineData("explain kz-majilis-2021 --seat 99", "Found no seat 99 that an allocation to lists gave; expected 1 to 98.\n")]
    [InlineData("explain kz-majilis-2021 --seat 0", "Found no seat 0 that an allocation to lists gave; expected 1 to 98.\n")]
    [InlineData("explain kz-majilis-2021 --seat 1 --list adal", "Found both --list and --seat; expected one of them.\nSee: mandate explain --help\n")]
    [InlineData("parliament xx --on 2021-01-22", "Found no country 'xx'; expected one of kz.\n")]
    [InlineData("parliament kz", "Option '--on' is required.\nSee: mandate parliament --help\n")]
    [InlineData("law check nowhere.yaml", "Found no file 'nowhere.yaml'; expected a law file.\n")]
    [InlineData("apportion --method hare --seats 0 -", "Found 0 seats; expected 1 to 1000000.\nSee: mandate apportion --help\n")]
    [InlineData("apportion --method hare --seats 5 --threshold 101 -", "Found threshold '101'; expected a number of per cent from 0 to 100, such as 7 or 0.5.\nSee: mandate apportion --help\n")]
    [InlineData("apportion --method hare --seats 5 nowhere.csv", "Found no file 'nowhere.csv'; expected a CSV with the columns list,votes, or a file of BAZI.\n")]
    public async Task WrongUse_EndsWith2_AndSaysWhatWasExpected(string words, string message) =>
        (await Terminal.RunAsync(words.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(new Answer(2, string.Empty, message));

    [Fact]
    public async Task LawShow_NoSuchLaw_NamesThoseAtHand() =>
        (await Terminal.RunAsync("law", "show", "kz/nothing")).ShouldBe(
            new Answer(2, string.Empty, $"Found no law 'kz/nothing'; expected one of {string.Join(", ", Directory.EnumerateFiles(Repository.PathTo("laws"), "*.yaml", SearchOption.AllDirectories).Select(f => Path.ChangeExtension(Path.GetRelativePath(Repository.PathTo("laws"), f), null)).Order(StringComparer.Ordinal))}.\n"));

    [Fact]
    public async Task Declare_FolderThatCannotBeWritten_EndsWith2()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        var target = Path.Combine(folder.Path, "votes.csv");
        var answer = await Terminal.RunAsync("declare", "kz-senate-turkistan-2020", "--out", target);
        answer.Code.ShouldBe(2);
        answer.Error.ShouldContain($"Cannot write to '{target}': ");
        answer.Error.ShouldContain("Choose another folder with --out.");
    }
}
