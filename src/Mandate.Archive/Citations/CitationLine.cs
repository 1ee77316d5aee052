namespace Mandate.Archive.Citations;

/// <summary>The line law libraries print above a page: <c>86 Fed. Reg. 1234 (2021)</c>, <c>12 Const. L.J. 45, 47 (2019)</c>, <c>IN11581, p. 1 (Jan. 22, 2021)</c>.</summary>
/// <remarks>
/// A serial's page is named by volume, serial, first page and page; any other by its number, or its title where it has
/// none. Russian and Kazakh works have their own marks (<c>№</c>, <c>ст.</c>, <c>с.</c>; <c>-бап</c>, <c>-б.</c>) and dates in digits. What is not
/// known is left out; a standing that a reader must know goes last.
/// </remarks>
internal static class CitationLine
{
    /// <summary>Writes the line; never empty, since a work always has a handle.</summary>
    public static string Write(CitedWork work)
    {
        work = work.Tidied();
        var text = new CitationTextBuilder();
        var pin = work.PinPage == work.FirstPage ? null : work.PinPage;
        if (work is { Kind: WorkKind.Code } && (work.ShortSerial ?? work.OwnTitle) is { } code)
        {
            text.Next("", work.ShortSerial is null ? null : work.Volume).Next(" ", code).Next(work.Language == "en" ? " " : ", ", Section(work));
            Paren(text, work.Date?.YearText);
        }
        else if (work is { ShortSerial: { } serial, Volume: { } volume } && (work.FirstPage ?? work.PinPage) is { } first)
        {
            text.Text($"{volume} {serial} {first}").Next(", ", work.FirstPage is null ? null : pin);
            Paren(text, work.Date?.YearText);
        }
        else if (work.ShortSerial is not null && (work.Issue ?? work.Volume ?? work.FirstPage) is not null)
        {
            text.Next("", work.Volume).Next(" ", work.ShortSerial).Next(", ", work.Issue is null ? null : Numbered(work, work.Issue));
            text.Next(", ", Page(work, work.PinPage ?? work.FirstPage));
            Paren(text, Date(work));
        }
        else
        {
            text.Next("", Number(work) ?? work.OwnTitle ?? work.ShortSerial ?? work.Handle).Next(", ", Section(work)).Next(", ", Page(work, work.PinPage));
            Paren(text, Date(work));
        }

        Paren(text, work.Standing);
        return text.Finish().Plain;
    }

    private static bool IsRussian(CitedWork work) => work.Language == "ru";

    private static bool IsKazakh(CitedWork work) => work.Language == "kk";

    private static void Paren(CitationTextBuilder text, string? inside) => text.Next(" ", inside is null ? null : "(" + inside + ")");

    private static string? Date(CitedWork work) => work.Date is not { } date ? null : IsRussian(work) || IsKazakh(work) ? CitationDates.Dotted(date) : CitationDates.MonthFirst(date, true);

    private static string? Number(CitedWork work) => work.Number is [>= '0' and <= '9', ..] ? Numbered(work, work.Number) : work.Number;

    private static string Numbered(CitedWork work, string number) => (IsRussian(work) || IsKazakh(work) ? "№ " : "No. ") + number;

    private static string? Page(CitedWork work, string? label) => label is null ? null : IsKazakh(work) ? label + "-б." : (IsRussian(work) ? "с. " : "p. ") + label;

    private static string? Section(CitedWork work) => work.Section is not [>= '0' and <= '9', ..] ? work.Section
        : IsKazakh(work) ? work.Section + "-бап" : IsRussian(work) ? "ст. " + work.Section : work.SectionText;
}
