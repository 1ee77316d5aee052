using Mandate.Electoral.Transfers;
using static Mandate.Electoral.Tests.Transfers.MadeBallots;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>The rules of the Dáil, the Seanad, New Zealand and Wright worked out by hand.</summary>
public class TransferExamplesTest
{
    [Fact]
    public void Dail_Surplus_MovesWholePapersLargestFractionsFirst()
    {
        // 22 papers, 2 seats: quota 22 ÷ 3 = 7.33, cut to 7, plus 1 = 8. A has 10, so 2 too many; 8 of the papers name B or C next.
        // B: 2 × 5 ÷ 8 = 1.25; C: 2 × 3 ÷ 8 = 0.75. Whole papers 1 and 0; one is missing, and C has the larger fraction: 1 and 1.
        // The surplus had to move: D with 3 + 2 comes past B with 4. D is lowest then and names nobody. With C 6 and B 5 left for one
        // seat, C is elected: section 124(1A).
        var count = Count(2, TransferRule.Dail, (5, "AB"), (3, "AC"), (2, "A"), (4, "B"), (5, "C"), (3, "D"));
        count.Quota.ShouldBe(8);
        Votes(count).ShouldBe(["10 4 5 3", "8 5 6 3", "8 5 6 0"]);
        count.Stages.Select(s => (s.Moved, s.NonTransferable)).ShouldBe([(0, 0), (2, 0), (3, 3)]);
        count.Stages.SelectMany(s => s.Elected).ShouldBe([new(0, ElectedBy.Quota), new(2, ElectedBy.LastVacancies)]);
    }

    [Fact]
    public void Dail_ExampleOfTheLawsPage_ElectsAAndC()
    {
        // docs/laws.md: 2 × 5 ÷ 8 = 1.25 for B and 0.75 for C, one paper each; the surplus moves because B with 5 + 2 has the quota of 7.
        var count = Count(2, TransferRule.Dail, (5, "AB"), (3, "AC"), (1, "A"), (3, "BC"), (2, "B"), (4, "C"), (2, "DC"));
        Votes(count).ShouldBe(["9 5 4 2", "7 6 5 2", "7 6 7 0"]);
        count.Elected.ShouldBe([0, 2]);
    }

    [Fact]
    public void Dail_Surplus_TakesThePapersLastFiled()
    {
        // 20 papers, 2 seats: quota 7. A's surplus of 2 goes to B, by the last two of nine papers. B with 4 ties with D and had fewer
        // at the first count, so B is excluded: its own two papers name nobody, the two from A go where they name.
        (int, string)[] rest = [(2, "B"), (5, "C"), (4, "D")];
        var count = Count(2, TransferRule.Dail, [(5, "ABD"), (4, "ABC"), .. rest]);
        Votes(count).ShouldBe(["9 2 5 4", "7 4 5 4", "7 0 7 4"]);
        count.Stages[2].Tied.ShouldBe([1, 3]);
        count.Stages[2].DecidedAt.ShouldBe(1);
        count.Elected.ShouldBe([0, 2]);

        // The same papers in another order: now D has 6 to C's 5.
        Count(2, TransferRule.Dail, [(4, "ABC"), (5, "ABD"), .. rest]).Elected.ShouldBe([0, 3]);
    }

    [Fact]
    public void Dail_SurplusOfTransferredPapers_IsOfTheLastSubParcelOnly()
    {
        // 19 papers, 2 seats: quota 7. A's three papers make B 9. Only they are looked at, and they name D: two move. B's own six name C.
        var count = Count(2, TransferRule.Dail, (3, "ABD"), (6, "BC"), (5, "C"), (5, "D"));
        Votes(count).ShouldBe(["3 6 5 5", "0 9 5 5", "0 7 5 7"]);
        count.Elected.ShouldBe([1, 3]);
    }

