using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Answering;

/// <summary>Which pages one request may see. Every search passes through it before anything is scored, counted or shown.</summary>
/// <remarks>What decides is known of the page's section, so each section is decided once.</remarks>
internal sealed class Sight
{
    /// <summary>The page is out of sight.</summary>
    public const int Hidden = -1;

    /// <summary>The page is in sight.</summary>
    public const int Seen = 0;

    private const byte Unasked = 0;
    private readonly RowTable.View _rows;
    private readonly SearchRequest _request;
    private readonly (string Field, HashSet<int> Values)[] _chosen;
    private readonly byte[] _known;

    public Sight(RowTable.View rows, SearchRequest request)
    {
        (_rows, _request) = (rows, request);
        _chosen = [.. (request.Chosen ?? new Dictionary<string, IReadOnlyList<string>>()).Where(c => c.Value.Count > 0)
            .Select(c => (c.Key, c.Value.Select(v => rows.ValueOf(c.Key, v)).OfType<int>().ToHashSet()))];
        _known = new byte[rows.Rows.Length];
    }

    /// <summary>Gets the fields in which values were chosen.</summary>
    public IReadOnlyList<string> ChosenFields => [.. _chosen.Select(c => c.Field)];

    /// <summary>How a row is seen: <see cref="Seen"/>, <see cref="Hidden"/>, or n where only the n-th chosen field (from 1) stands against it.</summary>
    public int Of(int row)
    {
        if (_known[row] == Unasked)
        {
            _known[row] = (byte)(Decide(_rows.Rows[row]) + 2);
        }

        return _known[row] - 2;
    }

    private int Decide(Row row)
    {
        if (!MaySee(row) || !IsInYears(row))
        {
            return Hidden;
        }

        var against = Seen;
        for (var i = 0; i < _chosen.Length; i++)
        {
            if (!row.Values.Any(_chosen[i].Values.Contains))
            {
                if (against != Seen)
                {
                    return Hidden;
                }

                against = i + 1;
            }
        }

        return against;
    }

    private bool MaySee(Row row) => _request.Collections is null || _request.Collections.Contains(row.Collection);

    private bool IsInYears(Row row) =>
        (_request.FromYear is null && _request.ToYear is null)
        || (row.Span is { } span && span.Year >= (_request.FromYear ?? int.MinValue) && span.Year <= (_request.ToYear ?? int.MaxValue));
}
