using System.Globalization;
using System.Numerics;

namespace Mandate.Electoral;

/// <summary>An exact fraction in lowest terms. Shares, quotas, quotients and remainders are these, never floating point.</summary>
public readonly struct Ratio : IComparable<Ratio>, IEquatable<Ratio>
{
    private readonly BigInteger denominator;

    /// <summary>Makes <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A ratio needs a denominator other than zero.");
        }

        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = common.IsOne ? numerator : numerator / common;
        this.denominator = common.IsOne ? denominator : denominator / common;
    }

    /// <summary>Gets zero.</summary>
    public static Ratio Zero => new(0, 1);

    /// <summary>Gets the part above the line; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Gets the part below the line, at least 1.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>Gets the largest whole number not above this.</summary>
    public BigInteger Floor
    {
        get
        {
            var quotient = BigInteger.DivRem(Numerator, Denominator, out var rest);
            return rest.Sign < 0 ? quotient - 1 : quotient;
        }
    }

    /// <summary>Gets the smallest whole number not below this.</summary>
    public BigInteger Ceiling => -(-this).Floor;

    /// <summary>Gets what <see cref="Floor"/> leaves: at least 0 and less than 1.</summary>
    public Ratio Fraction => this - new Ratio(Floor, 1);

    /// <summary>Makes a whole number.</summary>
    public static implicit operator Ratio(long value) => new(value, 1);

    /// <summary>Adds.</summary>
    public static Ratio operator +(Ratio a, Ratio b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>Subtracts.</summary>
    public static Ratio operator -(Ratio a, Ratio b) => a + (-b);

    /// <summary>Changes the sign.</summary>
    public static Ratio operator -(Ratio a) => new(-a.Numerator, a.Denominator);

    /// <summary>Multiplies.</summary>
    public static Ratio operator *(Ratio a, Ratio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>Divides.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> is zero.</exception>
    public static Ratio operator /(Ratio a, Ratio b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>Compares exactly.</summary>
    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;

    /// <summary>Compares exactly.</summary>
    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    /// <summary>Compares exactly.</summary>
    public static bool operator <=(Ratio a, Ratio b) => a.CompareTo(b) <= 0;

    /// <summary>Compares exactly.</summary>
    public static bool operator >=(Ratio a, Ratio b) => a.CompareTo(b) >= 0;

    /// <summary>Compares exactly.</summary>
    public static bool operator ==(Ratio a, Ratio b) => a.Equals(b);

    /// <summary>Compares exactly.</summary>
    public static bool operator !=(Ratio a, Ratio b) => !a.Equals(b);

    /// <summary>Reads <c>7%</c>, <c>0.7</c>, <c>2/3</c>, <c>half</c> or <c>12</c>. Digits are ASCII, the decimal mark is a point.</summary>
    /// <returns>True if <paramref name="text"/> is one of these; at most 40 characters are read.</returns>
    public static bool TryParse(string? text, out Ratio value)
    {
        value = default;
        var rest = text?.Trim() ?? string.Empty;
        if (rest.Length is 0 or > 40)
        {
            return false;
        }

        if (rest == "half")
        {
            value = new Ratio(1, 2);
            return true;
        }

        if (rest.EndsWith('%') && TryDecimal(rest[..^1].TrimEnd(), out var percent))
        {
            value = percent / 100;
            return true;
        }

        if (rest.Split('/') is [var above, var below])
        {
            if (!TryDecimal(above.Trim(), out var over) || !TryDecimal(below.Trim(), out var under) || under.Numerator.IsZero)
            {
                return false;
            }

            value = over / under;
            return true;
        }

        return TryDecimal(rest, out value);
    }

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Ratio other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>Writes <c>6599921/98</c>, or <c>12</c> for a whole number.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool TryDecimal(string text, out Ratio value)
    {
        value = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? string.Empty : text[(point + 1)..];
        if (whole.Length == 0 || (point >= 0 && part.Length == 0) || !(whole + part).All(char.IsAsciiDigit))
        {
            return false;
        }

        value = new Ratio(
            BigInteger.Parse(whole + part, NumberStyles.None, CultureInfo.InvariantCulture),
            BigInteger.Pow(10, part.Length));
        return true;
    }
}
