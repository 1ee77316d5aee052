namespace Mandate.Electoral.Transfers;

/// <summary>Counts preference ballots.</summary>
public static class TransferableVote
{
    /// <summary>Counts until every seat is filled, nobody is left, or a lot is wanting.</summary>
    /// <param name="ballots">The ballots.</param>
    /// <param name="seats">Seats to fill, at least 1; exactly 1 for an instant runoff.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="lot">The id drawn in a tie that earlier stages leave open; null where none is recorded.</param>
    /// <returns>Every stage, and who is elected.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The seats do not suit the rule.</exception>
    /// <remarks>
    /// <para>Scottish: The Scottish Local Government Elections Order 2007, Schedule 1, rules 45 to 52. The quota is the whole part of
    /// valid ÷ (seats + 1), plus 1. A ballot of an elected candidate passes on at surplus × the value at which it was received ÷
    /// the candidate's votes, cut to five decimals (rule 48(3)); the largest surplus goes first, and with none left the lowest is
    /// excluded. As many candidates as vacancies are elected without a further transfer.</para>
    /// <para>Dáil: Electoral Act 1992, Part XIX, with the same quota. Papers lie in the order in which the ballots are given. Only the
    /// sub-parcel last received passes a surplus on, in whole papers: surplus × papers ÷ transferable papers for each next preference,
    /// fractions reckoned as one paper from the largest down; equal ones by the larger sub-parcel, then by votes at the earliest
    /// count that differs, then by lot (section 118). The papers last filed move. Surpluses go in the order of the counts at which they
    /// arose, the largest first. They wait, and the lowest is excluded, while all of them together neither elect the highest nor bring
    /// the lowest level with the next; several go at one count where with their votes and all surpluses together they stay below the
    /// next, and enough are left for the vacancies. Last vacancies: section 124, with (1A) of 2001. Sections 119 to 123 were not at
    /// hand as text; deposits and expenses, for which section 124(3) goes on counting, are left out.</para>
    /// <para>Seanad: after Seanad Electoral (Panel Members) Act 1947, Second Schedule, of which only the opening was at hand. A paper
    /// counts 1,000; the quota is the whole part of 1,000 × valid ÷ (seats + 1), plus 1. The sub-parcel last received passes a surplus
    /// on, each transferable paper at surplus ÷ papers, cut to thousandths, or at the value at which it came where all of them are worth no more than
    /// the surplus. Surpluses go before exclusions. Whoever is excluded passes on sub-parcel by sub-parcel, in the order received;
    /// who has the quota after one takes no more. Sub-panels are left out.</para>
    /// <para>Meek: Hill, Wichmann and Woodall 1987, as New Zealand counts: Local Electoral Regulations 2001, Schedule 1A, Part 1. Nine
    /// decimals; the quota is what is still in the count ÷ (seats + 1), cut, plus 0.000000001 (clauses 5 and 11); keep values and the
    /// parts of ballots are rounded up. A part is taken of what is left of the ballot, so that no ballot counts for more than one, which
    /// clause 10 read by its letter would allow. The lowest is excluded when with the total surplus it stays below the next, or when
    /// that surplus is less than 0.0001 (clause 13), from the first count on. Ties: ahead at first difference; then a lot, in the place
    /// of the regulations' random numbers.</para>
    /// <para>Wright: the system of A. van der Craats, named after J. Wright, as encyclopaedias describe his submission on the Australian
    /// election of 2007, which was not at hand. As the Scottish rule, but with the count begun anew after every exclusion and the quota
    /// of the ballots then left; only the last count elects. Values are cut to nine decimals, which is ours: the description names none.</para>
    /// <para>Ties: Scottish, Wright and instant runoff by the most recent earlier stage at which those who tie differed, the others by the
    /// earliest; where there is none, a lot.</para>
    /// <para>Exact: integers scaled by <see cref="TransferCount.Scale"/>. Cost: each stage walks through the ballots it moves and no
    /// others; Wright deals all of them out after an exclusion, and Meek puts them together into a tree once a stage.</para>
    /// </remarks>
    /// <example>Two seats; 5 ballots A B, 1 ballot B, 2 ballots C: quota 3, A passes 2 votes on as 5 × 0.4, B and C end with 3 and 2.</example>
    public static TransferCount Count(PreferenceBallots ballots, int seats, TransferRule rule, Func<TransferTie, string?>? lot = null)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        if (ForOneSeat(rule))
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(seats, 1);
        }

        lot ??= _ => null;
        StagedCount count = rule switch
        {
            TransferRule.Scottish => new WeightedCounter(ballots, seats, rule, lot, 100_000),
            TransferRule.InstantRunoff or TransferRule.InstantRunoffToTwo => new WeightedCounter(ballots, seats, rule, lot, 1),
            TransferRule.Dail => new DailCounter(ballots, seats, lot),
            TransferRule.Seanad => new SeanadCounter(ballots, seats, lot),
            TransferRule.Meek => new MeekCounter(ballots, seats, lot),
            TransferRule.Wright => new WrightCounter(ballots, seats, lot),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
        };
        return count.Run();
    }

    /// <summary>Whether a rule fills one seat only.</summary>
    internal static bool ForOneSeat(TransferRule rule) => rule is TransferRule.InstantRunoff or TransferRule.InstantRunoffToTwo;
}
