using Mandate.Archive.Pdf;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Mandate.Modules.Tests.TheArchive.Pdf;

public class TrueTypeSubsetTest
{
    private static readonly byte[] Font = File.ReadAllBytes(Repository.PathTo("src", "Mandate.Reports", "Fonts", "NotoSans-Regular.ttf"));

    [Fact]
    public void Of_Letters_KeepTheirGlyphsOutlinesAndWidths()
    {
        var (whole, letters) = Glyphs("AgӘқңҮЁй§");
        var subset = TrueTypeTables.Split(TrueTypeSubset.Of(Font, letters));
        var before = TrueTypeTables.Split(Font);
        foreach (var glyph in letters)
        {
            var outline = Outline(subset, glyph);
            outline.Length.ShouldBeGreaterThan(0);
            // Padding may follow the outline.
            outline.Span[..Outline(before, glyph).Length].SequenceEqual(Outline(before, glyph).Span).ShouldBeTrue();
            subset["hmtx"].Span.Slice(4 * glyph, 4).SequenceEqual(before["hmtx"].Span.Slice(4 * glyph, 4)).ShouldBeTrue();
        }

        whole.ShouldNotBeNull();
        Outline(subset, Glyphs("B").Numbers[0]).Length.ShouldBe(0);
    }

    [Fact]
    public void Of_ComposedGlyph_KeepsItsParts()
    {
        var composed = Glyphs("Ё").Numbers[0];
        var before = TrueTypeTables.Split(Font);
        Outline(before, composed).Span[0].ShouldBe((byte)0xFF, "Ё is composed in this font, or the test shows nothing.");
        var part = (ushort)((Outline(before, composed).Span[12] << 8) + Outline(before, composed).Span[13]);
        Outline(TrueTypeTables.Split(TrueTypeSubset.Of(Font, [composed])), part).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Of_Letters_IsAFontOfAFewKilobytes()
    {
        var subset = TrueTypeSubset.Of(Font, Glyphs("Commission").Numbers);
        subset.Length.ShouldBeLessThan(20_000);
        TrueTypeTables.Split(subset).Keys.ShouldBe(["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"], ignoreOrder: true);
        // A font's sums add up to this number (OpenType, table head).
        var sum = 0u;
        for (var k = 0; k < subset.Length; k += 4)
        {
            sum = unchecked(sum + System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(subset.AsSpan(k)));
        }

        sum.ShouldBe(0xB1B0AFBA);
    }

    [Fact]
    public void Of_BytesThatAreNoFont_AreRefused() =>
        Should.Throw<InvalidDataException>(() => TrueTypeSubset.Of("OTTO, not TrueType"u8.ToArray(), [1])).Message.ShouldBe("Found a file that does not begin as a TrueType font does; expected the bytes 00 01 00 00.");

    private static (TrueTypeFont Font, ushort[] Numbers) Glyphs(string letters)
    {
        var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(Font));
        return (font, [.. letters.Select(letter => (ushort)font.WindowsUnicodeCMap!.CharacterCodeToGlyphIndex(letter))]);
    }

    private static ReadOnlyMemory<byte> Outline(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> tables, ushort glyph)
    {
        var loca = tables["loca"];
        var isLong = tables["head"].Span[51] != 0;
        int Place(int k) => isLong ? (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(loca.Span[(4 * k)..]) : 2 * System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(loca.Span[(2 * k)..]);
        return tables["glyf"][Place(glyph)..Place(glyph + 1)];
    }
}
