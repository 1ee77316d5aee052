namespace Mandate.Archive.Reading;

/// <summary>Tells what a file is by its first bytes; names are not believed.</summary>
internal static class FileKinds
{
    /// <summary>How many first bytes are looked at: a PDF's mark may stand anywhere in the first kilobyte.</summary>
    public const int Looked = 1024;

    /// <summary>What a file that begins with these bytes is.</summary>
    public static FileKind Of(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => FileKind.Tiff,
        [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', 0x0D, 0x0A, 0x87, 0x0A, ..] or [0xFF, 0x4F, 0xFF, 0x51, ..] => FileKind.Jpeg2000,
        _ => start[..Math.Min(start.Length, Looked)].IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : FileKind.Unknown,
    };

    /// <summary>Reads the first bytes of a file and says what it is.</summary>
    public static FileKind Of(string file)
    {
        using var stream = File.OpenRead(file);
        var start = new byte[Looked];
        return Of(start.AsSpan(0, stream.ReadAtLeast(start, Looked, throwOnEndOfStream: false)));
    }

    /// <summary>The media type of a kind.</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Tiff => "image/tiff",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Jpeg2000 => "image/jp2",
        FileKind.Unknown => "application/octet-stream",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a kind of file."),
    };
}
