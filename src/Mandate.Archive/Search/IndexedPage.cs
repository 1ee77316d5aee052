namespace Mandate.Archive.Search;

/// <summary>A page as the index takes it: its words, and what is known of the section and the document it stands in.</summary>
/// <param name="Handle">The document's handle.</param>
/// <param name="Page">The page's permanent position in the document, from 1.</param>
/// <param name="Label">The printed page number; null where there is none.</param>
/// <param name="DocumentTitle">The document's title; empty where it is not known.</param>
/// <param name="Collection">The id of the collection, on which the right to see the page hangs.</param>
/// <param name="Serial">The id of the serial (title) the document belongs to; null where it belongs to none.</param>
/// <param name="Section">The section's id within the document; null where the page stands in no section.</param>
/// <param name="SectionTitle">The section's title; null where it has none.</param>
/// <param name="Authors">Authors of the section or, where it names none, of the document; empty where unknown.</param>
/// <param name="Date">Year, month or day: <c>2019</c>, <c>2019-05</c> or <c>2019-05-17</c>; null where unknown.</param>
/// <param name="Language">ISO 639-1, such as <c>kk</c>.</param>
/// <param name="Kind">The type of document: <c>law</c>, <c>gazette</c>, <c>report</c>, <c>protocol</c>, <c>article</c> …</param>
/// <param name="Standing">What the document is worth in law, such as <c>in-force</c>; null where that is not known.</param>
/// <param name="Text">The page's words; their ordinals are the positions in the index.</param>
internal sealed record IndexedPage(
    string Handle,
    int Page,
    string? Label,
    string DocumentTitle,
    string Collection,
    string? Serial,
    string? Section,
    string? SectionTitle,
    IReadOnlyList<string> Authors,
    string? Date,
    string Language,
    string Kind,
    string? Standing,
    PageText Text);

/// <summary>One change of the archive that the index follows.</summary>
/// <param name="Number">Its number; numbers rise, and are never given twice.</param>
internal abstract record IndexChange(long Number);

/// <summary>A page is new, or takes the place of the page of that number.</summary>
internal sealed record PutPage(long Number, IndexedPage Page) : IndexChange(Number);

/// <summary>A page is taken out; nothing happens where the index has none such.</summary>
internal sealed record DropPage(long Number, string Handle, int Page) : IndexChange(Number);

/// <summary>All pages of a document are taken out.</summary>
internal sealed record DropDocument(long Number, string Handle) : IndexChange(Number);
