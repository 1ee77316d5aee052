using System.Collections.Frozen;

namespace Mandate.Archive.Citations;

/// <summary>Words that are one word in a citation: the short form, the long one and its cases.</summary>
internal static class PatternWords
{
    /// <summary>§, sec., section.</summary>
    public static readonly PatternWordGroup Section = new("§{1,2}|sections?|sects?|secs?", [""]);

    private static readonly PatternWordGroup Number = new("№{1,2}|numbers?|nos?|nr|n", [""]);
    private static readonly PatternWordGroup Article = new("articles?|arts?", ["art"]);
    private static readonly PatternWordGroup RussianArticle = new(@"стат(?:ь[яиею]|ей|ьей|ьям|ьях|ьями)|ст", ["ст"]);
    private static readonly PatternWordGroup KazakhArticle = new(@"ба[пб]\p{L}{0,8}", ["бап", "баб"]);

    private static readonly FrozenDictionary<string, PatternWordGroup> Groups = new Dictionary<string, PatternWordGroup>
    {
        ["§"] = Section,
        ["sec"] = Section,
        ["section"] = Section,
        ["№"] = Number,
        ["no"] = Number,
        ["art"] = Article,
        ["article"] = Article,
        ["ст"] = RussianArticle,
        ["статья"] = RussianArticle,
        ["бап"] = KazakhArticle,
    }.ToFrozenDictionary();

    /// <summary>What else is written for a word; null where it has one form only.</summary>
    public static PatternWordGroup? Of(string word) => Groups.GetValueOrDefault(word.ToLowerInvariant());
}

/// <summary>Forms of one word.</summary>
/// <param name="Expression">The forms as a regular expression's alternatives; capitals do not matter.</param>
/// <param name="Keys">Letters of which a text with any of the forms has one; an empty key is in every text.</param>
internal sealed record PatternWordGroup(string Expression, IReadOnlyList<string> Keys);
