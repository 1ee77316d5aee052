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
    private readonly List<(BytesRef[] Terms, int Position)> _words = [];
    private BytesRef[] _terms = [];
    private int _nextWord;
    private int _nextTerm;
    private bool _mayBeKazakh;
    private int _position;

    public PageTokens(Analyser analyser)
    {
        _analyser = analyser;
        AddAttributeImpl(_term);
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Takes up the words of a page. Words after the first <see cref="MostWords"/> are not indexed.</summary>
    /// <param name="page">The words.</param>
    /// <param name="isKazakh">Whether the document is in Kazakh; a page that shows a letter of it is taken so too.</param>
    public void Take(PageText page, bool isKazakh)
    {
        _words.Clear();
        _mayBeKazakh = isKazakh || page.Language == "kk" || HasKazakh(page.Words);
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
        _words.Clear();
        _mayBeKazakh = true;
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

    /// <summary>Takes up terms as they are.</summary>
    public void TakeTerms(IEnumerable<string> terms)
    {
        _words.Clear();
        _words.Add(([.. terms.Select(t => new BytesRef(t))], 0));
    }

    public override bool IncrementToken()
    {
        var step = 0;
        while (_nextTerm == _terms.Length)
        {
            if (_nextWord == _words.Count)
            {
                return false;
            }

            (_terms, var position) = _words[_nextWord++];
            (_nextTerm, step, _position) = (0, step + position - _position, position);
        }

        var term = _terms[_nextTerm++];
        (_term.BytesRef.Bytes, _term.BytesRef.Offset, _term.BytesRef.Length) = (term.Bytes, term.Offset, term.Length);
        _step.PositionIncrement = step;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        (_nextWord, _nextTerm, _terms, _position) = (0, 0, [], -1);
    }

    private static bool HasKazakh(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Letters.HasKazakh(words[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string word, int position) => _words.Add((_analyser.Terms(word, _mayBeKazakh), position));

    /// <summary>The whole of a divided word goes to the place of its first part; the others are marked as going on from it.</summary>
    private void AddJoined(IReadOnlyList<Word> words, int first, int parts)
    {
        var part = _analyser.Terms(words[first].Text, _mayBeKazakh);
        _words.Add(([.. _analyser.Terms(Joins.Joined(words, first, parts), _mayBeKazakh).Except(part)], first));
        for (var i = first + 1; i < first + parts; i++)
        {
            _words.Add((ContinuedTerm, i));
            Add(words[i].Text, i);
        }
    }

    private static readonly BytesRef[] ContinuedTerm = [new(Lexeme.Continued)];

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
