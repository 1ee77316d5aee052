using System.Globalization;

namespace Mandate.Results.Ledger;

/// <summary>Computes a stored ledger again and names all that is wrong with it.</summary>
/// <remarks>
/// <para>Reads each leaf once and keeps none: memory goes by the number of checkpoints, some 60 bytes each.</para>
/// <para>A root tells that something before it differs, not what. So altered leaves are narrowed to those between the last
/// checkpoint that agrees and the first that does not, and what comes after them is told as unchecked. Where the store keeps
/// hashes beside the leaves, the tree is made of those, and each altered leaf is named.</para>
/// <para>It cannot see what the holder of the key has written and signed anew, checkpoints included, unless somebody kept one
/// outside (<see cref="AuditOptions.Outside"/>).</para>
/// </remarks>
public sealed class LedgerAudit
{
    private readonly AuditNotes notes = new();
    private readonly MerkleFrontier frontier = new();
    private readonly List<(SoundCheckpoint Checkpoint, MerkleHash Found)> differing = [];
    private readonly CheckpointAudit checkpointAudit;
    private readonly List<SoundCheckpoint> checkpoints;
    private SoundCheckpoint? agreed;
    private int next;
    private int agreeing;
    private long read;
    private long expected;
    private long? broken;
    private long? altered;
    private int uncheckedFrom;

    private LedgerAudit(IEnumerable<LedgerCheckpoint> kept, AuditOptions options)
    {
        checkpointAudit = new CheckpointAudit(options, notes);
        checkpoints = checkpointAudit.Run(kept);
        uncheckedFrom = checkpoints.Count;
    }

    /// <summary>Audits a ledger.</summary>
    /// <param name="leaves">Every stored leaf, by number; with its stored hash where there is one.</param>
    /// <param name="checkpoints">Every stored checkpoint, by number.</param>
    /// <param name="options">The origin, the keys, and checkpoints kept elsewhere.</param>
    public static AuditReport Run(IEnumerable<LedgerLeaf> leaves, IEnumerable<LedgerCheckpoint> checkpoints, AuditOptions options)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(checkpoints);
        ArgumentNullException.ThrowIfNull(options);
        var audit = new LedgerAudit(checkpoints, options);
        audit.Compare();
        foreach (var leaf in leaves)
        {
            audit.Next(leaf);
        }

        return audit.End();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Next(LedgerLeaf leaf)
    {
        read++;
        if (leaf.Number < expected)
        {
            notes.Leaf(AuditFault.LeafOutOfOrder, leaf.Number, "its number after " + Text(expected - 1), "each number once, in order");
            return;
        }

        if (leaf.Number > expected)
        {
            Missing(leaf.Number - 1, $"a gap before leaf {Text(leaf.Number)}");
            expected = leaf.Number;
        }

        if (leaf.Bytes.Length > LedgerLeaf.MostBytes)
        {
            notes.Leaf(AuditFault.LeafTooLong, leaf.Number, $"{Text(leaf.Bytes.Length)} bytes", $"at most {Text(LedgerLeaf.MostBytes)}");
            if (leaf.Hash is null)
            {
                Break(leaf.Number);
            }
        }
        else
        {
            if (CanonicalJson.Check(leaf.Bytes.Span) is { } fault)
            {
                notes.Leaf(AuditFault.LeafNotCanonical, leaf.Number, $"{fault.Found} at byte {Text(fault.Offset)}", fault.Expected);
            }

            var hash = MerkleTree.Leaf(leaf.Bytes.Span);
            if (leaf.Hash is { } stored && stored != hash)
            {
                altered ??= leaf.Number;
                notes.Leaf(AuditFault.LeafAltered, leaf.Number, $"bytes with the hash {hash}", $"the stored hash {stored}");
            }

            leaf = leaf with { Hash = leaf.Hash ?? hash };
        }

        // Past a missing leaf the tree is no longer known, and the edge only counts.
        if (broken is null)
        {
            frontier.Append(leaf.Hash!.Value);
        }

        expected++;
        Compare();
    }

