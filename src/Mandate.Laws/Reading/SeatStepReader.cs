using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads steps that give seats to lists, groups and areas.</summary>
internal static class SeatStepReader
{
    public static JoinStep? Join(YamlMap map, string id)
    {
        var to = StepReader.Read(map, "to");
        var add = map.Required("add");
        if (add?.Text("who joins") is { } who && who != JoinStep.RunnerUp)
        {
            add.Fault(JoinStep.RunnerUp);
        }

        var name = StepReader.Named(map, "as");
        return to is null || name is null ? null : new JoinStep(id, to, name);
    }

    public static UniteStep? Unite(YamlMap map, string id)
    {
        var groups = map.Required("groups")?.Id("the kind of groups");
        var among = map.Optional("among")?.Text("a table's name");
        var needs = map.Optional("needs");
        var word = needs?.Text("all or any");
        if (word is not null and not ("all" or "any"))
        {
            needs!.Fault("all or any");
        }

        var name = StepReader.Named(map, "as");
        return groups is null || name is null ? null : new UniteStep(id, groups, among, word == "all", name);
    }

    public static SizeStep? Size(YamlMap map, string id, LawScope scope)
    {
        var kind = StepReader.Kind(map.Required("areas"));
        var by = map.Required("by");
        var figure = by?.Text("a figure");
        if (figure is not null && !scope.Figures.Contains(figure))
        {
            by!.Fault("a figure: one of " + string.Join(", ", scope.Figures));
        }

        var seats = StepReader.Sum(map.Optional("seats")) ?? TermSum.Parse(TermSum.AreaSeats)!;
        var method = MethodReader.Read(map);
        var least = map.Optional("minimum")?.Number(0, Apportionment.LargestHouse, "the fewest seats of an area") ?? 0;
        var ties = TiesOfAreas(map);
        var name = StepReader.Named(map, "as");
        return kind is null || figure is null || method is null || name is null ? null : new SizeStep(id, kind, figure, method, seats, least, ties, name);
    }

    public static DistributeStep? Distribute(YamlMap map, string id)
    {
        var seats = StepReader.Tables(map.Required("seats"));
        var to = map.Required("to");
        var members = to?.Text("members, or a kind of area") == "members";
        var kind = members ? null : StepReader.Kind(to);
        var method = MethodReader.Read(map);
        var name = StepReader.Name(map, "as", "seats");
        var among = map.Optional("among");
        var held = map.Optional("held");
        var further = map.Optional("further");
        var excess = map.Optional("excess");
        var word = excess?.Text("enlarge");
        if (word is not null and not "enlarge")
        {
            excess!.Fault("enlarge, or nothing where seats held are the start of the count");
        }

        foreach (var (key, idle) in members ? new[] { ("held", held), ("further", further), ("excess", excess) } : [("among", among)])
        {
            if (idle is not null && to is not null)
            {
                map.Entry.Fault($"'{key}' with 'to: {to.Text(string.Empty)}'", members ? "an area as 'to', or no such key: members hold no seats before" : "members as 'to', or no such key: a list's areas are not chosen among lists");
            }
        }

        if (excess is not null && held is null && !members)
        {
            map.Entry.Fault("'excess' without 'held'", "the table of seats held");
        }

        var ties = members ? StepReader.Ties(map) : TiesOfAreas(map);
        return method is null || seats is null ? null : new DistributeStep(id, seats, kind, method, name)
        {
            Among = among?.Text("a table's name"),
            Held = held?.Text("a table's name"),
            Further = StepReader.New(further),
            Enlarge = word is not null,
            Ties = ties,
        };
    }

    public static LevelStep? Level(YamlMap map, string id)
    {
        var seats = StepReader.Tables(map.Required("seats"));
        var kind = StepReader.Kind(map.Required("to"));
        var each = map.Optional("each")?.Number(1, Apportionment.LargestHouse, "levelling seats of each area");
        var method = MethodReader.Read(map);
        if (method is QuotaMethod)
        {
            map.Entry.Fault("'quota' in a levelling", "divisors");
        }
        else if (method is DivisorMethod way && !StepReader.Compares(way))
        {
            map.Entry.Fault($"'{way.Name}' in a levelling", "divisors above 0, since areas without a seat are compared too");
        }

        var held = StepReader.Read(map, "held");
        var average = StepReader.Sum(map.Optional("votes-per"));
        var ties = TiesOfAreas(map);
        var name = StepReader.Named(map, "as");
        return seats is null || kind is null || method is not DivisorMethod divisors || held is null || name is null
            ? null
            : new LevelStep(id, seats, kind, each, divisors, held, average, ties, name);
    }

    public static BonusStep? Bonus(YamlMap map, string id)
    {
        var seats = StepReader.Sum(map.Required("seats"));
        var to = map.Required("to");
        if (to?.Text("largest") is { } who && who != "largest")
        {
            to.Fault("largest");
        }

        var among = map.Optional("among")?.Text("a table's name");
        var votes = map.Optional("votes")?.Text("a table's name");
        var ties = StepReader.Ties(map);
        var name = StepReader.Named(map, "as");
        return seats is null || name is null ? null : new BonusStep(id, seats, among, votes, ties, name);
    }

    /// <summary>Rules for ties between areas, which are registered nowhere.</summary>
    private static List<TieRule> TiesOfAreas(YamlMap map)
    {
        var rules = StepReader.Ties(map);
        if (rules.Contains(TieRule.EarliestRegistered))
        {
            map.Optional("ties")!.Fault("'earliest-registered' between areas", "a rule that areas can meet: more-votes, fewer-votes, lot or repeat-vote");
        }

        return rules;
    }

    public static CorrectStep? Correct(YamlMap map, string id)
    {
        var seats = StepReader.Read(map, "absolute-majority");
        var name = StepReader.Named(map, "as");
        var ties = StepReader.Ties(map);
        return seats is null || name is null ? null : new CorrectStep(id, seats, ties, name);
    }
}
