using System.Globalization;

namespace Mandate.Modules.Tests.Pictures;

/// <summary>How far apart two colours are for an eye, worked out independently of the program.</summary>
/// <remarks>
/// Colour blindness: Machado, Oliveira and Fernandes 2009, severity 1. Their model is weak for tritanopia, which is also
/// simulated after Brettel, Viénot and Mollon 1997 with the cones, phosphors and anchors of Vischeck: half planes of cone
/// space through white. Difference: CIEDE2000, Sharma, Wu and Dalal 2005.
/// </remarks>
internal static class ColourVision
{
    private static readonly double[,] Same = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

    private static readonly double[,] ToCones = { { 0.05059983, 0.08585369, 0.00952420 }, { 0.01893033, 0.08925308, 0.01370054 }, { 0.00292202, 0.00975732, 0.07145979 } };
    private static readonly double[,] FromCones = { { 30.830854, -29.832659, 1.610474 }, { -6.481468, 17.715578, -2.532642 }, { -0.375690, -1.199062, 14.273846 } };

    // Cone responses to light of 485 and 660 nm, which tritanopes see as everybody does.
    private static readonly double[] Nm485 = [0.1284, 0.2237, 0.3636];
    private static readonly double[] Nm660 = [0.0914, 0.007009, 0.0];

    private static readonly Dictionary<string, Func<double[], double[]>> Sight = new()
    {
        ["normal sight"] = rgb => Times(Same, rgb),
        ["tritanopia (Brettel)"] = TritanopiaOfBrettel,
        ["protanopia (Machado)"] = rgb => Times(new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } }, rgb),
        ["deuteranopia (Machado)"] = rgb => Times(new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } }, rgb),
        ["tritanopia (Machado)"] = rgb => Times(new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } }, rgb),
    };

    public static IEnumerable<string> Eyes => Sight.Keys;

    public static double Difference(string a, string b, string eye) => Ciede2000(Lab(Seen(a, eye)), Lab(Seen(b, eye)));

    /// <summary>Sharma, Wu and Dalal, equations 2 to 22.</summary>
    public static double Ciede2000(double[] first, double[] second)
    {
        double c1 = Length(first[1], first[2]), c2 = Length(second[1], second[2]);
        var mean7 = Math.Pow((c1 + c2) / 2, 7);
        var g = 0.5 * (1 - Math.Sqrt(mean7 / (mean7 + Math.Pow(25, 7))));
        double a1 = (1 + g) * first[1], a2 = (1 + g) * second[1];
        double chroma1 = Length(a1, first[2]), chroma2 = Length(a2, second[2]);
        double hue1 = Angle(first[2], a1), hue2 = Angle(second[2], a2);

        var lightness = second[0] - first[0];
        var chroma = chroma2 - chroma1;
        var grey = chroma1 * chroma2 == 0;
        var turn = grey ? 0 : Wrap(hue2 - hue1);
        var hue = 2 * Math.Sqrt(chroma1 * chroma2) * Math.Sin(Radians(turn / 2));

        var meanLightness = (first[0] + second[0]) / 2;
        var meanChroma = (chroma1 + chroma2) / 2;
        var meanHue = grey ? hue1 + hue2
            : Math.Abs(hue1 - hue2) <= 180 ? (hue1 + hue2) / 2
            : hue1 + hue2 < 360 ? (hue1 + hue2 + 360) / 2
            : (hue1 + hue2 - 360) / 2;
        var t = 1 - (0.17 * Math.Cos(Radians(meanHue - 30))) + (0.24 * Math.Cos(Radians(2 * meanHue)))
            + (0.32 * Math.Cos(Radians((3 * meanHue) + 6))) - (0.20 * Math.Cos(Radians((4 * meanHue) - 63)));
        var rotation = 30 * Math.Exp(-Math.Pow((meanHue - 275) / 25, 2));
        var chroma7 = Math.Pow(meanChroma, 7);
        var turnWeight = -Math.Sin(Radians(2 * rotation)) * 2 * Math.Sqrt(chroma7 / (chroma7 + Math.Pow(25, 7)));
        var offset = Math.Pow(meanLightness - 50, 2);
        var l = lightness / (1 + (0.015 * offset / Math.Sqrt(20 + offset)));
        var c = chroma / (1 + (0.045 * meanChroma));
        var h = hue / (1 + (0.015 * meanChroma * t));
        return Math.Sqrt((l * l) + (c * c) + (h * h) + (turnWeight * c * h));
    }

    private static double[] Seen(string colour, string eye)
    {
        double[] rgb = [.. Enumerable.Range(0, 3).Select(i => Linear(int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0))];
        return [.. Sight[eye](rgb).Select(v => Math.Clamp(v, 0, 1))];
    }

    /// <summary>Puts the short-wave cone on the half plane through white and the anchor of the colour's side.</summary>
    private static double[] TritanopiaOfBrettel(double[] rgb)
    {
        double[] cones = Times(ToCones, rgb), white = Times(ToCones, [1, 1, 1]);
        var anchor = cones[1] * white[0] < white[1] * cones[0] ? Nm660 : Nm485;
        var a = (white[1] * anchor[2]) - (white[2] * anchor[1]);
        var b = (white[2] * anchor[0]) - (white[0] * anchor[2]);
        var c = (white[0] * anchor[1]) - (white[1] * anchor[0]);
        return Times(FromCones, [cones[0], cones[1], -((a * cones[0]) + (b * cones[1])) / c]);
    }

    private static double[] Lab(double[] rgb)
    {
        var x = Root(((0.4124564 * rgb[0]) + (0.3575761 * rgb[1]) + (0.1804375 * rgb[2])) / 0.95047);
        var y = Root((0.2126729 * rgb[0]) + (0.7151522 * rgb[1]) + (0.0721750 * rgb[2]));
        var z = Root(((0.0193339 * rgb[0]) + (0.1191920 * rgb[1]) + (0.9503041 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Root(double t) => t > 0.008856451679 ? Math.Cbrt(t) : ((903.2962962963 * t) + 16) / 116;

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(r => (matrix[r, 0] * vector[0]) + (matrix[r, 1] * vector[1]) + (matrix[r, 2] * vector[2]))];

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Angle(double b, double a) => a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    private static double Wrap(double degrees) => degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
}
