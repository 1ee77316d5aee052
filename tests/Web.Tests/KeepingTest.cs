using System.Net;
using System.Net.Http.Headers;

namespace Mandate.Web.Tests;

/// <summary>What browsers may keep, and how they ask whether it is still the same.</summary>
public class KeepingTest(PortalHost host)
{
    [Theory]
    [InlineData("/en/")]
    [InlineData("/portal.css")]
    [InlineData("/kk/elections/kz-majilis-2021")]
    [InlineData("/en/elections/kz-majilis-2021/declaration.json")]
    [InlineData("/ru/parliaments/kz/2021-01-22")]
    public async Task Page_ReadBefore_IsNotSentAgain(string path)
    {
        using var first = await host.GetAsync(path);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        var tag = first.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeTrue();

        // Twice: the second answer may come from the cache.
        for (var time = 0; time < 2; time++)
        {
            using var again = await AskAsync(path, tag);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            again.Headers.ETag.ShouldBe(tag);
            (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Page_OfOtherContent_HasAnotherTagAndIsSent()
    {
        using var english = await host.GetAsync("/en/");
        using var kazakh = await AskAsync("/kk/", english.Headers.ETag!);
        kazakh.StatusCode.ShouldBe(HttpStatusCode.OK);
        kazakh.Headers.ETag.ShouldNotBe(english.Headers.ETag);
    }

    [Fact]
    public async Task Page_AnyOne_SpeaksToNoScript()
    {
        using var answer = await host.GetAsync("/en/elections/kz-majilis-2021");
        answer.Headers.Contains("blazor-enhanced-nav").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/kk/nothing", HttpStatusCode.NotFound)]
    [InlineData("/parliaments/kz/today", HttpStatusCode.BadRequest)]
    public async Task Page_ThatIsNone_NamesNoAlternatesAndHasNoTag(string path, HttpStatusCode status)
    {
        using var answer = await host.GetAsync(path);
        answer.StatusCode.ShouldBe(status);
        answer.Headers.ETag.ShouldBeNull();
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("rel=\"alternate\"");
    }

    private async Task<HttpResponseMessage> AskAsync(string path, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
