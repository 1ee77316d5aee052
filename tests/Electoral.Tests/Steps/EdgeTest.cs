using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>The ends of the range, each with one defined answer.</summary>
public class EdgeTest
{
    private static readonly Method[] Methods = [.. Method.Named];

    [Fact]
    public void ZeroVotes_EveryMethod_IsUndefined()
    {
        foreach (var method in Methods)
        {
            new Trial(Allocate(method)).On(Area("n", 3, "a 0, b 0")).Waits.ShouldBe("n:allocate Undefined no-votes a,b for 3", method.Name);
        }

        new Trial(new BonusStep("bonus", Sum("1"), null, null, ByLot, "bonus")).On(Area("n", 3, "a 0, b 0")).Waits.ShouldBe("n:bonus Undefined no-votes a,b for 1");
        new Trial(Admit(Share("5%")), Allocate(DivisorMethod.DHondt, among: "admitted")).On(Area("n", 3, "a 0, b 0")).Status.ShouldBe(Status.Undefined);
    }

    [Fact]
    public void OneList_EveryMethod_TakesAllSeats()
    {
        foreach (var method in Methods)
        {
            new Trial(Allocate(method)).On(Area("n", 7, "a 1")).Seats.ShouldBe("n: a 7", method.Name);
        }
    }

    [Fact]
    public void MoreSeatsThanVotes_EveryMethod_FillsTheHouse()
    {
        // 3 votes and 10 seats; only lists with votes take any.
        foreach (var method in Methods)
        {
            var allocation = Apportionment.Allocate(method, [new Claim("a", new VoteCount(2)), new Claim("b", new VoteCount(1)), new Claim("c", new VoteCount(0))], new SeatCount(10));
            (allocation.Awarded.Sum() + (allocation.Tie?.Seats ?? 0)).ShouldBe(10, method.Name);
            allocation.Awarded[2].ShouldBe(0, method.Name);
        }
    }

    [Fact]
    public void VotesOf2To62_EveryMethod_AreExact()
    {
        // 2^62 + 1 and 2^62 − 2 over two seats: one each; over three the larger has two. A difference of three votes in 2^63.
        const long Half = 1L << 62;
        foreach (var method in Methods)
        {
            new Trial(Allocate(method)).On(Area("n", 3, $"a {Half - 2}, b {Half + 1}")).Seats.ShouldBe("n: a 1, b 2", method.Name);
        }

        new Trial(Admit(new Threshold.Share(MoreThan("half"), null)), Allocate(DivisorMethod.DHondt, among: "admitted")).On(Area("n", 3, $"a {Half - 1}, b {Half}")).Passed().ShouldBe("b");
        new Trial(Admit(Share("0.000001%", "took-part")), Allocate(DivisorMethod.DHondt, among: "admitted")) { Figures = [new FigureRule("took-part", [FigureSum.Parse("votes + invalid")!], null)] }
            .On(Area("n", 3, $"a {Half}, b {Half - 2}")).Outcome.Parts.Single().Conditions.Single().UpTo.ShouldBe(long.MaxValue - Half - (Half - 2));
    }

    [Fact]
    public void HundredThousandLists_KernelsAndDoor_GiveEverySeat()
    {
        Claim[] claims = [.. Enumerable.Range(1, 100_000).Select(i => new Claim($"l{i}", new VoteCount(i)))];
        foreach (var method in Methods)
        {
            var found = Apportionment.Allocate(method, claims, new SeatCount(500));
            (found.Awarded.Sum() + (found.Tie?.Seats ?? 0)).ShouldBe(500, method.Name);
        }

        var area = new ConstituencyInput("n", [.. claims.Select(c => new Contender(c.List, ContenderKind.List))], claims.ToDictionary(c => c.List, c => c.Votes.Value), new Dictionary<string, long>()) { Seats = 500 };
        var tried = new Trial(Admit(Share("0.0001%")), Allocate(DivisorMethod.SainteLague, among: "admitted")).On(area);
        tried.Tier.Constituencies.Single().Won.Sum(w => w.Value).ShouldBe(500);
    }

    [Fact]
    public void SilentLaw_NoneReachesTheThreshold_IsUndefined() =>
        new Trial(Admit(Share("90%")), Allocate(DivisorMethod.DHondt, among: "admitted")).On(Area("n", 3, "a 50, b 50")).Waits.ShouldBe("n:admit Undefined none-admitted");

