using System.Globalization;
using System.Xml.Linq;
using Mandate.Reports;
using Mandate.Reports.Elections;
using Mandate.Reports.Parliaments;
using Mandate.Reports.Pictures;

namespace Mandate.Modules.Tests.Pictures;

/// <summary>The hemicycle as an SVG picture.</summary>
public class SvgTest
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string, string> Pictures
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var id in Repository.Catalogue.ElectionIds.Where(id => Of(id, "en") is not null))
            {
                foreach (var language in Laws.Words.Languages)
                {
                    data.Add(id, language);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Pictures))]
    public void Write_EveryElection_SpeaksToThoseWhoCannotSeeIt(string id, string language)
    {
        var picture = Of(id, language)!;
        var root = XDocument.Parse(HemicycleSvg.Write(picture, language)).Root!;
        root.Name.ShouldBe(Svg + "svg");
        ((string?)root.Attribute("role")).ShouldBe("img");
        ((string?)root.Attribute("lang")).ShouldBe(language);
        foreach (var name in ((string?)root.Attribute("aria-labelledby")).ShouldNotBeNull().Split(' '))
        {
            root.Elements().Single(e => (string?)e.Attribute("id") == name).Value.ShouldNotBeNullOrWhiteSpace();
        }

        root.Element(Svg + "title")!.Value.ShouldBe(picture.Title);
        var description = root.Element(Svg + "desc")!.Value;
        foreach (var group in picture.Groups)
        {
            description.ShouldContain($"{group.Name}: {group.Seats.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    [Theory, MemberData(nameof(Pictures))]
    public void Write_EveryElection_DrawsEverySeatAndNamesEveryGroup(string id, string language)
    {
        var picture = Of(id, language)!;
        var root = XDocument.Parse(HemicycleSvg.Write(picture, language)).Root!;
        var texts = root.Elements(Svg + "text").Select(t => t.Value).ToList();
        foreach (var group in picture.Groups)
        {
            var seats = group.Seats.ToString(CultureInfo.InvariantCulture);
            root.Elements(Svg + "g").Single(g => (string?)g.Attribute("id") == "group-" + group.Id).Elements().Count().ShouldBe(group.Seats);
            texts.ShouldContain($"{group.Name} {seats}", $"the legend of {group.Id}");
            texts.ShouldContain(seats, $"the label beside {group.Id}");
        }

        root.Elements(Svg + "g").Elements().Count().ShouldBe(picture.Groups.Sum(g => g.Seats) + picture.Vacant);
    }

    [Fact]
    public void Write_NamesWithSigns_StayWellFormed()
    {
        var picture = new Hemicycle("A & B <1>", "\"A\" & B", [new HemicycleGroup("a", "A & \"B\" <c>", 3, "#123456")], 1, HemicycleKind.Parties, 3, "MADE & UP");
        var root = XDocument.Parse(HemicycleSvg.Write(picture, "en")).Root!;
        root.Element(Svg + "title")!.Value.ShouldBe("A & B <1>");
        root.Elements(Svg + "text").Select(t => t.Value).ShouldContain("MADE & UP");
    }

    [Fact]
    public void Write_NonpartisanChamber_HasItsOwnKind()
    {
        var catalogue = Repository.Catalogue;
        var sitting = Sitting.On(catalogue, catalogue.Parliament("kz").Parliament!, new DateOnly(2021, 1, 22));
        var majilis = SittingPaper.Picture(sitting, sitting.Chambers[0], "en")!;
        var senate = SittingPaper.Picture(sitting, sitting.Chambers[1], "en")!;
        (majilis.Kind, senate.Kind).ShouldBe((HemicycleKind.Parties, HemicycleKind.Nonpartisan));
        var (parties, persons) = (XDocument.Parse(HemicycleSvg.Write(majilis, "en")).Root!, XDocument.Parse(HemicycleSvg.Write(senate, "en")).Root!);
        parties.Descendants(Svg + "rect").ShouldBeEmpty();
        parties.Descendants(Svg + "line").ShouldHaveSingleItem("the line of more than half");
        persons.Descendants(Svg + "circle").ShouldBeEmpty();
        persons.Descendants(Svg + "line").ShouldBeEmpty("nobody votes by party in the Senate");
        persons.Elements(Svg + "g").Elements(Svg + "rect").Count().ShouldBe(49);
        string.Join('\n', HemicycleText.Lines(senate, 90, colour: false)).ShouldNotContain('●');
    }

    [Fact]
    public void Write_SameChamberTwice_IsTheSameText() =>
        HemicycleSvg.Write(Of("kz-majilis-2023", "kk")!, "kk").ShouldBe(HemicycleSvg.Write(Of("kz-majilis-2023", "kk")!, "kk"));

    private static Hemicycle? Of(string id, string language)
    {
        var catalogue = Repository.Catalogue;
        return DeclarationPaper.Picture(Declaration.Of(catalogue, catalogue.Election(id).Election!), language);
    }
}
