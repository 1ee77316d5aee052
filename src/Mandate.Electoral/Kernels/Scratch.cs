using System.Runtime.InteropServices;

namespace Mandate.Electoral.Kernels;

/// <summary>Room in which kernels work: kept by the thread, so that a second allocation of the same size takes nothing from the heap.</summary>
internal static class Scratch
{
    /// <summary>Doubles a thread keeps; whoever needs more takes it for one call.</summary>
    private const int Kept = 1 << 17;

    /// <summary>Doubles in a line of the processor's cache: room starts at one, so that no vector lies on two.</summary>
    private const int Line = 8;

    [ThreadStatic]
    private static double[]? kept;

    [ThreadStatic]
    private static int start;

    /// <summary>Room for so many doubles, with whatever stood there before; the thread's next call gets the same room.</summary>
    public static Span<double> Doubles(int count) =>
        kept is { } room && count <= room.Length - Line ? room.AsSpan(start, count)
        : count <= Kept ? Grown(count)
        : new double[count];

    /// <summary>The same for whole numbers.</summary>
    public static Span<long> Longs(int count) => MemoryMarshal.Cast<double, long>(Doubles(count));

    private static Span<double> Grown(int count)
    {
        kept = GC.AllocateUninitializedArray<double>(Math.Max(count, 256) + Line, pinned: true);
        start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(kept, 0) & ((Line * sizeof(double)) - 1)) / sizeof(double);
        return kept.AsSpan(start, count);
    }
}
