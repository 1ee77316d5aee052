using Mandate.Laws;

namespace Mandate.Results.Import;

/// <summary>What a first look at the bytes of a file tells, within bounded memory.</summary>
/// <param name="Encoding">The encoding where it is sure: a byte order mark, or valid UTF-8 throughout; else null.</param>
/// <param name="Mark">Whether there is a byte order mark.</param>
/// <param name="Head">The first bytes.</param>
internal sealed record ByteScan(string? Encoding, bool Mark, byte[] Head)
{
    /// <summary>The longest line, in bytes.</summary>
    public const int LongestLine = 1_000_000;

    private const int HeadSize = 1_200_000;

    /// <summary>Reads the whole file once.</summary>
    /// <param name="source">The file.</param>
    /// <param name="named">The encoding that the mapping names, or null.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <returns>Null after noting a NUL byte, a line without end or too many bytes.</returns>
    public static ByteScan? Of(Source source, string? named, Findings findings)
    {
        var buffer = new byte[65_536];
        var head = new MemoryStream();
        using var stream = source.Open();
        long total = 0, lineStart = 0;
        int line = 1, kept = 0;
        var isUtf8 = true;
        string? mark = null;
        while (true)
        {
            int read;
            try
            {
                read = stream.Read(buffer, kept, buffer.Length - kept);
            }
            catch (InvalidDataException)
            {
                findings.Add(new Finding(source.Shown, line, 1, "a zip that cannot be read from here on", "a sound zip, or the CSV itself"));
                return null;
            }

            var fresh = buffer.AsSpan(kept, read);
            if (total == 0)
            {
                mark = MarkOf(buffer.AsSpan(0, kept + read));
            }

            if (head.Length < HeadSize)
            {
                head.Write(fresh[..(int)Math.Min(fresh.Length, HeadSize - head.Length)]);
            }

            if ((mark ?? named) is not ("utf-16" or "utf-16le" or "utf-16be"))
            {
                foreach (var b in fresh)
                {
                    total++;
                    if (b == (byte)'\n' || b == (byte)'\r')
                    {
                        line += b == (byte)'\n' ? 1 : 0;
                        lineStart = total;
                    }
                    else if (b == 0)
                    {
                        findings.Add(new Finding(source.Shown, line, (int)(total - lineStart), "a NUL byte", "text; a file in UTF-16 needs its byte order mark, or 'encoding: utf-16' in the mapping"));
                        return null;
                    }
                    else if (total - lineStart > LongestLine)
                    {
                        findings.Add(new Finding(source.Shown, line, 1, "a line of more than 1,000,000 bytes", "shorter lines: this is no table of protocols"));
                        return null;
                    }
                }
            }
            else
            {
                total += read;
            }

            if (total > source.Limit)
            {
                findings.Add(new Finding(source.Shown, 0, 0, $"more than {source.Limit} bytes", "a smaller file; a zip may unpack to 2 GB and to 200 times its size"));
                return null;
            }

            if (isUtf8)
            {
                (isUtf8, kept) = Utf8(buffer, kept + read, last: read == 0);
            }

            if (read == 0)
            {
                return new ByteScan(mark ?? (isUtf8 ? "utf-8" : null), mark is not null, head.ToArray());
            }
        }
    }

    /// <summary>Whether the bytes are UTF-8 so far; an unfinished letter is kept for the next turn.</summary>
    private static (bool Valid, int Kept) Utf8(byte[] buffer, int length, bool last)
    {
        var bytes = buffer.AsSpan(0, length);
        var unfinished = 0;
        for (var back = 1; !last && back <= Math.Min(3, length); back++)
        {
            var b = bytes[^back];
            if ((b & 0b1100_0000) != 0b1000_0000)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
                unfinished = needed > back ? back : 0;
                break;
            }
        }

        var whole = bytes[..^unfinished];
        if (!System.Text.Unicode.Utf8.IsValid(whole))
        {
            return (false, 0);
        }

        bytes[^unfinished..].CopyTo(buffer);
        return (true, unfinished);
    }

    private static string? MarkOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? "utf-8"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? "utf-16"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "utf-16be"
        : null;
}
