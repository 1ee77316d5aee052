using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>Pages that are images: JPEG, PNG, TIFF, JPEG 2000.</summary>
internal static class ImageSource
{
    /// <summary>Looks at a file's header.</summary>
    /// <exception cref="ReadingException">It is damaged or larger than allowed.</exception>
    public static Inspection Inspect(string file, FileKind kind, ReadingOptions options)
    {
        using var image = Open(file, kind, 0, options);
        var pages = kind == FileKind.Tiff && image.GetTypeOf("n-pages") != IntPtr.Zero ? Convert.ToInt32(image.Get("n-pages"), System.Globalization.CultureInfo.InvariantCulture) : 1;
        if (pages > options.MaxPages)
        {
            throw new ReadingException($"The file has {pages} pages; at most {options.MaxPages} are read. Split it.");
        }

        return new Inspection(kind, FileKinds.MediaType(kind), pages, null, null, null, [], [], []);
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="ReadingException">It is damaged or larger than allowed.</exception>
    public static SourcePage Read(string file, FileKind kind, int page, ReadingOptions options)
    {
        using var header = Open(file, kind, page - 1, options);
        var orientation = header.GetTypeOf("orientation") != IntPtr.Zero ? Convert.ToInt32(header.Get("orientation"), System.Globalization.CultureInfo.InvariantCulture) : 1;
        try
        {
            var plain = Pixels.Plain(header.Autorot());
            var dpi = Resolution(header);
            var bilevel = plain.Bands == 1 && Pixels.IsBilevel(plain);
            if (dpi > 600)
            {
                var smaller = plain.Resize(600.0 / dpi).CopyMemory();
                plain.Dispose();
                (plain, dpi) = (smaller, 600);
            }

            var jpeg = kind == FileKind.Jpeg ? Passed(file, orientation, header, plain) : null;
            return new SourcePage(plain, dpi, bilevel, Scan: true, null, jpeg, null);
        }
        catch (VipsException exception)
        {
            throw new ReadingException($"The image is damaged: {FirstLine(exception.Message)}", exception);
        }
    }

    /// <summary>Pixels an inch: what the image says where that makes a sensible sheet, else what makes its long side that of A4.</summary>
    public static int Resolution(Image image)
    {
        var longer = Math.Max(image.Width, image.Height);
        var said = image.Xres * 25.4;
        var sensible = said is >= 100 and <= 2400 && longer / said is >= 2 and <= 60;
        return (int)Math.Clamp(Math.Round(sensible ? said : longer / 11.69), 72, sensible ? 2400 : 600);
    }

    private static PassedJpeg? Passed(string file, int orientation, Image header, Image raster)
    {
        var bytes = File.ReadAllBytes(file);
        if (JpegHeader.Read(bytes) is not { Embeddable: true } found || found.Width != header.Width || found.Height != header.Height)
        {
            return null;
        }

        var upright = Placement.Upright(orientation, header.Width, header.Height);
        var (width, height) = orientation >= 5 ? (header.Height, header.Width) : (header.Width, header.Height);
        return new PassedJpeg(bytes, found, found.Components == 4 && found.Adobe, upright.Then(Placement.Scale((double)raster.Width / width, (double)raster.Height / height)));
    }

    private static Image Open(string file, FileKind kind, int page, ReadingOptions options)
    {
        try
        {
            var image = kind switch
            {
                FileKind.Jpeg => Image.Jpegload(file, failOn: Enums.FailOn.Truncated),
                FileKind.Png => Image.Pngload(file, failOn: Enums.FailOn.Truncated),
                FileKind.Tiff => Image.Tiffload(file, page: page, failOn: Enums.FailOn.Truncated),
                FileKind.Jpeg2000 => Image.Jp2kload(file, failOn: Enums.FailOn.Truncated),
                FileKind.Pdf or FileKind.Unknown => throw new ReadingException("The file is no image; expected JPEG, PNG, TIFF or JPEG 2000."),
                _ => throw new ReadingException("The file is no image; expected JPEG, PNG, TIFF or JPEG 2000."),
            };
            if ((long)image.Width * image.Height > options.MaxPixels || image.Width > options.MaxSide || image.Height > options.MaxSide)
            {
                var (width, height) = (image.Width, image.Height);
                image.Dispose();
                throw new ReadingException($"The image is {width} × {height} pixels; at most {options.MaxPixels} pixels and {options.MaxSide} a side are read. Scan it at a lower resolution.");
            }

            return image;
        }
        catch (VipsException exception)
        {
            throw new ReadingException($"The image is damaged: {FirstLine(exception.Message)}", exception);
        }
    }

    private static string FirstLine(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 1 ? lines[1] : lines.FirstOrDefault() ?? "nothing more is known.";
    }
}
