namespace Mandate.Electoral.Kernels;

/// <summary>Which of two lists comes first.</summary>
internal interface IRank
{
    bool Before(int list, int other);
}

/// <summary>A binary heap of lists in a span: the first in rank on top.</summary>
internal static class Heap
{
    /// <summary>Puts lists in heap order.</summary>
    public static void Build<T>(Span<int> heap, T rank)
        where T : struct, IRank, allows ref struct
    {
        for (var at = (heap.Length / 2) - 1; at >= 0; at--)
        {
            Sink(heap, at, rank);
        }
    }

    /// <summary>Lets the list at a place sink until none below it comes before it.</summary>
    public static void Sink<T>(Span<int> heap, int at, T rank)
        where T : struct, IRank, allows ref struct
    {
        var list = heap[at];
        while ((at * 2) + 1 < heap.Length)
        {
            var child = (at * 2) + 1;
            if (child + 1 < heap.Length && rank.Before(heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!rank.Before(heap[child], list))
            {
                break;
            }

            heap[at] = heap[child];
            at = child;
        }

        heap[at] = list;
    }
}
