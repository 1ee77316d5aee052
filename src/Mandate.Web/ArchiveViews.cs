using Mandate.Archive;
using Mandate.Archive.Holdings;
using Mandate.Archive.Search;
using Mandate.Results.Evidence;

namespace Mandate.Web;

/// <summary>What the page of a search shows.</summary>
public sealed class SearchView
{
    public required SearchAsk Ask { get; init; }

    /// <summary>Gets what was found; null where nothing was asked.</summary>
    internal SearchAnswer? Answer { get; init; }

    /// <summary>Gets places that the query names as a citation, each with what it is.</summary>
    public IReadOnlyList<(CitedPlace Place, Document Document)> Cited { get; init; } = [];

    /// <summary>Gets names of collections and serials, by <c>field/value</c>.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Gets the document searched within, or null.</summary>
    public Document? Within { get; init; }

    /// <summary>Gets whether the index cannot be asked now.</summary>
    public bool IsAway { get; init; }

    public IReadOnlyList<Collection> Collections { get; init; } = [];

    public IReadOnlyList<TitleFacts> Titles { get; init; } = [];
}

/// <summary>What the page of a collection shows.</summary>
public sealed class CollectionView
{
    public required Collection Collection { get; init; }

    public required IReadOnlyList<TitleFacts> Titles { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Gets the page of the list, from 1.</summary>
    public required int Number { get; init; }

    public required bool HasMore { get; init; }
}

/// <summary>What the page of a title shows.</summary>
public sealed class TitleView
{
    internal TitleView(Completeness completeness) => Completeness = completeness;

    public required TitleFacts Title { get; init; }

    public required Collection Collection { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Gets the holdings as Z39.71 writes them; empty where nothing is held.</summary>
    public required string Holdings { get; init; }

    internal Completeness Completeness { get; }
}

/// <summary>What the page of a document shows.</summary>
public sealed class DocumentView
{
    public required Document Document { get; init; }

    public required Collection Collection { get; init; }

    public TitleFacts? Title { get; init; }

    public required IReadOnlyList<Page> Pages { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<Edition> Editions { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<ArchiveEvent> Events { get; init; }

    public required CitationsView Citations { get; init; }

    /// <summary>Gets which of the thumbnails is the first shown, from 0.</summary>
    public required int From { get; init; }
}

/// <summary>Citations of a document or page.</summary>
public sealed class CitationsView
{
    /// <summary>Gets the line that law libraries print above a page.</summary>
    public required string Line { get; init; }

    /// <summary>Gets the address to keep.</summary>
    public required string Address { get; init; }

    /// <summary>Gets the full citation in each style, by the manual's name.</summary>
    public required IReadOnlyList<(string Style, IReadOnlyList<(string Text, bool Italic)> Pieces)> Styles { get; init; }

    /// <summary>Gets the path under which the forms for programs are, without the language.</summary>
    public required string Path { get; init; }
}

/// <summary>What the page of a page shows.</summary>
public sealed class LeafView
{
    public required Document Document { get; init; }

    public required Page Page { get; init; }

    /// <summary>Gets the words; null where the reader may read none.</summary>
    public PageText? Text { get; init; }

    public IReadOnlyList<Prose> Prose { get; init; } = [];

    /// <summary>Gets the boxes of the words that were looked for, in pixels of the text's frame.</summary>
    public IReadOnlyList<Box> Hits { get; init; } = [];

    public required string Query { get; init; }

    public Page? Before { get; init; }

    public Page? After { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<Page> Versions { get; init; }

    public required CitationsView Citations { get; init; }

    public required IReadOnlyList<EvidenceRow> Evidence { get; init; }

    public required IReadOnlyList<Edition> Editions { get; init; }

    /// <summary>Gets elections with a page of their own.</summary>
    public required IReadOnlySet<string> Elections { get; init; }

    /// <summary>Gets what follows the path of every link to a page, to keep what was looked for.</summary>
    public string Tail => Query.Length == 0 ? string.Empty : "?q=" + Uri.EscapeDataString(Query);
}

/// <summary>What a page says where there is nothing to see.</summary>
/// <param name="Heading">What it is.</param>
/// <param name="Lines">Why, and what to do.</param>
/// <param name="Link">Where to go on, without the language.</param>
public sealed record RefusalView(string Heading, IReadOnlyList<string> Lines, string Link);
