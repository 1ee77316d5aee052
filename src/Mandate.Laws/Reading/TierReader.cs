using Mandate.Electoral;
using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads the tiers of a version and checks that each step finds the tables it reads.</summary>
internal static class TierReader
{
    private static readonly string[] BallotKinds = ["closed-list", "open-list", "single-member", "preferential", "plurality", "approval", "college", "appointment", "population"];

    public static IReadOnlyList<Tier> Read(YamlEntry? entry, LawScope scope, TierTexts texts)
    {
        var tiers = new List<Tier>();
        foreach (var item in entry?.List("a list of tiers") ?? [])
        {
            if (Tier(item, scope, texts, tiers) is { } tier)
            {
                if (tiers.Any(t => t.Id == tier.Id))
                {
                    item.Fault($"tier '{tier.Id}' a second time", "each tier once");
                }

                tiers.Add(tier);
            }
        }

        if (entry is { IsList: true } && tiers.Count == 0 && entry.Findings.IsEmpty)
        {
            entry.Fault("no tier", "at least one tier");
        }

        return tiers;
    }

    private static Tier? Tier(YamlEntry entry, LawScope scope, TierTexts texts, IReadOnlyList<Tier> earlier)
    {
        if (entry.Map("a tier: a mapping of id, name, seats, ballot and steps") is not { } map)
        {
            return null;
        }

        var id = map.Required("id")?.Id("an id of the tier");
        var name = map.Required("name")?.Words("the tier's name");
        var (seats, each) = Seats(map.Required("seats"));
        var ballot = Ballot(map.Required("ballot"));
        var nomination = Nomination(map.Optional("nomination"));
        var steps = new List<Step>();
        TermSum? result = null;
        var lines = new List<string>();
        foreach (var item in map.Optional("steps")?.List("a list of steps") ?? [])
        {
            if (result is not null)
            {
                item.Fault("a line after 'result'", "'result' as the last line of the steps");
            }

            if (IsResult(item))
            {
                result = Result(item, steps, earlier);
            }
            else if (StepReader.Read(item, scope) is { } step)
            {
                Connect(item, step, steps, earlier);
                steps.Add(step);
                lines.Add(item.AsLine[2..^2]);
            }
        }

        var fills = map.Optional("fills-seats")?.Flag("whether the tier's seats fill the chamber") ?? true;

        map.Close();
        if (id is null || name is null)
        {
            return null;
        }

        texts.Names[id] = name;
        texts.Lines[id] = lines;
        return new Tier(id, seats, each, ballot ?? new Ballot(string.Empty, null, null, false), steps) { Nomination = nomination, Result = result, Fills = fills };
    }

    /// <summary>A step may read what an earlier one writes; two may write the same table only where guards keep them apart.</summary>
    private static void Connect(YamlEntry entry, Step step, List<Step> earlier, IReadOnlyList<Tier> tiers)
    {
        Known(entry, step.Reads.Concat(step.When is { } g ? [g.Table] : []), earlier, tiers);

        foreach (var other in earlier)
        {
            if (step.Writes.Intersect(other.Writes).FirstOrDefault() is { } twice && (step.When is null || other.When is null))
            {
                entry.Fault($"the table '{twice}' written a second time", "a name of its own under 'as', or 'when' on both steps");
            }

            if (step.Id == other.Id && (step.When is null || other.When is null))
            {
                entry.Fault($"a second step '{step.Id}'", "an 'id' of its own, so that lots can name it");
            }
        }
    }

    /// <summary>Notes tables that nothing before writes; those of earlier tiers are named with the tier before them.</summary>
    private static void Known(YamlEntry entry, IEnumerable<string> tables, List<Step> earlier, IReadOnlyList<Tier> tiers)
    {
        var written = earlier.SelectMany(s => s.Writes)
            .Concat(tiers.SelectMany(t => t.Steps.SelectMany(s => s.Writes).Append(TermSum.AreaSeats).Select(w => $"{t.Id}.{w}"))).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables.Distinct().Where(t => !written.Contains(t)))
        {
            entry.Fault($"the table '{table}', which no earlier step writes", written.Count == 0 ? "a step that needs no table first" : "one of " + string.Join(", ", written));
        }
    }

    private static bool IsResult(YamlEntry item) => item.IsMap && item.Map(string.Empty)?.Keys.SequenceEqual(["result"]) == true;

    /// <summary>The last line of some tiers: which tables together are the seats.</summary>
    private static TermSum? Result(YamlEntry item, List<Step> steps, IReadOnlyList<Tier> tiers)
    {
        if (!IsResult(item) || item.Map(string.Empty) is not { } map)
        {
            return null;
        }

        var entry = map.Required("result");
        var sum = StepReader.Tables(entry);
        if (sum is not null)
        {
            Known(entry!, sum.Names, steps, tiers);
        }

        return sum;
    }

    private static (int? Seats, int? Each) Seats(YamlEntry? entry)
    {
        if (entry is null)
        {
            return (null, null);
        }

        if (entry.IsMap)
        {
            var map = entry.Map(string.Empty)!;
            var each = map.Required("each-constituency")?.Number(1, Apportionment.LargestHouse, "seats");
            map.Close();
            return (null, each);
        }

        if (entry.Text("seats") == "areas")
        {
            return (null, null);
        }

        const string expected = "seats, 'areas' where the election's areas.csv has them, or each-constituency";
        return (entry.Number(1, Apportionment.LargestHouse, expected), null);
    }

    private static Ballot? Ballot(YamlEntry? entry)
    {
        if (entry?.Map("a ballot: a mapping of kind, area, college and against-all") is not { } map)
        {
            return null;
        }

        var kind = map.Required("kind");
        var text = kind?.Text("a kind of ballot");
        if (text is not null && !BallotKinds.Contains(text))
        {
            kind!.Fault("one of " + string.Join(", ", BallotKinds));
        }

        var area = map.Optional("area")?.Text("an area");
        var college = map.Optional("college")?.Text("who votes");
        var against = map.Optional("against-all")?.Flag("whether the ballot has against all");
        map.Close();
        return new Ballot(text ?? string.Empty, area, college, against ?? false);
    }

    private static Nomination? Nomination(YamlEntry? entry)
    {
        if (entry?.Map("a mapping of longest-list and representation") is not { } map)
        {
            return null;
        }

        var longest = map.Optional("longest-list")?.Share("the longest list as a share of the seats");
        RepresentationQuota? quota = null;
        if (map.Optional("representation")?.Map("a mapping of at-least, groups, seats-too and article") is { } rep)
        {
            var least = rep.Required("at-least")?.Share("a share of the list");
            var groups = rep.Required("groups")?.List("a list of groups").Select(g => g.Id("a group")).OfType<string>().ToList() ?? [];
            var seats = rep.Optional("seats-too")?.Flag("whether it binds the seats too") ?? false;
            quota = new RepresentationQuota(least ?? Ratio.Zero, groups, seats, LawReader.Article(rep));
            rep.Close();
        }

        map.Close();
        return new Nomination(longest, quota);
    }
}

/// <summary>What people read of tiers: their names, and each step as the law file writes it.</summary>
internal sealed class TierTexts
{
    public Dictionary<string, Words> Names { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<string>> Lines { get; } = new(StringComparer.Ordinal);
}
