using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Persons elected, an absolute majority corrected, guards, results and tiers.</summary>
public class ElectTest
{
    private static Trial ByMost(params TieRule[] ties) => new(new ElectStep("elect", null, false, "repeat-election", ties, "seats"));

    [Fact]
    public void MostVotes_OneSeat_IsPlurality()
    {
        var tried = ByMost().On(Area("n", 1, "x 34, y 33, z 33").OfPersons());
        tried.Seats.ShouldBe("n: x 1");
        tried.Outcome.Parts.Single().Elected.ShouldBe([new Elected("x", "x")]);
    }

    [Fact]
    public void MostVotes_SeveralSeats_AreBlockVoteAndSingleVoteAlike() =>
        ByMost().On(Area("n", 3, "v 9, w 30, x 34, y 33, z 33").OfPersons()).Seats.ShouldBe("n: x 1, y 1, z 1");

    [Fact]
    public void MostVotes_TieAtTheCut_IsBetweenThoseAtTheCutOnly()
    {
        ConstituencyInput area = Area("n", 2, "w 33, x 34, y 33, z 33").OfPersons();
        ByMost(TieRule.Lot).On(area).Waits.ShouldBe("n:elect Tie lot w,y,z for 1");
        (ByMost(TieRule.Lot) with { Lots = [new Lot("lists", "n", "elect", ["z"])] }).On(area).Seats.ShouldBe("n: x 1, z 1");
        ByMost(TieRule.RepeatVote).On(area).Waits.ShouldBe("n:elect Repeat repeat-vote w,y,z for 1");
        ByMost().On(area).Waits.ShouldBe("n:elect Undefined tie w,y,z for 1");
    }

    [Fact]
    public void MostVotes_FewerStoodThanSeats_TheRestIsElectedAgain() =>
        ByMost().On(Area("n", 3, "x 34, y 33").OfPersons()).Waits.ShouldBe("n:elect Repeat repeat-election");

    [Fact]
    public void Majority_ReachedOrNot()
    {
        var trial = new Trial(new ElectStep("elect", MoreThan("half", "took-part"), true, "repeat-election", ByLot, "seats")) { Figures = [new FigureRule("took-part", [FigureSum.Parse("votes")!], null)] };
        trial.On(Area("n", 1, "x 51, y 49").OfPersons()).Seats.ShouldBe("n: x 1");
        trial.On(Area("n", 1, "x 50, y 50").OfPersons()).Waits.ShouldStartWith("n:elect Repeat repeat-election");
        trial.On(Area("n", 1, "x 50, y 30, z 20").OfPersons()).Waits.ShouldBe("n:elect Runoff runoff x,y for 1");
        trial.On(Area("n", 1, "x 40, y 30, z 30").OfPersons()).Waits.ShouldBe("n:elect Tie lot y,z for 1");
        trial.On(Area("n", 1, "x 50, y 30, z 20").OfPersons() with { Runoff = new Dictionary<string, long> { ["x"] = 40, ["y"] = 41 } }).Seats.ShouldBe("n: y 1");
    }

    [Fact]
    public void Correct_AnAbsoluteMajority_TakesTheLastSeat()
    {
        // Kieswet P 9: 5 seats of 1,002 votes, quota 200.4: a 502 → 2.50, b 176 → .88, c 166 → .83, d 158 → .79. Whole 2; .88, .83, .79 take three: a has 2 of 5.
        // a has more than half of the votes; d's remainder was the last.
        var trial = new Trial(Allocate(QuotaMethod.Hare, "first") with { RemaindersFrom = Part("3/4") }, new CorrectStep("correct", "first", ByLot, "seats"));
        trial.On(Area("town", 5, "a 502, b 176, c 166, d 158")).Seats.ShouldBe("town: a 3, b 1, c 1");

        // 501 of 1,002 is no majority.
        trial.On(Area("town", 5, "a 501, b 176, c 167, d 158")).Seats.ShouldBe("town: a 2, b 1, c 1, d 1");
    }

    [Fact]
    public void Correct_TheLastSeatWentByAverages_TheMajorityHasOneMoreAlready()
    {
        // 7 seats, 700 votes, quota 100: a 374 → 3.74, b 99, c 99, and d, e of 64. Whole 3; 3/4 reach a .74, b .99, c .99: three more: 6. One left by averages:
        // a 374/5 = 74.8, b 99/2 = 49.5, d 64, e 64: a. a has 5 of 7, a majority of seats as well: nothing to correct.
        var trial = new Trial(Allocate(QuotaMethod.Hare, "first") with { RemaindersFrom = Part("3/4") }, new CorrectStep("correct", "first", ByLot, "seats"));
        trial.On(Area("town", 7, "a 374, b 99, c 99, d 64, e 64")).Seats.ShouldBe("town: a 5, b 1, c 1");
    }

