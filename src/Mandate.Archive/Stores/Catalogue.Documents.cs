using System.Data.Common;
using System.Text.Json;

namespace Mandate.Archive.Stores;

/// <content>Documents, their editions, names and sections.</content>
internal sealed partial class Catalogue
{
    private const string DocumentColumns = "SELECT handle, facts, state, leads_to, reason, restricted, edition, pages, added FROM documents";

    /// <summary>Takes a document in: its row, its first edition and its pages, all waiting to be read.</summary>
    /// <param name="handle">Its name, which no document has or had.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="original">The file; number and time are given here.</param>
    /// <param name="labels">The printed label of each page; as many as there are pages.</param>
    /// <param name="agent">Who takes it in.</param>
    /// <exception cref="ArchiveException">The handle or an alias is taken, or the collection is not there.</exception>
    public void AddDocument(Handle handle, DocumentFacts facts, Edition original, IReadOnlyList<string?> labels, string agent) => database.Write(session =>
    {
        if (session.Number("SELECT count(*) FROM collections WHERE id = $1", handle.Collection) == 0)
        {
            throw new ArchiveException($"Found no collection '{handle.Collection}' for {handle}. Make it first: mandate archive collection {handle.Collection} --name NAME --access public.");
        }

        if (session.First("SELECT state FROM documents WHERE handle = $1", r => r.GetString(0), handle.ToString()) is { } state)
        {
            throw new ArchiveException($"The handle {handle} names another document{(state is "withdrawn" or "merged" ? $", which is {state}" : string.Empty)}; a handle is never given twice. Choose another, or add an edition: mandate archive add FILE --handle {handle} --edition NOTE.");
        }

        session.Run(
            "INSERT INTO documents VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'reading', NULL, NULL, $12, 1, $13, $14)",
            handle.ToString(), handle.Collection, facts.Title ?? handle.ToString(), facts.Kind ?? "document", facts.Serial, facts.Volume, facts.Issue, facts.Number, facts.Date?.ToString(), facts.Language,
            Facts(facts), Truth(facts.IsRestricted), labels.Count, Now());
        AddEdition(session, handle, original with { Number = 1 });
        for (var page = 1; page <= labels.Count; page++)
        {
            AddWaiting(session, handle, page, version: 1, edition: 1, sourcePage: page, labels[page - 1]);
        }

        foreach (var alias in facts.Aliases)
        {
            AddAlias(session, alias, handle);
        }

        NoteEvent(session, "ingestion", handle, null, original.Sha256, "success", $"{original.Name}, {labels.Count} pages", agent);
        NoteChange(session, handle, null);
    });

    /// <summary>Adds an edition: a re-scan or an erratum. Page n of its file becomes the next version of page id n; the present version is shown until the new one is read.</summary>
    /// <exception cref="ArchiveException">The document cannot be opened.</exception>
    public void AddEdition(Handle handle, Edition original, IReadOnlyList<int> pageIds, IReadOnlyList<string?> labels, string agent) => database.Write(session =>
    {
        var document = session.First(DocumentColumns + " WHERE handle = $1", ReadDocument, handle.ToString());
        if (document is not { IsOpen: true })
        {
            throw new ArchiveException($"Found no document {handle} to which an edition could be added.");
        }

        var number = document.Edition + 1;
        AddEdition(session, handle, original with { Number = number });
        for (var i = 0; i < pageIds.Count; i++)
        {
            var version = 1 + (int)session.Number("SELECT coalesce(max(version), 0) FROM pages WHERE handle = $1 AND page = $2", handle.ToString(), pageIds[i]);
            var before = session.First("SELECT label FROM pages WHERE handle = $1 AND page = $2 AND is_current = 1", r => r.Text(0), handle.ToString(), pageIds[i]);
            AddWaiting(session, handle, pageIds[i], version, number, i + 1, before ?? labels[i]);
        }

        var pages = session.Number("SELECT count(DISTINCT page) FROM pages WHERE handle = $1", handle.ToString());
        session.Run("UPDATE documents SET edition = $2, state = 'reading', pages = $3 WHERE handle = $1", handle.ToString(), number, pages);
        NoteEvent(session, "ingestion", handle, null, original.Sha256, "success", $"edition {number}: {original.Note ?? original.Name}", agent);
    });

