using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Mandate.Reports.Elections;
using Mandate.Reports.Print;

namespace Mandate.Web.Tests;

public class DownloadTest(PortalHost host)
{
    private const string Path = "/elections/kz-majilis-2021";

    [Fact]
    public async Task DeclarationJson_EveryElection_IsWhatTheWriterWrites()
    {
        foreach (var id in PortalHost.Catalogue.ElectionIds)
        {
            using var answer = await host.GetAsync($"/elections/{id}/declaration.json");
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8", id);
            JsonDocument.Parse(bytes).RootElement.GetProperty("election").GetString().ShouldBe(id);
            Encoding.UTF8.GetString(bytes).ShouldBe(Encoding.UTF8.GetString(DeclarationJson.Write(Declare(id))));
        }
    }

    [Fact]
    public async Task DeclarationJson_Majilis2021_HoldsTheSeats()
    {
        using var answer = await host.GetAsync($"/kk{Path}/declaration.json");
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        json.GetProperty("status").GetString().ShouldBe("complete");
        json.GetProperty("kind").GetString().ShouldBe("recalculation");
        json.GetProperty("chambers")[0].GetProperty("seats").ToString().ShouldMatch(@"nur_otan"": 76,\s*""ak_zhol"": 12,\s*""qhp"": 10,\s*""assembly"": 9");
    }

    [Theory]
    [InlineData("en", "Nur Otan: 76")]
    [InlineData("kk", "Халық Ассамблеясы: 9")]
    [InlineData("ru", "Ассамблея народа: 9")]
    public async Task Hemicycle_InALanguage_IsAPictureWithWords(string language, string words)
    {
        using var answer = await host.GetAsync($"/{language}{Path}/hemicycle.svg");
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;

        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/svg+xml; charset=utf-8");
        svg.Name.LocalName.ShouldBe("svg");
        svg.Attribute("lang")!.Value.ShouldBe(language);
        svg.Element(svg.Name.Namespace + "title")!.Value.ShouldNotBeEmpty();
        svg.Element(svg.Name.Namespace + "desc")!.Value.ShouldContain(words);
    }

    [Fact]
    public async Task Hemicycle_BarePath_FollowsTheReader()
    {
        using var answer = await host.GetAsync($"{Path}/hemicycle.svg", "ru");

        XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Attribute("lang")!.Value.ShouldBe("ru");
        answer.Headers.Vary.ShouldBe(["Accept-Language"]);
    }

    [Fact]
    public async Task Hemicycle_ElectionWithoutASeat_IsNotFound()
    {
        using var answer = await host.GetAsync("/en/elections/kz-senate-almaty-region-2022/hemicycle.svg");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task DeclarationPdf_InALanguage_IsTheSamePaperAsPrintedElsewhere(string language)
    {
        if (PaperPdf.Missing is { } missing)
        {
            Need.Missing(missing);
        }

        using var answer = await host.GetAsync($"/{language}{Path}/declaration.pdf");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        Encoding.ASCII.GetString(bytes, 0, 5).ShouldBe("%PDF-");

        // The portal keeps what it printed, so the second printing is made here.
        var again = await PaperPdf.WriteAsync(DeclarationPaper.Write(Declare("kz-majilis-2021"), language), TestContext.Current.CancellationToken);
        bytes.AsSpan().SequenceEqual(again).ShouldBeTrue();
    }

    [Fact]
    public async Task DeclarationPdf_AskedTwiceAtOnce_IsTheSameBytes()
    {
        if (PaperPdf.Missing is { } missing)
        {
            Need.Missing(missing);
        }

        var papers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Client.GetByteArrayAsync("/ru/elections/kz-majilis-2023/declaration.pdf", TestContext.Current.CancellationToken)));

        papers.ShouldAllBe(p => p.SequenceEqual(papers[0]));
    }

    private static Declaration Declare(string id) => Declaration.Of(PortalHost.Catalogue, PortalHost.Catalogue.ElectionById(id).Election!);
}
