namespace Mandate.Archive.Intake;

/// <summary>The state of one reading of sources.</summary>
internal sealed class IntakeReading(IntakeLimits limits, SheetOptions? sheet, CancellationToken cancel) : IDisposable
{
    private static readonly DocumentFacts Unknown = new();
    private readonly ArchiveFaults faults = new();
    private readonly List<ArchiveFault> passedOver = [];
    private readonly List<ZipTree> unpacked = [];
    private readonly List<Found> found = [];
    private readonly Dictionary<string, string> shownByPath = new(StringComparer.Ordinal);
    private readonly string? sheetPath = sheet is null ? null : Path.GetFullPath(sheet.File);

    /// <summary>Takes a file, a folder or a zip.</summary>
    public void Take(string given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add("sources", "an empty name", "the path of a file or folder");
            return;
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
        var shown = Path.GetFileName(path) is { Length: > 0 } name ? name : path;
        if (Directory.Exists(path))
        {
            Take(FolderTree.Read(path, shown, limits, faults, passedOver), shown);
        }
        else if (!File.Exists(path))
        {
            faults.Add(given, "no such file or folder", "one that is there and may be read");
        }
        else if (IsArchive(path))
        {
            var tree = ZipTree.Read(path, shown, limits, faults, cancel);
            unpacked.Add(tree);
            Take(tree.Files, shown);
        }
        else
        {
            var file = new FileInfo(path);
            if (file.Length > limits.FileBytes)
            {
                faults.Add(shown, $"a file of {file.Length} bytes", $"at most {limits.FileBytes}");
                return;
            }

            Add(new SourceFile(shown, path, file.Length), shown, null);
        }
    }

    /// <summary>Brings what was found and what the sheet says together.</summary>
    public IntakePlan Plan(bool ofSheetAlone)
    {
        var items = sheet is null ? [.. found.Select(f => new IntakeItem(f.File.Path, f.Shown, null, Unknown, f.Sha256))] : Described(sheet, ofSheetAlone);
        if (items.Count == 0 && faults.Count == 0)
        {
            faults.Add("sources", "no document", "at least one file that is not hidden");
        }

        return new IntakePlan(items, faults, passedOver, unpacked);
    }

    /// <summary>Removes what was unpacked.</summary>
    public void Dispose() => unpacked.ForEach(u => u.Dispose());

    private static bool IsArchive(string path) => Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    private void Take(IReadOnlyList<SourceFile> files, string shown)
    {
        // A bag packed into one file lies in a folder there.
        var root = files.Any(f => f.Name == Bag.Declaration) ? string.Empty : OnlyFolder(files);
        if (files.Any(f => f.Name == root + Bag.Declaration))
        {
            IReadOnlyList<SourceFile> inner = [.. files.Select(f => f with { Name = f.Name[root.Length..] })];
            foreach (var (file, sha256) in Bag.Read(inner, shown, limits, faults, passedOver, cancel))
            {
                Add(file, $"{shown}/{file.Name}", sha256);
            }

            return;
        }

        foreach (var file in files)
        {
            Add(file, $"{shown}/{file.Name}", null);
        }
    }

    private static string OnlyFolder(IReadOnlyList<SourceFile> files)
    {
        if (files.Count == 0 || files[0].Name.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
        {
            return string.Empty;
        }

        var folder = files[0].Name[..(slash + 1)];
        return files.All(f => f.Name.StartsWith(folder, StringComparison.Ordinal)) ? folder : string.Empty;
    }

    private void Add(SourceFile file, string shown, string? sha256)
    {
        if (file.Path == sheetPath)
        {
            return;
        }

        if (file.IsHidden)
        {
            passedOver.Add(new ArchiveFault(shown, 0, 0, "a hidden file", "documents"));
        }
        else if (IsArchive(file.Name))
        {
            passedOver.Add(new ArchiveFault(shown, 0, 0, "an archive within the source, which is not opened", "it by itself"));
        }
        else if (file.Length == 0)
        {
            faults.Add(shown, "a file without bytes", "a document");
        }
        else if (!shownByPath.TryAdd(file.Path, shown))
        {
            passedOver.Add(new ArchiveFault(shown, 0, 0, $"the same file again as {shownByPath[file.Path]}", "each file once"));
        }
        else
        {
            found.Add(new Found(file, shown, sha256));
        }
    }

    private List<IntakeItem> Described(SheetOptions options, bool ofSheetAlone)
    {
        var shown = Path.GetFileName(options.File);
        if (options.Collection is { } collection && !Handle.IsPart(collection))
        {
            faults.Add(shown, $"'{SafeName.Shown(collection)}' for the collection", "an id: " + Handle.Rule);
        }

        var documents = DocumentSheet.Read(options, shown, limits, faults);
        var folder = Path.GetDirectoryName(sheetPath)!;
        if (ofSheetAlone)
        {
            var links = new SheetFolder(folder);
            foreach (var document in documents)
            {
                if (links.File(document, limits) is not { } file)
                {
                    continue;
                }

                if (file.IsHidden || IsArchive(file.Name) || file.Path == sheetPath)
                {
                    document.Row.Fault("file", $"'{SafeName.Shown(file.Name)}', which is hidden, an archive or this sheet", "a document");
                    continue;
                }

                Add(file, document.File, null);
            }
        }

        var byPath = found.ToDictionary(f => f.File.Path, StringComparer.Ordinal);
        var byName = found.GroupBy(f => f.File.Name, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
        var items = new List<IntakeItem>();
        var described = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (!byPath.TryGetValue(Path.Combine(folder, document.File), out var one) && !byName.TryGetValue(document.File, out one))
            {
                if (!ofSheetAlone)
                {
                    document.Row.Fault("file", $"'{SafeName.Shown(document.File)}'", "a file of the sources, named from the sheet's folder or from the root of one source");
                }

                continue;
            }

            if (!described.TryAdd(one.File.Path, document.Row.Line))
            {
                document.Row.Fault("file", $"'{SafeName.Shown(document.File)}' again", $"each file once; it stands in line {described[one.File.Path]} as well");
            }

            if (one.Sha256 is { } ofBag && document.Sha256 is { } ofSheet && ofBag != ofSheet)
            {
                document.Row.Fault("sha256", ofSheet, $"{ofBag}, which the bag has for '{document.File}'");
            }

            items.Add(new IntakeItem(one.File.Path, one.Shown, document.Handle, document.Facts, document.Sha256 ?? one.Sha256) { Collection = document.Collection });
        }

        items.AddRange(found.Where(f => !described.ContainsKey(f.File.Path)).Select(f => new IntakeItem(f.File.Path, f.Shown, null, Unknown, f.Sha256)));
        return items;
    }

    private sealed record Found(SourceFile File, string Shown, string? Sha256);
}
