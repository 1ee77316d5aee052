using Mandate.Electoral.Matrices;

namespace Mandate.Electoral.Steps;

/// <summary>Writes down a matrix: the divisors and seats of lists and areas in the step's place, and every cell in its own area.</summary>
internal static class MatrixTrace
{
    public static void Add(StepContext context, MatrixStep step, IReadOnlyList<Place> places, MatrixOutcome.Solved solved)
    {
        // Short divisors are looked for only when somebody reads the derivation.
        var divisors = new Lazy<(IReadOnlyList<Ratio> Areas, IReadOnlyList<Ratio> Lists)>(solved.Divisors);
        context.Add(
            step,
            step.WinnerTakesOne ? "solved-winner" : "solved",
            new Dictionary<string, Argument>
            {
                ["seats"] = new Argument.Count(solved.Areas.Sum(a => (long)a.Seats.Value)),
                ["areas"] = new Argument.Count(places.Count),
                ["lists"] = new Argument.Count(solved.Lists.Count),
            },
            () => [.. solved.Lists.Select((l, j) => List(solved, j, divisors.Value.Lists[j])), .. places.Select((p, i) => Area(solved, i, divisors.Value.Areas[i]))]);
        for (var i = 0; i < places.Count; i++)
        {
            var area = i;
            context.In(places[i]).Add(
                step,
                "area",
                new Dictionary<string, Argument> { ["seats"] = new Argument.Count(solved.Areas[i].Seats.Value), ["lists"] = new Argument.Count(solved.Lists.Count) },
                () => [.. solved.Lists.Select((_, j) => Cell(solved, area, j, divisors.Value))]);
        }
    }

    private static TraceRow List(MatrixOutcome.Solved solved, int list, Ratio divisor) => new(solved.Lists[list].List, "list", new Dictionary<string, Argument>
    {
        ["divisor"] = new Argument.Exact(divisor),
        ["seats"] = new Argument.Count(solved.Lists[list].Seats.Value),
    });

    private static TraceRow Area(MatrixOutcome.Solved solved, int area, Ratio divisor)
    {
        var arguments = new Dictionary<string, Argument>
        {
            ["divisor"] = new Argument.Exact(divisor),
            ["seats"] = new Argument.Count(solved.Areas[area].Seats.Value),
        };
        for (var j = 0; j < solved.Lists.Count; j++)
        {
            arguments[$"seats.{solved.Lists[j].List}"] = new Argument.Count(solved.Certain[area][j]);
        }

        return new TraceRow(solved.Areas[area].Area, "area", arguments);
    }

    private static TraceRow Cell(MatrixOutcome.Solved solved, int area, int list, (IReadOnlyList<Ratio> Areas, IReadOnlyList<Ratio> Lists) divisors)
    {
        var votes = solved.Areas[area].Votes[list].Value;
        var quotient = votes / (divisors.Areas[area] * divisors.Lists[list]);
        return new TraceRow(solved.Lists[list].List, quotient * 2 < (2L * solved.Certain[area][list]) - 1 ? "promised" : "rounded", new Dictionary<string, Argument>
        {
            ["votes"] = new Argument.Count(votes),
            ["area-divisor"] = new Argument.Exact(divisors.Areas[area]),
            ["divisor"] = new Argument.Exact(divisors.Lists[list]),
            ["quotient"] = new Argument.Exact(quotient),
            ["seats"] = new Argument.Count(solved.Certain[area][list]),
        });
    }
}
