namespace Mandate.Electoral.Matrices;

/// <summary>Checks factors that are binary fractions against every cell: by doubles where they lie far enough apart to prove it, else in whole numbers of 128 bits.</summary>
internal static class BinaryCheck
{
    /// <summary>2^-49, as a share: four times what two roundings on either side can come to.</summary>
    private const double Clear = 1.0 / (1L << 49);

    /// <summary>Whether votes × both factors lie strictly within half a seat of the seats in every cell. Then the matrix is right, and the only one.</summary>
    /// <remarks>
    /// A factor of a list enters as its inverse, rounded once to a binary fraction: that fraction is what is checked, and what
    /// <see cref="Inverse"/> gives to whoever writes the proof down. With v votes and x seats the cell holds when
    /// 2v × row &lt; (2x + 1) × inverse and, above its least number of seats, 2v × row > (2x − 1) × inverse. Each side is rounded
    /// twice at most in doubles, by 2^-53 each time, so sides that differ by <see cref="Clear"/> stand as they do exactly.
    /// </remarks>
    public static bool Holds(SeatMatrix matrix)
    {
        Span<double> inverse = matrix.Columns <= 256 ? stackalloc double[matrix.Columns] : new double[matrix.Columns];
        for (var j = 0; j < matrix.Columns; j++)
        {
            inverse[j] = Inverse(matrix, j);
            if (!Usable(inverse[j]))
            {
                return false;
            }
        }

        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.RowFactor[i];
            if (!Usable(row))
            {
                return false;
            }

            var start = i * matrix.Columns;
            var votes = matrix.Votes.AsSpan(start, inverse.Length);
            var seats = matrix.Seats.AsSpan(start, inverse.Length);
            var least = matrix.Least.AsSpan(start, inverse.Length);
            for (var j = 0; j < inverse.Length; j++)
            {
                var share = 2.0 * votes[j] * row;
                var next = ((2.0 * seats[j]) + 1) * inverse[j];
                var last = ((2.0 * seats[j]) - 1) * inverse[j];
                var clear = share < next * (1 - Clear) && (seats[j] <= least[j] || share > last * (1 + Clear)) && next < double.MaxValue;
                if (!clear && votes[j] > 0 && !Holds(votes[j], seats[j], least[j], new Binary(row), new Binary(inverse[j])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The same for one cell, in whole numbers.</summary>
    private static bool Holds(long votes, int seats, int least, Binary row, Binary column)
    {
        var left = (UInt128)(ulong)votes * 2 * row.Mantissa;
        return Compare(left, row.Exponent, (UInt128)((2L * seats) + 1) * column.Mantissa, column.Exponent) < 0
            && (seats <= least || Compare(left, row.Exponent, (UInt128)((2L * seats) - 1) * column.Mantissa, column.Exponent) > 0);
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
