namespace Mandate.Archive.Pdf;

/// <summary>Writes a page of the document: its image, and over it its words.</summary>
internal static class SheetPage
{
    private const double PointsAnInch = 72;

    /// <summary>Writes a sheet's image and content.</summary>
    /// <param name="file">The file.</param>
    /// <param name="font">The font of its words.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="name">How the sheet is called, for messages and for those who cannot see an image without words.</param>
    /// <param name="language">The document's language; null where it is not known.</param>
    /// <returns>The page, without its place in the tree of pages, and its tags.</returns>
    /// <exception cref="ArgumentException">The sheet cannot be a page of a PDF.</exception>
    public static (PdfPage Page, Tag Tag) Write(PdfFile file, UnseenFont font, PdfSheet sheet, string name, string? language)
    {
        var (text, image) = (sheet.Text, sheet.Image);
        Check(text, image, name);
        var scale = PointsAnInch / text.Dpi;
        double width = Math.Round(text.Width * scale, 3), height = Math.Round(text.Height * scale, 3);
        int pixels = file.Reserve(), content = file.Reserve();
        file.Stream(pixels, Entries(image), image.Bytes);

        var words = new PdfContent();
        var blocks = TextLayer.Write(words, text, out var planes);
        var place = image.Placement;
        var (across, up) = (scale * image.Width, scale * image.Height);
        var commands = new PdfContent()
            .Add(blocks > 0 ? "/Artifact BMC\n" : "/Figure<</MCID 0>>BDC\n")
            .Add("q\n").Add(0, 0, width, height).Add("re W n\n")
            .Add(place.A * across, -place.B * across, -place.C * up, place.D * up)
            .Add((place.C * up) + (place.E * scale), height - (place.D * up) - (place.F * scale)).Add("cm\n/I Do\nQ\nEMC\n");
        var tag = new Tag("Sect", Attributes: $"/T{PdfSyntax.Text(name)}{(text.Language is { } own && own != language ? $"/Lang{PdfSyntax.Text(own)}" : string.Empty)}");
        if (blocks > 0)
        {
            commands.Add("q\n").Add(width / text.Width, 0, 0, height / text.Height, 0, 0).Add("cm\n").Add(words).Add("Q\n");
            tag.Kids.AddRange(Enumerable.Range(0, blocks).Select(block => new Tag("P", block)));
        }
        else
        {
            tag.Kids.Add(new Tag("Figure", 0, $"/Alt{PdfSyntax.Text(name)}/A<</O/Layout/Placement/Block/BBox[0 0 {PdfSyntax.Number(width)} {PdfSyntax.Number(height)}]>>"));
        }

        file.Deflated(content, string.Empty, commands.Bytes);
        var fonts = planes == 0 ? string.Empty : $"/Font<<{font.Resources(planes)}>>";
        return (new PdfPage(width, height, content, $"{fonts}/XObject<</I {PdfSyntax.Ref(pixels)}>>"), tag);
    }

    private static string Entries(SheetImage image)
    {
        var size = $"/Type/XObject/Subtype/Image/Width {PdfSyntax.Number(image.Width)}/Height {PdfSyntax.Number(image.Height)}";
        return image.Coding switch
        {
            PrintCoding.Group4 => $"{size}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {PdfSyntax.Number(image.Width)}/Rows {PdfSyntax.Number(image.Height)}/BlackIs1 {(image.BlackIsOne ? "true" : "false")}>>",
            PrintCoding.Jpeg => $"{size}/BitsPerComponent 8/ColorSpace/{image.Components switch { 1 => "DeviceGray", 3 => "DeviceRGB", _ => "DeviceCMYK" }}/Filter/DCTDecode{(image.Components == 4 && image.InvertedCmyk ? "/Decode[1 0 1 0 1 0 1 0]" : string.Empty)}",
            _ => throw new InvalidOperationException($"Bug in {nameof(SheetPage)}: coding {image.Coding}."),
        };
    }

    private static void Check(PageText text, SheetImage image, string name)
    {
        if (text.Width < 1 || text.Height < 1 || text.Dpi < 1)
        {
            throw new ArgumentException($"{name}: the frame is {text.Width} × {text.Height} pixels at {text.Dpi} an inch; expected at least 1 each.");
        }

        if (image.Width < 1 || image.Height < 1 || image.Bytes.Length == 0)
        {
            throw new ArgumentException($"{name}: the image is {image.Width} × {image.Height} pixels in {image.Bytes.Length} bytes; expected at least 1 each.");
        }

        var place = image.Placement;
        if (!double.IsFinite(place.A + place.B + place.C + place.D + place.E + place.F))
        {
            throw new ArgumentException($"{name}: the image is placed by {place}; expected numbers.");
        }

        if (image.Coding == PrintCoding.Jpeg && (image.Components is not (1 or 3 or 4) || !image.Bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])))
        {
            throw new ArgumentException($"{name}: found bytes said to be a JPEG of {image.Components} channels; expected bytes that begin with FF D8, and 1, 3 or 4 channels.");
        }
    }
}
