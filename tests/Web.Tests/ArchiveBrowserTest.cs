namespace Mandate.Web.Tests;

/// <summary>The archive as a browser shows it.</summary>
public class ArchiveBrowserTest(ArchiveHost host, BrowserHost browser)
{
    public static MatrixTheoryData<string, string, int> Views { get; } = new(
        [
            "/search", "/search?q=ballot&kind=article", "/search?q=%22ballot", "/documents", "/documents/open", "/titles/review", $"/documents/{ArchiveHost.Paper}", $"/documents/{ArchiveHost.Paper}/1?q=observer",
            $"/documents/{ArchiveHost.Protocol}/1", $"/documents/{ArchiveHost.Withheld}/1", $"/documents/{ArchiveHost.Withdrawn}", $"/documents/{ArchiveHost.Closed}",
        ],
        ["en", "kk", "ru"],
        [1280, 360]);

    [Theory]
    [MemberData(nameof(Views))]
    public Task Page_InABrowser_HasNoBarrierAndFitsTheScreen(string path, string language, int width) => NoBarrier.CheckAsync(browser, host.Address, language + path, width, "403", "410");

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Boxes_OverTheImage_LieOnTheWordsAsTheyWereDrawn(int width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync($"{host.Address}en/documents/{ArchiveHost.Paper}/1?q=observer");

        // Each box in pixels of the page as it was drawn: the image may be shown at any size.
        var boxes = await page.EvaluateAsync<double[][]>(
            """
            drawn => {
              const image = document.querySelector('.sheet img').getBoundingClientRect(), scale = drawn / image.width;
              return [...document.querySelectorAll('.sheet rect')].map(r => r.getBoundingClientRect())
                .map(b => [(b.left - image.left) * scale, (b.top - image.top) * scale, b.width * scale, b.height * scale]);
            }
            """,
            host.Width);
        var shown = await page.EvaluateAsync<bool>("document.querySelector('.sheet img').naturalWidth > 300");

        shown.ShouldBeTrue();
        var words = host.Words.Where(w => w.Text.StartsWith("observer", StringComparison.OrdinalIgnoreCase)).Select(w => w.Ink).ToList();
        boxes.Length.ShouldBe(words.Count);
        foreach (var (box, word) in boxes.Zip(words))
        {
            // Room is left around a word, and recognition may be off by a few pixels.
            box[0].ShouldBe(word.Left, 16);
            box[1].ShouldBe(word.Top, 16);
            (box[0] + box[2]).ShouldBe(word.Right, 16);
            (box[1] + box[3]).ShouldBe(word.Bottom, 16);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task Text_BesideTheImage_CanBeSelected()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{host.Address}en/documents/{ArchiveHost.Paper}/1?q=observer");

        var image = (await page.Locator(".leaf-image").BoundingBoxAsync())!;
        var text = (await page.Locator(".leaf-text").BoundingBoxAsync())!;
        text.X.ShouldBeGreaterThan(image.X + image.Width);
        await page.Locator(".prose p").Nth(1).ClickAsync(new Microsoft.Playwright.LocatorClickOptions { ClickCount = 3, Position = new Microsoft.Playwright.Position { X = 30, Y = 10 } });
        (await page.EvaluateAsync<string>("getSelection().toString()")).ShouldStartWith("On the day of the election the polling station opens");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Reader_WithoutScripts_GoesFromHomeToAPageAndTurnsIt()
    {
        var page = await browser.OpenAsync(scripts: false);
        await page.GotoAsync($"{host.Address}en/");

        await page.GetByLabel("Words, or a citation").FillAsync("observers");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new Microsoft.Playwright.PageGetByRoleOptions { Name = "Search" }).ClickAsync();
        await page.Locator("ol.hits h3 a").First.WaitForAsync();
        page.Url.ShouldEndWith("/en/search?q=observers");
        await page.Locator("ol.hits h3 a").First.ClickAsync();
        await page.Locator("nav.turner a[rel=next]").WaitForAsync();
        page.Url.ShouldEndWith("/en/documents/open/paper/1?q=observers");
        await page.Locator("nav.turner a[rel=next]").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new Microsoft.Playwright.PageGetByRoleOptions { Name = "Page 46" }).WaitForAsync();
        page.Url.ShouldEndWith("/en/documents/open/paper/2?q=observers");
        await page.CloseAsync();
    }
}
