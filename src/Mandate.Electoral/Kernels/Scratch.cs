using System.Runtime.InteropServices;

namespace Mandate.Electoral.Kernels;

/// <summary>Room in which kernels work: kept by the thread, so that a second allocation of the same size takes nothing from the heap.</summary>
internal static class Scratch
{
    /// <summary>Doubles a thread keeps; whoever needs more takes it for one call.</summary>
    private const int Kept = 1 << 15;

    [ThreadStatic]
    private static double[]? kept;

    /// <summary>Room for so many doubles, with whatever stood there before; the thread's next call gets the same room.</summary>
    public static Span<double> Doubles(int count)
    {
        var room = kept;
        if (room is null || room.Length < count)
        {
            room = new double[Math.Max(count, 256)];
            if (count <= Kept)
            {
                kept = room;
            }
        }

        return room.AsSpan(0, count);
    }

    /// <summary>The same for whole numbers.</summary>
    public static Span<long> Longs(int count) => MemoryMarshal.Cast<double, long>(Doubles(count));
}
