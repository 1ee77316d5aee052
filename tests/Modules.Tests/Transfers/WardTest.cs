using Mandate.Modules.Tests.BadInput;

namespace Mandate.Modules.Tests.Transfers;

/// <summary>A made-up ward of the Scottish law, from its ballots to its papers.</summary>
/// <remarks>
/// Ten ballots, one seat, quota 6; Ann and Bob have three each, Cat and Dan two, so the law draws a lot for who is excluded. Cat
/// out: Ann 3, Bob 5, Dan 2; Dan out: 5 and 5, and Bob, who had more at the stage before, stays. Dan out first: the same for Ann.
/// </remarks>
public class WardTest
{
    private const string Persons = "contest,unit,list,candidate,position,name\nwards,ward,red,ann,1,Ann\nwards,ward,blue,bob,1,Bob\nwards,ward,red,cat,2,Cat\nwards,ward,,dan,0,Dan\n";

    [Fact]
    public async Task Declare_SeatsAndPersons_CountForTheirLists()
    {
        // 11 ballots, 2 seats: quota 4. Ann and Cat of the list red have it at once.
        using var folder = Ward("5 1 3 0\n1 2 0\n4 3 0\n1 4 0\n", seats: 2);
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Error.ShouldBeEmpty();
        answer.Code.ShouldBe(0);
        Elections.Seats.OfTier(answer.Json, "wards").ShouldBe("red 2");
        answer.Out.ShouldContain("\"person\": \"ann\"");
        answer.Out.ShouldContain("\"person\": \"cat\"");
    }

