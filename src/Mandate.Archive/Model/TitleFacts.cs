namespace Mandate.Archive;

/// <summary>What a librarian knows of a title: a serial, or a series of laws, gazettes, registers, codes or reports. Null is unknown.</summary>
public sealed record TitleFacts
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the collection it belongs to.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets the abbreviations by which it is cited.</summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>Gets what it is: serial, laws, gazette, register, code or reports.</summary>
    public string Kind { get; init; } = "serial";

    /// <summary>Gets the ISSN.</summary>
    public string? Issn { get; init; }

    /// <summary>Gets the main language (ISO 639-1).</summary>
    public string? Language { get; init; }

    /// <summary>Gets the publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Gets the place of publication.</summary>
    public string? Place { get; init; }

    /// <summary>Gets how often it comes: weekly, monthly, quarterly, annual, irregular …</summary>
    public string? Frequency { get; init; }

    /// <summary>Gets when or with which part it began, such as <c>v.1:no.1 1970</c>.</summary>
    public string? First { get; init; }

    /// <summary>Gets when or with which part it ended; null where it still comes or that is not known.</summary>
    public string? Last { get; init; }

    /// <summary>Gets how many issues a volume has.</summary>
    public int? IssuesPerVolume { get; init; }

    /// <summary>Gets whether issues are numbered through all volumes.</summary>
    public bool ContinuousIssues { get; init; }

    /// <summary>Gets whether pages are numbered through a volume.</summary>
    public bool ContinuousPages { get; init; }

    /// <summary>Gets what stands before a volume's number, such as <c>v.</c>.</summary>
    public string? CaptionVolume { get; init; }

    /// <summary>Gets what stands before an issue's number, such as <c>no.</c>.</summary>
    public string? CaptionIssue { get; init; }

    /// <summary>Gets the patterns by which it is cited, beside those its abbreviations give.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>Gets its rights statement.</summary>
    public string? Rights { get; init; }
}
