using Mandate.Archive.Search.Queries;

namespace Mandate.Modules.Tests.TheArchive.Search;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("(budget", 0, "This parenthesis is never closed; close it, or take it out.")]
    [InlineData("budget)", 6, "This parenthesis closes none; take it out, or open one before it.")]
    [InlineData("a \"budget", 2, "This quotation mark is never closed; close the phrase with another.")]
    [InlineData("budget AND", 10, "A word is missing here; give one, or take the operator before it out.")]
    [InlineData("OR budget", 0, "A word is missing before OR; put the operator between two words, or write it in small letters to look for it.")]
    [InlineData("a AND OR b", 6, "A word is missing before OR; put the operator between two words, or write it in small letters to look for it.")]
    [InlineData("()", 1, "A word is missing here; give one, or take the operator before it out.")]
    [InlineData("a titel:b", 2, "There is no field 'titel'. Fields are title, author, text, date, collection, language, type, handle, section, serial and standing; put the word in quotation marks to look for it with its colon.")]
    [InlineData("a title:(", 9, "A word is missing here; give one, or take the operator before it out.")]
    [InlineData("title:author:b", 0, "The field 'title' has no value; write title:value.")]
    [InlineData("date:yesterday", 5, "Found 'yesterday', which is no date; write date:2019, date:2019-05, date:2019-05-17, date:2019..2021, date:2019.., date:..2021 or date:[2019 TO 2021].")]
    [InlineData("date:2021..2019", 5, "The range '2021..2019' ends before it begins; turn it round.")]
    [InlineData("date:[2019 TO 2021", 5, "This bracket is never closed; write a range as [2019 TO 2021].")]
    [InlineData("date:2019-02-29", 5, "Found '2019-02-29', which is no date; write date:2019, date:2019-05, date:2019-05-17, date:2019..2021, date:2019.., date:..2021 or date:[2019 TO 2021].")]
    [InlineData("*tion", 0, "The pattern '*tion' begins with a sign for any letter; begin it with at least one letter.")]
    [InlineData("a ?", 2, "The pattern '?' begins with a sign for any letter; begin it with at least one letter.")]
    [InlineData("\"a *tion\"", 0, "The pattern '*tion' begins with a sign for any letter; begin it with at least one letter.")]
    [InlineData("word~3", 0, "Found word~3; at most 2 letters may differ, so write word~1 or word~2.")]
    [InlineData("\"a b\"~", 0, "How near is to be a number from 0 to 100; write \"two words\"~5.")]
    [InlineData("\"a b\"~101", 0, "How near is to be a number from 0 to 100; write \"two words\"~5.")]
    [InlineData("kind:la*", 5, "The field 'kind' is compared as a whole; write kind:value without *, ?, ~ or brackets.")]
    [InlineData("§ -", 0, "There is no word in the query, only signs; give a word or a number.")]
    public void Parse_BadQuery_NamesPlaceAndRemedy(string query, int at, string says)
    {
        QueryParser.Parse(query).Fault.ShouldBe(new QueryFault(at, says));
        QueryCheck.Of(query).IsValid.ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("12:30")]
    [InlineData("Article: one")]
    [InlineData("закон:статья")]
    [InlineData("and or not")]
    [InlineData("97-1 -x a--b ~ ”")]
    [InlineData("title:(a OR \"b c\") -(d e)")]
    public void Parse_OddButGood_IsRead(string query) => QueryParser.Parse(query).Fault.ShouldBeNull();

    [Fact]
    public void Parse_TooMuch_IsRefused()
    {
        QueryParser.Parse(new string('a', 500)).Fault.ShouldBeNull();
        QueryParser.Parse(new string('a', 501)).Fault.ShouldBe(new QueryFault(500, "The query has 501 letters; at most 500 are read. Leave some words out."));
        QueryParser.Parse(string.Join(' ', Enumerable.Repeat("a", 64))).Fault.ShouldBeNull();
        QueryParser.Parse(string.Join(' ', Enumerable.Repeat("a", 65))).Fault.ShouldBe(new QueryFault(128, "The query has more than 64 words; leave some out."));
        QueryParser.Parse($"\"{string.Join(' ', Enumerable.Repeat("a-b", 33))}\"").Fault!.Says.ShouldBe("The query has more than 64 words; leave some out.");
        QueryParser.Parse(new string('(', 19) + "a" + new string(')', 19)).Fault.ShouldBeNull();
        QueryParser.Parse(new string('(', 200) + "a" + new string(')', 200)).Fault!.Says.ShouldBe("More than 20 parentheses stand one in another; write the query flatter.");
    }

    [Fact]
    public void Parse_AnyText_ComesBack()
    {
        var random = new Random(5);
        const string Letters = "ab \"()*?~-+:[]«»“”1.TOANDR§ёқ\uD800";
        for (var i = 0; i < 50_000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)]));
            var (root, fault) = QueryParser.Parse(query);
            (root is null).ShouldBe(fault is not null, query);
            if (fault is not null)
            {
                fault.At.ShouldBeInRange(0, query.Length, query);
            }
        }
    }

    [Theory]
    [InlineData("budget", null)]
    [InlineData("a OR (b -c)", null)]
    [InlineData("collection:a", null)]
    [InlineData("", "An alert needs a word to look for; this query is empty.")]
    [InlineData("-a", "An alert needs a word that must be there; this query only says what must not, so every new page would set it off.")]
    [InlineData("a OR -b", "An alert needs a word that must be there; this query only says what must not, so every new page would set it off.")]
    [InlineData("(-a) (-b)", "An alert needs a word that must be there; this query only says what must not, so every new page would set it off.")]
    public void QueryCheck_Alert_NeedsAWord(string query, string? why)
    {
        var check = QueryCheck.Of(query);
        (check.IsValid, check.WhyNoAlert, check.CanAlert).ShouldBe((true, why, why is null));
    }
}
