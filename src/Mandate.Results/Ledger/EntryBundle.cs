using System.Buffers.Binary;

namespace Mandate.Results.Ledger;

/// <summary>Entries of a log, each after its length in two bytes, big-endian (C2SP tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    /// <summary>How long a bundle can be: 256 entries.</summary>
    public const int MostBytes = TileId.FullWidth * (sizeof(ushort) + LedgerLeaf.MostBytes);

    /// <summary>Appends an entry.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="LedgerLeaf.MostBytes"/>.</exception>
    public static void Append(Stream bundle, ReadOnlySpan<byte> entry)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (entry.Length > LedgerLeaf.MostBytes)
        {
            throw new ArgumentException($"An entry has at most {LedgerLeaf.MostBytes} bytes, not {entry.Length}.", nameof(entry));
        }

        Span<byte> length = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        bundle.Write(length);
        bundle.Write(entry);
    }

    /// <summary>Reads a bundle.</summary>
    /// <param name="bundle">Its bytes.</param>
    /// <param name="width">How many entries it has.</param>
    /// <returns>The entries, which lie in the same memory; null where there are not just so many.</returns>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Read(ReadOnlyMemory<byte> bundle, int width)
    {
        var entries = new List<ReadOnlyMemory<byte>>(width);
        while (entries.Count < width)
        {
            if (bundle.Length < sizeof(ushort) || BinaryPrimitives.ReadUInt16BigEndian(bundle.Span) is var length && bundle.Length < sizeof(ushort) + length)
            {
                return null;
            }

            entries.Add(bundle.Slice(sizeof(ushort), length));
            bundle = bundle[(sizeof(ushort) + length)..];
        }

        return bundle.IsEmpty ? entries : null;
    }
}
