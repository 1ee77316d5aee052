using System.Diagnostics;
using Mandate.Reports.Elections;
using Mandate.Reports.Print;

namespace Mandate.Modules.Tests.Papers;

/// <summary>Makes the PDF of an election's declaration and looks into it with poppler's tools.</summary>
internal static class Pdf
{
    private static readonly Dictionary<string, Task<byte[]>> Made = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();

    /// <summary>Skips the test where something is missing to print or to look; in continuous integration that is a failure.</summary>
    public static void Need(params string[] tools)
    {
        var missing = PaperPdf.Missing ?? tools.Where(t => Find(t) is null).Select(t => $"{t} was not found. Install it (Debian: apt-get install poppler-utils).").FirstOrDefault();
        if (missing is not null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(missing);
        }

        Assert.SkipWhen(missing is not null, missing ?? string.Empty);
    }

    /// <summary>The paper of Majilis 2021, printed once a language for all tests.</summary>
    public static Task<byte[]> OfMajilis2021Async(string language)
    {
        lock (Gate)
        {
            return Made.TryGetValue(language, out var pdf) ? pdf : Made[language] = PrintAsync(language);
        }
    }

    /// <summary>Prints anew.</summary>
    public static Task<byte[]> PrintAsync(string language)
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election("kz-majilis-2021").Election!);
        return PaperPdf.WriteAsync(DeclarationPaper.Write(declaration, language), CancellationToken.None);
    }

    /// <summary>What a tool says about a PDF given on its standard input.</summary>
    public static async Task<string> AskAsync(string tool, byte[] pdf, params string[] words)
    {
        var start = new ProcessStartInfo(Find(tool)!, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var reading = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(pdf, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return await reading;
    }

    private static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(f => Path.Combine(f, tool)).FirstOrDefault(File.Exists);
}
