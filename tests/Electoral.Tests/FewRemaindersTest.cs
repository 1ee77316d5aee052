using Mandate.Electoral.Kernels;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Tests;

/// <summary>
/// Four to eight lists decided at once get what the general way gives them, at the edges too; the machine need not have
/// vectors so wide. Seen to fail with "exceeds or equals" for "exceeds", with remainders not cut to 31 bits, without the
/// limit on votes, without the limit on whole parts, with the last four lists unmasked, and with all lists ranked when seats are taken back.
/// </summary>
public class FewRemaindersTest
{
    private static readonly QuotaMethod[] Quotas =
        [.. Method.Named.OfType<QuotaMethod>(), .. Enum.GetValues<QuotaRounding>().Select(QuotaMethod.Hare.Rounded), QuotaMethod.Imperiali.Rounded(QuotaRounding.Nearest)];

    [Fact]
    public void TryAllocate_VotesOfEveryKind_GivesWhatTheGeneralWayGives()
    {
        var random = new Random(98);
        int decided = 0, left = 0;
        for (var trial = 0; trial < 60_000; trial++)
        {
            var votes = Votes(random, trial % 6);
            var total = votes.Sum();
            var (n, d) = Quotas[trial % Quotas.Length].Fraction(total, 1 + random.Next(trial % 7 == 0 ? 3 : 120));
            var seats = trial % 5 == 0 ? 1 + random.Next(40) : Math.Max(1, (int)((UInt128)total * (ulong)d / (ulong)n));
            if (Check(votes, seats, n, d))
            {
                decided++;
            }
            else
            {
                left++;
            }
        }

        decided.ShouldBeGreaterThan(20_000);
        left.ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public void TryAllocate_ARealisticElection_IsDecided()
    {
        // 2,901,231 votes, 98 seats: quotients 41.70, 33.36, 15.43, 4.17 and 3.34; 96 whole, and two more to .70 and .43.
        Check([1_234_567, 987_654, 456_789, 123_456, 98_765], 98, 2_901_231, 98).ShouldBeTrue();
        Allocate([1_234_567, 987_654, 456_789, 123_456, 98_765], 98, 2_901_231, 98).Awarded.ShouldBe([42, 33, 16, 4, 3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    public void Allocate_ListsAllEqual_TieForWhatIsLeft(int lists)
    {
        // 98 seats: each list has ⌊98/lists⌋ whole quotas and the same remainder.
        var votes = Enumerable.Repeat(1_000L, lists).ToArray();
        var found = Allocate(votes, 98, 1_000 * lists, 98);
        found.Awarded.ShouldAllBe(a => a == 98 / lists);
        found.Open.ShouldBe(98 % lists);
        found.Tied.ShouldAllBe(t => t == (98 % lists > 0));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    public void Allocate_NoVotesAtAll_GivesNothing(int lists)
    {
        foreach (var n in new[] { 0, 1 })
        {
            Check(new long[lists], 5, n, 5).ShouldBeFalse();
            var found = Allocate(new long[lists], 5, n, 5);
            found.Awarded.ShouldAllBe(a => a == 0);
            found.Open.ShouldBe(0);
        }
    }

    [Fact]
    public void TryAllocate_ListsWithoutVotes_TakeNoSeat()
    {
        // Quota 100/3: 60 has one and .8, 40 one and .2.
        Check([0, 60, 0, 40, 0], 3, 100, 3).ShouldBeTrue();
        Allocate([0, 60, 0, 40, 0], 3, 100, 3).Awarded.ShouldBe([0, 2, 0, 1, 0]);

        // A quota of 100 leaves three seats for the two lists with votes: one each, and the third to 60 before 40.
        Check([0, 60, 0, 40, 0], 3, 100, 1).ShouldBeFalse();
        var found = Allocate([0, 60, 0, 40, 0], 3, 100, 1);
        found.Awarded.ShouldBe([0, 2, 0, 1, 0]);
        found.Open.ShouldBe(0);
    }

    [Fact]
    public void TryAllocate_EqualRemaindersAboveTheCut_IsDecided()
    {
        // Quota 6: nobody has a whole one, and the two with 5 take both seats.
        Check([5, 1, 5, 1], 2, 12, 2).ShouldBeTrue();
        Allocate([5, 1, 5, 1], 2, 12, 2).Awarded.ShouldBe([1, 0, 1, 0]);
    }

    [Fact]
    public void TryAllocate_EqualRemaindersAtTheCut_IsATie()
    {
        // Quota 6: 5 takes a seat; of the two with 3, either takes the other.
        Check([3, 5, 1, 3], 2, 12, 2).ShouldBeFalse();
        var found = Allocate([3, 5, 1, 3], 2, 12, 2);
        found.Awarded.ShouldBe([0, 1, 0, 0]);
        found.Open.ShouldBe(1);
        found.Tied.ShouldBe([true, false, false, true]);
    }

    [Fact]
    public void TryAllocate_RemaindersAlikeInTheirUpper31Bits_AreLeftToTheGeneralWay()
    {
        // Each has 24.5 quotas but for parts in 2^40.
        long[] votes = [(1L << 40) + 101, (1L << 40) + 100, (1L << 40) + 103, (1L << 40) + 102];
        Check(votes, 98, votes.Sum(), 98).ShouldBeFalse();
        Allocate(votes, 98, votes.Sum(), 98).Awarded.ShouldBe([24, 24, 25, 25]);

        // And with a quota just below and at 2^31, where the last bit is first lost.
        foreach (var n in new[] { (1L << 31) - 1, 1L << 31 })
        {
            Check([1_000_000_001, 1_000_000_000, 7, 6], 1, n, 1).ShouldBe(n < 1L << 31);
            Allocate([1_000_000_001, 1_000_000_000, 7, 6], 1, n, 1).Awarded.ShouldBe([1, 0, 0, 0]);
        }
    }

    [Fact]
    public void TryAllocate_VotesAtTheLimitOf64Bits_AreLeftToTheGeneralWayBeyond()
    {
        // Eight times a vote: below 2^63 for less than 2^59.
        const long Limit = 1L << 59;
        long[] below = [Limit - 1, Limit / 2, Limit / 3, Limit / 7, 12_345];
        Check(below, 8, below.Sum(), 8).ShouldBeTrue();
        long[] at = [Limit, Limit / 2, Limit / 3, Limit / 7, 12_345];
        Check(at, 8, at.Sum(), 8).ShouldBeFalse();
        Allocate(at, 8, at.Sum(), 8).Awarded.ShouldBe(Allocate(below, 8, below.Sum(), 8).Awarded);
        long[] most = [.. Enumerable.Range(0, 8).Select(i => (long.MaxValue / 8) - (i * 1_000_000_000_000_000L))];
        Check(most, 9, most.Sum(), 9).ShouldBeFalse();
        Allocate(most, 9, most.Sum(), 9).Awarded.ShouldBe([2, 1, 1, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public void TryAllocate_QuotaOfOneVote_KeepsToItsLimit()
    {
        foreach (var vote in new[] { (1L << 27) - 1, 1L << 27, (1L << 27) + 2 })
        {
            var votes = Enumerable.Repeat(vote, 7).ToArray();
            Check(votes, (int)(7 * vote), 1, 1).ShouldBe(vote <= 1L << 27);
            Allocate(votes, (int)(7 * vote), 1, 1).Awarded.ShouldAllBe(a => a == vote);
        }

        Should.Throw<OverflowException>(() => Allocate([1L << 31, 1, 1, 1, 1], 98, 1, 1)).Message.ShouldBe("A quotient is 2^31 or more.");
    }

    [Fact]
    public void TryAllocate_MoreSeatsThanVotes_IsExact()
    {
        // 7 votes, 98 seats: 14 for each vote. With 99 it is 14 and 1/7 for each, and 3/7 remain to the last list.
        Check([1, 1, 1, 1, 3], 98, 7, 98).ShouldBeTrue();
        Allocate([1, 1, 1, 1, 3], 98, 7, 98).Awarded.ShouldBe([14, 14, 14, 14, 42]);
        Check([1, 1, 1, 1, 3], 99, 7, 99).ShouldBeTrue();
        Allocate([1, 1, 1, 1, 3], 99, 7, 99).Awarded.ShouldBe([14, 14, 14, 14, 43]);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    public void TryAllocate_AQuotaFarAboveTheVotes_LeavesMoreSeatsThanLists(int seats)
    {
        // One to each in every round, then to the largest: 5, 4, 3.
        Check([3, 2, 1, 5, 4], seats, 100, 1).ShouldBeFalse();
        Allocate([3, 2, 1, 5, 4], seats, 100, 1).Awarded.ShouldBe(seats switch { 6 => [1, 1, 1, 2, 1], 7 => [1, 1, 1, 2, 2], 8 => [2, 1, 1, 2, 2], _ => [3, 2, 2, 3, 3] });
    }

    [Fact]
    public void TryAllocate_MoreWholeQuotasThanSeats_TakesFromTheSmallestRemainders()
    {
        // Quota 100/(3 + 2) = 20: 51 has two and .55, 20 one, 29 one and .45, the last none. The seat too many is that of 20.
        Check([51, 20, 29, 0], 3, 20, 1).ShouldBeTrue();
        Allocate([51, 20, 29, 0], 3, 20, 1).Awarded.ShouldBe([2, 0, 1, 0]);

        // 20 and 20 lack the same; a list below one quota has nothing to give.
        Check([51, 20, 20, 19], 3, 20, 1).ShouldBeFalse();
        var found = Allocate([51, 20, 20, 19], 3, 20, 1);
        found.Awarded.ShouldBe([2, 0, 0, 0]);
        found.Open.ShouldBe(1);
        found.Tied.ShouldBe([false, true, true, false]);
    }

    /// <summary>Whether the lists are decided at once. If so it must be what the general way gives, with no tie; if not, nothing may be touched.</summary>
    private static bool Check(long[] votes, int seats, long n, long d)
    {
        var shown = $"{n}/{d}, {seats} seats, votes {string.Join(',', votes)}";
        int[] fast = [.. votes.Select(_ => -7)];
        var decided = FewRemainders.TryAllocate(votes, seats, n, d, fast);
        if (decided)
        {
            var (awarded, tied) = (new int[votes.Length], new bool[votes.Length]);
            LargestRemainder.Any(votes, seats, n, d, awarded, tied).ShouldBe(0, shown);
            fast.ShouldBe(awarded, shown);
        }
        else
        {
            fast.ShouldAllBe(a => a == -7, shown);
        }

        return decided;
    }

    private static (int[] Awarded, bool[] Tied, int Open) Allocate(long[] votes, int seats, long n, long d)
    {
        var (awarded, tied) = (new int[votes.Length], new bool[votes.Length]);
        return (awarded, tied, LargestRemainder.Allocate(votes, seats, n, d, awarded, tied));
    }

    /// <summary>Four to eight lists: small, of a country, of all sizes, near each other, with none, and near the limit.</summary>
    private static long[] Votes(Random random, int kind)
    {
        var lists = 4 + random.Next(5);
        var near = random.NextInt64(1L << random.Next(10, 56));
        var votes = Enumerable.Range(0, lists).Select(i => kind switch
        {
            0 => random.Next(25),
            1 => random.Next(5_000_000),
            2 => random.NextInt64(1L << random.Next(1, 60)),
            3 => near + random.Next(3),
            4 => random.Next(2) * random.NextInt64(1L << 40),
            _ => (long.MaxValue / lists) - random.NextInt64(1L << random.Next(1, 60)),
        }).ToArray();
        votes[random.Next(lists)] += votes.Sum() == 0 ? 1 : 0;
        return votes;
    }
}
