using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Seats held above a list's share, by all words a law has for them.</summary>
/// <remarks>
/// One house of 10 throughout. Three single seats go to a, by 40 votes against 35 and 25. A second tier counts the list
/// votes: a 10, b 60, c 30. Sainte-Laguë of 10 seats: b 60 20 12 8.6 6.7 5.5, c 30 10 6 4.3, a 10 3.3:
/// 60 30 20 12 10 10 8.6 6.7 6 5.5: a 1, b 6, c 3. So a holds two above its share.
/// </remarks>
public class ExcessTest
{
    private static readonly ConstituencyInput Votes = Area("nation", 10, "a 10, b 60, c 30");

    private static Trial Of(Excess excess, Method? method = null, string held = "direct.seats") => new(Allocate(method ?? DivisorMethod.SainteLague) with { Held = held, Excess = excess })
    {
        Before = (new Tier("direct", null, 1, new Ballot("plurality", null, null, false), [new ElectStep("elect", null, false, "repeat-election", ByLot, "seats")]),
            new ContestInput("direct", [Area("one", null, "a 40, b 35, c 25"), Area("two", null, "a 40, b 35, c 25"), Area("three", null, "a 40, b 35, c 25")])),
    };

    [Fact]
    public void Start_HeldSeats_AreTheBeginningOfTheCount()
    {
        // a starts with 3; seven go on: 60 30 20 12 10(b? 60/7 = 8.6) … b 60 20 12 8.6 6.7, c 30 10: seven are b 5, c 2.
        Of(Excess.Start).On(Votes).Seats.ShouldBe("nation: a 3, b 5, c 2");
    }

    [Fact]
    public void DropOut_TheListKeepsThemAndTheOthersShareTheRest()
    {
        // a leaves with 3; b and c share 7: 60 30 20 12 10 8.6 6.7: b 5, c 2.
        Of(Excess.DropOut).On(Votes).Seats.ShouldBe("nation: a 3, b 5, c 2");
    }

    [Fact]
    public void Enlarge_TheHouseGrowsByAsMany() => Of(Excess.Enlarge).On(Votes).Seats.ShouldBe("nation: a 3, b 6, c 3");

    [Fact]
    public void Compensate_TheHouseGrowsUntilThreeAreItsShare()
    {
        // a's third quotient is 10/5 = 2. Above 2: b 60/2 = 30, signposts 1 … 29: 15 (29 < 30); c 30/2 = 15: 1 … 13 gives 7, and 15 exactly 2.
        // So at 2: a, b? 60/31 < 2, c's eighth = 30/15 = 2. a 2 + b 15 + c 7 = 24 are above 2; the two seats at 2 go to a and c: 26.
        // With 25 the seat at 2 is tied between a and c; the lot decides whether 25 are enough.
        var tried = Of(Excess.Compensate).On(Votes);
        tried.Waits.ShouldBe("nation:allocate Tie lot a,c for 1");
        (Of(Excess.Compensate) with { Lots = [new Lot("lists", "nation", "allocate", ["a"])] }).On(Votes).Seats.ShouldBe("nation: a 3, b 15, c 7");
        (Of(Excess.Compensate) with { Lots = [new Lot("lists", "nation", "allocate", ["c"])] }).On(Votes).Seats.ShouldBe("nation: a 3, b 15, c 8");
    }

    [Fact]
    public void Return_TheShareStands() => Of(Excess.Return).On(Votes).Seats.ShouldBe("nation: a 1, b 6, c 3");

    [Fact]
    public void Forfeit_TheyAreNoSeats() => Of(Excess.Forfeit).On(Votes).Seats.ShouldBe("nation: a 1, b 6, c 3");

    [Fact]
    public void NobodyAbove_EveryWord_GivesTheSame()
    {
        var votes = Area("nation", 10, "a 30, b 50, c 20");
        foreach (var excess in Enum.GetValues<Excess>())
        {
            // Sainte-Laguë: a 30 10 6, b 50 16.7 10 7.1 5.6, c 20 6.7: 50 30 20 16.7 10 10 7.1 6.7 6 5.6: a 3, b 5, c 2.
            Of(excess).On(votes).Seats.ShouldBe("nation: a 3, b 5, c 2", $"{excess}");
        }
    }

    [Fact]
    public void DropOut_AfterOneLeft_AnotherMayBeAbove()
    {
        // House 6, held a 3, b 2; votes 10, 31, 59. Hare of 6: .6 1.86 3.54: whole 4; .86 b, .6 a: a 1 b 2 c 3. a leaves.
        // Hare of 3 for b and c: 90/3 = 30: 1.03 1.97: b 1, c 2. b holds 2 and leaves too. c has the one seat left.
        var trial = new Trial(Allocate(QuotaMethod.Hare) with { Held = "direct.seats", Excess = Excess.DropOut })
        {
            Before = (new Tier("direct", null, null, new Ballot("plurality", null, null, false), []), new ContestInput("direct", [Area("n", null, "") with { Given = new Dictionary<string, int> { ["a"] = 3, ["b"] = 2 } }])),
        };
        trial.On(Area("nation", 6, "a 10, b 31, c 59")).Seats.ShouldBe("nation: a 3, b 2, c 1");
    }

