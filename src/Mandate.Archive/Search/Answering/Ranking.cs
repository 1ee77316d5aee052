using System.Globalization;
using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Answering;

/// <summary>Puts sections in order. What is equal is ordered by handle and page, so that an answer is the same on every machine.</summary>
internal sealed class Ranking(Tally tally, Snapshot snapshot, SearchSort sort) : IComparer<int>
{
    private readonly CompareInfo _titles = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>The sections asked for, in order.</summary>
    public List<int> Take(int skip, int take)
    {
        var wanted = Math.Min(skip + take, tally.Sections.Count);
        if (wanted <= skip)
        {
            return [];
        }

        // The worst of the best so far is on top, and goes when a better one comes.
        var best = new PriorityQueue<int, int>(wanted, Comparer<int>.Create((a, b) => Compare(b, a)));
        foreach (var section in tally.Sections)
        {
            if (best.Count < wanted)
            {
                best.Enqueue(section, section);
            }
            else if (Compare(section, best.Peek()) < 0)
            {
                best.DequeueEnqueue(section, section);
            }
        }

        var order = new List<int>(wanted);
        while (best.TryDequeue(out var section, out _))
        {
            order.Add(section);
        }

        order.Reverse();
        return order.GetRange(skip, wanted - skip);
    }

    /// <summary>Less than 0 where the first section comes before the second.</summary>
    public int Compare(int x, int y)
    {
        ref readonly var a = ref tally[x];
        ref readonly var b = ref tally[y];
        var first = sort == SearchSort.Relevance ? b.Best.CompareTo(a.Best) : 0;
        if (first != 0)
        {
            return first;
        }

        var (rowA, rowB) = (snapshot.Rows.Rows[a.Row], snapshot.Rows.Rows[b.Row]);
        first = sort switch
        {
            SearchSort.DateNewest => (rowB.Span?.First ?? 0).CompareTo(rowA.Span?.First ?? 0),
            SearchSort.DateOldest => (rowA.Span?.First ?? int.MaxValue).CompareTo(rowB.Span?.First ?? int.MaxValue),
            SearchSort.Title => _titles.Compare(rowA.Shown, rowB.Shown, CompareOptions.IgnoreCase),
            SearchSort.Relevance => 0,
            _ => throw new InvalidOperationException($"Bug in Ranking: {sort} is no order."),
        };
        first = first != 0 ? first : string.CompareOrdinal(rowA.Handle, rowB.Handle);
        first = first != 0 ? first : a.Page.CompareTo(b.Page);
        return first != 0 ? first : string.CompareOrdinal(rowA.Section, rowB.Section);
    }
}
