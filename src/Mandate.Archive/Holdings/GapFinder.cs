using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>Finds the missing volumes and issues of one strand.</summary>
internal sealed class GapFinder
{
    private readonly EnumerationPlan _plan;
    private readonly Levels _levels;
    private readonly VolumeRanges _ranges;
    private readonly PartNames _names;
    private readonly Unit? _latest;
    private readonly HeldNumbers _held;
    private readonly GapList _gaps;
    private readonly List<int> _openVolumes = [];
    private bool _openStart;

    /// <summary>Prepares the search.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="levels">Which numbers parts bear.</param>
    /// <param name="strand">The strand with its parts in order; they may be none.</param>
    /// <param name="today">The day of the report.</param>
    public GapFinder(EnumerationPlan plan, Levels levels, HeldStrand strand, DateOnly today)
    {
        _plan = VolumeRanges.Complete(plan, levels, strand.Parts);
        _levels = levels;
        _ranges = new VolumeRanges(_plan);
        _names = new PartNames(plan.Captions, strand.Strand);
        _held = new HeldNumbers(_plan, levels, strand.Parts);
        var calendar = new IssueCalendar(_plan, levels, strand.Parts);
        (_latest, var date, var unknown) = calendar.Latest(today);
        _gaps = new GapList(_names, calendar, _held, _latest is not null);
        if (unknown is not null)
        {
            Unknowns.Add(unknown);
        }

        if (_latest is { } latest)
        {
            LatestVolume = levels == Levels.NumbersOnly ? null : _plan.Numbering == IssueNumbering.Continuous ? _ranges.VolumeWith(latest.Volume, latest.Issue) : latest.Volume;
            LatestExpected = _names.Short(LatestVolume is { } volume ? One(volume) : null, levels == Levels.VolumesOnly ? null : One(latest.Issue), date);
        }
    }

    /// <summary>Volumes of which nothing is held.</summary>
    public List<MissingVolume> Volumes => _gaps.Volumes;

    /// <summary>Missing issues.</summary>
    public List<MissingIssue> Issues => _gaps.Issues;

    /// <summary>What cannot be said.</summary>
    public List<string> Unknowns { get; } = [];

    /// <summary>What does not fit the plan.</summary>
    public List<string> Contradictions { get; } = [];

    /// <summary>Volumes that should be held; null where it is not known or there are none.</summary>
    public int? VolumesExpected { get; private set; }

    /// <summary>Volumes of which something is held.</summary>
    public int VolumesHeld => _levels == Levels.NumbersOnly ? 0 : _held.Volumes.Count;

    /// <summary>Issues that should be held; null where it is not known.</summary>
    public int? IssuesExpected { get; private set; }

    /// <summary>Issues held; null where it is not known.</summary>
    public int? IssuesHeld { get; private set; }

    /// <summary>The latest part expected.</summary>
    public string? LatestExpected { get; }

    private int? LatestVolume { get; }

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

