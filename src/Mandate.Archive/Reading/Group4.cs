using System.Buffers.Binary;
using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>Black-and-white images as one strip of CCITT Group 4, the form in which PDFs embed them.</summary>
internal static class Group4
{
    private const int StripOffsets = 273;
    private const int StripByteCounts = 279;
    private const int TileOffsets = 324;
    private const int TileByteCounts = 325;

    /// <summary>Codes a page of black (0) and white (255); a black pixel is the bit 0 once decoded, as PDF takes it without BlackIs1.</summary>
    /// <returns>The strip, and its size: widened with white to the right and below to whole multiples of 16, as one tile of a TIFF must be.</returns>
    public static (byte[] Strip, int Width, int Height) Encode(Image page)
    {
        var (width, height) = ((page.Width + 15) / 16 * 16, (page.Height + 15) / 16 * 16);
        using var sheet = page.Embed(0, 0, width, height, extend: Enums.Extend.White);
        var tiff = sheet.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Ccittfax4, bitdepth: 1, miniswhite: true, tile: true, tileWidth: width, tileHeight: height, keep: Enums.ForeignKeep.None);
        return Tiles(tiff) is [var only] ? (only.ToArray(), width, height) : throw new InvalidOperationException("Bug in Group4: the image has more than one tile.");
    }

    /// <summary>Turns a strip back into an image, black 0 and white 255.</summary>
    public static Image Decode(byte[] strip, int width, int height)
    {
        ReadOnlySpan<(ushort Tag, ushort Type, int Value)> entries =
            [(256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 4), (262, 3, 0), (StripOffsets, 4, 8 + 2 + 9 * 12 + 4), (277, 3, 1), (278, 4, height), (StripByteCounts, 4, strip.Length)];
        var tiff = new byte[8 + 2 + entries.Length * 12 + 4 + strip.Length];
        "II*\0\b\0\0\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(8), (ushort)entries.Length);
        var at = 10;
        foreach (var (tag, type, value) in entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), tag);
            BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at + 2), type);
            BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at + 4), 1);
            BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at + 8), value);
            at += 12;
        }

        strip.CopyTo(tiff, tiff.Length - strip.Length);
        return Image.TiffloadBuffer(tiff).CopyMemory();
    }

    /// <summary>The tiles of a little-endian TIFF that vips just wrote.</summary>
    private static List<ReadOnlyMemory<byte>> Tiles(byte[] tiff)
    {
        var directory = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4));
        int[] offsets = [], lengths = [];
        for (var entry = 0; entry < BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(directory)); entry++)
        {
            var at = tiff.AsSpan(directory + 2 + entry * 12, 12);
            switch (BinaryPrimitives.ReadUInt16LittleEndian(at))
            {
                case TileOffsets:
                    offsets = Values(tiff, at);
                    break;
                case TileByteCounts:
                    lengths = Values(tiff, at);
                    break;
                default:
                    break;
            }
        }

        return [.. offsets.Zip(lengths, (offset, length) => (ReadOnlyMemory<byte>)tiff.AsMemory(offset, length))];
    }

    private static int[] Values(byte[] tiff, ReadOnlySpan<byte> entry)
    {
        var size = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]) == 3 ? 2 : 4;
        var count = BinaryPrimitives.ReadInt32LittleEndian(entry[4..]);
        var values = count * size <= 4 ? entry[8..] : tiff.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(entry[8..]));
        var result = new int[count];
        for (var at = 0; at < count; at++)
        {
            result[at] = size == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(values[(at * 2)..]) : BinaryPrimitives.ReadInt32LittleEndian(values[(at * 4)..]);
        }

        return result;
    }
}
