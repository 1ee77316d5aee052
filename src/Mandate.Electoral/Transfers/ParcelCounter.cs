namespace Mandate.Electoral.Transfers;

/// <summary>
/// Counts in which only the sub-parcel last received passes a surplus on. Papers lie in sub-parcels in the order in which they were filed,
/// which begins as the order of the ballots.
/// </summary>
internal abstract class ParcelCounter : StagedCount
{
    private readonly int[] after;
    private readonly int[] place;
    private readonly long[] papers;
    private readonly List<(int Candidate, int Stage)> surpluses = [];

    protected ParcelCounter(PreferenceBallots ballots, int seats, TransferRule rule, Func<TransferTie, string?> lot, long scale)
        : base(ballots, seats, rule, lot, scale)
    {
        Piles = [.. Continuing.Select(_ => new List<SubParcel>())];
        after = new int[ballots.Groups];
        place = new int[ballots.Groups];
        papers = new long[ballots.Groups];
    }

    /// <summary>Gets the sub-parcels of each candidate, in the order in which they were received.</summary>
    protected List<SubParcel>[] Piles { get; }

    /// <summary>Gets surpluses not transferred yet, added up.</summary>
    protected long Untransferred => surpluses.Sum(s => Votes[s.Candidate] - Quota!.Value);

    /// <inheritdoc/>
    protected override long Open()
    {
        var all = new SubParcel(Scale);
        for (var group = 0; group < Ballots.Groups; group++)
        {
            papers[group] = Ballots.CountOf(group);
            File(all, group);
        }

        var sorted = Sort(all);
        foreach (var candidate in Standing())
        {
            Receive(candidate, sorted[candidate]);
        }

        return Votes.Sum() / Scale;
    }

    /// <inheritdoc/>
    protected override TransferTie? Next()
    {
        if (surpluses.Count == 0 || !MustTransfer())
        {
            return ExcludeLowest();
        }

        // A surplus that arose at an earlier count goes before one that arose later; of one count, the largest first.
        var earliest = surpluses.Min(s => s.Stage);
        var choice = Choose(StageKind.Surplus, surpluses.Where(s => s.Stage == earliest).Select(s => s.Candidate).Order());
        return choice.Waiting ?? Pass(choice);
    }

    /// <summary>Whether surpluses are transferred before anybody is excluded.</summary>
    protected abstract bool MustTransfer();

    /// <summary>Transfers the surplus of a candidate; the tie where a lot is wanting.</summary>
    protected abstract TransferTie? Pass(Choice choice);

    /// <summary>Excludes the lowest, or several of them.</summary>
    protected abstract TransferTie? ExcludeLowest();

    /// <summary>Whether all but the lowest of those who continue are elected when there is one more of them than vacancies.</summary>
    protected virtual bool LowestIsLost(List<int> lowestFirst) => false;

    /// <inheritdoc/>
    protected override List<StageElection> Elect()
    {
        List<StageElection> reached = [.. Standing().Where(c => Votes[c] >= Quota).Select(c => new StageElection(c, ElectedBy.Quota))];
        reached.ForEach(Seat);
        surpluses.AddRange(reached.Where(e => Votes[e.Candidate] > Quota).Select(e => (e.Candidate, Stages.Count + 1)));
        List<StageElection> last = [.. Last().Select(c => new StageElection(c, ElectedBy.LastVacancies))];
        last.ForEach(Seat);
        return [.. MostFirst(reached), .. MostFirst(last)];
    }

    /// <summary>By the earliest stage at which those who tie had unequal votes.</summary>
    protected override (List<int> Open, int? Decided) Told(StageKind kind, List<int> tied) => Told(kind, tied, History());

    /// <summary>Sorts papers into sub-parcels by the next preference for a continuing candidate; those without one come last.</summary>
    protected SubParcel[] Sort(SubParcel parcel)
    {
        var sorted = new SubParcel[Votes.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = new SubParcel(parcel.Value);
        }

        for (var group = parcel.First; group != None;)
        {
            var following = group == parcel.Last ? None : after[group];
            File(sorted[Following(group)], group);
            group = following;
        }

        return sorted;
    }

    /// <summary>Gives a candidate a sub-parcel; the votes it is worth.</summary>
    protected long Receive(int candidate, SubParcel parcel)
    {
        if (parcel.Papers > 0)
        {
            Piles[candidate].Add(parcel);
        }

        var votes = parcel.Papers * parcel.Value;
        Votes[candidate] += votes;
        return votes;
    }

    /// <summary>Takes so many papers off a sub-parcel, those last filed; the others stay where they are for good.</summary>
    protected SubParcel LastFiled(SubParcel parcel, long number)
    {
        var taken = new SubParcel(parcel.Value);
        var stay = parcel.Papers - number;
        for (var group = parcel.First; group != None && taken.Papers < number;)
        {
            var following = group == parcel.Last ? None : after[group];
            var skipped = Math.Min(stay, papers[group]);
            stay -= skipped;
            papers[group] -= skipped;
            if (papers[group] > 0)
            {
                File(taken, group);
            }

            group = following;
        }

        return taken;
    }

    /// <summary>Lays sub-parcels behind one another.</summary>
    protected SubParcel Join(IEnumerable<SubParcel> parcels)
    {
        var joined = new SubParcel(Scale);
        foreach (var parcel in parcels)
        {
            if (joined.First == None)
            {
                joined.First = parcel.First;
            }
            else
            {
                after[joined.Last] = parcel.First;
            }

            (joined.Last, joined.Papers) = (parcel.Last, joined.Papers + parcel.Papers);
        }

        return joined;
    }

    /// <summary>Notes that a surplus has been transferred.</summary>
    protected void Settle(int candidate)
    {
        surpluses.RemoveAll(s => s.Candidate == candidate);
        Votes[candidate] = Quota!.Value;
    }

    private void File(SubParcel parcel, int group)
    {
        if (parcel.First == None)
        {
            parcel.First = group;
        }
        else
        {
            after[parcel.Last] = group;
        }

        parcel.Last = group;
        parcel.Papers += papers[group];
    }

    private void Seat(StageElection election)
    {
        Filled++;
        Continuing[election.Candidate] = false;
    }

    /// <summary>Who fills the last vacancies without the quota (Electoral Act 1992, section 124).</summary>
    private List<int> Last()
    {
        var left = Standing().OrderBy(c => Votes[c]).ToList();
        return Vacancies == 0 ? []
            : left.Count <= Vacancies ? left
            : left.Count == Vacancies + 1 && LowestIsLost(left) ? left[1..]
            : Vacancies == 1 && Votes[left[^1]] > left.SkipLast(1).Sum(c => Votes[c]) + Untransferred ? [left[^1]]
            : [];
    }

    /// <summary>Where a group goes: its next preference for somebody who continues, else the place behind all candidates.</summary>
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
        return Continuing.Length;
    }

    /// <summary>Papers received together, in the order in which they were filed, and what each is worth.</summary>
    protected sealed class SubParcel(long value)
    {
        public long Value { get; } = value;

        public int First { get; set; } = None;

        public int Last { get; set; } = None;

        public long Papers { get; set; }

        /// <summary>The same papers at another value.</summary>
        public SubParcel Worth(long other) => new(other) { First = First, Last = Last, Papers = Papers };
    }
}
