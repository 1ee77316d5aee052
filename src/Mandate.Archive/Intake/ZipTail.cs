using System.Buffers.Binary;

namespace Mandate.Archive.Intake;

/// <summary>What the end of a zip says of it, read before its directory is: how many entries, and how long the directory is.</summary>
/// <param name="Entries">How many entries it names.</param>
/// <param name="DirectoryBytes">Bytes from the start of its directory to its end.</param>
internal readonly record struct ZipTail(ulong Entries, long DirectoryBytes)
{
    private const int EndLength = 22;
    private const int MostComment = 65_535;

    /// <summary>Reads the end of a zip; null where the file is none.</summary>
    public static ZipTail? Read(Stream file)
    {
        var length = (int)Math.Min(file.Length, EndLength + MostComment + 20);
        var tail = new byte[length];
        file.Position = file.Length - length;
        file.ReadExactly(tail);
        for (var at = length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == 0x06054B50)
            {
                ulong entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
                ulong start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
                if ((entries == ushort.MaxValue || start == uint.MaxValue) && at >= 20 && Large(file, tail.AsSpan(at - 20)) is { } large)
                {
                    (entries, start) = large;
                }

                return start > (ulong)file.Length ? null : new ZipTail(entries, file.Length - (long)start);
            }
        }

        return null;
    }

    /// <summary>The same of a zip with the larger numbers of Zip64.</summary>
    private static (ulong Entries, ulong Start)? Large(Stream file, ReadOnlySpan<byte> locator)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != 0x07064B50)
        {
            return null;
        }

        var at = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        if (at > (ulong)file.Length - 56)
        {
            return null;
        }

        Span<byte> end = stackalloc byte[56];
        file.Position = (long)at;
        file.ReadExactly(end);
        return BinaryPrimitives.ReadUInt32LittleEndian(end) == 0x06064B50
            ? (BinaryPrimitives.ReadUInt64LittleEndian(end[32..]), BinaryPrimitives.ReadUInt64LittleEndian(end[48..]))
            : null;
    }
}
