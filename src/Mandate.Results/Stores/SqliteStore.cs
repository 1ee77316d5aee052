using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mandate.Results.Stores;

/// <summary>A count in one SQLite file beside others of its folder.</summary>
/// <remarks>
/// Write-ahead log with a full sync at every commit: what was committed survives the loss of power. A lock file held open
/// keeps a second writer out and names the first.
/// </remarks>
internal sealed class SqliteStore : IStore
{
    private readonly SqliteConnection connection;

    /// <summary>Statements of changes, made ready once.</summary>
    private readonly Dictionary<string, sqlite3_stmt> statements = [];
    private readonly WriteLock? held;

    private SqliteStore(SqliteConnection connection, WriteLock? held, string shown)
    {
        this.connection = connection;
        this.held = held;
        Shown = shown;
    }

    public string Shown { get; }

    public bool IsLost => false;

    /// <summary>Opens a file for writing, making it where it is absent.</summary>
    /// <exception cref="StoreException">Another process writes to it, or it is no store.</exception>
    public static SqliteStore Open(string path)
    {
        var held = WriteLock.Take(path);
        SqliteStore? store = null;
        try
        {
            store = Connect(path, SqliteOpenMode.ReadWriteCreate, held);
            store.Migrate();
            return store;
        }
        catch (Exception e)
        {
            (store as IDisposable ?? held).Dispose();
            if (e is SqliteException)
            {
                throw new StoreException($"Found no count in '{path}': {e.Message}; expected a file that 'results open' made.", e);
            }

            throw;
        }
    }

    /// <summary>Opens a file that is there for reading only; another process may write to it meanwhile.</summary>
    /// <exception cref="StoreException">It is no store, or of a newer version.</exception>
    public static SqliteStore OpenToRead(string path)
    {
        try
        {
            var store = Connect(path, SqliteOpenMode.ReadOnly, null);
            if (store.Version() != StoreSchema.Sqlite.Count)
            {
                store.Dispose();
                using var writer = Open(path);
                return Connect(path, SqliteOpenMode.ReadOnly, null);
            }

            return store;
        }
        catch (SqliteException e)
        {
            throw new StoreException($"Found no count in '{path}': {e.Message}; expected a file that 'results open' made.", e);
        }
    }

    public IStoreChange Begin() => new Change(connection, statements);

    public IDisposable Snapshot()
    {
        // The state is taken by the first reading.
        Run("BEGIN");
        Number("SELECT count(*) FROM checkpoints");
        return new Reading(this);
    }

    public long CountLeaves() => Number("SELECT count(*) FROM leaves");

    public byte[]? ReadLeaf(long number) => Blob("SELECT leaf FROM leaves WHERE number = $1", number);

    public void ReadLeaves(long from, LeafVisitor visit)
    {
        using var rows = Query("SELECT number, leaf FROM leaves WHERE number >= $1 ORDER BY number", from);
        var statement = rows.Handle!;
        while (rows.Read())
        {
            if (!visit(raw.sqlite3_column_int64(statement, 0), raw.sqlite3_column_blob(statement, 1)))
            {
                return;
            }
        }
    }

    public IReadOnlyList<StoredCheckpoint> ReadCheckpoints()
    {
        using var rows = Query("SELECT number, note FROM checkpoints ORDER BY number");
        var all = new List<StoredCheckpoint>();
        while (rows.Read())
        {
            all.Add(new StoredCheckpoint(rows.GetInt64(0), rows.GetString(1)));
        }

        return all;
    }

    public StoredCheckpoint? LastCheckpoint()
    {
        using var rows = Query("SELECT number, note FROM checkpoints ORDER BY number DESC LIMIT 1");
        return rows.Read() ? new StoredCheckpoint(rows.GetInt64(0), rows.GetString(1)) : null;
    }

    public byte[]? ReadTile(int level, long number) => Blob("SELECT hashes FROM tiles WHERE level = $1 AND number = $2", level, number);

    public byte[]? ReadDocument(string sha256) => Blob("SELECT bytes FROM documents WHERE sha256 = $1", sha256);

    public IReadOnlyList<string> ListDocuments()
    {
        using var rows = Query("SELECT sha256 FROM documents ORDER BY sha256");
        var all = new List<string>();
        while (rows.Read())
        {
            all.Add(rows.GetString(0));
        }

        return all;
    }

    public IReadOnlyList<Draft> ReadDrafts()
    {
        using var rows = Query("SELECT unit, state FROM drafts ORDER BY unit");
        var all = new List<Draft>();
        while (rows.Read())
        {
            all.Add(new Draft(rows.GetString(0), rows.GetFieldValue<byte[]>(1)));
        }

        return all;
    }

    public IReadOnlyList<JournalLine> ReadJournal(long from, int most)
    {
        using var rows = Query("SELECT number, line FROM journal WHERE number >= $1 ORDER BY number LIMIT $2", from, most);
        var all = new List<JournalLine>();
        while (rows.Read())
        {
            all.Add(new JournalLine(rows.GetInt64(0), rows.GetString(1)));
        }

        return all;
    }

    public IReadOnlyList<string> CheckIntegrity()
    {
        using var rows = Query("PRAGMA integrity_check");
        var all = new List<string>();
        while (rows.Read())
        {
            all.Add(rows.GetString(0));
        }

        return all is ["ok"] ? [] : all;
    }

