using System.Buffers.Binary;
using System.Globalization;
using System.Security;
using Mandate.Archive;
using Mandate.Archive.Pdf;
using NetVips;

namespace Mandate.Modules.Tests.TheArchive.Pdf;

/// <summary>An A4 page at 150 dots an inch with words inked on it, whose boxes are known.</summary>
internal sealed class InkedSheet
{
    public const int Width = 1240, Height = 1754, Dpi = 150;

    private readonly List<Word> words = [];
    private readonly List<(Image Ink, int Left, int Top)> inks = [];
    private int line = -1, block = -1;

    public IReadOnlyList<Word> Words => words;

    /// <summary>The words with the boxes that they have in the text layer: from top to bottom those of the line.</summary>
    public IEnumerable<(string Text, Box Box)> Marked => words.GroupBy(word => word.Line).SelectMany(together =>
    {
        int top = together.Min(word => word.Box.Top), bottom = together.Max(word => word.Box.Bottom);
        return together.Select(word => (word.Text, word.Box with { Top = top, Height = bottom - top }));
    });

    /// <summary>Adds a block of text, broken into lines.</summary>
    public InkedSheet Block(string text, int left, int top, int width, int size = 26)
    {
        block++;
        line++;
        var (x, foot) = (left, top + size);
        foreach (var word in text.Split(' '))
        {
            var (ink, box) = Ink(word, size);
            if (x + box.Right > left + width && x > left)
            {
                (x, foot) = (left, foot + (size * 13 / 10));
                line++;
            }

            var place = box with { Left = x, Top = foot + box.Top };
            inks.Add((ink, place.Left, place.Top));
            words.Add(new(word, place, 90, line, block));
            x = place.Right + (size / 3);
        }

        return this;
    }

    public PageText Text(string? language = "en") => new(Width, Height, Dpi, TextOrigin.Recognised, language, words);

    /// <summary>The page in grey, black on white.</summary>
    public Image Draw() => inks.Aggregate(Image.Black(Width, Height) + 255, (page, ink) => page.Insert(ink.Ink, ink.Left, ink.Top)).Cast(Enums.BandFormat.Uchar);

    public PdfSheet Jpeg(string? label = null, string? language = "en") => new(Text(language), Jpeg(Draw(), Placement.Identity), label);

    public PdfSheet Group4(string? label = null, string? language = "en") => new(Text(language), Group4(Draw(), Placement.Identity), label);

    public static SheetImage Jpeg(Image image, Placement placement) =>
        new(PrintCoding.Jpeg, image.JpegsaveBuffer(q: 85, keep: Enums.ForeignKeep.None), image.Width, image.Height, image.Bands, false, false, placement);

    /// <summary>The codes of the one strip of a TIFF in Group 4.</summary>
    public static SheetImage Group4(Image image, Placement placement)
    {
        var tiff = image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Ccittfax4, bitdepth: 1, tileHeight: image.Height);
        tiff.AsSpan(0, 4).ToArray().ShouldBe("II*\0"u8.ToArray());
        var directory = (int)BinaryPrimitives.ReadUInt32LittleEndian(tiff.AsSpan(4));
        var entries = Enumerable.Range(0, BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(directory))).Select(k => tiff.AsMemory(directory + 2 + (12 * k), 12)).ToDictionary(
            entry => BinaryPrimitives.ReadUInt16LittleEndian(entry.Span),
            entry => (Count: BinaryPrimitives.ReadInt32LittleEndian(entry.Span[4..]), Value: BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[2..]) == 3 ? BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[8..]) : BinaryPrimitives.ReadInt32LittleEndian(entry.Span[8..])));
        // Offset and length of strips (273, 279), compression 4 (259), photometric interpretation (262).
        entries[273].Count.ShouldBe(1);
        entries[259].Value.ShouldBe(4);
        return new(PrintCoding.Group4, tiff.AsSpan(entries[273].Value, entries[279].Value).ToArray(), image.Width, image.Height, 1, false, entries[262].Value == 1, placement);
    }

    /// <summary>A word's ink, and its box from the start of the base line.</summary>
    private static (Image Ink, Box Box) Ink(string word, int size)
    {
        var (wide, foot) = (size * (word.Length + 2), 2 * size);
        var svg = string.Create(CultureInfo.InvariantCulture, $"<svg xmlns='http://www.w3.org/2000/svg' width='{wide}' height='{3 * size}'><text x='{size}' y='{foot}' font-family='DejaVu Serif' font-size='{size}'>{SecurityElement.Escape(word)}</text></svg>");
        var grey = Image.SvgloadBuffer(System.Text.Encoding.UTF8.GetBytes(svg)).Flatten(background: [255]).ExtractBand(0);
        var trim = grey.FindTrim(threshold: 100, background: [255]).Select(Convert.ToInt32).ToArray();
        trim[2].ShouldBeGreaterThan(0, $"'{word}' was drawn without ink.");
        return (grey.Crop(trim[0], trim[1], trim[2], trim[3]), new Box(0, trim[1] - foot, trim[2], trim[3]));
    }
}
