using System.Globalization;
using System.Text;

namespace Mandate.Archive.Citations;

/// <summary>A piece of a pattern.</summary>
internal abstract record PatternNode
{
    /// <summary>A word: letters, digits, § or №.</summary>
    public sealed record Word(string Letters) : PatternNode;

    /// <summary>What changes: <c>{volume}</c>.</summary>
    public sealed record Slot(string Name) : PatternNode;

    /// <summary>What may be missing.</summary>
    public sealed record Option(IReadOnlyList<PatternNode> Inside) : PatternNode;

    /// <summary>A space, full stop or comma, none of which is insisted on.</summary>
    public sealed record Gap(char Letter) : PatternNode;

    /// <summary>Any other letter.</summary>
    public sealed record Mark(char Letter) : PatternNode;
}

/// <summary>Reads patterns and finds what is wrong with them.</summary>
internal sealed class PatternReader
{
    /// <summary>The names braces may hold.</summary>
    public static readonly string[] Names = ["volume", "issue", "page", "pin", "number", "section", "article", "item", "year"];

    private const int Longest = 200;
    private const int Deepest = 3;
    private const int MostOptions = 8;

    private readonly CitationPattern pattern;
    private readonly List<PatternFault> faults = [];
    private readonly HashSet<string> seen = [];
    private int at;
    private int options;

    private PatternReader(CitationPattern pattern) => this.pattern = pattern;

    private string Text => pattern.Pattern;

    /// <summary>Reads a pattern.</summary>
    /// <returns>Its pieces, to be used only where there is no fault.</returns>
    public static (IReadOnlyList<PatternNode> Nodes, IReadOnlyList<PatternFault> Faults) Read(CitationPattern pattern)
    {
        var reader = new PatternReader(pattern);
        if (pattern.Pattern.Length > Longest)
        {
            reader.Fault(Longest, string.Create(CultureInfo.InvariantCulture, $"found {pattern.Pattern.Length} letters; expected at most {Longest}. Split it into several patterns."));
            return ([], reader.faults);
        }

        var nodes = reader.Nodes(0);
        if (reader.faults.Count == 0 && !nodes.Any(node => node is PatternNode.Word))
        {
            reader.Fault(0, "found no word outside square brackets; expected one, such as the title's abbreviation, since any number would fit without it.");
        }

        if (reader.faults.Count == 0 && reader.seen.Count == 0)
        {
            reader.Fault(0, "found no braces; expected what changes from citation to citation, such as {page}.");
        }

        return (nodes, reader.faults);
    }

    private List<PatternNode> Nodes(int depth)
    {
        var nodes = new List<PatternNode>();
        while (at < Text.Length)
        {
            var letter = Text[at];
            switch (letter)
            {
                case '{':
                    Slot(nodes);
                    break;
                case '[':
                    Option(nodes, depth);
                    break;
                case ']' when depth > 0:
                    return nodes;
                case ']' or '}':
                    Fault(at++, $"found '{letter}' that nothing opens; write \\{letter} if the letter itself is meant.");
                    break;
                case '\\' when at + 1 == Text.Length:
                    Fault(at++, "found a backslash at the end; expected the letter it makes ordinary.");
                    break;
                case '\\':
                    nodes.Add(Text[at + 1] == ' ' ? new PatternNode.Gap(' ') : new PatternNode.Mark(Text[at + 1]));
                    at += 2;
                    break;
                case '.' or ',':
                    nodes.Add(new PatternNode.Gap(letter));
                    at++;
                    break;
                default:
                    Plain(nodes, CitationFold.Letter(letter));
                    break;
            }
        }

        return nodes;
    }

    private void Plain(List<PatternNode> nodes, char letter)
    {
        if (letter == ' ')
        {
            nodes.Add(new PatternNode.Gap(' '));
            at++;
        }
        else if (letter is '§' or '№')
        {
            // §§ is one word.
            nodes.Add(new PatternNode.Word(letter.ToString()));
            while (at < Text.Length && Text[at] == letter)
            {
                at++;
            }
        }
        else if (char.IsLetterOrDigit(letter))
        {
            var word = new StringBuilder();
            while (at < Text.Length && char.IsLetterOrDigit(Text[at]) && char.IsDigit(Text[at]) == char.IsDigit(letter))
            {
                word.Append(CitationFold.Letter(Text[at++]));
            }

            nodes.Add(new PatternNode.Word(word.ToString()));
        }
        else if (char.IsControl(letter) || char.IsSurrogate(letter))
        {
            Fault(at++, FormattableString.Invariant($"found the letter U+{(int)letter:X4}; expected letters, digits and marks that can be printed."));
        }
        else
        {
            nodes.Add(new PatternNode.Mark(letter));
            at++;
        }
    }

    private void Slot(List<PatternNode> nodes)
    {
        var start = at;
        var end = Text.IndexOf('}', at);
        if (end < 0)
        {
            Fault(start, "found '{' without its '}'.");
            at = Text.Length;
            return;
        }

        var name = Text[(at + 1)..end];
        at = end + 1;
        if (!Names.Contains(name))
        {
            Fault(start, $"found {{{name}}}; expected one of {string.Join(", ", Names)}.");
        }
        else if (!seen.Add(name))
        {
            Fault(start, $"found {{{name}}} a second time; expected each once.");
        }

        if (nodes is [.., PatternNode.Slot])
        {
            Fault(start, $"found {{{name}}} right after other braces; expected something between the two, at least a space.");
        }

        nodes.Add(new PatternNode.Slot(name));
    }

    private void Option(List<PatternNode> nodes, int depth)
    {
        var start = at++;
        if (depth == Deepest || ++options > MostOptions)
        {
            Fault(start, $"found too many square brackets; expected at most {MostOptions}, and at most {Deepest} inside each other.");
            at = Text.Length;
            return;
        }

        var inside = Nodes(depth + 1);
        if (at >= Text.Length)
        {
            Fault(start, "found '[' without its ']'.");
            return;
        }

        at++;
        if (!inside.Any(node => node is not PatternNode.Gap))
        {
            Fault(start, "found nothing inside square brackets; expected what may be missing.");
        }

        nodes.Add(new PatternNode.Option(inside));
    }

    private void Fault(int index, string message) => faults.Add(new PatternFault(pattern.TitleId, pattern.Id, index + 1, message));
}
