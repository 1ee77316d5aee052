using System.Globalization;
using System.Text.Json.Nodes;

namespace Mandate.Modules.Tests.Results;

/// <summary>Real polling stations, which stay outside the repository: MANDATE_SAMPLES names the folder that has them.</summary>
public class SamplesTest
{
    [Fact]
    public async Task Sweden2022_Districts_AddUpToTheElection()
    {
        var answer = await CheckAsync("se-district", "se-2022", "sweden/se-riksdag-2022-districts.csv");
        answer.Code.ShouldBe(0);
        answer.Json["protocols"]!.GetValue<int>().ShouldBe(6578);
        Sums(answer.Json).ShouldBe(Votes("se-riksdag-2022"), ignoreOrder: true);
        Sum(answer.Json, "valid").ShouldBe(6_477_970);
        answer.Json["checks"]!.AsArray().Sum(c => c!["failed"]!.GetValue<int>()).ShouldBe(0);
    }

    [Fact]
    public async Task Knesset24_Stations_AddUpToTheElection()
    {
        var answer = await CheckAsync("il-precinct", "il-knesset-24", "israel/il-knesset-15-25-stations.zip");
        answer.Code.ShouldBe(0);
        answer.Json["protocols"]!.GetValue<int>().ShouldBe(12_926);
        Sums(answer.Json).ShouldBe(Votes("il-knesset-24"), ignoreOrder: true);
        Sum(answer.Json, "voters").ShouldBe(4_436_365);
    }

    [Theory]
    [InlineData("2011", 95_225, 109_229_337, "er 32371737", "RU.04 18, RU.07 10")]
    [InlineData("2016", 96_871, 110_061_200, "er 28527828", "RU.04 4, RU.07 5")]
    [InlineData("2021", 96_325, 109_204_662, "er 28064200", "RU.04 7, RU.07 13")]
    public async Task Duma_Precincts_AreAllReadAndAddedUp(string year, int rows, long registered, string list, string failed)
    {
        var answer = await CheckAsync("ru-precinct", "ru-" + year, $"russia/ru-{year}.csv.zip");
        answer.Error.ShouldBeEmpty();
        answer.Json["protocols"]!.GetValue<int>().ShouldBe(rows);
        Sum(answer.Json, "registered").ShouldBe(registered);
        Sums(answer.Json).ShouldContain(list);
        Sums(answer.Json).Sum(s => long.Parse(s.Split(' ')[1], CultureInfo.InvariantCulture)).ShouldBe(Sum(answer.Json, "valid"));
        string.Join(", ", answer.Json["checks"]!.AsArray().Where(c => c!["failed"]!.GetValue<int>() > 0).Select(c => $"{c!["code"]} {c["failed"]}")).ShouldBe(failed);
    }

    private static async Task<Answer> CheckAsync(string form, string mapping, string file)
    {
        var samples = Environment.GetEnvironmentVariable("MANDATE_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(samples), "MANDATE_SAMPLES does not name a folder with station files.");
        return await Terminal.RunAsync("results", "check", "--form", form, "--mapping", mapping, "--format", "json", "--most", "5", Path.Combine(samples!, "stations", file));
    }

    private static long Sum(JsonNode json, string figure) => json["totals"]!.AsArray().Single(t => t!["figure"]!.GetValue<string>() == figure)!["sum"]!.GetValue<long>();

    private static List<string> Sums(JsonNode json) => [.. json["totals"]!.AsArray().Where(t => t!["list"] is not null).Select(t => $"{t!["list"]} {t["sum"]}")];

    /// <summary>The votes of an election's lists, added up over its constituencies.</summary>
    private static List<string> Votes(string election) =>
    [
        .. File.ReadLines(Repository.PathTo("elections", election, "votes.csv")).Skip(1).Select(l => l.Split(',')).GroupBy(f => f[2])
            .Select(g => $"{g.Key} {g.Sum(f => long.Parse(f[4], CultureInfo.InvariantCulture))}"),
    ];
}
