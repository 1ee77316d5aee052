using System.Numerics;

namespace Mandate.Electoral.Kernels;

/// <summary>Decides quota methods on spans of plain integers; allocates nothing for up to 256 lists.</summary>
/// <remarks>
/// A quota is N/D (Hare: V/S), so a list's quotient is v·D/N: whole part by one division, and all remainders over the same
/// N, so that they compare as integers. 64 bits serve while v·D stays below 2^63, 128 bits beyond.
/// </remarks>
internal static class LargestRemainder
{
    private const int OnStack = 256;

    /// <summary>Fills <paramref name="awarded"/> and marks those who tie.</summary>
    /// <param name="votes">Votes per list; 0 takes no seat.</param>
    /// <param name="seats">Seats to fill, at least 1.</param>
    /// <param name="n">The quota's part above the line, at least 1 where there are votes.</param>
    /// <param name="d">Its part below the line, at least 1.</param>
    /// <param name="awarded">Receives the seats that are certain.</param>
    /// <param name="tied">Receives true for lists that tie; untouched when none does.</param>
    /// <returns>The seats for which the marked lists tie, at most one each; 0 without a tie.</returns>
    /// <exception cref="OverflowException">The votes sum to 2^63 or more.</exception>
    public static int Allocate(ReadOnlySpan<long> votes, int seats, long n, long d, Span<int> awarded, Span<bool> tied)
    {
        long total = 0, largest = 0;
        foreach (var v in votes)
        {
            total += v;
            largest = Math.Max(largest, v);
        }

        if (total == 0)
        {
            awarded.Clear();
            return 0;
        }

        if (Math.BigMul((ulong)largest, (ulong)d, out var product) == 0 && product <= long.MaxValue)
        {
            Span<ulong> remainders = votes.Length <= OnStack ? stackalloc ulong[votes.Length] : new ulong[votes.Length];
            var whole = Whole((ulong)n, (ulong)d, votes, awarded, remainders);
            return Finish<ulong>(seats - whole, votes, awarded, remainders, tied);
        }

        return AllocateWide(votes, seats, n, d, awarded, tied);
    }

    private static int AllocateWide(ReadOnlySpan<long> votes, int seats, long n, long d, Span<int> awarded, Span<bool> tied)
    {
        Span<UInt128> wide = votes.Length <= OnStack ? stackalloc UInt128[votes.Length] : new UInt128[votes.Length];
        var wholes = WholeWide((ulong)n, (ulong)d, votes, awarded, wide);
        return Finish<UInt128>(seats - wholes, votes, awarded, wide, tied);
    }

    private static int Whole(ulong n, ulong d, ReadOnlySpan<long> votes, Span<int> awarded, Span<ulong> remainders)
    {
        var sum = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var product = unchecked((ulong)votes[i] * d);
            var whole = product / n;
            awarded[i] = unchecked((int)whole);
            remainders[i] = unchecked(product - (whole * n));
            sum += awarded[i];
        }

        return sum;
    }

    private static int WholeWide(ulong n, ulong d, ReadOnlySpan<long> votes, Span<int> awarded, Span<UInt128> remainders)
    {
        var sum = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var (whole, rest) = UInt128.DivRem((UInt128)(ulong)votes[i] * d, n);
            awarded[i] = (int)whole;
            remainders[i] = rest;
            sum += awarded[i];
        }

        return sum;
    }

    private static int Finish<T>(int left, ReadOnlySpan<long> votes, Span<int> awarded, Span<T> remainders, Span<bool> tied)
        where T : struct, INumber<T>
    {
        if (left == 0)
        {
            return 0;
        }

        if (left < 0)
        {
            return TakeBack(-left, votes, awarded, remainders, tied);
        }

        var lists = 0;
        foreach (var v in votes)
        {
            lists += v > 0 ? 1 : 0;
        }

        // A quota far above the votes can leave more seats than lists: then every list takes one before any takes two.
        for (; left >= lists; left -= lists)
        {
            for (var i = 0; i < votes.Length; i++)
            {
                awarded[i] += votes[i] > 0 ? 1 : 0;
            }
        }

        return left == 0 ? 0 : Give(left, votes, awarded, remainders, tied);
    }

    /// <summary>One seat each to the <paramref name="left"/> largest remainders; fewer than there are lists.</summary>
    private static int Give<T>(int left, ReadOnlySpan<long> votes, Span<int> awarded, Span<T> remainders, Span<bool> tied)
        where T : struct, INumber<T>
    {
        if (votes.Length > OnStack)
        {
            return GiveToMany(left, votes, awarded, remainders, tied);
        }

        // The cut: the remainder of the last list served. Each pass finds the next value down and how many share it.
        var bound = T.Zero;
        var first = true;
        while (true)
        {
            var best = T.Zero;
            var count = 0;
            for (var i = 0; i < votes.Length; i++)
            {
                if (votes[i] == 0 || (!first && remainders[i] >= bound))
                {
                    continue;
                }

                if (count == 0 || remainders[i] > best)
                {
                    best = remainders[i];
                    count = 1;
                }
                else if (remainders[i] == best)
                {
                    count++;
                }
            }

            var tie = count > left;
            for (var i = 0; i < votes.Length; i++)
            {
                if (votes[i] > 0 && remainders[i] == best)
                {
                    awarded[i] += tie ? 0 : 1;
                    if (tie)
                    {
                        tied[i] = true;
                    }
                }
            }

            if (tie)
            {
                return left;
            }

            left -= count;
            if (left == 0)
            {
                return 0;
            }

            bound = best;
            first = false;
        }
    }

    /// <summary>The same for very many lists, among which the cut is found by sorting.</summary>
    private static int GiveToMany<T>(int left, ReadOnlySpan<long> votes, Span<int> awarded, Span<T> remainders, Span<bool> tied)
        where T : struct, INumber<T>
    {
        var sorted = new List<T>(votes.Length);
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0)
            {
                sorted.Add(remainders[i]);
            }
        }

        sorted.Sort((a, b) => b.CompareTo(a));
        var cut = sorted[left - 1];
        var tie = left < sorted.Count && sorted[left] == cut;
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0 && (remainders[i] > cut || (!tie && remainders[i] == cut)))
            {
                awarded[i]++;
                left--;
            }
            else if (votes[i] > 0 && remainders[i] == cut)
            {
                tied[i] = true;
            }
        }

        return left;
    }

    /// <summary>Takes seats back from the smallest remainders, one each in a round; lists that tie keep the rest.</summary>
    private static int TakeBack<T>(int over, ReadOnlySpan<long> votes, Span<int> awarded, Span<T> remainders, Span<bool> tied)
        where T : struct, INumber<T>
    {
        while (true)
        {
            var holders = 0;
            foreach (var a in awarded)
            {
                holders += a > 0 ? 1 : 0;
            }

            if (holders > over)
            {
                break;
            }

            for (var i = 0; i < awarded.Length; i++)
            {
                awarded[i] -= awarded[i] > 0 ? 1 : 0;
            }

            over -= holders;
            if (over == 0)
            {
                return 0;
            }
        }

        // Take one from every holder, then give back to the largest remainders: the mirror of Give.
        var back = 0;
        Span<long> holding = votes.Length <= OnStack ? stackalloc long[votes.Length] : new long[votes.Length];
        for (var i = 0; i < awarded.Length; i++)
        {
            holding[i] = awarded[i] > 0 ? 1 : 0;
            awarded[i] -= (int)holding[i];
            back += (int)holding[i];
        }

        return Give<T>(back - over, holding, awarded, remainders, tied);
    }
}
