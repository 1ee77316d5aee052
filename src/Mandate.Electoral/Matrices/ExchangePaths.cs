namespace Mandate.Electoral.Matrices;

/// <summary>Moves seats from districts with too many to districts with too few, each along the cheapest chain of exchanges.</summary>
/// <remarks>
/// A chain takes a seat from a list in one district and gives the same list one in another, and so on. Its price is the
/// product of what each step loses; factors are moved along (shortest augmenting paths with reduced costs), so that prices
/// stay at least 1. Prices are in floating point and steer. Whether a chain exists at all is a matter of whole numbers.
/// </remarks>
internal sealed class ExchangePaths(SeatMatrix matrix)
{
    private readonly int nodes = matrix.Rows + matrix.Columns;
    private readonly double[] price = new double[matrix.Rows + matrix.Columns];
    private readonly int[] from = new int[matrix.Rows + matrix.Columns];
    private readonly bool[] done = new bool[matrix.Rows + matrix.Columns];

    /// <summary>Districts and lists that no chain leads out of; null when every district has its seats.</summary>
    public (IReadOnlyList<int> Rows, IReadOnlyList<int> Columns)? Run()
    {
        var surplus = new int[matrix.Rows];
        for (var i = 0; i < matrix.Rows; i++)
        {
            surplus[i] = matrix.RowSum(i) - matrix.RowSeats[i];
        }

        while (Array.Exists(surplus, s => s > 0))
        {
            var end = Search(surplus);
            if (end < 0)
            {
                return ([.. Enumerable.Range(0, matrix.Rows).Where(i => done[i])], [.. Enumerable.Range(0, matrix.Columns).Where(j => done[matrix.Rows + j])]);
            }

            Reprice(price[end]);
            surplus[Exchange(end)]--;
            surplus[end]++;
        }

        return null;
    }

    /// <summary>Prices from the districts with too many seats, until one with too few is reached; −1 where none can be.</summary>
    private int Search(int[] surplus)
    {
        Array.Fill(price, double.PositiveInfinity);
        Array.Fill(from, -1);
        Array.Clear(done);
        for (var i = 0; i < matrix.Rows; i++)
        {
            if (surplus[i] > 0)
            {
                price[i] = 1;
            }
        }

        while (true)
        {
            var node = -1;
            for (var n = 0; n < nodes; n++)
            {
                if (!done[n] && price[n] < double.PositiveInfinity && (node < 0 || price[n] < price[node]))
                {
                    node = n;
                }
            }

            if (node < 0)
            {
                return -1;
            }

            done[node] = true;
            if (node >= matrix.Rows)
            {
                FromList(node - matrix.Rows);
            }
            else if (surplus[node] < 0)
            {
                return node;
            }
            else
            {
                FromDistrict(node);
            }
        }
    }

    /// <summary>A district can give up seats of lists that have more than their least number there.</summary>
    private void FromDistrict(int row)
    {
        for (var j = 0; j < matrix.Columns; j++)
        {
            var cell = matrix.Cell(row, j);
            if (matrix.Seats[cell] > matrix.Least[cell] && !done[matrix.Rows + j])
            {
                Offer(matrix.Rows + j, row, Quotient(row, j) / (matrix.Seats[cell] - 0.5));
            }
        }
    }

    /// <summary>A list can take a seat wherever it has votes.</summary>
    private void FromList(int column)
    {
        for (var i = 0; i < matrix.Rows; i++)
        {
            var cell = matrix.Cell(i, column);
            if (matrix.Votes[cell] > 0 && !done[i])
            {
                Offer(i, matrix.Rows + column, (matrix.Seats[cell] + 0.5) / Quotient(i, column));
            }
        }
    }

    private void Offer(int node, int via, double loss)
    {
        var exact = price[via] * Math.Max(1, loss);
        var offered = exact < double.MaxValue ? exact : double.MaxValue;
        if (offered < price[node])
        {
            (price[node], from[node]) = (offered, via);
        }
    }

    private void Reprice(double reached)
    {
        for (var i = 0; i < matrix.Rows; i++)
        {
            matrix.RowFactor[i] *= Math.Min(price[i], reached);
        }

        for (var j = 0; j < matrix.Columns; j++)
        {
            matrix.ColumnFactor[j] /= Math.Min(price[matrix.Rows + j], reached);
        }
    }

    /// <summary>Carries the chain out and returns the district it starts from.</summary>
    private int Exchange(int end)
    {
        var node = end;
        while (from[node] >= 0)
        {
            var before = from[node];
            if (node < matrix.Rows)
            {
                matrix.Seats[matrix.Cell(node, before - matrix.Rows)]++;
            }
            else
            {
                matrix.Seats[matrix.Cell(before, node - matrix.Rows)]--;
            }

            node = before;
        }

        return node;
    }

    private double Quotient(int row, int column) => matrix.Votes[matrix.Cell(row, column)] * matrix.RowFactor[row] * matrix.ColumnFactor[column];
}
