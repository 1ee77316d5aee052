using System.Globalization;

namespace Mandate.Archive.Stores;

/// <summary>The archive's tables, as questions and acts. Bytes lie in the blob store; the tables name them by hash.</summary>
internal sealed partial class Catalogue(Database database, TimeProvider time) : IDisposable
{
    /// <summary>Gets how the tables are named to people.</summary>
    public string Shown => database.Shown;

    public void Dispose() => database.Dispose();

    /// <summary>Now, ISO 8601 in UTC to the second.</summary>
    private string Now() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int Truth(bool value) => value ? 1 : 0;

    /// <summary>Notes that the index must look at a page, or at a whole document.</summary>
    private static long NoteChange(Session session, Handle handle, int? page)
    {
        var number = session.Next("change");
        session.Run("INSERT INTO changes VALUES ($1, $2, $3)", number, handle.ToString(), page);
        return number;
    }

    private void NoteEvent(Session session, string kind, Handle? handle, int? page, string? sha256, string outcome, string? detail, string agent) =>
        session.Run("INSERT INTO events VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", session.Next("event"), Now(), kind, handle?.ToString(), page, sha256, outcome, detail, agent);
}
