using System.Globalization;
using System.Text;
using Mandate.Archive;
using Mandate.Archive.Intake;

namespace Mandate.Modules.Tests.TheArchive.Intake;

/// <summary>The sheet that says what is known of documents.</summary>
public sealed class DocumentSheetTest : IntakeFolder
{
    [Fact]
    public void Read_FullRow_GivesEveryFact()
    {
        Write("scans/a.pdf", "one");
        var sheet = Write("sheet.csv", "\uFEFFfile,handle,title,language,authors,date,kind,collection,serial,volume,issue,number,first_label,standing,rights,source,publisher,place,issn,aliases,sha256,restricted\r\n"
            + $"scans/a.pdf,in11581,\"Of \"\"one\"\", and more\",kk,\"Әуезов, Мұхтар; Plato; [Central Commission]\",2021-01,report,crs,gazette,XI,2/3,№ 5,xi,unofficial-translation,open,https://example.org/a,State Press,Astana,0378-5955,R1; R2,{Sha256("one").ToUpperInvariant()},yes\r\n");

        using var plan = Read(sheet);

        Texts(plan).ShouldBeEmpty();
        var item = plan.Items.Single();
        (item.File, item.Shown, item.Handle, item.Collection, item.ExpectedSha256).ShouldBe((PathOf("scans/a.pdf"), "scans/a.pdf", Handle.Parse("crs/in11581"), "crs", Sha256("one")));
        item.Facts.Authors.ShouldBe([new PersonName("Әуезов", "Мұхтар"), new PersonName("Plato"), new PersonName("Central Commission", null, IsBody: true)]);
        item.Facts.Aliases.ShouldBe(["R1", "R2"]);
        (item.Facts with { Authors = [], Aliases = [] }).ShouldBe(new DocumentFacts
        {
            Title = "Of \"one\", and more", Language = "kk", Date = PartialDate.Parse("2021-01"), Kind = "report", Serial = "gazette", Volume = "XI", Issue = "2/3", Number = "№ 5",
            FirstLabel = "xi", Standing = Standing.UnofficialTranslation, Rights = "open", Source = "https://example.org/a", Publisher = "State Press", Place = "Astana", Issn = "0378-5955", IsRestricted = true,
            Authors = [], Aliases = [],
        });
    }

    [Fact]
    public void Read_BlankCells_AreUnknown()
    {
        Write("a.pdf", "one");

        using var plan = Read(Write("sheet.csv", "file,handle,title,restricted,standing\na.pdf,,, ,\n\n"));

        plan.Items.ShouldBe([new IntakeItem(PathOf("a.pdf"), "a.pdf", null, plan.Items[0].Facts, null)]);
        (plan.Items[0].Facts with { Authors = [], Aliases = [] }).ShouldBe(new DocumentFacts { Authors = [], Aliases = [] });
    }

