using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>One seat of a divisor method.</summary>
/// <param name="Number">1 for the first seat.</param>
/// <param name="Winner">The list that takes it.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Held">Seats it had before.</param>
/// <param name="Divisor">The divisor of this seat; its square where <paramref name="Rooted"/>.</param>
/// <param name="Rooted">Whether the divisor is a square root.</param>
public sealed record Round(int Number, string Winner, long Votes, int Held, Ratio Divisor, bool Rooted)
{
    /// <summary>Gets seats of every list before the round, in the order of the claims.</summary>
    public required IReadOnlyList<int> Standings { get; init; }

    /// <summary>Gets the list with the next largest quotient; null where no other can take a seat.</summary>
    public string? Next { get; init; }

    /// <summary>Gets its votes.</summary>
    public long NextVotes { get; init; }

    /// <summary>Gets the divisor of the seat it would have taken; its square where <see cref="Rooted"/>.</summary>
    public Ratio? NextDivisor { get; init; }
}

/// <summary>Plays a divisor method seat by seat, for those who want to follow it.</summary>
public static class Replay
{
    /// <summary>The rounds that lead to the seats of an allocation that are certain, one at a time.</summary>
    /// <remarks>
    /// An independent and slow road to the same seats: every round compares all quotients as exact fractions. Seats in a
    /// tie have no round, nor have held and minimum seats.
    /// </remarks>
    /// <exception cref="ArgumentException">The allocation is not one of a divisor method.</exception>
    public static IEnumerable<Round> Rounds(Allocation allocation)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return allocation.Method is DivisorMethod method
            ? Play(allocation, method)
            : throw new ArgumentException($"{allocation.Method.Name} has remainders, not rounds.", nameof(allocation));
    }

    private static IEnumerable<Round> Play(Allocation allocation, DivisorMethod method)
    {
        var rooted = method.Rule == DivisorRule.Geometric;
        var seats = allocation.Claims.Select(c => Math.Max(c.Held.Value, c.Minimum.Value)).ToArray();
        var rounds = allocation.Awarded.Sum() - seats.Sum();
        for (var number = 1; number <= rounds; number++)
        {
            var best = Best(allocation.Claims, method, seats, -1);
            var next = Best(allocation.Claims, method, seats, best);
            var winner = allocation.Claims[best];
            yield return new Round(number, winner.List, winner.Votes.Value, seats[best], method.Divisor(seats[best]), rooted)
            {
                Standings = [.. seats],
                Next = next < 0 ? null : allocation.Claims[next].List,
                NextVotes = next < 0 ? 0 : allocation.Claims[next].Votes.Value,
                NextDivisor = next < 0 ? null : method.Divisor(seats[next]),
            };
            seats[best]++;
        }
    }

    /// <summary>The claim with the largest quotient but one that is left out; −1 where none can take a seat.</summary>
    private static int Best(IReadOnlyList<Claim> claims, DivisorMethod method, int[] seats, int but)
    {
        var best = -1;
        for (var i = 0; i < seats.Length; i++)
        {
            if (i != but && claims[i].Votes.Value > 0 && seats[i] < (claims[i].Maximum?.Value ?? int.MaxValue) && (best < 0 || Exceeds(method, claims, seats, i, best)))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool Exceeds(DivisorMethod method, IReadOnlyList<Claim> claims, int[] seats, int a, int b)
    {
        Ratio left = method.Divisor(seats[a]), right = method.Divisor(seats[b]);
        Ratio votes = claims[a].Votes.Value, others = claims[b].Votes.Value;
        if (left == Ratio.Zero || right == Ratio.Zero)
        {
            return left == right ? votes > others : left == Ratio.Zero;
        }

        return method.Rule == DivisorRule.Geometric
            ? votes * votes * right > others * others * left
            : votes * right > others * left;
    }
}