    /// <summary>Changes what is known of a document; handle, editions and pages stay.</summary>
    public void SetFacts(Handle handle, DocumentFacts facts, string agent) => database.Write(session =>
    {
        session.Run(
            "UPDATE documents SET title = $2, kind = $3, serial = $4, volume = $5, issue = $6, number = $7, day = $8, language = $9, facts = $10 WHERE handle = $1",
            handle.ToString(), facts.Title ?? handle.ToString(), facts.Kind ?? "document", facts.Serial, facts.Volume, facts.Issue, facts.Number, facts.Date?.ToString(), facts.Language, Facts(facts));
        NoteEvent(session, "metadata modification", handle, null, null, "success", null, agent);
        NoteChange(session, handle, null);
    });

    /// <summary>Gives a document its sections in place of those it had.</summary>
    public void SetSections(Handle handle, IReadOnlyList<Section> sections, string agent) => database.Write(session =>
    {
        session.Run("DELETE FROM sections WHERE handle = $1", handle.ToString());
        for (var i = 0; i < sections.Count; i++)
        {
            var s = sections[i];
            session.Run(
                "INSERT INTO sections VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                handle.ToString(), s.Id, i + 1, s.Parent, s.Kind, s.Title, JsonSerializer.Serialize([.. s.Authors], CatalogueJson.Way.ListString), s.FirstPage, s.LastPage, s.Label);
        }

        NoteEvent(session, "metadata modification", handle, null, null, "success", $"{sections.Count} sections", agent);
        NoteChange(session, handle, null);
    });

    /// <summary>The sections of a document, in the order of its table of contents.</summary>
    public IReadOnlyList<Section> Sections(Handle handle) => database.Read(s => Sections(s, handle));

    /// <summary>Gives a document one more name.</summary>
    /// <exception cref="ArchiveException">The name is taken.</exception>
    public void AddAlias(Handle handle, string alias, string agent) => database.Write(session =>
    {
        AddAlias(session, alias, handle);
        NoteEvent(session, "metadata modification", handle, null, null, "success", $"alias {alias}", agent);
    });

    /// <summary>Takes a document down; its handle stays and tells why.</summary>
    public void Withdraw(Handle handle, string reason, string agent) => Close(handle, "withdrawn", null, reason, "deaccession", agent);

    /// <summary>Merges a document into another; its handle leads there.</summary>
    public void Merge(Handle handle, Handle into, string reason, string agent) => Close(handle, "merged", into, reason, "deaccession", agent);

    /// <summary>A document in any state, by handle; null where the handle was never given.</summary>
    public Document? Document(Handle handle) => database.Read(s => s.First(DocumentColumns + " WHERE handle = $1", ReadDocument, handle.ToString()));

    /// <summary>The document that has a name, by handle or alias; null where no document has it.</summary>
    public Document? DocumentNamed(string name) => database.Read(session =>
        session.First(DocumentColumns + " WHERE handle = $1", ReadDocument, name)
        ?? session.First(DocumentColumns + " WHERE handle = (SELECT handle FROM aliases WHERE alias = $1)", ReadDocument, name));

    /// <summary>The other names of a document.</summary>
    public IReadOnlyList<string> Aliases(Handle handle) => database.Read(s => s.Rows("SELECT alias FROM aliases WHERE handle = $1 ORDER BY alias", r => r.GetString(0), handle.ToString()));

    /// <summary>Documents that can be opened, by collection and handle.</summary>
    public IReadOnlyList<Document> Documents(string? collection, int skip, int take) => database.Read(s => s.Rows(
        DocumentColumns + " WHERE state IN ('reading', 'ready') AND ($1 = '' OR collection = $1) ORDER BY handle LIMIT $2 OFFSET $3", ReadDocument, collection ?? string.Empty, take, skip));

    /// <summary>Documents that bear a number of their own, such as a report's.</summary>
    public IReadOnlyList<Document> DocumentsNumbered(string? serial, string number) => database.Read(s => s.Rows(
        DocumentColumns + " WHERE lower(number) = lower($1) AND ($2 = '' OR serial = $2) ORDER BY handle LIMIT 50", ReadDocument, number, serial ?? string.Empty));

    /// <summary>The originals of a document, the first edition first.</summary>
    public IReadOnlyList<Edition> Editions(Handle handle) => database.Read(s => s.Rows(
        "SELECT edition, sha256, length, name, media_type, note, added FROM editions WHERE handle = $1 ORDER BY edition", ReadEdition, handle.ToString()));

    /// <summary>The documents of which a file is an original.</summary>
    public IReadOnlyList<Handle> WithOriginal(string sha256) => database.Read(s => s.Rows("SELECT DISTINCT handle FROM editions WHERE sha256 = $1 ORDER BY handle", r => Handle.Parse(r.GetString(0)), sha256));

    private static List<Section> Sections(Session session, Handle handle) => session.Rows(
        "SELECT section, parent, kind, title, authors, first_page, last_page, label FROM sections WHERE handle = $1 ORDER BY ordinal",
        r => new Section(r.GetString(0), r.Text(1), r.GetString(2), r.GetString(3), JsonSerializer.Deserialize(r.GetString(4), CatalogueJson.Way.ListString)!, r.GetInt32(5), r.GetInt32(6), r.Text(7)), handle.ToString());

    private void Close(Handle handle, string state, Handle? into, string reason, string kind, string agent) => database.Write(session =>
    {
        if (session.First(DocumentColumns + " WHERE handle = $1", ReadDocument, handle.ToString()) is not { IsOpen: true })
        {
            throw new ArchiveException($"Found no document {handle} that could be {state}.");
        }

        if (into is { } target && (target == handle || session.First(DocumentColumns + " WHERE handle = $1", ReadDocument, target.ToString()) is not { IsOpen: true }))
        {
            throw new ArchiveException($"Found no other document {target} into which {handle} could be merged.");
        }

        session.Run("UPDATE documents SET state = $2, leads_to = $3, reason = $4 WHERE handle = $1", handle.ToString(), state, into?.ToString(), reason);

        // Whoever came by a document that was merged here goes on to the last one at once.
        if (into is not null)
        {
            session.Run("UPDATE documents SET leads_to = $2 WHERE leads_to = $1", handle.ToString(), into.ToString());
        }

        NoteEvent(session, kind, handle, null, null, "success", into is null ? reason : $"merged into {into}: {reason}", agent);
        NoteChange(session, handle, null);
    });

    private void AddEdition(Session session, Handle handle, Edition edition)
    {
        session.Run(
            "INSERT INTO editions VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", handle.ToString(), edition.Number, edition.Sha256, edition.Length, edition.Name, edition.MediaType, edition.Note, Now());
        session.Run("INSERT INTO fixity VALUES ($1, NULL, NULL) ON CONFLICT(sha256) DO NOTHING", edition.Sha256);
    }

    private static void AddAlias(Session session, string alias, Handle handle)
    {
        if (alias.Length is 0 or > 200 || alias.Any(char.IsWhiteSpace) || alias.Any(char.IsControl))
        {
            throw new ArchiveException($"Found alias '{alias}' for {handle}; expected 1 to 200 letters without spaces.");
        }

        if (session.Number("SELECT count(*) FROM documents WHERE handle = $1", alias) > 0)
        {
            throw new ArchiveException($"The alias '{alias}' is the handle of a document; choose another.");
        }

        if (session.First("SELECT handle FROM aliases WHERE alias = $1", r => r.GetString(0), alias) is { } other)
        {
            if (other == handle.ToString())
            {
                return;
            }

            throw new ArchiveException($"The alias '{alias}' names {other} already; a name is never given twice.");
        }

        session.Run("INSERT INTO aliases VALUES ($1, $2)", alias, handle.ToString());
    }

    private static string Facts(DocumentFacts facts) => JsonSerializer.Serialize(facts, CatalogueJson.Way.DocumentFacts);

    private static Document ReadDocument(DbDataReader row) => new(
        Handle.Parse(row.GetString(0)), JsonSerializer.Deserialize(row.GetString(1), CatalogueJson.Way.DocumentFacts)!,
        row.GetString(2) switch
        {
            "reading" => DocumentState.Reading,
            "ready" => DocumentState.Ready,
            "withdrawn" => DocumentState.Withdrawn,
            "merged" => DocumentState.Merged,
            var other => throw new InvalidOperationException($"Bug in Catalogue: document state '{other}'."),
        },
        row.Text(3) is { } target ? Handle.Parse(target) : null, row.Text(4), row.GetInt32(5) != 0, row.GetInt32(6), row.GetInt32(7), row.GetString(8));

    private static Edition ReadEdition(DbDataReader row) => new(row.GetInt32(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.Text(5), row.GetString(6));
}
