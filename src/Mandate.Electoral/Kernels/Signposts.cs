using System.Runtime.CompilerServices;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Kernels;

/// <summary>The divisors of a method: exactly, to compare quotients, and in floating point, to steer.</summary>
/// <remarks>
/// A divisor in floating point is off by at most three roundings, and rises with the seats held by at least a 10^12th. A divisor of 0 stands there as
/// <see cref="Least"/>, so that first seats come before all others and larger lists first.
/// </remarks>
internal interface ISignposts
{
    /// <summary>The divisor of 0 in floating point; quotients by it pass those of all others.</summary>
    const double Least = 1.0 / (1UL << 63) / (1UL << 37);

    /// <summary>Gets by how much the divisors rise from seat to seat in the end.</summary>
    double Step { get; }

    /// <summary>Gets where the rounding falls between two whole numbers, to start the search near its end.</summary>
    double Offset { get; }

    /// <summary>How many divisors are at most so large.</summary>
    T Rounded<T>(T scaled)
        where T : struct, ILanes<T>;

    /// <summary>The divisor of a list that holds so many seats.</summary>
    T Divisor<T>(T held)
        where T : struct, ILanes<T>;

    /// <summary>Whether votes <paramref name="v"/> at <paramref name="k"/> seats compare above (1), with (0) or below (−1) <paramref name="w"/> at <paramref name="l"/>; exact.</summary>
    int Compare(long v, int k, long w, int l);
}

/// <summary>Divisors a·k + b, the first perhaps its own: all on one integer scale.</summary>
internal readonly struct LinearSignposts(long first, long step, long start) : ISignposts
{
    private readonly double leading = first == 0 ? ISignposts.Least : first;
    private readonly double rise = step;
    private readonly double origin = start;
    private readonly double inverse = 1.0 / step;
    private readonly double shift = 1 - ((double)start / step);

    public double Step => rise;

    public double Offset => 1 - shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Rounded<T>(T scaled)
        where T : struct, ILanes<T>
    {
        var one = T.All(1);
        var tail = T.Floor((scaled * T.All(inverse)) + T.All(shift));
        return T.IfAtLeast(scaled, T.All(leading), T.Larger(tail, one), T.All(0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divisor<T>(T held)
        where T : struct, ILanes<T> => T.IfAtLeast(held, T.All(1), (held * T.All(rise)) + T.All(origin), T.All(leading));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Compare(long v, int k, long w, int l)
    {
        // v / d(k) against w / d(l), crosswise in 128 bits. A divisor of 0 makes a quotient above all others.
        ulong dk = unchecked((ulong)(k == 0 ? first : (step * k) + start)), dl = unchecked((ulong)(l == 0 ? first : (step * l) + start));
        if (dk == 0 || dl == 0)
        {
            return dk == dl ? v.CompareTo(w) : dk == 0 ? 1 : -1;
        }

        var left = Math.BigMul((ulong)v, dl, out var leftLow);
        var right = Math.BigMul((ulong)w, dk, out var rightLow);
        return left != right ? (left > right ? 1 : -1) : leftLow == rightLow ? 0 : leftLow > rightLow ? 1 : -1;
    }
}

/// <summary>Listed divisors that follow no formula, then on by a step; looked up one by one.</summary>
internal readonly struct ListedSignposts(DivisorMethod method) : ISignposts
{
    public double Step => method.Step;

    public double Offset => Math.Max(0, ((double)method.Scaled(method.Listed.Length) / method.Step) - method.Listed.Length);

    public T Rounded<T>(T scaled)
        where T : struct, ILanes<T>
    {
        var listed = method.Listed;
        var value = scaled.First;
        if (value >= listed[^1])
        {
            return T.All(listed.Length + Math.Floor((value - listed[^1]) / method.Step));
        }

        var seats = 0;
        while (listed[seats] <= value)
        {
            seats++;
        }

        return T.All(seats);
    }

    public T Divisor<T>(T held)
        where T : struct, ILanes<T> => T.All(method.Scaled((int)Math.Max(0, held.First)));

    public int Compare(long v, int k, long w, int l)
    {
        var left = Math.BigMul((ulong)v, (ulong)method.Scaled(l), out var leftLow);
        var right = Math.BigMul((ulong)w, (ulong)method.Scaled(k), out var rightLow);
        return new UInt128(left, leftLow).CompareTo(new UInt128(right, rightLow));
    }
}

/// <summary>Dean's divisors 2k(k+1)/(2k+1).</summary>
internal readonly struct HarmonicSignposts : ISignposts
{
    public double Step => 1;

    public double Offset => 0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Rounded<T>(T scaled)
        where T : struct, ILanes<T>
    {
        // The divisor of k seats lies between k and k + 1.
        var whole = T.Floor(scaled);
        return T.IfAtLeast(scaled, Divisor(whole), whole + T.All(1), whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divisor<T>(T held)
        where T : struct, ILanes<T>
    {
        var twice = held + held;
        var one = T.All(1);
        return T.IfAtLeast(held, one, twice * (held + one) / (twice + one), T.All(ISignposts.Least));
    }

    public int Compare(long v, int k, long w, int l) => k == 0 || l == 0
        ? (k == l ? v.CompareTo(w) : k == 0 ? 1 : -1)
        : Wide.CompareProducts((UInt128)(ulong)v * (((ulong)k * 2) + 1), (ulong)l * ((ulong)l + 1), (UInt128)(ulong)w * (((ulong)l * 2) + 1), (ulong)k * ((ulong)k + 1));
}

/// <summary>Huntington and Hill's divisors √(k(k+1)), compared by their squares.</summary>
internal readonly struct GeometricSignposts : ISignposts
{
    public double Step => 1;

    public double Offset => 0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Rounded<T>(T scaled)
        where T : struct, ILanes<T>
    {
        // The divisor of k seats lies between k and k + 1.
        var whole = T.Floor(scaled);
        return T.IfAtLeast(scaled, Divisor(whole), whole + T.All(1), whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divisor<T>(T held)
        where T : struct, ILanes<T>
    {
        var one = T.All(1);
        return T.IfAtLeast(held, one, T.Root(held * (held + one)), T.All(ISignposts.Least));
    }

    public int Compare(long v, int k, long w, int l) => k == 0 || l == 0
        ? (k == l ? v.CompareTo(w) : k == 0 ? 1 : -1)
        : Wide.CompareProducts((UInt128)(ulong)v * (ulong)v, (ulong)l * ((ulong)l + 1), (UInt128)(ulong)w * (ulong)w, (ulong)k * ((ulong)k + 1));
}

/// <summary>Products past 128 bits.</summary>
internal static class Wide
{
    /// <summary>Compares a·b with c·d exactly in 192 bits.</summary>
    public static int CompareProducts(UInt128 a, ulong b, UInt128 c, ulong d)
    {
        var (high, low) = Product(a, b);
        var (otherHigh, otherLow) = Product(c, d);
        return high != otherHigh ? high.CompareTo(otherHigh) : low.CompareTo(otherLow);
    }

    /// <summary>The product as its upper 128 and lower 64 bits.</summary>
    private static (UInt128 High, ulong Low) Product(UInt128 a, ulong b)
    {
        var top = Math.BigMul((ulong)(a >> 64), b, out var topLow);
        var carry = Math.BigMul(unchecked((ulong)a), b, out var low);
        return (new UInt128(top, topLow) + carry, low);
    }
}
