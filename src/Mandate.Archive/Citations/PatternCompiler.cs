using System.Text.RegularExpressions;

namespace Mandate.Archive.Citations;

/// <summary>Turns a pattern into a regular expression over folded text.</summary>
/// <remarks>
/// Every repetition has a small bound, so an attempt to read a citation at one place costs little
/// whatever the text is; a time limit stands behind that. (Expressions without backtracking were tried: each takes
/// a hundred times as long to make, and an archive has thousands.) What may stand between two pieces depends on the one before,
/// so behind the last piece that must be there goes a list of ways, one for each optional part taken or left.
/// </remarks>
/// <param name="strict">Whether the text is a page and not a citation alone: words all in capitals then need their capitals, and two numbers their comma.</param>
internal sealed class PatternCompiler(bool strict)
{
    /// <summary>Group of the subsections after a section's number.</summary>
    public const string Chain = "chain";

    /// <summary>The longest time one expression may take over one text.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const string PageWord = @"(?i:at|pp?|pages?|стр|сс?|бб?)\.? {0,3}";
    private const string Chained = @"(?<" + Chain + @">(?: ?\((?:[0-9]{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,2}|[ivx]{1,5}|[а-я]{1,2})\)){1,6})?";

    private enum Kind
    {
        Start,
        Word,

        /// <summary>A word in capitals right before a number.</summary>
        Glued,
        Slot,
        Mark,
    }

    private bool hasPlainWord;

    /// <summary>The expression for a pattern without faults.</summary>
    public Regex Compile(IReadOnlyList<PatternNode> nodes)
    {
        hasPlainWord = nodes.Any(node => node is PatternNode.Word word && PatternWords.Of(word.Letters) is null);
        var (done, ways) = Through(nodes, [new Way("", Kind.Start, default)]);
        var body = done + Either(ways.Select(way => way.Expression + (way.Last is Kind.Word ? @"\b" : "")));
        return new Regex(strict ? body : @"\A" + body + @"\z", RegexOptions.CultureInvariant, Longest);
    }

    /// <summary>Goes through pieces: the expression up to the last one that must be there, and the ways from it on.</summary>
    private (string Done, List<Way> Ways) Through(IReadOnlyList<PatternNode> nodes, List<Way> ways)
    {
        var done = "";
        for (var i = 0; i < nodes.Count; i++)
        {
            switch (nodes[i])
            {
                case PatternNode.Gap gap:
                    ways = [.. ways.Select(way => way with { Gap = way.Gap.With(gap.Letter) })];
                    break;
                case PatternNode.Option option:
                    ways = Taken(ways, way => Inside(option, way));
                    break;
                case PatternNode.Word word when hasPlainWord && PatternWords.Of(word.Letters) == PatternWords.Section:
                    ways = Taken(ways, way => [new Way(Step([way], Kind.Word, Word(word.Letters, false)), Kind.Word, default)]);
                    break;
                case PatternNode.Word word:
                    var glued = IsExact(word.Letters) && i + 1 < nodes.Count && nodes[i + 1] is PatternNode.Slot;
                    Must(glued ? Kind.Glued : Kind.Word, Word(word.Letters, glued), isLetter: char.IsLetterOrDigit(word.Letters[0]));
                    break;
                case PatternNode.Slot slot:
                    Must(Kind.Slot, Slot(slot.Name, AtEnd(nodes, i)), slot.Name is "page" or "pin");
                    break;
                case PatternNode.Mark mark:
                    Must(Kind.Mark, Mark(mark.Letter, i + 1 < nodes.Count && nodes[i + 1] is PatternNode.Slot { Name: "year" }));
                    break;
                default:
                    throw new InvalidOperationException($"Bug in {nameof(PatternCompiler)}: it has no rule for {nodes[i]}.");
            }
        }

        return (done, ways);

        void Must(Kind kind, string expression, bool page = false, bool isLetter = true)
        {
            done += Step(ways, kind, expression, page, isLetter);
            ways = [new Way("", kind, default)];
        }
    }

    private List<Way> Inside(PatternNode.Option option, Way before)
    {
        var (done, ways) = Through(option.Inside, [before]);
        return [.. ways.Select(way => way with { Expression = done + way.Expression })];
    }

    /// <summary>Each way with an optional part and without it; ways that end alike become one, so that the expression does not double with each part.</summary>
    private static List<Way> Taken(List<Way> ways, Func<Way, List<Way>> part) =>
        Alike(ways.SelectMany(way => Alike([.. part(way with { Expression = "" }), way with { Expression = "" }]).Select(end => end with { Expression = way.Expression + end.Expression })));

    private static List<Way> Alike(IEnumerable<Way> ways) =>
        [.. ways.GroupBy(way => (way.Last, way.Gap)).Select(ends => new Way(Either(ends.Select(end => end.Expression)), ends.Key.Last, ends.Key.Gap))];

    /// <summary>The next piece, behind whichever way led to it.</summary>
    private string Step(List<Way> ways, Kind kind, string expression, bool page = false, bool isLetter = true) =>
        Either(ways.Select(way => way.Expression + Between(way, kind, page, isLetter))) + expression;

