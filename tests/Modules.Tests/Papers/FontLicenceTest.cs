using System.Buffers.Binary;
using System.Text;

namespace Mandate.Modules.Tests.Papers;

/// <summary>The licence beside the fonts names the copyright that each font itself names.</summary>
public class FontLicenceTest
{
    [Fact]
    public void Licence_EveryFont_HasItsOwnCopyright()
    {
        var folder = Repository.PathTo("src", "Mandate.Reports", "Fonts");
        var licence = File.ReadAllText(Path.Combine(folder, "OFL.txt"));
        var fonts = Directory.GetFiles(folder, "*.ttf");
        fonts.Length.ShouldBe(3);
        foreach (var font in fonts)
        {
            licence.ShouldContain(Copyright(File.ReadAllBytes(font)), Case.Sensitive, Path.GetFileName(font));
        }

        licence.Split('\n').Count(l => l.StartsWith("Copyright", StringComparison.Ordinal)).ShouldBe(fonts.Select(f => Copyright(File.ReadAllBytes(f))).Distinct().Count());
    }

    /// <summary>Name 0 for Windows, in UTF-16, of the table "name" (OpenType 1.9).</summary>
    private static string Copyright(byte[] font)
    {
        int Number(int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
        for (var entry = 12; entry < 12 + (16 * Number(4)); entry += 16)
        {
            if (Encoding.ASCII.GetString(font, entry, 4) == "name")
            {
                var table = (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(entry + 8));
                var record = Enumerable.Range(0, Number(table + 2)).Select(i => table + 6 + (12 * i)).First(r => Number(r) == 3 && Number(r + 6) == 0);
                return Encoding.BigEndianUnicode.GetString(font, table + Number(table + 4) + Number(record + 10), Number(record + 8));
            }
        }

        throw new InvalidOperationException("No table of names.");
    }
}
