namespace Mandate.Archive;

/// <summary>Where an archive is.</summary>
public sealed class ArchiveOptions
{
    /// <summary>Gets the folder: tables (unless they are in PostgreSQL), originals and images (unless they are in an object store), the index, files under way.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets a connection string of Npgsql; null keeps the tables in the folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>Gets the schema in that database. The default is <c>archive</c>.</summary>
    public string Schema { get; init; } = "archive";

    /// <summary>Gets an object store for originals and images; null keeps them in the folder.</summary>
    public Blobs.S3Options? Objects { get; init; }

    /// <summary>Gets the address under which documents are published, for citations and covers, without a slash at its end. The default is empty: handles alone are printed.</summary>
    public string Address { get; init; } = string.Empty;

    /// <summary>The permanent address of a document or page.</summary>
    public string AddressOf(Handle handle, int? page = null) =>
        (Address.Length == 0 ? string.Empty : Address + "/documents/") + handle + (page is { } p ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{p}") : string.Empty);
}
