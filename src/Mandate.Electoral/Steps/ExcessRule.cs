namespace Mandate.Electoral.Steps;

/// <summary>Who claims what in one allocation.</summary>
/// <param name="Lists">Lists in ballot order.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Held">Seats held; null where the step knows none.</param>
/// <param name="House">Seats to be filled, held ones among them.</param>
/// <param name="Quota">A quota of its own; null for the plain one.</param>
/// <param name="Unit">What the votes are parts of, see <see cref="Rows.Unit"/>.</param>
internal sealed record Claimed(IReadOnlyList<string> Lists, IReadOnlyList<long> Votes, Rows? Held, int House, Ratio? Quota, long Unit)
{
    public long HeldBy(string list) => Held?[list] ?? 0;
}

/// <summary>Carries out an allocation with what its law says of seats held above the share.</summary>
internal static class ExcessRule
{
    /// <summary>No law enlarges a house beyond this many times its size.</summary>
    private const int LargestGrowth = 20;

    /// <summary>Seats by list, held ones among them; null after halting for a tie.</summary>
    public static IReadOnlyDictionary<string, long>? Run(StepContext context, AllocateStep step, Claimed claimed) => step.Excess switch
    {
        Excess.Start => Plain(context, step, claimed, claimed.Lists, claimed.House, start: true),
        Excess.Forfeit => Plain(context, step, claimed, claimed.Lists, claimed.House, start: false),
        Excess.Enlarge => Enlarge(context, step, claimed),
        Excess.Return => Return(context, step, claimed),
        Excess.DropOut => DropOut(context, step, claimed),
        Excess.Compensate => Compensate(context, step, claimed),
        _ => throw new InvalidOperationException($"Bug in ExcessRule: {step.Excess}."),
    };

    private static Dictionary<string, long>? Plain(StepContext context, AllocateStep step, Claimed claimed, IReadOnlyList<string> lists, int house, bool start)
    {
        var allocation = Allocate(context, step, claimed, lists, house, start);
        AllocationTrace.Add(context, step, allocation, unit: claimed.Unit);
        if (Settle(context, step, claimed, allocation) is not { } settled)
        {
            return null;
        }

        context.LeaveVacant(settled.Vacant);
        return Seats(settled);
    }

    private static Dictionary<string, long>? Enlarge(StepContext context, AllocateStep step, Claimed claimed)
    {
        if (Plain(context, step, claimed, claimed.Lists, claimed.House, start: false) is not { } share)
        {
            return null;
        }

        Note(context, step, claimed, "enlarge", share, [.. claimed.Lists.Where(l => claimed.HeldBy(l) > share[l])], claimed.House);
        return claimed.Lists.ToDictionary(l => l, l => Math.Max(share[l], claimed.HeldBy(l)), StringComparer.Ordinal);
    }

    /// <summary>Lists whose held seats exceed their share keep them and leave; the rest share what is left, again and again.</summary>
    private static Dictionary<string, long>? DropOut(StepContext context, AllocateStep step, Claimed claimed)
    {
        var lists = claimed.Lists.ToList();
        var house = claimed.House;
        while (lists.Count > 0 && house > 0)
        {
            var allocation = Allocate(context, step, claimed, lists, house, start: false);
            var over = lists.Where(l => claimed.HeldBy(l) > allocation[l] + (allocation.Tie?.Contenders.Contains(l) == true ? 1 : 0)).ToList();
            if (over.Count == 0)
            {
                AllocationTrace.Add(context, step, allocation, unit: claimed.Unit);
                if (Settle(context, step, claimed, allocation) is not { } settled)
                {
                    return null;
                }

                var seats = Seats(settled);
                Note(context, step, claimed, "drop-out", seats, [.. claimed.Lists.Where(l => !lists.Contains(l))], house);
                return claimed.Lists.ToDictionary(l => l, l => seats.TryGetValue(l, out var s) ? s : claimed.HeldBy(l), StringComparer.Ordinal);
            }

            house -= (int)over.Sum(claimed.HeldBy);
            lists.RemoveAll(over.Contains);
        }

        return claimed.Lists.ToDictionary(l => l, claimed.HeldBy, StringComparer.Ordinal);
    }

