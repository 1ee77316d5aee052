using System.Globalization;
using Mandate.Archive;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Web;

// Mandate.Results is nearer than the answers of the same name.
using Results = Microsoft.AspNetCore.Http.Results;

/// <summary>The archive's addresses. Each asks the door what the reader may see, at every request.</summary>
internal static class ArchiveRoutes
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>What the reader of a request may see. Nobody signs in here, so everybody sees what is public.</summary>
    public static Access Reader => Access.Public;

    public static void Map(RouteGroupBuilder group, string language)
    {
        Tongue In(HttpContext context) => Routes.Tongue(context, language);
        var pages = group.MapGroup(string.Empty).WithMetadata(new Live(Streams: false));
        var files = group.MapGroup(string.Empty).WithMetadata(new Live(Streams: true));

        pages.MapMethods("/search", Reading, (HttpContext context, ArchiveDesk desk) => ArchivePages.Search(context, In(context), desk));
        pages.MapMethods("/search.atom", Reading, (HttpContext context, ArchiveDesk desk) => ArchiveFeed.Answer(context, In(context), desk));
        pages.MapMethods("/cite", Reading, (HttpContext context, ArchiveDesk desk, string? text) => Cite(In(context), desk, text ?? string.Empty));
        pages.MapMethods("/documents", Reading, (HttpContext context, ArchiveDesk desk) => ArchivePages.Browse(context, In(context), desk));
        pages.MapMethods("/documents/{name}", Reading, (HttpContext context, ArchiveDesk desk, string name) =>
            desk.Door.Collections(Reader).FirstOrDefault(c => c.Id == name) is { } collection ? ArchivePages.Collection(context, In(context), desk, collection)
            : Open(context, In(context), desk, name, string.Empty, document => Moved(context, In(context), document.Handle, string.Empty)));
        pages.MapMethods("/titles/{id}", Reading, (HttpContext context, ArchiveDesk desk, string id) =>
            desk.Door.Title(id, Reader) is { } title ? ArchivePages.Title(context, In(context), desk, title) : Results.NotFound());

        pages.MapMethods("/documents/{collection}/{item}", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item) =>
            Open(context, In(context), desk, $"{collection}/{item}", string.Empty, document => ArchivePages.Document(context, In(context), desk, document)));
        pages.MapMethods("/documents/{collection}/{item}/cite.{form}", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string form) =>
            ArchiveFiles.Forms.Contains(form)
                ? Open(context, In(context), desk, $"{collection}/{item}", $"/cite.{form}", document => ArchiveFiles.Cite(desk.Door.Cited(document, null, null), document.Handle, form))
                : Results.NotFound());
        pages.MapMethods("/documents/{collection}/{item}/{page}", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string page) =>
            OnPage(context, In(context), desk, collection, item, page, string.Empty, (document, found) => ArchivePages.Leaf(context, In(context), desk, document, found)));
        pages.MapMethods("/documents/{collection}/{item}/{page}/cite.{form}", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string page, string form) =>
            ArchiveFiles.Forms.Contains(form)
                ? OnPage(context, In(context), desk, collection, item, page, $"/cite.{form}", (document, found) => ArchiveFiles.Cite(desk.Door.Cited(document, null, found), document.Handle, form))
                : Results.NotFound());
        pages.MapMethods("/documents/{collection}/{item}/{page}/text", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string page) =>
            OnPage(context, In(context), desk, collection, item, page, "/text", (document, found) => ArchiveFiles.Text(desk, document, found)));

        files.MapMethods("/documents/{collection}/{item}/document.pdf", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item) =>
            Open(context, In(context), desk, $"{collection}/{item}", "/document.pdf", document => ArchiveFiles.Pdf(context, desk, document, In(context).Language)));
        files.MapMethods("/documents/{collection}/{item}/original/{edition}", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string edition) =>
            Number(edition) is { } number
                ? OpenAsync(context, In(context), desk, $"{collection}/{item}", $"/original/{edition}", document => ArchiveFiles.OriginalAsync(context, In(context), desk, document, number))
                : Task.FromResult(Results.NotFound()));
        files.MapMethods("/documents/{collection}/{item}/{page}/image", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string page) =>
            OnPageAsync(context, In(context), desk, collection, item, page, "/image", found => ArchiveFiles.ImageAsync(context, desk, found.Images?.View)));
        files.MapMethods("/documents/{collection}/{item}/{page}/thumb", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string page) =>
            OnPageAsync(context, In(context), desk, collection, item, page, "/thumb", found => ArchiveFiles.ImageAsync(context, desk, found.Images?.Thumb)));
        files.MapMethods("/documents/{collection}/{item}/{page}/alto.xml", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string page) =>
            OnPageAsync(context, In(context), desk, collection, item, page, "/alto.xml", found => ArchiveFiles.StoredAsync(context, desk, found.Images?.Alto, "application/xml")));
        files.MapMethods("/documents/{collection}/{item}/{page}/page.pdf", Reading, (HttpContext context, ArchiveDesk desk, string collection, string item, string page) =>
            OnPage(context, In(context), desk, collection, item, page, "/page.pdf", (document, found) => ArchiveFiles.PagePdf(context, desk, document, found, In(context).Language)));
    }

    /// <summary>A number as addresses write it: from 1, without zeros before it; null where the text is none.</summary>
    internal static int? Number(string? text) =>
        text is [>= '1' and <= '9', ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IResult Open(HttpContext context, Tongue tongue, ArchiveDesk desk, string name, string rest, Func<Document, IResult> show)
    {
        var named = desk.Door.Find(name, Reader);
        return named switch
        {
            Named.Found { Document.IsOpen: true } found => show(found.Document),
            Named.Found or Named.None => Results.NotFound(),
            Named.Moved moved => Moved(context, tongue, moved.Handle, rest),
            Named.Gone gone => ArchivePages.Gone(context, tongue, gone.Document),
            Named.Closed closed => ArchivePages.Closed(context, tongue, closed.Collection),
            _ => throw new InvalidOperationException($"Bug in ArchiveRoutes: {named.GetType().Name} is no answer to a name."),
        };
    }

    private static async Task<IResult> OpenAsync(HttpContext context, Tongue tongue, ArchiveDesk desk, string name, string rest, Func<Document, Task<IResult>> show)
    {
        Document? opened = null;
        var refused = Open(context, tongue, desk, name, rest, document =>
        {
            opened = document;
            return Results.Empty;
        });
        return opened is null ? refused : await show(opened);
    }

    private static IResult OnPage(HttpContext context, Tongue tongue, ArchiveDesk desk, string collection, string item, string page, string rest, Func<Document, Page, IResult> show)
    {
        if (Number(page) is not { } id)
        {
            return Results.NotFound();
        }

        return Open(context, tongue, desk, $"{collection}/{item}", $"/{page}{rest}", document =>
        {
            // Without a number the current version; a version that is none leads nowhere.
            var asked = context.Request.Query["version"];
            var version = Number(asked);
            return (version is not null || asked.Count == 0) && desk.Door.Page(document, id, version) is { } found ? show(document, found) : Results.NotFound();
        });
    }

    private static async Task<IResult> OnPageAsync(HttpContext context, Tongue tongue, ArchiveDesk desk, string collection, string item, string page, string rest, Func<Page, Task<IResult>> show)
    {
        Page? opened = null;
        var refused = OnPage(context, tongue, desk, collection, item, page, rest, (_, found) =>
        {
            opened = found;
            return Results.Empty;
        });
        return opened is null ? refused : await show(opened);
    }

    /// <summary>The address of the handle, which is the one to keep.</summary>
    private static IResult Moved(HttpContext context, Tongue tongue, Handle handle, string rest) =>
        Results.Redirect($"{tongue.Prefix}/documents/{handle}{rest}{context.Request.QueryString}", permanent: true);

    /// <summary>To the one place that a citation names, or to the search, which shows the choices.</summary>
    private static IResult Cite(Tongue tongue, ArchiveDesk desk, string text)
    {
        var places = text.Length > SearchAsk.Longest ? [] : desk.Door.Navigate(text, Reader);
        return Results.Redirect(places is [var only] ? tongue.Prefix + ArchivePages.PathOf(only) : $"{tongue.Prefix}/search?q={Uri.EscapeDataString(text)}");
    }
}
