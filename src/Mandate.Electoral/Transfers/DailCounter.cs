namespace Mandate.Electoral.Transfers;

/// <summary>The Dáil's rule: whole papers move, and of a sub-parcel those last filed.</summary>
internal sealed class DailCounter(PreferenceBallots ballots, int seats, Func<TransferTie, string?> lot)
    : ParcelCounter(ballots, seats, TransferRule.Dail, lot, 1)
{
    /// <inheritdoc/>
    protected override long Open()
    {
        var valid = base.Open();
        Quota = Droop(valid);
        return valid;
    }

    /// <summary>Surpluses must move while they can elect the highest, or bring the lowest level with the one above.</summary>
    protected override bool MustTransfer()
    {
        var lowestFirst = Standing().Select(c => Votes[c]).Order().ToList();
        return lowestFirst[^1] + Untransferred >= Quota || lowestFirst[0] + Untransferred >= lowestFirst[1];
    }

    /// <inheritdoc/>
    protected override TransferTie? Pass(Choice choice)
    {
        var from = choice.Chosen;
        long[] before = [.. Votes];
        var surplus = Votes[from] - Quota!.Value;
        var sorted = Sort(Piles[from][^1]);
        var transferable = Standing().Sum(c => sorted[c].Papers);
        if (transferable > surplus)
        {
            var shares = new long[Votes.Length];
            if (Share(surplus, transferable, sorted, shares) is { } waiting)
            {
                return waiting;
            }

            foreach (var candidate in Standing())
            {
                sorted[candidate] = LastFiled(sorted[candidate], shares[candidate]);
            }
        }

        var transfers = new long[Votes.Length];
        foreach (var candidate in Standing())
        {
            transfers[candidate] = Receive(candidate, sorted[candidate]);
        }

        var unmoved = surplus - transfers.Sum();
        transfers[from] = -surplus;
        Settle(from);
        Stages.Add(new TransferStage(Stages.Count + 1, StageKind.Surplus, from, surplus, before, transfers, unmoved, 0, Elect()) { Tied = choice.Tied, DecidedAt = choice.DecidedAt });
        return null;
    }

    /// <inheritdoc/>
    protected override TransferTie? ExcludeLowest()
    {
        var together = Together();
        var choice = together.Count > 0 ? new Choice(together[0], [], null, null) : Choose(StageKind.Exclusion, Standing());
        if (choice.Waiting is not null)
        {
            return choice.Waiting;
        }

        long[] before = [.. Votes];
        var deferred = Untransferred;
        var transfers = new long[Votes.Length];
        IReadOnlyList<int> excluded = together.Count > 0 ? together : [choice.Chosen];
        foreach (var candidate in excluded)
        {
            Continuing[candidate] = false;
            (transfers[candidate], Votes[candidate]) = (-Votes[candidate], 0);
        }

        var sorted = Sort(Join(excluded.SelectMany(c => Piles[c])));
        foreach (var candidate in Standing())
        {
            transfers[candidate] = Receive(candidate, sorted[candidate]);
        }

        Stages.Add(new TransferStage(Stages.Count + 1, StageKind.Exclusion, choice.Chosen, excluded.Sum(c => before[c]), before, transfers, sorted[^1].Papers, 0, Elect())
        {
            Tied = choice.Tied,
            DecidedAt = choice.DecidedAt,
            Together = together,
            Deferred = deferred,
        });
        return null;
    }

    /// <summary>Section 124(1A), inserted in 2001.</summary>
    protected override bool LowestIsLost(List<int> lowestFirst) => Votes[lowestFirst[0]] + Untransferred < Votes[lowestFirst[1]];

    /// <summary>The most candidates who cannot reach the next one even with all their votes and surpluses together, the lowest first; empty where it is not several.</summary>
    private List<int> Together()
    {
        var lowestFirst = Standing().OrderBy(c => Votes[c]).ToList();
        var most = 0;
        var sum = Untransferred;
        for (var number = 1; number < lowestFirst.Count && lowestFirst.Count - number >= Vacancies; number++)
        {
            sum += Votes[lowestFirst[number - 1]];
            most = sum < Votes[lowestFirst[number]] ? number : most;
        }

        return most > 1 ? lowestFirst[..most] : [];
    }

    /// <summary>Papers of each sub-parcel that move: surplus × papers ÷ transferable papers, whole, and one more for the largest fractions.</summary>
    private TransferTie? Share(long surplus, long transferable, SubParcel[] sorted, long[] shares)
    {
        var fractions = new List<(int Candidate, long Fraction, long Papers)>();
        foreach (var candidate in Standing())
        {
            var (whole, fraction) = Math.DivRem(sorted[candidate].Papers * surplus, transferable);
            shares[candidate] = whole;
            fractions.Add((candidate, fraction, sorted[candidate].Papers));
        }

        // Of equal fractions, that of the larger sub-parcel is deemed the larger.
        var missing = surplus - shares.Sum();
        foreach (var equal in fractions.GroupBy(f => (f.Fraction, f.Papers)).OrderByDescending(g => g.Key))
        {
            var open = equal.Select(f => f.Candidate).ToList();
            while (missing > 0 && open.Count > 0)
            {
                var first = open.Count <= missing ? open : Told(StageKind.Surplus, open).Open;
                if (first.Count > missing)
                {
                    var tie = new TransferTie(Stages.Count + 1, StageKind.Surplus, new Tie([.. first.Select(c => Ballots.Candidates[c].Id)], 1)) { OfFractions = true };
                    if (Draw(tie, first) is not { } drawn)
                    {
                        return tie;
                    }

                    first = [drawn];
                }

                first.ForEach(c => shares[c]++);
                missing -= first.Count;
                open = [.. open.Except(first)];
            }
        }

        return null;
    }
}
