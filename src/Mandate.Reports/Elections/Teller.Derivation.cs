using Mandate.Electoral;
using Mandate.Electoral.Methods;

namespace Mandate.Reports.Elections;

/// <content>Derivations and comparisons.</content>
internal sealed partial class Teller
{
    /// <summary>Every step with its sentence and table.</summary>
    /// <param name="beside">Whether it stands in a paper: then tables of votes stand beside it, areas are too many to be told one by one, and rounds are summed up.</param>
    public IEnumerable<Block> Derivation(bool beside = false)
    {
        yield return new HeadingBlock(2, speech.Say("heading.derivation"));
        foreach (var tier in declaration.Outcome.Tiers)
        {
            var parts = tier.Constituencies.Where(p => area is null ? p.Given || p.Derivation.Count > 0 || p.Pending.Count > 0 : p.Id == area).OrderBy(p => p.Order).ToList();
            var constituencies = parts.Where(p => p.Kind == Constituency).ToList();
            var told = area is null && constituencies.Count > MostAreas ? parts.Where(p => p.Kind != Constituency).ToList() : parts;
            foreach (var part in told)
            {
                var place = part.Id == Nation && tier.Constituencies.Count == 1 ? string.Empty : " · " + AreaName(part.Id);
                yield return new HeadingBlock(3, TierName(tier.Id) + place);
                if (part.Given)
                {
                    yield return new TextBlock(speech.Say("given"));
                }

                foreach (var block in part.Derivation.SelectMany(t => Step(t, beside)))
                {
                    yield return block;
                }

                if (part.Derivation.Count == 0)
                {
                    foreach (var pending in part.Pending)
                    {
                        yield return new TextBlock(Sentence(pending));
                    }
                }
            }

            if (told.Count < parts.Count && constituencies.Any(c => !c.Given))
            {
                var hint = terminal ? " " + speech.Say("hint.areas", ("election", Election.Id)) : string.Empty;
                yield return new TextBlock(speech.Say("note.areas", ("areas", speech.Number(constituencies.Count))) + hint);
            }
        }
    }

    /// <summary>What the admitted lists would have under the commonest other methods, for a single allocation by quota.</summary>
    public IEnumerable<Block> Methods()
    {
        var tier = declaration.Outcome.Tiers.FirstOrDefault(t => t.Constituencies.Any(p => p.Derivation.Any(d => d.Step == "allocate")));
        var part = tier is { Constituencies.Count: 1 } ? tier.Constituencies[0] : null;
        var trace = part?.Derivation.FirstOrDefault(d => d is { Step: "allocate", Outcome: "quota" });
        if (trace is null || part!.Seats is not { } seats || trace.Rows.Any(r => r.Arguments["votes"] is not Argument.Count))
        {
            yield break;
        }

        var claims = trace.Rows.Select(r => new Claim(r.Contender!, new VoteCount(((Argument.Count)r.Arguments["votes"]).Value))).ToList();
        Method[] methods = [QuotaMethod.Hare, QuotaMethod.Droop, DivisorMethod.SainteLague, DivisorMethod.DHondt];
        yield return new TableBlock(
            $"{speech.Say("heading.methods")} · {TierName(tier!.Id)}",
            [new Column(speech.Say("column.method")), .. claims.Select(c => new Column(Name(c.List), Right: true))],
            [.. methods.Select(m => MethodRow(m, claims, seats))]);
    }

    private Row MethodRow(Method method, List<Claim> claims, int seats)
    {
        var allocation = Apportionment.Allocate(method, claims, new SeatCount(seats));
        return new Row([speech.Say("term." + method.Name), .. claims.Select(c => speech.Number(allocation[c.List]) + (allocation.Tie?.Contenders.Contains(c.List) == true ? " + ?" : string.Empty))]);
    }

