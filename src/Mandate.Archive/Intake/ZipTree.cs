using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mandate.Archive.Intake;

/// <summary>Unpacks a zip to a folder of its own, under numbers instead of names, so that no name can lead anywhere.</summary>
internal sealed class ZipTree : IDisposable
{
    private const int LinkKind = 0xA000;
    private readonly string path;
    private readonly string shown;
    private readonly IntakeLimits limits;
    private readonly ArchiveFaults faults;
    private readonly CancellationToken cancel;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-zip-");
    private readonly List<SourceFile> files = [];

    private ZipTree(string path, string shown, IntakeLimits limits, ArchiveFaults faults, CancellationToken cancel)
    {
        this.path = path;
        this.shown = shown;
        this.limits = limits;
        this.faults = faults;
        this.cancel = cancel;
    }

    /// <summary>Gets its files by name; none where the zip is refused.</summary>
    public IReadOnlyList<SourceFile> Files => files;

    /// <summary>Unpacks a zip; at a fault nothing of it is kept.</summary>
    public static ZipTree Read(string path, string shown, IntakeLimits limits, ArchiveFaults faults, CancellationToken cancel)
    {
        var tree = new ZipTree(path, shown, limits, faults, cancel);
        try
        {
            var before = faults.Count;
            tree.Unpack();
            if (faults.Count > before)
            {
                tree.files.Clear();
                tree.Dispose();
            }

            tree.files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return tree;
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        folder.Refresh();
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }

    private void Unpack()
    {
        if (new FileInfo(path).Length == 0)
        {
            faults.Add(shown, "a file without bytes", "a whole zip file");
            return;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (ZipTail.Read(file) is not { } tail)
            {
                faults.Add(shown, "no directory at its end", "a whole zip file");
                return;
            }

            // An entry of the directory takes at least 46 bytes and its name; what is far longer would fill the memory when read.
            if (tail.Entries > (ulong)limits.Files || tail.DirectoryBytes > (limits.Files * 300L) + 1_000_000)
            {
                faults.Add(shown, $"a directory of {tail.Entries} entries and {tail.DirectoryBytes} bytes", $"at most {limits.Files} files; bring it in parts");
                return;
            }

            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            if (Check(zip, file.Length))
            {
                Unpack(zip, file.Length);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException)
        {
            faults.Add(shown, $"a damaged zip ({e.Message})", "a whole zip file");
        }
    }

    /// <summary>Reads the directory alone: names, sizes and kinds.</summary>
    private bool Check(ZipArchive zip, long length)
    {
        var before = faults.Count;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        long packed = 0, bytes = 0;
        foreach (var entry in zip.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            var name = entry.FullName;
            var isFolder = name.EndsWith('/');
            if (SafeName.Fault(isFolder ? name[..^1] : name) is { } fault)
            {
                faults.Add(shown, fault, SafeName.Rule);
                continue;
            }

            if (name.Count(c => c == '/') > limits.Depth)
            {
                faults.Add($"{shown}/{name}", "a file that lies too deep", $"at most {limits.Depth} folders within each other");
            }

            if (isFolder)
            {
                continue;
            }

            if (!names.TryAdd(Folded(name), name))
            {
                faults.Add($"{shown}/{name}", $"the same name as '{names[Folded(name)]}', large and small letters aside", "each name once");
            }

            if (entry.IsEncrypted)
            {
                faults.Add($"{shown}/{name}", "an encrypted file", "one without a password");
            }

            if (((entry.ExternalAttributes >> 16) & 0xF000) == LinkKind)
            {
                faults.Add($"{shown}/{name}", "a link", "the file itself");
            }

            packed = Sum(packed, entry.CompressedLength);
            bytes = Sum(bytes, entry.Length);
            if (entry.Length > limits.FileBytes)
            {
                faults.Add($"{shown}/{name}", $"a file of {entry.Length} bytes", $"at most {limits.FileBytes}");
            }
        }

        foreach (var name in names.Values)
        {
            for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
            {
                if (names.TryGetValue(Folded(name[..slash]), out var file))
                {
                    faults.Add($"{shown}/{name}", $"a folder with the name of the file '{file}'", "each name once");
                }
            }
        }

        if (packed > length)
        {
            faults.Add(shown, $"{packed} packed bytes in a file of {length}: entries that overlap", "each file's bytes once");
        }

        if (bytes > MostOf(length))
        {
            faults.Add(shown, $"{bytes} bytes when unpacked", $"at most {MostOf(length)} of a zip of {length} bytes");
        }

        return faults.Count == before;
    }

    private void Unpack(ZipArchive zip, long length)
    {
        var left = MostOf(length);
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/'))
            {
                continue;
            }

            var most = Math.Min(left, Math.Min(limits.FileBytes, Math.Max(limits.RatioFrom, Product(entry.CompressedLength, limits.FileRatio))));
            var target = Path.Combine(folder.FullName, files.Count.ToString("D6", CultureInfo.InvariantCulture));
            var (bytes, sum) = Copy(entry, target, most);
            if (bytes > most)
            {
                // What unpacks to more than it says is made to harm; nothing further of it is read.
                faults.Add($"{shown}/{entry.FullName}", $"more than {most} bytes unpacked from {entry.CompressedLength}", "a file that unpacks to what a document may have");
                return;
            }

            if (bytes != entry.Length || sum != entry.Crc32)
            {
                faults.Add($"{shown}/{entry.FullName}", $"{bytes} bytes with the checksum {sum:x8}", $"{entry.Length} bytes with {entry.Crc32:x8}, as the zip says; it is damaged");
            }

            left -= bytes;
            files.Add(new SourceFile(entry.FullName, target, bytes));
        }
    }

    private (long Bytes, uint Sum) Copy(ZipArchiveEntry entry, string target, long most)
    {
        var sum = default(Crc32);
        var buffer = new byte[81_920];
        long bytes = 0;
        using var from = entry.Open();
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            bytes += read;
            if (bytes > most)
            {
                break;
            }

            sum.Append(buffer.AsSpan(0, read));
            to.Write(buffer, 0, read);
        }

        return (bytes, sum.Value);
    }

    private long MostOf(long length) => Math.Min(limits.Bytes, Math.Max(limits.RatioFrom, Product(length, limits.Ratio)));

    private static string Folded(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static long Sum(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private static long Product(long a, int b) => a > long.MaxValue / b ? long.MaxValue : a * b;
}
