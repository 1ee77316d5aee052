namespace Mandate.Archive.Search.Analysis;

/// <summary>Words that print divided: <c>parlia-</c> at a line's end and <c>ment</c> on the next, or <c>1 234 567</c>.</summary>
internal static class Joins
{
    private const int MostGroups = 5;

    /// <summary>How many words from this one on are one word; 1 for a word by itself.</summary>
    public static int PartsAt(IReadOnlyList<Word> words, int at)
    {
        var (first, last) = (words[at], words.Count - 1);
        if (at == last)
        {
            return 1;
        }

        if (IsDivided(first.Text) && words[at + 1].Line > first.Line && char.IsLower(words[at + 1].Text[0]))
        {
            return 2;
        }

        if (!IsFirstGroup(first.Text))
        {
            return 1;
        }

        var parts = 1;
        while (at + parts <= last && parts < MostGroups && words[at + parts].Line == first.Line && IsGroup(words[at + parts].Text, out var ends))
        {
            parts++;
            if (ends)
            {
                break;
            }
        }

        return parts;
    }

    /// <summary>The whole word.</summary>
    public static string Joined(IReadOnlyList<Word> words, int at, int parts)
    {
        var first = words[at].Text;
        return string.Concat([IsDivided(first) ? first[..^1] : first, .. Enumerable.Range(at + 1, parts - 1).Select(i => words[i].Text)]);
    }

    private static bool IsDivided(string word) => word.Length > 1 && word[^1] is '-' or '‐' or '\u00AD' or '¬' && word.Length > 1 && char.IsLetter(word[^2]);

    private static bool IsFirstGroup(string word) => word.Length is >= 1 and <= 3 && !word.AsSpan().ContainsAnyExceptInRange('0', '9') && word[0] != '0';

    /// <summary>Three digits; a sign after them ends the number.</summary>
    private static bool IsGroup(string word, out bool ends)
    {
        var digits = word.AsSpan().TrimEnd(".,;:)%");
        ends = digits.Length < word.Length;
        return digits.Length == 3 && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
