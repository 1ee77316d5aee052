using System.Text.Json;
using Mandate.Laws;
using Mandate.Results.Ledger;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <summary>The folder of a count: where its store is, and its keys.</summary>
/// <remarks>
/// <c>count.json</c> says where the store is and whether people are being trained. A training has files of its own, which
/// are deleted when the real count begins. The secret key is <c>live.key</c> or <c>training.key</c>; the public one lies beside it.
/// </remarks>
internal sealed class CountFolder
{
    private const string Settings = "count.json";

    private CountFolder(string path, string? election, string? postgres, string schema, bool training)
    {
        Path = path;
        Election = election;
        Postgres = postgres;
        Schema = schema;
        Training = training;
    }

    public string Path { get; }

    /// <summary>Gets the folder of the election; null where its id finds it.</summary>
    public string? Election { get; }

    /// <summary>Gets the connection string of a PostgreSQL database; null for a SQLite file in the folder.</summary>
    public string? Postgres { get; }

    public string Schema { get; }

    /// <summary>Gets whether people are being trained.</summary>
    public bool Training { get; }

    public string KeyFile => File("key");

    public string PublicKeyFile => File("pub");

    public string StoreFile => File("db");

    private string Mode => Training ? "training" : "live";

    private string Space => Training ? Schema + "_training" : Schema;

    /// <summary>Whether a folder holds a count.</summary>
    public static bool Exists(string path) => System.IO.File.Exists(System.IO.Path.Combine(path, Settings));

    /// <summary>Reads a count's folder.</summary>
    /// <exception cref="StoreException">There is none, or its settings cannot be read.</exception>
    public static CountFolder Open(string path)
    {
        if (!Exists(path))
        {
            throw new StoreException($"Found no count in '{path}'; 'mandate results open' begins one.");
        }

        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(System.IO.Path.Combine(path, Settings)));
            var root = json.RootElement;
            return new CountFolder(path, root.TryGetProperty("election", out var election) ? election.GetString() : null, root.TryGetProperty("postgres", out var where) ? where.GetString() : null, root.GetProperty("schema").GetString()!, root.GetProperty("training").GetBoolean());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new StoreException($"'{System.IO.Path.Combine(path, Settings)}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Settings of a count that is about to begin; nothing is written yet.</summary>
    public static CountFolder New(string path, string? election, string? postgres, string schema, bool training) => new(path, election, postgres, schema, training);

    /// <summary>The same count in the other mode.</summary>
    public CountFolder With(bool training) => new(Path, Election, Postgres, Schema, training);

    /// <summary>Writes the settings; they are whole or not there.</summary>
    public void Save()
    {
        var path = System.IO.Path.Combine(Path, Settings);
        using (var file = System.IO.File.Create(path + ".new"))
        {
            using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
            writer.WriteStartObject();
            if (Election is not null)
            {
                writer.WriteString("election", Election);
            }

            if (Postgres is not null)
            {
                writer.WriteString("postgres", Postgres);
            }

            writer.WriteString("schema", Schema);
            writer.WriteBoolean("training", Training);
            writer.WriteEndObject();
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Opens the store to write.</summary>
    public IStore Write() => Postgres is null ? SqliteStore.Open(StoreFile) : PostgresStore.Open(Postgres, Space);

    /// <summary>Opens the store to read.</summary>
    public IStore Read() => Postgres is null ? SqliteStore.OpenToRead(StoreFile) : PostgresStore.OpenToRead(Postgres, Space);

    /// <summary>The secret key.</summary>
    /// <exception cref="StoreException">It is not there or cannot be read.</exception>
    public SignerKey Key()
    {
        var faults = new Findings();
        return SignerKey.ReadFile(KeyFile, faults) ?? throw new StoreException(faults.All[0].ToString());
    }

    /// <summary>The public key.</summary>
    /// <exception cref="StoreException">It is not there or cannot be read.</exception>
    public VerifierKey PublicKey()
    {
        var faults = new Findings();
        if (!System.IO.File.Exists(PublicKeyFile))
        {
            throw new StoreException($"Found no public key '{PublicKeyFile}'.");
        }

        return VerifierKey.Parse(System.IO.File.ReadAllText(PublicKeyFile).TrimEnd('\n'), PublicKeyFile, faults) ?? throw new StoreException(faults.All[0].ToString());
    }

    /// <summary>Makes a key pair, unless one is there from an opening that was cut short.</summary>
    public SignerKey MakeKey(string origin)
    {
        if (System.IO.File.Exists(KeyFile))
        {
            System.IO.File.Delete(KeyFile);
        }

        var key = SignerKey.Create(origin);
        key.WriteFile(KeyFile);
        System.IO.File.WriteAllText(PublicKeyFile, key.Verifier + "\n");
        return key;
    }

    /// <summary>Whether an opening broke off after it had made the file of the store: nothing but the opening is in it. What is in a database may be another folder's.</summary>
    public bool IsCutShort()
    {
        if (Postgres is not null || !System.IO.File.Exists(StoreFile))
        {
            return false;
        }

        using var store = Write();
        return store.CountLeaves() <= 1 && store.ReadDrafts().Count == 0;
    }

    /// <summary>Deletes store and keys of this mode.</summary>
    public void Wipe()
    {
        if (Postgres is null)
        {
            foreach (var end in new[] { "", "-wal", "-shm" })
            {
                System.IO.File.Delete(StoreFile + end);
            }

            WriteLock.Clean(StoreFile);
        }
        else
        {
            PostgresStore.Drop(Postgres, Space);
        }

        System.IO.File.Delete(KeyFile);
        System.IO.File.Delete(PublicKeyFile);
    }

    private string File(string end) => System.IO.Path.Combine(Path, $"{Mode}.{end}");
}
