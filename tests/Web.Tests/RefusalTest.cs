using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Web.Tests;

/// <summary>Everybody may read and nobody may do anything else: every method but GET and HEAD is refused on every route.</summary>
public class RefusalTest(PortalHost host)
{
    private static readonly string[] Reading = ["GET", "HEAD"];
    private static readonly string[] Refused = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "QUERY"];

    private static readonly Dictionary<string, string> Guards = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    /// <summary>An address for every route the portal has, taken from the portal itself.</summary>
    private IReadOnlyList<string> Addresses => [.. Routed.Select(e => e.RoutePattern.RawText!
        .Replace("{id}", "kz-majilis-2021", StringComparison.Ordinal)
        .Replace("{country}", "kz", StringComparison.Ordinal)
        .Replace("{day}", "2021-01-22", StringComparison.Ordinal))];

    private IReadOnlyList<RouteEndpoint> Routed => [.. host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()];

    [Fact]
    public void Routes_AllOfThem_AreTheOnesTriedHere()
    {
        // Seven in each of three languages and without one, and the style sheet. A new parameter needs a value above.
        Addresses.Count.ShouldBe((7 * 4) + 1);
        Addresses.ShouldAllBe(a => !a.Contains('{'));
        Routed.ShouldAllBe(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.SequenceEqual(Reading));
    }

    [Fact]
    public async Task Route_AnyMethodButReading_IsNotAllowed()
    {
        foreach (var address in Addresses.Append("/nothing"))
        {
            foreach (var method in Refused)
            {
                var answer = await Wire.SendAsync(host.Address, $"{method} {address} HTTP/1.1", "Content-Length: 0");

                answer.Status.ShouldBe(405, $"{method} {address}");
                answer.Header("Allow").ShouldBe("GET, HEAD", $"{method} {address}");
                Guarded(answer, $"{method} {address}");
            }
        }
    }

    [Fact]
    public async Task Route_BodySent_IsNotTaken()
    {
        using var body = new ByteArrayContent(new byte[100_000]);
        using var answer = await host.Client.PostAsync("/en/", body, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Head_EveryRoute_AnswersAsGetWithoutABody()
    {
        foreach (var address in Addresses.Where(a => !a.EndsWith(".pdf", StringComparison.Ordinal)).Append("/nothing"))
        {
            var read = await Wire.SendAsync(host.Address, $"GET {address} HTTP/1.1");
            var head = await Wire.SendAsync(host.Address, $"HEAD {address} HTTP/1.1");

            head.Status.ShouldBe(read.Status, address);
            head.Header("Content-Type").ShouldBe(read.Header("Content-Type"), address);
            head.Text.ShouldBe(head.Head + "\r\n\r\n", address);
        }
    }

    [Theory]
    [InlineData("/elections/..%2f", 404)]
    [InlineData("/elections/..%2f..%2flaws%2fkz", 404)]
    [InlineData("/elections/..%5c..%5claws", 404)]
    [InlineData("/elections/%2e%2e%2fkz-majilis-2021", 404)]
    [InlineData("/elections/%2fetc%2fpasswd", 404)]
    [InlineData("/elections/kz-majilis-2021%2f..%2fkz-majilis-2023", 404)]
    [InlineData("/elections/kz-majilis-2021%20", 404)]
    [InlineData("/elections/..%252f", 404)]
    [InlineData("/elections/kz-majilis-2021/..%2felection.yaml", 404)]
    [InlineData("/elections/kz-majilis-2021/election.yaml", 404)]
    [InlineData("/parliaments/..%2fparliaments%2fkz/2021-01-22", 404)]
    [InlineData("/parliaments/kz.yaml", 404)]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("/../../etc/passwd", 404)]
    [InlineData("/laws/kz/majilis.yaml", 404)]
    [InlineData("/elections/kz%ff", 404)]
    [InlineData("/elections/kz-majilis-2021%00", 400)]
    [InlineData("/elections/%00", 400)]
    [InlineData("/parliaments/kz/%00", 400)]
    public async Task Id_ThatClimbsOrLies_LeadsNowhere(string path, int status)
    {
        foreach (var prefix in new[] { string.Empty, "/kk" })
        {
            var answer = await Wire.SendAsync(host.Address, $"GET {prefix}{path} HTTP/1.1");

            answer.Status.ShouldBe(status, prefix + path);
            answer.Text.ShouldNotContain("root:");
            answer.Text.ShouldNotContain("tiers:");
            answer.Text.ShouldNotContain("contests:");
        }
    }

    [Theory]
    [InlineData("/elections/%2e%2e", "en")]
    [InlineData("/kk/elections/..", "kk")]
    [InlineData("/kk/elections/%2E%2E/%2e%2e/ru/", "ru")]
    public async Task Path_WithStepsUp_EndsAtHomeAndNeverBelowIt(string path, string language)
    {
        var answer = await Wire.SendAsync(host.Address, $"GET {path} HTTP/1.1");

        answer.Status.ShouldBe(200);
        Html.Values(answer.Text, "lang")[0].ShouldBe(language);
        Html.Values(answer.Text, "action").Count.ShouldBe(PortalHost.Catalogue.Countries.Count);
    }

    [Fact]
    public async Task Id_OfManyLetters_LeadsNowhere()
    {
        var answer = await Wire.SendAsync(host.Address, $"GET /elections/{new string('a', 3900)} HTTP/1.1");

        answer.Status.ShouldBe(404);
        Guarded(answer, "a long id");
        answer.Text.Length.ShouldBeLessThan(5000);
    }

    [Theory]
    [InlineData(4 * 1024)]
    [InlineData(100 * 1024)]
    public async Task RequestLine_TooLong_IsRefused(int letters)
    {
        var answer = await Wire.SendAsync(host.Address, $"GET /{new string('a', letters)} HTTP/1.1");

        answer.Status.ShouldBe(414);
    }

    [Fact]
    public async Task Headers_TooMany_AreRefused()
    {
        var answer = await Wire.SendAsync(host.Address, "GET / HTTP/1.1", "Accept-Language: " + string.Join(',', Enumerable.Repeat("kk", 6000)));

        answer.Status.ShouldBe(431);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/portal.css")]
    [InlineData("/en/elections/kz-majilis-2021")]
    [InlineData("/en/elections/kz-majilis-2021/declaration.json")]
    [InlineData("/en/elections/kz-majilis-2021/hemicycle.svg")]
    [InlineData("/en/parliaments/kz/2021-01-22")]
    [InlineData("/en/parliaments/kz?day=2021-01-22")]
    [InlineData("/en/parliaments/kz/today")]
    [InlineData("/nothing")]
    public async Task Answer_OfEveryKind_IsGuarded(string path)
    {
        // Twice: the second answer may come from the cache.
        Guarded(await Wire.SendAsync(host.Address, $"GET {path} HTTP/1.1"), path);
        Guarded(await Wire.SendAsync(host.Address, $"GET {path} HTTP/1.1"), path);
    }

    [Fact]
    public async Task Answer_FaultOfOurs_IsGuardedAndTellsNothing()
    {
        // A parliament whose file is gone as soon as it is named.
        var root = Directory.CreateTempSubdirectory("mandate-portal-");
        try
        {
            foreach (var folder in new[] { "laws", "elections", "parliaments" })
            {
                root.CreateSubdirectory(folder);
            }

            File.CreateSymbolicLink(Path.Combine(root.FullName, "parliaments", "xx.yaml"), Path.Combine(root.FullName, "gone.yaml"));
            await using var portal = Portal.Build(new PortalOptions { Root = root.FullName, Urls = "http://127.0.0.1:0" });
            await portal.StartAsync(TestContext.Current.CancellationToken);

            var answer = await Wire.SendAsync(new Uri(portal.Urls.Single()), "GET /parliaments/xx/2021-01-22 HTTP/1.1");

            answer.Status.ShouldBe(500);
            answer.Text.ShouldContain("Something went wrong here. The fault is in the portal, not in your request.");
            answer.Text.ShouldNotContain("gone.yaml");
            answer.Text.ShouldNotContain("Exception");
            Guarded(answer, "a fault");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static void Guarded(WireAnswer answer, string what)
    {
        foreach (var (name, value) in Guards)
        {
            answer.Header(name).ShouldBe(value, $"{name} of {what}");
        }

        answer.Header("Server").ShouldBeNull(what);
        answer.Header("X-Powered-By").ShouldBeNull(what);
        answer.Header("Set-Cookie").ShouldBeNull(what);
    }
}
