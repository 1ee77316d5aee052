using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Seats of areas, and levelling seats placed in them.</summary>
public class LevelTest
{
    private static readonly DivisorMethod OneThreeFive = DivisorMethod.Sequence([1, 3, 5]);

    /// <summary>Fixed seats by D'Hondt, then a nationwide share whose further seats go to areas.</summary>
    private static Trial Law(string house, int? each, string? votesPer = null, IReadOnlyList<TieRule>? ties = null) => new(
        Allocate(DivisorMethod.DHondt, "fixed", seats: votesPer, id: "fixed"),
        Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: house, id: "share") with { Held = "fixed", Excess = Excess.DropOut, Further = "levelling" },
        new LevelStep("level", Sum("levelling"), "constituency", each, OneThreeFive, "fixed", votesPer is null ? null : Sum(votesPer), ties ?? ByLot, "placed") { For = "nation" })
    {
        Result = "fixed + placed",
    };

    [Fact]
    public void Level_OneInEachArea_LargestQuotientFirst()
    {
        // Norway. Fixed: n (3 − 1 = 2) a 60 30, b 25: a 2. s (2 − 1) a 50, b 40: a 1. Nation, 5 seats: a 110 36.7 22, b 65 21.7: 110 65 36.7 22 21.7: a 3, b 2.
        // b has two to come. Quotients per vote and seat: n 25/1 × 2/85 = .588; s 40/1 × 1/90 = .444. One each.
        var tried = Law("5", 1, "seats - 1").On(Area("n", 3, "a 60, b 25"), Area("s", 2, "a 50, b 40"));
        tried.Seats.ShouldBe("n: a 2, b 1; s: a 1, b 1");
        tried.Traces("placed").Single().Rows.Select(r => ((Argument.Exact)r.Arguments["quotient"]).Value).ShouldBe([new Ratio(50, 85), new Ratio(40, 90)]);
    }

    [Fact]
    public void Level_VotesPerSeat_TurnTheOrderRound()
    {
        // b has one to come (house 4: 110 65 36.7 22: a 3, b 1). As they are, s has 40 against 25 in n; per seat n leads .588 to .444.
        Law("4", 1, "seats - 1").On(Area("n", 3, "a 60, b 25"), Area("s", 2, "a 50, b 40")).Seats.ShouldBe("n: a 2, b 1; s: a 1");
        var plain = Law("4", 1, "seats - 1");
        (plain with { Steps = [plain.Steps[0], plain.Steps[1], ((LevelStep)plain.Steps[2]) with { PerSeat = null }] }).On(Area("n", 3, "a 60, b 25"), Area("s", 2, "a 50, b 40")).Seats.ShouldBe("n: a 2; s: a 1, b 1");
    }

    [Fact]
    public void Level_HeldSeats_GoOnWithTheNextDivisor()
    {
        // b has a fixed seat in s already, so its quotient there is 40/3 = 13.3 against 25 in n.
        // n (2) a 60 30, b 25: a 2. s (2) a 50 25, b 40: a 1, b 1. Nation 5: a 110 36.7 22, b 65 21.7: a 3, b 2: one to come for b: n.
        Law("5", 5).On(Area("n", 2, "a 60, b 25"), Area("s", 2, "a 50, b 40")).Seats.ShouldBe("n: a 2, b 1; s: a 1, b 1");
    }

    [Fact]
    public void Level_ToProvinces_TakesTheirVotesAndSeats()
    {
        // Two provinces of one constituency each, with 1 levelling seat in east and 1 in west; same figures as above.
        var trial = Law("5", null) with { Regions = [Region("east", "province", "n") with { Seats = 1 }, Region("west", "province", "s") with { Seats = 1 }], Result = "placed" };
        (trial with { Steps = [trial.Steps[0], trial.Steps[1], ((LevelStep)trial.Steps[2]) with { To = "province" }] })
            .On(Area("n", 2, "a 60, b 25"), Area("s", 2, "a 50, b 40")).Seats.ShouldBe("east: b 1");
    }

    [Fact]
    public void Level_EqualQuotientsThatAllAreServed_AskForNoLot()
    {
        // Nation: a 100 33.3, b 62 20.7: two each, so b has two to come, with 31 votes in each of two areas that take one each.
        var tried = Law("4", 1, ties: []).On(Area("n", 1, "a 50, b 31"), Area("s", 1, "a 50, b 31"));
        tried.Seats.ShouldBe("n: a 1, b 1; s: a 1, b 1");
        tried.Status.ShouldBe(Status.Complete);
    }

    [Fact]
    public void Level_EqualQuotientsAndOneSeat_AreATieOfListAndArea()
    {
        // House 3: a 100 33.3, b 60: a 2, b 1: b has one to come and equal votes in both.
        var trial = Law("3", 1);
        ConstituencyInput[] areas = [Area("n", 1, "a 50, b 30"), Area("s", 1, "a 50, b 30")];
        trial.On(areas).Waits.ShouldBe("nation:level Tie lot b@n,b@s for 1");
        (trial with { Lots = [new Lot("lists", "nation", "level", ["b@s"])] }).On(areas).Seats.ShouldBe("n: a 1; s: a 1, b 1");
        Law("3", 1, ties: [TieRule.EarliestRegistered]).On(areas).Status.ShouldBe(Status.Unknown);
    }

    [Fact]
    public void Level_TwoTiesInARow_TakeTheirLotsInTheOrderOfTheDraws()
    {
        // b has two to come, equal votes in three areas.
        var trial = Law("5", 1);
        ConstituencyInput[] areas = [Area("n", 1, "a 50, b 30"), Area("s", 1, "a 50, b 30"), Area("t", 1, "a 50, b 30")];
        // House 5: a 150 50 30, b 90 30: a 3, b 2.
        trial.On(areas).Waits.ShouldBe("nation:level Tie lot b@n,b@s,b@t for 1");
        (trial with { Lots = [new Lot("lists", "nation", "level", ["b@t"])] }).On(areas).Waits.ShouldBe("nation:level Tie lot b@n,b@s for 1");
        foreach (IReadOnlyList<Lot> lots in new IReadOnlyList<Lot>[]
        {
            [new Lot("lists", "nation", "level", ["b@t"]), new Lot("lists", "nation", "level", ["b@n"])],
            [new Lot("lists", "nation", "level", ["b@t", "b@n"])],
        })
        {
            var tried = (trial with { Lots = lots }).On(areas);
            tried.Faults.ShouldBeEmpty();
            tried.Seats.ShouldBe("n: a 1, b 1; s: a 1; t: a 1, b 1");
        }

        var twice = (trial with { Lots = [new Lot("lists", "nation", "level", ["b@t", "b@t"])] }).On(areas);
        twice.Faults.Single().Tie!.Contenders.ShouldBe(["b@n", "b@s"]);
    }

    [Fact]
    public void Level_AnAreaWithoutVotes_TakesNothingAndTheOthersGetTheirs()
    {
        // Nobody voted in t, so votes per seat say nothing there. Nationwide a 60 20, b 40: one levelling seat each.
        // a has the fixed seat of n: 60/3 = 20 against b 40/1: b takes the room in n, and a's seat finds no area.
        var level = new Trial(
            Allocate(DivisorMethod.SainteLague, "levelling", place: "nation", seats: "2"),
            new ElectStep("elect", null, false, "repeat-election", ByLot, "fixed"),
            new LevelStep("level", Sum("levelling"), "constituency", 1, OneThreeFive, "fixed", Sum("seats"), ByLot, "placed") { For = "nation" })
        {
            Result = "placed",
        };
        var tried = level.On(Area("n", 1, "a 60, b 40"), Area("t", 1, "a 0, b 0") with { Contenders = [new Contender("a", ContenderKind.List)] });
        tried.Seats.ShouldBe("n: b 1");
        tried.Vacant.ShouldBe(1);
        tried.Status.ShouldBe(Status.Complete);
    }

    [Fact]
    public void Level_VotesPerSeatNotKnown_IsUnknownAndNotSilent()
    {
        var level = new Trial(
            Allocate(DivisorMethod.SainteLague, "levelling", among: "some", place: "nation", seats: "1"),
            new LevelStep("level", Sum("levelling"), "constituency", 1, OneThreeFive, "levelling", Sum("seats"), ByLot, "placed") { For = "nation" });
        var all = level with { Steps = [Admit(new Threshold.Tagged("m"), "some", "nation"), .. level.Steps] };
        // Only a takes part; z is a pooled line whose votes are unknown, so the votes of n are.
        var area = Area("n", 1, "a 60, z ?").With("a", c => c with { Tags = ["m"] }).With("z", c => c with { Kind = ContenderKind.Pooled });
        all.On(area, Area("s", 1, "a 10").With("a", c => c with { Tags = ["m"] })).Waits.ShouldBe("nation:level Unknown figure needs lists/n:votes.z");
    }

    [Fact]
    public void Size_ByPopulation_SharesTheHouse()
    {
        // Hare, 10 seats, 550 people: n 300 → 5.45, s 170 → 3.09, t 80 → 1.45: 9, and one tied between n and t? .454545… both: 300/55 and 80/55: a tie.
        var trial = new Trial(
            new SizeStep("size", "constituency", "population", QuotaMethod.Hare, Sum("seats"), 0, ByLot, "sizes") { For = "nation" },
            Allocate(DivisorMethod.DHondt, seats: "sizes")) { House = 10 };
        ConstituencyInput[] areas = [Area("n", null, "a 60, b 40", ("population", 300)), Area("s", null, "a 60, b 40", ("population", 170)), Area("t", null, "a 60, b 40", ("population", 80))];
        trial.On(areas).Waits.ShouldBe("nation:size Tie lot n,t for 1");
        (trial with { Lots = [new Lot("lists", "nation", "size", ["t"])] }).On(areas).Seats.ShouldBe("n: a 3, b 2; s: a 2, b 1; t: a 1, b 1");
    }

    [Fact]
    public void Size_Minimum_IsKeptByTheSmallest()
    {
        // Sainte-Laguë, 5 seats, 97 to 3: 5 0; with at least one each 4 1.
        Trial Law(int least) => new(
            new SizeStep("size", "constituency", "population", DivisorMethod.SainteLague, Sum("seats"), least, ByLot, "sizes") { For = "nation" },
            Allocate(DivisorMethod.DHondt, seats: "sizes")) { House = 5 };
        ConstituencyInput[] areas = [Area("n", null, "a 60, b 4", ("population", 97)), Area("s", null, "a 4, b 60", ("population", 3))];
        Law(0).On(areas).Seats.ShouldBe("n: a 5");
        Law(1).On(areas).Seats.ShouldBe("n: a 4; s: b 1");
    }

    [Fact]
    public void Size_FigureNotKnown_IsAskedFor() =>
        new Trial(new SizeStep("size", "constituency", "population", QuotaMethod.Hare, Sum("seats"), 0, ByLot, "sizes") { For = "nation" }) { House = 10 }
            .On(Area("n", null, "a 1", ("population", 5)), Area("s", null, "a 1")).Waits.ShouldBe("nation:size Unknown figure needs lists/s:population");

    [Fact]
    public void Bonus_ToTheLargest_ByVotesOrByATable()
    {
        // Sri Lanka: one seat to whoever leads the district, the other two by Hare of 100/2 = 50: a 1.2 → 1, b .8 → 1.
        var trial = new Trial(
            new BonusStep("bonus", Sum("1"), null, null, ByLot, "bonus"),
            Allocate(QuotaMethod.Hare, "rest", seats: "seats - 1")) { Result = "bonus + rest" };
        trial.On(Area("town", 3, "a 60, b 40")).Seats.ShouldBe("town: a 2, b 1");
        trial.On(Area("town", 3, "a 50, b 50")).Waits.ShouldStartWith("town:bonus Tie lot a,b for 1");

        var allied = new Trial(new UniteStep("unite", "g", null, false, "allied"), new BonusStep("bonus", Sum("seats - 1"), null, "allied", ByLot, "bonus")) { Groups = [new Group("bc", "g", null, ["b", "c"])] };
        allied.On(Area("town", 3, "a 40, b 30, c 30")).Seats.ShouldBe("town: bc 2");
    }
}
