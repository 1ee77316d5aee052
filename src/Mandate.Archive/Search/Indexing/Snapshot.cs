using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Mandate.Archive.Search.Indexing;

/// <summary>The index as it stood after one commit.</summary>
internal sealed class Snapshot
{
    private Snapshot(DirectoryReader reader, Segment[] segments, RowTable.View rows)
    {
        Reader = reader;
        Segments = segments;
        Rows = rows;
        Pages = segments.Sum(s => (long)s.Pages.Count);
        MeanLength = Pages == 0 ? 1 : Math.Max(1, segments.Sum(s => s.Pages.LengthSum) / Pages);
    }

    public DirectoryReader Reader { get; }

    public IReadOnlyList<Segment> Segments { get; }

    public RowTable.View Rows { get; }

    /// <summary>Gets the pages of all segments, with those taken out that are not merged away yet.</summary>
    public long Pages { get; }

    /// <summary>Gets the mean length of a page in words; at least 1.</summary>
    public double MeanLength { get; }

    /// <summary>Looks over a reader's segments; those known before need no reading.</summary>
    /// <param name="reader">The reader; the snapshot takes it over.</param>
    /// <param name="table">The rows.</param>
    /// <param name="known">What is known of segments, by their key; those that are gone are taken out.</param>
    public static Snapshot Of(DirectoryReader reader, RowTable table, Dictionary<object, SegmentPages> known)
    {
        var segments = new List<Segment>();
        var seen = new HashSet<object>();
        foreach (var leaf in reader.Leaves)
        {
            var key = leaf.AtomicReader.CoreCacheKey;
            if (!known.TryGetValue(key, out var pages))
            {
                known.Add(key, pages = SegmentPages.Read(leaf.AtomicReader, table));
            }

            seen.Add(key);
            segments.Add(new Segment(leaf.AtomicReader, segments.Count, leaf.DocBase, pages));
        }

        foreach (var gone in known.Keys.Where(k => !seen.Contains(k)).ToList())
        {
            known.Remove(gone);
        }

        return new Snapshot(reader, [.. segments], table.Now);
    }

    /// <summary>The words kept of a page.</summary>
    public static (string? Label, ReadOnlyMemory<string> Words) WordsOf(Segment segment, int doc)
    {
        var bytes = new BytesRef();
        segment.Reader.GetBinaryDocValues(Fields.Words).Get(doc, bytes);
        return PageWords.Unpack(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }
}
