using System.Globalization;

namespace Mandate.Reports.Pictures;

/// <summary>Colours that readers with any colour vision can tell apart.</summary>
/// <remarks>
/// Difference: CIEDE2000 (CIE 142:2001; Sharma, Wu and Dalal 2005). Simulation of protanopia, deuteranopia and tritanopia:
/// Machado, Oliveira and Fernandes 2009, severity 1; tritanopia also by Brettel, Viénot and Mollon 1997, which takes blue
/// and green for far more alike. Contrast: WCAG 2.2.
/// </remarks>
public static class Palette
{
    /// <summary>The least difference between neighbours.</summary>
    public const double LeastDifference = 15;

    private const double LeastContrast = 3;

    /// <summary>What colours are set apart by: simulations of one condition differ by up to two.</summary>
    private const double Aim = LeastDifference + 2;

    private static readonly double[][] Visions =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    // The half planes of Brettel, Viénot and Mollon for tritanopia in linear sRGB; the plane between them is in the method.
    private static readonly double[] TritanopiaAbove = [1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911];
    private static readonly double[] TritanopiaBelow = [0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796];

    /// <summary>The smallest difference between neighbours over normal and three simulated visions.</summary>
    /// <param name="colours">Colours as <c>#rrggbb</c> in the order in which they stand.</param>
    public static double SmallestNeighbourDifference(IReadOnlyList<string> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        return colours.Count < 2 ? double.MaxValue : Enumerable.Range(1, colours.Count - 1).Min(i => Difference(colours[i - 1], colours[i]));
    }

    /// <summary>The colours, changed in lightness only where a neighbour is too near or white too close.</summary>
    public static IReadOnlyList<string> Separate(IReadOnlyList<string> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        var result = new List<string>();
        foreach (var colour in colours)
        {
            result.Add(Variants(colour).FirstOrDefault(v => Contrast(v) >= LeastContrast && (result.Count == 0 || Difference(result[^1], v) >= Aim)) ?? colour);
        }

        return result;
    }

    /// <summary>The smallest CIEDE2000 difference of two colours over all visions.</summary>
    public static double Difference(string a, string b)
    {
        var (x, y) = (Linear(a), Linear(b));
        return Math.Min(Visions.Min(v => Ciede2000(Lab(x, v), Lab(y, v))), Ciede2000(Lab(x, Tritanopia(x)), Lab(y, Tritanopia(y))));
    }

    /// <summary>Contrast with white, 1 to 21.</summary>
    public static double Contrast(string colour)
    {
        var (r, g, b) = Linear(colour);
        return 1.05 / ((0.2126 * r) + (0.7152 * g) + (0.0722 * b) + 0.05);
    }

    /// <summary>CIEDE2000 between two colours of CIE L*a*b*.</summary>
    internal static double Ciede2000((double L, double A, double B) x, (double L, double A, double B) y)
    {
        var mean = (Math.Sqrt((x.A * x.A) + (x.B * x.B)) + Math.Sqrt((y.A * y.A) + (y.B * y.B))) / 2;
        var g = 0.5 * (1 - Math.Sqrt(Math.Pow(mean, 7) / (Math.Pow(mean, 7) + Math.Pow(25, 7))));
        double a1 = x.A * (1 + g), a2 = y.A * (1 + g);
        double c1 = Math.Sqrt((a1 * a1) + (x.B * x.B)), c2 = Math.Sqrt((a2 * a2) + (y.B * y.B));
        double h1 = Hue(a1, x.B), h2 = Hue(a2, y.B);
        double dl = y.L - x.L, dc = c2 - c1;
        var dh = c1 * c2 == 0 ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        var bigH = 2 * Math.Sqrt(c1 * c2) * Math.Sin(dh * Math.PI / 360);
        double l = (x.L + y.L) / 2, c = (c1 + c2) / 2;
        var h = c1 * c2 == 0 ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        var t = 1 - (0.17 * Cos(h - 30)) + (0.24 * Cos(2 * h)) + (0.32 * Cos((3 * h) + 6)) - (0.20 * Cos((4 * h) - 63));
        var rotation = 30 * Math.Exp(-Math.Pow((h - 275) / 25, 2));
        var rc = 2 * Math.Sqrt(Math.Pow(c, 7) / (Math.Pow(c, 7) + Math.Pow(25, 7)));
        var sl = 1 + (0.015 * Math.Pow(l - 50, 2) / Math.Sqrt(20 + Math.Pow(l - 50, 2)));
        double sc = 1 + (0.045 * c), sh = 1 + (0.015 * c * t);
        var rt = -Math.Sin(2 * rotation * Math.PI / 180) * rc;
        return Math.Sqrt(Math.Pow(dl / sl, 2) + Math.Pow(dc / sc, 2) + Math.Pow(bigH / sh, 2) + (rt * (dc / sc) * (bigH / sh)));
    }

    private static double[] Tritanopia((double R, double G, double B) c) =>
        (0.03901 * c.R) - (0.02788 * c.G) - (0.01113 * c.B) >= 0 ? TritanopiaAbove : TritanopiaBelow;

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);

    private static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    /// <summary>The colour itself, then darker and lighter ones by turns.</summary>
    private static IEnumerable<string> Variants(string colour)
    {
        yield return colour;
        var (r, g, b) = Bytes(colour);
        for (var step = 1; step <= 20; step++)
        {
            var dark = 1 - (step * 0.045);
            yield return Hex(r * dark, g * dark, b * dark);
            var light = step * 0.045;
            yield return Hex(r + ((255 - r) * light), g + ((255 - g) * light), b + ((255 - b) * light));
        }
    }

    private static string Hex(double r, double g, double b) =>
        string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(r):x2}{(int)Math.Round(g):x2}{(int)Math.Round(b):x2}");

    private static (int R, int G, int B) Bytes(string colour) => (
        int.Parse(colour.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        int.Parse(colour.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        int.Parse(colour.AsSpan(5, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static (double R, double G, double B) Linear(string colour)
    {
        var (r, g, b) = Bytes(colour);
        return (Linear(r), Linear(g), Linear(b));

        static double Linear(int value) => value <= 10 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);
    }

    private static (double L, double A, double B) Lab((double R, double G, double B) c, double[] m)
    {
        var r = Math.Clamp((m[0] * c.R) + (m[1] * c.G) + (m[2] * c.B), 0, 1);
        var g = Math.Clamp((m[3] * c.R) + (m[4] * c.G) + (m[5] * c.B), 0, 1);
        var b = Math.Clamp((m[6] * c.R) + (m[7] * c.G) + (m[8] * c.B), 0, 1);
        var x = F(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
        var y = F((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        var z = F(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }
}
