using System.Globalization;
using System.Text;
using Mandate.Archive;
using Mandate.Archive.Citations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Mandate.Web;

// Mandate.Results is nearer than the answers of the same name.
using Results = Microsoft.AspNetCore.Http.Results;

/// <summary>Files of documents and pages. Whoever asks has been let in to the document already.</summary>
internal static class ArchiveFiles
{
    /// <summary>The forms in which a citation can be fetched, as addresses end.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["bib", "ris", "json"];

    /// <summary>An image of a page; not found where the reader may not have it.</summary>
    public static Task<IResult> ImageAsync(HttpContext context, ArchiveDesk desk, StoredImage? image) => StoredAsync(context, desk, image?.Sha256, image?.MediaType ?? string.Empty);

    /// <summary>A file made of a page, by hash; not found where there is none.</summary>
    public static async Task<IResult> StoredAsync(HttpContext context, ArchiveDesk desk, string? sha256, string mediaType)
    {
        if (sha256 is null)
        {
            return Results.NotFound();
        }

        // The address of a picture names its hash where a page of ours links to it; such an address never shows another.
        context.Response.Headers.CacheControl = context.Request.Query["h"] == Short(sha256) ? Live.Keep : Live.Ask;
        return Results.Stream(await desk.Door.OpenAsync(sha256, context.RequestAborted), mediaType, entityTag: Tag(sha256));
    }

    /// <summary>How addresses shorten a hash.</summary>
    public static string Short(string sha256) => sha256[..16];

    /// <summary>The raw text of a page; not found where there is none for the reader.</summary>
    public static IResult Text(ArchiveDesk desk, Document document, Page page) =>
        desk.Door.Text(document, page.Id, page.Version) is { } text ? Results.Bytes(Encoding.UTF8.GetBytes(text.Raw()), "text/plain; charset=utf-8") : Results.NotFound();

    /// <summary>A citation for a program that keeps them.</summary>
    public static IResult Cite(CitedWork work, Handle handle, string form) => form switch
    {
        "bib" => Results.Bytes(Encoding.UTF8.GetBytes(BibTex.Write(work)), "application/x-bibtex; charset=utf-8", $"{handle.Item}.bib"),
        "ris" => Results.Bytes(Encoding.UTF8.GetBytes(Ris.Write(work)), "application/x-research-info-systems; charset=utf-8", $"{handle.Item}.ris"),
        "json" => Results.Bytes(Encoding.UTF8.GetBytes(CslJson.Write(work)), "application/vnd.citationstyles.csl+json; charset=utf-8", $"{handle.Item}.json"),
        _ => throw new InvalidOperationException($"Bug in ArchiveFiles: no form '{form}'."),
    };

    /// <summary>An original, byte for byte; refused where it is restricted.</summary>
    public static async Task<IResult> OriginalAsync(HttpContext context, Tongue tongue, ArchiveDesk desk, Document document, int number)
    {
        if (desk.Door.Editions(document).FirstOrDefault(e => e.Number == number) is not { } edition)
        {
            return Results.NotFound();
        }

        if (await desk.Door.OpenOriginalAsync(document, edition, ArchiveRoutes.Reader, context.RequestAborted) is not { } bytes)
        {
            return ArchivePages.Restricted(context, tongue, document);
        }

        context.Response.Headers.CacheControl = Live.Ask;
        return Results.Stream(bytes, edition.MediaType, edition.Name, entityTag: Tag(edition.Sha256));
    }

    /// <summary>A document, a range of its pages or a section as a PDF.</summary>
    public static IResult Pdf(HttpContext context, ArchiveDesk desk, Document document, string language)
    {
        var query = context.Request.Query;
        var compact = query["compact"] == "1";
        var order = PdfOrder.Whole with { IsCompact = compact, Language = language };
        var name = document.Handle.Item;
        if (query["section"].ToString() is { Length: > 0 } id)
        {
            if (desk.Door.Sections(document).FirstOrDefault(s => s.Id == id) is not { } section)
            {
                return Results.NotFound();
            }

            (order, name) = (order with { First = section.FirstPage, Last = section.LastPage, Section = id }, string.Create(CultureInfo.InvariantCulture, $"{name}-{section.FirstPage}-{section.LastPage}"));
        }
        else if (query["pages"].ToString() is { Length: > 0 } pages)
        {
            var ends = pages.Split('-');
            if (ends.Length > 2 || ArchiveRoutes.Number(ends[0]) is not { } first || ArchiveRoutes.Number(ends[^1]) is not { } last || last < first)
            {
                return Results.BadRequest();
            }

            (order, name) = (order with { First = first, Last = last }, $"{name}-{pages}");
        }

        return Printed(desk, document, order, name);
    }

    /// <summary>One page as a PDF.</summary>
    public static IResult PagePdf(HttpContext context, ArchiveDesk desk, Document document, Page page, string language) => page.IsCurrent
        ? Printed(desk, document, new PdfOrder(page.Id, page.Id, null, context.Request.Query["compact"] == "1", language), string.Create(CultureInfo.InvariantCulture, $"{document.Handle.Item}-{page.Id}"))
        : Results.NotFound();

    private static IResult Printed(ArchiveDesk desk, Document document, PdfOrder order, string name) =>
        desk.Door.Pages(document).Any(p => p.Id >= order.First && p.Id <= order.Last && p.Images is not null) ? new PdfAnswer(desk.Door, document, order, name + ".pdf") : Results.NotFound();

    private static EntityTagHeaderValue Tag(string sha256) => new($"\"{sha256}\"");

    /// <summary>A PDF that is sent while it is made, and never held whole. A few are made at once; others wait.</summary>
    private sealed class PdfAnswer(DocumentArchive door, Document document, PdfOrder order, string name) : IResult
    {
        private static readonly SemaphoreSlim Places = new(4);

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "application/pdf";
            response.Headers.CacheControl = Live.Ask;
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(name);
            response.Headers.ContentDisposition = disposition.ToString();
            if (HttpMethods.IsHead(httpContext.Request.Method))
            {
                return;
            }

            await Places.WaitAsync(httpContext.RequestAborted);
            try
            {
                // The writer writes as it goes, from a thread of its own.
                httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
                await using var buffer = new BufferedStream(response.Body, 64 * 1024);
                await door.WritePdfAsync(document, order, buffer, httpContext.RequestAborted);
            }
            catch (Exception) when (response.HasStarted)
            {
                // Half a file must not look like a whole one.
                httpContext.Abort();
            }
            finally
            {
                Places.Release();
            }
        }
    }
}
