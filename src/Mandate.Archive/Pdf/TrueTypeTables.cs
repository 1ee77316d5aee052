using System.Buffers.Binary;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>The tables of a TrueType font file.</summary>
internal static class TrueTypeTables
{
    /// <summary>Splits a font file into its tables.</summary>
    /// <exception cref="InvalidDataException">It is not a TrueType font.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> font)
    {
        var file = font.Span;
        if (file.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(file) != 0x00010000)
        {
            throw new InvalidDataException("Found a file that does not begin as a TrueType font does; expected the bytes 00 01 00 00.");
        }

        var tables = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        for (var k = 0; k < BinaryPrimitives.ReadUInt16BigEndian(file[4..]); k++)
        {
            var entry = file.Slice(12 + (16 * k), 16);
            tables[Encoding.ASCII.GetString(entry[..4])] = font.Slice((int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }

        return tables;
    }

    /// <summary>Joins tables to a font file, with all its sums of control.</summary>
    /// <param name="tables">Name of four letters and bytes of each table, <c>head</c> among them.</param>
    public static byte[] Join(IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> tables)
    {
        var ordered = tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToArray();
        var start = 12 + (16 * ordered.Length);
        var file = new byte[start + ordered.Sum(table => Padded(table.Bytes.Length))];
        var power = 1;
        var log = 0;
        while (power * 2 <= ordered.Length)
        {
            power *= 2;
            log++;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        Write16(file, 4, ordered.Length);
        Write16(file, 6, power * 16);
        Write16(file, 8, log);
        Write16(file, 10, (ordered.Length - power) * 16);
        var at = start;
        var head = 0;
        for (var k = 0; k < ordered.Length; k++)
        {
            var (name, bytes) = ordered[k];
            var place = file.AsSpan(at, Padded(bytes.Length));
            bytes.Span.CopyTo(place);
            if (name == "head")
            {
                head = at;
                place.Slice(8, 4).Clear();
            }

            var entry = file.AsSpan(12 + (16 * k), 16);
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(place));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            at += place.Length;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Sum(file)));
        return file;
    }

    private static void Write16(byte[] file, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), (ushort)value);

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var k = 0; k < bytes.Length; k += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[k..]));
        }

        return sum;
    }
}
