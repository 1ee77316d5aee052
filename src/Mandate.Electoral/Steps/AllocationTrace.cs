using System.Numerics;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Writes down an allocation: the quota and every remainder, or every round of quotients.</summary>
internal static class AllocationTrace
{
    public static void Add(StepContext context, Step step, Allocation allocation)
    {
        BigInteger votes = allocation.Claims.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Votes.Value);
        var arguments = new Dictionary<string, Argument>
        {
            ["method"] = new Argument.Term(allocation.Method is DivisorMethod d && !Method.Named.Contains(d) ? "own-divisors" : allocation.Method.Name),
            ["seats"] = new Argument.Count(allocation.House),
            ["votes"] = new Argument.Count((long)votes),
            ["lists"] = new Argument.Count(allocation.Claims.Count),
        };
        if (allocation.Method is QuotaMethod quota)
        {
            var size = quota.Quota(votes, allocation.House);
            var wholes = allocation.Claims.Select(c => (int)(c.Votes.Value / size).Floor).ToList();
            arguments["quota"] = new Argument.Exact(size);
            arguments["whole"] = new Argument.Count(wholes.Sum());
            arguments["left"] = new Argument.Count(allocation.House - wholes.Sum());
            context.Add(step, "quota", arguments, [.. allocation.Claims.Select((c, i) => Remainder(allocation, c, i, size, wholes[i]))]);
        }
        else
        {
            arguments["divisors"] = new Argument.Text(Sequence((DivisorMethod)allocation.Method));
            context.Add(step, "divisors", arguments, [.. Replay.Rounds(allocation).Select(Round)]);
        }
    }

    private static TraceRow Remainder(Allocation allocation, Claim claim, int index, Ratio quota, int whole)
    {
        var quotient = claim.Votes.Value / quota;
        var extra = allocation.Awarded[index] - whole;
        return new TraceRow(
            claim.List,
            allocation.Tie?.Contenders.Contains(claim.List) == true ? "tied" : extra > 0 ? "remainder-seat" : "whole",
            new Dictionary<string, Argument>
            {
                ["votes"] = new Argument.Count(claim.Votes.Value),
                ["quotient"] = new Argument.Exact(quotient),
                ["whole"] = new Argument.Count(whole),
                ["remainder"] = new Argument.Exact(quotient - whole),
                ["extra"] = new Argument.Count(extra),
                ["seats"] = new Argument.Count(allocation.Awarded[index]),
            });
    }

    private static TraceRow Round(Round round) => new(
        round.Winner,
        "round",
        new Dictionary<string, Argument>
        {
            ["round"] = new Argument.Count(round.Number),
            ["votes"] = new Argument.Count(round.Votes),
            ["divisor"] = round.Rooted ? new Argument.Root(round.Divisor) : new Argument.Exact(round.Divisor),
            ["quotient"] = round.Divisor == Ratio.Zero
                ? new Argument.Text("∞")
                : round.Rooted ? new Argument.Root(new Ratio((BigInteger)round.Votes * round.Votes, 1) / round.Divisor) : new Argument.Exact(round.Votes / round.Divisor),
            ["seats"] = new Argument.Count(round.Held + 1),
        });

    private static string Sequence(DivisorMethod method) => method.Rule switch
    {
        DivisorRule.Arithmetic => string.Join(", ", Enumerable.Range(0, Math.Max(3, method.Listed.Length)).Select(k => Decimals(method.Divisor(k)))) + ", …",
        DivisorRule.Harmonic => "0, 4/3, 12/5, …",
        DivisorRule.Geometric => "√0, √2, √6, …",
        _ => throw new InvalidOperationException($"Bug in AllocationTrace: rule {method.Rule}."),
    };

    private static string Decimals(Ratio value) =>
        decimal.Divide((decimal)value.Numerator, (decimal)value.Denominator).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
