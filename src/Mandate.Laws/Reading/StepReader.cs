using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads one step: a mapping of the step's word to its arguments.</summary>
internal static class StepReader
{
    private static readonly string[] StepWords = ["admit", "join", "allocate", "correct", "require", "elect", "fill"];

    private static readonly Dictionary<string, TieRule> TieRules = new(StringComparer.Ordinal)
    {
        ["earliest-registered"] = TieRule.EarliestRegistered,
        ["more-votes"] = TieRule.MoreVotes,
        ["fewer-votes"] = TieRule.FewerVotes,
        ["lot"] = TieRule.Lot,
        ["repeat-vote"] = TieRule.RepeatVote,
    };

    public static Step? Read(YamlEntry entry, LawScope scope)
    {
        var expected = "a step: one of " + string.Join(", ", StepWords);
        if (entry.Map(expected) is not { } outer)
        {
            return null;
        }

        var word = outer.Keys.FirstOrDefault();
        if (word is null || outer.Keys.Count() != 1 || !StepWords.Contains(word))
        {
            entry.Fault(word is null ? "an empty mapping" : "'" + string.Join("', '", outer.Keys) + "'", expected);
            return null;
        }

        if (outer.Required(word)?.Map($"the arguments of '{word}'") is not { } map)
        {
            return null;
        }

        var id = map.Optional("id")?.Id("an id of the step") ?? word;
        var article = LawReader.Article(map);
        var when = When(map.Optional("when"));
        Step? step = word switch
        {
            "admit" => Admit(map, id, scope),
            "join" => Join(map, id),
            "allocate" => Allocate(map, id),
            "correct" => Correct(map, id),
            "require" => Require(map, id, scope),
            "elect" => Elect(map, id, scope),
            "fill" => Fill(map, id, scope),
            _ => throw new InvalidOperationException($"Bug in StepReader: word '{word}'."),
        };
        map.Close();
        return step is null ? null : step with { Article = article, When = when };
    }

    private static Guard? When(YamlEntry? entry)
    {
        const string expected = "a condition: a table, 'not' and a table, or count(table) = n";
        if (entry?.Text(expected) is not { } text)
        {
            return null;
        }

        var guard = Guard.Parse(text);
        if (guard is null)
        {
            entry.Fault(expected);
        }

        return guard;
    }

    private static string Name(YamlMap map, string key, string otherwise) => map.Optional(key)?.Text("a table's name") ?? otherwise;

    private static string? Named(YamlMap map, string key) => map.Required(key)?.Text("a table's name");

    private static Limit? LimitOf(YamlMap map, LawScope scope)
    {
        var least = map.Optional("at-least");
        var more = map.Optional("more-than");
        var of = map.Required("of");
        if (least is null == more is null)
        {
            map.Entry.Fault(least is null ? "no 'at-least' and no 'more-than'" : "both 'at-least' and 'more-than'", "one of them, such as at-least: 7%");
            return null;
        }

        var share = (least ?? more)!.Share("a share");
        var figure = of?.Text("a figure");
        if (figure is not null && !scope.Figures.Contains(figure))
        {
            of!.Fault("a figure: one of " + string.Join(", ", scope.Figures));
        }

        if (share > 1)
        {
            (least ?? more)!.Fault("a share of at most the whole");
        }

        return share is null || figure is null ? null : new Limit(share.Value, more is not null, figure);
    }

    private static AdmitStep? Admit(YamlMap map, string id, LawScope scope)
    {
        var limit = LimitOf(map, scope);
        var name = Named(map, "as");
        return limit is null || name is null ? null : new AdmitStep(id, limit, name);
    }

    private static JoinStep? Join(YamlMap map, string id)
    {
        var to = Named(map, "to");
        var add = map.Required("add");
        if (add?.Text("who joins") is { } who && who != JoinStep.RunnerUp)
        {
            add.Fault(JoinStep.RunnerUp);
        }

        var name = Named(map, "as");
        return to is null || name is null ? null : new JoinStep(id, to, name);
    }

