namespace Mandate.Electoral.Matrices;

/// <summary>A district of a matrix: its seats, and its votes for every list.</summary>
/// <param name="Area">Id of the district.</param>
/// <param name="Seats">Seats it elects; 0 is allowed.</param>
/// <param name="Votes">Votes by list, in the order of the lists.</param>
public sealed record MatrixArea(string Area, SeatCount Seats, IReadOnlyList<VoteCount> Votes)
{
    /// <summary>Gets the fewest seats of each list here, in the order of the lists; empty for none.</summary>
    public IReadOnlyList<SeatCount> Least { get; init; } = [];
}

/// <summary>A list of a matrix and the seats it has in all districts together.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Seats">Its seats from the upper apportionment.</param>
public sealed record MatrixList(string List, SeatCount Seats);

/// <summary>A cell that has its certain seats or one more, because matrices of equal right differ there.</summary>
/// <param name="Area">Place of the district among the districts.</param>
/// <param name="List">Place of the list among the lists.</param>
public readonly record struct OpenCell(int Area, int List);
