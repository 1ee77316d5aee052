using System.Collections.Concurrent;
using Mandate.Archive;
using NetVips;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Mandate.Modules.Tests.TheArchive;

/// <summary>How a drawn page was printed and scanned.</summary>
internal sealed record DrawnStyle
{
    /// <summary>Pixels an inch of the scan.</summary>
    public int Dpi { get; init; } = 300;

    /// <summary>Standard deviation of the scanner's noise, in grey levels.</summary>
    public double Noise { get; init; } = 4;

    /// <summary>Radius of the blur in pixels; 0 is none.</summary>
    public double Blur { get; init; } = 0.7;

    /// <summary>Degrees by which the paper lies turned clockwise on the glass.</summary>
    public double Skew { get; init; }

    /// <summary>0, 90, 180 or 270 degrees clockwise.</summary>
    public int Turned { get; init; }

    /// <summary>How much darker one corner is, in grey levels.</summary>
    public double Shade { get; init; }

    /// <summary>Whether a round stamp is printed over the text.</summary>
    public bool Stamp { get; init; }

    /// <summary>Quality of the JPEG, 1 to 100.</summary>
    public int Quality { get; init; } = 85;

    /// <summary>Black and white only.</summary>
    public bool Bilevel { get; init; }

    /// <summary>Three bands instead of one.</summary>
    public bool Colour { get; init; }

    /// <summary>Letters grey instead of black: their level, 0 to 255.</summary>
    public int Ink { get; init; } = 20;
}

/// <summary>A word as it was drawn: its letters and the exact box of its ink, on the upright and straight page.</summary>
internal sealed record DrawnWord(string Text, Box Ink);

/// <summary>A page of text drawn for tests, whose words and their places are known.</summary>
internal sealed class DrawnPage : IDisposable
{
    private const string FontFile = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf";
    private static readonly Lazy<TrueTypeFont> Font = new(() => TrueTypeFontParser.Parse(new TrueTypeDataBytes(File.ReadAllBytes(FontFile))));
    private readonly DrawnStyle _style;

    private DrawnPage(Image image, IReadOnlyList<DrawnWord> words, DrawnStyle style) => (Image, Words, _style) = (image, words, style);

    /// <summary>The page as it was scanned.</summary>
    public Image Image { get; }

    /// <summary>Its words in reading order.</summary>
    public IReadOnlyList<DrawnWord> Words { get; }

    /// <summary>Draws an A4 page of about 260 words: paragraphs, and a protocol's table with a made-up station's numbers.</summary>
    /// <param name="language">en, ru or kk.</param>
    /// <param name="number">Which page: another number gives other paragraphs and figures.</param>
    /// <param name="style">How it was printed and scanned; null is a clean scan.</param>
    public static DrawnPage Draw(string language, int number = 0, DrawnStyle? style = null)
    {
        style ??= new DrawnStyle();
        var scale = style.Dpi / 300.0;
        int At(double pixels) => (int)Math.Round(pixels * scale);
        var sheet = new Sheet(At(2480), At(3508), style.Dpi);
        var top = sheet.Line(DrawnTexts.Heading(language, 100 + number * 7), At(260), At(330), 15) + At(60);
        var paragraphs = DrawnTexts.Paragraphs(language);
        for (var at = 0; at < 3; at++)
        {
            top = sheet.Paragraph(paragraphs[(number + at) % paragraphs.Count], At(260), At(2220), top, 11) + At(40);
        }

        var random = new Random(number);
        var rows = DrawnTexts.Rows(language);
        for (var row = 0; row < rows.Count; row++)
        {
            var bottom = top + At(92);
            sheet.Rule(At(260), top, At(1960), At(3));
            sheet.Line($"{row + 1}", At(300), top + At(62), 11);
            sheet.Line(rows[row], At(420), top + At(62), 11);
            sheet.Line(random.Next(100, 9999).ToString(System.Globalization.CultureInfo.InvariantCulture), At(1900), top + At(62), 11);
            top = bottom;
        }

        sheet.Rule(At(260), top, At(1960), At(3));
        sheet.Paragraph(paragraphs[(number + 3) % paragraphs.Count], At(260), At(2220), top + At(110), 11);
        return new DrawnPage(Scan(sheet, style), sheet.Words, style);
    }

    /// <summary>Writes the page: .jpg, .png, .tif (Group 4 where it is black and white) or .jp2 by the name's end.</summary>
    public void Save(string file)
    {
        var resolution = _style.Dpi / 25.4;
        var image = Image.Copy(xres: resolution, yres: resolution);
        switch (Path.GetExtension(file))
        {
            case ".jpg":
                image.Jpegsave(file, q: _style.Quality);
                break;
            case ".png":
                image.Pngsave(file, bitdepth: _style.Bilevel ? 1 : 8);
                break;
            case ".tif" when _style.Bilevel:
                image.Tiffsave(file, compression: Enums.ForeignTiffCompression.Ccittfax4, bitdepth: 1, xres: resolution, yres: resolution);
                break;
            case ".tif":
                image.Tiffsave(file, compression: Enums.ForeignTiffCompression.Lzw, xres: resolution, yres: resolution);
                break;
            case ".jp2":
                image.Jp2ksave(file, q: 60);
                break;
            default:
                throw new ArgumentException($"Found '{file}'; expected .jpg, .png, .tif or .jp2.", nameof(file));
        }
    }

    /// <summary>The share of drawn words that were read at their place in order: 1 less the word edits per drawn word.</summary>
    public double WordsRight(IEnumerable<string> read) => WordMatch.Of(Words.Select(word => word.Text), read);

