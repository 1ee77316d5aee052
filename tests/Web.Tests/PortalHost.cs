using System.Net;
using System.Net.Http.Headers;
using Mandate.Laws;
using Mandate.Web.Tests;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(PortalHost))]
[assembly: AssemblyFixture(typeof(BrowserHost))]

namespace Mandate.Web.Tests;

/// <summary>The portal over the repository's own data, on a real port, once for all tests.</summary>
public sealed class PortalHost : IAsyncLifetime
{
    /// <summary>The folder with laws/, elections/ and parliaments/.</summary>
    public static string Root { get; } = Catalogue.FindRoot(null) ?? throw new InvalidOperationException("No laws/ and elections/ above the tests.");

    /// <summary>What the portal shows, read beside it.</summary>
    public static Catalogue Catalogue { get; } = new(Root);

    /// <summary>Elections and parliaments by every address that has a page of its own, without the language.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "/",
        .. Catalogue.ElectionIds.Select(id => $"/elections/{id}"),
        .. Catalogue.Countries.SelectMany(country => Turns(country).Select(day => $"/parliaments/{country}/{day:yyyy-MM-dd}")),
    ];

    internal WebApplication App { get; } = Portal.Build(new PortalOptions { Root = Root, Urls = "http://127.0.0.1:0" });

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await App.StartAsync();
        Address = new Uri(App.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Asks as a reader with these languages; null asks without the header.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string? languages = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (languages is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", languages).ShouldBeTrue();
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> PageAsync(string path, string? languages = null)
    {
        using var answer = await GetAsync(path, languages);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        answer.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("text/html", "utf-8"), path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The days on which something changes, and the days before and after: every term and every gap is met.</summary>
    private static IEnumerable<DateOnly> Turns(string country) => Catalogue.Parliament(country).Parliament!.Chambers
        .SelectMany(c => c.Terms).SelectMany(t => new[] { t.Begins, t.Begins?.AddDays(-1), t.Ends, t.Ends?.AddDays(1) })
        .OfType<DateOnly>().Distinct().Order();
}
