namespace Mandate.Archive.Reading;

/// <summary>What the lines of a page say about how it lies.</summary>
/// <param name="Degrees">How far the lines fall to the right, clockwise positive, from −5 to 5; 0 where nothing can be told.</param>
/// <param name="Sideways">Whether the lines look to run from top to bottom.</param>
internal readonly record struct Lie(double Degrees, bool Sideways);

/// <summary>Finds how far a page lies turned, by the sharpness of its lines' profile.</summary>
/// <remarks>
/// H. S. Baird, The skew angle of printed documents (1987): at the right angle the ink counted along lines changes most
/// from line to line. Only the lower edges of ink are counted, which base lines have in common.
/// </remarks>
internal static class Skew
{
    private const double Widest = 5;
    private const int Fewest = 200;

    /// <summary>Measures a black-and-white page of about 100 to 150 pixels an inch.</summary>
    public static Lie Measure(Grey page)
    {
        var down = Edges(page, page.Width);
        if (down.Count < Fewest)
        {
            return default;
        }

        var (angle, score, mean) = Search(down, page.Width, page.Height);
        var across = Edges(page, 1).ConvertAll(edge => (edge.Y, edge.X));
        var (_, sideScore, sideMean) = Search(across, page.Height, page.Width);
        // A sharp peak stands well above the mean of all angles; without one the page shows no lines.
        // The best angle at the very end of those tried is the slope of something else.
        var clear = score > 1.15 * mean && Math.Abs(angle) < Widest - 0.1;
        return new Lie(clear ? angle : 0, sideScore / sideMean > 1.1 * (score / mean) && sideScore > 1.15 * sideMean);
    }

    /// <summary>Places of ink with paper after it in a direction; the rim does not count.</summary>
    private static List<(int X, int Y)> Edges(Grey page, int step)
    {
        var edges = new List<(int X, int Y)>();
        for (var y = 1; y < page.Height - 1; y++)
        {
            for (var x = 1; x < page.Width - 1; x++)
            {
                var at = y * page.Width + x;
                if (page.Pixels[at] == 0 && page.Pixels[at + step] != 0)
                {
                    edges.Add((x, y));
                }
            }
        }

        return edges;
    }

    private static (double Angle, double Score, double Mean) Search(List<(int X, int Y)> edges, int width, int height)
    {
        var counts = new int[height + 2 * (int)(width * 0.09) + 4];
        double best = 0, bestScore = -1, sum = 0;
        var tried = 0;
        for (var angle = -Widest; angle <= Widest + 1e-9; angle += 0.25)
        {
            var score = Score(edges, counts, angle, width);
            (sum, tried) = (sum + score, tried + 1);
            if (score > bestScore)
            {
                (best, bestScore) = (angle, score);
            }
        }

        var middle = best;
        for (var angle = Math.Max(-Widest, middle - 0.25); angle <= Math.Min(Widest, middle + 0.25) + 1e-9; angle += 0.05)
        {
            var score = Score(edges, counts, angle, width);
            if (score > bestScore)
            {
                (best, bestScore) = (angle, score);
            }
        }

        return (Math.Round(best, 2), bestScore, sum / tried);
    }

    /// <summary>The sum of squares of edges counted along lines at an angle: greatest where they fall on few lines.</summary>
    private static double Score(List<(int X, int Y)> edges, int[] counts, double degrees, int width)
    {
        Array.Clear(counts);
        var slope = (int)Math.Round(Math.Tan(degrees * Math.PI / 180) * 65536);
        var origin = counts.Length / 2;
        var middle = width / 2;
        unchecked
        {
            var half = (counts.Length - 2 * (int)(width * 0.09) - 4) / 2;
            foreach (var (x, y) in edges)
            {
                counts[y - half + origin - (((x - middle) * slope) >> 16)]++;
            }

            var sum = 0.0;
            foreach (var count in counts)
            {
                sum += (double)count * count;
            }

            return sum;
        }
    }
}
