using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Mandate.Results.Ledger;

/// <summary>The hashes of RFC 9162, section 2.1.1 (those of RFC 6962): leaf = SHA-256(00 ‖ bytes), node = SHA-256(01 ‖ left ‖ right).</summary>
public static class MerkleTree
{
    private const int SmallLeaf = 1024;

    /// <summary>Gets the root of a tree without leaves: SHA-256 of nothing.</summary>
    public static MerkleHash EmptyRoot { get; } = new(SHA256.HashData([]));

    /// <summary>Hashes a leaf.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="LedgerLeaf.MostBytes"/>.</exception>
    public static MerkleHash Leaf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LedgerLeaf.MostBytes)
        {
            throw new ArgumentException($"A leaf has at most {LedgerLeaf.MostBytes} bytes, not {bytes.Length}: a document enters by its hash.", nameof(bytes));
        }

        // One call over one piece of memory: SHA-256 of small parts spends more on calls than on hashing.
        var rented = bytes.Length < SmallLeaf ? null : ArrayPool<byte>.Shared.Rent(bytes.Length + 1);
        var whole = rented ?? stackalloc byte[SmallLeaf];
        whole[0] = 0;
        bytes.CopyTo(whole[1..]);
        var hash = Hash(whole[..(bytes.Length + 1)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>Hashes a node.</summary>
    public static MerkleHash Node(in MerkleHash left, in MerkleHash right)
    {
        Span<byte> whole = stackalloc byte[1 + 2 * MerkleHash.Length];
        whole[0] = 1;
        left.Bytes.CopyTo(whole[1..]);
        right.Bytes.CopyTo(whole[(1 + MerkleHash.Length)..]);
        return Hash(whole);
    }

    /// <summary>The root over hashes of complete subtrees of one height; only the last may be of a smaller one.</summary>
    /// <param name="hashes">At least one; what they hold is lost.</param>
    internal static MerkleHash Fold(Span<MerkleHash> hashes)
    {
        // Pairing neighbours, and carrying up a last one without neighbour, splits where RFC 9162 does: at the largest power of two below the count.
        for (var count = hashes.Length; count > 1; count = (count + 1) / 2)
        {
            for (var i = 0; i + 1 < count; i += 2)
            {
                hashes[i / 2] = Node(hashes[i], hashes[i + 1]);
            }

            if (count % 2 == 1)
            {
                hashes[count / 2] = hashes[count - 1];
            }
        }

        return hashes[0];
    }

    private static MerkleHash Hash(ReadOnlySpan<byte> bytes)
    {
        MerkleHash hash = default;
        SHA256.HashData(bytes, MemoryMarshal.AsBytes(new Span<MerkleHash>(ref hash)));
        return hash;
    }
}
