using System.Globalization;
using System.Text;
using Mandate.Archive;
using Mandate.Archive.Intake;

namespace Mandate.Modules.Tests.TheArchive.Intake;

/// <summary>The sheets of sections and of titles.</summary>
public sealed class ContentsAndTitlesTest : IntakeFolder
{
    private readonly ArchiveFaults faults = new();

    [Fact]
    public void Contents_GoodSheet_GivesSectionsInOrder()
    {
        var sections = Contents("""
            section,parent,kind,title,authors,first_page,last_page,label
            s1,,article,On quotas,"Hare, Thomas",1,10,xi
            s1.1,s1,note,,,3,4,
            s2,,,,,10,,
            """);

        faults.All.ShouldBeEmpty();
        sections.Select(s => s with { Authors = [] }).ShouldBe(
        [
            new SectionFacts("s1", null, "article", "On quotas", sections[0].Authors, 1, 10, "xi") with { Authors = [] },
            new SectionFacts("s1.1", "s1", "note", null, [], 3, 4, null),
            new SectionFacts("s2", null, null, null, [], 10, null, null),
        ]);
        sections[0].Authors.ShouldBe([new PersonName("Hare", "Thomas")]);
    }

    [Fact]
    public void Contents_RowsWrongByThemselves_AreAllNamed()
    {
        Contents("""
            section,first_page,last_page
            a,5,4
            a,0,
            ,1,1
            B,,2
            c,1,101
            """, pages: 100).ShouldBeEmpty();

        Faults().ShouldBe(
        [
            "toc.csv:2:3: found 4 in column 'last_page'; expected at least 5, the section's first page",
            "toc.csv:3:2: found '0' in column 'first_page'; expected a whole number of at least 1, digits only",
            "toc.csv:4:1: found a blank cell in column 'section'; expected a value",
            "toc.csv:5:1: found 'B' in column 'section'; expected an id of small letters a-z, digits and . _ - inside, at most 64 long",
            "toc.csv:5:2: found a blank cell in column 'first_page'; expected the position of the section's first page, from 1",
            "toc.csv:6:3: found 101 in column 'last_page'; expected at most 100, the document's last page",
        ]);
    }

    [Fact]
    public void Contents_SectionTwice_IsAFault()
    {
        Contents("section,first_page\na,1\na,2\n").ShouldBeEmpty();

        Faults().ShouldBe(["toc.csv:3:1: found 'a' again in column 'section'; expected each section once; it stands in line 2 as well"]);
    }

    [Fact]
    public void Contents_ParentsThatAreNotThereOrLeadRound_AreFaults()
    {
        Contents("section,parent,first_page\na,b,1\nb,c,1\nc,a,1\nd,x,1\ne,e,1\nf,a,1\n").ShouldBeEmpty();

        Faults().ShouldBe(
        [
            "toc.csv:2:2: found 'b', which leads round in a circle in column 'parent'; expected sections that lead up to one without a parent",
            "toc.csv:5:2: found 'x' in column 'parent'; expected a section of this sheet, or a blank cell at the top",
            "toc.csv:6:2: found 'e', which leads round in a circle in column 'parent'; expected sections that lead up to one without a parent",
        ]);
    }

    [Fact]
    public void Contents_PagesOutOfOrderOrOfTheParent_AreFaults()
    {
        Contents("section,parent,first_page,last_page\na,,5,10\na1,a,4,6\na2,a,8,11\nb,,3,4\n").ShouldBeEmpty();

        Faults().ShouldBe(
        [
            "toc.csv:3:3: found 4 in column 'first_page'; expected a page of 'a', of which it is part: 5 to 10",
            "toc.csv:4:4: found 11 in column 'last_page'; expected a page of 'a', of which it is part: 5 to 10",
            "toc.csv:5:3: found 3 in column 'first_page'; expected at least 5, the first page of 'a' before it; sections stand in the order of their pages",
        ]);
    }

    [Fact]
    public void Contents_LongChain_IsReadInOneWalk()
    {
        var sheet = new StringBuilder("section,parent,first_page\ns0,,1\n");
        for (var i = 1; i < 50_000; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"s{i},s{i - 1},1\n");
        }

        Contents(sheet.ToString()).Count.ShouldBe(50_000);
    }

    [Fact]
    public void Titles_GoodSheet_GivesEveryFact()
    {
        var titles = Titles("""
            id,name,abbreviations,kind,issn,language,publisher,place,frequency,first,last,issues_per_volume,continuous_issues,continuous_pages,caption_volume,caption_issue,patterns,collection,rights
            vedomosti,"Ведомости, Парламента",Вед.; Ведомости,gazette,0378-5955,ru,Press,Astana,monthly,1995,2001-03,12,no,yes,год,№,{volume} № {issue},laws,open
            plain,Plain,,,,,,,,,,,,,,,,laws,
            """);

        faults.All.ShouldBeEmpty();
        titles[0].Abbreviations.ShouldBe(["Вед.", "Ведомости"]);
        titles[0].Patterns.ShouldBe(["{volume} № {issue}"]);
        (titles[0] with { Abbreviations = [], Patterns = [] }).ShouldBe(new TitleFacts
        {
            Id = "vedomosti", Name = "Ведомости, Парламента", Kind = "gazette", Issn = "0378-5955", Language = "ru", Publisher = "Press", Place = "Astana", Frequency = "monthly", First = "1995", Last = "2001-03",
            IssuesPerVolume = 12, ContinuousIssues = false, ContinuousPages = true, CaptionVolume = "год", CaptionIssue = "№", Collection = "laws", Rights = "open", Abbreviations = [], Patterns = [],
        });
        (titles[1].Kind, titles[1].IssuesPerVolume, titles[1].Last).ShouldBe(("serial", null, null));
    }

    [Fact]
    public void Titles_Faults_AreAllNamed()
    {
        Titles("id,name,kind,collection,issues_per_volume\na,A,journal,laws,0\na,,serial,Laws,twelve\nb,B,,,\n").ShouldBeEmpty();

        Faults().ShouldBe(
        [
            "toc.csv:2:3: found 'journal' in column 'kind'; expected one of serial, laws, gazette, register, code, reports",
            "toc.csv:2:5: found '0' in column 'issues_per_volume'; expected a whole number of at least 1, digits only",
            "toc.csv:3:1: found 'a' again in column 'id'; expected each title once; it stands in line 2 as well",
            "toc.csv:3:2: found a blank cell in column 'name'; expected a value",
            "toc.csv:3:4: found 'Laws' in column 'collection'; expected an id of small letters a-z, digits and . _ - inside, at most 64 long",
            "toc.csv:3:5: found 'twelve' in column 'issues_per_volume'; expected a whole number of at least 1, digits only",
            "toc.csv:4:4: found a blank cell in column 'collection'; expected a value",
        ]);
    }

    private IReadOnlyList<SectionFacts> Contents(string text, int? pages = null) => ContentsSheet.Read(Write("toc.csv", text), "toc.csv", pages, IntakeLimits.Default, faults);

    private IReadOnlyList<TitleFacts> Titles(string text) => TitlesSheet.Read(Write("toc.csv", text), "toc.csv", IntakeLimits.Default, faults);

    private IEnumerable<string> Faults() => faults.All.Select(f => f.ToString());
}
