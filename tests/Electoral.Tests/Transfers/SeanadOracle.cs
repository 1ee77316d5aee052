namespace Mandate.Electoral.Tests.Transfers;

/// <summary>The count of a panel of the Seanad paper by paper, each with its value written on it. It shares nothing with the first.</summary>
internal static class SeanadOracle
{
    public static OracleAnswer Count(IReadOnlyList<(int Count, int[] Ranking)> ballots, int candidates, int seats, Func<int[], int> draw)
    {
        var everybody = Enumerable.Range(0, candidates).ToList();
        var open = everybody.ToHashSet();
        var tables = everybody.ToDictionary(c => c, _ => new List<(int Value, List<int[]> Papers)>());
        int? Next(int[] paper) => paper.Where(open.Contains).Select(c => (int?)c).FirstOrDefault();
        void Lay(int value, IEnumerable<int[]> papers)
        {
            foreach (var bundle in papers.Where(p => Next(p) is not null).GroupBy(p => Next(p)!.Value).ToList())
            {
                tables[bundle.Key].Add((value, [.. bundle]));
            }
        }

        var all = ballots.SelectMany(b => Enumerable.Repeat(b.Ranking, b.Count)).ToList();
        Lay(1000, all);
        var quota = (all.Count * 1000 / (seats + 1)) + 1;
        var answer = new OracleAnswer([], []);
        var settled = new HashSet<int>();
        var surpluses = new List<(int Candidate, int Stage)>();
        int Votes(int c) => settled.Contains(c) ? quota : tables[c].Sum(t => t.Value * t.Papers.Count);
        while (true)
        {
            answer.Stages.Add([.. everybody.Select(c => new Ratio(Votes(c), 1000))]);
            var reached = open.Where(c => Votes(c) >= quota).OrderByDescending(Votes).ThenBy(c => c).ToList();
            answer.Elected.AddRange(reached);
            open.ExceptWith(reached);
            surpluses.AddRange(reached.Where(c => Votes(c) > quota).Select(c => (c, answer.Stages.Count)));
            var vacancies = seats - answer.Elected.Count;
            var up = open.OrderBy(Votes).ThenBy(c => c).ToList();
            var waiting = surpluses.Sum(s => Votes(s.Candidate) - quota);
            if (vacancies == 0 || up.Count <= vacancies)
            {
                answer.Elected.AddRange(vacancies == 0 ? [] : up.OrderByDescending(Votes).ThenBy(c => c));
                return answer;
            }

            if (vacancies == 1 && Votes(up[^1]) > up.SkipLast(1).Sum(Votes) + waiting)
            {
                answer.Elected.Add(up[^1]);
                return answer;
            }

            if (surpluses.Count > 0)
            {
                var now = surpluses.Where(s => s.Stage == surpluses.Min(x => x.Stage)).Select(s => s.Candidate).Order().ToArray();
                now = OracleAnswer.Earliest([.. now.Where(c => Votes(c) == now.Max(Votes))], answer.Stages, largest: true);
                var from = now.Length == 1 ? now[0] : draw(now);
                var surplus = Votes(from) - quota;
                var (value, papers) = tables[from][^1];
                var moving = papers.Where(p => Next(p) is not null).ToList();
                Lay(moving.Count * value <= surplus ? value : surplus / moving.Count, moving);
                settled.Add(from);
                surpluses.RemoveAll(s => s.Candidate == from);
                continue;
            }

            var least = OracleAnswer.Earliest([.. up.Where(c => Votes(c) == Votes(up[0]))], answer.Stages, largest: false);
            var out1 = least.Length == 1 ? least[0] : draw(least);
            open.Remove(out1);
            var bundles = tables[out1];
            tables[out1] = [];
            var full = new List<int>();
            foreach (var (value, papers) in bundles)
            {
                Lay(value, papers);
                full.AddRange(open.Where(c => Votes(c) >= quota));
                open.ExceptWith(full);
            }

            open.UnionWith(full);
        }
    }
}
