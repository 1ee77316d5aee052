using Microsoft.Playwright;

namespace Mandate.Web.Tests;

/// <summary>Pages as a browser shows them: to a wide and a narrow screen, to a keyboard, without scripts.</summary>
public class AccessibilityTest(PortalHost host, BrowserHost browser)
{
    public static MatrixTheoryData<string, string, int> Views { get; } = new(
        ["/", "/elections/kz-majilis-2021", "/parliaments/kz/2021-01-22", "/nothing"],
        ["en", "kk", "ru"],
        [1280, 360]);

    [Theory]
    [MemberData(nameof(Views))]
    public Task Page_InABrowser_HasNoBarrierAndFitsTheScreen(string path, string language, int width) => NoBarrier.CheckAsync(browser, host.Address, language + path, width, "404");

    [Theory]
    [InlineData("/en/")]
    [InlineData("/kk/elections/kz-majilis-2021")]
    [InlineData("/ru/parliaments/kz/2021-01-22")]
    [InlineData("/en/nothing")]
    public async Task Keyboard_FirstTab_ReachesTheLinkThatSkipsTheHeader(string path)
    {
        var page = await browser.OpenAsync(360);
        await page.GotoAsync(new Uri(host.Address, path).AbsoluteUri);

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip");
        var box = await page.Locator("a.skip").BoundingBoxAsync();
        box.ShouldNotBeNull();
        box.X.ShouldBeGreaterThanOrEqualTo(0);
        (box.X + box.Width).ShouldBeLessThanOrEqualTo(360);

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**#content");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Reader_WithoutScripts_GoesFromHomeToAnElectionAndToADay()
    {
        var page = await browser.OpenAsync(scripts: false);
        await page.GotoAsync($"{host.Address}ru/");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Выборы в Мажилис Парламента Республики Казахстан 10 января 2021 года" }).ClickAsync();
        await page.WaitForURLAsync("**/ru/elections/kz-majilis-2021");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("Выборы в Мажилис Парламента Республики Казахстан 10 января 2021 года");
        (await page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "107" }).Or(page.Locator("figure svg")).First.IsVisibleAsync()).ShouldBeTrue();

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Қазақша" }).ClickAsync();
        await page.WaitForURLAsync("**/kk/elections/kz-majilis-2021");
        await page.Locator("header .name").ClickAsync();
        await page.WaitForURLAsync("**/kk/");

        await page.GetByLabel("Күні").FillAsync("2021-01-22");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Көрсету" }).ClickAsync();
        await page.WaitForURLAsync("**/kk/parliaments/kz/2021-01-22");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("Қазақстан Республикасының Парламенті, 2021 жылғы 22 қаңтар");
        await page.CloseAsync();
    }
}
