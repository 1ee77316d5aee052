using System.Globalization;
using System.Runtime.CompilerServices;

namespace Mandate.Archive.Pdf;

/// <summary>Writes a document as a PDF: a cover, then its pages as images with their words unseen above them.</summary>
/// <remarks>
/// PDF 1.7, tagged, with bookmarks, page labels and embedded fonts. Images are passed through as they are coded. The same
/// input gives the same bytes. Sheet <c>i</c>, from 0, is the file's page <c>i + 2</c>.
/// </remarks>
internal static class SearchablePdf
{
    /// <summary>Writes the PDF.</summary>
    /// <param name="to">Where to; it need not seek, and stays open.</param>
    /// <param name="front">What the PDF says of itself.</param>
    /// <param name="sheets">How many pages the document has; 0 gives the cover alone.</param>
    /// <param name="sheet">Gives the page of an index from 0. It is asked for each once, in order, and the page is let go before the next is asked for.</param>
    /// <exception cref="ArgumentException">A section or a sheet is not as it has to be; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The cover has a letter that its fonts lack.</exception>
    public static void Write(Stream to, PdfFront front, int sheets, Func<int, PdfSheet> sheet)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sheets);
        using var file = new PdfFile(to);
        var tags = new Tags(file);
        var parts = new Parts(file, new PdfPages(file), tags, new PdfSections(file, front.Sections, sheets, tags.Document), new UnseenFont(file));
        var cover = WriteCover(parts, front);
        for (var index = 0; index < sheets; index++)
        {
            WriteSheet(parts, front, index, sheet);
        }

        parts.Font.Write();
        var (outermost, bookmarks) = parts.Sections.Finish();
        tags.Finish([cover, .. outermost]);
        var labels = parts.Pages.Finish();
        var metadata = file.Reserve();
        // Not compressed, so that programs that know nothing of PDF find it.
        file.Stream(metadata, "/Type/Metadata/Subtype/XML", PdfMetadata.Xmp(front));
        var language = front.Language is { } known ? $"/Lang{PdfSyntax.Text(known)}" : string.Empty;
        var outlines = bookmarks is { } root ? $"/Outlines {PdfSyntax.Ref(root)}/PageMode/UseOutlines" : string.Empty;
        var catalog = file.Object($"<</Type/Catalog/Pages {PdfSyntax.Ref(parts.Pages.Root)}{language}/MarkInfo<</Marked true>>/StructTreeRoot {PdfSyntax.Ref(tags.Root)}/Metadata {PdfSyntax.Ref(metadata)}/PageLabels{labels}{outlines}/ViewerPreferences<</DisplayDocTitle true>>>>");
        file.Finish(catalog, file.Object(PdfMetadata.Information(front)));
    }

    private static int WriteCover(Parts parts, PdfFront front)
    {
        var number = parts.File.Reserve();
        var (page, tag) = CoverPage.Write(parts.File, front);
        parts.Pages.Add(number, page, "cover", 0);
        return parts.Tags.AddPage(tag, parts.Tags.Document, number);
    }

    // A frame of its own, so that nothing keeps the sheet alive when it is done.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteSheet(Parts parts, PdfFront front, int index, Func<int, PdfSheet> sheets)
    {
        var sheet = sheets(index);
        var ordinal = index + 1;
        var number = parts.File.Reserve();
        var name = $"{front.Identifier}, {sheet.Label ?? ordinal.ToString(CultureInfo.InvariantCulture)}";
        var (page, tag) = SheetPage.Write(parts.File, parts.Font, sheet, name, front.Language);
        parts.Pages.Add(number, page, sheet.Label, ordinal);
        var holder = parts.Sections.HolderOf(index, number, page.Height);
        parts.Sections.Hold(parts.Tags.AddPage(tag, holder, number));
    }

    private sealed record Parts(PdfFile File, PdfPages Pages, Tags Tags, PdfSections Sections, UnseenFont Font);
}
