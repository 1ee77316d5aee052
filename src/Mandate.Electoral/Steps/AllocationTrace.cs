using System.Numerics;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Writes down an allocation: the quota and every remainder, or every round of quotients. Rows are worked out when read.</summary>
internal static class AllocationTrace
{
    /// <summary>Notes the allocation.</summary>
    /// <param name="context">The place.</param>
    /// <param name="step">The step.</param>
    /// <param name="allocation">What was allocated.</param>
    /// <param name="of">Whose seats are shared out, where a step shares out those of several.</param>
    /// <param name="unit">What the votes are parts of, see <see cref="Rows.Unit"/>.</param>
    public static void Add(StepContext context, Step step, Allocation allocation, string? of = null, long unit = 1)
    {
        BigInteger votes = allocation.Claims.Aggregate(BigInteger.Zero, (before, c) => before + c.Votes.Value);
        var arguments = new Dictionary<string, Argument>
        {
            ["method"] = new Argument.Term(allocation.Method is DivisorMethod d && !Method.Named.Contains(d) ? "own-divisors" : allocation.Method.Name),
            ["seats"] = new Argument.Count(allocation.House),
            ["votes"] = Votes((long)votes, unit),
            ["lists"] = new Argument.Count(allocation.Claims.Count),
        };
        if (of is not null)
        {
            arguments["whose"] = new Argument.Contenders([of]);
        }

        if (allocation.Quota is { } quota)
        {
            var wholes = new List<long>();
            var sum = 0L;
            foreach (var claim in allocation.Claims)
            {
                wholes.Add((long)(claim.Votes.Value / quota).Floor);
                sum += wholes[^1];
            }

            arguments["quota"] = new Argument.Exact(quota / unit);
            arguments["whole"] = new Argument.Count(sum);
            arguments["left"] = new Argument.Count(allocation.House - sum);
            var over = sum - allocation.House;
            if (over > 0)
            {
                arguments["over"] = new Argument.Count(over);
            }

            context.Add(step, over > 0 ? "quota-over" : "quota", arguments, () => [.. allocation.Claims.Select((c, i) => Remainder(allocation, c, i, quota, wholes[i], unit))]);
        }
        else
        {
            arguments["divisors"] = new Argument.Text(Sequence((DivisorMethod)allocation.Method));
            context.Add(step, "divisors", arguments, () => [.. Replay.Rounds(allocation).Select(r => Round(r, unit)), .. Select(allocation, unit)]);
        }
    }

    private static TraceRow Remainder(Allocation allocation, Claim claim, int index, Ratio quota, long whole, long unit)
    {
        var quotient = claim.Votes.Value / quota;
        var extra = allocation.Awarded[index] - whole;
        return new TraceRow(
            claim.List,
            allocation.Tie?.Contenders.Contains(claim.List) == true ? "tied" : extra > 0 ? "remainder-seat" : "whole",
            new Dictionary<string, Argument>
            {
                ["votes"] = Votes(claim.Votes.Value, unit),
                ["quotient"] = new Argument.Exact(quotient),
                ["whole"] = new Argument.Count(whole),
                ["remainder"] = new Argument.Exact(quotient - whole),
                ["extra"] = new Argument.Count(extra),
                ["seats"] = new Argument.Count(allocation.Awarded[index]),
            });
    }

    private static TraceRow Round(Round round, long unit) => new(
        round.Winner,
        "round",
        new Dictionary<string, Argument>
        {
            ["round"] = new Argument.Count(round.Number),
            ["votes"] = Votes(round.Votes, unit),
            ["divisor"] = Value(round.Divisor, round.Rooted),
            ["quotient"] = Quotient(round.Votes, round.Divisor, round.Rooted, unit),
            ["next"] = round.Next is { } next ? new Argument.Contenders([next]) : new Argument.Text(string.Empty),
            ["next-quotient"] = round.NextDivisor is { } divisor ? Quotient(round.NextVotes, divisor, round.Rooted, unit) : new Argument.Text(string.Empty),
            ["seats"] = new Argument.Count(round.Held + 1),
        });

    /// <summary>The interval of divisors that give these very seats, and the shortest number in it.</summary>
    private static IEnumerable<TraceRow> Select(Allocation allocation, long unit)
    {
        if (SelectDivisor.Of(allocation, unit) is { } interval)
        {
            yield return new TraceRow(null, "select", new Dictionary<string, Argument>
            {
                ["from"] = Value(interval.From, interval.Rooted),
                ["to"] = Value(interval.To, interval.Rooted),
                ["divisor"] = new Argument.Exact(interval.Plain),
            });
        }
    }

    private static Argument Votes(long votes, long unit) => unit == 1 ? new Argument.Count(votes) : new Argument.Exact(new Ratio(votes, unit));

    private static Argument Quotient(long votes, Ratio divisor, bool rooted, long unit)
    {
        var exact = new Ratio(votes, unit);
        return divisor == Ratio.Zero ? new Argument.Text("∞") : rooted ? new Argument.Root(exact * exact / divisor) : new Argument.Exact(exact / divisor);
    }

    private static Argument Value(Ratio value, bool rooted) => rooted ? new Argument.Root(value) : new Argument.Exact(value);

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
