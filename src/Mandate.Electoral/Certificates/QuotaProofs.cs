using System.Numerics;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>Proofs of the ways of using a quota that are not largest remainders.</summary>
internal static class QuotaProofs
{
    /// <summary>Whole quotas alone; where they are more than the seats, the smallest remainders gave theirs back.</summary>
    public static Proof Whole(StepContext context, AllocateStep step)
    {
        var lists = AllocateProofs.Claimants(context, step);
        var votes = lists.Select(context.VotesOf(step.VotesFrom)).ToList();
        var quota = step.Own!.Of(context, step) ?? throw new InvalidOperationException($"Bug in QuotaProofs: step '{step.Id}' ran without its quota.");
        var draft = AllocateProofs.Start(context, step, "whole-quotas").Number("quota-votes", quota.Numerator).Number("quota-seats", quota.Denominator);
        var rows = context.Read(step.As);
        var wholes = votes.Select(v => (int)(v / quota).Floor).ToList();
        for (var i = 0; i < lists.Count; i++)
        {
            draft.Party(lists[i], ("votes", votes[i]), ("seats", rows[lists[i]]), ("whole", wholes[i]));
            AllocationProof.Whole(draft, lists[i], votes[i], quota, wholes[i]);
        }

        if (step.Own.At is null && context.CountKnown(step.Seats ?? AllocateStep.Plain) is { } house)
        {
            draft.Number("seats", house);
            TakenBack(draft, lists, votes, quota, wholes, [.. lists.Select(l => (int)rows[l])]);
        }

        return draft.Done();
    }

    /// <summary>Whoever gave a seat back had no larger remainder than those who kept theirs.</summary>
    private static void TakenBack(Draft draft, IReadOnlyList<string> lists, List<long> votes, Ratio quota, List<int> wholes, List<int> seats)
    {
        if (wholes.SequenceEqual(seats))
        {
            return;
        }

        BigInteger Lack(int i, int held) => (votes[i] * quota.Denominator) - (held * quota.Numerator);
        var kept = Enumerable.Range(0, lists.Count).Where(i => seats[i] > 0).ToList();
        var cut = kept.Count == 0 ? BigInteger.Zero : kept.Min(i => Lack(i, seats[i] - 1));
        var tied = Enumerable.Range(0, lists.Count).Any(i => seats[i] < wholes[i] && Lack(i, seats[i]) == cut);
        draft.Number("cut", cut);
        for (var i = 0; i < lists.Count; i++)
        {
            if (seats[i] > 0)
            {
                Compare(draft, "last", lists[i], votes[i], quota, seats[i] - 1, cut, Due(Lack(i, seats[i] - 1), cut, tied));
            }

            if (seats[i] < wholes[i])
            {
                Compare(draft, "next", lists[i], votes[i], quota, seats[i], cut, Order(Lack(i, seats[i]), cut));
            }
        }
    }

    private static void Compare(Draft draft, string kind, string list, long votes, Ratio quota, int quotas, BigInteger cut, Relation relation) => draft.Claim(
        kind,
        list,
        [Times(("votes", votes), ("quota-seats", quota.Denominator))],
        relation,
        [Times(("seats", quotas), ("quota-votes", quota.Numerator)), new Product([new Factor("cut", cut)])]);

