using System.Globalization;
using Mandate.Archive;
using Mandate.Archive.Search;

namespace Mandate.Benchmarks;

/// <summary>A made-up library: pages of words as frequent as in a language (Zipf), in English, Russian and Kazakh; the same on every run.</summary>
/// <remarks>Words are made of syllables and carry real endings, so that stemming has work to do. A document is in one language, has 40 pages in sections of 5.</remarks>
internal sealed class MadeLibrary
{
    private const int PagesOfDocument = 40;
    private const int PagesOfSection = 5;
    private static readonly string[] Languages = ["en", "ru", "kk"];
    private readonly string[][] _vocabularies;
    private readonly double[] _sums;
    private readonly byte[] _languages;
    private readonly int[][] _pages;

    public MadeLibrary(int pages, int vocabulary = 60_000)
    {
        var random = new Random(7);
        _vocabularies = [Words(random, vocabulary, Sounds.English), Words(random, vocabulary, Sounds.Russian), Words(random, vocabulary, Sounds.Kazakh)];
        _sums = new double[vocabulary];
        var sum = 0.0;
        for (var i = 0; i < vocabulary; i++)
        {
            _sums[i] = sum += 1 / Math.Pow(i + 2.7, 1.05);
        }

        _languages = new byte[pages];
        _pages = new int[pages][];
        for (var i = 0; i < pages; i++)
        {
            _languages[i] = i % PagesOfDocument == 0 ? (byte)random.Next(3) : _languages[i - 1];
            _pages[i] = new int[random.Next(200, 400)];
            for (var w = 0; w < _pages[i].Length; w++)
            {
                _pages[i][w] = Draw(random);
            }
        }
    }

    public int Count => _pages.Length;

    /// <summary>The word of a rank, from 0 for the most frequent.</summary>
    public string Word(int language, int rank) => _vocabularies[language][rank];

    /// <summary>The words of a page.</summary>
    public IEnumerable<string> Words(int page) => _pages[page].Select(w => _vocabularies[_languages[page]][w]);

    /// <summary>The words of a page whose rank lies between two.</summary>
    public IEnumerable<string> Words(int page, int from, int to) => _pages[page].Where(w => w >= from && w < to).Select(w => _vocabularies[_languages[page]][w]);

    public string Title(int page) => string.Join(' ', Words(page - (page % PagesOfDocument)).Take(6));

    public string SectionTitle(int page) => string.Join(' ', Words(page - (page % PagesOfSection)).Skip(10).Take(8));

    /// <summary>A page as the index takes it, in lines of ten words.</summary>
    public PutPage Put(int page)
    {
        var (document, number) = (page / PagesOfDocument, (page % PagesOfDocument) + 1);
        List<Word> words = [.. Words(page).Select((w, i) => new Word(w, new Box(i % 10 * 100, i / 10 * 40, 90, 30), 90, i / 10, i / 100))];
        var text = new PageText(1240, 1754, 150, TextOrigin.Recognised, Languages[_languages[page]], words);
        var (year, section) = (1900 + (document * 7 % 120), number / PagesOfSection);
        return new PutPage(page + 1, new IndexedPage(
            Invariant($"lib{document % 12}/doc{document}"), number, Invariant($"{number}"), Title(page), Invariant($"lib{document % 12}"), Invariant($"serial{document % 300}"), Invariant($"s{section}"),
            SectionTitle(page), [Invariant($"Author {document % 900}")], Invariant($"{year}-0{1 + (document % 9)}-15"), Languages[_languages[page]], document % 3 == 0 ? "law" : "report", null, text));
    }

    private int Draw(Random random)
    {
        var at = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return Math.Min(at < 0 ? ~at : at, _sums.Length - 1);
    }

    private static string[] Words(Random random, int count, Sounds sounds)
    {
        var words = new HashSet<string>();
        while (words.Count < count)
        {
            // The commonest words of a language are short and take no ending.
            var syllables = words.Count < 100 ? 1 : random.Next(2, 4);
            var word = string.Concat(Enumerable.Range(0, syllables).Select(_ => sounds.First[random.Next(sounds.First.Length)] + sounds.Second[random.Next(sounds.Second.Length)]));
            words.Add(words.Count < 100 ? word : word + sounds.Endings[random.Next(sounds.Endings.Length)]);
        }

        return [.. words];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Sounds(string[] First, string[] Second, string[] Endings)
    {
        public static readonly Sounds English = new(
            ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "tr", "gr", "pl", "ch", "sh"], ["a", "e", "i", "o", "u", "an", "en", "or", "al", "it", "ec", "ou"],
            ["", "", "", "s", "ing", "ed", "tion", "ment", "ly", "al"]);

        public static readonly Sounds Russian = new(
            ["б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ст", "пр", "тр", "гр", "ч", "ш"], ["а", "е", "и", "о", "у", "ан", "ен", "ор", "ал", "ит", "ек", "ой"],
            ["", "", "а", "ы", "ов", "ами", "ного", "ение", "ания", "ому"]);

        public static readonly Sounds Kazakh = new(
            ["б", "ғ", "г", "д", "ж", "з", "қ", "к", "л", "м", "н", "ң", "п", "р", "с", "т", "ш"], ["а", "ә", "е", "і", "о", "ө", "ұ", "ү", "ы", "ар", "ер", "ың", "ас", "ек"],
            ["", "", "лар", "лардың", "ға", "ның", "ы", "сында", "дан", "лері"]);
    }
}
