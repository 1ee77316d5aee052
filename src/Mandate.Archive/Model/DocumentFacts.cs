namespace Mandate.Archive;

/// <summary>What a librarian knows of a document. Null is unknown, an empty list is none known.</summary>
public sealed record DocumentFacts
{
    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the main language (ISO 639-1).</summary>
    public string? Language { get; init; }

    /// <summary>Gets the authors in order.</summary>
    public IReadOnlyList<PersonName> Authors { get; init; } = [];

    /// <summary>Gets the date of publication.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Gets what it is: article, act, code, gazette, report, protocol, book, issue, case, debate or document.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the title (serial or series) it belongs to, by id.</summary>
    public string? Serial { get; init; }

    /// <summary>Gets the volume.</summary>
    public string? Volume { get; init; }

    /// <summary>Gets the issue.</summary>
    public string? Issue { get; init; }

    /// <summary>Gets its own number, such as that of a report or act.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the printed label of its first page, from which the others follow.</summary>
    public string? FirstLabel { get; init; }

    /// <summary>Gets the standing of its text; null where it is not known.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Gets its rights statement.</summary>
    public string? Rights { get; init; }

    /// <summary>Gets where it came from.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Gets the place of publication.</summary>
    public string? Place { get; init; }

    /// <summary>Gets the ISSN.</summary>
    public string? Issn { get; init; }

    /// <summary>Gets names that others gave it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Gets whether its originals are restricted.</summary>
    public bool IsRestricted { get; init; }
}

/// <summary>The standing of a text.</summary>
public enum Standing
{
    /// <summary>Published by the body whose text it is.</summary>
    Official,

    /// <summary>The text that the law says prevails.</summary>
    Authentic,

    /// <summary>A translation without force of law.</summary>
    UnofficialTranslation,

    /// <summary>A copy whose fidelity nobody vouches for.</summary>
    Copy,

    /// <summary>Made up, of a made-up country.</summary>
    Synthetic,
}
