using System.Globalization;

namespace Mandate.Archive.Search;

/// <summary>The days a date may mean: <c>2019</c> is 1 January to 31 December 2019. Days are numbers, yyyymmdd.</summary>
internal readonly record struct DateSpan(int First, int Last)
{
    /// <summary>Gets the year of the first day.</summary>
    public int Year => First / 10_000;

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-mm</c> or <c>yyyy-mm-dd</c>; null where the text is none of them.</summary>
    public static DateSpan? Read(string? text)
    {
        if (text is null || text.Length is not (4 or 7 or 10) || !Number(text.AsSpan(0, 4), out var year) || year == 0)
        {
            return null;
        }

        if (text.Length == 4)
        {
            return new DateSpan((year * 10_000) + 101, (year * 10_000) + 1231);
        }

        if (text[4] != '-' || !Number(text.AsSpan(5, 2), out var month) || month is 0 or > 12)
        {
            return null;
        }

        var start = (year * 10_000) + (month * 100);
        var days = DateTime.DaysInMonth(year, month);
        if (text.Length == 7)
        {
            return new DateSpan(start + 1, start + days);
        }

        return text[7] == '-' && Number(text.AsSpan(8, 2), out var day) && day >= 1 && day <= days ? new DateSpan(start + day, start + day) : null;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