    public void Dispose() => Image.Dispose();

    private static Image Scan(Sheet sheet, DrawnStyle style) => Scan(sheet.Finish(style.Ink, style.Stamp), style);

    /// <summary>A printed page as a scanner gives it; ink and stamp are the printer's matter.</summary>
    public static Image Scan(Image image, DrawnStyle style)
    {
        if (style.Skew != 0)
        {
            image = Turn(image, style.Skew);
        }

        image = style.Turned switch { 90 => image.Rot90(), 180 => image.Rot180(), 270 => image.Rot270(), _ => image };
        if (style.Blur > 0)
        {
            image = image.Gaussblur(style.Blur);
        }

        if (style.Shade > 0)
        {
            using var xy = Image.Xyz(image.Width, image.Height);
            image -= (xy[0] / image.Width + xy[1] / image.Height) * (style.Shade / 2);
        }

        if (style.Noise > 0)
        {
            image += Image.Gaussnoise(image.Width, image.Height, sigma: style.Noise, mean: 0, seed: 7);
        }

        image = image.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        image = style.Bilevel ? image > 128 : image;
        image = style.Colour ? image.Bandjoin(image * 0.98, image * 0.93).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb) : image;
        return image.CopyMemory();
    }

    private static Image Turn(Image image, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        double x = image.Width / 2.0, y = image.Height / 2.0;
        return image.Affine([cos, -sin, sin, cos], idx: -x, idy: -y, odx: x, ody: y, oarea: [0, 0, image.Width, image.Height], background: [255]);
    }

    private sealed record Letters(byte[] Ink, int Width, int Height);

    private sealed class Sheet(int width, int height, int dpi)
    {
        private readonly byte[] _pixels = NewWhite(width * height);
        private static readonly ConcurrentDictionary<(string Word, int Points, int Dpi), Letters> Known = new();
        private readonly List<DrawnWord> _words = [];

        public IReadOnlyList<DrawnWord> Words => _words;

        /// <summary>Draws a line of words from a left edge on a base line; gives the next base line.</summary>
        public int Line(string text, int left, int baseline, int points)
        {
            foreach (var word in text.Split(' '))
            {
                left = Word(word, left, baseline, points) + Gap(points);
            }

            return baseline + Leading(points);
        }

        /// <summary>Draws words between two edges; gives the base line after the last.</summary>
        public int Paragraph(string text, int left, int right, int baseline, int points)
        {
            var x = left;
            foreach (var word in text.Split(' '))
            {
                if (x + Drawn(word, points).Width > right)
                {
                    (x, baseline) = (left, baseline + Leading(points));
                }

                x = Word(word, x, baseline, points) + Gap(points);
            }

            return baseline + Leading(points);
        }

        /// <summary>Draws a horizontal rule.</summary>
        public void Rule(int left, int top, int length, int thickness)
        {
            for (var y = top; y < top + thickness; y++)
            {
                _pixels.AsSpan(y * width + left, length).Clear();
            }
        }

        public Image Finish(int ink, bool stamp)
        {
            var page = Image.NewFromMemory<byte>(_pixels, width, height, 1, Enums.BandFormat.Uchar);
            if (stamp)
            {
                using var ring = Image.Black(width, height).Mutate(m =>
                {
                    for (var r = 0; r < 9; r++)
                    {
                        m.DrawCircle([110], width * 2 / 3, height * 3 / 4, width / 9 - r);
                    }
                });
                page -= ring;
            }

            return page * ((255.0 - ink) / 255) + ink;
        }

        private static byte[] NewWhite(int count)
        {
            var pixels = new byte[count];
            pixels.AsSpan().Fill(255);
            return pixels;
        }

        private int Gap(int points) => (int)(points * dpi / 72.0 * 0.34);

        private int Leading(int points) => (int)(points * dpi / 72.0 * 1.5);

        private Letters Drawn(string word, int points) => Known.GetOrAdd((word, points, dpi), static key =>
        {
            foreach (var rune in key.Word.EnumerateRunes())
            {
                if (!Font.Value.TableRegister.CMapTable.TryGetGlyphIndex(rune.Value, out var glyph) || glyph == 0)
                {
                    throw new InvalidOperationException($"The font {FontFile} has no letter {rune}; choose one that has it.");
                }
            }

            using var drawn = Image.Text(System.Net.WebUtility.HtmlEncode(key.Word), font: $"DejaVu Serif {key.Points}", dpi: key.Dpi);
            return new Letters(drawn.WriteToMemory<byte>(), drawn.Width, drawn.Height);
        });

        private int Word(string word, int left, int baseline, int points)
        {
            var drawn = Drawn(word, points);
            var top = baseline - Ascent(word, points);
            for (var y = 0; y < drawn.Height; y++)
            {
                for (var x = 0; x < drawn.Width; x++)
                {
                    ref var pixel = ref _pixels[(top + y) * width + left + x];
                    pixel = (byte)Math.Min(pixel, 255 - drawn.Ink[y * drawn.Width + x]);
                }
            }

            _words.Add(new DrawnWord(word, new Box(left, top, drawn.Width, drawn.Height)));
            return left + drawn.Width;
        }

        /// <summary>Pixels from the base line up to the highest ink of a word.</summary>
        private int Ascent(string word, int points)
        {
            var highest = 0.0;
            foreach (var rune in word.EnumerateRunes())
            {
                Font.Value.TryGetBoundingBox(rune.Value, out var box);
                highest = Math.Max(highest, box.Top);
            }

            return (int)Math.Round(highest / Font.Value.GetUnitsPerEm() * points * dpi / 72.0);
        }
    }
}
