using System.Buffers.Binary;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>The font of words that stand unseen over a page's image. It has every letter of Unicode, and all look alike.</summary>
/// <remarks>
/// A letter is a rectangle that fills its line, so that what a reader marks covers the whole word in every program. A code
/// is the lower 16 bits of a letter's code point; each of the 17 planes of Unicode that is used has its own name on a page
/// (<see cref="Name"/>), and all of them share one small font program.
/// </remarks>
internal sealed class UnseenFont
{
    /// <summary>Width of a letter, in em.</summary>
    public const double Letter = 0.5;

    /// <summary>Width of a space, in em.</summary>
    public const double Space = 0.25;

    /// <summary>How far a letter reaches below the base line, in em; it is 1 em high.</summary>
    public const double Below = 0.2;

    private const int Top = 800, Bottom = -200, Widest = 500, Narrow = 250;

    private readonly PdfFile file;
    private readonly int?[] planes = new int?[17];

    public UnseenFont(PdfFile file) => this.file = file;

    /// <summary>What pages call the font of a plane.</summary>
    public static string Name(int plane) => $"U{PdfSyntax.Number(plane)}";

    /// <summary>The entries of a page's resources.</summary>
    /// <param name="used">Planes that the page uses, as bits.</param>
    public string Resources(int used)
    {
        var entries = new StringBuilder();
        for (var plane = 0; plane < planes.Length; plane++)
        {
            if ((used & (1 << plane)) != 0)
            {
                planes[plane] ??= file.Reserve();
                entries.Append('/').Append(Name(plane)).Append(' ').Append(PdfSyntax.Ref(planes[plane]!.Value));
            }
        }

        return entries.ToString();
    }

    /// <summary>Writes the fonts that pages use.</summary>
    public void Write()
    {
        int? shared = null;
        for (var plane = 0; plane < planes.Length; plane++)
        {
            if (planes[plane] is { } number)
            {
                shared ??= WriteShared();
                var letters = file.Reserve();
                CodesToLetters.Write(file, letters, Rows(plane));
                file.Object(number, $"<</Type/Font/Subtype/Type0/BaseFont/MandateUnseen/Encoding/Identity-H/DescendantFonts[{PdfSyntax.Ref(shared.Value)}]/ToUnicode {PdfSyntax.Ref(letters)}>>");
            }
        }
    }

    private int WriteShared()
    {
        int program = file.Reserve(), glyphs = file.Reserve();
        var font = Program();
        file.Deflated(program, $"/Length1 {PdfSyntax.Number(font.Length)}", font);

        // Glyph 1 for every code, 2 for the space.
        var map = new byte[2 * 0x10000];
        for (var code = 1; code <= 0xFFFF; code++)
        {
            map[(2 * code) + 1] = code == ' ' ? (byte)2 : (byte)1;
        }

        file.Deflated(glyphs, string.Empty, map);
        var descriptor = file.Object($"<</Type/FontDescriptor/FontName/MandateUnseen/Flags 4/FontBBox[0 {Bottom} {Widest} {Top}]/ItalicAngle 0/Ascent {Top}/Descent {Bottom}/CapHeight {Top}/StemV 80/FontFile2 {PdfSyntax.Ref(program)}>>");
        return file.Object($"<</Type/Font/Subtype/CIDFontType2/BaseFont/MandateUnseen/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {PdfSyntax.Ref(descriptor)}/DW {Widest}/W[32[{Narrow}]]/CIDToGIDMap {PdfSyntax.Ref(glyphs)}>>");
    }

    /// <summary>The rows of 256 letters of a plane, without halves of surrogate pairs and what PDF forbids: U+0000, U+FEFF and U+FFFE.</summary>
    private static IEnumerable<(int First, int Last, Rune Letter)> Rows(int plane)
    {
        for (var row = 0; row < 0x10000; row += 0x100)
        {
            if (plane != 0 || row is < 0xD800 or > 0xDFFF)
            {
                var first = plane == 0 && row == 0 ? 1 : row;
                yield return (first, row + (row == 0xFF00 ? 0xFD : row == 0xFE00 && plane == 0 ? 0xFE : 0xFF), new Rune((plane << 16) + first));
            }
        }
    }

    private static byte[] Program()
    {
        var head = Words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, Bottom, Widest, Top, 0, 8, 2, 0, 0);
        var hhea = Words(1, 0, Top, Bottom, 0, Widest, 0, 0, Widest, 1, 0, 0, 0, 0, 0, 0, 0, 3);
        var maxp = Words(1, 0, 3, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        var post = Words(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        byte[] letter = Rectangle(Widest), space = Rectangle(Narrow);
        return TrueTypeTables.Join(
        [
            ("head", head), ("hhea", hhea), ("maxp", maxp), ("post", post),
            ("hmtx", Words(Widest, 0, Widest, 0, Narrow, 0)),
            ("loca", Words(0, 0, letter.Length / 2, (letter.Length + space.Length) / 2)),
            ("glyf", (byte[])[.. letter, .. space]),
        ]);
    }

    /// <summary>An outline of one contour with four corners, each a step from the one before.</summary>
    private static byte[] Rectangle(int width) =>
    [
        .. Words(1, 0, Bottom, width, Top, 3, 0), 1, 1, 1, 1,
        .. Words(0, 0, width, 0, Bottom, Top - Bottom, 0, Bottom - Top), 0, 0,
    ];

    private static byte[] Words(params ReadOnlySpan<int> values)
    {
        var bytes = new byte[2 * values.Length];
        for (var k = 0; k < values.Length; k++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * k), unchecked((ushort)values[k]));
        }

        return bytes;
    }
}
