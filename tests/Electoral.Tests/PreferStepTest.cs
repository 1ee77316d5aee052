using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Electoral.Tests;

/// <summary>Who takes the seats of open lists, worked by hand.</summary>
public class PreferStepTest
{
    /// <summary>List A has 600 votes and 3 of 5 seats, B 400 and 2; the Hare quota is 1000 / 5 = 200.</summary>
    private static readonly (string Person, long Votes)[] ListA = [("a1", 90), ("a2", 60), ("a3", 40), ("a4", 350), ("a5", 60)];
    private static readonly (string Person, long Votes)[] ListB = [("b1", 300), ("b2", 100)];

    [Fact]
    public void Fill_NoBar_MostVotesWin()
    {
        // A: a4 350, a1 90, then a2 and a5 tie at 60 for the third seat; the order of the list puts a2 before a5.
        Run(null, [TieRule.ListOrder]).Elected.Select(e => e.Person).ShouldBe(["a4", "a1", "a2", "b1", "b2"]);
    }

    [Fact]
    public void Fill_QuarterOfTheQuota_PassesOverTheList()
    {
        // More than 25 % of 200 is more than 50: a4 350, a1 90, a2 60 and a5 60; B: b1 300, b2 100. The third seat of A is tied.
        var tied = Run(new PreferenceBar(new Ratio(1, 4), Strict: true, QuotaMethod.Hare), [TieRule.Lot]);
        tied.Status.ShouldBe(Status.Tie);
        tied.Pending.Single().Step.ShouldBe("fill.A");
        var drawn = Run(new PreferenceBar(new Ratio(1, 4), Strict: true, QuotaMethod.Hare), [TieRule.Lot], new Lot("lists", "nation", "fill.A", ["a5"]));
        drawn.Elected.Select(e => e.Person).ShouldBe(["a4", "a1", "a5", "b1", "b2"]);
    }

    [Fact]
    public void Fill_ShareOfTheList_OthersFollowTheListsOrder()
    {
        // 25 % of A's 600 votes is 150: only a4 passes over; a1 and a2 follow in the order of the list.
        Run(new PreferenceBar(new Ratio(1, 4), Strict: false, null), []).Elected.Select(e => e.Person).ShouldBe(["a4", "a1", "a2", "b1", "b2"]);
    }

    [Fact]
    public void Fill_WhoWithdrew_IsPassedOver()
    {
        var outcome = Run(null, [TieRule.ListOrder], withdrawn: ["a4", "b1"]);

        // A: a1 90, a2 60, a5 60 fill three seats. B has one person left for two seats: one stays empty.
        outcome.Elected.Select(e => e.Person).ShouldBe(["a1", "a2", "a5", "b2"]);
        outcome.Vacant.ShouldBe(1);
    }

    [Fact]
    public void Allocate_WithinPersons_SeatsAnExhaustedListCannotFillGoOn()
    {
        // B has one person, so it takes one seat and A the other four.
        var allocate = new AllocateStep("allocate", DivisorMethod.DHondt, "seats") { WithinPersons = true };
        var outcome = Run([allocate], ["b1"]);
        outcome.Won.ShouldBe([KeyValuePair.Create("A", 4), KeyValuePair.Create("B", 1)]);
    }

    [Fact]
    public void Fill_VotesOfAPersonUnknown_NobodyOfThatListIsNamed()
    {
        var step = new PreferStep("fill", "seats", null, []);
        var input = Input([], unknown: "a3");
        var (outcome, _) = ElectionRunner.Run(Rules(new AllocateStep("allocate", DivisorMethod.DHondt, "seats"), step), input, []);
        outcome.Parts.Single().Elected.Select(e => e.List).Distinct().ShouldBe(["B"]);
        outcome.Parts.Single().Derivation[^1].Outcome.ShouldBe("votes-unknown");
    }

    private static ConstituencyOutcome Run(PreferenceBar? bar, IReadOnlyList<TieRule> ties, Lot? lot = null, string[]? withdrawn = null)
    {
        var rules = Rules(new AllocateStep("allocate", DivisorMethod.DHondt, "seats"), new PreferStep("fill", "seats", bar, ties));
        var (outcome, faults) = ElectionRunner.Run(rules, Input(withdrawn ?? []), lot is null ? [] : [lot]);
        faults.ShouldBeEmpty();
        return outcome.Parts.Single();
    }

    private static ConstituencyOutcome Run(IReadOnlyList<Step> steps, IReadOnlyList<string> personsOfB) =>
        ElectionRunner.Run(Rules([.. steps]), Input([.. ListB.Select(p => p.Person).Where(p => !personsOfB.Contains(p))]), []).Outcome.Parts.Single();

    private static Rules Rules(params Step[] steps) => new([new Tier("lists", 5, null, new Ballot("open-list", "nation", null, false), steps)], [], [], new Dictionary<string, IReadOnlyList<string>>());

    private static ElectionInput Input(string[] withdrawn, string? unknown = null)
    {
        var votes = ListA.Concat(ListB).Where(p => p.Person != unknown).ToDictionary(p => p.Person, p => p.Votes);
        votes["A"] = 600;
        votes["B"] = 400;
        var persons = new Dictionary<string, IReadOnlyList<Person>>
        {
            ["A"] = [.. ListA.Select((p, i) => new Person(p.Person, p.Person, i + 1, []))],
            ["B"] = [.. ListB.Select((p, i) => new Person(p.Person, p.Person, i + 1, []))],
        };
        return new ElectionInput(
        [
            new ContestInput("lists",
            [
                new ConstituencyInput("nation", [new Contender("A", ContenderKind.List), new Contender("B", ContenderKind.List)], votes, new Dictionary<string, long>())
                {
                    Persons = persons,
                    Fillings = [.. withdrawn.Select(w => new FillingEvent(w[..1].ToUpperInvariant(), w, FillingKind.Withdrawn, null))],
                },
            ]),
        ]);
    }
}
