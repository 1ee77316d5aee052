using Mandate.Electoral.Certificates;
using Mandate.Electoral.Steps;
using Mandate.Electoral.Transfers;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>The step through the public door: from ballots to seats of lists, persons, and what waits.</summary>
public class TransferStepTest
{
    [Fact]
    public void Run_InstantRunoff_ElectsOnePersonForTheirList()
    {
        // A 4, B 3, C 2 of 9. C is out, both for B: B 5 of 9.
        var part = Run(TransferRule.InstantRunoff, 1, [TieRule.Lot], (4, [0]), (3, [1]), (2, [2, 1]));
        part.Status.ShouldBe(Status.Complete);
        part.Won.ShouldBe([KeyValuePair.Create("right", 1)]);
        part.Elected.ShouldBe([new Elected("right", "b")]);
        part.Derivation.Select(d => d.Outcome).ShouldBe(["instant-runoff", "elected"]);
    }

    [Fact]
    public void Run_PersonWithoutAList_WinsAlone() =>
        Run(TransferRule.Scottish, 1, [], (5, [2]), (1, [0])).Won.ShouldBe([KeyValuePair.Create("c", 1)]);

    [Fact]
    public void Run_InstantRunoffForTwoSeats_IsUndefined()
    {
        var pending = Run(TransferRule.InstantRunoff, 2, [], (4, [0]), (3, [1])).Pending.Single();
        (pending.Status, pending.Reason, pending.Seats).ShouldBe((Status.Undefined, "single-seat", 2));
    }

    [Fact]
    public void Run_TieWithoutALotInTheLaw_IsUndefined()
    {
        // Quota 4 of 7; b and c have two each from the first stage on, and whoever stays has the quota next.
        var part = Run(TransferRule.Scottish, 1, [], (3, [0]), (2, [1, 2]), (2, [2, 1]));
        part.Won.ShouldBeEmpty();
        part.Elected.ShouldBeEmpty();
        var pending = part.Pending.Single();
        (pending.Status, pending.Reason, pending.Step).ShouldBe((Status.Undefined, "tie-exclusion", "transfer"));
        pending.Contenders.ShouldBe(["b", "c"]);
        part.Derivation[^1].Outcome.ShouldBe("exclusion-silent");
    }

    [Fact]
    public void Run_TieWithALotInTheLaw_NamesTheStage()
    {
        var pending = Run(TransferRule.Scottish, 1, [TieRule.Lot], (3, [0]), (2, [1, 2]), (2, [2, 1])).Pending.Single();
        (pending.Status, pending.Reason, pending.Step, pending.Seats).ShouldBe((Status.Tie, "lot-exclusion", "transfer.stage-2", 1));
    }

    [Fact]
    public void Run_FewerCandidatesThanSeats_LeavesSeatsVacant()
    {
        var part = Run(TransferRule.Scottish, 5, [], (3, [0]), (2, [1]));
        part.Vacant.ShouldBe(2);
        part.Won.Sum(w => w.Value).ShouldBe(3);
    }

    [Theory, InlineData(TransferRule.Scottish), InlineData(TransferRule.Dail), InlineData(TransferRule.Seanad), InlineData(TransferRule.Meek), InlineData(TransferRule.Wright)]
    public void Certificate_EveryRule_ComparesVotesWithTheQuotaOfTheirStage(TransferRule rule)
    {
        // Some rules set the quota anew, or begin the count again, at later stages.
        var outcome = Outcome(rule, 2, [TieRule.Lot], (40, [0, 1]), (9, [1, 2]), (8, [2]), (7, [2, 1]), (3, [1]));
        var proof = Certificate.Of(outcome).Tiers.Single().Proofs.Single(p => p.Rule == "stages");
        var byQuota = proof.Inequalities.Where(c => c.Kind == "by-quota").ToList();
        byQuota.ShouldNotBeEmpty();
        foreach (var claim in byQuota)
        {
            Value(claim.Left).ShouldBeGreaterThanOrEqualTo(Value(claim.Right));
            claim.Right.Single().Factors.Select(f => f.Name).ShouldContain("quota");
        }

        static System.Numerics.BigInteger Value(IReadOnlyList<Product> side) => side.Aggregate(System.Numerics.BigInteger.Zero, (s, p) => s + p.Value);
    }

    private static ConstituencyOutcome Run(TransferRule rule, int seats, IReadOnlyList<TieRule> ties, params (int Count, int[] Ranking)[] ballots) =>
        Outcome(rule, seats, ties, ballots).Parts.Single();

    private static ElectionOutcome Outcome(TransferRule rule, int seats, IReadOnlyList<TieRule> ties, params (int Count, int[] Ranking)[] ballots)
    {
        var builder = new PreferenceBallots.Builder();
        foreach (var (count, ranking) in ballots)
        {
            builder.Add(count, ranking);
        }

        var papers = builder.Build([new("a", "left"), new("b", "right"), new("c", "c")]);
        var ward = new ConstituencyInput(
            "ward",
            [new Contender("left", ContenderKind.List), new Contender("right", ContenderKind.List), new Contender("c", ContenderKind.Candidate)],
            new Dictionary<string, long>(),
            new Dictionary<string, long>()) { Seats = seats, Ballots = papers };
        var tier = new Tier("wards", null, null, new Ballot("preferential", null, null, false), [new TransferStep("transfer", rule, ties, "seats")]);
        var rules = new Rules([tier], [], [], new Dictionary<string, IReadOnlyList<string>>());
        return ElectionRunner.Run(rules, new ElectionInput([new ContestInput("wards", [ward])]), []).Outcome;
    }
}
