using Mandate.Archive;
using Mandate.Archive.Citations;

namespace Mandate.Modules.Tests.TheArchive.Citations;

/// <summary>Citations in the styles, worked by hand. Italics stand between asterisks.</summary>
public class StyleTest
{
    [Theory]
    [InlineData("article", "Anna Berg & John Q. Smith, Jr., *Thresholds and Their Bases*, 12 Const. L.J. 103, 105 (2019).")]
    [InlineData("act", "Elections Act of 1995, Pub. L. No. 104-12, § 97, 109 Stat. 852, 853 (1995).")]
    [InlineData("code", "5 U.S.C. § 552a(b)(1) (2018).")]
    [InlineData("gazette", "Notice of Polling Places, 60 Fed. Reg. 50,379, 50,381 (Sept. 29, 1995).")]
    [InlineData("report", "Maria A. Example, Congressional Research Service, IN11581, Kazakhstan’s Parliamentary Elections 1 (2021), https://archive.example/d.")]
    [InlineData("protocol", "Участковая избирательная комиссия № 12, Протокол участковой комиссии № 12, No. 12, at 1 (Jan. 10, 2021) (made-up count), https://archive.example/d.")]
    [InlineData("book", "2 Anna Berg et al., How Seats Are Won 47 (2019).")]
    [InlineData("issue", "12 Const. L.J., no. 3 (Sept. 2019).")]
    [InlineData("case", "Berg v. Electoral Commission, 410 Elec. Rep. 113, 116 (Supreme Court 1973).")]
    [InlineData("debate", "123 Cong. Rec. 17,147 (1977) (statement of Rep. Berg).")]
    [InlineData("document", "Central Commission, Letter to the Voters, at 2 (n.d.), https://archive.example/d.")]
    [InlineData("статья", "Иван Петрович Сидоров, *О барьере на выборах*, Право и выборы, no. 3, 2019, at 45, 47.")]
    [InlineData("заң", "Сайлау туралы, No. 2464, art. 97-1, at 3 (1995).")]
    [InlineData("мақала", "Әсел Нұрланқызы et al., *Сайлау жүйелері*, 7 Құқық және мемлекет 10 (2020).")]
    public void Write_Bluebook_IsAsItsRulesSay(string work, string expected) => Marked(CitationStyle.Bluebook, work).ShouldBe(expected);

    [Theory]
    [InlineData("article", "Berg, A., & Smith, J. Q., Jr. (2019). Thresholds and Their Bases. *Constitutional Law Journal*, *12*(3), 103–108. https://archive.example/d")]
    [InlineData("act", "Elections Act of 1995, Pub. L. No. 104-12, § 97, 109 Stat. 852 (1995). https://archive.example/d")]
    [InlineData("code", "5 U.S.C. § 552a(b)(1) (2018). https://archive.example/d")]
    [InlineData("gazette", "Notice of Polling Places, 60 Fed. Reg. 50379 (September 29, 1995). https://archive.example/d")]
    [InlineData("report", "Example, M. A. (2021). *Kazakhstan’s Parliamentary Elections* (Report No. IN11581). Congressional Research Service. https://archive.example/d")]
    [InlineData("protocol", "Участковая избирательная комиссия № 12. (2021, January 10). *Протокол участковой комиссии № 12* (No. 12) [made-up count]. https://archive.example/d")]
    [InlineData("book", "Berg, A., Wei, L., & Roux, J.-P. (2019). *How Seats Are Won* (Vol. 2). North Press. https://archive.example/d")]
    [InlineData("issue", "*Constitutional Law Journal*, *12*(3). (2019). https://archive.example/d")]
    [InlineData("case", "Berg v. Electoral Commission, 410 Elec. Rep. 113 (Supreme Court 1973). https://archive.example/d")]
    [InlineData("debate", "123 Cong. Rec. 17147 (1977) (statement of Rep. Berg). https://archive.example/d")]
    [InlineData("document", "Central Commission. (n.d.). *Letter to the Voters*. https://archive.example/d")]
    [InlineData("статья", "Сидоров, И. П. (2019). О барьере на выборах. *Право и выборы*, (3), 45–52. https://archive.example/d")]
    [InlineData("заң", "Сайлау туралы, No. 2464, art. 97-1 (1995). https://archive.example/d")]
    [InlineData("мақала", "Нұрланқызы, Ә., Серікұлы, Б., Оспан, Г., & Ахмет, Д. (2020). Сайлау жүйелері. *Құқық және мемлекет*, *7*(2), 10–19. https://archive.example/d")]
    public void Write_Apa_IsAsItsRulesSay(string work, string expected) => Marked(CitationStyle.Apa, work).ShouldBe(expected);

