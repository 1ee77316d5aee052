using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>Finds the missing volumes and issues of one strand.</summary>
internal sealed class GapFinder
{
    /// <summary>So many missing parts are named at most, so that one misread number cannot fill the memory.</summary>
    public const int MostNamed = 100_000;

    private readonly EnumerationPlan _plan;
    private readonly Levels _levels;
    private readonly IssueCalendar _calendar;
    private readonly VolumeRanges _ranges;
    private readonly PartNames _names;
    private readonly Unit? _latest;
    private readonly SortedDictionary<int, HeldVolume> _held = [];
    private readonly Unit? _firstHeld;
    private readonly Unit? _lastHeld;
    private readonly List<int> _openVolumes = [];
    private bool _openStart;
    private bool _full;

    /// <summary>Prepares the search.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="levels">Which numbers parts bear.</param>
    /// <param name="strand">The strand with its parts in order; they may be none.</param>
    /// <param name="today">The day of the report.</param>
    public GapFinder(EnumerationPlan plan, Levels levels, HeldStrand strand, DateOnly today)
    {
        _plan = VolumeRanges.Complete(plan, levels, strand.Parts);
        _levels = levels;
        _calendar = new IssueCalendar(_plan, levels, strand.Parts);
        _ranges = new VolumeRanges(_plan);
        _names = new PartNames(plan.Captions, strand.Strand);
        foreach (var part in strand.Parts)
        {
            Hold(part);
        }

        if (_held.Count > 0)
        {
            var (first, last) = (_held.First(), _held.Last());
            _firstHeld = new(first.Key, first.Value.Whole ? 0 : first.Value.Issues.Min);
            _lastHeld = new(last.Key, last.Value.Whole ? int.MaxValue : last.Value.Issues.Max);
        }

        (_latest, var date, var unknown) = _calendar.Latest(today);
        if (unknown is not null)
        {
            Unknowns.Add(unknown);
        }

        if (_latest is { } latest)
        {
            LatestExpected = _names.Short(One(latest.Volume), levels == Levels.VolumesOnly ? null : One(latest.Issue), date);
        }
    }

    /// <summary>Volumes of which nothing is held.</summary>
    public List<MissingVolume> Volumes { get; } = [];

    /// <summary>Missing issues.</summary>
    public List<MissingIssue> Issues { get; } = [];

    /// <summary>What cannot be said.</summary>
    public List<string> Unknowns { get; } = [];

    /// <summary>What does not fit the plan.</summary>
    public List<string> Contradictions { get; } = [];

    /// <summary>Volumes that should be held; null where it is not known or there are none.</summary>
    public int? VolumesExpected { get; private set; }

    /// <summary>Volumes of which something is held.</summary>
    public int VolumesHeld => _levels == Levels.NumbersOnly ? 0 : _held.Count;

    /// <summary>Issues that should be held; null where it is not known.</summary>
    public int? IssuesExpected { get; private set; }

    /// <summary>Issues held; null where it is not known.</summary>
    public int? IssuesHeld { get; private set; }

    /// <summary>The latest part expected.</summary>
    public string? LatestExpected { get; }

    private bool EndKnown => (_levels == Levels.NumbersOnly ? _plan.Last?.Issue : _plan.Last?.Volume) is not null || _latest is not null;

    /// <summary>Searches. To be called once.</summary>
    public void Find()
    {
        if (_levels == Levels.NumbersOnly)
        {
            Sequence(_plan.First?.Issue, _plan.Last?.Issue ?? _latest?.Issue);
        }
        else
        {
            ByVolume();
        }

        CountHeld();
        TellUnknowns();
    }

    private void Hold(PlacedPart part)
    {
        for (var volume = part.Volumes.First; volume <= part.Volumes.Last; volume++)
        {
            if (!_held.TryGetValue(volume, out var held))
            {
                _held.Add(volume, held = new());
            }

            if (part.Issues is not { } issues || _levels == Levels.VolumesOnly)
            {
                held.Whole = true;
                continue;
            }

            for (var issue = issues.First; issue <= issues.Last; issue++)
            {
                var together = _plan.Together(volume, issue);
                for (var number = together.First; number <= together.Last; number++)
                {
                    held.Issues.Add(number);
                }
            }
        }
    }

