namespace Mandate.Results.Stores;

/// <summary>The tables of a store, version by version; a store is brought up to date when it is opened.</summary>
internal static class StoreSchema
{
    /// <summary>Gets the scripts that lead from each version to the next, in the dialect of SQLite.</summary>
    public static IReadOnlyList<string> Sqlite { get; } =
    [
        """
        CREATE TABLE leaves(number INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT;
        CREATE TABLE tiles(level INTEGER NOT NULL, number INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY(level, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoints(number INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
        CREATE TABLE documents(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE drafts(unit TEXT PRIMARY KEY, state BLOB NOT NULL) STRICT;
        """,
        "CREATE TABLE journal(number INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;",
    ];

    /// <summary>Gets the same for PostgreSQL.</summary>
    public static IReadOnlyList<string> Postgres { get; } =
    [
        """
        CREATE TABLE leaves(number bigint PRIMARY KEY, leaf bytea NOT NULL);
        ALTER TABLE leaves ALTER COLUMN leaf SET STORAGE EXTERNAL;
        CREATE TABLE tiles(level integer NOT NULL, number bigint NOT NULL, hashes bytea NOT NULL, PRIMARY KEY(level, number));
        CREATE TABLE checkpoints(number bigint PRIMARY KEY, note text NOT NULL);
        CREATE TABLE documents(sha256 text PRIMARY KEY, bytes bytea NOT NULL);
        CREATE TABLE drafts(unit text PRIMARY KEY, state bytea NOT NULL);
        """,
        "CREATE TABLE journal(number bigserial PRIMARY KEY, line text NOT NULL);",
    ];
}
