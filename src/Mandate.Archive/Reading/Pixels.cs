using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>Bringing images to the two forms that pages have here: grey or sRGB, bytes, no transparency.</summary>
internal static class Pixels
{
    /// <summary>Sets vips up for untrusted files: one thread, no cache, and only the five kinds of files that are read.</summary>
    public static void Guard()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in (string[])["VipsForeignLoadPdf", "VipsForeignLoadTiff", "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadJp2k"])
        {
            Operation.Block(loader, false);
        }
    }

    /// <summary>Makes any image grey or sRGB, with white under what is transparent, in memory.</summary>
    public static Image Plain(Image image)
    {
        if (image.HasAlpha())
        {
            image = image.Flatten(background: [255]);
        }

        image = image.Interpretation switch
        {
            Enums.Interpretation.Bw or Enums.Interpretation.Srgb when image.Format == Enums.BandFormat.Uchar => image,
            Enums.Interpretation.Bw or Enums.Interpretation.Grey16 => image.Colourspace(Enums.Interpretation.Bw),
            Enums.Interpretation.Multiband or Enums.Interpretation.Matrix => Stretched(image[0]),
            _ => image.Colourspace(Enums.Interpretation.Srgb),
        };
        image = image.Bands is 1 or 3 ? image : image[0];
        return (image.Format == Enums.BandFormat.Uchar ? image : image.Cast(Enums.BandFormat.Uchar)).CopyMemory();
    }

    /// <summary>The page in levels of grey.</summary>
    public static Image Greyed(Image plain) => plain.Bands == 1 ? plain : plain.Colourspace(Enums.Interpretation.Bw)[0];

    /// <summary>Whether an image in colour shows none.</summary>
    public static bool IsGrey(Image plain)
    {
        using var spread = (plain[0] - plain[1]).Abs() + (plain[1] - plain[2]).Abs();
        return spread.Max() <= 8;
    }

    /// <summary>Whether nearly all pixels are quite black or quite white.</summary>
    public static bool IsBilevel(Image grey)
    {
        var counts = Histogram(grey);
        var middle = counts[8..248].Sum(count => (long)count);
        return middle * 1000 < (long)grey.Width * grey.Height;
    }

    /// <summary>Whether a drawn page loses nothing that matters in black and white: dark letters with soft edges, no colour, no shade.</summary>
    public static bool IsLineWork(Image plain)
    {
        if (plain.Bands == 3)
        {
            using var spread = (plain[0] - plain[1]).Abs() + (plain[1] - plain[2]).Abs();
            using var coloured = spread > 40;
            if (coloured.Avg() / 255 > 0.0005)
            {
                return false;
            }
        }

        var counts = Histogram(Greyed(plain));
        var all = (double)plain.Width * plain.Height;
        long dark = Sum(counts, 0, 64), middle = Sum(counts, 64, 200), light = Sum(counts, 200, 250);
        return middle < dark + all * 0.002 && light < dark + all * 0.002;
    }

    /// <summary>Turns about the middle, clockwise, keeping the size; what comes in at the corners is white.</summary>
    public static Image Turned(Image image, double degrees, double scale = 1)
    {
        if (degrees == 0 && scale == 1)
        {
            return image;
        }

        var (width, height) = ((int)Math.Round(image.Width * scale), (int)Math.Round(image.Height * scale));
        var place = Placement.TurnAbout(degrees, image.Width, image.Height).Then(Placement.Scale(scale, scale));
        return Placed(image, place, width, height);
    }

    /// <summary>Lays an image on a white sheet of a size.</summary>
    public static Image Placed(Image image, Placement place, int width, int height)
    {
        // vips maps the middles of pixels with corner (0, 0); half a pixel is given and taken.
        var (x, y) = place.Apply(0.5, 0.5);
        using var bilinear = Interpolate.NewFromName("bilinear");
        return image.Affine([place.A, place.C, place.B, place.D], interpolate: bilinear, oarea: [0, 0, width, height], odx: x - 0.5, ody: y - 0.5,
            background: [.. Enumerable.Repeat(255.0, image.Bands)], extend: Enums.Extend.Background);
    }

    /// <summary>How many pixels have each of the 256 levels.</summary>
    private static uint[] Histogram(Image grey)
    {
        using var histogram = grey.HistFind();
        var counts = histogram.Cast(Enums.BandFormat.Uint).WriteToMemory<uint>();
        Array.Resize(ref counts, 256);
        return counts;
    }

    private static long Sum(uint[] counts, int from, int to)
    {
        long sum = 0;
        for (var at = from; at < to; at++)
        {
            sum += counts[at];
        }

        return sum;
    }

    private static Image Stretched(Image band) => band.Format == Enums.BandFormat.Uchar ? band.Copy(interpretation: Enums.Interpretation.Bw) : band.ScaleImage().Copy(interpretation: Enums.Interpretation.Bw);
}
