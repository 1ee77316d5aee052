using System.Numerics;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Margins;

/// <summary>Moves votes from one list to another until nothing is left, and stops wherever seats can change.</summary>
/// <remarks>
/// <para>Seats are not monotone in the votes moved: a third list can gain a seat from the loser and lose it again to the winner.
/// So nothing is bisected. At every stop the seats are worked out by the method itself; they stay as they are while every
/// seat next in turn stays below every last seat, while no list crosses its threshold, and while a quota stays the same. Each
/// of these is linear in the votes moved: what holds here and holds later held all the way between. The walk jumps to the
/// last vote at which all still hold, and one further.</para>
/// <para>Floating point proposes how far to jump; whole numbers confirm it, or the jump is made shorter.</para>
/// </remarks>
internal sealed class MarginWalk(VoteField field)
{
    private readonly int lists = field.Lists.Count;
    private readonly bool rooted = field.Method is DivisorMethod { Rule: DivisorRule.Geometric };

    /// <summary>The least move for every seat: by list, then by seat, as votes, loser, winner and who has it then.</summary>
    /// <param name="seats">Seats of each list as they were declared.</param>
    /// <returns>Null where a move leads to a number of lists for which the law orders something else.</returns>
    public IReadOnlyList<Move?[]>? Least(IReadOnlyList<int> seats)
    {
        var best = seats.Select(s => new Move?[s]).ToList();
        for (var from = 0; from < lists; from++)
        {
            for (var to = 0; to < lists; to++)
            {
                if (from != to && !Walk(from, to, seats, best))
                {
                    return null;
                }
            }
        }

        return best;
    }

    private bool Walk(int from, int to, IReadOnlyList<int> seats, List<Move?[]> best)
    {
        var votes = field.Votes.ToArray();
        var least = seats.ToArray();
        for (long moved = 0; ;)
        {
            var outcome = field.With(votes);
            if (field.OtherwiseWith.Contains(outcome.Inside.Count))
            {
                return false;
            }

            for (var i = 0; i < lists; i++)
            {
                for (; least[i] > outcome.Seats[i]; least[i]--)
                {
                    if (best[i][least[i] - 1] is not { } known || known.Votes > moved)
                    {
                        best[i][least[i] - 1] = new Move(moved, from, to, Gainer(outcome, seats, i));
                    }
                }
            }

            if (votes[from] == 0)
            {
                return true;
            }

            var jump = Math.Min(votes[from], Held(votes, outcome, from, to) + 1);
            moved += jump;
            votes[from] -= jump;
            votes[to] += jump;
        }
    }

