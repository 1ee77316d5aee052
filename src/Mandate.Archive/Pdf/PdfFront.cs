namespace Mandate.Archive.Pdf;

/// <summary>One page of the document: an image and the words on it.</summary>
/// <param name="Text">The words; their frame is the size of the page.</param>
/// <param name="Image">The image.</param>
/// <param name="Label">The page number as it is printed on the page; null where none is: the page's place in the document, from 1, stands for it.</param>
internal sealed record PdfSheet(PageText Text, SheetImage Image, string? Label);

/// <summary>A paper, act or chapter of the document; it becomes a bookmark and a part of the tree of tags.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Level">Its depth, 0 to 32: a section with a greater number than the one before lies within that one.</param>
/// <param name="FirstSheet">Index, from 0, of the sheet where it begins; never less than that of the section before.</param>
internal sealed record PdfSection(string Title, int Level, int FirstSheet);

/// <summary>The page before the document, which says what it is and where it comes from.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Language">Language of the names of the facts and of the notices (ISO 639-1).</param>
/// <param name="Facts">Names and values, such as the handle, the citation, the SHA-256 of the original.</param>
/// <param name="Notices">What a reader has to know before all else, such as that the document is synthetic; may be empty.</param>
internal sealed record PdfCover(string Title, string Language, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<string> Notices);

/// <summary>What a PDF says of itself.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Authors">Persons or bodies; may be empty.</param>
/// <param name="Language">Main language of the document (ISO 639-1); null where it is not known.</param>
/// <param name="Identifier">The handle.</param>
/// <param name="Subject">What it is about; null where nothing is said.</param>
/// <param name="Cover">The cover page.</param>
/// <param name="Sections">Sections in the order of their first sheets; may be empty.</param>
internal sealed record PdfFront(string Title, IReadOnlyList<string> Authors, string? Language, string Identifier, string? Subject, PdfCover Cover, IReadOnlyList<PdfSection> Sections);
