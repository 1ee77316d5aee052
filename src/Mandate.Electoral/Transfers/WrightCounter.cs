namespace Mandate.Electoral.Transfers;

/// <summary>Wright's system: after every exclusion the count starts again, as if the excluded had never stood.</summary>
internal sealed class WrightCounter(PreferenceBallots ballots, int seats, Func<TransferTie, string?> lot)
    : WeightedCounter(ballots, seats, TransferRule.Wright, lot, 1_000_000_000)
{
    private readonly HashSet<int> excluded = [];

    /// <inheritdoc/>
    protected override TransferStage Exclude(int candidate)
    {
        long[] before = [.. Votes];
        excluded.Add(candidate);
        for (var i = 0; i < Continuing.Length; i++)
        {
            Continuing[i] = !Ballots.Candidates[i].Withdrawn && !excluded.Contains(i);
        }

        // Who had the quota has it for this round only; what was not passed on or lost comes back.
        Filled = 0;
        var dealt = Deal();
        Quota = Droop(dealt) * Scale;
        var lost = -Stages.Sum(s => s.Lost);
        long[] transfers = [.. Votes.Zip(before, (now, then) => now - then)];
        return new TransferStage(Stages.Count + 1, StageKind.Exclusion, candidate, before[candidate], before, transfers, -transfers.Sum() - lost, lost, Elect())
        {
            Restart = true,
            Quota = Quota,
        };
    }
}
