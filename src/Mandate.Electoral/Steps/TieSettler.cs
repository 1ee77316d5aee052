namespace Mandate.Electoral.Steps;

/// <summary>Applies the tie rules of a law in their order.</summary>
internal static class TieSettler
{
    /// <summary>The winners, or null after halting with what is missing.</summary>
    /// <param name="context">The place.</param>
    /// <param name="step">The step that tied.</param>
    /// <param name="tie">Who ties for how many seats.</param>
    /// <param name="rules">The law's rules, in order.</param>
    /// <param name="votes">The votes the step counted.</param>
    /// <param name="place">Place on the list, where persons tie.</param>
    /// <param name="part">What a lot names after the step's id, where a step can tie several times: the list whose seats are shared out.</param>
    public static IReadOnlyList<string>? Settle(StepContext context, Step step, Tie tie, IReadOnlyList<TieRule> rules, Func<string, long> votes, string? part = null, Func<string, int>? place = null)
    {
        var id = part is null ? step.Id : $"{step.Id}.{part}";
        var sure = new List<string>();
        var open = tie;
        foreach (var rule in rules)
        {
            if (rule is TieRule.Lot)
            {
                if (context.Lot(id, open) is not { } drawn)
                {
                    Note(context, step, "lot-needed", open, []);
                    context.Halt(step, Status.Tie, "lot", open.Contenders, open.Seats, lot: id);
                    return null;
                }

                Note(context, step, drawn.Assumed ? "lot-needless" : "lot", open, drawn.Winners);
                return [.. sure, .. drawn.Winners];
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

            var ordered = open.Contenders.GroupBy(c => Rank(context, open, rule, votes, place, c)).OrderBy(g => g.Key).ToList();
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
        TieRule.ListOrder => "list-order",
        _ => throw new InvalidOperationException($"Bug in TieSettler: rule {rule}."),
    };

    /// <summary>Smaller ranks win.</summary>
    private static long Rank(StepContext context, Tie tie, TieRule rule, Func<string, long> votes, Func<string, int>? place, string id) => rule switch
    {
        TieRule.MoreVotes => -votes(id),
        TieRule.FewerVotes => votes(id),
        TieRule.ListOrder => place?.Invoke(id) ?? 0,
        TieRule.EarliestRegistered => ByOrder(context, tie)
            ? Registered(context, id)?.RegisteredAs ?? long.MaxValue
            : Registered(context, id)!.RegisteredOn!.Value.DayNumber,
        _ => throw new InvalidOperationException($"Bug in TieSettler: rule {rule} ranks nobody."),
    };

    /// <summary>Contenders whose registration must be known; none where the order is clear without it.</summary>
    private static List<string> MissingRegistrations(StepContext context, Tie tie) => ByOrder(context, tie)
        ? []
        : [.. tie.Contenders.Where(c => Registered(context, c)?.RegisteredOn is null)];

    /// <summary>The list whose registration counts; null for a group of lists, which has none of its own.</summary>
    private static Contender? Registered(StepContext context, string id) => context.Area.Contenders.FirstOrDefault(c => c.Id == id);

    /// <summary>The order decides where all places are known, or where the first places are and fill all seats.</summary>
    private static bool ByOrder(StepContext context, Tie tie)
    {
        var places = tie.Contenders.Select(c => Registered(context, c)?.RegisteredAs).ToList();
        var known = places.Count(p => p is not null);
        return known == places.Count || (known >= tie.Seats && Enumerable.Range(1, tie.Seats).All(n => places.Contains(n)));
    }

    private static void Note(StepContext context, Step step, string outcome, Tie tie, IReadOnlyList<string> winners) => context.Note(
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
            }));
}
