using System.Numerics;

namespace Mandate.Electoral.Tests.Matrices;

/// <summary>Tries every matrix with the given sums. Slow and obvious; it shares nothing with the method it judges.</summary>
internal static class MatrixOracle
{
    /// <summary>The smallest and largest seats of each cell over all matrices of equal right; null where there is no matrix.</summary>
    public static (int[] Fewest, int[] Most)? Best(long[][] votes, int[] rows, int[] columns, int[][]? least = null)
    {
        var (height, width) = (rows.Length, columns.Length);
        var cells = new int[height * width];
        var left = columns.ToArray();
        int[]? fewest = null, most = null;
        BigInteger bestAbove = 0, bestBelow = 1;
        Fill(0, rows[0]);
        return fewest is null ? null : (fewest, most!);

        void Fill(int cell, int rest)
        {
            if (cell == cells.Length)
            {
                Weigh();
                return;
            }

            var (i, j) = (cell / width, cell % width);
            var last = j == width - 1;
            for (var seats = least?[i][j] ?? 0; seats <= Math.Min(rest, left[j]); seats++)
            {
                if ((seats > 0 && votes[i][j] == 0) || (last && seats != rest))
                {
                    continue;
                }

                cells[cell] = seats;
                left[j] -= seats;
                Fill(cell + 1, last ? (i + 1 < height ? rows[i + 1] : 0) : rest - seats);
                left[j] += seats;
            }

            cells[cell] = 0;
        }

        // Each seat number k in a cell with v votes is worth v / (k − ½); the best matrix has the largest product.
        void Weigh()
        {
            if (left.Any(l => l != 0))
            {
                return;
            }

            BigInteger above = 1, below = 1;
            for (var cell = 0; cell < cells.Length; cell++)
            {
                for (var k = 1; k <= cells[cell]; k++)
                {
                    above *= votes[cell / width][cell % width];
                    below *= (2 * k) - 1;
                }
            }

            var order = fewest is null ? 1 : (above * bestBelow).CompareTo(bestAbove * below);
            if (order > 0)
            {
                (bestAbove, bestBelow, fewest, most) = (above, below, [.. cells], [.. cells]);
            }
            else if (order == 0)
            {
                fewest = [.. fewest!.Zip(cells, Math.Min)];
                most = [.. most!.Zip(cells, Math.Max)];
            }
        }
    }
}
