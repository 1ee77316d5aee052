using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Who takes part, by every kind of condition.</summary>
public class AdmitTest
{
    private static readonly AllocateStep Rest = Allocate(DivisorMethod.DHondt, among: "admitted");

    [Fact]
    public void AtLeast_ExactlyTheShare_Passes()
    {
        // 5 % of 1,000 is 50: b has it, c lacks one vote.
        new Trial(Admit(Share("5%")), Rest).On(Area("town", 3, "a 901, b 50, c 49")).Passed().ShouldBe("a b");
    }

    [Fact]
    public void MoreThan_ExactlyTheShare_Misses()
    {
        new Trial(Admit(new Threshold.Share(MoreThan("5%"), null)), Rest).On(Area("town", 3, "a 899, b 50, c 51")).Passed().ShouldBe("a c");
    }

    [Fact]
    public void AtLeast_BaseIsAFigure_CountsAgainstIt()
    {
        // 1,000 valid votes though the lists have 900: 5 % are 50.
        new Trial(Admit(Share("5%", "valid")), Rest).On(Area("town", 3, "a 851, b 49", ("valid", 1000))).Passed().ShouldBe("a");
        new Trial(Admit(Share("5%", "valid")), Rest).On(Area("town", 3, "a 850, b 50", ("valid", 1000))).Passed().ShouldBe("a b");
    }

    [Fact]
    public void Share_AtNation_CountsTheVotesOfAllConstituencies()
    {
        // b: 30 of 100 in the north, 0 of 900 in the south: 3 % of the nation, so it fails in the north as well.
        // c: 0 and 90, 9 %: passes everywhere, also in the north where it has none.
        var tried = new Trial(Admit(Share("4%", at: "nation")), Allocate(DivisorMethod.DHondt, among: "admitted"))
            .On(Area("north", 2, "a 70, b 30, c 0"), Area("south", 2, "a 810, b 0, c 90"));
        tried.Seats.ShouldBe("north: a 2; south: a 2");
        tried.Tier.Constituencies[0].Derivation[0].Rows.Select(r => r.Outcome).ShouldBe(["passed", "missed", "passed"]);
    }

    [Fact]
    public void Share_AnyConstituency_OneIsEnough()
    {
        // 12 % in one constituency: b has 12 of 100 in the south; c has 11 in each.
        var step = Admit(Share("12%", at: "constituency"), place: "nation");
        new Trial(step, Allocate(DivisorMethod.DHondt, among: "admitted", place: "nation")) { House = 5 }
            .On(Area("north", null, "a 89, b 0, c 11"), Area("south", null, "a 77, b 12, c 11")).Passed().ShouldBe("a b");
    }

    [Fact]
    public void Share_TwoProvinces_OneIsNotEnough()
    {
        // 10 %: b reaches it in east only; c in east (10 of 100) and in west (20 of 200).
        var step = Admit(Share("10%", at: "province", areas: 2), place: "nation");
        var trial = new Trial(step, Allocate(DivisorMethod.DHondt, among: "admitted", place: "nation")) { House = 5, Regions = [Region("east", "province", "n"), Region("west", "province", "s", "t")] };
        trial.On(Area("n", null, "a 60, b 30, c 10"), Area("s", null, "a 81, b 9, c 10"), Area("t", null, "a 85, b 5, c 10")).Passed().ShouldBe("a c");
    }

    [Fact]
    public void Share_AtProvinceAround_IsMeasuredThere()
    {
        // n lies in east with m: b has 20 + 0 of 200, 10 %.
        var trial = new Trial(Admit(Share("10%", at: "province")), Allocate(DivisorMethod.DHondt, among: "admitted")) { Regions = [Region("east", "province", "n", "m"), Region("west", "province", "w")] };
        var tried = trial.On(Area("n", 1, "a 80, b 20"), Area("m", 1, "a 100, b 0"), Area("w", 1, "a 91, b 9"));
        tried.Tier.Constituencies.Select(c => c.Derivation[0].Rows.Count(r => r.Outcome == "passed")).ShouldBe([2, 2, 1]);
    }