    [Theory]
    [InlineData("article", "Berg, Anna, and John Q. Smith, Jr. “Thresholds and Their Bases.” *Constitutional Law Journal*, vol. 12, no. 3, Sept. 2019, pp. 103–08, https://archive.example/d.")]
    [InlineData("act", "Elections Act of 1995. *Statutes at Large*, vol. 109, Pub. L. No. 104-12, § 97, 28 Sept. 1995, pp. 852–69, https://archive.example/d.")]
    [InlineData("code", "*United States Code*, title 5, section 552a(b)(1), 2018, https://archive.example/d.")]
    [InlineData("gazette", "Election Office. “Notice of Polling Places.” *Federal Register*, vol. 60, 29 Sept. 1995, pp. 50379–407, https://archive.example/d.")]
    [InlineData("report", "Example, Maria A. *Kazakhstan’s Parliamentary Elections*. IN11581, Congressional Research Service, 22 Jan. 2021, https://archive.example/d.")]
    [InlineData("protocol", "Участковая избирательная комиссия № 12. *Протокол участковой комиссии № 12*. No. 12, 10 Jan. 2021, https://archive.example/d. Made-up count.")]
    [InlineData("book", "Berg, Anna, et al. *How Seats Are Won*. Vol. 2, North Press, 2019, https://archive.example/d.")]
    [InlineData("issue", "*Constitutional Law Journal*. Vol. 12, no. 3, Sept. 2019, https://archive.example/d.")]
    [InlineData("case", "Supreme Court. *Berg v. Electoral Commission*. 22 Jan. 1973. *Election Reports*, vol. 410, pp. 113–78, https://archive.example/d.")]
    [InlineData("debate", "Berg, Rep. “Debate on the Elections Bill.” *Congressional Record*, vol. 123, 2 June 1977, p. 17147, https://archive.example/d.")]
    [InlineData("document", "Central Commission. *Letter to the Voters*. https://archive.example/d.")]
    [InlineData("статья", "Сидоров, Иван Петрович. “О барьере на выборах.” *Право и выборы*, no. 3, 2019, pp. 45–52, https://archive.example/d.")]
    [InlineData("заң", "Сайлау туралы. No. 2464, art. 97-1, 28 Sept. 1995, https://archive.example/d.")]
    [InlineData("мақала", "Нұрланқызы, Әсел, et al. “Сайлау жүйелері.” *Құқық және мемлекет*, vol. 7, no. 2, 2020, pp. 10–19, https://archive.example/d.")]
    public void Write_Mla_IsAsItsRulesSay(string work, string expected) => Marked(CitationStyle.Mla, work).ShouldBe(expected);

