namespace Mandate.Electoral.Matrices;

/// <summary>The matrix while it is worked out: plain numbers, row by row. Rows are districts, columns lists.</summary>
internal sealed class SeatMatrix
{
    public SeatMatrix(int rows, int columns, long[] votes, int[] least, int[] rowSeats, int[] columnSeats)
    {
        (Rows, Columns, Votes, Least, RowSeats, ColumnSeats) = (rows, columns, votes, least, rowSeats, columnSeats);
        Seats = [.. least];
        RowFactor = new double[rows];
        ColumnFactor = new double[columns];
    }

    public int Rows { get; }

    public int Columns { get; }

    public long[] Votes { get; }

    /// <summary>Gets the fewest seats of each cell.</summary>
    public int[] Least { get; }

    public int[] RowSeats { get; }

    public int[] ColumnSeats { get; }

    /// <summary>Gets the seats of each cell.</summary>
    public int[] Seats { get; }

    /// <summary>Gets factors that steer; they decide nothing.</summary>
    public double[] RowFactor { get; }

    /// <summary>Gets factors that steer; they decide nothing.</summary>
    public double[] ColumnFactor { get; }

    public int Cell(int row, int column) => (row * Columns) + column;

    public int RowSum(int row)
    {
        var sum = 0;
        foreach (var seats in Seats.AsSpan(row * Columns, Columns))
        {
            sum += seats;
        }

        return sum;
    }
}
