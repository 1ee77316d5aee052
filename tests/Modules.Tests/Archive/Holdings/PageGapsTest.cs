using Mandate.Archive.Holdings;
using static Mandate.Modules.Tests.TheArchive.Holdings.Held;

namespace Mandate.Modules.Tests.TheArchive.Holdings;

public class PageGapsTest
{
    private static string[] Missing(PageNumbering? pages, params HeldPart[] held)
        => [.. CompletenessReport.Of(Title(Monthly(1) with { Pages = pages }), held, Today).Pages.Select(p => p.ToString())];

    [Theory]
    [InlineData(". . i..xvi 1..44 49..60 .", "v. 1, no. 1: pages 45–48 are missing")]
    [InlineData("i..iv vi 1..10", "v. 1, no. 1: page v is missing")]
    [InlineData("1..10 . . 13", "v. 1, no. 1: pages 11–12 not seen")] // Two pages without a number may be they.
    [InlineData("1..10 . 13", "v. 1, no. 1: pages 11–12 are missing")] // One plate cannot be both.
    [InlineData("5..10", "v. 1, no. 1: pages 1–4 not seen")]
    [InlineData(". . . . 5..10", "")] // A cover and a title page without numbers.
    [InlineData("i..iv 5..8", "")] // Numbers run on from the Roman ones.
    [InlineData("1..4 A-1 A-3 5", "v. 1, no. 1: page A-2 is missing")]
    [InlineData("1 2/3 4-5 [6] 8", "v. 1, no. 1: page 7 is missing")]
    [InlineData("1-1 1-2 1-4 2-1", "v. 1, no. 1: page 1-3 is missing")] // Chapter and page.
    [InlineData("A B C D", "")] // Letters, not 100 and 500.
    [InlineData("3 1 2 4", "")]
    public void Of_PagesOfAnIssue_ReportsHolesByPrintedNumber(string labels, string expected)
        => string.Join("; ", Missing(PageNumbering.RestartsEachIssue, Part(1, "1", null, Pages(labels)))).ShouldBe(expected);

    [Fact]
    public void Of_PagesRunningThroughAVolume_ShowAHoleBetweenIssues()
        => Missing(PageNumbering.ContinuousThroughVolume, Part(1, "3", null, Pages("101..140")), Part(1, "1", null, Pages("1..48")), Part(1, "2", null, Pages("49..96")))
            .ShouldBe(["between v. 1, no. 2 and v. 1, no. 3: pages 97–100 not seen"]);

    [Fact]
    public void Of_HoleOfAMissingIssue_IsNotReportedOnceMore()
        => Missing(PageNumbering.ContinuousThroughVolume, Part(1, "1", null, Pages("1..48")), Part(1, "3", null, Pages("97..140"))).ShouldBeEmpty();

    [Fact]
    public void Of_TwoCopies_ArePutTogether()
        => Missing(PageNumbering.RestartsEachIssue, Part(1, "1", null, Pages("1..5 8..10")), Part(1, "1", null, Pages("1..6 8"))).ShouldBe(["v. 1, no. 1: page 7 is missing"]);

    [Fact]
    public void Of_VolumeBoundOfIssues_LooksAtEachReturnToOne()
        => Missing(PageNumbering.RestartsEachIssue, Part(1, null, null, Pages("1..8 1..3 5..8"))).ShouldBe(["v. 1: page 4 is missing"]);

    [Fact]
    public void Of_PageNumberedTwice_IsTold()
    {
        var report = CompletenessReport.Of(Title(Monthly(1) with { Pages = PageNumbering.RestartsEachIssue }), [Part(1, "1", null, Pages("1 2 2 2 3"))], Today);
        report.RepeatedPages.ShouldHaveSingleItem().ShouldBe(new RepeatedPage("v. 1, no. 1", "2", 3));
    }

    [Fact]
    public void Of_UnreadablePages_AreListedApartAndNotMissing()
    {
        var report = CompletenessReport.Of(Title(Monthly(1)), [Part(1, "1", new(1970, 1), Pages("1 2! .! 3"))], Today);
        report.Pages.ShouldBeEmpty();
        var unreadable = report.Unreadable.ShouldHaveSingleItem();
        (unreadable.Part, string.Join(',', unreadable.Pages.Select(p => p.Id))).ShouldBe(("v. 1, no. 1 (Jan. 1970)", "2,3"));
    }

    [Fact]
    public void Of_TitleWithoutPageNumbers_SaysThatNothingCanBeTold()
    {
        var report = CompletenessReport.Of(Title(Monthly(1) with { Pages = PageNumbering.None }), [Part(1, "1", null, Pages("1 5"))], Today);
        report.Pages.ShouldBeEmpty();
        report.Unknowns.ShouldContain("Whether pages are missing is not known: the title prints no page numbers.");
    }
}
