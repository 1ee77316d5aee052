namespace Mandate.Modules.Tests.Papers;

/// <summary>Votes for persons are among those for their list: no table and no check counts them twice.</summary>
public class PreferenceVotesTest
{
    [Fact]
    public async Task Declare_OpenLists_AddsUpTheVotesOfListsAlone()
    {
        using var folder = ElectionFolder.OfOpenLists();
        var answer = await Terminal.RunAsync("declare", folder.Path);
        answer.Code.ShouldBe(0, answer.Error);

        // Of 1,260 votes for lists; another 1,260 for persons on them are the same ballots.
        answer.Out.ShouldContain("List red      570   45.24\u00A0%");
    }

    [Theory]
    [InlineData("390", 0)]
    [InlineData("780", 2)]
    public async Task Declare_ValidGivenAsAFact_IsHeldAgainstTheVotesOfListsAlone(string valid, int code)
    {
        using var folder = ElectionFolder.OfOpenLists();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--fact", $"lists/a:valid={valid}");
        answer.Code.ShouldBe(code, answer.Error);
    }
}