    [Theory]
    [InlineData("article", "Anna Berg and John Q. Smith Jr., “Thresholds and Their Bases,” *Constitutional Law Journal* 12, no. 3 (2019): 105, https://archive.example/d.")]
    [InlineData("act", "Elections Act of 1995, Pub. L. No. 104-12, § 97, 109 Stat. 852, 853 (1995), https://archive.example/d.")]
    [InlineData("code", "5 U.S.C. § 552a(b)(1) (2018), https://archive.example/d.")]
    [InlineData("gazette", "Notice of Polling Places, 60 Fed. Reg. 50,379, 50,381 (Sept. 29, 1995), https://archive.example/d.")]
    [InlineData("report", "Maria A. Example, *Kazakhstan’s Parliamentary Elections*, IN11581 (Washington, DC: Congressional Research Service, January 22, 2021), 1, https://archive.example/d.")]
    [InlineData("protocol", "Участковая избирательная комиссия № 12, “Протокол участковой комиссии № 12,” no. 12, January 10, 2021, 1, made-up count, https://archive.example/d.")]
    [InlineData("book", "Anna Berg, Li Wei, and Jean-Paul Roux, *How Seats Are Won*, vol. 2 (Oslo: North Press, 2019), 47, https://archive.example/d.")]
    [InlineData("issue", "*Constitutional Law Journal* 12, no. 3 (September 2019), https://archive.example/d.")]
    [InlineData("case", "Berg v. Electoral Commission, 410 Elec. Rep. 113, 116 (Supreme Court 1973), https://archive.example/d.")]
    [InlineData("debate", "123 Cong. Rec. 17,147 (1977) (statement of Rep. Berg), https://archive.example/d.")]
    [InlineData("document", "Central Commission, *Letter to the Voters* (n.d.), 2, https://archive.example/d.")]
    [InlineData("статья", "Иван Петрович Сидоров, “О барьере на выборах,” *Право и выборы*, no. 3 (2019): 47, https://archive.example/d.")]
    [InlineData("заң", "Сайлау туралы, No. 2464, art. 97-1, at 3 (1995), https://archive.example/d.")]
    [InlineData("мақала", "Әсел Нұрланқызы et al., “Сайлау жүйелері,” *Құқық және мемлекет* 7, no. 2 (2020): 10–19, https://archive.example/d.")]
    public void Write_Chicago_IsAsItsRulesSay(string work, string expected) => Marked(CitationStyle.Chicago, work).ShouldBe(expected);

    [Theory]
    [InlineData("Apa", "article", "(Berg & Smith, 2019, p. 105)")]
    [InlineData("Apa", "book", "(Berg et al., 2019, p. 47)")]
    [InlineData("Apa", "case", "(*Berg v. Electoral Commission*, 1973, p. 116)")]
    [InlineData("Apa", "act", "(Elections Act of 1995, 1995, p. 853)")]
    [InlineData("Apa", "document", "(Central Commission, n.d., p. 2)")]
    [InlineData("Mla", "article", "(Berg and Smith 105)")]
    [InlineData("Mla", "book", "(Berg et al. 47)")]
    [InlineData("Mla", "issue", "(*Constitutional Law Journal*)")]
    public void InText_Lists_NameThePage(string style, string work, string expected) =>
        Marked(CitationWriter.InText(Style(style), Works.Of(work)).ShouldNotBeNull()).ShouldBe(expected);

    [Theory]
    [InlineData("Bluebook")]
    [InlineData("Chicago")]
    public void InText_Notes_HaveNone(string style) => CitationWriter.InText(Style(style), Works.Of("article")).ShouldBeNull();

    [Fact]
    public void InText_PaperWithoutAuthor_NamesItsTitleInQuotes()
    {
        var work = Works.Of("article") with { Authors = [] };
        CitationWriter.InText(CitationStyle.Apa, work)!.Plain.ShouldBe("(“Thresholds and Their Bases,” 2019, p. 105)");
        CitationWriter.InText(CitationStyle.Mla, work)!.Plain.ShouldBe("(“Thresholds and Their Bases” 105)");
    }

    [Theory]
    [InlineData("Bluebook", "*Thresholds and Their Bases*, 12 Const. L.J. 103, 105 (2019).")]
    [InlineData("Apa", "Thresholds and Their Bases. (2019). *Constitutional Law Journal*, *12*(3), 103–108. https://archive.example/d")]
    [InlineData("Mla", "“Thresholds and Their Bases.” *Constitutional Law Journal*, vol. 12, no. 3, Sept. 2019, pp. 103–08, https://archive.example/d.")]
    [InlineData("Chicago", "“Thresholds and Their Bases,” *Constitutional Law Journal* 12, no. 3 (2019): 105, https://archive.example/d.")]
    public void Write_NoAuthor_BeginsWithTheTitle(string style, string expected) =>
        Marked(CitationWriter.Write(Style(style), Works.Of("article") with { Authors = [] })).ShouldBe(expected);

