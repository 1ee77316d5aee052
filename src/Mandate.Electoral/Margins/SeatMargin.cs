namespace Mandate.Electoral.Margins;

/// <summary>The fewest votes that would have to move from one list to another for a seat to be no longer certain.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Area">The area whose seat it is.</param>
/// <param name="List">Who has the seat.</param>
/// <param name="Seat">Which of its seats there, 1 for the first.</param>
/// <param name="Next">Who would have it or tie for it; null where nobody would.</param>
/// <param name="Votes">Votes to be moved; 0 where a tie was settled already.</param>
/// <param name="From">The list that loses them.</param>
/// <param name="To">The list that gains them.</param>
/// <param name="Where">The area in which they are moved.</param>
/// <param name="Of">All votes there for lists that can win.</param>
/// <param name="Exact">Whether fewer votes, moved between any two lists, are proved not to be enough; else it is an upper bound.</param>
public sealed record SeatMargin(
    string Contest, string Area, string List, int Seat, string? Next, long Votes, string From, string To, string Where, long Of, bool Exact);

/// <summary>What margins an election has.</summary>
/// <param name="Seats">One for every seat that has one, the closest first.</param>
/// <param name="Runs">How often the whole count was carried out with moved votes, for upper bounds.</param>
public sealed record SeatMargins(IReadOnlyList<SeatMargin> Seats, int Runs)
{
    /// <summary>Works the margins out.</summary>
    /// <param name="rules">The rules of the law's version.</param>
    /// <param name="election">The figures.</param>
    /// <param name="lots">Recorded lots.</param>
    /// <param name="outcome">What they led to; the outcome of a run with just these rules, figures and lots.</param>
    /// <remarks>
    /// A seat can change as soon as votes no longer decide it alone: reaching a tie is enough, however a law would settle it. The
    /// number of votes stays the same, so figures and bases of thresholds do. Exact where a tier is one allocation by divisors or
    /// quota to lists over a threshold; elsewhere a limited search finds moves that do change seats, and so upper bounds.
    /// </remarks>
    public static SeatMargins Of(Rules rules, ElectionInput election, IReadOnlyList<Lot> lots, ElectionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentNullException.ThrowIfNull(outcome);
        var seats = new List<SeatMargin>();
        var search = new MarginSearch(rules, election, lots, outcome);
        foreach (var tier in outcome.Tiers.Where(t => t.Constituencies.Any(c => !c.Given && c.Won.Count > 0)))
        {
            seats.AddRange(OneTier.Margins(rules, tier) ?? search.Margins(tier));
        }

        return new SeatMargins([.. seats.OrderBy(s => s.Votes)], search.Runs);
    }
}
