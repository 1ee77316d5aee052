using System.Text;
using Mandate.Laws;
using Mandate.Results.Ledger;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <summary>Appends leaves to a store's ledger and signs what it has become.</summary>
/// <remarks>After a change that was not committed the keeper is ahead of the store and must be loaded anew.</remarks>
internal sealed class LedgerKeeper
{
    private readonly string origin;
    private readonly TileBuilder tiles;
    private IStoreChange? change;
    private long checkpoints;

    private LedgerKeeper(string origin)
    {
        this.origin = origin;
        tiles = new TileBuilder((tile, hashes) => change?.AddTile(tile.Level, tile.Index, hashes));
    }

    /// <summary>Gets how many leaves there are.</summary>
    public long Size => tiles.Size;

    /// <summary>Gets the key that signs; null reads only.</summary>
    public SignerKey? Key { get; init; }

    /// <summary>Begins an empty ledger.</summary>
    public static LedgerKeeper Empty(string origin, SignerKey key) => new(origin) { Key = key };

    /// <summary>Reads a store's leaves and holds them against the last checkpoint.</summary>
    /// <param name="store">The store.</param>
    /// <param name="origin">The origin that its checkpoints must bear.</param>
    /// <param name="verifier">The key that must have signed.</param>
    /// <param name="key">The secret half; null for reading only.</param>
    /// <param name="visit">Receives every leaf.</param>
    /// <exception cref="StoreException">The leaves are not those that were signed.</exception>
    public static LedgerKeeper Load(IStore store, string origin, VerifierKey verifier, SignerKey? key, LeafVisitor visit)
    {
        var keeper = new LedgerKeeper(origin) { Key = key };
        store.ReadLeaves(0, (number, leaf) =>
        {
            if (number != keeper.Size)
            {
                throw Spoilt(store, $"leaf {keeper.Size} is missing");
            }

            keeper.tiles.Append(MerkleTree.Leaf(leaf));
            return visit(number, leaf);
        });

        var last = store.LastCheckpoint();
        if (last is null)
        {
            return keeper.Size == 0 ? keeper : throw Spoilt(store, "its leaves have no checkpoint");
        }

        keeper.checkpoints = last.Value.Number + 1;
        var faults = new Findings();
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(last.Value.Note), "the last checkpoint", faults);
        var head = note is null ? null : Checkpoint.Parse(note.Text, "the last checkpoint", faults);
        if (note is null || head is null || !note.Verify([verifier]).Holds || head.Origin != origin)
        {
            throw Spoilt(store, "its last checkpoint is not signed by the count's key");
        }

        return head.Size == keeper.Size && head.Root == keeper.tiles.Root() ? keeper : throw Spoilt(store, "its leaves are not those that were signed");
    }

    /// <summary>Appends a leaf.</summary>
    /// <exception cref="ArgumentException">It is longer than a leaf may be.</exception>
    public void Append(IStoreChange to, ReadOnlySpan<byte> leaf)
    {
        if (leaf.Length > LedgerLeaf.MostBytes)
        {
            throw new ArgumentException($"A leaf of {leaf.Length} bytes; at most {LedgerLeaf.MostBytes}.", nameof(leaf));
        }

        change = to;
        to.AddLeaf(Size, leaf);
        tiles.Append(MerkleTree.Leaf(leaf));
    }

    /// <summary>Signs the ledger as it is now.</summary>
    public void Seal(IStoreChange to)
    {
        var note = new Checkpoint(origin, Size, tiles.Root()).Sign(Key!);
        to.AddCheckpoint(checkpoints++, note.ToString());
    }

    private static StoreException Spoilt(IStore store, string found) =>
        new($"The ledger in '{store.Shown}' does not verify: {found}. Run 'mandate results verify' to see where; restore a backup.");
}
