namespace Mandate.Modules.Tests.Contracts;

/// <summary>Help that shows how a verb is used.</summary>
public class HelpTest
{
    private static readonly string[] Archive =
        ["open", "collection", "titles", "add", "resume", "status", "search", "find", "watch", "index", "show", "export", "cite", "holdings", "contents", "alias", "merge", "withdraw", "label", "release", "fixity"];

    public static TheoryData<string> Verbs => ["apportion", "declare", "explain", "parliament", "law", "law list", "law show", "law check", "results", "results check", "results forms", "results generate", "serve", "archive", .. Archive.Select(n => "archive " + n), .. Counts.CountVerbsTest.Names.Select(n => "results " + n)];

    [Theory, MemberData(nameof(Verbs))]
    public async Task Help_EveryVerb_ShowsAnExampleOfItself(string verb)
    {
        var answer = await Terminal.RunAsync([.. verb.Split(' '), "--help"]);
        answer.Code.ShouldBe(0);
        answer.Error.ShouldBeEmpty();
        answer.Out.ShouldContain("Example");
        answer.Out.ShouldContain("mandate " + verb);
    }

    [Fact]
    public async Task Help_OfTheProgram_NamesEveryVerbAndExitCode()
    {
        var answer = await Terminal.RunAsync("--help");
        answer.Code.ShouldBe(0);
        foreach (var verb in Verbs)
        {
            answer.Out.ShouldContain(verb.Data.Split(' ')[0]);
        }

        answer.Flat.ShouldContain("Ends with 0 done, 1 the answer is no, 2 wrong use or bad input, 3 something is needed first.");
    }

    [Fact]
    public async Task Help_ExamplesOfTheProgram_Work()
    {
        var lines = (await Terminal.RunAsync("--help")).Out.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("mandate ", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var line in lines.Where(l => !l.EndsWith(".csv", StringComparison.Ordinal) && !l.Contains("my-election") && !l.Contains("serve") && !l.Contains("--data") && !l.Contains("--out")))
        {
            (await Terminal.RunAsync(line.Split(' ')[1..])).Code.ShouldBe(0, line);
        }
    }
}
