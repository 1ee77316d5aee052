using System.Text.RegularExpressions;

namespace Mandate.Archive.Citations;

/// <summary>What a matched citation says, cleaned.</summary>
internal static class CitationParts
{
    /// <summary>The parts by name; null where one cannot be meant, such as the roman number <c>did</c>.</summary>
    public static IReadOnlyDictionary<string, string>? Of(Match match)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in PatternReader.Names)
        {
            if (match.Groups[name] is not { Success: true, Value: { } value })
            {
                continue;
            }

            if (Clean(name, value) is not { } clean)
            {
                return null;
            }

            parts[name] = clean;
        }

        if (match.Groups[PatternCompiler.Chain] is { Success: true, Value: { } chain })
        {
            parts.TryAdd("item", chain.Replace(" ", "", StringComparison.Ordinal));
        }

        return parts;
    }

    /// <summary>Whether what begins at <paramref name="start"/> is the tail of a longer number: the 86 of 1,186 or of 3.86.</summary>
    public static bool IsTorn(string folded, int start) =>
        start > 1 && char.IsAsciiDigit(folded[start]) && folded[start - 1] is ',' or '.' or '-' or '/' && char.IsAsciiDigit(folded[start - 2]);

    private static string? Clean(string name, string value) => name switch
    {
        "volume" or "issue" => Unpadded(value),
        "page" or "pin" => char.IsAsciiLetter(value[^1]) ? Roman(value)?.ToLowerInvariant() : Unpadded(value.Replace(",", "", StringComparison.Ordinal).ToUpperInvariant()),
        "section" or "article" => char.IsAsciiLetter(value[0]) ? Roman(value)?.ToUpperInvariant() : value,
        "item" => value[^1] == ')' ? value.Replace(" ", "", StringComparison.Ordinal) : "(" + value + ")",
        _ => value,
    };

    private static string Unpadded(string number) => number.TrimStart('0') is { Length: > 0 } rest && char.IsAsciiDigit(rest[0]) ? rest : number.StartsWith('0') ? "0" : number;

    /// <summary>The value where it is a roman number as one writes it; else null.</summary>
    private static string? Roman(string value)
    {
        var rest = value.ToLowerInvariant();
        string[][] places =
        [
            ["c", "cc", "ccc"],
            ["x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"],
            ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"],
        ];
        foreach (var place in places)
        {
            if (place.Where(digits => rest.StartsWith(digits, StringComparison.Ordinal)).MaxBy(digits => digits.Length) is { } digits)
            {
                rest = rest[digits.Length..];
            }
        }

        return rest.Length == 0 && value.Length > 0 ? value : null;
    }
}
