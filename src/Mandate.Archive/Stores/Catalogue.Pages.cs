using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Mandate.Archive.Stores;

/// <content>Pages: waiting, read, corrected.</content>
internal sealed partial class Catalogue
{
    private const string PageColumns =
        "SELECT p.handle, p.page, p.version, p.is_current, p.position, p.label, p.edition, p.source_page, p.state, p.problem, p.language, p.confidence, p.turned, p.skew, p.images FROM pages p";

    /// <summary>Pages that wait to be read, by document and page; with the hash of the file they are in.</summary>
    public IReadOnlyList<WaitingPage> Waiting(int most) => database.Read(s => s.Rows(
        """
        SELECT p.handle, p.page, p.version, p.source_page, e.sha256, e.name, d.language, d.restricted FROM pages p
        JOIN editions e ON e.handle = p.handle AND e.edition = p.edition JOIN documents d ON d.handle = p.handle
        WHERE p.state = 'waiting' AND d.state = 'reading' ORDER BY p.handle, p.page LIMIT $1
        """,
        r => new WaitingPage(Handle.Parse(r.GetString(0)), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetString(4), r.GetString(5), r.Text(6), r.GetInt32(7) != 0), most));

    /// <summary>How many pages wait.</summary>
    public long CountWaiting() => database.Read(s => s.Number("SELECT count(*) FROM pages p JOIN documents d ON d.handle = p.handle WHERE p.state = 'waiting' AND d.state = 'reading'"));

    /// <summary>Notes that a page is read; it becomes the version that is shown. A page that is read already stays as it is.</summary>
    public void FinishPage(WaitingPage page, ReadPage read, string agent) => database.Write(session =>
    {
        var handle = page.Handle.ToString();
        var words = PageTextCodec.Write(read.Text);
        var images = JsonSerializer.Serialize(read.Images, CatalogueJson.Way.PageImages);
        var state = page.IsRestricted ? "withheld" : read.Problem is null ? "read" : "problem";
        session.Run("UPDATE pages SET is_current = 0 WHERE handle = $1 AND page = $2 AND version < $3", handle, page.Page, page.Version);
        var changed = session.Run(
            """
            UPDATE pages SET is_current = 1, state = $4, problem = $5, language = $6, confidence = $7, turned = $8, skew = $9,
              words = $10, images = $11, master_words = $12, master_images = $13, change = $14
            WHERE handle = $1 AND page = $2 AND version = $3 AND state = 'waiting'
            """,
            handle, page.Page, page.Version, state, read.Problem, read.Text.Language, read.Text.Confidence, read.Turned, read.Skew,
            page.IsRestricted ? null : words, page.IsRestricted ? null : images, page.IsRestricted ? words : null, page.IsRestricted ? images : null, NoteChange(session, page.Handle, page.Page));
        if (changed != 1)
        {
            throw new InvalidOperationException($"Bug in Catalogue: page {page.Handle}/{page.Page} version {page.Version} was read twice.");
        }

        NoteEvent(session, "text recognition", page.Handle, page.Page, read.Images.View.Sha256, read.Problem is null ? "success" : "warning", read.Problem, agent);
        if (session.Number("SELECT count(*) FROM pages WHERE handle = $1 AND state = 'waiting'", handle) == 0)
        {
            session.Run("UPDATE documents SET state = 'ready' WHERE handle = $1 AND state = 'reading'", handle);
        }
    });

    /// <summary>Releases a restricted page: from here on the public sees these images and these words, in which what is covered is not.</summary>
    /// <exception cref="ArchiveException">The page is not restricted, or not read yet.</exception>
    public void Release(Handle handle, int page, PageText text, PageImages images, string detail, string agent) => database.Write(session =>
    {
        var changed = session.Run(
            "UPDATE pages SET state = 'read', words = $3, images = $4, change = $5 WHERE handle = $1 AND page = $2 AND is_current = 1 AND master_images IS NOT NULL",
            handle.ToString(), page, PageTextCodec.Write(text), JsonSerializer.Serialize(images, CatalogueJson.Way.PageImages), NoteChange(session, handle, page));
        if (changed != 1)
        {
            throw new ArchiveException($"Found no restricted page {handle}/{page} that has been read.");
        }

        NoteEvent(session, "redaction", handle, page, images.View.Sha256, "success", detail, agent);
    });

    /// <summary>The restricted images and words of a page, for staff; null where there are none.</summary>
    public (PageText Text, PageImages Images)? Master(Handle handle, int page) => database.Read(s => s.First<(PageText, PageImages)?>(
        "SELECT master_words, master_images FROM pages WHERE handle = $1 AND page = $2 AND is_current = 1 AND master_images IS NOT NULL",
        r => (PageTextCodec.Read(r.Bytes(0)), JsonSerializer.Deserialize(r.GetString(1), CatalogueJson.Way.PageImages)!), handle.ToString(), page));

    /// <summary>Corrects a page's printed label and its place in the reading order; its id stays.</summary>
    public void SetPlace(Handle handle, int page, int position, string? label, string agent) => database.Write(session =>
    {
        if (session.Run("UPDATE pages SET position = $3, label = $4 WHERE handle = $1 AND page = $2", handle.ToString(), page, position, label) == 0)
        {
            throw new ArchiveException($"Found no page {handle}/{page}.");
        }

        NoteEvent(session, "metadata modification", handle, page, null, "success", $"label {label ?? "none"}, position {position}", agent);
        NoteChange(session, handle, page);
    });

