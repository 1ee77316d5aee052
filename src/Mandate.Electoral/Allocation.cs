namespace Mandate.Electoral;

/// <summary>The seats an allocation settles, and what it leaves open.</summary>
/// <param name="Method">The method that decided.</param>
/// <param name="Claims">Who claimed, in ballot order.</param>
/// <param name="House">Seats to be filled, held ones among them.</param>
/// <param name="Awarded">Seats per claim that are certain, in the order of <paramref name="Claims"/>; seats in a tie are not among them.</param>
/// <param name="Tie">Who ties for the seats still open, or null.</param>
/// <param name="Vacant">Seats no list can take, because every list has its maximum or no votes.</param>
/// <param name="Excess">Seats by which held and minimum seats exceed the house.</param>
public sealed record Allocation(
    Methods.Method Method,
    IReadOnlyList<Claim> Claims,
    int House,
    IReadOnlyList<int> Awarded,
    Tie? Tie,
    int Vacant,
    int Excess)
{
    /// <summary>Gets the quota, exact; null for a divisor method.</summary>
    public Ratio? Quota { get; init; }

    /// <summary>The seats of one list that are certain.</summary>
    /// <exception cref="KeyNotFoundException">No claim has that id.</exception>
    public int this[string list]
    {
        get
        {
            for (var i = 0; i < Claims.Count; i++)
            {
                if (Claims[i].List == list)
                {
                    return Awarded[i];
                }
            }

            throw new KeyNotFoundException($"No list '{list}' took part in this allocation.");
        }
    }

    /// <summary>Gives the seats in the tie to those a rule or a recorded lot named.</summary>
    /// <exception cref="ArgumentException">There is no tie, or <paramref name="winners"/> do not fit it.</exception>
    public Allocation Settle(IReadOnlyCollection<string> winners)
    {
        ArgumentNullException.ThrowIfNull(winners);
        if (Tie is null || !Tie.Fits(winners))
        {
            throw new ArgumentException(
                Tie is null
                    ? "Nothing is tied in this allocation."
                    : $"{Tie.Seats} of {string.Join(", ", Tie.Contenders)} must be named; found {string.Join(", ", winners)}.",
                nameof(winners));
        }

        return this with { Tie = null, Awarded = [.. Awarded.Select((a, i) => a + (winners.Contains(Claims[i].List) ? 1 : 0))] };
    }
}
