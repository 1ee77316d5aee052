using Mandate.Laws;

namespace Mandate.Web.Tests;

public class HomePageTest(PortalHost host)
{
    [Theory]
    [InlineData("en", "Elections and parliaments", "Election to the Majilis, 10 January 2021", "Nur Otan 76 · Ak Zhol 12 · People's Party 10 · Assembly of the People 9")]
    [InlineData("kk", "Сайлаулар мен парламенттер", "Қазақстан Республикасы Парламенті Мәжілісінің сайлауы, 2021 жылғы 10 қаңтар", "Nur Otan 76 · Ақ жол 12 · ҚХП 10 · Халық Ассамблеясы 9")]
    [InlineData("ru", "Выборы и парламенты", "Выборы в Мажилис Парламента Республики Казахстан 10 января 2021 года", "Nur Otan 76 · Ақ жол 12 · НПК 10 · Ассамблея народа 9")]
    public async Task Home_InALanguage_ShowsAnElectionInItsWords(string language, string heading, string title, string seats)
    {
        var page = await host.PageAsync($"/{language}/");

        Html.Values(page, "lang")[0].ShouldBe(language);
        page.ShouldContain($"<h1>{heading}</h1>");
        Html.Text(page).ShouldContain(title);
        Html.Text(page).ShouldContain(seats);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task Home_InALanguage_ListsEveryElectionAndEveryParliament(string language)
    {
        var page = await host.PageAsync($"/{language}/");

        Html.Links(page, "a").Where(l => l.Contains("/elections/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(PortalHost.Catalogue.ElectionIds.Select(id => $"/{language}/elections/{id}"));
        Html.Values(page, "action").ShouldBe(PortalHost.Catalogue.Countries.Select(c => $"/{language}/parliaments/{c}"));
        foreach (var id in PortalHost.Catalogue.ElectionIds)
        {
            Html.Text(page).ShouldContain(PortalHost.Catalogue.ElectionById(id).Election!.Title[language], Case.Sensitive);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/elections/kz-majilis-2021")]
    [InlineData("/parliaments/kz/2021-01-22")]
    public async Task Page_InALanguage_NamesItselfInTheOthers(string path)
    {
        foreach (var language in Words.Languages)
        {
            var page = await host.PageAsync($"/{language}{path}");
            foreach (var other in Words.Languages)
            {
                page.ShouldContain($"""<link rel="alternate" hreflang="{other}" href="{host.Address.GetLeftPart(UriPartial.Authority)}/{other}{path}" />""");
                Html.Links(page, "a").ShouldContain($"/{other}{path}");
            }
        }
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("ru", "ru")]
    [InlineData("kk-KZ,ru;q=0.8", "kk")]
    [InlineData("en;q=0.1, ru;q=0.2, kk;q=0.9", "kk")]
    [InlineData("de, ru;q=0.5", "ru")]
    [InlineData("de", "en")]
    [InlineData("*", "en")]
    [InlineData("RU", "ru")]
    [InlineData("ru;q=0", "en")]
    [InlineData(";;=,,q=", "en")]
    public async Task BarePath_ReaderPrefersALanguage_AnswersInItAndSaysSo(string? preferred, string language)
    {
        foreach (var path in new[] { "/", "/elections/kz-majilis-2021", "/parliaments/kz/2021-01-22" })
        {
            // Twice: the second answer may come from the cache.
            for (var time = 0; time < 2; time++)
            {
                using var answer = await host.GetAsync(path, preferred);
                Html.Values(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "lang")[0].ShouldBe(language, path);
                answer.Headers.Vary.ShouldBe(["Accept-Language"]);
            }
        }
    }

    [Fact]
    public async Task BarePath_LinksStayBare_SoThatThePreferenceGoesOnDeciding()
    {
        Html.Links(await host.PageAsync("/", "kk"), "a").ShouldContain("/elections/kz-majilis-2021");
    }
}
