using Mandate.Archive;
using Mandate.Archive.Pdf;
using NetVips;

namespace Mandate.Modules.Tests.TheArchive.Pdf;

/// <summary>The image on the page, as poppler draws it.</summary>
public class SheetPageTest
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Write_ImageThatIsTheFrame_IsSeenAsItIs(bool bilevel)
    {
        var inked = new InkedSheet().Block(MadePdf.Paragraph("en"), 120, 150, 900, 40);
        var seen = await SeenAsync(bilevel ? inked.Group4() : inked.Jpeg());
        (seen.Width, seen.Height).ShouldBe((InkedSheet.Width, InkedSheet.Height));
        Apart(seen, inked.Draw()).ShouldBeLessThan(1);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Write_ImageTurnedTwoDegrees_IsSeenTurned(bool bilevel)
    {
        var inked = new InkedSheet().Block(MadePdf.Paragraph("en"), 120, 150, 900, 40).Block(MadePdf.Paragraph("ru"), 120, 1100, 900, 40);
        var source = inked.Draw();
        var (sine, cosine) = Math.SinCos(2 * Math.PI / 180);
        var place = new Placement(cosine, sine, -sine, cosine, 40, -15);
        var seen = await SeenAsync(new(inked.Text(), bilevel ? InkedSheet.Group4(source, place) : InkedSheet.Jpeg(source, place), null));
        var expected = source.Affine([place.A, place.C, place.B, place.D], odx: place.E, ody: place.F, oarea: [0, 0, InkedSheet.Width, InkedSheet.Height], background: [255]);
        Apart(seen, source).ShouldBeGreaterThan(7);
        Apart(seen, expected).ShouldBeLessThan(1.5);
    }

    [Fact]
    public async Task Write_ImageLyingOnItsSide_IsSeenUpright()
    {
        var inked = new InkedSheet().Block(MadePdf.Paragraph("en"), 120, 150, 900, 40);
        var source = inked.Draw();
        var lying = source.Rot270();
        // A quarter turn clockwise: the top of what lies becomes the right side.
        var place = new Placement(0, 1, -1, 0, lying.Height, 0);
        Apart(await SeenAsync(new(inked.Text(), InkedSheet.Jpeg(lying, place), null)), source).ShouldBeLessThan(1);
    }

    [Fact]
    public async Task Write_ImageOfOtherSizeAndColour_IsFittedToTheFrame()
    {
        var inked = new InkedSheet();
        var half = Image.Black(InkedSheet.Width / 2, InkedSheet.Height / 2).Bandjoin([Image.Black(InkedSheet.Width / 2, InkedSheet.Height / 2) + 200, Image.Black(InkedSheet.Width / 2, InkedSheet.Height / 2) + 90]).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        var seen = Image.PngloadBuffer(await PdfTool.PngAsync(MadePdf.Write(MadePdf.Front(), new PdfSheet(inked.Text(), InkedSheet.Jpeg(half, new(2, 0, 0, 2, 0, 0)), null)), 2, 50));
        var pixel = seen.Getpoint(seen.Width - 2, seen.Height - 2);
        pixel[0].ShouldBe(0, 6);
        pixel[1].ShouldBe(200, 6);
        pixel[2].ShouldBe(90, 6);
    }

    [Fact]
    public async Task Write_ImageOfInks_IsSeenLightWhereThereIsLittle()
    {
        // A tenth of each ink. The library writes such files the way Adobe's programs do, with 255 for none.
        var ink = (Image.Black(200, 200, bands: 4) + 25).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);
        var image = InkedSheet.Jpeg(ink, new(6.2, 0, 0, 8.77, 0, 0));
        image.Components.ShouldBe(4);
        (await SeenAsync(new(new InkedSheet().Text(), image with { InvertedCmyk = true }, null))).Avg().ShouldBeGreaterThan(180);
        (await SeenAsync(new(new InkedSheet().Text(), image, null))).Avg().ShouldBeLessThan(40);
    }

    [Fact]
    public async Task Write_BlackIsOne_TurnsBlackToWhite()
    {
        var inked = new InkedSheet().Block(MadePdf.Paragraph("en"), 120, 150, 900, 40);
        var sheet = inked.Group4();
        var turned = await SeenAsync(sheet with { Image = sheet.Image with { BlackIsOne = !sheet.Image.BlackIsOne } });
        Apart(turned, inked.Draw().Invert()).ShouldBeLessThan(1);
    }

    private static async Task<Image> SeenAsync(PdfSheet sheet) =>
        Image.PngloadBuffer(await PdfTool.PngAsync(MadePdf.Write(MadePdf.Front(), sheet), 2, InkedSheet.Dpi)).Colourspace(Enums.Interpretation.Bw).ExtractBand(0);

    /// <summary>By how many grey levels two pages differ on average.</summary>
    private static double Apart(Image one, Image other) => (one - other).Abs().Avg();
}
