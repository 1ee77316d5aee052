namespace Mandate.Electoral;

/// <summary>What a vote can be cast for.</summary>
public enum ContenderKind
{
    /// <summary>A list of a party or a coalition.</summary>
    List,

    /// <summary>A person.</summary>
    Candidate,

    /// <summary>Several small lists or persons that the source gives as one line; it can win nothing.</summary>
    Pooled,

    /// <summary>The option "against all"; it counts in a base and can win nothing.</summary>
    AgainstAll,
}

/// <summary>A list, a person, or another option on the ballot.</summary>
/// <param name="Id">Id, unique in the contest.</param>
/// <param name="Kind">What it is.</param>
public sealed record Contender(string Id, ContenderKind Kind)
{
    /// <summary>Gets the day on which it was registered; null where that is unknown.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Gets its place in the order of registration, 1 for the earliest; null where that is unknown.</summary>
    public int? RegisteredAs { get; init; }

    /// <summary>Gets how many parties put it forward together; 1 for a party's own list.</summary>
    public int Parties { get; init; } = 1;

    /// <summary>Gets marks a law's threshold can ask for, such as <c>minority</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets whether it can win a seat.</summary>
    public bool CanWin => Kind is ContenderKind.List or ContenderKind.Candidate;
}

/// <summary>A person on a list or on the ballot.</summary>
/// <param name="Id">Id, unique in the contest.</param>
/// <param name="Name">The name as the source writes it.</param>
/// <param name="Position">Place on the list, 1 for the first; 0 for a person who stands alone.</param>
/// <param name="Groups">Groups with a representation quota to which the person belongs, such as <c>women</c>.</param>
public sealed record Person(string Id, string Name, int Position, IReadOnlyList<string> Groups);
