namespace Mandate.Archive.Blobs;

/// <summary>The one form of a blob's name: a SHA-256 in 64 small hexadecimal digits. No such name can leave a folder.</summary>
internal static class BlobName
{
    /// <summary>Whether a text is such a name.</summary>
    public static bool Is(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Returns the name.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Checked(string? text) =>
        Is(text) ? text! : throw new ArgumentException($"Found '{(text is { Length: > 80 } ? text[..77] + "…" : text)}' as the name of a blob; expected a SHA-256 in 64 small hexadecimal digits.");

    /// <summary>Writes a digest of 32 bytes as a name.</summary>
    public static string Of(ReadOnlySpan<byte> digest) => Convert.ToHexStringLower(digest);
}
