using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Mandate.Archive;
using Mandate.Archive.Reading;

namespace Mandate.Web.Tests;

/// <summary>What a reader of the archive sees and fetches.</summary>
public class ArchivePageTest(ArchiveHost host)
{
    private const string Paper = $"/en/documents/{ArchiveHost.Paper}";

    [Theory]
    [InlineData("en", "Search in the archive", "page 45")]
    [InlineData("kk", "Мұрағаттан іздеу", "45-бет")]
    [InlineData("ru", "Поиск по архиву", "стр. 45")]
    public async Task Search_AWord_ShowsPagesWithTheWordMarked(string language, string heading, string where)
    {
        var page = await host.TextAsync($"/{language}/search?q=observer");

        page.ShouldContain($"<h1>{heading}</h1>");
        page.ShouldContain("<mark>observers</mark>");
        Html.Text(page).ShouldContain($"{where} …");
        Html.Links(page, "a").ShouldContain($"/{language}/documents/{ArchiveHost.Paper}/1?q=observer");
        Html.Links(page, "a").ShouldContain($"/{language}/search?q=observer&author=Marlow%2C%20Ada");
    }

    [Fact]
    public async Task Search_AFacetChosen_IsMarkedAndCanBeTakenOut()
    {
        var page = await host.TextAsync("/en/search?q=ballot&kind=article&sort=newest");

        page.ShouldMatch("""<a href="/en/search\?q=ballot&amp;sort=newest" aria-current="true"[^>]*>✓ article</a>""");
        page.ShouldContain("""<a href="/en/search?q=ballot&amp;kind=article&amp;sort=newest" aria-current="true">newest first</a>""");
        page.ShouldMatch("""<input type="hidden" name="kind" value="article"[ /]*>""");
    }

    [Fact]
    public async Task Search_AFault_IsShownWhereItIs()
    {
        var page = await host.TextAsync("/en/search?q=" + Uri.EscapeDataString("votes \"seats"));

        page.ShouldContain("<code>votes </code><mark>&quot;</mark><code>seats</code>");
        Html.Text(page).ShouldContain("At letter 7:");
        Html.Text(page).ShouldContain("This quotation mark is never closed; close the phrase with another.");
    }

    [Theory]
    [InlineData("2 Rev. Elect. 46", "/en/documents/open/paper/2")]
    [InlineData("open/paper", "/en/documents/open/paper")]
    [InlineData("open/paper/2", "/en/documents/open/paper/2")]
    [InlineData("Box-1", "/en/documents/open/paper")]
    [InlineData("Protocol of the precinct commission No. 100", "/en/documents/open/protocol-107")]
    public async Task Cite_WhatNamesOnePlace_LeadsThere(string text, string place)
    {
        using var answer = await host.GetAsync("/en/cite?text=" + Uri.EscapeDataString(text));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.ToString().ShouldBe(place);
        Html.Text(await host.TextAsync("/en/search?q=" + Uri.EscapeDataString(text))).ShouldContain("What this citation names Open ");
    }

    [Theory]
    [InlineData("/ru/documents/old.shelf/Box0001", "/ru/documents/open/paper")]
    [InlineData("/ru/documents/Box-1", "/ru/documents/open/paper")]
    [InlineData("/documents/old.shelf/Box0001/2?q=seats", "/documents/open/paper/2?q=seats")]
    [InlineData("/kk/documents/open/double", "/kk/documents/open/paper")]
    [InlineData("/kk/documents/open/double/1/image", "/kk/documents/open/paper/1/image")]
    public async Task Document_ByAnotherName_LeadsToItsHandleForEver(string path, string place)
    {
        using var answer = await host.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().ShouldBe(place);
    }

