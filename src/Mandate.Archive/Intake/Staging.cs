using Mandate.Archive.Blobs;

namespace Mandate.Archive.Intake;

/// <summary>A folder for files under way: copies of originals that workers open, and what they write. Nothing in it is needed after a crash.</summary>
internal sealed class Staging
{
    private readonly string folder;
    private int numbers;

    /// <summary>Opens the folder and empties it: the one process that takes in owns it.</summary>
    public Staging(string folder)
    {
        this.folder = folder;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    /// <summary>Copies a file in, so that it cannot change while it is looked at and kept.</summary>
    /// <returns>The copy, named by its hash, and its length.</returns>
    public async Task<(string File, Blob Blob)> CopyInAsync(string file, CancellationToken cancel)
    {
        await using var from = File.OpenRead(file);
        return await CopyInAsync(from, cancel);
    }

    /// <summary>The local copy of an original, fetched from the store where there is none.</summary>
    /// <exception cref="ArchiveException">The store does not have it, or has other bytes under its name.</exception>
    public async Task<string> OriginalAsync(string sha256, IBlobStore blobs, CancellationToken cancel)
    {
        var file = Original(sha256);
        if (File.Exists(file))
        {
            return file;
        }

        await using var from = await blobs.OpenAsync(sha256, cancel)
            ?? throw new ArchiveException($"The original {sha256} is not in {blobs.Shown}; bring it back from a copy, then take up the reading again: mandate archive resume.");
        var (copy, blob) = await CopyInAsync(from, cancel);
        if (blob.Sha256 != sha256)
        {
            File.Delete(copy);
            throw new ArchiveException($"The original {sha256} has been altered in {blobs.Shown}: its bytes have the hash {blob.Sha256}. Bring it back from a copy, then take up the reading again: mandate archive resume.");
        }

        return file;
    }

    /// <summary>Forgets the local copy of an original.</summary>
    public void Drop(string sha256) => File.Delete(Original(sha256));

    /// <summary>A new empty folder, for the files of one page.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"page-{Interlocked.Increment(ref numbers)}")).FullName;

    private async Task<(string File, Blob Blob)> CopyInAsync(Stream from, CancellationToken cancel)
    {
        var copy = Path.Combine(folder, $"in-{Interlocked.Increment(ref numbers)}");
        Blob blob;
        await using (var to = File.Create(copy))
        {
            blob = await HashedCopy.ToAsync(from, to, cancel);
        }

        var named = Original(blob.Sha256);
        File.Move(copy, named, overwrite: true);
        return (named, blob);
    }

    private string Original(string sha256) => Path.Combine(folder, sha256);
}
