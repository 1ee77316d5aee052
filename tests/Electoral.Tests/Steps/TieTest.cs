using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Ties are answers: the full tied set, and a lot only where it can change who has a seat.</summary>
public class TieTest
{
    [Fact]
    public void Tie_OfManyForSeveral_NamesAllOfThemAndAllSeats()
    {
        // 3 seats, five lists with one vote each.
        new Trial(Allocate(DivisorMethod.DHondt)).On(Area("n", 3, "a 1, b 1, c 1, d 1, e 1")).Waits.ShouldBe("n:allocate Tie lot a,b,c,d,e for 3");

        // a has its seat for certain; the other two are open among four.
        new Trial(Allocate(QuotaMethod.Hare)).On(Area("n", 3, "a 4, b 2, c 2, d 2, e 2")).Waits.ShouldBe("n:allocate Tie lot b,c,d,e for 2");
    }

    [Fact]
    public void Tie_RulesInOrder_EachNarrowsIt()
    {
        // Hare quota 10: 4.5 1.5 .5 .5: whole 5 of 7, two seats for four at .5: to the two larger, or to the two smaller.
        var step = Allocate(QuotaMethod.Hare);
        ConstituencyInput area = Area("n", 7, "a 45, b 15, c 5, d 5");
        new Trial(step with { Ties = [TieRule.MoreVotes] }).On(area).Seats.ShouldBe("n: a 5, b 2");
        new Trial(step with { Ties = [TieRule.FewerVotes] }).On(area).Seats.ShouldBe("n: a 4, b 1, c 1, d 1");

        // Quota 10 of 100 and 10 seats: 5.5 2.5 .5 .5 .5 .5: whole 7, three seats for six: a and b by more votes, one of the four by lot.
        new Trial(step with { Ties = [TieRule.MoreVotes, TieRule.Lot] }).On(Area("n", 10, "a 55, b 25, c 5, d 5, e 5, f 5")).Waits.ShouldBe("n:allocate Tie lot c,d,e,f for 1");
        new Trial(step with { Ties = [TieRule.MoreVotes, TieRule.Lot] }).On(Area("n", 4, "a 26, b 8, c 8, d 8")).Waits.ShouldBe("n:allocate Tie lot b,c,d for 2");
    }

    [Fact]
    public void Registration_OfAGroup_IsNotKnownRatherThanAFault()
    {
        var trial = new Trial(new UniteStep("unite", "g", null, false, "u"), Allocate(DivisorMethod.DHondt) with { VotesFrom = "u", Ties = [TieRule.EarliestRegistered] }) { Groups = [new Group("bc", "g", null, ["b", "c"])] };
        trial.On(Area("n", 1, "a 40, b 20, c 20")).Status.ShouldBe(Status.Unknown);
    }