    [Fact]
    public async Task Declare_TieThroughout_AsksForTheLotOfItsStage()
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path);
        answer.Code.ShouldBe(3);
        answer.Flat.ShouldContain("! Cat and Dan have equally few votes; a lot must be drawn for who is excluded. Record it: --lot wards/ward:transfer.stage-2=LIST");
    }

    [Theory]
    [InlineData("cat", "bob")]
    [InlineData("dan", "ann")]
    public async Task Declare_LotGiven_DecidesTheSeat(string excluded, string elected)
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--lot", $"wards/ward:transfer.stage-2={excluded}", "--format", "json");
        answer.Error.ShouldBeEmpty();
        answer.Code.ShouldBe(0);
        answer.Out.ShouldContain($"\"person\": \"{elected}\"");
    }

    [Fact]
    public async Task Declare_LotInTheData_DecidesTheSeat()
    {
        using var folder = Tied().Write("lots.csv", "contest,constituency,step,list\nwards,ward,transfer.stage-2,cat\n");
        (await Terminal.RunAsync("explain", folder.Path)).Flat.ShouldContain("the recorded lot excludes Cat");
    }

    [Theory]
    [InlineData("transfer.stage-2=ann")]
    [InlineData("transfer.stage-3=cat")]
    [InlineData("transfer=cat")]
    public async Task Declare_LotThatDoesNotFit_IsRefused(string lot)
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("declare", folder.Path, "--lot", "wards/ward:" + lot);
        answer.Code.ShouldBe(2);
        answer.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Declare_LotThatChangesNothing_IsNotAskedFor()
    {
        // Whoever of the three is out, Ann has the quota of 6.
        using var folder = Ward("5 1 0\n2 2 1 0\n2 3 1 0\n2 4 1 0\n");
        var answer = await Terminal.RunAsync("explain", folder.Path);
        answer.Code.ShouldBe(0);
        answer.Flat.ShouldContain("whoever is excluded first, the same persons are elected, so no lot is drawn");
    }

    [Fact]
    public async Task Explain_Stages_StandInTables()
    {
        using var folder = Ward("5 1 0\n4 2 0\n1 3 1 0\n1 4 2 0\n1 4 0\n");
        var answer = await Terminal.RunAsync("explain", folder.Path);

        // 12 ballots, quota 7. Cat is out: Ann 6. Dan is out: Bob 5, one vote for nobody. Bob is out, his five for nobody: Ann is left.
        answer.Flat.ShouldContain("4 candidates, 1 to be elected, 12 valid ballots. Quota: the whole part of 12 ÷ (1 + 1), plus 1, which is 7.");
        answer.Flat.ShouldContain("2 Cat: fewest votes, excluded; 1 pass on 0");
        answer.Flat.ShouldContain("3 Dan: fewest votes, excluded; 2 pass on 1");
        answer.Flat.ShouldContain("Ann: last vacancies");
        answer.Flat.ShouldContain("Ann (List red) 5 6 6 6 elected, stage 4");
        answer.Flat.ShouldContain("Non-transferable 0 0 1 6");
    }

    [Theory]
    [InlineData("kk", "Дауыстарды ауыстыру")]
    [InlineData("ru", "Передача голосов")]
    public async Task Explain_OtherLanguages_TellTheSame(string language, string step)
    {
        using var folder = Tied();
        var answer = await Terminal.RunAsync("explain", folder.Path, "--language", language);
        answer.Out.ShouldContain(step);
        answer.Out.ShouldNotContain("{");
    }

    [Fact]
    public async Task Declare_NoCandidatesFile_EverybodyStandsAlone()
    {
        using var folder = Ward("7 1 0\n4 2 0\n");
        File.Delete(Path.Combine(folder.Path, "candidates.csv"));
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(0);
        answer.Out.ShouldContain("\"person\": \"ward-1\"");
    }

    [Fact]
    public async Task Declare_NoBallots_AnswersUnknown()
    {
        using var folder = Tied();
        File.Delete(Path.Combine(folder.Path, "ballots", "ward.blt"));
        var answer = await Terminal.RunAsync("declare", folder.Path);
        answer.Code.ShouldBe(3);
        answer.Flat.ShouldContain("The preference ballots are not at hand.");
    }

    [Fact]
    public async Task Declare_SeatsOtherThanInAreas_AreRefused()
    {
        using var folder = Tied().Change("areas.csv", "ward,ward,1", "ward,ward,2");
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "ward/ballots/ward.blt:1:3: found 1 seats; expected 2, as areas.csv has them");
    }

    [Fact]
    public async Task Declare_NamesOtherThanInCandidates_AreRefused()
    {
        using var folder = Tied().Change("candidates.csv", "Bob", "Bobby");
        await ElectionFilesTest.ShouldBeRefusedAsync(
            folder,
            "ward/ballots/ward.blt:8:1: found the candidate 'Bob'; expected one of candidates.csv for 'ward': Ann, Bobby, Cat, Dan",
            "ward/ballots/ward.blt:10:1: found no candidate 'Bobby'; expected every person whom candidates.csv has here");
    }

    [Fact]
    public async Task Declare_FileOfAnotherConstituency_IsRefused()
    {
        using var folder = Tied().Write("ballots/word.blt", "1 1\n0\n\"A\"\n");
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "ward/ballots/word.blt: found the constituency 'word'; expected a file named by one of ward");
    }

    [Fact]
    public async Task Declare_VotesBesideBallots_AreRefused()
    {
        using var folder = Tied().Write("votes.csv", "contest,unit,list,candidate,votes\nwards,ward,red,,5\n");
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "ward/votes.csv: found votes in 'ward'; expected none: the first preferences of ballots/ward.blt are its votes");
    }

    [Fact]
    public async Task Declare_ValidOtherThanTheBallots_IsRefused()
    {
        using var folder = Tied().Write("figures.csv", "contest,unit,figure,value\nwards,ward,valid,12\n");
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "ward/figures.csv:2:4: found 12 valid votes in column 'value'; expected 10, the valid ballots of ballots/ward.blt");
    }

    [Fact]
    public async Task Declare_LawWithoutTransfer_RefusesBallots()
    {
        using var folder = Tied().Change("election.yaml", "gb/scotland-local@2011", "gb/london-assembly@1999-11-11").Change("election.yaml", "id: wards", "id: constituencies").Change("election.yaml", "contest: wards", "contest: constituencies")
            .Change("areas.csv", "wards,", "constituencies,").Change("candidates.csv", "wards,", "constituencies,");
        await ElectionFilesTest.ShouldBeRefusedAsync(folder, "ward/ballots/ward.blt: found preference ballots; expected no folder 'ballots': gb/london-assembly@1999-11-11 counts none of this election's contests by transfer");
    }

    private static ElectionFolder Tied() => Ward("3 1 0\n3 2 0\n2 3 2 0\n2 4 1 0\n");

    private static ElectionFolder Ward(string ballots, int seats = 1) => ElectionFolder.OfWard(
        $"4 {seats}\n{ballots}0\n\"Ann\"\n\"Bob\"\n\"Cat\"\n\"Dan\"\n\"Ward\"\n", seats, Persons);
}
