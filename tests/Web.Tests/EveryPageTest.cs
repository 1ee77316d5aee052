using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Mandate.Web.Tests;

/// <summary>What holds of each page of each election and parliament. A page that hangs meets the client's own limit of 100 seconds.</summary>
public class EveryPageTest(PortalHost host)
{
    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task Page_EveryElectionAndParliament_IsSmallAndWhole(string language)
    {
        var faults = new List<string>();
        foreach (var path in PortalHost.Pages)
        {
            var page = await host.PageAsync($"/{language}{path}");
            faults.AddRange(Faults(page, language).Select(fault => $"{path}: {fault}"));
        }

        PortalHost.Pages.Count.ShouldBeGreaterThan(30);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task StyleSheet_NamesNothingOutside()
    {
        using var answer = await host.GetAsync("/portal.css");
        var css = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/css; charset=utf-8");
        css.ShouldNotContain("url(");
        css.ShouldNotContain("@import");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kk/")]
    [InlineData("/ru/")]
    public async Task Links_FollowedFromHome_LeadSomewhere(string start)
    {
        // Papers take a process each; DownloadTest prints some.
        var seen = new HashSet<string>([start], StringComparer.Ordinal);
        var waiting = new Queue<string>(seen);
        var dead = new List<string>();
        while (waiting.TryDequeue(out var path))
        {
            using var answer = await host.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                dead.Add($"{path}: {answer.StatusCode}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                foreach (var link in Html.Links(page, "a").Concat(Html.Links(page, "link")).Where(l => l.StartsWith('/') && !l.EndsWith(".pdf", StringComparison.Ordinal)).Where(seen.Add))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        // In three languages: home, elections with their figures and most with a picture; and the style sheet.
        seen.Count.ShouldBeGreaterThan(3 * 2 * PortalHost.Catalogue.ElectionIds.Count);
        dead.ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(string page, string language)
    {
        var bytes = Encoding.UTF8.GetByteCount(page);
        if (bytes >= 100_000)
        {
            yield return $"{bytes} bytes";
        }

        if (Html.Values(page, "lang")[0] != language)
        {
            yield return "another language";
        }

        foreach (Match found in Regex.Matches(page, @"<(script|iframe|object|embed|img|image|use|audio|video|base|meta http-equiv)\b|\s(src|srcset|style|on[a-z]+|xlink:href)=", RegexOptions.IgnoreCase))
        {
            yield return $"holds '{found.Value.Trim()}'";
        }

        foreach (var link in Regex.Matches(page, "<link[^>]*>").Select(m => m.Value).Where(l => !l.Contains("rel=\"alternate\"", StringComparison.Ordinal)))
        {
            if (link is not ("""<link rel="stylesheet" href="/portal.css">""" or """<link rel="icon" href="data:,">"""))
            {
                yield return $"loads {link}";
            }
        }

        if (Regex.Match(Html.Text(page), @"\{[a-z]+\}|System\.|Mandate\.[A-Z]") is { Success: true } raw)
        {
            yield return $"shows '{raw.Value}' to readers";
        }

        if (Regex.Match(Html.Text(page), "--[a-z]+|mandate (explain|declare|law)") is { Success: true } words)
        {
            yield return $"speaks of the command line: '{words.Value}'";
        }

        foreach (var twice in Html.Values(page, "id").GroupBy(id => id).Where(g => g.Count() > 1))
        {
            yield return $"id '{twice.Key}' twice";
        }

        if (Regex.Count(page, "<h1>") != 1)
        {
            yield return "not one first heading";
        }
    }
}
