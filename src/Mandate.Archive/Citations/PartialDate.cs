using System.Globalization;

namespace Mandate.Archive.Citations;

/// <summary>A date as far as it is known: a year, a month of it, or a day.</summary>
internal readonly record struct PartialDate
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

    /// <summary>Gets the month, 1 to 12; null where it is not known.</summary>
    public int? Month { get; }

    /// <summary>Gets the day of the month; null where it is not known.</summary>
    public int? Day { get; }

    /// <summary>Reads <c>2021</c>, <c>2021-01</c> or <c>2021-01-22</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        string[] forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        if (text is null || !DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        date = new PartialDate(day.Year, text.Length > 4 ? day.Month : null, text.Length > 7 ? day.Day : null);
        return true;
    }

    /// <summary>Writes it as <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => Join('-', Year.ToString("0000", CultureInfo.InvariantCulture), Two(Month), Two(Day));

    /// <summary>The year in plain digits.</summary>
    public string YearText => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Two digits of a month or day; null where there is none.</summary>
    internal static string? Two(int? number) => number?.ToString("00", CultureInfo.InvariantCulture);

    private static string Join(char by, params string?[] parts) => string.Join(by, parts.Where(part => part is not null));
}
