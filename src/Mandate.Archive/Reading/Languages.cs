namespace Mandate.Archive.Reading;

/// <summary>Which language a text is in, by its letters and its small words; and what the recogniser calls languages.</summary>
internal static class Languages
{
    private const string KazakhOnly = "әғқңөұүһӘҒҚҢӨҰҮҺ";

    /// <summary>Letters of neighbouring languages that Russian lacks; Kazakh shares the first of them.</summary>
    private const string NotRussian = "іІїЇєЄґҐўЎјЈњљћђ";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["en"] = "eng", ["ru"] = "rus", ["kk"] = "kaz", ["de"] = "deu", ["fr"] = "fra", ["es"] = "spa", ["it"] = "ita", ["pt"] = "por", ["nl"] = "nld",
        ["sv"] = "swe", ["no"] = "nor", ["da"] = "dan", ["fi"] = "fin", ["pl"] = "pol", ["uk"] = "ukr", ["be"] = "bel", ["bg"] = "bul", ["ky"] = "kir",
        ["uz"] = "uzb", ["tg"] = "tgk", ["tr"] = "tur", ["az"] = "aze", ["mn"] = "mon", ["tt"] = "tat", ["he"] = "heb", ["ar"] = "ara", ["id"] = "ind",
    };

    private static readonly Dictionary<string, HashSet<string>> SmallWords = new(StringComparer.Ordinal)
    {
        ["en"] = ["the", "of", "and", "to", "in", "is", "for", "that", "by", "on"],
        ["de"] = ["der", "die", "und", "das", "den", "nicht", "ist", "des", "mit", "von"],
        ["fr"] = ["le", "les", "des", "et", "du", "une", "est", "que", "dans", "pour"],
        ["es"] = ["el", "los", "las", "del", "una", "que", "por", "con", "para", "es"],
    };

    /// <summary>The recogniser's name of a language: ISO 639-2 of an ISO 639-1 code; a code of three letters stays.</summary>
    public static string ToTesseract(string language) => Codes.GetValueOrDefault(language, language);

    /// <summary>The models that read a language best. Kazakh pages carry signs, such as №, that only the Russian model knows.</summary>
    public static string Models(IEnumerable<string> languages, IReadOnlySet<string> installed)
    {
        var wanted = languages.Select(ToTesseract).ToList();
        if (wanted is ["kaz"])
        {
            wanted.Add("rus");
        }

        return string.Join('+', wanted.Where(installed.Contains).Distinct());
    }

    /// <summary>The language (ISO 639-1) of words among some candidates; null where it cannot be told.</summary>
    public static string? Of(IEnumerable<string> words)
    {
        int latin = 0, cyrillic = 0, kazakh = 0, other = 0, count = 0;
        var small = SmallWords.Keys.ToDictionary(key => key, _ => 0, StringComparer.Ordinal);
        foreach (var word in words)
        {
            count++;
            foreach (var letter in word)
            {
                latin += letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 'À' and <= 'ɏ') ? 1 : 0;
                cyrillic += letter is >= 'Ѐ' and <= 'ԯ' ? 1 : 0;
                other += NotRussian.Contains(letter, StringComparison.Ordinal) ? 1 : 0;
                kazakh += KazakhOnly.Contains(letter, StringComparison.Ordinal) ? 1 : 0;
            }

            var lower = word.ToLowerInvariant();
            foreach (var (language, set) in SmallWords)
            {
                small[language] += set.Contains(lower) ? 1 : 0;
            }
        }

        if (latin + cyrillic < 10)
        {
            return null;
        }

        if (cyrillic >= latin)
        {
            return kazakh * 33 > cyrillic ? "kk" : other * 100 > cyrillic ? null : "ru";
        }

        var best = small.MaxBy(pair => pair.Value);
        return best.Value > 0 && best.Value * 50 >= count ? best.Key : null;
    }
}
