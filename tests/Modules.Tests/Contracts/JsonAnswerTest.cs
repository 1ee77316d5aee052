namespace Mandate.Modules.Tests.Contracts;

/// <summary>Every verb that answers in text answers in JSON too.</summary>
public class JsonAnswerTest
{
    [Fact]
    public async Task LawShow_ALaw_NamesItsVersions()
    {
        var law = (await Terminal.RunAsync("law", "show", "kz/majilis", "--format", "json")).Json;
        ((string?)law["id"]).ShouldBe("kz/majilis");
        law["versions"]!.AsArray().Select(v => (string?)v!["id"]).ShouldContain("2020-05-25");
    }

    [Fact]
    public async Task LawShow_AVersion_HoldsEveryStepWithItsArticle()
    {
        var version = (await Terminal.RunAsync("law", "show", "kz/majilis@2020-05-25", "--format", "json")).Json;
        ((string?)version["law"]).ShouldBe("kz/majilis@2020-05-25");
        var first = version["tiers"]![0]!["steps"]![0]!;
        ((string?)first["line"]).ShouldStartWith("admit: ");
        ((string?)first["article"]).ShouldBe("97-1(1)");
    }

    [Fact]
    public async Task LawCheck_GoodFile_HasNoFinding()
    {
        var answer = await Terminal.RunAsync("law", "check", Repository.PathTo("laws", "kz", "majilis.yaml"), "--format", "json");
        (answer.Code, answer.Error).ShouldBe((0, string.Empty));
        answer.Json["findings"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task LawCheck_FileWithAFault_SaysWhereItIs()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "id: kz/body\n", TestContext.Current.CancellationToken);
            var answer = await Terminal.RunAsync("law", "check", file, "--format", "json");
            answer.Code.ShouldBe(1);
            var finding = answer.Json["findings"]![0]!;
            ((int)finding["line"]!, (string?)finding["found"], (string?)finding["expected"]).ShouldBe((1, "no 'title'", "the key 'title'"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Explain_ASeat_SaysWhoTakesItAndBy()
    {
        var seat = (await Terminal.RunAsync("explain", "kz-majilis-2021", "--seat", "97", "--format", "json")).Json;
        ((int)seat["seat"]!, (string?)seat["list"], (string?)seat["by"], (int)seat["place"]!).ShouldBe((97, "qhp", "remainder", 1));
        ((string?)seat["story"]).ShouldStartWith("Seat 97 goes to People's Party");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://nonsense:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("")]
    public async Task Serve_AddressThatIsNone_EndsWithOneLine(string address) =>
        (await Terminal.RunAsync("serve", "--urls", address)).ShouldBe(
            new Answer(2, string.Empty, $"Found address '{address}'; expected one such as http://127.0.0.1:5080, or several with ; between.\n"));

    [Fact]
    public async Task Serve_AddressOfAnotherMachine_EndsWithOneLine()
    {
        var answer = await Terminal.RunAsync("serve", "--urls", "http://192.0.2.1:5080");
        (answer.Code, answer.Out).ShouldBe((2, string.Empty));
        answer.Error.ShouldMatch(@"^Cannot listen on http://192\.0\.2\.1:5080: [^\n]+ Choose another address with --urls\.\n$");
    }
}
