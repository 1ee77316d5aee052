namespace Mandate.Electoral.Matrices;

/// <summary>Finds which nodes of a graph lie on round trips with one another.</summary>
internal static class RoundTrips
{
    /// <summary>A number for each node; two have the same where each can be reached from the other.</summary>
    /// <param name="next">Where each node leads.</param>
    /// <remarks>S. R. Kosaraju's two searches.</remarks>
    public static int[] Parts(IReadOnlyList<int>[] next)
    {
        var back = new List<int>[next.Length];
        for (var node = 0; node < next.Length; node++)
        {
            back[node] = [];
        }

        for (var node = 0; node < next.Length; node++)
        {
            foreach (var to in next[node])
            {
                back[to].Add(node);
            }
        }

        var order = new List<int>();
        var seen = new bool[next.Length];
        for (var node = 0; node < next.Length; node++)
        {
            Search(next, node, seen, order);
        }

        var part = new int[next.Length];
        Array.Clear(seen);
        for (var at = order.Count - 1; at >= 0; at--)
        {
            var reached = new List<int>();
            Search(back, order[at], seen, reached);
            reached.ForEach(n => part[n] = order[at]);
        }

        return part;
    }

    /// <summary>Adds every node reached for the first time, after those it leads to.</summary>
    private static void Search(IReadOnlyList<int>[] next, int start, bool[] seen, List<int> order)
    {
        if (seen[start])
        {
            return;
        }

        seen[start] = true;
        var open = new Stack<(int Node, int At)>([(start, 0)]);
        while (open.TryPop(out var here))
        {
            if (here.At == next[here.Node].Count)
            {
                order.Add(here.Node);
                continue;
            }

            open.Push((here.Node, here.At + 1));
            var to = next[here.Node][here.At];
            if (!seen[to])
            {
                seen[to] = true;
                open.Push((to, 0));
            }
        }
    }
}
