namespace Mandate.Archive.Holdings;

/// <summary>What a title should have.</summary>
/// <param name="TitleId">The title's id in the archive.</param>
/// <param name="Name">Its name.</param>
/// <param name="Plan">How its parts are numbered; <see cref="EnumerationPlan.Unknown"/> where nobody has said.</param>
internal sealed record SerialPlan(string TitleId, string Name, EnumerationPlan Plan);

/// <summary>How the parts of a title are numbered and dated. Everything left out is unknown, and is reported as unknown.</summary>
internal sealed record EnumerationPlan
{
    /// <summary>A plan that says nothing.</summary>
    public static EnumerationPlan Unknown { get; } = new();

    /// <summary>What the title calls its volumes and issues.</summary>
    public Captions Captions { get; init; } = new("v.", "no.");

    /// <summary>Which numbers a part bears; null: as the parts held show.</summary>
    public Levels? Levels { get; init; }

    /// <summary>The first part that appeared; null where it is not known.</summary>
    public PartPoint? First { get; init; }

    /// <summary>The last part that appeared; null where the title still appears or the last is not known. Where it is given, the title has ceased.</summary>
    public PartPoint? Last { get; init; }

    /// <summary>Whether the title still appears. With <see cref="Last"/> given it does not.</summary>
    public PublicationStatus Status { get; init; }

    /// <summary>Issues a volume, at least 1; null where it is not known.</summary>
    public int? IssuesAVolume { get; init; }

    /// <summary>Volumes that have another number of issues.</summary>
    public IReadOnlyDictionary<int, int> IssuesIn { get; init; } = new Dictionary<int, int>();

    /// <summary>Whether issues begin again with each volume; null where it is not known.</summary>
    public IssueNumbering? Numbering { get; init; }

    /// <summary>How often a part of the lowest level appears.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>Volumes a year; null where it is not known or not regular.</summary>
    public int? VolumesAYear { get; init; }

    /// <summary>How pages are numbered; null where it is not known.</summary>
    public PageNumbering? Pages { get; init; }

    /// <summary>Times in which nothing appeared and no number was used up, such as 1941 to 1945. In order of time, not overlapping.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Volumes never published although their numbers were passed over. Such a number keeps its turn in time.</summary>
    public IReadOnlyList<NumberRange> VolumesNeverPublished { get; init; } = [];

    /// <summary>Issues never published although their numbers were passed over. Such a number keeps its turn in time.</summary>
    public IReadOnlyList<IssueRange> IssuesNeverPublished { get; init; } = [];

    /// <summary>Issues published as one, such as 3/4. A part with either number, or with both, holds them all.</summary>
    public IReadOnlyList<IssueRange> Combined { get; init; } = [];

    /// <summary>Supplements and indexes that are known to have appeared.</summary>
    public IReadOnlyList<PlannedExtra> Extras { get; init; } = [];

    /// <summary>Issues of a volume: its own number, or the usual one, or what the frequency gives; null where none of them says.</summary>
    public int? IssuesOf(int volume) => IssuesIn.TryGetValue(volume, out var own) ? own : IssuesAVolume ?? (VolumesAYear is > 0 and var a && Frequency is Frequency.Monthly or Frequency.Quarterly or Frequency.Annual && PeriodsAYear % a == 0 ? PeriodsAYear / a : null);

    /// <summary>Periods a year: 52 for a weekly, 12, 4 or 1; null where the frequency is none.</summary>
    public int? PeriodsAYear => Frequency switch { Frequency.Weekly => 52, Frequency.Monthly => 12, Frequency.Quarterly => 4, Frequency.Annual => 1, _ => null };

    /// <summary>Whether a volume was never published.</summary>
    public bool IsNeverPublished(int volume) => VolumesNeverPublished.Any(r => r.Has(volume));

    /// <summary>Whether an issue was never published; <paramref name="volume"/> is 0 for series without volumes.</summary>
    public bool IsNeverPublished(int volume, int issue) => IsNeverPublished(volume) || IssuesNeverPublished.Any(r => r.Volume == volume && r.Issues.Has(issue));

    /// <summary>How many of some issues were published.</summary>
    public int Published(int volume, NumberRange issues) => Enumerable.Range(issues.First, Math.Max(0, issues.Last - issues.First + 1)).Count(i => !IsNeverPublished(volume, i));

    /// <summary>The issues that appeared as one with an issue, itself at least.</summary>
    public NumberRange Together(int volume, int issue) => Combined.FirstOrDefault(r => r.Volume == volume && r.Issues.Has(issue))?.Issues ?? new(issue, issue);
}

/// <summary>What a title calls its parts: <c>v.</c> and <c>no.</c>, <c>т.</c> and <c>№</c>. Empty where it prints bare numbers, as with years.</summary>
internal sealed record Captions(string Volume, string Issue);

/// <summary>A point in a title's run.</summary>
/// <param name="Volume">Its volume; null in a series without volumes.</param>
/// <param name="Issue">Its issue; null where the volume is the part.</param>
/// <param name="Date">Its date; null where it is not known.</param>
internal sealed record PartPoint(int? Volume, int? Issue, IssueDate? Date = null);

/// <summary>Numbers from one to another, both included.</summary>
internal readonly record struct NumberRange(int First, int Last)
{
    /// <summary>Whether it has a number.</summary>
    public bool Has(int number) => First <= number && number <= Last;
}

/// <summary>Issues of a volume; the volume is 0 in a series without volumes.</summary>
internal sealed record IssueRange(int Volume, NumberRange Issues);

/// <summary>A time in which nothing appeared, both ends included.</summary>
internal sealed record Pause(IssueDate From, IssueDate To);

/// <summary>A supplement or index known to have appeared, by the labels it bears.</summary>
internal sealed record PlannedExtra(PartKind Kind, string? Volume, string? Issue);

/// <summary>Which numbers a part bears.</summary>
internal enum Levels
{
    /// <summary>A volume and an issue.</summary>
    VolumesAndIssues,

    /// <summary>A volume alone.</summary>
    VolumesOnly,

    /// <summary>A number alone, as laws and reports do.</summary>
    NumbersOnly,
}

/// <summary>Whether a title still appears.</summary>
internal enum PublicationStatus
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It still appears.</summary>
    Current,

    /// <summary>It has ceased.</summary>
    Ceased,
}

/// <summary>How issues are numbered.</summary>
internal enum IssueNumbering
{
    /// <summary>From 1 in each volume.</summary>
    RestartsEachVolume,

    /// <summary>On through all volumes.</summary>
    Continuous,
}

/// <summary>How often a title appears.</summary>
internal enum Frequency
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>As it comes.</summary>
    Irregular,

    /// <summary>Every seventh day.</summary>
    Weekly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every third month, or every season.</summary>
    Quarterly,

    /// <summary>Every year.</summary>
    Annual,
}

/// <summary>How pages are numbered.</summary>
internal enum PageNumbering
{
    /// <summary>Pages bear no numbers.</summary>
    None,

    /// <summary>From 1 in each issue.</summary>
    RestartsEachIssue,

    /// <summary>On through the issues of a volume.</summary>
    ContinuousThroughVolume,
}
