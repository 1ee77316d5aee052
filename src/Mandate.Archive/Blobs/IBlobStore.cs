namespace Mandate.Archive.Blobs;

/// <summary>Keeps bytes under their SHA-256 (64 small hexadecimal digits). What is kept is never changed.</summary>
internal interface IBlobStore
{
    /// <summary>How the store is named to people.</summary>
    string Shown { get; }

    /// <summary>Keeps a file's bytes; when this returns they outlive a loss of power. Keeping the same bytes again does nothing.</summary>
    /// <returns>Their SHA-256 and length.</returns>
    Task<Blob> PutAsync(Stream content, CancellationToken cancel);

    /// <summary>Opens bytes for reading; null where the store has none such.</summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancel);

    /// <summary>Whether the store has them.</summary>
    Task<bool> HasAsync(string sha256, CancellationToken cancel);

    /// <summary>Removes bytes, as the taking down of a document asks; nothing happens where there are none.</summary>
    Task RemoveAsync(string sha256, CancellationToken cancel);

    /// <summary>Every blob's SHA-256, in order.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancel);
}

/// <summary>Bytes that are kept.</summary>
/// <param name="Sha256">Their SHA-256, 64 small hexadecimal digits.</param>
/// <param name="Length">How many there are.</param>
internal readonly record struct Blob(string Sha256, long Length);
