using System.Text;

namespace Mandate.Archive;

/// <summary>Roman numerals, 1 to 3999, as printers write them: IV, not IIII.</summary>
internal static class RomanNumeral
{
    /// <summary>The largest number that is written.</summary>
    public const int Largest = 3999;

    private static readonly (int Value, string Letters)[] Steps =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>Reads a numeral all in small or all in capital letters; null where the text is none.</summary>
    public static int? Read(string text)
    {
        if (text.Length is 0 or > 15 || (text.Any(char.IsUpper) && text.Any(char.IsLower)))
        {
            return null;
        }

        var small = text.ToLowerInvariant();
        var rest = small.AsSpan();
        var value = 0;
        foreach (var (step, letters) in Steps)
        {
            while (rest.StartsWith(letters, StringComparison.Ordinal))
            {
                value += step;
                rest = rest[letters.Length..];
            }
        }

        return rest.IsEmpty && value is >= 1 and <= Largest && Write(value) == small ? value : null;
    }

    /// <summary>Writes a number from 1 to 3999 in small letters.</summary>
    public static string Write(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        var text = new StringBuilder();
        foreach (var (step, letters) in Steps)
        {
            for (; number >= step; number -= step)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }
}
