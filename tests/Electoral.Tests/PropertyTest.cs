using FsCheck.Xunit;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Electoral.Tests;

/// <summary>Theorems of the literature. Beside each stands the break it was seen to catch.</summary>
public class PropertyTest
{
    private static readonly DivisorMethod[] Divisors = [.. Method.Named.OfType<DivisorMethod>()];

    /// <summary>Caught: LargestRemainder.Finish returning before the last seat.</summary>
    [Property(MaxTest = 200)]
    public void Seats_SumToTheHouse(ushort[] raw, byte house)
    {
        foreach (var method in Method.Named)
        {
            var found = Run(method, Votes(raw), house + 1);
            (found.Awarded.Sum() + (found.Tie?.Seats ?? 0)).ShouldBe(house + 1, method.Name);
        }
    }

    /// <summary>Caught: a tie broken by the order of lists in HighestAverages.</summary>
    [Property(MaxTest = 200)]
    public void Lists_InAnotherOrder_GetTheSameSeats(byte[] raw, byte house)
    {
        var votes = Votes([.. raw.Select(b => (ushort)b)]);
        foreach (var method in Method.Named)
        {
            var one = Run(method, votes, (house % 40) + 1);
            var other = Run(method, [.. votes.Reverse()], (house % 40) + 1);
            other.Awarded.Reverse().ShouldBe(one.Awarded, method.Name);
            (other.Tie?.Seats ?? 0).ShouldBe(one.Tie?.Seats ?? 0, method.Name);
        }
    }

    /// <summary>Caught: a quota rounded to a whole vote. Droop's quota is rounded by law, so it is left out.</summary>
    [Property(MaxTest = 200)]
    public void Votes_AllMultiplied_ChangeNothing(ushort[] raw, byte house, byte factor)
    {
        foreach (var method in Method.Named.Where(m => m != QuotaMethod.Droop))
        {
            var votes = Votes(raw);
            var one = Run(method, votes, (house % 60) + 1);
            var other = Run(method, [.. votes.Select(v => v * (factor + 2))], (house % 60) + 1);
            other.Awarded.ShouldBe(one.Awarded, method.Name);
        }
    }

    /// <summary>Caught: HighestAverages without its last exchange.</summary>
    [Property(MaxTest = 100)]
    public void Divisors_OneSeatMore_NoListLoses(ushort[] raw, byte house)
    {
        foreach (var method in Divisors)
        {
            var votes = Votes(raw);
            var fewer = Run(method, votes, house + 1);
            var more = Run(method, votes, house + 2);
            for (var i = 0; i < votes.Length; i++)
            {
                // A list in a tie may have one seat more than is certain.
                var at = fewer.Awarded[i];
                (more.Awarded[i] + (more.Tie?.Contenders.Contains($"{i}") == true ? 1 : 0)).ShouldBeGreaterThanOrEqualTo(at, method.Name);
            }
        }
    }

    [Fact]
    public void Hare_OneSeatMore_AListCanLoseOne()
    {
        // The Alabama paradox: 6, 6, 2 votes. 10 seats: 4.29 4.29 1.43 → 4 4 2. 11 seats: 4.71 4.71 1.57 → 5 5 1.
        Run(QuotaMethod.Hare, [6, 6, 2], 10).Awarded.ShouldBe([4, 4, 2]);
        Run(QuotaMethod.Hare, [6, 6, 2], 11).Awarded.ShouldBe([5, 5, 1]);
    }

    /// <summary>Caught: a comparison with the divisors of the two lists exchanged.</summary>
    [Property(MaxTest = 100)]
    public void Divisors_AListWithMoreVotes_NeverHasFewerSeats(ushort[] raw, byte house)
    {
        foreach (var method in Method.Named)
        {
            var votes = Votes(raw);
            var found = Run(method, votes, house + 1);
            for (var i = 0; i < votes.Length; i++)
            {
                for (var j = 0; j < votes.Length; j++)
                {
                    if (votes[i] > votes[j])
                    {
                        (found.Awarded[i] + (found.Tie?.Contenders.Contains($"{i}") == true ? 1 : 0)).ShouldBeGreaterThanOrEqualTo(found.Awarded[j], method.Name);
                    }
                }
            }
        }
    }

