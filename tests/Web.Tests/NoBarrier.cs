using Deque.AxeCore.Playwright;

namespace Mandate.Web.Tests;

/// <summary>What holds for every page in a browser.</summary>
internal static class NoBarrier
{
    /// <summary>Opens a page: it fits the screen, has no barrier that axe finds, loads nothing from elsewhere, and the browser complains of nothing.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="host">The portal's address.</param>
    /// <param name="path">The page, behind the address.</param>
    /// <param name="width">Pixels of the screen.</param>
    /// <param name="answers">Codes of answers that the page may have and the browser speaks of, such as 404.</param>
    public static async Task CheckAsync(BrowserHost browser, Uri host, string path, int width, params string[] answers)
    {
        var page = await browser.OpenAsync(width);
        var foreign = new List<string>();
        var said = new List<string>();
        page.Request += (_, request) => foreign.AddRange(new[] { request.Url }.Where(u => !u.StartsWith(host.AbsoluteUri, StringComparison.Ordinal) && !u.StartsWith("data:", StringComparison.Ordinal)));
        page.Console += (_, message) => said.AddRange(new[] { message.Text }.Where(t => !answers.Any(a => t.Contains(a, StringComparison.Ordinal))));
        await page.GotoAsync($"{host}{path}");

        var broad = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var axe = await page.RunAxe();

        broad.ShouldBeLessThanOrEqualTo(width);
        axe.Passes.ShouldNotBeEmpty();
        axe.Violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        foreign.ShouldBeEmpty();
        said.ShouldBeEmpty();
        await page.CloseAsync();
    }
}