    /// <summary>Who has a seat more than before, or ties for one.</summary>
    private int? Gainer(FieldOutcome outcome, IReadOnlyList<int> seats, int loser)
    {
        for (var i = 0; i < lists; i++)
        {
            if (i != loser && (outcome.Seats[i] > seats[i] || (outcome.Tied.Contains(i) && outcome.Seats[i] == seats[i])))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>How many more votes can move with the seats as they are; a lower bound is as good.</summary>
    private long Held(long[] votes, FieldOutcome outcome, int from, int to)
    {
        if (outcome.Tied.Contains(from) || outcome.Tied.Contains(to) || votes[to] == 0)
        {
            return 0;
        }

        // The loser keeps a vote, and both stay on their side of the threshold.
        var most = votes[from] - 1;
        var (losing, gaining) = (votes[from] >= field.Needed[from], votes[to] >= field.Needed[to]);
        most = losing ? Math.Min(most, votes[from] - field.Needed[from]) : most;
        most = gaining ? most : Math.Min(most, field.Needed[to] - votes[to] - 1);
        if (most <= 0 || (!losing && !gaining))
        {
            return Math.Max(0, most);
        }

        var race = new Race(field, votes, outcome, from, to, rooted);
        if (race.MovesQuota && outcome.Tied.Count > 0)
        {
            return 0;
        }

        return race.Longest(most);
    }
}

/// <summary>A move of votes.</summary>
/// <param name="Votes">How many.</param>
/// <param name="From">Who loses them.</param>
/// <param name="To">Who gains them.</param>
/// <param name="Next">Who then has the seat, or ties for it.</param>
internal sealed record Move(long Votes, int From, int To, int? Next);

/// <summary>Every seat next in turn against every last seat, while votes move.</summary>
internal sealed class Race
{
    private readonly VoteField field;
    private readonly long[] votes;
    private readonly FieldOutcome outcome;
    private readonly int from;
    private readonly int to;
    private readonly bool rooted;
    private readonly long total;
    private readonly int quotaMoves;
    private readonly List<(int Next, int Last)> pairs = [];

    public Race(VoteField field, long[] votes, FieldOutcome outcome, int from, int to, bool rooted)
    {
        (this.field, this.votes, this.outcome, this.from, this.to, this.rooted) = (field, votes, outcome, from, to, rooted);
        total = outcome.Inside.Sum(i => votes[i]);
        quotaMoves = field.Method is not QuotaMethod || field.QuotaOver is not null ? 0
            : (outcome.Inside.Contains(to) ? 1 : 0) - (outcome.Inside.Contains(from) ? 1 : 0);
        foreach (var i in outcome.Inside.Where(i => votes[i] > 0 && outcome.Seats[i] < (field.Most.Count == 0 ? int.MaxValue : Math.Max(field.Minimum, field.Most[i]))))
        {
            foreach (var j in outcome.Inside.Where(j => j != i && (quotaMoves != 0 || Moves(i) || Moves(j))))
            {
                // Who ties has no seat yet to lose; whoever joins the tie takes none that is certain.
                if (outcome.Seats[j] > field.Minimum)
                {
                    pairs.Add((i, j));
                }
            }
        }
    }

    /// <summary>Gets whether the votes that make the quota change with the move.</summary>
    public bool MovesQuota => quotaMoves != 0;

    /// <summary>The longest move up to a bound for which every pair keeps its order.</summary>
    public long Longest(long most)
    {
        if (quotaMoves == 0 || ((QuotaMethod)field.Method).Rounding == QuotaRounding.None)
        {
            return Longest(most, loose: false);
        }

        // A rounded quota moves by steps. It lies within 1 of the exact one, which moves evenly: what holds for both ends of
        // that band, here and later, holds all the way. Where the band is too wide, the quota has to stay the same.
        return pairs.All(p => Holds(p, 0, loose: true)) ? Longest(most, loose: true) : Longest(SameQuota(most), loose: false);
    }

    private long Longest(long most, bool loose)
    {
        var guess = (double)most;
        foreach (var pair in pairs)
        {
            guess = Math.Min(guess, Guess(pair, loose));
        }

        var start = guess >= most ? most : Math.Max(0, (long)Math.Floor(guess) + 1);
        for (var t = Math.Min(most, start); t > 0; t = t > start - 3 ? t - 1 : t / 2)
        {
            if (pairs.All(p => Holds(p, t, loose)))
            {
                return t;
            }
        }

        return 0;
    }

    /// <summary>The longest move up to a bound for which a rounded quota stays the same; it moves one way only.</summary>
    private long SameQuota(long most)
    {
        var method = (QuotaMethod)field.Method;
        var now = method.Quota(total, field.House);
        long low = 0, high = most;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            var then = total + (quotaMoves * middle);
            (low, high) = then > 0 && method.Quota(then, field.House) == now ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private bool Moves(int list) => list == from || list == to;

    private long At(int list, long t) => list == from ? votes[list] - t : list == to ? votes[list] + t : votes[list];

    /// <summary>Whether the next seat of one list stays below the last of another, after so many votes have moved. Exact.</summary>
    private bool Holds((int Next, int Last) pair, long t, bool loose)
    {
        var (i, j) = pair;
        BigInteger mine = At(i, t), theirs = At(j, t);
        var held = outcome.Seats[j] - 1;
        if (field.Method is DivisorMethod method)
        {
            Ratio next = method.Divisor(outcome.Seats[i]), last = method.Divisor(held);
            if (next == Ratio.Zero || last == Ratio.Zero)
            {
                return next == last ? mine < theirs : last == Ratio.Zero;
            }

            var (a, b) = (last.Numerator * next.Denominator, next.Numerator * last.Denominator);
            return rooted ? mine * mine * a < theirs * theirs * b : mine * a < theirs * b;
        }

        var seats = outcome.Seats[i] - held;
        var (n, d) = Quota(t, loose ? Math.Sign(seats) : 0);
        return (mine - theirs) * d < seats * n;
    }

    /// <summary>The quota after the move, as a fraction; or the end of its band that a number of seats fares worse with.</summary>
    private (BigInteger N, BigInteger D) Quota(long t, int worse)
    {
        var method = (QuotaMethod)field.Method;
        if (worse != 0)
        {
            BigInteger below = field.House + method.Added;
            return (total + (quotaMoves * (BigInteger)t) - (worse * below), below);
        }

        if (method.Rounding == QuotaRounding.None)
        {
            return ((field.QuotaOver ?? total) + (quotaMoves * (BigInteger)t), field.House + method.Added);
        }

        return (method.Quota(field.QuotaOver ?? total, field.House).Numerator, 1);
    }

    /// <summary>About how many votes until the pair changes its order; only a proposal.</summary>
    private double Guess((int Next, int Last) pair, bool loose)
    {
        var (i, j) = pair;
        var held = outcome.Seats[j] - 1;
        double slopeI = i == from ? -1 : i == to ? 1 : 0, slopeJ = j == from ? -1 : j == to ? 1 : 0;
        double gap, slope;
        if (field.Method is DivisorMethod method)
        {
            double a = Value(method.Divisor(held)), b = Value(method.Divisor(outcome.Seats[i]));
            (gap, slope) = ((votes[j] * b) - (votes[i] * a), (slopeI * a) - (slopeJ * b));
        }
        else
        {
            var seats = outcome.Seats[i] - held;
            var (n, d) = Quota(0, loose ? Math.Sign(seats) : 0);
            (gap, slope) = ((seats * (double)n) - ((votes[i] - votes[j]) * (double)d), ((slopeI - slopeJ) * (double)d) - (loose || ((QuotaMethod)field.Method).Rounding == QuotaRounding.None ? seats * quotaMoves : 0));
        }

        return slope <= 0 ? double.MaxValue : gap / slope;
    }

    private double Value(Ratio divisor) => rooted ? Math.Sqrt((double)divisor.Numerator / (double)divisor.Denominator) : (double)divisor.Numerator / (double)divisor.Denominator;
}