    [Fact]
    public void DropOut_ALotAgainstAListThatHoldsOneMore_LetsItLeaveToo()
    {
        // House 2, D'Hondt, c 60, a 30, b 30: c takes one; a, b and c's second quotient tie at 30 for the other. a holds 1.
        // If the lot falls on b, a holds one above its share and leaves; the one seat left goes to c with 60 to 30. If it falls on a: a 1, c 1.
        // If it falls on c, a leaves with its seat and c has the other. So the lot changes nothing and nobody asks for it.
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Allocate(DivisorMethod.DHondt, "share", place: "nation", seats: "2") with { Held = "fixed", Excess = Excess.DropOut, Further = "further" });
        ConstituencyInput[] areas = [Area("n", 1, "a 20, b 10, c 0"), Area("s", null, "a 10, b 20, c 60") with { Given = new Dictionary<string, int>() }];
        foreach (var winner in new[] { "a", "b", "c" })
        {
            (trial with { Lots = [new Lot("lists", "nation", "allocate", [winner])] }).On(areas).Seats.ShouldBe("nation: a 1, c 1", winner);
        }

        var tried = trial.On(areas);
        tried.Status.ShouldBe(Status.Complete);
        tried.Seats.ShouldBe("nation: a 1, c 1");
    }

    [Fact]
    public void DropOut_AHolderWithoutVotes_LeavesAndTheOthersShareTheRest()
    {
        // a has no votes and holds 3 of 5: b shares two alone.
        Of(Excess.DropOut).On(Area("nation", 5, "a 0, b 10, c 0")).Seats.ShouldBe("nation: a 3, b 2");
    }

    [Fact]
    public void DropOut_MoreHeldThanTheHouse_EverybodyKeepsThem()
    {
        // A house of 2: a's share is 2, it holds 3 and leaves, and nothing is left for anybody.
        Of(Excess.DropOut).On(Area("nation", 2, "a 10, b 0, c 0")).Seats.ShouldBe("nation: a 3");
    }

    [Fact]
    public void Return_Kept_TheSmallestQuotientGivesBack()
    {
        // Sweden. Fixed by D'Hondt: n (3): a 60 30 20, b 40: a 2, b 1. s (2): a 50, b 20, c 45: a 1, c 1. a holds 3.
        // Nationwide a has 110, b 60 and c 45 of 215; 25 % are 53.75, so c is out. House 3 by divisors 1.2, 3, 5:
        // a 91.7 36.7, b 50 20: a 2, b 1: a holds one above. Its last quotients: n 60/3 = 20, s 50/1.2 = 41.7: n gives back.
        var trial = new Trial(
            Allocate(DivisorMethod.DHondt, "fixed", id: "fixed"),
            Admit(Share("25%"), "national", "nation"),
            Allocate(DivisorMethod.Sequence([Part("1.2"), 3, 5]), "share", "national", "nation", "3") with { Held = "fixed", Excess = Excess.Return, Kept = "kept" })
        {
            Result = "kept",
        };
        trial.On(Area("n", 3, "a 60, b 40, c 0"), Area("s", 2, "a 50, b 20, c 45")).Seats.ShouldBe("n: a 1, b 1; s: a 1");
    }

    [Fact]
    public void Return_EqualQuotients_AskForALotOverWhoKeeps()
    {
        // a has 60 votes and one seat in n and in s alike, and a share of 1: which constituency keeps it is open.
        var trial = new Trial(
            Allocate(DivisorMethod.SainteLague, "fixed", id: "fixed"),
            Allocate(DivisorMethod.SainteLague, "share", place: "nation", seats: "3") with { Held = "fixed", Excess = Excess.Return, Kept = "kept" })
        {
            Result = "kept",
        };
        ConstituencyInput[] areas = [Area("n", 1, "a 60, b 30, c 59"), Area("s", 1, "a 60, b 59, c 59")];
        // Nation: a 120, b 89, c 118: one each. a holds 2.
        trial.On(areas).Waits.ShouldBe("nation:allocate.a Tie lot n,s for 1");
        (trial with { Lots = [new Lot("lists", "nation", "allocate.a", ["s"])] }).On(areas).Seats.ShouldBe("s: a 1");
    }

    [Fact]
    public void House_LeavesNothing_EachWordSaysWhatHeldSeatsAreWorth()
    {
        // seats: 3 − 3 = 0. Start, drop-out and enlarge let a keep three; return and forfeit leave nothing.
        foreach (var (excess, seats) in new[] { (Excess.Start, "nation: a 3"), (Excess.DropOut, "nation: a 3"), (Excess.Enlarge, "nation: a 3"), (Excess.Return, ""), (Excess.Forfeit, "") })
        {
            var trial = Of(excess);
            (trial with { Steps = [((AllocateStep)trial.Steps[0]) with { Seats = Sum("3 - direct.seats") }] }).On(Votes).Seats.ShouldBe(seats, $"{excess}");
        }
    }
}