    private void ByVolume()
    {
        var (firstKnown, lastKnown) = (_plan.First?.Volume, _plan.Last?.Volume);

        // Numbers that run on through volumes of unknown length are looked at as one row; volumes are then only counted.
        var row = _levels == Levels.VolumesAndIssues && _plan.Numbering == IssueNumbering.Continuous && (firstKnown is null || _ranges.Of(firstKnown.Value) is null || _held.Keys.Any(v => _ranges.Of(v) is null));
        int? latestVolume = _latest is not { } latest ? null : row ? null : VolumeOf(latest);
        var first = firstKnown ?? _firstHeld?.Volume;
        var last = lastKnown ?? Larger(latestVolume, _lastHeld?.Volume);
        var (expected, issues, issuesKnown) = (0, 0L, _levels == Levels.VolumesAndIssues && !row);
        if (first is { } from && last is { } to)
        {
            for (long at = from; at <= to && !Full(); at++)
            {
                var volume = (int)at;
                if (_plan.IsNeverPublished(volume))
                {
                    continue;
                }

                expected++;
                var count = row ? null : VolumeGaps(volume, volume == latestVolume ? _latest!.Value.Issue : null);
                issuesKnown &= count is not null;
                issues += count ?? 0;
            }
        }

        foreach (var volume in _held.Keys.Where(v => v < first || v > last))
        {
            Contradictions.Add($"{_names.Short(One(volume), null, null)} is held, but the plan's volumes are {first} to {last}.");
        }

        var bounded = firstKnown is not null && (lastKnown ?? latestVolume) is not null && !_full;
        VolumesExpected = bounded ? expected : null;
        IssuesExpected = bounded && issuesKnown ? (int)issues : null;
        if (row)
        {
            Sequence(_plan.First?.Issue, _plan.Last?.Issue ?? _latest?.Issue);
        }
    }

    private int VolumeOf(Unit latest)
    {
        var volume = latest.Volume;
        while (_plan.Numbering == IssueNumbering.Continuous && _ranges.Of(volume) is { } range && range.Last < latest.Issue)
        {
            volume++;
        }

        return volume;
    }

    /// <summary>Names what a volume lacks and tells how many issues it should have; null where that is not known.</summary>
    private int? VolumeGaps(int volume, int? latest)
    {
        var range = _levels == Levels.VolumesOnly ? null : _ranges.Of(volume);
        if (!_held.TryGetValue(volume, out var held))
        {
            var end = latest ?? range?.Last;
            int? count = range is { } all ? Enumerable.Range(all.First, Math.Max(0, Math.Min(end!.Value, all.Last) - all.First + 1)).Count(i => !_plan.IsNeverPublished(volume, i)) : null;
            var date = _calendar.DateOf(new(volume, _levels == Levels.VolumesOnly ? 0 : range?.First ?? 1));
            date = date is null ? null : new(date.Year);
            Volumes.Add(new(volume, count, date, Reason(new(volume, 0)), _names.Short(One(volume), null, date)));
            return count;
        }

        if (_levels == Levels.VolumesOnly)
        {
            return null;
        }

        // The last volume may be unfinished, unless the plan says where the title ends.
        var unfinished = volume == _lastHeld!.Value.Volume && _plan.Last?.Volume is null && (latest is not null || _latest is null);
        var highest = held.Issues.Count > 0 ? held.Issues.Max : 0;
        if (range is not { } known)
        {
            if (!held.Whole)
            {
                _openVolumes.Add(volume);
                var low = _plan.Numbering == IssueNumbering.RestartsEachVolume ? _plan.First?.Volume == volume ? _plan.First.Issue ?? 1 : 1 : held.Issues.Min;
                _openStart |= _plan.Numbering is null;
                IssueGaps(volume, low, Math.Max(highest, latest ?? 0), held);
            }

            return null;
        }

        foreach (var issue in held.Issues.Where(i => i < known.First || i > known.Last))
        {
            Contradictions.Add($"{_names.Short(One(volume), One(issue), null)} is held, but by the plan that volume has {_plan.Captions.Issue} {known.First} to {known.Last}.".Replace("  ", " ", StringComparison.Ordinal));
        }

        var last = held.Whole ? known.Last : Math.Min(known.Last, latest is { } now ? Math.Max(now, highest) : unfinished ? highest : known.Last);
        if (unfinished && !held.Whole && latest is null && last < known.Last)
        {
            _openVolumes.Add(volume);
        }

        return held.Whole ? CountPublished(volume, known.First, last) : IssueGaps(volume, known.First, last, held);
    }

