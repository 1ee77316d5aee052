using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using Mandate.Archive;

namespace Mandate.Modules.Tests.TheArchive.Pdf;

/// <summary>Looks into a PDF with the tools of others.</summary>
internal static partial class PdfTool
{
    /// <summary>Skips the test where a tool is missing; in continuous integration that is a failure.</summary>
    public static void Need(params string[] tools)
    {
        var missing = tools.FirstOrDefault(tool => Find(tool) is null);
        var message = $"{missing} was not found. Install it (Debian: apt-get install poppler-utils qpdf).";
        if (missing is not null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(message);
        }

        Assert.SkipWhen(missing is not null, message);
    }

    /// <summary>What a tool writes of a PDF in a file, whose path takes the place of <c>{}</c>. It has to end well and without a word of complaint.</summary>
    public static async Task<byte[]> BytesAsync(byte[] pdf, string tool, params string[] words)
    {
        Need(tool);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo(tool, words.Select(word => word == "{}" ? file : word)) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            (process.ExitCode, await errors).ShouldBe((0, string.Empty));
            return output.ToArray();
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The same, as text.</summary>
    public static async Task<string> TextAsync(byte[] pdf, string tool, params string[] words) => Encoding.UTF8.GetString(await BytesAsync(pdf, tool, words));

    /// <summary>The words of a page of the file, from 1, as pdftotext puts them in order.</summary>
    public static async Task<string[]> WordsAsync(byte[] pdf, int page, params string[] more)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return (await TextAsync(pdf, "pdftotext", [.. more, "-f", number, "-l", number, "{}", "-"])).Split([' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words of a page with their boxes in points from the top left.</summary>
    public static async Task<(string Text, double Left, double Top, double Right, double Bottom)[]> BoxesAsync(byte[] pdf, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var xml = await TextAsync(pdf, "pdftotext", "-bbox", "-f", number, "-l", number, "{}", "-");
        return [.. BoxedWord().Matches(xml).Select(word => (HttpUtility.HtmlDecode(word.Groups[5].Value), Side(word, 1), Side(word, 2), Side(word, 3), Side(word, 4)))];
    }

    /// <summary>How much two boxes have in common, of what either covers: 0 to 1.</summary>
    public static double InCommon((string, double Left, double Top, double Right, double Bottom) seen, Box box, double pixelsAPoint)
    {
        double left = seen.Left * pixelsAPoint, top = seen.Top * pixelsAPoint, right = seen.Right * pixelsAPoint, bottom = seen.Bottom * pixelsAPoint;
        var both = Math.Max(0, Math.Min(right, box.Right) - Math.Max(left, box.Left)) * Math.Max(0, Math.Min(bottom, box.Bottom) - Math.Max(top, box.Top));
        return both / (((right - left) * (bottom - top)) + ((double)box.Width * box.Height) - both);
    }

    /// <summary>A page drawn by poppler as PNG.</summary>
    public static Task<byte[]> PngAsync(byte[] pdf, int page, int dpi)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return BytesAsync(pdf, "pdftoppm", "-png", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "{}");
    }

    private static double Side(Match word, int group) => double.Parse(word.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    [GeneratedRegex("""<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</word>""")]
    private static partial Regex BoxedWord();
}
