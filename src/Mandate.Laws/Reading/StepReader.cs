using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads one step: a mapping of the step's word to its arguments.</summary>
internal static class StepReader
{
    private static readonly string[] StepWords = ["admit", "join", "unite", "size", "weigh", "allocate", "distribute", "level", "matrix", "bonus", "correct", "require", "elect", "transfer", "fill"];

    private static readonly Dictionary<string, TieRule> TieRules = new(StringComparer.Ordinal)
    {
        ["earliest-registered"] = TieRule.EarliestRegistered,
        ["more-votes"] = TieRule.MoreVotes,
        ["fewer-votes"] = TieRule.FewerVotes,
        ["list-order"] = TieRule.ListOrder,
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
        var place = For(map.Optional("for"));
        Step? step = word switch
        {
            "admit" => ThresholdReader.Admit(map, id, scope),
            "join" => Join(map, id),
            "unite" => Unite(map, id),
            "size" => Size(map, id, scope),
            "allocate" => AllocateReader.Read(map, id, scope),
            "distribute" => Distribute(map, id),
            "level" => Level(map, id),
            "weigh" => MatrixReader.Weigh(map, id),
            "matrix" => MatrixReader.Matrix(map, id),
            "bonus" => Bonus(map, id),
            "correct" => Correct(map, id),
            "require" => Require(map, id, scope),
            "elect" => Elect(map, id, scope),
            "transfer" => TransferReader.Read(map, id),
            "fill" => Fill(map, id, scope),
            _ => throw new InvalidOperationException($"Bug in StepReader: word '{word}'."),
        };
        map.Close();
        return step is null ? null : step with { Article = article, When = when, For = place };
    }

