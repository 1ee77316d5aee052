using System.Runtime.Intrinsics;

namespace Mandate.Electoral.Kernels;

/// <summary>Decides divisor methods on spans of plain integers; takes nothing from the heap for up to 20,000 lists.</summary>
/// <remarks>
/// <para>Jump and step (Pukelsheim 2017, chapter 4): a multiplier gives seats near the answer, then single seats are moved until
/// the sum is right. All this is done in floating point, several lists at once, and only steers.</para>
/// <para>What decides: a quotient in floating point is off by less than <see cref="Doubt"/>. Where the largest next quotient
/// lies further than that below the smallest last one, no exchange of seats betters the answer, and it is proved. Where they
/// are nearer, all quotients around the cut are compared in whole numbers, and the seats among them given anew. Any
/// start leads to the same seats.</para>
/// </remarks>
internal static class HighestAverages
{
    /// <summary>
    /// 2^-48, as a share of a quotient: more than thrice what floating point can be off, since votes, divisor and quotient are together
    /// rounded five times by 2^-53 at most, and far less than the distance of two quotients of a list.
    /// </summary>
    private const double Doubt = 1.0 / (1L << 48);

    /// <summary>Lists from which on the widest vectors pay.</summary>
    private const int Many = 128;

    /// <summary>What is certain, and what is left over.</summary>
    /// <param name="Tied">Seats for which the marked lists tie, at most one each.</param>
    /// <param name="Vacant">Seats no list can take, because all have their maximum or no votes.</param>
    /// <param name="Over">Seats the minimums exceed the total by.</param>
    public readonly record struct Outcome(int Tied, int Vacant, int Over);

    /// <summary>Fills <paramref name="awarded"/> and marks those who tie.</summary>
    /// <param name="signposts">The divisors.</param>
    /// <param name="votes">Votes per list; a list without votes takes no seat above its minimum.</param>
    /// <param name="seats">All seats, those already held among them.</param>
    /// <param name="least">Seats each list has in any case; empty where there are no bounds.</param>
    /// <param name="most">Seats each list can have; empty where there are no bounds.</param>
    /// <param name="awarded">Receives the seats that are certain.</param>
    /// <param name="tied">Receives true for lists that tie; untouched when none does.</param>
    public static Outcome Allocate<T>(T signposts, ReadOnlySpan<long> votes, int seats, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded, Span<bool> tied)
        where T : struct, ISignposts
    {
        if (typeof(T) == typeof(ListedSignposts) || votes.Length < Lanes4.Count || !Vector256.IsHardwareAccelerated)
        {
            return Allocate<T, Lanes1>(signposts, votes, seats, least, most, awarded, tied, 0);
        }

        return votes.Length < Many || !Vector512.IsHardwareAccelerated
            ? Allocate<T, Lanes4>(signposts, votes, seats, least, most, awarded, tied, 0)
            : Allocate<T, Lanes8>(signposts, votes, seats, least, most, awarded, tied, 0);
    }

    /// <summary>The same so many lists at once and from a start of one's own; neither changes the answer.</summary>
    public static Outcome Allocate<TSignposts, TLanes>(
        TSignposts signposts, ReadOnlySpan<long> votes, int seats, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded, Span<bool> tied, double multiplier)
        where TSignposts : struct, ISignposts
        where TLanes : struct, ILanes<TLanes>
    {
        if (Clear(votes, seats, least, most, awarded) is { } clear)
        {
            return clear;
        }

        var seating = new Seating<TSignposts, TLanes>(signposts, votes, seats, least, most, awarded);
        seating.Settle(multiplier);
        var next = Seating<TSignposts, TLanes>.Largest(seating.Next);
        var last = -Seating<TSignposts, TLanes>.Largest(seating.Last);
        if (next < last * (1 - Doubt))
        {
            return default;
        }

        if (next > last * (1 + (8 * Doubt)))
        {
            throw new InvalidOperationException("Bug in HighestAverages: a next quotient lies above a last one.");
        }

        return Around(signposts, votes, Math.Min(next, last) * (1 - Doubt), Math.Max(next, last) * (1 + Doubt), seating.Next, seating.Last, seating.Order, awarded, tied);
    }

    /// <summary>Seats that bounds or missing votes settle alone: too many promised, or more seats than can be taken.</summary>
    private static Outcome? Clear(ReadOnlySpan<long> votes, int seats, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded)
    {
        if (least.IsEmpty)
        {
            if (votes.ContainsAnyExcept(0))
            {
                return null;
            }

            awarded.Clear();
            return new Outcome(0, seats, 0);
        }

        long promised = 0, possible = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            promised += least[i];
            possible += votes[i] == 0 ? least[i] : most[i];
        }

        if (promised >= seats)
        {
            least.CopyTo(awarded);
            return new Outcome(0, 0, (int)(promised - seats));
        }

        if (possible > seats)
        {
            return null;
        }

        for (var i = 0; i < votes.Length; i++)
        {
            awarded[i] = votes[i] == 0 ? least[i] : most[i];
        }

        return new Outcome(0, (int)(seats - possible), 0);
    }

    /// <summary>Takes back the seats whose quotients lie around the cut, and gives them to the largest by exact comparison.</summary>
    /// <remarks>Each list has one quotient there at most, so it is the one of the seat it would take next.</remarks>
    private static Outcome Around<T>(
        T signposts, ReadOnlySpan<long> votes, double from, double to, ReadOnlySpan<double> next, ReadOnlySpan<double> last, Span<int> order, Span<int> awarded, Span<bool> tied)
        where T : struct, ISignposts
    {
        int count = 0, seats = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (-last[i] <= to)
            {
                awarded[i]--;
                seats++;
                order[count++] = i;
            }
            else if (next[i] >= from)
            {
                order[count++] = i;
            }
        }

        // Those that are served leave the heap at its end, so that the served stand behind the others.
        var heap = order[..count];
        var rank = new Quotients<T>(signposts, votes, awarded);
        Heap.Build(heap, rank);
        for (var served = 1; served <= seats; served++)
        {
            (heap[0], heap[^1]) = (heap[^1], heap[0]);
            heap = heap[..^1];
            if (!heap.IsEmpty)
            {
                Heap.Sink(heap, 0, rank);
            }
        }

        if (heap.IsEmpty || seats == 0 || rank.Before(order[heap.Length], heap[0]))
        {
            foreach (var list in order[heap.Length..count])
            {
                awarded[list]++;
            }

            return default;
        }

        // The last served has the quotient of the first that is not: all with that quotient tie.
        var (cut, open) = (heap[0], 0);
        foreach (var list in order[heap.Length..count])
        {
            tied[list] = !rank.Before(list, cut);
            open += tied[list] ? 1 : 0;
        }

        foreach (var list in heap)
        {
            tied[list] = !rank.Before(cut, list);
        }

        foreach (var list in order[heap.Length..count])
        {
            awarded[list] += tied[list] ? 0 : 1;
        }

        return new Outcome(open, 0, 0);
    }

    /// <summary>Lists by the exact quotients of their next seats.</summary>
    private readonly ref struct Quotients<T>(T signposts, ReadOnlySpan<long> votes, ReadOnlySpan<int> held) : IRank
        where T : struct, ISignposts
    {
        private readonly ReadOnlySpan<long> votes = votes;
        private readonly ReadOnlySpan<int> held = held;

        public bool Before(int list, int other) => signposts.Compare(votes[list], held[list], votes[other], held[other]) > 0;
    }
}
