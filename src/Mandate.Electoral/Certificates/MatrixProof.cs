using System.Numerics;
using Mandate.Electoral.Matrices;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>A matrix by its divisors: votes ÷ divisor of the area ÷ divisor of the list lie within half a seat of the seats of every cell.</summary>
internal static class MatrixProof
{
    public static Proof Of(StepContext context, MatrixStep step)
    {
        var rows = context.Run.Trace.First(t => t.Place == context.Area && t.Trace.Step == step.Word && t.Trace.Id == step.Id).Trace.Rows;
        var draft = new Draft(context, step, "matrix") { Decisions = Ties(context, step) }.Read("seats-of-lists", step.SeatsOfLists).Read("seats-of-areas", step.SeatsOfAreas).Read("areas", step.Kind).Read("winner-takes-one", step.WinnerTakesOne ? "yes" : null).Write("seats", step.As);
        var lists = Divisors(rows, "list");
        var areas = Divisors(rows, "area");
        var places = context.Run.Within(context.Area, step.Kind);
        foreach (var place in places)
        {
            var here = context.In(place);
            var seats = here.Read(step.As);
            var standing = place.Contenders.Where(c => c.CanWin).Select(c => c.Id).ToList();
            var most = standing.Count == 0 ? 0 : standing.Max(s => place.Votes(s) ?? 0);
            var house = Math.Max(0, here.CountKnown(step.SeatsOfAreas) ?? 0);
            var first = step.WinnerTakesOne && house > 0 && most > 0 ? standing.Where(s => place.Votes(s) == most).ToList() : [];
            if (first.Count > 1)
            {
                first = [.. Ties(here, step).SelectMany(d => d.Winners)];
            }

            foreach (var (list, divisor) in lists)
            {
                var least = first.Contains(list) ? 1 : 0;
                Cell(draft, place.Id, list, place.Votes(list) ?? 0, (int)seats[list], least, areas.First(a => a.Id == place.Id).Divisor, divisor);
            }

            draft.Party(place.Id, ("seats", house));
        }

        foreach (var (list, _) in lists)
        {
            draft.Party(list, ("seats", context.Table(step.SeatsOfLists)[list]));
        }

        return draft.Done();
    }

    /// <summary>A matrix alone: the seats of districts and lists are given, and the matrix follows from them.</summary>
    public static TierCertificate Of(MatrixOutcome.Solved solved)
    {
        var draft = new Draft(null, null, "matrix").Read("seats-of-lists", Upper).Read("seats-of-areas", TermSum.AreaSeats).Read("areas", Areas.Constituency).Write("seats", TermSum.AreaSeats);
        var (areas, lists) = solved.Divisors();
        for (var i = 0; i < areas.Count; i++)
        {
            for (var j = 0; j < lists.Count; j++)
            {
                if (solved.Lists[j].Seats.Value == 0)
                {
                    continue;
                }

                var least = solved.Areas[i].Least.Count == 0 ? 0 : solved.Areas[i].Least[j].Value;
                Cell(draft, solved.Areas[i].Area, solved.Lists[j].List, solved.Areas[i].Votes[j].Value, solved.Certain[i][j], least, areas[i], lists[j]);
            }

            draft.Party(solved.Areas[i].Area, ("seats", solved.Areas[i].Seats.Value));
        }

        solved.Lists.ToList().ForEach(l => draft.Party(l.List, ("seats", l.Seats.Value)));
        IReadOnlyList<KeyValuePair<string, int>> Won(int i) => [.. solved.Lists.Select((l, j) => KeyValuePair.Create(l.List, solved.Certain[i][j])).Where((_, j) => solved.Lists[j].Seats.Value > 0)];
        CertifiedTable Table(string name, string area, IEnumerable<KeyValuePair<string, int>> rows) => new(name, area, 1, [.. rows.Select(r => KeyValuePair.Create(r.Key, (long)r.Value))]);
        var upper = solved.Lists.Select(l => KeyValuePair.Create(l.List, l.Seats.Value));
        return new TierCertificate(
            "matrix",
            null,
            [
                .. solved.Areas.Select((a, i) => new CertifiedArea(a.Area, Areas.Constituency, [a.Area], a.Seats.Value, false, TermSum.AreaSeats, [.. Won(i).Where(w => w.Value > 0)])),
                new CertifiedArea(Areas.Nation, Areas.Nation, [.. solved.Areas.Select(a => a.Area)], solved.Areas.Sum(a => a.Seats.Value), false, null, []),
            ],
            [Table(Upper, Areas.Nation, upper), .. solved.Areas.Select((a, i) => Table(TermSum.AreaSeats, a.Area, Won(i)))],
            [
                new Proof(Areas.Nation, "matrix", Upper, "given") { Writes = [KeyValuePair.Create("seats", Upper)] },
                draft.Done(Areas.Nation, "matrix"),
            ]);
    }

    private const string Upper = "seats-of-lists";

    private static void Cell(Draft draft, string area, string list, BigInteger votes, int seats, int least, Ratio areaDivisor, Ratio listDivisor)
    {
        if (votes.IsZero)
        {
            return;
        }

        // Twice everything, so that half a seat is one: 2v against (2x + 1) and (2x − 1) times both divisors.
        var left = Times(("two", 2), ("votes", votes), ("area-divisor-below", areaDivisor.Denominator), ("list-divisor-below", listDivisor.Denominator));
        Product Signpost(int half) => Times(("half-seats", half), ("area-divisor", areaDivisor.Numerator), ("list-divisor", listDivisor.Numerator));
        var above = Signpost((2 * seats) + 1);
        draft.Claim("next", list, [left], Order(left.Value, above.Value), [above], area);
        if (seats > least)
        {
            var below = Signpost((2 * seats) - 1);
            draft.Claim("last", list, [left], Order(left.Value, below.Value), [below], area);
        }
        else if (least > 0)
        {
            draft.Claim("least", list, [Times(("seats", seats))], Relation.AtLeast, [Times(("least", least))], area);
        }
    }

    private static List<(string Id, Ratio Divisor)> Divisors(IReadOnlyList<TraceRow> rows, string outcome) =>
        [.. rows.Where(r => r.Outcome == outcome).Select(r => (r.Contender!, ((Argument.Exact)r.Arguments["divisor"]).Value))];
}
