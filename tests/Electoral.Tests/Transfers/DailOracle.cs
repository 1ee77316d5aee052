using System.Numerics;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>The Dáil's count paper by paper, as a returning officer would lay them on tables. It shares nothing with the first.</summary>
internal static class DailOracle
{
    public static OracleAnswer Count(IReadOnlyList<(int Count, int[] Ranking)> ballots, int candidates, int seats, Func<int[], int> draw)
    {
        var everybody = Enumerable.Range(0, candidates).ToList();
        var hopeful = everybody.ToHashSet();
        var tables = everybody.ToDictionary(c => c, _ => new List<List<int[]>>());
        int? Next(int[] paper) => paper.Where(hopeful.Contains).Select(c => (int?)c).FirstOrDefault();
        void Lay(IEnumerable<int[]> papers)
        {
            foreach (var bundle in papers.GroupBy(p => Next(p)!.Value).ToList())
            {
                tables[bundle.Key].Add([.. bundle]);
            }
        }

        var all = ballots.SelectMany(b => Enumerable.Repeat(b.Ranking, b.Count)).ToList();
        Lay(all);
        var quota = (all.Count / (seats + 1)) + 1;
        var answer = new OracleAnswer([], []);
        var settled = new HashSet<int>();
        var surpluses = new List<(int Candidate, int Stage)>();
        while (true)
        {
            int Votes(int c) => settled.Contains(c) ? quota : tables[c].Sum(t => t.Count);
            answer.Stages.Add([.. everybody.Select(c => (Ratio)Votes(c))]);
            var reached = hopeful.Where(c => Votes(c) >= quota).OrderByDescending(Votes).ThenBy(c => c).ToList();
            answer.Elected.AddRange(reached);
            hopeful.ExceptWith(reached);
            surpluses.AddRange(reached.Where(c => Votes(c) > quota).Select(c => (c, answer.Stages.Count)));
            var vacancies = seats - answer.Elected.Count;
            if (vacancies == 0)
            {
                return answer;
            }

            var surplus = surpluses.Sum(s => Votes(s.Candidate) - quota);
            var up = hopeful.OrderBy(Votes).ThenBy(c => c).ToList();
            List<int> last = [];
            if (up.Count <= vacancies)
            {
                last = up;
            }
            else if (up.Count == vacancies + 1 && Votes(up[0]) + surplus < Votes(up[1]))
            {
                last = up[1..];
            }
            else if (vacancies == 1 && Votes(up[^1]) > up.SkipLast(1).Sum(Votes) + surplus)
            {
                last = [up[^1]];
            }

            if (last.Count > 0 || up.Count == 0)
            {
                answer.Elected.AddRange(last.OrderByDescending(Votes).ThenBy(c => c));
                return answer;
            }

            if (surpluses.Count > 0 && (Votes(up[^1]) + surplus >= quota || Votes(up[0]) + surplus >= Votes(up[1])))
            {
                var now = surpluses.Where(s => s.Stage == surpluses.Min(x => x.Stage)).Select(s => s.Candidate).Order().ToArray();
                now = [.. now.Where(c => Votes(c) == now.Max(Votes))];
                var from = OracleAnswer.Earliest(now, answer.Stages, largest: true) is [var one] ? one : draw(OracleAnswer.Earliest(now, answer.Stages, largest: true));
                var toMove = Votes(from) - quota;
                var bundles = tables[from][^1].Where(p => Next(p) is not null).GroupBy(p => Next(p)!.Value).ToDictionary(g => g.Key, g => g.ToList());
                var transferable = bundles.Values.Sum(b => b.Count);
                var moves = bundles.ToDictionary(b => b.Key, b => b.Value.Count);
                if (transferable > toMove)
                {
                    var due = bundles.ToDictionary(b => b.Key, b => new Ratio((BigInteger)toMove * b.Value.Count, transferable));
                    moves = due.ToDictionary(d => d.Key, d => (int)d.Value.Floor);
                    for (var missing = toMove - moves.Values.Sum(); missing > 0; missing--)
                    {
                        var open = due.Keys.Where(c => moves[c] == (int)due[c].Floor).Order().ToArray();
                        open = [.. open.Where(c => due[c].Fraction == open.Max(o => due[o].Fraction))];
                        open = [.. open.Where(c => bundles[c].Count == open.Max(o => bundles[o].Count))];
                        if (open.Length > missing)
                        {
                            open = OracleAnswer.Earliest(open, answer.Stages, largest: true);
                        }

                        moves[open.Length > missing ? draw(open) : open[0]]++;
                    }
                }

                settled.Add(from);
                surpluses.RemoveAll(s => s.Candidate == from);
                foreach (var (to, bundle) in bundles.Where(b => moves[b.Key] > 0))
                {
                    tables[to].Add(bundle.TakeLast(moves[to]).ToList());
                }
            }
            else
            {
                List<int> excluded = [];
                for (var number = up.Count - vacancies; number >= 2; number--)
                {
                    if (up.Take(number).Sum(Votes) + surplus < Votes(up[number]))
                    {
                        excluded = up[..number];
                        break;
                    }
                }

                if (excluded.Count == 0)
                {
                    var least = OracleAnswer.Earliest([.. up.Where(c => Votes(c) == Votes(up[0]))], answer.Stages, largest: false);
                    excluded = [least.Length == 1 ? least[0] : draw(least)];
                }

                hopeful.ExceptWith(excluded);
                var papers = excluded.SelectMany(c => tables[c]).SelectMany(t => t).ToList();
                excluded.ForEach(c => tables[c].Clear());
                Lay(papers.Where(p => Next(p) is not null));
            }
        }
    }
}
