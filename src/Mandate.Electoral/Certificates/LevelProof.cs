using System.Numerics;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>Levelling seats in the order in which they were placed.</summary>
/// <remarks>
/// The quotients fall from seat to seat. A list stays in the running in an area until it has its seats or the area is full; until
/// that seat its next quotient there never exceeded the one that took a seat. Both together say that every seat went to the
/// largest quotient, so nothing else has to be compared.
/// </remarks>
internal static class LevelProof
{
    public static Proof Of(StepContext context, LevelStep step)
    {
        var areas = context.Run.Within(context.Area, step.To);
        var wanted = context.Table(step.Seats);
        var placed = context.Run.Trace.First(t => t.Place == context.Area && t.Trace.Id == step.Id && t.Trace.Step == step.Word).Trace.Rows
            .Select(r => (List: r.Contender!, Area: ((Argument.Contenders)r.Arguments["area"]).Ids[0])).ToList();
        var draft = new Draft(context, step, "placed") { Decisions = Ties(context, step) }.Read("method", AllocateProofs.Named(step.Method)).Read("seats", step.Seats).Read("areas", step.To).Read("held", step.Held).Read("votes-per", step.PerSeat).Read("each", step.Each).Write("seats", step.As);
        var left = wanted.Contenders.ToDictionary(l => l, l => wanted[l], StringComparer.Ordinal);
        var room = areas.ToDictionary(a => a.Id, a => (long)(step.Each ?? a.Seats!.Value), StringComparer.Ordinal);
        var given = new Dictionary<(string, string), int>();

        Product Quotient(Place area, string list, int more)
        {
            var here = context.In(area);
            var seats = step.PerSeat is null ? BigInteger.One : here.CountKnown(step.PerSeat) ?? 0;
            var divisor = step.Method.Divisor((int)(here.Find(step.Held)?[list] ?? 0) + given.GetValueOrDefault((area.Id, list)) + more);
            return Times(("votes", area.Votes(list) ?? 0), ("seats", seats), ("divisor-below", divisor.Denominator));
        }

        Product Under(Place area, string list, int more)
        {
            var here = context.In(area);
            var divisor = step.Method.Divisor((int)(here.Find(step.Held)?[list] ?? 0) + given.GetValueOrDefault((area.Id, list)) + more);
            return Times(("divisor", divisor.Numerator), ("all-votes", step.PerSeat is null ? BigInteger.One : BigInteger.Max(1, here.Figure("votes").Known)));
        }

        // a/b against c/d is a·d against c·b.
        void Compare(string kind, string party, Place area, (Product Above, Product Below) mine, (Product Above, Product Below) other)
        {
            var (leftSide, rightSide) = (new Product([.. other.Above.Factors, .. mine.Below.Factors]), new Product([.. mine.Above.Factors, .. other.Below.Factors]));
            draft.Claim(kind, party, [leftSide], Order(leftSide.Value, rightSide.Value), [rightSide], area.Id);
        }

        var rounds = new List<(Product Above, Product Below)>();
        for (var k = 0; k < placed.Count; k++)
        {
            var (list, area) = (placed[k].List, areas.First(a => a.Id == placed[k].Area));
            var quotient = (Quotient(area, list, 0), Under(area, list, 0));
            draft.Party($"{list}@{area.Id}", ("round", k + 1), ("votes", area.Votes(list) ?? 0));
            if (k > 0)
            {
                Compare("not-above-seat-before", list, area, quotient, rounds[^1]);
            }

            rounds.Add(quotient);
            given[(area.Id, list)] = given.GetValueOrDefault((area.Id, list)) + 1;
            left[list]--;
            room[area.Id]--;
        }

        draft.Number("placed", placed.Count);
        foreach (var area in areas)
        {
            foreach (var list in wanted.Contenders.Where(l => wanted[l] > 0 && area.Votes(l) is > 0))
            {
                var until = Math.Min(Out(placed.Select(p => p.List), list, wanted[list]), Out(placed.Select(p => p.Area), area.Id, step.Each ?? area.Seats!.Value));
                if (until > 0)
                {
                    Compare("never-above", list, area, (Quotient(area, list, 0), Under(area, list, 0)), rounds[Math.Min(until, rounds.Count) - 1]);
                }
            }
        }

        return draft.Done();
    }

    /// <summary>The round after which somebody who is due so many seats is out; all rounds where that never happens.</summary>
    private static int Out(IEnumerable<string> rounds, string who, long due)
    {
        if (due <= 0)
        {
            return 0;
        }

        var all = rounds.ToList();
        var last = all.Select((r, i) => (r, i)).Where(p => p.r == who).Skip((int)due - 1).Select(p => p.i + 1).FirstOrDefault();
        return last == 0 ? all.Count : last;
    }
}