    /// <summary>Largest remainders among lists with a share of the quota, then one seat each by averages.</summary>
    public static Proof Restricted(StepContext context, AllocateStep step)
    {
        var lists = AllocateProofs.Claimants(context, step);
        var votes = lists.Select(context.VotesOf(step.VotesFrom)).ToList();
        var house = context.CountKnown(step.Seats ?? AllocateStep.Plain) ?? 0;
        var quota = ((QuotaMethod)step.Method).Quota(votes.Sum(), house);
        var from = step.RemaindersFrom!.Value;
        var rows = context.Read(step.As);
        var wholes = votes.Select(v => (int)(v / quota).Floor).ToList();
        var left = house - wholes.Sum();
        var eligible = Enumerable.Range(0, lists.Count).Where(i => votes[i] / quota >= from).ToList();
        var draft = AllocateProofs.Start(context, step, "restricted-remainders").Number("seats", house)
            .Number("quota-votes", quota.Numerator).Number("quota-seats", quota.Denominator).Number("share-above", from.Numerator).Number("share-below", from.Denominator);
        var total = lists.Select((l, i) => (int)rows[l] - wholes[i]).ToList();

        // With remainder seats for all that may have one, what is left goes by averages.
        var all = eligible.Count <= left;
        var first = lists.Select((_, i) => eligible.Contains(i) ? (all ? 1 : total[i]) : 0).ToList();
        for (var i = 0; i < lists.Count; i++)
        {
            draft.Party(lists[i], ("votes", votes[i]), ("seats", rows[lists[i]]), ("whole", wholes[i]), ("by-remainder", first[i]), ("by-average", total[i] - first[i]));
            AllocationProof.Whole(draft, lists[i], votes[i], quota, wholes[i]);
            draft.Claim(
                eligible.Contains(i) ? "eligible" : "not-eligible",
                lists[i],
                [Times(("votes", votes[i]), ("quota-seats", quota.Denominator), ("share-below", from.Denominator))],
                eligible.Contains(i) ? Relation.AtLeast : Relation.Below,
                [Times(("share-above", from.Numerator), ("quota-votes", quota.Numerator))]);
        }

        if (!all && left > 0)
        {
            BigInteger Rest(int i) => (votes[i] * quota.Denominator) - (wholes[i] * quota.Numerator);

            // Where a tie is open, those who tie have the largest remainder of all without a seat.
            var open = left - first.Sum();
            var cut = open > 0 ? eligible.Where(i => first[i] == 0).Max(Rest) : eligible.Where(i => first[i] > 0).Min(Rest);
            var tied = eligible.Any(i => first[i] == 0 && Rest(i) == cut);
            draft.Number("cut", cut);
            if (open > 0)
            {
                draft.Number("open", open);
            }

            eligible.ForEach(i => Compare(draft, first[i] > 0 ? "last" : "next", lists[i], votes[i], quota, wholes[i], cut, first[i] > 0 ? Due(Rest(i), cut, tied) : Order(Rest(i), cut)));
        }

        Averages(draft, lists, votes, wholes, first, total, all ? left - eligible.Count : 0);
        return draft.Done();
    }

    private static void Averages(Draft draft, IReadOnlyList<string> lists, List<long> votes, List<int> wholes, List<int> first, List<int> total, int left)
    {
        var among = Enumerable.Range(0, lists.Count).Where(i => votes[i] > 0).ToList();
        if (left <= 0 || among.Count <= left)
        {
            return;
        }

        Ratio Average(int i) => new(votes[i], wholes[i] + first[i] + 1);
        var open = left - (total.Sum() - first.Sum());
        var cut = open > 0 ? among.Where(i => total[i] == first[i]).Max(Average) : among.Where(i => total[i] > first[i]).Min(Average);
        if (open > 0)
        {
            draft.Number("open", open);
        }

        var tied = among.Any(i => total[i] == first[i] && Average(i) == cut);
        draft.Number("cut-votes", cut.Numerator).Number("cut-seats", cut.Denominator);
        foreach (var i in among)
        {
            var (above, below) = (Times(("votes", votes[i]), ("cut-seats", cut.Denominator)), Times(("divisor", wholes[i] + first[i] + 1), ("cut-votes", cut.Numerator)));
            var (kind, relation) = total[i] > first[i] ? ("average", Due(above.Value, below.Value, tied)) : ("no-average", Order(above.Value, below.Value));
            draft.Claim(kind, lists[i], [above], relation, [below]);
        }
    }

    /// <summary>The whole part of a share of one list's quotient, and the rest for the other.</summary>
    public static Proof Part(StepContext context, PartStep step)
    {
        var lists = context.Read(step.Among).Contenders;
        var votes = lists.Select(context.VotesOf(null)).ToList();
        var rows = context.Read(step.As);
        var house = context.Area.Seats!.Value;
        var served = context.Read(step.To).Contenders[0];
        var own = votes[lists.ToList().IndexOf(served)];
        BigInteger whole = (own * new Ratio(house, 1) * step.Factor / votes.Sum()).Floor;
        var draft = new Draft(context, step, "part").Read("among", step.Among).Read("to", step.To).Read("rest-to", step.RestTo).Write("seats", step.As)
            .Number("seats", house).Number("votes", votes.Sum()).Number("share-above", step.Factor.Numerator).Number("share-below", step.Factor.Denominator).Number("least", step.AtLeast).Number("whole", whole);
        for (var i = 0; i < lists.Count; i++)
        {
            draft.Party(lists[i], ("votes", votes[i]), ("seats", rows[lists[i]]));
        }

        var left = Times(("votes", own), ("seats", house), ("share-above", step.Factor.Numerator));
        draft.Claim("whole", served, [left], Relation.AtLeast, [Times(("seats", whole), ("share-below", step.Factor.Denominator), ("votes", votes.Sum()))]);
        draft.Claim("whole", served, [left], Relation.Below, [Times(("seats", whole + 1), ("share-below", step.Factor.Denominator), ("votes", votes.Sum()))]);
        draft.Claim("least", served, [Times(("seats", rows[served]))], Order(rows[served], step.AtLeast), [Times(("least", step.AtLeast))]);
        return draft.Done();
    }
}
