using System.Globalization;
using Mandate.Electoral;
using Mandate.Laws;

namespace Mandate.Reports.Elections;

/// <content>Counts of transferable votes.</content>
internal sealed partial class Teller
{
    /// <summary>Stages that stand beside one another in a table; more are told in several.</summary>
    private const int MostStages = 4;

    /// <summary>Votes with the five decimals to which values are cut; whole ones without.</summary>
    private string Votes(TraceRow row, string key) => row.Arguments.GetValueOrDefault(key) is Argument.Exact votes ? speech.Exact(votes.Value, 5) : string.Empty;

    private IEnumerable<TableBlock> Transfers(StepTrace trace) =>
        trace.Outcome is "elected" or "elected-so-far" ? Standings(trace) : [Stages(trace)];

    /// <summary>One row a stage: what happened, what could not be passed on, and who is elected.</summary>
    private TableBlock Stages(StepTrace trace) => new(
        speech.Say("step.transfer"),
        [
            new Column(speech.Say("column.stage")),
            new Column(speech.Say("column.event")),
            new Column(speech.Say("column.non-transferable"), Right: true),
            new Column(speech.Say("column.elected")),
        ],
        [.. trace.Rows.Select(r => new Row([Worth(r, "stage"), Event(r), Votes(r, "non-transferable"), Winners(r)]))]);

    private string Event(TraceRow row)
    {
        string[] notes = ["restart", "rounds", "deferred"];
        var what = speech.Say(
            "stage." + row.Outcome,
            ("person", row.Contender is { } person ? Name(person) : string.Empty),
            ("persons", Worth(row, "together")),
            ("moved", Votes(row, "moved")),
            ("tied", Worth(row, "tied")),
            ("decided", Worth(row, "decided")));
        return string.Join("; ", notes.Where(row.Arguments.ContainsKey).Select(n => speech.Say("stage." + n, ("rounds", Worth(row, "rounds")), ("needed", Votes(row, "needed")), ("deferred", Votes(row, "deferred")))).Prepend(what));
    }

    private string Winners(TraceRow row)
    {
        string[] ways = ["by-quota", "by-quota-for-now", "by-majority", "by-last-vacancies"];
        return string.Join("; ", ways.Where(row.Arguments.ContainsKey).Select(w => speech.Say("transfer." + w, ("persons", Worth(row, w)))));
    }

    /// <summary>Candidates by stages: side by side while they are few, otherwise some stages at a time.</summary>
    private IEnumerable<TableBlock> Standings(StepTrace trace)
    {
        var stages = (int)((Argument.Count)trace.Arguments["stages"]).Value;
        var tables = (stages + MostStages - 1) / MostStages;
        var beside = (stages + tables - 1) / tables;
        for (var first = 1; first <= stages; first += beside)
        {
            var shown = Enumerable.Range(first, Math.Min(beside, stages - first + 1)).ToList();
            yield return new TableBlock(
                tables == 1 ? speech.Say("heading.stages") : $"{speech.Say("heading.stages")} · {shown[0]}–{shown[^1]}",
                [
                    new Column(speech.Say("column.person")),
                    .. shown.Select(s => new Column(s.ToString(CultureInfo.InvariantCulture), Right: true)),
                    new Column(speech.Say("column.result")),
                ],
                [.. trace.Rows.Select(r => Standing(r, shown))]);
        }
    }

    private Row Standing(TraceRow row, IReadOnlyList<int> stages)
    {
        var votes = stages.Select(s => Votes(row, $"stage-{s}"));
        if (row.Contender is not { } person)
        {
            return new Row([speech.Say("transfer." + row.Outcome), .. votes, string.Empty], RowWeight.Faint);
        }

        var list = row.Arguments.GetValueOrDefault("list") is Argument.Contenders { Ids: [var of] } ? $" ({Name(of)})" : string.Empty;
        var kept = row.Arguments.ContainsKey("keep") ? "-keeping" : string.Empty;
        var result = row.Outcome == "remaining" ? string.Empty : speech.Say($"stage.{row.Outcome}-at{kept}", ("at", Worth(row, "at")), ("keep", Votes(row, "keep")));
        return new Row([Name(person) + list, .. votes, result], row.Outcome == "elected" ? RowWeight.Strong : row.Outcome == "excluded" ? RowWeight.Faint : RowWeight.Normal);
    }

    /// <summary>First preferences of every candidate, the most first, with who is elected.</summary>
    private TableBlock FirstPreferences(TierOutcome tier, ConstituencyInput area, ConstituencyOutcome part)
    {
        var valid = area.Ballots!.Valid;
        var elected = part.Elected.Select(e => e.Person).ToHashSet(StringComparer.Ordinal);
        var rows = area.Ballots.Candidates.Where(c => !c.Withdrawn).OrderByDescending(c => area.Votes.GetValueOrDefault(c.Id)).Select(c =>
        {
            var votes = area.Votes.GetValueOrDefault(c.Id);
            var list = c.List == c.Id ? null : c.List;
            return new Row(
                [
                    Name(c.Id),
                    list is null ? string.Empty : Name(list),
                    speech.Number(votes),
                    valid > 0 ? speech.Share(new Ratio(votes, valid)) : string.Empty,
                    speech.Say(elected.Contains(c.Id) ? "value.elected" : part.Status == Status.Complete ? "value.not-elected" : "value.unknown"),
                ],
                elected.Contains(c.Id) ? RowWeight.Normal : RowWeight.Faint,
                elected.Contains(c.Id) ? declaration.Groups.FirstOrDefault(g => g.Id == list)?.Colour : null);
        }).ToList();
        rows.Add(new Row([speech.Say("row.total"), string.Empty, speech.Number(valid), string.Empty, string.Empty], RowWeight.Strong));
        var place = Election.Units.TryGetValue(part.Id, out var unit) && part.Id != Nation ? " · " + speech.Of(unit) : string.Empty;
        return new TableBlock(
            $"{speech.Say("heading.votes")} · {TierName(tier.Id)}{place}",
            [
                new Column(speech.Say("column.person")),
                new Column(speech.Say("column.list")),
                new Column(speech.Say("column.first-preferences"), Right: true),
                new Column(speech.Say("column.share"), Right: true),
                new Column(speech.Say("column.result")),
            ],
            rows);
    }
}
