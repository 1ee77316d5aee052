using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Lists that count together, and seats handed down to members and to areas.</summary>
public class DistributeTest
{
    private static readonly Group Union = new("left", "union", null, ["reds", "c"]);
    private static readonly Group Inner = new("reds", "union", null, ["a", "b"]);

    [Fact]
    public void ToMembers_NestedGroups_GoDownOneLevelAtATime()
    {
        // D'Hondt, 7 seats: left 70 (a 30, b 25, c 15), d 30: 70 35 23.3 17.5 14 · 30 15: left 5, d 2.
        // left: reds 55 27.5 18.3 13.75 against c 15: reds 4? 55 27.5 18.3 15 13.75: reds 4, c 1. reds: a 30 15, b 25 12.5: 30 25 15 12.5: a 2, b 2.
        var trial = new Trial(
            new UniteStep("unite", "union", null, false, "unions"),
            Allocate(DivisorMethod.DHondt, "union-seats") with { VotesFrom = "unions" },
            ToMembers("union-seats", DivisorMethod.DHondt, "parts", id: "one"),
            ToMembers("parts", DivisorMethod.DHondt, "seats", id: "two"))
        {
            Groups = [Union, Inner],
        };
        trial.On(Area("town", 7, "a 30, b 25, c 15, d 30")).Seats.ShouldBe("town: a 2, b 2, c 1, d 2");
    }

    [Fact]
    public void Unite_NeedsAll_IsVoidWhenOnePartnerFails()
    {
        // b fails 10 %. All: a stands alone with 50 against c 41, 3 seats: 50 41 25: a 2, c 1. Any: the group holds for a, with the same votes.
        Trial Law(bool all) => new(
            Admit(Share("10%")),
            new UniteStep("unite", "agreement", "admitted", all, "agreements"),
            Allocate(DivisorMethod.DHondt, "agreement-seats") with { VotesFrom = "agreements" })
        {
            Groups = [new Group("ab", "agreement", null, ["a", "b"])],
        };
        Law(true).On(Area("town", 3, "a 50, b 9, c 41")).Seats.ShouldBe("town: a 2, c 1");
        Law(false).On(Area("town", 3, "a 50, b 9, c 41")).Seats.ShouldBe("town: ab 2, c 1");
        Law(true).On(Area("town", 3, "a 49, b 10, c 41")).Seats.ShouldBe("town: ab 2, c 1");
    }

    [Fact]
    public void Unite_TiedToAnArea_HoldsThereAlone()
    {
        var trial = new Trial(new UniteStep("unite", "union", null, false, "unions"), Allocate(DivisorMethod.DHondt) with { VotesFrom = "unions" })
        {
            Groups = [new Group("bc", "union", "n", ["b", "c"]), new Group("land", "union", "tyrol", ["a", "d"])], Regions = [Region("tyrol", "land", "s", "t")],
        };
        trial.On(Area("n", 1, "a 40, b 30, c 30, d 1"), Area("s", 1, "a 40, b 60, c 30, d 30"), Area("t", 1, "a 40, b 60, c 30, d 1")).Seats.ShouldBe("n: bc 1; s: land 1; t: b 1");
    }

    [Fact]
    public void Unite_KindOfAnotherStep_IsNotUnited()
    {
        new Trial(new UniteStep("unite", "agreement", null, false, "agreements"), Allocate(DivisorMethod.DHondt) with { VotesFrom = "agreements" }) { Groups = [Inner] }
            .On(Area("town", 1, "a 30, b 30, c 40")).Seats.ShouldBe("town: c 1");
    }

    [Fact]
    public void ToMembers_AmongThoseAdmitted_LeavesTheOthersOut()
    {
        // Group 80 of 100: 4 of 5 seats; c failed, so its 5 votes do not count: a 50, b 25: 50 25 25 16.7: a 3? 50/1, 50/2 = 25, 25/1, 50/3 = 16.7: a 3, b 1.
        var trial = new Trial(
            Admit(Share("10%")),
            new UniteStep("unite", "agreement", "admitted", false, "agreements"),
            Allocate(DivisorMethod.DHondt, "agreement-seats") with { VotesFrom = "agreements" },
            ToMembers("agreement-seats", DivisorMethod.DHondt, among: "admitted"))
        {
            Groups = [new Group("abc", "agreement", null, ["a", "b", "c"])],
        };
        trial.On(Area("town", 5, "a 50, b 25, c 5, d 20")).Seats.ShouldBe("town: a 3, b 1, d 1");
    }

    [Fact]
    public void ToAreas_SharesEachListByItsVotesThere()
    {
        var trial = new Trial(Allocate(QuotaMethod.Hare, "national", place: "nation"), ToAreas("national", QuotaMethod.Hare)) { House = 11 };

        // a 50, b 60 of 110, 11 seats: 5 and 6. a by 30 and 20: quota 10, 3 2. b by 10 and 50: quota 10, 1 5.
        trial.On(Area("n", null, "a 30, b 10"), Area("s", null, "a 20, b 50")).Seats.ShouldBe("n: a 3, b 1; s: a 2, b 5");
    }

