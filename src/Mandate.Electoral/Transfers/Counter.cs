namespace Mandate.Electoral.Transfers;

/// <summary>One count in progress. Each group of ballots lies in the pile of the candidate it counts for; piles are linked lists over arrays.</summary>
internal sealed class Counter
{
    private const int None = -1;

    private readonly PreferenceBallots ballots;
    private readonly int seats;
    private readonly TransferRule rule;
    private readonly Func<TransferTie, string?> lot;
    private readonly long scale;
    private readonly long valid;
    private readonly long? quota;
    private readonly bool[] continuing;
    private readonly long[] votes;
    private readonly List<int> surpluses = [];
    private readonly List<TransferStage> stages = [];
    private readonly int[] piles;
    private readonly int[] below;
    private readonly int[] place;
    private readonly long[] worth;
    private int elected;

    public Counter(PreferenceBallots ballots, int seats, TransferRule rule, Func<TransferTie, string?> lot)
    {
        this.ballots = ballots;
        this.seats = seats;
        this.rule = rule;
        this.lot = lot;
        scale = rule == TransferRule.Scottish ? 100_000 : 1;
        continuing = [.. ballots.Candidates.Select(c => !c.Withdrawn)];
        votes = new long[continuing.Length];
        piles = new int[continuing.Length];
        piles.AsSpan().Fill(None);
        below = new int[ballots.Groups];
        place = new int[ballots.Groups];
        worth = new long[ballots.Groups];
        for (var group = 0; group < ballots.Groups; group++)
        {
            worth[group] = scale;
            if (Next(group) is var first && first != None)
            {
                Lay(group, first);
                votes[first] += scale * ballots.CountOf(group);
            }
        }

        valid = votes.Sum() / scale;
        quota = rule == TransferRule.Scottish ? (valid / (seats + 1)) + 1 : null;
    }

    public TransferCount Run()
    {
        TransferTie? waiting = null;
        stages.Add(new TransferStage(1, StageKind.FirstPreferences, null, 0, new long[votes.Length], [.. votes], 0, 0, Elect()));
        while (waiting is null && elected < seats && Continuing().Any())
        {
            waiting = surpluses.Count > 0
                ? Move(StageKind.Surplus, surpluses)
                : Move(StageKind.Exclusion, [.. Continuing()]);
        }

        return new TransferCount(rule, seats, valid, scale, quota, stages, waiting);
    }

    private IEnumerable<int> Continuing() => Enumerable.Range(0, continuing.Length).Where(c => continuing[c]);

    /// <summary>Who is elected with the votes as they are, most votes first.</summary>
    private List<StageElection> Elect()
    {
        var reached = Continuing().Where(Reaches).Select(c => new StageElection(c, quota is null ? ElectedBy.Majority : ElectedBy.Quota)).ToList();
        reached.ForEach(Seat);

        // 2007 Order, rule 52: with as many candidates as vacancies, no further transfer is made.
        var last = Continuing().Count() <= seats - elected ? Continuing().Select(c => new StageElection(c, ElectedBy.LastVacancies)).ToList() : [];
        last.ForEach(Seat);
        return [.. reached.OrderByDescending(e => votes[e.Candidate]), .. last.OrderByDescending(e => votes[e.Candidate])];
    }

    private bool Reaches(int candidate)
    {
        if (quota is { } needed)
        {
            return votes[candidate] >= needed * scale;
        }

        var left = Continuing().ToList();
        return (rule == TransferRule.InstantRunoff || left.Count <= 2) && votes[candidate] * 2 > left.Sum(c => votes[c]);
    }

    private void Seat(StageElection election)
    {
        elected++;
        continuing[election.Candidate] = false;
        if (election.By == ElectedBy.Quota && votes[election.Candidate] > quota * scale)
        {
            surpluses.Add(election.Candidate);
        }
    }

    /// <summary>Transfers the largest surplus or excludes the lowest; the tie where a lot is wanting.</summary>
    private TransferTie? Move(StageKind kind, IReadOnlyList<int> among)
    {
        var extreme = kind == StageKind.Surplus ? among.Max(c => votes[c]) : among.Min(c => votes[c]);
        var tied = among.Where(c => votes[c] == extreme).Order().ToList();
        var (open, decided) = ByEarlierStages(kind, tied);
        var chosen = open[0];
        if (open.Count > 1)
        {
            var tie = new TransferTie(stages.Count + 1, kind, new Tie([.. open.Select(c => ballots.Candidates[c].Id)], 1));
            if (lot(tie) is not { } drawn)
            {
                return tie;
            }

            chosen = open.FirstOrDefault(c => ballots.Candidates[c].Id == drawn, None);
            if (chosen == None)
            {
                throw new InvalidOperationException($"Bug in Counter: a lot fell on '{drawn}', who does not tie at stage {tie.Stage}.");
            }
        }

        Transfer(kind, chosen, tied.Count > 1 ? tied : [], open.Count > 1 ? null : decided);
        return null;
    }

    /// <summary>Those who still tie after earlier stages, the most recent first, and the stage that told the last of them apart.</summary>
    private (List<int> Open, int? Decided) ByEarlierStages(StageKind kind, List<int> tied)
    {
        int? decided = null;
        for (var stage = stages.Count - 2; stage >= 0 && tied.Count > 1; stage--)
        {
            var then = stages[stage].After;
            var extreme = kind == StageKind.Surplus ? tied.Max(c => then[c]) : tied.Min(c => then[c]);
            var left = tied.Where(c => then[c] == extreme).ToList();
            decided = left.Count < tied.Count ? stage + 1 : decided;
            tied = left;
        }

        return (tied, decided);
    }

    private void Transfer(StageKind kind, int from, IReadOnlyList<int> tied, int? decided)
    {
        long[] before = [.. votes];
        var transfers = new long[votes.Length];
        var held = votes[from];
        var moved = kind == StageKind.Surplus ? held - (quota!.Value * scale) : held;
        continuing[from] = false;
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

            var amount = worth[group] * ballots.CountOf(group);
            if (Next(group) is var to && to != None)
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
        for (var i = 0; i < votes.Length; i++)
        {
            votes[i] += transfers[i];
        }

        stages.Add(new TransferStage(stages.Count + 1, kind, from, moved, before, transfers, stuck, moved - gained - stuck, Elect()) { Tied = tied, DecidedAt = decided });
    }

    private void Lay(int group, int candidate)
    {
        below[group] = piles[candidate];
        piles[candidate] = group;
    }

    /// <summary>The next preference of a group for somebody still in the count.</summary>
    private int Next(int group)
    {
        var ranking = ballots.Ranking(group);
        for (var i = place[group]; i < ranking.Length; i++)
        {
            if (continuing[ranking[i]])
            {
                place[group] = i + 1;
                return ranking[i];
            }
        }

        place[group] = ranking.Length;
        return None;
    }
}
