using Mandate.Modules.Tests.Stores;

namespace Mandate.Modules.Tests.Counts;

/// <summary>Whole countries counted from published polling stations, to the official seats. The files stay outside the repository: MANDATE_SAMPLES names their folder.</summary>
public class NationalCountsTest
{
    [Theory]
    [InlineData("il-knesset-24", "il-precinct", "il-knesset-24", "israel/il-knesset-15-25-stations.zip", 12_926)]
    [InlineData("se-riksdag-2022", "se-district", "se-2022", "sweden/se-riksdag-2022-districts.csv", 6_578)]
    [InlineData("ru-duma-2021-list", "ru-precinct", "ru-2021", "russia/ru-2021.csv.zip", 96_325)]
    public async Task Count_OfPublishedStations_DeclaresTheOfficialSeats(string election, string form, string mapping, string stations, int protocols)
    {
        var samples = Environment.GetEnvironmentVariable("MANDATE_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(samples), "MANDATE_SAMPLES does not name a folder with station files.");
        var file = Path.Combine(samples!, "stations", stations);
        using var ground = Ground.Of("sqlite");
        (await RunAsync(0, ground, "open", election, "--form", form, "--stations", file, "--mapping", mapping, "--imports", "acceptance")).Out.ShouldContain($": {protocols} protocols are due, ");
        var taken = (await RunAsync(0, ground, "import", file, "--mapping", mapping, "--accept-warnings", "as published", "--accept-errors", "as published", "--format", "json")).Json;
        (taken["accepted"]!.GetValue<int>(), taken["leaves"]!.GetValue<int>()).ShouldBe((protocols, protocols + 2));

        var totals = (await RunAsync(0, ground, "tally", "--format", "json")).Json["final"]!.AsArray();
        totals.Where(t => t!["list"] is not null).Select(t => $"{t!["list"]} {t["sum"]}").ShouldBe(Votes(election), ignoreOrder: true);
        (await RunAsync(0, ground, "sign-off", "--as", "central")).Error.ShouldBeEmpty();
        var declared = await RunAsync(0, ground, "declare", "--as", "central", "--format", "json");
        declared.Error.ShouldBe($"Declared in leaf {protocols + 3}.\n");
        declared.Json["chambers"]![0]!["seats"]!.AsObject().Select(x => $"{x.Key} {x.Value}").ShouldBe(Repository.Catalogue.Election(election).Election!.Expected!.Total!.Select(x => $"{x.Key} {x.Value}"), ignoreOrder: true);
        var verified = (await RunAsync(0, ground, "verify", "--format", "json")).Json;
        (verified["holds"]!.GetValue<bool>(), verified["protocols"]!.GetValue<int>(), verified["leaves"]!.GetValue<int>()).ShouldBe((true, protocols, protocols + 4));
    }

    private static async Task<Answer> RunAsync(int code, Ground ground, params string[] words)
    {
        var answer = await Terminal.RunAsync(["results", .. words, "--data", ground.Folder]);
        answer.Code.ShouldBe(code, answer.Error);
        return answer;
    }

    private static IEnumerable<string> Votes(string election) =>
        File.ReadLines(Repository.PathTo("elections", election, "votes.csv")).Skip(1).Select(l => l.Split(',')).GroupBy(f => f[2])
            .Select(g => $"{g.Key} {g.Sum(f => Poll.Number(f[4]))}");
}
