using System.Buffers.Binary;

namespace Mandate.Archive.Reading;

/// <summary>What a JPEG's header says.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Components">1, 3 or 4.</param>
/// <param name="Adobe">Whether Adobe's mark is there: CMYK is then kept inverted.</param>
/// <param name="Embeddable">Whether any PDF reader can show it: eight bits, Huffman coding, baseline or progressive.</param>
internal readonly record struct JpegHeader(int Width, int Height, int Components, bool Adobe, bool Embeddable)
{
    /// <summary>Reads the header; null where the bytes have none.</summary>
    public static JpegHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var adobe = false;
        for (var at = 2; bytes is [0xFF, 0xD8, ..] && at + 10 < bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            var body = bytes[(at + 4)..];
            if (marker == 0xEE && body.StartsWith("Adobe"u8))
            {
                adobe = true;
            }
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var (height, width, components) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]), body[5]);
                var plain = marker is 0xC0 or 0xC1 or 0xC2 && body[0] == 8 && components is 1 or 3 or 4 && width > 0 && height > 0;
                return new JpegHeader(width, height, components, adobe || AdobeFollows(bytes, at), plain);
            }
            else if (marker == 0xDA)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }

    private static bool AdobeFollows(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 9 < bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            if (bytes[at + 1] == 0xEE && bytes[(at + 4)..].StartsWith("Adobe"u8))
            {
                return true;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return false;
    }
}
