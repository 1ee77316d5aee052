namespace Mandate.Archive.Reading;

/// <summary>Puts the words of a digital page into the order of reading, by cutting the page along its white.</summary>
/// <remarks>
/// G. Nagy, S. Seth, Hierarchical representation of optically scanned documents (1984): a piece is cut along a gutter
/// into columns, else across its widest gap, until neither is left. A gutter between the columns of a table is not cut:
/// a row of figures is read as a row.
/// </remarks>
internal static class ReadingOrder
{
    private const int MaxDepth = 40;

    /// <summary>Gives the words with their lines and blocks.</summary>
    public static IReadOnlyList<Word> Of(IReadOnlyList<PlacedWord> words)
    {
        var ordered = new List<Word>(words.Count);
        int line = 0, block = 0;
        Cut([.. words], 0, piece =>
        {
            var lines = Lines(piece);
            foreach (var row in lines)
            {
                ordered.AddRange(row.Select(word => new Word(word.Text, word.Box, null, line, block)));
                line++;
            }

            block += lines.Count > 0 ? 1 : 0;
        });
        return ordered;
    }

    private static void Cut(List<PlacedWord> words, int depth, Action<List<PlacedWord>> leaf)
    {
        if (words.Count > 1 && depth < MaxDepth)
        {
            var size = Median(words.Select(word => word.Size));
            if (Gutter(words, size) is { } gutter)
            {
                Cut(words.FindAll(word => word.Box.Left + word.Box.Width / 2 < gutter), depth + 1, leaf);
                Cut(words.FindAll(word => word.Box.Left + word.Box.Width / 2 >= gutter), depth + 1, leaf);
                return;
            }

            if (Gap(words.Select(word => (word.Box.Top, word.Box.Bottom)), 0.75 * size) is { } gap)
            {
                Cut(words.FindAll(word => word.Box.Top < gap), depth + 1, leaf);
                Cut(words.FindAll(word => word.Box.Top >= gap), depth + 1, leaf);
                return;
            }
        }

        leaf(words);
    }

    /// <summary>The middle of a gutter with running text on both sides; null where there is none.</summary>
    private static int? Gutter(List<PlacedWord> words, double size)
    {
        if (Gap(words.Select(word => (word.Box.Left, word.Box.Right)), size) is not { } middle)
        {
            return null;
        }

        return IsColumn(words.FindAll(word => word.Box.Left < middle)) && IsColumn(words.FindAll(word => word.Box.Left >= middle)) ? middle : null;
    }

    /// <summary>Whether words are a column of text: three lines or more, most of them filling most of the width.</summary>
    private static bool IsColumn(List<PlacedWord> words)
    {
        var lines = Lines(words);
        int left = words.Min(word => word.Box.Left), width = words.Max(word => word.Box.Right) - left;
        return lines.Count >= 3 && words.Count >= 3 * lines.Count && Median(lines.Select(row => (double)row.Sum(word => word.Box.Width))) > 0.5 * width;
    }

    /// <summary>The middle of the widest gap between intervals that is wide enough; null where there is none.</summary>
    private static int? Gap(IEnumerable<(int From, int To)> intervals, double enough)
    {
        int? best = null;
        var widest = enough;
        var end = int.MinValue;
        foreach (var (from, to) in intervals.OrderBy(interval => interval.From))
        {
            if (end != int.MinValue && from - end > widest)
            {
                (best, widest) = (end + (from - end + 1) / 2, from - end);
            }

            end = Math.Max(end, to);
        }

        return best;
    }

    /// <summary>Lines from top to bottom: words whose base lines lie close together, from left to right.</summary>
    private static List<List<PlacedWord>> Lines(List<PlacedWord> words)
    {
        var lines = new List<List<PlacedWord>>();
        foreach (var word in words.OrderBy(word => word.Baseline).ThenBy(word => word.Box.Left))
        {
            if (lines.Count > 0 && lines[^1][0] is var first && word.Baseline - first.Baseline < 0.4 * Math.Min(Math.Max(first.Size, word.Size), 4 * Math.Min(first.Size, word.Size)))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return [.. lines.Select(row => row.OrderBy(word => word.Box.Left).ToList())];
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
