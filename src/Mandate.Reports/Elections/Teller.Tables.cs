using Mandate.Electoral;
using Mandate.Laws;

namespace Mandate.Reports.Elections;

/// <content>Tables of seats, votes and figures.</content>
internal sealed partial class Teller
{
    /// <summary>Lists that have a column of their own in the table of areas.</summary>
    private const int MostColumns = 9;

    private static readonly string[] FigureOrder = ["registered", "electors", "printed", "issued", "present", "voted", "found", "invalid", "valid", "took-part", "polling-stations"];

    private Row GroupRow(ChamberGroup group, List<TierOutcome> tiers, bool compared)
    {
        var cells = new List<string> { speech.Of(group.Name) };
        if (tiers.Count > 1)
        {
            cells.AddRange(tiers.Select(t => group.ByTier.TryGetValue(t.Id, out var s) ? speech.Number(s) : string.Empty));
        }

        cells.Add(speech.Number(group.Seats));
        if (compared)
        {
            cells.Add(group.Before is { } b ? speech.Number(b) : string.Empty);
            cells.Add(group.Before is { } was ? speech.Change(group.Seats - was) : speech.Say("value.new"));
        }

        return new Row(cells, group.Seats == 0 ? RowWeight.Faint : RowWeight.Normal, group.Seats == 0 ? null : group.Colour);
    }

    private Row Line(string key, int seats, int columns, bool compared)
    {
        var cells = Enumerable.Repeat(string.Empty, columns).ToList();
        cells[0] = speech.Say(key);
        cells[columns - (compared ? 3 : 1)] = speech.Number(seats);
        return new Row(cells, RowWeight.Faint);
    }

    private Row TotalRow(List<TierOutcome> tiers, bool compared)
    {
        var cells = new List<string> { speech.Say("row.total") };
        if (tiers.Count > 1)
        {
            cells.AddRange(tiers.Select(t => t.Seats is { } s ? speech.Number(s) : speech.Say("value.unknown")));
        }

        cells.Add(declaration.House is { } house ? speech.Number(house) : speech.Say("value.unknown"));
        if (compared)
        {
            cells.Add(declaration.Previous?.House is { } before ? speech.Number(before) : string.Empty);
            cells.Add(declaration.House is { } now && declaration.Previous?.House is { } then ? speech.Change(now - then) : string.Empty);
        }

        return new Row(cells, RowWeight.Strong);
    }

