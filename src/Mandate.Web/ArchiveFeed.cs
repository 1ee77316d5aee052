using System.Globalization;
using System.Text;
using System.Xml;
using Mandate.Archive;
using Mandate.Archive.Search;
using Microsoft.AspNetCore.Http;

namespace Mandate.Web;

// Mandate.Results is nearer than the answers of the same name.
using Results = Microsoft.AspNetCore.Http.Results;

/// <summary>A search as an Atom feed (RFC 4287): the pages that match and came last, an alert that needs no account.</summary>
internal static class ArchiveFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Most = 50;

    /// <summary>The feed of a query. The same pages give the same bytes.</summary>
    public static IResult Answer(HttpContext context, Tongue tongue, ArchiveDesk desk)
    {
        var ask = SearchAsk.Read(context.Request.Query);
        SearchAnswer answer;
        try
        {
            answer = desk.Door.SearchNewest(ask.Request() with { Skip = 0, WithFacets = false, Sort = SearchSort.DateNewest }, ArchiveRoutes.Reader, Most);
        }
        catch (ArchiveException)
        {
            return Results.Problem("The search is not at hand now.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (answer.Fault is { } fault)
        {
            return Results.Problem($"At letter {fault.At + 1}: {fault.Says}", statusCode: StatusCodes.Status400BadRequest);
        }

        var frame = Pages.Frame(context, tongue, "/search" + ask.QueryString());
        return Results.Bytes(Write(frame, desk, ask, Entries(desk, answer)), "application/atom+xml; charset=utf-8");
    }

    private static List<Entry> Entries(ArchiveDesk desk, SearchAnswer answer)
    {
        // When a document came, which the index does not know. It may be gone since.
        var added = answer.Results.Select(r => r.Handle).Distinct(StringComparer.Ordinal)
            .Select(h => desk.Door.Find(h, ArchiveRoutes.Reader)).OfType<Named.Found>().ToDictionary(f => f.Document.Handle.ToString(), f => f.Document, StringComparer.Ordinal);
        return
        [
            .. answer.Results.Where(r => added.ContainsKey(r.Handle)).SelectMany(r => r.Pages.Select(p => new Entry(added[r.Handle], r, p)))
                .DistinctBy(e => (e.Result.Handle, e.Hit.Page)).OrderByDescending(e => e.Document.Added, StringComparer.Ordinal).ThenBy(e => e.Result.Handle, StringComparer.Ordinal).ThenBy(e => e.Hit.Page).Take(Most),
        ];
    }

    private static byte[] Write(PageFrame frame, ArchiveDesk desk, SearchAsk ask, List<Entry> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            var here = frame.Host + frame.Link("/search.atom" + ask.QueryString());
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, frame.Language);
            xml.WriteElementString("id", Atom, here);
            xml.WriteElementString("title", Atom, Clean($"{frame.Say("find")}: {ask.Query}"));

            // A feed without an entry has never changed.
            xml.WriteElementString("updated", Atom, entries.Count > 0 ? entries[0].Document.Added : "1970-01-01T00:00:00Z");
            Link(xml, "self", here);
            Link(xml, "alternate", frame.Host + frame.Link(frame.Path));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, frame.Say("name"));
            xml.WriteEndElement();
            foreach (var entry in entries)
            {
                Write(xml, frame, desk, ask, entry);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, PageFrame frame, ArchiveDesk desk, SearchAsk ask, Entry entry)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/documents/{entry.Result.Handle}/{entry.Hit.Page}");

        // The permanent address, or that of this portal where none is told.
        var id = desk.Door.AddressOf(entry.Document.Handle, entry.Hit.Page);
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, Uri.IsWellFormedUriString(id, UriKind.Absolute) ? id : frame.Host + path);
        xml.WriteElementString("title", Atom, Clean($"{entry.Result.SectionTitle ?? entry.Document.Title}, {ArchiveNames.PageName(frame, entry.Hit.Page, entry.Hit.Label)}"));
        xml.WriteElementString("updated", Atom, entry.Document.Added);
        Link(xml, "alternate", frame.Host + frame.Link(path) + (ask.Query.Length == 0 ? string.Empty : "?q=" + Uri.EscapeDataString(ask.Query)));
        xml.WriteElementString("summary", Atom, Clean(string.Concat(entry.Hit.Snippet.Select(p => p.Text))));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>Text without the signs that XML has no way to write.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is 9 or 10 or 13 or >= 0x20 and not 0xFFFE and not 0xFFFF).Select(r => r.ToString()));

    private sealed record Entry(Document Document, SearchResult Result, PageHit Hit);
}
