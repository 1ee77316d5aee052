using Mandate.Archive;
using Mandate.Archive.Reading;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Mandate.Modules.Tests.TheArchive.Reading;

public sealed class PdfTest
{
    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    public async Task ReadPage_DigitalPage_GivesItsOwnWordsInOrder(string language)
    {
        await using var rooms = new Rooms();
        var drawn = DrawnTexts.Paragraphs(language).Take(3).ToList();
        var file = rooms.Write("digital.pdf", Digital(drawn, columns: 1));

        var inspection = await rooms.InspectAsync(file);
        var read = await rooms.ReadAsync(file);

        (inspection.Kind, inspection.Pages, inspection.Refusal, inspection.Title).ShouldBe((FileKind.Pdf, 1, null, "A made document"));
        (read.Text.Origin, read.Text.Language, read.Problem).ShouldBe((TextOrigin.Digital, language, null));
        read.Text.Words.Select(word => word.Text).ShouldBe(drawn.SelectMany(text => text.Split(' ')));
        read.Text.Words.ShouldAllBe(word => word.Box.Left >= 200 && word.Box.Right <= read.Text.Width - 100 && word.Confidence == null);
        read.Print.Coding.ShouldBe(PrintCoding.Group4, "black letters on white");
        read.Compact.ShouldBeNull();
    }

    [Fact]
    public async Task ReadPage_TwoColumns_AreReadOneAfterTheOther()
    {
        await using var rooms = new Rooms();
        var drawn = DrawnTexts.Paragraphs("en").Take(4).ToList();

        var read = await rooms.ReadAsync(rooms.Write("columns.pdf", Digital(drawn, columns: 2)));

        read.Text.Words.Select(word => word.Text).ShouldBe(drawn.SelectMany(text => text.Split(' ')));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    public async Task ReadPage_PdfOfOneJpeg_PassesItThrough(int rotation)
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("ru", 1, new DrawnStyle { Turned = (360 - rotation) % 360 });
        var jpeg = File.ReadAllBytes(rooms.Save(drawn, "page.jpg"));
        var builder = new PdfDocumentBuilder();
        var (width, height) = (drawn.Image.Width * 0.24, drawn.Image.Height * 0.24);
        var page = builder.AddPage(width, height);
        page.AddJpeg(jpeg, new PdfRectangle(0, 0, width, height));
        if (rotation != 0)
        {
            page.SetRotation(new UglyToad.PdfPig.Content.PageRotationDegrees(rotation));
        }

        var read = await rooms.ReadAsync(rooms.Write("scan.pdf", builder.Build()), 1, "ru");

        (read.Text.Width, read.Text.Height, read.Text.Dpi, read.Text.Origin).ShouldBe((2480, 3508, 300, TextOrigin.Recognised));
        File.ReadAllBytes(read.Print.File).ShouldBe(jpeg);
        read.Print.Placement.ShouldBe(Placement.QuarterTurns(rotation, drawn.Image.Width, drawn.Image.Height));
        drawn.WordsRight(read.Text.Words.Select(word => word.Text)).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Fact]
    public async Task Inspect_LabelsAndBookmarks_AreRead()
    {
        await using var rooms = new Rooms();
        var file = rooms.Write("labels.pdf", RawPdf.Of(
            "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 5 /P (A-) >>] >> /Outlines 6 0 R >>",
            "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
            "<< /Title (Second part) /Parent 6 0 R /Dest [5 0 R /Fit] >>"));

        var inspection = await rooms.InspectAsync(file);

        inspection.Labels.ShouldBe(["i", "ii", "A-5"]);
        inspection.Outline.ShouldBe([new OutlineEntry("Second part", 0, 3)]);
    }

    /// <summary>A page of text in one or two columns of 12 points, drawn word by word without a space between.</summary>
    private static byte[] Digital(List<string> paragraphs, int columns)
    {
        var builder = new PdfDocumentBuilder { DocumentInformation = { Title = "A made document" } };
        var font = builder.AddTrueTypeFont(File.ReadAllBytes("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"));
        var page = builder.AddPage(595, 842);
        var (width, size) = (columns == 1 ? 470.0 : 220.0, columns == 1 ? 11.0 : 9.0);
        double column = 0, y = 780;
        for (var at = 0; at < paragraphs.Count; at++)
        {
            if (columns == 2 && at == paragraphs.Count / 2)
            {
                (column, y) = (260, 780);
            }

            var x = 0.0;
            foreach (var word in paragraphs[at].Split(' '))
            {
                var letters = page.MeasureText(word, size, new PdfPoint(0, 0), font);
                var end = letters.Max(letter => letter.EndBaseLine.X);
                if (x + end > width)
                {
                    (x, y) = (0, y - size * 1.4);
                }

                page.AddText(word, size, new PdfPoint(60 + column + x, y), font);
                x += end + size * 0.32;
            }

            y -= size * 2.6;
        }

        return builder.Build();
    }
}
