using System.Buffers.Binary;
using System.Text;

namespace Mandate.Reports.Print;

/// <summary>Holds texts against the letters that the shipped fonts have, before anything is printed.</summary>
internal static class FontCoverage
{
    private static readonly Dictionary<string, HashSet<int>> Known = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();

    /// <summary>Refuses the first letter that a text font and the last font, which has signs for all, both lack.</summary>
    /// <exception cref="InvalidOperationException">A letter is missing; the message names it and its text.</exception>
    public static void Demand(IReadOnlyList<string> fonts, IEnumerable<string> texts)
    {
        var sets = fonts.SkipLast(1).Select(f => (Font: f, Letters: Letters(f))).ToList();
        var signs = Letters(fonts[^1]);
        foreach (var text in texts)
        {
            foreach (var rune in text.EnumerateRunes().Where(r => !Rune.IsControl(r)))
            {
                foreach (var (font, letters) in sets)
                {
                    if (!letters.Contains(rune.Value) && !signs.Contains(rune.Value))
                    {
                        throw new InvalidOperationException(
                            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The font {Path.GetFileName(font)} has no letter '{rune}' (U+{rune.Value:X4}), which stands in '{text}'. Ship a font that has it."));
                    }
                }
            }
        }
    }

    private static HashSet<int> Letters(string font)
    {
        lock (Gate)
        {
            if (!Known.TryGetValue(font, out var letters))
            {
                Known[font] = letters = Read(File.ReadAllBytes(font));
            }

            return letters;
        }
    }

    /// <summary>The characters of a TrueType font's cmap table, formats 4 and 12 (OpenType 1.9, "cmap").</summary>
    private static HashSet<int> Read(byte[] font)
    {
        var letters = new HashSet<int>();
        var tables = U16(font, 4);
        for (var i = 0; i < tables; i++)
        {
            var record = 12 + (i * 16);
            if (Encoding.ASCII.GetString(font, record, 4) != "cmap")
            {
                continue;
            }

            var cmap = (int)U32(font, record + 8);
            for (var k = 0; k < U16(font, cmap + 2); k++)
            {
                var table = cmap + (int)U32(font, cmap + 8 + (k * 8));
                if (U16(font, table) == 4)
                {
                    Segments(font, table, letters);
                }
                else if (U16(font, table) == 12)
                {
                    for (var g = 0; g < U32(font, table + 12); g++)
                    {
                        var group = table + 16 + (g * 12);
                        letters.UnionWith(Enumerable.Range((int)U32(font, group), (int)(U32(font, group + 4) - U32(font, group)) + 1));
                    }
                }
            }
        }

        return letters;
    }

    private static void Segments(byte[] font, int table, HashSet<int> letters)
    {
        var count = U16(font, table + 6) / 2;
        for (var s = 0; s < count; s++)
        {
            int end = U16(font, table + 14 + (s * 2)), start = U16(font, table + 16 + (count * 2) + (s * 2));
            int delta = U16(font, table + 16 + (count * 4) + (s * 2)), place = table + 16 + (count * 6) + (s * 2), offset = U16(font, place);
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = offset == 0 ? (c + delta) & 0xFFFF : U16(font, place + offset + ((c - start) * 2));
                if (glyph != 0)
                {
                    letters.Add(c);
                }
            }
        }
    }

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
