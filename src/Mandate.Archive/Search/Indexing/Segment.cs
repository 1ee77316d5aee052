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
    private SegmentPages(int[] rows, int[] pages, byte[] lengths, int count, double lengthSum, long newest) =>
        (Rows, Pages, Lengths, Count, LengthSum, NewestChange) = (rows, pages, lengths, count, lengthSum, newest);

    /// <summary>Gets the number of each page's row; -1 for a part of the list of forms, which is no page.</summary>
    public int[] Rows { get; }

    /// <summary>Gets each page's number.</summary>
    public int[] Pages { get; }

    /// <summary>Gets each page's length as the index codes it: see <see cref="Matching.Bm25"/>.</summary>
    public byte[] Lengths { get; }

    /// <summary>Gets how many pages there are.</summary>
    public int Count { get; }

    /// <summary>Gets the sum of the lengths in words.</summary>
    public double LengthSum { get; }

    /// <summary>Gets the highest number of a change that put one of its pages.</summary>
    public long NewestChange { get; }

    /// <summary>Reads them from the index.</summary>
    public static SegmentPages Read(AtomicReader reader, RowTable table)
    {
        var count = reader.MaxDoc;
        var (rows, pages, lengths, found, sum, newest) = (new int[count], new int[count], new byte[count], 0, 0.0, 0L);
        Array.Fill(rows, -1);
        var (rowValues, pageValues, changes, norms) = (reader.GetSortedDocValues(Fields.Row), reader.GetNumericDocValues(Fields.Page), reader.GetNumericDocValues(Fields.Change), reader.GetNormValues(Fields.Text));
        if (rowValues is null)
        {
            return new SegmentPages(rows, pages, lengths, 0, 0, 0);
        }

        var numbers = new int[rowValues.ValueCount];
        var bytes = new BytesRef();
        for (var i = 0; i < numbers.Length; i++)
        {
            rowValues.LookupOrd(i, bytes);
            numbers[i] = table.NumberOf(bytes.Utf8ToString());
        }

        for (var doc = 0; doc < count; doc++)
        {
            if (rowValues.GetOrd(doc) is not (>= 0 and var row))
            {
                continue;
            }

            found++;
            rows[doc] = numbers[row];
            pages[doc] = (int)pageValues.Get(doc);
            newest = Math.Max(newest, changes.Get(doc));
            lengths[doc] = norms is null ? (byte)0 : unchecked((byte)norms.Get(doc));
            sum += Matching.Bm25.Length(lengths[doc]);
        }

        return new SegmentPages(rows, pages, lengths, found, sum, newest);
    }
}
