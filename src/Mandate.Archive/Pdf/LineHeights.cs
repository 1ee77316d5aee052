namespace Mandate.Archive.Pdf;

/// <summary>How high the unseen words of a line are, and where they stand.</summary>
/// <param name="Height">Pixels; at least 1.</param>
/// <param name="Middle">Pixels from the top of the frame to the middle of the line; null where each word keeps its own.</param>
internal readonly record struct LineHeight(double Height, double? Middle);

/// <summary>Evens out the heights of the lines of a block.</summary>
/// <remarks>
/// Boxes of recognised words are as high as their ink: "on" is lower than "off", a line without long letters lower than
/// the next. Readers' programs put together what is of one height, and would part such lines from their block. So
/// words are as high as their line, and lines that differ no more than ink does as high as the highest of them.
/// </remarks>
internal static class LineHeights
{
    /// <summary>Above this many times the usual height of its words, a line is bent, or holds a stray mark.</summary>
    private const double Bent = 2.2;

    /// <summary>Up to this many times the usual height, a line is of the same print.</summary>
    private const double SamePrint = 1.4;

    /// <summary>Measures the lines of a block.</summary>
    /// <param name="lines">Words of each line; at least one each.</param>
    public static LineHeight[] Of(IReadOnlyList<ArraySegment<Word>> lines)
    {
        LineHeight[] measured = [.. lines.Select(line => Measure(line))];
        var usual = Usual(measured.Zip(lines, (height, line) => (height.Height, line.Sum(Letters))));
        if (usual is { } height)
        {
            var even = measured.Where(line => line.Height <= SamePrint * height).Max(line => line.Height);
            for (var k = 0; k < measured.Length; k++)
            {
                if (measured[k].Height <= even && (SamePrint * measured[k].Height >= even || lines[k].Sum(Letters) == 0))
                {
                    measured[k] = measured[k] with { Height = even };
                }
            }
        }

        return measured;
    }

    private static LineHeight Measure(ArraySegment<Word> line)
    {
        int top = line.Min(word => word.Box.Top), bottom = line.Max(word => word.Box.Bottom), tallest = Math.Max(1, line.Max(word => word.Box.Height));
        var usual = Usual(line.Select(word => ((double)word.Box.Height, Letters(word)))) ?? tallest;
        var height = Math.Max(1, bottom - top);
        return height <= Bent * usual ? new(height, (top + bottom) / 2.0) : new(Math.Min(tallest, Bent * usual), null);
    }

    private static int Letters(Word word) => word.Text.Count(char.IsLetterOrDigit);

    /// <summary>The median height, each letter or digit counting once; null where there is none.</summary>
    private static double? Usual(IEnumerable<(double Height, int Letters)> measured)
    {
        var heights = measured.Order().ToArray();
        var letters = heights.Sum(part => part.Letters);
        var seen = 0;
        foreach (var (height, count) in heights)
        {
            seen += count;
            if (count > 0 && 2 * seen >= letters)
            {
                return Math.Max(1, height);
            }
        }

        return null;
    }
}
