namespace Mandate.Electoral.Kernels;

/// <summary>Decides divisor methods on spans of plain integers; allocates nothing for up to 256 lists.</summary>
/// <remarks>
/// Jump and step (Pukelsheim 2017, chapter 4): a multiplier in floating point gives seats near the answer; then seats are
/// given to the largest next quotient or taken from the smallest last one, by exact comparison, until the sum is right and
/// no next quotient exceeds a last one. The start only steers: any start leads to the same seats. With more lists a step
/// that looks at all of them is dear, and a heap gives every seat in turn.
/// </remarks>
internal static class HighestAverages
{
    private const int Few = 256;

    /// <summary>What is certain, and what is left over.</summary>
    /// <param name="Tied">Seats for which the marked lists tie, at most one each.</param>
    /// <param name="Vacant">Seats no list can take, because all have their maximum or no votes.</param>
    /// <param name="Over">Seats the minimums exceed the total by.</param>
    public readonly record struct Outcome(int Tied, int Vacant, int Over);

    /// <summary>Fills <paramref name="awarded"/>, which comes in empty, and marks those who tie.</summary>
    /// <param name="signposts">The divisors.</param>
    /// <param name="votes">Votes per list; a list without votes takes no seat above its minimum.</param>
    /// <param name="seats">All seats, those already held among them.</param>
    /// <param name="least">Seats each list has in any case; empty for none.</param>
    /// <param name="most">Seats each list can have; empty for no limit.</param>
    /// <param name="awarded">Receives the seats that are certain.</param>
    /// <param name="tied">Receives true for lists that tie; untouched when none does.</param>
    public static Outcome Allocate<T>(T signposts, ReadOnlySpan<long> votes, int seats, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded, Span<bool> tied)
        where T : struct, ISignposts
    {
        var sum = votes.Length > Few ? Climb(signposts, votes, seats, least, most, awarded) : Jump(signposts, votes, seats, least, most, awarded);
        while (sum < seats)
        {
            var up = LargestNext(signposts, votes, most, awarded);
            if (up < 0)
            {
                return new Outcome(0, seats - sum, 0);
            }

            awarded[up]++;
            sum++;
        }

        while (sum > seats)
        {
            var down = SmallestLast(signposts, votes, least, awarded);
            if (down < 0)
            {
                return new Outcome(0, 0, sum - seats);
            }

            awarded[down]--;
            sum--;
        }

        while (true)
        {
            int up = LargestNext(signposts, votes, most, awarded), down = SmallestLast(signposts, votes, least, awarded);
            if (up < 0 || down < 0)
            {
                return default;
            }

            var order = signposts.Compare(votes[up], awarded[up], votes[down], awarded[down] - 1);
            if (order < 0)
            {
                return default;
            }

            if (order == 0)
            {
                return new Outcome(MarkTie(signposts, votes, least, most, awarded, tied, (votes[up], awarded[up])), 0, 0);
            }

            awarded[up]++;
            awarded[down]--;
        }
    }

    private static int Jump<T>(T signposts, ReadOnlySpan<long> votes, int seats, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded)
        where T : struct, ISignposts
    {
        double total = 0;
        foreach (var v in votes)
        {
            total += v;
        }

        var offset = signposts.Offset;
        var multiplier = total > 0 ? (seats + (votes.Length * (offset - 0.5))) / total : 0;
        var sum = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var guess = Math.Clamp((votes[i] * multiplier) + 1 - offset, 0, seats);
            var start = votes[i] == 0 ? 0 : (int)guess;
            start = most.IsEmpty ? start : Math.Min(start, most[i]);
            awarded[i] = least.IsEmpty ? start : Math.Max(start, least[i]);
            sum += awarded[i];
        }

        return sum;
    }

    /// <summary>From the least seats up, each to the largest next quotient; a heap keeps it on top.</summary>
    private static int Climb<T>(T signposts, ReadOnlySpan<long> votes, int seats, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded)
        where T : struct, ISignposts
    {
        var sum = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            awarded[i] = least.IsEmpty ? 0 : least[i];
            sum += awarded[i];
        }

        var heap = new int[votes.Length];
        var size = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0 && (most.IsEmpty || awarded[i] < most[i]))
            {
                heap[size++] = i;
            }
        }

        for (var root = (size / 2) - 1; root >= 0; root--)
        {
            Sink(signposts, votes, awarded, heap, root, size);
        }

        for (; sum < seats && size > 0; sum++)
        {
            var top = heap[0];
            awarded[top]++;
            if (!most.IsEmpty && awarded[top] == most[top])
            {
                heap[0] = heap[--size];
            }

            Sink(signposts, votes, awarded, heap, 0, size);
        }

        return sum;
    }

    private static void Sink<T>(T signposts, ReadOnlySpan<long> votes, ReadOnlySpan<int> awarded, int[] heap, int at, int size)
        where T : struct, ISignposts
    {
        while ((at * 2) + 1 < size)
        {
            var child = (at * 2) + 1;
            if (child + 1 < size && signposts.Compare(votes[heap[child + 1]], awarded[heap[child + 1]], votes[heap[child]], awarded[heap[child]]) > 0)
            {
                child++;
            }

            if (signposts.Compare(votes[heap[at]], awarded[heap[at]], votes[heap[child]], awarded[heap[child]]) >= 0)
            {
                return;
            }

            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }

    private static int LargestNext<T>(T signposts, ReadOnlySpan<long> votes, ReadOnlySpan<int> most, ReadOnlySpan<int> awarded)
        where T : struct, ISignposts
    {
        var best = -1;
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0 && (most.IsEmpty || awarded[i] < most[i])
                && (best < 0 || signposts.Compare(votes[i], awarded[i], votes[best], awarded[best]) > 0))
            {
                best = i;
            }
        }

        return best;
    }

    private static int SmallestLast<T>(T signposts, ReadOnlySpan<long> votes, ReadOnlySpan<int> least, ReadOnlySpan<int> awarded)
        where T : struct, ISignposts
    {
        var best = -1;
        for (var i = 0; i < votes.Length; i++)
        {
            if (awarded[i] > (least.IsEmpty ? 0 : least[i])
                && (best < 0 || signposts.Compare(votes[i], awarded[i] - 1, votes[best], awarded[best] - 1) < 0))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Takes back every last seat whose quotient equals the cut, and marks all who have that quotient.</summary>
    private static int MarkTie<T>(T signposts, ReadOnlySpan<long> votes, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded, Span<bool> tied, (long Votes, int Held) cut)
        where T : struct, ISignposts
    {
        var seats = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (awarded[i] > (least.IsEmpty ? 0 : least[i]) && signposts.Compare(votes[i], awarded[i] - 1, cut.Votes, cut.Held) == 0)
            {
                awarded[i]--;
                tied[i] = true;
                seats++;
            }
            else if (votes[i] > 0 && (most.IsEmpty || awarded[i] < most[i]) && signposts.Compare(votes[i], awarded[i], cut.Votes, cut.Held) == 0)
            {
                tied[i] = true;
            }
        }

        return seats;
    }
}
