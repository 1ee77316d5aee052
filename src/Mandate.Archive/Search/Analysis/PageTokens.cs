using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Mandate.Archive.Search.Analysis;

/// <summary>Hands the terms of words to the index; a term's position is the ordinal of its word.</summary>
internal sealed class PageTokens : TokenStream
{
    private readonly Analyser _analyser;
    private readonly ReadyTerm _term = new();
    private readonly IPositionIncrementAttribute _step;
    private readonly List<(BytesRef Term, int Position)> _terms = [];
    private readonly HashSet<BytesRef> _atOne = [];
    private int _next;
    private int _position;

    public PageTokens(Analyser analyser)
    {
        _analyser = analyser;
        AddAttributeImpl(_term);
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Takes up the words of a page. Words after the first <see cref="MostWords"/> are not indexed.</summary>
    public void Take(PageText page)
    {
        _terms.Clear();
        var count = Math.Min(page.Words.Count, MostWords);
        for (var i = 0; i < count; i++)
        {
            Add(page.Words[i].Text, i);
            var parts = Joins.PartsAt(page.Words, i);
            if (parts > 1)
            {
                AddJoined(page.Words, i, parts);
                i += parts - 1;
            }
        }
    }

    /// <summary>The most words of one page that are indexed; a dense newspaper page has some 10,000.</summary>
    public const int MostWords = 50_000;

    /// <summary>Takes up texts that stand apart, such as titles: no phrase reaches from one into the next.</summary>
    public void Take(IEnumerable<string> texts)
    {
        _terms.Clear();
        var position = 0;
        foreach (var text in texts)
        {
            foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                Add(word, position++);
            }

            position += 100;
        }
    }

    public override bool IncrementToken()
    {
        if (_next == _terms.Count)
        {
            return false;
        }

        var (term, position) = _terms[_next++];
        (_term.BytesRef.Bytes, _term.BytesRef.Offset, _term.BytesRef.Length) = (term.Bytes, term.Offset, term.Length);
        _step.PositionIncrement = position - _position;
        _position = position;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
        _position = -1;
    }

    private void Add(string word, int position)
    {
        foreach (var term in _analyser.Terms(word))
        {
            _terms.Add((term, position));
        }
    }

    /// <summary>The whole of a divided word goes to the place of its first part; the others are marked as going on from it.</summary>
    private void AddJoined(IReadOnlyList<Word> words, int first, int parts)
    {
        _atOne.Clear();
        _atOne.UnionWith(_analyser.Terms(words[first].Text));
        foreach (var term in _analyser.Terms(Joins.Joined(words, first, parts)))
        {
            if (!_atOne.Contains(term))
            {
                _terms.Add((term, first));
            }
        }

        for (var i = first + 1; i < first + parts; i++)
        {
            _terms.Add((ContinuedTerm, i));
            Add(words[i].Text, i);
        }
    }

    private static readonly BytesRef ContinuedTerm = new(Lexeme.Continued);

    /// <summary>A term whose bytes are ready, so that none are made anew for each word. The index takes hold of the one reference, once.</summary>
    private sealed class ReadyTerm : Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new();

        public void FillBytesRef()
        {
        }

        public override void Clear()
        {
        }

        public override void CopyTo(IAttribute target) => ((ReadyTerm)target).BytesRef.CopyBytes(BytesRef);
    }
}
