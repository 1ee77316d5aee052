using Mandate.Electoral.Kernels;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Tests;

/// <summary>
/// Every width of vectors, every start and the batch lead to the answer of the public door. Seen to fail with the
/// comparison around the cut left out, with one lane of eight left out of a sum, and with Selection's first value for its pivot.
/// </summary>
public class KernelTest
{
    private static readonly DivisorMethod[] Divisors = [.. Method.Named.OfType<DivisorMethod>(), DivisorMethod.Sequence([new Ratio(6, 5), 3, 5]), DivisorMethod.Sequence([new Ratio(1, 2), 2, 3, 7])];

    [Fact]
    public void Allocate_AtEveryWidthAndFromEveryStart_GivesTheSameSeats()
    {
        var random = new Random(512);
        var ties = 0;
        for (var trial = 0; trial < 1500; trial++)
        {
            var votes = Votes(random);
            var seats = 1 + random.Next(3 * votes.Length);
            var bounded = random.Next(3) == 0;
            int[] least = bounded ? [.. votes.Select(_ => random.Next(3))] : [];
            int[] most = bounded ? [.. least.Select(l => l + random.Next(12))] : [];
            var method = Divisors[trial % Divisors.Length];
            var (awarded, tied) = (new int[votes.Length], new bool[votes.Length]);
            var outcome = Apportionment.Decide(method, votes, seats, least, most, awarded, tied);
            ties += outcome.Tied > 0 ? 1 : 0;
            foreach (var start in new[] { 0, 1e-25, 1e-9, 1e-4, 1, 1e9 })
            {
                var ways = Ways(method, votes, seats, least, most, start).ToList();
                for (var way = 0; way < ways.Count; way++)
                {
                    var shown = $"{method.Name}, way {way} from {start}, {seats} seats, votes {string.Join(',', votes)}, least {string.Join(',', least)}, most {string.Join(',', most)}";
                    ways[way].Outcome.ShouldBe(outcome, shown);
                    ways[way].Awarded.ShouldBe(awarded, shown);
                    ways[way].Tied.ShouldBe(tied, shown);
                }
            }
        }

        ties.ShouldBeGreaterThan(50);
    }

    /// <summary>Hundreds of lists of which floating point cannot tell four from each other, so that whole numbers alone decide.</summary>
    [Theory]
    [InlineData(131)]
    [InlineData(132)]
    [InlineData(133)]
    public void Allocate_VotesOneApartPast2To54_GoesToTheLarger(int seats)
    {
        const int Lists = 400;
        var votes = Enumerable.Range(0, Lists).Select(i => (9L << 51) + ((long)i * 141 % Lists)).ToArray();
        votes.Select(v => (double)v).Distinct().Count().ShouldBeLessThan(Lists / 3);
        var least = votes.OrderDescending().ElementAt(seats - 1);
        foreach (var method in Divisors)
        {
            var (awarded, tied) = (new int[Lists], new bool[Lists]);
            Apportionment.Decide(method, votes, seats, [], [], awarded, tied).ShouldBe(default);
            awarded.ShouldBe(votes.Select(v => v >= least ? 1 : 0), method.Name);
        }
    }

