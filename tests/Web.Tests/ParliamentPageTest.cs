using System.Net;

namespace Mandate.Web.Tests;

public class ParliamentPageTest(PortalHost host)
{
    [Theory]
    [InlineData("en", "Parliament of the Republic of Kazakhstan on 22 January 2021", "Majilis: 107 · Convocation 7", "Senate: 49")]
    [InlineData("kk", "Қазақстан Республикасының Парламенті, 2021 жылғы 22 қаңтар", "Мәжіліс: 107 · 7-шақырылым", "Сенат: 49")]
    [InlineData("ru", "Парламент Республики Казахстан, 22 января 2021 г.", "Мажилис: 107 · Созыв 7", "Сенат: 49")]
    public async Task Parliament_DayOfATerm_ShowsBothChambers(string language, string heading, string majilis, string senate)
    {
        var page = await host.PageAsync($"/{language}/parliaments/kz/2021-01-22");

        Html.Text(page).ShouldContain(heading);
        Html.Text(page).ShouldContain(majilis);
        Html.Text(page).ShouldContain(senate);
        Html.Row(page, "Nur Otan", 4).ShouldBe(["Nur Otan", "76", "84", "−8"]);
    }

    [Theory]
    [InlineData("en", "No Majilis from 20 January 2023 to 28 March 2023.", "Majilis: ")]
    [InlineData("kk", "2023 жылғы 20 қаңтардан 2023 жылғы 28 наурызға дейін Мәжіліс жоқ.", "Мәжіліс: ")]
    [InlineData("ru", "Палаты «Мажилис» нет с 20 января 2023 г. по 28 марта 2023 г.", "Мажилис: ")]
    public async Task Parliament_DayBetweenTwoTerms_SaysThatThereIsNoMajilis(string language, string gap, string heading)
    {
        var page = await host.PageAsync($"/{language}/parliaments/kz/2023-02-01");

        Html.Text(page).ShouldContain(gap);
        page.ShouldNotContain($"<h2>{heading}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    [InlineData("/kk")]
    [InlineData("/ru")]
    public async Task Parliament_DayOfTheForm_RedirectsToItsPage(string prefix)
    {
        using var answer = await host.GetAsync($"{prefix}/parliaments/kz?day=2021-01-22");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe($"{prefix}/parliaments/kz/2021-01-22");
    }

    [Theory]
    [InlineData("/parliaments/kz")]
    [InlineData("/parliaments/kz?day=")]
    [InlineData("/parliaments/kz?day=today")]
    [InlineData("/parliaments/kz?day=2021-01-22&day=2021-01-23")]
    [InlineData("/parliaments/kz?day=//example.org")]
    [InlineData("/parliaments/kz/2021-02-29")]
    [InlineData("/parliaments/kz/2021-1-2")]
    [InlineData("/parliaments/kz/20210122")]
    [InlineData("/parliaments/kz/22.01.2021")]
    [InlineData("/parliaments/kz/2021-01-22T00:00")]
    [InlineData("/parliaments/kz/-2021-01-22")]
    [InlineData("/parliaments/kz/٢٠٢١-٠١-٢٢")]
    [InlineData("/parliaments/nowhere/today")]
    public async Task Parliament_NoDay_IsABadRequestInTheReadersLanguage(string path)
    {
        await Refused("en", path, HttpStatusCode.BadRequest, "This address is not understood. A day is written YYYY-MM-DD.");
        await Refused("kk", path, HttpStatusCode.BadRequest, "Бұл мекенжай түсініксіз. Күн ЖЖЖЖ-АА-КК түрінде жазылады.");
        await Refused("ru", path, HttpStatusCode.BadRequest, "Адрес не понят. Дата пишется ГГГГ-ММ-ДД.");
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/elections")]
    [InlineData("/elections/nothing")]
    [InlineData("/elections/kz-majilis-2021/nothing")]
    [InlineData("/elections/nothing/declaration.json")]
    [InlineData("/elections/nothing/declaration.pdf")]
    [InlineData("/elections/nothing/hemicycle.svg")]
    [InlineData("/parliaments/nowhere?day=2021-01-22")]
    [InlineData("/parliaments/nowhere/2021-01-22")]
    public async Task Address_UnknownId_IsNotFoundInTheReadersLanguage(string path)
    {
        await Refused("en", path, HttpStatusCode.NotFound, "There is no such page.");
        await Refused("kk", path, HttpStatusCode.NotFound, "Мұндай бет жоқ.");
        await Refused("ru", path, HttpStatusCode.NotFound, "Такой страницы нет.");
    }

    [Theory]
    [InlineData("/parliaments/kz/0001-01-01")]
    [InlineData("/parliaments/kz/9999-12-31")]
    public async Task Parliament_FirstAndLastDayOfTheCalendar_AnswersWithoutChambers(string path)
    {
        Html.Text(await host.PageAsync("/en" + path)).ShouldContain("No Majilis on this day.");
    }

    // By the prefix of the address, and without one by what the reader prefers.
    private async Task Refused(string language, string path, HttpStatusCode status, string words)
    {
        foreach (var (address, preferred) in new[] { ($"/{language}{path}", "fr"), (path, language) })
        {
            using var answer = await host.GetAsync(address, preferred);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldBe(status, address);
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8", address);
            Html.Values(page, "lang")[0].ShouldBe(language, address);
            page.ShouldContain($"<h1>{words}</h1>", Case.Sensitive, address);
        }
    }
}
