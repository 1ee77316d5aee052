using System.Globalization;
using Mandate.Laws;
using Mandate.Modules.Tests.Generating;
using Mandate.Modules.Tests.Stores;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Generating;

namespace Mandate.Modules.Tests.Counts;

/// <summary>A made-up election of a hundred protocols, and a count of it on one kind of store.</summary>
internal sealed class Poll : IDisposable
{
    /// <summary>No slip is in it: every check of every protocol holds.</summary>
    public static Made Made { get; } = Made.Of(new GeneratorOptions { Precincts = 100, Regions = 3, Lists = 3, Seed = 7, SlipsPerMillion = 0 });

    private static readonly List<string[]> Sheet = Made.Rows("protocols.csv");
    private static readonly string[] WarnedOf = ["registered", "received", "issued"];
    private int files;

    private Poll(string kind) => Ground = Ground.Of(kind);

    public Ground Ground { get; }

    public string Folder => Ground.Folder;

    public static IReadOnlyList<string> Columns => Sheet[0];

    /// <summary>The units that report, in the order of the file.</summary>
    public static IReadOnlyList<string> Stations { get; } = [.. Sheet.Skip(1).Select(r => r[0])];

    /// <summary>A folder with the election and no count yet.</summary>
    public static Poll Of(string kind)
    {
        var poll = new Poll(kind);
        foreach (var name in Made.Names.Where(n => n.StartsWith("election/", StringComparison.Ordinal)))
        {
            var path = poll.Ground.Beside(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Made.Bytes(name));
        }

        return poll;
    }

    /// <summary>What begins the count: imports are accepted by themselves, people key twice.</summary>
    public Opening Opening(EntryRules? rules = null)
    {
        var (election, findings) = Repository.Catalogue.Election(Ground.Beside("election"));
        findings.All.ShouldBeEmpty();
        return Ground.On(new Opening(
            election!, "lists", File.ReadAllText(Repository.PathTo("forms", "zz-precinct.yaml")), null, [], Made.Units(), rules ?? EntryRules.Standard with { Import = ThirdUse.Acceptance }, "mandate.invalid/test", "boss")
        {
            ElectionFolder = Ground.Beside("election"),
        });
    }

    public Count Begin(EntryRules? rules = null) => Begin(Opening(rules));

    public Count Begin(Opening opening)
    {
        var findings = new Findings();
        var count = Count.Begin(Folder, opening, TimeProvider.System, findings);
        findings.All.ShouldBeEmpty();
        return count!;
    }

    public Count Reopen() => Count.Open(Folder, TimeProvider.System);

    public CountVerification Verify(params byte[][] outside) => CountVerification.Of(Folder, [.. outside.Select(o => (ReadOnlyMemory<byte>)o)], TimeProvider.System);

    /// <summary>The protocols of the file, figures by column.</summary>
    public static List<Dictionary<string, string>> Protocols(int from = 0, int most = int.MaxValue) =>
        [.. Sheet.Skip(1 + from).Take(most).Select(r => Columns.Select((c, i) => (c, r[i])).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal))];

    public static Dictionary<string, string> Protocol(string unit) => Protocols(Stations.ToList().IndexOf(unit), 1)[0];

    /// <summary>Writes protocols as a file.</summary>
    public string File_(IEnumerable<Dictionary<string, string>> protocols) => Text(string.Join(',', Columns) + "\n" + string.Concat(protocols.Select(p => string.Join(',', Columns.Select(c => p[c])) + "\n")));

    public string Text(string text)
    {
        var path = Ground.Beside(string.Create(CultureInfo.InvariantCulture, $"file-{++files}.csv"));
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>All protocols as they are.</summary>
    public string Whole => File_(Protocols());

    /// <summary>Other figures that are as sound: votes go from one list to another.</summary>
    public static Dictionary<string, string> Other(Dictionary<string, string> protocol, int votes = 1)
    {
        var lists = Columns.Where(c => c.StartsWith("votes:", StringComparison.Ordinal)).ToList();
        var from = lists.First(l => Number(protocol[l]) >= votes);
        return With(With(protocol, from, Number(protocol[from]) - votes), lists.First(l => l != from), Number(protocol[lists.First(l => l != from)]) + votes);
    }

    /// <summary>Many ballots that were issued are not in the boxes: only a warning, ZZ.06.</summary>
    public static Dictionary<string, string> Warning(Dictionary<string, string> protocol) =>
        WarnedOf.Aggregate(protocol, (p, c) => With(p, c, Number(p[c]) + 500));

    /// <summary>Valid ballots contradict the votes: errors ZZ.01 and ZZ.02.</summary>
    public static Dictionary<string, string> Error(Dictionary<string, string> protocol) => With(protocol, "valid", Number(protocol["valid"]) + 1);

    public static Dictionary<string, string> With(Dictionary<string, string> protocol, string column, long value) =>
        new(protocol, StringComparer.Ordinal) { [column] = value.ToString(CultureInfo.InvariantCulture) };

    public static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    public static IReadOnlyList<KeyedCell> Cells(Dictionary<string, string> protocol) => [.. protocol.Where(p => p.Key != "unit").Select(p => new KeyedCell(p.Key, p.Value))];

    public static EntryActor Typist(string id) => new(id, EntryRole.Typist);

    public static EntryActor Boss { get; } = new("c1", EntryRole.Coordinator);

    /// <summary>Imports, and says what came of it in one line.</summary>
    public static string Import(Count count, string file, ImportOptions? options = null)
    {
        var (result, faults) = count.Import(file, options ?? new ImportOptions(null, "importer"));
        return result is null
            ? string.Join('\n', faults.All.Select(f => f.ToString()[(Path.GetDirectoryName(file)!.Length + 1)..]))
            : string.Create(CultureInfo.InvariantCulture, $"{result.Accepted} accepted, {result.Unchanged} unchanged, {result.Waiting} waiting, {result.LeftOut} left out");
    }

    /// <summary>The sum of a figure or of a list's votes at a unit.</summary>
    public static long Sum(Count count, string unit, string cell, Phase phase = Phase.Final) =>
        count.Totals(unit, phase).Where(t => (t.List is null ? t.Figure.Id : $"{t.Figure.Id}:{t.List}") == cell).Sum(t => t.Sum);

    /// <summary>The count's tallies are those that a cold recount and a reopened count give.</summary>
    public void AddsUp(Count count)
    {
        foreach (var phase in Enum.GetValues<Phase>())
        {
            var cold = new Tally(count.Units, count.Layout);
            var row = new long[count.Layout.Width];
            for (var u = 0; u < count.Units.Units.Count; u++)
            {
                if (count.Units.Reports(u) && count.Of(phase).Read(u, row))
                {
                    cold.Load(u, row, count.Of(phase).Version(u));
                }
            }

            cold.Recount();
            count.Of(phase).SameSums(cold).ShouldBeTrue();
            using var again = Count.OpenToRead(Folder, TimeProvider.System);
            again.Of(phase).SameSums(count.Of(phase)).ShouldBeTrue();
            again.Leaves.ShouldBe(count.Leaves);
        }
    }

    public void Dispose() => Ground.Dispose();
}