    /// <summary>Compares the checkpoints of the size that is reached.</summary>
    private void Compare()
    {
        if (next == checkpoints.Count || checkpoints[next].Size > expected)
        {
            return;
        }

        MerkleHash? root = broken is null ? frontier.Root() : null;
        for (; next < checkpoints.Count && checkpoints[next].Size <= expected; next++)
        {
            var checkpoint = checkpoints[next];
            if (root is not { } found)
            {
                uncheckedFrom = Math.Min(uncheckedFrom, next);
            }
            else if (checkpoint.Root != found)
            {
                differing.Add((checkpoint, found));
            }
            else
            {
                Agree(checkpoint);
            }
        }
    }

    /// <summary>The leaves up to here are as signed; so checkpoints before that differed are themselves wrong.</summary>
    private void Agree(SoundCheckpoint checkpoint)
    {
        foreach (var (wrong, found) in differing)
        {
            Wrong(wrong, found, checkpoint);
        }

        differing.Clear();
        agreed = checkpoint;
        agreeing++;
    }

    private void Wrong(SoundCheckpoint wrong, MerkleHash found, SoundCheckpoint proof) => notes.Checkpoint(
        AuditFault.CheckpointWrong, wrong.Number, "the root " + wrong.Root.ToBase64(), $"{found.ToBase64()}, the root over the {Text(wrong.Size)} leaves that {proof.Number} proves");

    private void Missing(long last, string found)
    {
        var cover = checkpoints.FindIndex(next, c => c.Size > expected);
        notes.Leaves(AuditFault.LeafMissing, expected, last, cover < 0 ? null : checkpoints[cover].Number, found, cover < 0 ? "every number" : $"every number: {checkpoints[cover].Number} covers {Text(checkpoints[cover].Size)} leaves");
        Break(expected);
    }

    private void Break(long number) => broken ??= number;

    private AuditReport End()
    {
        var proved = agreed?.Size ?? 0;
        var covered = checkpoints.Count == 0 ? 0 : checkpoints[^1].Size;
        if (covered > expected)
        {
            Missing(covered - 1, expected == 0 ? "no leaf" : $"the end after leaf {Text(expected - 1)}");
            uncheckedFrom = Math.Min(uncheckedFrom, next);
        }
        else if (covered < expected)
        {
            notes.Leaves(AuditFault.LeavesUncovered, covered, expected - 1, null, "no checkpoint", "a signed checkpoint that covers them");
        }

        // What differs at the size of a checkpoint that agrees is that checkpoint's fault, not the leaves'.
        var beyond = differing.FindIndex(d => d.Checkpoint.Size > proved);
        foreach (var (wrong, found) in beyond < 0 ? differing : differing[..beyond])
        {
            Wrong(wrong, found, agreed ?? wrong);
        }

        if (beyond >= 0)
        {
            var first = differing[beyond].Checkpoint;
            notes.Leaves(
                AuditFault.LeavesAltered, proved, first.Size - 1, first.Number, $"another root than that of {first.Number}",
                agreed is { } last ? $"the leaves that were signed; those before agree with {last.Number}" : "the leaves that were signed");
            Unchecked(differing[beyond..].Skip(1).Select(d => d.Checkpoint), first.Size - 1);
        }

        Unchecked(checkpoints.Skip(uncheckedFrom), broken ?? expected);
        return new AuditReport(read, broken is null ? frontier.Root() : null, checkpointAudit.Read, agreeing, Math.Min(proved, altered ?? proved), notes.All, notes.More);
    }

    private void Unchecked(IEnumerable<SoundCheckpoint> rest, long last)
    {
        var (first, count) = ((SoundCheckpoint?)null, 0L);
        foreach (var checkpoint in rest)
        {
            first ??= checkpoint;
            count++;
        }

        if (first is { } named)
        {
            notes.Checkpoint(
                AuditFault.CheckpointsUnchecked, named.Number, count == 1 ? "no way to compare it" : $"no way to compare it and {Text(count - 1)} larger ones",
                $"every leaf up to {Text(last)} as it was signed");
        }
    }
}