    private IEnumerable<Block> Step(StepTrace trace, bool beside)
    {
        var article = trace.Article is { } a ? $" ({speech.Say("law.article", ("article", a))})" : string.Empty;
        yield return new TextBlock($"{speech.Say("step." + trace.Step)}{article}. {speech.Sentence(trace, Name)}");
        if (beside && trace is { Step: "elect", Outcome: not "runoff" })
        {
            yield break;
        }

        if (trace.Step == "transfer")
        {
            foreach (var stages in Transfers(trace))
            {
                yield return stages;
            }

            yield break;
        }

        var rows = trace.Rows.Where(r => r.Outcome != "select" && (only is null || r.Contender == only || r.Contender is null)).ToList();
        var select = trace.Rows.FirstOrDefault(r => r.Outcome == "select");
        if (trace is { Step: "matrix", Outcome: not "area" })
        {
            if (rows.Any(r => r.Outcome == "area"))
            {
                yield return Matrix(trace);
            }

            yield break;
        }

        if (beside && rows.Count > MostRows && trace.Outcome != "divisors" && Table(trace, rows) is not null)
        {
            yield return Largest(trace, rows);
            yield break;
        }

        if (rows.Count > 0 && (beside && trace.Outcome == "divisors" && rows.Count > MostRounds ? Summary(trace, rows, select) : Table(trace, rows)) is { } table)
        {
            yield return table;
        }

        if (select is not null)
        {
            yield return new TextBlock(speech.Say("note.select", ("from", Worth(select, "from")), ("to", Worth(select, "to")), ("divisor", Worth(select, "divisor"))));
        }
    }

    /// <summary>Who passed or has a seat, the largest of the others, and all further ones in one line.</summary>
    private TableBlock Largest(StepTrace trace, IReadOnlyList<TraceRow> rows)
    {
        var rest = rows.Where(r => r.Outcome != "passed" && !(r.Arguments.GetValueOrDefault("seats") is Argument.Count { Value: > 0 })).OrderByDescending(Votes).Skip(MostMissed).ToList();
        var table = Table(trace, [.. rows.Where(r => !rest.Contains(r))])!;
        var cells = Enumerable.Repeat(string.Empty, table.Columns.Count).ToList();
        cells[0] = speech.Say("row.others", ("number", speech.Number(rest.Count)));
        cells[1] = speech.Number(rest.Sum(Votes));
        return table with { Rows = [.. table.Rows, new Row(cells, RowWeight.Faint)] };

        static long Votes(TraceRow row) => row.Arguments.GetValueOrDefault("votes") is Argument.Count count ? count.Value : 0;
    }

    /// <summary>Many rounds in one line a list: its votes, the check by one division, its seats.</summary>
    private TableBlock Summary(StepTrace trace, IReadOnlyList<TraceRow> rounds, TraceRow? select)
    {
        var divisor = select?.Arguments["divisor"] is Argument.Exact e ? e.Value : (Ratio?)null;
        var columns = new List<Column> { new(speech.Say(First(trace))), new(speech.Say("column.votes"), Right: true) };
        if (divisor is not null)
        {
            columns.Add(new Column($"{speech.Say("column.votes")} ÷ {Worth(select!, "divisor")}", Right: true));
        }

        columns.Add(new Column(speech.Say("column.seats"), Right: true));
        var rows = rounds.GroupBy(r => r.Contender!).Select(g =>
        {
            var votes = g.First().Arguments["votes"] is Argument.Exact exact ? exact.Value : ((Argument.Count)g.First().Arguments["votes"]).Value;
            var cells = new List<string> { Name(g.Key), votes.Denominator.IsOne ? speech.Number(votes.Numerator) : speech.Exact(votes, 2) };
            if (divisor is { } d)
            {
                cells.Add(speech.Exact(votes / d, 2));
            }

            cells.Add(speech.Number(((Argument.Count)g.Last().Arguments["seats"]).Value));
            return (Votes: votes, Row: new Row(cells));
        });
        return new TableBlock(speech.Say("step." + trace.Step), columns, [.. rows.OrderByDescending(r => r.Votes).Select(r => r.Row)]);
    }

    private string Worth(TraceRow row, string key) => row.Arguments.TryGetValue(key, out var value) ? speech.Value(value, Name) : string.Empty;

    private static string First(StepTrace trace) => trace.Step switch { "elect" => "column.person", "size" => "column.area", _ => "column.list" };

