namespace Mandate.Archive.Intake;

/// <summary>A file of a source.</summary>
/// <param name="Name">Its path within the source, with <c>/</c>.</param>
/// <param name="Path">Absolute path of its bytes.</param>
/// <param name="Length">How many bytes. Files of 0 bytes are never opened: pipes and devices say 0 too, and opening those waits for ever.</param>
internal sealed record SourceFile(string Name, string Path, long Length)
{
    /// <summary>Whether it is the system's own and no document, such as <c>.DS_Store</c>.</summary>
    public bool IsHidden => Name.Split('/').Any(p => p[0] == '.' || p is "__MACOSX" or "Thumbs.db" or "desktop.ini");

    /// <summary>Opens it for reading.</summary>
    public Stream Open() => Length == 0 ? Stream.Null : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
}
