using Mandate.Electoral;
using Mandate.Electoral.Methods;

namespace Mandate.Reports.Elections;

/// <content>Derivations, pending matters and comparisons.</content>
internal sealed partial class Teller
{
    /// <summary>Every step with its sentence and table.</summary>
    /// <param name="beside">Whether tables of votes stand beside it; then those of persons are not repeated.</param>
    public IEnumerable<Block> Derivation(bool beside = false)
    {
        yield return new HeadingBlock(2, speech.Say("heading.derivation"));
        foreach (var tier in declaration.Outcome.Tiers)
        {
            foreach (var part in tier.Constituencies)
            {
                yield return new HeadingBlock(3, TierName(tier.Id) + (part.Id == "nation" ? string.Empty : " · " + AreaName(part.Id)));
                if (part.Given)
                {
                    yield return new TextBlock(speech.Say("given"));
                }

                foreach (var block in part.Derivation.SelectMany(t => Step(t, beside && t.Step == "elect" && t.Outcome != "runoff")))
                {
                    yield return block;
                }
            }
        }
    }

    /// <summary>What the admitted lists would have under the commonest other methods, for a single allocation by quota.</summary>
    public IEnumerable<Block> Methods()
    {
        var part = declaration.Outcome.Parts.FirstOrDefault(p => p.Derivation.Any(d => d.Step == "allocate"));
        var trace = part?.Derivation.FirstOrDefault(d => d is { Step: "allocate", Outcome: "quota" });
        if (trace is null || part!.Seats is not { } seats)
        {
            yield break;
        }

        var claims = trace.Rows.Select(r => new Claim(r.Contender!, new VoteCount(((Argument.Count)r.Arguments["votes"]).Value))).ToList();
        Method[] methods = [QuotaMethod.Hare, QuotaMethod.Droop, DivisorMethod.SainteLague, DivisorMethod.DHondt];
        yield return new TableBlock(
            speech.Say("heading.methods"),
            [new Column(speech.Say("column.method")), .. claims.Select(c => new Column(Name(c.List), Right: true))],
            [.. methods.Select(m => MethodRow(m, claims, seats))]);
    }

    private Row MethodRow(Method method, List<Claim> claims, int seats)
    {
        var allocation = Apportionment.Allocate(method, claims, new SeatCount(seats));
        return new Row([speech.Say("term." + method.Name), .. claims.Select(c => speech.Number(allocation[c.List]) + (allocation.Tie?.Contenders.Contains(c.List) == true ? " + ?" : string.Empty))]);
    }

    private IEnumerable<Block> Step(StepTrace trace, bool sentenceOnly)
    {
        var article = trace.Article is { } a ? $" ({speech.Say("law.article", ("article", a))})" : string.Empty;
        yield return new TextBlock($"{speech.Say("step." + trace.Step)}{article}. {speech.Sentence(trace, Name)}");
        var rows = trace.Rows.Where(r => only is null || r.Contender == only || r.Contender is null).ToList();
        if (!sentenceOnly && rows.Count > 0 && Table(trace, rows) is { } table)
        {
            yield return table;
        }
    }

    private TableBlock? Table(StepTrace trace, IReadOnlyList<TraceRow> rows)
    {
        (string Key, string Title)[] columns = (trace.Step, trace.Outcome) switch
        {
            ("admit", _) => [("votes", "column.votes"), ("share", "column.share"), ("*", "column.threshold")],
            ("allocate", "quota" or "quota-restricted") => [("votes", "column.votes"), ("quotient", "column.quotient"), ("whole", "column.whole"), ("remainder", "column.remainder"), ("extra", "column.extra"), ("seats", "column.seats")],
            ("allocate", "divisors") => [("round", "column.round"), ("votes", "column.votes"), ("divisor", "column.divisor"), ("quotient", "column.average"), ("seats", "column.seats")],
            ("allocate", _) => [("votes", "column.votes"), ("quotient", "column.quotient"), ("seats", "column.seats")],
            ("elect", _) => [("votes", "column.votes"), ("share", "column.share"), ("*", "column.result")],
            ("fill", _) => [("*", "column.result")],
            _ => [],
        };
        if (columns.Length == 0)
        {
            return null;
        }

        var first = trace.Step == "elect" ? "column.person" : "column.list";
        return new TableBlock(
            speech.Say("step." + trace.Step),
            [new Column(speech.Say(first)), .. columns.Select(c => new Column(speech.Say(c.Title), Right: c.Key != "*"))],
            [.. rows.Select(r => new Row([Name(r.Contender ?? string.Empty), .. columns.Select(c => Cell(trace, r, c.Key))], Weight(r)))]);
    }

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

    public string Sentence(Pending pending)
    {
        var condition = declaration.Outcome.Parts.SelectMany(p => p.Conditions).FirstOrDefault(c => pending.Facts.Contains(c.Fact));
        var key = pending.Reason == "filling" && pending.Until is not null ? "pending.filling-until" : "pending." + pending.Reason;
        return speech.Say(
            key,
            ("contenders", speech.And([.. pending.Contenders.Select(Name)])),
            ("seats", speech.Number(pending.Seats)),
            ("lot", $"{pending.Contest}/{pending.Area}:{pending.Step}={string.Join(',', pending.Contenders.Take(pending.Seats))}"),
            ("facts", pending.Reason == "condition" ? string.Join(' ', pending.Facts) : string.Join(' ', pending.Facts.Select(f => $"--fact {f}={(pending.Reason == "registration" ? "YYYY-MM-DD" : "N")}"))),
            ("upto", condition is null ? string.Empty : speech.Number(condition.UpTo)),
            ("until", pending.Until is { } until ? speech.Day(until) : string.Empty));
    }

    private string Sentence(RelationResult result) => speech.Say(
        result.Missing is null || result.Difference < 0 ? "finding.fails" : "finding.unaccounted",
        ("relation", result.Relation.ToString()),
        ("left", speech.Number(result.Left)),
        ("right", speech.Number(result.Right)),
        ("difference", speech.Number(Math.Abs(result.Difference))),
        ("missing", result.Missing?.Split(':')[^1] ?? string.Empty));

    private string AreaName(string id) => Election.Units.TryGetValue(id, out var name) ? speech.Of(name) : id;
}
