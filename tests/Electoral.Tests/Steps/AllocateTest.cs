using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Votes into seats: quotas of every kind, minimums, and seats from sums of tables.</summary>
public class AllocateTest
{
    private static AllocateStep Whole(QuotaMethod quota, string name = "first", string? at = null, string? over = null, string? left = null) =>
        Allocate(quota, name, id: name) with { Own = new OwnQuota(over, at, true, left) };

    [Fact]
    public void Quota_RoundedUp_GivesTheRemaindersOfTheLargerQuota()
    {
        // 100 votes, 3 seats: 33.33, up to 34. a 68 = 2.00, b 32 = .94: exact Hare gives 2.04 and .96 as well: 2 1.
        new Trial(Allocate(QuotaMethod.Hare.Rounded(QuotaRounding.Up))).On(Area("town", 3, "a 68, b 32")).Seats.ShouldBe("town: a 2, b 1");

        // 100 votes, 6 seats: 16.67 exact, 17 up, 16 down. a 48, b 26, c 26.
        // Up: 2.82 1.53 1.53, whole 4, .82 takes one, .53 and .53 tie. Down: 3.00 1.63 1.63, whole 5, .63 and .63 tie: a has 3 for certain either way.
        new Trial(Allocate(QuotaMethod.Hare.Rounded(QuotaRounding.Down)) with { Ties = [] }).On(Area("town", 6, "a 48, b 26, c 26")).Seats.ShouldBe("town: a 3, b 1, c 1");
    }

    [Fact]
    public void Quota_RoundedToNearest_HalvesGoUp()
    {
        // 5 votes, 2 seats: 2.5, to 3. a 3 = 1.00, b 2 = .67: 1 1. Exact: 1.2 and .8: 1 1. Whole quotas only: 1 0, and 2 votes left.
        var tried = new Trial(Whole(QuotaMethod.Hare.Rounded(QuotaRounding.Nearest), left: "rest"), Allocate(DivisorMethod.DHondt, "second", seats: "1", id: "second") with { VotesFrom = "rest" }) { Result = "first + second" }
            .On(Area("town", 2, "a 3, b 2"));
        tried.Seats.ShouldBe("town: a 1, b 1");
        tried.Traces("whole").Single().Arguments["quota"].ShouldBe(new Argument.Exact(3));
    }

    [Fact]
    public void WholeQuotas_FewerThanSeats_LeaveTheRestToALaterStep()
    {
        // Two constituencies, Hare. n: 90 / 3 = 30: a 50 → 1 rest 20, b 40 → 1 rest 10. s: 60 / 2 = 30: a 20 → 0 rest 20, b 40 → 1 rest 10.
        // 5 − 3 = 2 seats on rests 40 and 20 by D'Hondt: 40, 20 and 20 tie for the second; more votes: a.
        var second = Allocate(DivisorMethod.DHondt, "second", place: "nation", seats: "5 - first", id: "second") with { VotesFrom = "rest", Ties = [TieRule.MoreVotes] };
        var tried = new Trial(Whole(QuotaMethod.Hare, left: "rest"), second) { House = 5, Result = "first + second" }.On(Area("n", 3, "a 50, b 40"), Area("s", 2, "a 20, b 40"));
        tried.Seats.ShouldBe("n: a 1, b 1; s: b 1; nation: a 2");
        tried.Tier.Seats.ShouldBe(5);
    }

    [Fact]
    public void WholeQuotas_MoreThanSeats_AreTakenBackFromTheSmallestRemainder()
    {
        // Imperiali: 3 seats, 100 / 5 = 20: 2.5, 1.45, 1.05 give 2 + 1 + 1 = 4; c's remainder is the smallest.
        new Trial(Whole(QuotaMethod.Imperiali)).On(Area("town", 3, "a 50, b 29, c 21")).Seats.ShouldBe("town: a 2, b 1");
    }

    [Fact]
    public void WholeQuotas_SmallestRemaindersEqual_IsATieOverWhoKeepsTheSeat()
    {
        // 3 seats, quota 20: 2.5, 1.25, 1.25: b and c tie for one seat.
        var tried = new Trial(Whole(QuotaMethod.Imperiali)).On(Area("town", 3, "a 50, b 25, c 25"));
        tried.Waits.ShouldBe("town:first Tie lot b,c for 1");
    }

    [Fact]
    public void WholeQuotas_MoreThanSeatsAndHolders_AreTakenBackInRounds()
    {
        // 1 seat, 3 votes, quota 3 / 3 = 1: one list with three whole quotas and one seat.
        new Trial(Whole(QuotaMethod.Imperiali)).On(Area("town", 1, "a 3")).Seats.ShouldBe("town: a 1");

        // 1 seat, quota 9 / 3 = 3: 2 and 1 whole quotas, two too many. Both give one, then nobody but a has any: a keeps 1.
        new Trial(Whole(QuotaMethod.Imperiali)).On(Area("town", 1, "a 6, b 3")).Seats.ShouldBe("town: a 1");
    }

    [Fact]
    public void Over_ALargerBase_MakesALargerQuota()
    {
        // 120 valid over 4 seats: 30. a 61 → 2, b 29 → 0.
        new Trial(Whole(QuotaMethod.Hare, over: "valid")).On(Area("town", 4, "a 61, b 29", ("valid", 120))).Seats.ShouldBe("town: a 2");
    }

    [Fact]
    public void Over_AFigureThatIsNotKnown_IsAskedFor() =>
        new Trial(Whole(QuotaMethod.Hare, over: "valid")).On(Area("town", 4, "a 61, b 29")).Waits.ShouldBe("town:first Unknown figure needs lists/town:valid");

