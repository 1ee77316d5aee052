using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mandate.Results.Ledger;

/// <summary>A SHA-256 hash of a leaf, a node or a whole tree: 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct MerkleHash
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Length = 32;

    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    /// <summary>Takes a hash over from bytes.</summary>
    /// <exception cref="ArgumentException">There are not 32 bytes.</exception>
    public MerkleHash(ReadOnlySpan<byte> bytes) => this = bytes.Length == Length
        ? MemoryMarshal.Read<MerkleHash>(bytes)
        : throw new ArgumentException($"A SHA-256 hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Gets the bytes.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(new ReadOnlySpan<MerkleHash>(in this));

    /// <summary>Reads the form that a checkpoint has: 44 letters of base64 (RFC 4648, section 4).</summary>
    public static bool TryParseBase64(string text, out MerkleHash hash)
    {
        hash = Base64Text.TryDecode(text, out var bytes) && bytes.Length == Length ? new MerkleHash(bytes) : default;
        return bytes?.Length == Length;
    }

    /// <summary>Writes 44 letters of base64.</summary>
    public string ToBase64() => Convert.ToBase64String(Bytes);

    /// <summary>Writes 64 small hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes);
}
