namespace Mandate.Modules.Tests.Elections;

/// <summary>The other elections to the Majilis, and the rule of the second list.</summary>
public class MajilisTest
{
    private const string RunnerUpRule = "kz/majilis@2009-02-09";

    [Theory]
    [InlineData("kz-majilis-2004", "otan 7, ak_zhol 1, asar 1, aist 1")]
    [InlineData("kz-majilis-2007", "nur_otan 98")]
    [InlineData("kz-majilis-2012", "nur_otan 83, ak_zhol 8, cppk 7")]
    [InlineData("kz-majilis-2016", "nur_otan 84, ak_zhol 7, cppk 7")]
    [InlineData("kz-majilis-2023", "amanat 40, auyl 8, respublica 6, ak_zhol 6, qhp 5, osdp 4")]
    public async Task Declare_FinalVotes_GivesTheOfficialListSeats(string election, string seats) =>
        (await Seats.OfListsAsync(election)).ShouldBe(seats);

    [Fact]
    public async Task Declare_2004_AdmitsTheBlocOnTheValidBase()
    {
        // 336,177 of 4,757,773 valid votes are 7.066 %, of 4,893,204 ballots found 6.870 %: only the first base admits it.
        var answer = await Terminal.RunAsync("declare", "kz-majilis-2004");
        answer.Flat.ShouldContain("AIST 336,177 7.07 % passed 1");
        answer.Flat.ShouldContain("Ballots found 4,893,204 Invalid ballots 135,431");
        (336_177m / 4_757_773m).ShouldBe(0.07066m, 0.000005m);
        (336_177m / 4_893_204m).ShouldBeLessThan(0.07m);
    }

    [Fact]
    public async Task Declare_2004OnAllBallots_WouldLeaveTheBlocOut()
    {
        // The version of 1999 takes the threshold of all ballots found: the same votes then give AIST no seat.
        (await Seats.OfListsAsync("kz-majilis-2004", "--law", "kz/majilis@1999-05-06")).ShouldNotContain("aist");
    }

    [Fact]
    public async Task Declare_2007UnderTheRuleOf2009_GivesTheSecondListThree()
    {
        // Quota (5,247,720 + 269,310) / 98; 269,310 / quota = 4.784; × 0.7 = 3.349; whole part 3.
        var answer = await Terminal.RunAsync("declare", "kz-majilis-2007", "--law", RunnerUpRule, "--format", "json");
        answer.Code.ShouldBe(0);
        Seats.OfTier(answer.Json, "lists").ShouldBe("nur_otan 95, osdp 3");
        ((bool)answer.Json["hypothetical"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData(9_000, 500, "first 95, second 3")] // 500 × 98 / 9,500 = 5.158; × 0.7 = 3.611; whole part 3, and not 5 − 1 = 4
    [InlineData(9_000, 150, "first 96, second 2")] // 150 × 98 / 9,150 = 1.607; × 0.7 = 1.125; whole part 1, but at least 2
    public async Task Declare_OneListPasses_GivesTheSecondItsPart(long first, long second, string seats)
    {
        using var folder = ElectionFolder.OfLists(RunnerUpRule, ("first", first), ("second", second));
        (await Seats.OfListsAsync(folder.Path)).ShouldBe(seats);
    }

    [Fact]
    public async Task Explain_OneListPasses_SaysHowTheSecondGotItsSeats()
    {
        using var folder = ElectionFolder.OfLists(RunnerUpRule, ("first", 9_000), ("second", 150));
        (await Terminal.RunAsync("explain", folder.Path)).Flat.ShouldContain(
            "Quota 4,575/49 ≈ 93.367 over both lists. List second: 1.606557 × 0.7 = 1.124590, whole part 1, but at least 2, so 2. The other 96 go to List first.");
    }

    [Fact]
    public async Task Declare_NoListPasses_IsUndefinedBecauseTheLawIsSilent()
    {
        var lists = Enumerable.Range(1, 20).Select(i => ($"list{i}", 100L)).ToArray();
        using var folder = ElectionFolder.OfLists(RunnerUpRule, lists);
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(3);
        ((string?)answer.Json["status"]).ShouldBe("undefined");
    }

    [Fact]
    public async Task Declare_2023_CountsAgainstAllInTheBase()
    {
        // 331,058 of 6,366,441 with against all are 5.20 %; without it they would be 5.41 %.
        (await Terminal.RunAsync("declare", "kz-majilis-2023")).Flat.ShouldContain("OSDP 331,058 5.20 % passed 4");
    }
}
