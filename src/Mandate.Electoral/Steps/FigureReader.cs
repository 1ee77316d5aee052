namespace Mandate.Electoral.Steps;

/// <summary>Works out figures from what is known, and says what is missing.</summary>
internal static class FigureReader
{
    private const int Deepest = 8;

    public static FigureValue Read(Rules rules, string contest, ConstituencyInput area, string name, int depth = 0)
    {
        if (area.Figures.TryGetValue(name, out var given))
        {
            return new FigureValue(given, []);
        }

        if (name == "votes")
        {
            if (area.Contenders.Count == 0)
            {
                return new FigureValue(0, [(1, $"{contest}/{area.Id}:votes")]);
            }

            var counted = area.Contenders.Where(c => area.Votes.ContainsKey(c.Id)).Sum(c => area.Votes[c.Id]);
            var unknown = area.Contenders.Where(c => !area.Votes.ContainsKey(c.Id)).Select(c => (1, $"{contest}/{area.Id}:votes.{c.Id}"));
            return new FigureValue(counted, [.. unknown]);
        }

        if (rules.Figures.FirstOrDefault(f => f.Name == name) is not { } rule || depth == Deepest)
        {
            return new FigureValue(0, [(1, $"{contest}/{area.Id}:{name}")]);
        }

        // The first way that is fully known; failing that, the one that lacks least.
        FigureValue? best = null;
        foreach (var way in rule.Ways)
        {
            var value = Sum(rules, contest, area, way, depth + 1);
            if (value.IsKnown)
            {
                return value;
            }

            best = best is null || value.Missing.Count < best.Missing.Count ? value : best;
        }

        return best ?? new FigureValue(0, [(1, $"{contest}/{area.Id}:{name}")]);
    }

    public static FigureValue Sum(Rules rules, string contest, ConstituencyInput area, FigureSum sum, int depth = 0)
    {
        long known = 0;
        var missing = new List<(int, string)>();
        foreach (var (sign, name) in sum.Terms)
        {
            var value = Read(rules, contest, area, name, depth);
            known += sign * value.Known;
            missing.AddRange(value.Missing.Select(m => (sign * m.Sign, m.Fact)));
        }

        return new FigureValue(known, missing);
    }

    /// <summary>Relations that fail, and equalities that leave something for their one unknown figure.</summary>
    public static IReadOnlyList<RelationResult> Check(Rules rules, string contest, ConstituencyInput area)
    {
        var results = new List<RelationResult>();
        foreach (var relation in rules.Relations)
        {
            var left = Sum(rules, contest, area, relation.Left);
            var right = Sum(rules, contest, area, relation.Right);
            var missing = left.Missing.Concat(right.Missing).ToList();
            var holds = relation.Equal ? left.Known == right.Known : left.Known <= right.Known;
            if (missing.Count == 0 ? !holds : BreaksOrLeaves(relation, left, right, missing))
            {
                results.Add(new RelationResult(relation, left.Known, right.Known, missing.Count == 0 ? null : missing[0].Fact));
            }
        }

        return results;
    }

    private static bool BreaksOrLeaves(Relation relation, FigureValue left, FigureValue right, List<(int Sign, string Fact)> missing)
    {
        // Counts are never negative: a side whose unknown parts can only add to it already exceeds the other, or does not.
        var rightKnown = right.IsKnown;
        var leftOnlyGrows = left.Missing.All(m => m.Sign > 0);
        var exceeds = rightKnown && leftOnlyGrows && left.Known > right.Known;
        var leaves = relation.Equal && missing.Count == 1 && left.IsKnown && left.Known != right.Known;
        return exceeds || leaves;
    }
}
