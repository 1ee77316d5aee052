using System.Globalization;

namespace Mandate.Results.Ledger;

/// <summary>A tile of hashes of a log (C2SP tlog-tiles, "Merkle Tree").</summary>
/// <param name="Level">0 where its hashes are of leaves; each hash of a level is the root of a full tile of the level below.</param>
/// <param name="Index">Its place in the level, 0 for the first.</param>
/// <param name="Width">How many hashes it has: 256 where it is full, 1 to 255 at the right edge.</param>
public readonly record struct TileId(int Level, long Index, int Width)
{
    /// <summary>How many hashes a full tile has.</summary>
    public const int FullWidth = 256;

    /// <summary>How many levels a log of fewer than 2^63 leaves can have.</summary>
    public const int MostLevels = 8;

    /// <summary>Gets the path under the log's prefix, such as <c>tile/0/x001/x234/067</c> or <c>tile/1/000.p/17</c>.</summary>
    public string Path => PathOf(Level.ToString(CultureInfo.InvariantCulture), Index, Width);

    /// <summary>Gets the path of the bundle that has the entries of a tile of level 0, such as <c>tile/entries/000</c>.</summary>
    public string EntriesPath => PathOf("entries", Index, Width);

    /// <summary>Every tile of a log, full ones and those of the right edge, level by level.</summary>
    /// <param name="size">How many leaves it has.</param>
    public static IEnumerable<TileId> Of(long size)
    {
        for (var (level, count) = (0, size); count > 0; level++, count /= FullWidth)
        {
            for (long index = 0; index * FullWidth < count; index++)
            {
                yield return new TileId(level, index, (int)Math.Min(FullWidth, count - index * FullWidth));
            }
        }
    }

    private static string PathOf(string level, long index, int width)
    {
        var groups = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = index / 1000; rest > 0; rest /= 1000)
        {
            groups = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{groups}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{groups}{(width == FullWidth ? "" : $".p/{width}")}");
    }
}
