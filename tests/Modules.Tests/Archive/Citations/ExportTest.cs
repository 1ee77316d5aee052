using System.Text.Json;
using FsCheck.Xunit;
using Mandate.Archive;
using Mandate.Archive.Citations;

namespace Mandate.Modules.Tests.TheArchive.Citations;

/// <summary>Exports to reference managers, and the line above a page.</summary>
public class ExportTest
{
    [Fact]
    public void CslJson_Article_IsAnItem() => CslJson.Write(Works.Of("article")).ShouldBe("""
        [
          {
            "id": "made/one",
            "type": "article-journal",
            "title": "Thresholds and Their Bases",
            "author": [
              {
                "family": "Berg",
                "given": "Anna"
              },
              {
                "family": "Smith",
                "given": "John Q.",
                "suffix": "Jr."
              }
            ],
            "container-title": "Constitutional Law Journal",
            "container-title-short": "Const. L.J.",
            "volume": "12",
            "issue": "3",
            "page": "103-108",
            "page-first": "103",
            "issued": {
              "date-parts": [
                [
                  2019,
                  9
                ]
              ]
            },
            "language": "en",
            "URL": "https://archive.example/d"
          }
        ]

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void CslJson_RussianProtocol_KeepsItsLettersAndStanding()
    {
        var item = JsonDocument.Parse(CslJson.Write(Works.Of("protocol"))).RootElement[0];
        item.GetProperty("type").GetString().ShouldBe("document");
        item.GetProperty("author")[0].GetProperty("literal").GetString().ShouldBe("Участковая избирательная комиссия № 12");
        item.GetProperty("number").GetString().ShouldBe("12");
        item.GetProperty("note").GetString().ShouldBe("made-up count");
        CslJson.Write(Works.Of("protocol")).ShouldContain("\"title\": \"Протокол участковой комиссии № 12\"");
    }

    [Fact]
    public void CslJson_Case_HasACourtForItsAuthority()
    {
        var item = JsonDocument.Parse(CslJson.Write(Works.Of("case"))).RootElement[0];
        item.GetProperty("authority").GetString().ShouldBe("Supreme Court");
        item.TryGetProperty("author", out _).ShouldBeFalse();
    }

    [Fact]
    public void BibTex_Article_IsAnEntry() => BibTex.Write(Works.Of("article")).ShouldBe("""
        @article{made:one,
          title = {{Thresholds and Their Bases}},
          author = {Berg, Anna and Smith, Jr., John Q.},
          journal = {Constitutional Law Journal},
          shortjournal = {Const. L.J.},
          volume = {12},
          number = {3},
          pages = {103--108},
          year = {2019},
          month = sep,
          language = {en},
          url = {https://archive.example/d}
        }

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void BibTex_Report_NamesItsInstitution() => BibTex.Write(Works.Of("report")).ShouldBe("""
        @techreport{made:one,
          title = {{Kazakhstan’s Parliamentary Elections}},
          author = {Example, Maria A.},
          number = {IN11581},
          year = {2021},
          month = jan,
          day = {22},
          institution = {{Congressional Research Service}},
          address = {Washington, DC},
          language = {en},
          url = {https://archive.example/d}
        }

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void BibTex_AwkwardLetters_CannotBreakTheEntry()
    {
        var work = Works.Of("book") with
        {
            Title = "50% & more_{of} C:\\ #1 $2 ~ ^\nнорма",
            Authors = [new("Anna", "Berg and Lund"), new("X", "Y, Z"), new(null, null, null, "Office of Law and Order")],
            Address = "https://archive.example/a b{c}\\d%20",
        };
        var text = BibTex.Write(work);
        text.ShouldContain("title = {{50\\% \\& more\\_\\textbraceleft{}of\\textbraceright{} C:\\textbackslash{} \\#1 \\$2 \\textasciitilde{} \\textasciicircum{} норма}}");
        text.ShouldContain("author = {{Berg and Lund}, Anna and {Y, Z}, X and {Office of Law and Order}}");
        text.ShouldContain("url = {https://archive.example/a%20b%7Bc%7D%5Cd%20}");
    }

    [Fact]
    public void Ris_Gazette_HasALineATag() => Ris.Write(Works.Of("gazette")).ShouldBe("""
        TY  - GOVDOC
        ID  - made/one
        TI  - Notice of Polling Places
        AU  - Election Office
        T2  - Federal Register
        J2  - Fed. Reg.
        VL  - 60
        SP  - 50379
        EP  - 50407
        PY  - 1995
        DA  - 1995/09/29/
        LA  - en
        UR  - https://archive.example/d
        ER  - 

        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public void Ris_LineBreakInAValue_BeginsNoTag() =>
        Ris.Write(Works.Of("book") with { Title = "How\r\nER  - \r\nTY  - JOUR\u2028Seats" }).ShouldContain("TI  - How ER - TY - JOUR Seats\r\n");

    [Theory]
    [InlineData("article", "12 Const. L.J. 103, 105 (2019)")]
    [InlineData("act", "109 Stat. 852, 853 (1995)")]
    [InlineData("code", "5 U.S.C. § 552a(b)(1) (2018)")]
    [InlineData("gazette", "60 Fed. Reg. 50379, 50381 (1995)")]
    [InlineData("report", "IN11581, p. 1 (Jan. 22, 2021)")]
    [InlineData("protocol", "№ 12, с. 1 (10.01.2021) (made-up count)")]
    [InlineData("book", "How Seats Are Won, p. 47 (2019)")]
    [InlineData("issue", "12 Const. L.J., No. 3 (Sept. 2019)")]
    [InlineData("case", "410 Elec. Rep. 113, 116 (1973)")]
    [InlineData("debate", "123 Cong. Rec. 17147 (1977)")]
    [InlineData("document", "Letter to the Voters, p. 2")]
    [InlineData("статья", "Право и выборы, № 3, с. 47 (2019)")]
    [InlineData("заң", "№ 2464, 97-1-бап, 3-б. (28.09.1995)")]
    [InlineData("мақала", "7 Құқық және мемлекет 10 (2020)")]
    public void Line_Work_IsAsLibrariesPrintIt(string work, string expected) => CitationLine.Write(Works.Of(work)).ShouldBe(expected);

    [Fact]
    public void Line_FirstPageCited_IsNamedOnce() => CitationLine.Write(Works.Of("article") with { PinPage = "103" }).ShouldBe("12 Const. L.J. 103 (2019)");

    [Fact]
    public void Line_NothingKnown_IsTheHandle() => CitationLine.Write(Works.Blank(WorkKind.Document, " \n")).ShouldBe("made/one");

    /// <summary>Whatever stands in the metadata, every form can be written, and exports stay whole.</summary>
    [Property(MaxTest = 300)]
    public void Write_AnyWork_IsWhole(int kind, string?[] values, int year)
    {
        string? Value(int index) => values is { Length: > 0 } ? values[index % values.Length] : null;
        var kinds = Enum.GetValues<WorkKind>();
        var work = new CitedWork(
            kinds[(kind & 0x7FFF_FFFF) % kinds.Length], Value(0) ?? "", [new CitedName(Value(1), Value(2), Value(3), Value(4))], [Value(5) ?? ""], Value(6), Value(7), Value(8), Value(9), Value(10),
            Value(11), Value(12), Value(13), year > 0 && year < 10000 ? new PartialDate(year) : null, Value(14), Value(15), Value(16), Value(17), Value(18), Value(19) ?? "", Value(20) ?? "", Value(21) ?? "", Value(22));
        foreach (var style in Enum.GetValues<CitationStyle>())
        {
            var plain = CitationWriter.Write(style, work).Plain;
            plain.Any(char.IsControl).ShouldBeFalse();
            plain.ShouldNotContain("  ");
            _ = CitationWriter.InText(style, work);
        }

        _ = CitationLine.Write(work);
        JsonDocument.Parse(CslJson.Write(work)).RootElement.GetArrayLength().ShouldBe(1);
        Ris.Write(work).Split("\r\n").Count(line => line.StartsWith("ER  - ", StringComparison.Ordinal)).ShouldBe(1);
        var entry = BibTex.Write(work);
        entry.Count(letter => letter == '{').ShouldBe(entry.Count(letter => letter == '}'));
    }
}
