namespace Mandate.Electoral.Transfers;

/// <summary>
/// Scottish elections and instant runoffs: surpluses pass on with all ballots, each at its own value. Each group of ballots lies in the
/// pile of the candidate it counts for; piles are linked lists over arrays.
/// </summary>
internal class WeightedCounter : StagedCount
{
    private readonly TransferRule rule;
    private readonly List<int> surpluses = [];
    private readonly int[] piles;
    private readonly int[] below;
    private readonly int[] place;
    private readonly long[] worth;

    public WeightedCounter(PreferenceBallots ballots, int seats, TransferRule rule, Func<TransferTie, string?> lot, long scale)
        : base(ballots, seats, rule, lot, scale)
    {
        this.rule = rule;
        piles = new int[Continuing.Length];
        below = new int[ballots.Groups];
        place = new int[ballots.Groups];
        worth = new long[ballots.Groups];
    }

    /// <inheritdoc/>
    protected override long Open()
    {
        var valid = Deal();
        Quota = rule is TransferRule.Scottish or TransferRule.Wright ? Droop(valid) * Scale : null;
        return valid;
    }

    /// <summary>Deals all ballots, at full value, to the first preference still in the count; how many that are.</summary>
    protected long Deal()
    {
        surpluses.Clear();
        piles.AsSpan().Fill(None);
        Votes.AsSpan().Clear();
        long dealt = 0;
        for (var group = 0; group < Ballots.Groups; group++)
        {
            (place[group], worth[group]) = (0, Scale);
            if (Following(group) is var first && first != None)
            {
                Lay(group, first);
                Votes[first] += Scale * Ballots.CountOf(group);
                dealt += Ballots.CountOf(group);
            }
        }

        return dealt;
    }

    /// <inheritdoc/>
    protected override TransferTie? Next()
    {
        var kind = surpluses.Count > 0 ? StageKind.Surplus : StageKind.Exclusion;
        var choice = Choose(kind, kind == StageKind.Surplus ? surpluses.Order() : Standing());
        if (choice.Waiting is null)
        {
            Stages.Add((kind == StageKind.Surplus ? Transfer(kind, choice.Chosen) : Exclude(choice.Chosen)) with { Tied = choice.Tied, DecidedAt = choice.DecidedAt });
        }

        return choice.Waiting;
    }

    protected virtual TransferStage Exclude(int candidate) => Transfer(StageKind.Exclusion, candidate);

    /// <inheritdoc/>
    protected override List<StageElection> Elect()
    {
        var reached = Standing().Where(Reaches).Select(c => new StageElection(c, Quota is null ? ElectedBy.Majority : ElectedBy.Quota)).ToList();
        reached.ForEach(Seat);

        // 2007 Order, rule 52: with as many candidates as vacancies, no further transfer is made.
        var last = Standing().Count() <= Vacancies ? Standing().Select(c => new StageElection(c, ElectedBy.LastVacancies)).ToList() : [];
        last.ForEach(Seat);
        return [.. MostFirst(reached), .. MostFirst(last)];
    }

    /// <summary>By earlier stages, the most recent first.</summary>
    protected override (List<int> Open, int? Decided) Told(StageKind kind, List<int> tied) => Told(kind, tied, History().SkipLast(1).Reverse());

    private bool Reaches(int candidate)
    {
        if (Quota is { } needed)
        {
            return Votes[candidate] >= needed;
        }

        var left = Standing().ToList();
        return (rule == TransferRule.InstantRunoff || left.Count <= 2) && Votes[candidate] * 2 > left.Sum(c => Votes[c]);
    }

    private void Seat(StageElection election)
    {
        Filled++;
        Continuing[election.Candidate] = false;
        if (election.By == ElectedBy.Quota && Votes[election.Candidate] > Quota)
        {
            surpluses.Add(election.Candidate);
        }
    }

    private TransferStage Transfer(StageKind kind, int from)
    {
        long[] before = [.. Votes];
        var transfers = new long[Votes.Length];
        var held = Votes[from];
        var moved = kind == StageKind.Surplus ? held - Quota!.Value : held;
        Continuing[from] = false;
        surpluses.Remove(from);
        long stuck = 0, gained = 0, lastWorth = None, lastValue = 0;
        var group = piles[from];
        piles[from] = None;
        while (group != None)
        {
            var following = below[group];
            if (kind == StageKind.Surplus)
            {
                // 2007 Order, rule 48(3): surplus × value when received ÷ votes, any remainder being ignored.
                if (worth[group] != lastWorth)
                {
                    lastWorth = worth[group];
                    lastValue = (long)((Int128)lastWorth * moved / held);
                }

                worth[group] = lastValue;
            }

            var amount = worth[group] * Ballots.CountOf(group);
            if (Following(group) is var to && to != None)
            {
                Lay(group, to);
                transfers[to] += amount;
                gained += amount;
            }
            else
            {
                stuck += amount;
            }

            group = following;
        }

        transfers[from] = -moved;
        for (var i = 0; i < Votes.Length; i++)
        {
            Votes[i] += transfers[i];
        }

        return new TransferStage(Stages.Count + 1, kind, from, moved, before, transfers, stuck, moved - gained - stuck, Elect());
    }

    private void Lay(int group, int candidate)
    {
        below[group] = piles[candidate];
        piles[candidate] = group;
    }

    /// <summary>The next preference of a group for somebody still in the count.</summary>
    private int Following(int group)
    {
        var ranking = Ballots.Ranking(group);
        for (var i = place[group]; i < ranking.Length; i++)
        {
            if (Continuing[ranking[i]])
            {
                place[group] = i + 1;
                return ranking[i];
            }
        }

        place[group] = ranking.Length;
        return None;
    }
}
