using System.Buffers.Binary;

namespace Mandate.Archive.Pdf;

/// <summary>Takes out of a TrueType font what a text does not need.</summary>
internal static class TrueTypeSubset
{
    /// <summary>Tables that tell how outlines are drawn; those that choose glyphs for letters are left out, since a PDF names glyphs itself.</summary>
    private static readonly string[] Kept = ["cvt ", "fpgm", "prep"];

    /// <summary>A font with the outlines of some glyphs only, and of those of which they are composed.</summary>
    /// <param name="font">A font file with TrueType outlines.</param>
    /// <param name="glyphs">Numbers of the glyphs. They keep their numbers; glyph 0 is always kept.</param>
    /// <returns>A font file. Glyphs that were not asked for are empty, and there are none above the greatest that was.</returns>
    /// <exception cref="InvalidDataException">The file is no such font.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> font, IEnumerable<ushort> glyphs)
    {
        var tables = TrueTypeTables.Split(font);
        var head = tables["head"].ToArray();
        var outlines = new Outlines(tables["loca"], tables["glyf"], LongPlaces: head[51] != 0);
        var kept = outlines.WithParts(glyphs.Prepend((ushort)0));
        var count = kept.Max + 1;

        var places = new byte[4 * (count + 1)];
        var drawn = new MemoryStream();
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (kept.Contains((ushort)glyph))
            {
                drawn.Write(outlines[(ushort)glyph].Span);
                while (drawn.Length % 4 != 0)
                {
                    drawn.WriteByte(0);
                }
            }

            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * (glyph + 1)), (uint)drawn.Length);
        }

        head[51] = 1;
        var maxp = tables["maxp"].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)count);
        var hhea = tables["hhea"].ToArray();
        var widths = Widths(tables["hmtx"].Span, BinaryPrimitives.ReadUInt16BigEndian(hhea.AsSpan(34)), kept, count);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)count);

        return TrueTypeTables.Join(
        [
            ("head", head), ("hhea", hhea), ("hmtx", widths), ("loca", places), ("glyf", drawn.ToArray()), ("maxp", maxp),
            .. Kept.Where(tables.ContainsKey).Select(name => (name, tables[name])),
        ]);
    }

    /// <summary>Width and left bearing of every glyph; 0 for those not kept.</summary>
    private static byte[] Widths(ReadOnlySpan<byte> from, int full, SortedSet<ushort> kept, int count)
    {
        var widths = new byte[4 * count];
        foreach (var glyph in kept)
        {
            // Past the last full entry, glyphs have its width and a bearing of their own.
            from.Slice(4 * Math.Min(glyph, full - 1), 2).CopyTo(widths.AsSpan(4 * glyph));
            from.Slice(glyph < full ? (4 * glyph) + 2 : (4 * full) + (2 * (glyph - full)), 2).CopyTo(widths.AsSpan((4 * glyph) + 2));
        }

        return widths;
    }

    /// <summary>The outlines of a font.</summary>
    private sealed record Outlines(ReadOnlyMemory<byte> Places, ReadOnlyMemory<byte> Glyphs, bool LongPlaces)
    {
        // Flags of a part: its arguments are words; another follows; it has one, two or four numbers of scale.
        private const int Words = 0x1, More = 0x20, Scale = 0x8, TwoScales = 0x40, FourScales = 0x80;

        public ReadOnlyMemory<byte> this[ushort glyph] => Glyphs[Start(glyph)..Start(glyph + 1)];

        public SortedSet<ushort> WithParts(IEnumerable<ushort> glyphs)
        {
            var kept = new SortedSet<ushort>();
            var waiting = new Stack<ushort>(glyphs);
            while (waiting.TryPop(out var glyph))
            {
                if (kept.Add(glyph))
                {
                    foreach (var part in Parts(this[glyph].Span))
                    {
                        waiting.Push(part);
                    }
                }
            }

            return kept;
        }

        private static List<ushort> Parts(ReadOnlySpan<byte> outline)
        {
            List<ushort> parts = [];
            // A number of contours below 0 says that the glyph is composed of others.
            if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            {
                return parts;
            }

            var at = 10;
            int flags;
            do
            {
                flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
                parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
                at += 4 + ((flags & Words) != 0 ? 4 : 2);
                at += (flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & FourScales) != 0 ? 8 : 0;
            }
            while ((flags & More) != 0);
            return parts;
        }

        private int Start(int glyph) => LongPlaces
            ? (int)BinaryPrimitives.ReadUInt32BigEndian(Places.Span[(4 * glyph)..])
            : 2 * BinaryPrimitives.ReadUInt16BigEndian(Places.Span[(2 * glyph)..]);
    }
}
