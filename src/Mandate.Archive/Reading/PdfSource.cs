using NetVips;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace Mandate.Archive.Reading;

/// <summary>Pages of PDFs.</summary>
/// <remarks>
/// A page whose own visible text can be read is digital: its words are the document's. A page that is an image is a scan
/// and is recognised; invisible text that an earlier recognition laid over it is not used, since nobody knows how good it
/// is or where its words stand. So is a page whose letters are unmapped.
/// </remarks>
internal static class PdfSource
{
    /// <summary>An image over this share of a page with little text makes it a scan.</summary>
    private const double Covering = 0.6;

    /// <summary>Letters of a stamp or a note over a scan; a page with more has text of its own.</summary>
    private const int FewLetters = 150;

    /// <summary>Reads a page.</summary>
    /// <exception cref="ReadingException">It cannot even be drawn.</exception>
    public static SourcePage Read(PdfFile pdf, int number, ReadingOptions options)
    {
        PdfPage? page = null;
        string? problem = null;
        try
        {
            page = pdf.Document?.GetPage(number);
            return page is null ? Drawn(pdf, number, options.Dpi, options, bilevel: false, scan: true, null, null) : Understood(pdf, page, options);
        }
        catch (Exception exception) when (exception is not ReadingException and not OutOfMemoryException && page is null)
        {
            problem = "The page's structure could not be understood; its words were recognised from its picture.";
        }

        return Drawn(pdf, number, options.Dpi, options, bilevel: false, scan: true, null, problem);
    }

    private static SourcePage Understood(PdfFile pdf, PdfPage page, ReadingOptions options)
    {
        var images = Tried(() => page.GetImages().ToList()) ?? [];
        var area = Math.Max(1, page.Width * page.Height);
        var largest = images.MaxBy(image => Area(image.BoundingBox));
        var covered = largest is null ? 0 : Area(largest.BoundingBox) / area;
        var letters = page.Letters.Where(letter => letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip)).ToList();
        var printed = letters.Count(letter => !string.IsNullOrWhiteSpace(letter.Value));
        if (largest is null || covered < Covering || printed > FewLetters)
        {
            var readable = printed > 0 && PdfWords.AreReadable(letters);
            var scan = !readable && (printed > 0 || covered > 0.05);
            return Drawn(pdf, page.Number, options.Dpi, options, bilevel: false, scan, readable ? dpi => PdfWords.Of(letters, page.Height, dpi) : scan ? null : static _ => [], null);
        }

