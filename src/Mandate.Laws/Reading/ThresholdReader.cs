using Mandate.Electoral;
using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads the step <c>admit</c>: one condition, or several under <c>any-of</c> and <c>all-of</c>.</summary>
internal static class ThresholdReader
{
    private const string Expected = "a condition: at-least or more-than with 'of', quotas, won, tag, parties, in, any-of or all-of";

    public static AdmitStep? Admit(YamlMap map, string id, LawScope scope)
    {
        var threshold = Condition(map, scope);
        var among = map.Optional("among")?.Text("a table's name");
        var votes = map.Optional("votes")?.Text("a table's name");
        var name = StepReader.Named(map, "as");
        return threshold is null || name is null ? null : new AdmitStep(id, threshold, name) { Among = among, VotesFrom = votes };
    }

    private static Threshold? Condition(YamlMap map, LawScope scope)
    {
        if (map.Optional("any-of") is { } any)
        {
            return Several(any, false, scope);
        }

        if (map.Optional("all-of") is { } all)
        {
            return Several(all, true, scope);
        }

        if (map.Optional("quotas") is { } quotas)
        {
            return Quotas(map, quotas, scope);
        }

        if (map.Optional("won") is { } won)
        {
            var tables = StepReader.Tables(won);
            var least = map.Required("at-least")?.Number(1, 100_000, "seats");
            return tables is null || least is null ? null : new Threshold.Won(tables, least.Value);
        }

        if (map.Optional("tag") is { } tag)
        {
            return tag.Id("a mark the election gives lists") is { } mark ? new Threshold.Tagged(mark) : null;
        }

        if (map.Optional("parties") is { } parties)
        {
            return Parties(parties);
        }

        if (map.Optional("in") is { } table)
        {
            return table.Text("a table's name") is { } name ? new Threshold.Member(name) : null;
        }

        if (map.Optional("at-least") is null && map.Optional("more-than") is null)
        {
            // What a share is of, and where, is asked for so that it is not called a key too many.
            _ = (map.Optional("of"), map.Optional("at"));
            map.Entry.Fault("no condition", Expected);
            return null;
        }

        var limit = StepReader.LimitOf(map, scope);
        var where = Where(map.Optional("at"));
        return limit is null ? null : new Threshold.Share(limit, where);
    }

    private static Threshold.Joined? Several(YamlEntry entry, bool every, LawScope scope)
    {
        var parts = new List<Threshold>();
        foreach (var item in entry.List("a list of conditions"))
        {
            if (item.Map(Expected) is { } map)
            {
                if (Condition(map, scope) is { } part)
                {
                    parts.Add(part);
                }

                map.Close();
            }
        }

        if (parts.Count > 0)
        {
            return new Threshold.Joined(every, parts);
        }

        entry.Fault("no condition", Expected);
        return null;
    }

    private static Threshold.Quotas? Quotas(YamlMap map, YamlEntry entry, LawScope scope)
    {
        var least = entry.Share("a number of quotas, such as 1 or 3/4");
        var quota = map.Required("quota") is { } named ? MethodReader.Quota(named) : null;
        var of = map.Optional("of");
        var figure = of?.Text("a figure") ?? "votes";
        if (of is not null && !scope.Figures.Contains(figure))
        {
            of.Fault("a figure: one of " + string.Join(", ", scope.Figures));
        }

        var seats = StepReader.Sum(map.Optional("seats"));
        var where = Where(map.Optional("at"));
        return least is null || quota is null ? null : new Threshold.Quotas(quota, least.Value, figure, seats, where);
    }

    private static Threshold.Parties? Parties(YamlEntry entry)
    {
        const string expected = "a number of parties, such as 2, or 3+ for three or more";
        var text = entry.Text(expected);
        if (text is null)
        {
            return null;
        }

        var open = text.EndsWith('+');
        if (int.TryParse(open ? text[..^1] : text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000)
        {
            return new Threshold.Parties(number, open ? null : number);
        }

        entry.Fault(expected);
        return null;
    }

    /// <summary>Where a share is measured: <c>nation</c>, a kind of area around the place, or so many areas inside it.</summary>
    private static Reach? Where(YamlEntry? entry)
    {
        const string expected = "nation, a kind of area, any and a kind of area, or a number and a kind of area, such as 2 province";
        if (entry?.Text(expected) is not { } text)
        {
            return null;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var kind] && TermSum.IsName(kind))
        {
            return new Reach(kind, 1);
        }

        if (words is [var count, var of] && TermSum.IsName(of))
        {
            if (count == "any")
            {
                return new Reach(of, 1);
            }

            if (int.TryParse(count, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000)
            {
                return new Reach(of, number);
            }
        }

        entry.Fault(expected);
        return null;
    }
}
