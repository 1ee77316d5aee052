namespace Mandate.Modules.Tests.Ties;

/// <summary>Facts given by hand fill what is missing and never overrule what is known.</summary>
public class FactTest
{
    private static readonly string[] Shymkent = ["qhp=600", "nur_otan=7000", "adal=500", "auyl=900", "ak_zhol=1000"];

    [Theory]
    [InlineData("lists/nation:valid=7", "found valid = 7; expected 7241562, which the election's data have")]
    [InlineData("lists/nation:votes.adal=7", "found votes.adal = 7; expected 258618, which the election's data have")]
    [InlineData("lists/nation:votes.nobody=7", "found 'nobody'; expected one of nur_otan, ak_zhol, qhp, auyl, adal")]
    [InlineData("lists/nation:found=-1", "found '-1'; expected a whole number of at least 0")]
    [InlineData("lists/nation:found=9223372036854775807", "found 9223372036854775807; expected votes and figures of fewer than 2^63 together")]
    [InlineData("lists/nation:registered.adal=soon", "found 'soon'; expected a day written YYYY-MM-DD, or a place in the order of registration such as 1")]
    [InlineData("nowhere/nation:found=1", "found 'nowhere/nation'; expected a key that begins with one of lists/nation:, assembly/nation:")]
    [InlineData("found", "found 'found'; expected KEY=VALUE, such as lists/nation:registered.LIST=2020-11-20")]
    public async Task Declare_FactThatContradictsOrCannotBe_IsRefused(string fact, string reason) =>
        (await Terminal.RunAsync("declare", "kz-majilis-2021", "--fact", fact)).ShouldBe(new Answer(2, string.Empty, $"--fact {fact}: {reason}.\n"));

    [Fact]
    public async Task Declare_FactThatRepeatsWhatIsKnown_IsTaken()
    {
        var answer = await Terminal.RunAsync("declare", "kz-majilis-2021", "--fact", "lists/nation:valid=7241562");
        answer.Code.ShouldBe(0);
        answer.Flat.ShouldContain("- Given by hand: lists/nation:valid=7241562.");
    }

    [Fact]
    public async Task Declare_TwoDifferentDaysForOneList_IsRefused()
    {
        const string First = "lists/nation:registered.adal=2020-11-20", Second = "lists/nation:registered.adal=2020-11-21";
        (await Terminal.RunAsync("declare", "kz-majilis-2021", "--fact", First, "--fact", Second)).ShouldBe(
            new Answer(2, string.Empty, $"--fact {Second}: found 2020-11-21; expected 2020-11-20, which the election's data have.\n"));
    }

    [Fact]
    public async Task Declare_VotesMissing_FactsSettleThem()
    {
        var facts = Shymkent.SelectMany(f => new[] { "--fact", $"lists/shymkent:votes.{f}" });
        (await Terminal.RunAsync(["declare", "kz-maslikhat-shymkent-2021", .. facts])).Code.ShouldBe(0);
    }
}
