using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mandate.Archive;

/// <summary>A date as far as it is known: a year, a month of it, or a day. What is not known is absent, not the first of something.</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>Makes a date.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12; null where it is not known.</param>
    /// <param name="day">A day the month has; null where it is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year, month or day, or a day has no month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || (day is not null && (month is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value))))
        {
            throw new ArgumentOutOfRangeException(nameof(year), $"Found year {year}, month {month}, day {day}; expected a date there is, a day only with its month.");
        }

        (Year, Month, Day) = (year, month, day);
    }

    /// <summary>Gets the year, 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>Gets the month, 1 to 12, or null.</summary>
    public int? Month { get; }

    /// <summary>Gets the day, or null.</summary>
    public int? Day { get; }

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException($"Found date '{text}'; expected YYYY, YYYY-MM or YYYY-MM-DD.");

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; false where the text is none or no such day exists.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        string? format = text?.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        if (format is null || !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        date = new PartialDate(day.Year, text!.Length > 4 ? day.Month : null, text.Length > 7 ? day.Day : null);
        return true;
    }

    /// <summary>Orders by year, month and day; what is less exact comes first.</summary>
    public int CompareTo(PartialDate other) => (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    /// <summary>Writes it as it was read.</summary>
    public override string ToString() => Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{day:00}")
        : Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}") : Year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Gets the year as people write it, without zeros before it.</summary>
    internal string YearText => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A month or day in two digits; null where there is none.</summary>
    internal static string? Two(int? number) => number?.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Whether one is before another.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is after another.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not after another.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not before another.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
