using System.Globalization;
using System.Security.Cryptography;
using Mandate.Archive.Intake;
using Mandate.Modules.Tests.Papers;
using Mandate.Results.Evidence;
using Mandate.Results.Generating;

namespace Mandate.Modules.Tests.Generating;

/// <summary><c>results generate --papers</c>: papers, the sheet that describes them, and the evidence that leads to them.</summary>
public sealed class PapersTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Generate_WithPapers_GivesEvidenceWhoseFiguresStandOnThePages()
    {
        Pdf.Need("pdftotext");
        var made = await GenerateAsync("made", "--papers", "2");

        var book = EvidenceBook.Read(Repository.Catalogue, [Path.Combine(made, "election")]);
        book.Findings.All.ShouldBeEmpty();
        var rows = book.Of("election");
        rows.Select(r => r.Handle).Distinct().ShouldBe(["zz-protocols/zz-01", "zz-protocols/zz-02", "zz-protocols/nation"]);
        rows.Where(r => r.Unit != "nation").Select(r => r.List).Distinct().Count().ShouldBe(7);
        rows.Where(r => r.Unit == "nation").Select(r => r.Figure).ShouldBe(["registered", "issued", "found", "invalid", "valid"]);
        foreach (var paper in rows.GroupBy(r => r.Handle))
        {
            var pdf = await File.ReadAllBytesAsync(Path.Combine(made, "papers", paper.First().Unit + ".pdf"), TestContext.Current.CancellationToken);
            var lines = (await Pdf.AskAsync("pdftotext", pdf, "-layout", "-f", "1", "-l", "1", "-", "-")).Split('\n');
            lines.ShouldContain(l => l.Contains("Made-up figures of a made-up country."));
            lines.ShouldContain(l => l.Contains("Вымышленные данные вымышленной страны."));
            lines.ShouldContain(l => l.Contains(paper.Key));
            foreach (var row in paper)
            {
                (row.Page, row.Sha256, row.IsSynthetic).ShouldBe((1, Convert.ToHexStringLower(SHA256.HashData(pdf)), true));
                var number = row.Value!.Value.ToString("N0", CultureInfo.InvariantCulture);
                lines.ShouldContain(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(row.List ?? row.Figure) && l.TrimEnd().EndsWith(" " + number, StringComparison.Ordinal), $"{row.Unit} {row.List}{row.Figure} {number}");
            }
        }
    }

    [Fact]
    public async Task Generate_WithPapers_GivesASheetThatTheArchiveTakes()
    {
        Pdf.Need();
        var made = await GenerateAsync("made", "--papers", "1");

        using var plan = IntakeSource.Read([], IntakeLimits.Default, new SheetOptions(Path.Combine(made, "papers", "documents.csv")), TestContext.Current.CancellationToken);

        plan.Faults.ShouldBeEmpty();
        plan.Items.Select(i => (i.Handle.ToString(), i.Facts.Kind, i.Facts.Standing, i.Facts.IsRestricted))
            .ShouldBe([("zz-protocols/zz-01", "protocol", Mandate.Archive.Standing.Synthetic, false), ("zz-protocols/nation", "protocol", Mandate.Archive.Standing.Synthetic, false)]);
        foreach (var item in plan.Items)
        {
            item.ExpectedSha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(item.File, TestContext.Current.CancellationToken))));
            item.Facts.Title.ShouldEndWith(item.Handle!.Value.Item == "nation" ? "(made-up country)" : "(made-up)");
        }
    }

    [Fact]
    public async Task Generate_WithPapersTwice_GivesTheSameBytes()
    {
        Pdf.Need();
        var (one, two) = (await GenerateAsync("one", "--papers", "1"), await GenerateAsync("two", "--papers", "1"));
        foreach (var file in new[] { "papers/zz-01.pdf", "papers/nation.pdf", "papers/documents.csv", "election/evidence.csv", "README.txt" })
        {
            File.ReadAllBytes(Path.Combine(one, file)).SequenceEqual(File.ReadAllBytes(Path.Combine(two, file))).ShouldBeTrue(file);
        }
    }

    [Fact]
    public async Task Generate_WithAsManyListsAsAPageTakes_PrintsThePaperOfTheCountryOnOnePage()
    {
        Pdf.Need("pdfinfo");
        var made = await GenerateAsync("made", "--papers", "1", "--lists", $"{ProtocolPapers.MostOnAPage}");
        var pdf = await File.ReadAllBytesAsync(Path.Combine(made, "papers", "nation.pdf"), TestContext.Current.CancellationToken);
        (await Pdf.AskAsync("pdfinfo", pdf, "-")).ShouldMatch(@"Pages:\s+1\n");
    }

    [Fact]
    public void Write_MoreListsThanAPageTakes_CitesTheDocumentAsAWhole()
    {
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        Generator.Write(new GeneratorOptions { Precincts = 100, Regions = 2, Lists = ProtocolPapers.MostOnAPage + 1, Papers = 3 }, name => files[name] = new MemoryStream(), null, TestContext.Current.CancellationToken, _ => [1]);
        var rows = System.Text.Encoding.UTF8.GetString(files["election/evidence.csv"].ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(r => r.Split(',')).ToList();
        rows.ShouldAllBe(r => r[5].Length == 0);

        // The stations abroad come last of the regions, and the country after them.
        rows.Select(r => r[1]).Distinct().ShouldBe(["zz-01", "zz-02", "zz-00", "nation"]);
    }

    [Fact]
    public void Write_PapersAndNothingToPrintWith_IsMisuse() =>
        Should.Throw<ArgumentException>(() => Generator.Write(new GeneratorOptions { Papers = 1 }, _ => new MemoryStream(), null, TestContext.Current.CancellationToken))
            .Message.ShouldStartWith("Papers are asked for, but there is nothing to print them with.");

    [Fact]
    public async Task Generate_MorePapersThanRegions_EndsWith2() =>
        (await Terminal.RunAsync("results", "generate", "--out", folder.FullName, "--regions", "3", "--papers", "5"))
            .ShouldBe(new Answer(2, string.Empty, "Found 5 papers; expected 0 to 4: one for each region and one for the stations abroad.\n"));

    [Fact]
    public async Task Generate_PapersOnAMachineThatCannotPrint_EndsWith2AndWritesNothing()
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "mandate-cli"), ["results", "generate", "--out", Path.Combine(folder.FullName, "made"), "--papers", "1"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MANDATE_TYPST"] = folder.FullName;
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        (process.ExitCode, await output).ShouldBe((2, string.Empty), error);
        error.ShouldStartWith("Papers cannot be printed, and nothing was made up. ");
        folder.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    private async Task<string> GenerateAsync(string name, params string[] words)
    {
        var target = Path.Combine(folder.FullName, name);
        string[] size = words.Contains("--lists") ? [] : ["--lists", "7"];
        var answer = await Terminal.RunAsync(["results", "generate", "--out", target, "--precincts", "300", "--regions", "3", .. size, .. words, "--format", "json"]);
        answer.Code.ShouldBe(0, answer.Error);
        answer.Json["files"]!.AsArray().Select(f => f!.GetValue<string>()).Order(StringComparer.Ordinal)
            .ShouldBe(Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(target, f)).Order(StringComparer.Ordinal));
        return target;
    }
}
