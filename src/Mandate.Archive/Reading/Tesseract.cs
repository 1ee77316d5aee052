using System.Globalization;

namespace Mandate.Archive.Reading;

/// <summary>Has words recognised by Tesseract, as a child process.</summary>
internal sealed class Tesseract(ReadingOptions options, string folder)
{
    private static readonly Dictionary<string, HashSet<string>> Known = new(StringComparer.Ordinal);

    /// <summary>The models that are installed.</summary>
    public IReadOnlySet<string> Installed()
    {
        lock (Known)
        {
            if (!Known.TryGetValue(options.Tesseract, out var installed))
            {
                var outcome = ChildProgram.Run(options.Tesseract, ["--list-langs"], options.MemoryBytes, TimeSpan.FromSeconds(20));
                Known[options.Tesseract] = installed = [.. outcome.Printed.Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0)];
            }

            return installed;
        }
    }

    /// <summary>Recognises a page.</summary>
    /// <param name="page">A page that stands upright and straight.</param>
    /// <param name="dpi">Its pixels an inch.</param>
    /// <param name="models">Models joined by +.</param>
    /// <param name="segmentation">Tesseract's mode of page segmentation.</param>
    /// <param name="time">How long it may take.</param>
    public Recognition Recognise(Grey page, int dpi, string models, int segmentation, TimeSpan time)
    {
        if (models.Length == 0)
        {
            return new Recognition([], $"No model is installed for the page's language; installed are {string.Join(", ", Installed().Order(StringComparer.Ordinal))}.");
        }

        var outcome = Run(page, dpi, ["-l", models, "--psm", Text(segmentation), "tsv"], time);
        return outcome switch
        {
            { Late: true } => new Recognition([], $"Recognising the page took more than {time.TotalSeconds:0} seconds and was ended."),
            { Code: not 0 } => new Recognition([], $"Recognising the page failed ({options.Tesseract} ended with {outcome.Code}: {LastLine(outcome.Errors)})."),
            _ => new Recognition(Parse(outcome.Printed), null),
        };
    }

    /// <summary>How many degrees clockwise a page must be turned to stand upright; null where it cannot be told.</summary>
    public int? Orientation(Grey page, int dpi)
    {
        if (!Installed().Contains("osd"))
        {
            return null;
        }

        var outcome = Run(page, dpi, ["--psm", "0"], TimeSpan.FromSeconds(60));
        int? turn = null;
        foreach (var line in outcome.Printed.Split('\n'))
        {
            if (line.StartsWith("Rotate:", StringComparison.Ordinal) && int.TryParse(line[7..], NumberStyles.Integer, CultureInfo.InvariantCulture, out var degrees) && degrees is 0 or 90 or 180 or 270)
            {
                turn = degrees;
            }
            else if (line.StartsWith("Orientation confidence:", StringComparison.Ordinal) && double.TryParse(line[23..], CultureInfo.InvariantCulture, out var sure) && sure < 1)
            {
                return null;
            }
        }

        return outcome.Code == 0 ? turn : null;
    }

    private ChildProgram.Outcome Run(Grey page, int dpi, IEnumerable<string> arguments, TimeSpan time)
    {
        var file = Path.Combine(folder, "recognise.pgm");
        using (var stream = File.Create(file))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{page.Width} {page.Height}\n255\n")));
            stream.Write(page.Pixels);
        }

        try
        {
            return ChildProgram.Run(options.Tesseract, [file, "stdout", "--dpi", Text(dpi), .. arguments], options.MemoryBytes, time);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Reads the words of Tesseract's table; a paragraph of its is a block of ours.</summary>
    private static List<Word> Parse(string table)
    {
        var words = new List<Word>();
        int line = -1, block = -1;
        (string, string, string) lastLine = default;
        (string, string) lastBlock = default;
        foreach (var row in table.Split('\n'))
        {
            if (row.Split('\t') is not ["5", _, var blockNumber, var paragraph, var lineNumber, _, var left, var top, var width, var height, var confidence, var text])
            {
                continue;
            }

            var clean = WordText.Clean(text);
            var sure = (byte)Math.Clamp(Math.Round(double.Parse(confidence, CultureInfo.InvariantCulture)), 0, 100);
            if (clean.Length == 0 || (sure < 50 && !clean.Any(char.IsLetterOrDigit)))
            {
                continue;
            }

            if (lastBlock != (blockNumber, paragraph))
            {
                (lastBlock, block) = ((blockNumber, paragraph), block + 1);
            }

            if (lastLine != (blockNumber, paragraph, lineNumber))
            {
                (lastLine, line) = ((blockNumber, paragraph, lineNumber), line + 1);
            }

            words.Add(new Word(clean, new Box(Number(left), Number(top), Number(width), Number(height)), sure, line, block));
        }

        return words;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string LastLine(string text) => text.Split('\n')[^1].Trim();
}

/// <summary>Words that were recognised, and why there may be none.</summary>
internal sealed record Recognition(IReadOnlyList<Word> Words, string? Problem)
{
    /// <summary>The mean confidence, each letter counting once; 0 where there are no words.</summary>
    public double Confidence
    {
        get
        {
            long sum = 0, count = 0;
            foreach (var word in Words)
            {
                sum += (long)word.Confidence.GetValueOrDefault() * word.Text.Length;
                count += word.Text.Length;
            }

            return count == 0 ? 0 : (double)sum / count;
        }
    }
}
