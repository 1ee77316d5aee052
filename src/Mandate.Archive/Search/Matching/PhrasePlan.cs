using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Matching;

/// <summary>Words one after another, or near one another, in one field.</summary>
/// <param name="words">The terms of each word; at least two words, each with a term.</param>
/// <param name="pairs">The terms of each two neighbours written as one word (<c>97-1</c>); may be empty lists.</param>
/// <param name="continued">The terms that mark words going on from the one before; may be empty.</param>
/// <param name="near">How many words may stand between, in any order; null for one after another.</param>
/// <param name="weights">The weights of the index.</param>
/// <param name="rarity">What the score is multiplied by.</param>
internal sealed class PhrasePlan(
    IReadOnlyList<IReadOnlyList<Postings>> words,
    IReadOnlyList<IReadOnlyList<Postings>> pairs,
    IReadOnlyList<Postings> continued,
    int? near,
    Bm25 weights,
    float rarity) : Plan
{
    public override long Cost(Segment segment) => words.Min(w => w.Sum(t => (long)t.CountIn(segment)));

    public override Matcher? Open(Segment segment, bool leads)
    {
        var order = Enumerable.Range(0, words.Count).OrderBy(i => words[i].Sum(t => (long)t.CountIn(segment))).ThenBy(i => i).ToArray();
        var open = new PlaceReader[words.Count];
        foreach (var i in order)
        {
            if (PlaceReader.Open(words[i], segment) is not { } reader)
            {
                return null;
            }

            open[i] = reader;
        }

        return new Walk(this, segment, open, order);
    }

    public override void AddHits(Segment segment, ReadOnlySpan<int> docs, ReadOnlySpan<List<int>> hits)
    {
        if (words[0][0].Field != Indexing.Fields.Text || Open(segment, leads: false) is not Walk walk)
        {
            return;
        }

        for (var i = 0; i < docs.Length; i++)
        {
            if ((walk.Doc < docs[i] ? walk.Advance(docs[i]) : walk.Doc) == docs[i])
            {
                walk.AddPlaces(hits[i]);
            }
        }
    }

    private sealed class Walk : Matcher
    {
        private readonly PhrasePlan _plan;
        private readonly byte[] _lengths;
        private readonly PlaceReader[] _words;
        private readonly PlaceReader[] _order;
        private readonly bool _isText;
        private readonly IPhraseForm _form;

        public Walk(PhrasePlan plan, Segment segment, PlaceReader[] words, int[] order)
        {
            (_plan, _lengths, _words) = (plan, segment.Pages.Lengths, words);
            _order = [.. order.Select(i => words[i])];
            _isText = plan.Words[0][0].Field == Indexing.Fields.Text;
            _form = plan.Near is { } near
                ? new NearForm(words, near)
                : new ChainForm(words, [.. plan.Pairs.Select(p => PlaceReader.Open(p, segment))], PlaceReader.Open(plan.Continued, segment));
        }

        public override int Next() => Settle(_order[0].Advance(Doc + 1));

        public override int Advance(int target) => Settle(_order[0].Doc < target ? _order[0].Advance(target) : _order[0].Doc);

        public override float Score() => _plan.Rarity * _plan.Weights.Score(_isText ? _form.Weight : 0, _isText ? 0 : _form.Weight, _lengths[Doc]);

        public void AddPlaces(List<int> places) => _form.AddPlaces(places);

        private int Settle(int doc)
        {
            while (doc != End)
            {
                var ahead = Behind(doc);
                if (ahead != doc)
                {
                    doc = ahead == End ? End : _order[0].Advance(ahead);
                    continue;
                }

                foreach (var word in _order)
                {
                    word.Read();
                }

                if (_form.Fits(doc))
                {
                    break;
                }

                doc = _order[0].Advance(doc + 1);
            }

            return Doc = doc;
        }

        private int Behind(int doc)
        {
            for (var i = 1; i < _order.Length; i++)
            {
                var other = _order[i].Doc < doc ? _order[i].Advance(doc) : _order[i].Doc;
                if (other > doc)
                {
                    return other;
                }
            }

            return doc;
        }
    }

    private IReadOnlyList<IReadOnlyList<Postings>> Words => words;

    private IReadOnlyList<IReadOnlyList<Postings>> Pairs => pairs;

    private IReadOnlyList<Postings> Continued => continued;

    private int? Near => near;

    private Bm25 Weights => weights;

    private float Rarity => rarity;
}
