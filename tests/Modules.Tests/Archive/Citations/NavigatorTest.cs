using FsCheck.Xunit;
using Mandate.Archive;
using Mandate.Archive.Citations;

namespace Mandate.Modules.Tests.TheArchive.Citations;

/// <summary>From citations as people write them to what they name.</summary>
public class NavigatorTest
{
    private static readonly Navigator Navigator = new(
    [
        new("fedreg", "short", "{volume} FR {page}[, {pin}][ ({year})]"),
        new("fedreg", "long", "{volume} Fed. Reg. {page}[, {pin}][ ({year})]"),
        new("usc", "code", "{volume} U.S.C. § {section}[ ({year})]"),
        new("crs-in", "number", "IN{number}"),
        new("act", "article", "Art. {article}"),
        new("act", "russian", "[п. {item} ]ст. {article}"),
        new("act", "kazakh", "{article}-бап[ {item}-тармақ]"),
        new("laws", "number", "№ {number} заң"),
        .. CitationPattern.ForAbbreviation("clj", "Const. L.J."),
        .. CitationPattern.ForAbbreviation("pv", "Право и выборы"),
        .. CitationPattern.ForAbbreviation("k1", "КП"),
        .. CitationPattern.ForAbbreviation("k2", "КП"),
    ]);

    [Fact]
    public void Faults_PatternsAbove_None() => Navigator.Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("86 FR 1234", "fedreg page=1234 volume=86")]
    [InlineData("86 fr 1234", "fedreg page=1234 volume=86")]
    [InlineData("86FR1234", "fedreg page=1234 volume=86")]
    [InlineData("86 F.R. 1234", "fedreg page=1234 volume=86")]
    [InlineData("86 F. R. 1234", "fedreg page=1234 volume=86")]
    [InlineData("86 Fed. Reg. 1,234", "fedreg page=1234 volume=86")]
    [InlineData("86 Fed Reg 1234", "fedreg page=1234 volume=86")]
    [InlineData("86 FED. REG. 1234.", "fedreg page=1234 volume=86")]
    [InlineData("86\u00A0Fed.\u202FReg.\u00A0at 1234", "fedreg page=1234 volume=86")]
    [InlineData("  86 Fed. Reg. 1234, 1236 (2021)", "fedreg page=1234 pin=1236 volume=86 year=2021")]
    [InlineData("86 Fed. Reg. 1234 (Jan. 22, 2021)", "fedreg page=1234 volume=86 year=2021")]
    [InlineData("60 Fed. Reg. 50,379, 50,381 (Sept. 29, 1995)", "fedreg page=50379 pin=50381 volume=60 year=1995")]
    [InlineData("086 FR 01234", "fedreg page=1234 volume=86")]
    [InlineData("86 FR 1234–40", "fedreg page=1234 volume=86")]
    [InlineData("86 FR xii", "fedreg page=xii volume=86")]
    [InlineData("86 FR XII", "fedreg page=xii volume=86")]
    [InlineData("86 FR S-12", "fedreg page=S-12 volume=86")]
    [InlineData("5 U.S.C. § 552", "usc section=552 volume=5")]
    [InlineData("5 USC 552a(b)(1)", "usc item=(b)(1) section=552a volume=5")]
    [InlineData("5 U. S. C. §§ 552a (b) (1)", "usc item=(b)(1) section=552a volume=5")]
    [InlineData("5 usc sec. 552 (2018)", "usc section=552 volume=5 year=2018")]
    [InlineData("5 USC section 552", "usc section=552 volume=5")]
    [InlineData("Art. 97-1", "act article=97-1")]
    [InlineData("art 97–1", "act article=97-1")]
    [InlineData("Article 97-1(3)", "act article=97-1 item=(3)")]
    [InlineData("ARTICLE IV", "act article=IV")]
    [InlineData("статья 97-1", "act article=97-1")]
    [InlineData("Статьи 97-1", "act article=97-1")]
    [InlineData("ст.97-1", "act article=97-1")]
    [InlineData("п. 2 ст. 97-1", "act article=97-1 item=(2)")]
    [InlineData("97-1-бап", "act article=97-1")]
    [InlineData("97-1-БАП", "act article=97-1")]
    [InlineData("97-1-бабының 3-тармақ", "act article=97-1 item=(3)")]
    [InlineData("97-1-бап 3-тармақ", "act article=97-1 item=(3)")]
    [InlineData("№ 2464 заң", "laws number=2464")]
    [InlineData("No 464-I заң", "laws number=464-I")]
    [InlineData("IN11581", "crs-in number=11581")]
    [InlineData("in 11581", "crs-in number=11581")]
    [InlineData("CRS IN11581", "crs-in number=11581")]
    [InlineData("crs in11581", "crs-in number=11581")]
    [InlineData("12 Const. L.J. 45", "clj page=45 volume=12")]
    [InlineData("12 const lj 45", "clj page=45 volume=12")]
    [InlineData("12 Const. L. J. 45, 47", "clj page=45 pin=47 volume=12")]
    [InlineData("12 Const. L.J. 45, at 47", "clj page=45 pin=47 volume=12")]
    [InlineData("12 Const. L.J. 45 at 47 (2019)", "clj page=45 pin=47 volume=12 year=2019")]
    [InlineData("12(3) Const. L.J. 45", "clj issue=3 page=45 volume=12")]
    [InlineData("12 (3) Const. L.J. p. 45", "clj issue=3 page=45 volume=12")]
    [InlineData("Const. L.J. 12, 45", "clj page=45 volume=12")]
    [InlineData("Const. L.J. 12(3), 45–52", "clj issue=3 page=45 volume=12")]
    [InlineData("Const. L.J., 2019, no. 3, p. 45", "clj issue=3 page=45 year=2019")]
    [InlineData("12-13 Const. L.J. 45", "clj page=45 volume=12-13")]
    [InlineData("Право и выборы. 2019. № 3. С. 45–52", "pv issue=3 page=45 year=2019")]
    [InlineData("7 Право и выборы 10", "pv page=10 volume=7")]
    public void Find_OneCitation_ReadsItsParts(string text, string expected)
    {
        var target = Navigator.Find(text).ShouldHaveSingleItem();
        Said(target).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Const. L.J.")]
    [InlineData("12")]
    [InlineData("12 45")]
    [InlineData("voters in 2020")]
    [InlineData("86 FR did")]
    [InlineData("86 FRANCE 12")]
    [InlineData("part 97")]
    [InlineData("1245 Const. L.J.")]
    [InlineData("Const. L.J. 1245")]
    public void Find_NoCitation_FindsNothing(string text) => Navigator.Find(text).ShouldBeEmpty();

    [Fact]
    public void Find_TwoTitlesOfOneAbbreviation_GivesBoth() =>
        Navigator.Find("12 КП 45").Select(Said).ShouldBe(["k1 page=45 volume=12", "k2 page=45 volume=12"]);

    [Fact]
    public void Find_TooLong_FindsNothing()
    {
        Navigator.Find("IN11581".PadLeft(500)).Count.ShouldBe(1);
        Navigator.Find("IN11581".PadLeft(501)).ShouldBeEmpty();
    }

    [Fact]
    public void Find_Place_IsThatOfTheText()
    {
        const string Text = "\t see 86 FR 1234.";
        var target = Navigator.Find(Text).ShouldHaveSingleItem();
        Text.Substring(target.Start, target.Length).ShouldBe("86 FR 1234");
        var alone = Navigator.Find("  86 FR 1234. ").ShouldHaveSingleItem();
        (alone.Start, alone.Length).ShouldBe((2, 10));
    }

    [Fact]
    public void Find_Query_SaysWhatToLookUp() =>
        Navigator.Find("5 USC 552a(b)(1)")[0].Query.ShouldBe(new CitationQuery("usc", "5", null, null, null, "552a", "(b)(1)", null, null));

    [Fact]
    public void FindAll_Page_FindsEachAtItsPlace()
    {
        const string Page = "Adopted in 1995, the act (Art. 97-1(2); see also 12 Const.\nL.J. 45, 47 (2019), and 1,186 FR 22) was\namended: 86 Fed. Reg. 1,234. Согласно статье 97-1 и 97-1-бабының мәтіні; report IN11581, IN 11582, in11583 and in 11584.";
        var found = Navigator.FindAll(Page);
        found.Select(target => Page.Substring(target.Start, target.Length)).ShouldBe(
            ["Art. 97-1(2)", "12 Const.\nL.J. 45, 47 (2019)", "86 Fed. Reg. 1,234", "статье 97-1", "97-1-бабының", "IN11581", "IN 11582", "in11583"]);
        found.Select(Said).ShouldBe(
        [
            "act article=97-1 item=(2)", "clj page=45 pin=47 volume=12 year=2019", "fedreg page=1234 volume=86", "act article=97-1", "act article=97-1",
            "crs-in number=11581", "crs-in number=11582", "crs-in number=11583",
        ]);
    }

    [Fact]
    public void FindAll_CitationInsideALonger_IsNotTold()
    {
        var navigator = new Navigator([.. CitationPattern.ForAbbreviation("long", "Harv. L.J."), .. CitationPattern.ForAbbreviation("short", "L.J.")]);
        navigator.FindAll("Harv. L.J. 12, 45; L.J. 3, 4").Select(Said).ShouldBe(["long page=45 volume=12", "short page=4 volume=3"]);
    }

    [Fact]
    public void FindAll_LongText_IsBounded()
    {
        var text = string.Concat(Enumerable.Repeat("86 FR 1234; ", 20_000));
        Navigator.FindAll(text).Count.ShouldBe(Navigator.MostTargets);
        Navigator.FindAll("86 FR 1234".PadLeft(Navigator.LongestPage + 1)).ShouldHaveSingleItem().Parts["page"].ShouldBe("123");
    }

    [Fact]
    public void FindAll_ManyTitles_FindsTheOne()
    {
        // Twelve thousand patterns: only those whose words stand in the text may cost anything.
        var patterns = Enumerable.Range(0, 4000).SelectMany(n => CitationPattern.ForAbbreviation($"t{n}", $"J. {Word(n)} L."));
        var navigator = new Navigator([.. patterns]);
        navigator.FindAll($"See 12 J. {Word(77)} L. 45 and others.").Select(Said).ShouldBe(["t77 page=45 volume=12"]);

        static string Word(int n) => string.Concat(new[] { n / 400, n / 20 % 20, n % 20 }.Select(d => (char)('b' + d))) + "ax";
    }

    [Theory]
    [InlineData("", 1, "found no word outside square brackets; expected one, such as the title's abbreviation, since any number would fit without it.")]
    [InlineData("{volume} {page}", 1, "found no word outside square brackets; expected one, such as the title's abbreviation, since any number would fit without it.")]
    [InlineData("[FR] {page}", 1, "found no word outside square brackets; expected one, such as the title's abbreviation, since any number would fit without it.")]
    [InlineData("FR", 1, "found no braces; expected what changes from citation to citation, such as {page}.")]
    [InlineData("FR {side}", 4, "found {side}; expected one of volume, issue, page, pin, number, section, article, item, year.")]
    [InlineData("FR {page", 4, "found '{' without its '}'.")]
    [InlineData("FR page}", 8, "found '}' that nothing opens; write \\} if the letter itself is meant.")]
    [InlineData("FR {page}]", 10, "found ']' that nothing opens; write \\] if the letter itself is meant.")]
    [InlineData("FR {page}[, {pin}", 10, "found '[' without its ']'.")]
    [InlineData("FR {page}[, ]", 10, "found nothing inside square brackets; expected what may be missing.")]
    [InlineData("FR {page} {page}", 11, "found {page} a second time; expected each once.")]
    [InlineData("FR {volume}{page}", 12, "found {page} right after other braces; expected something between the two, at least a space.")]
    [InlineData("FR {page}\\", 10, "found a backslash at the end; expected the letter it makes ordinary.")]
    [InlineData("FR\u0001{page}", 3, "found the letter U+0001; expected letters, digits and marks that can be printed.")]
    [InlineData("FR {page}[a[b[c[d]]]]", 16, "found too many square brackets; expected at most 8, and at most 3 inside each other.")]
    public void Faults_BadPattern_NamesTheLetter(string pattern, int position, string message)
    {
        var bad = new CitationPattern("t", "p", pattern);
        bad.Faults().ShouldContain(new PatternFault("t", "p", position, message));
        var navigator = new Navigator([bad, new("t", "good", "XY {page}")]);
        navigator.Faults.ShouldBe(bad.Faults());
        navigator.Find("XY 5").Count.ShouldBe(1);
    }

    [Fact]
    public void Faults_TooLong_IsTold() =>
        new CitationPattern("t", "p", "FR {page}" + new string('a', 192)).Faults().ShouldHaveSingleItem().ToString()
            .ShouldBe("Pattern 'p' of title 't', letter 201: found 201 letters; expected at most 200. Split it into several patterns.");

    [Fact]
    public void ForAbbreviation_LettersOfTheLanguage_AreOrdinary()
    {
        var navigator = new Navigator(CitationPattern.ForAbbreviation("t", "A[b]{c}\\d (N.S.) & Co-op"));
        navigator.Faults.ShouldBeEmpty();
        navigator.Find("12 A[b]{c}\\d (N.S.) & Co-op 45").Select(Said).ShouldBe(["t page=45 volume=12"]);
        navigator.Find("12 a[b]{c}\\d (ns) & co op 45").Select(Said).ShouldBe(["t page=45 volume=12"]);
    }

    [Fact]
    public void Find_YearInSquareBrackets_IsRead() =>
        new Navigator([new("ac", "p", "\\[{year}\\] {volume} A.C. {page}")]).Find("[1990] 1 AC 45").Select(Said).ShouldBe(["ac page=45 volume=1 year=1990"]);

    [Fact]
    public void Find_MostOptions_Compiles()
    {
        var navigator = new Navigator([new("t", "p", "X[ {volume}][ a {issue}][ b {page}][ c {pin}][ d {number}][ e {section}][ f {item}][ g {year}]")]);
        navigator.Faults.ShouldBeEmpty();
        navigator.Find("X 5 b 7 g 1999").Select(Said).ShouldBe(["t page=7 volume=5 year=1999"]);
        navigator.FindAll("see X 5 b 7 g 1999 and").Select(Said).ShouldBe(["t page=7 volume=5 year=1999"]);
    }

    [Theory]
    [InlineData("X[ a {page}][-{pin}][, {section}][({article})][ b {number}][ {item}][. {volume}][ {issue}] Y {year}")]
    [InlineData("[{page} ][, {pin}][ -{section}][({article})][. {number}][, ({item})][ x. {volume}][ y, {issue}] § XX § YY § ZZ § {year}")]
    [InlineData("X[ {section}[ y {article}[, {page}]]][ - {pin}][ z[, {number}]] § {volume} § Y § [{issue}] § [{year}]")]
    public void Find_IntricatePattern_IsUsed(string pattern)
    {
        var navigator = new Navigator([new("t", "p", pattern)]);
        navigator.Faults.ShouldBeEmpty();
        navigator.FindAll("X 5 Y 2000; XX YY ZZ 2000; X 5 y 6 - 7 z 8 § 9 § Y § 3 2000").ShouldNotBeEmpty();
    }

    /// <summary>What the archive prints above a page, it reads.</summary>
    [Property(MaxTest = 200)]
    public void Find_LineWeWrite_ReadsItBack(ushort volume, ushort first, byte more, ushort year)
    {
        var work = Works.Of("article") with
        {
            Volume = $"{(volume % 9999) + 1}",
            FirstPage = $"{first + 1}",
            PinPage = $"{first + 2 + more}",
            Date = new PartialDate(1000 + (year % 9000)),
        };
        var target = Navigator.Find(CitationLine.Write(work)).ShouldHaveSingleItem();
        target.Query.ShouldBe(new CitationQuery("clj", work.Volume, null, work.FirstPage, work.PinPage, null, null, null, work.Date!.Value.YearText));
    }

    /// <summary>No text breaks it, and each place lies in the text.</summary>
    [Property(MaxTest = 500)]
    public void Find_AnyText_NeverThrows(string?[] bits, byte[] picks)
    {
        string[] own = ["86", " FR ", "Fed. Reg.", "1,234", "(", ")", "§", "ст.", "97-1", "-бап", "IN", "xii", ", ", "Const. L.J.", "\n", "\uD800", "№"];
        var text = string.Concat((picks ?? []).Select((pick, at) => pick % 3 == 0 && bits is { Length: > 0 } ? bits[at % bits.Length] : own[pick % own.Length]));
        foreach (var target in Navigator.Find(text).Concat(Navigator.FindAll(text)))
        {
            target.Start.ShouldBeGreaterThanOrEqualTo(0);
            target.Length.ShouldBeGreaterThan(0);
            (target.Start + target.Length).ShouldBeLessThanOrEqualTo(text.Length);
            target.Parts.Values.ShouldAllBe(value => value.Length > 0);
        }
    }

    /// <summary>No pattern breaks it: each is either faulty or can be used.</summary>
    [Property(MaxTest = 300)]
    public void Faults_AnyPattern_NeverThrows(string? odd, byte[] picks)
    {
        string[] own = ["{volume}", "{issue}", "{page}", "{pin}", "{article}", "{year}", "[", "]", " ", ", ", ".", "-", "(", ")", "FR", "ст.", "§", "№", "\\", "{", "}", odd ?? "", "12", "^$|*+?#"];
        var pattern = new CitationPattern("t", "p", string.Concat((picks ?? []).Take(12).Select(pick => own[pick % own.Length])));
        var navigator = new Navigator([pattern]);
        navigator.Faults.ShouldBe(pattern.Faults());
        navigator.Find("12 FR 12, ст. 97-1 § 5 № 3 (2021)").ShouldAllBe(target => target.TitleId == "t");
        navigator.FindAll("12 FR 12, ст. 97-1 § 5 № 3 (2021)").ShouldAllBe(target => target.TitleId == "t");
    }

    /// <summary>Texts made to lead the expressions astray are read to their end: what stands there is found.</summary>
    [Fact]
    public void FindAll_MisleadingText_IsRead()
    {
        var text = "5 U.S.C. § " + string.Concat(Enumerable.Repeat("1(a)-1.1 (a", 15_000));
        const string Last = "; 7 FR 8; Art. 9";
        string[] astray = [text, new('1', 150_000), string.Concat(Enumerable.Repeat("12 FR; ", 25_000)), string.Concat(Enumerable.Repeat("(1(1", 40_000)), new(' ', 150_000)];
        foreach (var page in astray)
        {
            Navigator.FindAll(page + Last).Select(Said).TakeLast(2).ShouldBe(["fedreg page=8 volume=7", "act article=9"]);
        }
    }

    private static string Said(CitationTarget target) => target.TitleId + string.Concat(target.Parts.Select(part => $" {part.Key}={part.Value}"));
}
