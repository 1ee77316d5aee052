using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Mandate.Archive.Search.Analysis;

/// <summary>Turns words into the terms of the index, and the words of queries into the terms to look for.</summary>
/// <remarks>For one thread at a time: the stemmers have state. Words are remembered, since a few thousand make up most of a text; overlong ones are not.</remarks>
internal sealed class Analyser
{
    /// <summary>What a match of the word's stem counts beside 1 for the word itself.</summary>
    public const float StemWeight = 0.5f;

    /// <summary>What a match of the folded word counts.</summary>
    public const float FoldWeight = 0.3f;

    private const int MostRemembered = 200_000;

    private readonly Dictionary<string, Lexeme> _lexemes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BytesRef[]> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BytesRef[]> _kazakhTerms = new(StringComparer.Ordinal);
    private readonly EnglishStemmer _english = new();
    private readonly RussianStemmer _russian = new();
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);

    /// <summary>Gets the lines of the list of forms for words that <see cref="Terms"/> did not remember; whoever writes them empties it.</summary>
    public HashSet<string> NewForms { get; } = new(StringComparer.Ordinal);

    /// <summary>The terms of a word of a page or a title; none where it has no letter or digit.</summary>
    /// <param name="word">The word.</param>
    /// <param name="mayBeKazakh">Whether a word without Kazakh letters is found by a Kazakh stem too. A page that shows no such letter and does not call itself Kazakh needs none.</param>
    public BytesRef[] Terms(string word, bool mayBeKazakh)
    {
        var remembered = mayBeKazakh ? _kazakhTerms : _terms;
        if (remembered.TryGetValue(word, out var known))
        {
            return known;
        }

        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        _exact.Clear();
        Lexeme? before = null;
        foreach (var part in Letters.Parts(word))
        {
            var lexeme = Look(part);
            lexeme = mayBeKazakh || lexeme.Stems.Count < 2 ? lexeme : lexeme with { Stems = [lexeme.Stems[0]] };
            Add(lexeme);
            if (before is not null)
            {
                Add(Pair(before, lexeme));
            }

            before = lexeme;
        }

        var terms = _exact.Select(t => new BytesRef(t)).ToArray();
        if (word.Length <= Letters.Longest)
        {
            remembered.Add(word, terms);
        }

        return terms;

        void Add(Lexeme lexeme)
        {
            _exact.Add(lexeme.Exact);
            lexeme.AddForms(NewForms);
        }
    }

    /// <summary>The parts of a word: more than one for <c>full-text</c>, none for a sign alone.</summary>
    public IReadOnlyList<Lexeme> Parts(string word) => [.. Letters.Parts(word).Select(Look)];

    /// <summary>Two parts of one word, as they are indexed together: <c>97-1</c>.</summary>
    public static Lexeme Pair(Lexeme first, Lexeme second) =>
        new($"{first.Exact}-{second.Exact}", $"{first.Folded}-{second.Folded}", [.. second.Stems.Select(s => $"{first.Folded}-{s}")], null);

    /// <summary>The terms and keys that a word of a query looks for.</summary>
    public static IReadOnlyList<TermWeight> Wanted(Lexeme word)
    {
        var wanted = new Dictionary<string, float>(StringComparer.Ordinal);

        // The word's stem is also sought as a word, which has no key to itself, and the word as a stem: stemmers cut some stems once more.
        foreach (var stem in word.Stems.Append(word.Folded))
        {
            Want(Lexeme.StemMark + stem, StemWeight);
            Want(stem, StemWeight);
            Want(Lexeme.FoldMark + stem, FoldWeight);
        }

        Want(word.Exact, 1);
        return [.. wanted.Select(w => new TermWeight(w.Key, w.Value))];

        void Want(string term, float weight) => wanted[term] = Math.Max(weight, wanted.GetValueOrDefault(term));
    }

    private Lexeme Look(WordPart part)
    {
        if (_lexemes.TryGetValue(part.Text, out var known) && known.Twin?.Exact == part.Twin)
        {
            return known;
        }

        if (_lexemes.Count >= MostRemembered)
        {
            _lexemes.Clear();
        }

        var folded = Letters.Folded(part.Text);
        var lexeme = new Lexeme(part.Text, folded, Stems(part.Text, folded), part.Twin is { } twin ? Look(new WordPart(twin, null)) : null);
        _lexemes[part.Text] = lexeme;
        return lexeme;
    }

    /// <summary>The letters of the word decide which stemmers it gets: the page's language is only a hint, and most pages have several.</summary>
    private string[] Stems(string word, string folded)
    {
        if (word.Length < 3)
        {
            return [word];
        }

        if (Letters.IsLatin(word))
        {
            _english.SetCurrent(folded);
            _english.Stem();
            return [_english.Current];
        }

        if (!Letters.IsCyrillic(word))
        {
            return [];
        }

        var kazakh = KazakhStemmer.Stem(folded);
        if (Letters.HasKazakh(word))
        {
            return [kazakh];
        }

        _russian.SetCurrent(word);
        _russian.Stem();
        var russian = _russian.Current;
        return russian == kazakh ? [russian] : [russian, kazakh];
    }
}
