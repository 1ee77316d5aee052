namespace Mandate.Results.Ledger;

/// <summary>What an audit of a stored ledger says.</summary>
/// <param name="Leaves">How many leaves were read.</param>
/// <param name="Root">The root over them, or null where some are missing.</param>
/// <param name="Checkpoints">How many checkpoints were read.</param>
/// <param name="Agreeing">How many signed checkpoints agree with the leaves.</param>
/// <param name="ProvedSize">So many leaves from the first on are just what was signed.</param>
/// <param name="Findings">All that is wrong, by place in the log; the first thousand of each kind.</param>
/// <param name="More">How many findings there are beyond these.</param>
public sealed record AuditReport(
    long Leaves, MerkleHash? Root, long Checkpoints, long Agreeing, long ProvedSize, IReadOnlyList<AuditFinding> Findings, long More)
{
    /// <summary>Gets whether nothing is wrong.</summary>
    public bool Holds => Findings.Count == 0;
}

/// <summary>A checkpoint as it is stored.</summary>
/// <param name="Number">Its number, 0 for the first and one more each time.</param>
/// <param name="Note">The signed note.</param>
public readonly record struct LedgerCheckpoint(long Number, ReadOnlyMemory<byte> Note);

/// <summary>What a ledger is audited by.</summary>
/// <param name="Origin">The log's origin; checkpoints of another one are findings.</param>
/// <param name="Keys">Public keys of the log, now and earlier.</param>
/// <param name="Outside">Checkpoints that others have kept, in any order: with them, an end cut off together with its checkpoints shows.</param>
public sealed record AuditOptions(string Origin, IReadOnlyCollection<VerifierKey> Keys, IReadOnlyList<ReadOnlyMemory<byte>>? Outside = null);
