namespace Mandate.Archive.Search;

/// <summary>The index of the archive's pages. It follows the store's changes, and can always be made anew from change 0.</summary>
/// <remarks>Applying is for one thread at a time; searching for any number, also while changes are applied.</remarks>
internal interface ISearchIndex : IDisposable
{
    /// <summary>The number of the last change that is applied and kept; 0 for an empty index.</summary>
    long LastChange { get; }

    /// <summary>Applies changes in their order, then keeps them durably with the last number; readers see them when this returns.</summary>
    /// <param name="changes">Changes in order; several may share a number, as the pages of one document do. Those up to <see cref="LastChange"/> were applied before and are passed over.</param>
    /// <exception cref="ArgumentException">The numbers fall.</exception>
    /// <remarks>Where this throws, nothing is kept and <see cref="LastChange"/> stays.</remarks>
    void Apply(IReadOnlyList<IndexChange> changes);

    /// <summary>Answers a request. A query that cannot be run comes back as a fault.</summary>
    SearchAnswer Search(SearchRequest request);

    /// <summary>Answers a request from pages put after a change alone, as an alert does.</summary>
    /// <remarks>A page that is put again counts as new; who sends alerts keeps which pages were sent.</remarks>
    SearchAnswer SearchSince(SearchRequest request, long change);

    /// <summary>The words of one page that a query hits.</summary>
    /// <param name="query">The query.</param>
    /// <param name="handle">The document.</param>
    /// <param name="page">The page.</param>
    /// <param name="collections">Collections the reader may see; null means all.</param>
    /// <returns>Rising ordinals; empty where the page does not match, is not there, may not be seen, or the query has a fault.</returns>
    IReadOnlyList<int> HitsOnPage(string query, string handle, int page, IReadOnlySet<string>? collections);

    /// <summary>Finds pages that speak of the same things.</summary>
    LikeAnswer MoreLike(LikeRequest request);
}

/// <summary>Asks for pages like a page or a document.</summary>
/// <param name="Handle">The document.</param>
/// <param name="Page">The page; null for the document as a whole.</param>
/// <param name="Collections">Collections the reader may see; null means all.</param>
internal sealed record LikeRequest(string Handle, int? Page, IReadOnlySet<string>? Collections)
{
    /// <summary>Words to look for instead of those the index would choose: the reader has dropped, added or weighed some.</summary>
    public IReadOnlyList<LikeWord>? Words { get; init; }

    /// <summary>Results wanted: 0 to <see cref="SearchRequest.MostTaken"/>.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>A word that tells what a page speaks of.</summary>
/// <param name="Word">The word, as it stands on the page in small letters.</param>
/// <param name="Weight">How much it counts, more than 0 and at most 1.</param>
internal sealed record LikeWord(string Word, double Weight);

/// <summary>Pages like another, and the words by which they were found.</summary>
/// <param name="Words">The words, heaviest first; empty where the page is not there, may not be seen or has no telling word.</param>
/// <param name="Answer">What was found; the document itself is left out.</param>
internal sealed record LikeAnswer(IReadOnlyList<LikeWord> Words, SearchAnswer Answer);
