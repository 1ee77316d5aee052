using System.Numerics;

namespace Mandate.Electoral.Methods;

/// <summary>
/// A quota with largest remainders: a list takes a seat for every whole quota among its votes, and the seats left go
/// one by one to the largest remainders.
/// </summary>
/// <remarks>
/// <para>Literature: F. Pukelsheim, <i>Proportional Representation</i>, 2nd ed. 2017, chapter 5; the names follow it.</para>
/// <para>A quota below V/S can give more whole quotas than there are seats (Hagenbach-Bischoff by one, Imperiali by two);
/// then the seats too many are taken from the smallest remainders, one each.</para>
/// </remarks>
public sealed record QuotaMethod : Method
{
    private QuotaMethod(string name, int added, QuotaRounding rounding)
        : base(name)
    {
        Added = added;
        Rounding = rounding;
    }

    /// <summary>Gets the Hare quota V/S, exact (Hamilton, Niemeyer, Vinton).</summary>
    public static QuotaMethod Hare { get; } = new("hare", 0, QuotaRounding.None);

    /// <summary>Gets the Droop quota ⌊V/(S+1)⌋ + 1.</summary>
    public static QuotaMethod Droop { get; } = new("droop", 1, QuotaRounding.NextWhole);

    /// <summary>Gets the Hagenbach-Bischoff quota V/(S+1), exact.</summary>
    public static QuotaMethod HagenbachBischoff { get; } = new("hagenbach-bischoff-quota", 1, QuotaRounding.None);

    /// <summary>Gets the Imperiali quota V/(S+2), exact.</summary>
    public static QuotaMethod Imperiali { get; } = new("imperiali-quota", 2, QuotaRounding.None);

    /// <summary>Gets what is added to the seats below the line.</summary>
    public int Added { get; }

    /// <summary>Gets how V/(S + <see cref="Added"/>) becomes the quota.</summary>
    public QuotaRounding Rounding { get; }

    /// <summary>The same quota rounded to a whole number of votes.</summary>
    public QuotaMethod Rounded(QuotaRounding rounding) =>
        rounding == Rounding ? this : new QuotaMethod($"{Name}-{rounding.ToString().ToLowerInvariant()}", Added, rounding);

    /// <summary>The quota for a total of votes and a number of seats, exact; at least 1 where it is rounded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no votes, or no seats.</exception>
    public Ratio Quota(BigInteger votes, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(votes, BigInteger.One);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        var exact = new Ratio(votes, (long)seats + Added);
        return Rounding switch
        {
            QuotaRounding.None => exact,
            QuotaRounding.NextWhole => new Ratio(exact.Floor + 1, 1),
            QuotaRounding.Up => new Ratio(exact.Ceiling, 1),
            QuotaRounding.Down => new Ratio(BigInteger.Max(1, exact.Floor), 1),
            QuotaRounding.Nearest => new Ratio(BigInteger.Max(1, (exact + new Ratio(1, 2)).Floor), 1),
            _ => throw new InvalidOperationException($"Bug in QuotaMethod: rounding {Rounding}."),
        };
    }

    private static long Nearest(long votes, long below) => Math.Max(1, (long)((((Int128)votes * 2) + below) / (below * 2)));

    /// <summary>The same as a fraction N/D of plain integers, not in lowest terms.</summary>
    internal (long N, long D) Fraction(long votes, int seats)
    {
        var below = seats + (long)Added;
        return Rounding switch
        {
            QuotaRounding.None => (votes, below),
            QuotaRounding.NextWhole => ((votes / below) + 1, 1),
            QuotaRounding.Up => (votes == 0 ? 0 : ((votes - 1) / below) + 1, 1),
            QuotaRounding.Down => (Math.Max(1, votes / below), 1),
            QuotaRounding.Nearest => (Nearest(votes, below), 1),
            _ => throw new InvalidOperationException($"Bug in QuotaMethod: rounding {Rounding}."),
        };
    }
}

/// <summary>How a quota becomes a whole number of votes.</summary>
public enum QuotaRounding
{
    /// <summary>It does not: the fraction stands.</summary>
    None,

    /// <summary>The whole number above it, even where it is whole itself (Droop).</summary>
    NextWhole,

    /// <summary>Up, where it is not whole (Austria).</summary>
    Up,

    /// <summary>Down, at least to 1 (Sri Lanka).</summary>
    Down,

    /// <summary>To the nearest, halves up (Czechia).</summary>
    Nearest,
}