    [Fact]
    public async Task Feed_OfASearch_NamesPagesAndIsTheSameTwice()
    {
        var feed = await host.TextAsync("/en/search.atom?q=seats");

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = XDocument.Parse(feed).Root!.Elements(atom + "entry").ToList();
        entries.Select(e => e.Element(atom + "id")!.Value).ShouldBe([$"{host.Address}documents/open/paper/1", $"{host.Address}documents/open/paper/2"], ignoreOrder: true);
        entries.ShouldAllBe(e => e.Element(atom + "updated")!.Value.EndsWith('Z'));
        (await host.TextAsync("/en/search.atom?q=seats")).ShouldBe(feed);
        XDocument.Parse(await host.TextAsync("/en/search.atom?q=zebra")).Root!.Elements(atom + "entry").ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_Page_TellsWhatIsKnown()
    {
        var text = Html.Text(await host.TextAsync(Paper));

        text.ShouldContain("Counting and sharing 2 Rev. Elect. 45 (2019)");
        text.ShouldContain("Authors Ada Marlow; Office of Records");
        text.ShouldContain("Other names Box-1, old.shelf/Box0001");
        text.ShouldContain("Standing of the text official");
        text.ShouldContain("I How votes are counted PDF sections: 1 Seats PDF");
        text.ShouldContain("ingestion success paper.tif, 2 pages");
        text.ShouldContain("Events of single pages: text recognition, success: 2");
        text.ShouldNotContain("Synthetic");
        Html.Text(await host.TextAsync($"/en/documents/{ArchiveHost.Protocol}")).ShouldContain("Synthetic: made up, a document of no state.");
    }

    [Fact]
    public async Task Title_Page_TellsWhatIsHeldAndWhatIsMissing()
    {
        var text = Html.Text(await host.TextAsync("/en/titles/review"));

        text.ShouldContain("v.2:no.1(2019:May)");
        text.ShouldContain("Missing volumes v. 1");
        text.ShouldContain("Whether supplements and indexes are missing is not known: the plan names none.");
        text.ShouldContain("Volume 2 Issue 1 Counting and sharing");
    }

    [Fact]
    public async Task Leaf_WithAQuery_ShowsWordsMarkedCitationsLinkedAndTheRowsOfATable()
    {
        var page = await host.TextAsync($"{Paper}/1?q=observer");

        page.ShouldContain("boxes to the <mark>observers</mark> and seal them");
        page.ShouldContain($"""<a href="/en/documents/{ArchiveHost.Protocol}">Protocol of the precinct commission No. 100</a>""");
        WebUtility.HtmlDecode(page).ShouldMatch("Ballot papers received \u20038190<br ?/?>");
        Html.Text(page).ShouldContain("Words found on this page: 2");
        Html.Text(page).ShouldMatch(@"mean confidence \d\d of 100");
        page.Split("<rect ").Length.ShouldBe(3);
        Html.Links(page, "a").ShouldContain("/en/documents/open/paper/2?q=observer");
        (await host.TextAsync($"{Paper}/1")).ShouldNotContain("<rect");
    }

    [Fact]
    public async Task Leaf_CitedByFigures_NamesThemAndComparesTheHash()
    {
        var page = await host.TextAsync($"/en/documents/{ArchiveHost.Protocol}/1");

        Html.Rows(page).Where(r => r.Count == 5).Skip(1).Select(r => string.Join(" | ", r.Skip(2))).ShouldBe(
        [
            "Registered electors | 11,919,241 | the hash matches the original kept here",
            "Nur Otan, votes | 5,148,074 | the hash differs from the original kept here",
            "Ballots issued | 7,539,280 | no hash was noted",
        ]);
        Html.Links(page, "a").ShouldContain("/en/elections/kz-majilis-2021");
        (await host.TextAsync($"{Paper}/1")).ShouldNotContain("Figures that cite this page");
    }

    [Theory]
    [InlineData("1/image", "image/")]
    [InlineData("1/thumb", "image/")]
    [InlineData("1/alto.xml", "application/xml")]
    [InlineData("original/1", "image/tiff")]
    public async Task File_ReadBefore_IsNotSentAgain(string rest, string type)
    {
        using var first = await host.GetAsync($"{Paper}/{rest}");
        first.Content.Headers.ContentType!.ToString().ShouldStartWith(type);
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        var tag = first.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeFalse();
        tag.Tag.Length.ShouldBe(66);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Paper}/{rest}");
        request.Headers.IfNoneMatch.Add(tag);
        using var again = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Image_ByTheHashThatAPageNames_IsKeptForLong()
    {
        var source = Html.Values(await host.TextAsync($"{Paper}/1"), "src").Single();
        source.ShouldStartWith("/documents/open/paper/1/image?h=");

        using var image = await host.GetAsync(source);
        image.Headers.CacheControl!.ToString().ShouldContain("max-age=31536000");
        image.Headers.CacheControl.Private.ShouldBeTrue();
        using var other = await host.GetAsync("/documents/open/paper/1/image?h=0123456789abcdef");
        other.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Original_OfAnOpenDocument_ComesAsAFileToKeep()
    {
        using var answer = await host.GetAsync($"{Paper}/original/1");

        answer.Content.Headers.ContentDisposition!.ShouldBe(ContentDispositionHeaderValue.Parse("attachment; filename=paper.tif; filename*=UTF-8''paper.tif"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Html.Text(await host.TextAsync(Paper)).ShouldContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Theory]
    [InlineData("document.pdf", 3)]
    [InlineData("document.pdf?compact=1", 3)]
    [InlineData("document.pdf?pages=2", 2)]
    [InlineData("document.pdf?pages=1-2", 3)]
    [InlineData("document.pdf?section=s1a", 2)]
    [InlineData("1/page.pdf", 2)]
    public async Task Pdf_OfSomePages_IsSentAsItIsMadeWithACover(string rest, int sheets)
    {
        using var answer = await host.GetAsync($"{Paper}/{rest}");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        answer.Headers.TransferEncodingChunked.ShouldBe(true);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(bytes);
        pdf.NumberOfPages.ShouldBe(sheets);
        pdf.GetPage(sheets).Text.ShouldContain("commission");
    }

    [Fact]
    public async Task Text_OfAPage_IsPlain()
    {
        using var answer = await host.GetAsync($"{Paper}/1/text");

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("Protocol of the precinct commission No. 100\n\nOn the day");
    }

    [Fact]
    public async Task Citation_InEachForm_IsOfThePage()
    {
        (await host.TextAsync($"{Paper}/cite.bib")).ShouldContain("Marlow, Ada");
        (await host.TextAsync($"{Paper}/1/cite.ris")).ShouldContain("TY  - JOUR");
        JsonDocument.Parse(await host.TextAsync($"{Paper}/cite.json")).RootElement.ToString().ShouldContain("Counting and sharing");
    }

    [Fact]
    public async Task Links_OfThePaper_AllLeadSomewhere()
    {
        var seen = new HashSet<string>(["/kk/documents"], StringComparer.Ordinal);
        var waiting = new Queue<string>(seen);
        var dead = new List<string>();
        while (waiting.TryDequeue(out var path))
        {
            using var answer = await host.GetAsync(path);
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                dead.Add($"{path}: {answer.StatusCode}");
            }
            else if (answer.Content.Headers.ContentType!.MediaType == "text/html")
            {
                var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                page.ShouldNotMatch(@"<(script|iframe|object|embed)\b|\s(style|on[a-z]+)=", path);
                Html.Values(page, "id").GroupBy(id => id).Where(g => g.Count() > 1).ShouldBeEmpty(path);
                foreach (var link in Html.Links(page, "a").Concat(Html.Values(page, "src")).Where(l => l.StartsWith("/kk/documents", StringComparison.Ordinal) || l.StartsWith("/kk/titles", StringComparison.Ordinal) || l.StartsWith("/documents", StringComparison.Ordinal)).Where(seen.Add))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        seen.Count.ShouldBeGreaterThan(40);
        dead.ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_TakenInAndDownWhileThePortalRuns_ComesAndGoesAtOnce()
    {
        const string Late = "/en/documents/open/late";
        using (var archive = host.Write())
        {
            await archive.TakeInAsync([ArchiveHost.Item("open/late", host.OnePage("kk", 3, 100), new DocumentFacts { Title = "A late paper", Language = "kk" })], allowDouble: false, new ReadingOptions(), null, TestContext.Current.CancellationToken);
        }

        (await host.TextAsync("/en/search?q=title:late")).ShouldContain("A late paper");
        (await host.TextAsync(Late)).ShouldContain("A late paper");
        using var image = await host.GetAsync(Late + "/1/image");
        image.StatusCode.ShouldBe(HttpStatusCode.OK);

        using (var archive = host.Write())
        {
            archive.Withdraw(Handle.Parse("open/late"), "It came too late.");
        }

        using var gone = await host.GetAsync(Late + "/1/image");
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await host.TextAsync("/en/search?q=title:late")).ShouldNotContain("A late paper");
    }

    [Fact]
    public async Task Home_WithAnArchive_LeadsToIt()
    {
        var page = await host.TextAsync("/ru/");

        Html.Links(page, "a").ShouldContain("/ru/documents");
        Html.Values(page, "action")[0].ShouldBe("/ru/search");
    }
}
