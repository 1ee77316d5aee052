using System.Globalization;
using System.Text;

namespace Mandate.Results.Generating;

/// <summary>Writes lines of UTF-8 into a file, a block at a time.</summary>
internal sealed class Lines(Stream to) : IDisposable
{
    private const int Room = 64;
    private readonly byte[] block = new byte[1 << 16];
    private int length;

    /// <summary>Adds text; it must need no quotes where the file is a table.</summary>
    public Lines Add(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > block.Length - length)
        {
            Flush();
            if (most > block.Length)
            {
                to.Write(Encoding.UTF8.GetBytes(text));
                return this;
            }
        }

        length += Encoding.UTF8.GetBytes(text, block.AsSpan(length));
        return this;
    }

    /// <summary>Adds a number in digits; a blank cell adds nothing.</summary>
    public Lines Add(long number)
    {
        if (number == Cells.Blank)
        {
            return this;
        }

        if (block.Length - length < Room)
        {
            Flush();
        }

        number.TryFormat(block.AsSpan(length), out var written, default, CultureInfo.InvariantCulture);
        length += written;
        return this;
    }

    /// <summary>Adds a comma.</summary>
    public Lines Next() => Mark((byte)',');

    /// <summary>Ends the line.</summary>
    public void End() => Mark((byte)'\n');

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        Flush();
        to.Dispose();
    }

    private Lines Mark(byte mark)
    {
        if (length == block.Length)
        {
            Flush();
        }

        block[length++] = mark;
        return this;
    }

    private void Flush()
    {
        to.Write(block, 0, length);
        length = 0;
    }
}
