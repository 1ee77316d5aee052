using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mandate.Electoral.Kernels;

/// <summary>Decides quota methods for four to eight lists, all lists at once; whatever is rare it leaves to <see cref="LargestRemainder"/>.</summary>
/// <remarks>
/// Whole parts and remainders come about as they do there, in whole numbers of 64 bits. Then every list is ranked by the
/// uppermost 31 bits of its remainder, which are all of it where the quota's N is below 2^31. As many lists as there are seats
/// left must stand strictly above the rest. If they do not, lists tie or lie too near, and nothing is decided here.
/// </remarks>
internal static class FewRemainders
{
    /// <summary>The fewest lists.</summary>
    public const int Least = 4;

    /// <summary>The most lists, one for each lane.</summary>
    public const int Most = 8;

    /// <summary>Whole parts up to this sum up in 32 bits, one more each included.</summary>
    private const long LargestWhole = 1L << 27;

    /// <summary>Fills <paramref name="awarded"/>, if there is no tie and nothing else out of the common; takes what <see cref="LargestRemainder.Allocate"/> takes.</summary>
    /// <returns>False where nothing is decided; <paramref name="awarded"/> is then as it was.</returns>
    public static bool TryAllocate(ReadOnlySpan<long> votes, int seats, long n, long d, Span<int> awarded)
    {
        // The first four lists and the last four. Those that came with the first four have no votes among the last.
        var last = Vector256.GreaterThan(Vector256.Create(1L, 2, 3, 4), Vector256.Create((long)(Most - votes.Length)));
        var v = Vector512.Create(Vector256.Create(votes), Vector256.Create(votes[^Least..]) & last);
        var limit = (1UL << (BitOperations.LeadingZeroCount((ulong)d) - 1)) - 1;
        if (Vector512.GreaterThanAny(v.AsUInt64(), Vector512.Create(limit)))
        {
            return false;
        }

        // A little less than the inverse of the quota: a whole part comes out right, or one too small.
        var inverse = d * (1 - (1.0 / (1L << 50))) / n;
        var whole = Vector512.ConvertToInt64Native(Vector512.ConvertToDouble(v) * inverse);
        if (Vector512.GreaterThanAny(whole.AsUInt64(), Vector512.Create((ulong)LargestWhole)))
        {
            return false;
        }

        var quota = Vector512.Create(n);
        var rest = (v * d) - (whole * quota);
        var more = Vector512.GreaterThanOrEqual(rest, quota);
        rest -= more & quota;
        whole -= more;

        // A list without votes has no remainder, so it exceeds nobody and is never served.
        rest = Vector512.ShiftRightLogical(rest, Math.Max(0, 33 - BitOperations.LeadingZeroCount((ulong)n)));
        var given = Vector256.Narrow(whole.GetLower(), whole.GetUpper());
        var rank = Vector256.Narrow(rest.GetLower(), rest.GetUpper());
        var left = Vector256.Create(seats) - Sums(given);
        if (left.ToScalar() < 0)
        {
            // Take one from every list that has any, then give back to the largest remainders.
            var holders = Vector256.GreaterThan(given, Vector256<int>.Zero);
            given += holders;
            rank |= ~holders;
            left += Vector256.Create(BitOperations.PopCount(holders.ExtractMostSignificantBits()));
        }

        // The k largest remainders are those that exceed 8 − k others or more.
        var served = Vector256.LessThan(MinusExceeded(rank), left - Vector256.Create(Most - 1));
        var open = left.ToScalar();
        if (open is < 0 or >= Most || BitOperations.PopCount(served.ExtractMostSignificantBits()) != open)
        {
            return false;
        }

        given -= served;
        given.GetUpper().CopyTo(awarded[(votes.Length - Least)..]);
        given.GetLower().CopyTo(awarded);
        return true;
    }

    /// <summary>In every lane, how many lanes it exceeds, with a minus.</summary>
    private static Vector256<int> MinusExceeded(Vector256<int> a)
    {
        var b = Vector256.Create(a.GetUpper(), a.GetLower());
        return Vector256.GreaterThan(a, b)
            + (Vector256.GreaterThan(a, Turned1(a)) + Vector256.GreaterThan(a, Turned1(b)))
            + (Vector256.GreaterThan(a, Turned2(a)) + Vector256.GreaterThan(a, Turned2(b)))
            + (Vector256.GreaterThan(a, Turned3(a)) + Vector256.GreaterThan(a, Turned3(b)));
    }

    /// <summary>In every lane the sum of all.</summary>
    private static Vector256<int> Sums(Vector256<int> a)
    {
        a += Vector256.Create(a.GetUpper(), a.GetLower());
        a += Turned2(a);
        return a + Turned1(a);
    }

    /// <summary>Each half turned by one lane.</summary>
    private static Vector256<int> Turned1(Vector256<int> a) => Vector256.Shuffle(a, Vector256.Create(1, 2, 3, 0, 5, 6, 7, 4));

    private static Vector256<int> Turned2(Vector256<int> a) => Vector256.Shuffle(a, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5));

    private static Vector256<int> Turned3(Vector256<int> a) => Vector256.Shuffle(a, Vector256.Create(3, 0, 1, 2, 7, 4, 5, 6));
}
