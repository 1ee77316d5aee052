namespace Mandate.Archive.Search.Matching;

/// <summary>Walks over the pages of a segment that match, in rising order.</summary>
internal abstract class Matcher
{
    /// <summary>After the last page.</summary>
    public const int End = int.MaxValue;

    /// <summary>Gets the page it stands on; -1 before the first, <see cref="End"/> after the last.</summary>
    public int Doc { get; protected set; } = -1;

    /// <summary>Goes to the next page.</summary>
    public abstract int Next();

    /// <summary>Goes to the first page from this one on; only called for pages after <see cref="Doc"/>.</summary>
    public abstract int Advance(int target);

    /// <summary>How well the page it stands on matches; at least 0.</summary>
    public abstract float Score();
}

/// <summary>A query made ready for one snapshot.</summary>
internal abstract class Plan
{
    /// <summary>About how many pages of a segment it walks over.</summary>
    public abstract long Cost(Indexing.Segment segment);

    /// <summary>Begins to walk over a segment; null where nothing in it can match.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="leads">Whether it will be walked from page to page; false where it is mostly asked about single pages.</param>
    public abstract Matcher? Open(Indexing.Segment segment, bool leads);

    /// <summary>Adds the ordinals of the words that hit.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="docs">Pages of it that match, rising.</param>
    /// <param name="hits">A list for each of the pages; ordinals may come in any order, and twice.</param>
    public virtual void AddHits(Indexing.Segment segment, ReadOnlySpan<int> docs, ReadOnlySpan<List<int>> hits)
    {
    }
}
