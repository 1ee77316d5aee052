using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Mandate.Results.Ledger;

namespace Mandate.Benchmarks;

/// <summary>A million leaves of some 450 bytes: plain SHA-256 over the same bytes, against writing, hashing, tree, tiles, canonical check and a whole audit.</summary>
[MemoryDiagnoser]
public class LedgerBenchmarks
{
    private const int Leaves = 1_000_000;
    private const int Distinct = 10_000;
    private readonly CanonicalJsonWriter writer = new();
    private readonly SignerKey key = SignerKey.Create("example.com/log");
    private byte[][] leaves = [];
    private LedgerCheckpoint[] checkpoints = [];

    /// <summary>Writes the distinct leaves, each of which comes a hundred times, and a checkpoint every thousand leaves.</summary>
    [GlobalSetup]
    public void Setup()
    {
        leaves = [.. Enumerable.Range(0, Distinct).Select(i => Leaf(i).ToArray())];
        var frontier = new MerkleFrontier();
        var kept = new List<LedgerCheckpoint>();
        for (var i = 0; i < Leaves; i++)
        {
            frontier.Append(MerkleTree.Leaf(leaves[i % Distinct]));
            if (frontier.Size % 1000 == 0)
            {
                kept.Add(new LedgerCheckpoint(kept.Count, new Checkpoint("example.com/log", frontier.Size, frontier.Root()).Sign(key).ToBytes()));
            }
        }

        checkpoints = [.. kept];
        Console.WriteLine($"// {leaves.Average(l => l.Length):0} bytes a leaf");
    }

    /// <summary>SHA-256 over the bytes of every leaf.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Leaves)]
    public byte PlainSha256()
    {
        Span<byte> hash = stackalloc byte[32];
        byte sum = 0;
        for (var i = 0; i < Leaves; i++)
        {
            SHA256.HashData(leaves[i % Distinct], hash);
            sum ^= hash[0];
        }

        return sum;
    }

    /// <summary>Hashing of leaves and the tree over them.</summary>
    [Benchmark(OperationsPerInvoke = Leaves)]
    public MerkleHash Tree()
    {
        var frontier = new MerkleFrontier();
        for (var i = 0; i < Leaves; i++)
        {
            frontier.Append(MerkleTree.Leaf(leaves[i % Distinct]));
        }

        return frontier.Root();
    }

    /// <summary>The same with every tile.</summary>
    [Benchmark(OperationsPerInvoke = Leaves)]
    public MerkleHash Tiles()
    {
        var tiles = new TileBuilder((_, _) => { });
        for (var i = 0; i < Leaves; i++)
        {
            tiles.Append(MerkleTree.Leaf(leaves[i % Distinct]));
        }

        return tiles.Root();
    }

    /// <summary>Writing leaves.</summary>
    [Benchmark(OperationsPerInvoke = Leaves)]
    public int Write()
    {
        var length = 0;
        for (var i = 0; i < Leaves; i++)
        {
            length += Leaf(i).Length;
        }

        return length;
    }

    /// <summary>Checking that leaves are canonical.</summary>
    [Benchmark(OperationsPerInvoke = Leaves)]
    public int Check()
    {
        var faults = 0;
        for (var i = 0; i < Leaves; i++)
        {
            faults += CanonicalJson.Check(leaves[i % Distinct]) is null ? 0 : 1;
        }

        return faults;
    }

    /// <summary>An audit with a thousand checkpoints.</summary>
    [Benchmark(OperationsPerInvoke = Leaves)]
    public bool Audit() => LedgerAudit.Run(
        Enumerable.Range(0, Leaves).Select(i => new LedgerLeaf(i, leaves[i % Distinct])), checkpoints, new AuditOptions("example.com/log", [key.Verifier])).Holds;

    /// <summary>Signing a checkpoint.</summary>
    [Benchmark]
    public SignedNote Sign() => new Checkpoint("example.com/log", 1, MerkleTree.EmptyRoot).Sign(key);

    /// <summary>A protocol of twenty lists.</summary>
    private ReadOnlySpan<byte> Leaf(int i)
    {
        writer.Reset();
        writer.StartObject();
        writer.Name("actor"u8);
        writer.Text("7f3a9c"u8);
        writer.Name("figures"u8);
        writer.StartObject();
        writer.Name("found"u8);
        writer.Number(600 + i % 100);
        writer.Name("invalid"u8);
        writer.Number(i % 7);
        writer.Name("issued"u8);
        writer.Number(600 + i % 101);
        writer.Name("registered"u8);
        writer.Number(1000 + i % 300);
        writer.EndObject();
        writer.Name("kind"u8);
        writer.Text("protocol"u8);
        writer.Name("scan"u8);
        writer.Text("b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"u8);
        writer.Name("unit"u8);
        Span<char> unit = stackalloc char[16];
        i.TryFormat(unit, out var digits, default, System.Globalization.CultureInfo.InvariantCulture);
        writer.Text(unit[..digits]);
        writer.Name("votes"u8);
        writer.StartObject();
        Span<byte> list = [(byte)'a', (byte)'-', (byte)'l', (byte)'s', (byte)'t'];
        for (var l = 0; l < 16; l++)
        {
            list[0] = (byte)('a' + l);
            writer.Name(list);
            writer.Number((i + l) % 500);
        }

        writer.EndObject();
        writer.EndObject();
        return writer.Written.Span;
    }
}
