using System.Diagnostics.CodeAnalysis;
using Mandate.Archive.Blobs;
using Mandate.Archive.Search;
using Mandate.Archive.Stores;

namespace Mandate.Archive;

/// <summary>The archive's door: documents by name, pages, search, citations, holdings, PDFs; and, where it is opened for writing, taking in and keeping.</summary>
/// <remarks>Safe to use from several threads. What a reader may see is asked of an <see cref="Access"/> at every question.</remarks>
public sealed partial class DocumentArchive : IDisposable
{
    private readonly ArchiveOptions options;
    private readonly Catalogue catalogue;
    private readonly IBlobStore blobs;
    private readonly TimeProvider time;
    private readonly bool canWrite;
    private readonly WriteLock? held;
    private readonly Lock indexing = new();
    private LuceneIndex? index;

    private DocumentArchive(ArchiveOptions options, Catalogue catalogue, IBlobStore blobs, TimeProvider time, bool canWrite, WriteLock? held) =>
        (this.options, this.catalogue, this.blobs, this.time, this.canWrite, this.held) = (options, catalogue, blobs, time, canWrite, held);

    /// <summary>Gets where the archive is, for people.</summary>
    public string Shown => catalogue.Shown;

    /// <summary>Opens an archive.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="toWrite">Whether it will be written to: it is made where it is absent, and held by this process.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArchiveException">There is none, another process writes to it, or it cannot be reached.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The archive owns what is opened here, and closes it.")]
    public static DocumentArchive Open(ArchiveOptions options, bool toWrite, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        try
        {
            if (toWrite)
            {
                Directory.CreateDirectory(options.Folder);
            }

            // Tables in PostgreSQL are shared, the folder's staging and index are not.
            var held = toWrite && options.Postgres is not null ? WriteLock.Take(Path.Combine(options.Folder, "archive")) : null;
            Database? database = null;
            try
            {
                database = options.Postgres is { } where ? Database.OpenPostgres(where, options.Schema, toWrite)
                    : Database.OpenFile(Path.Combine(options.Folder, "archive.db"), toWrite);
                IBlobStore blobs = options.Objects is { } objects ? new S3Blobs(objects) : new FolderBlobs(Path.Combine(options.Folder, "files"));
                return new DocumentArchive(options, new Catalogue(database, time), blobs, time, toWrite, held);
            }
            catch
            {
                database?.Dispose();
                held?.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"Cannot open the archive in '{options.Folder}': {e.Message}", e);
        }
    }

    /// <summary>Whether there is an archive in a folder.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, "archive.db"));

    /// <summary>The permanent address of a document or page.</summary>
    public string AddressOf(Handle handle, int? page = null) => options.AddressOf(handle, page);

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        index?.Dispose();
        catalogue.Dispose();
        (blobs as IDisposable)?.Dispose();
        held?.Dispose();
    }

    private void MustWrite()
    {
        if (!canWrite)
        {
            throw new InvalidOperationException("Bug in DocumentArchive: it was opened for reading only.");
        }
    }
}