    /// <summary>Caught: remainder seats given twice to one list.</summary>
    [Property(MaxTest = 200)]
    public void Hare_EveryList_StaysWithinItsQuota(ushort[] raw, byte house)
    {
        var votes = Votes(raw);
        var found = Run(QuotaMethod.Hare, votes, house + 1);
        for (var i = 0; i < votes.Length; i++)
        {
            var quotient = new Ratio(votes[i] * (house + 1), votes.Sum());
            ((System.Numerics.BigInteger)found.Awarded[i]).ShouldBeInRange(quotient.Floor, quotient.Ceiling);
        }
    }

    /// <summary>Caught: Replay starting from one seat instead of the held ones; standings taken after the round; the winner told as the next list too.</summary>
    [Property(MaxTest = 100)]
    public void Replay_EveryRound_LeadsToTheKernelsSeats(ushort[] raw, byte house, byte held)
    {
        foreach (var method in Divisors)
        {
            var votes = Votes(raw);
            Claim[] claims = [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)) { Held = new SeatCount(i == 0 ? held % 3 : 0) })];
            var found = Apportionment.Allocate(method, claims, new SeatCount((house % 50) + 3));
            var played = claims.Select(c => c.Held.Value).ToArray();
            var number = 0;
            foreach (var round in Replay.Rounds(found))
            {
                var winner = int.Parse(round.Winner, System.Globalization.CultureInfo.InvariantCulture);
                round.Number.ShouldBe(++number);
                round.Standings.ShouldBe(played, method.Name);
                round.Divisor.ShouldBe(method.Divisor(played[winner]));
                round.Next.ShouldNotBe(round.Winner);
                for (var i = 0; i < votes.Length; i++)
                {
                    Above(method, votes[i], played[i], votes[winner], played[winner]).ShouldBeFalse($"{method.Name}, round {number}: {i} has the larger quotient");
                    if (round.Next is { } next && i != winner)
                    {
                        var other = int.Parse(next, System.Globalization.CultureInfo.InvariantCulture);
                        Above(method, votes[i], played[i], votes[other], played[other]).ShouldBeFalse($"{method.Name}, round {number}: {i} comes before the next");
                    }
                }

                round.Held.ShouldBe(played[winner]++);
            }

            played.ShouldBe(found.Awarded, method.Name);
        }
    }

    /// <summary>A list whose votes grow more than another's never loses a seat while the other wins one. Caught: HighestAverages without its last exchange.</summary>
    [Property(MaxTest = 100)]
    public void Divisors_AListThatGrowsMore_NeverLosesToOneThatGrowsLess(byte[] raw, byte[] change, byte house)
    {
        var before = Votes([.. raw.Select(b => (ushort)(b + 1))]);
        var after = before.Select((v, i) => v + (i < change.Length ? change[i] : 0)).ToArray();
        foreach (var method in Divisors)
        {
            var (one, other) = (Run(method, before, (house % 40) + 1), Run(method, after, (house % 40) + 1));
            for (var i = 0; i < before.Length; i++)
            {
                for (var j = 0; j < before.Length; j++)
                {
                    if (after[i] * before[j] > before[i] * after[j])
                    {
                        (Most(other, i) < one.Awarded[i] && other.Awarded[j] > Most(one, j)).ShouldBeFalse($"{method.Name} {string.Join(',', before)} to {string.Join(',', after)}, lists {i} and {j}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Hare_AListThatGrowsMore_CanLoseToOneThatGrowsLess()
    {
        // The population paradox, 4 seats. 5, 3, 1 of 9: quota 2.25: 2.22 1.33 .44: 2 1 1. Then 8, 8, 3 of 19: quota 4.75: 1.68 1.68 .63: 2 2 0.
        // The third list has three times its votes, the second 2.67 times, and yet a seat goes from the third to the second.
        Run(QuotaMethod.Hare, [5, 3, 1], 4).Awarded.ShouldBe([2, 1, 1]);
        Run(QuotaMethod.Hare, [8, 8, 3], 4).Awarded.ShouldBe([2, 2, 0]);
    }

    /// <summary>Some of the lists, sharing the seats they got, get the same again. Caught: a divisor method decided by remainders.</summary>
    [Property(MaxTest = 200, StartSize = 50)]
    public void Divisors_SomeOfTheListsAlone_ShareTheirSeatsAlike(ushort[] raw, byte house, ushort choice)
    {
        // Spread out, so that ties are rare.
        var votes = Votes(raw).Select((v, i) => (v * 977) + (i * 31)).ToArray();
        foreach (var method in Divisors)
        {
            var all = Run(method, votes, house + 1);
            var some = Enumerable.Range(0, votes.Length).Where(i => ((choice >> (i % 16)) & 1) == 1 && votes[i] > 0).ToList();
            var seats = some.Sum(i => all.Awarded[i]);
            if (all.Tie is null && seats > 0)
            {
                var part = Run(method, [.. some.Select(i => votes[i])], seats);
                part.Tie.ShouldBeNull(method.Name);
                part.Awarded.ShouldBe(some.Select(i => all.Awarded[i]), $"{method.Name} {string.Join(',', votes)}");
            }
        }
    }

    [Fact]
    public void Hare_SomeOfTheListsAlone_CanShareTheirSeatsOtherwise()
    {
        // The new states paradox. 16, 7, 3 of 26 and 6 seats: 3.69 1.62 .69: 4 1 1. The first two alone with their 5 seats: 3.48 1.52: 3 2.
        Run(QuotaMethod.Hare, [16, 7, 3], 6).Awarded.ShouldBe([4, 1, 1]);
        Run(QuotaMethod.Hare, [16, 7], 5).Awarded.ShouldBe([3, 2]);
    }

    /// <summary>Whole quotas are kept but for those taken back, and nobody has more than one besides. Caught: a remainder seat given twice to one list.</summary>
    [Property(MaxTest = 200)]
    public void Quotas_EveryList_KeepsItsWholeQuotasAndAtMostOneMore(ushort[] raw, byte house)
    {
        // With few votes a rounded quota can be far from exact.
        var seats = (house % 30) + 1;
        long[] votes = [.. Votes(raw).Select(v => v * 1000)];
        foreach (var method in Method.Named.OfType<QuotaMethod>())
        {
            var found = Run(method, votes, seats);
            for (var i = 0; i < votes.Length; i++)
            {
                var whole = (int)(votes[i] / found.Quota!.Value).Floor;

                // Hagenbach-Bischoff's and Imperiali's quotas can give one or two whole quotas too many.
                var taken = method.Rounding == QuotaRounding.None ? method.Added : 0;
                found.Awarded[i].ShouldBeInRange(whole - taken, whole + 1, $"{method.Name} {string.Join(',', votes)} {seats}");
                Most(found, i).ShouldBeInRange(whole - taken, whole + 1, $"{method.Name} {string.Join(',', votes)} {seats}");
            }
        }
    }

    /// <summary>One division and one rounding a list give the seats, by every divisor in the interval. Caught: the interval's upper end taken from the first seat; its lower end from the last.</summary>
    [Property(MaxTest = 200)]
    public void SelectDivisor_AnyInTheInterval_GivesTheSeatsByOneDivisionAList(ushort[] raw, byte house, byte place)
    {
        var votes = Votes(raw);
        foreach (var method in Divisors)
        {
            var found = Run(method, votes, house + 1);
            var lacks = votes.Where((v, i) => v > 0 && found.Awarded[i] == 0).Any();
            if (SelectDivisor.Of(found) is not { } interval)
            {
                // None is told where a tie stands, or where the first divisor is 0 and a list has no seat.
                (found.Tie is not null || (method.Divisor(0) == Ratio.Zero && (lacks || found.Awarded.All(a => a <= 1))))
                    .ShouldBeTrue($"{method.Name} {string.Join(',', votes)} {house + 1}");
                continue;
            }

            var between = interval.From + ((interval.To - interval.From) * new Ratio(place + 1, 258));
            var plain = interval.Rooted ? interval.Plain * interval.Plain : interval.Plain;
            (plain > interval.From && plain < interval.To).ShouldBeTrue($"{method.Name}: {interval.Plain} lies not inside");
            foreach (var divisor in new[] { between, plain })
            {
                votes.Select(v => Rounded(method, v, divisor)).ShouldBe(found.Awarded, $"{method.Name} {string.Join(',', votes)} by {divisor}");
            }
        }
    }

    /// <summary>Votes by a divisor, rounded at the method's signposts; for Huntington and Hill both are squares.</summary>
    /// <remarks>A divisor is votes for one seat, so signposts are told in seats: Sainte-Laguë's 1, 3, 5 as one half, three halves, five halves.</remarks>
    private static int Rounded(DivisorMethod method, long votes, Ratio divisor)
    {
        var seat = method.Rule == DivisorRule.Arithmetic ? method.Divisor(9) - method.Divisor(8) : (Ratio)1;
        var quotient = (method.Rule == DivisorRule.Geometric ? (Ratio)votes * votes : votes) / divisor;
        var seats = 0;
        while (votes > 0 && method.Divisor(seats) / seat <= quotient)
        {
            seats++;
        }

        return seats;
    }

    /// <summary>Whether the next quotient of one list lies above that of another; by squares, so that roots are exact.</summary>
    private static bool Above(DivisorMethod method, long votes, int seats, long others, int theirs)
    {
        Ratio a = method.Divisor(seats), b = method.Divisor(theirs);
        if (votes == 0 || a == Ratio.Zero || b == Ratio.Zero)
        {
            return votes > 0 && (a == b ? votes > others : a == Ratio.Zero);
        }

        return method.Rule == DivisorRule.Geometric ? (Ratio)votes * votes * b > (Ratio)others * others * a : votes * b > others * a;
    }

    /// <summary>The most seats a list can have where a tie is open.</summary>
    private static int Most(Allocation allocation, int list) => allocation.Awarded[list] + (allocation.Tie?.Contenders.Contains($"{list}") == true ? 1 : 0);

    /// <summary>Caught: minimums ignored while seats are taken back.</summary>
    [Property(MaxTest = 200)]
    public void Bounds_MinimumAndMaximum_AreKeptAndLooseOnesChangeNothing(byte[] raw, byte house)
    {
        var votes = Votes([.. raw.Select(b => (ushort)b)]);
        foreach (var method in Method.Named)
        {
            var seats = (house % 30) + votes.Length;
            Claim[] tight = [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)) { Minimum = new SeatCount(1), Maximum = new SeatCount(1 + seats / 2) })];
            var found = Apportionment.Allocate(method, tight, new SeatCount(seats));
            (found.Awarded.Sum() + (found.Tie?.Seats ?? 0) + found.Vacant).ShouldBe(seats, method.Name);
            found.Awarded.All(a => a >= 1 && a <= 1 + (seats / 2)).ShouldBeTrue(method.Name);
            Claim[] loose = [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)) { Maximum = new SeatCount(seats + 5) })];
            var free = Run(method, votes, seats);
            var bounded = Apportionment.Allocate(method, loose, new SeatCount(seats));
            bounded.Awarded.ShouldBe(free.Awarded, method.Name);
            (bounded.Tie?.Contenders ?? []).ShouldBe(free.Tie?.Contenders ?? [], method.Name);
        }
    }

    private static long[] Votes(ushort[] raw) => [.. raw.Take(12).Select(v => (long)v), 7];

    private static Allocation Run(Method method, long[] votes, int seats) =>
        Apportionment.Allocate(method, [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)))], new SeatCount(seats));
}