    [Fact]
    public void Read_ManyFaults_AreAllNamedAndNothingIsTaken()
    {
        Write("a.pdf", "one");
        Write("b.pdf", "two");
        Write("empty.pdf", "");
        File.CreateSymbolicLink(PathOf("link.pdf"), PathOf("a.pdf"));

        using var plan = Read(Write("sheet.csv", """
            file,handle,date,standing,issn,authors,sha256,restricted,language
            a.pdf,crs/one,2021-02-30,official,0378-5955,,,yes,kk
            a.pdf,crs/one,2021,offical,0378-5956,", Given",abc,maybe,Kazakh
            absent.pdf,CRS/One,1899-1,,,[open,,,
            ../a.pdf,two,,,,A;;B,,,
            link.pdf,,,,,,,,
            empty.pdf,,,,,,,,
            ,,2020,,,,,,
            b.pdf,,
            "b
            .pdf",,,,,,,,
            b.pdf,crs/last,,,,,,,
            """));

        plan.Items.ShouldBeEmpty();
        Texts(plan).ShouldBe(
        [
            "sheet.csv:2:3: found '2021-02-30' in column 'date'; expected a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD",
            "sheet.csv:3:1: found 'a.pdf' again in column 'file'; expected each file once; it stands in line 2 as well",
            "sheet.csv:3:2: found 'crs/one' again in column 'handle'; expected each handle once; it stands in line 2 as well",
            "sheet.csv:3:4: found 'offical' in column 'standing'; expected one of official, authentic, unofficial-translation, copy, synthetic",
            "sheet.csv:3:5: found '0378-5956' in column 'issn'; expected an ISSN such as 1234-5679, its last digit the check digit",
            "sheet.csv:3:6: found the author ', Given' in column 'authors'; expected Family, Given; a single name; or a body in [brackets]",
            "sheet.csv:3:7: found 'abc' in column 'sha256'; expected a SHA-256 in 64 hexadecimal digits",
            "sheet.csv:3:8: found 'maybe' in column 'restricted'; expected yes or no; blank is unknown",
            "sheet.csv:3:9: found 'Kazakh' in column 'language'; expected a language of two or three small letters such as kk or ru (ISO 639)",
            "sheet.csv:4:1: found 'absent.pdf', which is not there in column 'file'; expected a file below the sheet's folder, written as it is on the disk",
            "sheet.csv:4:2: found 'CRS/One' in column 'handle'; expected a handle such as crs/in11581: " + Handle.Rule,
            "sheet.csv:4:3: found '1899-1' in column 'date'; expected a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD",
            "sheet.csv:4:6: found the author '[open' in column 'authors'; expected Family, Given; a single name; or a body in [brackets]",
            "sheet.csv:5:1: found '../a.pdf', a path that climbs or has an empty part in column 'file'; expected a path within the source, its parts separated by /, without . or .. or a drive",
            "sheet.csv:5:2: found 'two' without a collection in column 'handle'; expected collection/item, or the collection in the column 'collection'",
            "sheet.csv:5:6: found a blank entry in column 'authors'; expected entries parted by ; and each once",
            "sheet.csv:6:1: found 'link.pdf', which is or lies behind a link in column 'file'; expected the file itself",
            "sheet.csv:7:1: found 'empty.pdf' with 0 bytes in column 'file'; expected a document of 1 to 4000000000 bytes",
            "sheet.csv:8:1: found a blank cell in column 'file'; expected a value",
            "sheet.csv:9:3: found 3 fields; expected 9, as in the header; a field with a comma stands in quotes",
            "sheet.csv:10:1: found a line break or control character in column 'file'; expected a text of one line",
        ]);
    }

    [Theory]
    [InlineData("file;handle\na;b\n", "sheet.csv:1:1: found no column 'file'; expected columns from file, handle, title")]
    [InlineData("handle,file,titel\n", "sheet.csv:1:3: found the column 'titel'; expected columns from file, handle, title")]
    [InlineData("file,file\n", "sheet.csv:1:2: found the column 'file' a second time; expected each column once")]
    [InlineData("file,title\na.pdf,\"open\n", "sheet.csv:2:2: found a quoted field that does not end")]
    [InlineData("file,title\na.pdf,\"x\"y\n", "sheet.csv:2:2: found a quoted field that does not end, or letters after its end")]
    [InlineData("file,title\na.pdf,x\"y\n", "sheet.csv:2:2: found a quotation mark within column 'title'")]
    [InlineData("", "sheet.csv: found an empty file; expected a table with the columns file, handle, title")]
    public void Read_TableOfAnotherForm_SaysWhatIsExpected(string text, string expected)
    {
        Write("a.pdf", "one");

        using var plan = Read(Write("sheet.csv", text));

        plan.Items.ShouldBeEmpty();
        Texts(plan).First().ShouldStartWith(expected);
    }

    [Fact]
    public void Read_NotUtf8_SaysSo()
    {
        var path = PathOf("sheet.csv");
        File.WriteAllBytes(path, [.. "file,title\na.pdf,"u8, 0xCF, 0xF0, 0xE8, 10]);

        using var plan = Read(path);

        Texts(plan).ShouldContain("sheet.csv: found bytes that are not UTF-8; expected a table saved as UTF-8");
    }

