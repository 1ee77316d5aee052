using Mandate.Electoral.Transfers;
using static Mandate.Electoral.Tests.Transfers.MadeBallots;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>Counts worked out by hand, against an oracle, and what must hold at every stage.</summary>
/// <remarks>Seen to fail with the value at which a ballot was received left out, with ties read from the first stage on, and with one more transfer where as many are left as vacancies.</remarks>
public class TransferableVoteTest
{
    [Fact]
    public void Scottish_FourCandidatesTwoSeats_StageByStage()
    {
        // 20 ballots, 2 seats: quota 20/3 = 6.67, cut to 6, plus 1 = 7.
        // Stage 1: A 9, B 5, C 4, D 2. A is elected; surplus 2.
        // Stage 2: each of A's nine passes on at 2 × 1 / 9 = 0.22222. Five for B: 1.11110, three for C: 0.66666, one for nobody:
        //          0.22222; 2 − 1.99998 = 0.00002 is lost. A 7, B 6.11110, C 4.66666, D 2.
        // Stage 3: D is lowest; both ballots name C next: C 6.66666.
        // Stage 4: B is lowest: the three that name C next take it to 9.66666; two of B's own and A's five, 3.11110, name nobody.
        //          C has the quota.
        var count = Count(2, TransferRule.Scottish, (5, "AB"), (3, "AC"), (1, "A"), (3, "BC"), (2, "B"), (4, "C"), (2, "DC"));
        count.Quota.ShouldBe(700000);
        count.Stages.Select(s => string.Join(' ', s.After)).ShouldBe(
        [
            "900000 500000 400000 200000",
            "700000 611110 466666 200000",
            "700000 611110 666666 0",
            "700000 0 966666 0",
        ]);
        count.Stages.Select(s => (s.Kind, s.From, s.Moved, s.NonTransferable, s.Lost)).ShouldBe(
        [
            (StageKind.FirstPreferences, null, 0, 0, 0),
            (StageKind.Surplus, 0, 200000, 22222, 2),
            (StageKind.Exclusion, 3, 200000, 0, 0),
            (StageKind.Exclusion, 1, 611110, 311110, 0),
        ]);
        count.Stages.SelectMany(s => s.Elected).ShouldBe([new(0, ElectedBy.Quota), new(2, ElectedBy.Quota)]);
    }

