using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>Writes the files of a page.</summary>
internal sealed class Outputs(string folder)
{
    private const int ViewDpi = 200;
    private const int ViewSide = 5000;
    private const int ThumbWidth = 200;

    /// <summary>Writes the view and the thumb of a page that stands upright.</summary>
    /// <param name="upright">The page, not yet straight.</param>
    /// <param name="dpi">Pixels an inch of it.</param>
    /// <param name="skew">Degrees clockwise to turn back.</param>
    /// <param name="lineWork">Whether it is black and white by nature.</param>
    public (ImageFile View, ImageFile Thumb) Look(Image upright, int dpi, double skew, bool lineWork)
    {
        var scale = Math.Min(1.0, Math.Min((double)ViewDpi / dpi, (double)ViewSide / Math.Max(upright.Width, upright.Height)));
        using var sized = (scale < 1 ? upright.Resize(scale, kernel: Enums.Kernel.Linear) : upright).CopyMemory();
        using var straight = Pixels.Turned(sized, -skew).CopyMemory();
        return (View(straight, lineWork), Thumb(straight));
    }

    /// <summary>Writes a view as it is: line work as PNG of 16 levels of grey, else as JPEG.</summary>
    public ImageFile View(Image image, bool lineWork)
    {
        var file = Path.Combine(folder, lineWork ? "view.png" : "view.jpg");
        if (lineWork)
        {
            Pixels.Greyed(image).Pngsave(file, bitdepth: 4, compression: 6, keep: Enums.ForeignKeep.None);
        }
        else
        {
            image.Jpegsave(file, q: 80, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        }

        return new ImageFile(file, lineWork ? "image/png" : "image/jpeg", image.Width, image.Height);
    }

    /// <summary>Writes a thumb.</summary>
    public ImageFile Thumb(Image image)
    {
        using var small = image.ThumbnailImage(ThumbWidth, height: 4 * ThumbWidth);
        var file = Path.Combine(folder, "thumb.jpg");
        small.Jpegsave(file, q: 75, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        return new ImageFile(file, "image/jpeg", small.Width, small.Height);
    }

    /// <summary>Writes a JPEG untouched.</summary>
    public PrintImage Passed(PassedJpeg jpeg, Placement place)
    {
        var file = Path.Combine(folder, "print.jpg");
        File.WriteAllBytes(file, jpeg.Bytes);
        return PrintImage.At(place, file, PrintCoding.Jpeg, jpeg.Header.Width, jpeg.Header.Height, jpeg.Header.Components, jpeg.InvertedCmyk);
    }

    /// <summary>Writes an image as a new JPEG, nothing but its pixels.</summary>
    public PrintImage Coded(Image image, Placement place)
    {
        var file = Path.Combine(folder, "print.jpg");
        image.Jpegsave(file, q: 85, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        return PrintImage.At(place, file, PrintCoding.Jpeg, image.Width, image.Height, image.Bands);
    }

    /// <summary>Writes a black-and-white image; up to 15 white pixels are added to the right and below.</summary>
    public PrintImage Bilevel(Image image, Placement place, string name)
    {
        var file = Path.Combine(folder, name + ".g4");
        var (strip, width, height) = Group4.Encode(image);
        File.WriteAllBytes(file, strip);
        return PrintImage.At(place, file, PrintCoding.Group4, width, height, 1);
    }

    /// <summary>Writes the words as ALTO.</summary>
    public string Alto(PageText text)
    {
        var file = Path.Combine(folder, "alto.xml");
        using var stream = File.Create(file);
        AltoWriter.Write(stream, text);
        return file;
    }
}
