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

    /// <summary>Caught: Replay starting from one seat instead of the held ones.</summary>
    [Property(MaxTest = 100)]
    public void Replay_EveryRound_LeadsToTheKernelsSeats(ushort[] raw, byte house, byte held)
    {
        foreach (var method in Divisors)
        {
            var votes = Votes(raw);
            Claim[] claims = [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)) { Held = new SeatCount(i == 0 ? held % 3 : 0) })];
            var found = Apportionment.Allocate(method, claims, new SeatCount((house % 50) + 3));
            var played = claims.Select(c => c.Held.Value).ToArray();
            foreach (var round in Replay.Rounds(found))
            {
                round.Held.ShouldBe(played[int.Parse(round.Winner, System.Globalization.CultureInfo.InvariantCulture)]++);
            }

            played.ShouldBe(found.Awarded, method.Name);
        }
    }

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