    [Fact]
    public void Dail_SurplusThatCanChangeNothing_WaitsAndTheLowestGoTogether()
    {
        // 101 papers, 2 seats: quota 34. A's surplus of 2 elects nobody (30 + 2) and does not bring E level with D (6 + 2, to 9).
        // E and D with it have 17, less than C's 20: they go at one count. With C they would have 37, more than B's 30.
        var count = Count(2, TransferRule.Dail, (36, "AC"), (30, "B"), (20, "C"), (9, "DB"), (6, "EC"));
        Votes(count).ShouldBe(["36 30 20 9 6", "36 39 26 0 0"]);
        var stage = count.Stages[1];
        (stage.From, stage.Moved, stage.Deferred).ShouldBe((4, 15, 2));
        stage.Together.ShouldBe([4, 3]);
        count.Elected.ShouldBe([0, 1]);
    }

    [Fact]
    public void Dail_FewerTransferablePapersThanSurplus_AllMoveAndTheRestIsNotTransferable()
    {
        // 16 papers, 2 seats: quota 6. A's surplus is 4, and only two of ten papers name anybody. Two votes are not transferable.
        var count = Count(2, TransferRule.Dail, (8, "A"), (2, "AB"), (3, "B"), (2, "C"), (1, "D"));
        (count.Stages[1].Kind, count.Stages[1].NonTransferable).ShouldBe((StageKind.Surplus, 2));
        count.Stages[1].After.ShouldBe([6, 5, 2, 1]);
    }

    [Fact]
    public void Dail_FractionsEqualInEveryWay_WaitForALotOverPapers()
    {
        // 14 papers, 2 seats: quota 5. A's surplus is 1; B and C are next on three of its papers each: ½ and ½, and had three votes each.
        (int, string)[] ballots = [(3, "AB"), (3, "AC"), (3, "B"), (3, "C"), (2, "D")];
        var waiting = Count(2, TransferRule.Dail, ballots).Waiting!;
        (waiting.Stage, waiting.Kind, waiting.OfFractions, waiting.Tie.Seats).ShouldBe((2, StageKind.Surplus, true, 1));
        waiting.Tie.Contenders.ShouldBe(["B", "C"]);
        Count(2, TransferRule.Dail, _ => "C", ballots).Stages[1].After.ShouldBe([5, 3, 4, 2]);

        // With one vote more at the first count, B's fraction is deemed the larger.
        Count(2, TransferRule.Dail, [.. ballots[..2], (4, "B"), (3, "C"), (1, "D")]).Stages[1].Transfers.ShouldBe([-1, 1, 0, 0]);
    }

    [Fact]
    public void Seanad_Surplus_IsSharedInWholeThousandths()
    {
        // 20 papers, 2 seats: quota 20,000 ÷ 3 = 6,666.67, cut, plus 1 = 6,667. A has 9,000; the surplus of 2,333 on eight transferable
        // papers is 291.6, cut to 291 each: 5 × 291 for B, 3 × 291 for C, and 5 are lost. D's two papers elect C with 6,873.
        var count = Count(2, TransferRule.Seanad, (5, "AB"), (3, "AC"), (1, "A"), (3, "BC"), (2, "B"), (4, "C"), (2, "DC"));
        count.Quota.ShouldBe(6667);
        Votes(count).ShouldBe(["9000 5000 4000 2000", "6667 6455 4873 2000", "6667 6455 6873 0"]);
        (count.Stages[1].NonTransferable, count.Stages[1].Lost).ShouldBe((0, 5));
        count.Elected.ShouldBe([0, 2]);
    }

    [Fact]
    public void Seanad_Exclusion_GoesSubParcelBySubParcel()
    {
        // 25 papers, 2 seats: quota 8,334. A's surplus of 1,666 is 166 on each of ten papers for B; 6 are lost. B, lowest with 4,660, is
        // excluded: three own papers at 1,000 make C 9,000. C takes no more, so the ten at 166 go on to D.
        var count = Count(2, TransferRule.Seanad, (10, "ABCD"), (3, "BCD"), (6, "C"), (6, "D"));
        Votes(count).ShouldBe(["10000 3000 6000 6000", "8334 4660 6000 6000", "8334 0 9000 7660"]);
        count.Stages[2].Elected.ShouldBe([new(2, ElectedBy.Quota)]);
    }

