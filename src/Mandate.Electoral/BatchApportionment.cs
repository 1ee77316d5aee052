using Mandate.Electoral.Kernels;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral;

/// <summary>Very many allocations by one method, for simulations: plain numbers in, plain numbers out.</summary>
public static class BatchApportionment
{
    private const int OnStack = 1000;

    /// <summary>Allocates the seats of many elections that have the same lists and the same number of seats.</summary>
    /// <param name="method">The method, by quota or by divisors.</param>
    /// <param name="votes">Votes, election by election: a row of <paramref name="lists"/> numbers for each, none below 0.</param>
    /// <param name="lists">Lists in each election, at least 1.</param>
    /// <param name="seats">Seats to fill in each election, 1 to <see cref="Apportionment.LargestHouse"/>.</param>
    /// <param name="awarded">Receives the seats that are certain, in the shape of <paramref name="votes"/>.</param>
    /// <param name="tied">Receives for each election the seats that a tie leaves open, which are not among
    /// <paramref name="awarded"/>; 0 where there is none. Empty, or one for each election.</param>
    /// <returns>The elections that have a tie.</returns>
    /// <exception cref="ArgumentException">The spans do not fit together, or an election has no votes or a number below 0; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lists"/> or <paramref name="seats"/> is out of range.</exception>
    /// <exception cref="OverflowException">The votes of an election sum to 2^63 or more.</exception>
    /// <remarks>
    /// <para>The same answers as <see cref="Apportionment.Allocate(Method, IReadOnlyList{Claim}, SeatCount)"/>, which also names who ties. Exact.</para>
    /// <para>For up to 1,000 lists nothing is taken from the heap once a thread has worked on as many. Threads may work on
    /// parts of one batch at once. After an exception the spans hold the elections before the one named.</para>
    /// </remarks>
    /// <example>Two elections with votes 60, 40 and 50, 50 and three seats by Hare's quota give 2, 1 and 1, 1, the second with one seat tied.</example>
    public static int Allocate(Method method, ReadOnlySpan<long> votes, int lists, int seats, Span<int> awarded, Span<int> tied)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentOutOfRangeException.ThrowIfLessThan(lists, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seats, Apportionment.LargestHouse);
        var elections = votes.Length / lists;
        if (elections * lists != votes.Length || awarded.Length != votes.Length || (!tied.IsEmpty && tied.Length != elections))
        {
            throw new ArgumentException(
                $"Found {votes.Length} votes, {awarded.Length} seats and {tied.Length} ties for {lists} lists; expected as many seats as votes, whole rows, and no or one tie a row.");
        }

        return method switch
        {
            QuotaMethod quota => Quotas(quota, votes, lists, seats, awarded, tied),
            DivisorMethod divisor => Divisors(divisor, votes, lists, seats, awarded, tied),
            _ => throw new InvalidOperationException($"Bug in BatchApportionment: no kernel for {method.GetType().Name}."),
        };
    }

    private static int Quotas(QuotaMethod method, ReadOnlySpan<long> votes, int lists, int seats, Span<int> awarded, Span<int> tied)
    {
        Span<bool> who = lists <= OnStack ? stackalloc bool[OnStack] : new bool[lists];
        var ties = 0;
        for (int row = 0, from = 0; from < votes.Length; row++, from += lists)
        {
            var counts = votes.Slice(from, lists);
            var (n, d) = method.Fraction(Total(counts, row), seats);
            var open = LargestRemainder.Allocate(counts, seats, n, d, awarded.Slice(from, lists), who);
            ties += open > 0 ? 1 : 0;
            if (!tied.IsEmpty)
            {
                tied[row] = open;
            }
        }

        return ties;
    }

    private static int Divisors(DivisorMethod method, ReadOnlySpan<long> votes, int lists, int seats, Span<int> awarded, Span<int> tied)
    {
        Span<bool> who = lists <= OnStack ? stackalloc bool[OnStack] : new bool[lists];
        var ties = 0;
        for (int row = 0, from = 0; from < votes.Length; row++, from += lists)
        {
            var counts = votes.Slice(from, lists);
            Total(counts, row);
            var open = Apportionment.Decide(method, counts, seats, [], [], awarded.Slice(from, lists), who).Tied;
            ties += open > 0 ? 1 : 0;
            if (!tied.IsEmpty)
            {
                tied[row] = open;
            }
        }

        return ties;
    }

    private static long Total(ReadOnlySpan<long> votes, int row)
    {
        long total = 0, signs = 0;
        foreach (var v in votes)
        {
            total += v;
            signs |= v;
        }

        return signs >= 0 && total > 0 ? total
            : throw new ArgumentException(signs < 0 ? $"Election {row} (the first is 0) has votes below 0." : $"No list has any votes in election {row} (the first is 0).", nameof(votes));
    }
}
