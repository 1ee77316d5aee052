using Lucene.Net.Index;
using Lucene.Net.Util;
using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Matching;

/// <summary>One term found in the segments of a snapshot.</summary>
internal sealed class Postings
{
    private readonly BytesRef _term;
    private readonly TermState?[] _states;
    private readonly int[] _counts;

    private Postings(string field, BytesRef term, float weight, TermState?[] states, int[] counts)
    {
        (Field, _term, Weight, _states, _counts) = (field, term, weight, states, counts);
        foreach (var count in counts)
        {
            Count += count;
        }
    }

    public string Field { get; }

    /// <summary>Gets what each of its places counts.</summary>
    public float Weight { get; }

    /// <summary>Gets in how many pages it is.</summary>
    public long Count { get; }

    /// <summary>Looks a term up in every segment; null where none has it.</summary>
    public static Postings? Look(TermReaders readers, string field, BytesRef term, float weight)
    {
        TermState?[]? states = null;
        int[]? counts = null;
        foreach (var segment in readers.Snapshot.Segments)
        {
            if (readers.Of(segment, field) is { } terms && terms.SeekExact(term))
            {
                states ??= new TermState?[readers.Snapshot.Segments.Count];
                counts ??= new int[states.Length];
                states[segment.Number] = terms.GetTermState();
                counts[segment.Number] = terms.DocFreq;
            }
        }

        return states is null ? null : new Postings(field, term, weight, states, counts!);
    }

    /// <summary>In how many pages of a segment it is.</summary>
    public int CountIn(Segment segment) => _counts[segment.Number];

    /// <summary>Its pages; null where the segment has none.</summary>
    public DocsEnum? Docs(Segment segment, DocsFlags flags) => Seek(segment)?.Docs(null, null, flags);

    /// <summary>Its pages with places; null where the segment has none.</summary>
    public DocsAndPositionsEnum? Places(Segment segment) => Seek(segment)?.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);

    private TermsEnum? Seek(Segment segment)
    {
        if (_states[segment.Number] is not { } state)
        {
            return null;
        }

        var terms = segment.Terms(Field)!.GetEnumerator();
        terms.SeekExact(_term, state);
        return terms;
    }
}

/// <summary>The readers of terms that one query uses, for one thread.</summary>
internal sealed class TermReaders(Snapshot snapshot)
{
    private readonly Dictionary<(int Segment, string Field), TermsEnum?> _readers = [];

    public Snapshot Snapshot => snapshot;

    /// <summary>The reader of a field's terms; null where the segment has none.</summary>
    public TermsEnum? Of(Segment segment, string field)
    {
        if (!_readers.TryGetValue((segment.Number, field), out var reader))
        {
            _readers.Add((segment.Number, field), reader = segment.Terms(field)?.GetEnumerator());
        }

        return reader;
    }
}
