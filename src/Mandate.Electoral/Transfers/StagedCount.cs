namespace Mandate.Electoral.Transfers;

/// <summary>A count in progress: who continues, with how many votes, the stages so far, and how a tie is told apart.</summary>
internal abstract class StagedCount
{
    protected const int None = -1;

    private readonly TransferRule rule;
    private readonly Func<TransferTie, string?> lot;

    protected StagedCount(PreferenceBallots ballots, int seats, TransferRule rule, Func<TransferTie, string?> lot, long scale)
    {
        Ballots = ballots;
        Seats = seats;
        this.rule = rule;
        this.lot = lot;
        Scale = scale;
        Continuing = [.. ballots.Candidates.Select(c => !c.Withdrawn)];
        Votes = new long[Continuing.Length];
    }

    protected PreferenceBallots Ballots { get; }

    protected int Seats { get; }

    /// <summary>Gets the part of a vote that is counted in: everything below is a multiple of 1 / this.</summary>
    protected long Scale { get; }

    protected bool[] Continuing { get; }

    protected long[] Votes { get; }

    protected List<TransferStage> Stages { get; } = [];

    /// <summary>Gets or sets the votes that elect; null where a majority does.</summary>
    protected long? Quota { get; set; }

    /// <summary>Gets or sets seats filled.</summary>
    protected int Filled { get; set; }

    protected int Vacancies => Seats - Filled;

    public TransferCount Run()
    {
        TransferTie? waiting = null;
        var valid = Open();
        var quota = Quota;
        Stages.Add(new TransferStage(1, StageKind.FirstPreferences, null, 0, new long[Votes.Length], [.. Votes], 0, 0, Elect()));
        while (waiting is null && Vacancies > 0 && Standing().Any())
        {
            waiting = Next();
        }

        return new TransferCount(rule, Seats, valid, Scale, quota, Stages, waiting);
    }

    /// <summary>Lays first preferences out and sets the quota; the valid ballots.</summary>
    protected abstract long Open();

    /// <summary>One more stage; the tie where a lot is wanting.</summary>
    protected abstract TransferTie? Next();

    /// <summary>Who is elected with the votes as they are.</summary>
    protected abstract List<StageElection> Elect();

    protected IEnumerable<int> Standing() => Enumerable.Range(0, Continuing.Length).Where(c => Continuing[c]);

    /// <summary>The quota of Droop in whole votes: the whole part of valid ÷ (seats + 1), plus 1.</summary>
    protected long Droop(long valid) => (valid / (Seats + 1)) + 1;

    protected IEnumerable<StageElection> MostFirst(IEnumerable<StageElection> elections) => elections.OrderByDescending(e => Votes[e.Candidate]);

    /// <summary>Whose surplus passes on, or who is excluded: the largest, or the fewest votes.</summary>
    protected Choice Choose(StageKind kind, IEnumerable<int> among)
    {
        var tied = Extreme(kind, [.. among], Votes);
        var (open, decided) = tied.Count > 1 ? Told(kind, tied) : (tied, null);
        if (open.Count == 1)
        {
            return new Choice(open[0], tied.Count > 1 ? tied : [], decided, null);
        }

        var tie = new TransferTie(Stages.Count + 1, kind, new Tie([.. open.Select(c => Ballots.Candidates[c].Id)], 1));
        return Draw(tie, open) is { } drawn ? new Choice(drawn, tied, null, null) : new Choice(None, tied, null, tie);
    }

    /// <summary>Those who still tie by earlier stages, and the last stage that told some of them apart.</summary>
    protected abstract (List<int> Open, int? Decided) Told(StageKind kind, List<int> tied);

    /// <summary>Holds those who tie against their votes at one stage after the other.</summary>
    protected static (List<int> Open, int? Decided) Told(StageKind kind, List<int> tied, IEnumerable<(int Stage, IReadOnlyList<long> Votes)> history)
    {
        int? decided = null;
        foreach (var (stage, votes) in history)
        {
            var left = Extreme(kind, tied, votes);
            decided = left.Count < tied.Count ? stage : decided;
            tied = left;
            if (tied.Count == 1)
            {
                break;
            }
        }

        return (tied, decided);
    }

    /// <summary>Votes after each stage, the first stage first.</summary>
    protected IEnumerable<(int Stage, IReadOnlyList<long> Votes)> History() => Stages.Select(s => (s.Number, s.After));

    /// <summary>On whom the lot fell; null where none is recorded.</summary>
    protected int? Draw(TransferTie tie, IEnumerable<int> open)
    {
        if (lot(tie) is not { } drawn)
        {
            return null;
        }

        return open.FirstOrDefault(c => Ballots.Candidates[c].Id == drawn, None) is var chosen && chosen != None
            ? chosen
            : throw new InvalidOperationException($"Bug in StagedCount: a lot fell on '{drawn}', who does not tie at stage {tie.Stage}.");
    }

    private static List<int> Extreme(StageKind kind, List<int> among, IReadOnlyList<long> votes)
    {
        var extreme = kind == StageKind.Surplus ? among.Max(c => votes[c]) : among.Min(c => votes[c]);
        return [.. among.Where(c => votes[c] == extreme)];
    }

    /// <summary>A candidate chosen, or the tie that waits for a lot.</summary>
    /// <param name="Chosen">Index of the candidate.</param>
    /// <param name="Tied">Who had equal votes; empty where nobody had.</param>
    /// <param name="DecidedAt">The earlier stage that told them apart; null where none did.</param>
    /// <param name="Waiting">The tie that waits.</param>
    protected readonly record struct Choice(int Chosen, IReadOnlyList<int> Tied, int? DecidedAt, TransferTie? Waiting);
}
