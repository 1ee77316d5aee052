using static Mandate.Modules.Tests.TheArchive.Search.MadePages;

namespace Mandate.Modules.Tests.TheArchive.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    // Case, signs, ё and й.
    [InlineData("The SEJM votes", "sejm", true)]
    [InlineData("the Sejm.", "SEJM", true)]
    [InlineData("(«Учёт»)", "учет", true)]
    [InlineData("учет", "УЧЁТ", true)]
    [InlineData("раион", "район", false)]
    [InlineData("райо\u043d", "район", true)]
    [InlineData("раи\u0306он", "район", true)]
    [InlineData("за\u0301кон", "закон", true)]
    [InlineData("ﬁnance", "finance", true)]
    [InlineData("Müller spoke", "muller", true)]
    // Stems.
    [InlineData("elections were held", "election", true)]
    [InlineData("he was elected", "electing", true)]
    [InlineData("the people’s will", "people", true)]
    [InlineData("will of the people", "people's", true)]
    [InlineData("Центральной избирательной комиссией", "центральная избирательная комиссия", true)]
    [InlineData("депутатов", "депутат", true)]
    [InlineData("депутат", "депутатами", true)]
    // Kazakh: endings, and a keyboard without its letters.
    [InlineData("Қазақстан Республикасының заңдары", "заң", true)]
    [InlineData("Қазақстанның", "қазақстан", true)]
    [InlineData("сайлаушылардың тізімі", "сайлаушылар", true)]
    [InlineData("сайлаушы", "сайлаушылардан", true)]
    [InlineData("кітабы", "кітап", true)]
    [InlineData("мектебінде", "мектеп", true)]
    [InlineData("Қазақстан", "казакстан", true)]
    [InlineData("Қазақстанның", "казакстан", true)]
    [InlineData("ұлттық", "улттык", true)]
    [InlineData("улттык", "ұлттық", true)]
    [InlineData("өңір", "онир", true)]
    [InlineData("Қазақстанның", "казакст*", true)]
    [InlineData("Қазақстанның", "қаз?қст*", true)]
    [InlineData("ұлттық", "ул?тык", true)]
    // Letters of the other script.
    [InlineData("Pecпубликa", "республика", true)]
    [InlineData("Пaрламент", "парламент", true)]
    [InlineData("Pаrliаment", "parliament", true)]
    [InlineData("HATO", "нато", true)]
    [InlineData("НАТО", "HATO", true)]
    [InlineData("BCE", "все", true)]
    [InlineData("parliament", "рarliament", true)]
    // Words of several parts, numbers and signs.
    [InlineData("a full-text search", "full-text", true)]
    [InlineData("a full text search", "full-text", true)]
    [InlineData("a full-text search", "\"full-text search\"", true)]
    [InlineData("a full-text search", "\"full text search\"", true)]
    [InlineData("a full text search", "\"full-text search\"", true)]
    [InlineData("a full-text search", "text", true)]
    [InlineData("a text full search", "full-text", false)]
    [InlineData("a text-full search", "full-text", false)]
    [InlineData("вице-президента", "вице-президент", true)]
    [InlineData("article 97-1", "97-1", true)]
    [InlineData("article 1-97", "97-1", false)]
    [InlineData("law N 57-IV", "57-iv", true)]
    [InlineData("law №57-IV", "57-IV", true)]
    [InlineData("§ 12 of the act", "\"12 of the act\"", true)]
    [InlineData("§12", "12", true)]
    [InlineData("an income of 1,234 tenge", "1,234", true)]
    [InlineData("an income of 1,234 tenge", "1234", true)]
    [InlineData("an income of 1 234 567 tenge", "1234567", true)]
    [InlineData("an income of 1 234 567 tenge", "\"income of 1,234,567 tenge\"", true)]
    [InlineData("an income of 1234 tenge", "1,234", true)]
    [InlineData("an income of 1 234 tenge", "\"1 234 tenge\"", true)]
    [InlineData("a share of 12.5", "12.5", true)]
    [InlineData("O'Brien spoke", "o’brien", true)]
    [InlineData("O'Brien spoke", "brien", true)]
    [InlineData("and/or", "and/or", true)]
    // Words divided at a line's end.
    [InlineData("the parlia-\nment sits", "parliament", true)]
    [InlineData("the parlia-\nment sits", "parliaments", true)]
    [InlineData("the parlia-\nment sits", "\"the parliament sits\"", true)]
    [InlineData("the parlia- ment sits", "parliament", false)]
    [InlineData("the vice-\npresident", "vice-president", true)]
    [InlineData("the vice-\nPresident", "vicepresident", false)]
    [InlineData("парла-\nмента", "парламент", true)]
    public void Search_WordOfThePage_IsFoundByWordOfTheQuery(string text, string query, bool finds) => Finds(text, query).ShouldBe(finds);

    [Fact]
    public void Search_OneQuery_FindsThreeLanguages()
    {
        var index = With(
            Page("a/kk", 1, "Парламент депутаттары") with { Language = "kk" }, Page("a/ru", 1, "депутаты парламента"), Page("a/en", 1, "members of parliament"), Page("a/none", 1, "nothing"));
        Found(index, "parliament OR парламент").Order(StringComparer.Ordinal).ShouldBe(["a/en/1", "a/kk/1", "a/ru/1"]);
        Found(index, "депутат").Order(StringComparer.Ordinal).ShouldBe(["a/kk/1", "a/ru/1"]);
    }

    [Theory]
    [InlineData("elections", "elections", "election")]
    [InlineData("election", "election", "elections")]
    [InlineData("закон", "закон", "законами")]
    [InlineData("қала", "қала", "қалалар")]
    [InlineData("қазақ", "қазақ", "казак")]
    [InlineData("казак", "казак", "қазақ")]
    [InlineData("\"secret elections\"", "secret elections", "secret election")]
    [InlineData("election~1", "election", "erection")]
    public void Search_TheVeryWord_RanksFirst(string query, string better, string worse)
    {
        // The handle of the worse comes first, so that an order by handle would fail.
        Found(With(Page("a/a", 1, worse + " x"), Page("a/b", 1, better + " x")), query).ShouldBe(["a/b/1", "a/a/1"]);
    }

    [Fact]
    public void Search_Ranking_PrefersRareWordsFrequentWordsAndTitles()
    {
        var index = With(
            Page("a/a", 1, "one word of many that stand on this page beside the quota"),
            Page("a/b", 1, "quota and again quota beside words that stand on this page"),
            Page("a/c", 1, "one word of many that stand on this page beside the quota", "Quota"),
            Page("a/d", 1, "word word word of no use"));
        Found(index, "quota").ShouldBe(["a/c/1", "a/b/1", "a/a/1"]);
        Found(index, "quota OR word")[^1].ShouldBe("a/d/1");
    }
}