    private static string Either(IEnumerable<string> alternatives) => alternatives.Distinct().ToArray() is [var only] ? only : "(?:" + string.Join('|', alternatives.Distinct()) + ")";

    /// <summary>What may stand between the last piece of a way and the next one.</summary>
    private string Between(Way way, Kind next, bool page, bool isLetter)
    {
        var pageWord = page ? "(?:" + PageWord + ")?" : "";
        switch (way.Last, next)
        {
            case (Kind.Start, _):
                return next is Kind.Mark || !isLetter ? "" : @"\b";
            case (Kind.Slot, Kind.Slot) when way.Gap.Comma || !way.Gap.Space:
                // Between two numbers something must stand, or 1245 would be volume 124, page 5.
                var stop = page ? $" {{0,3}}[,:] {{0,3}}{pageWord}| {{0,3}}\\.? {{0,3}}{PageWord}" : " {0,3}[,;:.] {0,3}";
                return "(?:" + stop + (strict ? ")" : "| {1,4})");
            case (Kind.Slot, Kind.Slot):
                return " {1,4}" + pageWord;
            case (Kind.Glued, _):
                return "-?" + pageWord;
            case (Kind.Word, Kind.Slot):
                return (way.Gap == default ? " {0,2}-?" : @"\.? {0,3}[,:]? {0,3}") + pageWord;
            case (Kind.Word, Kind.Word or Kind.Mark):
                return @"\.? {0,3}" + (way.Gap.Comma ? "[,;:]? {0,3}" : "");
            default:
                return " {0,3}" + (way.Gap.Comma ? "[,.;:]? {0,3}" : way.Gap.Stop ? @"\.? {0,3}" : "") + pageWord;
        }
    }

    /// <summary>Whether a word needs its capitals.</summary>
    private bool IsExact(string letters) => strict && PatternWords.Of(letters) is null && letters.Any(char.IsUpper) && !letters.Any(char.IsLower);

    private string Word(string letters, bool glued)
    {
        if (PatternWords.Of(letters) is { } group)
        {
            return $"(?i:{group.Expression})";
        }

        var spelt = letters.Length <= 5 && letters.All(char.IsUpper) ? string.Join(@"(?:\. ?)?", letters.Select(Escaped)) : string.Concat(letters.Select(Escaped));
        if (!IsExact(letters))
        {
            return $"(?i:{spelt})";
        }

        // "in 1995" is no report, but in11581 without a space is.
        return glued ? $"(?:{spelt} {{0,2}}|(?i:{spelt}))" : spelt;
    }

    private string Slot(string name, bool atEnd)
    {
        var edge = atEnd ? @"\b" : "";
        var roman = strict ? "[IVXLC]{1,8}" : "(?i:[ivxlc]{1,8})";
        return name switch
        {
            "volume" or "issue" => $"(?<{name}>[0-9]{{1,4}}(?:[-/][0-9]{{1,4}})?){edge}",
            "page" or "pin" => $"(?<{name}>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,2}}|(?:{(strict ? "[A-Z]" : "[A-Za-z]")}-?)?[0-9]{{1,7}}|{(strict ? "[ivxlc]{2,10}|[ivx]" : "(?i:[ivxlc]{1,10})")}){edge}(?:-(?:[0-9]{{1,7}}|бб?|бет\\p{{L}}{{0,6}}){edge})?",
            "number" => $"(?<number>[0-9]{{1,9}}(?:[-/]{(strict ? @"(?:[0-9]{1,8}\p{Lu}{0,3}|\p{Lu}{1,5})" : @"[0-9\p{L}]{1,8}")}){{0,3}}){edge}",
            "section" or "article" => $@"(?<{name}>[0-9]{{1,6}}[A-Za-zа-я]{{0,2}}(?:[-.][0-9]{{1,6}}[A-Za-z]{{0,2}}){{0,4}}|{roman})\b{Chained}",
            "item" => $@"(?<item>(?: ?\([0-9A-Za-zа-я]{{1,5}}\)){{1,6}}|[0-9]{{1,4}}(?:[-.][0-9]{{1,3}})?[a-zа-я]?{edge})",
            "year" => $"(?<year>[0-9]{{4}}){edge}",
            _ => throw new InvalidOperationException($"Bug in {nameof(PatternCompiler)}: it has no rule for {{{name}}}."),
        };
    }

    // (2021), but also (Jan. 22, 2021) and (Constitutional Council 2021).
    private static string Mark(char letter, bool beforeYear) => letter switch
    {
        '-' => "-?",
        '(' when beforeYear => @"\( {0,2}(?:[\p{L}0-9., ]{1,40} )?",
        _ => Escaped(letter),
    };

    private static bool AtEnd(IReadOnlyList<PatternNode> nodes, int index) => nodes.Skip(index + 1).All(node => node is PatternNode.Gap or PatternNode.Option);

    private static string Escaped(char letter) => letter is '-' or ']' or '}' ? "\\" + letter : Regex.Escape(letter.ToString());

    private readonly record struct Gaps(bool Space, bool Stop, bool Comma)
    {
        public Gaps With(char letter) => letter switch { ' ' => this with { Space = true }, '.' => this with { Stop = true }, _ => this with { Comma = true } };
    }

    private sealed record Way(string Expression, Kind Last, Gaps Gap);
}
