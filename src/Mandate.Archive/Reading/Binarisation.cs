namespace Mandate.Archive.Reading;

/// <summary>Ink or paper, decided for each pixel by its neighbourhood, so that shade and stains do not matter.</summary>
/// <remarks>
/// J. Sauvola, M. Pietikäinen, Adaptive document image binarization, Pattern Recognition 33 (2000): the threshold is
/// m · (1 + k · (s / R − 1)) with the neighbourhood's mean m and standard deviation s. Sums slide along, so the cost a
/// pixel does not depend on the neighbourhood's size.
/// </remarks>
internal static class Binarisation
{
    private const float Strength = 0.25f;
    private const float Range = 128;

    /// <summary>Gives the page in black (0) and white (255).</summary>
    /// <param name="page">The page.</param>
    /// <param name="reach">Pixels from a pixel to its neighbourhood's edge; about half a line of text.</param>
    public static Grey Sauvola(Grey page, int reach)
    {
        var (pixels, width, height) = (page.Pixels, page.Width, page.Height);
        var result = new byte[pixels.Length];
        var sums = new int[width];
        var squares = new int[width];
        for (var y = 0; y < Math.Min(reach, height); y++)
        {
            Slide(pixels.AsSpan(y * width, width), [], sums, squares);
        }

        for (var y = 0; y < height; y++)
        {
            var enters = y + reach < height ? pixels.AsSpan((y + reach) * width, width) : [];
            var leaves = y - reach - 1 >= 0 ? pixels.AsSpan((y - reach - 1) * width, width) : [];
            Slide(enters, leaves, sums, squares);
            var rows = Math.Min(height - 1, y + reach) - Math.Max(0, y - reach) + 1;
            Decide(pixels.AsSpan(y * width, width), result.AsSpan(y * width, width), sums, squares, reach, rows);
        }

        return new Grey(result, width, height);
    }

    private static void Slide(ReadOnlySpan<byte> enters, ReadOnlySpan<byte> leaves, int[] sums, int[] squares)
    {
        unchecked
        {
            for (var x = 0; x < enters.Length; x++)
            {
                int value = enters[x];
                sums[x] += value;
                squares[x] += value * value;
            }

            for (var x = 0; x < leaves.Length; x++)
            {
                int value = leaves[x];
                sums[x] -= value;
                squares[x] -= value * value;
            }
        }
    }

    private static void Decide(ReadOnlySpan<byte> row, Span<byte> result, int[] sums, int[] squares, int reach, int rows)
    {
        unchecked
        {
            var width = row.Length;
            long sum = 0, square = 0;
            for (var x = 0; x < Math.Min(reach, width); x++)
            {
                sum += sums[x];
                square += squares[x];
            }

            for (var x = 0; x < width; x++)
            {
                if (x + reach < width)
                {
                    sum += sums[x + reach];
                    square += squares[x + reach];
                }

                if (x - reach - 1 >= 0)
                {
                    sum -= sums[x - reach - 1];
                    square -= squares[x - reach - 1];
                }

                var count = rows * (Math.Min(width - 1, x + reach) - Math.Max(0, x - reach) + 1);
                var mean = (float)sum / count;
                var deviation = MathF.Sqrt(Math.Max(0, (float)square / count - mean * mean));
                result[x] = row[x] <= mean * (1 + Strength * (deviation / Range - 1)) ? (byte)0 : (byte)255;
            }
        }
    }
}
