using Mandate.Electoral.Matrices;

namespace Mandate.Electoral.Tests.Matrices;

/// <summary>Plain numbers put into the types of the door, and matrices drawn from a seed.</summary>
internal static class MadeMatrix
{
    public static MatrixOutcome Solve(long[][] votes, int[] rows, int[] columns, int[][]? least = null) => MatrixApportionment.Allocate(
        [.. votes.Select((r, i) => new MatrixArea($"d{i}", new SeatCount(rows[i]), [.. r.Select(v => new VoteCount(v))]) { Least = least is null ? [] : [.. least[i].Select(l => new SeatCount(l))] })],
        [.. columns.Select((c, j) => new MatrixList($"l{j}", new SeatCount(c)))]);

    public static MatrixOutcome.Solved Solved(long[][] votes, int[] rows, int[] columns, int[][]? least = null) =>
        Solve(votes, rows, columns, least).ShouldBeOfType<MatrixOutcome.Solved>();

    public static string Text(this MatrixOutcome.Solved solved) => string.Join(" / ", solved.Certain.Select((r, i) =>
        string.Join(' ', r.Select((s, j) => $"{s}{(solved.Open.Contains(new OpenCell(i, j)) ? "+" : string.Empty)}"))));

    /// <summary>The same certain seats and open cells; or a proof that there is no matrix, for both.</summary>
    public static void ShouldBeLike(this MatrixOutcome one, MatrixOutcome other)
    {
        one.GetType().ShouldBe(other.GetType());
        if (one is MatrixOutcome.Solved a && other is MatrixOutcome.Solved b)
        {
            a.Text().ShouldBe(b.Text());
        }
    }

    /// <summary>Votes with a normal logarithm, some cells have none. Its sums come from a matrix, so that there is one.</summary>
    public static (long[][] Votes, int[] Rows, int[] Columns) Large(Random random, int height, int width, int seats, double empty)
    {
        var votes = Enumerable.Range(0, height).Select(_ => Enumerable.Range(0, width).Select(_ => random.NextDouble() < empty ? 0 : 1 + (long)Math.Exp(7 + (1.5 * Normal(random)))).ToArray()).ToArray();
        var (rows, columns) = (new int[height], new int[width]);
        var total = votes.Sum(r => r.Sum());
        for (var s = 0; s < seats; s++)
        {
            // A ballot drawn at random gives its district and its list a seat each.
            var ballot = random.NextInt64(total);
            for (var cell = 0; cell < height * width; cell++)
            {
                ballot -= votes[cell / width][cell % width];
                if (ballot < 0)
                {
                    rows[cell / width]++;
                    columns[cell % width]++;
                    break;
                }
            }
        }

        return (votes, rows, columns);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