    [Fact]
    public void Read_CollectionFromRowOrOptions_CompletesTheHandle()
    {
        Write("a.pdf", "one");
        Write("b.pdf", "two");
        var sheet = Write("sheet.csv", "file,handle,collection\na.pdf,one,\nb.pdf,two,laws\n");

        using var plan = IntakeSource.Read([], IntakeLimits.Default, new SheetOptions(sheet, "crs"), Cancel);

        plan.Items.Select(i => i.Handle.ToString()).ShouldBe(["crs/one", "laws/two"]);
    }

    [Fact]
    public void Read_SheetInTheFolderItDescribes_IsNoDocumentItself()
    {
        Write("in/a.pdf", "one");
        Write("in/b.pdf", "two");
        var sheet = Write("in/sheet.csv", "file,handle\nb.pdf,crs/b\n");

        using var plan = IntakeSource.Read([PathOf("in")], IntakeLimits.Default, new SheetOptions(sheet), Cancel);

        Texts(plan).ShouldBeEmpty();
        plan.Items.Select(i => (i.Shown, i.Handle?.ToString())).ShouldBe([("in/b.pdf", "crs/b"), ("in/a.pdf", null)]);
    }

    [Fact]
    public void Read_SheetBesideAZip_NamesFilesFromItsRoot()
    {
        var zip = Zip("in.zip", ("p/a.pdf", "one"), ("p/b.pdf", "two"));
        var sheet = Write("sheet.csv", $"file,handle,sha256\np/b.pdf,crs/b,\np/c.pdf,crs/c,{Sha256("two")}\n");

        using var plan = IntakeSource.Read([zip], IntakeLimits.Default, new SheetOptions(sheet), Cancel);

        Texts(plan).ShouldBe(["sheet.csv:3:1: found 'p/c.pdf' in column 'file'; expected a file of the sources, named from the sheet's folder or from the root of one source"]);
    }

    [Fact]
    public void Read_SheetAndBagNameOtherHashes_IsAFault()
    {
        Write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Write("bag/data/one.txt", "one");
        Write("bag/manifest-sha256.txt", $"{Sha256("one")} data/one.txt\n");
        var sheet = Write("sheet.csv", $"file,sha256\ndata/one.txt,{Sha256("two")}\n");

        using var plan = IntakeSource.Read([PathOf("bag")], IntakeLimits.Default, new SheetOptions(sheet), Cancel);

        Texts(plan).ShouldBe([$"sheet.csv:2:2: found {Sha256("two")} in column 'sha256'; expected {Sha256("one")}, which the bag has for 'data/one.txt'"]);
    }

    [Fact]
    public void Read_TenThousandRows_AreTakenInTheirOrder()
    {
        var sheet = new StringBuilder("file,handle,title,date\n");
        for (var i = 9_999; i >= 0; i--)
        {
            Write($"scans/{i / 100}/{i}.tif", "II*");
            sheet.Append(CultureInfo.InvariantCulture, $"scans/{i / 100}/{i}.tif,crs/r{i},\"Report, no. {i}\",{1900 + (i % 100)}\n");
        }

        using var plan = Read(Write("sheet.csv", sheet.ToString()));

        Texts(plan).ShouldBeEmpty();
        plan.Items.Count.ShouldBe(10_000);
        (plan.Items[1].Handle.ToString(), plan.Items[1].Facts.Title, plan.Items[1].Facts.Date.ToString()).ShouldBe(("crs/r9998", "Report, no. 9998", "1998"));
    }

    [Fact]
    public void Read_TenThousandWrongRows_AreAllNamedUpToTheLimit()
    {
        var sheet = new StringBuilder("file,date\n");
        for (var i = 0; i < 6_000; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"{i}.tif,long ago\n");
        }

        using var plan = Read(Write("sheet.csv", sheet.ToString()));

        (plan.Faults.Count, plan.MoreFaults).ShouldBe((10_000, 2_000));
    }

    private static new IntakePlan Read(params string[] sheet) => IntakeSource.Read([], IntakeLimits.Default, new SheetOptions(sheet.Single()), Cancel);
}
