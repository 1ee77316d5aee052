using System.Data.Common;
using System.Text.Json;

namespace Mandate.Archive.Stores;

/// <content>Collections and titles.</content>
internal sealed partial class Catalogue
{
    /// <summary>Makes a collection, or changes its name, access and rights.</summary>
    public void PutCollection(Collection collection) => database.Write(session =>
    {
        session.Run(
            "INSERT INTO collections VALUES ($1, $2, $3, $4) ON CONFLICT(id) DO UPDATE SET name = excluded.name, access = excluded.access, rights = excluded.rights",
            collection.Id, collection.Name, Name(collection.Access), collection.Rights);

        // Who may read its pages has changed: the index asks at search time, so nothing is to be indexed anew.
        NoteEvent(session, "metadata modification", null, null, null, "success", $"collection {collection.Id}: {Name(collection.Access)}", "staff");
    });

    /// <summary>Every collection, by id.</summary>
    public IReadOnlyList<Collection> Collections() => database.Read(s => s.Rows("SELECT id, name, access, rights FROM collections ORDER BY id", ReadCollection));

    /// <summary>A collection, or null.</summary>
    public Collection? Collection(string id) => database.Read(s => s.First("SELECT id, name, access, rights FROM collections WHERE id = $1", ReadCollection, id));

    /// <summary>Makes titles, or changes what is known of them; their collections must be there.</summary>
    public void PutTitles(IReadOnlyList<TitleFacts> titles) => database.Write(session =>
    {
        foreach (var title in titles)
        {
            session.Run(
                "INSERT INTO titles VALUES ($1, $2, $3, $4) ON CONFLICT(id) DO UPDATE SET collection = excluded.collection, name = excluded.name, facts = excluded.facts",
                title.Id, title.Collection, title.Name, JsonSerializer.Serialize(title, CatalogueJson.Way.TitleFacts));
        }
    });

    /// <summary>Every title, by name.</summary>
    public IReadOnlyList<TitleFacts> Titles() => database.Read(s => s.Rows("SELECT facts FROM titles ORDER BY name, id", ReadTitle));

    /// <summary>A title, or null.</summary>
    public TitleFacts? Title(string id) => database.Read(s => s.First("SELECT facts FROM titles WHERE id = $1", ReadTitle, id));

    /// <summary>The documents of a title, by volume, issue and handle as text; the caller puts numbers in their order.</summary>
    public IReadOnlyList<Document> DocumentsOf(string title) =>
        database.Read(s => s.Rows(DocumentColumns + " WHERE serial = $1 AND state IN ('reading', 'ready') ORDER BY volume, issue, handle", ReadDocument, title));

    private static Collection ReadCollection(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2) == "public" ? CollectionAccess.Public : CollectionAccess.Granted, row.Text(3));

    private static TitleFacts ReadTitle(DbDataReader row) => JsonSerializer.Deserialize(row.GetString(0), CatalogueJson.Way.TitleFacts)!;

    private static string Name(CollectionAccess access) => access == CollectionAccess.Public ? "public" : "granted";
}
