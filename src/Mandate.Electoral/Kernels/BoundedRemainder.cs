namespace Mandate.Electoral.Kernels;

/// <summary>Decides quota methods where lists have a least or a most number of seats.</summary>
/// <remarks>
/// Every list starts at its whole quotas, kept within its bounds. Seats left go one at a time to the list that lacks most
/// of its quotient (quotient less seats); seats too many are taken where that figure is smallest. Without bounds this is
/// the method of largest remainders itself. All quotients share a denominator, so the figures are whole numbers.
/// </remarks>
internal static class BoundedRemainder
{
    /// <summary>Fills <paramref name="awarded"/> and marks those who tie.</summary>
    public static HighestAverages.Outcome Allocate(
        ReadOnlySpan<long> votes, int seats, long n, long d, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded, Span<bool> tied)
    {
        var start = new int[votes.Length];
        var sum = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var whole = (Int128)votes[i] * d / n;
            start[i] = awarded[i] = (int)Int128.Max(least[i], Int128.Min(most[i], whole));
            sum += awarded[i];
        }

        var scale = new Scale(n, d);
        return sum <= seats
            ? Give(scale, votes, seats - sum, start, most, awarded, tied)
            : TakeBack(scale, votes, sum - seats, start, least, awarded, tied);
    }

    private static HighestAverages.Outcome Give(Scale scale, ReadOnlySpan<long> votes, int left, int[] start, ReadOnlySpan<int> most, Span<int> awarded, Span<bool> tied)
    {
        Int128 cut = 0;
        var able = new int[votes.Length];
        var count = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0 && awarded[i] < most[i])
            {
                able[count++] = i;
            }
        }

        var heap = able.AsSpan(0, count);
        var rank = new Most(scale, votes, awarded);
        Heap.Build(heap, rank);
        for (var given = 0; given < left; given++)
        {
            if (heap.IsEmpty)
            {
                return new HighestAverages.Outcome(0, left - given, 0);
            }

            var best = heap[0];
            cut = scale.Lack(votes[best], awarded[best]);
            awarded[best]++;
            if (awarded[best] == most[best])
            {
                heap[0] = heap[^1];
                heap = heap[..^1];
            }

            if (!heap.IsEmpty)
            {
                Heap.Sink(heap, 0, rank);
            }
        }

        var open = false;
        for (var i = 0; i < votes.Length && left > 0; i++)
        {
            open |= votes[i] > 0 && awarded[i] < most[i] && scale.Lack(votes[i], awarded[i]) == cut;
        }

        if (!open)
        {
            return default;
        }

        var seats = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (awarded[i] > start[i] && scale.Lack(votes[i], awarded[i] - 1) == cut)
            {
                awarded[i]--;
                tied[i] = true;
                seats++;
            }
            else if (votes[i] > 0 && awarded[i] < most[i] && scale.Lack(votes[i], awarded[i]) == cut)
            {
                tied[i] = true;
            }
        }

        return new HighestAverages.Outcome(seats, 0, 0);
    }

    private static HighestAverages.Outcome TakeBack(Scale scale, ReadOnlySpan<long> votes, int over, int[] start, ReadOnlySpan<int> least, Span<int> awarded, Span<bool> tied)
    {
        Int128 cut = 0;
        var able = new int[votes.Length];
        var count = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (awarded[i] > least[i])
            {
                able[count++] = i;
            }
        }

        var heap = able.AsSpan(0, count);
        var rank = new Least(scale, votes, awarded);
        Heap.Build(heap, rank);
        for (var taken = 0; taken < over; taken++)
        {
            if (heap.IsEmpty)
            {
                return new HighestAverages.Outcome(0, 0, over - taken);
            }

            var best = heap[0];
            cut = scale.Lack(votes[best], awarded[best]);
            awarded[best]--;
            if (awarded[best] == least[best])
            {
                heap[0] = heap[^1];
                heap = heap[..^1];
            }

            if (!heap.IsEmpty)
            {
                Heap.Sink(heap, 0, rank);
            }
        }

        var seats = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            seats += awarded[i] > least[i] && scale.Lack(votes[i], awarded[i]) == cut ? 1 : 0;
        }

        for (var i = 0; i < votes.Length && seats > 0; i++)
        {
            if (awarded[i] > least[i] && scale.Lack(votes[i], awarded[i]) == cut)
            {
                awarded[i]--;
                tied[i] = true;
            }
            else if (awarded[i] < start[i] && scale.Lack(votes[i], awarded[i] + 1) == cut)
            {
                tied[i] = true;
            }
        }

        return new HighestAverages.Outcome(seats, 0, 0);
    }

    /// <summary>The quota as N/D.</summary>
    private readonly struct Scale(long n, long d)
    {
        /// <summary>Quotient less seats, times N.</summary>
        public Int128 Lack(long votes, int seats) => ((Int128)votes * d) - ((Int128)seats * n);
    }

    /// <summary>Lists that lack most of their quotient first.</summary>
    private readonly ref struct Most(Scale scale, ReadOnlySpan<long> votes, ReadOnlySpan<int> awarded) : IRank
    {
        private readonly ReadOnlySpan<long> votes = votes;
        private readonly ReadOnlySpan<int> awarded = awarded;

        public bool Before(int list, int other) => scale.Lack(votes[list], awarded[list]) > scale.Lack(votes[other], awarded[other]);
    }

    /// <summary>Lists that lack least of their quotient first.</summary>
    private readonly ref struct Least(Scale scale, ReadOnlySpan<long> votes, ReadOnlySpan<int> awarded) : IRank
    {
        private readonly ReadOnlySpan<long> votes = votes;
        private readonly ReadOnlySpan<int> awarded = awarded;

        public bool Before(int list, int other) => scale.Lack(votes[list], awarded[list]) < scale.Lack(votes[other], awarded[other]);
    }
}