    [Theory]
    [InlineData("Bluebook", "Anna Berg & John Q. Smith, Jr., *Who “Wins”?*, 12 Const. L.J. 103, 105 (n.d.).")]
    [InlineData("Apa", "Berg, A., & Smith, J. Q., Jr. (n.d.). Who “Wins”? *Constitutional Law Journal*, *12*(3), 103–108. https://archive.example/d")]
    [InlineData("Mla", "Berg, Anna, and John Q. Smith, Jr. “Who ‘Wins’?” *Constitutional Law Journal*, vol. 12, no. 3, pp. 103–08, https://archive.example/d.")]
    [InlineData("Chicago", "Anna Berg and John Q. Smith Jr., “Who ‘Wins’?,” *Constitutional Law Journal* 12, no. 3 (n.d.): 105, https://archive.example/d.")]
    public void Write_QuestionWithQuotesAndNoDate_IsPunctuatedOnce(string style, string expected) =>
        Marked(CitationWriter.Write(Style(style), Works.Of("article") with { Title = "Who “Wins”?", Date = null })).ShouldBe(expected);

    [Fact]
    public void Write_TwentyOneAuthors_ApaNamesNineteenAndTheLast()
    {
        var names = Enumerable.Range(1, 21).Select(n => new CitedName(null, $"A{n}")).ToArray();
        var text = CitationWriter.Write(CitationStyle.Apa, Works.Of("article") with { Authors = names }).Plain;
        text.ShouldStartWith("A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, . . . A21. (2019). ");
        CitationWriter.Write(CitationStyle.Apa, Works.Of("article") with { Authors = names[..20] }).Plain.ShouldContain("A19, & A20. (2019).");
    }

    [Fact]
    public void Write_FourAuthors_ChicagoAndThreeAuthors_MlaSayEtAl()
    {
        CitedName[] names = [new("Anna", "Berg"), new("Li", "Wei"), new("Jean-Paul", "Roux"), new("Max", "Lund")];
        CitationWriter.Write(CitationStyle.Chicago, Works.Of("article") with { Authors = names }).Plain.ShouldStartWith("Anna Berg et al., “");
        CitationWriter.Write(CitationStyle.Chicago, Works.Of("article") with { Authors = names[..3] }).Plain.ShouldStartWith("Anna Berg, Li Wei, and Jean-Paul Roux, “");
        CitationWriter.Write(CitationStyle.Mla, Works.Of("article") with { Authors = names[..3] }).Plain.ShouldStartWith("Berg, Anna, et al. “");
    }

    [Fact]
    public void Write_BodyThatPublishesItsOwn_IsNamedOnceInApaAndMla()
    {
        var work = Works.Of("document") with { Publisher = "Central Commission", Date = new PartialDate(2020, 5) };
        Marked(CitationWriter.Write(CitationStyle.Apa, work)).ShouldBe("Central Commission. (2020, May). *Letter to the Voters*. https://archive.example/d");
        Marked(CitationWriter.Write(CitationStyle.Mla, work)).ShouldBe("*Letter to the Voters*. Central Commission, May 2020, https://archive.example/d.");
    }

    [Fact]
    public void Write_TitleEndsWithNumber_BluebookSaysAt() =>
        CitationWriter.Write(CitationStyle.Bluebook, Works.Of("book") with { Title = "Elections of 2021" }).Plain.ShouldBe("2 Anna Berg et al., Elections of 2021, at 47 (2019).");

