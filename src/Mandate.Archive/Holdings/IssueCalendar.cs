namespace Mandate.Archive.Holdings;

/// <summary>A place in the numbering: volume 0 in a series without volumes, issue 0 where the volume is the part.</summary>
internal readonly record struct Unit(int Volume, int Issue) : IComparable<Unit>
{
    /// <inheritdoc/>
    public int CompareTo(Unit other) => (Volume, Issue).CompareTo((other.Volume, other.Issue));
}

/// <summary>Tells the dates of parts nobody has seen from the dates of those that are held, and what should have appeared by a day.</summary>
/// <remarks>
/// A date is reckoned from the nearest dated part before and the nearest after. Where they do not agree, only the year
/// they agree on is told, or nothing. A weekly is not reckoned across volumes, since years have 52 and 53 weeks.
/// </remarks>
internal sealed class IssueCalendar
{
    private const int Furthest = 500;

    private readonly EnumerationPlan _plan;
    private readonly Levels _levels;
    private readonly SortedList<Unit, IssueDate> _dated = [];
    private readonly SortedList<Unit, (IssueDate Date, PeriodScale Scale)> _anchors = [];

    /// <summary>A calendar for a strand; the parts are in order.</summary>
    public IssueCalendar(EnumerationPlan plan, Levels levels, IReadOnlyList<PlacedPart> parts)
    {
        (_plan, _levels) = (plan, levels);
        Add(plan.First);
        Add(plan.Last);
        foreach (var (volumes, issues, part) in parts)
        {
            if (part.Date is { } date && (issues is not null || levels == Levels.VolumesOnly))
            {
                Add(new(volumes.First, levels == Levels.VolumesOnly ? 0 : issues!.Value.First), date);
            }
        }
    }

    /// <summary>The date of a part, as far as it can be told; null where it cannot.</summary>
    public IssueDate? DateOf(Unit unit)
    {
        var (before, after) = (Reckoned(unit, Nearest(_anchors, unit, -1)), Reckoned(unit, Nearest(_anchors, unit, 1)));
        if (before is not null && after is not null)
        {
            return before == after ? before : before.Year == after.Year ? new(before.Year) : null;
        }

        return before ?? after ?? YearBetween(unit);
    }

    /// <summary>What should have appeared by a day: the part, its date, and where it cannot be told, why.</summary>
    public (Unit? Unit, IssueDate? Date, string? Unknown) Latest(DateOnly today)
    {
        if (_plan.Status != PublicationStatus.Current || _plan.Last is not null)
        {
            return default;
        }

        if (_plan.PeriodsAYear is null)
        {
            return (null, null, "What has appeared after the last part held is not known: the plan names no regular frequency.");
        }

        if (_anchors.Count == 0)
        {
            return (null, null, "What should have appeared by now is not known: neither the plan's first part nor a part held has a date fine enough to count from.");
        }

        if (!Regular)
        {
            return (null, null, "What should have appeared by now is not known: the plan's issues and volumes a year are not those of its frequency.");
        }

        var (unit, scale) = (_anchors.GetKeyAtIndex(_anchors.Count - 1), _anchors.GetValueAtIndex(_anchors.Count - 1).Scale);
        var steps = scale.Elapsed(today);
        var date = scale.Step(steps);
        return Advance(unit, steps) is { } latest ? (latest, date, null)
            : (null, date, $"By {date}, {steps} issues should have appeared after the last dated one, but the plan does not say how many issues a volume has, so they cannot be named.");
    }

    /// <summary>Whether the frequency and the numbers of the plan tell the same.</summary>
    private bool Regular => _levels switch
    {
        Levels.NumbersOnly => true,
        Levels.VolumesOnly => _plan.VolumesAYear is null || _plan.VolumesAYear == _plan.PeriodsAYear,
        _ => _plan.VolumesAYear is not { } volumes || _plan.IssuesAVolume is not { } issues || volumes * (long)issues == _plan.PeriodsAYear || (_plan.Frequency == Frequency.Weekly && volumes * (long)issues == 53),
    };

    private void Add(PartPoint? point)
    {
        if (point?.Date is { } date && (point.Issue is not null || _levels == Levels.VolumesOnly))
        {
            Add(new(_levels == Levels.NumbersOnly ? 0 : point.Volume ?? 0, _levels == Levels.VolumesOnly ? 0 : point.Issue!.Value), date);
        }
    }

    private void Add(Unit unit, IssueDate date)
    {
        if (_dated.TryAdd(unit, date) && PeriodScale.From(_plan.Frequency, date, _plan.Pauses) is { } scale)
        {
            _anchors.Add(unit, (date, scale));
        }
    }

    private IssueDate? Reckoned(Unit unit, Unit? anchor)
        => anchor is { } from && Regular && Distance(from, unit) is { } distance ? distance == 0 ? _anchors[from].Date : _anchors[from].Scale.Step(distance) : null;

    /// <summary>Parts from one to another, negative where the other comes before; null where the plan does not tell.</summary>
    private long? Distance(Unit from, Unit to)
    {
        if (_levels == Levels.VolumesOnly)
        {
            return (long)to.Volume - from.Volume;
        }

        if (from.Volume == to.Volume || _plan.Numbering == IssueNumbering.Continuous)
        {
            return (long)to.Issue - from.Issue;
        }

        if (from.Volume > to.Volume)
        {
            return -Distance(to, from);
        }

        if (_plan.Frequency == Frequency.Weekly || _plan.Numbering is null || (long)to.Volume - from.Volume > Furthest)
        {
            return null;
        }

        long distance = to.Issue - from.Issue;
        for (var volume = from.Volume; volume < to.Volume; volume++)
        {
            if (_plan.IssuesOf(volume) is not { } issues)
            {
                return null;
            }

            distance += issues;
        }

        return distance;
    }

    private Unit? Advance(Unit unit, long steps)
    {
        if (steps > int.MaxValue / 2)
        {
            return null;
        }

        if (_levels == Levels.VolumesOnly)
        {
            return new(unit.Volume + (int)steps, 0);
        }

        if (_levels == Levels.NumbersOnly || _plan.Numbering == IssueNumbering.Continuous)
        {
            return new(unit.Volume, unit.Issue + (int)steps);
        }

        var (volume, issue) = (unit.Volume, unit.Issue + steps);
        while (_plan.IssuesOf(volume) is { } issues)
        {
            if (issue <= issues)
            {
                return new(volume, (int)issue);
            }

            issue -= Math.Max(1, issues);
            volume++;
        }

        return steps == 0 ? unit : null;
    }

    /// <summary>The year, where the dated parts around a part leave but one.</summary>
    private IssueDate? YearBetween(Unit unit)
    {
        if (Nearest(_dated, unit, -1) is not { } before || Nearest(_dated, unit, 1) is not { } after)
        {
            return null;
        }

        var (first, last) = (_dated[before].Year, _dated[after].Year);
        return first == last ? new(first)
            : last - first == after.Volume - before.Volume && unit.Volume > before.Volume && unit.Volume < after.Volume ? new(first + unit.Volume - before.Volume) : null;
    }

    /// <summary>The nearest key at or before a unit (side -1), or at or after it (side 1); null for none.</summary>
    private static Unit? Nearest<T>(SortedList<Unit, T> list, Unit unit, int side)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list.GetKeyAtIndex(middle).CompareTo(unit) < 0 ? (middle + 1, high) : (low, middle);
        }

        if (side < 0 && (low == list.Count || list.GetKeyAtIndex(low) != unit))
        {
            low--;
        }

        return low >= 0 && low < list.Count ? list.GetKeyAtIndex(low) : null;
    }
}
