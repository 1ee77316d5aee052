namespace Mandate.Results.Generating;

/// <summary>Powers and roots by integers, since those of the platform may differ in their last bit.</summary>
internal static class Fixed
{
    /// <summary>1 as a logarithm: logarithms have sixteen bits behind the point.</summary>
    public const long One = 1 << 16;

    private const int Bits = 24;

    /// <summary>2^(i ÷ 256) and 2^(i ÷ 65,536) for i from 0 to 255, with thirty bits behind the point.</summary>
    private static readonly (long[] High, long[] Low) Tables = MakeTables();

    /// <summary>2 to the power of a logarithm from −24 to 24, with 24 bits behind the point.</summary>
    public static long Power(long logarithm)
    {
        var fraction = (int)(logarithm & 0xFFFF);
        var result = (Tables.High[fraction >> 8] * Tables.Low[fraction & 0xFF]) >> 30;
        var shift = (int)(logarithm >> 16) + Bits - 30;
        return shift >= 0 ? result << shift : result >> -shift;
    }

    /// <summary>A number times 2 to the power of a logarithm, rounded down.</summary>
    public static long Scale(long number, long logarithm) => (number * Power(logarithm)) >> Bits;

    /// <summary>The whole part of the square root of a number below 2⁶².</summary>
    public static long Root(long square)
    {
        // IEEE 754 rounds a square root in one way only; the steps after it make the answer exact for large squares too.
        var root = (long)Math.Sqrt(square);
        while (root * root > square)
        {
            root--;
        }

        while ((root + 1) * (root + 1) <= square)
        {
            root++;
        }

        return root;
    }

    /// <summary>Products of 2^(1/2), 2^(1/4), … 2^(1/65,536), each the square root of the one before.</summary>
    private static (long[] High, long[] Low) MakeTables()
    {
        var (high, low) = (new long[256], new long[256]);
        (high[0], low[0]) = (1L << 30, 1L << 30);
        var root = 2L << 30;
        for (var bit = 15; bit >= 0; bit--)
        {
            root = Root(root << 30);
            var (table, place) = bit >= 8 ? (high, 1 << (bit - 8)) : (low, 1 << bit);
            table[place] = root;
        }

        foreach (var table in new[] { high, low })
        {
            for (var i = 1; i < table.Length; i++)
            {
                var lowest = i & -i;
                table[i] = i == lowest ? table[i] : (table[i - lowest] * table[lowest]) >> 30;
            }
        }

        return (high, low);
    }
}
