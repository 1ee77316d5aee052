using System.Text;

namespace Mandate.Archive.Search.Answering;

/// <summary>Cuts the part of a page out in which the hits stand densest.</summary>
internal static class Snippets
{
    /// <summary>The most words of a snippet.</summary>
    public const int Longest = 40;

    // A word longer than this is cut: recognition makes rules and frames into words.
    private const int LongestWord = 60;

    /// <summary>Makes a snippet; the page's beginning where nothing hits.</summary>
    /// <param name="words">The page's words.</param>
    /// <param name="hits">Ordinals of the hits, rising.</param>
    public static IReadOnlyList<SnippetPiece> Of(ReadOnlySpan<string> words, IReadOnlyList<int> hits)
    {
        var (start, end) = Window(words.Length, hits);
        var pieces = new List<SnippetPiece>();
        var text = new StringBuilder(start > 0 ? "… " : string.Empty);
        var isHit = false;
        var next = Lowest(hits, start);
        for (var i = start; i < end; i++)
        {
            var hit = next < hits.Count && hits[next] == i;
            next += hit ? 1 : 0;
            if (hit != isHit)
            {
                // A space between two hits belongs to the hit, any other to the text around.
                if (i > start && isHit)
                {
                    pieces.Add(new SnippetPiece(text.ToString(), true));
                    text.Clear().Append(' ');
                }
                else
                {
                    text.Append(i > start ? " " : string.Empty);
                    if (text.Length > 0)
                    {
                        pieces.Add(new SnippetPiece(text.ToString(), false));
                    }

                    text.Clear();
                }

                isHit = hit;
            }
            else if (i > start)
            {
                text.Append(' ');
            }

            var word = words[i];
            text.Append(word.Length > LongestWord ? word.AsSpan(0, LongestWord) : word);
        }

        if (end < words.Length)
        {
            if (isHit)
            {
                pieces.Add(new SnippetPiece(text.ToString(), true));
                text.Clear();
                isHit = false;
            }

            text.Append(" …");
        }

        if (text.Length > 0)
        {
            pieces.Add(new SnippetPiece(text.ToString(), isHit));
        }

        return pieces;
    }

    private static (int Start, int End) Window(int count, IReadOnlyList<int> hits)
    {
        var (best, first, last) = (0, 0, 0);
        for (int from = 0, to = 0; to < hits.Count; to++)
        {
            while (hits[to] - hits[from] >= Longest)
            {
                from++;
            }

            if (to - from + 1 > best)
            {
                (best, first, last) = (to - from + 1, hits[from], hits[to]);
            }
        }

        if (best == 0)
        {
            return (0, Math.Min(count, Longest));
        }

        // The words to spare stand around the hits, a few more before them than after the page's end would allow.
        var spare = Longest - (last - first + 1);
        var start = Math.Max(0, Math.Min(first - (spare / 2), count - Longest));
        return (start, Math.Min(count, start + Longest));
    }

    private static int Lowest(IReadOnlyList<int> hits, int start)
    {
        var next = 0;
        while (next < hits.Count && hits[next] < start)
        {
            next++;
        }

        return next;
    }
}
