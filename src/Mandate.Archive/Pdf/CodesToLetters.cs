using System.Globalization;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>Writes the maps by which a reader's program turns the codes of a font into letters (<c>ToUnicode</c>).</summary>
internal static class CodesToLetters
{
    private const int RangesABlock = 100;

    /// <summary>Writes a map of ranges of two-byte codes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">The map's reserved number.</param>
    /// <param name="ranges">First and last code, which agree in the first byte, and the letter of the first; the others follow it.</param>
    public static void Write(PdfFile file, int number, IEnumerable<(int First, int Last, Rune Letter)> ranges)
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var block in ranges.Chunk(RangesABlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfrange\n");
            foreach (var (first, last, letter) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{first:X4}> <{last:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter.ToString()))}>\n");
            }

            map.Append("endbfrange\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        file.Deflated(number, string.Empty, Encoding.ASCII.GetBytes(map.ToString()));
    }
}
