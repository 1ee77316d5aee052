using System.Globalization;

namespace Mandate.Modules.Tests.Generating;

/// <summary>The slips: all listed, none unlisted, and each what its kind says.</summary>
public class PlantedTest
{
    private static readonly string[] Kinds = ["swapped-rows", "transposed-digits", "unexpected-zero", "duplicate-column", "sum-error", "missing-figure", "over-registered", "outlier"];

    private static readonly Dictionary<(string Unit, string Column), long?> Sound = Made.Small.Figures("protocols-true.csv");

    private static readonly Dictionary<(string Unit, string Column), long?> Written = Made.Small.Figures("protocols.csv");

    private static readonly List<(string Slip, string Unit, string Kind, string Column, long? True, long? Written)> Rows =
        [.. Made.Small.Rows("planted.csv").Skip(1).Select(r => (r[0], r[1], r[2], r[4].Length == 0 ? r[3] : $"{r[3]}:{r[4]}", Number(r[5]), Number(r[6])))];

    [Fact]
    public void Planted_AllRows_AreTheDifferencesOfTheTwoFiles() =>
        Rows.Select(r => ((r.Unit, r.Column), r.True, r.Written)).OrderBy(r => r.Item1).ShouldBe(
            Sound.Where(s => Written[s.Key] != s.Value).Select(s => (s.Key, s.Value, Written[s.Key])).OrderBy(r => r.Key));

    [Fact]
    public void Planted_OfAHundredThousandInAMillion_AreATenthOfTheProtocolsAndOneEach()
    {
        var slips = Rows.GroupBy(r => r.Slip).ToList();
        slips.Count.ShouldBe(200);
        slips.Select(s => s.First().Unit).Distinct().Count().ShouldBe(200);
        Made.Small.Summary.Slips.Select(s => s.Key).ShouldBe(Kinds);
        Made.Small.Summary.Slips.ShouldAllBe(s => s.Value == 25);
        foreach (var (kind, count) in Made.Small.Summary.Slips)
        {
            slips.Count(s => s.First().Kind == kind).ShouldBe((int)count);
        }
    }

    [Theory]
    [InlineData(100, 1, 2)]
    [InlineData(100, 10, 100)]
    [InlineData(10_000, 17, 20)]
    public void Planted_FewestSlips_AreOneOfEveryKind(int precincts, int regions, int lists)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var made = Made.Of(new() { Precincts = precincts, Regions = regions, Lists = lists, SlipsPerMillion = 1, Seed = seed });
            made.Summary.Slips.ShouldAllBe(s => s.Value == 1);
        }
    }

    [Fact]
    public void SwappedRows_Each_AreTwoNeighboursThatChangedPlaces() => Each("swapped-rows", rows =>
    {
        rows.Count.ShouldBe(2);
        (rows[0].Written, rows[1].Written).ShouldBe((rows[1].True, rows[0].True));
        Place(rows[1].Column).ShouldBe(Place(rows[0].Column) + 1);
    });

    [Fact]
    public void TransposedDigits_Each_HaveTheSameDigitsInAnotherOrder() => Each("transposed-digits", rows =>
    {
        var (before, after) = ($"{rows.Single().True}", $"{rows[0].Written}");
        after.Length.ShouldBe(before.Length);
        var places = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToList();
        places.Count.ShouldBe(2);
        places[1].ShouldBe(places[0] + 1);
        (after[places[0]], after[places[1]]).ShouldBe((before[places[1]], before[places[0]]));
    });

    [Fact]
    public void UnexpectedZero_Each_IsAListWithVotes() => Each("unexpected-zero", rows =>
    {
        rows.Single().Written.ShouldBe(0);
        rows[0].True!.Value.ShouldBeGreaterThanOrEqualTo(10);
        rows[0].Column.ShouldStartWith("votes:");
    });

    [Fact]
    public void DuplicateColumn_Each_IsTheListBeforeOnceMore() => Each("duplicate-column", rows =>
        rows.Single().Written.ShouldBe(Sound[(rows[0].Unit, Columns[Place(rows[0].Column) - 1])]));

    [Fact]
    public void SumError_Each_IsARoundDifferenceOfASum() => Each("sum-error", rows =>
    {
        rows.Single().Column.ShouldBeOneOf("found", "valid");
        Math.Abs(rows[0].Written!.Value - rows[0].True!.Value).ShouldBeOneOf(1, 10, 100);
    });

    [Fact]
    public void MissingFigure_Each_IsBlank() => Each("missing-figure", rows => rows.Single().Written.ShouldBeNull());

    [Fact]
    public void OverRegistered_Each_HasFewerVotersThanBallots() => Each("over-registered", rows =>
    {
        rows.Single().Column.ShouldBe("registered");
        (rows[0].Written + Sound[(rows[0].Unit, "added")])!.Value.ShouldBeLessThan(Sound[(rows[0].Unit, "issued")]!.Value);
    });

    [Fact]
    public void Outlier_Each_MovesMostVotesOfTheStrongestListToTheWeakest() => Each("outlier", rows =>
    {
        rows.Sum(r => r.Written - r.True).ShouldBe(0);
        var votes = Columns.Where(c => c.StartsWith("votes:", StringComparison.Ordinal)).Select(c => Sound[(rows[0].Unit, c)]!.Value).ToList();
        rows.Max(r => r.True).ShouldBe(votes.Max());
        rows.Min(r => r.True).ShouldBe(votes.Min());
        rows.Max(r => r.Written - r.True)!.Value.ShouldBeGreaterThanOrEqualTo(50);
    });

    [Fact]
    public void Check_OfTheWrittenFile_FindsThoseThatFiguresCanShow()
    {
        // Swapped rows and outliers leave every sum as it was; each other kind breaks a relation, or leaves a blank.
        var found = Made.Small.Check("protocols.csv").Findings.Select(f => f.Unit).ToHashSet();
        var silent = Rows.Where(r => !found.Contains(r.Unit)).Select(r => r.Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        silent.Except(["transposed-digits"]).ShouldBe(["outlier", "swapped-rows"]);
        found.Except(Rows.Select(r => r.Unit)).ShouldBeEmpty();
    }

    private static readonly string[] Columns = Made.Small.Rows("protocols.csv")[0];

    private static int Place(string column) => Array.IndexOf(Columns, column);

    private static void Each(string kind, Action<List<(string Slip, string Unit, string Kind, string Column, long? True, long? Written)>> holds)
    {
        var slips = Rows.Where(r => r.Kind == kind).GroupBy(r => r.Slip).ToList();
        slips.Count.ShouldBe(25);
        slips.ForEach(s => holds([.. s]));
    }

    private static long? Number(string cell) => cell.Length == 0 ? null : long.Parse(cell, CultureInfo.InvariantCulture);
}
