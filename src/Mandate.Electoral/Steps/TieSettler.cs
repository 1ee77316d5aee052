namespace Mandate.Electoral.Steps;

/// <summary>Applies the tie rules of a law in their order.</summary>
internal static class TieSettler
{
    /// <summary>The winners, or null after halting with what is missing.</summary>
    public static IReadOnlyList<string>? Settle(StepContext context, Step step, Tie tie, IReadOnlyList<TieRule> rules)
    {
        var sure = new List<string>();
        var open = tie;
        foreach (var rule in rules)
        {
            if (rule is TieRule.Lot)
            {
                var drawn = context.Lot(step, open);
                if (drawn is null)
                {
                    Note(context, step, "lot-needed", open, []);
                    context.Halt(step, Status.Tie, "lot", open.Contenders, open.Seats);
                    return null;
                }

                Note(context, step, "lot", open, drawn);
                return [.. sure, .. drawn];
            }

            if (rule is TieRule.RepeatVote)
            {
                Note(context, step, "repeat-vote", open, []);
                context.Halt(step, Status.Repeat, "repeat-vote", open.Contenders, open.Seats);
                return null;
            }

            if (rule is TieRule.EarliestRegistered && MissingRegistrations(context, open) is { Count: > 0 } missing)
            {
                Note(context, step, "registration-unknown", open, []);
                context.Halt(step, Status.Unknown, "registration", open.Contenders, open.Seats, [.. missing.Select(c => context.Fact("registered." + c))]);
                return null;
            }

            var ordered = open.Contenders.GroupBy(c => Rank(context, open, rule, c)).OrderBy(g => g.Key).ToList();
            var winners = new List<string>();
            foreach (var group in ordered)
            {
                if (winners.Count + group.Count() > open.Seats)
                {
                    break;
                }

                winners.AddRange(group);
            }

            sure.AddRange(winners);
            if (winners.Count > 0)
            {
                Note(context, step, RuleKey(rule), open, winners);
            }

            if (winners.Count == open.Seats)
            {
                return sure;
            }

            var contested = ordered.First(g => !winners.Contains(g.First()));
            open = new Tie([.. contested], open.Seats - winners.Count);
        }

        Note(context, step, "silent", open, []);
        context.Halt(step, Status.Undefined, "tie", open.Contenders, open.Seats);
        return null;
    }

    private static string RuleKey(TieRule rule) => rule switch
    {
        TieRule.EarliestRegistered => "earliest-registered",
        TieRule.MoreVotes => "more-votes",
        TieRule.FewerVotes => "fewer-votes",
        TieRule.Lot => "lot",
        TieRule.RepeatVote => "repeat-vote",
        _ => throw new InvalidOperationException($"Bug in TieSettler: rule {rule}."),
    };

    /// <summary>Smaller ranks win.</summary>
    private static long Rank(StepContext context, Tie tie, TieRule rule, string id) => rule switch
    {
        TieRule.MoreVotes => -context.Area.Votes[id],
        TieRule.FewerVotes => context.Area.Votes[id],
        TieRule.EarliestRegistered => ByOrder(context, tie)
            ? context.Contender(id).RegisteredAs ?? long.MaxValue
            : context.Contender(id).RegisteredOn!.Value.DayNumber,
        _ => throw new InvalidOperationException($"Bug in TieSettler: rule {rule} ranks nobody."),
    };

    /// <summary>Contenders whose registration must be known; none where the order is clear without it.</summary>
    private static List<string> MissingRegistrations(StepContext context, Tie tie) => ByOrder(context, tie)
        ? []
        : [.. tie.Contenders.Where(c => context.Contender(c).RegisteredOn is null)];

    /// <summary>The order decides where all places are known, or where the first places are and fill all seats.</summary>
    private static bool ByOrder(StepContext context, Tie tie)
    {
        var places = tie.Contenders.Select(c => context.Contender(c).RegisteredAs).ToList();
        var known = places.Count(p => p is not null);
        return known == places.Count || (known >= tie.Seats && Enumerable.Range(1, tie.Seats).All(n => places.Contains(n)));
    }

    private static void Note(StepContext context, Step step, string outcome, Tie tie, IReadOnlyList<string> winners) => context.Trace.Add(
        new StepTrace(
            "tie",
            step.Id,
            outcome,
            step.Article,
            new Dictionary<string, Argument>
            {
                ["contenders"] = new Argument.Contenders(tie.Contenders),
                ["seats"] = new Argument.Count(tie.Seats),
                ["winners"] = new Argument.Contenders(winners),
            },
            []));
}
