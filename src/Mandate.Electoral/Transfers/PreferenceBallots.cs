namespace Mandate.Electoral.Transfers;

/// <summary>Somebody who stands on preference ballots.</summary>
/// <param name="Id">Id of the person.</param>
/// <param name="List">Id of the list the person's seat counts for; the person's own where there is none.</param>
/// <param name="Withdrawn">Whether the person withdrew or died before the count: preferences for them are passed over.</param>
public sealed record BallotCandidate(string Id, string List, bool Withdrawn = false);

/// <summary>Preference ballots of one constituency: candidates, and groups of equal ballots.</summary>
/// <remarks>Rankings lie behind one another in one array, so that a count walks through memory in order and allocates little.</remarks>
public sealed class PreferenceBallots
{
    /// <summary>The most ballots of one constituency; votes in billionths then fit 64 bits.</summary>
    public const long MostBallots = 1_000_000_000;

    private readonly long[] counts;
    private readonly int[] starts;
    private readonly int[] preferences;

    private PreferenceBallots(IReadOnlyList<BallotCandidate> candidates, long[] counts, int[] starts, int[] preferences)
    {
        Candidates = candidates;
        this.counts = counts;
        this.starts = starts;
        this.preferences = preferences;
    }

    /// <summary>Gets who stands, in ballot order.</summary>
    public IReadOnlyList<BallotCandidate> Candidates { get; }

    /// <summary>Gets the number of groups of ballots.</summary>
    public int Groups => counts.Length;

    /// <summary>Gets ballots with a preference for somebody who did not withdraw.</summary>
    public long Valid => FirstPreferences().Sum();

    /// <summary>The number of ballots in a group.</summary>
    public long CountOf(int group) => counts[group];

    /// <summary>The preferences of a group, as indices of candidates, the first preference first.</summary>
    public ReadOnlySpan<int> Ranking(int group) => preferences.AsSpan(starts[group], starts[group + 1] - starts[group]);

    /// <summary>First preferences by candidate; those for somebody withdrawn pass to the next.</summary>
    public long[] FirstPreferences()
    {
        var votes = new long[Candidates.Count];
        for (var group = 0; group < counts.Length; group++)
        {
            foreach (var candidate in Ranking(group))
            {
                if (!Candidates[candidate].Withdrawn)
                {
                    votes[candidate] += counts[group];
                    break;
                }
            }
        }

        return votes;
    }

    /// <summary>The same ballots for other candidates in the same order: ids and lists that were not known when ballots were read.</summary>
    /// <exception cref="ArgumentException">There are not as many candidates as before.</exception>
    public PreferenceBallots With(IReadOnlyList<BallotCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return candidates.Count == Candidates.Count
            ? new PreferenceBallots(candidates, counts, starts, preferences)
            : throw new ArgumentException($"{candidates.Count} candidates take the place of {Candidates.Count}.", nameof(candidates));
    }

    /// <summary>Puts ballots together group by group.</summary>
    public sealed class Builder
    {
        private readonly List<long> counts = [];
        private readonly List<int> starts = [0];
        private readonly List<int> preferences = [];
        private int largest = -1;

        /// <summary>Gets the number of ballots so far.</summary>
        public long Total { get; private set; }

        /// <summary>Adds equal ballots.</summary>
        /// <param name="count">How many, at least 1.</param>
        /// <param name="ranking">Indices of candidates, none twice; empty for a blank ballot, which is not valid.</param>
        /// <exception cref="ArgumentOutOfRangeException">There are fewer than one or too many in all, or an index is negative.</exception>
        /// <exception cref="ArgumentException">A candidate is named twice.</exception>
        public void Add(long count, ReadOnlySpan<int> ranking)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostBallots - Total);
            for (var i = 0; i < ranking.Length; i++)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(ranking[i], nameof(ranking));
                if (ranking[..i].Contains(ranking[i]))
                {
                    throw new ArgumentException($"Candidate {ranking[i]} stands twice on a ballot.", nameof(ranking));
                }

                largest = Math.Max(largest, ranking[i]);
            }

            Total += count;
            counts.Add(count);
            preferences.AddRange(ranking);
            starts.Add(preferences.Count);
        }

        /// <summary>The ballots.</summary>
        /// <exception cref="ArgumentException">A ballot names a candidate who does not stand.</exception>
        public PreferenceBallots Build(IReadOnlyList<BallotCandidate> candidates)
        {
            ArgumentNullException.ThrowIfNull(candidates);
            return largest < candidates.Count
                ? new PreferenceBallots(candidates, [.. counts], [.. starts], [.. preferences])
                : throw new ArgumentException($"A ballot names candidate {largest}; there are {candidates.Count}.", nameof(candidates));
        }
    }
}
