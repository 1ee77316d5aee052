using System.Text.RegularExpressions;
using NetVips;

namespace Mandate.Modules.Tests.TheArchive.Shipped;

/// <summary>An upright white page on which blocks of type are set; its words are told in the order of setting.</summary>
internal sealed partial class GazetteSheet
{
    private const string Face = "Noto Serif";
    private readonly List<string> words = [];
    private readonly byte[] pixels;
    private readonly int width;
    private readonly int height;
    private readonly int dpi;

    public GazetteSheet(int dpi)
    {
        this.dpi = dpi;
        (width, height) = (Pixels(210), Pixels(297));
        pixels = new byte[width * height];
        pixels.AsSpan().Fill(255);
    }

    public IReadOnlyList<string> Words => words;

    /// <summary>The page as an image of one band.</summary>
    public Image Image => Image.NewFromMemory<byte>(pixels, width, height, 1, Enums.BandFormat.Uchar);

    /// <summary>Sets words below a height; gives the height below them. All lengths are in millimetres.</summary>
    /// <param name="text">The words; a bar parts a bold beginning from the rest.</param>
    /// <param name="left">The left edge.</param>
    /// <param name="top">The height of the tallest letters of the first line.</param>
    /// <param name="measure">How wide lines may be.</param>
    /// <param name="points">The size of the type.</param>
    /// <param name="style">After the face's name, such as Bold.</param>
    /// <param name="place">Where lines stand; null sets them to both edges.</param>
    public double Set(string text, double left, double top, double measure, double points, string style = "", Enums.Align? place = Enums.Align.Low)
    {
        words.AddRange(text.Replace('|', ' ').Split(' '));

        // A citation is not broken at a line's end.
        var parts = InCitation().Replace(System.Net.WebUtility.HtmlEncode(text), "\u00A0").Split('|');
        var markup = parts.Length == 2 ? $"<b>{parts[0]}</b> {parts[1]}" : parts[0];
        var font = FormattableString.Invariant($"{Face} {style} {points}");
        using var drawn = Image.Text(markup, font: font, width: Pixels(measure), dpi: dpi, align: place ?? Enums.Align.Low, justify: place is null, spacing: dpi / 30);
        var x = place switch
        {
            Enums.Align.Centre => Pixels(left) + ((Pixels(measure) - drawn.Width) / 2),
            Enums.Align.High => Pixels(left) + Pixels(measure) - drawn.Width,
            _ => Pixels(left),
        };
        Lay(drawn.WriteToMemory<byte>(), drawn.Width, x, Pixels(top));
        return top + (drawn.Height * 25.4 / dpi);
    }

    /// <summary>Draws a rule across; gives the height below it.</summary>
    public double Rule(double left, double top, double length, double thickness)
    {
        for (var y = Pixels(top); y < Pixels(top) + Math.Max(1, Pixels(thickness)); y++)
        {
            pixels.AsSpan((y * width) + Pixels(left), Pixels(length)).Clear();
        }

        return top + thickness;
    }

    /// <summary>Draws a rule down.</summary>
    public void RuleDown(double left, double top, double length, double thickness)
    {
        for (var y = Pixels(top); y < Pixels(top + length); y++)
        {
            pixels.AsSpan((y * width) + Pixels(left), Math.Max(1, Pixels(thickness))).Clear();
        }
    }

    [GeneratedRegex(@"(?<=\d) (?=Gaz\.|Газ\.)|(?<=Gaz\.|Газ\.|№|Art\.|ст\.) (?=\d)")]
    private static partial Regex InCitation();

    private int Pixels(double millimetres) => (int)Math.Round(millimetres / 25.4 * dpi);

    private void Lay(byte[] ink, int across, int left, int top)
    {
        for (var at = 0; at < ink.Length; at++)
        {
            ref var pixel = ref pixels[((top + (at / across)) * width) + left + (at % across)];
            pixel = (byte)Math.Min(pixel, 255 - ink[at]);
        }
    }
}
