namespace Mandate.Archive.Search.Indexing;

/// <summary>What is known of a section (or of a document without sections): the same for all of its pages, so a page costs one number.</summary>
/// <remarks>Kept in the index as one text, its fields parted by U+001F and its authors by U+001E.</remarks>
internal sealed class Row
{
    private const char Part = '\u001F';
    private const char AuthorPart = '\u001E';
    private const int Longest = 2000;
    private const int MostAuthors = 50;

    private Row(string[] parts)
    {
        Handle = parts[0];
        Section = OrNull(parts[1]);
        Title = parts[2];
        SectionTitle = OrNull(parts[3]);
        Date = OrNull(parts[4]);
        Language = parts[5];
        Kind = parts[6];
        Collection = parts[7];
        Serial = OrNull(parts[8]);
        Standing = OrNull(parts[9]);
        Authors = parts[10].Split(AuthorPart, StringSplitOptions.RemoveEmptyEntries);
        Span = DateSpan.Read(Date);
    }

    public string Handle { get; }

    public string? Section { get; }

    public string Title { get; }

    public string? SectionTitle { get; }

    public string? Date { get; }

    public string Language { get; }

    public string Kind { get; }

    public string Collection { get; }

    public string? Serial { get; }

    public string? Standing { get; }

    public IReadOnlyList<string> Authors { get; }

    /// <summary>Gets the days of the date; null where it is unknown or cannot be read.</summary>
    public DateSpan? Span { get; }

    /// <summary>Gets the number of the section among those of the index.</summary>
    public required int Group { get; init; }

    /// <summary>Gets the numbers of its values of the facets.</summary>
    public required int[] Values { get; init; }

    /// <summary>The title that is shown first: the section's, if it has one.</summary>
    public string Shown => SectionTitle ?? Title;

    /// <summary>Writes what is known of a page's section. Long texts are cut.</summary>
    public static string Write(IndexedPage page) => string.Join(
        Part,
        Clean(page.Handle),
        Clean(page.Section),
        Clean(page.DocumentTitle),
        Clean(page.SectionTitle),
        Clean(page.Date),
        Clean(page.Language),
        Clean(page.Kind),
        Clean(page.Collection),
        Clean(page.Serial),
        Clean(page.Standing),
        string.Join(AuthorPart, page.Authors.Take(MostAuthors).Select(a => Clean(a.Length > 100 ? a[..100] : a))));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Row Read(string text, Func<string, string, int> groupOf, Func<string, string, int> valueOf)
    {
        var parts = text.Split(Part);
        var bare = new Row(parts) { Group = 0, Values = [] };
        return new Row(parts) { Group = groupOf(bare.Handle, bare.Section ?? string.Empty), Values = [.. bare.FacetValues().Select(v => valueOf(v.Field, v.Value)).Distinct()] };
    }

    private IEnumerable<(string Field, string Value)> FacetValues()
    {
        yield return (FacetFields.Collection, Collection);
        yield return (FacetFields.Kind, Kind);
        yield return (FacetFields.Language, Language);
        if (Span is { } span)
        {
            yield return (FacetFields.Year, span.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (Serial is not null)
        {
            yield return (FacetFields.Serial, Serial);
        }

        foreach (var author in Authors)
        {
            yield return (FacetFields.Author, author);
        }
    }

    private static string Clean(string? text)
    {
        var shortened = text is null ? string.Empty : text.Length > Longest ? text[..Longest] : text;
        return shortened.AsSpan().ContainsAny(Part, AuthorPart) ? shortened.Replace(Part, ' ').Replace(AuthorPart, ' ') : shortened;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
