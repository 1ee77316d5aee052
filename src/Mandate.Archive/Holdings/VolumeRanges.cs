namespace Mandate.Archive.Holdings;

/// <summary>Which issue numbers each volume has, as far as the plan tells.</summary>
internal sealed class VolumeRanges(EnumerationPlan plan)
{
    private readonly List<long> _starts = [];

    /// <summary>The plan, with the way issues are numbered filled in where parts held show it: a number that two volumes have, or one that is larger than a volume's issues.</summary>
    public static EnumerationPlan Complete(EnumerationPlan plan, Levels levels, IReadOnlyList<PlacedPart> parts)
    {
        if (plan.Numbering is not null || levels != Levels.VolumesAndIssues)
        {
            return plan;
        }

        var (volumeOf, continuous, first) = (new Dictionary<int, int>(), false, parts.Count > 0 ? parts[0].Volumes.First : 0);
        foreach (var part in parts)
        {
            if (part.Issues is not { } issues)
            {
                continue;
            }

            var of = plan.IssuesOf(part.Volumes.First);
            if (!volumeOf.TryAdd(issues.First, part.Volumes.First) && volumeOf[issues.First] != part.Volumes.First || (part.Volumes.First > first && issues.First <= of))
            {
                return plan with { Numbering = IssueNumbering.RestartsEachVolume };
            }

            continuous |= issues.Last > of;
        }

        return continuous ? plan with { Numbering = IssueNumbering.Continuous } : plan;
    }

    /// <summary>The issues of a volume; null where the plan does not tell.</summary>
    public NumberRange? Of(int volume)
    {
        if (plan.IssuesOf(volume) is not { } issues)
        {
            return null;
        }

        var last = plan.Last is { Issue: { } end } && plan.Last.Volume == volume ? end : (int?)null;
        if (plan.Numbering != IssueNumbering.Continuous)
        {
            return new(plan.First is { Issue: { } begin } && plan.First.Volume == volume ? begin : 1, last ?? issues);
        }

        return Start(volume) is { } start ? new((int)start, last ?? (int)(start + issues - 1)) : null;
    }

    /// <summary>The volume at or after one that has an issue of numbers that run on; null where the plan does not tell.</summary>
    public int? VolumeWith(int from, int issue)
    {
        while (Of(from) is { } range)
        {
            if (range.Has(issue))
            {
                return from;
            }

            from++;
        }

        return null;
    }

    private long? Start(int volume)
    {
        if (plan.First?.Volume is not { } first || volume < first || (long)volume - first > 100_000)
        {
            return null;
        }

        if (_starts.Count == 0)
        {
            _starts.Add(plan.First.Issue ?? 1);
        }

        while (_starts.Count <= volume - first)
        {
            if (plan.IssuesOf(first + _starts.Count - 1) is not { } issues || _starts[^1] + issues > int.MaxValue / 2)
            {
                return null;
            }

            _starts.Add(_starts[^1] + issues);
        }

        return _starts[volume - first];
    }
}
