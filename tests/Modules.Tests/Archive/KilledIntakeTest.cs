using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Mandate.Archive;
using Mandate.Archive.Blobs;
using Mandate.Archive.Search;
using NetVips;

namespace Mandate.Modules.Tests.TheArchive;

/// <summary>The program is killed at any moment of an intake: what is started again goes on, no page is there twice and none is missing. MANDATE_KILLS says how often; else four times.</summary>
public sealed class KilledIntakeTest : IDisposable
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("MANDATE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 4;
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Add_KilledAtAnyMoment_GoesOnWithoutLossOrDouble()
    {
        var cancel = TestContext.Current.CancellationToken;
        string[] words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"];
        Multipage("one.tif", words[..4]);
        Multipage("two.tif", words[4..]);
        File.WriteAllText(bench.File("sheet.csv"), "file,handle,language\none.tif,open/one,en\ntwo.tif,open/two,en\n");
        bench.Write().Dispose();

        var whole = Stopwatch.StartNew();
        using (var process = Start())
        {
            await process.WaitForExitAsync(cancel);
            process.ExitCode.ShouldBe(0);
        }

        var longest = (int)whole.ElapsedMilliseconds;
        Check(words);
        for (var round = 0; round < Rounds; round++)
        {
            Directory.Delete(bench.Folder, recursive: true);
            bench.Write().Dispose();
            var kills = 0;
            while (true)
            {
                // The first kills come early and late alike; after three it is let go to its end.
                using var process = Start();
                if (kills == 3)
                {
                    await process.WaitForExitAsync(cancel);
                    process.ExitCode.ShouldBe(0, await process.StandardError.ReadToEndAsync(cancel));
                    break;
                }

                await Task.Delay(RandomNumberGenerator.GetInt32(longest), cancel);
                process.Kill();
                await process.WaitForExitAsync(cancel);
                kills++;
            }

            Check(words);
        }
    }

    private void Check(string[] words)
    {
        using var archive = DocumentArchive.Open(new ArchiveOptions { Folder = bench.Folder }, toWrite: false, TimeProvider.System);
        foreach (var (handle, expected) in new[] { ("open/one", words[..4]), ("open/two", words[4..]) })
        {
            var document = archive.Find(handle, Access.Public).ShouldBeOfType<Named.Found>().Document;
            document.State.ShouldBe(DocumentState.Ready);
            document.Pages.ShouldBe(4);
            archive.Editions(document).Count.ShouldBe(1);
            archive.Pages(document).Select(p => (p.Id, p.Version, p.State)).ShouldBe([(1, 1, PageState.Read), (2, 1, PageState.Read), (3, 1, PageState.Read), (4, 1, PageState.Read)]);
            for (var page = 1; page <= 4; page++)
            {
                archive.Versions(document, page).Count.ShouldBe(1);
                archive.Text(document, page)!.Raw().ToLowerInvariant().ShouldContain(expected[page - 1]);
                archive.Search(new SearchRequest(expected[page - 1], null), Access.Public).Pages.ShouldBe(1, expected[page - 1]);
            }

            archive.Events(document).Count(e => e.Kind == "ingestion").ShouldBe(1);
            archive.Events(document).Count(e => e.Kind == "text recognition").ShouldBe(4);
        }

        // Every file that is kept is whole.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(bench.Folder, "files"), "*", SearchOption.AllDirectories).Where(f => BlobName.Is(Path.GetFileName(f))))
        {
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))).ShouldBe(Path.GetFileName(file));
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mandate-cli")) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in new[] { "archive", "add", "--sheet", bench.File("sheet.csv"), "--data", bench.Data, "--processes", "2" })
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["MANDATE_ROOT"] = Repository.Root;
        return Process.Start(start)!;
    }

    private void Multipage(string name, string[] words)
    {
        var pages = words.Select(w => Image.NewFromFile(bench.Line(w + ".png", $"Station {w} counted"))).ToArray();
        using var joined = Image.Arrayjoin(pages, across: 1);
        using var tiff = joined.Mutate(m => m.Set(GValue.GIntType, "page-height", pages[0].Height));
        tiff.Tiffsave(bench.File(name), pageHeight: pages[0].Height, xres: 300 / 25.4, yres: 300 / 25.4);
    }
}
