using System.Text;
using Mandate.Archive;

namespace Mandate.Web;

/// <summary>A paragraph of a page's text: a block of the page, in runs of words that look alike.</summary>
/// <param name="Runs">The runs, in order.</param>
public sealed record Prose(IReadOnlyList<ProseRun> Runs)
{
    /// <summary>Below this confidence a word is marked as unsure.</summary>
    public const int Sure = 60;

    /// <summary>The words as one text, in which citations are looked for: a space between words, an empty line between blocks.</summary>
    public static string Plain(PageText text) => Lay(text).Plain;

    /// <summary>Sets a page's words in paragraphs.</summary>
    /// <param name="text">The words.</param>
    /// <param name="hits">Ordinals of words that were looked for.</param>
    /// <param name="links">Stretches of <see cref="Plain"/> that lead to a page, and its path; a path of null marks nothing.</param>
    internal static IReadOnlyList<Prose> Of(PageText text, IReadOnlySet<int> hits, IReadOnlyList<(int Start, int Length, string? Path)> links)
    {
        var starts = Lay(text).Starts;
        var rows = Rows(text);
        var paragraphs = new List<Prose>();
        var runs = new List<ProseRun>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            if (i > 0 && word.Block != text.Words[i - 1].Block)
            {
                paragraphs.Add(new Prose(runs));
                runs = [];
            }

            var path = links.FirstOrDefault(l => starts[i] < l.Start + l.Length && starts[i] + word.Text.Length > l.Start).Path;
            var join = runs.Count == 0 ? ProseJoin.None
                : word.Line != text.Words[i - 1].Line && (rows.Contains(word.Line) || rows.Contains(text.Words[i - 1].Line)) ? ProseJoin.Row
                : IsWide(text.Words[i - 1], word) ? ProseJoin.Cell : ProseJoin.Space;
            var run = new ProseRun(word.Text, join, hits.Contains(i), word.Confidence is < Sure ? word.Confidence : null, path);
            if (join == ProseJoin.Space && runs[^1].LooksLike(run))
            {
                runs[^1] = runs[^1] with { Text = $"{runs[^1].Text} {word.Text}" };
            }
            else
            {
                runs.Add(run);
            }
        }

        if (runs.Count > 0)
        {
            paragraphs.Add(new Prose(runs));
        }

        return paragraphs;
    }

    /// <summary>Lines that are rows of a table: with a gap between two words that no space makes.</summary>
    private static HashSet<int> Rows(PageText text) =>
        [.. text.Words.Skip(1).Where((word, i) => IsWide(text.Words[i], word)).Select(word => word.Line)];

    private static bool IsWide(Word before, Word word) =>
        word.Line == before.Line && word.Block == before.Block && word.Box.Left - before.Box.Right > 3 * Math.Max(before.Box.Height, word.Box.Height);

    private static (string Plain, int[] Starts) Lay(PageText text)
    {
        var plain = new StringBuilder();
        var starts = new int[text.Words.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            if (i > 0)
            {
                plain.Append(text.Words[i].Block != text.Words[i - 1].Block ? "\n\n" : " ");
            }

            starts[i] = plain.Length;
            plain.Append(text.Words[i].Text);
        }

        return (plain.ToString(), starts);
    }
}

/// <summary>Words of a paragraph that look alike.</summary>
/// <param name="Text">The words, a space between them.</param>
/// <param name="Join">What parts them from the run before.</param>
/// <param name="IsHit">Whether they were looked for.</param>
/// <param name="Unsure">The confidence of an unsure word, 0 to 59; null where the words are sure.</param>
/// <param name="Path">The path of the page they cite; null where they cite none.</param>
public sealed record ProseRun(string Text, ProseJoin Join, bool IsHit, int? Unsure, string? Path)
{
    /// <summary>Whether another run can be joined to this one.</summary>
    internal bool LooksLike(ProseRun other) => IsHit == other.IsHit && Unsure == other.Unsure && Path == other.Path;
}

/// <summary>What parts a run from the one before.</summary>
public enum ProseJoin
{
    /// <summary>Nothing: it is the first of its paragraph.</summary>
    None,

    /// <summary>A space.</summary>
    Space,

    /// <summary>The gap between two cells of a table's row.</summary>
    Cell,

    /// <summary>The end of a table's row.</summary>
    Row,
}