    [Fact]
    public void Scottish_SurplusOfTransferredPapers_PassesOnAtTheirOwnValue()
    {
        // 19 ballots, 3 seats: quota 19/4 = 4.75, cut to 4, plus 1 = 5.
        // Stage 1: A 8, B 4, C 4, D 3. A's surplus 3: value 3/8 = 0.375, and all eight name B next: B 7.
        // Stage 2: B's surplus 2. B's own four papers: 2 × 1 / 7 = 0.28571 each, for C: 1.14284, so C 5.14284 is elected.
        //          A's eight papers: 2 × 0.375 / 7 = 0.10714 each, for D: 0.85712. Lost 2 − 1.99996 = 0.00004.
        var count = Count(3, TransferRule.Scottish, (8, "ABD"), (4, "BC"), (4, "C"), (3, "D"));
        count.Stages.Select(s => string.Join(' ', s.After)).ShouldBe(["800000 400000 400000 300000", "500000 700000 400000 300000", "500000 500000 514284 385712"]);
        count.Stages[2].Lost.ShouldBe(4);
        count.Elected.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void Scottish_AsManyLeftAsVacancies_ElectsThemWithoutATransfer()
    {
        // 8 ballots, 2 seats: quota 3. A 5 is elected; with C's 2 and B's 1 the surplus of 2 must pass on: B 1 + 5 × 0.4 = 3.
        Count(2, TransferRule.Scottish, (5, "AB"), (1, "B"), (2, "C")).Elected.ShouldBe([0, 1]);

        // Two candidates for two seats: both elected at stage 1, B without the quota, and nothing is passed on.
        var two = Count(2, TransferRule.Scottish, (7, "AB"), (1, "B"));
        two.Stages.Count.ShouldBe(1);
        two.Stages[0].Elected.ShouldBe([new(0, ElectedBy.Quota), new(1, ElectedBy.LastVacancies)]);
    }

    [Fact]
    public void Scottish_EqualVotes_TheMostRecentDifferentStageDecides()
    {
        // 31 ballots, 1 seat: quota 16. A 12, B 8, C 6, D 5 (two of D name C, one B, two A).
        // Stage 2: D out: A 14, B 9, C 8. Stage 3: C out: five of C's eight name B, three nobody... A 14, B 14; no quota.
        // A and B tie at stage 3 and differed last at stage 2 (14 to 9): B is excluded.
        var count = Count(1, TransferRule.Scottish, (12, "A"), (8, "B"), (5, "CB"), (1, "C"), (2, "DC"), (1, "DB"), (2, "DA"));
        count.Stages[^1].From.ShouldBe(1);
        count.Stages[^1].Tied.ShouldBe([0, 1]);
        count.Stages[^1].DecidedAt.ShouldBe(2);
        count.Elected.ShouldBe([0]);
    }

    [Fact]
    public void Scottish_EqualThroughout_WaitsForALotAndTakesIt()
    {
        (int, string)[] ballots = [(4, "A"), (3, "B"), (2, "CB"), (2, "DA")];
        var waiting = Count(1, TransferRule.Scottish, ballots);
        waiting.Elected.ShouldBeEmpty();
        waiting.Waiting!.Stage.ShouldBe(2);
        waiting.Waiting.Kind.ShouldBe(StageKind.Exclusion);
        waiting.Waiting.Tie.Contenders.ShouldBe(["C", "D"]);

        var drawn = Count(1, TransferRule.Scottish, t => "D", ballots);
        drawn.Stages[1].From.ShouldBe(3);
        drawn.Stages[1].DecidedAt.ShouldBeNull();
        drawn.Elected.ShouldBe([0]);
    }

    [Fact]
    public void Scottish_EqualSurpluses_TheLotSaysWhichPassesOnFirst()
    {
        // 12 ballots, 3 seats: quota 4; A and B have 5 each.
        var count = Count(3, TransferRule.Scottish, t => "B", (5, "AC"), (5, "BD"), (1, "C"), (1, "D"));
        count.Stages[1].Kind.ShouldBe(StageKind.Surplus);
        count.Stages[1].From.ShouldBe(1);
        count.Stages[2].From.ShouldBe(0);
    }

    [Fact]
    public void Scottish_CandidateWithdrawn_IsPassedOver()
    {
        var builder = new PreferenceBallots.Builder();
        builder.Add(3, [0, 1]);
        builder.Add(2, [2]);
        builder.Add(1, [0]);
        builder.Add(4, []);
        var ballots = builder.Build([new("A", "A", Withdrawn: true), new("B", "B"), new("C", "C")]);
        ballots.Valid.ShouldBe(5);
        TransferableVote.Count(ballots, 1, TransferRule.Scottish).Stages[0].After.ShouldBe([0, 300000, 200000]);
    }

    [Fact]
    public void InstantRunoff_MajorityOfThoseLeft_Elects()
    {
        // A 4, B 3, C 2 of 9: no majority. C out: one for B, one for nobody. A 4, B 4 of 8 left: nobody has more than half; they
        // tie and differed at stage 1 (4 to 3), so B is out and A is left alone.
        var count = Count(1, TransferRule.InstantRunoff, (4, "A"), (3, "B"), (1, "CB"), (1, "C"));
        count.Stages.Select(s => string.Join(' ', s.After)).ShouldBe(["4 3 2", "4 4 0", "4 0 0"]);
        count.Stages[^1].Elected.ShouldBe([new(0, ElectedBy.Majority)]);
        count.Quota.ShouldBeNull();
    }

    [Fact]
    public void InstantRunoff_ToTwo_GoesOnPastAMajority()
    {
        (int, string)[] ballots = [(6, "A"), (3, "B"), (2, "CB")];
        Count(1, TransferRule.InstantRunoff, ballots).Stages.Count.ShouldBe(1);
        var full = Count(1, TransferRule.InstantRunoffToTwo, ballots);
        full.Stages.Select(s => string.Join(' ', s.After)).ShouldBe(["6 3 2", "6 5 0"]);
        full.Elected.ShouldBe([0]);
    }

    [Fact]
    public void Count_SeatsThatDoNotSuit_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Count(0, TransferRule.Scottish, (1, "A")));
        Should.Throw<ArgumentOutOfRangeException>(() => Count(2, TransferRule.InstantRunoff, (1, "A")));
    }

    [Theory]
    [InlineData(TransferRule.Scottish)]
    [InlineData(TransferRule.InstantRunoff)]
    public void Count_SmallElections_AgreeWithOracle(TransferRule rule)
    {
        var ties = 0;
        for (var trial = 0; trial < 2000; trial++)
        {
            var random = new Random(Seed + trial);
            var candidates = random.Next(2, 8);
            var seats = rule == TransferRule.Scottish ? random.Next(1, 5) : 1;
            var raw = Made(random, candidates, random.Next(1, 14), 9);
            int Last(IEnumerable<int> tied)
            {
                ties++;
                return tied.Max();
            }

            var count = TransferableVote.Count(Ballots(raw, candidates), seats, rule, t => $"{Last(t.Tie.Contenders.Select(int.Parse))}");
            var oracle = TransferOracle.Count(raw, candidates, seats, rule != TransferRule.Scottish, Last);
            count.Elected.ShouldBe(oracle.Elected, $"trial {trial}");
            count.Stages.Count.ShouldBe(oracle.Stages.Count, $"trial {trial}");
            foreach (var (stage, votes) in count.Stages.Zip(oracle.Stages))
            {
                stage.After.Select(v => new Ratio(v, count.Scale)).ShouldBe(votes, $"trial {trial}, stage {stage.Number}");
            }
        }

        ties.ShouldBeGreaterThan(1000, "small numbers make ties frequent");
    }

    /// <summary>A majority knows no scale. Droop's whole quota does, so the Scottish rule is left out.</summary>
    [Fact]
    public void InstantRunoff_AllBallotsMultiplied_ChangesNothing()
    {
        for (var trial = 0; trial < 500; trial++)
        {
            var raw = Made(new Random(Seed + trial), 6, 12, 20);
            var one = TransferableVote.Count(Ballots(raw, 6), 1, TransferRule.InstantRunoff, t => t.Tie.Contenders[0]);
            var other = TransferableVote.Count(Ballots([.. raw.Select(b => (b.Count * 7, b.Ranking))], 6), 1, TransferRule.InstantRunoff, t => t.Tie.Contenders[0]);
            other.Elected.ShouldBe(one.Elected);
            other.Stages.Select(s => s.From).ShouldBe(one.Stages.Select(s => s.From));
        }
    }

    [Fact]
    public void Scottish_AsManyBallotsAsAllowed_DoesNotOverflow()
    {
        const long third = PreferenceBallots.MostBallots / 3;
        var builder = new PreferenceBallots.Builder();
        builder.Add(third * 2, [0, 1]);
        builder.Add(third, [2]);
        Should.Throw<ArgumentOutOfRangeException>(() => builder.Add(2, [1]));
        var count = TransferableVote.Count(builder.Build([new("A", "A"), new("B", "B"), new("C", "C")]), 2, TransferRule.Scottish);

        // Quota third + 1: A's surplus is third − 1 at 0.49999 a ballot, so B stays behind C, who has one vote too few and is left last.
        count.Elected.ShouldBe([0, 2]);
    }
}
