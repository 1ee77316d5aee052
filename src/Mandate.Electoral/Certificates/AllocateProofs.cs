using System.Numerics;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>Proofs of an allocation to lists, with what its law says of seats held above the share.</summary>
internal static class AllocateProofs
{
    public static IEnumerable<Proof> Of(StepContext context, AllocateStep step)
    {
        var lists = Claimants(context, step);
        var votes = lists.Select(context.VotesOf(step.VotesFrom)).ToList();
        var held = step.Held is null ? null : context.Find(step.Held) ?? new Rows([]);
        var house = context.CountKnown(step.Seats ?? AllocateStep.Plain) ?? 0;
        if (house <= 0)
        {
            var nothing = Start(context, step, "nothing-to-share");
            nothing.Number("keeps-held", step.Excess is Excess.Return or Excess.Forfeit ? 0 : 1);
            lists.ToList().ForEach(l => nothing.Party(l, ("held", held?[l] ?? 0)));
            nothing.Claim("seats", null, [Times(("seats", BigInteger.Max(0, house)))], Relation.Equal, [Times(("none", 0))]);
            return [nothing.Done()];
        }

        if (votes.Sum() == 0)
        {
            return [];
        }

        var claimed = new Claimed(lists, votes, held, house, step.Own?.Of(context, step), step.VotesFrom is null ? 1 : context.Read(step.VotesFrom).Unit);
        return step.Excess switch
        {
            Excess.Start or Excess.Forfeit => [Round(context, step, claimed, lists, house, out _).Done()],
            Excess.Enlarge => [Against(Round(context, step, claimed, lists, house, out var share), "enlarge", claimed, share).Done()],
            Excess.Return => Return(context, step, claimed),
            Excess.DropOut => DropOut(context, step, claimed),
            Excess.Compensate => Compensate(context, step, claimed),
            _ => throw new InvalidOperationException($"Bug in AllocateProofs: {step.Excess}."),
        };
    }

    /// <summary>Who takes part, as the step sees it.</summary>
    public static IReadOnlyList<string> Claimants(StepContext context, AllocateStep step)
    {
        var lists = context.Among(step.Among ?? step.VotesFrom);
        if (step.VotesFrom is { } table)
        {
            var rows = context.Read(table);
            return [.. lists.Where(rows.Has)];
        }

        if (step.Among is null)
        {
            return lists;
        }

        var among = context.Read(step.Among);
        return [.. context.Area.Contenders.Select(c => c.Id).Where(among.Has)];
    }

    /// <summary>A draft that says what the step reads and writes.</summary>
    public static Draft Start(StepContext context, AllocateStep step, string rule) => new Draft(context, step, rule) { Decisions = Ties(context, step) }
        .Read("method", Named(step.Method)).Read("among", step.Among).Read("votes", step.VotesFrom).Read("seats", step.Seats).Read("held", step.Held)
        .Read("excess", step.Excess == Excess.Start ? null : Word(step.Excess)).Read("quota-over", step.Own?.Over).Read("quota-at", step.Own?.At)
        .Write("seats", step.As).Write("further", step.Further).Write("kept", step.Kept).Write("left", step.Own?.Left);

    /// <summary>The method's name; a quota's rounding stands behind it.</summary>
    public static string Named(Method method) => method.Name;

    private static string Word(Excess excess) => excess switch
    {
        Excess.DropOut => "drop-out",
        Excess.Enlarge => "enlarge",
        Excess.Compensate => "compensate",
        Excess.Return => "return",
        Excess.Forfeit => "forfeit",
        _ => throw new InvalidOperationException($"Bug in AllocateProofs: {excess}."),
    };

    /// <summary>One allocation among some lists for a house.</summary>
    private static Draft Round(StepContext context, AllocateStep step, Claimed claimed, IReadOnlyList<string> lists, int house, out IReadOnlyList<int> seats, string? rule = null)
    {
        var start = step.Excess == Excess.Start;
        var claims = lists.Select(l => new Claim(l, new VoteCount(claimed.VotesOf(l)))
        {
            Held = new SeatCount(start ? (int)claimed.HeldBy(l) : 0),
            Minimum = new SeatCount(step.Minimum),
            Maximum = step.WithinPersons && PreferStep.Eligible(context, l) is { } persons ? new SeatCount(Math.Max(persons.Count, Math.Max(step.Minimum, start ? (int)claimed.HeldBy(l) : 0))) : null,
        }).ToList();
        var allocation = Apportionment.Allocate(step.Method, claims, new SeatCount(house), claimed.Quota);
        var draft = Start(context, step, rule ?? (step.Method is QuotaMethod ? "quota" : "divisors"));
        if (claimed.Unit > 1)
        {
            draft.Number("unit", claimed.Unit);
        }

        if (step.Minimum > 0)
        {
            draft.Number("minimum", step.Minimum);
        }

        seats = Settled(allocation, draft.Decisions, out var decisions);
        draft.Decisions = decisions;
        AllocationProof.Write(draft, allocation, seats);
        return draft;
    }

    /// <summary>Seats after the decisions that settled this very tie, and those decisions.</summary>
    public static IReadOnlyList<int> Settled(Allocation allocation, IReadOnlyList<Decision> all, out IReadOnlyList<Decision> decisions)
    {
        decisions = [];
        if (allocation.Tie is not { } tie)
        {
            return allocation.Awarded;
        }

        // A law's rules are taken one after the other until together they name the winners.
        var start = all.ToList().FindIndex(d => d.Seats == tie.Seats && d.Contenders.SequenceEqual(tie.Contenders));
        var winners = new List<string>();
        for (var i = start; i >= 0 && i < all.Count && winners.Count < tie.Seats; i++)
        {
            winners.AddRange(all[i].Winners);
            decisions = [.. decisions, all[i]];
        }

        return tie.Fits(winners) ? allocation.Settle(winners).Awarded : allocation.Awarded;
    }

