using Mandate.Electoral.Margins;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Tests.Margins;

/// <summary>Margins against the obvious way: one vote more and one vote more, between every two lists, until a seat is not certain.</summary>
public class MarginWalkTest
{
    private static readonly Method[] Methods =
    [
        .. Method.Named,
        QuotaMethod.Hare.Rounded(QuotaRounding.Up), QuotaMethod.Hare.Rounded(QuotaRounding.Down), QuotaMethod.HagenbachBischoff.Rounded(QuotaRounding.Nearest),
        DivisorMethod.Sequence([new Ratio(6, 5), 3, 5]),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Least_RandomFields_AreWhatMovingVoteByVoteFinds(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 1_000; trial++)
        {
            var field = Made(random);
            var seats = Declared(field);
            var found = new MarginWalk(field).Least(seats)!;
            var expected = ByOnes(field, seats);
            for (var i = 0; i < seats.Length; i++)
            {
                found[i].Select(m => m?.Votes).ShouldBe(expected[i], $"{field.Method.Name}, seed {seed}, trial {trial}, list {i}: votes {string.Join(' ', field.Votes)}, needed {string.Join(' ', field.Needed)}, seats {field.House}, minimum {field.Minimum}, over {field.QuotaOver}, most {string.Join(' ', field.Most)}");
            }
        }
    }

    [Fact]
    public void Least_RoundedQuotaWhileVotesLeaveTheField_IsWhatMovingVoteByVoteFinds()
    {
        // Votes that move to a list below the threshold make the quota smaller, step by step.
        var random = new Random(11);
        QuotaMethod[] methods = [QuotaMethod.Droop, QuotaMethod.Hare.Rounded(QuotaRounding.Nearest), QuotaMethod.Hare.Rounded(QuotaRounding.Up), QuotaMethod.HagenbachBischoff.Rounded(QuotaRounding.Down)];
        for (var trial = 0; trial < 250; trial++)
        {
            long[] votes = [random.Next(300, 700), random.Next(100, 500), random.Next(100, 300), random.Next(0, 20)];
            var field = new VoteField(["a", "b", "c", "d"], votes, [0, 0, 0, long.MaxValue], methods[trial % methods.Length], random.Next(5, 40));
            var seats = Declared(field);
            var found = new MarginWalk(field).Least(seats)!;
            var expected = ByOnes(field, seats);
            for (var i = 0; i < seats.Length; i++)
            {
                found[i].Select(m => m?.Votes).ShouldBe(expected[i], $"{field.Method.Name}, trial {trial}, list {i}: votes {string.Join(' ', votes)}, seats {field.House}");
            }
        }
    }

    [Fact]
    public void Least_EveryMoveFound_DoesWhatItSays()
    {
        var random = new Random(77);
        for (var trial = 0; trial < 300; trial++)
        {
            var field = Made(random);
            var seats = Declared(field);
            var found = new MarginWalk(field).Least(seats)!;
            foreach (var (list, seat, move) in found.SelectMany((f, i) => f.Select((m, s) => (i, s, m))).Where(m => m.m is { Votes: > 0 }))
            {
                var votes = field.Votes.ToArray();
                votes[move!.From] -= move.Votes;
                votes[move.To] += move.Votes;
                field.With(votes).Seats[list].ShouldBeLessThanOrEqualTo(seat);
                votes[move.From]++;
                votes[move.To]--;
                field.With(votes).Seats[list].ShouldBeGreaterThan(seat);
            }
        }
    }

    [Fact]
    public void Least_WorkedByHand_DHondtTwoLists()
    {
        // 60 and 40 votes, 3 seats: 60, 40, 30 win, 20 is next. With 7 votes moved 53 and 47: 53/2 = 26.5 > 47/2 = 23.5, so
        // the seats stand; the second seat of A and the second of B meet where (60 − m)/2 = (40 + m)/2: m = 10.
        var field = new VoteField(["a", "b"], [60, 40], [0, 0], DivisorMethod.DHondt, 3);
        var found = new MarginWalk(field).Least([2, 1])!;
        found[0][1].ShouldBe(new Move(10, 0, 1, 1));

        // The first seat of A is lost when B has three: (40 + m)/3 ≥ 60 − m, so 4m ≥ 140: m = 35, where both are 25.
        found[0][0]!.Votes.ShouldBe(35);

        // B has one seat as long as 40 − m > (60 + m)/3: 4m < 60; at m = 15 both are 25.
        found[1][0].ShouldBe(new Move(15, 1, 0, 0));
    }

