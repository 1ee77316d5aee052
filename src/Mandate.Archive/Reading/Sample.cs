namespace Mandate.Archive.Reading;

/// <summary>Picks a few lines of a page from which its language can be told.</summary>
internal static class Sample
{
    private const double Width = 3.5;
    private const double Height = 0.45;

    /// <summary>A piece of at most 3.5 × 0.45 inches where ink and paper change most often, cut between lines where that can be.</summary>
    public static Grey Of(Grey page, int dpi)
    {
        var (width, height) = (Math.Min(page.Width, (int)(Width * dpi)), Math.Min(page.Height, (int)(Height * dpi)));
        var left = Best(Changes(page, page.Width, 0, page.Width, columns: true), width);
        var rows = Changes(page, page.Height, left, width, columns: false);
        var top = Best(rows, height);
        var search = Math.Min(top, height / 3);
        for (var at = top; at >= top - search; at--)
        {
            if (rows[at] < rows[top])
            {
                top = at;
            }
        }

        var piece = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            page.Pixels.AsSpan((top + y) * page.Width + left, width).CopyTo(piece.AsSpan(y * width));
        }

        return new Grey(piece, width, height);
    }

    /// <summary>How often ink and paper change along each row, or how many of those changes fall in each column.</summary>
    private static int[] Changes(Grey page, int count, int left, int width, bool columns)
    {
        var changes = new int[count];
        for (var y = 0; y < page.Height; y++)
        {
            var row = page.Pixels.AsSpan(y * page.Width + left, width);
            for (var x = 1; x < row.Length; x++)
            {
                if (row[x] != row[x - 1])
                {
                    changes[columns ? x : y]++;
                }
            }
        }

        return changes;
    }

    /// <summary>Where the window of a length with most changes begins.</summary>
    private static int Best(int[] changes, int length)
    {
        long sum = 0, most = -1;
        var best = 0;
        for (var at = 0; at < changes.Length; at++)
        {
            sum += changes[at] - (at >= length ? changes[at - length] : 0);
            if (at >= length - 1 && sum > most)
            {
                (most, best) = (sum, at - length + 1);
            }
        }

        return best;
    }
}
