namespace Mandate.Electoral;

/// <summary>How far a result stands.</summary>
public enum Status
{
    /// <summary>Every seat is decided, or empty by law.</summary>
    Complete,

    /// <summary>A lot must be drawn.</summary>
    Tie,

    /// <summary>A second round must be held.</summary>
    Runoff,

    /// <summary>A vote or an election must be held again.</summary>
    Repeat,

    /// <summary>A figure or fact is missing.</summary>
    Unknown,

    /// <summary>The law itself is silent.</summary>
    Undefined,
}

/// <summary>What must happen first.</summary>
/// <param name="Status">Why the result waits; <see cref="Status.Complete"/> where only persons are still to be named.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Area">The constituency.</param>
/// <param name="Step">Id of the step that waits.</param>
/// <param name="Reason">A short key that says what is missing, such as <c>registration</c>; texts are chosen by it.</param>
/// <param name="Contenders">Whom it is about, in ballot order.</param>
/// <param name="Seats">Seats that depend on it.</param>
public sealed record Pending(Status Status, string Contest, string Area, string Step, string Reason, IReadOnlyList<string> Contenders, int Seats)
{
    /// <summary>Gets the keys of facts that would settle it.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Gets the last day for it, where the law sets one and its beginning is known.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A figure that is not known, and how large it can be before the seats would change.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Area">The constituency.</param>
/// <param name="Fact">Key of the missing figure.</param>
/// <param name="UpTo">The seats given hold while the figure is 0 to this, ends included.</param>
public sealed record Condition(string Contest, string Area, string Fact, long UpTo);

/// <summary>A seat and who has it.</summary>
/// <param name="List">Id of the list, or of the person who stood alone.</param>
/// <param name="Person">Id of the person.</param>
public sealed record Elected(string List, string Person);

/// <summary>What an area elected: a constituency, or a wider area in which a step was carried out.</summary>
public sealed record ConstituencyOutcome
{
    /// <summary>Gets the id of the constituency.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it is: <c>constituency</c>, <c>nation</c>, or a kind of region.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the place of its first step among all steps carried out; areas are told in this order.</summary>
    public int Order { get; init; }

    /// <summary>Gets the seats it elects; null where that is unknown.</summary>
    public required int? Seats { get; init; }

    /// <summary>Gets how far the result stands.</summary>
    public required Status Status { get; init; }

    /// <summary>Gets seats by contender, in ballot order; contenders without a seat are absent.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Won { get; init; }

    /// <summary>Gets persons who have a seat.</summary>
    public required IReadOnlyList<Elected> Elected { get; init; }

    /// <summary>Gets seats left empty by law.</summary>
    public required int Vacant { get; init; }

    /// <summary>Gets whether the seats are given as an outcome, without votes.</summary>
    public required bool Given { get; init; }

    /// <summary>Gets what must happen first.</summary>
    public required IReadOnlyList<Pending> Pending { get; init; }

    /// <summary>Gets conditions under which the seats hold.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>Gets figures that do not add up, or could not be checked.</summary>
    public required IReadOnlyList<RelationResult> Relations { get; init; }

    /// <summary>Gets the trace of every step that ran.</summary>
    public required IReadOnlyList<StepTrace> Derivation { get; init; }

    /// <summary>The seats of one contender.</summary>
    public int SeatsOf(string contender)
    {
        for (var i = 0; i < Won.Count; i++)
        {
            if (Won[i].Key == contender)
            {
                return Won[i].Value;
            }
        }

        return 0;
    }
}

/// <summary>What a tier elected.</summary>
/// <param name="Id">Id of the tier.</param>
/// <param name="Seats">Its seats; null where that is unknown.</param>
/// <param name="Constituencies">Its constituencies in the order of the election's data, then wider areas that took part.</param>
public sealed record TierOutcome(string Id, int? Seats, IReadOnlyList<ConstituencyOutcome> Constituencies)
{
    /// <summary>Gets whether its seats fill the chamber.</summary>
    public bool Fills { get; init; } = true;

    /// <summary>Gets the run that led to it, from which certificates are made; null where it was put together by hand.</summary>
    internal Steps.TierRun? Run { get; init; }
}

/// <summary>What an election decided.</summary>
/// <param name="Tiers">Tiers in the order of the law.</param>
public sealed record ElectionOutcome(IReadOnlyList<TierOutcome> Tiers)
{
    /// <summary>Gets the gravest of the constituencies' states: unknown and undefined before tie, runoff and repeat.</summary>
    public Status Status => Parts.Aggregate(Status.Complete, (gravest, part) => part.Status > gravest ? part.Status : gravest);

    /// <summary>Gets every constituency of every tier.</summary>
    public IEnumerable<ConstituencyOutcome> Parts => Tiers.SelectMany(t => t.Constituencies);
}