    [Fact]
    public void Require_Quorum()
    {
        var trial = new Trial(new RequireStep("quorum", "present", MoreThan("half", "electors"), "repeat-election"), new ElectStep("elect", null, false, "repeat-election", [], "seats"));
        trial.On(Area("n", 1, "x 3, y 2", ("present", 50), ("electors", 100)).OfPersons()).Waits.ShouldBe("n:quorum Repeat repeat-election");
        trial.On(Area("n", 1, "x 3, y 2", ("present", 51), ("electors", 100)).OfPersons()).Seats.ShouldBe("n: x 1");
        trial.On(Area("n", 1, "x 3, y 2", ("electors", 100)).OfPersons()).Traces("unchecked").Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("count(passing) = 2", true)]
    [InlineData("count(passing) = 1", false)]
    [InlineData("passing", true)]
    [InlineData("not passing", false)]
    [InlineData("other", false)]
    [InlineData("not other", true)]
    [InlineData("count(other) = 0", true)]
    public void When_EachForm_LetsTheStepRunOrNot(string guard, bool runs)
    {
        var tried = new Trial(Admit(Share("10%"), "passing"), Allocate(DivisorMethod.DHondt) with { When = Guard.Parse(guard) }).On(Area("n", 3, "a 60, b 30, c 9"));
        tried.Seats.ShouldBe(runs ? "n: a 2, b 1" : string.Empty);
    }

    [Theory]
    [InlineData("count(passing) > 1")]
    [InlineData("count(passing) = -1")]
    [InlineData("passing joined")]
    [InlineData("not")]
    [InlineData("")]
    public void When_AnythingElse_IsNoGuard(string text) => Guard.Parse(text)?.Table.ShouldBe("not");

    [Fact]
    public void When_DifferentInEachConstituency_EachEndsWithItsOwnTable()
    {
        // Where one list passes 40 % it takes all; elsewhere those that pass share. The nation of neither is spoken of.
        var trial = new Trial(
            Admit(Share("40%"), "passing"),
            Allocate(DivisorMethod.DHondt, "all", "passing", id: "one") with { When = Guard.Parse("count(passing) = 1") },
            Allocate(QuotaMethod.Hare, "shared", "passing", id: "two") with { When = Guard.Parse("not all") });
        trial.On(Area("n", 3, "a 70, b 30"), Area("s", 4, "a 50, b 50")).Seats.ShouldBe("n: a 3; s: a 2, b 2");
    }

    [Fact]
    public void Reads_ATableThatAGuardLeftOutHere_IsWhereTheLawIsSilent()
    {
        // joined exists in n, where one list passed, but not in s; the last step asks for it in both.
        var trial = new Trial(
            Admit(Share("40%"), "passing"),
            new JoinStep("join", "passing", "joined") { When = Guard.Parse("count(passing) = 1") },
            Allocate(DivisorMethod.DHondt, among: "joined"));
        var tried = trial.On(Area("n", 3, "a 70, b 30"), Area("s", 4, "a 50, b 50"));
        tried.Seats.ShouldBe("n: a 2, b 1");
        tried.Waits.ShouldBe("s:allocate Undefined table needs joined");
    }

    [Fact]
    public void Result_SumOfTables_CountsEachAreaByItsOwn()
    {
        // fixed in constituencies, levelling in the nation; c is outside the set and drops out of the difference.
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Admit(Share("20%"), "national", "nation"),
            Allocate(DivisorMethod.SainteLague, "share", "national", "nation", "7", "share") with { Held = "fixed", Further = "levelling" });
        ConstituencyInput[] areas = [Area("n", 3, "a 60, b 30, c 35"), Area("s", 3, "a 60, b 50, c 5")];
        // n: 60 35 30 30 …: a 1, c 1, then 30 and 30 tie: a's second and b.
        (trial with { Result = "fixed + levelling" }).On(areas).Waits.ShouldBe("n:fixed Tie lot a,b for 1");
        var lots = new[] { new Lot("lists", "n", "fixed", ["b"]) };
        // s: 60 50 30: a 2, b 1. Held a 3, b 2; nation of 7 for a 120, b 80: start 3 2: 120/7 = 17.1, 80/5 = 16: a; then 16 against 13.3: b. a 4, b 3.
        (trial with { Result = "fixed + levelling", Lots = lots }).On(areas).Seats.ShouldBe("n: a 1, b 1, c 1; s: a 2, b 1; nation: a 1, b 1");
        (trial with { Result = "share", Lots = lots }).On(areas).Seats.ShouldBe("nation: a 4, b 3");
        (trial with { Result = "fixed(not national) + levelling", Lots = lots }).On(areas).Seats.ShouldBe("n: c 1; nation: a 1, b 1");
        (trial with { Result = null, Lots = lots }).On(areas).Seats.ShouldBe("nation: a 4, b 3");
    }

    [Fact]
    public void Tier_Earlier_IsReadAcrossByItsName()
    {
        var trial = new Trial(Allocate(DivisorMethod.SainteLague, seats: "10 - direct.seats(not known)") with { Held = "direct.seats", Excess = Excess.Enlarge, Further = "further" })
        {
            Before = (new Tier("direct", null, 1, new Ballot("plurality", null, null, false), [new ElectStep("elect", null, false, "repeat-election", [], "seats")]), new ContestInput("direct", [Area("one", null, "a 3, z 5")])),
            Result = "further",
        };
        var all = trial with { Steps = [new AdmitStep("admit", Share("1%"), "known"), .. trial.Steps] };
        // z won a seat and has no list: 10 − 1 = 9 seats, a 50 16.7 10 7.1 5.6, b 40 13.3 8 5.7: a 5, b 4.
        all.On(Area("nation", 10, "a 50, b 40")).Total.ShouldBe("a 5, b 4");
    }

    [Fact]
    public void Tier_OfWhichTheElectionHasNoVotes_IsNamedAsMissing()
    {
        var tried = new Trial(Allocate(DivisorMethod.SainteLague) with { Held = "direct.seats" }).On(Area("nation", 10, "a 50, b 40"));
        tried.Waits.ShouldBe("nation:allocate Unknown tier needs direct.seats");
    }
}