    private static Step? Allocate(YamlMap map, string id)
    {
        var name = Name(map, "as", "seats");
        var among = map.Optional("among")?.Text("a table's name");
        var method = MethodOf(map);
        if (map.Optional("to") is not { } to)
        {
            var from = map.Optional("remainders-from")?.Share("a share of the quota");
            var ties = Ties(map);
            if (from is not null && method is not null && method != QuotaMethod.Hare)
            {
                map.Entry.Fault($"'remainders-from' with {method.Name}", "quota: hare");
            }

            return method is null ? null : new AllocateStep(id, method, among, ties, name) { RemaindersFrom = from };
        }

        var served = to.Text("a table's name");
        var factor = map.Required("whole-part")?.Share("what the quotient is multiplied by");
        var least = map.Required("at-least")?.Number(0, Apportionment.LargestHouse, "the fewest seats");
        var rest = Named(map, "rest-to");
        if (among is null)
        {
            map.Required("among");
        }

        if (method is not null && method != QuotaMethod.Hare)
        {
            map.Entry.Fault($"'to' with {method.Name}", "quota: hare");
        }

        return served is null || factor is null || least is null || rest is null || among is null
            ? null
            : new PartStep(id, among, served, factor.Value, least.Value, rest, name);
    }

    private static Method? MethodOf(YamlMap map)
    {
        var quota = map.Optional("quota");
        var divisors = map.Optional("divisors");
        var remainders = map.Optional("remainders");
        if (quota is null == divisors is null)
        {
            map.Entry.Fault(quota is null ? "no 'quota' and no 'divisors'" : "both 'quota' and 'divisors'", "one of them");
            return null;
        }

        if (remainders?.Text("largest") is { } kind && kind != "largest")
        {
            remainders.Fault("largest");
        }

        var entry = (quota ?? divisors)!;
        var text = entry.IsList ? string.Join(',', entry.List(string.Empty).Select(e => e.Text("a divisor"))) : entry.Text("a method");
        var isQuota = quota is not null;
        if (text is not null && Method.TryParse(isQuota && text is "hagenbach-bischoff" or "imperiali" && isQuota ? text + "-quota" : text, out var method, out var expected) && method is QuotaMethod == isQuota)
        {
            return method;
        }

        if (text is not null)
        {
            entry.Fault(isQuota
                ? "hare, droop, hagenbach-bischoff or imperiali"
                : "one of " + string.Join(", ", Method.Named.OfType<DivisorMethod>().Select(m => m.Name)) + ", or at least two rising divisors in a list");
        }

        return null;
    }

    private static List<TieRule> Ties(YamlMap map)
    {
        var rules = new List<TieRule>();
        foreach (var entry in map.Optional("ties")?.OneOrMore() ?? [])
        {
            if (entry.Text("a rule for ties") is { } text)
            {
                if (TieRules.TryGetValue(text, out var rule))
                {
                    rules.Add(rule);
                }
                else
                {
                    entry.Fault("a rule for ties: one of " + string.Join(", ", TieRules.Keys));
                }
            }
        }

        return rules;
    }

    private static CorrectStep? Correct(YamlMap map, string id)
    {
        var seats = Named(map, "absolute-majority");
        var name = Named(map, "as");
        var ties = Ties(map);
        return seats is null || name is null ? null : new CorrectStep(id, seats, ties, name);
    }

    private static RequireStep? Require(YamlMap map, string id, LawScope scope)
    {
        var entry = map.Required("figure");
        var figure = entry?.Text("a figure");
        if (figure is not null && !scope.Figures.Contains(figure))
        {
            entry!.Fault("a figure: one of " + string.Join(", ", scope.Figures));
        }

        var limit = LimitOf(map, scope);
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

    private static ElectStep? Elect(YamlMap map, string id, LawScope scope)
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
            limit = LimitOf(map, scope);
        }

        var runoff = map.Optional("runoff");
        if (runoff?.Text("top-two") is { } who && who != "top-two")
        {
            runoff.Fault("top-two");
        }

        var otherwise = Otherwise(map);
        var ties = Ties(map);
        var name = Name(map, "as", "seats");
        return otherwise is null ? null : new ElectStep(id, limit, runoff is not null, otherwise, ties, name);
    }

    private static FillStep? Fill(YamlMap map, string id, LawScope scope)
    {
        var by = map.Required("by");
        if (by?.Text("who decides") is { } who && who != "party")
        {
            by.Fault("party");
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

        var seats = Name(map, "seats", "seats");
        return days is null || alphabet is null ? null : new FillStep(id, seats, days.Value, alphabet);
    }
}