    /// <summary>The current pages of a document in reading order.</summary>
    public IReadOnlyList<Page> Pages(Handle handle) => database.Read(s => s.Rows(PageColumns + " WHERE p.handle = $1 AND p.is_current = 1 ORDER BY p.position, p.page", ReadPage, handle.ToString()));

    /// <summary>A page in its current or another version; null where there is none.</summary>
    public Page? Page(Handle handle, int page, int? version) => database.Read(s => s.First(
        PageColumns + " WHERE p.handle = $1 AND p.page = $2 AND (p.version = $3 OR ($3 = 0 AND p.is_current = 1))", ReadPage, handle.ToString(), page, version ?? 0));

    /// <summary>Every version of a page, the first first.</summary>
    public IReadOnlyList<Page> Versions(Handle handle, int page) => database.Read(s => s.Rows(PageColumns + " WHERE p.handle = $1 AND p.page = $2 ORDER BY p.version", ReadPage, handle.ToString(), page));

    /// <summary>The words that the public may read on a page; null where there are none for it.</summary>
    public PageText? Text(Handle handle, int page, int? version) => database.Read(s => s.First(
        "SELECT words FROM pages WHERE handle = $1 AND page = $2 AND (version = $3 OR ($3 = 0 AND is_current = 1))", r => r.Bytes(0), handle.ToString(), page, version ?? 0)) is { } words
        ? PageTextCodec.Read(words) : null;

    /// <summary>Current pages of a title that bear a printed label, with volume and issue; null for either means any.</summary>
    public IReadOnlyList<(Handle Handle, int Page)> PagesLabelled(string serial, string? volume, string? issue, string label) => database.Read(s => s.Rows(
        """
        SELECT p.handle, p.page FROM pages p JOIN documents d ON d.handle = p.handle
        WHERE d.serial = $1 AND ($2 = '' OR d.volume = $2) AND ($3 = '' OR d.issue = $3) AND lower(p.label) = lower($4) AND p.is_current = 1 AND d.state IN ('reading', 'ready')
        ORDER BY p.handle, p.page LIMIT 50
        """,
        r => (Handle.Parse(r.GetString(0)), r.GetInt32(1)), serial, volume ?? string.Empty, issue ?? string.Empty, label));

    /// <summary>Sections whose label is one cited, in a title; null means any title.</summary>
    public IReadOnlyList<(Handle Handle, int Page)> SectionsLabelled(string? serial, string? volume, string label) => database.Read(s => s.Rows(
        """
        SELECT s.handle, s.first_page FROM sections s JOIN documents d ON d.handle = s.handle
        WHERE ($1 = '' OR d.serial = $1) AND ($2 = '' OR d.volume = $2) AND lower(s.label) = lower($3) AND d.state IN ('reading', 'ready') ORDER BY s.handle, s.ordinal LIMIT 50
        """,
        r => (Handle.Parse(r.GetString(0)), r.GetInt32(1)), serial ?? string.Empty, volume ?? string.Empty, label));

    /// <summary>How pages stand, over all documents that can be opened.</summary>
    public IReadOnlyList<(string State, long Pages)> CountPages() => database.Read(s => s.Rows(
        "SELECT p.state, count(*) FROM pages p JOIN documents d ON d.handle = p.handle WHERE d.state IN ('reading', 'ready') AND (p.is_current = 1 OR p.state = 'waiting') GROUP BY p.state ORDER BY p.state", r => (r.GetString(0), r.GetInt64(1))));

    /// <summary>Pages that could not be read, or not wholly.</summary>
    public IReadOnlyList<Page> Problems(int most) => database.Read(s => s.Rows(PageColumns + " WHERE p.problem IS NOT NULL AND p.is_current = 1 ORDER BY p.handle, p.page LIMIT $1", ReadPage, most));

    private static void AddWaiting(Session session, Handle handle, int page, int version, int edition, int sourcePage, string? label) => session.Run(
        "INSERT INTO pages(handle, page, version, is_current, position, label, edition, source_page, state, change) VALUES ($1, $2, $3, $4, $2, $5, $6, $7, 'waiting', 0)",
        handle.ToString(), page, version, Truth(version == 1), label, edition, sourcePage);

    private static Page ReadPage(DbDataReader row) => new(
        Handle.Parse(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3) != 0, row.GetInt32(4), row.Text(5), row.GetInt32(6), row.GetInt32(7),
        row.GetString(8) switch
        {
            "waiting" => PageState.Waiting,
            "read" => PageState.Read,
            "problem" => PageState.Problem,
            "withheld" => PageState.Withheld,
            var other => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Bug in Catalogue: page state '{other}'.")),
        },
        row.Text(9), row.Text(10), row.Real(11), row.Whole(12) ?? 0, row.Real(13) ?? 0,
        row.Text(14) is { } images ? JsonSerializer.Deserialize(images, CatalogueJson.Way.PageImages) : null);
}

/// <summary>A page that waits to be read.</summary>
internal sealed record WaitingPage(Handle Handle, int Page, int Version, int SourcePage, string Sha256, string FileName, string? Language, bool IsRestricted);

/// <summary>What reading a page gave.</summary>
internal sealed record ReadPage(PageText Text, PageImages Images, string? Problem, int Turned, double Skew);