    private TableBlock? Table(StepTrace trace, IReadOnlyList<TraceRow> rows)
    {
        (string Key, string Title)[] columns = (trace.Step, trace.Outcome) switch
        {
            ("admit", "conditions") => [("votes", "column.votes"), ("*", "column.threshold")],
            ("admit", _) => [("votes", "column.votes"), ("share", "column.share"), ("*", "column.threshold")],
            ("allocate" or "size" or "distribute", "quota" or "quota-over" or "quota-restricted") => [("votes", "column.votes"), ("quotient", "column.quotient"), ("whole", "column.whole"), ("remainder", "column.remainder"), ("extra", "column.extra"), ("seats", "column.seats")],
            ("allocate" or "size" or "distribute", "divisors") => [("round", "column.round"), ("votes", "column.votes"), ("divisor", "column.divisor"), ("quotient", "column.average"), ("next", "column.next"), ("next-quotient", "column.next-quotient"), ("seats", "column.seats")],
            ("allocate", "enlarge" or "drop-out" or "compensate" or "return") => [("held", "column.held"), ("share", "column.entitled")],
            ("allocate", _) => [("votes", "column.votes"), ("quotient", "column.quotient"), ("seats", "column.seats")],
            ("weigh", _) => [("votes", "column.votes"), ("voters", "column.voters")],
            ("matrix", "area") => [("votes", "column.votes"), ("area-divisor", "column.area-divisor"), ("divisor", "column.list-divisor"), ("quotient", "column.average"), ("seats", "column.seats")],
            ("unite", _) => [("members", "column.members"), ("votes", "column.votes")],
            ("level", _) => [("round", "column.round"), ("area", "column.area"), ("votes", "column.votes"), ("quotient", "column.average")],
            ("elect", _) => [("votes", "column.votes"), ("share", "column.share"), ("*", "column.result")],
            ("fill", _) => [("*", "column.result")],
            _ => [],
        };
        if (columns.Length == 0)
        {
            return null;
        }

        return new TableBlock(
            speech.Say("step." + trace.Step),
            [new Column(speech.Say(First(trace))), .. columns.Select(c => new Column(speech.Say(c.Title), Right: c.Key is not ("*" or "members" or "area" or "next")))],
            [.. InOrder(trace, rows).Select(r => new Row([Name(r.Contender ?? string.Empty), .. columns.Select(c => Cell(trace, r, c.Key))], Weight(r)))]);
    }

    /// <summary>One row a list: by votes, the largest first, equal ones as on the ballot. Rounds and rows of filling keep their own order.</summary>
    private static IEnumerable<TraceRow> InOrder(StepTrace trace, IReadOnlyList<TraceRow> rows) =>
        trace.Step is "admit" or "allocate" or "elect" && trace.Outcome != "divisors"
            ? rows.OrderByDescending(r => r.Arguments.GetValueOrDefault("votes") is Argument.Count votes ? votes.Value : -1)
            : rows;

    private static RowWeight Weight(TraceRow row) => row.Outcome switch
    {
        "missed" or "not-eligible" => RowWeight.Faint,
        "remainder-seat" or "reached" => RowWeight.Strong,
        _ => RowWeight.Normal,
    };

    private string Cell(StepTrace trace, TraceRow row, string key)
    {
        if (key != "*")
        {
            return row.Outcome == "tied" && key == "extra" ? speech.Say("value.tied")
                : row.Arguments.TryGetValue(key, out var value) ? speech.Value(value, Name) : string.Empty;
        }

        return (trace.Step, row.Outcome) switch
        {
            ("fill", _) => speech.Say("fill.row." + row.Outcome, [.. row.Arguments.Select(a => (a.Key, a.Value is Argument.Text t ? Election.Persons.GetValueOrDefault(t.Value) ?? t.Value : speech.Value(a.Value, Name)))]),
            (_, "reached") => speech.Say("value.elected"),
            (_, "missed") when trace.Step == "elect" => speech.Say("value.not-elected"),
            (_, "passed" or "missed") => speech.Say("value." + row.Outcome),
            _ => string.Empty,
        };
    }

    private string AreaName(string id) => Election.Units.TryGetValue(id, out var name) ? speech.Of(name) : id;
}