    /// <summary>Votes of many areas added up, and the seats of each area in one table.</summary>
    private IEnumerable<Block> Together(TierOutcome tier, IReadOnlyList<ConstituencyOutcome> parts)
    {
        var contest = Election.Input.Contests.First(c => c.Id == tier.Id);
        var votes = new Dictionary<string, long>(StringComparer.Ordinal);
        // Votes for persons on a list are among those for the list.
        foreach (var place in contest.Constituencies)
        {
            foreach (var option in place.Contenders.Where(o => place.Votes.ContainsKey(o.Id)))
            {
                votes[option.Id] = votes.GetValueOrDefault(option.Id) + place.Votes[option.Id];
            }
        }

        var won = Won(tier.Constituencies);
        var admitted = tier.Constituencies.FirstOrDefault(p => p.Kind != Constituency)?.Derivation.FirstOrDefault(d => d.Step == "admit");
        var total = admitted?.Arguments.GetValueOrDefault("base") is Argument.Count b ? b.Value : votes.Values.Sum();
        if (votes.Count > 0)
        {
            var columns = new List<Column> { new(speech.Say("column.list")), new(speech.Say("column.votes"), Right: true), new(speech.Say("column.share"), Right: true) };
            if (admitted is not null)
            {
                columns.Add(new Column(speech.Say("column.threshold")));
            }

            columns.Add(new Column(speech.Say("column.seats"), Right: true));
            var ordered = votes.Keys.OrderByDescending(l => won.GetValueOrDefault(l) > 0 ? 1 : 0).ThenByDescending(l => votes[l]).ToList();
            var shownVotes = Math.Min(ordered.Count, won.Keys.Count(l => won[l] > 0) + MostMissed);
            var rows = ordered.Take(shownVotes).Select(list =>
            {
                var seats = won.GetValueOrDefault(list);
                var row = admitted?.Rows.FirstOrDefault(r => r.Contender == list);
                var limit = admitted?.Arguments.GetValueOrDefault("limit") is Argument.Share s ? s.Value : (Ratio?)null;
                string[] threshold = admitted is null ? [] : [row is null ? string.Empty : speech.Say("value." + row.Outcome)];
                var colour = declaration.Groups.FirstOrDefault(g => g.Id == list)?.Colour;
                return new Row([Name(list), speech.Number(votes[list]), speech.Share(new Ratio(votes[list], Math.Max(1, total)), row is null ? null : limit), .. threshold, speech.Number(seats)], seats > 0 ? RowWeight.Normal : RowWeight.Faint, seats > 0 ? colour : null);
            }).ToList();
            if (ordered.Count > shownVotes)
            {
                rows.Add(Others(ordered.Count - shownVotes, ordered.Skip(shownVotes).Sum(l => votes[l]), total, columns.Count));
            }

            yield return new TableBlock($"{speech.Say("heading.votes")} · {TierName(tier.Id)}", columns, rows);
        }

        var shown = won.Keys.OrderByDescending(l => won[l]).Take(MostColumns).ToList();
        var more = won.Count > shown.Count;
        if (shown.Count == 0)
        {
            yield break;
        }

        yield return new TableBlock(
            $"{speech.Say("heading.constituencies")} · {TierName(tier.Id)}",
            [new Column(speech.Say("column.area")), .. shown.Select(l => new Column(Name(l), Right: true)), .. more ? [new Column("…", Right: true)] : Array.Empty<Column>(), new Column(speech.Say("column.total"), Right: true)],
            [.. tier.Constituencies.Where(p => p.Kind == Constituency || p.Won.Count > 0).Select(p =>
            {
                var seats = Won([p]);
                var all = seats.Values.Sum();
                return new Row(
                [
                    AreaName(p.Id),
                    .. shown.Select(l => seats.GetValueOrDefault(l) is > 0 and var n ? speech.Number(n) : string.Empty),
                    .. more ? [speech.Number(all - shown.Sum(l => seats.GetValueOrDefault(l)))] : Array.Empty<string>(),
                    speech.Number(all) + (p.Status == Status.Complete ? string.Empty : " + ?"),
                ]);
            })]);
    }

