using System.Runtime.InteropServices;
using Mandate.Results.Ledger;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <summary>The hashes of a store's ledger: full tiles as they are kept, those of the right edge made from what lies below.</summary>
internal sealed class StoreTiles(IStore store) : ITileReader
{
    public ReadOnlyMemory<byte> Read(TileId tile) => store.ReadTile(tile.Level, tile.Index) ?? Edge(tile);

    private byte[] Edge(TileId tile)
    {
        var hashes = new MerkleHash[tile.Width];
        var first = tile.Index * TileId.FullWidth;
        if (tile.Level == 0)
        {
            store.ReadLeaves(first, (number, leaf) =>
            {
                hashes[number - first] = MerkleTree.Leaf(leaf);
                return number - first + 1 < tile.Width;
            });
        }
        else
        {
            for (var i = 0; i < tile.Width; i++)
            {
                hashes[i] = MerkleTree.Fold(MemoryMarshal.Cast<byte, MerkleHash>(store.ReadTile(tile.Level - 1, first + i)).ToArray());
            }
        }

        return MemoryMarshal.AsBytes(hashes.AsSpan()).ToArray();
    }
}