    [Fact]
    public void QuotaOf_AWiderArea_DividesAllVotesOfTheLand()
    {
        // Austria, first stage: the land has 300 votes over 10 seats: 30. n: a 100 → 3, b 50 → 1; s: a 60 → 2, b 90 → 3.
        var trial = new Trial(Whole(QuotaMethod.Hare.Rounded(QuotaRounding.Up), at: "land", over: "votes")) { Regions = [Region("tyrol", "land", "n", "s")] };
        trial.On(Area("n", 5, "a 100, b 50"), Area("s", 5, "a 60, b 90")).Seats.ShouldBe("n: a 3, b 1; s: a 2, b 3");
    }

    [Fact]
    public void WholeQuotas_InTheLand_CountWhatWasWonBelow()
    {
        // First: n 3 + 1, s 2 + 3. Land: a 160 / 30 = 5.3 → 5, b 140 / 30 = 4.7 → 4. Beyond the first stage: a 0, b 0.
        // With quota 20 (15 seats): n 5 2, s 3 4; land a 8, b 7: nothing for a, one more for b.
        var second = Whole(QuotaMethod.Hare.Rounded(QuotaRounding.Up), "land", over: "votes") with { For = "land", Held = "first", Further = "second" };
        var trial = new Trial(Whole(QuotaMethod.Hare.Rounded(QuotaRounding.Up), at: "land", over: "votes"), second) { Regions = [Region("tyrol", "land", "n", "s")], Result = "first + second" };
        trial.On(Area("n", 8, "a 100, b 50"), Area("s", 7, "a 60, b 90")).Seats.ShouldBe("n: a 5, b 2; s: a 3, b 4; tyrol: b 1");
    }

    [Fact]
    public void Minimum_EveryListGetsOne_ThenByDivisors()
    {
        // Huntington-Hill with one for every state, 6 seats: 3 given; 90/√2, 90/√6, 90/√12 = 63.6, 36.7, 26.0 against 8/√2 and 2/√2.
        new Trial(Allocate(DivisorMethod.HuntingtonHill) with { Minimum = 1 }).On(Area("usa", 6, "a 90, b 8, c 2")).Seats.ShouldBe("usa: a 4, b 1, c 1");
    }

    [Fact]
    public void Votes_OfATable_CountOnlyThoseInIt()
    {
        // The table holds the lists admitted: c's 30 votes are not in the quota of 70 / 7 = 10.
        var tried = new Trial(Admit(Share("35%")), new UniteStep("unite", "alliance", "admitted", false, "counted"), Allocate(QuotaMethod.Hare) with { VotesFrom = "counted" })
            .On(Area("town", 7, "a 40, b 40, c 20"));
        tried.Waits.ShouldBe("town:allocate Tie lot a,b for 1");
        tried.Traces("quota").Single().Arguments["votes"].ShouldBe(new Argument.Count(80));
    }

    [Fact]
    public void Seats_SumOfTables_OverWhatOthersHold()
    {
        // Sweden's 349 − fixed(not national): locally c won 1 of 4 in n; 10 − 1 = 9 seats for a and b, 150 to 60: 6 3 by Sainte-Laguë
        // (150 50 30 21.4 16.7 13.6 · 60 20 12: the ninth is 13.6).
        var tried = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Admit(Share("15%"), "national", "nation"),
            Allocate(DivisorMethod.SainteLague, "share", "national", "nation", "10 - fixed(not national)"))
            .On(Area("n", 4, "a 50, b 10, c 30"), Area("s", 4, "a 100, b 50, c 0"));
        tried.Passed().ShouldBe("a b");
        tried.Seats.ShouldBe("nation: a 6, b 3");
    }

    [Fact]
    public void Remainders_FromThreeQuarters_ThenHighestAverages()
    {
        // Dutch council, 5 seats of 1,000 votes: quota 200. 3.4, .74, .71, .15: whole 3, two left, nobody has .75 but a's .4 counts, since 3.4 ≥ .75.
        // a takes one by remainder; the last by averages: a 680/5 = 136, b 148, c 142: b.
        new Trial(Allocate(QuotaMethod.Hare) with { RemaindersFrom = Part("3/4") }).On(Area("town", 5, "a 680, b 148, c 142, d 30")).Seats.ShouldBe("town: a 4, b 1");
    }

    [Fact]
    public void RunnerUp_WholePart_AndTheRestToTheFirst()
    {
        // Kazakhstan 2009: 90 to 5 of 95 over 98 seats: quotient of the runner-up 5.158, times .7 is 3.61: three, and 95 to the first.
        Trial Law(int least) => new(
            Admit(Share("7%"), "passing"),
            new JoinStep("join", "passing", "joined") { When = Guard.Parse("count(passing) = 1") },
            new PartStep("allocate", "joined", "runner-up", Part("0.7"), least, "passing", "seats") { When = Guard.Parse("joined") });
        Law(2).On(Area("nation", 98, "a 90, b 5, c 4")).Seats.ShouldBe("nation: a 95, b 3");
        Law(5).On(Area("nation", 98, "a 90, b 5, c 4")).Seats.ShouldBe("nation: a 93, b 5");
    }

    [Fact]
    public void RunnerUp_TwoInThePlaceOfOne_IsNotWhatTheLawSpeaksOf()
    {
        var trial = new Trial(Admit(Share("7%"), "passing"), new PartStep("allocate", "passing", "passing", Part("0.7"), 2, "passing", "seats"));
        trial.On(Area("nation", 98, "a 60, b 40")).Waits.ShouldBe("nation:allocate Undefined table needs passing");
    }
}
