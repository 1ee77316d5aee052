namespace Mandate.Electoral;

/// <summary>What a list brings to an allocation.</summary>
/// <param name="List">Id of the list, unique in the allocation.</param>
/// <param name="Votes">Its votes.</param>
public sealed record Claim(string List, VoteCount Votes)
{
    /// <summary>Gets seats it already holds; they count towards the seats to be filled and are never taken away.</summary>
    public SeatCount Held { get; init; }

    /// <summary>Gets the fewest seats it can end with.</summary>
    public SeatCount Minimum { get; init; }

    /// <summary>Gets the most seats it can end with; null means no limit.</summary>
    public SeatCount? Maximum { get; init; }
}
