using System.Numerics;
using Mandate.Electoral.Methods;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>An allocation as one cut: every last seat lies on its upper side, every seat next in turn on its lower side.</summary>
/// <remarks>
/// With all seats given out, no list could take another one's last seat; that is the max-min inequality of divisor methods and, with
/// remainders in place of quotients, the rule of largest remainders in all its forms: seats missing, seats too many, bounds.
/// </remarks>
internal static class AllocationProof
{
    /// <summary>Writes parties and inequalities into a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="allocation">The allocation as the votes leave it.</param>
    /// <param name="seats">Seats per claim after ties were settled; those in an open tie are not among them.</param>
    public static void Write(Draft draft, Allocation allocation, IReadOnlyList<int> seats)
    {
        for (var i = 0; i < seats.Count; i++)
        {
            var claim = allocation.Claims[i];
            var least = Least(claim);
            List<(string, BigInteger)> numbers = [("votes", claim.Votes.Value), ("seats", seats[i])];
            if (least > 0)
            {
                numbers.Add(("least", least));
            }

            if (claim.Maximum is { } most)
            {
                numbers.Add(("most", most.Value));
            }

            draft.Party(claim.List, [.. numbers]);
        }

        draft.Number("seats", allocation.House);
        if (allocation.Vacant > 0)
        {
            draft.Number("vacant", allocation.Vacant);
        }

        if (allocation.Tie is { } tie && seats.Sum() + allocation.Vacant < allocation.House)
        {
            draft.Number("open", tie.Seats);
        }

        if (allocation.Method is DivisorMethod method)
        {
            Divisors(draft, allocation, method, seats);
        }
        else
        {
            Remainders(draft, allocation, seats);
        }
    }

    private static void Divisors(Draft draft, Allocation allocation, DivisorMethod method, IReadOnlyList<int> seats)
    {
        var rooted = method.Rule == DivisorRule.Geometric;
        var (last, next) = Sides(allocation, seats);
        if (last.Count == 0 || next.Count == 0)
        {
            return;
        }

        if (next.Any(i => method.Divisor(seats[i]) == Ratio.Zero))
        {
            FirstSeats(draft, allocation, method, seats, last, next);
            return;
        }

        Ratio Quotient(int i, int held)
        {
            BigInteger votes = allocation.Claims[i].Votes.Value;
            return new Ratio(rooted ? votes * votes : votes, 1) / method.Divisor(held);
        }

        // A first seat whose divisor is 0 has no quotient; it is due before all others.
        var finite = last.Where(i => method.Divisor(seats[i] - 1) > Ratio.Zero).ToList();
        var low = next.Max(i => Quotient(i, seats[i]));
        var high = finite.Count == 0 ? low * 4 : finite.Min(i => Quotient(i, seats[i] - 1));
        var strict = allocation.Tie is null;
        var cut = strict ? SelectDivisor.Shortest(low, high, rooted) : low;
        var (votesPer, seat) = (cut.Numerator, cut.Denominator);
        draft.Number("cut-votes", votesPer).Number("cut-seats", seat);

        void Claim(string kind, int i, int held, Relation relation)
        {
            BigInteger votes = allocation.Claims[i].Votes.Value;
            var divisor = method.Divisor(held);
            if (rooted)
            {
                // Squared on both sides: the divisor is a square root. Where lists tie, the cut is their square itself.
                (string, BigInteger)[] left = strict ? [("votes", votes), ("votes", votes), ("cut-seats", seat), ("cut-seats", seat)] : [("votes", votes), ("votes", votes), ("cut-seats", seat)];
                (string, BigInteger)[] right = strict ? [("divisor-squared", divisor.Numerator), ("cut-votes", votesPer), ("cut-votes", votesPer)] : [("divisor-squared", divisor.Numerator), ("cut-votes", votesPer)];
                draft.Claim(kind, allocation.Claims[i].List, [Times(left)], relation, [Times(right)]);
                return;
            }

            draft.Claim(
                kind,
                allocation.Claims[i].List,
                [Times(("votes", votes), ("cut-seats", seat), ("divisor-below", divisor.Denominator))],
                relation,
                [Times(("divisor", divisor.Numerator), ("cut-votes", votesPer))]);
        }

        foreach (var i in last)
        {
            Claim("last", i, seats[i] - 1, method.Divisor(seats[i] - 1) == Ratio.Zero || Quotient(i, seats[i] - 1) > cut || strict ? Relation.Above : Relation.Equal);
        }

        foreach (var i in next)
        {
            Claim("next", i, seats[i], strict || Quotient(i, seats[i]) < cut ? Relation.Below : Relation.Equal);
        }
    }

