namespace Mandate.Electoral.Steps;

/// <summary>Seats for whole quotas alone; what they leave is for a later step.</summary>
/// <remarks>
/// Austria, Nationalrats-Wahlordnung 1992, §§ 97 and 101; Czechia, Act 247/1995, § 50. Where whole quotas exceed the seats
/// of the place, the seats too many are taken back from the smallest remainders.
/// </remarks>
internal static class WholeQuotas
{
    public static void Run(StepContext context, AllocateStep step, OwnQuota own, IReadOnlyList<string> lists, IReadOnlyList<long> votes)
    {
        if (own.Of(context, step) is not { } quota)
        {
            return;
        }

        var quotients = votes.Select(v => v / quota).ToList();
        var seats = quotients.Select(q => (long)q.Floor).ToArray();
        var house = own.At is null ? context.Count(step, step.Seats ?? AllocateStep.Plain) : null;
        var over = (house is { } most ? seats.Sum() - most : 0);
        if (over > 0)
        {
            var smallest = Enumerable.Range(0, lists.Count).Where(i => seats[i] > 0).OrderBy(i => quotients[i].Fraction).ToList();
            var cut = quotients[smallest[(int)over - 1]].Fraction;
            var equal = smallest.Where(i => quotients[i].Fraction == cut).ToList();
            var below = smallest.Count(i => quotients[i].Fraction < cut);
            foreach (var i in smallest.Take(below))
            {
                seats[i]--;
            }

            // A tie is over who keeps a seat.
            IReadOnlyList<string>? keep = below + equal.Count == over ? [] : TieSettler.Settle(
                context, step, new Tie([.. equal.Select(i => lists[i])], equal.Count - (int)(over - below)), step.Ties, l => votes[lists.ToList().IndexOf(l)]);
            if (keep is null)
            {
                return;
            }

            foreach (var i in equal.Where(i => !keep.Contains(lists[i])))
            {
                seats[i]--;
            }
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
}
