using System.Globalization;
using Mandate.Archive.Citations;

namespace Mandate.Archive.Pdf;

/// <summary>Makes what a PDF says of itself of what the archive knows of a document.</summary>
internal sealed class PdfMaker(DocumentArchive archive, Document document, Section? section, IReadOnlyList<Page> pages)
{
    /// <summary>Title, cover and bookmarks.</summary>
    public PdfFront Front(PdfOrder order)
    {
        var facts = document.Facts;
        var title = section?.Title ?? document.Title;
        var authors = (section is { Authors.Count: > 0 } ? section.Authors.Select(PersonName.Parse) : facts.Authors).Select(a => a.Given is null ? a.Family : $"{a.Given} {a.Family}").ToList();
        return new PdfFront(title, authors, facts.Language ?? pages[0].Language, document.Handle.ToString(), null, Cover(title, authors, order.Language), Bookmarks());
    }

    private PdfCover Cover(string title, List<string> authors, string language)
    {
        var facts = document.Facts;
        var say = new CoverWords(language);
        var rows = new List<(string, string)>();
        void Row(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                rows.Add((say[key], value));
            }
        }

        var isWhole = pages.Count == document.Pages;
        Row("in", section is null ? null : document.Title);
        Row("authors", string.Join("; ", authors));
        Row("date", facts.Date?.ToString());
        Row("citation", CitationLine.Write(archive.Cited(document, section, null)));
        Row("pages", isWhole ? null : string.Create(CultureInfo.InvariantCulture, $"{pages[0].Id}–{pages[^1].Id} / {document.Pages}"));
        Row("handle", document.Handle.ToString());
        Row("address", archive.AddressOf(document.Handle) is var address && address != document.Handle.ToString() ? address : null);
        foreach (var edition in archive.Editions(document).Where(e => pages.Any(p => p.Edition == e.Number)))
        {
            Row("original", $"SHA-256 {edition.Sha256}");
        }

        Row("standing", facts.Standing is { } standing ? say["standing." + standing] : say["standing.unknown"]);
        Row("rights", facts.Rights);
        Row("source", facts.Source);
        var notices = new List<string>();
        if (facts.Standing == Standing.Synthetic)
        {
            notices.Add(say["synthetic"]);
        }

        if (pages.Any(p => p.Confidence is not null))
        {
            var confidence = pages.Where(p => p.Confidence is not null).Average(p => p.Confidence!.Value);
            notices.Add(string.Format(CultureInfo.InvariantCulture, say["recognised"], Math.Round(confidence)));
        }

        if (document.IsRestricted)
        {
            notices.Add(say["redacted"]);
        }

        return new PdfCover(title, language, rows, notices);
    }

    private List<PdfSection> Bookmarks()
    {
        var sections = archive.Sections(document);
        var level = new Dictionary<string, int>(StringComparer.Ordinal);
        var bookmarks = new List<PdfSection>();
        foreach (var s in sections)
        {
            level[s.Id] = s.Parent is { } parent && level.TryGetValue(parent, out var above) ? Math.Min(above + 1, 32) : 0;
            var sheet = pages.ToList().FindIndex(p => p.Id >= s.FirstPage && p.Id <= s.LastPage);
            if (sheet >= 0 && (bookmarks.Count == 0 || sheet >= bookmarks[^1].FirstSheet))
            {
                bookmarks.Add(new PdfSection(s.Title, level[s.Id], sheet));
            }
        }

        return bookmarks;
    }
}