    private int CountPublished(int volume, int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1)).Count(i => !_plan.IsNeverPublished(volume, i));

    private int IssueGaps(int volume, int first, int last, HeldVolume held)
    {
        var expected = 0;
        for (var issue = first; issue <= last && !Full(); issue++)
        {
            if (_plan.IsNeverPublished(volume, issue))
            {
                continue;
            }

            expected++;
            if (held.Issues.Contains(issue))
            {
                continue;
            }

            var together = _plan.Together(volume, issue);
            expected += Math.Max(0, together.Last - issue);
            Missing(volume, new(issue, together.Last), new(volume, issue));
            issue = Math.Max(issue, together.Last);
        }

        return expected;
    }

    /// <summary>One row of numbers, whatever their volumes.</summary>
    private void Sequence(int? firstKnown, int? lastKnown)
    {
        var volumeOf = new SortedDictionary<int, int>();
        foreach (var (volume, held) in _held)
        {
            foreach (var issue in held.Issues)
            {
                volumeOf.TryAdd(issue, volume);
            }
        }

        var (lowest, highest) = volumeOf.Count > 0 ? ((int?)volumeOf.First().Key, (int?)volumeOf.Last().Key) : (null, null);
        var (first, last) = (firstKnown ?? lowest, _plan.Last?.Issue ?? Larger(lastKnown, highest));
        if (first is not { } from || last is not { } to)
        {
            return;
        }

        var expected = 0;
        var (before, numbers, at) = ((int?)null, volumeOf.Keys.ToArray(), 0);
        for (var issue = from; issue <= to && !Full(); issue++)
        {
            while (at < numbers.Length && numbers[at] < issue)
            {
                before = volumeOf[numbers[at++]];
            }

            int? after = at < numbers.Length ? volumeOf[numbers[at]] : null;
            var volume = _levels == Levels.NumbersOnly ? 0 : before == after ? before : null;
            if (volume is { } published && _plan.IsNeverPublished(published, issue))
            {
                continue;
            }

            expected++;
            if (at < numbers.Length && numbers[at] == issue)
            {
                continue;
            }

            var together = _plan.Together(volume ?? 0, issue);
            expected += Math.Max(0, together.Last - issue);
            Missing(volume, new(issue, together.Last), new(volume ?? before ?? after ?? 0, issue));
            issue = Math.Max(issue, together.Last);
        }

        foreach (var issue in numbers.Where(i => i < from || i > to))
        {
            Contradictions.Add($"{_names.Short(One(volumeOf[issue]), One(issue), null)} is held, but the plan's numbers are {from} to {to}.");
        }

        IssuesExpected = firstKnown is not null && lastKnown is not null && !_full ? expected : null;
    }

    private void Missing(int? volume, NumberRange issues, Unit unit)
    {
        var date = _calendar.DateOf(unit);
        Issues.Add(new(volume is 0 ? null : volume, issues.First, issues.Last, date, Reason(unit), _names.Short(volume is { } v ? One(v) : null, issues, date)));
    }

    private MissingReason Reason(Unit unit)
    {
        if (_firstHeld is { } first && _lastHeld is { } last && unit.CompareTo(first) > 0 && unit.CompareTo(last) < 0)
        {
            return MissingReason.BetweenHeld;
        }

        return _plan.Last is null && _latest is not null && (_lastHeld is not { } held || unit.CompareTo(held) > 0) ? MissingReason.Expected : MissingReason.Planned;
    }

    private void CountHeld()
    {
        long issues = 0;
        var known = _levels != Levels.VolumesOnly;
        foreach (var (volume, held) in _held)
        {
            var whole = held.Whole && known ? _ranges.Of(volume) : null;
            known &= !held.Whole || whole is not null;
            issues += whole is { } range ? CountPublished(volume, range.First, range.Last) : held.Issues.Count;
        }

        IssuesHeld = known ? (int)issues : null;
    }

    private void TellUnknowns()
    {
        var point = _levels == Levels.NumbersOnly ? _plan.First?.Issue : _plan.First?.Volume;
        if (point is null)
        {
            Unknowns.Add(_firstHeld is { } first ? $"What appeared before {Name(first)} is not known: the plan names no first part." : "What should be held is not known: nothing is held and the plan names no first part.");
        }

        if (!EndKnown && _plan.Status != PublicationStatus.Current)
        {
            Unknowns.Add((_lastHeld is { } last ? $"What appeared after {Name(last)} is not known: " : "Where the title ends is not known: ")
                + (_plan.Status == PublicationStatus.Ceased ? "the title has ceased, but the plan names no last part." : "the plan does not say whether the title still appears."));
        }

        if (_openVolumes.Count > 0)
        {
            var list = string.Join(", ", _openVolumes.Take(5).Select(v => _names.Short(One(v), null, null))) + (_openVolumes.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {_openVolumes.Count - 5} more volumes") : string.Empty);
            Unknowns.Add($"Whether issues {(_openStart ? "before the first and " : string.Empty)}after the last held are missing is not known for {list}.");
        }

        if (_full)
        {
            Unknowns.Add(string.Create(CultureInfo.InvariantCulture, $"More than {MostNamed} parts are missing; those after them are not named. Look for a misread number among the parts held."));
        }
    }

    private string Name(Unit unit) => _names.Short(One(unit.Volume), _levels == Levels.VolumesOnly || unit.Issue is 0 or int.MaxValue ? null : One(unit.Issue), null);

    private bool Full() => _full |= Volumes.Count + Issues.Count >= MostNamed;

    private static int? Larger(int? a, int? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);

    private static NumberRange One(int number) => new(number, number);

    private sealed class HeldVolume
    {
        public bool Whole { get; set; }

        public SortedSet<int> Issues { get; } = [];
    }
}
