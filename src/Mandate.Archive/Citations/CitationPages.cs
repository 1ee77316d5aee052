using System.Globalization;

namespace Mandate.Archive.Citations;

/// <summary>Page labels and ranges as the styles print them. Labels that are no plain numbers are printed as they are.</summary>
internal static class CitationPages
{
    /// <summary>First to last in full: <c>103–104</c>; one label where they are equal or the last is not known; null where the first is not.</summary>
    public static string? Whole(string? first, string? last) => first is null || last is null || first == last ? first : $"{first}–{last}";

    /// <summary>MLA's range: of numbers past 99 the last keeps two digits, more where they are needed: <c>103–04</c>, <c>395–401</c>.</summary>
    public static string? Mla(string? first, string? last) => Whole(first, IsLong(first, last) ? Tail(first!, last!, 2) : last);

    /// <summary>Chicago's range: <c>71–72</c>, <c>100–104</c>, <c>107–8</c>, <c>321–28</c>, <c>395–401</c>.</summary>
    public static string? Chicago(string? first, string? last) =>
        !IsLong(first, last) || first!.EndsWith("00", StringComparison.Ordinal) ? Whole(first, last) : Whole(first, Tail(first, last!, first[^2] == '0' ? 1 : 2));

    /// <summary>The Bluebook's number: digits in threes from 10,000 on.</summary>
    public static string InThrees(string label) => label.Length is >= 5 and <= 18 && IsNumber(label) && label[0] != '0' ? long.Parse(label, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture) : label;

    private static bool IsNumber(string label) => label.All(char.IsAsciiDigit);

    private static bool IsLong(string? first, string? last) => first is not null && last is not null && first != last && first.Length >= 3 && first.Length == last.Length && IsNumber(first) && IsNumber(last);

    /// <summary>The end of <paramref name="last"/>: the digits that differ, at least <paramref name="least"/> of them.</summary>
    private static string Tail(string first, string last, int least)
    {
        var same = 0;
        while (first[same] == last[same])
        {
            same++;
        }

        return last[Math.Min(same, last.Length - least)..];
    }
}