    [Fact]
    public void NobodyAdmittedInOneConstituency_TheNationWaitsForIt()
    {
        var tried = new Trial(
            Admit(Share("60%"), "local"),
            Allocate(DivisorMethod.DHondt, "fixed", "local", id: "fixed"),
            Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: "5") with { Held = "fixed" }).On(Area("n", 1, "a 50, b 50"), Area("s", 1, "a 70, b 30"));
        tried.Waits.ShouldBe("n:admit Undefined none-admitted");
        tried.Seats.ShouldBe("s: a 1");
    }

    [Fact]
    public void NegativeSeats_NobodyGetsAny_AndNobodyLosesAny()
    {
        // 3 − 5 seats: nothing to share out; what a holds stays.
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: "3 - fixed") with { Held = "fixed" });
        trial.On(Area("n", 5, "a 90, b 1")).Seats.ShouldBe("n: a 5");
        new Trial(Allocate(DivisorMethod.DHondt, seats: "seats - 7")).On(Area("n", 5, "a 90, b 1")).Seats.ShouldBeEmpty();
    }

    [Fact]
    public void MoreSeatsThanAHouseCanHave_IsUndefined()
    {
        new Trial(Allocate(DivisorMethod.DHondt, seats: "2000000")).On(Area("n", 5, "a 90, b 1")).Waits.ShouldBe("n:allocate Undefined too-many-seats");
        new Trial(Allocate(DivisorMethod.DHondt, seats: "2000000000 + 2000000000")).On(Area("n", 5, "a 90, b 1")).Waits.ShouldBe("n:allocate Undefined too-many-seats");
    }

    [Fact]
    public void AQuotaOverAFigureFarBelowTheVotes_IsUndefined()
    {
        var step = Allocate(QuotaMethod.Hare) with { Own = new OwnQuota("valid", null, false, null) };
        new Trial(step).On(Area("n", 5, "a 9000000000, b 1", ("valid", 1))).Waits.ShouldBe("n:allocate Undefined too-many-seats");
        new Trial(step).On(Area("n", 5, "a 90, b 10", ("valid", 50))).Seats.ShouldBe("n: a 5");
    }

    [Fact]
    public void EmptyConstituency_NobodyVoted_IsUndefinedThereAlone()
    {
        var tried = new Trial(Allocate(DivisorMethod.DHondt)).On(Area("n", 2, "a 60, b 40"), Area("s", 2, "a 0, b 0"), Area("t", 2, ""));
        tried.Seats.ShouldBe("n: a 1, b 1");
        tried.Waits.ShouldBe("s:allocate Undefined no-votes a,b for 2; t:allocate Undefined no-votes");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("constituency")]
    [InlineData("nation")]
    public void OneConstituencyNamedOtherwise_EveryPlaceOfAStep_IsTheSame(string? place)
    {
        var trial = new Trial(Admit(Share("5%", at: "nation"), place: place), Allocate(DivisorMethod.DHondt, among: "admitted", place: place)) { House = 3 };
        trial.On(Area("town", null, "a 60, b 40")).Seats.ShouldBe("town: a 2, b 1");
    }

    [Fact]
    public void OneConstituencyInARegion_ANationwideStep_RunsOnce()
    {
        var trial = new Trial(Allocate(DivisorMethod.DHondt, place: "nation")) { House = 3, Regions = [Region("north", "region", "town")] };
        var tried = trial.On(Area("town", null, "a 60, b 40"));
        tried.Total.ShouldBe("a 2, b 1");
        tried.Tier.Seats.ShouldBe(3);
    }

    [Fact]
    public void ThousandConstituencies_GiveEverySeat()
    {
        ConstituencyInput[] areas = [.. Enumerable.Range(0, 1000).Select(i => Area($"c{i}", 3, string.Join(", ", Enumerable.Range(0, 30).Select(l => $"l{l} {1000 + (i * 31 % 17) + (l * 97 % 301)}"))))];
        var trial = new Trial(
            Admit(new Threshold.Joined(false, [Share("3%", at: "nation"), Share("12%")]), "local"),
            Allocate(DivisorMethod.DHondt, "fixed", "local", id: "fixed"),
            new AdmitStep("admit-nation", new Threshold.Joined(false, [Share("3%"), new Threshold.Won(Sum("fixed"), 1), Share("12%", at: "constituency")]), "national") { For = "nation" },
            Allocate(DivisorMethod.SainteLague, "share", "national", "nation", "3500", "share") with { Held = "fixed" },
            ToAreas("share", DivisorMethod.SainteLague, held: "fixed"))
        {
            Regions = [.. Enumerable.Range(0, 50).Select(r => Region($"r{r}", "region", [.. Enumerable.Range(r * 20, 20).Select(i => $"c{i}")]))],
        };
        var tried = trial.On(areas);
        (tried.Status is Status.Complete or Status.Tie).ShouldBeTrue(tried.Waits);
        tried.Tier.Constituencies.Sum(c => c.Won.Sum(w => w.Value)).ShouldBe(3500);
    }

    [Fact]
    public void PublishedFigureInSomeConstituencies_IsTakenThereAndTheSumElsewhere()
    {
        // valid is 200 in n though its lists have 90; s has 100 votes and no figure: 300 in all. 20 % are 60: a 70 passes, b 59 misses.
        var trial = new Trial(Admit(Share("20%", "valid"), place: "nation"), Allocate(DivisorMethod.DHondt, among: "admitted", place: "nation", seats: "1")) { Figures = [new FigureRule("valid", [FigureSum.Parse("votes")!], null)] };
        trial.On(Area("n", null, "a 60, b 30", ("valid", 200)), Area("s", null, "a 10, b 29, c 61")).Passed().ShouldBe("a c");
    }
}
