using System.Globalization;

namespace Mandate.Electoral;

/// <summary>A sum and difference of numbers and tables, such as <c>349 - fixed(not national)</c> or <c>kept + levelling</c>.</summary>
/// <param name="Terms">The terms in order.</param>
/// <remarks>
/// As a count, a table stands for the sum of its rows in the area at hand, and <c>seats</c> for the seats the area elects. As
/// a table, rows are added list by list. A table of another tier is written with the tier's id before it: <c>direct.seats</c>.
/// </remarks>
public sealed record TermSum(IReadOnlyList<Term> Terms)
{
    /// <summary>The word for the seats the area at hand elects.</summary>
    public const string AreaSeats = "seats";

    /// <summary>Gets the names of all tables read, sets among them.</summary>
    public IEnumerable<string> Names => Terms.SelectMany(t => new[] { t.Name, t.Set }).OfType<string>();

    /// <summary>Reads terms joined by + and −.</summary>
    /// <returns>Null where <paramref name="text"/> is no such sum.</returns>
    public static TermSum? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<Term>();
        var sign = 1;
        var wanted = true;
        foreach (var word in Words(text))
        {
            if (word is "+" or "-")
            {
                if (wanted)
                {
                    return null;
                }

                (sign, wanted) = (word == "+" ? 1 : -1, true);
            }
            else if (!wanted || Term(sign, word) is not { } term)
            {
                return null;
            }
            else
            {
                terms.Add(term);
                wanted = false;
            }
        }

        return wanted ? null : new TermSum(terms);
    }

    /// <summary>Writes the sum as it is read.</summary>
    public override string ToString() =>
        string.Concat(Terms.Select((t, i) => (i == 0 ? string.Empty : t.Sign > 0 ? " + " : " - ") + t));

    /// <summary>Whether a word names a table: letters, digits and hyphens, perhaps after a tier's id and a point.</summary>
    public static bool IsName(string word) =>
        word is { Length: > 0 and <= 64 } && char.IsAsciiLetterLower(word[0]) && word.Split('.') is { Length: <= 2 } parts
        && parts.All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'));

    private static IEnumerable<string> Words(string text)
    {
        // "not" and a space stand only inside brackets, so that words part at spaces outside them.
        var depth = 0;
        var word = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ' ' && depth == 0)
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }
            else
            {
                word.Append(c);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static Term? Term(int sign, string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Term(sign, number, null, null, false);
        }

        var open = word.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return IsName(word) ? new Term(sign, 0, word, null, false) : null;
        }

        var inside = word.EndsWith(')') ? word[(open + 1)..^1].Trim() : string.Empty;
        var not = inside.StartsWith("not ", StringComparison.Ordinal);
        var set = not ? inside[4..].Trim() : inside;
        return IsName(word[..open]) && IsName(set) ? new Term(sign, 0, word[..open], set, not) : null;
    }
}

/// <summary>A number or a table in a sum.</summary>
/// <param name="Sign">+1 or −1.</param>
/// <param name="Number">The number, where <paramref name="Name"/> is null.</param>
/// <param name="Name">The table's name, or null.</param>
/// <param name="Set">Only rows of lists in this table count; null counts all.</param>
/// <param name="Not">Turns <paramref name="Set"/> round: rows of lists outside it.</param>
public sealed record Term(int Sign, int Number, string? Name, string? Set, bool Not)
{
    /// <summary>Writes the term without its sign.</summary>
    public override string ToString() => Name is null
        ? Number.ToString(CultureInfo.InvariantCulture)
        : Set is null ? Name : $"{Name}({(Not ? "not " : string.Empty)}{Set})";
}
