using System.Globalization;
using Mandate.Archive;
using Mandate.Archive.Citations;
using Mandate.Archive.Holdings;
using Mandate.Archive.Search;
using Mandate.Web.Components.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Web;

/// <summary>The archive's pages as results of requests. Whoever asks for a document has been let in to it already.</summary>
internal static class ArchivePages
{
    /// <summary>Documents on a page of a list.</summary>
    public const int InAList = 100;

    /// <summary>Thumbnails on a page.</summary>
    public const int Thumbs = 48;

    private static Access Reader => ArchiveRoutes.Reader;

    /// <summary>The path of a place, without the language.</summary>
    public static string PathOf(CitedPlace place) => PathOf(place.Handle, place.Page);

    /// <summary>The path of a document or page, without the language.</summary>
    public static string PathOf(Handle handle, int? page = null) => page is { } id ? string.Create(CultureInfo.InvariantCulture, $"/documents/{handle}/{id}") : $"/documents/{handle}";

    public static IResult Search(HttpContext context, Tongue tongue, ArchiveDesk desk)
    {
        var ask = SearchAsk.Read(context.Request.Query);
        var (collections, titles) = (desk.Door.Collections(Reader), desk.Door.Titles(Reader));
        var names = collections.Select(c => ($"{FacetFields.Collection}/{c.Id}", c.Name)).Concat(titles.Select(t => ($"{FacetFields.Serial}/{t.Id}", t.Name))).ToDictionary();
        SearchAnswer? answer = null;
        var isAway = false;
        try
        {
            answer = ask.IsEmpty ? null : desk.Door.Search(ask.Request(), Reader);
        }
        catch (ArchiveException)
        {
            isAway = true;
        }

        var cited = ask.Query.Length is 0 or > SearchAsk.Longest || ask.Page > 1 || ask.In is not null ? [] : desk.Door.Navigate(ask.Query, Reader);
        return Show<SearchPage>(context, tongue, "/search" + ask.QueryString(), new SearchView
        {
            Ask = ask,
            Answer = answer,
            IsAway = isAway,
            Names = names,
            Cited = [.. cited.Select(p => (p, Found(desk, p.Handle))).Where(p => p.Item2 is not null).Select(p => (p.p, p.Item2!))],
            Within = ask.In is { } handle ? Found(desk, Handle.Parse(handle)) : null,
            Collections = collections,
            Titles = titles,
        }, isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    public static IResult Browse(HttpContext context, Tongue tongue, ArchiveDesk desk) => Show<BrowsePage>(context, tongue, "/documents", new SearchView
    {
        Ask = new SearchAsk(), Names = new Dictionary<string, string>(), Collections = desk.Door.Collections(Reader), Titles = desk.Door.Titles(Reader),
    });

    public static IResult Collection(HttpContext context, Tongue tongue, ArchiveDesk desk, Collection collection)
    {
        var number = Math.Min(ArchiveRoutes.Number(context.Request.Query["page"].FirstOrDefault()) ?? 1, int.MaxValue / InAList);
        var documents = desk.Door.Documents(collection.Id, Reader, (number - 1) * InAList, InAList + 1);
        var path = $"/documents/{collection.Id}" + (number == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"?page={number}"));
        return Show<CollectionPage>(context, tongue, path, new CollectionView
        {
            Collection = collection,
            Titles = [.. desk.Door.Titles(Reader).Where(t => t.Collection == collection.Id)],
            Documents = [.. documents.Take(InAList)],
            Number = number,
            HasMore = documents.Count > InAList,
        });
    }

    public static IResult Title(HttpContext context, Tongue tongue, ArchiveDesk desk, TitleFacts title) => Show<TitlePage>(context, tongue, $"/titles/{title.Id}", new TitleView(desk.Door.Missing(title, Reader))
    {
        Title = title,
        Collection = desk.Door.Collections(Reader).First(c => c.Id == title.Collection),
        Documents = desk.Door.DocumentsOf(title.Id, Reader),
        Holdings = desk.Door.HoldingsOf(title, HoldingsLevel.Detailed, Reader),
    });

    public static IResult Document(HttpContext context, Tongue tongue, ArchiveDesk desk, Document document)
    {
        var pages = desk.Door.Pages(document);
        var from = ArchiveRoutes.Number(context.Request.Query["from"].FirstOrDefault()) is { } first && first <= pages.Count ? (first - 1) / Thumbs * Thumbs : 0;
        return Show<DocumentPage>(context, tongue, PathOf(document.Handle), new DocumentView
        {
            Document = document,
            Collection = desk.Door.Collections(Reader).First(c => c.Id == document.Handle.Collection),
            Title = document.Facts.Serial is { } serial ? desk.Door.Title(serial, Reader) : null,
            Pages = pages,
            Sections = desk.Door.Sections(document),
            Editions = desk.Door.Editions(document),
            Aliases = desk.Door.Aliases(document),
            Events = desk.Door.Events(document),
            Citations = Citations(context, desk, document, null),
            From = from,
        });
    }

    public static IResult Leaf(HttpContext context, Tongue tongue, ArchiveDesk desk, Document document, Page page)
    {
        var query = context.Request.Query["q"].FirstOrDefault()?.Trim() ?? string.Empty;
        var pages = desk.Door.Pages(document);
        var at = pages.ToList().FindIndex(p => p.Id == page.Id);
        var text = desk.Door.Text(document, page.Id, page.Version);
        var hits = text is null ? [] : Hits(desk, document, page, query);
        var links = text is null ? [] : desk.Door.CitationsOn(Prose.Plain(text), Reader).Select(c => (c.Start, c.Length, c.Place.Handle == document.Handle && c.Place.Page == page.Id ? null : PathOf(c.Place))).ToList();
        var rows = desk.Evidence.CitedBy(document.Handle.ToString(), page.Id);
        var library = context.RequestServices.GetRequiredService<Library>();
        var path = PathOf(document.Handle, page.Id) + (query.Length == 0 ? string.Empty : "?q=" + Uri.EscapeDataString(query));
        return Show<LeafPage>(context, tongue, path, new LeafView
        {
            Document = document,
            Page = page,
            Text = text,
            Prose = text is null ? [] : Prose.Of(text, hits.ToHashSet(), links),
            Hits = text is null ? [] : [.. hits.Select(i => text.Words[i].Box)],
            Query = query,
            Before = at > 0 ? pages[at - 1] : null,
            After = at >= 0 && at + 1 < pages.Count ? pages[at + 1] : null,
            Sections = desk.Door.Sections(document),
            Versions = desk.Door.Versions(document, page.Id),
            Citations = Citations(context, desk, document, page),
            Evidence = rows,
            Editions = desk.Door.Editions(document),
            Elections = rows.Select(r => r.Election).Where(id => library.Election(id) is not null).ToHashSet(StringComparer.Ordinal),
        });
    }

    /// <summary>A document that was taken down: its tombstone.</summary>
    public static IResult Gone(HttpContext context, Tongue tongue, Document document)
    {
        var frame = Pages.Frame(context, tongue, PathOf(document.Handle));
        return Refuse(context, tongue, PathOf(document.Handle), StatusCodes.Status410Gone, new RefusalView(
            frame.Say("gone"),
            [$"{frame.Say("fact-handle")}: {document.Handle}", $"{frame.Say("gone-title")}: {document.Title}", $"{frame.Say("gone-why")}: {document.Reason ?? frame.Say("unknown")}", frame.Say("gone-stays")],
            "/documents"));
    }

    /// <summary>A document of a collection that is not open to everybody: nothing of it is told.</summary>
    public static IResult Closed(HttpContext context, Tongue tongue, Collection collection)
    {
        var frame = Pages.Frame(context, tongue, string.Empty);
        return Refuse(context, tongue, "/documents", StatusCodes.Status403Forbidden, new RefusalView(frame.Say("closed"), [frame.Say("closed-why", collection.Name)], "/documents"));
    }

    /// <summary>A restricted original.</summary>
    public static IResult Restricted(HttpContext context, Tongue tongue, Document document)
    {
        var frame = Pages.Frame(context, tongue, string.Empty);
        return Refuse(context, tongue, PathOf(document.Handle), StatusCodes.Status403Forbidden, new RefusalView(frame.Say("restricted"), [frame.Say("restricted-why")], PathOf(document.Handle)));
    }

    private static IReadOnlyList<int> Hits(ArchiveDesk desk, Document document, Page page, string query)
    {
        try
        {
            // The index holds the words of the version that is shown.
            return query.Length == 0 || !page.IsCurrent ? [] : desk.Door.HitsOnPage(query, document.Handle, page.Id, Reader);
        }
        catch (ArchiveException)
        {
            return [];
        }
    }

    private static Document? Found(ArchiveDesk desk, Handle handle) => desk.Door.Find(handle.ToString(), Reader) is Named.Found { Document: { IsOpen: true } document } ? document : null;

    private static CitationsView Citations(HttpContext context, ArchiveDesk desk, Document document, Page? page)
    {
        var work = desk.Door.Cited(document, null, page);
        var path = PathOf(document.Handle, page?.Id);
        var address = desk.Door.AddressOf(document.Handle, page?.Id);
        return new CitationsView
        {
            Line = CitationLine.Write(work),
            Address = Uri.IsWellFormedUriString(address, UriKind.Absolute) ? address : $"{context.Request.Scheme}://{context.Request.Host}{path}",
            Styles =
            [
                ("Bluebook", CitationWriter.Write(CitationStyle.Bluebook, work).Pieces), ("APA", CitationWriter.Write(CitationStyle.Apa, work).Pieces),
                ("MLA", CitationWriter.Write(CitationStyle.Mla, work).Pieces), ("Chicago", CitationWriter.Write(CitationStyle.Chicago, work).Pieces),
            ],
            Path = path,
        };
    }

    private static RazorComponentResult<T> Show<T>(HttpContext context, Tongue tongue, string path, object view, int status = StatusCodes.Status200OK)
        where T : Microsoft.AspNetCore.Components.IComponent => new(new { Frame = Pages.Frame(context, tongue, path), View = view }) { StatusCode = status };

    private static RazorComponentResult<RefusedPage> Refuse(HttpContext context, Tongue tongue, string path, int status, RefusalView view)
    {
        context.Response.Headers.CacheControl = Live.Ask;
        return Show<RefusedPage>(context, tongue, path, view, status);
    }
}
