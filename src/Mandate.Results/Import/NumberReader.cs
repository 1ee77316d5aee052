using Mandate.Results.Running;

namespace Mandate.Results.Import;

/// <summary>Reads whole numbers as ministries write them, and remembers how this file writes them.</summary>
/// <remarks>
/// A figure has no fraction, so a mark before exactly three digits sets thousands apart, and a mark before anything else
/// stands before decimals, which must be zeros. One file writes them one way: a number written another way is a fault.
/// </remarks>
internal sealed class NumberReader(FileFormat format)
{
    private readonly string[] blanks = [.. format.Blank];
    private bool wroteThousands;
    private bool wroteDecimal;

    /// <summary>Gets what sets thousands apart: as the mapping says or as first met.</summary>
    public char? ThousandsMark { get; private set; } = format.ThousandsMark;

    /// <summary>Gets what stands before decimals: as the mapping says or as first met.</summary>
    public char? DecimalMark { get; private set; } = format.DecimalMark;

    /// <summary>Gets how numbers were written, for people.</summary>
    public string Written => (wroteThousands, wroteDecimal) switch
    {
        (false, false) => "digits only",
        (true, false) => $"thousands set apart by {Name(ThousandsMark!.Value)}",
        (false, true) => $"zero decimals behind {Name(DecimalMark!.Value)}",
        _ => $"thousands set apart by {Name(ThousandsMark!.Value)}, zero decimals behind {Name(DecimalMark!.Value)}",
    };

    /// <summary>Reads a number.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="value">The number, or <see cref="Layout.Blank"/> for an empty cell.</param>
    /// <returns>Null, or what was expected.</returns>
    public string? Read(ReadOnlySpan<char> text, out long value)
    {
        text = text.Trim();
        value = Layout.Blank;
        if (text.IsEmpty || IsBlank(text))
        {
            return null;
        }

        return Digits(text, out value) ? null : Marked(text, out value);
    }

    /// <summary>Up to nine digits and nothing else, which is nearly every cell.</summary>
    private static bool Digits(ReadOnlySpan<char> text, out long value)
    {
        var sum = 0;
        foreach (var c in text)
        {
            var digit = c - '0';
            if (digit is < 0 or > 9)
            {
                value = Layout.Blank;
                return false;
            }

            sum = unchecked((sum * 10) + digit);
        }

        value = sum;
        return text.Length <= 9;
    }

    /// <summary>Reads a box.</summary>
    /// <returns>Null, or what was expected.</returns>
    public string? ReadBox(ReadOnlySpan<char> text, out long value)
    {
        text = text.Trim();
        value = Layout.Blank;
        if (text.IsEmpty || IsBlank(text))
        {
            return null;
        }

        value = text.ToString().ToLowerInvariant() switch
        {
            "1" or "yes" or "true" or "x" or "ja" or "да" or "иә" => 1,
            "0" or "no" or "false" or "nee" or "nej" or "нет" or "жоқ" => 0,
            _ => -2,
        };
        return value >= 0 ? null : "yes or no (also 1 or 0, true or false); an empty cell means unknown";
    }

    private bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var blank in blanks)
        {
            if (text.SequenceEqual(blank))
            {
                return true;
            }
        }

        return false;
    }

    private string? Marked(ReadOnlySpan<char> text, out long value)
    {
        const string Whole = "a whole number from 0 to 999,999,999; an empty cell means unknown";
        value = Layout.Blank;
        long number = 0;
        int group = 0, groups = 0;
        char thousands = '\0', point = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                group++;
                if (point != '\0')
                {
                    if (c != '0')
                    {
                        return "a whole number: this one has a fraction";
                    }

                    continue;
                }

                number = (number * 10) + (c - '0');
                if (number > Figure.Largest)
                {
                    return Whole;
                }

                continue;
            }

            c = Plain(c);
            if (c == '\0' || point != '\0' || group == 0)
            {
                return Whole;
            }

            var isPoint = IsPoint(c, text[(i + 1)..]);
            if (thousands != '\0' ? group != 3 || (!isPoint && c != thousands) : !isPoint && (group > 3 || text[0] == '0'))
            {
                return "thousands in groups of three digits, set apart by one mark";
            }

            (thousands, point) = isPoint ? (thousands, c) : (c, point);
            groups++;
            group = 0;
        }

        if (group == 0 || (point == '\0' && groups > 0 && group != 3))
        {
            return point == '\0' && groups > 0 ? "thousands in groups of three digits, set apart by one mark" : Whole;
        }

        if (Settle(thousands, point) is { } clash)
        {
            return clash;
        }

        value = number;
        return null;
    }

    /// <summary>Whether a mark stands before decimals: as is known, else by the digits behind it.</summary>
    private bool IsPoint(char mark, ReadOnlySpan<char> rest)
    {
        if (mark is not ('.' or ',') || mark == ThousandsMark)
        {
            return false;
        }

        return mark == DecimalMark || (rest.IndexOfAnyExceptInRange('0', '9') < 0 && rest.Length != 3);
    }

    private string? Settle(char thousands, char point)
    {
        if (thousands != '\0')
        {
            ThousandsMark ??= thousands;
            wroteThousands = true;
            if (ThousandsMark != thousands || DecimalMark == thousands)
            {
                return DecimalMark == thousands ? $"{Name(thousands)} before decimals, as elsewhere in the file" : $"thousands set apart by {Name(ThousandsMark.Value)}, as elsewhere in the file";
            }
        }

        if (point != '\0')
        {
            DecimalMark ??= point;
            wroteDecimal = true;
            if (DecimalMark != point || ThousandsMark == point)
            {
                return ThousandsMark == point ? $"{Name(point)} before thousands, as elsewhere in the file" : $"decimals behind {Name(DecimalMark.Value)}, as elsewhere in the file";
            }
        }

        return null;
    }

    /// <summary>A mark without its variants: every narrow or fixed space is a space, every apostrophe one; none for other letters.</summary>
    private static char Plain(char c) => c switch
    {
        ' ' or '\u00A0' or '\u202F' or '\u2009' => ' ',
        '\'' or '\u2019' => '\'',
        '.' or ',' => c,
        _ => '\0',
    };

    private static string Name(char mark) => mark switch
    {
        ' ' => "a space",
        '\'' => "an apostrophe",
        ',' => "a comma",
        _ => "a point",
    };
}
