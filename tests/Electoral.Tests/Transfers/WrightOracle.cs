using System.Numerics;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>Wright's system ballot by ballot, one whole count after the other. It shares nothing with the first.</summary>
internal static class WrightOracle
{
    private static readonly BigInteger Billion = 1_000_000_000;

    public static OracleAnswer Count(IReadOnlyList<(int Count, int[] Ranking)> ballots, int candidates, int seats, Func<int[], int> draw)
    {
        var standing = Enumerable.Range(0, candidates).ToHashSet();
        var stages = new List<Ratio[]>();
        while (true)
        {
            // From here on as if the excluded had never stood.
            var value = new Dictionary<int, Ratio>();
            var with = new Dictionary<int, int>();
            List<int[]> papers = [.. ballots.SelectMany(b => Enumerable.Repeat(b.Ranking, b.Count))];
            var hopeful = standing.ToHashSet();
            int? Next(int paper) => papers[paper].Where(hopeful.Contains).Select(c => (int?)c).FirstOrDefault();
            for (var i = 0; i < papers.Count; i++)
            {
                if (Next(i) is { } first)
                {
                    (value[i], with[i]) = (1, first);
                }
            }

            Ratio quota = (with.Count / (seats + 1)) + 1;
            var elected = new List<int>();
            var full = new HashSet<int>();
            var surpluses = new List<int>();
            while (true)
            {
                Ratio Votes(int c) => full.Contains(c) ? quota : with.Where(w => w.Value == c).Aggregate(Ratio.Zero, (sum, w) => sum + value[w.Key]);
                Ratio[] now = [.. Enumerable.Range(0, candidates).Select(Votes)];
                stages.Add(now);
                var reached = hopeful.Where(c => now[c] >= quota).OrderByDescending(c => now[c]).ThenBy(c => c).ToList();
                elected.AddRange(reached);
                surpluses.AddRange(reached.Where(c => now[c] > quota));
                hopeful.ExceptWith(reached);
                if (hopeful.Count <= seats - elected.Count)
                {
                    elected.AddRange(hopeful.OrderByDescending(c => now[c]).ThenBy(c => c));
                    return new OracleAnswer(elected, stages);
                }

                if (elected.Count == seats)
                {
                    return new OracleAnswer(elected, stages);
                }

                if (surpluses.Count == 0)
                {
                    standing.Remove(Latest([.. hopeful.Order()], stages, false, draw));
                    break;
                }

                var from = Latest([.. surpluses.Order()], stages, true, draw);
                surpluses.Remove(from);
                full.Add(from);
                foreach (var paper in with.Where(w => w.Value == from).Select(w => w.Key).ToList())
                {
                    with.Remove(paper);
                    if (Next(paper) is { } to)
                    {
                        with[paper] = to;
                        value[paper] = new Ratio((value[paper] * (now[from] - quota) / now[from] * new Ratio(Billion, 1)).Floor, Billion);
                    }
                }
            }
        }
    }

    private static int Latest(int[] among, List<Ratio[]> stages, bool largest, Func<int[], int> draw)
    {
        among = OracleAnswer.Earliest(among, Enumerable.Reverse(stages), largest);
        return among.Length == 1 ? among[0] : draw(among);
    }
}
