namespace Mandate.Archive.Reading;

/// <summary>What a file is, by its first bytes.</summary>
internal enum FileKind
{
    /// <summary>Nothing that is read here.</summary>
    Unknown,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A TIFF image, of one page or several.</summary>
    Tiff,

    /// <summary>A JPEG image.</summary>
    Jpeg,

    /// <summary>A PNG image.</summary>
    Png,

    /// <summary>A JPEG 2000 image.</summary>
    Jpeg2000,
}

/// <summary>What a look into a file found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Pages">How many pages it has; 0 where it is refused.</param>
/// <param name="Refusal">Why it cannot be read at all, as a sentence; null where it can.</param>
/// <param name="Title">The title it gives itself; null where it gives none.</param>
/// <param name="Author">The author it names; null where it names none.</param>
/// <param name="Labels">The printed label of each page, where a PDF has them; else empty.</param>
/// <param name="Outline">A PDF's bookmarks, at most 10,000.</param>
/// <param name="Remarks">What a librarian should know, such as that the file was damaged.</param>
internal sealed record Inspection(FileKind Kind, string MediaType, int Pages, string? Refusal, string? Title, string? Author, IReadOnlyList<string?> Labels, IReadOnlyList<OutlineEntry> Outline, IReadOnlyList<string> Remarks)
{
    /// <summary>A file that is not read, and why.</summary>
    public static Inspection Refused(FileKind kind, string reason) => new(kind, FileKinds.MediaType(kind), 0, reason, null, null, [], [], []);
}

/// <summary>A bookmark: its title, how deep it lies (from 0), and its page (from 1; null where it names none).</summary>
internal sealed record OutlineEntry(string Title, int Level, int? Page);
