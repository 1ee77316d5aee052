using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mandate.Electoral.Kernels;

/// <summary>Decides quota methods on spans of plain integers; takes nothing from the heap for up to 20,000 lists.</summary>
/// <remarks>
/// A quota is N/D (Hare: V/S), so a list's quotient is v·D/N: its whole part by a product with the quota's inverse, put
/// right in whole numbers, and all remainders over the same N, so that they compare as integers. The remainder of the last
/// list served is found by selection. 64 bits serve while v·D stays below 2^63, 128 bits beyond. Where the machine has
/// vectors for it, <see cref="FewRemainders"/> decides four to eight lists without a tie, with the same answer.
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
    public static int Allocate(ReadOnlySpan<long> votes, int seats, long n, long d, Span<int> awarded, Span<bool> tied) =>
        Vector512.IsHardwareAccelerated && votes.Length is >= FewRemainders.Least and <= FewRemainders.Most && FewRemainders.TryAllocate(votes, seats, n, d, awarded)
            ? 0
            : Any(votes, seats, n, d, awarded, tied);

    /// <summary>The same for any number of lists on any machine, ties and all else that is rare included.</summary>
    public static int Any(ReadOnlySpan<long> votes, int seats, long n, long d, Span<int> awarded, Span<bool> tied)
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
            : Give((int)(seats - whole), awarded, room, tied);
    }

    private static long Whole(long n, long d, ReadOnlySpan<long> votes, Span<int> awarded, Span<long> remainders)
    {
        // A little less than the inverse of the quota: a quotient below 2^31 comes out right, or one too small.
        var inverse = d / (double)n * (1 - (1.0 / (1L << 50)));
        awarded = awarded[..votes.Length];
        remainders = remainders[..votes.Length];
        long sum = 0, most = 0;
        unchecked
        {
            for (var i = 0; i < votes.Length; i++)
            {
                var v = votes[i];
                var whole = double.ConvertToIntegerNative<long>(v * inverse);
                var rest = (ulong)((v * d) - (whole * n));

                // No branch: in a simulation it would be guessed wrong every other time.
                var more = rest >= (ulong)n ? 1L : 0;
                rest -= (ulong)(n & -more);
                whole += more;
                remainders[i] = v == 0 ? None : (long)rest;
                awarded[i] = (int)whole;
                most |= whole;
                sum += whole;
            }
        }

        return most >> 31 == 0 ? sum : throw new OverflowException("A quotient is 2^31 or more.");
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

    /// <summary>One seat each to the <paramref name="left"/> largest remainders; where there are fewer, one to each in every round.</summary>
    private static int Give(int left, Span<int> awarded, Span<long> room, Span<bool> tied) =>
        left >= awarded.Length ? GiveAll(left, awarded, room, tied)
        : awarded.Length <= Few ? GiveFew(left, awarded, room, tied)
        : GiveMany(left, awarded, room, tied);

    /// <summary>A quota far above the votes can leave more seats than lists: then every list takes one before any takes two.</summary>
    private static int GiveAll(int left, Span<int> awarded, Span<long> room, Span<bool> tied)
    {
        var lists = awarded.Length - room[..awarded.Length].Count(None);
        for (var i = 0; i < awarded.Length; i++)
        {
            awarded[i] += room[i] == None ? 0 : left / lists;
        }

        return left % lists == 0 ? 0 : Give(left % lists, awarded, room, tied);
    }

    /// <summary>Few lists are ranked each against all, which takes no branch that could be guessed wrong.</summary>
    private static int GiveFew(int left, Span<int> awarded, Span<long> room, Span<bool> tied)
    {
        var remainders = room[..awarded.Length];
        var given = 0;
        unchecked
        {
            for (var i = 0; i < remainders.Length; i++)
            {
                var (own, rank) = (remainders[i], 0);
                foreach (var r in remainders)
                {
                    rank += r >= own ? 1 : 0;
                }

                var seat = rank <= left ? 1 : 0;
                awarded[i] += seat;
                given += seat;
            }
        }

        if (given == left)
        {
            return 0;
        }

        // The next remainder is that of more lists than there are seats.
        var copy = room.Slice(awarded.Length, awarded.Length);
        remainders.CopyTo(copy);
        var cut = Selection.Descending(copy, given);
        return cut == None ? GiveAll(left - given, awarded, room, tied) : Tie(left - given, cut, remainders, tied);
    }

    private static int GiveMany(int left, Span<int> awarded, Span<long> room, Span<bool> tied)
    {
        var remainders = room[..awarded.Length];
        var copy = room.Slice(awarded.Length, awarded.Length);
        remainders.CopyTo(copy);
        var cut = Selection.Descending(copy, left - 1);
        if (cut == None)
        {
            return GiveAll(left, awarded, room, tied);
        }

        int above = 0, even = 0;
        foreach (var r in remainders)
        {
            above += r > cut ? 1 : 0;
            even += r == cut ? 1 : 0;
        }

        var served = above + even == left ? cut : cut + 1;
        for (var i = 0; i < remainders.Length; i++)
        {
            awarded[i] += remainders[i] >= served ? 1 : 0;
        }

        return served == cut ? 0 : Tie(left - above, cut, remainders, tied);
    }

    /// <summary>Marks the lists with a remainder, which are more than the seats.</summary>
    private static int Tie(int seats, long cut, ReadOnlySpan<long> remainders, Span<bool> tied)
    {
        for (var i = 0; i < remainders.Length; i++)
        {
            tied[i] |= remainders[i] == cut;
        }

        return seats;
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
