using System.Diagnostics;
using System.Globalization;
using Mandate.Archive.Search;
using Microsoft.Data.Sqlite;

namespace Mandate.Benchmarks;

/// <summary>
/// A library indexed and searched, beside SQLite's FTS5 on the same pages:
/// <c>dotnet run -c Release --project benchmarks -- search [PAGES]</c>.
/// </summary>
/// <remarks>
/// FTS5 orders by bm25 and makes a snippet of each of 20 rows. Ours does that and more: three pages of each of 20
/// sections with a snippet each, all pages and sections counted, two languages' stems. Read the ratios.
/// </remarks>
internal static class SearchTrial
{
    private const int Batch = 20_000;
    private const int Queries = 100;

    public static void Run(string[] args)
    {
        var pages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var folder = Directory.CreateTempSubdirectory("mandate-search-").FullName;
        try
        {
            WarmUp(Path.Combine(folder, "warm"));
            var library = new MadeLibrary(pages);
            Say($"{pages} pages, {Enumerable.Range(0, Math.Min(pages, 1000)).Average(p => library.Words(p).Count()):F0} words each, {Environment.ProcessorCount} processors");
            using var database = Open(Path.Combine(folder, "fts.db"));
            var (theirs, theirWork) = BuildFts(database, library);
            using var index = LuceneIndex.Open(Path.Combine(folder, "index"), new LuceneIndexOptions());
            var (ours, ourWork) = Build(index, library);
            Say($"built: ours {ours.TotalSeconds:F1} s, FTS5 {theirs.TotalSeconds:F1} s; ratio {ours / theirs:F2}; processor time: ours {ourWork.TotalSeconds:F1} s, FTS5 {theirWork.TotalSeconds:F1} s; ratio {ourWork / theirWork:F2}");
            Say($"size: ours {Size(Path.Combine(folder, "index")):F0} MiB, FTS5 {Size(folder) - Size(Path.Combine(folder, "index")):F0} MiB; each with the words of the pages");
            Say($"{"milliseconds",-22}{"ours p50",10}{"p95",8}{"facets p50",12}{"p95",8}{"FTS5 p50",10}{"p95",8}{"ratio p50",11}{"p95",8}");
            foreach (var (name, make) in Classes(library))
            {
                Compare(name, [.. Enumerable.Range(0, Queries).Select(make)], index, database);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, Func<int, string[]> Make)> Classes(MadeLibrary library)
    {
        var random = new Random(11);
        yield return ("1 medium word", _ => [library.Word(random.Next(3), random.Next(1000, 8000))]);
        yield return ("1 frequent word", i => [library.Word(i % 3, i / 3)]);
        yield return ("2 words, AND", _ => Some(2, 50, 3000));
        yield return ("3 words, AND", _ => Some(3, 20, 1000));
        yield return ("3 words, OR", _ => ["|", .. Some(3, 100, 5000)]);
        yield return ("phrase of 2 or 3", i => ["\"", .. Phrase(2 + (i % 2))]);

        // Words that stand together on one page at least, or most queries would find nothing.
        string[] Some(int count, int from, int to)
        {
            while (true)
            {
                string[] words = [.. library.Words(random.Next(library.Count), from, to).Distinct().Take(count)];
                if (words.Length == count)
                {
                    return words;
                }
            }
        }

        string[] Phrase(int count)
        {
            var words = library.Words(random.Next(library.Count)).ToArray();
            var at = random.Next(words.Length - count);
            return words[at..(at + count)];
        }
    }

    private static void Compare(string name, List<string[]> queries, LuceneIndex index, SqliteConnection database)
    {
        List<string> ours = [.. queries.Select(q => q[0] switch { "|" => string.Join(" OR ", q[1..]), "\"" => $"\"{string.Join(' ', q[1..])}\"", _ => string.Join(' ', q) })];
        List<string> theirs = [.. queries.Select(q => q[0] switch
        {
            "|" => string.Join(" OR ", q[1..].Select(w => $"\"{w}\"")),
            "\"" => $"\"{string.Join(' ', q[1..])}\"",
            _ => string.Join(' ', q.Select(w => $"\"{w}\"")),
        })];
        using var command = database.CreateCommand();
        command.CommandText = "SELECT rowid, bm25(pages), snippet(pages, 1, '', '', '…', 40) FROM pages WHERE pages MATCH $q ORDER BY rank LIMIT 20";
        var parameter = command.Parameters.Add("$q", SqliteType.Text);
        var bare = Times(ours, q => Found(index.Search(new SearchRequest(q, null))));
        var faceted = Times(ours, q => Found(index.Search(new SearchRequest(q, null) { WithFacets = true })));
        var fts = Times(theirs, q =>
        {
            parameter.Value = q;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                _ = reader.GetString(2);
            }
        });
        Say($"{name,-22}{At(bare, 50),10:F2}{At(bare, 95),8:F2}{At(faceted, 50),12:F2}{At(faceted, 95),8:F2}{At(fts, 50),10:F2}{At(fts, 95),8:F2}{At(bare, 50) / At(fts, 50),11:F2}{At(bare, 95) / At(fts, 95),8:F2}");
    }

    private static void Found(SearchAnswer answer)
    {
        if (answer.Fault is { } fault)
        {
            throw new InvalidOperationException(fault.Says);
        }
    }

    /// <summary>Each query once to warm up, then the best of three: others use the machine too.</summary>
    private static List<double> Times(List<string> queries, Action<string> run)
    {
        queries.ForEach(run);
        return [.. queries.Select(q => Enumerable.Range(0, 3).Min(_ => Take(() => run(q)).TotalMilliseconds))];
    }

    private static void WarmUp(string folder)
    {
        var library = new MadeLibrary(4000, 4000);
        using var index = LuceneIndex.Open(folder, new LuceneIndexOptions());
        Build(index, library);
        foreach (var (_, make) in Classes(new MadeLibrary(4000, 8000)))
        {
            Times([.. Enumerable.Range(0, Queries).Select(i => string.Join(' ', make(i)).TrimStart('|', '"'))], q => index.Search(new SearchRequest(q, null) { WithFacets = true }));
        }
    }

    /// <summary>Pages are made beforehand, outside the time taken.</summary>
    private static Cost Build(LuceneIndex index, MadeLibrary library)
    {
        var whole = default(Cost);
        for (var first = 0; first < library.Count; first += Batch)
        {
            List<PutPage> puts = [.. Enumerable.Range(first, Math.Min(Batch, library.Count - first)).Select(library.Put)];
            whole += Work(() => index.Apply(puts));
        }

        return whole + Work(index.Settle);
    }

    private static Cost BuildFts(SqliteConnection database, MadeLibrary library)
    {
        var whole = default(Cost);
        for (var first = 0; first < library.Count; first += Batch)
        {
            List<(string Title, string Text)> rows = [.. Enumerable.Range(first, Math.Min(Batch, library.Count - first)).Select(p => ($"{library.Title(p)} {library.SectionTitle(p)}", string.Join(' ', library.Words(p))))];
            whole += Work(() => Insert(database, rows));
        }

        return whole;
    }

    private static void Insert(SqliteConnection database, List<(string Title, string Text)> rows)
    {
        using var transaction = database.BeginTransaction();
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO pages(title, text) VALUES($1, $2)";
        var (title, text) = (insert.Parameters.Add("$1", SqliteType.Text), insert.Parameters.Add("$2", SqliteType.Text));
        insert.Prepare();
        foreach (var row in rows)
        {
            (title.Value, text.Value) = row;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -262144; CREATE VIRTUAL TABLE pages USING fts5(title, text, tokenize = 'unicode61')";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>What an act takes on the clock, and of all processors; what others leave running counts to the act in which it runs.</summary>
    private static Cost Work(Action act)
    {
        var before = Environment.CpuUsage.TotalTime;
        var taken = Take(act);
        return new Cost(taken, Environment.CpuUsage.TotalTime - before);
    }

    private static double Size(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / 1048576.0;

    private static TimeSpan Take(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start);
    }

    private static double At(List<double> values, int percent) => values.Order().ElementAt(Math.Min(values.Count - 1, values.Count * percent / 100));

    private static void Say(string line) => Console.WriteLine(line);

    private readonly record struct Cost(TimeSpan Taken, TimeSpan Work)
    {
        public static Cost operator +(Cost a, Cost b) => new(a.Taken + b.Taken, a.Work + b.Work);
    }
}
