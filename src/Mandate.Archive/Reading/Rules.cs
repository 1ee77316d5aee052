namespace Mandate.Archive.Reading;

/// <summary>Takes the ruled lines of tables out of a page before its words are recognised, which would else be read as dashes and spoil digits beside them.</summary>
internal static class Rules
{
    /// <summary>Rules are at most this thick, in inches.</summary>
    private const double Thickest = 0.035;

    /// <summary>Rules are at least this long, in inches: longer than any stroke of a letter.</summary>
    private const double Shortest = 0.75;

    /// <summary>Whitens ruled lines on a black-and-white page that stands straight.</summary>
    /// <returns>How many pixels became white.</returns>
    public static int Remove(Grey page, int dpi)
    {
        var (shortest, thickest) = ((int)(Shortest * dpi), Math.Max(2, (int)(Thickest * dpi)));
        var marked = new bool[page.Pixels.Length];
        Mark(page.Pixels, marked, page.Height, page.Width, page.Width, 1, shortest);
        Mark(page.Pixels, marked, page.Width, page.Height, 1, page.Width, shortest);
        return Whiten(page, marked, thickest);
    }

    /// <summary>Marks runs of ink along lines, over gaps of two pixels, that are long enough.</summary>
    private static void Mark(byte[] pixels, bool[] marked, int lines, int length, int lineStep, int step, int shortest)
    {
        unchecked
        {
            for (var line = 0; line < lines; line++)
            {
                int start = -1, last = -1;
                for (int at = 0, place = line * lineStep; at < length; at++, place += step)
                {
                    if (pixels[place] != 0)
                    {
                        continue;
                    }

                    if (start < 0 || at - last > 3)
                    {
                        MarkRun(marked, start, last, line * lineStep, step, shortest);
                        start = at;
                    }

                    last = at;
                }

                MarkRun(marked, start, last, line * lineStep, step, shortest);
            }
        }
    }

    private static void MarkRun(bool[] marked, int start, int last, int origin, int step, int shortest)
    {
        if (start < 0 || last - start + 1 < shortest)
        {
            return;
        }

        for (var at = start; at <= last; at++)
        {
            marked[origin + at * step] = true;
        }
    }

    /// <summary>Whitens marked pixels where the marks are thin, with a pixel of ragged edge; a thick black area stays.</summary>
    private static int Whiten(Grey page, bool[] marked, int thickest)
    {
        var (pixels, width, height) = (page.Pixels, page.Width, page.Height);
        var removed = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var place = y * width + x;
                if (!marked[place] || (Extent(marked, place, y, height, width, thickest) > thickest && Extent(marked, place, x, width, 1, thickest) > thickest))
                {
                    continue;
                }

                removed += Clear(pixels, place) + (y > 0 ? Clear(pixels, place - width) : 0) + (y + 1 < height ? Clear(pixels, place + width) : 0);
            }
        }

        return removed;
    }

    private static int Clear(byte[] pixels, int place)
    {
        var ink = pixels[place] == 0;
        pixels[place] = 255;
        return ink ? 1 : 0;
    }

    /// <summary>How many marked pixels stand together across a place, counted no further than matters.</summary>
    private static int Extent(bool[] marked, int place, int at, int end, int step, int enough)
    {
        var count = 1;
        for (int near = at - 1, there = place - step; near >= 0 && marked[there] && count <= enough; near--, there -= step)
        {
            count++;
        }

        for (int near = at + 1, there = place + step; near < end && marked[there] && count <= enough; near++, there += step)
        {
            count++;
        }

        return count;
    }
}
