namespace Mandate.Modules.Tests.Ties;

/// <summary>A small Dutch council, whose law draws lots.</summary>
/// <remarks>1,000 votes over 10 seats make a quota of 100; 4.5, 3.5 and 2 quotas leave one seat to lists a and b.</remarks>
public class LotTest
{
    private const string NothingTies = "nothing ties at council/town:allocate";

    [Fact]
    public async Task Declare_NoLot_AnswersTieAndNamesIt()
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(3);
        ((string?)answer.Json["status"]).ShouldBe("tie");
        var pending = answer.Json["pending"]!.AsArray().Single()!;
        pending["contenders"]!.AsArray().Select(c => (string?)c).ShouldBe(["a", "b"]);
        ((int)pending["seats"]!).ShouldBe(1);
        ((string?)pending["lot"]).ShouldBe("council/town:allocate=");
    }

    [Fact]
    public async Task Declare_NoLot_SaysHowToRecordIt()
    {
        using var folder = Tied();
        (await Terminal.RunAsync("declare", folder.Path)).Flat.ShouldContain(
            "! List a and List b tie for 1 of the seats. Draw the lot and record it: --lot council/town:allocate=LIST");
    }

    [Theory]
    [InlineData("a", "a 5, b 3, c 2")]
    [InlineData("b", "a 4, b 4, c 2")]
    public async Task Declare_LotGiven_SettlesTheTie(string winner, string seats)
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--lot", $"council/town:allocate={winner}", "--format", "json");
        answer.Code.ShouldBe(0);
        Elections.Seats.OfTier(answer.Json, "council").ShouldBe(seats);
        answer.Json["lots"]!.AsArray().Select(l => (string?)l).ShouldBe([$"council/town:allocate={winner}"]);
    }

    [Fact]
    public async Task Declare_LotInTheData_SettlesTheTie()
    {
        using var folder = Tied().Write("lots.csv", "contest,constituency,step,list\ncouncil,town,allocate,b\n");
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(0);
        Elections.Seats.OfTier(answer.Json, "council").ShouldBe("a 4, b 4, c 2");
    }

    [Theory]
    [InlineData("council/town:allocate=c", "a, b tie for 1, and it names c")]
    [InlineData("council/town:allocate=a,b", "a, b tie for 1, and it names a, b")]
    [InlineData("council/town:allocate=nobody", "a, b tie for 1, and it names nobody")]
    [InlineData("council/town:correct=a", "nothing ties at council/town:correct")]
    [InlineData("council/city:allocate=a", "nothing ties at council/city:allocate")]
    public async Task Declare_LotThatDoesNotFit_IsRefused(string lot, string reason)
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--lot", lot, "--out", folder.Papers);
        answer.ShouldBe(new Answer(2, string.Empty, $"The lot {lot} does not fit: {reason}.\n"));
        Directory.Exists(folder.Papers).ShouldBeFalse();
    }

    [Fact]
    public async Task Declare_LotInTheDataThatDoesNotFit_IsRefused()
    {
        using var folder = Tied().Write("lots.csv", "contest,constituency,step,list\ncouncil,town,allocate,c\n");
        (await Terminal.RunAsync("declare", folder.Path)).ShouldBe(
            new Answer(2, string.Empty, "The lot council/town:allocate=c does not fit: a, b tie for 1, and it names c.\n"));
    }

    [Fact]
    public async Task Declare_SecondLotForOneTie_IsRefused()
    {
        using var folder = Tied().Write("lots.csv", "contest,constituency,step,list\ncouncil,town,allocate,b\n");
        (await Terminal.RunAsync("declare", folder.Path, "--lot", "council/town:allocate=a")).ShouldBe(
            new Answer(2, string.Empty, $"The lot council/town:allocate=a does not fit: {NothingTies}.\n"));
    }

    [Fact]
    public async Task Declare_LotWithoutATie_IsRefused()
    {
        using var folder = ElectionFolder.OfCouncil(10, ("a", 500), ("b", 300), ("c", 200));
        (await Terminal.RunAsync("declare", folder.Path, "--lot", "council/town:allocate=a")).ShouldBe(
            new Answer(2, string.Empty, $"The lot council/town:allocate=a does not fit: {NothingTies}.\n"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("council/town=a")]
    [InlineData("council:allocate=a")]
    [InlineData("council/town:allocate=")]
    public async Task Declare_LotThatCannotBeRead_IsRefused(string lot)
    {
        using var folder = Tied();
        (await Terminal.RunAsync("declare", folder.Path, "--lot", lot)).ShouldBe(
            new Answer(2, string.Empty, $"--lot {lot}: expected CONTEST/AREA:STEP=LIST, such as lists/nation:allocate=LIST.\n"));
    }

    private static ElectionFolder Tied() => ElectionFolder.OfCouncil(10, ("a", 450), ("b", 350), ("c", 200));
}
