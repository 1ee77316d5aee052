using System.Data.Common;

namespace Mandate.Archive.Stores;

/// <content>Events, fixity, changes and saved searches.</content>
internal sealed partial class Catalogue
{
    /// <summary>What happened to a document, in order.</summary>
    public IReadOnlyList<ArchiveEvent> Events(Handle handle) => database.Read(s => s.Rows(
        "SELECT number, at, kind, handle, page, sha256, outcome, detail, agent FROM events WHERE handle = $1 ORDER BY number", ReadEvent, handle.ToString()));

    /// <summary>Originals to be checked: those never checked first, then the longest ago.</summary>
    /// <param name="before">Only those last checked before this time, ISO 8601 in UTC.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> FixityDue(string before, int most) => database.Read(s => s.Rows(
        "SELECT sha256 FROM fixity WHERE checked IS NULL OR checked < $1 ORDER BY coalesce(checked, ''), sha256 LIMIT $2", r => r.GetString(0), before, most));

    /// <summary>Notes how the check of an original ended.</summary>
    public void NoteFixity(string sha256, string outcome, string? detail) => database.Write(session =>
    {
        session.Run("UPDATE fixity SET checked = $2, outcome = $3 WHERE sha256 = $1", sha256, Now(), outcome);
        foreach (var handle in session.Rows("SELECT DISTINCT handle FROM editions WHERE sha256 = $1 ORDER BY handle", r => Handle.Parse(r.GetString(0)), sha256))
        {
            NoteEvent(session, "fixity check", handle, null, sha256, outcome == "intact" ? "success" : "failure", outcome == "intact" ? null : detail ?? outcome, "archive");
        }
    });

    /// <summary>How originals stand: intact, altered, missing, unreadable, or not checked.</summary>
    public IReadOnlyList<(string Outcome, long Files, string? Oldest)> FixityState() => database.Read(s => s.Rows(
        "SELECT coalesce(outcome, 'not checked'), count(*), min(checked) FROM fixity GROUP BY coalesce(outcome, 'not checked') ORDER BY 1", r => (r.GetString(0), r.GetInt64(1), r.Text(2))));

    /// <summary>The last number of a change.</summary>
    public long LastChange() => database.Read(s => s.Number("SELECT value FROM counters WHERE name = 'change'"));

    /// <summary>Changes after a number, in order.</summary>
    public IReadOnlyList<(long Number, Handle Handle, int? Page)> Changes(long after, int most) => database.Read(s => s.Rows(
        "SELECT number, handle, page FROM changes WHERE number > $1 ORDER BY number LIMIT $2", r => (r.GetInt64(0), Handle.Parse(r.GetString(1)), r.Whole(2)), after, most));

    /// <summary>Keeps a search under a name; alerts tell what is new since the last look.</summary>
    /// <exception cref="ArchiveException">The name is taken.</exception>
    public void SaveSearch(string name, string request) => database.Write(session =>
    {
        if (session.Number("SELECT count(*) FROM saved_searches WHERE name = $1", name) > 0)
        {
            throw new ArchiveException($"A search named '{name}' is kept already; choose another name, or remove it first: mandate archive watch --remove {name}.");
        }

        session.Run("INSERT INTO saved_searches VALUES ($1, $2, $3, $4, $5)", session.Next("saved"), name, request, session.Number("SELECT value FROM counters WHERE name = 'change'"), Now());
    });

    /// <summary>Every kept search, by name.</summary>
    public IReadOnlyList<SavedSearch> SavedSearches() => database.Read(s => s.Rows("SELECT name, request, seen, added FROM saved_searches ORDER BY name", r => new SavedSearch(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetString(3))));

    /// <summary>Notes up to which change a kept search has been looked at.</summary>
    public void SeenSearch(string name, long change) => database.Write(s => s.Run("UPDATE saved_searches SET seen = $2 WHERE name = $1", name, change));

    /// <summary>Forgets a kept search.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveSearch(string name) => database.Write(s => s.Run("DELETE FROM saved_searches WHERE name = $1", name)) > 0;

    private static ArchiveEvent ReadEvent(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.Text(3) is { } handle ? Handle.Parse(handle) : null, row.Whole(4), row.Text(5), row.GetString(6), row.Text(7), row.GetString(8));
}

/// <summary>A search that is kept.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Request">The search, as its words.</param>
/// <param name="Seen">The last change that has been looked at.</param>
/// <param name="Added">When it was kept, ISO 8601 in UTC.</param>
internal sealed record SavedSearch(string Name, string Request, long Seen, string Added);
