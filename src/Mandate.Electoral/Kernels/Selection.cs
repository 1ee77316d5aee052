using System.Numerics;

namespace Mandate.Electoral.Kernels;

/// <summary>Finds the value at a place of the order without sorting all.</summary>
internal static class Selection
{
    private const int Short = 12;

    /// <summary>The value that would stand at <paramref name="place"/>, from 0, were the values sorted downwards; they end in another order.</summary>
    /// <remarks>C. A. R. Hoare's quickselect around a middle of three; where parts hardly shrink, what is left is sorted.</remarks>
    public static long Descending(Span<long> values, int place)
    {
        for (var patience = 2 * BitOperations.Log2((uint)values.Length | 1); values.Length > Short && patience > 0; patience--)
        {
            long first = values[0], middle = values[values.Length / 2], last = values[^1];
            var pivot = Math.Max(Math.Min(first, middle), Math.Min(Math.Max(first, middle), last));
            int left = 0, right = values.Length - 1;
            while (left <= right)
            {
                while (values[left] > pivot)
                {
                    left++;
                }

                while (values[right] < pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            // From left on all are at most the pivot, up to right at least; between them stands the pivot itself.
            if (place > right && place < left)
            {
                return pivot;
            }

            values = place <= right ? values[..(right + 1)] : values[left..];
            place -= place <= right ? 0 : left;
        }

        values.Sort();
        return values[values.Length - 1 - place];
    }
}
