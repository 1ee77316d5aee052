using UglyToad.PdfPig;

namespace Mandate.Modules.Tests.TheArchive.Pdf;

public class CoverPageTest
{
    public static TheoryData<string> Languages => MadePdf.Languages;

    [Theory, MemberData(nameof(Languages))]
    public async Task Write_Cover_HasAllItsWords(string language)
    {
        var front = MadePdf.Front(language);
        var words = string.Join(' ', await PdfTool.WordsAsync(MadePdf.Write(front), 1, "-raw"));
        words.ShouldContain(front.Title);
        words.ShouldContain(front.Cover.Notices[0]);
        words.ShouldContain("Ұлттық кітапхана");
        foreach (var (name, value) in front.Cover.Facts)
        {
            words.Replace(" ", string.Empty, StringComparison.Ordinal).ShouldContain((name + value).Replace(" ", string.Empty, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Write_Cover_IsSmallAndItsFontsAreCutDown(string language)
    {
        var pdf = MadePdf.Write(MadePdf.Front(language));
        pdf.Length.ShouldBeLessThan(40 * 1024);
        var fonts = (await PdfTool.TextAsync(pdf, "pdffonts", "{}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        fonts.Length.ShouldBe(2);
        fonts.ShouldAllBe(font => System.Text.RegularExpressions.Regex.IsMatch(font, "^[A-Z]{6}\\+NotoSans-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes "));
    }

    [Fact]
    public async Task Write_LongValues_StayInsideTheMargins()
    {
        var boxes = await PdfTool.BoxesAsync(MadePdf.Write(MadePdf.Front()), 1);
        boxes.ShouldAllBe(word => word.Left >= 59.9 && word.Right <= 595.28 - 59.9 && word.Bottom < 841.89);
        var hashTop = boxes.First(word => word.Text == "SHA-256").Top - 3;
        var hash = boxes.Where(word => word.Top > hashTop && word.Top < hashTop + 24 && word.Left > 180 && MadePdf.Hash.Contains(word.Text, StringComparison.Ordinal)).ToArray();
        string.Concat(hash.Select(word => word.Text)).ShouldBe(MadePdf.Hash);
        hash.Length.ShouldBe(2, "The hash is wider than a line.");
        hash.ShouldAllBe(word => word.Text.Length > 28, "A word that has to be broken is broken in parts of about one length.");
    }

    [Fact]
    public async Task Write_MoreFactsThanAPageHolds_MakesThePageHigher()
    {
        var front = MadePdf.Front();
        front = front with { Cover = front.Cover with { Facts = [.. Enumerable.Range(0, 60).Select(k => ($"Fact {k}", $"value{k}"))] } };
        var pdf = MadePdf.Write(front);
        (await PdfTool.BoxesAsync(pdf, 1)).ShouldContain(word => word.Text == "value59");
        using var read = PdfDocument.Open(pdf);
        read.NumberOfPages.ShouldBe(1);
        read.GetPage(1).Height.ShouldBeGreaterThan(1000);
        read.GetPage(1).GetWords().ShouldAllBe(word => word.BoundingBox.Bottom > 40);
    }

    [Fact]
    public async Task Write_LettersThatLookAlike_AreCopiedAsWhatTheyAre()
    {
        var front = MadePdf.Front() with { Authors = ["ABC АВС OРp ОРр"] };
        (await PdfTool.WordsAsync(MadePdf.Write(front), 1, "-raw")).ShouldContain("АВС");
    }

    [Theory]
    [InlineData("Report 漢", "The cover's font NotoSans-Bold has no letter '漢' (U+6F22). Leave the letter out of the cover, or give the font it needs.")]
    [InlineData("Report 🗳", "The cover's font NotoSans-Bold has no letter '🗳' (U+1F5F3). Leave the letter out of the cover, or give the font it needs.")]
    public void Write_LetterThatTheFontLacks_IsRefusedByName(string title, string message)
    {
        var front = MadePdf.Front();
        Should.Throw<InvalidOperationException>(() => MadePdf.Write(front with { Cover = front.Cover with { Title = title } })).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Write_SpacesAndLettersThatShowNothing_AreEvened()
    {
        var front = MadePdf.Front();
        var words = string.Join(' ', await PdfTool.WordsAsync(MadePdf.Write(front with { Cover = front.Cover with { Title = "A\u00ADct \t of\r\n2031\u202F№\u200B 5" } }), 1, "-raw"));
        words.ShouldContain("Act of 2031");
        words.ShouldContain("№ 5");
    }
}
