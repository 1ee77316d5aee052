namespace Mandate.Electoral.Matrices;

/// <summary>Scales districts and lists in turn, in floating point: a start near the answer, never the answer itself.</summary>
/// <remarks>
/// F. Pukelsheim, <i>Proportional Representation</i>, 2nd ed. 2017, section 15.4. Each pass rounds one side right and leaves
/// the other nearly so; ties can make it go on for ever, so it is stopped after a few passes. Afterwards every list has its seats.
/// </remarks>
internal static class AlternatingScaling
{
    /// <summary>Runs up to so many sweeps, fewer when the seats fit or hardly any are out of place.</summary>
    /// <returns>Seats that districts have too many; 0 when everything fits.</returns>
    public static int Run(SeatMatrix matrix, int sweeps, int enough)
    {
        Array.Fill(matrix.ColumnFactor, 1);
        var weights = new double[Math.Max(matrix.Rows, matrix.Columns)];
        var seats = new int[weights.Length];
        var rowSums = new int[matrix.Rows];
        var surplus = int.MaxValue;
        for (var sweep = 0; sweep < sweeps && surplus > enough; sweep++)
        {
            ScaleRows(matrix, weights, rowSums, sweep == 0);
            ScaleColumns(matrix, weights, seats, sweep == 0);
            surplus = 0;
            Array.Clear(rowSums);
            for (var cell = 0; cell < matrix.Seats.Length; cell++)
            {
                rowSums[cell / matrix.Columns] += matrix.Seats[cell];
            }

            for (var i = 0; i < matrix.Rows; i++)
            {
                surplus += Math.Max(0, rowSums[i] - matrix.RowSeats[i]);
            }
        }

        return surplus;
    }

    private static void ScaleRows(SeatMatrix matrix, double[] weights, int[] sums, bool first)
    {
        for (var i = 0; i < matrix.Rows; i++)
        {
            if (!first && sums[i] == matrix.RowSeats[i])
            {
                continue;
            }

            var start = i * matrix.Columns;
            for (var j = 0; j < matrix.Columns; j++)
            {
                weights[j] = matrix.Votes[start + j] * matrix.ColumnFactor[j];
            }

            var row = matrix.Seats.AsSpan(start, matrix.Columns);
            matrix.RowFactor[i] = Line(weights.AsSpan(0, matrix.Columns), matrix.Least.AsSpan(start, matrix.Columns), matrix.RowSeats[i], matrix.RowFactor[i], row);
        }
    }

    private static void ScaleColumns(SeatMatrix matrix, double[] weights, int[] seats, bool first)
    {
        var least = new int[matrix.Rows];
        for (var j = 0; j < matrix.Columns; j++)
        {
            var sum = 0;
            for (var i = 0; i < matrix.Rows; i++)
            {
                var cell = matrix.Cell(i, j);
                weights[i] = matrix.Votes[cell] * matrix.RowFactor[i];
                least[i] = matrix.Least[cell];
                sum += matrix.Seats[cell];
            }

            if (!first && sum == matrix.ColumnSeats[j])
            {
                continue;
            }

            matrix.ColumnFactor[j] = Line(weights.AsSpan(0, matrix.Rows), least, matrix.ColumnSeats[j], matrix.ColumnFactor[j], seats.AsSpan(0, matrix.Rows));
            for (var i = 0; i < matrix.Rows; i++)
            {
                matrix.Seats[matrix.Cell(i, j)] = seats[i];
            }
        }
    }

    /// <summary>Rounds one line to its sum where votes allow it, and returns a factor in the middle of those that do so.</summary>
    private static double Line(ReadOnlySpan<double> weights, ReadOnlySpan<int> least, int target, double factor, Span<int> seats)
    {
        var sum = Jump(weights, least, target, factor, seats);
        if (factor <= 0 || Math.Abs(sum - target) > (weights.Length / 4) + 2)
        {
            double total = 0;
            foreach (var w in weights)
            {
                total += w;
            }

            sum = Jump(weights, least, target, total > 0 ? target / total : 0, seats);
        }

        while (sum != target)
        {
            var up = sum < target;
            var best = -1;
            var edge = up ? double.PositiveInfinity : 0;
            for (var i = 0; i < weights.Length; i++)
            {
                if (up ? weights[i] <= 0 : seats[i] <= least[i])
                {
                    continue;
                }

                var z = (seats[i] + (up ? 0.5 : -0.5)) / weights[i];
                if (best < 0 || (up ? z < edge : z > edge))
                {
                    (best, edge) = (i, z);
                }
            }

            if (best < 0)
            {
                break;
            }

            seats[best] += up ? 1 : -1;
            sum += up ? 1 : -1;
        }

        return Middle(weights, least, seats);
    }

    /// <summary>A factor between the largest that a seat given needs and the smallest at which one more would be due; 1 where any will do.</summary>
    public static double Middle(ReadOnlySpan<double> weights, ReadOnlySpan<int> least, ReadOnlySpan<int> seats)
    {
        double low = 0, high = double.PositiveInfinity;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0)
            {
                continue;
            }

            high = Math.Min(high, (seats[i] + 0.5) / weights[i]);
            if (seats[i] > least[i])
            {
                low = Math.Max(low, (seats[i] - 0.5) / weights[i]);
            }
        }

        var middle = 0.5 * (low + high);
        return double.IsFinite(middle) && middle > 0 ? middle : 1;
    }

    private static int Jump(ReadOnlySpan<double> weights, ReadOnlySpan<int> least, int target, double factor, Span<int> seats)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var share = weights[i] <= 0 ? 0 : Math.Clamp((weights[i] * factor) + 0.5, 0, target);
            seats[i] = Math.Max(least[i], (int)share);
            sum += seats[i];
        }

        return sum;
    }
}
