using Mandate.Archive.Intake;
using Mandate.Archive.Reading;

namespace Mandate.Modules.Tests.TheArchive.Intake;

/// <summary>Labels counted on from the first page's, and sections made of bookmarks.</summary>
public class PrintedLabelsTest
{
    [Theory]
    [InlineData("451", "451 452 453")]
    [InlineData("viii", "viii ix x")]
    [InlineData("XI", "XI XII XIII")]
    [InlineData("A-9", "A-9 A-10 A-11")]
    [InlineData("007", "007 008 009")]
    [InlineData("cover", "cover - -")]
    [InlineData("mmmcmxcix", "mmmcmxcix - -")]
    [InlineData(null, "- - -")]
    public void From_FirstLabel_CountsOn(string? first, string expected) =>
        string.Join(' ', PrintedLabels.From(first, 3).Select(l => l ?? "-")).ShouldBe(expected);

    [Fact]
    public void Of_Bookmarks_EndWhereTheNextBegins()
    {
        OutlineEntry[] outline = [new("Part I", 0, 1), new("Chapter 1", 1, 2), new("Chapter 2", 1, 4), new("nowhere", 0, null), new("Part II", 0, 6), new("past the end", 0, 99)];
        OutlineSections.Of(outline, 8).Select(s => (s.Id, s.Parent, s.Title, s.FirstPage, s.LastPage)).ShouldBe(
            [("s1", null, "Part I", 1, 5), ("s2", "s1", "Chapter 1", 2, 3), ("s3", "s1", "Chapter 2", 4, 5), ("s4", null, "Part II", 6, 8)]);
    }
}
