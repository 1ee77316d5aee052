using System.Diagnostics.CodeAnalysis;
using Mandate.Laws;

namespace Mandate.Results.Ledger;

/// <summary>A log in a folder (C2SP tlog-tiles), such as a record holds it. What it says is believed only as far as <see cref="Check"/> goes.</summary>
public sealed class TileFolder : ITileReader
{
    internal const string CheckpointName = "checkpoint";
    private readonly string folder;

    private TileFolder(string folder, SignedNote note, Checkpoint head) => (this.folder, Note, Head) = (folder, note, head);

    /// <summary>Gets the signed head; its signatures are not checked here.</summary>
    public SignedNote Note { get; }

    /// <summary>Gets the head.</summary>
    public Checkpoint Head { get; }

    /// <summary>Opens a folder by its <c>checkpoint</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="mostLeaves">How many leaves the log may have.</param>
    /// <returns>The log, or null after noting a fault.</returns>
    public static TileFolder? Open(string folder, Findings findings, long mostLeaves = 100_000_000)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (!TryRead(Path.Combine(folder, CheckpointName), SignedNote.MostBytes, out var bytes, out var found))
        {
            findings.Add(new Finding(CheckpointName, 0, 0, found, "a signed checkpoint"));
            return null;
        }

        if (SignedNote.Parse(bytes, CheckpointName, findings) is not { } note || Checkpoint.Parse(note.Text, CheckpointName, findings) is not { } head)
        {
            return null;
        }

        if (head.Size > mostLeaves)
        {
            findings.Add(new Finding(CheckpointName, 2, 1, $"{head.Size} leaves", $"at most {mostLeaves}"));
            return null;
        }

        return new TileFolder(folder, note, head);
    }

    /// <summary>Reads a tile; where the one of this width is gone, the full one.</summary>
    /// <exception cref="InvalidDataException">The file is missing or of another length.</exception>
    public ReadOnlyMemory<byte> Read(TileId tile)
    {
        foreach (var id in new[] { tile, tile with { Width = TileId.FullWidth } })
        {
            if (TryRead(Path.Combine(folder, id.Path), id.Width * MerkleHash.Length, out var bytes, out _) && bytes.Length == id.Width * MerkleHash.Length)
            {
                return bytes;
            }
        }

        throw new InvalidDataException($"The folder '{folder}' has no sound tile '{tile.Path}'.");
    }

    /// <summary>The leaves in order, bundle by bundle.</summary>
    /// <param name="findings">Receives the bundle that is missing or broken; the leaves end there.</param>
    public IEnumerable<LedgerLeaf> Leaves(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (long index = 0; index * TileId.FullWidth < Head.Size; index++)
        {
            var tile = new TileId(0, index, (int)Math.Min(TileId.FullWidth, Head.Size - index * TileId.FullWidth));
            if (!TryRead(Path.Combine(folder, tile.EntriesPath), EntryBundle.MostBytes, out var bytes, out var found) || EntryBundle.Read(bytes, tile.Width) is not { } entries)
            {
                findings.Add(new Finding(tile.EntriesPath, 0, 0, bytes is null ? found : "a broken bundle", $"{tile.Width} entries, each after its length in two bytes"));
                yield break;
            }

            for (var i = 0; i < entries.Count; i++)
            {
                yield return new LedgerLeaf(index * TileId.FullWidth + i, entries[i]);
            }
        }
    }

    /// <summary>Computes every tile and the root again from the entries and compares. Signatures are <see cref="SignedNote.Verify"/>'s.</summary>
    /// <param name="findings">Receives every file that is missing or differs.</param>
    public void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var tiles = new TileBuilder((tile, hashes) =>
        {
            if (!TryRead(Path.Combine(folder, tile.Path), hashes.Length, out var bytes, out var found) || !hashes.SequenceEqual(bytes))
            {
                findings.Add(new Finding(tile.Path, 0, 0, bytes is null ? found : "other hashes", "the hashes of the entries"));
            }
        });
        foreach (var leaf in Leaves(findings))
        {
            tiles.Append(MerkleTree.Leaf(leaf.Bytes.Span));
        }

        // Where a bundle is broken, its finding says so; the tiles and the root of a shorter log would only repeat it.
        if (tiles.Size == Head.Size)
        {
            tiles.Finish();
            TileFolderWriter.Agrees(Head, tiles.Size, tiles.Root(), CheckpointName, findings);
        }
    }

    private static bool TryRead(string path, int most, [NotNullWhen(true)] out byte[]? bytes, out string found)
    {
        (bytes, found) = (null, "no file");
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        if (file.Length > most)
        {
            found = $"{file.Length} bytes";
            return false;
        }

        bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return true;
    }
}
