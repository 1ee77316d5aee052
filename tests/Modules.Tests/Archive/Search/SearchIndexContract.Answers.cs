using Mandate.Archive.Search;
using static Mandate.Modules.Tests.TheArchive.Search.MadePages;

namespace Mandate.Modules.Tests.TheArchive.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public void Search_PagesOfOneSection_AreOneResult()
    {
        var pages = Enumerable.Range(1, 5).Select(p => Page("a/book", p, $"quota {string.Join(' ', Enumerable.Repeat("quota", p))} {string.Join(' ', Enumerable.Repeat("x", 10 - p))}", "Book") with { Section = "s1", SectionTitle = "First", Label = $"xi{p}" });
        var index = With([.. pages, Page("a/book", 6, "quota at last and long ago in other words", "Book") with { Section = "s2" }, Page("a/book", 7, "x")]);
        var answer = Ask(index, "quota");
        (answer.Pages, answer.Sections).ShouldBe((6, 2));
        var first = answer.Results[0];
        (first.Handle, first.Section, first.Title, first.SectionTitle, first.MorePages).ShouldBe(("a/book", "s1", "Book", "First", 2));
        first.Pages.Select(p => (p.Page, p.Label)).ShouldBe([(5, "xi5"), (4, "xi4"), (3, "xi3")]);
        first.Pages.Select(p => p.Score).ShouldBeInOrder(SortDirection.Descending);
        (answer.Results[1].Section, answer.Results[1].MorePages, answer.Results[1].Pages.Single().Page).ShouldBe(("s2", 0, 6));
    }

    [Fact]
    public void Search_Words_AreTheOrdinalsOfThePagesWords()
    {
        var page = Page("a/one", 1, "The “Parlia-\nment” § elects a full-text Parliament .");
        var hit = Ask(With(page), "parliament OR text").Results.Single().Pages.Single();
        hit.Words.Select(w => page.Text.Words[w].Text).ShouldBe(["“Parlia-", "ment”", "full-text", "Parliament"]);
    }

    [Theory]
    [InlineData("budget", "3 9")]
    [InlineData("\"secret ballot\"", "5 6")]
    [InlineData("\"ballot secret\"~0", "5 6")]
    [InlineData("\"the secret ballot box\"", "4 5 6 7")]
    [InlineData("bud*", "3 9")]
    [InlineData("budgt~1", "3 9")]
    [InlineData("budget NOT speech", "3 9")]
    [InlineData("budget speech", "")]
    [InlineData("budget OR speech OR box", "3 7 9")]
    [InlineData("title:report", "")]
    [InlineData("(", "")]
    [InlineData("", "")]
    public void HitsOnPage_Query_GivesOrdinals(string query, string ordinals)
    {
        //                                        0   1      2  3      4   5      6      7   8     9      10
        var index = With(Page("a/one", 2, "We secret a budget the secret ballot box holds budget ballot", "Report"), Page("a/one", 3, "speech"));
        index.HitsOnPage(query, "a/one", 2, null).ShouldBe(ordinals.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
        index.HitsOnPage(query, "a/one", 9, null).ShouldBeEmpty();
        index.HitsOnPage(query, "a/one", 2, new HashSet<string> { "b" }).ShouldBeEmpty();
    }

    [Fact]
    public void Search_Snippet_ShowsTheDensestHitsAsTheyStand()
    {
        var words = Enumerable.Range(0, 200).Select(i => i switch { 10 => "Budget", 150 => "<b>budget</b>", 152 => "BUDGETS,", 153 => "budget", _ => $"w{i}" });
        var snippet = Ask(With(Page("a/one", 1, string.Join(' ', words))), "budget").Results.Single().Pages.Single().Snippet;
        snippet.Where(p => p.IsHit).Select(p => p.Text).ShouldBe(["<b>budget</b>", "BUDGETS, budget"]);
        string.Concat(snippet.Select(p => p.Text)).ShouldBe($"… {string.Join(' ', Enumerable.Range(132, 18).Select(i => $"w{i}"))} <b>budget</b> w151 BUDGETS, budget {string.Join(' ', Enumerable.Range(154, 18).Select(i => $"w{i}"))} …");
    }

    [Fact]
    public void Search_HugePage_IsFoundToItsEnd()
    {
        var random = new Random(2);
        var page = Page("a/one", 1, string.Join(' ', Enumerable.Range(0, 49_999).Select(_ => $"w{random.Next():x8}").Append("budget").Append("beyond")));
        var index = With(page);
        Ask(index, "budget").Results.Single().Pages.Single().Words.ShouldBe([49_999]);
        Ask(index, "beyond").Pages.ShouldBe(0);
    }

    [Fact]
    public void Search_SnippetOfATitleAlone_IsThePagesBeginning()
    {
        var page = Ask(With(Page("a/one", 1, string.Join(' ', Enumerable.Range(0, 50).Select(i => $"w{i}")), "Budget")), "budget").Results.Single().Pages.Single();
        page.Snippet.ShouldBe([new SnippetPiece($"{string.Join(' ', Enumerable.Range(0, 40).Select(i => $"w{i}"))} …", false)]);
        page.Words.ShouldBeEmpty();
    }

    [Fact]
    public void Search_PageWithoutWords_IsFoundByItsTitle()
    {
        var page = Ask(With(Page("a/one", 1, "", "Budget")), "budget").Results.Single().Pages.Single();
        page.Snippet.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SearchSort.DateNewest, "a/c a/b a/d a/a a/e")]
    [InlineData(SearchSort.DateOldest, "a/a a/d a/b a/c a/e")]
    [InlineData(SearchSort.Title, "a/e a/d a/c a/b a/a")]
    public void Search_Sort_OrdersSections(object sort, string handles)
    {
        var index = With(
            Page("a/a", 1, "law", "Zeta") with { Date = "1995" },
            Page("a/b", 1, "law law", "gamma") with { Date = "2019-06" },
            Page("a/c", 1, "law", "Delta") with { Date = "2021-01-01" },
            Page("a/d", 1, "law", "beta") with { Date = "2019-05-31" },
            Page("a/e", 1, "law", "Alpha"));
        var request = new SearchRequest("law", null) { Sort = (SearchSort)sort };
        index.Search(request).Results.Select(r => r.Handle).ShouldBe(handles.Split(' '));
        index.Search(request with { Skip = 1, Take = 3 }).Results.Select(r => r.Handle).ShouldBe(handles.Split(' ')[1..4]);
        index.Search(request with { Skip = 4, Take = 3 }).Results.Select(r => r.Handle).ShouldBe(handles.Split(' ')[4..]);
        index.Search(request with { Skip = 5 }).Results.ShouldBeEmpty();
        index.Search(request with { Skip = 5 }).Sections.ShouldBe(5);
    }

    [Fact]
    public void Search_EqualScores_OrderByHandle()
    {
        Found(With(Page("a/c", 1, "law"), Page("a/a", 1, "law"), Page("a/b", 1, "law")), "law").ShouldBe(["a/a/1", "a/b/1", "a/c/1"]);
    }

    private ISearchIndex Shelf() => With(
        Page("a/one", 1, "law") with { Kind = "law", Language = "kk", Date = "2019-05", Serial = "s", Authors = ["Ada", "Ben"], Section = "1" },
        Page("a/one", 2, "law") with { Kind = "law", Language = "ru", Date = "2019-05", Serial = "s", Authors = ["Ada"], Section = "1" },
        Page("a/two", 1, "law") with { Kind = "report", Language = "kk", Date = "2021", Authors = ["Ben"] },
        Page("b/three", 1, "law") with { Kind = "report", Language = "en" },
        Page("b/four", 1, "other") with { Kind = "gazette", Language = "en" });

    private static string Shown(SearchAnswer answer, string field) =>
        string.Join(' ', answer.Facets.Single(f => f.Field == field).Values.Select(v => $"{v.Value}:{v.Sections}/{v.Pages}{(v.IsChosen ? "*" : string.Empty)}"));

    [Fact]
    public void Search_Facets_CountSectionsAndPages()
    {
        var answer = Ask(Shelf(), "law");
        answer.Facets.Select(f => f.Field).ShouldBe(FacetFields.All);
        Shown(answer, FacetFields.Collection).ShouldBe("a:2/3 b:1/1");
        Shown(answer, FacetFields.Kind).ShouldBe("report:2/2 law:1/2");
        Shown(answer, FacetFields.Language).ShouldBe("kk:2/2 en:1/1 ru:1/1");
        Shown(answer, FacetFields.Year).ShouldBe("2021:1/1 2019:1/2");
        Shown(answer, FacetFields.Serial).ShouldBe("s:1/2");
        Shown(answer, FacetFields.Author).ShouldBe("Ben:2/2 Ada:1/2");
    }

    [Fact]
    public void Search_ChosenValues_NarrowAllFacetsButTheirOwn()
    {
        var answer = Shelf().Search(new SearchRequest("law", null) { WithFacets = true, Chosen = new Dictionary<string, IReadOnlyList<string>> { [FacetFields.Kind] = ["law", "nothing"] } });
        (answer.Pages, answer.Sections).ShouldBe((2, 1));
        Shown(answer, FacetFields.Kind).ShouldBe("report:2/2 law:1/2* nothing:0/0*");
        Shown(answer, FacetFields.Collection).ShouldBe("a:1/2");

        answer = Shelf2(new() { [FacetFields.Kind] = ["report"], [FacetFields.Language] = ["kk"] });
        answer.Pages.ShouldBe(1);
        Shown(answer, FacetFields.Kind).ShouldBe("law:1/1 report:1/1*");
        Shown(answer, FacetFields.Language).ShouldBe("en:1/1 kk:1/1*");
        Shown(answer, FacetFields.Collection).ShouldBe("a:1/1");

        Shelf2(new() { [FacetFields.Kind] = ["report", "law"], [FacetFields.Author] = [] }).Pages.ShouldBe(4);
        Shelf2(new() { [FacetFields.Kind] = ["unheard-of"] }).Pages.ShouldBe(0);

        SearchAnswer Shelf2(Dictionary<string, IReadOnlyList<string>> chosen) => _open[0].Search(new SearchRequest("law", null) { WithFacets = true, Chosen = chosen });
    }

    [Fact]
    public void Search_CollectionOutOfReach_IsSeenNowhere()
    {
        var index = With(
            Page("open/a", 1, "law of the land") with { Kind = "law", Authors = ["Ada"], Date = "2019" },
            Page("closed/b", 1, "law of secrets") with { Kind = "secret", Authors = ["Eve"], Date = "2020", Language = "zz", Serial = "hidden" });
        var reader = new HashSet<string> { "open" };
        foreach (var query in (string[])["law", "", "law OR secrets", "collection:closed", "secret*", "NOT land", "author:eve", "handle:closed/b", "\"law of\""])
        {
            var request = new SearchRequest(query, reader) { WithFacets = true, Chosen = query == "law" ? new Dictionary<string, IReadOnlyList<string>> { [FacetFields.Kind] = ["law"] } : null };
            var answer = index.Search(request);
            answer.Fault.ShouldBeNull();
            answer.Pages.ShouldBeLessThan(2);
            answer.Results.ShouldAllBe(r => r.Collection == "open");
            answer.Sections.ShouldBe(answer.Results.Count);
            answer.Facets.SelectMany(f => f.Values).Select(v => v.Value).ShouldBeSubsetOf(["open", "law", "en", "2019", "Ada"]);
            index.SearchSince(request, 1).Pages.ShouldBe(0);
        }

        index.Search(new SearchRequest("law", reader) { Handle = "closed/b" }).Pages.ShouldBe(0);
        index.Search(new SearchRequest("law", new HashSet<string>())).Pages.ShouldBe(0);
        index.Search(new SearchRequest("law", null)).Pages.ShouldBe(2);
        index.HitsOnPage("law", "closed/b", 1, reader).ShouldBeEmpty();
        index.HitsOnPage("law", "closed/b", 1, null).ShouldBe([0]);
        index.MoreLike(new LikeRequest("closed/b", 1, reader)).Words.ShouldBeEmpty();
        index.MoreLike(new LikeRequest("open/a", 1, reader) { Words = [new LikeWord("law", 1)] }).Answer.Pages.ShouldBe(0);
        index.MoreLike(new LikeRequest("open/a", 1, null) { Words = [new LikeWord("law", 1)] }).Answer.Pages.ShouldBe(1);
    }

    [Fact]
    public void MoreLike_Page_FindsPagesWithItsTellingWords()
    {
        var index = With(
            Page("a/one", 1, "the quota and the divisor of a remainder and the quota"),
            Page("a/one", 2, "the weather of the day"),
            Page("a/two", 1, "a quota leaves the remainder of the seats"),
            Page("a/three", 1, "the weather and the sea"),
            Page("a/four", 1, "divisors of the house and the seats"));
        var like = index.MoreLike(new LikeRequest("a/one", 1, null));
        like.Words[0].Weight.ShouldBe(1);
        like.Words.Select(w => w.Word).ShouldContain("quota");
        Found(like.Answer)[0].ShouldBe("a/two/1");
        Found(like.Answer).ShouldNotContain("a/one/2");

        var chosen = index.MoreLike(new LikeRequest("a/one", 1, null) { Words = [new LikeWord("divisor", 1), new LikeWord("sea", 0.5)], Take = 1 });
        Found(chosen.Answer).ShouldBe(["a/four/1"]);
        chosen.Answer.Pages.ShouldBe(2);
        index.MoreLike(new LikeRequest("a/one", null, null)).Words.Select(w => w.Word).ShouldContain("weather");
        index.MoreLike(new LikeRequest("a/none", 1, null)).Words.ShouldBeEmpty();
    }
}
