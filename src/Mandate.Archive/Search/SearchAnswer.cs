using Mandate.Archive.Search.Queries;

namespace Mandate.Archive.Search;

/// <summary>What was found. A page is what is searched; its section (the document, where it stands in none) is what is shown.</summary>
/// <param name="Pages">Pages that match.</param>
/// <param name="Sections">Results there are: sections with a page that matches.</param>
/// <param name="Results">The results asked for, in order.</param>
/// <param name="Facets">Facets that were asked for; empty otherwise.</param>
/// <param name="Fault">Why the query cannot be run; null where it was.</param>
internal sealed record SearchAnswer(long Pages, long Sections, IReadOnlyList<SearchResult> Results, IReadOnlyList<Facet> Facets, QueryFault? Fault)
{
    /// <summary>The answer to a query that cannot be run.</summary>
    public static SearchAnswer Of(QueryFault fault) => new(0, 0, [], [], fault);
}

/// <summary>The pages found in one section.</summary>
/// <param name="Handle">The document.</param>
/// <param name="Section">The section's id; null where the pages stand in none.</param>
/// <param name="Title">The document's title.</param>
/// <param name="SectionTitle">The section's title, if it has one.</param>
/// <param name="Date">Its date, as it was given.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Kind">The type of document.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Pages">The best three pages, best first.</param>
/// <param name="MorePages">Pages that match beside these.</param>
internal sealed record SearchResult(
    string Handle,
    string? Section,
    string Title,
    string? SectionTitle,
    string? Date,
    string Language,
    string Kind,
    string Collection,
    IReadOnlyList<PageHit> Pages,
    int MorePages);

/// <summary>A page that matches.</summary>
/// <param name="Page">Its permanent position in the document.</param>
/// <param name="Label">Its printed number; null where it has none.</param>
/// <param name="Score">How well it matches: at least 0; comparable within one answer only.</param>
/// <param name="Snippet">At most 40 words around the densest hits. Plain text: whoever shows it escapes it.</param>
/// <param name="Words">Ordinals of the words that hit, rising: places in <see cref="PageText.Words"/>. Empty where only a title matches.</param>
internal sealed record PageHit(int Page, string? Label, double Score, IReadOnlyList<SnippetPiece> Snippet, IReadOnlyList<int> Words);

/// <summary>A run of words of a snippet; spaces between runs are part of the text.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsHit">Whether they are what was looked for.</param>
internal readonly record struct SnippetPiece(string Text, bool IsHit);

/// <summary>How the results are spread over the values of one field.</summary>
/// <param name="Field">One of <see cref="FacetFields"/>.</param>
/// <param name="Values">Years newest first; others the most frequent first. At most 100, and those chosen.</param>
internal sealed record Facet(string Field, IReadOnlyList<FacetValue> Values);

/// <summary>A value and how many results have it, if one were to choose it too.</summary>
/// <param name="Value">The value.</param>
/// <param name="Sections">Results (sections) that have it.</param>
/// <param name="Pages">Pages that match in them.</param>
/// <param name="IsChosen">Whether the request chose it.</param>
internal sealed record FacetValue(string Value, long Sections, long Pages, bool IsChosen);

/// <summary>The fields that have facets.</summary>
internal static class FacetFields
{
    public const string Collection = "collection";
    public const string Kind = "kind";
    public const string Language = "language";
    public const string Year = "year";
    public const string Serial = "serial";
    public const string Author = "author";

    /// <summary>All of them, in the order of the answer.</summary>
    public static IReadOnlyList<string> All { get; } = [Collection, Kind, Language, Year, Serial, Author];
}
