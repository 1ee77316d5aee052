using Mandate.Electoral.Kernels;
using Mandate.Electoral.Methods;

namespace Mandate.Benchmarks;

/// <summary>The inner kernels as the benchmarks call them.</summary>
internal static class Kernels
{
    public static int Quotas(QuotaMethod method, long[] votes, int seats, int[] awarded, bool[] tied)
    {
        long total = 0;
        foreach (var v in votes)
        {
            total += v;
        }

        var (n, d) = method.Fraction(total, seats);
        return LargestRemainder.Allocate(votes, seats, n, d, awarded, tied);
    }
}
