using System.Numerics;

namespace Mandate.Results.Ledger;

/// <summary>Proofs that a leaf is in a tree (RFC 9162, section 2.1.3) and that a tree has only grown (section 2.1.4).</summary>
/// <remarks>A proof says nothing of the size it is checked with: size and root go together, as a signed checkpoint binds them.</remarks>
public static class MerkleProof
{
    /// <summary>The root of a log, from its tiles.</summary>
    /// <param name="tiles">The log.</param>
    /// <param name="size">How many of its leaves.</param>
    public static MerkleHash Root(ITileReader tiles, long size) => new TileNodes(tiles, Positive(size)).Range(0, size);

    /// <summary>The proof that a leaf is in a tree (section 2.1.3.1).</summary>
    /// <param name="tiles">The log.</param>
    /// <param name="index">The leaf, 0 for the first.</param>
    /// <param name="size">How many leaves the tree has; more than <paramref name="index"/>.</param>
    /// <returns>The neighbours on the way up, lowest first.</returns>
    public static IReadOnlyList<MerkleHash> Inclusion(ITileReader tiles, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var nodes = new TileNodes(tiles, size);
        var proof = new List<MerkleHash>();
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var middle = Split(from, to);
            proof.Add(index < middle ? nodes.Range(middle, to) : nodes.Range(from, middle));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>The proof that a tree has only grown (section 2.1.4.1); empty where nothing was added or nothing was there.</summary>
    /// <param name="tiles">The log.</param>
    /// <param name="earlier">How many leaves the earlier tree has.</param>
    /// <param name="later">How many the later one has; at least as many.</param>
    public static IReadOnlyList<MerkleHash> Consistency(ITileReader tiles, long earlier, long later)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, later);
        var proof = new List<MerkleHash>();
        if (earlier == 0)
        {
            return proof;
        }

        var nodes = new TileNodes(tiles, later);
        var (from, to) = (0L, later);
        while (to != earlier)
        {
            var middle = Split(from, to);
            proof.Add(earlier <= middle ? nodes.Range(middle, to) : nodes.Range(from, middle));
            (from, to) = earlier <= middle ? (from, middle) : (middle, to);
        }

        if (from > 0)
        {
            proof.Add(nodes.Range(from, to));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Whether a proof shows that a leaf is in a tree (section 2.1.3.2).</summary>
    public static bool VerifyInclusion(MerkleHash leaf, long index, long size, MerkleHash root, IReadOnlyList<MerkleHash> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (at, last) = (index, size - 1);
        var hash = leaf;
        foreach (var neighbour in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(ref at, ref last))
            {
                hash = MerkleTree.Node(neighbour, hash);
            }
            else
            {
                hash = MerkleTree.Node(hash, neighbour);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether a proof shows that a tree has only grown (section 2.1.4.2).</summary>
    /// <remarks>RFC 9162 leaves out an earlier tree without leaves; here its root must be the empty one and the proof empty.</remarks>
    public static bool VerifyConsistency(long earlier, MerkleHash earlierRoot, long later, MerkleHash laterRoot, IReadOnlyList<MerkleHash> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (earlier < 0 || earlier > later)
        {
            return false;
        }

        if (earlier == 0 || earlier == later)
        {
            return proof.Count == 0 && (earlier == later ? earlierRoot == laterRoot : earlierRoot == MerkleTree.EmptyRoot)
                && (earlier > 0 || earlierRoot == MerkleTree.EmptyRoot);
        }

        // Where the earlier tree is one complete subtree, the proof leaves it out.
        var skipped = BitOperations.IsPow2(earlier) ? 0 : 1;
        if (proof.Count < Math.Max(1, skipped))
        {
            return false;
        }

        var shift = BitOperations.TrailingZeroCount(earlier);
        var (at, last) = ((earlier - 1) >> shift, (later - 1) >> shift);
        var first = skipped == 0 ? earlierRoot : proof[0];
        var (small, large) = (first, first);
        for (var i = skipped; i < proof.Count; i++)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(ref at, ref last))
            {
                (small, large) = (MerkleTree.Node(proof[i], small), MerkleTree.Node(proof[i], large));
            }
            else
            {
                large = MerkleTree.Node(large, proof[i]);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && small == earlierRoot && large == laterRoot;
    }

    /// <summary>Whether the node on the way up lies right of its neighbour; levels on which it has none are passed first.</summary>
    private static bool IsRight(ref long at, ref long last)
    {
        if ((at & 1) == 0 && at != last)
        {
            return false;
        }

        for (; (at & 1) == 0 && at != 0; at >>= 1)
        {
            last >>= 1;
        }

        return true;
    }

    private static long Split(long from, long to) => from + (1L << BitOperations.Log2((ulong)(to - from - 1)));

    private static long Positive(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size;
    }
}
