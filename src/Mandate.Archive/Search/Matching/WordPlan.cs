using Lucene.Net.Index;
using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Matching;

/// <summary>A word: pages that have any of its terms, scored by their frequencies together.</summary>
/// <param name="terms">Its terms, in the page's text, the titles or the authors.</param>
/// <param name="weights">The weights of the index.</param>
/// <param name="rarity">What its score is multiplied by; 0 for a condition that does not score.</param>
internal sealed class WordPlan(IReadOnlyList<Postings> terms, Bm25 weights, float rarity) : Plan
{
    public override long Cost(Segment segment)
    {
        var cost = 0L;
        foreach (var term in terms)
        {
            cost += term.CountIn(segment);
        }

        return cost;
    }

    public override Matcher? Open(Segment segment, bool leads)
    {
        var open = new List<Reading>();
        foreach (var term in terms)
        {
            if (term.Docs(segment, DocsFlags.FREQS) is { } docs)
            {
                open.Add(new Reading(docs, term.Weight, term.Field == Indexing.Fields.Text));
            }
        }

        return open.Count == 0 ? null : leads ? new Wide([.. open], segment.Pages.Lengths, weights, rarity) : new Narrow([.. open], segment.Pages.Lengths, weights, rarity);
    }

    public override void AddHits(Segment segment, ReadOnlySpan<int> docs, ReadOnlySpan<List<int>> hits)
    {
        foreach (var term in terms)
        {
            if (term.Field != Indexing.Fields.Text || term.Places(segment) is not { } places)
            {
                continue;
            }

            for (var i = 0; i < docs.Length; i++)
            {
                if ((places.DocID < docs[i] ? places.Advance(docs[i]) : places.DocID) == docs[i])
                {
                    for (var n = places.Freq; n > 0; n--)
                    {
                        hits[i].Add(places.NextPosition());
                    }
                }
            }
        }
    }

    private readonly record struct Reading(DocsEnum Docs, float Weight, bool IsText);

    /// <summary>Walks from page to page: frequencies are summed a window of pages at a time, which beats choosing the lowest of many lists.</summary>
    private sealed class Wide(Reading[] terms, byte[] lengths, Bm25 weights, float rarity) : Matcher
    {
        private const int Window = 2048;
        private readonly ulong[] _bits = new ulong[Window / 64];
        private readonly float[] _text = new float[Window];
        private readonly float[] _title = new float[Window];
        private int _base = -Window;
        private int _word = Window / 64;
        private ulong _left;

        public override int Next()
        {
            while (true)
            {
                if (_left != 0)
                {
                    var bit = System.Numerics.BitOperations.TrailingZeroCount(_left);
                    _left &= _left - 1;
                    return Doc = _base + (_word * 64) + bit;
                }

                if (++_word < _bits.Length)
                {
                    _left = _bits[_word];
                }
                else if (!Fill(_base + Window))
                {
                    return Doc = End;
                }
            }
        }

        public override int Advance(int target)
        {
            if (target >= _base + Window && !Fill(target - (target % Window)))
            {
                return Doc = End;
            }

            if (target >= _base)
            {
                var word = (target - _base) / 64;
                if (word >= Math.Max(_word, 0))
                {
                    _word = word;
                    _left = _bits[word] & (ulong.MaxValue << (target & 63));
                }
            }

            return Next();
        }

        public override float Score()
        {
            var at = Doc - _base;
            return rarity == 0 ? 0 : rarity * weights.Score(_text[at], _title[at], lengths[Doc]);
        }

        /// <summary>Fills the first window from this one on that has a page; false where none has.</summary>
        private bool Fill(int from)
        {
            var lowest = End;
            foreach (var term in terms)
            {
                lowest = Math.Min(lowest, term.Docs.DocID < from ? term.Docs.Advance(from) : term.Docs.DocID);
            }

            if (lowest == End)
            {
                return false;
            }

            _base = lowest - (lowest % Window);
            Array.Clear(_bits);
            Array.Clear(_text);
            Array.Clear(_title);
            foreach (var term in terms)
            {
                Sum(term, term.IsText ? _text : _title);
            }

            (_word, _left) = (-1, 0);
            return true;
        }

        private void Sum(Reading term, float[] sums)
        {
            var (docs, weight, start, bits) = (term.Docs, term.Weight, _base, _bits);
            unchecked
            {
                for (var doc = docs.DocID; doc - start < Window && doc != End; doc = docs.NextDoc())
                {
                    var at = doc - start;
                    bits[at >> 6] |= 1UL << (at & 63);
                    sums[at] += weight * docs.Freq;
                }
            }
        }
    }

    /// <summary>Answers about single pages.</summary>
    private sealed class Narrow(Reading[] terms, byte[] lengths, Bm25 weights, float rarity) : Matcher
    {
        public override int Next() => Advance(Doc + 1);

        public override int Advance(int target)
        {
            var lowest = End;
            foreach (var term in terms)
            {
                var doc = term.Docs.DocID;
                lowest = Math.Min(lowest, doc < target ? term.Docs.Advance(target) : doc);
            }

            return Doc = lowest;
        }

        public override float Score()
        {
            if (rarity == 0)
            {
                return 0;
            }

            var (text, title) = (0f, 0f);
            foreach (var term in terms)
            {
                if (term.Docs.DocID == Doc)
                {
                    var sum = term.Weight * term.Docs.Freq;
                    (text, title) = term.IsText ? (text + sum, title) : (text, title + sum);
                }
            }

            return rarity * weights.Score(text, title, lengths[Doc]);
        }
    }
}
