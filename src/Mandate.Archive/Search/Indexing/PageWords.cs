using System.Text;

namespace Mandate.Archive.Search.Indexing;

/// <summary>The words of a page as the index keeps them: the label and each word, a line each, in UTF-8.</summary>
internal static class PageWords
{
    /// <summary>Writes label and words into a buffer, which grows as needed.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(IndexedPage page, ref byte[] buffer)
    {
        var words = page.Text.Words;
        var count = Math.Min(words.Count, Analysis.PageTokens.MostWords);
        var most = 3 * ((page.Label?.Length ?? 0) + 1);
        for (var i = 0; i < count; i++)
        {
            most += (3 * words[i].Text.Length) + 1;
        }

        if (buffer.Length < most)
        {
            buffer = new byte[most * 2];
        }

        var at = Encoding.UTF8.GetBytes(page.Label?.ReplaceLineEndings(" ") ?? string.Empty, buffer);
        for (var i = 0; i < count; i++)
        {
            buffer[at++] = (byte)'\n';
            at += Encoding.UTF8.GetBytes(words[i].Text, buffer.AsSpan(at));
        }

        return at;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (string? Label, ReadOnlyMemory<string> Words) Read(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        return (lines[0].Length == 0 ? null : lines[0], lines.AsMemory(1));
    }
}
