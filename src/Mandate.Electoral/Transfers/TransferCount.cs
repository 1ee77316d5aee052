namespace Mandate.Electoral.Transfers;

/// <summary>A rule for counting transferable votes.</summary>
public enum TransferRule
{
    /// <summary>Scottish local elections: whole quota, weighted inclusive Gregory, transfer values cut to five decimals.</summary>
    Scottish,

    /// <summary>One seat: the lowest is excluded until somebody has more than half of the votes still in the count.</summary>
    InstantRunoff,

    /// <summary>The same, but going on until no more than two are left.</summary>
    InstantRunoffToTwo,

    /// <summary>Elections to the Dáil: whole quota, whole papers, of the sub-parcel last received those last filed.</summary>
    Dail,

    /// <summary>Elections to the panels of the Seanad: a paper counts 1,000, the sub-parcel last received passes a surplus on, in whole thousandths.</summary>
    Seanad,

    /// <summary>Local elections in New Zealand: Meek's keep values in billionths, rounded up, and a quota of what is still in the count.</summary>
    Meek,

    /// <summary>Wright's system: weighted inclusive Gregory, and a new count after every exclusion.</summary>
    Wright,
}

/// <summary>What a stage did.</summary>
public enum StageKind
{
    /// <summary>First preferences were counted.</summary>
    FirstPreferences,

    /// <summary>The votes of somebody elected above the quota were transferred.</summary>
    Surplus,

    /// <summary>Somebody was excluded and all their votes were transferred.</summary>
    Exclusion,

    /// <summary>Those elected keep less of every ballot, and all surpluses pass on at once.</summary>
    KeepValues,
}

/// <summary>Why somebody is elected.</summary>
public enum ElectedBy
{
    /// <summary>The quota is reached.</summary>
    Quota,

    /// <summary>More than half of the votes still in the count.</summary>
    Majority,

    /// <summary>No more candidates are left than vacancies.</summary>
    LastVacancies,
}

/// <summary>Somebody elected at a stage.</summary>
/// <param name="Candidate">Index of the candidate.</param>
/// <param name="By">Why.</param>
public sealed record StageElection(int Candidate, ElectedBy By);

/// <summary>One stage of a count. Votes are multiples of 1 / <see cref="TransferCount.Scale"/>, by candidate in ballot order.</summary>
/// <param name="Number">1 for the first preferences.</param>
/// <param name="Kind">What it did.</param>
/// <param name="From">Whose votes moved; null at the first stage, and where all surpluses moved at once.</param>
/// <param name="Moved">The surplus, or all votes of the one excluded; 0 at the first stage.</param>
/// <param name="Before">Votes before it.</param>
/// <param name="Transfers">What each gained or, below zero, gave away.</param>
/// <param name="NonTransferable">Votes of ballots without a further preference, of those that moved; below zero where a new count brings some back.</param>
/// <param name="Lost">What cutting transfer values short has lost; below zero where a new count brings it back.</param>
/// <param name="Elected">Who is elected after it, most votes first.</param>
public sealed record TransferStage(
    int Number,
    StageKind Kind,
    int? From,
    long Moved,
    IReadOnlyList<long> Before,
    IReadOnlyList<long> Transfers,
    long NonTransferable,
    long Lost,
    IReadOnlyList<StageElection> Elected)
{
    /// <summary>Gets candidates who had equal votes when this one was chosen; empty where none had.</summary>
    public IReadOnlyList<int> Tied { get; init; } = [];

    /// <summary>Gets the earlier stage whose votes told them apart; null where they did not tie, or a lot did.</summary>
    public int? DecidedAt { get; init; }

    /// <summary>Gets everybody excluded at this stage, the lowest first, where it was more than one; empty otherwise.</summary>
    public IReadOnlyList<int> Together { get; init; } = [];

    /// <summary>Gets surpluses that stayed where they were at an exclusion, since they could change nothing yet, added up.</summary>
    public long Deferred { get; init; }

    /// <summary>Gets whether the count began again: who was elected before is elected no longer.</summary>
    public bool Restart { get; init; }

    /// <summary>Gets the quota set at this stage, a multiple of 1 / <see cref="TransferCount.Scale"/>; null where it stays as it was.</summary>
    public long? Quota { get; init; }

    /// <summary>Gets how many times ballots were shared out by keep values; 0 in other rules.</summary>
    public int Rounds { get; init; }

    /// <summary>Gets the share of a vote that each candidate keeps, by candidate, in multiples of 1 / <see cref="TransferCount.Scale"/>; empty in other rules.</summary>
    public IReadOnlyList<long> KeepValues { get; init; } = [];

    /// <summary>Gets votes after the stage.</summary>
    public IReadOnlyList<long> After { get; } = [.. Before.Zip(Transfers, (b, t) => b + t)];
}

/// <summary>A tie that only a lot can settle: on whom it falls is excluded, or has their surplus transferred first.</summary>
/// <param name="Stage">The stage that waits.</param>
/// <param name="Kind">Exclusion or surplus.</param>
/// <param name="Tie">Between whom; one of them is drawn.</param>
public sealed record TransferTie(int Stage, StageKind Kind, Tie Tie)
{
    /// <summary>Gets whether fractions of papers are equal: on whom the lot falls gets one paper more of a surplus.</summary>
    public bool OfFractions { get; init; }
}

/// <summary>A count of transferable votes, stage by stage.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Seats">Seats to fill.</param>
/// <param name="Valid">Valid ballots.</param>
/// <param name="Scale">Votes of stages are multiples of 1 / this.</param>
/// <param name="Quota">Votes that elect at the first stage, a multiple of 1 / <paramref name="Scale"/>; null where a majority does.</param>
/// <param name="Stages">At least the first preferences.</param>
/// <param name="Waiting">The tie at which the count stopped for want of a lot; null where it is finished.</param>
public sealed record TransferCount(
    TransferRule Rule,
    int Seats,
    long Valid,
    long Scale,
    long? Quota,
    IReadOnlyList<TransferStage> Stages,
    TransferTie? Waiting)
{
    /// <summary>Gets indices of those elected, in the order of their election.</summary>
    public IReadOnlyList<int> Elected { get; } = [.. Stages.Skip(Begun(Stages)).SelectMany(s => s.Elected).Select(e => e.Candidate)];

    /// <summary>Gets the stage at which the count began for the last time: 1 where it never began again.</summary>
    public int Start { get; } = Begun(Stages) + 1;

    private static int Begun(IReadOnlyList<TransferStage> stages) => Math.Max(0, stages.Select(s => s.Restart).ToList().LastIndexOf(true));
}
