using System.Numerics;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>A slow and obvious second count of transferable votes, ballot by ballot. It shares nothing with the first.</summary>
internal static class TransferOracle
{
    /// <summary>A ballot, its preferences, its value and whom it counts for.</summary>
    private sealed class Paper(int[] ranking, Ratio value)
    {
        public int[] Ranking { get; } = ranking;

        public Ratio Value { get; set; } = value;

        public int? With { get; set; }
    }

    /// <summary>Who is elected, in order, and the votes of everybody after each stage.</summary>
    public sealed record Answer(List<int> Elected, List<Ratio[]> Stages);

    /// <param name="ballots">How many, and the ranking.</param>
    /// <param name="candidates">How many stand.</param>
    /// <param name="seats">Seats.</param>
    /// <param name="majority">Whether a majority elects and not a quota.</param>
    /// <param name="draw">Picks one of those who still tie.</param>
    public static Answer Count(IReadOnlyList<(int Count, int[] Ranking)> ballots, int candidates, int seats, bool majority, Func<int[], int> draw)
    {
        var papers = ballots.SelectMany(b => Enumerable.Range(0, b.Count).Select(_ => new Paper(b.Ranking, 1))).ToList();
        var hopeful = Enumerable.Range(0, candidates).ToHashSet();
        papers.ForEach(p => p.With = First(p, hopeful));
        papers = [.. papers.Where(p => p.With is not null)];
        BigInteger quota = (papers.Count / (seats + 1)) + 1;
        var answer = new Answer([], []);
        var held = new Dictionary<int, Ratio>();
        var toPass = new List<int>();
        while (true)
        {
            Ratio Votes(int c) => held.TryGetValue(c, out var kept) ? kept : papers.Where(p => p.With == c).Aggregate(Ratio.Zero, (sum, p) => sum + p.Value);
            answer.Stages.Add([.. Enumerable.Range(0, candidates).Select(Votes)]);
            var now = answer.Stages[^1];
            var left = hopeful.Aggregate(Ratio.Zero, (sum, c) => sum + now[c]);
            var reached = hopeful.Where(c => majority ? now[c] * 2 > left : now[c] >= new Ratio(quota, 1)).OrderByDescending(c => now[c]).ThenBy(c => c).ToList();
            answer.Elected.AddRange(reached);
            hopeful.ExceptWith(reached);
            toPass.AddRange(majority ? [] : reached.Where(c => now[c] > new Ratio(quota, 1)));
            if (hopeful.Count <= seats - answer.Elected.Count)
            {
                answer.Elected.AddRange(hopeful.OrderByDescending(c => now[c]).ThenBy(c => c));
                return answer;
            }

            if (answer.Elected.Count == seats)
            {
                return answer;
            }

            if (toPass.Count > 0)
            {
                var from = Pick([.. toPass.Order()], answer.Stages, largest: true, draw);
                toPass.Remove(from);
                var surplus = now[from] - new Ratio(quota, 1);
                foreach (var paper in papers.Where(p => p.With == from))
                {
                    paper.Value = new Ratio((surplus * paper.Value / now[from] * 100_000).Floor, 100_000);
                    paper.With = First(paper, hopeful);
                }

                held[from] = new Ratio(quota, 1);
            }
            else
            {
                var from = Pick([.. hopeful.Order()], answer.Stages, largest: false, draw);
                hopeful.Remove(from);
                foreach (var paper in papers.Where(p => p.With == from))
                {
                    paper.With = First(paper, hopeful);
                }
            }
        }
    }

    private static int? First(Paper paper, HashSet<int> hopeful) => paper.Ranking.Where(hopeful.Contains).Select(c => (int?)c).FirstOrDefault();

    /// <summary>Sorts by the votes now, then those of the stage before, and so on back to the first.</summary>
    private static int Pick(int[] among, List<Ratio[]> stages, bool largest, Func<int[], int> draw)
    {
        foreach (var stage in Enumerable.Reverse(stages))
        {
            var best = largest ? among.Max(c => stage[c]) : among.Min(c => stage[c]);
            among = [.. among.Where(c => stage[c] == best)];
        }

        return among.Length == 1 ? among[0] : draw(among);
    }
}
