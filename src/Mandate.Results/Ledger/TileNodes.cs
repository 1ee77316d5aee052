namespace Mandate.Results.Ledger;

/// <summary>Any node of a log of some size, found in its tiles; each tile is read once.</summary>
internal sealed class TileNodes(ITileReader tiles, long size)
{
    private const int Heights = 8;
    private readonly Dictionary<(int Level, long Index), MerkleHash[]> read = [];

    /// <summary>The root of a complete subtree.</summary>
    /// <param name="height">It has 2^height leaves.</param>
    /// <param name="index">Its place among those of its height.</param>
    public MerkleHash Node(int height, long index)
    {
        var (level, inTile) = (height / Heights, height % Heights);
        var first = index << inTile;
        var tile = Tile(level, first / TileId.FullWidth);
        Span<MerkleHash> part = stackalloc MerkleHash[TileId.FullWidth];
        part = part[..(1 << inTile)];
        tile.AsSpan((int)(first % TileId.FullWidth), part.Length).CopyTo(part);
        return MerkleTree.Fold(part);
    }

    /// <summary>The root over leaves of which the first lies where RFC 9162 splits, so that complete subtrees from the left make it up.</summary>
    public MerkleHash Range(long from, long to)
    {
        if (from == to)
        {
            return MerkleTree.EmptyRoot;
        }

        var height = System.Numerics.BitOperations.Log2((ulong)(to - from));
        var middle = from + (1L << height);
        var left = Node(height, from >> height);
        return middle == to ? left : MerkleTree.Node(left, Range(middle, to));
    }

    private MerkleHash[] Tile(int level, long index)
    {
        if (read.TryGetValue((level, index), out var hashes))
        {
            return hashes;
        }

        var id = new TileId(level, index, (int)Math.Min(TileId.FullWidth, (size >> Heights * level) - index * TileId.FullWidth));
        var bytes = tiles.Read(id);
        if (bytes.Length < id.Width * MerkleHash.Length || bytes.Length > TileId.FullWidth * MerkleHash.Length)
        {
            throw new InvalidDataException($"Tile '{id.Path}' has {bytes.Length} bytes; expected {id.Width * MerkleHash.Length}.");
        }

        hashes = new MerkleHash[id.Width];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = new MerkleHash(bytes.Span.Slice(i * MerkleHash.Length, MerkleHash.Length));
        }

        return read[(level, index)] = hashes;
    }
}
