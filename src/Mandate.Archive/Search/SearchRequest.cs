namespace Mandate.Archive.Search;

/// <summary>What a reader looks for, and what that reader may see.</summary>
/// <param name="Query">The query; empty finds every page, for browsing by facets. See <see cref="Queries.QueryParser"/>.</param>
/// <param name="Collections">Collections the reader may see; null means all of them, an empty set none.</param>
internal sealed record SearchRequest(string Query, IReadOnlySet<string>? Collections)
{
    /// <summary>The most results one answer holds.</summary>
    public const int MostTaken = 100;

    /// <summary>The most results that can be passed over.</summary>
    public const int MostSkipped = 10_000;

    /// <summary>Looks inside one document; null for all.</summary>
    public string? Handle { get; init; }

    /// <summary>Values chosen in the facets: a result has one of the values of every field named. Null or empty for none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Chosen { get; init; }

    /// <summary>The order of the results.</summary>
    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    /// <summary>Results passed over: 0 to <see cref="MostSkipped"/>.</summary>
    public int Skip { get; init; }

    /// <summary>Results wanted: 0 to <see cref="MostTaken"/>.</summary>
    public int Take { get; init; } = 20;

    /// <summary>Whether the facets are counted.</summary>
    public bool WithFacets { get; init; }

    /// <summary>The first year wanted; null for no bound. A page without a date is in no bound.</summary>
    public int? FromYear { get; init; }

    /// <summary>The last year wanted; null for no bound.</summary>
    public int? ToYear { get; init; }
}

/// <summary>The order of results.</summary>
internal enum SearchSort
{
    /// <summary>The best first.</summary>
    Relevance,

    /// <summary>The newest first, those without a date last.</summary>
    DateNewest,

    /// <summary>The oldest first, those without a date last.</summary>
    DateOldest,

    /// <summary>By the title shown, without regard to case.</summary>
    Title,
}
