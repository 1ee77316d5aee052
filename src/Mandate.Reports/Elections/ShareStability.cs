using System.Numerics;
using Mandate.Electoral;
using Mandate.Electoral.Steps;

namespace Mandate.Reports.Elections;

/// <summary>Whether seats computed from rounded shares stay the same for every set of exact shares behind them.</summary>
internal static class ShareStability
{
    /// <summary>Half a hundredth of a per cent, in hundredths.</summary>
    private static readonly Ratio Rounding = new(1, 2);

    /// <summary>True where it is proved; false where it is not, for Hare's quota over lists that pass a share of the whole.</summary>
    /// <remarks>
    /// Each share lies within half a hundredth. A list must stay on its side of the threshold, and each quotient must keep its
    /// whole part and its place among the remainders when it moves by the most it can.
    /// </remarks>
    public static bool IsProved(Tier tier, ConstituencyInput area, ConstituencyOutcome outcome)
    {
        if (tier.Steps.OfType<AdmitStep>().Select(a => a.Threshold).OfType<Threshold.Share>().FirstOrDefault() is not { } share || outcome.Derivation.FirstOrDefault(d => d is { Step: "allocate", Outcome: "quota" }) is not { } trace
            || outcome.Seats is not { } seats)
        {
            return false;
        }

        var whole = new Ratio(10_000, 1);
        var lists = area.Contenders.Where(c => c.CanWin).Select(c => area.Votes[c.Id]).ToList();
        if (lists.Any(v => Reaches(share.Limit, v - Rounding, whole) != Reaches(share.Limit, v + Rounding, whole)))
        {
            return false;
        }

        var rows = trace.Rows.Select(r => (Votes: ((Argument.Count)r.Arguments["votes"]).Value, Extra: ((Argument.Count)r.Arguments["extra"]).Value)).ToList();
        var total = new Ratio(rows.Aggregate(BigInteger.Zero, (s, r) => s + r.Votes), 1);
        var spread = Rounding * rows.Count;
        var bounds = rows.Select(r => (
            Low: (r.Votes - Rounding) * seats / (total + spread),
            High: (r.Votes + Rounding) * seats / (total - spread),
            r.Extra)).ToList();
        if (bounds.Any(b => b.Low.Floor != b.High.Floor))
        {
            return false;
        }

        var winners = bounds.Where(b => b.Extra > 0).Select(b => b.Low.Fraction).ToList();
        var losers = bounds.Where(b => b.Extra == 0).Select(b => b.High.Fraction).ToList();
        return winners.Count == 0 || losers.Count == 0 || winners.Min() > losers.Max();
    }

    private static bool Reaches(Limit limit, Ratio share, Ratio whole)
    {
        var order = share.CompareTo(limit.Share * whole);
        return limit.Strict ? order > 0 : order >= 0;
    }
}
