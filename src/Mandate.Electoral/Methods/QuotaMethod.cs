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
    private QuotaMethod(string name, int added, bool rounded)
        : base(name)
    {
        Added = added;
        Rounded = rounded;
    }

    /// <summary>Gets the Hare quota V/S, exact (Hamilton, Niemeyer, Vinton).</summary>
    public static QuotaMethod Hare { get; } = new("hare", 0, rounded: false);

    /// <summary>Gets the Droop quota ⌊V/(S+1)⌋ + 1.</summary>
    public static QuotaMethod Droop { get; } = new("droop", 1, rounded: true);

    /// <summary>Gets the Hagenbach-Bischoff quota V/(S+1), exact.</summary>
    public static QuotaMethod HagenbachBischoff { get; } = new("hagenbach-bischoff-quota", 1, rounded: false);

    /// <summary>Gets the Imperiali quota V/(S+2), exact.</summary>
    public static QuotaMethod Imperiali { get; } = new("imperiali-quota", 2, rounded: false);

    /// <summary>Gets what is added to the seats below the line.</summary>
    public int Added { get; }

    /// <summary>Gets whether the quota is the next whole number above V/(S + <see cref="Added"/>), as Droop's is.</summary>
    public bool Rounded { get; }

    /// <summary>The quota for a total of votes and a number of seats, exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no votes, or no seats.</exception>
    public Ratio Quota(BigInteger votes, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(votes, BigInteger.One);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        var exact = new Ratio(votes, (long)seats + Added);
        return Rounded ? new Ratio(exact.Floor + 1, 1) : exact;
    }
}