    [Fact]
    public void Write_CaseWithoutReporter_NamesItsNumberCourtAndDay()
    {
        var work = Works.Blank(WorkKind.Case, "Berg v. Commission") with { Number = "12-345", CorporateAuthors = ["Constitutional Council"], PinPage = "3", Date = new PartialDate(2021, 1, 22) };
        CitationWriter.Write(CitationStyle.Bluebook, work).Plain.ShouldBe("Berg v. Commission, No. 12-345, at 3 (Constitutional Council Jan. 22, 2021).");
    }

    [Fact]
    public void Write_TitledIssue_IsASpecialIssue()
    {
        var work = Works.Of("issue") with { Title = "Counting Votes" };
        Marked(CitationWriter.Write(CitationStyle.Apa, work)).ShouldBe("Counting Votes [Special issue]. (2019). *Constitutional Law Journal*, *12*(3). https://archive.example/d");
        Marked(CitationWriter.Write(CitationStyle.Mla, work)).ShouldBe("*Counting Votes*. Special issue of *Constitutional Law Journal*, vol. 12, no. 3, Sept. 2019, https://archive.example/d.");
        Marked(CitationWriter.Write(CitationStyle.Chicago, work)).ShouldBe("“Counting Votes,” special issue, *Constitutional Law Journal* 12, no. 3 (September 2019), https://archive.example/d.");
    }

    [Theory]
    [InlineData("71", "72", "71–72", "71–72", "71–72")]
    [InlineData("100", "104", "100–104", "100–04", "100–104")]
    [InlineData("107", "108", "107–108", "107–08", "107–8")]
    [InlineData("321", "328", "321–328", "321–28", "321–28")]
    [InlineData("395", "401", "395–401", "395–401", "395–401")]
    [InlineData("1496", "1500", "1496–1500", "1496–500", "1496–500")]
    [InlineData("99", "104", "99–104", "99–104", "99–104")]
    [InlineData("xii", "xiv", "xii–xiv", "xii–xiv", "xii–xiv")]
    [InlineData("5", "5", "5", "5", "5")]
    [InlineData("5", null, "5", "5", "5")]
    public void Range_Labels_ShortenAsEachStyleDoes(string first, string? last, string whole, string mla, string chicago)
    {
        CitationPages.Whole(first, last).ShouldBe(whole);
        CitationPages.Mla(first, last).ShouldBe(mla);
        CitationPages.Chicago(first, last).ShouldBe(chicago);
    }

    [Theory]
    [InlineData("Иван Петрович", "И. П.")]
    [InlineData("J.R. R.", "J. R. R.")]
    [InlineData("Jean-Paul", "J.-P.")]
    [InlineData("әсел", "Ә.")]
    [InlineData("--", null)]
    public void Initials_GivenNames_AreShortened(string given, string? expected) => CitedName.Initials(given).ShouldBe(expected);

    [Theory]
    [InlineData("2021", "2021")]
    [InlineData("2021-01", "2021-01")]
    [InlineData("2021-01-22", "2021-01-22")]
    [InlineData("2021-02-30", null)]
    [InlineData("2021-1", null)]
    [InlineData("22.01.2021", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void TryParse_Date_ReadsWhatIsWritten(string? text, string? expected) => (PartialDate.TryParse(text, out var date) ? date.ToString() : null).ShouldBe(expected);

    [Fact]
    public void Date_DayWithoutMonth_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new PartialDate(2021, null, 5)).Message.ShouldStartWith("Found year 2021, month , day 5; expected a date there is");

    private static CitationStyle Style(string name) => Enum.Parse<CitationStyle>(name);

    private static string Marked(CitationStyle style, string work) => Marked(CitationWriter.Write(style, Works.Of(work)));

    private static string Marked(CitationText text)
    {
        text.Pieces.ShouldAllBe(piece => piece.Text.Length > 0);
        text.Pieces.Zip(text.Pieces.Skip(1)).ShouldAllBe(pair => pair.First.Italic != pair.Second.Italic);
        return string.Concat(text.Pieces.Select(piece => piece.Italic ? $"*{piece.Text}*" : piece.Text));
    }
}
