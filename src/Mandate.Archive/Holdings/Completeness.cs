namespace Mandate.Archive.Holdings;

/// <summary>What is missing from a title, what is held twice, and what cannot be said.</summary>
/// <param name="Volumes">Volumes of which nothing is held. Their issues are not named again, unless numbers run on through volumes of unknown length.</param>
/// <param name="Issues">Missing issues of volumes of which something is held, and missing numbers of series without volumes.</param>
/// <param name="Pages">Missing pages of held parts.</param>
/// <param name="Unreadable">Pages that are held but cannot be read.</param>
/// <param name="RepeatedPages">Numbers printed on more than one page of a part or volume.</param>
/// <param name="Doubles">Parts held more than once.</param>
/// <param name="Extras">Supplements and indexes known to have appeared and not held.</param>
/// <param name="Unknowns">What cannot be said, since neither the plan nor the parts say it.</param>
/// <param name="Contradictions">Where the parts held and the plan do not fit.</param>
/// <param name="VolumesExpected">Volumes the title should have by now; null where it is not known, or the title has none.</param>
/// <param name="VolumesHeld">Volumes of which something is held.</param>
/// <param name="IssuesExpected">Issues the title should have by now; null where it is not known, or volumes are its parts.</param>
/// <param name="IssuesHeld">Issues held, a combined one counted by its numbers; null where a whole volume is held and its issues are not known.</param>
/// <param name="LatestExpected">The latest part that should have appeared by the day of the report; null where it is not known or the title has ceased.</param>
internal sealed record Completeness(
    IReadOnlyList<MissingVolume> Volumes,
    IReadOnlyList<MissingIssue> Issues,
    IReadOnlyList<MissingPages> Pages,
    IReadOnlyList<UnreadablePages> Unreadable,
    IReadOnlyList<RepeatedPage> RepeatedPages,
    IReadOnlyList<DoubleHolding> Doubles,
    IReadOnlyList<MissingExtra> Extras,
    IReadOnlyList<string> Unknowns,
    IReadOnlyList<string> Contradictions,
    int? VolumesExpected,
    int VolumesHeld,
    int? IssuesExpected,
    int? IssuesHeld,
    string? LatestExpected)
{
    /// <summary>The completeness designator, as MARC 21 for holdings codes it at 008/16, by issues where they are counted and by volumes otherwise.</summary>
    /// <remarks>Parts held beyond the plan do not make up for missing ones.</remarks>
    public CompletenessDesignator Designator => (IssuesExpected, IssuesHeld) is (> 0 and var issues, { } held) ? Of(issues, held)
        : IssuesExpected is null && VolumesExpected is > 0 and var volumes ? Of(volumes, VolumesHeld) : CompletenessDesignator.NotAvailable;

    private static CompletenessDesignator Of(long expected, long held)
        => held * 100 >= expected * 95 ? CompletenessDesignator.Complete : held * 100 >= expected * 50 ? CompletenessDesignator.Incomplete : CompletenessDesignator.Scattered;
}

/// <summary>How complete a title is; the numbers are the codes.</summary>
internal enum CompletenessDesignator
{
    /// <summary>Not known.</summary>
    NotAvailable = 0,

    /// <summary>95 to 100 of a hundred parts.</summary>
    Complete = 1,

    /// <summary>50 to 94.</summary>
    Incomplete = 2,

    /// <summary>Fewer than 50.</summary>
    Scattered = 3,
}

/// <summary>Why a part is called missing.</summary>
internal enum MissingReason
{
    /// <summary>Parts before and after it are held.</summary>
    BetweenHeld,

    /// <summary>The plan says it appeared.</summary>
    Planned,

    /// <summary>By the title's frequency it should have appeared by now. Nobody has seen it.</summary>
    Expected,
}

/// <summary>A volume of which nothing is held.</summary>
/// <param name="Volume">Its number.</param>
/// <param name="Issues">How many issues of it are missing; null where that is not known or volumes have none.</param>
/// <param name="Date">Its year, where parts held and the frequency tell it.</param>
/// <param name="Reason">Why it is called missing.</param>
/// <param name="Name">Its short name: <c>v. 3 (1972)</c>.</param>
internal sealed record MissingVolume(int Volume, int? Issues, IssueDate? Date, MissingReason Reason, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A missing issue, or missing issues that appeared as one.</summary>
/// <param name="Volume">Its volume; null in a series without volumes, or where it is not known in which volume it appeared.</param>
/// <param name="Issue">Its number.</param>
/// <param name="LastIssue">The last of the numbers that appeared as one; otherwise the same number.</param>
/// <param name="Date">Its date, where parts held and the frequency tell it.</param>
/// <param name="Reason">Why it is called missing.</param>
/// <param name="Name">Its short name: <c>v. 3, no. 2 (Apr. 1972)</c>.</param>
internal sealed record MissingIssue(int? Volume, int Issue, int LastIssue, IssueDate? Date, MissingReason Reason, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Pages whose printed numbers are missing from a part.</summary>
/// <param name="Part">The short name of the part, or of the two parts they lie between.</param>
/// <param name="First">The first number as printed.</param>
/// <param name="Last">The last number as printed.</param>
/// <param name="Count">How many numbers; at least 1.</param>
/// <param name="Unnumbered">How many pages without a number stand at that place.</param>
/// <param name="Certain">False where the pages were merely not seen: unnumbered ones there may be they, or nothing shows that such pages were printed.</param>
internal sealed record MissingPages(string Part, string First, string Last, int Count, int Unnumbered, bool Certain)
{
    /// <summary>Writes <c>v. 3, no. 2: pages 45–48 are missing</c>, or <c>… not seen</c>.</summary>
    public override string ToString() => $"{Part}: {(Count == 1 ? $"page {First}" : $"pages {First}–{Last}")} {(!Certain ? "not seen" : Count == 1 ? "is missing" : "are missing")}";
}

/// <summary>Pages that are held but cannot be read.</summary>
/// <param name="Part">The short name of the part.</param>
/// <param name="Pages">The pages, in reading order.</param>
internal sealed record UnreadablePages(string Part, IReadOnlyList<HeldPage> Pages);

/// <summary>A number printed on more than one page.</summary>
/// <param name="Part">The short name of the part, or of both parts.</param>
/// <param name="Label">The number.</param>
/// <param name="Pages">How many pages bear it; at least 2.</param>
internal sealed record RepeatedPage(string Part, string Label, int Pages);

/// <summary>A part held more than once.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Parts">The parts that hold it, in order; at least 2.</param>
internal sealed record DoubleHolding(string Name, IReadOnlyList<HeldPart> Parts);

/// <summary>A supplement or index known to have appeared and not held.</summary>
/// <param name="Extra">What the plan says.</param>
/// <param name="Name">Its short name.</param>
internal sealed record MissingExtra(PlannedExtra Extra, string Name);
