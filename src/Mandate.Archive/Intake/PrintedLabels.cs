using System.Globalization;

namespace Mandate.Archive.Intake;

/// <summary>The labels printed on a run of pages, counted on from the first.</summary>
internal static class PrintedLabels
{
    /// <summary>Counts on from a label: <c>451</c>, <c>xi</c>, <c>A-12</c>.</summary>
    /// <param name="first">The first page's label; null where none is known, and then no page has one.</param>
    /// <param name="pages">How many pages.</param>
    public static IReadOnlyList<string?> From(string? first, int pages)
    {
        if (first is null || pages == 0)
        {
            return new string?[pages];
        }

        if (RomanNumeral.Read(first) is { } roman)
        {
            var isSmall = char.IsLower(first[0]);
            return [.. Enumerable.Range(roman, pages).Select(n => n > RomanNumeral.Largest ? null : isSmall ? RomanNumeral.Write(n) : RomanNumeral.Write(n).ToUpperInvariant())];
        }

        var digits = first.Length - first.TrimEnd([.. "0123456789"]).Length;
        return digits is > 0 and < 9
            ? [.. Enumerable.Range(0, pages).Select(i => first[..^digits] + (int.Parse(first[^digits..], CultureInfo.InvariantCulture) + i).ToString("D" + (first[^digits] == '0' ? digits : 1), CultureInfo.InvariantCulture))]
            : [first, .. new string?[pages - 1]];
    }
}