    [Fact]
    public void ToAreas_Held_IsTheStartOfTheCount()
    {
        // a has 2 of 4, b 2. a by votes: n 90, s 10: both in n. Held 1 in s: n 1, s 1.
        var trial = new Trial(
            new ElectStep("elect", null, false, "repeat-election", ByLot, "direct"),
            Allocate(DivisorMethod.SainteLague, "national", place: "nation", seats: "4"),
            ToAreas("national", DivisorMethod.SainteLague, held: "direct") with { Further = "more" })
        {
            Result = "direct + more",
        };
        trial.On(Area("n", 1, "a 90, b 91"), Area("s", 1, "a 10, b 9")).Seats.ShouldBe("n: a 1, b 2; s: a 1");
    }

    [Fact]
    public void ToAreas_Enlarge_KeepsWhatIsAboveTheShare()
    {
        // a has 2: by votes n 90, s 10 both in n; held 1 in s stays on top: 3. b: 2, both in n; it holds 1 there.
        var trial = new Trial(
            new ElectStep("elect", null, false, "repeat-election", ByLot, "direct"),
            Allocate(DivisorMethod.SainteLague, "national", place: "nation", seats: "4"),
            ToAreas("national", DivisorMethod.SainteLague, held: "direct") with { Enlarge = true })
        {
            House = 4, Result = "land",
        };
        var tried = trial.On(Area("n", 1, "a 90, b 91"), Area("s", 1, "a 10, b 9"));
        tried.Seats.ShouldBe("n: a 2, b 2; s: a 1");
        tried.Tier.Seats.ShouldBe(5);
    }

    [Fact]
    public void ToAreas_AListWithSeatsAndWithoutVotes_KeepsWhatItHolds()
    {
        // c won the single seat of s and has no list votes; New Zealand lets it keep it. a 41 and b 60 share 4: 60 41 20 13.7: two each.
        // a: n 31 10.3 against s 10: both in n, one of them held. b: s 40, n 20, 13.3: one each.
        var trial = new Trial(
            Allocate(DivisorMethod.SainteLague, "national", place: "nation", seats: "4") with { Held = "direct.seats", Excess = Excess.Enlarge },
            ToAreas("national", DivisorMethod.SainteLague, held: "direct.seats") with { Enlarge = true })
        {
            Before = (new Tier("direct", null, 1, new Ballot("plurality", null, null, false), []), new ContestInput("direct",
                [Area("n", null, "a 1") with { Given = new Dictionary<string, int> { ["a"] = 1 } }, Area("s", null, "c 1") with { Given = new Dictionary<string, int> { ["c"] = 1 } }])),
        };
        trial.On(Area("n", null, "a 31, b 20, c 0"), Area("s", null, "a 10, b 40, c 0")).Seats.ShouldBe("n: a 2, b 1; s: b 1, c 1");
    }

    [Fact]
    public void ToAreas_SeatsForAListWithoutAnyVotes_AreNotLostInSilence()
    {
        // b and c hold seats by a minimum of one for everybody; c has no votes anywhere: nobody says where its seat is.
        var trial = new Trial(Allocate(DivisorMethod.SainteLague, "national", place: "nation", seats: "4") with { Minimum = 1 }, ToAreas("national", DivisorMethod.SainteLague));
        var tried = trial.On(Area("n", null, "a 30, b 20, c 0"), Area("s", null, "a 10, b 40, c 0"));
        tried.Waits.ShouldBe("nation:distribute Undefined no-votes c for 1");
        tried.Status.ShouldBe(Status.Undefined);
    }

    [Fact]
    public void ToAreas_OfAKindTheElectionDoesNotHave_IsUnknown()
    {
        var tried = new Trial(Allocate(DivisorMethod.SainteLague, "national", place: "nation", seats: "4"), ToAreas("national", DivisorMethod.SainteLague, kind: "land"))
            .On(Area("n", null, "a 30, b 20"), Area("s", null, "a 10, b 40"));
        tried.Status.ShouldBe(Status.Unknown);
        tried.Waits.ShouldBe("nation:distribute Unknown areas needs land");
    }

    [Fact]
    public void For_AKindTheElectionDoesNotHave_IsUnknown()
    {
        var tried = new Trial(Allocate(DivisorMethod.SainteLague, place: "land")).On(Area("n", 3, "a 30, b 20"), Area("s", 2, "a 10, b 40"));
        tried.Status.ShouldBe(Status.Unknown);
        tried.Waits.ShouldBe("nation:allocate Unknown areas needs land");
    }

    [Fact]
    public void ToAreas_ATieWithinOneList_NamesTheListInTheLot()
    {
        // a 1 seat, 25 votes in n and in s; b 1 seat, more votes in s.
        var trial = new Trial(Allocate(DivisorMethod.DHondt, "national", place: "nation", seats: "2"), ToAreas("national", DivisorMethod.DHondt));
        ConstituencyInput[] areas = [Area("n", null, "a 25, b 20"), Area("s", null, "a 25, b 29")];
        trial.On(areas).Waits.ShouldBe("nation:distribute.a Tie lot n,s for 1");
        (trial with { Lots = [new Lot("lists", "nation", "distribute.a", ["n"])] }).On(areas).Seats.ShouldBe("n: a 1; s: b 1");
        (trial with { Lots = [new Lot("lists", "nation", "distribute", ["n"])] }).On(areas).Faults.Single().Tie.ShouldBeNull();
        (trial with { Lots = [new Lot("lists", "nation", "distribute.a", ["b"])] }).On(areas).Faults.Single().Tie!.Contenders.ShouldBe(["n", "s"]);
    }
}
