using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Mandate.Archive.Blobs;

/// <summary>Keeps bytes in a folder as <c>ab/cd/abcd…</c>, read-only.</summary>
/// <remarks>
/// Bytes are written to a file of another name beside them, through to the disk, and only then get theirs. A put that was
/// killed leaves such a file behind; opening the store sweeps it away, unless the process that writes it still lives.
/// </remarks>
internal sealed class FolderBlobs : IBlobStore
{
    private const string NewPrefix = ".new-";
    private const UnixFileMode Writing = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private readonly string root;
    private readonly ConcurrentDictionary<string, bool> throughToDisk = new(StringComparer.Ordinal);

    /// <summary>Opens the store; makes the folder where there is none.</summary>
    public FolderBlobs(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        root = Path.GetFullPath(folder);
        Directory.CreateDirectory(root);
        Sweep();
    }

    /// <inheritdoc/>
    public string Shown => root;

    /// <inheritdoc/>
    public async Task<Blob> PutAsync(Stream content, CancellationToken cancel)
    {
        var aside = Path.Combine(root, NewPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            // Nobody else may open it: that is how a sweep tells a living put from a dead one.
            var file = new FileStream(aside, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous });
            await using (file.ConfigureAwait(false))
            {
                var blob = await HashedCopy.ToAsync(content, file, cancel).ConfigureAwait(false);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(file.SafeFileHandle) & ~Writing);
                }

                file.Flush(flushToDisk: true);
                await NameAsync(aside, blob.Sha256, cancel).ConfigureAwait(false);
                return blob;
            }
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(Open(PathOf(sha256)));
    }

    /// <inheritdoc/>
    public Task<bool> HasAsync(string sha256, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(File.Exists(PathOf(sha256)));
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string sha256, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var first in Directories(root))
        {
            foreach (var second in Directories(first))
            {
                cancel.ThrowIfCancellationRequested();
                await Task.Yield();
                var start = Path.GetFileName(first) + Path.GetFileName(second);
                foreach (var name in Directory.EnumerateFiles(second).Select(f => Path.GetFileName(f)!).Where(BlobName.Is).Order(StringComparer.Ordinal))
                {
                    if (name.StartsWith(start, StringComparison.Ordinal))
                    {
                        yield return name;
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Directories(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Where(d => Path.GetFileName(d) is { Length: 2 } name && name.All(char.IsAsciiHexDigitLower))
            .Order(StringComparer.Ordinal);

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private async Task NameAsync(string aside, string sha256, CancellationToken cancel)
    {
        var path = PathOf(sha256);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);

        // Bytes altered on the disk since are put right: those at hand have the name's hash. Renaming is one step on every file
        // system; should another put of the same bytes get here first, its file is replaced by its equal.
        if (!await IsIntactAsync(path, sha256, cancel).ConfigureAwait(false))
        {
            File.Move(aside, path, overwrite: true);
        }

        // The file's entry, and once those of both folders: whoever made them may not have written them through.
        DirectorySync.Flush(folder);
        if (!throughToDisk.ContainsKey(folder))
        {
            DirectorySync.Flush(Path.GetDirectoryName(folder)!);
            DirectorySync.Flush(root);
            throughToDisk[folder] = true;
        }
    }

    private static async Task<bool> IsIntactAsync(string path, string sha256, CancellationToken cancel)
    {
        try
        {
            var kept = Open(path);
            if (kept is null)
            {
                return false;
            }

            await using (kept.ConfigureAwait(false))
            {
                return (await HashedCopy.ToAsync(kept, Stream.Null, cancel).ConfigureAwait(false)).Sha256 == sha256;
            }
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Sweep()
    {
        foreach (var aside in Directory.EnumerateFiles(root, NewPrefix + "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
        {
            try
            {
                using (new FileStream(aside, FileMode.Open, FileAccess.Read, FileShare.None))
                {
                    File.Delete(aside);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its put is at work or has just ended, or it is another user's.
            }
        }
    }

    private string PathOf(string sha256) => Path.Combine(root, BlobName.Checked(sha256)[..2], sha256[2..4], sha256);
}
