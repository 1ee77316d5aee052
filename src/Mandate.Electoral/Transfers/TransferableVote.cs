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
    /// <para>Law: The Scottish Local Government Elections Order 2007, Schedule 1, rules 45 to 52. The quota is the whole part of
    /// valid ÷ (seats + 1), plus 1. A ballot of an elected candidate passes on at surplus × the value at which it was received ÷
    /// the candidate's votes, cut to five decimals (rule 48(3)); the largest surplus goes first, and with none left the lowest is
    /// excluded. As many candidates as vacancies are elected without a further transfer.</para>
    /// <para>Ties: the votes of the most recent earlier stage at which those who tie differed; where there is none, a lot.</para>
    /// <para>Exact: integers scaled by 100,000. Cost: each stage walks through the ballots it moves and no others.</para>
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
