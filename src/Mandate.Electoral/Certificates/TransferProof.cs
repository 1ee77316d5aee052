using System.Globalization;
using System.Numerics;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>A count of transferable votes, stage by stage: who reached the quota, who was lowest, whose surplus was largest.</summary>
/// <remarks>The comparisons say what the votes of a stage decide. How ballots moved between stages can only be seen by counting them again.</remarks>
internal static class TransferProof
{
    public static Proof Of(StepContext context, TransferStep step)
    {
        var traces = context.Run.Trace.Where(t => t.Place == context.Area && t.Trace.Id == step.Id && t.Trace.Step == step.Word).Select(t => t.Trace).ToList();
        var stages = traces[0].Rows;
        var standings = traces[^1].Rows;
        var candidates = standings.Where(r => r.Contender is not null).ToList();
        var scale = candidates.Concat(stages).SelectMany(r => r.Arguments.Values).Concat(traces[0].Arguments.Values).OfType<Argument.Exact>().Aggregate(BigInteger.One, (s, e) => s / BigInteger.GreatestCommonDivisor(s, e.Value.Denominator) * e.Value.Denominator);
        var draft = new Draft(context, step, "stages") { Decisions = Ties(context, step) }.Read("rule", traces[0].Outcome).Write("seats", step.As)
            .Number("seats", context.Area.Seats ?? 0).Number("scale", scale).Number("stages", stages.Count);
        Product? quota = null;
        if (traces[0].Arguments.GetValueOrDefault("quota") is Argument.Count whole)
        {
            draft.Number("quota", whole.Value).Number("votes", ((Argument.Count)traces[0].Arguments["votes"]).Value);
            quota = Times(("quota", whole.Value), ("scale", scale));
        }

        // Where the quota is no whole number, or is set anew at a stage, it is written in the scale of the votes.
        quota = Needed(traces[0].Arguments, scale) ?? quota;
        var (excluded, held) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        BigInteger After(string id, int stage) => Scaled(candidates.First(c => c.Contender == id).Arguments, "stage-" + Written(stage), scale);
        foreach (var stage in stages)
        {
            var number = (int)((Argument.Count)stage.Arguments["stage"]).Value;
            quota = Needed(stage.Arguments, scale) ?? quota;
            Chosen(draft, stage, number, candidates, excluded.Union(held).ToHashSet(StringComparer.Ordinal), After);
            if (stage.Outcome.StartsWith("exclusion", StringComparison.Ordinal))
            {
                excluded.UnionWith(stage.Arguments.GetValueOrDefault("together") is Argument.Contenders together ? together.Ids : []);
                excluded.Add(stage.Contender!);
            }

            if (stage.Arguments.ContainsKey("restart"))
            {
                held.Clear();
            }

            foreach (var by in new[] { "by-quota", "by-quota-for-now", "by-majority", "by-last-vacancies" })
            {
                var elected = stage.Arguments.GetValueOrDefault(by) is Argument.Contenders names ? names.Ids : [];
                foreach (var person in elected.Where(_ => by != "by-quota-for-now"))
                {
                    Elected(draft, by, person, number, quota, [.. candidates.Select(c => c.Contender!).Where(c => !excluded.Contains(c) && !held.Contains(c))], After);
                }

                held.UnionWith(elected);
            }
        }

        foreach (var candidate in candidates)
        {
            draft.Party(candidate.Contender!, ("first", After(candidate.Contender!, 1)), ("seats", candidate.Outcome == "elected" ? 1 : 0));
        }

        return draft.Done();
    }

    /// <summary>The lowest is excluded, the largest surplus moves first; those with equal votes are told apart by an earlier stage or a lot.</summary>
    private static void Chosen(Draft draft, TraceRow stage, int number, List<TraceRow> candidates, HashSet<string> gone, Func<string, int, BigInteger> after)
    {
        if (stage.Contender is not { } from || !stage.Outcome.StartsWith("exclusion", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var other in candidates.Select(c => c.Contender!).Where(c => c != from && !gone.Contains(c)))
        {
            var (mine, theirs) = (after(from, number - 1), after(other, number - 1));
            draft.Claim("excluded", from, [Times(("votes", mine))], Order(mine, theirs), [Times(("votes", theirs))], path: Written(number));
        }
    }

    private static void Elected(Draft draft, string by, string person, int number, Product? quota, IReadOnlyList<string> continuing, Func<string, int, BigInteger> after)
    {
        var votes = after(person, number);
        if (by == "by-quota" && quota is { } needed)
        {
            draft.Claim(by, person, [Times(("votes", votes))], Relation.AtLeast, [needed], path: Written(number));
        }
        else if (by == "by-majority")
        {
            draft.Claim(by, person, [Times(("two", 2), ("votes", votes))], Relation.Above, [.. continuing.Select(c => Times(("votes", after(c, number))))], path: Written(number));
        }
        else
        {
            draft.Claim(by, person, [Times(("seats", 1))], Relation.Equal, [Times(("seats", 1))], path: Written(number));
        }
    }

    private static Product? Needed(IReadOnlyDictionary<string, Argument> row, BigInteger scale) =>
        row.GetValueOrDefault("needed") is Argument.Exact ? Times(("quota", Scaled(row, "needed", scale))) : null;

    private static BigInteger Scaled(IReadOnlyDictionary<string, Argument> row, string key, BigInteger scale) =>
        row.GetValueOrDefault(key) is Argument.Exact exact ? (exact.Value * new Ratio(scale, 1)).Numerator : 0;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