    [Fact]
    public void Allocate_ManyEqualLists_TieAll()
    {
        var votes = Enumerable.Repeat(77L, 5000).ToArray();
        foreach (var method in Method.Named)
        {
            var found = Apportionment.Allocate(method, [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)))], new SeatCount(7500));
            found.Awarded.ShouldAllBe(a => a == 1);
            found.Tie!.Contenders.Count.ShouldBe(5000);
            found.Tie.Seats.ShouldBe(2500);
        }
    }

    [Fact]
    public void Allocate_QuotaSeatsTakenBack_AListAtItsMostIsNotInTheTie()
    {
        // 11 votes, quota ⌊11/4⌋ = 2: whole quotas 1, 0, 2, 0, 2, the third and the fourth kept to 1. One of four seats must
        // go back; the first and the last have nothing above a quota. The third would lack as little with a seat it cannot have.
        long[] votes = [2, 1, 4, 0, 4];
        var claims = votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)) { Minimum = new SeatCount(i == 4 ? 1 : 0), Maximum = i is 2 or 3 ? new SeatCount(1) : null });
        var found = Apportionment.Allocate(QuotaMethod.HagenbachBischoff.Rounded(QuotaRounding.Down), [.. claims], new SeatCount(3));
        found.Awarded.ShouldBe([0, 0, 1, 0, 1]);
        found.Tie!.Contenders.ShouldBe(["0", "4"]);
        found.Tie.Seats.ShouldBe(1);
    }

    [Fact]
    public void Selection_AtEveryPlace_FindsWhatSortingFinds()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 3000; trial++)
        {
            var top = trial % 3 == 0 ? 4 : 1000;
            var values = Enumerable.Range(0, 1 + random.Next(200)).Select(i => trial % 5 == 0 ? i : (long)random.Next(top)).ToArray();
            var place = random.Next(values.Length);
            Selection.Descending([.. values], place).ShouldBe(values.OrderDescending().ElementAt(place));
        }
    }

    [Fact]
    public void Batch_EveryMethod_GivesTheSeatsOfTheDoor()
    {
        var random = new Random(98);
        foreach (var method in Method.Named)
        {
            foreach (var lists in new[] { 1, 2, 5, 9, 40, 150 })
            {
                const int Elections = 40;
                var seats = 1 + random.Next(60);
                var votes = Enumerable.Range(0, lists * Elections).Select(_ => 1L + random.Next(30)).ToArray();
                var (awarded, tied) = (new int[votes.Length], new int[Elections]);
                var ties = BatchApportionment.Allocate(method, votes, lists, seats, awarded, tied);
                ties.ShouldBe(tied.Count(t => t > 0));
                BatchApportionment.Allocate(method, votes, lists, seats, awarded, []).ShouldBe(ties);
                for (var row = 0; row < Elections; row++)
                {
                    var found = Apportionment.Allocate(method, [.. Enumerable.Range(0, lists).Select(i => new Claim($"{i}", new VoteCount(votes[(row * lists) + i])))], new SeatCount(seats));
                    awarded[(row * lists)..((row + 1) * lists)].ShouldBe(found.Awarded, $"{method.Name} row {row}");
                    tied[row].ShouldBe(found.Tie?.Seats ?? 0);
                }
            }
        }
    }

    [Fact]
    public void Batch_RowsThatCannotBe_AreRefused()
    {
        var seats = new int[4];
        Should.Throw<ArgumentException>(() => BatchApportionment.Allocate(QuotaMethod.Hare, [1, 2, 0, 0], 2, 3, seats, [])).Message.ShouldStartWith("No list has any votes in election 1 (the first is 0).");
        Should.Throw<ArgumentException>(() => BatchApportionment.Allocate(DivisorMethod.DHondt, [5, -1, 1, 1], 2, 3, seats, [])).Message.ShouldStartWith("Election 0 (the first is 0) has votes below 0.");
        Should.Throw<ArgumentException>(() => BatchApportionment.Allocate(QuotaMethod.Hare, [1, 2, 3], 2, 3, seats, [])).Message
            .ShouldBe("Found 3 votes, 4 seats and 0 ties for 2 lists; expected as many seats as votes, whole rows, and no or one tie a row.");
        Should.Throw<OverflowException>(() => BatchApportionment.Allocate(QuotaMethod.Hare, [long.MaxValue, 1, 1, 1], 2, 3, seats, []));
        Should.Throw<ArgumentOutOfRangeException>(() => BatchApportionment.Allocate(QuotaMethod.Hare, [1, 2], 2, 0, seats, []));
    }

    [Fact]
    public void Batch_OnceWarm_TakesNothingFromTheHeap()
    {
        var votes = Enumerable.Range(1, 5 * 200).Select(i => i * 37L % 1009).ToArray();
        var (awarded, tied) = (new int[votes.Length], new int[200]);
        Method[] methods = [.. Method.Named];
        long Taken()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var method in methods)
            {
                BatchApportionment.Allocate(method, votes, 5, 98, awarded, tied);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Taken();
        Taken().ShouldBe(0);
    }

    private static long[] Votes(Random random)
    {
        var lists = 1 + random.Next(random.Next(2, 40));
        var (kind, top) = (random.Next(4), long.MaxValue / lists);
        var votes = Enumerable.Range(0, lists).Select(i => kind switch
        {
            0 => random.Next(20),
            1 => random.Next(100_000),
            2 => top - random.Next(30),
            _ => i == 0 ? top : 1 + random.Next(3),
        }).ToArray();
        votes[0] = Math.Max(1, votes[0]);
        return votes;
    }

    private static IEnumerable<(HighestAverages.Outcome Outcome, int[] Awarded, bool[] Tied)> Ways(DivisorMethod method, long[] votes, int seats, int[] least, int[] most, double start)
    {
        if (method.Rule == DivisorRule.Harmonic)
        {
            yield return Way<HarmonicSignposts, Lanes1>(default, votes, seats, least, most, start);
            yield return Way<HarmonicSignposts, Lanes4>(default, votes, seats, least, most, start);
            yield return Way<HarmonicSignposts, Lanes8>(default, votes, seats, least, most, start);
        }
        else if (method.Rule == DivisorRule.Geometric)
        {
            yield return Way<GeometricSignposts, Lanes1>(default, votes, seats, least, most, start);
            yield return Way<GeometricSignposts, Lanes4>(default, votes, seats, least, most, start);
            yield return Way<GeometricSignposts, Lanes8>(default, votes, seats, least, most, start);
        }
        else
        {
            if (method.IsEven)
            {
                yield return Way<LinearSignposts, Lanes1>(Apportionment.Linear(method), votes, seats, least, most, start);
                yield return Way<LinearSignposts, Lanes4>(Apportionment.Linear(method), votes, seats, least, most, start);
                yield return Way<LinearSignposts, Lanes8>(Apportionment.Linear(method), votes, seats, least, most, start);
            }

            if (method.Scaled(0) > 0)
            {
                yield return Way<ListedSignposts, Lanes1>(new ListedSignposts(method), votes, seats, least, most, start);
            }
        }
    }

    private static (HighestAverages.Outcome Outcome, int[] Awarded, bool[] Tied) Way<TSignposts, TLanes>(TSignposts signposts, long[] votes, int seats, int[] least, int[] most, double start)
        where TSignposts : struct, ISignposts
        where TLanes : struct, ILanes<TLanes>
    {
        var (awarded, tied) = (new int[votes.Length], new bool[votes.Length]);
        return (HighestAverages.Allocate<TSignposts, TLanes>(signposts, votes, seats, least, most, awarded, tied, start), awarded, tied);
    }
}
