using System.IO.Compression;
using System.Text;

namespace Mandate.Archive;

/// <summary>The compact form in which the words of a page are kept beside it: about 3 KB for 500 words.</summary>
/// <remarks>
/// One byte of version, the length of what follows, then a zlib stream (its checksum guards the whole) of columns: the frame, the letters of all
/// words, their confidences, lines, blocks and boxes, each as the difference from the word before.
/// </remarks>
internal static class PageTextCodec
{
    private const byte Version = 1;

    /// <summary>A page's words never unfold to more bytes than this.</summary>
    private const int MaxUnfolded = 256 * 1024 * 1024;

    /// <summary>Boxes stay within this many pixels of the frame's corner.</summary>
    private const int MaxCoordinate = 1 << 24;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes the words of a page; the same words give the same bytes.</summary>
    /// <exception cref="ArgumentException">A word is empty or holds white space, or a number is outside its range.</exception>
    public static byte[] Write(PageText page)
    {
        if (Fault(page) is { } fault)
        {
            throw new ArgumentException(fault, nameof(page));
        }

        using var folded = new MemoryStream();
        using (var stream = new ZLibStream(folded, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new BinaryWriter(stream, Strict))
        {
            WriteColumns(writer, page);
        }

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Strict, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write7BitEncodedInt(checked((int)folded.Length));
            writer.Write(folded.GetBuffer().AsSpan(0, (int)folded.Length));
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are none of its; the message says what was found.</exception>
    public static PageText Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] != Version)
        {
            throw new InvalidDataException($"Words of a page: found {(bytes.IsEmpty ? "no bytes" : $"version {bytes[0]}")}; expected version {Version}.");
        }

