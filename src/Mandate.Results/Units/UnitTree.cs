using Mandate.Laws;
using Mandate.Results.Import;

namespace Mandate.Results.Units;

/// <summary>The reporting areas of an election: trees of any depth. A unit without others inside it reports a protocol.</summary>
/// <remarks>
/// Units stand in the order of a walk from the top, children in the order of their file. So the units inside one are those
/// behind it up to <see cref="EndOf"/>, and the protocols of a region are neighbours.
/// </remarks>
public sealed class UnitTree
{
    /// <summary>The most units an election can have.</summary>
    public const int Most = 5_000_000;

    private readonly Dictionary<string, int> index;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> spans;
    private readonly int[] parents;
    private readonly int[] ends;

    private UnitTree(Unit[] units, Dictionary<string, int> index, int[] parents, int[] ends)
    {
        Units = units;
        this.index = index;
        spans = index.GetAlternateLookup<ReadOnlySpan<char>>();
        this.parents = parents;
        this.ends = ends;
        for (var i = 0; i < units.Length; i++)
        {
            Reporting += Reports(i) ? 1 : 0;
        }
    }

    /// <summary>Gets the units, each before those inside it.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Gets how many units report a protocol.</summary>
    public int Reporting { get; }

    /// <summary>Puts units together; a parent may stand behind its children.</summary>
    /// <param name="units">The units with the row each stands in, for findings.</param>
    /// <param name="shown">Their file's name for people.</param>
    /// <param name="findings">Receives every fault: ids that repeat or are empty, parents that are missing, circles.</param>
    /// <param name="columns">The column each unit begins at, where its file is no table; null for a table, in which the id stands first and the parent second.</param>
    /// <returns>The tree, or null after noting faults.</returns>
    public static UnitTree? Build(IReadOnlyList<(Unit Unit, int Row)> units, string shown, Findings findings, IReadOnlyList<int>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(findings);
        var given = Rows(units, columns, shown, findings);
        var children = new List<int>?[units.Count];
        var tops = new List<int>();
        for (var i = 0; i < units.Count; i++)
        {
            var (unit, row) = units[i];
            if (unit.Parent is null)
            {
                tops.Add(i);
            }
            else if (given.TryGetValue(unit.Parent, out var parent))
            {
                (children[parent] ??= []).Add(i);
            }
            else
            {
                findings.Add(new Finding(shown, row, columns?[i] ?? 2, $"the parent '{Shown.Cut(unit.Parent)}' of '{Shown.Cut(unit.Id)}'", "the id of a unit in this file, or an empty cell at the top"));
            }
        }

        if (units.Count == 0)
        {
            findings.Add(new Finding(shown, 1, 1, "no unit", "one row a unit"));
        }

        return findings.IsEmpty ? Walk(units, columns, children, tops, shown, findings) : null;
    }

    /// <summary>The place of a unit in <see cref="Units"/>; -1 where there is none.</summary>
    public int Find(string id) => index.GetValueOrDefault(id, -1);

    /// <summary>The place of a unit in <see cref="Units"/>; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<char> id) => spans.TryGetValue(id, out var unit) ? unit : -1;

    /// <summary>The place of the unit that a unit lies in; -1 at the top.</summary>
    public int ParentOf(int unit) => parents[unit];

    /// <summary>One place behind the last unit inside a unit; one behind its own where nothing is inside.</summary>
    public int EndOf(int unit) => ends[unit];

    /// <summary>Whether a unit reports a protocol of its own.</summary>
    public bool Reports(int unit) => ends[unit] == unit + 1;

    private static Dictionary<string, int> Rows(IReadOnlyList<(Unit Unit, int Row)> units, IReadOnlyList<int>? columns, string shown, Findings findings)
    {
        var given = new Dictionary<string, int>(units.Count, StringComparer.Ordinal);
        for (var i = 0; i < units.Count; i++)
        {
            var (unit, row) = units[i];
            if (unit.Id.Length is 0 or > Unit.LongestId || unit.Id.Any(char.IsControl) || unit.Id != unit.Id.Trim())
            {
                findings.Add(new Finding(shown, row, columns?[i] ?? 1, $"the id '{Shown.Cut(unit.Id)}'", "1 to 200 letters without blanks around them"));
            }
            else if (!given.TryAdd(unit.Id, i))
            {
                findings.Add(new Finding(shown, row, columns?[i] ?? 1, $"the unit '{Shown.Cut(unit.Id)}' a second time", "each unit once"));
            }
        }

        if (units.Count > Most)
        {
            findings.Add(new Finding(shown, 0, 0, $"{units.Count} units", $"{Most} at most"));
        }

        return given;
    }

    private static UnitTree? Walk(IReadOnlyList<(Unit Unit, int Row)> units, IReadOnlyList<int>? columns, List<int>?[] children, List<int> tops, string shown, Findings findings)
    {
        var order = new Unit[units.Count];
        var index = new Dictionary<string, int>(units.Count, StringComparer.Ordinal);
        var parents = new int[units.Count];
        var ends = new int[units.Count];
        var path = new Stack<(int Unit, int Parent)>();
        var at = 0;
        for (var i = tops.Count - 1; i >= 0; i--)
        {
            path.Push((tops[i], -1));
        }

        while (path.TryPop(out var next))
        {
            order[at] = units[next.Unit].Unit;
            index[order[at].Id] = at;
            parents[at] = next.Parent;
            ends[at] = at + 1;
            var inside = children[next.Unit];
            for (var i = (inside?.Count ?? 0) - 1; i >= 0; i--)
            {
                path.Push((inside![i], at));
            }

            at++;
        }

        for (var i = 0; i < units.Count && at < units.Count; i++)
        {
            var (unit, row) = units[i];
            if (!index.ContainsKey(unit.Id))
            {
                findings.Add(new Finding(shown, row, columns?[i] ?? 2, $"the unit '{Shown.Cut(unit.Id)}', which lies in a circle of parents", "a chain of parents that ends at the top"));
            }
        }

        for (var i = at - 1; i >= 0; i--)
        {
            if (parents[i] >= 0)
            {
                ends[parents[i]] = Math.Max(ends[parents[i]], ends[i]);
            }
        }

        return findings.IsEmpty ? new UnitTree(order, index, parents, ends) : null;
    }
}
