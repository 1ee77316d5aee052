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
    private readonly Dictionary<string, long> votes = ByList(Lists, i => Votes[i]);

    public long HeldBy(string list) => Held?[list] ?? 0;

    public long VotesOf(string list) => votes[list];

    /// <summary>Numbers by list, each list once.</summary>
    public static Dictionary<string, long> ByList(IReadOnlyList<string> lists, Func<int, long> number)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < lists.Count; i++)
        {
            numbers.Add(lists[i], number(i));
        }

        return numbers;
    }
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

        if (settled.Excess > 0)
        {
            // Held or least seats are more than the house has, and this law has no word for what follows.
            context.Halt(step, Status.Undefined, "no-house", [.. lists.Where(l => claimed.HeldBy(l) > 0 || step.Minimum > 0)], house);
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
        while (house > 0 && lists.Any(l => claimed.VotesOf(l) > 0))
        {
            var allocation = Allocate(context, step, claimed, lists, house, start: false);
            var most = Most(allocation);
            var over = lists.Where(l => claimed.HeldBy(l) > most[l]).ToList();
            if (over.Count == 0)
            {
                AllocationTrace.Add(context, step, allocation, unit: claimed.Unit);
                if (Settle(context, step, claimed, allocation) is not { } settled)
                {
                    return null;
                }

                // A lot can leave a list above its share that would not have been so had it won.
                var seats = Seats(settled);
                over = [.. lists.Where(l => claimed.HeldBy(l) > seats[l])];
                if (over.Count == 0)
                {
                    context.LeaveVacant(settled.Vacant);
                    Note(context, step, claimed, "drop-out", seats, [.. claimed.Lists.Where(l => !lists.Contains(l))], house);
                    return claimed.Lists.ToDictionary(l => l, l => seats.TryGetValue(l, out var s) ? s : claimed.HeldBy(l), StringComparer.Ordinal);
                }
            }

            house -= (int)over.Sum(claimed.HeldBy);
            lists.RemoveAll(over.Contains);
        }

        context.LeaveVacant(lists.Count > 0 ? house - (int)lists.Sum(claimed.HeldBy) : 0);
        Note(context, step, claimed, "drop-out", [], [.. claimed.Lists.Where(l => claimed.HeldBy(l) > 0)], house);
        return claimed.Lists.ToDictionary(l => l, claimed.HeldBy, StringComparer.Ordinal);
    }

    /// <summary>The house grows seat by seat until no list holds more than its share.</summary>
    private static Dictionary<string, long>? Compensate(StepContext context, AllocateStep step, Claimed claimed)
    {
        for (var house = claimed.House; house <= Math.Min((long)claimed.House * LargestGrowth, Apportionment.LargestHouse); house++)
        {
            var allocation = Allocate(context, step, claimed, claimed.Lists, house, start: false);
            var most = Most(allocation);
            if (claimed.Lists.Any(l => claimed.HeldBy(l) > most[l]))
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

        var places = context.Run.Within(context.Area, Areas.Constituency);
        var left = places.ToDictionary(p => p.Id, p => (context.In(p).Find(step.Held!) ?? new Rows([])) is var rows ? rows.Contenders.ToDictionary(l => l, l => rows[l], StringComparer.Ordinal) : [], StringComparer.Ordinal);
        foreach (var list in claimed.Lists)
        {
            if (!GiveBack(context, step, list, claimed.HeldBy(list) - share[list], places, left))
            {
                // The share is certain; where it is kept is not.
                context.Write(step.As, Rows.Of(claimed.Lists, l => share[l]));
                return null;
            }
        }

        foreach (var place in places)
        {
            context.In(place).Write(kept, new Rows(left[place.Id].Where(s => share.ContainsKey(s.Key))));
        }

        return share;
    }

    /// <summary>A list gives seats back, each where the quotient of its last seat is smallest; false after halting for a tie.</summary>
    private static bool GiveBack(StepContext context, AllocateStep step, string list, long over, IReadOnlyList<Place> places, Dictionary<string, Dictionary<string, long>> left)
    {
        var method = (Methods.DivisorMethod)step.Method;
        Ratio Quotient(Place place) => (place.Votes(list) ?? 0) / method.Divisor((int)left[place.Id][list] - 1);
        while (over > 0)
        {
            var holding = places.Where(p => left[p.Id].GetValueOrDefault(list) > 0).Select(p => (p.Id, Quotient: Quotient(p))).ToList();
            if (holding.Count == 0)
            {
                return true;
            }

            var smallest = holding.Min(h => h.Quotient);
            var equal = holding.Where(h => h.Quotient == smallest).Select(h => h.Id).ToList();

            // A tie is over where the list keeps a seat.
            IReadOnlyList<string>? keep = equal.Count <= over ? [] : TieSettler.Settle(
                context, step, new Tie(equal, equal.Count - (int)over), step.Ties, id => places.First(p => p.Id == id).Votes(list) ?? 0, list);
            if (keep is null)
            {
                return false;
            }

            foreach (var id in equal.Except(keep))
            {
                left[id][list]--;
                over--;
            }
        }

        return true;
    }

    private static Allocation Allocate(StepContext context, AllocateStep step, Claimed claimed, IReadOnlyList<string> lists, int house, bool start)
    {
        var claims = lists.Select(l => new Claim(l, new VoteCount(claimed.VotesOf(l)))
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

        if (TieSettler.Settle(context, step, tie, step.Ties, claimed.VotesOf) is { } winners)
        {
            return allocation.Settle(winners);
        }

        // What is certain stands while the tie is open.
        context.Write(step.As, new Rows(Seats(allocation)));
        return null;
    }

    private static Dictionary<string, long> Seats(Allocation allocation) =>
        Claimed.ByList([.. allocation.Claims.Select(c => c.List)], i => allocation.Awarded[i]);

    /// <summary>The most seats each list can have, where a tie is open.</summary>
    private static Dictionary<string, long> Most(Allocation allocation)
    {
        var seats = Seats(allocation);
        foreach (var list in allocation.Tie?.Contenders ?? [])
        {
            seats[list]++;
        }

        return seats;
    }

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