    [Fact]
    public void Meek_Surplus_PassesOnByAKeepValueRoundedUp()
    {
        // 9 ballots, 2 seats: quota 9 ÷ 3 + 0.000000001. A has 6 and keeps 3.000000001 ÷ 6, rounded up 0.500000001, of each ballot:
        // 3.000000006. Six times 0.499999999 goes to B, who is elected with 3.999999994.
        var count = Count(2, TransferRule.Meek, (6, "AB"), (1, "B"), (2, "C"));
        count.Quota.ShouldBe(3_000_000_001);
        Votes(count).ShouldBe(["6000000000 1000000000 2000000000", "3000000006 3999999994 2000000000"]);
        (count.Stages[1].Kind, count.Stages[1].From, count.Stages[1].Moved, count.Stages[1].Rounds).ShouldBe((StageKind.KeepValues, null, 2_999_999_999, 1));
        count.Stages[1].KeepValues.ShouldBe([500_000_001, 1_000_000_000, 1_000_000_000]);
        count.Elected.ShouldBe([0, 1]);
    }

    [Fact]
    public void Meek_BallotsWithoutAFurtherPreference_LowerTheQuota()
    {
        // 9 ballots, 2 seats: quota 3.000000001. A's ballots name nobody else. First round: A keeps 0.500000001 and has 3.000000006;
        // 2.999999994 is not transferable, and the quota is 6.000000006 ÷ 3 + 0.000000001 = 2.000000003: B with 2 is short of it.
        // Second round: 0.500000001 × 2.000000003, rounded up 1.000000004, ÷ 3.000000006, rounded up, is 0.333333334: A has
        // 2.000000004, the quota is 5.000000004 ÷ 3 + 0.000000001 = 1.666666669, and B is elected.
        var count = Count(2, TransferRule.Meek, (6, "A"), (2, "B"), (1, "C"));
        Votes(count).ShouldBe(["6000000000 2000000000 1000000000", "2000000004 2000000000 1000000000"]);
        (count.Stages[1].NonTransferable, count.Stages[1].Quota, count.Stages[1].Rounds).ShouldBe((3_999_999_996, 1_666_666_669, 2));
    }

    [Fact]
    public void Meek_ExcludedCandidate_IsPassedOverAsIfNotStanding()
    {
        // 9 ballots, 1 seat: quota 4.500000001. C and then B are excluded; a ballot "CBA" counts for A in full.
        var count = Count(1, TransferRule.Meek, (4, "A"), (3, "B"), (2, "CBA"));
        Votes(count).ShouldBe(["4000000000 3000000000 2000000000", "4000000000 5000000000 0"]);
        count.Elected.ShouldBe([1]);
    }

    [Fact]
    public void Wright_Exclusion_StartsTheCountAgain()
    {
        // 20 ballots, 2 seats: quota 7. A's surplus of 2 passes on at 2 ÷ 9, cut to 0.222222222. D is lowest and excluded: everything
        // begins again with A 9, B 5, C 6, and the surplus passes on a second time. B, now lowest, is excluded: 18 ballots are left, the
        // quota is 18 ÷ 3 + 1 = 7, and A and C have it with 9 each.
        var count = Count(2, TransferRule.Wright, (5, "AB"), (3, "AC"), (1, "A"), (3, "BC"), (2, "B"), (4, "C"), (2, "DC"));
        Votes(count).ShouldBe(
        [
            "9000000000 5000000000 4000000000 2000000000",
            "7000000000 6111111110 4666666666 2000000000",
            "9000000000 5000000000 6000000000 0",
            "7000000000 6111111110 6666666666 0",
            "9000000000 0 9000000000 0",
        ]);
        count.Stages.Select(s => (s.NonTransferable, s.Lost)).ShouldBe([(0, 0), (222_222_222, 2), (-222_222_222, -2), (222_222_222, 2), (1_777_777_778, -2)]);
        count.Stages.Select(s => s.Restart).ShouldBe([false, false, true, false, true]);
        count.Start.ShouldBe(5);
        count.Elected.ShouldBe([0, 2]);
    }

    private static IEnumerable<string> Votes(TransferCount count) => count.Stages.Select(s => string.Join(' ', s.After));
}
