namespace Mandate.Modules.Tests.Contracts;

/// <summary>The verb for one allocation.</summary>
public class ApportionTest
{
    private const string Majilis2021 = "list,votes\nnur_otan,5148074\nak_zhol,792828\nqhp,659019\nauyl,383023\nadal,258618\n";

    [Theory]
    [InlineData("hare", "76 12 10")]
    [InlineData("droop", "77 12 9")]
    [InlineData("dhondt", "77 12 9")]
    [InlineData("1,2,3", "77 12 9")]
    [InlineData("sainte-lague", "76 12 10")]
    public async Task Apportion_Majilis2021_GivesTheSeatsOfTheMethod(string method, string seats)
    {
        var answer = await ApportionAsync(Majilis2021, "--method", method, "--seats", "98", "--threshold", "7", "--format", "json");
        answer.Code.ShouldBe(0);
        answer.Error.ShouldBeEmpty();
        string.Join(' ', answer.Json["seats"]!.AsObject().Select(s => (int)s.Value!)).ShouldBe(seats + " 0 0");
        answer.Json["missed"]!.AsArray().Select(m => (string?)m).ShouldBe(["auyl", "adal"]);
        ((string?)answer.Json["status"]).ShouldBe("complete");
    }

    [Fact]
    public async Task Apportion_Text_IsATable()
    {
        var answer = await ApportionAsync("list,votes\na,60\nb,40\n", "--method", "hare", "--seats", "5");
        answer.Flat.ShouldContain("List Votes Share Seats");
        answer.Flat.ShouldContain("a 60 60.00 % 3");
        answer.Flat.ShouldContain("Total 100 5");
    }

    [Fact]
    public async Task Apportion_Tie_EndsWith3AndNamesIt()
    {
        var answer = await ApportionAsync("list,votes\na,50\nb,50\n", "--method", "hare", "--seats", "5", "--format", "json");
        answer.Code.ShouldBe(3);
        answer.Error.ShouldBe("a, b tie for 1; the votes leave it open.\n");
        ((string?)answer.Json["status"]).ShouldBe("tie");
        answer.Json["tie"]!["contenders"]!.AsArray().Count.ShouldBe(2);
    }

    /// <summary>Sums that other programs are known to get wrong.</summary>
    [Theory]

    // Quota 10: 1.5 1.5 1.8 5.2. Whole 8; .8 takes one, the last is tied at .5: not given to the first or to the larger.
    [InlineData("15 15 18 52", "hare", 10, "1 1 2 5", "l0,l1 1")]

    // Quota 40: 1.275 .775 .15 1.45 .45 .9. Whole 2; .9 and .775; the last is tied between 58 and 18, whose remainders are both .45.
    [InlineData("51 31 6 58 18 36", "hare", 5, "1 1 0 1 0 1", "l3,l4 1")]
    public async Task Apportion_EqualRemainders_AreATie(string votes, string method, int seats, string awarded, string tie)
    {
        var answer = await ApportionAsync(Csv(votes.Split(' ')), "--method", method, "--seats", $"{seats}", "--format", "json");
        answer.Code.ShouldBe(3);
        string.Join(' ', answer.Json["seats"]!.AsObject().Select(s => (int)s.Value!)).ShouldBe(awarded);
        $"{string.Join(',', answer.Json["tie"]!["contenders"]!.AsArray().Select(c => (string?)c))} {(int)answer.Json["tie"]!["seats"]!}".ShouldBe(tie);
    }

    [Fact]
    public async Task Apportion_OneLargeAndSixtyTiny_GivesAllSeatsToTheLargeOne()
    {
        // The tenth quotient of 100 by Sainte-Laguë is 100/19 = 5.26, still above 1: an estimate from the quota 16 gives the tiny lists seats.
        var answer = await ApportionAsync(Csv(["100", .. Enumerable.Repeat("1", 60)]), "--method", "sainte-lague", "--seats", "10", "--format", "json");
        answer.Code.ShouldBe(0);
        answer.Json["seats"]!.AsObject().Select(s => (int)s.Value!).ShouldBe([10, .. Enumerable.Repeat(0, 60)]);
    }

    [Fact]
    public async Task Apportion_ExactlyTheThreshold_Passes()
    {
        // 7 of 100 is 7 %; 0.07 × 100 in floating point is 7.000000000000001.
        var answer = await ApportionAsync(Csv(["93", "7"]), "--method", "hare", "--seats", "100", "--threshold", "7", "--format", "json");
        answer.Code.ShouldBe(0);
        answer.Json["missed"]!.AsArray().ShouldBeEmpty();
        ((int)answer.Json["seats"]!["l1"]!).ShouldBe(7);
        (await ApportionAsync(Csv(["94", "6"]), "--method", "hare", "--seats", "100", "--threshold", "7", "--format", "json")).Json["missed"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("list,votes\na,-1\n", "standard input:2:2: found '-1' in column 'votes'; expected a whole number of at least 0, digits only; an empty cell means unknown\n1 finding; nothing was computed or written.\n")]
    [InlineData("list,votes\na,1\na,2\n", "standard input:3:1: found a second row for 'a' in column 'list'; expected one row a list\n1 finding; nothing was computed or written.\n")]
    [InlineData("list,votes\na,\n", "standard input:2:2: found an empty cell in column 'votes'; expected a value\n1 finding; nothing was computed or written.\n")]
    [InlineData("list\na\n", "standard input:1:1: found no column 'votes'; expected the header list,votes and, where wanted, held,minimum,maximum\n1 finding; nothing was computed or written.\n")]
    [InlineData("list,votes\n", "standard input:1:1: found no list; expected at least one row below the header list,votes\n1 finding; nothing was computed or written.\n")]
    [InlineData("", "standard input:1:1: found an empty file; expected a header: list,votes\n1 finding; nothing was computed or written.\n")]
    public async Task Apportion_BadInput_SaysItWhole(string csv, string message) =>
        (await ApportionAsync(csv, "--method", "hare", "--seats", "5")).ShouldBe(new Answer(2, string.Empty, message));

    private static string Csv(IEnumerable<string> votes) => "list,votes\n" + string.Concat(votes.Select((v, i) => $"l{i},{v}\n"));

    private static Task<Answer> ApportionAsync(string csv, params string[] words) => Terminal.RunAsync(["apportion", .. words, "-"], csv);
}
