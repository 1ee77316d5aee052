using System.Collections.Concurrent;

namespace Mandate.Archive.Search.Indexing;

/// <summary>All rows of an index in memory, by number, with the numbers of sections and of the facets' values.</summary>
/// <remarks>
/// Numbers are given when a segment is opened and hold while the index is open, so the segments that stay need no work
/// when others come. One thread adds; any number read what a <see cref="View"/> shows. A row takes some 500 bytes.
/// </remarks>
internal sealed class RowTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Handle, string Section), int> _groups = [];
    private readonly ConcurrentDictionary<(string Field, string Value), int> _values = [];
    private readonly Growing<Row> _rows = new();
    private readonly Growing<int> _groupOf = new();
    private readonly Growing<int> _rowsOf = new();
    private readonly Growing<int> _valueEnds = new();
    private readonly Growing<int> _valuesOf = new();
    private readonly Growing<(string Field, string Value)> _named = new();

    /// <summary>What the table holds now; later additions leave it as it is.</summary>
    public View Now => new(_rows.Items, _rows.Count, _groupOf.Items, _groups.Count, _rowsOf.Items, _valueEnds.Items, _valuesOf.Items, _named.Items, _named.Count, this);

    /// <summary>The number of a row, given if it is new.</summary>
    public int NumberOf(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = _rows.Count;
            var row = Row.Read(text, GroupOf, ValueOf);
            _rows.Add(row);
            _groupOf.Add(row.Group);
            if (row.Group == _rowsOf.Count)
            {
                _rowsOf.Add(0);
            }

            _rowsOf.Items[row.Group]++;
            Array.ForEach(row.Values, _valuesOf.Add);
            _valueEnds.Add(_valuesOf.Count);
            _numbers.Add(text, number);
        }

        return number;
    }

    private int GroupOf(string handle, string section)
    {
        if (!_groups.TryGetValue((handle, section), out var group))
        {
            group = _groups.Count;
            _groups.Add((handle, section), group);
        }

        return group;
    }

    private int ValueOf(string field, string value) => _values.GetOrAdd((field, value), key =>
    {
        _named.Add(key);
        return _named.Count - 1;
    });

    /// <summary>What a table held at one time.</summary>
    internal sealed class View(Row[] rows, int count, int[] groupOf, int groups, int[] rowsOf, int[] valueEnds, int[] valuesOf, (string Field, string Value)[] values, int valueCount, RowTable table)
    {
        public ReadOnlySpan<Row> Rows => rows.AsSpan(0, count);

        /// <summary>Gets the section of each row, apart from the rows: counting reads nothing else of them.</summary>
        public ReadOnlySpan<int> GroupOf => groupOf.AsSpan(0, count);

        public int Groups => groups;

        /// <summary>How many rows a section has: one for most; more where its pages differ in language, say.</summary>
        public int RowsOf(int group) => rowsOf[group];

        /// <summary>The numbers of a row's values of the facets.</summary>
        public ReadOnlySpan<int> ValuesOf(int row)
        {
            var start = row == 0 ? 0 : valueEnds[row - 1];
            return valuesOf.AsSpan(start, valueEnds[row] - start);
        }

        public ReadOnlySpan<(string Field, string Value)> Values => values.AsSpan(0, valueCount);

        /// <summary>The number of a facet's value; null where no row has it.</summary>
        public int? ValueOf(string field, string value) => table._values.TryGetValue((field, value), out var number) && number < valueCount ? number : null;
    }

    /// <summary>A list whose array may be read by others while it grows: what was handed out is never written again.</summary>
    private sealed class Growing<T>
    {
        public T[] Items { get; private set; } = new T[64];

        public int Count { get; private set; }

        public void Add(T item)
        {
            if (Count == Items.Length)
            {
                var more = new T[Count * 2];
                Items.CopyTo(more, 0);
                Items = more;
            }

            Items[Count++] = item;
        }
    }
}
