namespace Mandate.Archive.Citations;

/// <summary>Makes what is cited of what the archive knows.</summary>
internal static class CitedWorks
{
    /// <summary>A document, or a section or page of it, as a citation names it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="title">The title it belongs to, or null.</param>
    /// <param name="section">The section cited, or null.</param>
    /// <param name="pages">The document's pages, in reading order.</param>
    /// <param name="page">The page cited, or null.</param>
    /// <param name="address">The permanent address of what is cited.</param>
    public static CitedWork Of(Document document, TitleFacts? title, Section? section, IReadOnlyList<Page> pages, Page? page, string address)
    {
        var facts = document.Facts;
        var authors = section is { Authors.Count: > 0 } ? [.. section.Authors.Select(PersonName.Parse)] : facts.Authors;
        var part = section is null ? pages : [.. pages.Where(p => p.Id >= section.FirstPage && p.Id <= section.LastPage)];
        return new CitedWork(
            Kind(section?.Kind ?? facts.Kind ?? "document"), section?.Title ?? facts.Title ?? document.Handle.ToString(),
            [.. authors.Where(a => !a.IsBody).Select(a => new CitedName(a.Given, a.Family))], [.. authors.Where(a => a.IsBody).Select(a => a.Family)],
            title?.Name ?? (section is null ? null : facts.Title), title is { Abbreviations: [var abbreviation, ..] } ? abbreviation : null, facts.Volume, facts.Issue, facts.Number,
            part is [{ Label: var first }, ..] ? first : null, part is [.., { Label: var last }] ? last : null, page is null ? null : page.Label ?? page.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), facts.Date, facts.Place ?? title?.Place,
            facts.Publisher ?? title?.Publisher, section?.Label, facts.Issn ?? title?.Issn, null, facts.Language ?? page?.Language ?? title?.Language ?? string.Empty, document.Handle.ToString(), address, Standing(facts.Standing));
    }

    private static WorkKind Kind(string kind) => kind switch
    {
        "article" => WorkKind.Article,
        "act" or "law" => WorkKind.Act,
        "code" => WorkKind.Code,
        "gazette" => WorkKind.Gazette,
        "report" => WorkKind.Report,
        "protocol" => WorkKind.Protocol,
        "book" => WorkKind.Book,
        "issue" => WorkKind.Issue,
        "case" => WorkKind.Case,
        "debate" => WorkKind.Debate,
        _ => WorkKind.Document,
    };

    private static string? Standing(Standing? standing) => standing switch
    {
        Archive.Standing.UnofficialTranslation => "unofficial translation",
        Archive.Standing.Copy => "copy",
        Archive.Standing.Synthetic => "synthetic: made up, no document of any state",
        Archive.Standing.Official or Archive.Standing.Authentic or null => null,
        _ => throw new InvalidOperationException($"Bug in CitedWorks: standing {standing}."),
    };
}
