namespace Mandate.Archive.Holdings;

/// <summary>A part of a title that the archive has.</summary>
/// <param name="Volume">The volume's printed number without its caption: <c>12</c>, <c>IV</c>, <c>1970</c>, <c>1/2</c>; null in a series without volumes.</param>
/// <param name="Issue">The issue's printed number without its caption: <c>3</c>, <c>3/4</c>, <c>A-12</c>; null where the part is a whole volume.</param>
/// <param name="Date">Its date; null where none is known.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Pages">Its pages in reading order; empty where none are recorded.</param>
/// <param name="Until">The end of the time it covers, where that is later than <paramref name="Date"/>; otherwise null.</param>
internal sealed record HeldPart(string? Volume, string? Issue, IssueDate? Date, PartKind Kind, IReadOnlyList<HeldPage> Pages, IssueDate? Until = null);

/// <summary>A page of a held part.</summary>
/// <param name="Id">The page's id in its document, at least 1.</param>
/// <param name="Label">The number printed on it: <c>12</c>, <c>xii</c>, <c>A-12</c>, <c>12/13</c>; null where it bears none, as plates do.</param>
/// <param name="Readable">Whether its image can be read.</param>
internal sealed record HeldPage(int Id, string? Label, bool Readable = true);

/// <summary>What a part is to its title.</summary>
internal enum PartKind
{
    /// <summary>A volume or issue of the title itself.</summary>
    Basic,

    /// <summary>A supplement.</summary>
    Supplement,

    /// <summary>An index.</summary>
    Index,
}

/// <summary>How much a statement of holdings tells; the numbers are the standard's.</summary>
internal enum HoldingsLevel
{
    /// <summary>Volumes and years alone.</summary>
    Summary = 3,

    /// <summary>Volumes, issues, years, months and days.</summary>
    Detailed = 4,
}
