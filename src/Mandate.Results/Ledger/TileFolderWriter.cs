using System.Globalization;
using Mandate.Laws;

namespace Mandate.Results.Ledger;

/// <summary>Writes a log to a folder as C2SP tlog-tiles has it: tiles, entry bundles and <c>checkpoint</c>, which any web server can serve.</summary>
public static class TileFolderWriter
{
    /// <summary>Writes a log. A folder that holds an earlier state of it grows; no tile in it is ever replaced.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="leaves">The leaves in order; their memory is used before the next one is asked for.</param>
    /// <param name="checkpoint">The signed head of this log at this size; its signatures are not checked.</param>
    /// <param name="findings">Receives what is wrong: a head of another size or root, a file that holds other bytes.</param>
    /// <returns>The size and root of what was written. <c>checkpoint</c> is written last, and only where nothing was found.</returns>
    /// <exception cref="ArgumentException">A leaf is longer than <see cref="LedgerLeaf.MostBytes"/>.</exception>
    public static (long Size, MerkleHash Root) Write(string folder, IEnumerable<ReadOnlyMemory<byte>> leaves, SignedNote checkpoint, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(findings);
        var sound = true;
        void Put(string path, ReadOnlySpan<byte> bytes) => sound &= Keep(folder, path, bytes, findings);

        var tiles = new TileBuilder((tile, hashes) => Put(tile.Path, hashes));
        using var bundle = new MemoryStream();
        foreach (var leaf in leaves)
        {
            EntryBundle.Append(bundle, leaf.Span);
            tiles.Append(MerkleTree.Leaf(leaf.Span));
            if (tiles.Size % TileId.FullWidth == 0)
            {
                Put(new TileId(0, tiles.Size / TileId.FullWidth - 1, TileId.FullWidth).EntriesPath, Whole(bundle));
                bundle.SetLength(0);
            }
        }

        tiles.Finish();
        if (tiles.Size % TileId.FullWidth is > 0 and var edge)
        {
            Put(new TileId(0, tiles.Size / TileId.FullWidth, (int)edge).EntriesPath, Whole(bundle));
        }

        var root = tiles.Root();
        if (Checkpoint.Parse(checkpoint.Text, TileFolder.CheckpointName, findings) is { } head && Agrees(head, tiles.Size, root, TileFolder.CheckpointName, findings) && sound)
        {
            Directory.CreateDirectory(folder);
            Replace(Path.Combine(folder, TileFolder.CheckpointName), checkpoint.ToBytes());
        }

        return (tiles.Size, root);
    }

    /// <summary>Whether a head has the size and root that the leaves give; a finding says what differs.</summary>
    internal static bool Agrees(Checkpoint head, long size, MerkleHash root, string shown, Findings findings)
    {
        if (head.Size != size)
        {
            findings.Add(new Finding(shown, 2, 1, string.Create(CultureInfo.InvariantCulture, $"the size {head.Size}"), string.Create(CultureInfo.InvariantCulture, $"{size}, the number of leaves")));
        }
        else if (head.Root != root)
        {
            findings.Add(new Finding(shown, 3, 1, $"the root {head.Root.ToBase64()}", $"{root.ToBase64()}, the root over the leaves"));
        }

        return head.Size == size && head.Root == root;
    }

    private static ReadOnlySpan<byte> Whole(MemoryStream stream) => stream.GetBuffer().AsSpan(0, (int)stream.Length);

    private static bool Keep(string folder, string path, ReadOnlySpan<byte> bytes, Findings findings)
    {
        var target = Path.Combine(folder, path);
        if (!File.Exists(target))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Replace(target, bytes);
            return true;
        }

        if (new FileInfo(target).Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(target)))
        {
            return true;
        }

        findings.Add(new Finding(path, 0, 0, "a file with other bytes", "the tile of this log: the folder holds another history, write to a new one"));
        return false;
    }

    /// <summary>Writes a file that is whole or not there.</summary>
    private static void Replace(string target, ReadOnlySpan<byte> bytes)
    {
        var half = target + ".new";
        File.WriteAllBytes(half, bytes);
        File.Move(half, target, overwrite: true);
    }
}
