using System.Numerics;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>Proofs of small steps: who joins, who counts together, who came first, what a vote needs to be valid.</summary>
internal static class ListProofs
{
    public static IEnumerable<Proof> Require(StepContext context, RequireStep step)
    {
        var (part, whole) = (context.Figure(step.Figure), context.Figure(step.Limit.Of));
        if (!part.IsKnown || !whole.IsKnown)
        {
            yield break;
        }

        var met = step.Limit.IsReached(part.Known, whole.Known);
        yield return new Draft(context, step, "condition").Read("figure", step.Figure).Read("of", step.Limit.Of).Read("share", step.Limit.Share).Read("than", step.Limit.Strict ? "more-than" : "at-least")
            .Number("met", met ? 1 : 0)
            .Claim(
                "share",
                null,
                [Times(("votes", part.Known), ("share-below", step.Limit.Share.Denominator))],
                (met, step.Limit.Strict) switch { (true, true) => Relation.Above, (true, false) => Relation.AtLeast, (false, true) => Relation.AtMost, _ => Relation.Below },
                [Times(("share-above", step.Limit.Share.Numerator), ("base", whole.Known))]).Done();
    }

    public static IEnumerable<Proof> Join(StepContext context, JoinStep step)
    {
        if (context.Find(step.As) is not { } joined)
        {
            yield break;
        }

        var admitted = context.Read(step.To);
        var others = context.Among(null).Where(c => !admitted.Has(c)).ToList();
        var next = others.Single(joined.Has);
        var votes = context.VotesOf(null);
        var draft = new Draft(context, step, "runner-up").Read("among", step.To).Write("seats", step.As).Write("runner-up", JoinStep.RunnerUp);
        foreach (var list in context.Among(null))
        {
            draft.Party(list, ("votes", votes(list)), ("seats", joined.Has(list) ? 1 : 0));
        }

        foreach (var list in others.Where(o => o != next))
        {
            draft.Claim("ahead", list, [Times(("votes", votes(next)))], Relation.Above, [Times(("votes", votes(list)))]);
        }

        yield return draft.Done();
    }

    public static Proof Unite(StepContext context, UniteStep step)
    {
        var among = context.Among(step.Among).ToHashSet(StringComparer.Ordinal);
        var of = context.Area.Contenders.Select(c => c.Id).Where(among.Contains).ToDictionary(l => l, l => context.Area.Votes(l) ?? 0, StringComparer.Ordinal);
        var tree = new GroupTree(context.Run.Contest.Groups, context.Area, of);
        var rows = context.Read(step.As);
        var draft = new Draft(context, step, "sums").Read("among", step.Among).Read("groups", step.Kind).Write("votes", step.As);
        foreach (var key in rows.Contenders)
        {
            draft.Party(key, ("votes", rows[key]));
            if (tree.IsGroup(key))
            {
                draft.Claim("sum", key, [.. tree.Lists(key).Where(of.ContainsKey).Select(l => new Product([new Factor("votes:" + l, of[l])]))], Relation.Equal, [Times(("votes", rows[key]))]);
            }
        }

        return draft.Done();
    }

    public static Proof Weigh(StepContext context, WeighStep step)
    {
        var rows = context.Read(step.As);
        var seats = context.CountKnown(step.VotesPer) ?? 0;
        var draft = new Draft(context, step, step.Rounded ? "voters-rounded" : "voters").Read("among", step.Among).Read("votes-per", step.VotesPer).Write("votes", step.As).Number("seats", seats);
        foreach (var list in rows.Contenders)
        {
            BigInteger votes = context.Area.Votes(list) ?? 0;
            draft.Party(list, ("votes", votes), ("voters", rows[list]));
            if (step.Rounded)
            {
                // Nearest whole number, halves up.
                var twice = Times(("two", 2), ("votes", votes));
                draft.Claim("rounded", list, [twice, Times(("seats", seats))], Relation.AtLeast, [Times(("two", 2), ("voters", rows[list]), ("seats", seats))]);
                draft.Claim("rounded", list, [twice], Relation.Below, [Times(("two", 2), ("voters", rows[list]), ("seats", seats)), Times(("seats", seats))]);
            }
        }

        return draft.Done();
    }

    public static Proof Bonus(StepContext context, BonusStep step)
    {
        var lists = context.Among(step.Among ?? step.VotesFrom);
        var votes = context.VotesOf(step.VotesFrom);
        var rows = context.Read(step.As);
        var first = rows.Contenders[0];
        var draft = new Draft(context, step, "first") { Decisions = Ties(context, step) }.Read("among", step.Among).Read("votes", step.VotesFrom).Read("seats", step.Seats).Write("seats", step.As).Number("seats", rows[first]);
        foreach (var list in lists)
        {
            draft.Party(list, ("votes", votes(list)), ("seats", rows[list]));
            if (list != first)
            {
                draft.Claim("ahead", list, [Times(("votes", votes(first)))], Order(votes(first), votes(list)), [Times(("votes", votes(list)))]);
            }
        }

        return draft.Done();
    }

    public static Proof Correct(StepContext context, CorrectStep step)
    {
        var (before, after) = (context.Read(step.Seats), context.Read(step.As));
        var votes = before.Contenders.ToDictionary(l => l, context.VotesOf(null), StringComparer.Ordinal);
        var all = votes.Values.Sum();
        var house = context.Area.Seats!.Value;
        var draft = new Draft(context, step, "majority") { Decisions = Ties(context, step) }.Read("seats", step.Seats).Read("last", context.Find(AllocateStep.Last) is null ? null : AllocateStep.Last).Write("seats", step.As).Number("seats", house).Number("votes", all);
        foreach (var list in before.Contenders)
        {
            draft.Party(list, ("votes", votes[list]), ("before", before[list]), ("seats", after[list]));
            draft.Claim("half-of-votes", list, [Times(("two", 2), ("votes", votes[list]))], Order(2 * votes[list], all), [Times(("votes", all))]);
            draft.Claim("half-of-seats", list, [Times(("two", 2), ("seats", before[list]))], Order(2 * before[list], house), [Times(("seats", house))]);
        }

        return draft.Done();
    }
}
