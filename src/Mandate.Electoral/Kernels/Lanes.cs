using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Mandate.Electoral.Kernels;

/// <summary>Several doubles worked on at once. A search is written once and runs at the width the machine has.</summary>
/// <remarks>Every operation but <see cref="Sum"/> is rounded the same at every width.</remarks>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>Gets the number of doubles.</summary>
    static abstract int Count { get; }

    /// <summary>Gets the first of them.</summary>
    double First { get; }

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    /// <summary>The same value in all.</summary>
    static abstract T All(double value);

    static abstract T Floor(T a);

    static abstract T Root(T a);

    static abstract T Smaller(T a, T b);

    static abstract T Larger(T a, T b);

    /// <summary>Where a is b or more one value, elsewhere the other.</summary>
    static abstract T IfAtLeast(T a, T b, T then, T otherwise);

    static abstract double Sum(T a);

    static abstract double Largest(T a);

    /// <summary>The place of the first that is equal in both; −1 for none.</summary>
    static abstract int FirstEqual(T a, T b);

    /// <summary>Writes whole numbers below 2^31.</summary>
    static abstract void Write(T a, Span<int> to);

    /// <summary>Reads whole numbers, rounded to doubles.</summary>
    static abstract T Read(ReadOnlySpan<long> from);
}

/// <summary>Eight doubles in 512 bits.</summary>
internal readonly struct Lanes8(Vector512<double> value) : ILanes<Lanes8>
{
    private readonly Vector512<double> value = value;

    public static int Count => 8;

    public double First => value.ToScalar();

    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a.value + b.value);

    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a.value - b.value);

    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a.value * b.value);

    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a.value / b.value);

    public static Lanes8 All(double value) => new(Vector512.Create(value));

    public static Lanes8 Floor(Lanes8 a) => new(Vector512.Floor(a.value));

    public static Lanes8 Root(Lanes8 a) => new(Vector512.Sqrt(a.value));

    public static Lanes8 Smaller(Lanes8 a, Lanes8 b) => new(Vector512.MinNative(a.value, b.value));

    public static Lanes8 Larger(Lanes8 a, Lanes8 b) => new(Vector512.MaxNative(a.value, b.value));

    public static Lanes8 IfAtLeast(Lanes8 a, Lanes8 b, Lanes8 then, Lanes8 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(a.value, b.value), then.value, otherwise.value));

    public static double Sum(Lanes8 a) => Vector512.Sum(a.value);

    public static double Largest(Lanes8 a) => Lanes4.Largest(new(Vector256.MaxNative(a.value.GetLower(), a.value.GetUpper())));

    public static int FirstEqual(Lanes8 a, Lanes8 b)
    {
        var bits = Vector512.Equals(a.value, b.value).ExtractMostSignificantBits();
        return bits == 0 ? -1 : BitOperations.TrailingZeroCount(bits);
    }

    public static void Write(Lanes8 a, Span<int> to)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256Int32WithTruncation(a.value).CopyTo(to);
            return;
        }

        Lanes4.Write(new(a.value.GetLower()), to);
        Lanes4.Write(new(a.value.GetUpper()), to[4..]);
    }

    public static Lanes8 Read(ReadOnlySpan<long> from) => new(Vector512.ConvertToDouble(Vector512.Create(from)));
}

/// <summary>Four doubles in 256 bits.</summary>
internal readonly struct Lanes4(Vector256<double> value) : ILanes<Lanes4>
{
    private readonly Vector256<double> value = value;

    public static int Count => 4;

    public double First => value.ToScalar();

    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a.value + b.value);

    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a.value - b.value);

    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a.value * b.value);

    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a.value / b.value);

    public static Lanes4 All(double value) => new(Vector256.Create(value));

    public static Lanes4 Floor(Lanes4 a) => new(Vector256.Floor(a.value));

    public static Lanes4 Root(Lanes4 a) => new(Vector256.Sqrt(a.value));

    public static Lanes4 Smaller(Lanes4 a, Lanes4 b) => new(Vector256.MinNative(a.value, b.value));

    public static Lanes4 Larger(Lanes4 a, Lanes4 b) => new(Vector256.MaxNative(a.value, b.value));

    public static Lanes4 IfAtLeast(Lanes4 a, Lanes4 b, Lanes4 then, Lanes4 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(a.value, b.value), then.value, otherwise.value));

    public static double Sum(Lanes4 a) => Vector256.Sum(a.value);

    public static double Largest(Lanes4 a)
    {
        var half = Vector128.MaxNative(a.value.GetLower(), a.value.GetUpper());
        return double.MaxNative(half[0], half[1]);
    }

    public static int FirstEqual(Lanes4 a, Lanes4 b)
    {
        var bits = Vector256.Equals(a.value, b.value).ExtractMostSignificantBits();
        return bits == 0 ? -1 : BitOperations.TrailingZeroCount(bits);
    }

    public static void Write(Lanes4 a, Span<int> to)
    {
        if (Avx.IsSupported)
        {
            Avx.ConvertToVector128Int32WithTruncation(a.value).CopyTo(to);
            return;
        }

        for (var i = 0; i < 4; i++)
        {
            to[i] = (int)a.value[i];
        }
    }

    public static Lanes4 Read(ReadOnlySpan<long> from) => new(Vector256.ConvertToDouble(Vector256.Create(from)));
}

/// <summary>One double: for machines without vectors, and for divisors that follow no formula.</summary>
internal readonly struct Lanes1(double value) : ILanes<Lanes1>
{
    private readonly double value = value;

    public static int Count => 1;

    public double First => value;

    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a.value + b.value);

    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a.value - b.value);

    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a.value * b.value);

    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new(a.value / b.value);

    public static Lanes1 All(double value) => new(value);

    public static Lanes1 Floor(Lanes1 a) => new(Math.Floor(a.value));

    public static Lanes1 Root(Lanes1 a) => new(Math.Sqrt(a.value));

    public static Lanes1 Smaller(Lanes1 a, Lanes1 b) => new(double.MinNative(a.value, b.value));

    public static Lanes1 Larger(Lanes1 a, Lanes1 b) => new(double.MaxNative(a.value, b.value));

    public static Lanes1 IfAtLeast(Lanes1 a, Lanes1 b, Lanes1 then, Lanes1 otherwise) => a.value >= b.value ? then : otherwise;

    public static double Sum(Lanes1 a) => a.value;

    public static double Largest(Lanes1 a) => a.value;

    public static int FirstEqual(Lanes1 a, Lanes1 b) => a.value == b.value ? 0 : -1;

    public static void Write(Lanes1 a, Span<int> to) => to[0] = (int)a.value;

    public static Lanes1 Read(ReadOnlySpan<long> from) => new(from[0]);
}
