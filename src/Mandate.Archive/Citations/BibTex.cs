using System.Globalization;
using System.Text;

namespace Mandate.Archive.Citations;

/// <summary>BibTeX in UTF-8, read by biber and by classic BibTeX alike.</summary>
/// <remarks>
/// The key is the handle with <c>:</c> for <c>/</c>, so it never changes. Titles and bodies stand in double braces: styles then
/// leave their capitals alone and do not part them at <c>and</c>. Braces in a value become commands, because BibTeX counts
/// them even behind a backslash.
/// </remarks>
internal static class BibTex
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Writes one entry, ending with a line break.</summary>
    public static string Write(CitedWork work)
    {
        work = work.Tidied();
        var text = new StringBuilder().Append('@').Append(Type(work.Kind)).Append('{').Append(Key(work.Handle));
        Field("title", work.Title.Length == 0 ? null : "{" + Escape(work.Title) + "}");
        Field("author", work.Credited.Count == 0 ? null : string.Join(" and ", work.Credited.Select(Name)));
        var inJournal = Type(work.Kind) == "article";
        Field(inJournal ? "journal" : "series", Escaped(work.Serial));
        Field("shortjournal", Escaped(work.SerialAbbreviation));
        Field("volume", Escaped(work.Volume));
        Field("number", Escaped(work.Issue ?? work.Number));
        Field("type", work is { Issue: not null, Number: not null } ? Escaped(work.Number) : null);
        Field("chapter", Escaped(work.Section));
        Field("pages", Escaped(CitationPages.Whole(work.FirstPage, work.LastPage))?.Replace("–", "--", StringComparison.Ordinal));
        if (work.Date is { } date)
        {
            Field("year", date.YearText);
            if (date.Month is { } month)
            {
                text.Append(",\n  month = ").Append(Months[month - 1]);
            }

            Field("day", date.Day?.ToString(CultureInfo.InvariantCulture));
        }

        Field(work.Kind is WorkKind.Report ? "institution" : "publisher", work.House is { } house ? "{" + Escape(house) + "}" : null);
        Field("address", Escaped(work.Place));
        Field("issn", Escaped(work.Issn));
        Field("isbn", Escaped(work.Isbn));
        Field("language", work.Language.Length == 0 ? null : Escape(work.Language));
        Field("url", work.Address.Length == 0 ? null : Url(work.Address));
        Field("note", Escaped(work.Standing));
        return text.Append("\n}\n").ToString();

        void Field(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
            }
        }
    }

    private static string Type(WorkKind kind) => kind switch
    {
        WorkKind.Article or WorkKind.Gazette or WorkKind.Debate => "article",
        WorkKind.Report => "techreport",
        WorkKind.Book => "book",
        _ => "misc",
    };

    private static string Key(string handle) => handle.Length == 0 ? "work" : string.Concat(handle.Select(letter => letter == '/' ? ':' : char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '-'));

    private static string Name(CitedName name)
    {
        if (name.Literal is { } literal)
        {
            return "{" + Escape(literal) + "}";
        }

        string?[] parts = [name.Family ?? name.Given, name.Suffix, name.Family is null ? null : name.Given];
        return string.Join(", ", parts.OfType<string>().Select(Part));
    }

    /// <summary>A part of a name; in braces where BibTeX would cut it at a comma or at <c>and</c>.</summary>
    private static string Part(string part) =>
        part.Contains(',', StringComparison.Ordinal) || $" {part} ".Contains(" and ", StringComparison.OrdinalIgnoreCase) ? "{" + Escape(part) + "}" : Escape(part);

    private static string? Escaped(string? value) => value is null ? null : Escape(value);

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '\\' => text.Append(@"\textbackslash{}"),
                '{' => text.Append(@"\textbraceleft{}"),
                '}' => text.Append(@"\textbraceright{}"),
                '~' => text.Append(@"\textasciitilde{}"),
                '^' => text.Append(@"\textasciicircum{}"),
                '%' or '&' or '#' or '$' or '_' => text.Append('\\').Append(letter),
                _ => text.Append(letter),
            };
        }

        return text.ToString();
    }

    /// <summary>An address is printed letter by letter, so only what would break the entry is encoded.</summary>
    private static string Url(string address) => address
        .Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
}
