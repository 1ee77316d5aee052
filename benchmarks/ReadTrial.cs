using System.Diagnostics;
using System.Globalization;
using Mandate.Archive;
using Mandate.Archive.Intake;
using Mandate.Archive.Reading;
using Mandate.Modules.Tests.TheArchive;

namespace Mandate.Benchmarks;

/// <summary>
/// Reads drawn scans as an intake does, from the file to the searchable PDF, and beside it ocrmypdf (deskew, PDF/A-2) on the same scans, with
/// the same language models, resolution and cores. Usage: <c>read [PAGES] [CORES]</c>.
/// </summary>
/// <remarks>ocrmypdf must be installed; both run one after the other, each language by itself, since each is told its language.</remarks>
internal static class ReadTrial
{
    private static readonly (string Language, string Model)[] Languages = [("en", "eng"), ("ru", "rus"), ("kk", "kaz+rus")];

    public static void Run(string[] args)
    {
        var pages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 12;
        var cores = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        var folder = Directory.CreateTempSubdirectory("mandate-read-").FullName;
        try
        {
            double ours = 0, theirs = 0;
            Console.WriteLine($"{pages} drawn A4 pages a language, 300 dpi JPEG, skew 0.5 to 1.2 degrees, {cores} cores");
            foreach (var (language, model) in Languages)
            {
                var drawn = Enumerable.Range(0, pages).Select(i => DrawnPage.Draw(language, i, new DrawnStyle { Skew = 0.5 + (i % 8 / 10.0) })).ToList();
                var files = drawn.Select((p, i) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{language}-{i:000}.jpg"))).ToList();
                drawn.Zip(files).ToList().ForEach(p => p.First.Save(p.Second));

                var (ourSeconds, ourRight, ourBytes) = Ours(Path.Combine(folder, "ours-" + language), language, drawn, files, cores);
                var (theirSeconds, theirRight, theirBytes) = Theirs(folder, model, drawn, files, cores);
                ours += ourSeconds;
                theirs += theirSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: ours {pages * 60 / ourSeconds,6:0.0} pages a minute, words right {ourRight:P2}, PDF {ourBytes / pages / 1024} KB a page | ocrmypdf {pages * 60 / theirSeconds,6:0.0}, {theirRight:P2}, {theirBytes / pages / 1024} KB | ratio {theirSeconds / ourSeconds:0.00}"));
                drawn.ForEach(p => p.Dispose());
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"together: {theirs / ours:0.00} times as many pages a minute"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Seconds, double Right, long Bytes) Ours(string folder, string language, List<DrawnPage> drawn, List<string> files, int cores)
    {
        using var archive = DocumentArchive.Open(new ArchiveOptions { Folder = folder }, toWrite: true, TimeProvider.System);
        archive.PutCollection(new Collection("trial", "Trial", CollectionAccess.Public, null));
        var items = files.Select((f, i) => new IntakeItem(f, Path.GetFileName(f), Handle.Parse($"trial/p{i}"), new DocumentFacts { Language = language }, null)).ToList();
        var watch = Stopwatch.StartNew();
        archive.TakeInAsync(items, false, new ReadingOptions { Processes = cores, Worker = [Environment.ProcessPath!, "archive-worker"] }, null, CancellationToken.None).GetAwaiter().GetResult();
        var found = items.Select(i => ((Named.Found)archive.Find(i.Handle!.Value.ToString(), Access.Staff)).Document).ToList();
        long bytes = 0;
        Parallel.ForEach(found, new ParallelOptions { MaxDegreeOfParallelism = cores }, document =>
        {
            using var pdf = File.Create(Path.Combine(folder, document.Handle.Item + ".pdf"));
            archive.WritePdfAsync(document, PdfOrder.Whole, pdf, CancellationToken.None).GetAwaiter().GetResult();
            Interlocked.Add(ref bytes, pdf.Length);
        });
        var seconds = watch.Elapsed.TotalSeconds;
        return (seconds, found.Zip(drawn, (document, page) => page.WordsRight(archive.Text(document, 1)!.Words.Select(w => w.Text))).Average(), bytes);
    }

    private static (double Seconds, double Right, long Bytes) Theirs(string folder, string model, List<DrawnPage> drawn, List<string> files, int cores)
    {
        // One PDF of all pages, as ocrmypdf spreads pages over its jobs; img2pdf puts the JPEGs into it untouched, outside the clock.
        var (input, output) = (Path.Combine(folder, model + "-in.pdf"), Path.Combine(folder, model + "-out.pdf"));
        Call("img2pdf", [.. files, "-o", input]);
        var watch = Stopwatch.StartNew();
        Call("ocrmypdf", ["--deskew", "--output-type", "pdfa-2", "-l", model, "--jobs", cores.ToString(CultureInfo.InvariantCulture), "--quiet", "--sidecar", output + ".txt", input, output]);
        var seconds = watch.Elapsed.TotalSeconds;
        // Its words as it read them: pdftotext would put some of them into another order.
        var read = File.ReadAllText(output + ".txt").Split('\f');
        var right = drawn.Select((page, i) => page.WordsRight(read[i].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))).Average();
        return (seconds, right, new FileInfo(output).Length);
    }

    private static void Call(string program, IEnumerable<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