    /// <summary>Seats by list in several areas together, in the order in which lists first win one.</summary>
    private static Dictionary<string, int> Won(IReadOnlyList<ConstituencyOutcome> parts)
    {
        var won = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Won.Count; i++)
            {
                var (list, seats) = part.Won[i];
                won[list] = won.GetValueOrDefault(list) + seats;
            }
        }

        return won;
    }

    private TableBlock? VoteTable(TierOutcome tier, ConstituencyOutcome part)
    {
        var area = Election.Input.Contests.First(c => c.Id == tier.Id).Constituencies.First(a => a.Id == part.Id);
        if (area.Contenders.Count == 0)
        {
            return null;
        }

        if (area.Ballots is not null)
        {
            return FirstPreferences(tier, area, part);
        }

        var admitted = part.Derivation.FirstOrDefault(d => d.Step == "admit");
        var elected = part.Derivation.FirstOrDefault(d => d is { Step: "elect", Outcome: "share" });
        var trace = admitted ?? elected;
        var total = trace?.Arguments.GetValueOrDefault("base") is Argument.Count b ? b.Value : area.AllVotes ?? 0;
        var limit = trace?.Arguments.GetValueOrDefault("limit") is Argument.Share s ? s.Value : (Ratio?)null;
        var persons = area.Contenders.Any(c => c.Kind == ContenderKind.Candidate);
        var columns = new List<Column>
        {
            new(speech.Say(persons ? "column.person" : "column.list")),
            new(speech.Say("column.votes"), Right: true),
            new(speech.Say("column.share"), Right: true),
        };
        if (admitted is not null)
        {
            // Several conditions have no one limit to name; the derivation says them all.
            columns.Add(new Column(limit is { } share ? $"{speech.Say("column.threshold")} {speech.Limit(share)}" : speech.Say("column.threshold")));
        }

        columns.Add(new Column(speech.Say(persons ? "column.result" : "column.seats"), Right: !persons));
        var ordered = area.Contenders.OrderBy(c => c.CanWin ? 0 : 1).ThenByDescending(c => area.Votes.GetValueOrDefault(c.Id, -1)).ToList();
        var small = persons || ordered.Count <= MostRows ? [] : ordered.Where(c => c.CanWin && part.SeatsOf(c.Id) == 0).Skip(MostMissed).ToList();
        var rows = ordered.Where(c => !small.Contains(c)).Select(c => VoteRow(area, part, c, total, limit, admitted, persons)).ToList();
        if (small.Count > 0)
        {
            rows.Add(Others(small.Count, small.Sum(c => area.Votes.GetValueOrDefault(c.Id)), total, columns.Count));
        }

        if (area.AllVotes is { } all)
        {
            var cells = new List<string> { speech.Say("row.total"), speech.Number(all), string.Empty };
            cells.AddRange(Enumerable.Repeat(string.Empty, columns.Count - 4));
            cells.Add(persons ? string.Empty : part.Status == Status.Complete ? speech.Number(part.Won.Sum(w => w.Value)) : part.Seats is { } seats ? speech.Number(seats) : string.Empty);
            rows.Add(new Row(cells, RowWeight.Strong));
        }

        var place = Election.Units.TryGetValue(part.Id, out var unit) && part.Id != "nation" ? " · " + speech.Of(unit) : string.Empty;
        return new TableBlock($"{speech.Say("heading.votes")} · {TierName(tier.Id)}{place}", columns, rows);
    }

    /// <summary>Small lists without a seat in one line.</summary>
    private Row Others(int lists, long votes, long total, int columns)
    {
        var cells = Enumerable.Repeat(string.Empty, columns).ToList();
        cells[0] = speech.Say("row.others", ("number", speech.Number(lists)));
        cells[1] = speech.Number(votes);
        cells[2] = total > 0 ? speech.Share(new Ratio(votes, total)) : string.Empty;
        cells[^1] = speech.Number(0);
        return new Row(cells, RowWeight.Faint);
    }

    private Row VoteRow(ConstituencyInput area, ConstituencyOutcome part, Contender contender, long total, Ratio? limit, StepTrace? admitted, bool persons)
    {
        var known = area.Votes.TryGetValue(contender.Id, out var votes);
        var seats = part.SeatsOf(contender.Id);
        var cells = new List<string>
        {
            Name(contender.Id),
            known ? speech.Number(votes) : speech.Say("value.unknown"),
            known && total > 0 ? speech.Share(new Ratio(votes, total), contender.CanWin ? limit : null) : string.Empty,
        };
        var passed = admitted?.Rows.FirstOrDefault(r => r.Contender == contender.Id)?.Outcome;
        if (admitted is not null)
        {
            cells.Add(passed is null ? string.Empty : speech.Say("value." + passed));
        }

        cells.Add(!contender.CanWin ? string.Empty
            : persons ? speech.Say(seats > 0 ? "value.elected" : part.Status == Status.Complete ? "value.not-elected" : "value.unknown")
            : part.Seats is null && part.Status == Status.Unknown ? speech.Say("value.unknown")
            : part.Pending.Any(p => p.Status is not (Status.Complete or Status.Unknown) && p.Contenders.Contains(contender.Id)) ? speech.Number(seats) + " + ?"
            : speech.Number(seats));
        var colour = declaration.Groups.FirstOrDefault(g => g.Id == contender.Id)?.Colour;
        return new Row(cells, seats > 0 ? RowWeight.Normal : RowWeight.Faint, seats > 0 ? colour : null);
    }

    private IEnumerable<Fact> FigureFacts(ConstituencyInput area)
    {
        foreach (var figure in FigureOrder)
        {
            if (area.Figures.TryGetValue(figure, out var value))
            {
                yield return new Fact(speech.Say("figure." + figure), speech.Number(value));
            }
            else if (IsAsked(figure))
            {
                yield return new Fact(speech.Say("figure." + figure), speech.Say("value.unknown"));
            }
        }

        if (declaration.Law.Turnout is { } turnout)
        {
            var known = area.Figures.TryGetValue(turnout.Part, out var part) & area.Figures.TryGetValue(turnout.Of, out var of);
            yield return new Fact(speech.Say("figure.turnout"), known && of > 0 ? speech.Share(new Ratio(part, of)) : speech.Say("value.unknown"));
        }
    }

    /// <summary>Figures the law's turnout and relations speak of are shown even when unknown.</summary>
    private bool IsAsked(string figure) =>
        declaration.Law.Turnout is { } t && (t.Part == figure || t.Of == figure)
        || (figure is "found" or "invalid" && declaration.Law.Rules.Relations.Any(r => r.Left.Terms.Concat(r.Right.Terms).Any(n => n.Name == figure)));
}
