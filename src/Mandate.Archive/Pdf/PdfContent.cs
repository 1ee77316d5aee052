using System.Buffers;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>The drawing commands of a page.</summary>
internal sealed class PdfContent
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>Gets what was written so far.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    /// <summary>Adds commands in ASCII.</summary>
    public PdfContent Add(string commands)
    {
        bytes.Write(Encoding.ASCII.GetBytes(commands));
        return this;
    }

    /// <summary>Adds numbers, a space after each.</summary>
    public PdfContent Add(params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            Add(PdfSyntax.Number(number)).Add(" ");
        }

        return this;
    }

    /// <summary>Adds what another has written.</summary>
    public PdfContent Add(PdfContent other)
    {
        bytes.Write(other.Bytes);
        return this;
    }

    /// <summary>Shows letters by their two-byte codes: <c>(…)Tj</c>.</summary>
    public PdfContent Show(params ReadOnlySpan<ushort> codes)
    {
        bytes.Write("("u8);
        foreach (var code in codes)
        {
            Letter((byte)(code >> 8));
            Letter((byte)(code & 0xFF));
        }

        return Add(")Tj\n");
    }

    private void Letter(byte value)
    {
        if (value is (byte)'(' or (byte)')' or (byte)'\\')
        {
            bytes.Write("\\"u8);
        }

        // A bare carriage return would be read as a line feed.
        bytes.Write(value == '\r' ? "\\r"u8 : [value]);
    }
}
