namespace Mandate.Archive.Holdings;

/// <summary>Counts the periods of a frequency from a date, leaving out pauses.</summary>
/// <remarks>Weeks and quarters are counted from that date: a weekly of 5 January appears on the 12th, a quarterly of February in May.</remarks>
internal sealed class PeriodScale
{
    private const int LastDayNumber = 3_652_058;

    private readonly Frequency _frequency;
    private readonly bool _seasons;
    private readonly int _phase;
    private readonly long _origin;
    private readonly IReadOnlyList<(long First, long Last)> _pauses;

    private PeriodScale(Frequency frequency, IssueDate origin, IReadOnlyList<Pause> pauses)
    {
        _frequency = frequency;
        _seasons = origin.Month > 12;
        _phase = frequency switch { Frequency.Weekly => origin.FirstDay.DayNumber % 7, Frequency.Quarterly when !_seasons => (origin.Month!.Value - 1) % 3, _ => 0 };
        _origin = AtOrAfter(frequency switch { Frequency.Weekly => origin.FirstDay, Frequency.Annual => new(origin.Year, 1, 1), _ => new(origin.Year, origin.FirstDay.Month, 1) });
        _pauses = [.. pauses.Select(p => (First: AtOrAfter(p.From.FirstDay), Last: After(p.To.LastDay) - 1)).Where(p => p.First <= p.Last).OrderBy(p => p.First)];
    }

    /// <summary>A scale from a date; null where the frequency is none or the date is not fine enough for it: a weekly needs a day, a monthly a month.</summary>
    public static PeriodScale? From(Frequency frequency, IssueDate origin, IReadOnlyList<Pause> pauses) => frequency switch
    {
        Frequency.Weekly when origin.Day is not null => new(frequency, origin, pauses),
        Frequency.Monthly when origin.Month is >= 1 and <= 12 => new(frequency, origin, pauses),
        Frequency.Quarterly when origin.Month is not null => new(frequency, origin, pauses),
        Frequency.Annual => new(frequency, origin, pauses),
        _ => null,
    };

    /// <summary>The date some periods after the origin, or before it where negative; null beyond the years 1 to 9999.</summary>
    public IssueDate? Step(long periods) => Date(Spread(Dense(_origin) + periods));

    /// <summary>How many periods after the origin are over on a day. A weekly's is over on its day, another's when its last day is past.</summary>
    public long Elapsed(DateOnly today)
    {
        var begun = After(today) - 1;
        var over = _frequency == Frequency.Weekly ? begun : begun - 1;
        return Math.Max(0, Dense(over + 1) - Dense(_origin + 1));
    }

    /// <summary>The first period that begins on a day or later.</summary>
    private long AtOrAfter(DateOnly day)
    {
        var months = (day.Year * 12L) + day.Month - 1 + (day.Day > 1 ? 1 : 0);
        return _frequency switch
        {
            Frequency.Weekly => Up(day.DayNumber - _phase, 7),
            Frequency.Quarterly => Up(months - (_seasons ? 2 : _phase), 3),
            Frequency.Annual => day.Year + (day.DayOfYear > 1 ? 1 : 0),
            _ => months,
        };
    }

    /// <summary>The first period that begins after a day.</summary>
    private long After(DateOnly day) => day == DateOnly.MaxValue ? AtOrAfter(day) + 1 : AtOrAfter(day.AddDays(1));

    private IssueDate? Date(long period)
    {
        switch (_frequency)
        {
            case Frequency.Weekly:
                var number = (period * 7) + _phase;
                if (number is < 0 or > LastDayNumber)
                {
                    return null;
                }

                var day = DateOnly.FromDayNumber((int)number);
                return new(day.Year, day.Month, day.Day);
            case Frequency.Annual:
                return period is >= 1 and <= 9999 ? new((int)period) : null;
            case Frequency.Quarterly when _seasons:
                return period / 4 is >= 1 and <= 9999 ? new((int)(period / 4), 21 + (int)(period % 4)) : null;
            default:
                var months = _frequency == Frequency.Quarterly ? (period * 3) + _phase : period;
                return months / 12 is >= 1 and <= 9999 ? new((int)(months / 12), (int)(months % 12) + 1) : null;
        }
    }

    /// <summary>How many periods before one are not paused.</summary>
    private long Dense(long period) => period - _pauses.Sum(p => Math.Max(0, Math.Min(p.Last, period - 1) - p.First + 1));

    /// <summary>The unpaused period that has so many unpaused ones before it.</summary>
    private long Spread(long dense)
    {
        foreach (var (first, last) in _pauses)
        {
            dense += first <= dense ? last - first + 1 : 0;
        }

        return dense;
    }

    private static long Up(long value, long step) => (value >= 0 ? value + step - 1 : value) / step;
}
