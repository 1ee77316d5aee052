using System.Globalization;

namespace Mandate.Archive.Intake;

/// <summary>The labels printed on a run of pages, counted on from the first.</summary>
internal static class PrintedLabels
{
    private static readonly (string Digits, int Value)[] Roman =
        [("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];

    /// <summary>Counts on from a label: <c>451</c>, <c>xi</c>, <c>A-12</c>.</summary>
    /// <param name="first">The first page's label; null where none is known, and then no page has one.</param>
    /// <param name="pages">How many pages.</param>
    public static IReadOnlyList<string?> From(string? first, int pages)
    {
        if (first is null || pages == 0)
        {
            return new string?[pages];
        }

        var small = first.ToLowerInvariant();
        if (small.All(c => "mdclxvi".Contains(c, StringComparison.Ordinal)) && Number(small) is { } roman)
        {
            return [.. Enumerable.Range(0, pages).Select(i => first == small ? Write(roman + i) : Write(roman + i).ToUpperInvariant())];
        }

        var digits = first.Length - first.TrimEnd([.. "0123456789"]).Length;
        return digits is > 0 and < 9
            ? [.. Enumerable.Range(0, pages).Select(i => first[..^digits] + (int.Parse(first[^digits..], CultureInfo.InvariantCulture) + i).ToString("D" + (first[^digits] == '0' ? digits : 1), CultureInfo.InvariantCulture))]
            : [first, .. new string?[pages - 1]];
    }

    private static int? Number(string text)
    {
        var (value, rest) = (0, text);
        foreach (var (digits, worth) in Roman)
        {
            while (rest.StartsWith(digits, StringComparison.Ordinal))
            {
                (value, rest) = (value + worth, rest[digits.Length..]);
            }
        }

        return rest.Length == 0 && Write(value) == text ? value : null;
    }

    private static string Write(int value)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (digits, worth) in Roman)
        {
            for (; value >= worth; value -= worth)
            {
                text.Append(digits);
            }
        }

        return text.ToString();
    }
}