    /// <summary>Writes a copy into one file that needs no write-ahead log.</summary>
    public void CopyTo(string path)
    {
        using var command = Command("VACUUM INTO $1", path);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
        connection.Dispose();
        held?.Dispose();
    }

    private static SqliteStore Connect(string path, SqliteOpenMode mode, WriteLock? held)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var store = new SqliteStore(connection, held, path);
            store.Run("PRAGMA busy_timeout = 5000");
            if (mode != SqliteOpenMode.ReadOnly)
            {
                store.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768");
            }

            return store;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private long Version() => Number("PRAGMA user_version");

    private void Migrate()
    {
        var version = Version();
        if (version > StoreSchema.Sqlite.Count)
        {
            throw new StoreException($"'{Shown}' is of version {version}; this program knows versions up to {StoreSchema.Sqlite.Count}. Use a newer program.");
        }

        if (version == 0 && Number("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new StoreException($"Found no count in '{Shown}', but another database; expected a file that 'results open' made.");
        }

        for (var next = (int)version; next < StoreSchema.Sqlite.Count; next++)
        {
            Run(string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {StoreSchema.Sqlite[next]} PRAGMA user_version = {next + 1}; COMMIT;"));
        }
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    private byte[]? Blob(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() as byte[];
    }

    private SqliteDataReader Query(string sql, params object[] values) => Command(sql, values).ExecuteReader();

    private SqliteCommand Command(string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), values[i]);
        }

        return command;
    }

    private sealed class Reading(SqliteStore store) : IDisposable
    {
        public void Dispose() => store.Run("ROLLBACK");
    }

    /// <summary>One transaction, with statements bound straight from spans.</summary>
    private sealed class Change : IStoreChange
    {
        private readonly sqlite3 db;
        private readonly Dictionary<string, sqlite3_stmt> statements;
        private bool open;

        public Change(SqliteConnection connection, Dictionary<string, sqlite3_stmt> statements)
        {
            db = connection.Handle!;
            this.statements = statements;
            Demand(raw.sqlite3_exec(db, "BEGIN IMMEDIATE"), raw.SQLITE_OK);
            open = true;
        }

        public void AddLeaf(long number, ReadOnlySpan<byte> leaf)
        {
            var statement = Ready("INSERT INTO leaves VALUES(?, ?)");
            raw.sqlite3_bind_int64(statement, 1, number);
            raw.sqlite3_bind_blob(statement, 2, leaf);
            Step(statement);
        }

        public void AddTile(int level, long number, ReadOnlySpan<byte> hashes)
        {
            var statement = Ready("INSERT INTO tiles VALUES(?, ?, ?)");
            raw.sqlite3_bind_int(statement, 1, level);
            raw.sqlite3_bind_int64(statement, 2, number);
            raw.sqlite3_bind_blob(statement, 3, hashes);
            Step(statement);
        }

        public void AddCheckpoint(long number, string note)
        {
            var statement = Ready("INSERT INTO checkpoints VALUES(?, ?)");
            raw.sqlite3_bind_int64(statement, 1, number);
            raw.sqlite3_bind_text(statement, 2, note);
            Step(statement);
        }

        public void AddDocument(string sha256, byte[] bytes)
        {
            var statement = Ready("INSERT INTO documents VALUES(?, ?) ON CONFLICT DO NOTHING");
            raw.sqlite3_bind_text(statement, 1, sha256);
            raw.sqlite3_bind_blob(statement, 2, bytes);
            Step(statement);
        }

        public void PutDraft(string unit, byte[]? state)
        {
            var statement = Ready(state is null ? "DELETE FROM drafts WHERE unit = ?" : "INSERT INTO drafts VALUES(?, ?) ON CONFLICT(unit) DO UPDATE SET state = excluded.state");
            raw.sqlite3_bind_text(statement, 1, unit);
            if (state is not null)
            {
                raw.sqlite3_bind_blob(statement, 2, state);
            }

            Step(statement);
        }

        public void AddJournal(string line)
        {
            var statement = Ready("INSERT INTO journal(line) VALUES(?)");
            raw.sqlite3_bind_text(statement, 1, line);
            Step(statement);
        }

        public void Commit()
        {
            Demand(raw.sqlite3_exec(db, "COMMIT"), raw.SQLITE_OK);
            open = false;
        }

        public void Dispose()
        {
            if (open)
            {
                open = false;
                raw.sqlite3_exec(db, "ROLLBACK");
            }
        }

        private sqlite3_stmt Ready(string sql)
        {
            if (!statements.TryGetValue(sql, out var statement))
            {
                Demand(raw.sqlite3_prepare_v2(db, sql, out statement), raw.SQLITE_OK);
                statements[sql] = statement;
            }

            return statement;
        }

        private void Step(sqlite3_stmt statement)
        {
            var code = raw.sqlite3_step(statement);
            raw.sqlite3_reset(statement);
            Demand(code, raw.SQLITE_DONE);
        }

        private void Demand(int code, int wanted)
        {
            if (code != wanted)
            {
                throw new SqliteException(raw.sqlite3_errmsg(db).utf8_to_string(), code);
            }
        }
    }
}
