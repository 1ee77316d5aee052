using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mandate.Archive.Search.Analysis;

/// <summary>What is done to letters before words are compared: one spelling for what looks or reads the same.</summary>
internal static class Letters
{
    /// <summary>The longest part of a word that is compared; the rest of a longer one is cut off.</summary>
    public const int Longest = 64;

    /// <summary>The most parts of one word that are indexed.</summary>
    public const int MostParts = 8;

    // Each Latin letter stands over its Cyrillic twin. The first are alike in print, the last only in a bad one.
    private const string LatinAlike = "ABCEHIKMOPTXYaceiopxy";
    private const string CyrillicAlike = "АВСЕНІКМОРТХУасеіорху";
    private const string LatinNear = "kmt";
    private const string CyrillicNear = "кмт";

    private const string Kazakh = "әғқңөұүһі";
    private const string KazakhFolded = "агкноуухи";

    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create(Kazakh + "ӘҒҚҢӨҰҮҺІ");
    private static readonly SearchValues<char> PlainLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ");

    /// <summary>Splits a word into its runs of letters and digits, in small letters: <c>Vice-President's</c> gives vice, president.</summary>
    /// <remarks>Signs such as § and № are dropped, compatible forms and accents set apart are composed, ё is read as е.</remarks>
    public static List<WordPart> Parts(string word)
    {
        var parts = new List<WordPart>(1);
        if (IsPlain(word))
        {
            parts.Add(Part(word));
            return parts;
        }

        // The sign № would be read as the letters "No".
        var text = word.Replace('№', ' ').Replace("\u00AD", string.Empty, StringComparison.Ordinal);
        text = Grouped(text) ?? Composed(text);
        var start = -1;
        for (var i = 0; i <= text.Length && parts.Count < MostParts; i++)
        {
            if (i < text.Length && IsPartOfWord(text, i))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                // The s of a possessive is no word: people's.
                if (i - start > 1 || start == 0 || text[start] is not ('s' or 'S') || !IsApostrophe(text[start - 1]) || parts.Count == 0)
                {
                    parts.Add(Part(text[start..i]));
                }

                start = -1;
            }
        }

        parts.RemoveAll(p => p.Text.Length == 0);
        return parts;
    }

    /// <summary>The letters that a keyboard without Kazakh letters (or without accents) would give; the same text where there are none.</summary>
    public static string Folded(string part)
    {
        if (!part.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return part;
        }

        var folded = new StringBuilder(part.Length);
        foreach (var letter in part)
        {
            var at = Kazakh.IndexOf(letter, StringComparison.Ordinal);
            folded.Append(at >= 0 ? KazakhFolded[at] : letter is >= '\u00C0' and <= '\u024F' ? Bare(letter) : letter);
        }

        return folded.ToString();
    }

    /// <summary>Whether a part has letters that Kazakh has and Russian has not.</summary>
    public static bool HasKazakh(string part) => part.AsSpan().ContainsAny(KazakhLetters);

    /// <summary>Whether all letters are Latin: a–z or accented.</summary>
    public static bool IsLatin(string part) => part.All(c => c is (>= 'a' and <= 'z') or (>= '\u00DF' and <= '\u024F'));

    /// <summary>Whether all letters are Cyrillic.</summary>
    public static bool IsCyrillic(string part) => part.All(IsCyrillic);

    /// <summary>The same shape in the other script, where every letter has a twin there: BCE and ВСЕ. Null where it is not so, and for a letter alone.</summary>
    /// <param name="part">A part with its capitals.</param>
    private static string? Twin(string part)
    {
        if (part.Length < 2)
        {
            return null;
        }

        var (from, to) = IsCyrillic(part[0]) ? (CyrillicAlike, LatinAlike) : (LatinAlike, CyrillicAlike);
        return part.All(c => from.Contains(c, StringComparison.Ordinal))
            ? string.Create(part.Length, (part, from, to), static (span, s) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = s.to[s.from.IndexOf(s.part[i], StringComparison.Ordinal)];
                }
            })
            : null;
    }

    /// <summary>Sets the few letters of another script right that stand among the letters of a word.</summary>
    /// <remarks>Letters that only one script has decide; then the greater number; then Cyrillic, into which recognition slips most.</remarks>
    private static string OneScript(string part)
    {
        int latin = 0, cyrillic = 0, surelyLatin = 0, surelyCyrillic = 0;
        foreach (var c in part)
        {
            if (IsCyrillic(c))
            {
                cyrillic++;
                surelyCyrillic += CyrillicAlike.Contains(c, StringComparison.Ordinal) || CyrillicNear.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
            else if (char.IsAsciiLetter(c))
            {
                latin++;
                surelyLatin += LatinAlike.Contains(c, StringComparison.Ordinal) || LatinNear.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
        }

        if (latin == 0 || cyrillic == 0)
        {
            return part;
        }

        var toCyrillic = surelyLatin != surelyCyrillic ? surelyCyrillic > surelyLatin : cyrillic >= latin;
        var (from, to) = toCyrillic ? (LatinAlike + LatinNear, CyrillicAlike + CyrillicNear) : (CyrillicAlike + CyrillicNear, LatinAlike + LatinNear);
        return string.Concat(part.Select(c => from.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? to[at] : c));
    }

    private static WordPart Part(string letters)
    {
        var whole = OneScript(letters.Length > Longest ? letters[..Longest] : letters);
        return new WordPart(Small(whole), Twin(whole) is { } twin ? Small(twin) : null);
    }

    private static string Small(string whole)
    {
        var small = new StringBuilder(whole.Length);
        foreach (var c in whole)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                var lower = char.ToLowerInvariant(c);
                small.Append(lower == 'ё' ? 'е' : lower);
            }
        }

        return small.ToString();
    }

    /// <summary>1,234 and 1'234'567 are numbers with their thousands set apart.</summary>
    private static string? Grouped(string text)
    {
        var number = text.AsSpan().Trim(".,;:()[]%\"'»«“”’*†");
        var digits = new StringBuilder(number.Length);
        foreach (var part in number.ToString().Split(',', '\'', '’', '\u00A0', '\u202F'))
        {
            if (part.Length is 0 or > 3 || (digits.Length > 0 && part.Length != 3) || part.AsSpan().ContainsAnyExceptInRange('0', '9'))
            {
                return null;
            }

            digits.Append(part);
        }

        return digits.Length > 3 ? digits.ToString() : null;
    }

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: such text is compared as it is.
            return text;
        }
    }

    private static bool IsPlain(string word) =>
        word.Length > 0 && !word.AsSpan().ContainsAnyExcept(PlainLetters);

    private static bool IsPartOfWord(string text, int at) => char.IsLetterOrDigit(text, at) || char.IsSurrogate(text[at])
        || (at > 0 && CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or 'ʹ';

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    private static char Bare(char letter)
    {
        var apart = letter.ToString().Normalize(NormalizationForm.FormD);
        return char.IsAsciiLetter(apart[0]) ? apart[0] : letter;
    }
}

/// <summary>A run of letters and digits of a word.</summary>
/// <param name="Text">It in small letters, as it is compared.</param>
/// <param name="Twin">What it is in the other script, where every letter has a twin there; null otherwise.</param>
internal readonly record struct WordPart(string Text, string? Twin);
