using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>A font that is seen on the cover: Noto Sans, of which the file holds the letters that are used.</summary>
/// <remarks>A code stands for a letter, not for a glyph: two letters that look the same (A and А) are copied as what they are.</remarks>
internal sealed class CoverFont
{
    private readonly byte[] font;
    private readonly ReadOnlyMemory<byte> letters, widths, head, heights;
    private readonly string name;
    private readonly int unitsAnEm, fullWidths;
    private readonly SortedDictionary<Rune, (ushort Code, ushort Glyph)> used = [];

    /// <summary>Opens one of the fonts that this assembly carries.</summary>
    /// <param name="name">Its PostScript name: <c>NotoSans-Regular</c> or <c>NotoSans-Bold</c>.</param>
    public CoverFont(string name)
    {
        using var source = typeof(CoverFont).Assembly.GetManifestResourceStream($"{name}.ttf") ?? throw new InvalidOperationException($"Bug in {nameof(CoverFont)}: the font {name} is not in the assembly.");
        font = new byte[source.Length];
        source.ReadExactly(font);
        this.name = name;
        var tables = TrueTypeTables.Split(font);
        (letters, widths, head, heights) = (Plane0(tables["cmap"]), tables["hmtx"], tables["head"], tables["hhea"]);
        unitsAnEm = U16(head, 18);
        fullWidths = U16(heights, 34);
    }

    /// <summary>The letters of a text as codes, and their width in em.</summary>
    /// <exception cref="InvalidOperationException">The font lacks a letter.</exception>
    public (ushort[] Codes, double Width) Set(string text)
    {
        List<ushort> codes = [];
        var units = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            if (!used.TryGetValue(letter, out var place))
            {
                place = ((ushort)(used.Count + 1), Glyph(letter));
                used[letter] = place;
            }

            codes.Add(place.Code);
            units += Units(place.Glyph);
        }

        return ([.. codes], (double)units / unitsAnEm);
    }

    /// <summary>Writes the font with the letters used.</summary>
    public void Write(PdfFile file, int number)
    {
        var byCode = used.Select(pair => (Letter: pair.Key, pair.Value.Code, pair.Value.Glyph)).OrderBy(place => place.Code).ToArray();
        var program = TrueTypeSubset.Of(font, byCode.Select(place => place.Glyph));
        int fontFile = file.Reserve(), toGlyphs = file.Reserve(), toLetters = file.Reserve();
        file.Deflated(fontFile, $"/Length1 {PdfSyntax.Number(program.Length)}", program);

        var glyphs = new byte[2 * (byCode.Length + 1)];
        foreach (var (_, code, glyph) in byCode)
        {
            BinaryPrimitives.WriteUInt16BigEndian(glyphs.AsSpan(2 * code), glyph);
        }

        file.Deflated(toGlyphs, string.Empty, glyphs);
        CodesToLetters.Write(file, toLetters, byCode.Select(place => ((int)place.Code, (int)place.Code, place.Letter)));
        var shown = $"{Prefix(program)}+{name}";
        var box = string.Join(' ', Enumerable.Range(0, 4).Select(side => Thousandths(S16(head, 36 + (2 * side)))));
        string above = Thousandths(S16(heights, 4)), below = Thousandths(S16(heights, 6));
        var descriptor = file.Object($"<</Type/FontDescriptor/FontName/{shown}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {above}/Descent {below}/CapHeight 714/StemV 80/FontFile2 {PdfSyntax.Ref(fontFile)}>>");
        var wide = string.Join(' ', byCode.Select(place => Thousandths(Units(place.Glyph))));
        var descendant = file.Object($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{shown}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {PdfSyntax.Ref(descriptor)}/DW 0/W[1[{wide}]]/CIDToGIDMap {PdfSyntax.Ref(toGlyphs)}>>");
        file.Object(number, $"<</Type/Font/Subtype/Type0/BaseFont/{shown}/Encoding/Identity-H/DescendantFonts[{PdfSyntax.Ref(descendant)}]/ToUnicode {PdfSyntax.Ref(toLetters)}>>");
    }

    /// <summary>Six capitals that tell this selection of letters from another.</summary>
    private static string Prefix(byte[] program) => string.Concat(SHA256.HashData(program).Take(6).Select(value => (char)('A' + (value % 26))));

    private string Thousandths(int units) => PdfSyntax.Number(Math.Round(1000.0 * units / unitsAnEm, 1));

    private int Units(ushort glyph) => U16(widths, 4 * Math.Min(glyph, fullWidths - 1));

    private ushort Glyph(Rune letter)
    {
        var glyph = letter.IsBmp ? Glyph(letter.Value) : 0;
        return glyph != 0 ? (ushort)glyph : throw new InvalidOperationException($"The cover's font {name} has no letter '{letter}' (U+{letter.Value:X4}). Leave the letter out of the cover, or give the font it needs.");
    }

    /// <summary>Looks a letter up in a table of segments (format 4).</summary>
    private int Glyph(int letter)
    {
        var twice = U16(letters, 6);
        for (var segment = 0; segment < twice; segment += 2)
        {
            if (letter <= U16(letters, 14 + segment))
            {
                var first = U16(letters, 16 + twice + segment);
                if (letter < first)
                {
                    return 0;
                }

                var delta = U16(letters, 16 + (2 * twice) + segment);
                var at = 16 + (3 * twice) + segment;
                var offset = U16(letters, at);
                var glyph = offset == 0 ? letter : U16(letters, at + offset + (2 * (letter - first)));
                return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
        }

        return 0;
    }

    private static ReadOnlyMemory<byte> Plane0(ReadOnlyMemory<byte> cmap)
    {
        for (var k = 0; k < U16(cmap, 2); k++)
        {
            var entry = 4 + (8 * k);
            var table = cmap[(int)BinaryPrimitives.ReadUInt32BigEndian(cmap.Span[(entry + 4)..])..];
            if (U16(cmap, entry) == 3 && U16(cmap, entry + 2) == 1 && U16(table, 0) == 4)
            {
                return table;
            }
        }

        throw new InvalidDataException("Found a font without a table of letters in format 4 (platform 3, encoding 1).");
    }

    private static int U16(ReadOnlyMemory<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table.Span[at..]);

    private static int S16(ReadOnlyMemory<byte> table, int at) => BinaryPrimitives.ReadInt16BigEndian(table.Span[at..]);
}
