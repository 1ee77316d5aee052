namespace Mandate.Electoral.Transfers;

/// <summary>Ballots as a tree of preferences down to the first candidate who keeps all: what ballots have in common is worked out once a round.</summary>
internal sealed class KeepTree
{
    private const long Whole = 1_000_000_000;

    private readonly List<(int Parent, int Candidate)> nodes = [(-1, -1)];
    private readonly long[] papers;
    private readonly long[] left;

    /// <summary>Puts ballots together by their preferences for candidates with a keep value.</summary>
    /// <param name="ballots">The ballots.</param>
    /// <param name="keep">Keep values; a preference for somebody whose value is 0 is passed over.</param>
    /// <param name="successful">Who keeps a share only, so that a ballot goes on to the next preference.</param>
    public KeepTree(PreferenceBallots ballots, long[] keep, HashSet<int> successful)
    {
        var shares = new bool[keep.Length];
        foreach (var candidate in successful)
        {
            shares[candidate] = true;
        }

        var children = new Dictionary<long, int>();
        var ends = new int[ballots.Groups];
        for (var group = 0; group < ballots.Groups; group++)
        {
            foreach (var candidate in ballots.Ranking(group))
            {
                if (keep[candidate] > 0)
                {
                    ends[group] = Child(children, ends[group], candidate, keep.Length);
                    if (!shares[candidate])
                    {
                        break;
                    }
                }
            }
        }

        papers = new long[nodes.Count];
        left = new long[nodes.Count];
        for (var group = 0; group < ballots.Groups; group++)
        {
            papers[ends[group]] += ballots.CountOf(group);
        }

        // A node stands behind its parent, so papers add up from the end.
        for (var node = nodes.Count - 1; node > 0; node--)
        {
            papers[nodes[node].Parent] += papers[node];
        }
    }

    /// <summary>Shares every ballot out: each preference takes its keep value of what is left of it, rounded up.</summary>
    /// <param name="keep">Keep values in billionths.</param>
    /// <param name="votes">Receives votes in billionths. What they leave of the valid ballots is not transferable.</param>
    public void Share(long[] keep, long[] votes)
    {
        votes.AsSpan().Clear();
        left[0] = Whole;
        for (var node = 1; node < nodes.Count; node++)
        {
            var (parent, candidate) = nodes[node];
            var part = ((left[parent] * keep[candidate]) + Whole - 1) / Whole;
            votes[candidate] += part * papers[node];
            left[node] = left[parent] - part;
        }
    }

    private int Child(Dictionary<long, int> children, int node, int candidate, int candidates)
    {
        var key = ((long)node * candidates) + candidate;
        if (!children.TryGetValue(key, out var child))
        {
            child = nodes.Count;
            children.Add(key, child);
            nodes.Add((node, candidate));
        }

        return child;
    }
}
