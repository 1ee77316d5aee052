namespace Mandate.Archive.Holdings;

/// <summary>The missing volumes and issues of a strand, named, dated, and with the reason why they are called missing.</summary>
internal sealed class GapList(PartNames names, IssueCalendar calendar, HeldNumbers held, bool expects)
{
    /// <summary>So many missing parts are named at most, so that one misread number cannot fill the memory.</summary>
    public const int MostNamed = 100_000;

    /// <summary>Missing volumes.</summary>
    public List<MissingVolume> Volumes { get; } = [];

    /// <summary>Missing issues.</summary>
    public List<MissingIssue> Issues { get; } = [];

    /// <summary>Whether it was full when more was to be named.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Whether no more can be named; asking is remembered.</summary>
    public bool IsFull() => Overflowed |= Volumes.Count + Issues.Count >= MostNamed;

    /// <summary>Names a volume.</summary>
    /// <param name="volume">Its number.</param>
    /// <param name="issues">How many issues it lacks; null for unknown.</param>
    /// <param name="firstIssue">Its first issue, from which its year is told; 0 where volumes have none.</param>
    public void AddVolume(int volume, int? issues, int firstIssue)
    {
        var date = calendar.DateOf(new(volume, firstIssue)) is { } known ? new IssueDate(known.Year) : null;
        Volumes.Add(new(volume, issues, date, Reason(new(volume, 0)), names.Short(new(volume, volume), null, date)));
    }

    /// <summary>Names an issue, or issues that appeared as one.</summary>
    /// <param name="volume">Its volume; 0 or null for none and unknown.</param>
    /// <param name="issues">Its numbers.</param>
    /// <param name="near">Its place, or the nearest known one.</param>
    public void AddIssue(int? volume, NumberRange issues, Unit near)
    {
        var date = calendar.DateOf(near);
        var known = volume is 0 ? null : volume;
        Issues.Add(new(known, issues.First, issues.Last, date, Reason(near), names.Short(known is { } v ? new NumberRange(v, v) : null, issues, date)));
    }

    private MissingReason Reason(Unit unit) => held is { First: { } first, Last: { } last } && unit.CompareTo(first) > 0 && unit.CompareTo(last) < 0 ? MissingReason.BetweenHeld
        : expects && (held.Last is not { } end || unit.CompareTo(end) > 0) ? MissingReason.Expected : MissingReason.Planned;
}
