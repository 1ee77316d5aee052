using System.Globalization;
using System.Text.RegularExpressions;
using Mandate.Reports;
using Mandate.Reports.Elections;
using Mandate.Reports.Parliaments;
using Mandate.Reports.Pictures;

namespace Mandate.Modules.Tests.Pictures;

/// <summary>Neighbouring groups can be told apart by every eye.</summary>
public partial class ColourTest
{
    private const double Least = 15;

    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds];

    public static TheoryData<string> Days => ["1996-06-01", "2000-01-01", "2005-01-01", "2008-01-01", "2013-01-01", "2017-01-01", "2021-01-22", "2024-01-01"];

    /// <summary>Pairs of Sharma, Wu and Dalal 2005, table 1: they hold the measure itself.</summary>
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0)]
    [InlineData(50, 2.5, 0, 50, 0, -2.5, 4.3065)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    [InlineData(50, 2.5, 0, 58, 24, 15, 19.4535)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void Ciede2000_PublishedPairs_GivesThePublishedDifference(double l1, double a1, double b1, double l2, double a2, double b2, double difference)
    {
        ColourVision.Ciede2000([l1, a1, b1], [l2, a2, b2]).ShouldBe(difference, 0.00005);
        Palette.Ciede2000((l1, a1, b1), (l2, a2, b2)).ShouldBe(difference, 0.00005);
    }

    [Theory, MemberData(nameof(Elections))]
    public void Picture_EveryElection_NeighboursDifferForEveryEye(string id)
    {
        var catalogue = Repository.Catalogue;
        if (DeclarationPaper.Picture(Declaration.Of(catalogue, catalogue.Election(id).Election!), "en") is { } picture)
        {
            ShouldDiffer(HemicycleSvg.Write(picture, "en"), picture.Groups.Count);
        }
        else
        {
            id.ShouldBeOneOf("kz-maslikhat-karaganda-2023", "kz-maslikhat-shymkent-2021", "kz-senate-almaty-region-2022", "kz-senate-kyzylorda-2024", "kz-senate-turkistan-2020");
        }
    }

    [Theory, MemberData(nameof(Days))]
    public void Picture_EveryParliament_NeighboursDifferForEveryEye(string day)
    {
        var catalogue = Repository.Catalogue;
        var sitting = Sitting.On(catalogue, catalogue.Parliament("kz").Parliament!, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var chamber in sitting.Chambers)
        {
            if (SittingPaper.Picture(sitting, chamber, "en") is { } picture)
            {
                ShouldDiffer(HemicycleSvg.Write(picture, "en"), picture.Groups.Count);
            }
        }
    }

    [Fact]
    public void Separate_TheSameColourTwelveTimes_TellsNeighboursApart()
    {
        foreach (var colour in new[] { "#767676", "#ff0000", "#00aa00", "#0000ff", "#000000", "#ffffff", "#ffff00" })
        {
            ShouldDiffer(Palette.Separate([.. Enumerable.Repeat(colour, 12)]), colour);
        }
    }

    private static void ShouldDiffer(string svg, int groups)
    {
        var colours = GroupColour().Matches(svg).Select(m => m.Groups[1].Value).ToList();
        colours.Count.ShouldBe(groups);
        ShouldDiffer(colours, string.Join(' ', colours));
    }

    private static void ShouldDiffer(IReadOnlyList<string> colours, string what)
    {
        foreach (var (left, right) in colours.Zip(colours.Skip(1)))
        {
            foreach (var eye in ColourVision.Eyes)
            {
                ColourVision.Difference(left, right, eye).ShouldBeGreaterThanOrEqualTo(Least, $"{left} beside {right} with {eye}, in {what}");
            }
        }
    }

    [GeneratedRegex("<g id=\"group-[^\"]*\" fill=\"(#[0-9a-f]{6})\"")]
    private static partial Regex GroupColour();
}
