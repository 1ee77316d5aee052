namespace Mandate.Electoral.Transfers;

/// <summary>The rule of the panels of the Seanad: a paper counts 1,000, and values are cut to whole thousandths.</summary>
internal sealed class SeanadCounter(PreferenceBallots ballots, int seats, Func<TransferTie, string?> lot)
    : ParcelCounter(ballots, seats, TransferRule.Seanad, lot, 1000)
{
    /// <inheritdoc/>
    protected override long Open()
    {
        var valid = base.Open();
        Quota = Droop(valid * Scale);
        return valid;
    }

    /// <inheritdoc/>
    protected override bool MustTransfer() => true;

    /// <inheritdoc/>
    protected override TransferTie? Pass(Choice choice)
    {
        var from = choice.Chosen;
        long[] before = [.. Votes];
        var transfers = new long[Votes.Length];
        var surplus = Votes[from] - Quota!.Value;
        var last = Piles[from][^1];
        var sorted = Sort(last);
        var papers = Standing().Sum(c => sorted[c].Papers);

        // Papers worth no more than the surplus keep the value at which they came; others share it, fractions being disregarded.
        var all = papers * last.Value <= surplus;
        var value = all ? last.Value : surplus / papers;
        foreach (var candidate in Standing())
        {
            transfers[candidate] = Receive(candidate, sorted[candidate].Worth(value));
        }

        var rest = surplus - transfers.Sum();
        transfers[from] = -surplus;
        Settle(from);
        Stages.Add(new TransferStage(Stages.Count + 1, StageKind.Surplus, from, surplus, before, transfers, all ? rest : 0, all ? 0 : rest, Elect()) { Tied = choice.Tied, DecidedAt = choice.DecidedAt });
        return null;
    }

    /// <inheritdoc/>
    protected override TransferTie? ExcludeLowest()
    {
        var choice = Choose(StageKind.Exclusion, Standing());
        if (choice.Waiting is not null)
        {
            return choice.Waiting;
        }

        var from = choice.Chosen;
        long[] before = [.. Votes];
        var transfers = new long[Votes.Length];
        long stuck = 0;
        var full = new List<int>();
        Continuing[from] = false;
        foreach (var parcel in Piles[from])
        {
            // One transfer for each sub-parcel, in the order in which they came; who has the quota after it takes no more.
            var sorted = Sort(parcel);
            foreach (var candidate in Standing())
            {
                transfers[candidate] += Receive(candidate, sorted[candidate]);
            }

            stuck += sorted[^1].Papers * parcel.Value;
            var reached = Standing().Where(c => Votes[c] >= Quota).ToList();
            reached.ForEach(c => Continuing[c] = false);
            full.AddRange(reached);
        }

        full.ForEach(c => Continuing[c] = true);
        (transfers[from], Votes[from]) = (-Votes[from], 0);
        Stages.Add(new TransferStage(Stages.Count + 1, StageKind.Exclusion, from, before[from], before, transfers, stuck, 0, Elect()) { Tied = choice.Tied, DecidedAt = choice.DecidedAt });
        return null;
    }
}