    [Fact]
    public void Share_AtNationWhereOneListIsNotKnownElsewhere_IsUnknownAndNotZero()
    {
        // a has 60 in the north; what it has in the south decides whether it reaches half of the nation.
        var tried = new Trial(Admit(Share("half", "valid", at: "nation")), Allocate(DivisorMethod.DHondt, among: "admitted")) { Regions = [Nation(["north", "south"], ("valid", 200))] }
            .On(Area("north", 1, "a 60, b 40"), Area("south", 1, "a ?, b 40"));
        tried.Waits.ShouldContain("lists/south:votes.a");
        tried.Status.ShouldBe(Status.Unknown);
        tried.Seats.ShouldBeEmpty();
    }

    [Fact]
    public void Quotas_OneHare_IsVotesOverSeats()
    {
        // 100 votes, 5 seats: a quota is 20.
        new Trial(Admit(new Threshold.Quotas(QuotaMethod.Hare, 1, "votes", null, null)), Rest).On(Area("town", 5, "a 61, b 20, c 19")).Passed().ShouldBe("a b");
    }

    [Fact]
    public void Quotas_ThreeQuartersOfDroopOverOwnSeats_RoundsTheQuotaOnly()
    {
        // 100 votes, 3 seats: 100/4 + 1 = 26; three quarters are 19.5.
        var step = Admit(new Threshold.Quotas(QuotaMethod.Droop, Part("3/4"), "votes", Sum("seats - 2"), null));
        new Trial(step, Rest).On(Area("town", 5, "a 61, b 20, c 19")).Passed().ShouldBe("a b");
    }

