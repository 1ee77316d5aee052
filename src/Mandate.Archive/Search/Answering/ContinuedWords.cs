using Lucene.Net.Index;
using Lucene.Net.Util;
using Mandate.Archive.Search.Analysis;
using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Answering;

/// <summary>Puts hits in order, and adds to a hit on a divided word its other parts, so that all of it is lit up.</summary>
internal static class ContinuedWords
{
    /// <summary>Orders the hits of pages and adds the words that go on from one of them.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="docs">Pages of it, rising.</param>
    /// <param name="hits">The hits of each.</param>
    public static void Add(Segment segment, ReadOnlySpan<int> docs, ReadOnlySpan<List<int>> hits)
    {
        var terms = segment.Terms(Indexing.Fields.Text)?.GetEnumerator();
        var places = terms is not null && terms.SeekExact(new BytesRef(Lexeme.Continued)) ? terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) : null;
        for (var i = 0; i < docs.Length; i++)
        {
            var set = new SortedSet<int>(hits[i]);
            if (places is not null && (places.DocID < docs[i] ? places.Advance(docs[i]) : places.DocID) == docs[i])
            {
                // Places rise, so a third part finds the second already in the set.
                for (var n = places.Freq; n > 0; n--)
                {
                    var place = places.NextPosition();
                    if (set.Contains(place - 1))
                    {
                        set.Add(place);
                    }
                }
            }

            hits[i].Clear();
            hits[i].AddRange(set);
        }
    }
}
