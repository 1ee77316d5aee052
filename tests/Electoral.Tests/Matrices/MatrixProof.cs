using Mandate.Electoral.Matrices;

namespace Mandate.Electoral.Tests.Matrices;

/// <summary>Checks what a matrix claims, from its sums and factors alone, by multiplying whole numbers.</summary>
internal static class MatrixProof
{
    /// <summary>Every sum, every cell without votes, and the factors against every cell; open cells lie exactly at half a seat.</summary>
    public static void Check(long[][] votes, int[] rows, int[] columns, MatrixOutcome.Solved solved)
    {
        var most = solved.Certain.Select(r => r.ToArray()).ToArray();
        foreach (var open in solved.Open)
        {
            most[open.Area][open.List]++;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            (solved.Certain[i].Sum() <= rows[i] && most[i].Sum() >= rows[i]).ShouldBeTrue($"row {i}");
            if (solved.Open.Count == 0)
            {
                most[i].Sum().ShouldBe(rows[i]);
            }
        }

        for (var j = 0; j < columns.Length; j++)
        {
            (solved.Certain.Sum(r => r[j]) <= columns[j] && most.Sum(r => r[j]) >= columns[j]).ShouldBeTrue($"column {j}");
            if (solved.Open.Count == 0)
            {
                most.Sum(r => r[j]).ShouldBe(columns[j]);
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                if (votes[i][j] == 0)
                {
                    most[i][j].ShouldBe(0);
                    continue;
                }

                var twice = 2 * votes[i][j] * solved.AreaFactors[i].Numerator * solved.ListFactors[j].Numerator;
                var unit = solved.AreaFactors[i].Denominator * solved.ListFactors[j].Denominator;
                var least = solved.Areas[i].Least.Count == 0 ? 0 : solved.Areas[i].Least[j].Value;
                (twice <= unit * ((2 * solved.Certain[i][j]) + 1)).ShouldBeTrue($"cell {i}, {j} from above");
                (most[i][j] == least || twice >= unit * ((2 * most[i][j]) - 1)).ShouldBeTrue($"cell {i}, {j} from below");
            }
        }
    }

    /// <summary>Votes divided by both divisors and rounded to nearest give every cell.</summary>
    public static void CheckDivisors(long[][] votes, MatrixOutcome.Solved solved)
    {
        var (areas, lists) = solved.Divisors();
        for (var i = 0; i < areas.Count; i++)
        {
            for (var j = 0; j < lists.Count; j++)
            {
                var (above, below) = (2 * votes[i][j] * areas[i].Denominator * lists[j].Denominator, areas[i].Numerator * lists[j].Numerator);
                var rounded = (int)((above + below) / (2 * below));
                var least = solved.Areas[i].Least.Count == 0 ? 0 : solved.Areas[i].Least[j].Value;
                Math.Max(least, rounded).ShouldBe(solved.Certain[i][j], $"cell {i}, {j}");
            }
        }
    }

    /// <summary>The lists have votes in those districts alone and need more seats than these have; or least seats are too many.</summary>
    public static void Check(long[][] votes, int[] rows, int[] columns, MatrixOutcome.Impossible impossible, int[][]? least = null)
    {
        var areas = Enumerable.Range(0, rows.Length).Where(i => impossible.Areas.Contains($"d{i}")).ToList();
        var lists = Enumerable.Range(0, columns.Length).Where(j => impossible.Lists.Contains($"l{j}")).ToList();
        impossible.Needed.ShouldBeGreaterThan(impossible.Available);
        if (impossible.Promised)
        {
            impossible.Needed.ShouldBe(areas.Sum(i => lists.Sum(j => least![i][j])));
            impossible.Available.ShouldBe(lists.Count == 1 && columns[lists[0]] < impossible.Needed ? columns[lists[0]] : rows[areas[0]]);
            return;
        }

        var others = Enumerable.Range(0, columns.Length).Except(lists).ToList();
        impossible.Available.ShouldBe(areas.Sum(i => rows[i]));
        impossible.Needed.ShouldBe(lists.Sum(j => columns[j]) + areas.Sum(i => others.Sum(j => least?[i][j] ?? 0)));
        Enumerable.Range(0, rows.Length).Except(areas).Sum(i => lists.Sum(j => (decimal)votes[i][j])).ShouldBe(0);
    }
}
