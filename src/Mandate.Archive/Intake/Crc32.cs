namespace Mandate.Archive.Intake;

/// <summary>The checksum that a zip names for each of its files (ISO 3309, reflected polynomial EDB88320).</summary>
internal struct Crc32
{
    private static readonly uint[] Table = Make();
    private uint state;

    /// <summary>Gets the checksum of all bytes so far.</summary>
    public readonly uint Value => state;

    /// <summary>Takes more bytes in.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var value = ~state;
        foreach (var b in bytes)
        {
            value = Table[(value ^ b) & 0xFF] ^ (value >> 8);
        }

        state = ~value;
    }

    private static uint[] Make()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
