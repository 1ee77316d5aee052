namespace Mandate.Cli;

/// <summary>A folder that a verb fills: it must be new or empty, and can be taken back.</summary>
internal sealed class NewFolder
{
    private readonly string folder;
    private readonly bool isNew;
    private readonly List<string> files = [];
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public NewFolder(string folder)
    {
        this.folder = folder;
        isNew = !Directory.Exists(folder);
        try
        {
            Refusal = File.Exists(folder) ? $"Found the file '{folder}'; expected a new or an empty folder."
                : !isNew && Directory.EnumerateFileSystemEntries(folder).Any() ? $"The folder '{folder}' is not empty; expected a new or an empty one."
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refusal = $"Cannot read '{folder}': {e.Message}";
        }
    }

    /// <summary>Gets why the folder cannot be filled, or null.</summary>
    public string? Refusal { get; }

    /// <summary>Creates a file, and the folders above it.</summary>
    public Stream Create(string name)
    {
        var path = Path.Combine(folder, name);
        var above = Path.GetDirectoryName(path)!;
        if (above != folder && !Directory.Exists(above))
        {
            folders.Add(above);
        }

        Directory.CreateDirectory(above);
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1);
        files.Add(path);
        return stream;
    }

    /// <summary>Deletes what was created, as far as that can be done.</summary>
    public void Undo()
    {
        try
        {
            files.ForEach(File.Delete);
            foreach (var above in folders)
            {
                Directory.Delete(above);
            }

            if (isNew && Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The message on the way tells why the folder cannot be written; that some of it stays adds nothing.
        }
    }
}
