using System.Globalization;
using System.Xml.Linq;
using Mandate.Reports;
using Mandate.Reports.Elections;
using Mandate.Reports.Pictures;

namespace Mandate.Modules.Tests.Pictures;

/// <summary>Numbers beside the groups of a hemicycle, and what stands behind and below it.</summary>
public class HemicycleLabelTest
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(9, 3, 2, 1, 1)]
    [InlineData(90, 1, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData(1, 1, 1, 90)]
    [InlineData(20, 1, 1, 1, 20)]
    public void Write_SmallNeighbours_KeepTheirLabelsApart(params int[] seats)
    {
        ArgumentNullException.ThrowIfNull(seats);
        var picture = new Hemicycle("A house", "A house.", [.. seats.Select((s, i) => new HemicycleGroup($"g{i}", $"Group {i}", s, "#106df9"))], 0, HemicycleKind.Parties, null, null);
        var labels = XDocument.Parse(HemicycleSvg.Write(picture, "en")).Root!.Elements(Svg + "text").Where(t => (string?)t.Attribute("font-size") == "19").ToList();
        labels.Count.ShouldBe(seats.Length);

        // A label is 19 high and 12 a figure wide, to the left or the right of its point, or on both sides of it.
        var boxes = labels.Select(Box).ToList();
        for (var i = 1; i < boxes.Count; i++)
        {
            var (a, b) = (boxes[i - 1], boxes[i]);
            (a.Right <= b.Left || b.Right <= a.Left || Math.Abs(a.Y - b.Y) >= 17).ShouldBeTrue($"labels {i - 1} and {i} overlap");
        }

        boxes.ShouldAllBe(b => b.Left >= 0 && b.Right <= 720);
    }

    [Fact]
    public void Write_AnyHouse_StandsOnWhiteAndMarksItsLegend()
    {
        var catalogue = Repository.Catalogue;
        var picture = DeclarationPaper.Picture(Declaration.Of(catalogue, catalogue.Election("kz-majilis-2021").Election!), "en")!;
        var root = XDocument.Parse(HemicycleSvg.Write(picture, "en")).Root!;
        ((string?)root.Elements(Svg + "path").Single().Attribute("fill")).ShouldBe("#ffffff");
        root.Elements(Svg + "text").Where(t => (string?)t.Attribute("class") == "legend").Select(t => t.Value).ShouldBe(["Nur Otan 76", "Ak Zhol 12", "People's Party 10", "Assembly of the People 9"]);
    }

    [Fact]
    public void Picture_HouseOfOneSeat_IsNotDrawn()
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election("kz-senate-kyzylorda-2024").Election!);
        declaration.House.ShouldBe(1);
        DeclarationPaper.Picture(declaration, "en").ShouldBeNull();
    }

    private static (double Left, double Right, double Y) Box(XElement label)
    {
        double Number(string name) => double.Parse(label.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        var (x, wide) = (Number("x"), 12 * label.Value.Length);
        return ((string?)label.Attribute("text-anchor")) switch
        {
            "end" => (x - wide, x, Number("y")),
            "start" => (x, x + wide, Number("y")),
            _ => (x - (wide / 2.0), x + (wide / 2.0), Number("y")),
        };
    }
}
