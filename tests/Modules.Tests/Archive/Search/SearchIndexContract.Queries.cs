using Mandate.Archive.Search;
using static Mandate.Modules.Tests.TheArchive.Search.MadePages;

namespace Mandate.Modules.Tests.TheArchive.Search;

public abstract partial class SearchIndexContract
{
    private ISearchIndex Library() => With(
        Page("a/constitution", 1, "The people elect the parliament by secret ballot", "Constitution") with { Kind = "law", Date = "1995-08-30", Language = "en", Serial = "laws", Section = "s1", SectionTitle = "Of the people", Authors = ["Ada Byron"] },
        Page("a/constitution", 2, "The parliament adopts the budget", "Constitution") with { Kind = "law", Date = "1995-08-30", Language = "en", Serial = "laws", Section = "s2", Standing = "in-force" },
        Page("a/report", 1, "A report on ballot papers and the budget of elections", "Yearly report") with { Kind = "report", Date = "2019-05", Language = "en" },
        Page("b/gazette", 1, "Budget speech before the secret session", "Gazette") with { Kind = "gazette", Date = "2021", Language = "ru", Authors = ["Ivan Petrov", "Ada Smith"] });

    [Theory]
    [InlineData("parliament", "a/constitution/1 a/constitution/2")]
    [InlineData("budget parliament", "a/constitution/2")]
    [InlineData("budget AND parliament", "a/constitution/2")]
    [InlineData("+budget +parliament", "a/constitution/2")]
    [InlineData("speech OR adopts", "a/constitution/2 b/gazette/1")]
    [InlineData("budget NOT parliament", "a/report/1 b/gazette/1")]
    [InlineData("budget -parliament", "a/report/1 b/gazette/1")]
    [InlineData("budget AND NOT (parliament OR speech)", "a/report/1")]
    [InlineData("-budget", "a/constitution/1")]
    [InlineData("NOT NOT speech", "b/gazette/1")]
    [InlineData("speech OR adopts budget", "a/constitution/2 b/gazette/1")]
    [InlineData("(speech OR adopts) parliament", "a/constitution/2")]
    [InlineData("secret ballot OR speech", "a/constitution/1 b/gazette/1")]
    [InlineData("nowhere", "")]
    [InlineData("nowhere parliament", "")]
    public void Search_Operators_CombineWords(string query, string pages) =>
        Found(Library(), query).Order(StringComparer.Ordinal).ShouldBe(pages.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("\"secret ballot\"", "a/constitution/1")]
    [InlineData("\"ballot secret\"", "")]
    [InlineData("\"the people elect the parliament\"", "a/constitution/1")]
    [InlineData("\"secret ballots\"", "a/constitution/1")]
    [InlineData("“secret ballot”", "a/constitution/1")]
    [InlineData("«secret ballot»", "a/constitution/1")]
    [InlineData("\"ballot people\"~6", "a/constitution/1")]
    [InlineData("\"ballot people\"~5", "a/constitution/1")]
    [InlineData("\"ballot people\"~4", "")]
    [InlineData("\"ballot secret\"~0", "a/constitution/1")]
    [InlineData("\"budget parliament\"~2", "a/constitution/2")]
    [InlineData("\"the the\"~3", "a/constitution/1 a/constitution/2")]
    [InlineData("\"sec* ballot\"", "a/constitution/1")]
    public void Search_Phrases_LookAtTheOrderAndDistanceOfWords(string query, string pages) =>
        Found(Library(), query).Order(StringComparer.Ordinal).ShouldBe(pages.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("parl*", "a/constitution/1 a/constitution/2")]
    [InlineData("b?dget parl*t", "a/constitution/2")]
    [InlineData("b??get speech", "b/gazette/1")]
    [InlineData("ballo", "")]
    [InlineData("balot~1", "a/constitution/1 a/report/1")]
    [InlineData("balot~", "a/constitution/1 a/report/1")]
    [InlineData("blt~1", "")]
    [InlineData("parlaiment~1", "a/constitution/1 a/constitution/2")]
    [InlineData("prlament~2", "a/constitution/1 a/constitution/2")]
    public void Search_Patterns_StandForWords(string query, string pages) =>
        Found(Library(), query).Order(StringComparer.Ordinal).ShouldBe(pages.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("title:constitution", "a/constitution/1 a/constitution/2")]
    [InlineData("title:people", "a/constitution/1")]
    [InlineData("title:\"yearly report\"", "a/report/1")]
    [InlineData("title:ballot", "")]
    [InlineData("text:constitution", "")]
    [InlineData("constitution", "a/constitution/1 a/constitution/2")]
    [InlineData("constitution budget", "a/constitution/2")]
    [InlineData("author:ada", "a/constitution/1 b/gazette/1")]
    [InlineData("author:\"ada smith\"", "b/gazette/1")]
    [InlineData("author:\"petrov ada\"", "")]
    [InlineData("author:(byron OR petrov)", "a/constitution/1 b/gazette/1")]
    [InlineData("byron", "")]
    [InlineData("collection:b", "b/gazette/1")]
    [InlineData("language:RU", "b/gazette/1")]
    [InlineData("type:law budget", "a/constitution/2")]
    [InlineData("kind:(law OR gazette) budget", "a/constitution/2 b/gazette/1")]
    [InlineData("handle:a/report", "a/report/1")]
    [InlineData("section:s2", "a/constitution/2")]
    [InlineData("serial:laws -section:s2", "a/constitution/1")]
    [InlineData("standing:in-force", "a/constitution/2")]
    [InlineData("date:1995", "a/constitution/1 a/constitution/2")]
    [InlineData("date:1995-08-30", "a/constitution/1 a/constitution/2")]
    [InlineData("date:2019..2021", "a/report/1 b/gazette/1")]
    [InlineData("date:[2019 TO 2021]", "a/report/1 b/gazette/1")]
    [InlineData("date:2019-06..", "b/gazette/1")]
    [InlineData("date:..2019-05-31", "a/constitution/1 a/constitution/2 a/report/1")]
    [InlineData("date:..2019-05-30", "a/constitution/1 a/constitution/2")]
    [InlineData("date:2021-01..2021-12", "b/gazette/1")]
    [InlineData("date:2021-02..", "")]
    public void Search_Fields_AreLookedAtAlone(string query, string pages) =>
        Found(Library(), query).Order(StringComparer.Ordinal).ShouldBe(pages.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Search_EmptyQuery_FindsEveryPage() => Ask(Library(), " ").Pages.ShouldBe(4);

    [Fact]
    public void Search_YearsAsked_LeaveOutWhatHasNoDate()
    {
        var index = With(Page("a/one", 1, "law") with { Date = "2019-05" }, Page("a/two", 1, "law") with { Date = "2021" }, Page("a/three", 1, "law"));
        Found(index.Search(new SearchRequest("law", null) { FromYear = 2019, ToYear = 2020 })).ShouldBe(["a/one/1"]);
        Found(index.Search(new SearchRequest("law", null) { FromYear = 2020 })).ShouldBe(["a/two/1"]);
        index.Search(new SearchRequest("law", null)).Pages.ShouldBe(3);
    }

    [Fact]
    public void Search_TooManyWordsForAPattern_IsAFaultThatSaysWhatToDo()
    {
        var index = With(Page("a/one", 1, string.Join(' ', Enumerable.Range(0, 1100).Select(i => $"word{i}"))));
        var fault = index.Search(new SearchRequest("law word*", null)).Fault.ShouldNotBeNull();
        fault.ShouldBe(new Mandate.Archive.Search.Queries.QueryFault(4, "'word*' stands for more than 1000 different words; give more letters."));
        index.Search(new SearchRequest("word10*", null)).Pages.ShouldBe(1);
        index.HitsOnPage("word*", "a/one", 1, null).ShouldBeEmpty();
    }

    [Fact]
    public void Search_Fault_IsAnAnswer()
    {
        var answer = Library().Search(new SearchRequest("(budget", null));
        answer.Fault.ShouldNotBeNull().At.ShouldBe(0);
        answer.Results.ShouldBeEmpty();
    }

    [Fact]
    public void Search_InOneDocument_FindsItsPagesAlone() =>
        Found(Library().Search(new SearchRequest("budget", null) { Handle = "a/report" })).ShouldBe(["a/report/1"]);

    [Theory]
    [InlineData(-1, 20)]
    [InlineData(0, 101)]
    [InlineData(10_001, 20)]
    public void Search_PagingOutOfRange_Throws(int skip, int take)
    {
        var index = With();
        Should.Throw<ArgumentOutOfRangeException>(() => index.Search(new SearchRequest("a", null) { Skip = skip, Take = take }));
    }
}
