using System.Globalization;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>Breaks the cover's texts into lines.</summary>
internal static class CoverLines
{
    /// <summary>Breaks a text at its spaces, and inside a word (a hash, an address) that is wider than a line.</summary>
    /// <param name="text">The text; composed, without letters that show nothing, its white space made single.</param>
    /// <param name="font">The font.</param>
    /// <param name="width">Width of a line, in em; a letter that is wider gets a line of its own.</param>
    /// <returns>The lines, those broken at a space ending in one; a single empty line where there is no text.</returns>
    public static IReadOnlyList<string> Break(string text, CoverFont font, double width)
    {
        List<string> lines = [];
        var line = string.Empty;
        foreach (var word in Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && font.Set($"{line} {word}").Width <= width)
            {
                line = $"{line} {word}";
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add($"{line} ");
            }

            line = word;
            while (font.Set(line).Width is var wide && wide > width && Fitting(line, font, width, wide) is var fits && fits < line.Length)
            {
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>How much of a word goes on a line: up to a stroke or hyphen in the line's last third; or else it is parted evenly, so that no letter stands alone.</summary>
    private static int Fitting(string word, CoverFont font, double width, double wide)
    {
        var even = wide / Math.Ceiling(wide / width);
        var taken = 0.0;
        int fits = 0, after = 0, evenly = 0;
        foreach (var letter in word.EnumerateRunes())
        {
            taken += font.Set(letter.ToString()).Width;
            if (taken > width && fits > 0)
            {
                break;
            }

            evenly = taken <= even || fits == 0 ? fits + letter.Utf16SequenceLength : evenly;
            fits += letter.Utf16SequenceLength;
            after = letter.Value is '/' or '-' or '_' or '?' or '&' && taken > width * 2 / 3 ? fits : after;
        }

        return after > 0 ? after : evenly;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            // Spaces that must not break stay; fonts have the plain one of them.
            if (letter.Value is 0xA0 or 0x202F or 0x2007)
            {
                plain.Append('\u00A0');
            }
            else if (Rune.IsWhiteSpace(letter) || Rune.IsControl(letter))
            {
                plain.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}
