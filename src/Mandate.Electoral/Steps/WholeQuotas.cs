namespace Mandate.Electoral.Steps;

/// <summary>Seats for whole quotas alone; what they leave is for a later step.</summary>
/// <remarks>
/// Austria, Nationalrats-Wahlordnung 1992, §§ 97 and 101; Czechia, Act 247/1995, § 50. Where whole quotas exceed the seats
/// of the place, the seats too many are taken back from the smallest remainders.
/// </remarks>
internal static class WholeQuotas
{
    /// <summary>Carries the step out.</summary>
    public static void Run(StepContext context, AllocateStep step, OwnQuota own, IReadOnlyList<string> lists, IReadOnlyList<long> votes)
    {
        if (own.Of(context, step) is not { } quota)
        {
            return;
        }

        var quotients = votes.Select(v => v / quota).ToList();
        var seats = quotients.Select(q => (long)q.Floor).ToArray();
        var house = own.At is null ? context.Count(step, step.Seats ?? AllocateStep.Plain) : null;
        if (house is { } most && !TakeBack(context, step, lists, votes, quotients, seats, seats.Sum() - most))
        {
            return;
        }

        var held = step.Held is null ? null : context.Find(step.Held);
        context.Write(step.As, new Rows(lists.Select((l, i) => KeyValuePair.Create(l, seats[i]))));
        if (step.Further is { } further)
        {
            context.Write(further, new Rows(lists.Select((l, i) => KeyValuePair.Create(l, Math.Max(0, seats[i] - (held?[l] ?? 0))))));
        }

        if (own.Left is { } left)
        {
            context.Write(left, new Rows(lists.Select((l, i) => KeyValuePair.Create(l, (long)(votes[i] - (quota * seats[i])).Floor))));
        }

        var arguments = new Dictionary<string, Argument>
        {
            ["method"] = new Argument.Term(step.Method.Name),
            ["votes"] = new Argument.Count(votes.Sum()),
            ["lists"] = new Argument.Count(lists.Count),
            ["quota"] = new Argument.Exact(quota),
            ["whole"] = new Argument.Count(seats.Sum()),
        };
        context.Add(step, "whole", arguments, () => [.. lists.Select((l, i) => new TraceRow(l, "whole", new Dictionary<string, Argument>
        {
            ["votes"] = new Argument.Count(votes[i]),
            ["quotient"] = new Argument.Exact(quotients[i]),
            ["seats"] = new Argument.Count(seats[i]),
        }))]);
    }

    /// <summary>Takes seats too many from the smallest remainders, one each in a round; false after halting for a tie.</summary>
    private static bool TakeBack(StepContext context, AllocateStep step, IReadOnlyList<string> lists, IReadOnlyList<long> votes, List<Ratio> quotients, long[] seats, long over)
    {
        while (over > 0)
        {
            var holders = Enumerable.Range(0, lists.Count).Where(i => seats[i] > 0).OrderBy(i => quotients[i].Fraction).ToList();
            if (holders.Count <= over)
            {
                holders.ForEach(i => seats[i]--);
                over -= holders.Count;
                continue;
            }

            var cut = quotients[holders[(int)over - 1]].Fraction;
            var equal = holders.Where(i => quotients[i].Fraction == cut).ToList();
            var below = holders.Where(i => quotients[i].Fraction < cut).ToList();
            below.ForEach(i => seats[i]--);
            var open = (int)over - below.Count;

            // A tie is over who keeps a seat.
            IReadOnlyList<string>? keep = equal.Count == open ? [] : TieSettler.Settle(
                context, step, new Tie([.. equal.Order().Select(i => lists[i])], equal.Count - open), step.Ties, l => votes[lists.ToList().IndexOf(l)]);
            if (keep is null)
            {
                return false;
            }

            equal.Where(i => !keep.Contains(lists[i])).ToList().ForEach(i => seats[i]--);
            over = 0;
        }

        return true;
    }
}
