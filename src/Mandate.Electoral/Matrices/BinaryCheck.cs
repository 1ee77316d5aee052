namespace Mandate.Electoral.Matrices;

/// <summary>Checks factors that are binary fractions against every cell, in whole numbers of 128 bits: no rounding anywhere.</summary>
internal static class BinaryCheck
{
    /// <summary>Whether votes × both factors lie strictly within half a seat of the seats in every cell. Then the matrix is right, and the only one.</summary>
    /// <remarks>
    /// A factor of a list enters as its inverse, rounded once to a binary fraction: that fraction is what is checked, and what
    /// <see cref="Inverse"/> gives to whoever writes the proof down. With v votes and x seats the cell holds when
    /// 2v × row &lt; (2x + 1) × inverse and, above its least number of seats, 2v × row > (2x − 1) × inverse.
    /// </remarks>
    public static bool Holds(SeatMatrix matrix)
    {
        for (var j = 0; j < matrix.Columns; j++)
        {
            if (!Usable(Inverse(matrix, j)))
            {
                return false;
            }
        }

        for (var i = 0; i < matrix.Rows; i++)
        {
            if (!Usable(matrix.RowFactor[i]))
            {
                return false;
            }

            var row = new Binary(matrix.RowFactor[i]);
            for (var j = 0; j < matrix.Columns; j++)
            {
                var cell = matrix.Cell(i, j);
                if (matrix.Votes[cell] == 0)
                {
                    continue;
                }

                var column = new Binary(Inverse(matrix, j));
                var seats = matrix.Seats[cell];
                var left = (UInt128)(ulong)matrix.Votes[cell] * 2 * row.Mantissa;
                if (Compare(left, row.Exponent, (UInt128)((2L * seats) + 1) * column.Mantissa, column.Exponent) >= 0)
                {
                    return false;
                }

                if (seats > matrix.Least[cell] && Compare(left, row.Exponent, (UInt128)((2L * seats) - 1) * column.Mantissa, column.Exponent) <= 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The inverse of a list's factor, as the check uses it.</summary>
    public static double Inverse(SeatMatrix matrix, int column) => 1 / matrix.ColumnFactor[column];

    /// <summary>The exact value of a binary fraction.</summary>
    public static Ratio Exact(double value)
    {
        var binary = new Binary(value);
        var power = System.Numerics.BigInteger.Pow(2, Math.Abs(binary.Exponent));
        return binary.Exponent >= 0 ? new Ratio(binary.Mantissa * power, 1) : new Ratio(binary.Mantissa, power);
    }

    /// <summary>Whether a factor is a normal number above 0.</summary>
    public static bool Usable(double value) => double.IsNormal(value) && value > 0;

    /// <summary>Compares a × 2^p with b × 2^q; both above 0 and below 2^118.</summary>
    private static int Compare(UInt128 a, int p, UInt128 b, int q)
    {
        var (topA, topB) = (128 - (int)UInt128.LeadingZeroCount(a) + p, 128 - (int)UInt128.LeadingZeroCount(b) + q);
        if (topA != topB)
        {
            return topA.CompareTo(topB);
        }

        // Of the same length, so the shift is less than the bits that are free.
        return (a << (int)UInt128.LeadingZeroCount(a)).CompareTo(b << (int)UInt128.LeadingZeroCount(b));
    }

    /// <summary>A normal number above 0 as mantissa × 2^exponent.</summary>
    private readonly struct Binary
    {
        public Binary(double value)
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            Mantissa = (ulong)(bits & ((1L << 52) - 1)) | (1UL << 52);
            Exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        }

        public ulong Mantissa { get; }

        public int Exponent { get; }
    }
}
