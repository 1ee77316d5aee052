namespace Mandate.Electoral.Transfers;

/// <summary>Meek's method as New Zealand counts by it: whoever is elected keeps a share of every ballot, and shares are found round by round.</summary>
internal sealed class MeekCounter(PreferenceBallots ballots, int seats, Func<TransferTie, string?> lot)
    : StagedCount(ballots, seats, TransferRule.Meek, lot, Whole)
{
    private const long Whole = 1_000_000_000;

    /// <summary>The total surplus below which the lowest is excluded: 0.0001 of a vote (Schedule 1A, clause 13).</summary>
    private const long Negligible = Whole / 10_000;

    private readonly long[] keep = [.. ballots.Candidates.Select(c => c.Withdrawn ? 0 : Whole)];
    private readonly HashSet<int> successful = [];
    private readonly List<(int Stage, IReadOnlyList<long> Votes)> rounds = [];
    private long valid;
    private long exhausted;
    private bool due;

    /// <inheritdoc/>
    protected override long Open()
    {
        valid = Ballots.Valid;
        Share(new KeepTree(Ballots, keep, successful), 1);
        return valid;
    }

    /// <inheritdoc/>
    protected override List<StageElection> Elect()
    {
        List<StageElection> reached = [.. Standing().Where(c => Votes[c] >= Quota).Select(c => new StageElection(c, ElectedBy.Quota))];
        reached.ForEach(Seat);

        // Clause 3: as many successful and hopeful candidates as vacancies.
        List<StageElection> last = Standing().Count() <= Vacancies ? [.. Standing().Select(c => new StageElection(c, ElectedBy.LastVacancies))] : [];
        last.ForEach(Seat);
        due = MayExclude();
        return [.. MostFirst(reached), .. MostFirst(last)];
    }

    /// <inheritdoc/>
    protected override TransferTie? Next()
    {
        var choice = due ? Choose(StageKind.Exclusion, Standing()) : new Choice(None, [], null, null);
        if (choice.Waiting is not null)
        {
            return choice.Waiting;
        }

        long[] before = [.. Votes];
        var (exhaustedBefore, moved) = (exhausted, due ? Votes[choice.Chosen] : Surplus());
        if (due)
        {
            keep[choice.Chosen] = 0;
            Continuing[choice.Chosen] = false;
        }

        var first = rounds.Count;
        var tree = new KeepTree(Ballots, keep, successful);
        do
        {
            foreach (var candidate in successful)
            {
                keep[candidate] = Lowered(candidate);
            }

            Share(tree, Stages.Count + 1);
        }
        while (!Standing().Any(c => Votes[c] >= Quota) && !MayExclude());

        long[] transfers = [.. Votes.Zip(before, (now, then) => now - then)];
        var kind = due ? StageKind.Exclusion : StageKind.KeepValues;
        int? from = due ? choice.Chosen : null;
        Stages.Add(new TransferStage(Stages.Count + 1, kind, from, moved, before, transfers, exhausted - exhaustedBefore, 0, Elect())
        {
            Tied = choice.Tied,
            DecidedAt = choice.DecidedAt,
            Quota = Quota,
            Rounds = rounds.Count - first,
            KeepValues = [.. keep],
        });
        return null;
    }

    /// <summary>Ahead at first difference: the earliest round at which those who tie differed.</summary>
    protected override (List<int> Open, int? Decided) Told(StageKind kind, List<int> tied) => Told(kind, tied, rounds);

    private void Seat(StageElection election)
    {
        Filled++;
        Continuing[election.Candidate] = false;
        successful.Add(election.Candidate);
    }

    /// <summary>One round: votes by the keep values, then the quota of what is still in the count.</summary>
    private void Share(KeepTree tree, int stage)
    {
        tree.Share(keep, Votes);
        rounds.Add((stage, [.. Votes]));

        // Clauses 5 and 11: (valid − non-transferable) ÷ (vacancies + 1) + 0.000000001, cut to nine decimals.
        exhausted = (valid * Whole) - Votes.Sum();
        Quota = (Votes.Sum() / (Seats + 1)) + 1;
    }

    private long Surplus() => successful.Sum(c => Math.Max(0, Votes[c] - Quota!.Value));

    /// <summary>
    /// Clause 13: the lowest cannot overtake anybody even with all of the surplus, or next to none is left; nor does it wait for a
    /// surplus that no keep value in billionths makes smaller.
    /// </summary>
    private bool MayExclude()
    {
        var surplus = Surplus();
        var lowest = Standing().Select(c => Votes[c]).Order().Take(2).ToList();
        return surplus < Negligible || (lowest.Count == 2 && lowest[0] + surplus < lowest[1]) || successful.All(c => Lowered(c) == keep[c]);
    }

    /// <summary>What somebody successful keeps next: keep value × quota ÷ votes, the product and the quotient rounded up; never more than now.</summary>
    private long Lowered(int candidate) => Votes[candidate] > Quota
        ? Math.Min(keep[candidate], (long)Up(Up((Int128)keep[candidate] * Quota.Value, Whole) * Whole, Votes[candidate]))
        : keep[candidate];

    private static Int128 Up(Int128 dividend, Int128 divisor) => (dividend + divisor - 1) / divisor;
}