    /// <summary>Where a step is carried out: <c>nation</c>, or <c>each</c> and a kind of area.</summary>
    private static string? For(YamlEntry? entry)
    {
        const string expected = "nation, each constituency, or each and a kind of area, such as each land";
        if (entry?.Text(expected) is not { } text)
        {
            return null;
        }

        if (text == "nation")
        {
            return text;
        }

        if (text.Split(' ') is ["each", var kind] && TermSum.IsName(kind))
        {
            return kind;
        }

        entry.Fault(expected);
        return null;
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

    /// <summary>The name of a table the step writes, or the one it has when none is given.</summary>
    internal static string Name(YamlMap map, string key, string otherwise) => New(map.Optional(key)) ?? otherwise;

    /// <summary>The name of a table the step must write.</summary>
    internal static string? Named(YamlMap map, string key) => New(map.Required(key));

    /// <summary>A name that later steps can read: a point would make it a table of another tier.</summary>
    internal static string? New(YamlEntry? entry)
    {
        const string expected = "a table's name: lower-case letters, digits, - and _, a letter first";
        if (entry?.Text(expected) is not { } text || (TermSum.IsName(text) && !text.Contains('.', StringComparison.Ordinal)))
        {
            return entry?.IsText == true ? entry.Text(expected) : null;
        }

        entry.Fault(expected);
        return null;
    }

    /// <summary>The table a step reads; whether it is written is asked when steps are put together.</summary>
    internal static string? Read(YamlMap map, string key) => map.Required(key)?.Text("a table's name");

    internal static Limit? LimitOf(YamlMap map, LawScope scope)
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

    private static JoinStep? Join(YamlMap map, string id)
    {
        var to = Read(map, "to");
        var add = map.Required("add");
        if (add?.Text("who joins") is { } who && who != JoinStep.RunnerUp)
        {
            add.Fault(JoinStep.RunnerUp);
        }

        var name = Named(map, "as");
        return to is null || name is null ? null : new JoinStep(id, to, name);
    }

    /// <summary>A sum of numbers and tables; null where it is absent or, after a finding, wrong.</summary>
    internal static TermSum? Sum(YamlEntry? entry)
    {
        const string expected = "a sum of numbers and tables, such as 349 - fixed(not national)";
        if (entry?.Text(expected) is not { } text)
        {
            return null;
        }

        var sum = TermSum.Parse(text);
        if (sum is null)
        {
            entry.Fault(expected);
        }

        return sum;
    }

    /// <summary>A sum of tables, list by list; numbers have no lists.</summary>
    internal static TermSum? Tables(YamlEntry? entry)
    {
        var sum = Sum(entry);
        if (sum is not null && sum.Terms.FirstOrDefault(t => t.Name is null) is { } number)
        {
            entry!.Fault($"the number {number}", "tables alone, such as fixed + levelling");
            return null;
        }

        return sum;
    }

    /// <summary>Whether quotients by these divisors can be compared as they are: none is 0, none is a square root.</summary>
    internal static bool Compares(DivisorMethod method) => method.Rule == DivisorRule.Arithmetic && method.Divisor(0) > 0;

    /// <summary>A kind of area.</summary>
    internal static string? Kind(YamlEntry? entry)
    {
        if (entry?.Text("a kind of area, such as constituency") is not { } text || TermSum.IsName(text))
        {
            return entry?.IsText == true ? entry.Text(string.Empty) : null;
        }

        entry.Fault("a kind of area, such as constituency");
        return null;
    }

    private static UniteStep? Unite(YamlMap map, string id)
    {
        var groups = map.Required("groups")?.Id("the kind of groups");
        var among = map.Optional("among")?.Text("a table's name");
        var needs = map.Optional("needs");
        var word = needs?.Text("all or any");
        if (word is not null and not ("all" or "any"))
        {
            needs!.Fault("all or any");
        }

        var name = Named(map, "as");
        return groups is null || name is null ? null : new UniteStep(id, groups, among, word == "all", name);
    }

    private static SizeStep? Size(YamlMap map, string id, LawScope scope)
    {
        var kind = Kind(map.Required("areas"));
        var by = map.Required("by");
        var figure = by?.Text("a figure");
        if (figure is not null && !scope.Figures.Contains(figure))
        {
            by!.Fault("a figure: one of " + string.Join(", ", scope.Figures));
        }

        var seats = Sum(map.Optional("seats")) ?? TermSum.Parse(TermSum.AreaSeats)!;
        var method = MethodReader.Read(map);
        var least = map.Optional("minimum")?.Number(0, Apportionment.LargestHouse, "the fewest seats of an area") ?? 0;
        var ties = TiesOfAreas(map);
        var name = Named(map, "as");
        return kind is null || figure is null || method is null || name is null ? null : new SizeStep(id, kind, figure, method, seats, least, ties, name);
    }

    private static DistributeStep? Distribute(YamlMap map, string id)
    {
        var seats = Tables(map.Required("seats"));
        var to = map.Required("to");
        var members = to?.Text("members, or a kind of area") == "members";
        var kind = members ? null : Kind(to);
        var method = MethodReader.Read(map);
        var name = Name(map, "as", "seats");
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

        var ties = members ? Ties(map) : TiesOfAreas(map);
        return method is null || seats is null ? null : new DistributeStep(id, seats, kind, method, name)
        {
            Among = among?.Text("a table's name"),
            Held = held?.Text("a table's name"),
            Further = New(further),
            Enlarge = word is not null,
            Ties = ties,
        };
    }

    private static LevelStep? Level(YamlMap map, string id)
    {
        var seats = Tables(map.Required("seats"));
        var kind = Kind(map.Required("to"));
        var each = map.Optional("each")?.Number(1, Apportionment.LargestHouse, "levelling seats of each area");
        var method = MethodReader.Read(map);
        if (method is QuotaMethod)
        {
            map.Entry.Fault("'quota' in a levelling", "divisors");
        }
        else if (method is DivisorMethod way && !Compares(way))
        {
            map.Entry.Fault($"'{way.Name}' in a levelling", "divisors above 0, since areas without a seat are compared too");
        }

        var held = Read(map, "held");
        var average = Sum(map.Optional("votes-per"));
        var ties = TiesOfAreas(map);
        var name = Named(map, "as");
        return seats is null || kind is null || method is not DivisorMethod divisors || held is null || name is null
            ? null
            : new LevelStep(id, seats, kind, each, divisors, held, average, ties, name);
    }

    private static BonusStep? Bonus(YamlMap map, string id)
    {
        var seats = Sum(map.Required("seats"));
        var to = map.Required("to");
        if (to?.Text("largest") is { } who && who != "largest")
        {
            to.Fault("largest");
        }

        var among = map.Optional("among")?.Text("a table's name");
        var votes = map.Optional("votes")?.Text("a table's name");
        var ties = Ties(map);
        var name = Named(map, "as");
        return seats is null || name is null ? null : new BonusStep(id, seats, among, votes, ties, name);
    }

    internal static List<TieRule> Ties(YamlMap map)
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

    /// <summary>Rules for ties between areas, which are registered nowhere.</summary>
    private static List<TieRule> TiesOfAreas(YamlMap map)
    {
        var rules = Ties(map);
        if (rules.Contains(TieRule.EarliestRegistered))
        {
            map.Optional("ties")!.Fault("'earliest-registered' between areas", "a rule that areas can meet: more-votes, fewer-votes, lot or repeat-vote");
        }

        return rules;
    }

    private static CorrectStep? Correct(YamlMap map, string id)
    {
        var seats = Read(map, "absolute-majority");
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

    private static Step? Fill(YamlMap map, string id, LawScope scope)
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

        var seats = Name(map, "seats", "seats");
        return new PreferStep(id, seats, bar, Ties(map));
    }
}
