using System.Runtime.InteropServices;

namespace Mandate.Results.Ledger;

/// <summary>Takes a finished tile.</summary>
/// <param name="tile">The tile.</param>
/// <param name="hashes">Its hashes, 32 bytes each; only good during the call.</param>
public delegate void TileSink(TileId tile, ReadOnlySpan<byte> hashes);

/// <summary>Makes the tiles of a log from the hashes of its leaves, in order; holds one tile a level.</summary>
/// <param name="sink">Takes each tile: full ones when they are full, those of the right edge with <see cref="Finish"/>.</param>
public sealed class TileBuilder(TileSink sink)
{
    private readonly MerkleHash[]?[] levels = new MerkleHash[TileId.MostLevels][];
    private readonly long[] counts = new long[TileId.MostLevels];
    private readonly MerkleHash[] scratch = new MerkleHash[TileId.FullWidth + 1];

    /// <summary>Gets how many leaves there are.</summary>
    public long Size => counts[0];

    /// <summary>Appends a leaf by its hash.</summary>
    public void Append(in MerkleHash leaf)
    {
        var hash = leaf;
        for (var level = 0; ; level++)
        {
            var tile = levels[level] ??= new MerkleHash[TileId.FullWidth];
            var count = counts[level]++;
            tile[count % TileId.FullWidth] = hash;
            if ((count + 1) % TileId.FullWidth != 0)
            {
                return;
            }

            sink(new TileId(level, count / TileId.FullWidth, TileId.FullWidth), MemoryMarshal.AsBytes(tile.AsSpan()));
            tile.CopyTo(scratch, 0);
            hash = MerkleTree.Fold(scratch.AsSpan(0, TileId.FullWidth));
        }
    }

    /// <summary>Gives the tiles of the right edge; more leaves may follow.</summary>
    public void Finish()
    {
        for (var level = 0; level < TileId.MostLevels; level++)
        {
            var edge = (int)(counts[level] % TileId.FullWidth);
            if (edge > 0)
            {
                sink(new TileId(level, counts[level] / TileId.FullWidth, edge), MemoryMarshal.AsBytes(levels[level].AsSpan(0, edge)));
            }
        }
    }

    /// <summary>The root of the tree as it is now.</summary>
    public MerkleHash Root()
    {
        MerkleHash? lower = null;
        for (var level = 0; level < TileId.MostLevels; level++)
        {
            var edge = (int)(counts[level] % TileId.FullWidth);
            levels[level].AsSpan(0, edge).CopyTo(scratch);
            if (lower is { } root)
            {
                scratch[edge++] = root;
            }

            if (edge > 0)
            {
                lower = MerkleTree.Fold(scratch.AsSpan(0, edge));
            }
        }

        return lower ?? MerkleTree.EmptyRoot;
    }
}
