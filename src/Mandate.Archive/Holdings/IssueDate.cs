using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>A date as a serial prints it: a year, perhaps a month or season, perhaps a day. Unlike <see cref="PartialDate"/> it knows seasons.</summary>
/// <param name="Year">The year, 1 to 9999.</param>
/// <param name="Month">1 to 12, or a season: 21 spring, 22 summer, 23 autumn, 24 winter; null where only the year is known.</param>
/// <param name="Day">Day of the month; null where it is not known. Never given without a month.</param>
internal sealed record IssueDate(int Year, int? Month = null, int? Day = null)
{
    private static readonly string[] Months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>The year.</summary>
    public int Year { get; } = Year is >= 1 and <= 9999 ? Year : throw new ArgumentOutOfRangeException(nameof(Year), $"Found the year {Year}; expected 1 to 9999.");

    /// <summary>The month or season.</summary>
    public int? Month { get; } = Month is null or (>= 1 and <= 12) or (>= 21 and <= 24) ? Month : throw new ArgumentOutOfRangeException(nameof(Month), $"Found the month {Month}; expected 1 to 12, or 21 (spring) to 24 (winter).");

    /// <summary>The day.</summary>
    public int? Day { get; } = Day is null || (Month is >= 1 and <= 12 && Year is >= 1 and <= 9999 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month.Value)) ? Day
        : throw new ArgumentOutOfRangeException(nameof(Day), $"Found the day {Day} in {Year}, month {Month}; expected a day of that month.");

    /// <summary>The date of a document as the date of a part.</summary>
    public static IssueDate From(PartialDate date) => new(date.Year, date.Month, date.Day);

    /// <summary>The first day it may mean. A season begins in March, June, September or December of its year, which is a rule for sorting, not a fact.</summary>
    public DateOnly FirstDay => new(Year, FirstMonth, Day ?? 1);

    /// <summary>The last day it may mean. A season is over with May, August, November or the year.</summary>
    public DateOnly LastDay => Day is { } day ? new(Year, FirstMonth, day) : new(Year, LastMonth, DateTime.DaysInMonth(Year, LastMonth));

    /// <summary>The month or season as the statement writes it, such as <c>Apr.</c> or <c>spring</c>; null where there is none.</summary>
    public string? MonthName => Month switch { null => null, > 12 => Seasons[Month.Value - 21], _ => Months[Month.Value - 1] };

    private int FirstMonth => Month switch { null => 1, > 12 => ((Month.Value - 21) * 3) + 3, _ => Month.Value };

    private int LastMonth => Month switch { null => 12, > 12 => Math.Min(FirstMonth + 2, 12), _ => Month.Value };

    /// <summary>Writes it for a person: <c>5 Apr. 1972</c>, <c>Apr. 1972</c>, <c>spring 1972</c> or <c>1972</c>.</summary>
    public override string ToString() => string.Join(' ', new[] { Day?.ToString(CultureInfo.InvariantCulture), MonthName, Year.ToString("0000", CultureInfo.InvariantCulture) }.Where(p => p is not null));
}
