namespace Mandate.Archive.Citations;

/// <summary>One way in which a title is cited, as a librarian writes it: <c>{volume} Fed. Reg. {page}[, {pin}][ ({year})]</c>.</summary>
/// <remarks>
/// <para>
/// Braces name what changes: <c>volume, issue, page, pin, number, section, article, item, year</c>. Square brackets hold
/// what may be missing, at most eight of them and three inside each other. A backslash makes the next letter an ordinary one. All else stands for itself, at least one word of it
/// outside square brackets.
/// </para>
/// <para>
/// Readers write loosely, so capitals, full stops, spaces, kinds of dashes, е for ё, a comma, <c>at</c> or <c>p.</c> before a page are
/// not insisted on; <c>§</c>, <c>sec.</c> and <c>section</c> are one word, and so are <c>art.</c> and <c>article</c>, <c>№</c> and <c>no.</c>,
/// <c>ст.</c> and the cases of <c>статья</c>, the cases of <c>бап</c>. A § may be missing where another word is there.
/// </para>
/// </remarks>
/// <param name="TitleId">The serial or series it leads to.</param>
/// <param name="Id">Its name among the title's patterns.</param>
/// <param name="Pattern">The pattern; at most 200 letters.</param>
internal sealed record CitationPattern(string TitleId, string Id, string Pattern)
{
    /// <summary>Everything that is wrong with it; empty where it can be used.</summary>
    public IReadOnlyList<PatternFault> Faults() => PatternReader.Read(this).Faults;

    /// <summary>The usual ways of citing a serial by an abbreviation of its title.</summary>
    /// <returns>
    /// Three patterns: <c>12 Const. L.J. 45</c> or <c>12(3) Const. L.J. 45</c>; <c>Const. L.J. 12(3), 45</c>;
    /// <c>Const. L.J., 2019, № 3, с. 45</c>. Each takes a page cited and a year after it.
    /// </returns>
    public static IReadOnlyList<CitationPattern> ForAbbreviation(string titleId, string abbreviation)
    {
        var plain = string.Concat(abbreviation.Trim().Select(letter => letter is '{' or '}' or '[' or ']' or '\\' ? "\\" + letter : letter.ToString()));
        return
        [
            new(titleId, $"{abbreviation}/volume-first", $"{{volume}}[({{issue}})] {plain} {{page}}[, {{pin}}][ ({{year}})]"),
            new(titleId, $"{abbreviation}/title-first", $"{plain} {{volume}}[({{issue}})], {{page}}[, {{pin}}][ ({{year}})]"),
            new(titleId, $"{abbreviation}/by-year", $"{plain}, {{year}}, № {{issue}}[, {{page}}][, {{pin}}]"),
        ];
    }
}

/// <summary>Something wrong with a pattern.</summary>
/// <param name="TitleId">The pattern's title.</param>
/// <param name="PatternId">The pattern.</param>
/// <param name="Position">The letter of the pattern at which it is found, from 1.</param>
/// <param name="Message">What was found, what was expected.</param>
internal sealed record PatternFault(string TitleId, string PatternId, int Position, string Message)
{
    /// <summary>Writes the fault in a line.</summary>
    public override string ToString() => FormattableString.Invariant($"Pattern '{PatternId}' of title '{TitleId}', letter {Position}: {Message}");
}
