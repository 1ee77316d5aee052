using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Places levelling seats: the largest quotient over all lists and areas takes the next one, until lists and areas have theirs.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Seats">Levelling seats by list, in the step's place.</param>
/// <param name="To">Kind of the areas that receive them.</param>
/// <param name="Each">Levelling seats of every area; null for the area's own number of seats.</param>
/// <param name="Method">The divisors.</param>
/// <param name="Held">Table of seats held in the areas; the divisors go on from them.</param>
/// <param name="PerSeat">Seats by which an area's votes are averaged before quotients are compared; null compares them as they are.</param>
/// <param name="Ties">Rules for a tie, in order.</param>
/// <param name="As">The table written in each area: levelling seats by list.</param>
/// <remarks>Norway, valgloven 2023 § 11-6 (one seat a county, quotients relative to votes a seat); Denmark, folketingsvalgloven § 79 (supplementary seats to provinces).</remarks>
public sealed record LevelStep(string Id, TermSum Seats, string To, int? Each, DivisorMethod Method, string Held, TermSum? PerSeat, IReadOnlyList<TieRule> Ties, string As) : Step("level", Id)
{
    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [.. Seats.Names, Held, .. PerSeat?.Names.Where(n => n != TermSum.AreaSeats) ?? []];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        if (context.Within(this, To) is not { } areas)
        {
            return;
        }

        var wanted = context.Table(Seats);
        var left = wanted.Contenders.ToDictionary(l => l, l => wanted[l], StringComparer.Ordinal);
        var room = new Dictionary<string, long>(StringComparer.Ordinal);
        var weight = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        foreach (var area in areas)
        {
            var here = context.In(area);
            if (Each is null && here.Seats(this) is null)
            {
                return;
            }

            room[area.Id] = Each ?? area.Seats!.Value;
            weight[area.Id] = 1;
            if (PerSeat is not null)
            {
                var votes = here.Figure("votes");
                if (here.Count(this, PerSeat) is not { } seats)
                {
                    return;
                }

                if (!votes.IsKnown)
                {
                    context.Halt(this, Status.Unknown, "figure", [], context.Area.Seats ?? 0, [.. votes.Missing.Select(m => m.Fact)]);
                    return;
                }

                // Where nobody voted, no quotient is above another.
                weight[area.Id] = votes.Known == 0 ? Ratio.Zero : new Ratio(seats, votes.Known);
            }
        }

        if (MissingVotes(context, areas, left) is { Count: > 0 } missing)
        {
            context.Halt(this, Status.Unknown, "votes", [.. left.Where(l => l.Value > 0).Select(l => l.Key)], context.Area.Seats ?? 0, missing);
            return;
        }

        var held = areas.ToDictionary(a => a.Id, a => context.In(a).Find(Held) ?? new Rows([]), StringComparer.Ordinal);
        var given = areas.ToDictionary(a => a.Id, _ => new Dictionary<string, long>(StringComparer.Ordinal), StringComparer.Ordinal);
        var rows = new List<TraceRow>();
        while (Best(areas, left, room, weight, held, given) is { Count: > 0 } best)
        {
            var (area, list, quotient) = best[0];

            // Equal quotients are a tie only where lists or areas run out before all of them are served.
            var scarce = best.GroupBy(b => b.List).Any(g => left[g.Key] < g.Count()) || best.GroupBy(b => b.Area.Id).Any(g => room[g.Key] < g.Count());
            if (best.Count > 1 && scarce)
            {
                if (TieSettler.Settle(context, this, new Tie([.. best.Select(b => $"{b.List}@{b.Area.Id}")], 1), Ties, id => areas.First(a => a.Id == id.Split('@')[1]).Votes(id.Split('@')[0]) ?? 0) is not { } winners)
                {
                    return;
                }

                (area, list, quotient) = best.First(b => $"{b.List}@{b.Area.Id}" == winners[0]);
            }

            given[area.Id][list] = given[area.Id].GetValueOrDefault(list) + 1;
            left[list]--;
            room[area.Id]--;
            rows.Add(new TraceRow(list, "placed", new Dictionary<string, Argument>
            {
                ["round"] = new Argument.Count(rows.Count + 1),
                ["area"] = new Argument.Contenders([area.Id]),
                ["votes"] = new Argument.Count(area.Votes(list) ?? 0),
                ["quotient"] = new Argument.Exact(quotient),
            }));
        }

        foreach (var area in areas)
        {
            context.In(area).Write(As, new Rows(area.Contenders.Where(c => given[area.Id].ContainsKey(c.Id)).Select(c => KeyValuePair.Create(c.Id, given[area.Id][c.Id]))));
        }

        context.LeaveVacant((int)left.Values.Where(n => n > 0).Sum());
        context.Add(this, "placed", new Dictionary<string, Argument> { ["seats"] = new Argument.Count(rows.Count), ["areas"] = new Argument.Term(To) }, () => rows);
    }

    private static List<string> MissingVotes(StepContext context, IReadOnlyList<Place> areas, Dictionary<string, long> left)
    {
        var missing = new List<string>();
        foreach (var (list, _) in left.Where(l => l.Value > 0))
        {
            foreach (var area in areas)
            {
                context.In(area).Votes(list, null, missing);
            }
        }

        return missing;
    }

    private List<(Place Area, string List, Ratio Quotient)> Best(
        IReadOnlyList<Place> areas,
        Dictionary<string, long> left,
        Dictionary<string, long> room,
        Dictionary<string, Ratio> weight,
        Dictionary<string, Rows> held,
        Dictionary<string, Dictionary<string, long>> given)
    {
        var best = new List<(Place, string, Ratio)>();
        foreach (var area in areas.Where(a => room[a.Id] > 0))
        {
            foreach (var (list, _) in left.Where(l => l.Value > 0))
            {
                if (area.Votes(list) is not > 0)
                {
                    continue;
                }

                var seats = (int)(held[area.Id][list] + given[area.Id].GetValueOrDefault(list));
                var quotient = area.Votes(list)!.Value / Method.Divisor(seats) * weight[area.Id];
                var order = best.Count == 0 ? 1 : quotient.CompareTo(best[0].Item3);
                if (order > 0)
                {
                    best.Clear();
                }

                if (order >= 0)
                {
                    best.Add((area, list, quotient));
                }
            }
        }

        return best;
    }
}
