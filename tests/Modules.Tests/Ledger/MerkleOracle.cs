using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, written down as they stand there; D[from:to] by its ends.</summary>
internal sealed class MerkleOracle(byte[][] leaves)
{
    private readonly Dictionary<(int From, int To), MerkleHash> roots = [];

    /// <summary>MTH of the first leaves.</summary>
    public MerkleHash Root(int size) => Range(0, size);

    /// <summary>PATH(m, D).</summary>
    public List<MerkleHash> Path(int m, int from, int to)
    {
        if (to - from == 1)
        {
            return [];
        }

        var k = Split(to - from);
        return m < k ? [.. Path(m, from, from + k), Range(from + k, to)] : [.. Path(m - k, from + k, to), Range(from, from + k)];
    }

    /// <summary>SUBPROOF(m, D, b).</summary>
    public List<MerkleHash> SubProof(int m, int from, int to, bool b = true)
    {
        if (m == to - from)
        {
            return b ? [] : [Range(from, to)];
        }

        var k = Split(to - from);
        return m <= k ? [.. SubProof(m, from, from + k, b), Range(from + k, to)] : [.. SubProof(m - k, from + k, to, false), Range(from, from + k)];
    }

    /// <summary>Leaves of several lengths.</summary>
    public static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, i % 11).Append(i).Append(i >> 8).Select(b => (byte)(b & 255)).ToArray())];

    /// <summary>MTH(D[from:to]).</summary>
    public MerkleHash Range(int from, int to)
    {
        if (!roots.TryGetValue((from, to), out var root))
        {
            var k = Split(to - from);
            roots[(from, to)] = root = new MerkleHash((to - from) switch
            {
                0 => SHA256.HashData([]),
                1 => SHA256.HashData([0, .. leaves[from]]),
                _ => SHA256.HashData([1, .. Range(from, from + k).Bytes, .. Range(from + k, to).Bytes]),
            });
        }

        return root;
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}

/// <summary>The tiles of a log of some size in memory, as <see cref="TileBuilder"/> makes them.</summary>
internal sealed class TilesInMemory : ITileReader
{
    private readonly Dictionary<(int Level, long Index), byte[]> tiles = [];

    public TilesInMemory(IEnumerable<byte[]> leaves)
    {
        var builder = new TileBuilder((tile, hashes) => tiles[(tile.Level, tile.Index)] = hashes.ToArray());
        foreach (var leaf in leaves)
        {
            builder.Append(MerkleTree.Leaf(leaf));
        }

        builder.Finish();
    }

    public int Reads { get; private set; }

    public ReadOnlyMemory<byte> Read(TileId tile)
    {
        Reads++;
        return tiles[(tile.Level, tile.Index)];
    }

    public ReadOnlySpan<MerkleHash> Hashes(int level, long index) => MemoryMarshal.Cast<byte, MerkleHash>(tiles[(level, index)]);
}
