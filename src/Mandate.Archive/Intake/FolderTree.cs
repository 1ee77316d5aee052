namespace Mandate.Archive.Intake;

/// <summary>Lists the files of a folder, following no links.</summary>
internal static class FolderTree
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>All files below a folder by name, the hidden among them.</summary>
    /// <param name="folder">An absolute path.</param>
    /// <param name="shown">The folder's name for people.</param>
    /// <param name="limits">How many, how deep, how large.</param>
    /// <param name="faults">Receives what may not be taken.</param>
    /// <param name="passedOver">Receives links to files that are in the folder anyway.</param>
    public static IReadOnlyList<SourceFile> Read(string folder, string shown, IntakeLimits limits, ArchiveFaults faults, ICollection<ArchiveFault> passedOver)
    {
        var walk = new Walk(folder, shown, limits, faults, passedOver);
        walk.Enter(new DirectoryInfo(folder), string.Empty, 1);
        return [.. walk.Files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private sealed class Walk(string root, string shown, IntakeLimits limits, ArchiveFaults faults, ICollection<ArchiveFault> passedOver)
    {
        private long bytes;
        private bool full;

        public List<SourceFile> Files { get; } = [];

        public void Enter(DirectoryInfo folder, string within, int depth)
        {
            if (depth > limits.Depth)
            {
                faults.Add($"{shown}/{within}", $"a folder {depth} deep", $"at most {limits.Depth} folders within each other");
                return;
            }

            try
            {
                foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything).OrderBy(e => e.Name, StringComparer.Ordinal))
                {
                    if (full)
                    {
                        return;
                    }

                    Take(entry, within.Length == 0 ? entry.Name : $"{within}/{entry.Name}", depth);
                }
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                faults.Add(within.Length == 0 ? shown : $"{shown}/{within}", $"a folder that cannot be read ({e.Message})", "one that may be read");
            }
        }

        private void Take(FileSystemInfo entry, string name, int depth)
        {
            if (SafeName.Fault(name) is { } fault)
            {
                faults.Add(shown, fault, SafeName.Rule);
            }
            else if (entry.LinkTarget is not null)
            {
                Link(entry, name);
            }
            else if (entry is DirectoryInfo inner)
            {
                Enter(inner, name, depth + 1);
            }
            else if (entry is FileInfo file)
            {
                Take(file, name);
            }
        }

        private void Take(FileInfo file, string name)
        {
            var length = file.Length;
            if (length > limits.FileBytes)
            {
                faults.Add($"{shown}/{name}", $"a file of {length} bytes", $"at most {limits.FileBytes}");
                return;
            }

            bytes += length;
            if (Files.Count == limits.Files || bytes > limits.Bytes)
            {
                full = true;
                faults.Add(shown, Files.Count == limits.Files ? $"more than {limits.Files} files" : $"more than {limits.Bytes} bytes", "less at once; bring it in parts");
                return;
            }

            Files.Add(new SourceFile(name, file.FullName, length));
        }

        private void Link(FileSystemInfo entry, string name)
        {
            string? target;
            try
            {
                target = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            }
            catch (IOException)
            {
                target = null;
            }

            var stays = target is not null && target.StartsWith(root.TrimEnd('/') + '/', StringComparison.Ordinal);
            if (stays)
            {
                passedOver.Add(new ArchiveFault($"{shown}/{name}", 0, 0, "a link to what is in the folder anyway", "files"));
            }
            else
            {
                faults.Add($"{shown}/{name}", "a link that leaves the folder or leads nowhere", "the file itself");
            }
        }
    }
}
