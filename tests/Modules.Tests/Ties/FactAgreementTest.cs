namespace Mandate.Modules.Tests.Ties;

/// <summary>Facts must agree with each other as files must.</summary>
public class FactAgreementTest
{
    private const string Law = "kz/majilis@2020-05-25";

    [Fact]
    public async Task Declare_ValidGivenThatIsNotTheSum_IsRefused()
    {
        using var folder = ElectionFolder.OfLists(Law, ("a", 600), ("b", 400));
        await ShouldRefuseAsync(folder, "lists/nation:valid=1001", "found 1000 votes for all options and valid = 1001; expected the two to be equal");
        (await Terminal.RunAsync("declare", folder.Path, "--fact", "lists/nation:valid=1000")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Declare_LastVotesGivenBesideAnotherValid_AreRefused()
    {
        using var folder = ElectionFolder.OfLists(Law, ("a", 600), ("b", -1)).Write("figures.csv", "contest,unit,figure,value\nlists,nation,valid,1000\n");
        await ShouldRefuseAsync(folder, "lists/nation:votes.b=401", "found 1001 votes for all options and valid = 1000; expected the two to be equal");
        (await Terminal.RunAsync("declare", folder.Path, "--fact", "lists/nation:votes.b=400")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Declare_PlaceOfRegistrationThatContradicts_IsRefused()
    {
        using var folder = ElectionFolder.OfLists(Law, ("a", 600), ("b", 400)).Change("election.yaml", "name: { en: List a }", "name: { en: List a }, registered: 2");
        await ShouldRefuseAsync(folder, "lists/nation:registered.a=1", "found 1; expected 2, which the election's data have");
        await ShouldRefuseAsync(folder, "lists/nation:registered.b=2", "found 2; expected another place, since 'a' has that one");
    }

    private static async Task ShouldRefuseAsync(ElectionFolder folder, string fact, string reason) =>
        (await Terminal.RunAsync("declare", folder.Path, "--fact", fact)).ShouldBe(new Answer(2, string.Empty, $"--fact {fact}: {reason}.\n"));
}
