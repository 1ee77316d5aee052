namespace Mandate.Modules.Tests.Elections;

/// <summary>Senators elected by the maslikhats of a region.</summary>
public class SenateTest
{
    [Fact]
    public async Task Declare_Kyzylorda2024_ElectsInTheFirstRound()
    {
        var answer = await Terminal.RunAsync("declare", "kz-senate-kyzylorda-2024", "--format", "json");
        answer.Code.ShouldBe(0);
        ((string?)answer.Json["status"]).ShouldBe("complete");
        ((string?)answer.Json["chambers"]![0]!["tiers"]![0]!["elected"]![0]!["name"]).ShouldBe("Nauryzbai Baikadamov");
        answer.Out.ShouldNotContain("\"outcome\": \"runoff\"");
    }

    [Fact]
    public async Task Declare_Kyzylorda2024_ReportsTheUnaccountedBallot()
    {
        // 116 + 17 + 12 + 1 = 146 of the 147 who voted.
        var text = (await Terminal.RunAsync("declare", "kz-senate-kyzylorda-2024")).Flat;
        text.ShouldContain("Nauryzbai Baikadamov 116 78.91 % elected");
        text.ShouldContain("Voted 147");
        text.ShouldContain("! 1 unaccounted for: voted = votes + invalid leaves 147 against 146, and invalid is not known.");
    }

    [Fact]
    public async Task Declare_NobodyHasMoreThanHalf_AsksForASecondRound()
    {
        using var folder = ElectionFolder.CopyOf("kz-senate-kyzylorda-2024")
            .Change("votes.csv", "nauryzbai-baikadamov,116", "nauryzbai-baikadamov,73")
            .Change("votes.csv", "almasbek-yesmakhanov,17", "almasbek-yesmakhanov,60");
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(3);
        ((string?)answer.Json["status"]).ShouldBe("runoff");
        answer.Json["pending"]![0]!["contenders"]!.AsArray().Select(c => (string?)c).ShouldBe(["nauryzbai-baikadamov", "almasbek-yesmakhanov"]);
    }

    [Fact]
    public async Task Declare_QuorumKnownAndMissed_AsksForARepeatElection()
    {
        using var folder = ElectionFolder.CopyOf("kz-senate-kyzylorda-2024")
            .Append("figures.csv", "regions,kyzylorda,electors,400,s1\nregions,kyzylorda,present,200,s1\n");
        var answer = await Terminal.RunAsync("declare", folder.Path, "--format", "json");
        answer.Code.ShouldBe(3);
        ((string?)answer.Json["status"]).ShouldBe("repeat");
        ((string?)answer.Json["pending"]![0]!["reason"]).ShouldBe("repeat-election");
    }

    [Fact]
    public async Task Declare_NamesAndVotesNotPublished_AreUnknown()
    {
        var answer = await Terminal.RunAsync("declare", "kz-senate-almaty-region-2022", "--format", "json");
        answer.Code.ShouldBe(3);
        ((string?)answer.Json["status"]).ShouldBe("unknown");
        ((string?)answer.Json["pending"]![0]!["reason"]).ShouldBe("candidates");
    }
}
