using System.Diagnostics;

namespace Mandate.Reports.Print;

/// <summary>Prints a paper as a tagged PDF (PDF/UA-1 metadata and structure), the same bytes every time.</summary>
/// <remarks>
/// Typst sets the type, run by Node in a child process with limits on time and memory. Only the fonts in <c>Fonts/</c> are
/// loaded; a letter they lack ends in an error, never in an empty box.
/// </remarks>
public static class PaperPdf
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly string[] FontFiles = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansMath-Regular.ttf"];

    /// <summary>Gets what is missing to print, as a sentence that says what to do; null where nothing is.</summary>
    public static string? Missing => Node() is null
        ? "Node.js was not found. Install it (Debian: apt-get install nodejs npm) and run ./mandate again."
        : Typesetter() is null
            ? "The typesetter was not found. Run ./mandate once with npm installed, or set MANDATE_TYPST to the folder that holds its node_modules."
            : null;

    /// <summary>Prints a paper.</summary>
    /// <exception cref="InvalidOperationException">Something is missing, a letter has no glyph, or the typesetter failed; the message says what.</exception>
    public static async Task<byte[]> WriteAsync(Paper paper, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (Missing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        var folder = Path.Combine(AppContext.BaseDirectory, "Print");
        var fonts = FontFiles.Select(f => Path.Combine(AppContext.BaseDirectory, "Fonts", f)).ToList();
        FontCoverage.Demand(fonts, PaperData.Texts(paper));
        var start = new ProcessStartInfo(Node()!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { "--max-old-space-size=512", Path.Combine(folder, "compile.mjs"), Typesetter()! })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("Node.js could not be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            var input = PaperData.Request(paper, await File.ReadAllTextAsync(Path.Combine(folder, "paper.typ"), limit.Token), fonts);
            using var pdf = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(pdf, limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.BaseStream.WriteAsync(input, limit.Token);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? pdf.ToArray()
                : throw new InvalidOperationException($"The paper '{paper.Title}' could not be printed: {(await errors).Trim()}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The paper '{paper.Title}' could not be printed within {Longest.TotalSeconds} seconds.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? Node() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(f => Path.Combine(f, "node")).FirstOrDefault(File.Exists);

    private static string? Typesetter()
    {
        if (Environment.GetEnvironmentVariable("MANDATE_TYPST") is { Length: > 0 } named)
        {
            return Holds(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Holds(Path.Combine(folder.FullName, "artifacts", "typst")))
            {
                return Path.Combine(folder.FullName, "artifacts", "typst");
            }
        }

        return null;

        static bool Holds(string folder) => Directory.Exists(Path.Combine(folder, "node_modules", "@myriaddreamin", "typst-ts-node-compiler"));
    }
}
