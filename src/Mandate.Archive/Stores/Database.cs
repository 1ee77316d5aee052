using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mandate.Archive.Stores;

/// <summary>Where the archive's tables are: one SQLite file, or a schema of a PostgreSQL database.</summary>
/// <remarks>
/// SQLite: write-ahead log with a full sync at every commit; one process writes, held by a lock that names it. PostgreSQL:
/// several processes may write, and the counter of changes makes them queue.
/// </remarks>
internal sealed class Database : IDisposable
{
    private readonly Func<DbConnection> open;
    private readonly bool isPostgres;
    private readonly IDisposable? held;
    private readonly Action? close;
    private readonly Lock writing = new();

    private Database(string shown, Func<DbConnection> open, bool isPostgres, IDisposable? held, Action? close) =>
        (Shown, this.open, this.isPostgres, this.held, this.close) = (shown, open, isPostgres, held, close);

    /// <summary>Gets how the database is named to people.</summary>
    public string Shown { get; }

    /// <summary>Opens a SQLite file; where it is to be written it is made, and held by this process alone.</summary>
    /// <exception cref="ArchiveException">Another process writes to it, or it is no archive.</exception>
    public static Database OpenFile(string file, bool toWrite)
    {
        if (!toWrite && !File.Exists(file))
        {
            throw new ArchiveException($"Found no archive at '{file}'. Take a document in first: mandate archive add FILE --handle H --data DIR.");
        }

        var held = toWrite ? WriteLock.Take(file) : null;
        var where = new SqliteConnectionStringBuilder { DataSource = file, Mode = toWrite ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        var database = new Database(file, () => OpenSqlite(where), isPostgres: false, held, () => ClearPool(where));
        try
        {
            database.Migrate(toWrite);
            return database;
        }
        catch (Exception e)
        {
            database.Dispose();
            throw e is SqliteException ? new ArchiveException($"Found no archive in '{file}': {e.Message}; expected a file that 'archive add' made.", e) : e;
        }
    }

    /// <summary>Opens a schema of a PostgreSQL database; where it is to be written it is made.</summary>
    /// <param name="where">A connection string of Npgsql.</param>
    /// <param name="schema">The schema: small letters, digits and underscores.</param>
    /// <param name="toWrite">Whether tables may be made.</param>
    /// <exception cref="ArchiveException">The server cannot be reached, or there is no archive.</exception>
    public static Database OpenPostgres(string where, string schema, bool toWrite)
    {
        if (schema.Length is 0 or > 63 || !schema.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_') || char.IsAsciiDigit(schema[0]))
        {
            throw new ArchiveException($"Found schema '{schema}'; expected small letters, digits and underscores, at most 63.");
        }

        NpgsqlDataSource? source = null;
        try
        {
            source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(where) { SearchPath = schema });
            var database = new Database($"PostgreSQL, schema {schema}", source.OpenConnection, isPostgres: true, source, close: null);
            if (toWrite)
            {
                using var connection = source.OpenConnection();
                using var session = new Session(connection, null);
                session.Run($"CREATE SCHEMA IF NOT EXISTS {schema}");
            }

            database.Migrate(toWrite);
            return database;
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            source?.Dispose();
            throw new ArchiveException($"Cannot open the archive in PostgreSQL, schema {schema}: {e.Message}", e);
        }
    }

    /// <summary>Reads, seeing one state of all tables.</summary>
    public T Read<T>(Func<Session, T> read)
    {
        var connection = open();
        using var session = new Session(connection, connection.BeginTransaction(isPostgres ? IsolationLevel.RepeatableRead : IsolationLevel.Serializable, deferred: true));
        return read(session);
    }

    /// <summary>Writes: all of it is lasting when this returns, or nothing where it throws.</summary>
    public T Write<T>(Func<Session, T> write)
    {
        // One writer at a time in a process spares SQLite its busy waiting.
        lock (writing)
        {
            var connection = open();
            using var session = new Session(connection, connection.BeginTransaction(IsolationLevel.ReadCommitted, deferred: false));
            var result = write(session);
            session.Commit();
            return result;
        }
    }

    /// <summary>Writes without an answer.</summary>
    public void Write(Action<Session> write) => Write(session =>
    {
        write(session);
        return 0;
    });

    public void Dispose()
    {
        close?.Invoke();
        held?.Dispose();
    }

    private static SqliteConnection OpenSqlite(string where)
    {
        var connection = new SqliteConnection(where);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";
        command.ExecuteNonQuery();
        return connection;
    }

    private static void ClearPool(string where)
    {
        using var connection = new SqliteConnection(where);
        SqliteConnection.ClearPool(connection);
    }

    private void Migrate(bool toWrite)
    {
        var version = Read(Version);
        if (version > Schema.Scripts.Count)
        {
            throw new ArchiveException($"The archive in {Shown} is of version {version}; this program knows up to {Schema.Scripts.Count}. Use a newer Mandate.");
        }

        if (version == Schema.Scripts.Count)
        {
            return;
        }

        if (!toWrite)
        {
            throw new ArchiveException(version == 0 ? $"Found no archive in {Shown}. Take a document in first: mandate archive add FILE --handle H."
                : $"The archive in {Shown} is of version {version}; expected {Schema.Scripts.Count}. Any 'archive' command that writes brings it up to date.");
        }

        Write(session =>
        {
            if (isPostgres)
            {
                // Two processes may open a new schema at once: the second finds the tables made.
                session.Run("SELECT pg_advisory_xact_lock(hashtextextended('mandate archive', 0))");
            }

            for (var from = Version(session); from < Schema.Scripts.Count; from++)
            {
                session.Run(Schema.Scripts[from].Replace("BYTES", isPostgres ? "bytea" : "blob", StringComparison.Ordinal));
                session.Run(from == 0 ? "CREATE TABLE schema_version(version bigint NOT NULL)" : "DELETE FROM schema_version");
                session.Run("INSERT INTO schema_version VALUES ($1)", (long)from + 1);
            }
        });
    }

    private int Version(Session session)
    {
        var there = isPostgres
            ? session.Number("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_version'")
            : session.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'");
        return there == 0 ? 0 : checked((int)session.Number("SELECT version FROM schema_version"));
    }
}

/// <summary>A transaction as either dialect begins it.</summary>
internal static class Transactions
{
    /// <summary>Begins; in SQLite a deferred one takes no lock before it reads, another takes the writer's at once.</summary>
    public static DbTransaction BeginTransaction(this DbConnection connection, IsolationLevel level, bool deferred) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(IsolationLevel.Serializable, deferred) : connection.BeginTransaction(level);
}
