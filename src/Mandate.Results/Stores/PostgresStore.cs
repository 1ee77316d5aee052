using System.Data;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Mandate.Results.Stores;

/// <summary>A count in a schema of a PostgreSQL database.</summary>
/// <remarks>The one writer holds an advisory lock of its session for as long as the store is open.</remarks>
internal sealed class PostgresStore : IStore
{
    private const int LeavesAPage = 20_000;
    private readonly NpgsqlConnection connection;
    private readonly string schema;

    private PostgresStore(NpgsqlConnection connection, string schema)
    {
        this.connection = connection;
        this.schema = schema;
    }

    public string Shown => $"{connection.Database} on {connection.Host}, schema {schema}";

    public bool IsLost => connection.State is ConnectionState.Closed or ConnectionState.Broken;

    /// <summary>Opens a schema for writing, making it where it is absent.</summary>
    /// <param name="where">A connection string of Npgsql.</param>
    /// <param name="schema">The schema: small letters, digits and underscores.</param>
    /// <exception cref="StoreException">The server cannot be reached, or another process writes to the schema.</exception>
    public static PostgresStore Open(string where, string schema)
    {
        var store = Connect(where, schema);
        try
        {
            if (!store.TryLock())
            {
                var pid = store.Scalar<string>("SELECT coalesce(max(a.pid || ' of ' || a.usename || ' from ' || coalesce(host(a.client_addr), 'this machine')), '?') FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('mandate ' || $1, 0)", schema);
                throw new StoreException($"'{store.Shown}' is being written by session {pid}; wait until it has ended, or end it.");
            }

            store.Migrate();
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Opens a schema that is there for reading only.</summary>
    /// <exception cref="StoreException">The server cannot be reached, or the schema is of another version.</exception>
    public static PostgresStore OpenToRead(string where, string schema)
    {
        var store = Connect(where, schema);
        if (store.Version() == StoreSchema.Postgres.Count)
        {
            return store;
        }

        store.Dispose();
        using (Open(where, schema))
        {
        }

        return Connect(where, schema);
    }

    /// <summary>Removes a schema with all that is in it.</summary>
    public static void Drop(string where, string schema)
    {
        using var store = Connect(where, schema);
        store.Run($"DROP SCHEMA IF EXISTS {schema} CASCADE");
    }

    public IStoreChange Begin() => new Change(connection);

    public IDisposable Snapshot() => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public long CountLeaves() => Scalar<long>("SELECT count(*) FROM leaves");

    public byte[]? ReadLeaf(long number) => Blob("SELECT leaf FROM leaves WHERE number = $1", number);

    public void ReadLeaves(long from, LeafVisitor visit)
    {
        // Page by page, since a session answers one question at a time and the visitor may have one.
        while (true)
        {
            var page = List("SELECT number, leaf FROM leaves WHERE number >= $1 ORDER BY number LIMIT $2", r => (Number: r.GetInt64(0), Leaf: r.GetFieldValue<byte[]>(1)), from, LeavesAPage);
            foreach (var (number, leaf) in page)
            {
                if (!visit(number, leaf))
                {
                    return;
                }

                from = number + 1;
            }

            if (page.Count < LeavesAPage)
            {
                return;
            }
        }
    }

    public IReadOnlyList<StoredCheckpoint> ReadCheckpoints() => List("SELECT number, note FROM checkpoints ORDER BY number", r => new StoredCheckpoint(r.GetInt64(0), r.GetString(1)));

    public StoredCheckpoint? LastCheckpoint() =>
        List("SELECT number, note FROM checkpoints ORDER BY number DESC LIMIT 1", r => new StoredCheckpoint(r.GetInt64(0), r.GetString(1))) is [var last] ? last : null;

    public byte[]? ReadTile(int level, long number) => Blob("SELECT hashes FROM tiles WHERE level = $1 AND number = $2", level, number);

    public byte[]? ReadDocument(string sha256) => Blob("SELECT bytes FROM documents WHERE sha256 = $1", sha256);

    public IReadOnlyList<string> ListDocuments() => List("SELECT sha256 FROM documents ORDER BY sha256 COLLATE \"C\"", r => r.GetString(0));

    public IReadOnlyList<Draft> ReadDrafts() => List("SELECT unit, state FROM drafts ORDER BY unit COLLATE \"C\"", r => new Draft(r.GetString(0), r.GetFieldValue<byte[]>(1)));

    public IReadOnlyList<JournalLine> ReadJournal(long from, int most) =>
        List("SELECT number, line FROM journal WHERE number >= $1 ORDER BY number LIMIT $2", r => new JournalLine(r.GetInt64(0), r.GetString(1)), from, most);

    public IReadOnlyList<string> CheckIntegrity() =>
        [.. List("SELECT count(*), coalesce(min(number), 0), coalesce(max(number), -1) FROM leaves", r => (Count: r.GetInt64(0), First: r.GetInt64(1), Last: r.GetInt64(2)))
            .Where(l => l.First != 0 || l.Count != l.Last + 1)
            .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Count} leaves numbered {l.First} to {l.Last}"))];

    public void Dispose()
    {
        if (!IsLost)
        {
            try
            {
                // The server ends a session some time after it was closed; whoever comes next need not wait for that.
                Run("SELECT pg_advisory_unlock_all()");
            }
            catch (NpgsqlException)
            {
                // A session that is gone holds nothing.
            }
        }

        connection.Dispose();
    }

    /// <summary>Takes the writer's lock; the session of a process that was killed a moment ago may hold it a little longer.</summary>
    private bool TryLock()
    {
        for (var tries = 0; tries < 10; tries++)
        {
            if (Scalar<bool>("SELECT pg_try_advisory_lock(hashtextextended('mandate ' || $1, 0))", schema))
            {
                return true;
            }

            Thread.Sleep(100);
        }

        return false;
    }

    private static PostgresStore Connect(string where, string schema)
    {
        try
        {
            // A pooled session would keep its lock after it was closed.
            var settings = new NpgsqlConnectionStringBuilder(where) { Pooling = false, SearchPath = schema, ApplicationName = "mandate" };
            var connection = new NpgsqlConnection(settings.ToString());
            connection.Open();
            return new PostgresStore(connection, schema);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException or TimeoutException)
        {
            throw new StoreException($"PostgreSQL could not be reached: {e.Message}", e);
        }
    }

    private long Version() =>
        Scalar<bool>("SELECT to_regclass($1) IS NOT NULL", schema + ".version") ? Scalar<int>("SELECT max(version) FROM version") : 0;

    private void Migrate()
    {
        var version = Version();
        if (version > StoreSchema.Postgres.Count)
        {
            throw new StoreException($"'{Shown}' is of version {version}; this program knows versions up to {StoreSchema.Postgres.Count}. Use a newer program.");
        }

        Run($"CREATE SCHEMA IF NOT EXISTS {schema}; CREATE TABLE IF NOT EXISTS version(version integer PRIMARY KEY)");
        for (var next = (int)version; next < StoreSchema.Postgres.Count; next++)
        {
            Run(string.Create(CultureInfo.InvariantCulture, $"BEGIN; {StoreSchema.Postgres[next]} INSERT INTO version VALUES({next + 1}); COMMIT;"));
        }
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private T Scalar<T>(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        return (T)command.ExecuteScalar()!;
    }

    private byte[]? Blob(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() as byte[];
    }

    private List<T> List<T>(string sql, Func<NpgsqlDataReader, T> of, params object[] values)
    {
        using var rows = Query(sql, values);
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(of(rows));
        }

        return all;
    }

    private NpgsqlDataReader Query(string sql, params object[] values) => Command(sql, values).ExecuteReader();

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    /// <summary>One transaction; leaves go in as a binary copy that is ended before anything else is said.</summary>
    private sealed class Change(NpgsqlConnection connection) : IStoreChange
    {
        private const int FewLeaves = 16;
        private readonly NpgsqlTransaction transaction = connection.BeginTransaction();
        private readonly List<NpgsqlBatchCommand> waiting = [];
        private readonly List<(long Number, byte[] Leaf)> few = [];
        private NpgsqlBinaryImporter? copy;
        private byte[] buffer = [];

        public void AddLeaf(long number, ReadOnlySpan<byte> leaf)
        {
            if (copy is null && few.Count < FewLeaves)
            {
                few.Add((number, leaf.ToArray()));
                return;
            }

            copy ??= Begin();
            Copy(number, leaf);
        }

        public void AddTile(int level, long number, ReadOnlySpan<byte> hashes) => Later("INSERT INTO tiles VALUES($1, $2, $3)", level, number, hashes.ToArray());

        public void AddCheckpoint(long number, string note) => Later("INSERT INTO checkpoints VALUES($1, $2)", number, note);

        public void AddDocument(string sha256, byte[] bytes) => Later("INSERT INTO documents VALUES($1, $2) ON CONFLICT DO NOTHING", sha256, bytes);

        public void PutDraft(string unit, byte[]? state)
        {
            if (state is null)
            {
                Later("DELETE FROM drafts WHERE unit = $1", unit);
            }
            else
            {
                Later("INSERT INTO drafts VALUES($1, $2) ON CONFLICT(unit) DO UPDATE SET state = excluded.state", unit, state);
            }
        }

        public void AddJournal(string line) => Later("INSERT INTO journal(line) VALUES($1)", line);

        public void Commit()
        {
            copy?.Complete();
            copy?.Dispose();
            copy = null;
            foreach (var (number, leaf) in few)
            {
                Later("INSERT INTO leaves VALUES($1, $2)", number, leaf);
            }

            few.Clear();
            Send();
            transaction.Commit();
        }

        public void Dispose()
        {
            copy?.Dispose();
            transaction.Dispose();
        }

        private NpgsqlBinaryImporter Begin()
        {
            copy = connection.BeginBinaryImport("COPY leaves FROM STDIN (FORMAT BINARY)");
            foreach (var (number, leaf) in few)
            {
                Copy(number, leaf);
            }

            few.Clear();
            return copy;
        }

        private void Copy(long number, ReadOnlySpan<byte> leaf)
        {
            if (buffer.Length < leaf.Length)
            {
                buffer = new byte[leaf.Length * 2];
            }

            leaf.CopyTo(buffer);
            copy!.StartRow();
            copy.Write(number, NpgsqlDbType.Bigint);
            copy.Write(buffer.AsMemory(0, leaf.Length), NpgsqlDbType.Bytea);
        }

        private void Later(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            waiting.Add(command);
        }

        private void Send()
        {
            foreach (var part in waiting.Chunk(500))
            {
                using var batch = new NpgsqlBatch(connection, transaction);
                foreach (var command in part)
                {
                    batch.BatchCommands.Add(command);
                }

                batch.ExecuteNonQuery();
            }

            waiting.Clear();
        }
    }
}