    /// <summary>Where the first divisor is 0 and seats do not reach all: nobody has two, and the larger lists have one.</summary>
    private static void FirstSeats(Draft draft, Allocation allocation, DivisorMethod method, IReadOnlyList<int> seats, List<int> last, List<int> next)
    {
        next = [.. next.Where(i => method.Divisor(seats[i]) == Ratio.Zero)];
        var cut = next.Max(i => allocation.Claims[i].Votes.Value);
        draft.Number("first-seats-cut", cut);
        foreach (var (kind, side) in new[] { ("last", last), ("next", next) })
        {
            foreach (var i in side)
            {
                var votes = allocation.Claims[i].Votes.Value;
                draft.Claim(kind, allocation.Claims[i].List, [Times(("votes", votes))], Order(votes, cut), [Times(("cut-votes", cut))]);
            }
        }
    }

    private static void Remainders(Draft draft, Allocation allocation, IReadOnlyList<int> seats)
    {
        var quota = allocation.Quota!.Value;
        draft.Number("quota-votes", quota.Numerator).Number("quota-seats", quota.Denominator);
        var wholes = allocation.Claims.Select(c => (int)(c.Votes.Value / quota).Floor).ToList();
        for (var i = 0; i < seats.Count; i++)
        {
            Whole(draft, allocation.Claims[i].List, allocation.Claims[i].Votes.Value, quota, wholes[i]);
        }

        var (last, next) = Sides(allocation, seats);
        if (last.Count == 0 || next.Count == 0)
        {
            return;
        }

        BigInteger Lack(int i, int held) => (allocation.Claims[i].Votes.Value * quota.Denominator) - (held * quota.Numerator);

        // The least remainder that got a seat; where lists tie, the remainder they share.
        var tied = allocation.Tie is not null;
        var cut = tied ? next.Max(i => Lack(i, seats[i])) : last.Min(i => Lack(i, seats[i] - 1));
        draft.Number("cut", cut);
        foreach (var i in last.Where(i => seats[i] > wholes[i] || cut >= quota.Numerator))
        {
            Compare(draft, "last", allocation.Claims[i], quota, seats[i] - 1, cut, Due(Lack(i, seats[i] - 1), cut, tied));
        }

        foreach (var i in next.Where(i => seats[i] <= wholes[i] || cut.Sign < 0))
        {
            Compare(draft, "next", allocation.Claims[i], quota, seats[i], cut, Order(Lack(i, seats[i]), cut));
        }
    }

    /// <summary>Votes against so many quotas and the cut; a cut below zero goes to the other side.</summary>
    private static void Compare(Draft draft, string kind, Claim claim, Ratio quota, int quotas, BigInteger cut, Relation relation)
    {
        var votes = Times(("votes", claim.Votes.Value), ("quota-seats", quota.Denominator));
        var whole = Times(("seats", quotas), ("quota-votes", quota.Numerator));
        var rest = new Product([new Factor("cut", BigInteger.Abs(cut))]);
        draft.Claim(kind, claim.List, cut.Sign < 0 ? [votes, rest] : [votes], relation, cut.Sign > 0 ? [whole, rest] : [whole]);
    }

    /// <summary>So many whole quotas lie in the votes and not one more.</summary>
    public static void Whole(Draft draft, string list, long votes, Ratio quota, int whole)
    {
        var left = Times(("votes", votes), ("quota-seats", quota.Denominator));
        draft.Claim("whole", list, [left], Relation.AtLeast, [Times(("seats", whole), ("quota-votes", quota.Numerator))]);
        draft.Claim("whole", list, [left], Relation.Below, [Times(("seats", whole + 1), ("quota-votes", quota.Numerator))]);
    }

    /// <summary>Claims that have a seat to lose, and those that could take one more.</summary>
    private static (List<int> Last, List<int> Next) Sides(Allocation allocation, IReadOnlyList<int> seats)
    {
        var all = Enumerable.Range(0, seats.Count).ToList();
        return (
            [.. all.Where(i => seats[i] > Least(allocation.Claims[i]))],
            [.. all.Where(i => allocation.Claims[i].Votes.Value > 0 && seats[i] < (allocation.Claims[i].Maximum?.Value ?? int.MaxValue))]);
    }

    private static int Least(Claim claim) => Math.Max(claim.Held.Value, claim.Minimum.Value);
}
