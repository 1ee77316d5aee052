using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Mandate.Archive.Search.Indexing;

/// <summary>The words of a page as the index keeps them: the label and each word, a line each, in UTF-8, pressed by Brotli.</summary>
/// <remarks>
/// Each page is pressed alone, so that a snippet unpacks one page; Lucene's stored fields would unpack its neighbours too,
/// which took most of the time of an answer. Four bytes before the rest say how long it is unpacked.
/// </remarks>
internal sealed class PageWords
{
    // The fastest there is: half the size at a few microseconds a page.
    private const int Quality = 1;
    private const int Window = 16;
    private byte[] _plain = new byte[16_384];
    private byte[] _pressed = new byte[16_384];

    /// <summary>Packs label and words; the bytes hold until the next call.</summary>
    public ReadOnlySpan<byte> Pack(IndexedPage page)
    {
        var length = Write(page);
        var most = 4 + BrotliEncoder.GetMaxCompressedLength(length);
        if (_pressed.Length < most)
        {
            _pressed = new byte[most * 2];
        }

        BinaryPrimitives.WriteInt32LittleEndian(_pressed, length);
        return BrotliEncoder.TryCompress(_plain.AsSpan(0, length), _pressed.AsSpan(4), out var written, Quality, Window)
            ? _pressed.AsSpan(0, 4 + written)
            : throw new InvalidOperationException("Bug in PageWords: the buffer is too small.");
    }

    /// <summary>Unpacks what <see cref="Pack"/> packed.</summary>
    public static (string? Label, ReadOnlyMemory<string> Words) Unpack(ReadOnlySpan<byte> bytes)
    {
        var plain = ArrayPool<byte>.Shared.Rent(BinaryPrimitives.ReadInt32LittleEndian(bytes));
        try
        {
            if (!BrotliDecoder.TryDecompress(bytes[4..], plain, out var length))
            {
                throw new InvalidDataException("The words of a page in the index are damaged. Delete the index and build it anew from change 0.");
            }

            var lines = Encoding.UTF8.GetString(plain, 0, length).Split('\n');
            return (lines[0].Length == 0 ? null : lines[0], lines.AsMemory(1));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    private int Write(IndexedPage page)
    {
        var words = page.Text.Words;
        var count = Math.Min(words.Count, Analysis.PageTokens.MostWords);
        var most = 3 * ((page.Label?.Length ?? 0) + 1);
        for (var i = 0; i < count; i++)
        {
            most += (3 * words[i].Text.Length) + 1;
        }

        if (_plain.Length < most)
        {
            _plain = new byte[most * 2];
        }

        var at = Encoding.UTF8.GetBytes(page.Label?.ReplaceLineEndings(" ") ?? string.Empty, _plain);
        for (var i = 0; i < count; i++)
        {
            _plain[at++] = (byte)'\n';
            at += Encoding.UTF8.GetBytes(words[i].Text, _plain.AsSpan(at));
        }

        return at;
    }
}
