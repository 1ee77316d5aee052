using Mandate.Results.Counts;
using Mandate.Results.Stores;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mandate.Modules.Tests.Stores;

/// <summary>A folder of a count, or of a bare store, on one kind of store; gone after the test.</summary>
internal sealed class Ground : IDisposable
{
    private static int schemas;
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("mandate-");

    private Ground(string kind)
    {
        Kind = kind;
        Schema = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref schemas)}");
        Postgres = kind == "postgres" ? PostgresFixture.Where() : null;
        Folder = Path.Combine(parent.FullName, "count");
        Directory.CreateDirectory(Folder);
    }

    /// <summary>The kinds of stores; every test of a store or a count runs on each.</summary>
    public static TheoryData<string> Kinds => ["sqlite", "postgres"];

    public string Kind { get; }

    public string Schema { get; }

    public string? Postgres { get; }

    public string Folder { get; }

    public string StoreFile => Path.Combine(Folder, "live.db");

    public static Ground Of(string kind) => new(kind);

    /// <summary>A path beside the folder of the count.</summary>
    public string Beside(string name) => Path.Combine(parent.FullName, name);

    public IStore Write() => Postgres is null ? SqliteStore.Open(StoreFile) : PostgresStore.Open(Postgres, Schema);

    public IStore Read() => Postgres is null ? SqliteStore.OpenToRead(StoreFile) : PostgresStore.OpenToRead(Postgres, Schema);

    /// <summary>Does something behind the store's back.</summary>
    public int Sql(string sql, params object[] values)
    {
        if (Postgres is null)
        {
            using var file = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
            file.Open();
            using var statement = file.CreateCommand();
            statement.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                statement.Parameters.AddWithValue($"${i + 1}", values[i]);
            }

            return statement.ExecuteNonQuery();
        }

        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { SearchPath = Schema, Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command.ExecuteNonQuery();
    }

    public Opening On(Opening opening) => opening with { Postgres = Postgres, Schema = Schema };

    public void Dispose() => parent.Delete(recursive: true);
}