        var dpi = ImageDpi(largest);
        var bilevel = largest.BitsPerComponent == 1 && images.Count == 1;
        var alone = images.Count == 1 && printed == 0 && page.Paths.All(path => !path.IsFilled && !path.IsStroked) && covered > 0.97;
        return (alone ? Whole(page, largest, options) : null) ?? Drawn(pdf, page.Number, Math.Clamp(dpi, 150, 600), options, bilevel, scan: true, null, null);
    }

    /// <summary>A page that is one JPEG, taken as it is; null where it is none, or does not fill the page pixel by pixel.</summary>
    private static SourcePage? Whole(PdfPage page, IPdfImage image, ReadingOptions options)
    {
        var (width, height) = (image.WidthInSamples, image.HeightInSamples);
        if (!IsPlainJpeg(image) || JpegHeader.Read(image.RawBytes) is not { Embeddable: true, Components: 1 or 3 } header || header.Width != width || header.Height != height || (long)width * height > options.MaxPixels)
        {
            return null;
        }

        var (across, dpi) = (Distance(image.BoundingBox.BottomLeft, image.BoundingBox.BottomRight), ImageDpi(image));
        if (dpi is < 72 or > 600 || Math.Abs(Distance(image.BoundingBox.BottomLeft, image.BoundingBox.TopLeft) / height * width / across - 1) > 0.01)
        {
            return null;
        }

        var place = OnFrame(image.BoundingBox, width, height, page.Height, width / across * 72);
        foreach (var turn in (int[])[0, 90, 180, 270])
        {
            var exact = Placement.QuarterTurns(turn, width, height);
            var near = ((double X, double Y)[])[(0, 0), (width, 0), (0, height)];
            var limit = Math.Max(width, height) * 0.01;
            if (near.All(point => Far(exact.Apply(point.X, point.Y), place.Apply(point.X, point.Y)) < limit))
            {
                var bytes = image.RawBytes.ToArray();
                using var loaded = Image.JpegloadBuffer(bytes, failOn: Enums.FailOn.None);
                var turned = turn switch { 90 => loaded.Rot90(), 180 => loaded.Rot180(), 270 => loaded.Rot270(), _ => loaded };
                var plain = Pixels.Plain(turned);
                return new SourcePage(plain, dpi, plain.Bands == 1 && Pixels.IsBilevel(plain), Scan: true, null, new PassedJpeg(bytes, header, false, exact), null);
            }
        }

        return null;
    }

    /// <summary>Draws a page, at a lower resolution where it would have too many pixels.</summary>
    private static SourcePage Drawn(PdfFile pdf, int number, int dpi, ReadingOptions options, bool bilevel, bool scan, Func<int, IReadOnlyList<Word>>? words, string? problem)
    {
        try
        {
            using var small = Image.Pdfload(pdf.Drawn, page: number - 1, dpi: 72);
            double points = Math.Max(1, (double)small.Width * small.Height), longer = Math.Max(small.Width, small.Height);
            var most = Math.Min(Math.Sqrt(options.MaxPixels * 0.98 / points), (options.MaxSide - 1) / longer) * 72;
            dpi = Math.Max(1, Math.Min(dpi, (int)most));
            using var page = Image.Pdfload(pdf.Drawn, page: number - 1, dpi: dpi, background: [255, 255, 255, 255]);
            var raster = Pixels.Plain(page);
            if (raster.Bands == 3 && Pixels.IsGrey(raster))
            {
                var grey = raster[1].Copy(interpretation: Enums.Interpretation.Bw).CopyMemory();
                raster.Dispose();
                raster = grey;
            }

            return new SourcePage(raster, dpi, bilevel, scan, words?.Invoke(dpi), null, problem);
        }
        catch (VipsException exception)
        {
            throw new ReadingException($"The page cannot be drawn: {exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) ?? exception.Message}", exception);
        }
    }

    /// <summary>Whether an image of a PDF is a JPEG and nothing more: no mask, no other filter, colours that a device has.</summary>
    private static bool IsPlainJpeg(IPdfImage image)
    {
        var filter = image.ImageDictionary.TryGet(NameToken.Filter, out var token) ? token : null;
        var name = filter is ArrayToken { Length: 1 } only ? only.Data[0] as NameToken : filter as NameToken;
        var plainColours = image.ColorSpaceDetails is { Type: ColorSpace.DeviceGray or ColorSpace.DeviceRGB or ColorSpace.CalGray or ColorSpace.CalRGB or ColorSpace.ICCBased };
        return name?.Data is "DCTDecode" or "DCT" && image.MaskImage is null && !image.IsImageMask && plainColours
            && !image.ImageDictionary.ContainsKey(NameToken.Create("Mask")) && (image.Decode.Count == 0 || image.Decode.Index().All(item => item.Item == item.Index % 2));
    }

    /// <summary>Where an image's pixels lie on a frame of a resolution.</summary>
    private static Placement OnFrame(PdfRectangle bounds, int width, int height, double pageHeight, double dpi)
    {
        var scale = dpi / 72;
        PdfPoint corner = bounds.TopLeft, right = bounds.TopRight, down = bounds.BottomLeft;
        return new Placement(
            (right.X - corner.X) / width * scale, -(right.Y - corner.Y) / width * scale,
            (down.X - corner.X) / height * scale, -(down.Y - corner.Y) / height * scale,
            corner.X * scale, (pageHeight - corner.Y) * scale);
    }

    private static int ImageDpi(IPdfImage image) => (int)Math.Clamp(Math.Round(image.WidthInSamples / Math.Max(0.01, Distance(image.BoundingBox.BottomLeft, image.BoundingBox.BottomRight)) * 72), 1, 10_000);

    private static double Area(PdfRectangle bounds) => Distance(bounds.BottomLeft, bounds.BottomRight) * Distance(bounds.BottomLeft, bounds.TopLeft);

    private static double Distance(PdfPoint from, PdfPoint to) => Far((from.X, from.Y), (to.X, to.Y));

    private static double Far((double X, double Y) from, (double X, double Y) to) => Math.Sqrt((from.X - to.X) * (from.X - to.X) + (from.Y - to.Y) * (from.Y - to.Y));

    private static T? Tried<T>(Func<T> get)
        where T : class
    {
        try
        {
            return get();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }
}
