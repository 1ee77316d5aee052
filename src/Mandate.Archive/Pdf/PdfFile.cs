using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>Writes the objects of a PDF 1.7 file one after another. The stream under it need not seek.</summary>
/// <remarks>
/// Objects without a stream are gathered in compressed object streams; what stays in memory is one of these and where
/// each object lies (16 bytes). The same objects in the same order give the same bytes: there is no date, and the file's
/// ID is the SHA-256 of what comes before it.
/// </remarks>
internal sealed class PdfFile : IDisposable
{
    private const int ObjectsAStream = 200;

    private readonly Stream to;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Place> places = [new(0, Free)];
    private readonly List<(int Number, string Body)> gathered = [];
    private long written;

    private const int Unwritten = -2, InFile = -1, Free = -3;

    public PdfFile(Stream to)
    {
        this.to = to;
        // Four letters above 127 tell programs that carry files that this one is not text.
        Put("%PDF-1.7\n%"u8);
        Put([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Where an object lies: an offset in the file, or an object stream's number and a place in it.</summary>
    private readonly record struct Place(long Where, int Index);

    /// <summary>Gives a number to an object that is written later, so that others can point to it.</summary>
    public int Reserve()
    {
        places.Add(new(0, Unwritten));
        return places.Count - 1;
    }

    /// <summary>Writes an object without a stream under a reserved number.</summary>
    public void Object(int number, string body)
    {
        gathered.Add((number, body));
        if (gathered.Count == ObjectsAStream)
        {
            WriteGathered();
        }
    }

    /// <summary>Writes an object without a stream.</summary>
    /// <returns>Its number.</returns>
    public int Object(string body)
    {
        var number = Reserve();
        Object(number, body);
        return number;
    }

    /// <summary>Writes a stream, compressed.</summary>
    /// <param name="number">Its reserved number.</param>
    /// <param name="entries">What its dictionary says besides length and filter.</param>
    /// <param name="data">Its bytes.</param>
    public void Deflated(int number, string entries, ReadOnlySpan<byte> data) => Stream(number, $"{entries}/Filter/FlateDecode", Deflate(data));

    /// <summary>Writes a stream of bytes as they are.</summary>
    /// <param name="number">Its reserved number.</param>
    /// <param name="entries">What its dictionary says besides the length; names the filter where the bytes are coded.</param>
    /// <param name="data">Its bytes.</param>
    public void Stream(int number, string entries, ReadOnlySpan<byte> data)
    {
        places[number] = new(written, InFile);
        Put(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<{entries}/Length {data.Length}>>\nstream\n")));
        Put(data);
        Put("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes where everything lies, and ends the file.</summary>
    /// <param name="catalog">Number of the document's catalog.</param>
    /// <param name="info">Number of the document's information.</param>
    public void Finish(int catalog, int info)
    {
        WriteGathered();
        var number = Reserve();
        var start = written;
        places[number] = new(start, InFile);
        var width = 1;
        while (width < 8 && start >> (8 * width) != 0)
        {
            width++;
        }

        var id = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        var entries = string.Create(CultureInfo.InvariantCulture, $"/Type/XRef/Size {places.Count}/W[1 {width} 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]/DecodeParms<</Predictor 12/Columns {width + 3}>>");
        Deflated(number, entries, Table(width));
        Put(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
    }

    /// <inheritdoc />
    public void Dispose() => hash.Dispose();

    /// <summary>The table of places: a row each, every row written as the difference from the one above.</summary>
    private byte[] Table(int width)
    {
        var row = width + 3;
        var table = new byte[places.Count * (row + 1)];
        Span<byte> above = stackalloc byte[row], now = stackalloc byte[row], where = stackalloc byte[8];
        above.Clear();
        for (var number = 0; number < places.Count; number++)
        {
            var place = places[number];
            if (place.Index == Unwritten)
            {
                throw new InvalidOperationException($"Bug in {nameof(PdfFile)}: object {number} was reserved and never written.");
            }

            BinaryPrimitives.WriteInt64BigEndian(where, place.Where);
            now[0] = (byte)(place.Index == Free ? 0 : place.Index == InFile ? 1 : 2);
            where[(8 - width)..].CopyTo(now[1..]);
            BinaryPrimitives.WriteUInt16BigEndian(now[(width + 1)..], (ushort)(place.Index == Free ? ushort.MaxValue : Math.Max(place.Index, 0)));
            var at = number * (row + 1);
            table[at] = 2;
            for (var k = 0; k < row; k++)
            {
                table[at + 1 + k] = unchecked((byte)(now[k] - above[k]));
            }

            now.CopyTo(above);
        }

        return table;
    }

    private void WriteGathered()
    {
        if (gathered.Count == 0)
        {
            return;
        }

        var container = Reserve();
        StringBuilder head = new(), body = new();
        for (var k = 0; k < gathered.Count; k++)
        {
            places[gathered[k].Number] = new(container, k);
            head.Append(CultureInfo.InvariantCulture, $"{gathered[k].Number} {body.Length} ");
            body.Append(gathered[k].Body).Append('\n');
        }

        var entries = string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {gathered.Count}/First {head.Length}");
        gathered.Clear();
        Deflated(container, entries, Encoding.ASCII.GetBytes(head.Append(body).ToString()));
    }

    private static ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(data);
        }

        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes);
        hash.AppendData(bytes);
        written += bytes.Length;
    }
}