    /// <summary>The house grows seat by seat until no list holds more than its share.</summary>
    private static Dictionary<string, long>? Compensate(StepContext context, AllocateStep step, Claimed claimed)
    {
        for (var house = claimed.House; house <= Math.Min((long)claimed.House * LargestGrowth, Apportionment.LargestHouse); house++)
        {
            var allocation = Allocate(context, step, claimed, claimed.Lists, house, start: false);
            if (claimed.Lists.Any(l => claimed.HeldBy(l) > allocation[l] + (allocation.Tie?.Contenders.Contains(l) == true ? 1 : 0)))
            {
                continue;
            }

            AllocationTrace.Add(context, step, allocation, unit: claimed.Unit);
            if (Settle(context, step, claimed, allocation) is not { } settled)
            {
                return null;
            }

            var seats = Seats(settled);
            if (claimed.Lists.All(l => claimed.HeldBy(l) <= seats[l]))
            {
                Note(context, step, claimed, "compensate", seats, house > claimed.House ? claimed.Lists : [], house);
                return seats;
            }
        }

        context.Halt(step, Status.Undefined, "no-house", [.. claimed.Lists.Where(l => claimed.HeldBy(l) > 0)], claimed.House);
        return null;
    }

    /// <summary>The share stands; seats held above it are given back where the list's quotient was smallest.</summary>
    private static Dictionary<string, long>? Return(StepContext context, AllocateStep step, Claimed claimed)
    {
        if (Plain(context, step, claimed, claimed.Lists, claimed.House, start: false) is not { } share)
        {
            return null;
        }

        Note(context, step, claimed, "return", share, [.. claimed.Lists.Where(l => claimed.HeldBy(l) > share[l])], claimed.House);
        if (step.Kept is not { } kept)
        {
            return share;
        }

        var method = (Methods.DivisorMethod)step.Method;
        var places = context.Run.Within(context.Area, Areas.Constituency);
        var held = places.ToDictionary(p => p, p => context.In(p).Find(step.Held!) ?? new Rows([]));
        var left = places.ToDictionary(p => p, p => held[p].Contenders.ToDictionary(l => l, l => held[p][l], StringComparer.Ordinal));
        foreach (var list in claimed.Lists)
        {
            for (var over = claimed.HeldBy(list) - share[list]; over > 0; over--)
            {
                var last = places.Where(p => left[p].GetValueOrDefault(list) > 0)
                    .OrderBy(p => (p.Votes(list) ?? 0) / method.Divisor((int)left[p][list] - 1)).ThenBy(p => p.Id, StringComparer.Ordinal).First();
                left[last][list]--;
            }
        }

        foreach (var place in places)
        {
            context.In(place).Write(kept, new Rows(left[place].Where(s => claimed.Lists.Contains(s.Key))));
        }

        return share;
    }

    private static Allocation Allocate(StepContext context, AllocateStep step, Claimed claimed, IReadOnlyList<string> lists, int house, bool start)
    {
        var index = claimed.Lists.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
        var claims = lists.Select(l => new Claim(l, new VoteCount(claimed.Votes[index[l]]))
        {
            Held = new SeatCount(start ? (int)claimed.HeldBy(l) : 0),
            Minimum = new SeatCount(step.Minimum),
            Maximum = step.WithinPersons && PreferStep.Eligible(context, l) is { } persons ? new SeatCount(Math.Max(persons.Count, Math.Max(step.Minimum, start ? (int)claimed.HeldBy(l) : 0))) : null,
        }).ToList();
        return Apportionment.Allocate(step.Method, claims, new SeatCount(house), claimed.Quota);
    }

    private static Allocation? Settle(StepContext context, AllocateStep step, Claimed claimed, Allocation allocation)
    {
        if (allocation.Tie is not { } tie)
        {
            return allocation;
        }

        var votes = claimed.Lists.Zip(claimed.Votes).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        if (TieSettler.Settle(context, step, tie, step.Ties, l => votes[l]) is { } winners)
        {
            return allocation.Settle(winners);
        }

        // What is certain stands while the tie is open.
        context.Write(step.As, new Rows(Seats(allocation)));
        return null;
    }

    private static Dictionary<string, long> Seats(Allocation allocation) =>
        allocation.Claims.Select((c, i) => KeyValuePair.Create(c.List, (long)allocation.Awarded[i])).ToDictionary(StringComparer.Ordinal);

    private static void Note(StepContext context, AllocateStep step, Claimed claimed, string word, Dictionary<string, long> share, IReadOnlyList<string> over, int house)
    {
        if (over.Count > 0)
        {
            context.Add(
                step,
                word,
                new Dictionary<string, Argument> { ["seats"] = new Argument.Count(claimed.House), ["house"] = new Argument.Count(house), ["lists"] = new Argument.Contenders(over) },
                () => [.. over.Select(l => new TraceRow(l, "over", new Dictionary<string, Argument>
                {
                    ["held"] = new Argument.Count(claimed.HeldBy(l)),
                    ["share"] = new Argument.Count(share.TryGetValue(l, out var s) ? s : 0),
                }))]);
        }
    }
}