    [Fact]
    public void Quotas_OfTheProvince_AreMeasuredInIt()
    {
        // Denmark: votes a fixed seat of the province. East 200 valid over 4: 50. West 300 over 3: 100. c reaches both.
        var step = Admit(new Threshold.Quotas(QuotaMethod.Hare, 1, "valid", Sum("fixed"), new Reach("province", 2)), place: "nation");
        var trial = new Trial(Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"), step, Allocate(DivisorMethod.DHondt, "all", "admitted", "nation", "9"))
        {
            Regions = [Region("east", "province", "n"), Region("west", "province", "s")], Figures = [new FigureRule("valid", [FigureSum.Parse("votes")!], null)],
        };
        trial.On(Area("n", 4, "a 100, b 49, c 51"), Area("s", 3, "a 100, b 100, c 100")).Passed().ShouldBe("a c");
    }

    [Fact]
    public void Won_SumOfTables_CountsSeatsInAllAreas()
    {
        // a wins 2 and 1 seats, b 1 and 0: three are asked.
        var tried = new Trial(Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"), Admit(new Threshold.Won(Sum("fixed"), 3), place: "nation"), Allocate(DivisorMethod.DHondt, "all", "admitted", "nation", "4"))
            .On(Area("n", 3, "a 60, b 30"), Area("s", 1, "a 60, b 30"));
        tried.Passed().ShouldBe("a");
    }

    [Fact]
    public void Parties_OfACoalition_AskMore()
    {
        // Czechia: 5 % alone, 8 % for two, 11 % for three or more. All have 10 %, w alone 70 %.
        var threshold = new Threshold.Joined(false,
        [
            new Threshold.Joined(true, [new Threshold.Parties(1, 1), Share("5%")]),
            new Threshold.Joined(true, [new Threshold.Parties(2, 2), Share("8%")]),
            new Threshold.Joined(true, [new Threshold.Parties(3, null), Share("11%")]),
        ]);
        new Trial(Admit(threshold), Rest).On(Area("town", 9, "w 70, one 10, two 10, four 10").With("two", c => c with { Parties = 2 }).With("four", c => c with { Parties = 4 }))
            .Passed().ShouldBe("w one two");
    }

    [Fact]
    public void Tag_OfAMinority_NeedsNoShare()
    {
        new Trial(Admit(new Threshold.Joined(false, [Share("5%"), new Threshold.Tagged("minority")])), Rest)
            .On(Area("town", 3, "a 98, ssw 1, b 1").With("ssw", c => c with { Tags = ["minority"] })).Passed().ShouldBe("a ssw");
    }

    [Fact]
    public void In_EarlierSet_AndAmong()
    {
        // 10 % first: a, b. Of these, those in the set with 30 %: a.
        var first = new AdmitStep("first", Share("10%"), "first");
        new Trial(first, Admit(new Threshold.Joined(true, [new Threshold.Member("first"), Share("30%")])), Rest).On(Area("town", 3, "a 60, b 20, c 5, d 15")).Passed().ShouldBe("a");
        new Trial(first, Admit(Share("30%")) with { Among = "first" }, Rest).On(Area("town", 3, "a 60, b 20, c 5, d 15")).Passed().ShouldBe("a");
    }

    [Fact]
    public void Votes_OfATable_CountInThePlaceOfVotes()
    {
        // b and c together have 12 of 100.
        var trial = new Trial(
            new UniteStep("unite", "alliance", null, false, "alliances"),
            Admit(Share("10%")) with { VotesFrom = "alliances" },
            Allocate(DivisorMethod.DHondt, among: "admitted") with { VotesFrom = "alliances" })
        {
            Groups = [new Group("bc", "alliance", null, ["b", "c"])],
        };
        var tried = trial.On(Area("town", 9, "a 80, b 6, c 6, d 8"));
        tried.Passed().ShouldBe("a bc");
        tried.Seats.ShouldBe("town: a 8, bc 1");
    }

    [Fact]
    public void Votes_OfANationwideTable_AreNotThoseOfAConstituency()
    {
        // The alliance has 30 votes in the nation; held against the 100 votes of either constituency they would pass 20 %, though it has 15 in each.
        Trial Law(string? place) => new(
            new UniteStep("unite", "alliance", null, false, "alliances") { For = place },
            Admit(Share("20%", at: "constituency"), place: "nation") with { VotesFrom = "alliances" },
            Allocate(DivisorMethod.DHondt, among: "admitted", place: "nation", seats: "5") with { VotesFrom = "alliances" })
        {
            Groups = [new Group("bc", "alliance", null, ["b", "c"])],
        };
        ConstituencyInput[] areas = [Area("n", null, "a 85, b 5, c 10"), Area("s", null, "a 85, b 10, c 5")];
        Law("nation").On(areas).Waits.ShouldBe("nation:admit Unknown figure needs lists/n:votes.a,lists/s:votes.a,lists/n:votes.bc,lists/s:votes.bc");
        Law(null).On(areas).Passed().ShouldBe("a");
    }

    [Fact]
    public void AnyOf_UnknownFigureThatDoesNotMatter_IsNotAskedFor()
    {
        // a has a mark, b reaches 40 % of the votes: the valid votes, which are not known, decide about nobody.
        var threshold = new Threshold.Joined(false, [Share("5%", "valid"), new Threshold.Tagged("m"), Share("40%")]);
        var tried = new Trial(Admit(threshold), Rest).On(Area("town", 3, "a 60, b 40").With("a", c => c with { Tags = ["m"] }));
        tried.Passed().ShouldBe("a b");
        tried.Status.ShouldBe(Status.Complete);
    }

    [Fact]
    public void AnyOf_UnknownFigureThatMatters_IsNamed()
    {
        var threshold = new Threshold.Joined(false, [Share("5%", "valid"), Share("50%")]);
        var tried = new Trial(Admit(threshold), Rest).On(Area("town", 3, "a 60, b 40"));
        tried.Waits.ShouldBe("town:admit Unknown figure needs lists/town:valid");
    }

    [Fact]
    public void AllOf_OneKnownToFail_IsFalseWhateverTheOtherIs()
    {
        // b fails 50 % for certain, so valid need not be known for b; a is in no need of it by its mark.
        var threshold = new Threshold.Joined(false, [new Threshold.Tagged("m"), new Threshold.Joined(true, [Share("50%"), Share("5%", "valid")])]);
        var tried = new Trial(Admit(threshold), Rest).On(Area("town", 3, "a 60, b 40").With("a", c => c with { Tags = ["m"] }));
        tried.Passed().ShouldBe("a");
    }

    [Fact]
    public void PlainShare_OneFigureUnknown_HoldsUpToABound()
    {
        // took-part = votes + invalid. a has 7 of 100 at 7 %: any invalid ballot would end it; b has 93, which lasts to 93/.07 = 1,328.57.
        var trial = new Trial(Admit(Share("7%", "took-part")), Rest) { Figures = [new FigureRule("took-part", [FigureSum.Parse("votes + invalid")!], null)] };
        trial.On(Area("town", 3, "a 7, b 93")).Outcome.Parts.Single().Conditions.ShouldBe([new Condition("lists", "town", "lists/town:invalid", 0)]);
        trial.On(Area("town", 3, "a 6, b 94")).Outcome.Parts.Single().Conditions.Single().UpTo.ShouldBe(1342 - 100);
    }
}
