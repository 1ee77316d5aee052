using Mandate.Archive;
using Mandate.Archive.Citations;
using Mandate.Archive.Intake;

namespace Mandate.Modules.Tests.TheArchive.Shipped;

/// <summary>The small collection in <c>archive/</c>: its sheets, its files, its links. MANDATE_GOLDEN=write draws the pages anew.</summary>
public sealed class ShippedFilesTest
{
    private const int MostBytes = 900_000;
    private static readonly string Folder = Repository.PathTo("archive");

    [Fact]
    public void Documents_AsShipped_HaveNoFaultAndNameEveryFile()
    {
        if (Environment.GetEnvironmentVariable("MANDATE_GOLDEN") == "write" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Directory.CreateDirectory(Path.Combine(Folder, "files"));
            foreach (var issue in GazetteTexts.Issues)
            {
                ShippedPages.WriteIssue(issue, Path.Combine(Folder, "files", $"gazette-{issue.Item}.tif"));
            }

            ShippedPages.WriteProtocol(Path.Combine(Folder, "files", $"protocol-{ShippedPages.Station}.jpg"));
        }

        using var plan = Plan();

        plan.Faults.ShouldBeEmpty();
        plan.PassedOver.ShouldBeEmpty();
        plan.Items.Select(i => i.File).Order(StringComparer.Ordinal).ShouldBe(Directory.EnumerateFiles(Path.Combine(Folder, "files")).Order(StringComparer.Ordinal));
        plan.Items.ShouldAllBe(i => i.Facts.Standing == Standing.Synthetic && i.Facts.Rights != null && i.Facts.Source != null && i.Facts.Title!.EndsWith(')'));
        plan.Items.Where(i => i.Facts.IsRestricted).Select(i => i.Handle.ToString()).ShouldBe([$"zz-protocols/{ShippedPages.Station}"]);
        plan.Items.Sum(i => new FileInfo(i.File).Length).ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public void Documents_OfTheGazette_AreItsIssuesWithPagesNumberedThroughTheVolume()
    {
        using var plan = Plan();

        plan.Items.Where(i => i.Facts.Serial is not null).Select(i => $"{i.Handle} {i.Facts.Volume} {i.Facts.Issue} {i.Facts.FirstLabel}")
            .ShouldBe(GazetteTexts.Issues.Select(i => $"zz-gazette/{i.Item} {i.Volume} {i.Number} {i.FirstLabel}"));
    }

    [Fact]
    public void Titles_AsShipped_HaveNoFaultInSheetOrPatterns()
    {
        var title = Title();

        title.Collection.ShouldBe("zz-gazette");
        new Navigator([.. Patterns(title)]).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("v1-no1")]
    [InlineData("v1-no2")]
    [InlineData("v1-no4")]
    [InlineData("v2-no1")]
    public void Contents_AsShipped_HaveNoFaultAndTitlesThatArePrintedOnTheirPages(string item)
    {
        var faults = new ArchiveFaults();
        var sections = ContentsSheet.Read(Path.Combine(Folder, "contents", item + ".csv"), item + ".csv", 2, IntakeLimits.Default, faults);

        faults.All.ShouldBeEmpty();
        sections.Count.ShouldBeGreaterThanOrEqualTo(2);
        var pages = GazetteTexts.Of(item);
        foreach (var section in sections)
        {
            var title = section.Title!.Replace(" (made-up)", string.Empty, StringComparison.Ordinal);
            var printed = section.Label is { } label ? $"Art. {label}. {title}.|" : title;
            pages[section.FirstPage - 1].Pieces.Any(p => p.Text.StartsWith(printed, StringComparison.Ordinal)).ShouldBeTrue(printed);
        }
    }

    [Fact]
    public void Citations_OnThePages_LeadToPagesAndArticlesOfTheCollectionButForTheMissingIssue()
    {
        var navigator = new Navigator([.. Patterns(Title())]);
        var labels = GazetteTexts.Issues.SelectMany(i => i.Pages).Select(p => (Volume: $"{p.Issue.Volume}", Page: $"{p.Label}")).ToHashSet();
        var missing = new List<(string?, string?)>();
        var (pages, articles) = (0, 0);
        foreach (var page in GazetteTexts.Issues.SelectMany(i => i.Pages))
        {
            foreach (var query in navigator.FindAll(string.Join('\n', page.Pieces.Select(p => p.Text))).Select(t => t.Query))
            {
                if (query.Section is { } article)
                {
                    int.Parse(article, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 8);
                    articles++;
                }
                else if (labels.Contains((query.Volume!, query.Page!)))
                {
                    pages++;
                }
                else
                {
                    missing.Add((query.Volume, query.Page));
                }
            }
        }

        missing.ShouldBe([("1", "5")]);
        articles.ShouldBe(9);
        pages.ShouldBe(16);
    }

    [Fact]
    public void EveryPage_SaysInItsLanguageThatTheCountryIsMadeUp()
    {
        foreach (var page in GazetteTexts.Issues.SelectMany(i => i.Pages))
        {
            string.Join(' ', ShippedPages.Set(page).Words).ShouldContain(GazetteTexts.Notice(page.Language));
        }
    }

    internal static IntakePlan Plan() => IntakeSource.Read([], IntakeLimits.Default, new SheetOptions(Path.Combine(Folder, "documents.csv")), TestContext.Current.CancellationToken);

    internal static TitleFacts Title()
    {
        var faults = new ArchiveFaults();
        var titles = TitlesSheet.Read(Path.Combine(Folder, "titles.csv"), "titles.csv", IntakeLimits.Default, faults);
        faults.All.ShouldBeEmpty();
        return titles.ShouldHaveSingleItem();
    }

    private static IEnumerable<CitationPattern> Patterns(TitleFacts title) =>
        title.Abbreviations.SelectMany(a => CitationPattern.ForAbbreviation(title.Id, a)).Concat(title.Patterns.Select((p, i) => new CitationPattern(title.Id, $"{i + 1}", p)));
}
