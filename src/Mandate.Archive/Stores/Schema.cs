namespace Mandate.Archive.Stores;

/// <summary>The archive's tables, version by version; a database is brought up to date when it is opened for writing.</summary>
/// <remarks>One script serves SQLite and PostgreSQL: <c>BYTES</c> becomes the dialect's word for bytes. Days and times are ISO 8601 text, truth is 0 or 1.</remarks>
internal static class Schema
{
    /// <summary>Gets the scripts that lead from each version to the next.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        """
        CREATE TABLE counters(name text PRIMARY KEY, value bigint NOT NULL);
        INSERT INTO counters VALUES ('change', 0), ('event', 0), ('saved', 0);

        -- A collection is a group with one right of access: public, or granted to those who hold a grant for it.
        CREATE TABLE collections(id text PRIMARY KEY, name text NOT NULL, access text NOT NULL, rights text);
        CREATE TABLE titles(id text PRIMARY KEY, collection text NOT NULL REFERENCES collections, name text NOT NULL, facts text NOT NULL);

        -- Rows of documents are never deleted, so no handle is given twice: what is taken down leaves its row as a tombstone.
        CREATE TABLE documents(
          handle text PRIMARY KEY, collection text NOT NULL REFERENCES collections, title text NOT NULL, kind text NOT NULL,
          serial text, volume text, issue text, number text, day text, language text, facts text NOT NULL,
          state text NOT NULL, leads_to text, reason text,
          restricted integer NOT NULL, edition integer NOT NULL, pages integer NOT NULL, added text NOT NULL);
        CREATE INDEX documents_serial ON documents(serial, volume, issue);
        CREATE INDEX documents_collection ON documents(collection);

        -- The originals, byte for byte, an edition each: the first, and every re-scan or erratum after it.
        CREATE TABLE editions(
          handle text NOT NULL REFERENCES documents, edition integer NOT NULL, sha256 text NOT NULL, length bigint NOT NULL,
          name text NOT NULL, media_type text NOT NULL, note text, added text NOT NULL, PRIMARY KEY(handle, edition));
        CREATE INDEX editions_sha256 ON editions(sha256);

        -- A page keeps its id for ever; versions come and go. Exactly one version of a page is current.
        CREATE TABLE pages(
          handle text NOT NULL REFERENCES documents, page integer NOT NULL, version integer NOT NULL, is_current integer NOT NULL,
          position integer NOT NULL, label text, edition integer NOT NULL, source_page integer NOT NULL,
          state text NOT NULL, problem text, language text, confidence double precision, turned integer, skew double precision,
          words BYTES, master_words BYTES, images text, master_images text, change bigint NOT NULL,
          PRIMARY KEY(handle, page, version));
        CREATE INDEX pages_waiting ON pages(handle, page) WHERE state = 'waiting';

        CREATE TABLE sections(
          handle text NOT NULL REFERENCES documents, section text NOT NULL, ordinal integer NOT NULL, parent text, kind text NOT NULL,
          title text NOT NULL, authors text NOT NULL, first_page integer NOT NULL, last_page integer NOT NULL, label text,
          PRIMARY KEY(handle, section));

        CREATE TABLE aliases(alias text PRIMARY KEY, handle text NOT NULL REFERENCES documents);

        -- PREMIS events: what happened to which object, when, by whom, and how it ended.
        CREATE TABLE events(
          number bigint PRIMARY KEY, at text NOT NULL, kind text NOT NULL, handle text, page integer, sha256 text,
          outcome text NOT NULL, detail text, agent text NOT NULL);
        CREATE INDEX events_handle ON events(handle);

        -- What the index must take in, numbered in the order in which it was committed.
        CREATE TABLE changes(number bigint PRIMARY KEY, handle text NOT NULL, page integer);

        CREATE TABLE fixity(sha256 text PRIMARY KEY, checked text, outcome text);

        CREATE TABLE saved_searches(
          id bigint PRIMARY KEY, name text NOT NULL UNIQUE, request text NOT NULL, seen bigint NOT NULL, added text NOT NULL);
        """,
    ];
}
