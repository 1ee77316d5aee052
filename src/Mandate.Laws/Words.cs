namespace Mandate.Laws;

/// <summary>A text in several languages; English stands in where another is missing.</summary>
/// <param name="Texts">Texts by language tag.</param>
public sealed record Words(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Gets the languages of pages and papers, English first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "kk", "ru"];

    /// <summary>Gets the text in a language, in English where that is missing.</summary>
    public string this[string language] => Texts.GetValueOrDefault(language) ?? Texts.GetValueOrDefault("en") ?? Texts.Values.FirstOrDefault() ?? string.Empty;

    /// <summary>The same text in every language.</summary>
    public static Words Same(string text) => new(new Dictionary<string, string> { ["en"] = text });
}

/// <summary>Where facts come from.</summary>
/// <param name="Id">Id in its file.</param>
/// <param name="Url">Address, or null for a printed source.</param>
/// <param name="Gives">What was taken from it.</param>
public sealed record SourceNote(string Id, string? Url, string Gives);
