namespace Mandate.Archive.Citations;

/// <summary>What a citation names, and where it stands in the text.</summary>
/// <param name="TitleId">The title named.</param>
/// <param name="PatternId">The pattern that read it.</param>
/// <param name="Parts">What stood for the pattern's braces, by their names: digits without commas, dashes as hyphens, subsections as an <c>item</c> such as <c>(b)(1)</c>.</param>
/// <param name="Start">Its first letter in the text, from 0.</param>
/// <param name="Length">How many letters it has.</param>
internal sealed record CitationTarget(string TitleId, string PatternId, IReadOnlyDictionary<string, string> Parts, int Start, int Length)
{
    /// <summary>What to look up to find it.</summary>
    public CitationQuery Query => new(TitleId, Part("volume"), Part("issue"), Part("page"), Part("pin"), Part("section") ?? Part("article"), Part("item"), Part("number"), Part("year"));

    private string? Part(string name) => Parts.GetValueOrDefault(name);
}

/// <summary>What to look up in the store; what the citation does not say is null.</summary>
/// <param name="Title">The title's id.</param>
/// <param name="Volume">Volume, without leading zeros; two joined by a hyphen for a double volume.</param>
/// <param name="Issue">Issue, as volumes are.</param>
/// <param name="Page">Printed label of the work's first page: digits, or a small roman number.</param>
/// <param name="Pin">Printed label of the page cited.</param>
/// <param name="Section">Section or article, such as <c>552a</c> or <c>97-1</c>.</param>
/// <param name="Item">The part of it in round brackets, such as <c>(b)(1)</c>.</param>
/// <param name="Number">Number of a report or act; capitals and leading zeros as they were typed.</param>
/// <param name="Year">Year, four digits.</param>
internal sealed record CitationQuery(string Title, string? Volume, string? Issue, string? Page, string? Pin, string? Section, string? Item, string? Number, string? Year);
