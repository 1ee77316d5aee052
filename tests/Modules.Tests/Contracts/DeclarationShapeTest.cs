using System.Text.Json.Nodes;

namespace Mandate.Modules.Tests.Contracts;

/// <summary>What <c>declare --format json</c> promises to other programs, for every election.</summary>
public class DeclarationShapeTest
{
    private static readonly string[] Statuses = ["complete", "tie", "runoff", "repeat", "unknown", "undefined"];

    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds];

    [Theory, MemberData(nameof(Elections))]
    public async Task Json_EveryElection_HasTheShapeOfTheContract(string id)
    {
        var answer = await Terminal.RunAsync("declare", id, "--format", "json");
        var json = answer.Json;
        ((string?)json["election"]).ShouldBe(id);
        ((string?)json["law"]).ShouldNotBeNull().ShouldContain('@');
        Statuses.ShouldContain((string?)json["status"]);
        answer.Code.ShouldBe((string?)json["status"] == "complete" ? 0 : 3);
        json["pending"].ShouldBeOfType<JsonArray>();
        foreach (var chamber in json["chambers"].ShouldBeOfType<JsonArray>())
        {
            ((string?)chamber!["id"]).ShouldNotBeNull();
            ((int)chamber["vacant"]!).ShouldBeGreaterThanOrEqualTo(0);
            var total = SeatsOf(chamber);
            var tiers = 0;
            foreach (var tier in chamber["tiers"].ShouldBeOfType<JsonArray>())
            {
                ((string?)tier!["id"]).ShouldNotBeNull();
                tier["elected"].ShouldBeOfType<JsonArray>();
                SeatsOf(tier).ShouldBe(tier["constituencies"].ShouldBeOfType<JsonArray>().Sum(c => SeatsOf(c!)));
                tiers += (bool)tier["fillsSeats"]! ? SeatsOf(tier) : 0;
            }

            tiers.ShouldBe(total);
        }
    }

    /// <summary>The contract gives every chamber "seats" by list.</summary>
    private static int SeatsOf(JsonNode node) => node["seats"].ShouldBeOfType<JsonObject>().Sum(s => (int)s.Value!);

    [Theory, MemberData(nameof(Elections))]
    public async Task Json_PublishedFigures_AreCalledARecalculation(string id)
    {
        ((string?)(await Terminal.RunAsync("declare", id, "--format", "json")).Json["kind"]).ShouldBe("recalculation");
        (await Terminal.RunAsync("declare", id)).Flat.ShouldContain("A recalculation from published figures, not an act of the commission.");
    }

    [Fact]
    public async Task Json_MadeUpFigures_AreMarkedEverywhere()
    {
        using var folder = ElectionFolder.OfLists("kz/majilis@2009-02-09", ("a", 600), ("b", 400));
        ((bool)(await Terminal.RunAsync("declare", folder.Path, "--format", "json")).Json["synthetic"]!).ShouldBeTrue();
        (await Terminal.RunAsync("declare", folder.Path)).Flat.ShouldContain("* Made-up figures of a made-up country.");
    }

    [Fact]
    public async Task Json_Pending_NamesWhatWouldSettleIt()
    {
        var pending = (await Terminal.RunAsync("declare", "kz-maslikhat-karaganda-2023", "--format", "json")).Json["pending"]![0]!;
        ((string?)pending["status"]).ShouldBe("unknown");
        ((string?)pending["contest"]).ShouldBe("lists");
        ((string?)pending["area"]).ShouldBe("karaganda");
        pending["facts"]!.AsArray().Select(f => (string?)f).ShouldBe(["lists/karaganda:seats"]);
    }
}
