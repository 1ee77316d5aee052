using System.Text.RegularExpressions;
using Mandate.Reports;
using Mandate.Reports.Elections;
using Mandate.Reports.Pictures;
using Mandate.Web;

namespace Mandate.Modules.Tests.Shares;

/// <summary>A list below the threshold is never shown as if it had reached it.</summary>
/// <remarks>6,996 of 100,000 votes are 6.996 %; two decimals would round them to 7.00 %.</remarks>
public partial class UnderThresholdTest
{
    private static readonly string[] Folders = ["laws", "parliaments"];

    public static TheoryData<string> Languages => ["en", "kk", "ru"];

    [Theory, MemberData(nameof(Languages))]
    public async Task Declare_Text_ShowsEnoughDecimals(string language)
    {
        using var folder = Near();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--language", language);
        answer.Flat.ShouldContain(language == "en" ? "6.996 %" : "6,996 %");
        ShouldShowSevenAsTheThresholdOnly(answer.Flat);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Explain_Text_ShowsEnoughDecimals(string language)
    {
        using var folder = Near();
        var answer = await Terminal.RunAsync("explain", folder.Path, "--language", language);
        answer.Flat.ShouldContain(language == "en" ? "6.996 %" : "6,996 %");
        ShouldShowSevenAsTheThresholdOnly(answer.Flat);
    }

    [Fact]
    public async Task Declare_Json_KeepsTheShareExact()
    {
        using var folder = Near();
        var text = (await Terminal.RunAsync("declare", folder.Path, "--format", "json")).Out;
        text.ShouldContain("\"share\": \"1749/25000\"");
        text.ShouldContain("\"limit\": \"7/100\"");
    }

    [Theory, MemberData(nameof(Languages))]
    public void Paper_EveryCell_ShowsEnoughDecimals(string language)
    {
        using var folder = Near();
        var declaration = Of(folder);
        var paper = DeclarationPaper.Write(declaration, language);
        var cells = paper.Blocks.OfType<TableBlock>().SelectMany(t => t.Rows).SelectMany(r => r.Cells).ToList();
        cells.Count(c => c.Replace(',', '.') == "6.996\u00A0%").ShouldBe(2, "once under the votes, once in the derivation");
        ShouldShowSevenAsTheThresholdOnly(string.Join(' ', cells).Replace('\u00A0', ' '));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Page_NearMiss_ShowsEnoughDecimals(string language)
    {
        // A root of its own: the laws of the repository and the made election.
        using var folder = Near();
        var root = folder.Papers;
        foreach (var file in Folders.SelectMany(d => Directory.EnumerateFiles(Repository.PathTo(d), "*.yaml", SearchOption.AllDirectories)).Concat(Directory.EnumerateFiles(folder.Path)))
        {
            var target = file.StartsWith(folder.Path, StringComparison.Ordinal)
                ? Path.Combine(root, "elections", folder.Id, Path.GetFileName(file))
                : Path.Combine(root, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        await using var portal = Portal.Build(new PortalOptions { Root = root, Urls = "http://127.0.0.1:0" });
        await portal.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(portal.Urls.Single()) };
        var page = (await client.GetStringAsync(new Uri($"/{language}/elections/{folder.Id}", UriKind.Relative), TestContext.Current.CancellationToken)).Replace("&#xA0;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ');
        await portal.StopAsync(TestContext.Current.CancellationToken);
        page.ShouldContain(language == "en" ? "6.996 %" : "6,996 %");
        ShouldShowSevenAsTheThresholdOnly(page);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Picture_NearMiss_HasNoSeatAndNoLabel(string language)
    {
        using var folder = Near();
        var svg = HemicycleSvg.Write(DeclarationPaper.Picture(Of(folder), language)!, language);
        svg.ShouldNotContain("List near");
        ShouldShowSevenAsTheThresholdOnly(svg);
    }

    [Fact]
    public async Task Declare_SevenOfExactlyAHundred_Passes()
    {
        using var folder = ElectionFolder.OfLists("kz/majilis@2009-02-09", ("big", 50), ("middle", 43), ("seven", 7));
        var answer = await Terminal.RunAsync("declare", folder.Path);
        answer.Flat.ShouldContain("List seven 7 7.00 % passed 7");
    }

    [Fact]
    public async Task Declare_OneVoteLess_Misses()
    {
        // 699,999,999,999 of 10^13 votes are 6.99999999999 %.
        using var folder = ElectionFolder.OfLists("kz/majilis@2009-02-09", ("big", 5_000_000_000_000), ("middle", 4_300_000_000_001), ("seven", 699_999_999_999));
        (await Terminal.RunAsync("declare", folder.Path)).Flat.ShouldContain("List seven 699,999,999,999 6.99999999999 % missed 0");
    }

    [Fact]
    public async Task Apportion_NearMiss_IsNotShownAsSeven()
    {
        var answer = await Terminal.RunAsync(["apportion", "--method", "hare", "--seats", "98", "--threshold", "7", "-"], "list,votes\nbig,50000\nmiddle,43004\nnear,6996\n");
        answer.Flat.ShouldContain("near 6,996 6.996 % missed 0");
        ShouldShowSevenAsTheThresholdOnly(answer.Flat);
    }

    private static ElectionFolder Near() => ElectionFolder.OfLists("kz/majilis@2009-02-09", ("big", 50_000), ("middle", 43_004), ("near", 6_996));

    private static Declaration Of(ElectionFolder folder)
    {
        var catalogue = Repository.Catalogue;
        return Declaration.Of(catalogue, catalogue.Election(folder.Path).Election!);
    }

    /// <summary>The threshold itself is written "7 %"; a share would be written with decimals.</summary>
    private static void ShouldShowSevenAsTheThresholdOnly(string text) => RoundedUp().IsMatch(text).ShouldBeFalse(text);

    [GeneratedRegex(@"7[.,]0+ ?%")]
    private static partial Regex RoundedUp();
}
