using System.Text.Json;
using System.Text.Json.Serialization;
using Mandate.Archive;
using Mandate.Archive.Blobs;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary>What <c>archive open</c> wrote down: where tables and files are, and under which address documents are published.</summary>
/// <remarks>Secrets are never written: PostgreSQL's password and the object store's keys come from the environment (<c>PGPASSWORD</c>, <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>).</remarks>
internal sealed record ArchiveSettings(string? Address, string? Postgres, string? Schema, string? Bucket, string? Endpoint, string? Prefix, string? Region)
{
    private const string Name = "archive.json";

    /// <summary>Whether there is an archive in a folder.</summary>
    public static bool IsIn(string folder) => DocumentArchive.IsIn(folder) || File.Exists(Path.Combine(folder, Name));

    /// <summary>The settings in a folder; all by default where there are none.</summary>
    /// <exception cref="ArchiveException">The file cannot be read.</exception>
    public static ArchiveSettings Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize(File.ReadAllBytes(file), SettingsJson.Default.ArchiveSettings) is { } settings ? settings
                : new ArchiveSettings(null, null, null, null, null, null, null);
        }
        catch (JsonException e)
        {
            throw new ArchiveException($"Cannot read '{file}': {e.Message} Write it anew: mandate archive open.", e);
        }
    }

    /// <summary>Writes the settings into a folder.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(this, SettingsJson.Default.ArchiveSettings));
    }

    /// <summary>What the archive is opened with.</summary>
    public ArchiveOptions Options(string folder) => new()
    {
        Folder = folder,
        Address = Address?.TrimEnd('/') ?? string.Empty,
        Postgres = Postgres,
        Schema = Schema ?? "archive",
        Objects = Bucket is null ? null : new S3Options { Bucket = Bucket, Endpoint = Endpoint is null ? null : new Uri(Endpoint), Prefix = Prefix ?? string.Empty, Region = Region ?? "us-east-1" },
    };
}

/// <summary>How settings are written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArchiveSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
