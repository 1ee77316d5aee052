using System.Buffers;

namespace Mandate.Results.Ledger;

/// <summary>Strings of RFC 8785: which bytes are escaped (section 3.2.2.2), and the order of names (section 3.2.3).</summary>
internal static class CanonicalText
{
    private static ReadOnlySpan<byte> Hex => "0123456789abcdef"u8;

    /// <summary>Gets the bytes that cannot stand in a string as they are: controls below U+0020, the quotation mark and the backslash.</summary>
    public static SearchValues<byte> Escaped { get; } = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    /// <summary>Writes the one escape that is allowed for a byte of <see cref="Escaped"/>.</summary>
    /// <returns>How many bytes were written: 2 or 6.</returns>
    public static int Escape(byte letter, Span<byte> target)
    {
        target[0] = (byte)'\\';
        var brief = letter switch { (byte)'"' or (byte)'\\' => letter, 8 => (byte)'b', 9 => (byte)'t', 10 => (byte)'n', 12 => (byte)'f', 13 => (byte)'r', _ => (byte)0 };
        if (brief != 0)
        {
            target[1] = brief;
            return 2;
        }

        "u00"u8.CopyTo(target[1..]);
        target[4] = Hex[letter >> 4];
        target[5] = Hex[letter & 15];
        return 6;
    }

    /// <summary>The letter for which a canonical escape stands, and how long the escape is; length 0 where it is not canonical.</summary>
    /// <param name="escape">Bytes from the backslash on.</param>
    public static (byte Letter, int Length) Unescape(ReadOnlySpan<byte> escape)
    {
        byte letter;
        switch (escape.Length > 1 ? escape[1] : 0)
        {
            case '"': letter = (byte)'"'; break;
            case '\\': letter = (byte)'\\'; break;
            case 'b': letter = 8; break;
            case 't': letter = 9; break;
            case 'n': letter = 10; break;
            case 'f': letter = 12; break;
            case 'r': letter = 13; break;
            case 'u' when escape.Length > 5 && escape[4] is (byte)'0' or (byte)'1' && Hex.IndexOf(escape[5]) is >= 0 and var low:
                letter = (byte)((escape[4] - '0') << 4 | low);
                break;
            default: return default;
        }

        Span<byte> only = stackalloc byte[6];
        var length = Escape(letter, only);
        return escape.StartsWith(only[..length]) ? (letter, length) : default;
    }

    /// <summary>Compares two valid UTF-8 texts by their UTF-16 code units.</summary>
    /// <remarks>
    /// Bytes of UTF-8 sort by code point. UTF-16 differs in one place only: letters beyond U+FFFF (first byte F0 and up) are
    /// written with surrogates, which lie before U+E000 to U+FFFF (first bytes EE and EF).
    /// </remarks>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        byte l = left[same], r = right[same];
        return l >= 0xEE && r >= 0xEE && l >= 0xF0 != r >= 0xF0 ? r.CompareTo(l) : l.CompareTo(r);
    }
}
