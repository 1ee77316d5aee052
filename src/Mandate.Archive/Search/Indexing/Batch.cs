namespace Mandate.Archive.Search.Indexing;

/// <summary>What a run of changes comes to: documents and pages to take out first, then pages to put, each once.</summary>
internal sealed class Batch
{
    private readonly Dictionary<string, Dictionary<int, PutPage?>> _pages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);

    /// <summary>Gets the documents whose pages are all taken out.</summary>
    public IReadOnlyCollection<string> DroppedDocuments => _dropped;

    /// <summary>The pages of other documents that are put or taken out: what the index has of them goes.</summary>
    public IEnumerable<(string Handle, int Page)> Replaced => _pages.Where(p => !_dropped.Contains(p.Key)).SelectMany(p => p.Value.Keys.Select(page => (p.Key, page)));

    /// <summary>The pages to put.</summary>
    public List<PutPage> Puts => [.. _pages.Values.SelectMany(p => p.Values).OfType<PutPage>().OrderBy(p => p.Number)];

    /// <summary>Reads changes in their order.</summary>
    /// <exception cref="ArgumentException">The numbers fall.</exception>
    public static Batch Of(IReadOnlyList<IndexChange> changes, long after)
    {
        var batch = new Batch();
        var before = 0L;
        foreach (var change in changes)
        {
            if (change.Number < before)
            {
                throw new ArgumentException($"Change {change.Number} stands after change {before}; numbers are not to fall.", nameof(changes));
            }

            before = change.Number;
            if (change.Number > after)
            {
                batch.Add(change);
            }
        }

        return batch;
    }

    private void Add(IndexChange change)
    {
        switch (change)
        {
            case PutPage put:
                PagesOf(put.Page.Handle)[put.Page.Page] = put;
                break;
            case DropPage drop:
                PagesOf(drop.Handle)[drop.Page] = null;
                break;
            case DropDocument drop:
                _pages.Remove(drop.Handle);
                _dropped.Add(drop.Handle);
                break;
            default:
                throw new InvalidOperationException($"Bug in Batch: {change.GetType().Name} is no change.");
        }
    }

    private Dictionary<int, PutPage?> PagesOf(string handle) =>
        _pages.TryGetValue(handle, out var pages) ? pages : _pages[handle] = [];
}
