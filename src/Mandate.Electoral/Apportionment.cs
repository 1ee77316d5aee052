using Mandate.Electoral.Kernels;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral;

/// <summary>Turns votes into seats, exactly.</summary>
public static class Apportionment
{
    /// <summary>The largest house an allocation fills.</summary>
    public const int LargestHouse = 1_000_000;

    /// <summary>Allocates seats to lists by a quota or divisor method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="claims">Lists with their votes, in ballot order; at least one.</param>
    /// <param name="seats">Seats to fill, those already held among them; 1 to <see cref="LargestHouse"/>.</param>
    /// <returns>The seats that are certain, and the tie, the vacancies or the excess that remain.</returns>
    /// <exception cref="ArgumentException">No list has votes, an id stands twice, or a maximum lies below what is held.</exception>
    /// <exception cref="OverflowException">The votes sum to 2^63 or more.</exception>
    /// <remarks>
    /// <para>Exact: whole numbers and comparisons in 64, 128 and 192 bits decide. Floating point only chooses where a
    /// divisor method's search starts.</para>
    /// <para>A list without votes takes no seat beyond its minimum. A tie comes back as a value; it is never broken by
    /// the order in which lists are given.</para>
    /// </remarks>
    /// <example>Votes 53 000, 24 000, 23 000 and 7 seats give 3, 2, 2 by Sainte-Laguë.</example>
    public static Allocation Allocate(Method method, IReadOnlyList<Claim> claims, SeatCount seats) => Allocate(method, claims, seats, null);

    /// <summary>Allocates with a quota that was worked out elsewhere, such as in a wider area.</summary>
    internal static Allocation Allocate(Method method, IReadOnlyList<Claim> claims, SeatCount seats, Ratio? given)
    {
        ArgumentNullException.ThrowIfNull(method);
        Check(claims, seats.Value);
        var count = claims.Count;
        var votes = new long[count];
        var least = new int[count];
        var most = new int[count];
        var bounded = false;
        var total = 0L;
        for (var i = 0; i < count; i++)
        {
            votes[i] = claims[i].Votes.Value;
            total += votes[i];
            least[i] = Math.Max(claims[i].Held.Value, claims[i].Minimum.Value);
            most[i] = Math.Min(claims[i].Maximum?.Value ?? LargestHouse, LargestHouse);
            bounded |= least[i] > 0 || claims[i].Maximum is not null;
        }

        var awarded = new int[count];
        var tied = new bool[count];
        var (n, d) = method is not QuotaMethod way ? (0, 0) : given is { } q ? ((long)q.Numerator, (long)q.Denominator) : way.Fraction(total, seats.Value);
        var outcome = (method, bounded) switch
        {
            (QuotaMethod, false) => new(LargestRemainder.Allocate(votes, seats.Value, n, d, awarded, tied), 0, 0),
            (QuotaMethod, true) => BoundedRemainder.Allocate(votes, seats.Value, n, d, least, most, awarded, tied),
            (DivisorMethod divisor, false) => Decide(divisor, votes, seats.Value, [], [], awarded, tied),
            (DivisorMethod divisor, true) => Decide(divisor, votes, seats.Value, least, most, awarded, tied),
            _ => throw new InvalidOperationException($"Bug in Apportionment: no kernel for {method.GetType().Name}."),
        };
        var tie = outcome.Tied == 0 ? null : new Tie([.. claims.Where((_, i) => tied[i]).Select(c => c.List)], outcome.Tied);
        return new Allocation(method, claims, seats.Value, awarded, tie, outcome.Vacant, outcome.Over) { Quota = method is QuotaMethod ? new Ratio(n, d) : null };
    }

    /// <summary>Runs a divisor method's kernel with the comparison its divisors need.</summary>
    internal static HighestAverages.Outcome Decide(
        DivisorMethod method, ReadOnlySpan<long> votes, int seats, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded, Span<bool> tied) =>
        method.Rule switch
        {
            DivisorRule.Arithmetic when method.IsEven =>
                HighestAverages.Allocate(Linear(method), votes, seats, least, most, awarded, tied),
            DivisorRule.Arithmetic => HighestAverages.Allocate(new ListedSignposts(method), votes, seats, least, most, awarded, tied),
            DivisorRule.Harmonic => HighestAverages.Allocate(default(HarmonicSignposts), votes, seats, least, most, awarded, tied),
            DivisorRule.Geometric => HighestAverages.Allocate(default(GeometricSignposts), votes, seats, least, most, awarded, tied),
            _ => throw new InvalidOperationException($"Bug in Apportionment: rule {method.Rule}."),
        };

    /// <summary>The divisors of <paramref name="method"/> as first divisor, step and start.</summary>
    internal static LinearSignposts Linear(DivisorMethod method) =>
        new(method.Scaled(0), method.Step, method.Scaled(1) - method.Step);

    private static void Check(IReadOnlyList<Claim> claims, int seats)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (seats is < 1 or > LargestHouse)
        {
            throw new ArgumentOutOfRangeException(nameof(seats), seats, $"1 to {LargestHouse} seats can be allocated.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        long total = 0;
        foreach (var claim in claims)
        {
            total += claim.Votes.Value;
            if (!ids.Add(claim.List))
            {
                throw new ArgumentException($"List '{claim.List}' stands twice.", nameof(claims));
            }

            if (claim.Maximum is { } most && most.Value < Math.Max(claim.Held.Value, claim.Minimum.Value))
            {
                throw new ArgumentException($"List '{claim.List}' can have {most.Value} seats at most but has {Math.Max(claim.Held.Value, claim.Minimum.Value)} already.", nameof(claims));
            }
        }

        if (total == 0)
        {
            throw new ArgumentException("No list has any votes.", nameof(claims));
        }
    }
}
