namespace Mandate.Electoral;

/// <summary>What votes leave equal: several contenders, and fewer seats than there are of them.</summary>
/// <param name="Contenders">Ids of those who tie, in ballot order; at least two. Each can win one of the seats.</param>
/// <param name="Seats">Seats among them, at least 1 and fewer than there are contenders.</param>
public sealed record Tie(IReadOnlyList<string> Contenders, int Seats)
{
    /// <summary>Whether <paramref name="winners"/> settle this very tie: as many as there are seats, all of them contenders, none twice.</summary>
    public bool Fits(IReadOnlyCollection<string> winners) =>
        winners.Count == Seats && winners.Distinct(StringComparer.Ordinal).Count() == Seats && winners.All(Contenders.Contains);
}
