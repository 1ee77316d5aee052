namespace Mandate.Results.Ledger;

/// <summary>A leaf as it is stored.</summary>
/// <param name="Number">Its place in the log, 0 for the first.</param>
/// <param name="Bytes">Its bytes: canonical JSON, at most <see cref="MostBytes"/>.</param>
/// <param name="Hash">Its hash, where the store keeps hashes beside the bytes; else null.</param>
public readonly record struct LedgerLeaf(long Number, ReadOnlyMemory<byte> Bytes, MerkleHash? Hash = null)
{
    /// <summary>How long a leaf may be: entry bundles of C2SP tlog-tiles tell the length in 16 bits. Documents enter by hash.</summary>
    public const int MostBytes = 65_535;
}
