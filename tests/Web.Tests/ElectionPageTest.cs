using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mandate.Web.Tests;

/// <summary>The Majilis of 2021: the votes of Nur Otan, Ak Zhol and the People's Party over 67,346.133 give 76, 11 and 9 whole
/// quotas; the two seats left go to the remainders 0.786 and 0.772.</summary>
public class ElectionPageTest(PortalHost host)
{
    private const string Path = "/elections/kz-majilis-2021";

    [Theory]
    [InlineData("en", "Nur Otan", "Ak Zhol", "People's Party", "Assembly of the People", "Total")]
    [InlineData("kk", "Nur Otan", "Ақ жол", "ҚХП", "Халық Ассамблеясы", "Барлығы")]
    [InlineData("ru", "Nur Otan", "Ақ жол", "НПК", "Ассамблея народа", "Итого")]
    public async Task Majilis2021_InALanguage_ShowsTheSeatsBesideThoseBefore(string language, string first, string second, string third, string assembly, string total)
    {
        var page = await host.PageAsync($"/{language}{Path}");

        Html.Row(page, first, 6).ShouldBe([first, "76", "", "76", "84", "−8"]);
        Html.Row(page, second, 6).ShouldBe([second, "12", "", "12", "7", "+5"]);
        Html.Row(page, third, 6).ShouldBe([third, "10", "", "10", "7", "+3"]);
        Html.Row(page, assembly, 6).ShouldBe([assembly, "", "9", "9", "9", "="]);
        Html.Row(page, total, 6).ShouldBe([total, "98", "9", "107", "107", "="]);
    }

    [Theory]
    [InlineData("en", "Auyl", "383,023", "5.29 %", "missed", "Threshold 7 %")]
    [InlineData("kk", "Ауыл", "383 023", "5,29 %", "өтпеді", "Шекті меже 7 %")]
    [InlineData("ru", "Ауыл", "383 023", "5,29 %", "не пройден", "Порог 7 %")]
    public async Task Majilis2021_InALanguage_ShowsWhoMissedTheThreshold(string language, string list, string votes, string share, string missed, string threshold)
    {
        var page = await host.PageAsync($"/{language}{Path}");

        Html.Row(page, list, 5).ShouldBe([list, votes, share, missed, "0"]);
        Html.Rows(page).ShouldContain(r => r.Contains(threshold));
    }

    [Theory]
    [InlineData("en", "art. 97-1(1)", "art. 97-1(1),(3),(4)", "67,346.133", "11.772435", "art. 97-1(5)")]
    [InlineData("kk", "97-1(1)-бап", "97-1(1),(3),(4)-бап", "67 346,133", "11,772435", "97-1(5)-бап")]
    [InlineData("ru", "ст. 97-1(1)", "ст. 97-1(1),(3),(4)", "67 346,133", "11,772435", "ст. 97-1(5)")]
    public async Task Majilis2021_InALanguage_ShowsTheDerivationWithItsArticles(string language, string admit, string allocate, string quota, string quotient, string fill)
    {
        var text = Html.Text(await host.PageAsync($"/{language}{Path}"));

        text.ShouldContain($"({admit})");
        text.ShouldContain($"({allocate})");
        text.ShouldContain(quota);
        text.ShouldContain(quotient);
        text.ShouldContain($"({fill})");
    }

    [Theory]
    [InlineData("en", "A recalculation from published figures, not an act of the commission.")]
    [InlineData("kk", "Жарияланған сандар бойынша қайта есептеу, комиссияның актісі емес.")]
    [InlineData("ru", "Перерасчёт по опубликованным данным, а не акт комиссии.")]
    public async Task ElectionsAndParliaments_InALanguage_SayThatTheyAreRecalculations(string language, string sentence)
    {
        foreach (var path in PortalHost.Pages.Where(p => p != "/"))
        {
            (await host.PageAsync($"/{language}{path}")).ShouldContain($"""<p class="notice standing">{sentence}</p>""", Case.Sensitive, path);
        }
    }

    [Theory]
    [InlineData("en", "Hemicycle (SVG)", "Nur Otan: 76; Ak Zhol: 12; People's Party: 10; Assembly of the People: 9")]
    [InlineData("kk", "Жарты шеңбер (SVG)", "Nur Otan: 76; Ақ жол: 12; ҚХП: 10; Халық Ассамблеясы: 9")]
    [InlineData("ru", "Полукруг (SVG)", "Nur Otan: 76; Ақ жол: 12; НПК: 10; Ассамблея народа: 9")]
    public async Task Majilis2021_InALanguage_DrawsEverySeatAndOffersItself(string language, string download, string words)
    {
        var page = await host.PageAsync($"/{language}{Path}");

        var svg = XElement.Parse(Regex.Match(page, "<figure>(.*?)</figure>", RegexOptions.Singleline).Groups[1].Value);
        var ns = svg.Name.Namespace;
        svg.Elements(ns + "g").Select(g => g.Elements(ns + "circle").Count()).ShouldBe([76, 12, 10, 9]);
        svg.Element(ns + "desc")!.Value.ShouldContain(words);
        Html.Text(page).ShouldContain(download);
        Html.Links(page, "a").ShouldContain($"/{language}{Path}/declaration.json");
        Html.Links(page, "a").ShouldContain($"/{language}{Path}/hemicycle.svg");
        Html.Links(page, "a").Contains($"/{language}{Path}/declaration.pdf").ShouldBe(Reports.Print.PaperPdf.Missing is null);
    }

    [Fact]
    public async Task ElectionToOneSeat_Page_OffersNoPicture()
    {
        var page = await host.PageAsync("/en/elections/kz-senate-kyzylorda-2024");

        page.ShouldNotContain("hemicycle");
        page.ShouldNotContain("<figure>");
        Html.Text(page).ShouldContain("Nauryzbai Baikadamov 1");
    }

    [Fact]
    public async Task ElectionWithoutASeat_Page_OffersNoPicture()
    {
        var page = await host.PageAsync("/en/elections/kz-senate-almaty-region-2022");

        page.ShouldNotContain("hemicycle.svg");
        Html.Text(page).ShouldContain("Who stood, and with how many votes, is not known.");
    }
}