    [Fact]
    public void Least_ListAtTheThreshold_IsOneVoteFromLosingAllSeats()
    {
        var field = new VoteField(["a", "b", "c"], [500, 430, 70], [70, 70, 70], QuotaMethod.Hare, 10);
        var found = new MarginWalk(field).Least([5, 4, 1])!;

        // Without c the quota is 93.1 or 93 votes, and a half quota more goes to b: 431/93.0 = 4.63, 500/93.0 = 5.38.
        found[2][0].ShouldBe(new Move(1, 2, 0, 1));
    }

    [Fact]
    public void Least_TieSettledByLot_HasMarginNought()
    {
        var field = new VoteField(["a", "b"], [50, 50], [0, 0], DivisorMethod.SainteLague, 1);
        new MarginWalk(field).Least([1, 0])![0][0]!.Votes.ShouldBe(0);
    }

    [Fact]
    public void Least_NumberOfListsForWhichTheLawOrdersSomethingElse_IsNoAnswer()
    {
        var field = new VoteField(["a", "b"], [90, 10], [8, 8], QuotaMethod.Hare, 10) { OtherwiseWith = [1] };
        new MarginWalk(field).Least([9, 1]).ShouldBeNull();
    }

    private static VoteField Made(Random random)
    {
        var lists = random.Next(2, 6);
        var most = random.Next(60) == 0 ? 900 : random.Next(8, 60);
        var votes = Enumerable.Range(0, lists).Select(_ => (long)random.Next(0, most)).ToArray();
        votes[0]++;
        var method = Methods[random.Next(Methods.Length)];
        var threshold = random.Next(3) == 0 ? random.Next(1, (int)(votes.Sum() / 3) + 2) : 0;
        return new VoteField([.. votes.Select((_, i) => $"l{i}")], votes, [.. votes.Select(_ => random.Next(12) == 0 ? 0L : random.Next(20) == 0 ? long.MaxValue : threshold)], method, random.Next(1, 9))
        {
            Minimum = random.Next(8) == 0 ? 1 : 0,
            QuotaOver = method is QuotaMethod && random.Next(4) == 0 ? votes.Sum() : null,
            Most = random.Next(8) == 0 ? [.. votes.Select(_ => random.Next(1, 6))] : [],
        };
    }

    /// <summary>Seats with ties settled for whoever stands first, as a law might.</summary>
    private static int[] Declared(VoteField field)
    {
        var outcome = field.With(field.Votes);
        var seats = outcome.Seats.ToArray();
        var left = field.House - seats.Sum();
        foreach (var tied in outcome.Tied.Take(Math.Min(left, Math.Max(0, outcome.Tied.Count - 1))))
        {
            seats[tied]++;
        }

        return seats;
    }

    private static List<List<long?>> ByOnes(VoteField field, int[] seats)
    {
        var best = seats.Select(s => Enumerable.Repeat((long?)null, s).ToList()).ToList();
        for (var from = 0; from < seats.Length; from++)
        {
            for (var to = 0; to < seats.Length; to++)
            {
                for (long moved = 0; from != to && moved <= field.Votes[from]; moved++)
                {
                    var votes = field.Votes.ToArray();
                    votes[from] -= moved;
                    votes[to] += moved;
                    var now = field.With(votes).Seats;
                    for (var i = 0; i < seats.Length; i++)
                    {
                        for (var seat = now[i]; seat < seats[i]; seat++)
                        {
                            best[i][seat] = best[i][seat] is { } known && known <= moved ? known : moved;
                        }
                    }
                }
            }
        }

        return best;
    }
}
