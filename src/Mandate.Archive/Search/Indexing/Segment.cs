using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Mandate.Archive.Search.Indexing;

/// <summary>A part of the index that never changes, with what is kept of its pages in memory: 9 bytes each.</summary>
internal sealed class Segment(AtomicReader reader, int number, int docBase, SegmentPages pages)
{
    private readonly Lucene.Net.Index.Fields? _fields = reader.Fields;

    public AtomicReader Reader => reader;

    /// <summary>Gets its place among the segments of the snapshot.</summary>
    public int Number => number;

    /// <summary>Gets the number of its first page among those of the snapshot.</summary>
    public int DocBase => docBase;

    public SegmentPages Pages => pages;

    public int Count { get; } = reader.MaxDoc;

    /// <summary>Gets which pages are still there; null where all are.</summary>
    public IBits? Live { get; } = reader.LiveDocs;

    /// <summary>The terms of a field; null where no page has one.</summary>
    public Terms? Terms(string field) => _fields?.GetTerms(field);
}

/// <summary>What is kept in memory of a segment's pages.</summary>
internal sealed class SegmentPages
{
    private SegmentPages(int[] rows, int[] pages, byte[] lengths, double lengthSum, long newest) =>
        (Rows, Pages, Lengths, LengthSum, NewestChange) = (rows, pages, lengths, lengthSum, newest);

    /// <summary>Gets the number of each page's row.</summary>
    public int[] Rows { get; }

    /// <summary>Gets each page's number.</summary>
    public int[] Pages { get; }

    /// <summary>Gets each page's length as the index codes it: see <see cref="Matching.Bm25"/>.</summary>
    public byte[] Lengths { get; }

    /// <summary>Gets the sum of the lengths in words.</summary>
    public double LengthSum { get; }

    /// <summary>Gets the highest number of a change that put one of its pages.</summary>
    public long NewestChange { get; }

    /// <summary>Reads them from the index.</summary>
    public static SegmentPages Read(AtomicReader reader, RowTable table)
    {
        var count = reader.MaxDoc;
        var (rows, pages, lengths, sum, newest) = (new int[count], new int[count], new byte[count], 0.0, 0L);
        var (rowValues, pageValues, changes, norms) = (reader.GetSortedDocValues(Fields.Row), reader.GetNumericDocValues(Fields.Page), reader.GetNumericDocValues(Fields.Change), reader.GetNormValues(Fields.Text));
        var numbers = new int[rowValues.ValueCount];
        var bytes = new BytesRef();
        for (var i = 0; i < numbers.Length; i++)
        {
            rowValues.LookupOrd(i, bytes);
            numbers[i] = table.NumberOf(bytes.Utf8ToString());
        }

        for (var doc = 0; doc < count; doc++)
        {
            rows[doc] = numbers[rowValues.GetOrd(doc)];
            pages[doc] = (int)pageValues.Get(doc);
            newest = Math.Max(newest, changes.Get(doc));
            lengths[doc] = norms is null ? (byte)0 : unchecked((byte)norms.Get(doc));
            sum += Matching.Bm25.Length(lengths[doc]);
        }

        return new SegmentPages(rows, pages, lengths, sum, newest);
    }
}
