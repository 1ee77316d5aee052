using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Mandate.Results.Ledger;

/// <summary>Writes canonical JSON (RFC 8785) forward only: objects, arrays, strings, true and false.</summary>
/// <remarks>
/// <para>Numbers of RFC 8785 are doubles, so there are none: an integer is written as a decimal string. There is no null
/// either: what is not known is left out.</para>
/// <para>Members must come in canonical order, by UTF-16 code units (section 3.2.3); the writer sorts nothing and throws where
/// they do not. One writer serves many leaves: <see cref="Reset"/> keeps its memory. Not for several threads at once.</para>
/// </remarks>
/// <example>StartObject, Name("b"), Number(7), Name("c"), Boolean(true), EndObject give <c>{"b":"7","c":true}</c>.</example>
public sealed class CanonicalJsonWriter
{
    private readonly Frame[] frames = new Frame[CanonicalJson.MostDepth];
    private byte[] buffer = new byte[1024];
    private byte[] names = new byte[256];
    private int length;
    private int depth;
    private bool named;

    /// <summary>Gets the finished value; the bytes are overwritten after <see cref="Reset"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing was written, or an object or array is still open.</exception>
    public ReadOnlyMemory<byte> Written => depth == 0 && length > 0 ? buffer.AsMemory(0, length) : throw new InvalidOperationException("The value is not finished: end every object and array first.");

    /// <summary>Begins anew.</summary>
    public void Reset() => (length, depth, named) = (0, 0, false);

    /// <summary>Begins an object.</summary>
    public void StartObject() => Start((byte)'{', isObject: true);

    /// <summary>Ends an object.</summary>
    public void EndObject() => End((byte)'}', isObject: true);

    /// <summary>Begins an array.</summary>
    public void StartArray() => Start((byte)'[', isObject: false);

    /// <summary>Ends an array.</summary>
    public void EndArray() => End((byte)']', isObject: false);

    /// <summary>Writes the name of the next member.</summary>
    /// <param name="utf8">The name, not escaped.</param>
    /// <exception cref="ArgumentException">The name is not UTF-8.</exception>
    /// <exception cref="InvalidOperationException">No object is open, a value is due, or the name does not come after the one before it.</exception>
    public void Name(ReadOnlySpan<byte> utf8)
    {
        if (depth == 0 || !frames[depth - 1].IsObject || named)
        {
            throw new InvalidOperationException($"A name ('{Encoding.UTF8.GetString(utf8)}') stands in an object, before its value.");
        }

        ref var frame = ref frames[depth - 1];
        if (frame.Any)
        {
            var before = names.AsSpan(frame.NameStart, frame.NameLength);
            if (CanonicalText.Compare(before, utf8) >= 0)
            {
                throw new InvalidOperationException(
                    $"Member '{Encoding.UTF8.GetString(utf8)}' was written after '{Encoding.UTF8.GetString(before)}': members come in the order of their UTF-16 code units, each once (RFC 8785, section 3.2.3).");
            }

            Put((byte)',');
        }

        Quote(utf8);
        Put((byte)':');
        if (names.Length < frame.NameStart + utf8.Length)
        {
            Array.Resize(ref names, Math.Max(names.Length * 2, frame.NameStart + utf8.Length));
        }

        utf8.CopyTo(names.AsSpan(frame.NameStart));
        (frame.NameLength, frame.Any, named) = (utf8.Length, true, true);
    }

    /// <inheritdoc cref="Name(ReadOnlySpan{byte})"/>
    /// <param name="name">The name, not escaped.</param>
    public void Name(ReadOnlySpan<char> name) => Name(ToUtf8(name, stackalloc byte[256]));

    /// <summary>Writes a string.</summary>
    /// <param name="utf8">The text, not escaped.</param>
    /// <exception cref="ArgumentException">The text is not UTF-8.</exception>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        BeforeValue();
        Quote(utf8);
    }

    /// <summary>Writes a string.</summary>
    /// <param name="text">The text, not escaped.</param>
    /// <exception cref="ArgumentException">The text has half a surrogate pair.</exception>
    public void Text(ReadOnlySpan<char> text) => Text(ToUtf8(text, stackalloc byte[512]));

    /// <summary>Writes an integer as a decimal string, such as <c>"-12"</c>.</summary>
    public void Number(long value)
    {
        BeforeValue();
        Ensure(22);
        buffer[length++] = (byte)'"';
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var digits);
        length += digits;
        buffer[length++] = (byte)'"';
    }

    /// <summary>Writes true or false.</summary>
    public void Boolean(bool value)
    {
        BeforeValue();
        Put(value ? "true"u8 : "false"u8);
    }

    private static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<char> text, Span<byte> small)
    {
        var target = text.Length * 3 <= small.Length ? small : new byte[text.Length * 3];
        return Utf8.FromUtf16(text, target, out _, out var written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done
            ? target[..written]
            : throw new ArgumentException("The text has half a surrogate pair, which UTF-8 cannot write (RFC 8785, section 3.2.2.2).", nameof(text));
    }

    private void Start(byte bracket, bool isObject)
    {
        BeforeValue();
        if (depth == frames.Length)
        {
            throw new InvalidOperationException($"More than {frames.Length} objects and arrays lie in each other.");
        }

        var start = depth == 0 ? 0 : frames[depth - 1].NameStart + frames[depth - 1].NameLength;
        frames[depth++] = new Frame { IsObject = isObject, NameStart = start };
        Put(bracket);
    }

    private void End(byte bracket, bool isObject)
    {
        if (depth == 0 || frames[depth - 1].IsObject != isObject || named)
        {
            throw new InvalidOperationException(named ? "A member has a name and no value." : $"No {(isObject ? "object" : "array")} is open here.");
        }

        depth--;
        Put(bracket);
    }

    private void BeforeValue()
    {
        if (depth == 0)
        {
            if (length > 0)
            {
                throw new InvalidOperationException("There is one value only; reset the writer for the next.");
            }

            return;
        }

        ref var frame = ref frames[depth - 1];
        if (frame.IsObject)
        {
            if (!named)
            {
                throw new InvalidOperationException("A value in an object needs its name first.");
            }

            named = false;
            return;
        }

        if (frame.Any)
        {
            Put((byte)',');
        }

        frame.Any = true;
    }

    private void Quote(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text))
        {
            throw new ArgumentException("The text is not UTF-8.", nameof(text));
        }

        Put((byte)'"');
        for (int clean; (clean = text.IndexOfAny(CanonicalText.Escaped)) >= 0; text = text[(clean + 1)..])
        {
            Put(text[..clean]);
            Ensure(6);
            length += CanonicalText.Escape(text[clean], buffer.AsSpan(length));
        }

        Put(text);
        Put((byte)'"');
    }

    private void Put(byte letter)
    {
        Ensure(1);
        buffer[length++] = letter;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    private void Ensure(int more)
    {
        if (buffer.Length - length < more)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
        }
    }

    private struct Frame
    {
        public bool IsObject;
        public bool Any;
        public int NameStart;
        public int NameLength;
    }
}
