using System.Numerics;

namespace Mandate.Electoral.Kernels;

/// <summary>Decides quota methods on spans of plain integers; takes nothing from the heap for up to 16,000 lists.</summary>
/// <remarks>
/// A quota is N/D (Hare: V/S), so a list's quotient is v·D/N: its whole part by a product with the quota's inverse, put
/// right in whole numbers, and all remainders over the same N, so that they compare as integers. The remainder of the last
/// list served is found by selection. 64 bits serve while v·D stays below 2^63, 128 bits beyond.
/// </remarks>
internal static class LargestRemainder
{
    /// <summary>Lists whose remainders lie on the stack and are looked through once a seat.</summary>
    private const int Few = 8;

    /// <summary>Stands for the remainder of a list that takes no part.</summary>
    private const long None = -1;

    /// <summary>Fills <paramref name="awarded"/> and marks those who tie.</summary>
    /// <param name="votes">Votes per list; 0 takes no seat.</param>
    /// <param name="seats">Seats to fill, at least 1.</param>
    /// <param name="n">The quota's part above the line, at least 1 where there are votes.</param>
    /// <param name="d">Its part below the line, at least 1.</param>
    /// <param name="awarded">Receives the seats that are certain.</param>
    /// <param name="tied">Receives true for lists that tie; untouched when none does.</param>
    /// <returns>The seats for which the marked lists tie, at most one each; 0 without a tie.</returns>
    /// <exception cref="OverflowException">A quotient is 2^31 or more.</exception>
    public static int Allocate(ReadOnlySpan<long> votes, int seats, long n, long d, Span<int> awarded, Span<bool> tied)
    {
        long bits = 0;
        foreach (var v in votes)
        {
            bits |= v;
        }

        if (bits == 0)
        {
            awarded.Clear();
            return 0;
        }

        Span<long> room = votes.Length <= Few ? stackalloc long[2 * Few] : Scratch.Longs(votes.Length * 2);
        var remainders = room[..votes.Length];
        var whole = BitOperations.LeadingZeroCount((ulong)bits) + BitOperations.LeadingZeroCount((ulong)d) > 64
            ? Whole(n, d, votes, awarded, remainders)
            : WholeWide(n, d, votes, awarded, remainders);
        return whole == seats ? 0
            : whole > seats ? TakeBack((int)(whole - seats), awarded, room, tied)
            : Serve((int)(seats - whole), awarded, room, tied);
    }

    private static long Whole(long n, long d, ReadOnlySpan<long> votes, Span<int> awarded, Span<long> remainders)
    {
        // A little less than the inverse of the quota: a quotient below 2^31 comes out right, or one too small.
        var inverse = d / (double)n * (1 - (1.0 / (1L << 50)));
        long sum = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var whole = (long)(votes[i] * inverse);
            unchecked
            {
                var rest = (ulong)((votes[i] * d) - (whole * n));
                if (rest >= (ulong)n)
                {
                    rest -= (ulong)n;
                    whole++;
                }

                remainders[i] = votes[i] == 0 ? None : (long)rest;
            }

            awarded[i] = (int)whole;
            sum += whole;
        }

        return sum;
    }

    private static long WholeWide(long n, long d, ReadOnlySpan<long> votes, Span<int> awarded, Span<long> remainders)
    {
        long sum = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var (whole, rest) = UInt128.DivRem((UInt128)(ulong)votes[i] * (ulong)d, (ulong)n);
            awarded[i] = (int)whole;
            remainders[i] = votes[i] == 0 ? None : (long)rest;
            sum += awarded[i];
        }

        return sum;
    }

    /// <summary>A quota far above the votes can leave more seats than lists: then every list takes one before any takes two.</summary>
    private static int Serve(int left, Span<int> awarded, Span<long> room, Span<bool> tied)
    {
        var remainders = room[..awarded.Length];
        var lists = awarded.Length - remainders.Count(None);
        var rounds = left / lists;
        for (var i = 0; rounds > 0 && i < awarded.Length; i++)
        {
            awarded[i] += remainders[i] == None ? 0 : rounds;
        }

        return Give(left - (rounds * lists), awarded, room, tied);
    }

    /// <summary>One seat each to the <paramref name="left"/> largest remainders; fewer than there are.</summary>
    private static int Give(int left, Span<int> awarded, Span<long> room, Span<bool> tied)
    {
        if (left == 0)
        {
            return 0;
        }

        var remainders = room[..awarded.Length];
        var (cut, open) = awarded.Length <= Few ? FewCut(left, remainders) : Cut(left, remainders, room[awarded.Length..]);
        if (open == 0)
        {
            for (var i = 0; i < remainders.Length; i++)
            {
                awarded[i] += remainders[i] >= cut ? 1 : 0;
            }

            return 0;
        }

        for (var i = 0; i < remainders.Length; i++)
        {
            awarded[i] += remainders[i] > cut ? 1 : 0;
            tied[i] |= remainders[i] == cut;
        }

        return open;
    }

    /// <summary>The remainder of the last list served, and the seats left for it where more lists have it than that; else 0.</summary>
    private static (long Cut, int Open) Cut(int left, ReadOnlySpan<long> remainders, Span<long> copy)
    {
        remainders.CopyTo(copy);
        var cut = Selection.Descending(copy[..remainders.Length], left - 1);
        int above = 0, even = 0;
        foreach (var r in remainders)
        {
            above += r > cut ? 1 : 0;
            even += r == cut ? 1 : 0;
        }

        return (cut, above + even > left ? left - above : 0);
    }

    /// <summary>The same for few lists: each pass goes down to the next value.</summary>
    private static (long Cut, int Open) FewCut(int left, ReadOnlySpan<long> remainders)
    {
        for (var above = long.MaxValue; ;)
        {
            var best = None;
            foreach (var r in remainders)
            {
                best = Math.Max(best, r < above ? r : None);
            }

            var count = 0;
            foreach (var r in remainders)
            {
                count += r == best ? 1 : 0;
            }

            if (count >= left)
            {
                return (best, count > left ? left : 0);
            }

            left -= count;
            above = best;
        }
    }

    /// <summary>Takes seats back from the smallest remainders, one each in a round; lists that tie keep the rest.</summary>
    private static int TakeBack(int over, Span<int> awarded, Span<long> room, Span<bool> tied)
    {
        int holders;
        while ((holders = awarded.Length - awarded.Count(0)) <= over)
        {
            foreach (ref var seats in awarded)
            {
                seats -= seats > 0 ? 1 : 0;
            }

            over -= holders;
            if (over == 0)
            {
                return 0;
            }
        }

        // Take one from every holder, then give back to the largest remainders: the mirror of Give.
        for (var i = 0; i < awarded.Length; i++)
        {
            room[i] = awarded[i] > 0 ? room[i] : None;
            awarded[i] -= awarded[i] > 0 ? 1 : 0;
        }

        return Give(holders - over, awarded, room, tied);
    }
}
