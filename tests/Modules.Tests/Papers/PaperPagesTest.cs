using UglyToad.PdfPig;

namespace Mandate.Modules.Tests.Papers;

/// <summary>A declaration is two pages: the result, and how it follows.</summary>
public class PaperPagesTest
{
    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task Pdf_Majilis2021_HasTwoPages(string language)
    {
        Pdf.Need();
        using var document = PdfDocument.Open(await Pdf.OfMajilis2021Async(language));
        document.NumberOfPages.ShouldBe(2);
    }
}
