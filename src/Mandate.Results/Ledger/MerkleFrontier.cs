using System.Buffers.Binary;
using System.Numerics;

namespace Mandate.Results.Ledger;

/// <summary>The right edge of a growing tree: its complete subtrees, one for each bit of the size. Enough to append and to tell the root.</summary>
/// <remarks>Appending hashes once a leaf on average and allocates nothing. Roots are those of RFC 9162, section 2.1.1.</remarks>
public sealed class MerkleFrontier
{
    private readonly MerkleHash[] subtrees = new MerkleHash[63];

    /// <summary>Gets how many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>Takes the edge of a log from its tiles.</summary>
    /// <param name="tiles">The log.</param>
    /// <param name="size">How many of its leaves.</param>
    public static MerkleFrontier From(ITileReader tiles, long size)
    {
        var nodes = new TileNodes(tiles, size);
        var frontier = new MerkleFrontier { Size = size };
        var start = 0L;
        for (var height = 62; height >= 0; height--)
        {
            if ((size >> height & 1) == 1)
            {
                frontier.subtrees[height] = nodes.Node(height, start >> height);
                start += 1L << height;
            }
        }

        return frontier;
    }

    /// <summary>Takes back what <see cref="Save"/> gave.</summary>
    /// <exception cref="ArgumentException">The bytes are of another length than their size asks for.</exception>
    public static MerkleFrontier Restore(ReadOnlySpan<byte> saved)
    {
        var size = saved.Length < sizeof(long) ? -1 : BinaryPrimitives.ReadInt64BigEndian(saved);
        if (size < 0 || saved.Length != sizeof(long) + MerkleHash.Length * BitOperations.PopCount((ulong)size))
        {
            throw new ArgumentException($"The {saved.Length} bytes are not a saved frontier.", nameof(saved));
        }

        var frontier = new MerkleFrontier { Size = size };
        saved = saved[sizeof(long)..];
        for (var height = 62; height >= 0; height--)
        {
            if ((size >> height & 1) == 1)
            {
                frontier.subtrees[height] = new MerkleHash(saved[..MerkleHash.Length]);
                saved = saved[MerkleHash.Length..];
            }
        }

        return frontier;
    }

    /// <summary>Writes the size (8 bytes, big-endian) and the subtrees, largest first: 40 to some 800 bytes.</summary>
    public byte[] Save()
    {
        var saved = new byte[sizeof(long) + MerkleHash.Length * BitOperations.PopCount((ulong)Size)];
        BinaryPrimitives.WriteInt64BigEndian(saved, Size);
        var rest = saved.AsSpan(sizeof(long));
        for (var height = 62; height >= 0; height--)
        {
            if ((Size >> height & 1) == 1)
            {
                subtrees[height].Bytes.CopyTo(rest);
                rest = rest[MerkleHash.Length..];
            }
        }

        return saved;
    }

    /// <summary>Appends a leaf by its hash.</summary>
    public void Append(in MerkleHash leaf)
    {
        var node = leaf;
        var height = 0;
        for (; (Size >> height & 1) == 1; height++)
        {
            node = MerkleTree.Node(subtrees[height], node);
        }

        subtrees[height] = node;
        Size++;
    }

    /// <summary>Appends leaves by their hashes.</summary>
    public void Append(ReadOnlySpan<MerkleHash> leaves)
    {
        foreach (ref readonly var leaf in leaves)
        {
            Append(leaf);
        }
    }

    /// <summary>The root of the tree as it is now.</summary>
    public MerkleHash Root()
    {
        if (Size == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        var height = BitOperations.TrailingZeroCount(Size);
        var root = subtrees[height];
        while (++height < subtrees.Length)
        {
            if ((Size >> height & 1) == 1)
            {
                root = MerkleTree.Node(subtrees[height], root);
            }
        }

        return root;
    }
}
