using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads steps about persons: whether a vote is valid, who is elected, who takes the seats of a list.</summary>
internal static class PersonStepReader
{
    public static RequireStep? Require(YamlMap map, string id, LawScope scope)
    {
        var entry = map.Required("figure");
        var figure = entry?.Text("a figure");
        if (figure is not null && !scope.Figures.Contains(figure))
        {
            entry!.Fault("a figure: one of " + string.Join(", ", scope.Figures));
        }

        var limit = StepReader.LimitOf(map, scope);
        var otherwise = Otherwise(map);
        return figure is null || limit is null || otherwise is null ? null : new RequireStep(id, figure, limit, otherwise);
    }

    private static string? Otherwise(YamlMap map)
    {
        var entry = map.Required("otherwise");
        var text = entry?.Text("what follows");
        if (text is null or "repeat-election" or "repeat-vote")
        {
            return text;
        }

        entry!.Fault("repeat-election or repeat-vote");
        return null;
    }

    public static ElectStep? Elect(YamlMap map, string id, LawScope scope)
    {
        Limit? limit = null;
        if (map.Optional("by") is { } by)
        {
            if (by.Text("most-votes") is { } kind && kind != "most-votes")
            {
                by.Fault("most-votes");
            }
        }
        else
        {
            limit = StepReader.LimitOf(map, scope);
        }

        var runoff = map.Optional("runoff");
        if (runoff?.Text("top-two") is { } who && who != "top-two")
        {
            runoff.Fault("top-two");
        }

        var otherwise = Otherwise(map);
        var ties = StepReader.Ties(map);
        var name = StepReader.Name(map, "as", "seats");
        return otherwise is null ? null : new ElectStep(id, limit, runoff is not null, otherwise, ties, name);
    }

    public static Step? Fill(YamlMap map, string id, LawScope scope)
    {
        var by = map.Required("by");
        var who = by?.Text("who decides");
        if (who == "preference-votes")
        {
            return Prefer(map, id);
        }

        if (who is not null and not "party")
        {
            by!.Fault("party or preference-votes");
        }

        var within = map.Required("within");
        int? days = null;
        if (within?.Text("a number of days, such as 10 days") is { } text)
        {
            if (text.Split(' ') is [var number, "days" or "day"] && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1000)
            {
                days = n;
            }
            else
            {
                within.Fault("a number of days, such as 10 days");
            }
        }

        var otherwise = map.Required("otherwise");
        var alphabet = otherwise?.Text("an alphabet");
        if (alphabet is not null && !scope.Alphabets.ContainsKey(alphabet))
        {
            otherwise!.Fault(scope.Alphabets.Count == 0 ? "an alphabet under 'alphabets' at the top of the law" : "one of " + string.Join(", ", scope.Alphabets.Keys));
        }

        var seats = map.Optional("seats")?.Text("a table's name") ?? "seats";
        return days is null || alphabet is null ? null : new FillStep(id, seats, days.Value, alphabet);
    }

    /// <summary>Seats by the votes for persons, with or without a bar.</summary>
    private static PreferStep? Prefer(YamlMap map, string id)
    {
        var least = map.Optional("at-least");
        var more = map.Optional("more-than");
        PreferenceBar? bar = null;
        if (least is not null && more is not null)
        {
            map.Entry.Fault("both 'at-least' and 'more-than'", "one of them, such as at-least: 25%");
        }
        else if ((least ?? more)?.Share("a share of the list's votes or of a quota") is { } share)
        {
            var of = map.Required("of");
            var word = of?.Text("list or quota");
            if (word is not null and not ("list" or "quota"))
            {
                of!.Fault("list or quota");
            }

            var quota = word == "quota" && map.Required("quota") is { } named ? MethodReader.Quota(named) : null;
            bar = new PreferenceBar(share, more is not null, quota);
        }

        var seats = StepReader.Name(map, "seats", "seats");
        return new PreferStep(id, seats, bar, StepReader.Ties(map));
    }
}
