namespace Mandate.Electoral.Matrices;

/// <summary>Moves the steering factors away from the edges of rounding, so that the exact check has something to spare.</summary>
internal static class Centre
{
    private const int Passes = 12;

    /// <summary>Moves factors until the exact check holds.</summary>
    /// <returns>Whether it does; not where cells tie, or floating point put a seat wrong.</returns>
    public static bool Run(SeatMatrix matrix)
    {
        var weights = new double[Math.Max(matrix.Rows, matrix.Columns)];
        var least = new int[weights.Length];
        var seats = new int[weights.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 0; i < matrix.Rows; i++)
            {
                for (var j = 0; j < matrix.Columns; j++)
                {
                    weights[j] = matrix.Votes[matrix.Cell(i, j)] * matrix.ColumnFactor[j];
                }

                var start = i * matrix.Columns;
                matrix.RowFactor[i] = AlternatingScaling.Middle(weights.AsSpan(0, matrix.Columns), matrix.Least.AsSpan(start, matrix.Columns), matrix.Seats.AsSpan(start, matrix.Columns));
            }

            for (var j = 0; j < matrix.Columns; j++)
            {
                for (var i = 0; i < matrix.Rows; i++)
                {
                    var cell = matrix.Cell(i, j);
                    (weights[i], least[i], seats[i]) = (matrix.Votes[cell] * matrix.RowFactor[i], matrix.Least[cell], matrix.Seats[cell]);
                }

                matrix.ColumnFactor[j] = AlternatingScaling.Middle(weights.AsSpan(0, matrix.Rows), least.AsSpan(0, matrix.Rows), seats.AsSpan(0, matrix.Rows));
            }

            if (BinaryCheck.Holds(matrix))
            {
                return true;
            }
        }

        return false;
    }
}
