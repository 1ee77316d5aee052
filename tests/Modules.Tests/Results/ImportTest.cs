using System.IO.Compression;
using System.Text;

namespace Mandate.Modules.Tests.Results;

/// <summary>Files as ministries and as strangers send them: read right, or refused with a clear finding and nothing half done.</summary>
public sealed class ImportTest : IDisposable
{
    private const string OneNothing = "1 finding; nothing was computed or written.\n";
    private const string Mapping =
        """
        form: se-district
        title: { en: Made-up table }
        unit: [Участок]
        figures: { registered: Избиратели, voters: Голосовали, invalid: Недействительно, valid: Действительно }
        lists:
          - { id: a, votes: Партия А }
          - { id: b, votes: Партия Б }
        """;

    private const string Russian = "Участок;Избиратели;Голосовали;Недействительно;Действительно;Партия А;Партия Б;примечание\nПервый;1 500;1 300;5;1 295;1 200;95;\n";

    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_SoundFile_EndsWith0AndAddsUp()
    {
        var answer = await folder.CheckAsync(ImportFolder.Sound);
        answer.Error.ShouldBeEmpty();
        answer.Code.ShouldBe(0);
        answer.Json["protocols"]!.GetValue<int>().ShouldBe(2);
        answer.Json["totals"]!.AsArray().Select(t => $"{t!["figure"]} {t["list"]} {t["sum"]} {t["known"]}").ShouldBe([
            "registered  510 2", "voters  310 2", "invalid  5 2", "blank  4 2", "valid  305 2", "votes a 210 2", "votes b 95 2"]);
    }

    [Fact]
    public async Task Check_Errors_EndWith1AndShowTheArithmetic()
    {
        var answer = await folder.CheckAsync(ImportFolder.Sound.Replace("295,200", "296,200", StringComparison.Ordinal));
        answer.Code.ShouldBe(1);
        answer.Json["findings"]!.AsArray().Select(f => $"{f!["unit"]} row {f["row"]} {f["code"]}: {f["compared"]}, {f["left"]} and {f["limit"]}, {f["difference"]}").ShouldBe([
            "u1 row 2 SE.01: voters != invalid + valid, 300 and 301, 1",
            "u1 row 2 SE.02: valid != sum(votes), 296 and 295, 1"]);
    }

