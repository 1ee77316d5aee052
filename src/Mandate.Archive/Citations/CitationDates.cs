namespace Mandate.Archive.Citations;

/// <summary>Dates as citations write them.</summary>
internal static class CitationDates
{
    private static readonly string[] Full = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The short months of the Bluebook and of MLA, which are the same.</summary>
    private static readonly string[] Short = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    /// <summary><c>Jan. 22, 2021</c>, <c>Jan. 2021</c> or <c>2021</c>; <c>n.d.</c> where there is none.</summary>
    public static string MonthFirst(PartialDate? date, bool brief) => date switch
    {
        null => "n.d.",
        { Month: null } d => d.YearText,
        { Day: null } d => $"{Month(d, brief)} {d.YearText}",
        { Day: { } day } d => FormattableString.Invariant($"{Month(d, brief)} {day}, {d.Year}"),
    };

    /// <summary><c>2021, January 22</c>, as APA writes it; <c>n.d.</c> where there is none.</summary>
    public static string YearFirst(PartialDate? date) => date switch
    {
        null => "n.d.",
        { Month: null } d => d.YearText,
        { Day: null } d => $"{d.YearText}, {Month(d, false)}",
        { Day: { } day } d => FormattableString.Invariant($"{d.Year}, {Month(d, false)} {day}"),
    };

    /// <summary><c>22 Jan. 2021</c>, as MLA writes it; null where there is none.</summary>
    public static string? DayFirst(PartialDate? date) => date switch
    {
        null => null,
        { Month: null } d => d.YearText,
        { Day: null } d => $"{Month(d, true)} {d.YearText}",
        { Day: { } day } d => FormattableString.Invariant($"{day} {Month(d, true)} {d.Year}"),
    };

    /// <summary><c>22.01.2021</c>, <c>01.2021</c> or <c>2021</c>, as Russian and Kazakh texts write it.</summary>
    public static string Dotted(PartialDate date) => string.Join('.', new[] { PartialDate.Two(date.Day), PartialDate.Two(date.Month), date.YearText }.Where(part => part is not null));

    /// <summary>The year; <c>n.d.</c> where there is none.</summary>
    public static string Year(PartialDate? date) => date?.YearText ?? "n.d.";

    private static string Month(PartialDate date, bool brief) => (brief ? Short : Full)[date.Month.GetValueOrDefault() - 1];
}
