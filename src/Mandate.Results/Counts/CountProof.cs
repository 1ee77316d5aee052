using System.Text;
using Mandate.Laws;
using Mandate.Results.Ledger;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <summary>A proof that a leaf stands under a signed checkpoint, or that a ledger has only grown (RFC 9162, section 2.1.3 and 2.1.4).</summary>
/// <param name="Leaf">The leaf's bytes; empty where growth is proved.</param>
/// <param name="Index">The leaf's number; or the earlier size.</param>
/// <param name="Size">Leaves under the checkpoint.</param>
/// <param name="Hashes">The hashes, lowest first.</param>
/// <param name="Checkpoint">The signed note.</param>
public sealed record CountProof(ReadOnlyMemory<byte> Leaf, long Index, long Size, IReadOnlyList<MerkleHash> Hashes, string Checkpoint)
{
    /// <summary>Proves that the counted protocol of a unit is in the ledger.</summary>
    /// <param name="path">The count's folder.</param>
    /// <param name="unit">Id of the unit.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The proof; null where no protocol of the unit counts.</returns>
    /// <exception cref="StoreException">There is no count.</exception>
    public static CountProof? OfUnit(string path, string unit, TimeProvider time)
    {
        long leaf;
        using (var count = Count.OpenToRead(path, time))
        {
            var at = count.Units.Find(unit);
            if (at < 0 || !count.Units.Reports(at) || count.Of(Phase.Final).Version(at) == 0)
            {
                return null;
            }

            leaf = count.Changed(at);
        }

        using var store = CountFolder.Open(path).Read();
        var (note, head) = Last(store);
        return new CountProof(store.ReadLeaf(leaf), leaf, head.Size, MerkleProof.Inclusion(new StoreTiles(store), leaf, head.Size), note);
    }

    /// <summary>Proves that the ledger has only grown since it had a number of leaves.</summary>
    /// <param name="path">The count's folder.</param>
    /// <param name="earlier">The earlier size, as an old checkpoint has it.</param>
    /// <returns>The proof; null where the ledger was never that large.</returns>
    /// <exception cref="StoreException">There is no count.</exception>
    public static CountProof? OfGrowth(string path, long earlier)
    {
        using var store = CountFolder.Open(path).Read();
        var (note, head) = Last(store);
        return earlier < 1 || earlier > head.Size ? null : new CountProof(default, earlier, head.Size, MerkleProof.Consistency(new StoreTiles(store), earlier, head.Size), note);
    }

    private static (string Note, Ledger.Checkpoint Head) Last(IStore store)
    {
        var faults = new Findings();
        var note = store.LastCheckpoint()?.Note ?? throw new StoreException($"'{store.Shown}' has no checkpoint.");
        return SignedNote.Parse(Encoding.UTF8.GetBytes(note), "the last checkpoint", faults) is { } signed && Ledger.Checkpoint.Parse(signed.Text, "the last checkpoint", faults) is { } head
            ? (note, head)
            : throw new StoreException(faults.All[0].ToString());
    }
}
