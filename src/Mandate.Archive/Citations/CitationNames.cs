namespace Mandate.Archive.Citations;

/// <summary>Lists of authors as the styles print them; null where there is none.</summary>
internal static class CitationNames
{
    /// <summary>Bluebook, rule 15.1: one; two with <c>&amp;</c>; of more, the first and <c>et al.</c></summary>
    public static string? Bluebook(IReadOnlyList<CitedName> names) => names.Count switch
    {
        0 => null,
        1 => names[0].Straight(", "),
        2 => $"{names[0].Straight(", ")} & {names[1].Straight(", ")}",
        _ => $"{names[0].Straight(", ")} et al.",
    };

    /// <summary>APA 7, 9.8: up to twenty; of more, the first nineteen, an ellipsis and the last.</summary>
    public static string? Apa(IReadOnlyList<CitedName> names)
    {
        string[] all = [.. names.Select(name => name.InvertedInitials())];
        return all.Length switch
        {
            0 => null,
            1 => all[0],
            <= 20 => string.Join(", ", all[..^1]) + ", & " + all[^1],
            _ => string.Join(", ", all[..19]) + ", . . . " + all[^1],
        };
    }

    /// <summary>MLA 9, 5.6 to 5.8: one; two; of more, the first and <c>et al.</c></summary>
    public static string? Mla(IReadOnlyList<CitedName> names) => names.Count switch
    {
        0 => null,
        1 => names[0].Inverted(),
        2 => $"{names[0].Inverted()}, and {names[1].Straight(", ")}",
        _ => $"{names[0].Inverted()}, et al.",
    };

    /// <summary>Chicago 17, notes: up to three; of more, the first and <c>et al.</c></summary>
    public static string? Chicago(IReadOnlyList<CitedName> names) => names.Count switch
    {
        0 => null,
        1 => names[0].Straight(" "),
        2 => $"{names[0].Straight(" ")} and {names[1].Straight(" ")}",
        3 => $"{names[0].Straight(" ")}, {names[1].Straight(" ")}, and {names[2].Straight(" ")}",
        _ => $"{names[0].Straight(" ")} et al.",
    };
}
