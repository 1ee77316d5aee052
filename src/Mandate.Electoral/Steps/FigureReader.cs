namespace Mandate.Electoral.Steps;

/// <summary>Works out figures from what is known, and says what is missing.</summary>
internal static class FigureReader
{
    private const int Deepest = 8;

    /// <summary>A figure of a place. Figures never change during a run, so each is worked out once.</summary>
    public static FigureValue Read(TierRun run, Place place, string name)
    {
        if (!run.Figures.TryGetValue((place, name), out var value))
        {
            run.Figures[(place, name)] = value = Read(run, place, name, 0);
        }

        return value;
    }

    private static FigureValue Read(TierRun run, Place place, string name, int depth)
    {
        if (place.Figures.TryGetValue(name, out var given))
        {
            return new FigureValue(given, []);
        }

        // Where some constituencies publish it, each is read by itself: its own figure, or what the law says in its place.
        if (place.Parts.Count > 1 && place.Parts.Any(p => p.Figures.ContainsKey(name)))
        {
            return Parts(run, place, name, depth);
        }

        if (name == "votes")
        {
            return Votes(run, place);
        }

        if (run.Rules.Figures.FirstOrDefault(f => f.Name == name) is not { } rule || depth == Deepest)
        {
            return Parts(run, place, name, depth);
        }

        // The first way that is fully known; failing that, the one that lacks least.
        FigureValue? best = null;
        foreach (var way in rule.Ways)
        {
            var value = Sum(run, place, way, depth + 1);
            if (value.IsKnown)
            {
                return value;
            }

            best = best is null || value.Missing.Count < best.Missing.Count ? value : best;
        }

        return best ?? new FigureValue(0, [(1, $"{run.Tier.Id}/{place.Id}:{name}")]);
    }

    public static FigureValue Sum(TierRun run, Place place, FigureSum sum, int depth = 0)
    {
        long known = 0;
        var missing = new List<(int, string)>();
        foreach (var (sign, name) in sum.Terms)
        {
            var value = Read(run, place, name, depth);
            known += sign * value.Known;
            missing.AddRange(value.Missing.Select(m => (sign * m.Sign, m.Fact)));
        }

        return new FigureValue(known, missing);
    }

    /// <summary>Relations that fail, and equalities that leave something for their one unknown figure.</summary>
    public static IReadOnlyList<RelationResult> Check(TierRun run, Place place)
    {
        var results = new List<RelationResult>();
        foreach (var relation in run.Rules.Relations)
        {
            var left = Sum(run, place, relation.Left);
            var right = Sum(run, place, relation.Right);
            var missing = left.Missing.Concat(right.Missing).ToList();
            var holds = relation.Equal ? left.Known == right.Known : left.Known <= right.Known;
            if (missing.Count == 0 ? !holds : BreaksOrLeaves(relation, left, right, missing))
            {
                results.Add(new RelationResult(relation, left.Known, right.Known, missing.Count == 0 ? null : missing[0].Fact));
            }
        }

        return results;
    }

    /// <summary>The votes for all options of the ballots, against all among them.</summary>
    private static FigureValue Votes(TierRun run, Place place)
    {
        if (place.Contenders.Count == 0)
        {
            return new FigureValue(0, [(1, $"{run.Tier.Id}/{place.Id}:votes")]);
        }

        long known = 0;
        var missing = new List<(int, string)>();
        foreach (var part in place.Parts)
        {
            known += part.Contenders.Where(c => part.Votes.ContainsKey(c.Id)).Sum(c => part.Votes[c.Id]);
            missing.AddRange(part.Contenders.Where(c => !part.Votes.ContainsKey(c.Id)).Select(c => (1, $"{run.Tier.Id}/{part.Id}:votes.{c.Id}")));
        }

        return new FigureValue(known, missing);
    }

    /// <summary>A figure that is published for the constituencies only.</summary>
    private static FigureValue Parts(TierRun run, Place place, string name, int depth)
    {
        if (place.Parts.Count == 1 || depth == Deepest)
        {
            return new FigureValue(0, [(1, $"{run.Tier.Id}/{place.Id}:{name}")]);
        }

        var values = run.Within(place, Areas.Constituency).Select(p => Read(run, p, name, depth + 1)).ToList();
        return new FigureValue(values.Sum(v => v.Known), [.. values.SelectMany(v => v.Missing)]);
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
