using System.IO.Compression;
using Mandate.Laws;

namespace Mandate.Results.Import;

/// <summary>A file of protocols that can be read more than once: a plain file, one file in a zip, or a stream kept aside.</summary>
internal sealed class Source : IDisposable
{
    private const long MostBytes = 4_000_000_000;
    private const long MostUnpacked = 2_000_000_000;
    private const int MostRatio = 200;
    private readonly string path;
    private readonly bool ours;
    private ZipArchive? zip;
    private ZipArchiveEntry? member;

    private Source(string path, string shown, bool ours)
    {
        this.path = path;
        this.ours = ours;
        Shown = shown;
    }

    /// <summary>Gets its name for people.</summary>
    public string Shown { get; private set; }

    /// <summary>Gets how many bytes may be read from it.</summary>
    public long Limit => member is null ? MostBytes : Math.Min(MostUnpacked, Math.Max(1_000_000, member.CompressedLength * MostRatio));

    /// <summary>A file on disk.</summary>
    /// <returns>Null after noting what is wrong with it.</returns>
    public static Source? Of(string path, string shown, string? wanted, Findings findings)
    {
        var source = new Source(path, shown, ours: false);
        return source.Prepare(wanted, findings) ? source : null;
    }

    /// <summary>A stream, copied to a file of our own first.</summary>
    /// <returns>Null after noting what is wrong with it.</returns>
    public static Source? Of(Stream stream, string shown, string? wanted, Findings findings)
    {
        var source = new Source(Path.GetTempFileName(), shown, ours: true);
        try
        {
            using var target = File.Create(source.path);
            var buffer = new byte[81_920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                target.Write(buffer, 0, read);
                if (target.Length > MostBytes)
                {
                    findings.Add(new Finding(shown, 0, 0, "more than 4 GB", "a smaller file"));
                    break;
                }
            }
        }
        catch
        {
            source.Dispose();
            throw;
        }

        if (findings.IsEmpty && source.Prepare(wanted, findings))
        {
            return source;
        }

        source.Dispose();
        return null;
    }

    public Stream Open() => member?.Open() ?? File.OpenRead(path);

    public void Dispose()
    {
        zip?.Dispose();
        if (ours)
        {
            File.Delete(path);
        }
    }

    private bool Prepare(string? wanted, Findings findings)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            findings.Add(new Finding(Shown, 0, 0, "a file of more than 4 GB", "a smaller file"));
            return false;
        }

        using (var file = File.OpenRead(path))
        {
            Span<byte> start = stackalloc byte[4];
            if (file.ReadAtLeast(start, 4, throwOnEndOfStream: false) < 4 || !start.SequenceEqual("PK\u0003\u0004"u8))
            {
                return true;
            }
        }

        try
        {
            zip = ZipFile.OpenRead(path);
            var entries = zip.Entries.Where(e => e.Name.Length > 0 && (wanted is null ? e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) : e.FullName == wanted)).ToList();
            if (entries.Count != 1)
            {
                findings.Add(new Finding(Shown, 0, 0, wanted is null ? $"a zip with {entries.Count} CSV files" : $"a zip without '{wanted}'", "one CSV file, or the name of one under 'member' in the mapping"));
                return false;
            }

            member = entries[0];
            Shown = $"{Shown}!{Import.Shown.Cut(member.FullName)}";
            if (!member.IsEncrypted)
            {
                return true;
            }

            findings.Add(new Finding(Shown, 0, 0, "an encrypted file", "a zip without a password"));
        }
        catch (InvalidDataException)
        {
            findings.Add(new Finding(Shown, 0, 0, "a zip that cannot be read", "a sound zip, or the CSV itself"));
        }

        return false;
    }
}
