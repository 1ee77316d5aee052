using System.Numerics;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>Meek's method ballot by ballot in exact fractions that are rounded where the law rounds. It shares nothing with the first.</summary>
internal static class MeekOracle
{
    private static readonly BigInteger Billion = 1_000_000_000;

    /// <summary>Stages are the rounds at which something is decided.</summary>
    public static OracleAnswer Count(IReadOnlyList<(int Count, int[] Ranking)> ballots, int candidates, int seats, Func<int[], int> draw)
    {
        var keep = Enumerable.Range(0, candidates).ToDictionary(c => c, _ => (Ratio)1);
        var hopeful = keep.Keys.ToHashSet();
        var answer = new OracleAnswer([], []);
        var rounds = new List<Ratio[]>();
        Ratio valid = ballots.Sum(b => b.Count);
        var quota = Ratio.Zero;
        while (true)
        {
            var votes = new Ratio[candidates];
            var left = Ratio.Zero;
            foreach (var (number, ranking) in ballots)
            {
                var weight = (Ratio)1;
                foreach (var candidate in ranking)
                {
                    var part = Up(weight * keep[candidate]);
                    votes[candidate] += part * number;
                    weight -= part;
                }

                left += weight * number;
            }

            rounds.Add(votes);
            quota = new Ratio(((valid - left) / (seats + 1) * new Ratio(Billion, 1)).Floor, Billion) + new Ratio(1, Billion);
            var decided = rounds.Count == 1;
            var reached = hopeful.Where(c => votes[c] >= quota).OrderByDescending(c => votes[c]).ThenBy(c => c).ToList();
            answer.Elected.AddRange(reached);
            hopeful.ExceptWith(reached);
            decided |= reached.Count > 0;
            if (answer.Elected.Count == seats || answer.Elected.Count + hopeful.Count <= seats)
            {
                answer.Elected.AddRange(answer.Elected.Count == seats ? [] : hopeful.OrderByDescending(c => votes[c]).ThenBy(c => c));
                answer.Stages.Add(votes);
                return answer;
            }

            var surplus = answer.Elected.Where(c => votes[c] > quota).Aggregate(Ratio.Zero, (sum, c) => sum + votes[c] - quota);
            var lower = answer.Elected.Where(c => votes[c] > quota).ToDictionary(c => c, c => Up(Up(keep[c] * quota) / votes[c]));
            var stands = lower.All(l => l.Value >= keep[l.Key]);
            var up = hopeful.Select(c => votes[c]).Order().ToList();

            if (stands || surplus < new Ratio(1, 10_000) || up[0] + surplus < up[1])
            {
                var least = OracleAnswer.Earliest([.. hopeful.Where(c => votes[c] == up[0]).Order()], rounds, largest: false);
                var lost = least.Length == 1 ? least[0] : draw(least);
                hopeful.Remove(lost);
                keep[lost] = 0;
                decided = true;
            }

            if (decided)
            {
                answer.Stages.Add(votes);
            }

            foreach (var (candidate, value) in lower.Where(l => l.Value < keep[l.Key]))
            {
                keep[candidate] = value;
            }
        }
    }

    private static Ratio Up(Ratio value) => new((value * new Ratio(Billion, 1)).Ceiling, Billion);
}
