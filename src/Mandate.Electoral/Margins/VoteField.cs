using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Margins;

/// <summary>One allocation to lists over a threshold, as far as votes move it.</summary>
/// <param name="Lists">Ids of lists.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Needed">The fewest votes with which each takes part; <see cref="long.MaxValue"/> for never.</param>
/// <param name="Method">The method.</param>
/// <param name="House">Seats, at least 1.</param>
internal sealed record VoteField(IReadOnlyList<string> Lists, IReadOnlyList<long> Votes, IReadOnlyList<long> Needed, Method Method, int House)
{
    /// <summary>Gets the votes the quota is made of; null for those of the lists that take part.</summary>
    public long? QuotaOver { get; init; }

    /// <summary>Gets the fewest seats of every list that takes part.</summary>
    public int Minimum { get; init; }

    /// <summary>Gets the most seats of each list; empty for no limit.</summary>
    public IReadOnlyList<int> Most { get; init; } = [];

    /// <summary>Gets numbers of lists for which the law orders something else.</summary>
    public IReadOnlyList<int> OtherwiseWith { get; init; } = [];

    /// <summary>Seats that are certain with other votes, in the order of the lists; none where nobody takes part.</summary>
    public FieldOutcome With(IReadOnlyList<long> votes)
    {
        var inside = Enumerable.Range(0, votes.Count).Where(i => votes[i] >= Needed[i]).ToList();
        var seats = new int[votes.Count];
        if (inside.Count == 0 || inside.All(i => votes[i] == 0))
        {
            return new FieldOutcome(inside, seats, []);
        }

        var claims = inside.Select(i => new Claim(Lists[i], new VoteCount(votes[i])) { Minimum = new SeatCount(Minimum), Maximum = Most.Count == 0 ? null : new SeatCount(Math.Max(Minimum, Most[i])) }).ToList();
        Ratio? quota = QuotaOver is { } over ? ((QuotaMethod)Method).Quota(over, House) : null;
        var allocation = Apportionment.Allocate(Method, claims, new SeatCount(House), quota);
        for (var k = 0; k < inside.Count; k++)
        {
            seats[inside[k]] = allocation.Awarded[k];
        }

        return new FieldOutcome(inside, seats, [.. inside.Where(i => allocation.Tie?.Contenders.Contains(Lists[i]) == true)]);
    }
}

/// <summary>What a field comes to with some votes.</summary>
/// <param name="Inside">Who takes part.</param>
/// <param name="Seats">Certain seats of every list.</param>
/// <param name="Tied">Who ties for the others.</param>
internal sealed record FieldOutcome(IReadOnlyList<int> Inside, int[] Seats, IReadOnlyList<int> Tied);
