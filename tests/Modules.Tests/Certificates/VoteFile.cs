using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>The files of an election as the checker of certificates reads them: by itself, with nothing of the program that made the seats.</summary>
internal sealed partial class VoteFile
{
    private readonly List<string[]> areas;
    private readonly List<string[]> figures;
    private readonly List<string[]> given;
    private readonly Dictionary<string, string> parents;
    private readonly HashSet<string> powerless = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Contest, string Constituency), HashSet<string>> units = [];
    private readonly ILookup<(string Contest, string Unit), string[]> votesIn;

    public VoteFile(Func<string, string?> file)
    {
        votesIn = Table(file("votes.csv"), "contest", "unit", "list", "candidate", "votes").ToLookup(v => (v[0], v[1]));
        areas = Table(file("areas.csv"), "contest", "unit", "constituency", "seats");
        figures = Table(file("figures.csv"), "contest", "unit", "figure", "value");
        given = Table(file("given.csv"), "contest", "constituency", "list", "seats");
        parents = Table(file("units.csv"), "unit", "parent").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        var list = string.Empty;
        foreach (var line in (file("election.yaml") ?? string.Empty).Split('\n'))
        {
            list = Id().Match(line) is { Success: true } id ? id.Groups[1].Value : list;
            if (Powerless().IsMatch(line))
            {
                powerless.Add(list);
            }
        }

        Ballots = constituency => file($"ballots/{constituency}.blt");
    }

    public Func<string, string?> Ballots { get; }

    public static VoteFile Of(string folder) => new(name => Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllText(path) : null);

    /// <summary>Constituencies of a contest; one that has no areas is the nation.</summary>
    public IReadOnlyList<string> Constituencies(string contest)
    {
        // A unit above others only says how many seats the wider area has.
        List<string> all = [.. areas.Where(a => a[0] == contest && a[2].Length > 0 && !areas.Any(o => o[0] == contest && o[1] != a[1] && Above(o[1]).Contains(a[1]))).Select(a => a[2]).Distinct()];
        all = all.Count > 0 ? all : [.. given.Where(g => g[0] == contest && g[1].Length > 0).Select(g => g[1]).Distinct()];
        return all.Count > 0 ? all : ["nation"];
    }

    /// <summary>Whether a constituency lies under a unit of the tree.</summary>
    public bool LiesIn(string contest, string constituency, string unit) => UnitsOf(contest, constituency).All(u => unit == "nation" || Above(u).Contains(unit));

    public int? Seats(string contest, string constituency) =>
        areas.Where(a => a[0] == contest && a[2] == constituency && a[3].Length > 0).Select(a => (int?)int.Parse(a[3], CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>Votes of an option in a constituency, its units added up; null where it is on no ballot there or unknown.</summary>
    public BigInteger? Votes(string contest, string constituency, string option)
    {
        var rows = UnitsOf(contest, constituency).SelectMany(u => votesIn[(contest, u)]).Where(v => Option(v) == option).ToList();
        return rows.Count == 0 || rows.Any(r => r[4].Length == 0) ? null : rows.Aggregate(BigInteger.Zero, (sum, r) => sum + Number(r[4]));
    }

    /// <summary>Whatever can be voted for in a constituency.</summary>
    public IEnumerable<string> Options(string contest, string constituency) => UnitsOf(contest, constituency).SelectMany(u => votesIn[(contest, u)]).Select(Option).Distinct();

    /// <summary>Whether an option can win a seat.</summary>
    public bool CanWin(string option) => !powerless.Contains(option);

    public BigInteger? Figure(string contest, string area, string figure)
    {
        var here = UnitsOf(contest, area);
        var rows = figures.Where(f => f[0] == contest && f[2] == figure && f[3].Length > 0 && here.Contains(f[1])).ToList();
        return rows.Count == 0 ? null : rows.Aggregate(BigInteger.Zero, (sum, r) => sum + Number(r[3]));
    }

    public IEnumerable<(string Constituency, string List, int Seats)> Given(string contest) =>
        given.Where(g => g[0] == contest).Select(g => (g[1].Length > 0 ? g[1] : "nation", g[2], int.Parse(g[3], CultureInfo.InvariantCulture)));

    /// <summary>First preferences of a file of ballots, by the place of the candidate; those who withdrew are passed over.</summary>
    public IReadOnlyList<BigInteger> FirstPreferences(string constituency)
    {
        var lines = Ballots(constituency)!.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var counts = new BigInteger[int.Parse(lines[0].Split(' ')[0], CultureInfo.InvariantCulture) + 1];
        var gone = new HashSet<int>();
        foreach (var line in lines.Skip(1).TakeWhile(l => l != "0"))
        {
            var numbers = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
            if (numbers[0] < 0)
            {
                gone.UnionWith(numbers.Select(n => -n));
            }
            else if (numbers.Skip(1).FirstOrDefault(n => n > 0 && !gone.Contains(n)) is > 0 and var first)
            {
                counts[first] += numbers[0];
            }
        }

        return [.. counts.Where((_, i) => i > 0 && !gone.Contains(i))];
    }

    private HashSet<string> UnitsOf(string contest, string constituency)
    {
        if (!units.TryGetValue((contest, constituency), out var known))
        {
            known = areas.Where(a => a[0] == contest && a[2] == constituency).Select(a => a[1]).ToHashSet(StringComparer.Ordinal);
            units[(contest, constituency)] = known = known.Count > 0 ? known : [constituency];
        }

        return known;
    }

    private IEnumerable<string> Above(string unit)
    {
        for (var at = unit; at.Length > 0; at = parents.GetValueOrDefault(at, string.Empty))
        {
            yield return at;
        }
    }

    private static string Option(string[] row) => row[3].Length > 0 ? row[3] : row[2];

    private static BigInteger Number(string text) => BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Columns of a CSV file in the order wanted; a column that is not there is empty.</summary>
    private static List<string[]> Table(string? text, params string[] columns)
    {
        var lines = (text ?? string.Empty).Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0).Select(Cells).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        var places = columns.Select(c => lines[0].IndexOf(c)).ToList();
        return [.. lines.Skip(1).Select(l => places.Select(p => p >= 0 && p < l.Count ? l[p] : string.Empty).ToArray())];
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append(line[i++]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    [GeneratedRegex(@"^\s*- \{? ?id: ([a-z0-9_-]+)")]
    private static partial Regex Id();

    [GeneratedRegex(@"\bkind: (pooled|against-all)\b")]
    private static partial Regex Powerless();
}
