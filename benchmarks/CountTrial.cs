using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mandate.Laws;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Generating;
using Mandate.Results.Units;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Mandate.Benchmarks;

/// <summary>
/// A whole made-up election counted on a disk, beside baselines of the same run:
/// <c>dotnet run -c Release --project benchmarks -- count [PROTOCOLS] [POSTGRES]</c>.
/// </summary>
/// <remarks>Disks and syncs vary much; read the ratios.</remarks>
internal static class CountTrial
{
    private const int Lists = 20;
    private const int Kept = 20_000;
    private const int Single = 1000;
    private const int Clerks = 50;

    public static void Run(string[] args)
    {
        var protocols = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        WarmUp();
        var folder = Directory.CreateTempSubdirectory("mandate-count-").FullName;
        try
        {
            Say($"{protocols} protocols of {Lists} lists in {folder}");
            Generator.Write(new GeneratorOptions { Precincts = protocols, Lists = Lists, SlipsPerMillion = 0 }, path => Create(folder, path), null, CancellationToken.None);
            var waiting = Shorten(Path.Combine(folder, "protocols.csv"), Path.Combine(folder, "most.csv"), Math.Min(Kept, protocols / 2));
            var bare = Blobs(Path.Combine(folder, "bare.db"), protocols);
            Say($"baseline: {protocols} blobs of 160 bytes in one transaction, and SHA-256 of each: {bare.TotalSeconds:F2} s");
            using (var count = Begin(folder, "sqlite", null))
            {
                var whole = Take(() => count.Import(Path.Combine(folder, "most.csv"), new ImportOptions(null, "trial", Warnings: "made up")));
                Say($"import, check, ledger and tally on SQLite: {whole.TotalSeconds:F2} s, {whole / bare:F2} times the baseline; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
                Recount(count);
                OneByOne(count, folder, waiting);
                AtOnce(count, folder, waiting);
            }

            if (args.Length > 1)
            {
                Postgres(folder, args[1]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A small count first: the published program is compiled beforehand, this one is not.</summary>
    private static void WarmUp()
    {
        var folder = Directory.CreateTempSubdirectory("mandate-warm-").FullName;
        Generator.Write(new GeneratorOptions { Precincts = 30_000, Lists = Lists, SlipsPerMillion = 0 }, path => Create(folder, path), null, CancellationToken.None);
        var waiting = Shorten(Path.Combine(folder, "protocols.csv"), Path.Combine(folder, "most.csv"), 9000);
        using (var count = Begin(folder, "sqlite", null))
        {
            count.Import(Path.Combine(folder, "most.csv"), new ImportOptions(null, "trial", Warnings: "made up"));
            Together(count, Protocols(count, folder, waiting, 0, 9000));
        }

        Blobs(Path.Combine(folder, "bare.db"), 30_000);
        Directory.Delete(folder, recursive: true);
    }

    private static Count Begin(string folder, string name, string? postgres)
    {
        var catalogue = new Catalogue(Catalogue.FindRoot(Environment.GetEnvironmentVariable("MANDATE_ROOT"))!);
        var election = catalogue.Election(Path.Combine(folder, "election")).Election!;
        var faults = new Findings();
        var units = UnitFile.Read(Path.Combine(folder, "units.csv"), "units.csv", faults)!.Tree;
        var form = File.ReadAllText(Path.Combine(catalogue.Root, "forms", "zz-precinct.yaml"));
        var opening = new Opening(election, election.Lists[0].Contest, form, null, [], units, EntryRules.Standard with { Entries = 1, Import = ThirdUse.Acceptance }, "mandate.invalid/trial", "trial")
        {
            Postgres = postgres,
            Schema = "mandate_trial",
        };
        return Count.Begin(Path.Combine(folder, name), opening, TimeProvider.System, faults)!;
    }

    /// <summary>Leaves the last protocols out of the file that is imported, to be entered one by one.</summary>
    private static List<string> Shorten(string from, string to, int keep)
    {
        var lines = File.ReadLines(from).Count() - 1 - keep;
        using var all = File.ReadLines(from).GetEnumerator();
        using (var most = new StreamWriter(to) { NewLine = "\n" })
        {
            for (var i = 0; i <= lines && all.MoveNext(); i++)
            {
                most.WriteLine(all.Current);
            }
        }

        var rest = new List<string> { File.ReadLines(from).First() };
        while (all.MoveNext())
        {
            rest.Add(all.Current);
        }

        return rest;
    }

    private static TimeSpan Blobs(string path, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE blobs(number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        var blob = new byte[160];
        return Take(() =>
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO blobs VALUES($1, $2)";
            var number = insert.Parameters.Add("$1", SqliteType.Integer);
            var bytes = insert.Parameters.Add("$2", SqliteType.Blob);
            insert.Prepare();
            for (var i = 0; i < rows; i++)
            {
                BitConverter.TryWriteBytes(blob, i);
                _ = SHA256.HashData(blob);
                number.Value = i;
                bytes.Value = blob;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        });
    }

    /// <summary>Everything added up from nothing, against one pass over as many numbers.</summary>
    private static void Recount(Count count)
    {
        var tally = count.Of(Phase.Final);
        var numbers = new int[count.Units.Reporting * count.Layout.RawWidth];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(numbers.AsSpan()));
        Sum(numbers);
        var pass = Enumerable.Range(0, 31).Select(_ => Take(() => Sum(numbers))).Order().ElementAt(15);
        var recount = Enumerable.Range(0, 31).Select(_ => Take(tally.Recount)).Order().ElementAt(15);
        Say($"cold recount under {count.Units.Units.Count - count.Units.Reporting} units: {recount.TotalMilliseconds:F1} ms, {recount / pass:F2} times one pass over the numbers ({pass.TotalMilliseconds:F1} ms)");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Sum(int[] numbers)
    {
        var (low, high) = (Vector<long>.Zero, Vector<long>.Zero);
        foreach (var vector in MemoryMarshal.Cast<int, Vector<int>>(numbers))
        {
            Vector.Widen(vector, out var a, out var b);
            low += a;
            high += b;
        }

        return Vector.Sum(low + high);
    }

    /// <summary>One protocol after another, each beside a bare commit of a blob.</summary>
    private static void OneByOne(Count count, string folder, List<string> waiting)
    {
        var protocols = Protocols(count, folder, waiting, 0, Single);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        var (bare, ours) = (new List<double>(), new List<double>());
        foreach (var (unit, cells) in protocols)
        {
            bare.Add(Take(() => Execute(connection, "INSERT INTO blobs(bytes) VALUES(zeroblob(160))")).TotalMilliseconds);
            ours.Add(Take(() => Accepted(count.EnterWhole(unit, new EntryActor("clerk", EntryRole.Typist), cells))).TotalMilliseconds);
        }

        Say($"one more protocol: median {At(ours, 50):F2} ms, p99 {At(ours, 99):F2} ms; bare commit: median {At(bare, 50):F2} ms, p99 {At(bare, 99):F2} ms; ratio of p99 {At(ours, 99) / At(bare, 99):F2}");
    }

    /// <summary>Fifty clerks at once, against what one commit each would give.</summary>
    private static void AtOnce(Count count, string folder, List<string> waiting)
    {
        var alone = Protocols(count, folder, waiting, Single, 200);
        var single = Take(() =>
        {
            foreach (var (unit, cells) in alone)
            {
                Accepted(count.EnterWhole(unit, new EntryActor("clerk", EntryRole.Typist), cells));
            }
        }).TotalSeconds / alone.Count;
        var protocols = Protocols(count, folder, waiting, Single + 200, Math.Min(waiting.Count - 1 - Single - 200, Clerks * 100));
        var whole = Together(count, protocols);
        var each = whole.TotalSeconds / protocols.Count;
        Say($"{Clerks} clerks: {1 / each:F0} protocols a second, {single / each:F1} times one commit each ({1 / single:F0} a second)");
    }

    private static TimeSpan Together(Count count, List<(string Unit, IReadOnlyList<KeyedCell> Cells)> protocols)
    {
        var next = -1;
        return Take(() =>
        {
            var threads = Enumerable.Range(0, Clerks).Select(c => new Thread(() =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < protocols.Count;)
                {
                    Accepted(count.EnterWhole(protocols[i].Unit, new EntryActor($"clerk{c}", EntryRole.Typist), protocols[i].Cells));
                }
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
        });
    }

    /// <summary>The same election in PostgreSQL, against a bare copy of the same leaves.</summary>
    private static void Postgres(string folder, string where)
    {
        using var connection = new NpgsqlConnection(where);
        connection.Open();
        Execute(connection, "DROP SCHEMA IF EXISTS mandate_trial CASCADE; DROP TABLE IF EXISTS bare; CREATE TABLE bare(number bigint PRIMARY KEY, leaf bytea NOT NULL)");
        var leaves = new List<byte[]>();
        using (var store = CountFolder.Open(Path.Combine(folder, "sqlite")).Read())
        {
            store.ReadLeaves(0, (_, leaf) =>
            {
                leaves.Add(leaf.ToArray());
                return true;
            });
        }

        var bare = Take(() =>
        {
            using var copy = connection.BeginBinaryImport("COPY bare FROM STDIN (FORMAT BINARY)");
            for (var i = 0; i < leaves.Count; i++)
            {
                copy.StartRow();
                copy.Write((long)i, NpgsqlDbType.Bigint);
                copy.Write(leaves[i], NpgsqlDbType.Bytea);
            }

            copy.Complete();
        });
        leaves.Clear();
        using (var count = Begin(folder, "postgres", where))
        {
            var whole = Take(() => count.Import(Path.Combine(folder, "most.csv"), new ImportOptions(null, "trial", Warnings: "made up")));
            Say($"import, check, ledger and tally on PostgreSQL: {whole.TotalSeconds:F2} s, {whole / bare:F2} times a bare copy of the same leaves ({bare.TotalSeconds:F2} s)");
        }

        Execute(connection, "DROP SCHEMA mandate_trial CASCADE; DROP TABLE bare");
    }

    private static List<(string Unit, IReadOnlyList<KeyedCell> Cells)> Protocols(Count count, string folder, List<string> waiting, int skip, int take)
    {
        var path = Path.Combine(folder, "some.csv");
        File.WriteAllLines(path, [waiting[0], .. waiting.Skip(1 + skip).Take(take)]);
        return [.. count.ReadEntries(path).Protocols!];
    }

    private static void Accepted(DeskAnswer answer)
    {
        // A protocol that fails a check of plausibility waits for words; it is saved all the same.
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Says["en"]);
        }
    }

    private static FileStream Create(string folder, string path)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return File.Create(full);
    }

    private static void Execute(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static TimeSpan Take(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Take<T>(Func<T> act)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(act());
        return Stopwatch.GetElapsedTime(start);
    }

    private static double At(List<double> values, int percent) => values.Order().ElementAt(Math.Min(values.Count - 1, values.Count * percent / 100));

    private static void Say(string line) => Console.WriteLine(line);
}
