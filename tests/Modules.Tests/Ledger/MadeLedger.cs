using System.Text;
using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>A ledger as a store keeps it: 300 leaves in commits of one to seventeen, each with its checkpoint. Tests do to it what should show.</summary>
internal sealed class MadeLedger : IDisposable
{
    public const string Origin = "example.com/log";
    public const int Size = 300;
    private readonly SignerKey key = SignerKey.Create(Origin);

    public MadeLedger()
    {
        var frontier = new MerkleFrontier();
        for (var i = 0; i < Size; i++)
        {
            Leaves.Add(new LedgerLeaf(i, Leaf(i)));
            frontier.Append(MerkleTree.Leaf(Leaf(i)));
            if (i + 1 == Sizes.LastOrDefault() + Sizes.Count * 5 % 17 + 1 || i + 1 == Size)
            {
                Sizes.Add(i + 1);
                Checkpoints.Add(Signed(Checkpoints.Count, i + 1, frontier.Root()));
            }
        }
    }

    public List<LedgerLeaf> Leaves { get; } = [];

    public List<LedgerCheckpoint> Checkpoints { get; } = [];

    /// <summary>Gets the size of each checkpoint.</summary>
    public List<int> Sizes { get; } = [];

    public static byte[] Leaf(int i) => Encoding.UTF8.GetBytes($"{{\"unit\":\"{i:0000}\",\"votes\":\"{i * 7 % 1000}\"}}");

    /// <summary>The commit that a leaf came with, as leaves.</summary>
    public LeafRange CommitOf(int leaf)
    {
        var k = Commit(leaf);
        return new LeafRange(k == 0 ? 0 : Sizes[k - 1], Sizes[k] - 1);
    }

    /// <summary>The number of the first checkpoint that covers a leaf.</summary>
    public int Commit(int leaf) => Sizes.FindIndex(s => s > leaf);

    public LedgerCheckpoint Signed(long number, long size, MerkleHash root, string origin = Origin, SignerKey? by = null) =>
        new(number, new Checkpoint(origin, size, root).Sign(by ?? key).ToBytes());

    /// <summary>Gives each leaf the number of its place.</summary>
    public void Renumber()
    {
        for (var i = 0; i < Leaves.Count; i++)
        {
            Leaves[i] = Leaves[i] with { Number = i };
        }
    }

    /// <summary>Keeps a hash beside each leaf.</summary>
    public void KeepHashes()
    {
        for (var i = 0; i < Leaves.Count; i++)
        {
            Leaves[i] = Leaves[i] with { Hash = MerkleTree.Leaf(Leaves[i].Bytes.Span) };
        }
    }

    public AuditReport Audit(params ReadOnlyMemory<byte>[] outside) => LedgerAudit.Run(Leaves, Checkpoints, new AuditOptions(Origin, [key.Verifier], outside));

    public void Dispose() => key.Dispose();
}
