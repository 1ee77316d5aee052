using System.Globalization;
using System.Security.Cryptography;
using Mandate.Results.Generating;

namespace Mandate.Modules.Tests.Generating;

/// <summary>What is made up: always the same, sound where no slip is planted, and never anybody real.</summary>
public class GeneratorTest
{
    public static TheoryData<int, int, int, int> Sizes => new() { { 100, 1, 2, 1 }, { 100, 10, 3, 2 }, { 990, 99, 2, 3 }, { 300, 4, 100, 4 }, { 3000, 17, 20, 5 }, { 3000, 17, 20, 6 } };

    /// <summary>Holds the bytes themselves, on every machine: where they change, so must <see cref="Generator.Version"/>.</summary>
    [Theory]
    [InlineData("protocols.csv", "b01d3343b0cc496b")]
    [InlineData("units.csv", "985e9dc83d302197")]
    [InlineData("planted.csv", "c41576f268819c86")]
    [InlineData("previous-protocols.csv", "3a43e6f91b885cd1")]
    [InlineData("election/votes.csv", "7e187666ee99a6e9")]
    public void Write_VersionOfTheGenerator_HasTheseBytes(string file, string hash)
    {
        Generator.Version.ShouldBe(1);
        Convert.ToHexStringLower(SHA256.HashData(Made.Small.Bytes(file)))[..16].ShouldBe(hash);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("kk-KZ")]
    [InlineData("ar-SA")]
    public void Write_InACulture_GivesTheSameBytes(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberGroupSeparator = "_";
        culture.DateTimeFormat.DateSeparator = "!";
        var expected = Made.Small;
#pragma warning disable RS0030 // The code never reads the current culture; this sets it, to show that nobody does.
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var again = Made.Of(expected.Options);
            again.Names.ShouldBe(expected.Names);
            foreach (var file in again.Names)
            {
                again.Bytes(file).SequenceEqual(expected.Bytes(file)).ShouldBeTrue(file);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
#pragma warning restore RS0030
    }

    [Fact]
    public void Write_OtherSeed_IsAnotherCountry()
    {
        var (one, two) = (Made.Of(new GeneratorOptions { Precincts = 200, Seed = 1 }), Made.Of(new GeneratorOptions { Precincts = 200, Seed = 2 }));
        two.Summary.Country.ShouldNotBe(one.Summary.Country);
        two.Rows("protocols.csv")[0].Intersect(one.Rows("protocols.csv")[0]).ShouldBe(["unit", .. Cells.Names]);
        two.Text("protocols.csv").Split('\n')[1..].Intersect(one.Text("protocols.csv").Split('\n')[1..]).ShouldBe([string.Empty]);
    }

    [Fact]
    public void Write_MoreSlipsOrAnElectionBefore_ChangesNoTrueFigure()
    {
        var plain = Made.Of(Made.Small.Options with { SlipsPerMillion = 0, Previous = false });
        plain.Bytes("protocols.csv").SequenceEqual(Made.Small.Bytes("protocols-true.csv")).ShouldBeTrue();
        plain.Rows("planted.csv").Count.ShouldBe(1);
        plain.Summary.Slips.ShouldAllBe(s => s.Value == 0);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Protocols_WithoutSlips_PassEveryCheck(int precincts, int regions, int lists, int seed)
    {
        var made = Made.Of(new GeneratorOptions { Precincts = precincts, Regions = regions, Lists = lists, Seed = (ulong)seed, True = true, Previous = true });
        foreach (var file in new[] { "protocols-true.csv", "previous-protocols.csv" })
        {
            var report = made.Check(file);
            report.Protocols.ShouldBe(precincts);
            (report.Errors, report.Warnings, report.Blanks).ShouldBe((0, 0, 0), file);
            report.Checks.ShouldAllBe(c => c.Unchecked == 0 && c.Failed == 0);
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Units_OfAllSizes_AreATreeWithEveryKindAndTheProtocolsInItsOrder(int precincts, int regions, int lists, int seed)
    {
        var made = Made.Of(new GeneratorOptions { Precincts = precincts, Regions = regions, Lists = lists, Seed = (ulong)seed });
        var tree = made.Units();
        tree.Units.Count.ShouldBe(made.Summary.Units);
        tree.Reporting.ShouldBe(precincts);
        tree.Units.Select(u => u.Kind).Distinct().Order(StringComparer.Ordinal).ShouldBe(["abroad", "country", "district", "electronic", "mobile", "precinct", "region", "special"]);
        tree.Units.Count(u => u.Kind == "region").ShouldBe(regions + 1);
        tree.Units.ShouldAllBe(u => u.Id == "zz" || u.Id.StartsWith("zz-", StringComparison.Ordinal));
        tree.Units.Where(u => u.Kind is "country" or "region").ShouldAllBe(u => u.Name.Contains("(made-up"));
        made.Rows("protocols.csv").Skip(1).Select(r => r[0]).ShouldBe(Enumerable.Range(0, tree.Units.Count).Where(tree.Reports).Select(i => tree.Units[i].Id));
    }

    [Fact]
    public void Figures_OfACountry_ArePlausible()
    {
        var made = Made.Of(new GeneratorOptions { Precincts = 3000, Seed = 9, True = true });
        var figures = made.Figures("protocols-true.csv");
        var precincts = made.Units().Units.Where(u => u.Kind == "precinct").Select(u => u.Id).ToList();
        var registered = precincts.Select(p => figures[(p, "registered")]!.Value).Order().ToList();
        registered.ShouldAllBe(r => r >= 60 && r <= 3000);
        registered[registered.Count / 2].ShouldBeInRange(900, 1300);
        registered[registered.Count * 9 / 10].ShouldBeGreaterThan(registered[registered.Count / 2] * 3 / 2);
        var turnout = precincts.Select(p => 1000 * figures[(p, "issued")]!.Value / (figures[(p, "registered")]!.Value + figures[(p, "added")]!.Value)).Order().ToList();
        turnout[turnout.Count / 2].ShouldBeInRange(400, 750);
        (turnout[turnout.Count * 9 / 10] - turnout[turnout.Count / 10]).ShouldBeInRange(80, 350);
        turnout[^1].ShouldBeLessThanOrEqualTo(980);
        (1000 * precincts.Sum(p => figures[(p, "invalid")]!.Value) / precincts.Sum(p => figures[(p, "found")]!.Value)).ShouldBeInRange(10, 30);
    }

    [Fact]
    public void ElectionBefore_InEveryRegion_IsAlikeAndNotTheSame()
    {
        var made = Made.Small;
        foreach (var region in made.Rows("election/areas.csv").Skip(1).Select(r => r[1]))
        {
            var (now, before) = (Shares("election", region), Shares("previous-election", region));
            now.Zip(before).ShouldAllBe(s => Math.Abs(s.First - s.Second) < 150, region);
            now.ShouldNotBe(before);
        }

        List<long> Shares(string folder, string region)
        {
            var votes = made.Rows(folder + "/votes.csv").Where(r => r[1] == region).Select(r => long.Parse(r[4], CultureInfo.InvariantCulture)).ToList();
            return [.. votes.Select(v => 1000 * v / votes.Sum())];
        }
    }

    [Fact]
    public void Votes_OfRegions_AreTheSumsOfTrueProtocols()
    {
        var made = Made.Small;
        var figures = made.Figures("protocols-true.csv");
        foreach (var row in made.Rows("election/votes.csv").Skip(1))
        {
            var sum = figures.Where(f => f.Key.Unit.StartsWith(row[1] + "-", StringComparison.Ordinal) && f.Key.Column == "votes:" + row[2]).Sum(f => f.Value);
            row[4].ShouldBe($"{sum}");
        }

        made.Rows("election/figures.csv").Single(r => r[2] == "found")[3].ShouldBe($"{made.Summary.Found}");
        made.Rows("election/figures.csv").Single(r => r[2] == "registered")[3].ShouldBe($"{made.Summary.Registered}");
        made.Summary.Found.ShouldBe(figures.Where(f => f.Key.Column == "found").Sum(f => f.Value!.Value));
    }

    [Fact]
    public void Files_EachInItsWay_SayThatTheyAreMadeUp()
    {
        var made = Made.Small;
        made.Text("README.txt").ShouldStartWith("ALL OF THIS IS MADE UP\n");
        made.Text("README.txt").ShouldContain("\nSeed: 42\n");
        made.Text("README.txt").ShouldContain("version 1 of the generator");
        foreach (var file in made.Names.Where(n => n != "README.txt"))
        {
            made.Text("README.txt").ShouldContain("\n" + file + " ");
            made.Text(file).ShouldMatch(@"\bzz\b|made-up");
        }

        foreach (var folder in new[] { "election", "previous-election" })
        {
            made.Text(folder + "/election.yaml").ShouldContain("\nsynthetic: yes\n");
            made.Text(folder + "/election.yaml").ShouldContain("\ncountry: zz\n");
        }

        made.Summary.Files.Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(made.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_Cancelled_Stops() =>
        Should.Throw<OperationCanceledException>(() => Generator.Write(new GeneratorOptions(), _ => new MemoryStream(), null, new CancellationToken(canceled: true)));

    [Fact]
    public void Write_OutsideTheLimits_IsRefused() =>
        Should.Throw<ArgumentException>(() => Made.Of(new GeneratorOptions { Precincts = 169 })).Message.ShouldStartWith("Found 169 precincts in 17 regions; expected ten or more for each region.");
}
