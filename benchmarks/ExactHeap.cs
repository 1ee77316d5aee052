namespace Mandate.Benchmarks;

/// <summary>What the divisor kernels are measured against: one seat at a time from a binary heap, quotients compared crosswise in 128 bits.</summary>
/// <remarks>Plain, exact, without ties; divisors step·k + first.</remarks>
internal static class ExactHeap
{
    public static void Allocate(ReadOnlySpan<long> votes, int seats, int step, int first, Span<int> awarded, Span<int> heap)
    {
        awarded.Clear();
        for (var i = 0; i < heap.Length; i++)
        {
            heap[i] = i;
        }

        for (var at = (heap.Length / 2) - 1; at >= 0; at--)
        {
            Sink(votes, step, first, awarded, heap, at);
        }

        for (var s = 0; s < seats; s++)
        {
            awarded[heap[0]]++;
            Sink(votes, step, first, awarded, heap, 0);
        }
    }

    private static void Sink(ReadOnlySpan<long> votes, int step, int first, ReadOnlySpan<int> awarded, Span<int> heap, int at)
    {
        var list = heap[at];
        var (v, d) = ((ulong)votes[list], (ulong)((step * awarded[list]) + first));
        while ((at * 2) + 1 < heap.Length)
        {
            var child = (at * 2) + 1;
            var (w, e) = ((ulong)votes[heap[child]], (ulong)((step * awarded[heap[child]]) + first));
            if (child + 1 < heap.Length)
            {
                var (x, f) = ((ulong)votes[heap[child + 1]], (ulong)((step * awarded[heap[child + 1]]) + first));
                if (Above(x, f, w, e))
                {
                    (child, w, e) = (child + 1, x, f);
                }
            }

            if (!Above(w, e, v, d))
            {
                break;
            }

            heap[at] = heap[child];
            at = child;
        }

        heap[at] = list;
    }

    /// <summary>Whether v/d lies above w/e.</summary>
    private static bool Above(ulong v, ulong d, ulong w, ulong e)
    {
        var left = Math.BigMul(v, e, out var leftLow);
        var right = Math.BigMul(w, d, out var rightLow);
        return left > right || (left == right && leftLow > rightLow);
    }
}
