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
            "join" => SeatStepReader.Join(map, id),
            "unite" => SeatStepReader.Unite(map, id),
            "size" => SeatStepReader.Size(map, id, scope),
            "allocate" => AllocateReader.Read(map, id, scope),
            "distribute" => SeatStepReader.Distribute(map, id),
            "level" => SeatStepReader.Level(map, id),
            "weigh" => MatrixReader.Weigh(map, id),
            "matrix" => MatrixReader.Matrix(map, id),
            "bonus" => SeatStepReader.Bonus(map, id),
            "correct" => SeatStepReader.Correct(map, id),
            "require" => PersonStepReader.Require(map, id, scope),
            "elect" => PersonStepReader.Elect(map, id, scope),
            "transfer" => TransferReader.Read(map, id),
            "fill" => PersonStepReader.Fill(map, id, scope),
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
}
