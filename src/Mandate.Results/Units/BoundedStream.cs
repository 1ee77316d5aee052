using System.Globalization;

namespace Mandate.Results.Units;

/// <summary>A limit of <see cref="UnitLimits"/> that a file passed.</summary>
internal sealed class LimitException(string found, string expected) : Exception
{
    public string Found => found;

    public string Expected => expected;
}

/// <summary>A stranger's stream: its beginning can be looked at first, and neither its size nor the time it takes is boundless.</summary>
internal sealed class BoundedStream : Stream
{
    private readonly Stream inner;
    private readonly UnitLimits limits;
    private readonly long started;
    private readonly byte[] head;
    private readonly int headLength;
    private long read;

    public BoundedStream(Stream inner, int headLength, UnitLimits limits)
    {
        this.inner = inner;
        this.limits = limits;
        started = limits.Clock.GetTimestamp();
        head = new byte[headLength];
        this.headLength = inner.ReadAtLeast(head, headLength, throwOnEndOfStream: false);
    }

    /// <summary>Gets the first bytes.</summary>
    public ReadOnlySpan<byte> Head => head.AsSpan(0, headLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (limits.Clock.GetElapsedTime(started) > limits.Time)
        {
            throw new LimitException(string.Create(CultureInfo.InvariantCulture, $"a file that takes more than {limits.Time.TotalSeconds} seconds to read"), "a smaller file");
        }

        int count;
        if (read < headLength)
        {
            count = Math.Min(buffer.Length, headLength - (int)read);
            head.AsSpan((int)read, count).CopyTo(buffer);
        }
        else
        {
            count = inner.Read(buffer);
        }

        read += count;
        return read <= limits.Bytes ? count : throw new LimitException(string.Create(CultureInfo.InvariantCulture, $"more than {limits.Bytes} bytes"), "a smaller file");
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