    [Fact]
    public void Lot_ForAFixedSeatThatLevellingEvensOut_IsNotAskedFor()
    {
        // n: a and b tie for its one seat. The nation's four seats are shared by all votes, 2 and 2, whoever holds the fixed one; nobody else is told of it.
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: "4") with { Held = "fixed" }) { Result = "share" };
        var tried = trial.On(Area("n", 1, "a 30, b 30"), Area("s", 1, "a 31, b 30"));
        tried.Status.ShouldBe(Status.Complete);
        tried.Seats.ShouldBe("nation: a 2, b 2");
        tried.Traces("lot-needless").Count().ShouldBe(1);
    }

    [Fact]
    public void Lot_ForAFixedSeatThatStaysWhereItFell_IsAskedFor()
    {
        // The same, but the fixed seats are part of the result: who has the one in n matters.
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: "4") with { Held = "fixed", Further = "levelling" }) { Result = "fixed + levelling" };
        ConstituencyInput[] areas = [Area("n", 1, "a 30, b 30"), Area("s", 1, "a 31, b 30")];
        trial.On(areas).Waits.ShouldBe("n:fixed Tie lot a,b for 1");
        (trial with { Lots = [new Lot("lists", "n", "fixed", ["b"])] }).On(areas).Seats.ShouldBe("n: b 1; s: a 1; nation: a 1, b 1");
    }

    [Fact]
    public void Lot_RecordedThoughItWasNotNeeded_IsTakenAndChangesNothing()
    {
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: "4") with { Held = "fixed" }) { Result = "share", Lots = [new Lot("lists", "n", "fixed", ["b"])] };
        var tried = trial.On(Area("n", 1, "a 30, b 30"), Area("s", 1, "a 31, b 30"));
        tried.Faults.ShouldBeEmpty();
        tried.Seats.ShouldBe("nation: a 2, b 2");
        tried.Traces("lot").Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("c", "a,b")]
    [InlineData("a,b", "a,b")]
    [InlineData("a,a", "a,b")]
    [InlineData("nobody", "a,b")]
    public void Lot_ThatDoesNotFit_IsAFault(string winners, string tied)
    {
        var tried = (new Trial(Allocate(DivisorMethod.DHondt)) { Lots = [new Lot("lists", "n", "allocate", winners.Split(','))] }).On(Area("n", 1, "a 5, b 5, c 1"));
        string.Join(',', tried.Faults.Single().Tie!.Contenders).ShouldBe(tied);
    }

    [Theory]
    [InlineData("lists", "s", "allocate")]
    [InlineData("lists", "n", "other")]
    [InlineData("other", "n", "allocate")]
    public void Lot_ForAPlaceWhereNothingTies_IsAFault(string contest, string area, string step)
    {
        var tried = (new Trial(Allocate(DivisorMethod.DHondt)) { Lots = [new Lot(contest, area, step, ["a"])] }).On(Area("n", 1, "a 5, b 5"), Area("s", 1, "a 5, b 4"));
        tried.Faults.Single().Tie.ShouldBeNull();
    }

    [Fact]
    public void Lots_TwoTiesInOneStep_AreTakenInOrderAndTriedApart()
    {
        // Dutch council, quota 100 of 800 for 8: a and b 2.8, c and d .8, e .45, f .35: whole 4; .8 takes all four: 8. Not two ties. So:
        // 7 seats, 700 votes: a 280, b 280, c 70, d 70: 2.8 2.8 .7 .7 (under 3/4): whole 4, a and b take a remainder: 6; one by averages: 280/4 = 70, c 70, d 70, a 70, b 70: four tie.
        var trial = new Trial(Allocate(QuotaMethod.Hare) with { RemaindersFrom = Part("3/4") });
        trial.On(Area("town", 7, "a 280, b 280, c 70, d 70")).Waits.ShouldBe("town:allocate Tie lot a,b,c,d for 1");
        (trial with { Lots = [new Lot("lists", "town", "allocate", ["d"])] }).On(Area("town", 7, "a 280, b 280, c 70, d 70")).Seats.ShouldBe("town: a 3, b 3, d 1");
    }

    [Fact]
    public void Lots_TheSameListsTieTwiceInTwoSteps_EachHasItsOwn()
    {
        // a and b tie for the seat of step one and for the seat of step two; both stay where they fall.
        var trial = new Trial(Allocate(DivisorMethod.DHondt, "one", seats: "1", id: "one"), Allocate(DivisorMethod.DHondt, "two", seats: "1", id: "two")) { Result = "one + two" };
        ConstituencyInput area = Area("n", 2, "a 5, b 5");
        trial.On(area).Waits.ShouldBe("n:one Tie lot a,b for 1");
        (trial with { Lots = [new Lot("lists", "n", "one", ["a"])] }).On(area).Waits.ShouldBe("n:two Tie lot a,b for 1");
        (trial with { Lots = [new Lot("lists", "n", "one", ["a"]), new Lot("lists", "n", "two", ["b"])] }).On(area).Seats.ShouldBe("n: a 1, b 1");
    }

    [Fact]
    public void Lots_TheSecondEvensOutTheFirst_AreBothAskedForAllTheSame()
    {
        // One step, two draws: b@n, b@s, b@t for two seats. Whatever falls first, the pair of areas differs: asked.
        // But with room for all three and three seats, nothing differs.
        var level = new Trial(
            Allocate(DivisorMethod.SainteLague, "levelling", among: "b", place: "nation", seats: "3"),
            new LevelStep("level", Sum("levelling"), "constituency", 1, DivisorMethod.SainteLague, "levelling", null, ByLot, "placed") { For = "nation" })
        {
            Result = "placed",
        };
        var law = level with { Steps = [Admit(new Threshold.Tagged("m"), "b", "nation"), .. level.Steps] };
        ConstituencyInput Part(string id) => Area(id, 1, "b 30").With("b", c => c with { Tags = ["m"] });
        law.On(Part("n"), Part("s"), Part("t")).Seats.ShouldBe("n: b 1; s: b 1; t: b 1");
    }

    [Fact]
    public void Needless_MoreTiesThanRuns_AskForTheFirst()
    {
        // Nine fixed seats tied between two lists each make 512 ways; past 256 the lot is asked for, though none would change the share.
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: "101") with { Held = "fixed" }) { Result = "share" };
        ConstituencyInput[] Ties(int number) => [.. Enumerable.Range(0, number).Select(i => Area($"n{i}", 1, "a 30, b 30")), Area("s", 1, "a 300, b 1")];
        trial.On(Ties(7)).Status.ShouldBe(Status.Complete);
        trial.On(Ties(9)).Status.ShouldBe(Status.Tie);
    }

    [Fact]
    public void Needless_HalfOfAHundredThousandTie_IsAskedForAtOnce()
    {
        // More ways than atoms; none is tried.
        var area = new ConstituencyInput("n", [.. Enumerable.Range(0, 100_000).Select(i => new Contender($"l{i}", ContenderKind.List))], Enumerable.Range(0, 100_000).ToDictionary(i => $"l{i}", _ => 1L), new Dictionary<string, long>()) { Seats = 50_000 };
        var tried = new Trial(Allocate(DivisorMethod.DHondt)).On(area);
        tried.Status.ShouldBe(Status.Tie);
        tried.Outcome.Parts.Single().Pending.Single().Contenders.Count.ShouldBe(100_000);
    }

    [Fact]
    public void Distribute_TiesOfTwoLists_HaveALotEach()
    {
        var trial = new Trial(Allocate(DivisorMethod.DHondt, "national", place: "nation", seats: "2"), ToAreas("national", DivisorMethod.DHondt));
        ConstituencyInput[] areas = [Area("n", null, "a 25, b 25"), Area("s", null, "a 25, b 25")];
        trial.On(areas).Waits.ShouldBe("nation:distribute.a Tie lot n,s for 1");
        (trial with { Lots = [new Lot("lists", "nation", "distribute.a", ["n"])] }).On(areas).Waits.ShouldBe("nation:distribute.b Tie lot n,s for 1");
        (trial with { Lots = [new Lot("lists", "nation", "distribute.a", ["n"]), new Lot("lists", "nation", "distribute.b", ["s"])] }).On(areas).Seats.ShouldBe("n: a 1; s: b 1");
    }
}
