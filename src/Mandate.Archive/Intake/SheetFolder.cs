namespace Mandate.Archive.Intake;

/// <summary>Finds the files that a sheet names in its own folder; a link on the way is a fault, since it may lead anywhere.</summary>
internal sealed class SheetFolder(string root)
{
    private readonly Dictionary<string, bool> plainFolders = new(StringComparer.Ordinal);

    /// <summary>The file of a row; null after noting why it cannot be taken.</summary>
    public SourceFile? File(DocumentSheet.Document document, IntakeLimits limits)
    {
        var name = document.File;
        var file = new FileInfo(Path.Combine(root, name));
        var shown = $"'{SafeName.Shown(name)}'";
        if (!file.Exists)
        {
            document.Row.Fault("file", $"{shown}, which is not there", "a file below the sheet's folder, written as it is on the disk");
        }
        else if (file.LinkTarget is not null || !IsPlain(Path.GetDirectoryName(name) ?? string.Empty))
        {
            document.Row.Fault("file", $"{shown}, which is or lies behind a link", "the file itself");
        }
        else if (file.Length is 0 || file.Length > limits.FileBytes)
        {
            document.Row.Fault("file", $"{shown} with {file.Length} bytes", $"a document of 1 to {limits.FileBytes} bytes");
        }
        else
        {
            return new SourceFile(name, file.FullName, file.Length);
        }

        return null;
    }

    private bool IsPlain(string folder)
    {
        if (folder.Length == 0)
        {
            return true;
        }

        if (!plainFolders.TryGetValue(folder, out var plain))
        {
            plain = new DirectoryInfo(Path.Combine(root, folder)).LinkTarget is null && IsPlain(Path.GetDirectoryName(folder) ?? string.Empty);
            plainFolders[folder] = plain;
        }

        return plain;
    }
}
