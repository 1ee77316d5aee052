using System.Diagnostics;
using Mandate.Reports;
using Mandate.Reports.Language;
using Mandate.Reports.Print;
using UglyToad.PdfPig;

namespace Mandate.Modules.Tests.Papers;

/// <summary>declaration.pdf of Majilis 2021 in three languages.</summary>
public class PaperPdfTest
{
    public static TheoryData<string> Languages => ["en", "kk", "ru"];

    [Theory, MemberData(nameof(Languages))]
    public async Task Pdf_EveryLanguage_IsTagged(string language)
    {
        Pdf.Need("pdfinfo");
        var lines = (await Pdf.AskAsync("pdfinfo", await Pdf.OfMajilis2021Async(language), "-")).Split('\n');
        lines.ShouldContain(l => l.StartsWith("Tagged:", StringComparison.Ordinal) && l.EndsWith("yes", StringComparison.Ordinal));
        lines.ShouldContain(l => l.StartsWith("Title:", StringComparison.Ordinal) && l.Length > 20);
        lines.ShouldNotContain(l => l.StartsWith("CreationDate:", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Pdf_PrintedTwice_IsTheSameBytes(string language)
    {
        Pdf.Need();
        (await Pdf.PrintAsync(language)).ShouldBe(await Pdf.OfMajilis2021Async(language));
    }

    [Fact]
    public async Task Pdf_PrintedByAnotherProcess_IsTheSameBytes()
    {
        Pdf.Need();
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mandate-cli"), ["declare", "kz-majilis-2021", "--out", folder.Papers, "--language", "kk"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MANDATE_ROOT"] = Repository.Root, ["TZ"] = "Asia/Almaty", ["SOURCE_DATE_EPOCH"] = "1" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await error).ShouldBe($"Written to {folder.Papers}: declaration.json, hemicycle.svg, declaration.pdf.\n");
        File.ReadAllBytes(Path.Combine(folder.Papers, "declaration.pdf")).ShouldBe(await Pdf.OfMajilis2021Async("kk"));
        Directory.GetFiles(folder.Papers).Length.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Pdf_Text_ComesInReadingOrder(string language)
    {
        Pdf.Need("pdftotext");
        var text = Flat(await Pdf.AskAsync("pdftotext", await Pdf.OfMajilis2021Async(language), "-raw", "-", "-"));
        var speech = new Speech(language);
        var catalogue = Repository.Catalogue;
        var title = speech.Of(catalogue.Election("kz-majilis-2021").Election!.Title);
        string[] parts = [title, speech.Say("notice.recalculation"), speech.Say("heading.seats"), speech.Say("heading.votes") + " ·", speech.Say("heading.derivation"), speech.Say("heading.sources")];
        var at = 0;
        foreach (var part in parts.Select(Flat))
        {
            var next = text.IndexOf(part, at, StringComparison.Ordinal);
            next.ShouldBeGreaterThanOrEqualTo(at, $"'{part}' does not follow what should stand before it in:\n{text}");
            at = next + part.Length;
        }
    }

    [Theory]
    [InlineData("ә ғ қ ң ө ұ ү һ і")]
    [InlineData("Ә Ғ Қ Ң Ө Ұ Ү Һ І")]
    public async Task Pdf_KazakhLetters_ComeOutAsText(string letters)
    {
        Pdf.Need();
        var paper = new Paper("kk", "Әріптер", string.Empty, string.Empty, [new HeadingBlock(2, letters), new TextBlock(letters)]);
        using var document = PdfDocument.Open(await PaperPdf.WriteAsync(paper, TestContext.Current.CancellationToken));
        var found = document.GetPages().SelectMany(p => p.Letters).ToList();
        foreach (var letter in letters.Split(' '))
        {
            found.Count(l => l.Value == letter).ShouldBeGreaterThanOrEqualTo(2, $"{letter} in the heading and in the text");
        }
    }

    [Fact]
    public async Task Pdf_MajilisInKazakh_IsReadAsKazakh()
    {
        Pdf.Need("pdftotext");
        Flat(await Pdf.AskAsync("pdftotext", await Pdf.OfMajilis2021Async("kk"), "-raw", "-", "-")).ShouldContain("Жарияланған сандар бойынша қайта есептеу, комиссияның актісі емес.");
    }

    [Fact]
    public async Task Pdf_EveryFigureOfTheResult_StandsInTheText()
    {
        Pdf.Need();
        using var document = PdfDocument.Open(await Pdf.OfMajilis2021Async("en"));
        var words = document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text).ToHashSet();
        foreach (var figure in new[] { "5,148,074", "792,828", "659,019", "383,023", "258,618", "11,919,241", "6,599,921/98", "0.785551" })
        {
            words.ShouldContain(figure);
        }
    }

    [Fact]
    public async Task Pdf_LetterWithoutAGlyph_IsRefusedByName()
    {
        Pdf.Need();
        var paper = new Paper("en", "Title", string.Empty, string.Empty, [new TextBlock("The sign 漢 has no glyph.")]);
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => PaperPdf.WriteAsync(paper, TestContext.Current.CancellationToken));
        refusal.Message.ShouldBe("The font NotoSans-Regular.ttf has no letter '漢' (U+6F22), which stands in 'The sign 漢 has no glyph.'. Ship a font that has it.");
    }

    [Fact]
    public async Task Declare_LetterWithoutAGlyph_WritesNoPaperAtAll()
    {
        Pdf.Need();
        using var folder = ElectionFolder.OfLists("kz/majilis@2009-02-09", ("a", 600), ("b", 400)).Change("election.yaml", "{ en: List a }", "{ en: List 漢 }");
        var answer = await Terminal.RunAsync("declare", folder.Path, "--out", folder.Papers);
        answer.Code.ShouldBe(2);
        answer.Error.ShouldContain("has no letter '漢' (U+6F22)");
        Directory.Exists(folder.Papers).ShouldBeFalse();
    }

    private static string Flat(string text) => string.Join(' ', text.Split([' ', '\n', '\f', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
