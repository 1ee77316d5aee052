using System.Globalization;
using System.Text.RegularExpressions;

namespace Mandate.Archive.Holdings;

/// <summary>A printed number taken apart: what stands before it, the number or numbers, what stands after it.</summary>
/// <remarks>
/// <para><c>12</c>; <c>3/4</c>, <c>3-4</c> (combined, the second larger by at most 12); <c>IV</c>; <c>A-12</c> (12 in the series <c>A-</c>);
/// <c>98-3</c> (3 in the series <c>98-</c>); <c>12-VII</c> (12 in the series <c>-VII</c>). Square brackets around the whole are dropped.</para>
/// <para><c>12a</c>, <c>12bis</c> and words are no number: nothing says what comes before or after them.</para>
/// </remarks>
/// <param name="Prefix">What stands before the number; empty for none.</param>
/// <param name="Numbers">The number, 0 to 9 999 999, or the combined numbers.</param>
/// <param name="Suffix">What stands after it, beginning with a sign or blank; empty for none.</param>
/// <param name="Roman">Whether it is written in Roman numerals.</param>
internal readonly partial record struct PartLabel(string Prefix, NumberRange Numbers, string Suffix, bool Roman)
{
    private const int Longest = 64;
    private const int WidestCombination = 12;

    /// <summary>Reads a label; false where it is no number.</summary>
    /// <param name="text">The label.</param>
    /// <param name="style">How labels beside it are written.</param>
    /// <param name="label">What was read.</param>
    public static bool TryRead(string? text, LabelStyle style, out PartLabel label)
    {
        label = default;
        var bare = text?.Trim() ?? string.Empty;
        bare = bare is ['[', .., ']'] ? bare[1..^1].Trim() : bare;
        if (bare.Length is 0 or > Longest)
        {
            return false;
        }

        if (Combination(bare) is var (prefix, numbers) && (style.Hyphens || bare.Contains('/', StringComparison.Ordinal)))
        {
            label = new(prefix, numbers, string.Empty, false);
            return true;
        }

        if (Ending().Match(bare) is { Success: true } ending)
        {
            var number = Number(ending.Groups[2]);
            label = new(ending.Groups[1].Value, new(number, number), string.Empty, false);
            return true;
        }

        if (Beginning().Match(bare) is { Success: true } beginning)
        {
            var number = Number(beginning.Groups[2]);
            label = new(beginning.Groups[1].Value, new(number, number), beginning.Groups[3].Value, false);
            return true;
        }

        if (style.Romans && RomanNumeral.Read(bare) is { } roman)
        {
            label = new(string.Empty, new(roman, roman), string.Empty, true);
            return true;
        }

        return false;
    }

    /// <summary>The numbers of a combined part and what stands before them; null where the text is no combination.</summary>
    private static (string Prefix, NumberRange Numbers)? Combination(string text)
        => Pair().Match(text) is { Success: true } pair && new NumberRange(Number(pair.Groups[2]), Number(pair.Groups[3])) is var numbers
            && numbers.Last > numbers.First && numbers.Last - numbers.First <= WidestCombination ? (pair.Groups[1].Value, numbers) : null;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([^0-9]*)([0-9]{1,7}) ?[/–-] ?([0-9]{1,7})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\A((?:.*[^0-9])?)([0-9]{1,7})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A([^0-9]*)([0-9]{1,7})([ ./–-][^0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    /// <summary>How the labels of one run are written, which one label alone may not tell.</summary>
    /// <param name="Romans">Letters may be Roman numerals: not where a lone letter among them is none, since A, B, C and D are then letters.</param>
    /// <param name="Hyphens">3-4 is 3 and 4 together: not where another label has a hyphen that cannot be read so, since 2-1, 2-2, 2-3 are then chapter and page.</param>
    internal readonly record struct LabelStyle(bool Romans, bool Hyphens)
    {
        /// <summary>The style of a run of labels.</summary>
        public static LabelStyle Of(IReadOnlyCollection<string?> labels) => new(
            !labels.Any(l => l?.Trim() is [var letter] && char.IsLetter(letter) && RomanNumeral.Read(letter.ToString()) is null),
            !labels.Any(l => l is not null && l.Length <= Longest && l.Trim() is var bare && !bare.Contains('/', StringComparison.Ordinal) && Pair().IsMatch(bare) && Combination(bare) is null));
    }
}
