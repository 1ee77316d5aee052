using Microsoft.Playwright;

namespace Mandate.Web.Tests;

/// <summary>Chromium, started once. Where it is missing, tests skip with the reason at a desk and fail in continuous integration.</summary>
public sealed class BrowserHost : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A fresh window of a reader.</summary>
    /// <param name="width">Its width in CSS pixels.</param>
    /// <param name="scripts">Whether the reader allows scripts.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool scripts = true)
    {
        if (browser is null)
        {
            Need.Missing($"{Program} was not found. Install it: apt-get install chromium.");
        }

        var page = await browser!.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            JavaScriptEnabled = scripts,
        });

        // A busy machine is slow; nothing here measures time.
        page.SetDefaultTimeout(60_000);
        return page;
    }
}
