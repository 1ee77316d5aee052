using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>Reads what a person keyed into one cell: digits, and nothing that could be meant in two ways.</summary>
/// <remarks>A point or comma is refused, since 1.234 is a thousand in one country and hardly more than one in another.</remarks>
internal static class KeyedNumber
{
    private const string Expected = "digits only, 0 to 999,999,999; a space may stand before each three digits; nothing at all where the paper is blank";

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number, or <see cref="Layout.Blank"/> for an empty text.</param>
    /// <returns>Null, or what was expected.</returns>
    public static string? Read(ReadOnlySpan<char> text, out long value)
    {
        value = Layout.Blank;
        text = text.Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        long number = 0;
        var group = 0;
        var spaced = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                number = (number * 10) + (c - '0');
                group++;
                if (number > Figure.Largest || group > (spaced ? 3 : 9))
                {
                    return Expected;
                }
            }
            else if (c is ' ' or '\u00A0' or '\u202F' or '\u2009' && (spaced ? group == 3 : group is >= 1 and <= 3))
            {
                spaced = true;
                group = 0;
            }
            else
            {
                return Expected;
            }
        }

        if (spaced && group != 3)
        {
            return Expected;
        }

        value = number;
        return null;
    }

    /// <summary>Reads a box: 1 where it is ticked, 0 where it is not, blank where nobody looked.</summary>
    /// <returns>Null, or what was expected.</returns>
    public static string? ReadBox(ReadOnlySpan<char> text, out long value)
    {
        text = text.Trim();
        value = text is "1" ? 1 : text is "0" ? 0 : Layout.Blank;
        return value >= 0 || text.IsEmpty ? null : "1 for a ticked box, 0 for one that is not";
    }
}
