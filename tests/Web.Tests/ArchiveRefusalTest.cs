using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Web.Tests;

/// <summary>Who is refused what, on every address of the archive that the portal has: taken from the portal itself, so that no new one is forgotten.</summary>
public class ArchiveRefusalTest(ArchiveHost host)
{
    private static readonly string[] Forms = ["bib", "ris", "json"];
    private static readonly string[] Languages = ["", "/en", "/kk", "/ru"];

    /// <summary>Every address with values for its parameters, of one document.</summary>
    private IReadOnlyList<string> Addresses(string handle) =>
    [
        .. host.App!.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>().Select(e => e.RoutePattern.RawText!)
            .Where(r => r.Contains("/documents/{collection}/{item}", StringComparison.Ordinal))
            .SelectMany(r => r.Contains("{form}", StringComparison.Ordinal) ? Forms.Select(f => r.Replace("{form}", f, StringComparison.Ordinal)) : [r])
            .Select(r => r.Replace("{collection}/{item}", handle, StringComparison.Ordinal).Replace("{page}", "1", StringComparison.Ordinal).Replace("{edition}", "1", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Addresses_OfADocument_AreTheOnesTriedHere()
    {
        // Eleven in each of three languages and without one, two of them in three forms each. A new parameter needs a value above.
        Addresses(ArchiveHost.Paper).Count.ShouldBe((11 + 4) * 4);
        Addresses(ArchiveHost.Paper).ShouldAllBe(a => !a.Contains('{'));
    }

    [Fact]
    public async Task Address_OfAnOpenDocument_AnswersToAll()
    {
        foreach (var address in Addresses(ArchiveHost.Paper))
        {
            using var answer = await host.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            Guarded(answer, address);
        }
    }

    [Fact]
    public async Task Address_OfAClosedCollection_IsRefusedAndTellsTheCollectionAlone()
    {
        foreach (var address in Addresses(ArchiveHost.Closed).Concat(Languages.Select(l => $"{l}/documents/hidden/alias")))
        {
            var text = await RefusedAsync(address, HttpStatusCode.Forbidden);
            text.ShouldContain("Private letters", customMessage: address);
            text.ShouldNotContain("secret letter");
            text.ShouldNotContain("Nobody");
        }
    }

    [Fact]
    public async Task Address_OfAWithdrawnDocument_IsGoneAndTellsWhy()
    {
        foreach (var address in Addresses(ArchiveHost.Withdrawn))
        {
            var text = await RefusedAsync(address, HttpStatusCode.Gone);
            text.ShouldContain("The owner asked for it.", customMessage: address);
        }
    }

    [Fact]
    public async Task Address_OfAWithheldPage_GivesNeitherImageNorWordNorOriginal()
    {
        foreach (var address in Addresses(ArchiveHost.Withheld))
        {
            var end = address.Split('/')[^1];
            if (end is "image" or "thumb" or "alto.xml" or "text" or "page.pdf" or "document.pdf")
            {
                await RefusedAsync(address, HttpStatusCode.NotFound);
            }
            else if (address.Contains("/original/", StringComparison.Ordinal))
            {
                await RefusedAsync(address, HttpStatusCode.Forbidden);
            }
            else
            {
                // The document is told of, and the page says that it is withheld.
                var text = await host.TextAsync(address);
                text.ShouldNotContain(ArchiveHost.Secret, Case.Insensitive, address);
                text.ShouldNotContain("<img");
            }
        }

        (await host.TextAsync($"/en/documents/{ArchiveHost.Withheld}/1")).ShouldContain("This page is withheld: its original is restricted, and no redacted image has been released yet.");
    }

    [Theory]
    [InlineData("/en/documents/letters")]
    [InlineData("/en/titles/diary")]
    public async Task Address_OfAClosedCollectionsOwn_IsNotFound(string address) => await RefusedAsync(address, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("подсчитывает")]
    [InlineData("secret")]
    [InlineData("author:Hidden")]
    [InlineData("collection:letters")]
    [InlineData("handle:letters/secret")]
    [InlineData("XYZ77")]
    [InlineData("letters/secret")]
    [InlineData("letters/secret/1")]
    [InlineData("hidden/alias")]
    [InlineData("open/withdrawn")]
    [InlineData("title:restricted")]
    public async Task Search_ForWhatIsNotToBeSeen_FindsNothingInAnyForm(string query)
    {
        foreach (var path in new[] { "/en/search?q=", "/en/search.atom?q=", "/en/search?collection=letters&q=", "/en/search?in=letters/secret&q=", "/en/search?in=open/withheld&q=" })
        {
            var text = await host.TextAsync(path + Uri.EscapeDataString(query));
            text.ShouldNotContain("A secret letter");
            text.ShouldNotContain("Private letters");
            text.ShouldNotContain("/documents/open/withheld/");
            text.ShouldNotContain("A paper taken down");
            text.ShouldNotContain(ArchiveHost.Secret, Case.Insensitive);
            text.ShouldNotContain("<entry");
            Html.Links(text, "a").ShouldNotContain(l => l.StartsWith("/en/documents/letters", StringComparison.Ordinal));
        }

        using var cited = await host.GetAsync("/en/cite?text=" + Uri.EscapeDataString(query));
        cited.StatusCode.ShouldBe(HttpStatusCode.Found);
        cited.Headers.Location!.ToString().ShouldBe("/en/search?q=" + Uri.EscapeDataString(query));
    }

    [Theory]
    [InlineData("/en/search")]
    [InlineData("/en/documents")]
    [InlineData("/en/search?from=1")]
    [InlineData("/en/documents/open")]
    [InlineData("/en/search?language=ru")]
    public async Task List_OfAnyKind_NamesNothingClosed(string path)
    {
        var text = await host.TextAsync(path);

        text.ShouldNotContain("letters", Case.Insensitive);
        text.ShouldNotContain("diary", Case.Insensitive);
        text.ShouldNotContain("A paper taken down");
        text.ShouldNotContain(ArchiveHost.Secret, Case.Insensitive);
    }

    [Theory]
    [InlineData("open/paper/0")]
    [InlineData("open/paper/01")]
    [InlineData("open/paper/-1")]
    [InlineData("open/paper/3")]
    [InlineData("open/paper/1x")]
    [InlineData("open/paper/99999999999999")]
    [InlineData("open/paper/1/image?version=2")]
    [InlineData("open/paper/1?version=0")]
    [InlineData("open/paper/1?version=no")]
    [InlineData("open/paper/0/image")]
    [InlineData("open/paper/3/text")]
    [InlineData("open/paper/original/0")]
    [InlineData("open/paper/original/2")]
    [InlineData("open/paper/cite.exe")]
    [InlineData("open/paper/document.pdf?pages=3-9")]
    [InlineData("open/paper/document.pdf?section=none")]
    [InlineData("open/nothing")]
    [InlineData("open/nothing/1/image")]
    [InlineData("open/..%2f..%2farchive.db")]
    [InlineData("open/paper/..%2f..%2f..%2farchive.db")]
    [InlineData("open/paper/original/..%2f1")]
    [InlineData("OPEN/PAPER")]
    public async Task Address_ThatNamesNothing_IsNotFound(string rest) => await RefusedAsync("/en/documents/" + rest, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("pages=0")]
    [InlineData("pages=2-1")]
    [InlineData("pages=1-2-3")]
    [InlineData("pages=a")]
    public async Task Pdf_OfPagesThatAreNone_IsNotUnderstood(string query) => await RefusedAsync($"/en/documents/{ArchiveHost.Paper}/document.pdf?{query}", HttpStatusCode.BadRequest);

    [Fact]
    public async Task Address_AnyMethodButReading_IsNotAllowed()
    {
        foreach (var address in Addresses(ArchiveHost.Paper).Where(a => !a.StartsWith("/kk", StringComparison.Ordinal)).Concat(["/search", "/search.atom", "/cite", "/documents", "/titles/review"]))
        {
            foreach (var method in new[] { "POST", "PUT", "DELETE" })
            {
                var answer = await Wire.SendAsync(host.Address, $"{method} {address} HTTP/1.1", "Content-Length: 0");
                answer.Status.ShouldBe(405, $"{method} {address}");
            }
        }
    }

    [Fact]
    public async Task Head_EveryAddress_AnswersAsGetWithoutABody()
    {
        foreach (var address in Addresses(ArchiveHost.Paper).Where(a => a.StartsWith("/en", StringComparison.Ordinal)).Concat(["/en/search?q=ballot", "/en/search.atom?q=ballot", "/en/documents", "/en/titles/review"]))
        {
            var head = await Wire.SendAsync(host.Address, $"HEAD {address} HTTP/1.1");
            using var read = await host.GetAsync(address);

            head.Status.ShouldBe(200, address);
            head.Header("Content-Type").ShouldBe(read.Content.Headers.ContentType!.ToString(), address);
            head.Text.ShouldBe(head.Head + "\r\n\r\n", address);
        }
    }

    [Fact]
    public async Task Query_OfManyLetters_IsAnsweredWithAFault()
    {
        var text = await host.TextAsync("/en/search?q=" + new string('a', 3500));

        Html.Text(text).ShouldContain("The query has 3500 letters; at most 500 are read.");
        (await host.TextAsync($"/en/documents/{ArchiveHost.Paper}/1?q=" + new string('a', 3500))).ShouldNotContain("<rect");
        using var cited = await host.GetAsync("/en/cite?text=" + new string('a', 3500));
        cited.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/en/search?q=a&author=%22%3E%3Cscript%3E")]
    [InlineData("/en/documents/open/paper/1?q=%22%3E%3Cscript%3E")]
    public async Task Query_WithMarkup_IsShownAsText(string path)
    {
        var text = await host.TextAsync(path);

        text.ShouldNotContain("<script");
    }

    private async Task<string> RefusedAsync(string address, HttpStatusCode status)
    {
        using var answer = await host.GetAsync(address);
        answer.StatusCode.ShouldBe(status, address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html", address);
        answer.Headers.ETag.ShouldBeNull(address);
        Guarded(answer, address);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain(ArchiveHost.Secret, Case.Insensitive, address);
        text.ShouldNotContain("<img", Case.Insensitive, address);
        text.Length.ShouldBeLessThan(6000, address);
        return text;
    }

    private static void Guarded(HttpResponseMessage answer, string address)
    {
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"], address);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], address);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse(address);
        (answer.Headers.CacheControl?.Public ?? false).ShouldBeFalse(address);
    }
}
