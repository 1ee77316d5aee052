namespace Mandate.Modules.Tests.Elections;

/// <summary>Local councils elected by the same formula.</summary>
public class MaslikhatTest
{
    [Theory]
    [InlineData("kz-maslikhat-astana-2023", "amanat 12, qhp 1, baytaq 1, ak_zhol 3")]
    [InlineData("kz-maslikhat-almaty-2023", "amanat 12, respublica 3, qhp 3, baytaq 2, ak_zhol 1")]
    [InlineData("kz-maslikhat-kostanay-2023", "amanat 9, auyl 2, respublica 1, qhp 1, ak_zhol 3")]
    [InlineData("kz-maslikhat-almaty-2021", "nur_otan 29, ak_zhol 4, auyl 3, qhp 3")]
    public async Task Declare_PublishedVotes_GivesTheOfficialSeats(string election, string seats) =>
        (await Seats.OfListsAsync(election)).ShouldBe(seats);

    [Fact]
    public async Task Declare_KostanayWithoutAgainstAll_SaysUpToHowManyTheSeatsHold()
    {
        // The smallest list that passes, Respublica, has 22,115 votes: 5 % of at most 442,300. The lists have 350,112.
        var answer = await Terminal.RunAsync("declare", "kz-maslikhat-kostanay-2023");
        answer.Code.ShouldBe(3);
        answer.Flat.ShouldContain("! The seats hold while a figure that is not known is at most 92,188: Votes · Against all. Give it: --fact lists/kostanay:votes.against_all=N");
    }

    [Theory]
    [InlineData(92_188, "amanat 9, auyl 2, respublica 1, qhp 1, ak_zhol 3")]
    [InlineData(92_189, "amanat 10, auyl 2, qhp 1, ak_zhol 3")] // Respublica has 22,115 of 442,301 and falls below 5 %
    public async Task Declare_KostanayWithAgainstAll_ChangesExactlyPastTheBound(long againstAll, string seats)
    {
        var fact = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lists/kostanay:votes.against_all={againstAll}");
        var answer = await Terminal.RunAsync("declare", "kz-maslikhat-kostanay-2023", "--fact", fact, "--format", "json");
        answer.Code.ShouldBe(0);
        Seats.OfTier(answer.Json, "lists").ShouldBe(seats);
    }

    [Theory]
    [InlineData("en", "Computed from published shares, not from votes: the figures below are hundredths of a per cent. The seats stay the same wherever the true shares lie within the rounding of those published.")]
    [InlineData("kk", "Дауыстардан емес, жарияланған үлестерден есептелген: төмендегі сандар – пайыздың жүзден бір бөліктері.")]
    [InlineData("ru", "Вычислено по опубликованным долям, а не по голосам: числа ниже — сотые доли процента.")]
    public async Task Declare_AlmatyFromShares_SaysSo(string language, string sentence) =>
        (await Terminal.RunAsync("declare", "kz-maslikhat-almaty-2021", "--language", language)).Flat.ShouldContain(sentence);

    [Fact]
    public async Task Declare_AlmatyFromShares_SaysSoInJson() =>
        ((string?)(await Terminal.RunAsync("declare", "kz-maslikhat-almaty-2021", "--format", "json")).Json["computedFrom"]).ShouldBe("shares");

    [Fact]
    public async Task Declare_AkmolaWhoseFiguresDoNotAddUp_ReportsIt()
    {
        var answer = await Terminal.RunAsync("declare", "kz-maslikhat-akmola-2021");
        answer.Flat.ShouldContain("7,039 unaccounted for: voted = votes + invalid leaves 370,760 against 363,721, and invalid is not known.");
    }
}
