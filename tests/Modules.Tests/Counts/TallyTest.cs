using Mandate.Laws;
using Mandate.Modules.Tests.Results;
using Mandate.Results.Counts;
using Mandate.Results.Running;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Counts;

/// <summary>The tally against sums made one by one from a dictionary.</summary>
public class TallyTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void SetLoadAndRecount_OnRandomTrees_AreTheSumsOfTheProtocols(int depth)
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var chance = new Random((depth * 1000) + seed);
            var tree = Tree(chance, depth);
            var form = Sheet.Form("zz-precinct");
            var layout = new Layout(form.Figures, ["a", "b", "c"]);
            var tally = new Tally(tree, layout);
            var held = new Dictionary<int, (long[] Row, int Version)>();
            var reporting = Enumerable.Range(0, tree.Units.Count).Where(tree.Reports).ToList();
            for (var step = 0; step < 150; step++)
            {
                var unit = reporting[chance.Next(reporting.Count)];
                if (chance.Next(6) == 0)
                {
                    tally.Set(unit, new long[layout.Width], 0);
                    held.Remove(unit);
                }
                else
                {
                    var row = Enumerable.Range(0, layout.Width).Select(_ => chance.Next(9) == 0 ? Layout.Blank : chance.Next(7) == 0 ? 999_999_999L : chance.Next(2000)).ToArray();
                    held[unit] = (row, held.TryGetValue(unit, out var before) ? before.Version + 1 : 1);
                    tally.Set(unit, row, held[unit].Version);
                }
            }

            Holds(tally, tree, layout, held);
            var cold = new Tally(tree, layout);
            foreach (var (unit, (row, version)) in held)
            {
                cold.Load(unit, row, version);
            }

            cold.Recount();
            Holds(cold, tree, layout, held);
            cold.SameSums(tally).ShouldBeTrue();
            if (held.Count == 0)
            {
                continue;
            }

            var some = held.First();
            cold.Set(some.Key, [.. some.Value.Row.Select(v => v == 5 ? 6L : 5L)], 9);
            // A tree of units that all stand at the top has no sums but their own.
            cold.SameSums(tally).ShouldBe(depth == 1);
        }
    }

    private static void Holds(Tally tally, UnitTree tree, Layout layout, Dictionary<int, (long[] Row, int Version)> held)
    {
        for (var u = 0; u < tree.Units.Count; u++)
        {
            var inside = held.Where(h => Within(tree, h.Key, u)).Select(h => h.Value.Row).ToList();
            tally.Counted(u).ShouldBe(inside.Count);
            tally.Expected(u).ShouldBe(Enumerable.Range(0, tree.Units.Count).Count(r => tree.Reports(r) && Within(tree, r, u)));
            for (var c = 0; c < layout.RawWidth; c++)
            {
                tally.Sum(u, c).ShouldBe(inside.Where(r => r[c] >= 0).Sum(r => r[c]));
                tally.Known(u, c).ShouldBe(inside.Count(r => r[c] >= 0));
            }

            if (tree.Reports(u))
            {
                tally.Version(u).ShouldBe(held.TryGetValue(u, out var own) ? own.Version : 0);
            }
        }
    }

    private static bool Within(UnitTree tree, int unit, int above)
    {
        for (; unit >= 0; unit = tree.ParentOf(unit))
        {
            if (unit == above)
            {
                return true;
            }
        }

        return false;
    }

    private static UnitTree Tree(Random chance, int depth)
    {
        var units = new List<(Unit, int)>();
        for (var top = 0; top < chance.Next(1, 4); top++)
        {
            Grow(null, 1);
        }

        var findings = new Findings();
        // Parents may stand behind their children.
        var tree = UnitTree.Build([.. units.OrderBy(_ => chance.Next())], "made", findings);
        findings.All.ShouldBeEmpty();
        return tree!;

        void Grow(string? parent, int level)
        {
            var id = $"u{units.Count}";
            units.Add((new Unit(id, parent, "unit", id), units.Count));
            for (var child = level < depth && (level == 1 || chance.Next(4) > 0) ? chance.Next(1, 4) : 0; child > 0; child--)
            {
                Grow(id, level + 1);
            }
        }
    }
}
