using System.Runtime.CompilerServices;

namespace Mandate.Electoral.Kernels;

/// <summary>Compares quotients of votes and divisors without rounding.</summary>
internal interface ISignposts
{
    /// <summary>Gets where the rounding falls between two whole numbers, to start the search near its end.</summary>
    double Offset { get; }

    /// <summary>Whether votes <paramref name="v"/> at <paramref name="k"/> seats compare above (1), with (0) or below (−1) <paramref name="w"/> at <paramref name="l"/>.</summary>
    int Compare(long v, int k, long w, int l);
}

/// <summary>Divisors a·k + b, the first perhaps its own: all on one integer scale.</summary>
internal readonly struct LinearSignposts(long first, long step, long start) : ISignposts
{
    public double Offset => (double)start / step;

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

/// <summary>A sequence of more than two listed divisors.</summary>
internal readonly struct ListedSignposts(Methods.DivisorMethod method) : ISignposts
{
    public double Offset => Math.Max(0, ((double)method.Scaled(method.Listed.Length) / method.Step) - method.Listed.Length);

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
    public double Offset => 0.5;

    public int Compare(long v, int k, long w, int l) => k == 0 || l == 0
        ? (k == l ? v.CompareTo(w) : k == 0 ? 1 : -1)
        : Wide.CompareProducts((UInt128)(ulong)v * (((ulong)k * 2) + 1), (ulong)l * ((ulong)l + 1), (UInt128)(ulong)w * (((ulong)l * 2) + 1), (ulong)k * ((ulong)k + 1));
}

/// <summary>Huntington and Hill's divisors √(k(k+1)), compared by their squares.</summary>
internal readonly struct GeometricSignposts : ISignposts
{
    public double Offset => 0.5;

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
