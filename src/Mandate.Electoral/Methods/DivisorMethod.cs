using System.Globalization;
using System.Numerics;

namespace Mandate.Electoral.Methods;

/// <summary>The rule behind the divisors of a <see cref="DivisorMethod"/>.</summary>
public enum DivisorRule
{
    /// <summary>Listed divisors, then on by a constant step.</summary>
    Arithmetic,

    /// <summary>Harmonic mean of k and k + 1: Dean.</summary>
    Harmonic,

    /// <summary>Geometric mean of k and k + 1: Huntington and Hill.</summary>
    Geometric,
}

/// <summary>
/// A divisor method (highest averages): each seat goes to the list with the largest quotient of its votes and the divisor
/// of the seat it would take.
/// </summary>
/// <remarks>
/// <para>Literature: M. Balinski and H. P. Young, <i>Fair Representation</i>, 2nd ed. 2001; F. Pukelsheim, 2017.</para>
/// <para>House monotone and population monotone; may leave the quota. Where the first divisor is 0 (Adams, Dean,
/// Huntington-Hill) every list with votes takes a first seat before any takes a second, larger lists first.</para>
/// </remarks>
public sealed record DivisorMethod : Method
{
    private readonly long[] listed;

    private DivisorMethod(string name, DivisorRule rule, long[] listed, long step, long scale)
        : base(name)
    {
        Rule = rule;
        this.listed = listed;
        Step = step;
        Scale = scale;
        IsEven = true;
        for (var i = 2; i < listed.Length; i++)
        {
            IsEven &= listed[i] - listed[i - 1] == step;
        }
    }

    /// <summary>Gets divisors 1, 2, 3, … (Jefferson).</summary>
    public static DivisorMethod DHondt { get; } = new("dhondt", DivisorRule.Arithmetic, [1], 1, 1);

    /// <summary>Gets divisors 1, 3, 5, … (Webster).</summary>
    public static DivisorMethod SainteLague { get; } = new("sainte-lague", DivisorRule.Arithmetic, [1], 2, 1);

    /// <summary>Gets divisors 1.4, 3, 5, …</summary>
    public static DivisorMethod ModifiedSainteLague { get; } = new("modified-sainte-lague", DivisorRule.Arithmetic, [7, 15], 10, 5);

    /// <summary>Gets divisors 1, 4, 7, …</summary>
    public static DivisorMethod Danish { get; } = new("danish", DivisorRule.Arithmetic, [1], 3, 1);

    /// <summary>Gets divisors 2, 3, 4, … (as 1, 1½, 2, …).</summary>
    public static DivisorMethod Imperiali { get; } = new("imperiali", DivisorRule.Arithmetic, [2], 1, 1);

    /// <summary>Gets divisors 0, 1, 2, …</summary>
    public static DivisorMethod Adams { get; } = new("adams", DivisorRule.Arithmetic, [0], 1, 1);

    /// <summary>Gets divisors 2k(k+1)/(2k+1).</summary>
    public static DivisorMethod Dean { get; } = new("dean", DivisorRule.Harmonic, [], 0, 1);

    /// <summary>Gets divisors √(k(k+1)) (equal proportions).</summary>
    public static DivisorMethod HuntingtonHill { get; } = new("huntington-hill", DivisorRule.Geometric, [], 0, 1);

    /// <summary>Gets the rule of the sequence.</summary>
    public DivisorRule Rule { get; }

    /// <summary>Gets the step by which the sequence goes on, in units of 1/<see cref="Scale"/>.</summary>
    internal long Step { get; }

    /// <summary>Gets the common denominator of the listed divisors.</summary>
    internal long Scale { get; }

    /// <summary>Gets whether all divisors but the first rise by <see cref="Step"/>, as 1.2, 3, 5 do.</summary>
    internal bool IsEven { get; }

    /// <summary>Gets the listed divisors times <see cref="Scale"/>.</summary>
    internal ReadOnlySpan<long> Listed => listed;

    /// <summary>A method of one's own: the divisors given, then on by the difference of the last two.</summary>
    /// <param name="divisors">At least two, above 0 and rising, with at most six decimals.</param>
    /// <exception cref="ArgumentException">They are not; the message says how.</exception>
    public static DivisorMethod Sequence(IReadOnlyList<Ratio> divisors)
    {
        if (Fault(divisors) is { } fault)
        {
            throw new ArgumentException(fault, nameof(divisors));
        }

        var scale = divisors.Aggregate(BigInteger.One, (s, d) => s * d.Denominator / BigInteger.GreatestCommonDivisor(s, d.Denominator));
        var scaled = divisors.Select(d => (long)(d * new Ratio(scale, 1)).Numerator).ToArray();
        var name = string.Join(',', divisors.Select(Decimal));
        return new DivisorMethod(name, DivisorRule.Arithmetic, scaled, scaled[^1] - scaled[^2], (long)scale);
    }

    /// <summary>The divisor of a list that already holds <paramref name="held"/> seats, exact.</summary>
    /// <remarks>For Huntington-Hill the square of it, since the divisor itself is irrational.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="held"/> is negative.</exception>
    public Ratio Divisor(int held)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(held);
        BigInteger k = held;
        return Rule switch
        {
            DivisorRule.Arithmetic => new Ratio(Scaled(held), Scale),
            DivisorRule.Harmonic => new Ratio(2 * k * (k + 1), (2 * k) + 1),
            DivisorRule.Geometric => new Ratio(k * (k + 1), 1),
            _ => throw new InvalidOperationException($"Bug in DivisorMethod: rule {Rule}."),
        };
    }

    /// <inheritdoc/>
    public bool Equals(DivisorMethod? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>What is wrong with a sequence, or null.</summary>
    internal static string? Fault(IReadOnlyList<Ratio> divisors)
    {
        if (divisors.Count is < 2 or > 100)
        {
            return "at least two and at most a hundred divisors, such as 1.2,3,5";
        }

        for (var i = 0; i < divisors.Count; i++)
        {
            if (divisors[i] <= 0 || (i > 0 && divisors[i] <= divisors[i - 1]))
            {
                return "divisors above 0, each larger than the one before it";
            }

            if (1_000_000 % divisors[i].Denominator != 0 || divisors[i] > 1_000_000)
            {
                return "divisors of at most a million and at most six decimals";
            }
        }

        return null;
    }

    /// <summary>The divisor times <see cref="Scale"/>, for arithmetic sequences.</summary>
    internal long Scaled(int held) =>
        held < listed.Length ? listed[held] : listed[^1] + (Step * (held - listed.Length + 1L));

    private static string Decimal(Ratio value)
    {
        var micro = (value * 1_000_000).Numerator;
        var text = string.Create(CultureInfo.InvariantCulture, $"{micro / 1_000_000}.{(long)(micro % 1_000_000):D6}");
        return text.TrimEnd('0').TrimEnd('.');
    }
}
