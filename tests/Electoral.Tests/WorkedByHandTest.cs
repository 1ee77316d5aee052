using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Tests;

public class WorkedByHandTest
{
    private static Allocation Run(Method method, int seats, params long[] votes) =>
        Apportionment.Allocate(method, [.. votes.Select((v, i) => new Claim($"{(char)('A' + i)}", new VoteCount(v)))], new SeatCount(seats));

    [Fact]
    public void SainteLague_SevenSeats_AsInTheDocumentation()
    {
        // 53/1 24/1 23/1 53/3=17.7 53/5=10.6 24/3=8 23/3=7.7: A B C A A B C.
        Run(DivisorMethod.SainteLague, 7, 53_000, 24_000, 23_000).Awarded.ShouldBe([3, 2, 2]);
    }

    [Fact]
    public void Hare_Majilis2021_RemaindersDecideTwoSeats()
    {
        // Quota 6,599,921/98. Quotients 76.442, 11.772, 9.786: whole 76+11+9 = 96; the two seats left go to .786 and .772.
        Run(QuotaMethod.Hare, 98, 5_148_074, 792_828, 659_019).Awarded.ShouldBe([76, 12, 10]);
        QuotaMethod.Hare.Quota(6_599_921, 98).ShouldBe(new Ratio(6_599_921, 98));
        Run(DivisorMethod.DHondt, 98, 5_148_074, 792_828, 659_019).Awarded.ShouldBe([77, 12, 9]);
    }

    [Fact]
    public void Hare_TwoEqualRemainders_TheSeatIsTiedBetweenThem()
    {
        // Quota 10: 1.5, 1.5, 1.8, 5.2. Whole 1+1+1+5 = 8; .8 takes one, the last is tied at .5.
        var allocation = Run(QuotaMethod.Hare, 10, 15, 15, 18, 52);
        allocation.Awarded.ShouldBe([1, 1, 2, 5]);
        allocation.Tie!.Contenders.ShouldBe(["A", "B"]);
        allocation.Tie.Seats.ShouldBe(1);
    }

    [Fact]
    public void Hare_EqualRemaindersOfUnequalLists_AreATie()
    {
        // 200 votes, 5 seats, quota 40: 1.275, .775, .15, 1.45, .45, .9. Whole 2; .9 and .775 take one each, .45 and .45 tie.
        var allocation = Run(QuotaMethod.Hare, 5, 51, 31, 6, 58, 18, 36);
        allocation.Awarded.ShouldBe([1, 1, 0, 1, 0, 1]);
        allocation.Tie!.Contenders.ShouldBe(["D", "E"]);
    }

    [Fact]
    public void SainteLague_OneLargeAndSixtyTiny_AllToTheLargeOne()
    {
        // 100/19 = 5.26 is the tenth quotient of the large list, still above 1.
        var allocation = Run(DivisorMethod.SainteLague, 10, [100, .. Enumerable.Repeat(1L, 60)]);
        allocation.Awarded[0].ShouldBe(10);
        allocation.Tie.ShouldBeNull();
    }

    [Fact]
    public void ModifiedSainteLague_ExactTie_IsSeen()
    {
        // 21/1.4 = 15 = 45/3.
        var allocation = Run(DivisorMethod.ModifiedSainteLague, 2, 21, 45);
        allocation.Awarded.ShouldBe([0, 1]);
        allocation.Tie!.Contenders.ShouldBe(["A", "B"]);
    }

    [Fact]
    public void ImperialiQuota_MoreWholeQuotasThanSeats_SmallestRemaindersGiveBack()
    {
        // 3 seats, quota 100/5 = 20: 2.5 + 1.5 + 1.0 give 2+1+1 = 4, one too many; C has the smallest remainder.
        Run(QuotaMethod.Imperiali, 3, 50, 30, 20).Awarded.ShouldBe([2, 1, 0]);
    }

    [Fact]
    public void HagenbachBischoffQuota_AllExactMultiples_TheSeatTooManyIsATie()
    {
        // 2 seats, quota 30/3 = 10: three whole quotas for two seats.
        var allocation = Run(QuotaMethod.HagenbachBischoff, 2, 10, 10, 10);
        allocation.Awarded.ShouldBe([0, 0, 0]);
        allocation.Tie!.Seats.ShouldBe(2);
    }

    [Fact]
    public void Droop_QuotaIsTheNextWholeNumber()
    {
        // 100 votes, 3 seats: 25 + 1 = 26. 2.3 and 1.5 quotas: 2 + 1.
        QuotaMethod.Droop.Quota(100, 3).ShouldBe(26);
        Run(QuotaMethod.Droop, 3, 60, 40).Awarded.ShouldBe([2, 1]);
    }

    [Theory]
    [InlineData("adams")]
    [InlineData("dean")]
    [InlineData("huntington-hill")]
    public void FirstDivisorZero_FewerSeatsThanLists_LargerListsFirst(string name)
    {
        Method.TryParse(name, out var method, out _).ShouldBeTrue();
        Run(method!, 2, 10, 30, 20).Awarded.ShouldBe([0, 1, 1]);
        Run(method!, 3, 1000, 1, 1).Awarded.ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void Maximum_QuotaMethod_TheRestIsSharedByTheOthers()
    {
        Claim[] claims = [new("A", new VoteCount(80)) { Maximum = new SeatCount(3) }, new("B", new VoteCount(15)), new("C", new VoteCount(5))];
        var allocation = Apportionment.Allocate(QuotaMethod.Hare, claims, new SeatCount(8));

        // Quota 12.5: 6.4 held to 3, 1.2, .4. Four seats left go where most is lacking: C .4, B .2, then C −.6, B −.8.
        allocation.Awarded.ShouldBe([3, 3, 2]);
    }

    [Fact]
    public void Maximum_EveryListFull_SeatsStayVacant()
    {
        Claim[] claims = [new("A", new VoteCount(80)) { Maximum = new SeatCount(3) }, new("B", new VoteCount(15)) { Maximum = new SeatCount(1) }];
        Apportionment.Allocate(DivisorMethod.DHondt, claims, new SeatCount(8)).Vacant.ShouldBe(4);
        Apportionment.Allocate(QuotaMethod.Hare, claims, new SeatCount(8)).Vacant.ShouldBe(4);
    }

    [Fact]
    public void Held_SeatsCountAndStay()
    {
        Claim[] claims = [new("A", new VoteCount(10)) { Held = new SeatCount(4) }, new("B", new VoteCount(90))];
        Apportionment.Allocate(DivisorMethod.DHondt, claims, new SeatCount(10)).Awarded.ShouldBe([4, 6]);
        Apportionment.Allocate(DivisorMethod.DHondt, claims, new SeatCount(3)).Excess.ShouldBe(1);
    }

    [Fact]
    public void Allocate_UnusableClaims_AreRefusedWithTheReason()
    {
        Should.Throw<ArgumentException>(() => Run(QuotaMethod.Hare, 3, 0, 0)).Message.ShouldStartWith("No list has any votes.");
        Should.Throw<ArgumentException>(() => Apportionment.Allocate(QuotaMethod.Hare, [new("A", new VoteCount(1)), new("A", new VoteCount(2))], new SeatCount(1)))
            .Message.ShouldStartWith("List 'A' stands twice.");
        Should.Throw<OverflowException>(() => Run(QuotaMethod.Hare, 3, long.MaxValue, 1));
    }
}