        IssuesHeld = _levels == Levels.VolumesOnly ? null : _held.Count(v => _ranges.Of(v) is { } range ? _plan.Published(v, range) : null);
        TellUnknowns();
    }

    private void ByVolume()
    {
        var (firstKnown, lastKnown) = (_plan.First?.Volume, _plan.Last?.Volume);

        // Numbers that run on through volumes of unknown length are looked at as one row; volumes are then only counted.
        var row = _levels == Levels.VolumesAndIssues && _plan.Numbering == IssueNumbering.Continuous && (firstKnown is null || _ranges.Of(firstKnown.Value) is null || _held.Volumes.Any(v => _ranges.Of(v) is null));
        var latestVolume = row ? null : LatestVolume;
        var first = firstKnown ?? _held.First?.Volume;
        var last = lastKnown ?? Larger(latestVolume, _held.Last?.Volume);
        var (expected, issues, issuesKnown) = (0, 0L, _levels == Levels.VolumesAndIssues && !row);
        if (first is { } from && last is { } to)
        {
            for (long at = from; at <= to && !_gaps.IsFull(); at++)
            {
                var volume = (int)at;
                if (_plan.IsNeverPublished(volume))
                {
                    continue;
                }

                expected++;
                if (row)
                {
                    AddVolume(volume, null);
                    continue;
                }

                var count = VolumeGaps(volume, latestVolume);
                issuesKnown &= count is not null;
                issues += count ?? 0;
            }
        }

        foreach (var volume in _held.Volumes.Where(v => v < first || v > last))
        {
            Contradictions.Add($"{_names.Short(One(volume), null, null)} is held, but the plan's volumes are {first} to {last}.");
        }

        var bounded = firstKnown is not null && (lastKnown ?? latestVolume) is not null && !_gaps.Overflowed;
        VolumesExpected = bounded ? expected : null;
        IssuesExpected = bounded && issuesKnown ? (int)issues : null;
        if (row)
        {
            Sequence(_plan.First?.Issue, _plan.Last?.Issue ?? _latest?.Issue);
        }
    }

    /// <summary>Names what a volume lacks and tells how many issues it should have; null where that is not known.</summary>
    private int? VolumeGaps(int volume, int? latestVolume)
    {
        // A volume before the last one held is finished, whatever the frequency lets expect.
        var latest = volume == latestVolume && _levels != Levels.VolumesOnly && !(volume < _held.Last?.Volume) ? _latest?.Issue : null;
        var range = _levels == Levels.VolumesOnly ? null : _ranges.Of(volume);
        if (_held.Of(volume) is not { } held)
        {
            int? count = range is { } all ? _plan.Published(volume, new(all.First, Math.Min(latest ?? all.Last, all.Last))) : null;
            AddVolume(volume, count);
            return count;
        }

        if (_levels == Levels.VolumesOnly)
        {
            return null;
        }

        // The last volume may be unfinished, unless the plan says where the title ends.
        var unfinished = volume == _held.Last!.Value.Volume && _plan.Last?.Volume is null && (latestVolume is null || volume >= latestVolume);
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

        return held.Whole ? _plan.Published(volume, new(known.First, last)) : IssueGaps(volume, known.First, last, held);
    }

    private void AddVolume(int volume, int? issues)
    {
        if (_held.Of(volume) is null)
        {
            _gaps.AddVolume(volume, issues, _levels == Levels.VolumesOnly ? 0 : _ranges.Of(volume)?.First ?? 1);
        }
    }

    private int IssueGaps(int volume, int first, int last, HeldVolume held)
    {
        var expected = 0;
        for (var issue = first; issue <= last && !_gaps.IsFull(); issue++)
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
            _gaps.AddIssue(volume, new(issue, together.Last), new(volume, issue));
            issue = Math.Max(issue, together.Last);
        }

        return expected;
    }

    /// <summary>One row of numbers, whatever their volumes.</summary>
    private void Sequence(int? firstKnown, int? lastKnown)
    {
        var volumeOf = _held.Row();
        var (lowest, highest) = volumeOf.Count > 0 ? ((int?)volumeOf.First().Key, (int?)volumeOf.Last().Key) : (null, null);
        var (first, last) = (firstKnown ?? lowest, _plan.Last?.Issue ?? Larger(lastKnown, highest));
        if (first is not { } from || last is not { } to)
        {
            return;
        }

        var expected = 0;
        var (before, numbers, at) = ((int?)null, volumeOf.Keys.ToArray(), 0);
        for (var issue = from; issue <= to && !_gaps.IsFull(); issue++)
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
            _gaps.AddIssue(volume, new(issue, together.Last), new(volume ?? before ?? after ?? 0, issue));
            issue = Math.Max(issue, together.Last);
        }

        foreach (var issue in numbers.Where(i => i < from || i > to))
        {
            Contradictions.Add($"{_names.Short(One(volumeOf[issue]), One(issue), null)} is held, but the plan's numbers are {from} to {to}.");
        }

        IssuesExpected = firstKnown is not null && lastKnown is not null && !_gaps.Overflowed ? expected : null;
    }

    private void TellUnknowns()
    {
        var point = _levels == Levels.NumbersOnly ? _plan.First?.Issue : _plan.First?.Volume;
        if (point is null)
        {
            Unknowns.Add(_held.First is { } first ? $"What appeared before {Name(first)} is not known: the plan names no first part." : "What should be held is not known: nothing is held and the plan names no first part.");
        }

        if (!EndKnown && _plan.Status != PublicationStatus.Current)
        {
            Unknowns.Add((_held.Last is { } last ? $"What appeared after {Name(last)} is not known: " : "Where the title ends is not known: ")
                + (_plan.Status == PublicationStatus.Ceased ? "the title has ceased, but the plan names no last part." : "the plan does not say whether the title still appears."));
        }

        if (_openVolumes.Count > 0)
        {
            var list = string.Join(", ", _openVolumes.Take(5).Select(v => _names.Short(One(v), null, null))) + (_openVolumes.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {_openVolumes.Count - 5} more volumes") : string.Empty);
            Unknowns.Add($"Whether issues {(_openStart ? "before the first and " : string.Empty)}after the last held are missing is not known for {list}.");
        }

        if (_gaps.Overflowed)
        {
            Unknowns.Add(string.Create(CultureInfo.InvariantCulture, $"More than {GapList.MostNamed} parts are missing; those after them are not named. Look for a misread number among the parts held."));
        }
    }

    private string Name(Unit unit) => _names.Short(One(unit.Volume), _levels == Levels.VolumesOnly || unit.Issue is 0 or int.MaxValue ? null : One(unit.Issue), null);

    private static int? Larger(int? a, int? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);

    private static NumberRange One(int number) => new(number, number);
}
