using System.Globalization;
using System.Xml.Linq;
using Mandate.Reports;
using Mandate.Reports.Pictures;

namespace Mandate.Modules.Tests.Pictures;

/// <summary>Seats of every size of house stand apart.</summary>
public class SeatPlanTest
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(HemicycleKind.Parties)]
    [InlineData(HemicycleKind.Nonpartisan)]
    public void Write_HousesOf1To1000_DrawsAsManySeatsAndNoneOverAnother(HemicycleKind kind)
    {
        for (var house = 1; house <= 1000; house++)
        {
            var places = Places(house, kind);
            places.Count.ShouldBe(house);
            ShouldStandApart(places, house, kind);
        }
    }

    [Fact]
    public void Lines_HousesOf1To240_DrawOneSignASeat()
    {
        for (var house = 1; house <= 240; house++)
        {
            var lines = HemicycleText.Lines(One(house, HemicycleKind.Parties), 90, colour: false);
            lines.SkipLast(2).Sum(l => l.Count(c => c == '●')).ShouldBe(house);
            lines.SkipLast(1).Max(l => l.Length).ShouldBeLessThanOrEqualTo(90, $"a house of {house}");
        }
    }

    [Fact]
    public void Lines_LargeHouse_SaysForHowManyASignStands() =>
        HemicycleText.Lines(One(736, HemicycleKind.Parties), 90, colour: false)[^1].ShouldBe("● Only 736   (1 = 4)");

    /// <summary>Centres and sizes of seats: the radius of a dot, half the longer side of a square.</summary>
    private static List<(double X, double Y, double Size)> Places(int house, HemicycleKind kind) =>
        [.. XDocument.Parse(HemicycleSvg.Write(One(house, kind), "en")).Root!.Elements(Svg + "g").Elements().Select(e => e.Name == Svg + "circle"
            ? (Number(e, "cx"), Number(e, "cy"), Number(e, "r"))
            : (Number(e, "x") + (Number(e, "width") / 2), Number(e, "y") + (Number(e, "height") / 2), Number(e, "width") / 2))];

    /// <summary>Dots by the distance of their centres; upright squares by either coordinate. Only places near enough are looked at.</summary>
    private static void ShouldStandApart(List<(double X, double Y, double Size)> places, int house, HemicycleKind kind)
    {
        const double Rounding = 0.02;
        var ordered = places.OrderBy(p => p.X).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var k = i + 1; k < ordered.Count && ordered[k].X - ordered[i].X < 2 * ordered[i].Size; k++)
            {
                double across = Math.Abs(ordered[i].X - ordered[k].X), up = Math.Abs(ordered[i].Y - ordered[k].Y);
                var distance = kind == HemicycleKind.Parties ? Math.Sqrt((across * across) + (up * up)) : Math.Max(across, up);
                distance.ShouldBeGreaterThanOrEqualTo((2 * ordered[i].Size) - Rounding, $"house of {house}");
            }
        }
    }

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static Hemicycle One(int house, HemicycleKind kind) =>
        new("House", "House", [new HemicycleGroup("only", "Only", house, "#336699")], 0, kind, null, null);
}
