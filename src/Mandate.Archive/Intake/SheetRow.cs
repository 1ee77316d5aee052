using System.Globalization;
using System.Text.RegularExpressions;

namespace Mandate.Archive.Intake;

/// <summary>A row of a table; each way of reading a cell notes a fault where the cell is not of that kind, and then gives null.</summary>
internal sealed partial class SheetRow(ArchiveFaults faults, string shown, int line, string[] columns, string[] fields)
{
    /// <summary>The most letters of a cell of text.</summary>
    public const int MostText = 4_000;

    /// <summary>The most entries of a cell that lists some.</summary>
    public const int MostEntries = 500;

    /// <summary>Gets the line it begins on, 1 for the header.</summary>
    public int Line => line;

    /// <summary>A cell without the spaces around it; null where it is blank or there is no such column.</summary>
    public string? this[string column] => Array.IndexOf(columns, column) is >= 0 and var at && fields[at].Length > 0 ? fields[at] : null;

    /// <summary>Notes a fault in a cell.</summary>
    public void Fault(string column, string found, string expected) =>
        faults.Add(shown, line, Math.Max(1, Array.IndexOf(columns, column) + 1), $"{found} in column '{column}'", expected);

    /// <summary>A cell that must not be blank.</summary>
    public string? Required(string column)
    {
        if (Text(column) is { } text)
        {
            return text;
        }

        if (this[column] is null)
        {
            Fault(column, "a blank cell", "a value");
        }

        return null;
    }

    /// <summary>A text of at most so many letters.</summary>
    public string? Text(string column, int most = MostText)
    {
        var text = this[column];
        if (text is null || text.Length <= most)
        {
            return text;
        }

        Fault(column, $"{text.Length} letters", $"at most {most}");
        return null;
    }

    /// <summary>A text of a certain form.</summary>
    public string? Formed(string column, Func<string, bool> isGood, string expected)
    {
        var text = this[column];
        if (text is null || isGood(text))
        {
            return text;
        }

        Fault(column, Quoted(text), expected);
        return null;
    }

    /// <summary>An id: what a part of a handle looks like.</summary>
    public string? Id(string column) => Formed(column, Mandate.Archive.Handle.IsPart, "an id of small letters a-z, digits and . _ - inside, at most 64 long");

    /// <summary>A language (ISO 639): two letters, or three for one that has no two.</summary>
    public string? Language(string column) => Formed(column, t => t.Length is 2 or 3 && t.All(char.IsAsciiLetterLower), "a language of two or three small letters such as kk or ru (ISO 639)");

    /// <summary>A year, month or day that exists, as <c>YYYY[-MM[-DD]]</c>.</summary>
    public PartialDate? Date(string column) =>
        Formed(column, t => PartialDate.TryParse(t, out _), "a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD") is { } text ? PartialDate.Parse(text) : null;

    /// <summary>An ISSN whose check digit is right, as <c>1234-5679</c>.</summary>
    public string? Issn(string column) => Formed(column, IsIssn, "an ISSN such as 1234-5679, its last digit the check digit");

    /// <summary>A whole number from <paramref name="least"/>.</summary>
    public int? Number(string column, int least = 1)
    {
        var text = this[column];
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        Fault(column, Quoted(text), $"a whole number of at least {least.ToString(CultureInfo.InvariantCulture)}, digits only");
        return null;
    }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public bool? YesNo(string column) => Formed(column, t => t is "yes" or "no", "yes or no; blank is unknown") switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    /// <summary>One of some words.</summary>
    public string? OneOf(string column, string[] words) => Formed(column, words.Contains, "one of " + string.Join(", ", words));

    /// <summary>One of the words of an enumeration, written small with <c>-</c> between words.</summary>
    public T? Word<T>(string column)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(v => Dashed(v.ToString()), StringComparer.Ordinal);
        return OneOf(column, [.. words.Keys]) is { } word ? words[word] : null;
    }

    /// <summary>Entries parted by semicolons, none of them blank or twice; empty where the cell is.</summary>
    public IReadOnlyList<string> List(string column)
    {
        if (this[column] is not { } text)
        {
            return [];
        }

        var entries = text.Split(';', StringSplitOptions.TrimEntries);
        if (entries.Length > MostEntries)
        {
            Fault(column, $"{entries.Length} entries", $"at most {MostEntries}");
            return [];
        }

        foreach (var (i, entry) in entries.Index())
        {
            if (entry.Length == 0 || Array.IndexOf(entries, entry) != i)
            {
                Fault(column, entry.Length == 0 ? "a blank entry" : $"{Quoted(entry)} twice", "entries parted by ; and each once");
                return [];
            }
        }

        return entries;
    }

    /// <summary>Authors parted by semicolons: <c>Family, Given</c>, a single name, or a body in <c>[brackets]</c>.</summary>
    public IReadOnlyList<PersonName> Authors(string column)
    {
        var authors = new List<PersonName>();
        foreach (var entry in List(column))
        {
            var isBody = entry[0] == '[' && entry[^1] == ']' && entry.Length > 2;
            var inner = isBody ? entry[1..^1].Trim() : entry;
            var comma = isBody ? -1 : inner.IndexOf(',', StringComparison.Ordinal);
            var family = comma < 0 ? inner : inner[..comma].Trim();
            var given = comma < 0 ? null : inner[(comma + 1)..].Trim();
            if (family.Length == 0 || given is { Length: 0 } || inner.AsSpan().IndexOfAny('[', ']') >= 0)
            {
                Fault(column, $"the author {Quoted(entry)}", "Family, Given; a single name; or a body in [brackets]");
                return [];
            }

            authors.Add(new PersonName(family, given, isBody));
        }

        return authors;
    }

    private static string Quoted(string text) => $"'{SafeName.Shown(text)}'";

    private static string Dashed(string word) => WordStart().Replace(word, "-$0").ToLowerInvariant();

    private static bool IsIssn(string text)
    {
        if (!IssnForm().IsMatch(text))
        {
            return false;
        }

        var digits = text.Remove(4, 1);
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (8 - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{3}[0-9X]\z", RegexOptions.CultureInvariant)]
    private static partial Regex IssnForm();

    [GeneratedRegex(@"(?<=[a-z])[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
