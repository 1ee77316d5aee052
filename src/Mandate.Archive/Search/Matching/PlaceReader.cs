using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Matching;

/// <summary>The places of one word of a phrase: those of all its terms, in order.</summary>
internal sealed class PlaceReader
{
    private const int Few = 64;
    private readonly (DocsAndPositionsEnum Docs, float Weight)[] _terms;

    private PlaceReader((DocsAndPositionsEnum, float)[] terms) => _terms = terms;

    /// <summary>Opens a word's terms in one field; null where the segment has none.</summary>
    public static PlaceReader? Open(IReadOnlyList<Postings> terms, Segment segment)
    {
        var open = new List<(DocsAndPositionsEnum, float)>(terms.Count);
        foreach (var term in terms)
        {
            if (term.Places(segment) is { } places)
            {
                open.Add((places, term.Weight));
            }
        }

        return open.Count == 0 ? null : new PlaceReader([.. open]);
    }

    public int Doc { get; private set; } = -1;

    /// <summary>Gets the places on the page it stands on, rising; read by <see cref="Read"/>.</summary>
    public List<Place> Places { get; } = [];

    public int Advance(int target)
    {
        var lowest = Matcher.End;
        foreach (var (docs, _) in _terms)
        {
            var doc = docs.DocID;
            lowest = Math.Min(lowest, doc < target ? docs.Advance(target) : doc);
        }

        return Doc = lowest;
    }

    /// <summary>Reads the places on a page; none where it does not stand on it after all.</summary>
    public List<Place> ReadAt(int doc)
    {
        if (Doc < doc)
        {
            Advance(doc);
        }

        Places.Clear();
        if (Doc == doc)
        {
            Read();
        }

        return Places;
    }

    /// <summary>Reads the places on the page it stands on, once for each page.</summary>
    public void Read()
    {
        Places.Clear();
        var lists = 0;
        foreach (var (docs, weight) in _terms)
        {
            if (docs.DocID != Doc)
            {
                continue;
            }

            lists++;
            for (var n = docs.Freq; n > 0; n--)
            {
                Places.Add(new Place(docs.NextPosition(), weight));
            }
        }

        if (lists > 1)
        {
            Merge();
        }
    }

    /// <summary>Sorts by position: a few rising runs of a few places each, for which inserting is quickest.</summary>
    private static void Order(Span<Place> places)
    {
        if (places.Length > Few)
        {
            places.Sort(static (a, b) => a.At.CompareTo(b.At));
            return;
        }

        for (var i = 1; i < places.Length; i++)
        {
            var place = places[i];
            var at = i;
            for (; at > 0 && places[at - 1].At > place.At; at--)
            {
                places[at] = places[at - 1];
            }

            places[at] = place;
        }
    }

    /// <summary>Sorts by position; terms at one place are one place, which counts them all.</summary>
    private void Merge()
    {
        Order(CollectionsMarshal.AsSpan(Places));
        var kept = 0;
        for (var i = 1; i < Places.Count; i++)
        {
            if (Places[i].At == Places[kept].At)
            {
                Places[kept] = Places[kept] with { Weight = Places[kept].Weight + Places[i].Weight };
            }
            else
            {
                Places[++kept] = Places[i];
            }
        }

        Places.RemoveRange(kept + 1, Places.Count - kept - 1);
    }
}

/// <summary>A place on a page.</summary>
/// <param name="At">The ordinal of the word.</param>
/// <param name="Weight">How well the word there fits: 1 for the very word.</param>
internal readonly record struct Place(int At, float Weight);