    /// <summary>Seats held against seats due.</summary>
    private static Draft Against(Draft draft, string rule, Claimed claimed, IReadOnlyList<int> seats, IReadOnlyList<string>? lists = null)
    {
        var all = lists ?? claimed.Lists;
        draft.Read("held-against", rule);
        for (var i = 0; i < all.Count; i++)
        {
            var held = claimed.HeldBy(all[i]);
            draft.Claim(held > seats[i] ? "over" : "within", all[i], [Times(("seats", held))], held > seats[i] ? Relation.Above : Relation.AtMost, [Times(("seats", seats[i]))]);
        }

        return draft;
    }

    private static IEnumerable<Proof> DropOut(StepContext context, AllocateStep step, Claimed claimed)
    {
        var lists = claimed.Lists.ToList();
        var house = claimed.House;
        while (house > 0 && lists.Any(l => claimed.VotesOf(l) > 0))
        {
            var draft = Round(context, step, claimed, lists, house, out var seats);
            yield return Against(draft, "drop-out", claimed, seats, [.. lists]).Done();
            var over = lists.Where((l, i) => claimed.HeldBy(l) > seats[i]).ToList();
            if (over.Count == 0)
            {
                yield break;
            }

            house -= (int)over.Sum(claimed.HeldBy);
            lists.RemoveAll(over.Contains);
        }

        var rest = Start(context, step, "all-dropped-out");
        lists.ForEach(l => rest.Party(l, ("held", claimed.HeldBy(l)), ("votes", claimed.VotesOf(l))));
        yield return rest.Number("seats", BigInteger.Max(0, house)).Done();
    }

    /// <summary>The house that is large enough, and the one before it that is not: no list loses a seat as a house grows by divisors.</summary>
    private static IEnumerable<Proof> Compensate(StepContext context, AllocateStep step, Claimed claimed)
    {
        var house = (int)context.Read(step.As).Sum;
        if (house > claimed.House)
        {
            for (var smaller = step.Method is DivisorMethod ? house - 1 : claimed.House; smaller < house; smaller++)
            {
                yield return Against(Round(context, step, claimed, claimed.Lists, smaller, out var less, rule: step.Method is DivisorMethod ? "divisors-too-few" : "quota-too-few"), "compensate", claimed, less).Done();
            }
        }

        yield return Against(Round(context, step, claimed, claimed.Lists, house, out var seats), "compensate", claimed, seats).Done();
    }

    private static IEnumerable<Proof> Return(StepContext context, AllocateStep step, Claimed claimed)
    {
        yield return Against(Round(context, step, claimed, claimed.Lists, claimed.House, out var share), "return", claimed, share).Done();
        if (step.Kept is null || context.Run.Find(step.Kept) is null)
        {
            yield break;
        }

        var method = (DivisorMethod)step.Method;
        for (var i = 0; i < claimed.Lists.Count; i++)
        {
            yield return GiveBack(context, step, claimed.Lists[i], share[i], method);
        }
    }

    /// <summary>A list gave back the seats with the smallest quotients: none it keeps has a smaller one.</summary>
    private static Proof GiveBack(StepContext context, AllocateStep step, string list, int share, DivisorMethod method)
    {
        var draft = new Draft(context, step, "give-back") { Of = list, Decisions = Ties(context, step) }.Read("method", Named(method)).Read("held", step.Held).Write("kept", step.Kept).Number("seats", share);
        var places = context.Run.Within(context.Area, Areas.Constituency);
        var kept = places.Select(p => (int)context.In(p).Read(step.Kept!)[list]).ToList();
        var held = places.Select(p => (int)(context.In(p).Find(step.Held!)?[list] ?? 0)).ToList();
        var smallest = Enumerable.Range(0, places.Count).Where(p => kept[p] > 0).Select(p => (places[p].Votes(list) ?? 0) / method.Divisor(kept[p] - 1)).DefaultIfEmpty(Ratio.Zero).Min();
        var tied = Enumerable.Range(0, places.Count).Any(p => held[p] > kept[p] && (places[p].Votes(list) ?? 0) / method.Divisor(kept[p]) == smallest);
        draft.Number("cut-votes", smallest.Numerator).Number("cut-seats", smallest.Denominator);
        for (var p = 0; p < places.Count; p++)
        {
            BigInteger votes = places[p].Votes(list) ?? 0;
            draft.Party(places[p].Id, ("votes", votes), ("held", held[p]), ("seats", kept[p]));
            void Compare(string kind, int seat)
            {
                var divisor = method.Divisor(seat);
                var (left, right) = (Times(("votes", votes), ("cut-seats", smallest.Denominator), ("divisor-below", divisor.Denominator)), Times(("divisor", divisor.Numerator), ("cut-votes", smallest.Numerator)));
                draft.Claim(kind, places[p].Id, [left], kind == "last" ? Due(left.Value, right.Value, tied) : Order(left.Value, right.Value), [right]);
            }

            if (kept[p] > 0)
            {
                Compare("last", kept[p] - 1);
            }

            if (held[p] > kept[p])
            {
                Compare("given-back", kept[p]);
            }
        }

        return draft.Done();
    }
}