        try
        {
            using var source = new MemoryStream(bytes[1..].ToArray());
            using var length = new BinaryReader(source, Strict, leaveOpen: true);
            if (length.Read7BitEncodedInt() is var announced && announced != source.Length - source.Position)
            {
                throw new InvalidDataException($"Words of a page: {announced} bytes are announced, {source.Length - source.Position} are there.");
            }

            using var unfolded = Unfold(source);
            using var reader = new BinaryReader(unfolded, Strict);
            var page = ReadColumns(reader);
            var fault = unfolded.Position != unfolded.Length ? "bytes are left over" : Fault(page);
            return fault is null ? page : throw new InvalidDataException($"Words of a page are damaged: {fault}");
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"Words of a page are damaged: {exception.Message}", exception);
        }
    }

    private static MemoryStream Unfold(Stream source)
    {
        using var stream = new ZLibStream(source, CompressionMode.Decompress);
        var unfolded = new MemoryStream();
        Span<byte> buffer = stackalloc byte[8192];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            unfolded.Write(buffer[..read]);
            if (unfolded.Length > MaxUnfolded)
            {
                throw new InvalidDataException($"Words of a page unfold to more than {MaxUnfolded} bytes.");
            }
        }

        unfolded.Position = 0;
        return unfolded;
    }

    private static void WriteColumns(BinaryWriter writer, PageText page)
    {
        writer.Write7BitEncodedInt(page.Width);
        writer.Write7BitEncodedInt(page.Height);
        writer.Write7BitEncodedInt(page.Dpi);
        writer.Write((byte)page.Origin);
        writer.Write(page.Language ?? string.Empty);
        writer.Write7BitEncodedInt(page.Words.Count);
        writer.Write7BitEncodedInt(page.Words.Sum(word => Strict.GetByteCount(word.Text) + 1));
        foreach (var word in page.Words)
        {
            writer.Write(Strict.GetBytes(word.Text));
            writer.Write((byte)'\n');
        }

        foreach (var word in page.Words)
        {
            writer.Write((byte)(word.Confidence + 1 ?? 0));
        }

        WriteDeltas(writer, page.Words, static (word, before) => word.Line - before.Line);
        WriteDeltas(writer, page.Words, static (word, before) => word.Block - before.Block);
        WriteDeltas(writer, page.Words, static (word, before) => word.Box.Left - before.Box.Right);
        WriteDeltas(writer, page.Words, static (word, before) => word.Box.Top - before.Box.Top);
        WriteDeltas(writer, page.Words, static (word, _) => word.Box.Width);
        WriteDeltas(writer, page.Words, static (word, before) => word.Box.Height - before.Box.Height);
    }

    private static void WriteDeltas(BinaryWriter writer, IReadOnlyList<Word> words, Func<Word, Word, int> delta)
    {
        var before = default(Word);
        foreach (var word in words)
        {
            var value = delta(word, before);
            writer.Write7BitEncodedInt((value << 1) ^ (value >> 31));
            before = word;
        }
    }

    private static PageText ReadColumns(BinaryReader reader)
    {
        var (width, height, dpi) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var origin = (TextOrigin)reader.ReadByte();
        var language = reader.ReadString();
        var count = reader.Read7BitEncodedInt();
        var length = reader.Read7BitEncodedInt();
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count < 0 || length < 0 || length > left || count > left / 8)
        {
            throw new FormatException($"{count} words of {length} bytes are announced, {left} bytes follow.");
        }

        var texts = Strict.GetString(reader.ReadBytes(length)).Split('\n');
        if (texts.Length != count + 1 || texts[count].Length > 0)
        {
            throw new FormatException($"{count} words are announced, {texts.Length - 1} are there.");
        }

        var confidences = reader.ReadBytes(count);
        int[] lines = ReadDeltas(reader, count), blocks = ReadDeltas(reader, count), lefts = ReadDeltas(reader, count);
        int[] tops = ReadDeltas(reader, count), widths = ReadDeltas(reader, count), heights = ReadDeltas(reader, count);
        var words = new Word[count];
        var before = default(Word);
        for (var at = 0; at < count; at++)
        {
            var box = new Box(before.Box.Right + lefts[at], before.Box.Top + tops[at], widths[at], before.Box.Height + heights[at]);
            byte? confidence = confidences[at] == 0 ? null : (byte)(confidences[at] - 1);
            words[at] = before = new Word(texts[at], box, confidence, before.Line + lines[at], before.Block + blocks[at]);
        }

        return new PageText(width, height, dpi, origin, language.Length == 0 ? null : language, words);
    }

    private static int[] ReadDeltas(BinaryReader reader, int count)
    {
        var values = new int[count];
        for (var at = 0; at < count; at++)
        {
            var folded = reader.Read7BitEncodedInt();
            values[at] = (int)((uint)folded >> 1) ^ -(folded & 1);
        }

        return values;
    }

    /// <summary>What is wrong with a page's words, as a sentence; null where nothing is.</summary>
    private static string? Fault(PageText page)
    {
        if (page.Width is < 1 or > MaxCoordinate || page.Height is < 1 or > MaxCoordinate || page.Dpi is < 1 or > MaxCoordinate || page.Origin is < TextOrigin.None or > TextOrigin.Recognised || page.Language is "")
        {
            return $"a frame of {page.Width} × {page.Height} at {page.Dpi} dpi, origin {(int)page.Origin}, is not possible.";
        }

        var before = default(Word);
        for (var at = 0; at < page.Words.Count; at++)
        {
            var word = page.Words[at];
            var (box, text) = (word.Box, word.Text);
            if (string.IsNullOrEmpty(text) || text.Any(char.IsWhiteSpace))
            {
                return $"word {at} is '{text}'; expected letters without a space.";
            }

            if (Math.Abs((long)box.Left) > MaxCoordinate || Math.Abs((long)box.Top) > MaxCoordinate || box.Width is < 0 or > MaxCoordinate || box.Height is < 0 or > MaxCoordinate || word.Confidence > 100)
            {
                return $"word {at} has the box {box.Left} {box.Top} {box.Width} {box.Height} and the confidence {word.Confidence}.";
            }

            if (word.Line < before.Line || word.Block < before.Block || word.Line > MaxCoordinate || word.Block > MaxCoordinate)
            {
                return $"word {at} stands in line {word.Line} of block {word.Block}, after line {before.Line} of block {before.Block}.";
            }

            before = word;
        }

        return null;
    }
}