    [Fact]
    public async Task Check_BlankRequiredFigure_IsAnErrorAndItsChecksAreUnchecked()
    {
        var answer = await folder.CheckAsync(ImportFolder.Sound.Replace("u1,500,300", "u1,500,", StringComparison.Ordinal));
        answer.Code.ShouldBe(1);
        answer.Json["findings"]!.AsArray().Select(f => $"{f!["code"]} {f["figure"]}").ShouldBe(["required voters"]);
        answer.Json["checks"]!.AsArray().Select(c => $"{c!["code"]} {c["unchecked"]}").ShouldBe(["SE.01 1", "SE.02 0", "SE.03 0", "SE.04 1"]);
        answer.Json["totals"]![1]!["known"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Check_Text_SaysSumsAreNoResult()
    {
        var file = folder.Write("file.csv", ImportFolder.Sound);
        var answer = await Terminal.RunAsync("results", "check", "--form", "se-district", file);
        answer.Code.ShouldBe(0);
        answer.Flat.ShouldContain("Sums of the rows of this file, to be held against official totals; not a result.");
        answer.Error.ShouldBeEmpty("no progress line where there is no terminal");
    }

    [Fact]
    public async Task Check_TextOfAFinding_ShowsFiguresLimitAndDifference()
    {
        var answer = await Terminal.RunAsync("results", "check", "--form", "kz-precinct", "--role", "observer", Path.Combine(Repository.TestFolder, "Results", "kz-almaty-2016.csv"));
        answer.Flat.ShouldContain("limit 0; difference 286 (registered 1,083, certificates-issued 1,370,");
    }

    [Fact]
    public async Task Check_StandardInput_IsReadLikeAFile()
    {
        var answer = await Terminal.RunAsync(["results", "check", "--form", "se-district", "--format", "json", "-"], ImportFolder.Sound);
        answer.Code.ShouldBe(0);
        answer.Json["file"]!.GetValue<string>().ShouldBe("standard input");
    }

    [Fact]
    public async Task Check_CasesOfAlmaty2016_AreAllFlagged()
    {
        var answer = await Terminal.RunAsync("results", "check", "--form", "kz-precinct", "--format", "json", Path.Combine(Repository.TestFolder, "Results", "kz-almaty-2016.csv"));
        answer.Code.ShouldBe(1);
        answer.Json["findings"]!.AsArray().Where(f => f!["code"]!.GetValue<string>() == "KZ.05").Select(f => $"{f!["unit"]} {f["left"]}").ShouldBe([
            "almaty/259 -286", "almaty/253 -1031", "almaty/257 -1315"]);
    }

    [Theory]
    [InlineData("u1,=1+1,300,5,4,295,200,95", "file.csv:2:2: found '=1+1' under 'registered'; expected a whole number from 0 to 999,999,999; an empty cell means unknown\n")]
    [InlineData("u1,-5,300,5,4,295,200,95", "file.csv:2:2: found '-5' under 'registered'; expected a whole number from 0 to 999,999,999; an empty cell means unknown\n")]
    [InlineData("u1,1.5,300,5,4,295,200,95", "file.csv:2:2: found '1.5' under 'registered'; expected a whole number: this one has a fraction\n")]
    [InlineData("u1,1,2", "file.csv:2:3: found 3 fields; expected 8, as in the header\n")]
    [InlineData(",1,1,0,0,1,1,0", "file.csv:2:1: found no name of a unit; expected a value in one of the columns that name a unit\n")]
    [InlineData("\"u1\"x,1,1,0,0,1,1,0", "file.csv:2:1: found letters behind a closing quote; expected the delimiter or the end of the line, and quotes inside a field doubled\n")]
    [InlineData("u\"1,1,1,0,0,1,1,0", "file.csv:2:1: found a quote inside a field without quotes; expected quotes around the whole field, and quotes inside it doubled\n")]
    [InlineData("\"u1,1,1,0,0,1,1,0", "file.csv:2:1: found a quote that is never closed; expected a quote at the end of the field\n")]
    [InlineData("u1,1\0,1,0,0,1,1,0", "file.csv:2:5: found a NUL byte; expected text; a file in UTF-16 needs its byte order mark, or 'encoding: utf-16' in the mapping\n")]
    [InlineData("", "file.csv:1:1: found no protocol below the header; expected one row a protocol\n")]
    public async Task Check_BadRow_IsRefusedWithRowAndColumn(string row, string message) =>
        (await folder.CheckAsync(ImportFolder.Names + row)).ShouldBe(new Answer(2, string.Empty, message + OneNothing));

    [Fact]
    public async Task Check_ManyFaults_AreAllListed()
    {
        var answer = await folder.CheckAsync(ImportFolder.Sound + "u1,x,1,0,0,y,1,0\nu3,1,1,0,0,1,z,0\n");
        answer.ShouldBe(new Answer(2, string.Empty,
            """
            file.csv:4:1: found the unit 'u1' a second time; expected each unit once, more columns under 'unit' in the mapping, or 'repeated: numbered' there
            file.csv:4:2: found 'x' under 'registered'; expected a whole number from 0 to 999,999,999; an empty cell means unknown
            file.csv:4:6: found 'y' under 'valid'; expected a whole number from 0 to 999,999,999; an empty cell means unknown
            file.csv:5:7: found 'z' under 'votes:a'; expected a whole number from 0 to 999,999,999; an empty cell means unknown
            4 findings; nothing was computed or written.

            """));
    }

    [Theory]
    [InlineData("unit,registered,voters,invalid,valid\n", "file.csv:1:1: found no column 'votes'; expected a column for every required figure of the form\n")]
    [InlineData("unit,registered,voters,invalid,valid,votes:a,colour\n", "file.csv:1:7: found the column 'colour'; expected unit, a figure of the form once, or FIGURE:LIST where it has a number for each list; other columns need a mapping\n")]
    [InlineData("precinct,registered\n", "file.csv:1:1: found no column 'unit'; expected the columns that the mapping names; the header has 'precinct', 'registered'\n")]
    [InlineData("", "file.csv:1:1: found no row of column names; expected a row of column names\n")]
    public async Task Check_BadHeader_IsRefused(string header, string message) =>
        (await folder.CheckAsync(header)).ShouldBe(new Answer(2, string.Empty, message + OneNothing));

    [Fact]
    public async Task Check_UnitThatIsAFormulaOrSteersATerminal_IsShownAsPlainText()
    {
        var answer = await folder.CheckAsync(ImportFolder.Names + "=cmd()\u001B[31m,1,2,0,0,2,2,0\n");
        answer.Code.ShouldBe(0);
        answer.Json["findings"]![0]!["unit"]!.GetValue<string>().ShouldBe("=cmd()\uFFFD[31m");
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("ibm866")]
    [InlineData("utf-8")]
    public async Task Check_OlderEncoding_IsFoundByTheNamesOfColumns(string name)
    {
        var encoding = name == "utf-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        var answer = await folder.CheckAsync(encoding.GetBytes(Russian), Mapping);
        answer.Error.ShouldBeEmpty();
        answer.Code.ShouldBe(0);
        answer.Json["reading"]!.ToJsonString().ShouldBe($$"""{"encoding":"{{name}}","mark":false,"delimiter":";","numbers":"thousands set apart by a space"}""");
        answer.Json["totals"]![0]!["sum"]!.GetValue<int>().ShouldBe(1500);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    public async Task Check_ByteOrderMark_IsBelieved(string name)
    {
        Encoding encoding = name switch { "utf-16" => new UnicodeEncoding(false, true), "utf-16be" => new UnicodeEncoding(true, true), _ => new UTF8Encoding(true) };
        var answer = await folder.CheckAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Russian)], Mapping);
        answer.Error.ShouldBeEmpty();
        answer.Json["reading"]!["encoding"]!.GetValue<string>().ShouldBe(name);
        answer.Json["reading"]!["mark"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Check_Utf16WithoutItsMark_IsReadWhereTheMappingSaysSo()
    {
        var bytes = new UnicodeEncoding(false, false).GetBytes(Russian);
        (await folder.CheckAsync(bytes, Mapping)).Error.ShouldStartWith("file.csv:1:16: found a NUL byte; ", Case.Sensitive);
        var answer = await folder.CheckAsync(bytes, Mapping.Replace("unit:", "file: { encoding: utf-16 }\nunit:", StringComparison.Ordinal));
        answer.Error.ShouldBeEmpty();
        answer.Json["totals"]![0]!["sum"]!.GetValue<int>().ShouldBe(1500);
    }

    [Fact]
    public async Task Check_BytesThatBreakTheirOwnMark_AreRefused() =>
        (await folder.CheckAsync([0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes(ImportFolder.Names), 0xFF, .. ",1,1,0,0,1,1,0"u8])).ShouldBe(new Answer(2, string.Empty,
            "file.csv: found bytes that are not utf-8; expected the encoding that the file has, under 'encoding' in the mapping\n" + OneNothing));

    [Fact]
    public async Task Check_BytesOfNoKnownEncoding_AreRefused() =>
        (await folder.CheckAsync([.. Encoding.ASCII.GetBytes(ImportFolder.Names), 0xFF, 0xFE, .. ",1,1,0,0,1,1,0"u8])).ShouldBe(new Answer(2, string.Empty,
            "file.csv: found bytes that are not UTF-8; expected UTF-8, or 'encoding' in the mapping: the names of its columns do not tell which older one it is\n" + OneNothing));

    [Theory]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData(";")]
    public async Task Check_OtherDelimiter_IsFound(string delimiter)
    {
        var answer = await folder.CheckAsync(ImportFolder.Sound.Replace(",", delimiter, StringComparison.Ordinal));
        answer.Code.ShouldBe(0);
        answer.Json["reading"]!["delimiter"]!.GetValue<string>().ShouldBe(delimiter);
    }

    [Fact]
    public async Task Check_QuotedFields_AreReadAsRfc4180Says()
    {
        var answer = await folder.CheckAsync(ImportFolder.Names + "\"a \"\"b\"\", c\",\"1\",2,0,0,2,2,\"0\"\r\n");
        answer.Json["findings"]![0]!["unit"]!.GetValue<string>().ShouldBe("a \"b\", c");
    }

    [Fact]
    public async Task Check_TooManyColumns_IsRefused()
    {
        (await folder.CheckAsync("unit" + new string(',', 25_000))).Error.ShouldBe("file.csv:1:20001: found more than 20,000 columns; expected fewer columns: this is no table of protocols\n" + OneNothing);
        (await folder.CheckAsync("unit" + new string(',', 1_000_001))).Error.ShouldBe("file.csv:1:1: found a line of more than 1,000,000 bytes; expected shorter lines: this is no table of protocols\n" + OneNothing);
    }

    [Fact]
    public void Check_LineOfAHundredMegabytes_IsRefusedWithinBoundedMemory()
    {
        var path = folder.Write("long.csv", ImportFolder.Names);
        using (var file = File.OpenWrite(path))
        {
            file.Seek(0, SeekOrigin.End);
            var block = Encoding.ASCII.GetBytes(new string('x', 1_000_000));
            for (var i = 0; i < 100; i++)
            {
                file.Write(block);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (report, faults) = folder.Read(path);
        report.ShouldBeNull();
        faults.ShouldBe("long.csv:2:1: found a line of more than 1,000,000 bytes; expected shorter lines: this is no table of protocols");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000_000);
    }

    [Fact]
    public void Check_Zip_IsReadAndItsLimitsHold()
    {
        var (report, faults) = folder.Read(Zip("good.zip", ("data.csv", ImportFolder.Sound)));
        faults.ShouldBeEmpty();
        report!.Protocols.ShouldBe(2);
        report.File.ShouldEndWith("good.zip!data.csv");
        folder.Read(Zip("two.zip", ("a.csv", "x"), ("b.csv", "y"))).Faults.ShouldBe("two.zip: found a zip with 2 CSV files; expected one CSV file, or the name of one under 'member' in the mapping");
        folder.Read(Zip("bomb.zip", ("a.csv", new string('\n', 5_000_000)))).Faults.ShouldStartWith("bomb.zip!a.csv: found more than 1");
        folder.Read(folder.Write("broken.zip", "PK\u0003\u0004 and no more")).Faults.ShouldBe("broken.zip: found a zip that cannot be read; expected a sound zip, or the CSV itself");
    }

    [Theory]
    [InlineData("form: kz-precinct", "form: se-district", "map.yaml:1:7: found 'kz-precinct'; expected the form that is asked for, 'se-district'")]
    [InlineData("{ voters", "{ registered: Избиратели, voters", "map.yaml:1:1: found no column for 'registered'; expected a column for every required figure of the form")]
    [InlineData("colour: Избиратели, voters", "registered: Избиратели, voters", "map.yaml:4:12: found 'colour'; expected a figure of the form that is one number or box\nmap.yaml:1:1: found no column for 'registered'; expected a column for every required figure of the form")]
    [InlineData("file: { encoding: klingon }\nunit", "unit", "map.yaml:3:19: found 'klingon'; expected an encoding such as utf-8, utf-16, windows-1251, windows-1252 or koi8-r")]
    [InlineData("absent: [blank]\nunit", "unit", "map.yaml:3:10: found 'blank'; expected a figure that can be absent and has no column here: this form has none")]
    public async Task Check_BadMapping_IsRefusedWithLineAndColumn(string broken, string sound, string message)
    {
        Mapping.ShouldContain(sound);
        var answer = await folder.CheckAsync(Russian, Mapping.Replace(sound, broken, StringComparison.Ordinal));
        answer.Code.ShouldBe(2);
        answer.Out.ShouldBeEmpty();
        string.Join('\n', answer.Error.Split('\n')[..^2].Order(StringComparer.Ordinal)).ShouldBe(string.Join('\n', message.Split('\n').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("results check --form nothing x.csv", "Found no form 'nothing'; expected a YAML file or one of il-precinct, kz-precinct, nl-precinct, ru-precinct, se-district, zz-precinct.\n")]
    [InlineData("results check --form se-district --mapping nothing x.csv", "Found no mapping 'nothing'; expected a YAML file or one of il-knesset-22-25, il-knesset-24, ru-2011, ru-2016, ru-2021, se-2022.\n")]
    [InlineData("results check --form nl-precinct --variant x x.csv", "Found variant 'x'; expected one of gsb, gsb-dso, csb.\n")]
    [InlineData("results check --form se-district nowhere.csv", "Found no file 'nowhere.csv'; expected a CSV with one protocol a row.\n")]
    [InlineData("results check x.csv", "Option '--form' is required.\nSee: mandate results check --help\n")]
    public async Task Check_WrongUse_EndsWith2(string words, string message) =>
        (await Terminal.RunAsync(words.Split(' '))).ShouldBe(new Answer(2, string.Empty, message));

    private string Zip(string name, params (string Name, string Text)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (member, text) in members)
            {
                using var writer = new StreamWriter(zip.CreateEntry(member).Open());
                writer.Write(text);
            }
        }

        return folder.Write(name, stream.ToArray());
    }
}
