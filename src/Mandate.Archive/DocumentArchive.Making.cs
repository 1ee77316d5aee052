using Mandate.Archive.Citations;
using Mandate.Archive.Holdings;
using Mandate.Archive.Pdf;

namespace Mandate.Archive;

/// <content>Citations, holdings and PDFs.</content>
public sealed partial class DocumentArchive
{
    /// <summary>A document, section or page as a citation names it.</summary>
    internal CitedWork Cited(Document document, Section? section, Page? page) =>
        CitedWorks.Of(document, document.Facts.Serial is { } serial ? catalogue.Title(serial) : null, section, catalogue.Pages(document.Handle), page, AddressOf(document.Handle, page?.Id));

    /// <summary>The holdings of a title as NISO Z39.71 writes them.</summary>
    internal string HoldingsOf(TitleFacts title, HoldingsLevel level, Access access) => HoldingsStatement.Write(Plans.Of(title), Held(title, access), level, Today());

    /// <summary>What is missing of a title.</summary>
    internal Completeness Missing(TitleFacts title, Access access) => CompletenessReport.Of(Plans.Of(title), Held(title, access), Today());

    /// <summary>Writes pages of a document as a searchable PDF with a cover. The same pages give the same bytes.</summary>
    /// <param name="document">The document, found for its reader.</param>
    /// <param name="order">What is wanted.</param>
    /// <param name="to">Where to.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ArchiveException">There is no page to write, or a file is missing.</exception>
    public async Task WritePdfAsync(Document document, PdfOrder order, Stream to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(order);
        var pages = catalogue.Pages(document.Handle).Where(p => p.Id >= order.First && p.Id <= order.Last && p.Images is not null).ToList();
        if (pages.Count == 0)
        {
            throw new ArchiveException($"Found no page of {document.Handle} to put into a PDF: pages {order.First} to {Math.Min(order.Last, document.Pages)} are not read yet, or withheld.");
        }

        var section = order.Section is { } id ? catalogue.Sections(document.Handle).FirstOrDefault(s => s.Id == id) : null;
        var front = new PdfMaker(this, document, section, pages).Front(order);

        // The writer asks for one page after the other and waits for it: its own thread may.
        await Task.Run(() => SearchablePdf.Write(to, front, pages.Count, i => SheetAsync(pages[i], order.IsCompact && document.Facts.Kind != "protocol", cancel).GetAwaiter().GetResult()), cancel);
    }

    private async Task<PdfSheet> SheetAsync(Page page, bool compact, CancellationToken cancel)
    {
        var text = catalogue.Text(page.Handle, page.Id, page.Version)!;
        var print = compact && page.Images!.Compact is { } small ? small : page.Images!.Print;
        await using var stream = await OpenAsync(print.Sha256, cancel);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        var at = print.Placement;
        return new PdfSheet(
            text,
            new SheetImage(
                print.Coding == "group4" ? PrintCoding.Group4 : PrintCoding.Jpeg, bytes.ToArray(), print.Width, print.Height, print.Components, print.InvertedCmyk, print.BlackIsOne,
                new Placement(at[0], at[1], at[2], at[3], at[4], at[5])),
            page.Label);
    }

    private IReadOnlyList<HeldPart> Held(TitleFacts title, Access access) => Plans.Held(DocumentsOf(title.Id, access), Pages);

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}

/// <summary>Which pages go into a PDF, and how.</summary>
/// <param name="First">The first page's id.</param>
/// <param name="Last">The last page's id.</param>
/// <param name="Section">The section they are; null for the document or a range.</param>
/// <param name="IsCompact">Whether scans are put in as bilevel images, which are small. A protocol never is: evidence keeps its greys.</param>
/// <param name="Language">Language of the cover: en, kk or ru.</param>
public sealed record PdfOrder(int First, int Last, string? Section, bool IsCompact, string Language)
{
    /// <summary>The whole document.</summary>
    public static PdfOrder Whole { get; } = new(1, int.MaxValue, null, false, "en");
}
