namespace Mandate.Modules.Tests.Ties;

/// <summary>Equal remainders under the law of the Majilis: the list registered earlier has the seat.</summary>
/// <remarks>98,000 votes over 98 seats make a quota of 1,000; 49.5 and 48.5 quotas leave one seat and equal remainders.</remarks>
public class RegistrationTieTest
{
    private const string Law = "kz/majilis@2009-02-09";

    [Fact]
    public async Task Declare_DayUnknown_AnswersUnknownAndNamesTheFacts()
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(3);
        ((string?)answer.Json["status"]).ShouldBe("unknown");
        var pending = answer.Json["pending"]!.AsArray().Single()!;
        ((string?)pending["reason"]).ShouldBe("registration");
        ((int)pending["seats"]!).ShouldBe(1);
        pending["facts"]!.AsArray().Select(f => (string?)f).ShouldBe(["lists/nation:registered.a", "lists/nation:registered.b"]);
    }

    [Fact]
    public async Task Declare_DayUnknown_SaysHowToGiveIt()
    {
        using var folder = Tied();
        (await Terminal.RunAsync("declare", folder.Path)).Flat.ShouldContain(
            "! List a and List b tie for 1 of the seats and the earlier registered wins, but the day of registration is not known. "
            + "Give it: --fact lists/nation:registered.a=YYYY-MM-DD --fact lists/nation:registered.b=YYYY-MM-DD");
    }

    [Theory]
    [InlineData("2020-11-19", "2020-11-20", "a 50, b 48")]
    [InlineData("2020-11-20", "2020-11-19", "a 49, b 49")]
    public async Task Declare_DaysGiven_TheEarlierHasTheSeat(string a, string b, string seats)
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--fact", $"lists/nation:registered.a={a}", "--fact", $"lists/nation:registered.b={b}", "--format", "json");
        answer.Code.ShouldBe(0);
        Elections.Seats.OfTier(answer.Json, "lists").ShouldBe(seats);
        answer.Json["facts"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("a", "a 50, b 48")]
    [InlineData("b", "a 49, b 49")]
    public async Task Declare_FirstPlaceGiven_NeedsNoOther(string first, string seats)
    {
        using var folder = Tied();
        (await Elections.Seats.OfListsAsync(folder.Path, "--fact", $"lists/nation:registered.{first}=1")).ShouldBe(seats);
    }

    [Fact]
    public async Task Declare_DaysInTheData_SettleWithoutWords()
    {
        using var folder = Tied()
            .Change("election.yaml", "name: { en: List a } }", "name: { en: List a }, registered: 2020-11-20 }")
            .Change("election.yaml", "name: { en: List b } }", "name: { en: List b }, registered: 2020-11-19 }");
        (await Elections.Seats.OfListsAsync(folder.Path)).ShouldBe("a 49, b 49");
        (await Terminal.RunAsync("explain", folder.Path)).Flat.ShouldContain("List a and List b tie for 1; List b was registered earlier.");
    }

    [Fact]
    public async Task Declare_SameDay_IsUndefinedBecauseTheLawIsSilent()
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--fact", "lists/nation:registered.a=2020-11-20", "--fact", "lists/nation:registered.b=2020-11-20", "--format", "json");
        answer.Code.ShouldBe(3);
        ((string?)answer.Json["status"]).ShouldBe("undefined");
    }

    private static ElectionFolder Tied() => ElectionFolder.OfLists(Law, ("a", 49_500), ("b", 48_500));
}
