using System.Numerics;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral;

/// <summary>Votes per seat: every divisor between two ends gives the same seats, votes divided by it and rounded as the method rounds.</summary>
/// <param name="From">The lower end: the largest quotient that took no seat. Its square where <paramref name="Rooted"/>.</param>
/// <param name="To">The upper end: the smallest quotient that took a seat. Its square where <paramref name="Rooted"/>.</param>
/// <param name="Plain">A number with few digits between them.</param>
/// <param name="Rooted">Whether the ends are square roots.</param>
/// <remarks>
/// D'Hondt rounds down, Sainte-Laguë to nearest, Adams up, the others at their own signposts: a list has k seats when its
/// quotient lies between divisor k − 1 and divisor k of the method, each over the step of the sequence. F. Pukelsheim, <i>Proportional Representation</i>, 2nd ed. 2017, section 4.6.
/// </remarks>
public sealed record SelectDivisor(Ratio From, Ratio To, Ratio Plain, bool Rooted)
{
    /// <summary>The interval of an allocation by a divisor method.</summary>
    /// <returns>Null for a quota method, a tie, seats that were held or bounded, or where no list took a seat or none is left without.</returns>
    public static SelectDivisor? Of(Allocation allocation) => Of(allocation, 1);

    /// <summary>The interval where the claims' votes are so many parts of a whole.</summary>
    internal static SelectDivisor? Of(Allocation allocation, long unit)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        if (allocation.Method is not DivisorMethod method || allocation.Tie is not null || allocation.Claims.Any(c => c.Held.Value > 0 || c.Minimum.Value > 0 || c.Maximum is not null))
        {
            return null;
        }

        var rooted = method.Rule == DivisorRule.Geometric;
        Ratio? to = null, from = null;
        for (var i = 0; i < allocation.Claims.Count; i++)
        {
            BigInteger votes = allocation.Claims[i].Votes.Value;
            if (votes.IsZero)
            {
                continue;
            }

            var power = new Ratio(rooted ? votes * votes : votes, 1);
            var seats = allocation.Awarded[i];
            if (seats > 0 && method.Divisor(seats - 1) is { } last && last > 0 && (to is null || power / last < to))
            {
                to = power / last;
            }

            var next = method.Divisor(seats);
            if (next == Ratio.Zero)
            {
                return null;
            }

            from = from is null || power / next > from ? power / next : from;
        }

        // Divisors 1, 3, 5 count in half seats: over their step they are 0.5, 1.5, 2.5.
        if (method.Rule == DivisorRule.Arithmetic)
        {
            var seat = new Ratio(method.Step, method.Scale);
            (from, to) = (from * seat, to * seat);
        }

        if (unit != 1)
        {
            var whole = new Ratio(rooted ? (BigInteger)unit * unit : unit, 1);
            (from, to) = (from / whole, to / whole);
        }

        return from is { } low && to is { } high && low < high ? new SelectDivisor(low, high, Shortest(low, high, rooted), rooted) : null;
    }

    /// <summary>The number with fewest digits strictly between the ends.</summary>
    internal static Ratio Shortest(Ratio low, Ratio high, bool rooted)
    {
        for (var exponent = (int)(BigInteger.Log10(high.Ceiling) + 1); ; exponent--)
        {
            var unit = exponent >= 0 ? new Ratio(BigInteger.Pow(10, exponent), 1) : new Ratio(1, BigInteger.Pow(10, -exponent));
            var count = rooted ? Root((low / (unit * unit)).Floor) + 1 : (low / unit).Floor + 1;
            var candidate = unit * new Ratio(count, 1);
            if ((rooted ? candidate * candidate : candidate) < high)
            {
                return candidate;
            }
        }
    }

    /// <summary>The whole part of a square root.</summary>
    private static BigInteger Root(BigInteger value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
