using System.Globalization;

namespace Mandate.Results.Screening;

/// <summary>Numbers that a hand or an eye can make of another one.</summary>
internal static class Digits
{
    /// <summary>The numbers with two neighbouring digits exchanged; none begins with a 0.</summary>
    public static IEnumerable<long> Transposed(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i + 1 < digits.Length; i++)
        {
            if (digits[i] != digits[i + 1] && (i > 0 || digits[1] != '0'))
            {
                yield return Number(string.Concat(digits.AsSpan(0, i), digits.AsSpan(i + 1, 1), digits.AsSpan(i, 1), digits.AsSpan(i + 2)));
            }
        }
    }

    /// <summary>The numbers of which it may be a misreading: one digit another one, one that was dropped put back, one that was written twice taken out.</summary>
    public static IEnumerable<long> Misread(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i <= digits.Length; i++)
        {
            for (var d = '0'; d <= '9'; d++)
            {
                if (i < digits.Length && d != digits[i] && (d != '0' || i > 0 || digits.Length == 1))
                {
                    yield return Number(string.Concat(digits.AsSpan(0, i), [d], digits.AsSpan(i + 1)));
                }

                if (d != '0' || i > 0)
                {
                    yield return Number(string.Concat(digits.AsSpan(0, i), [d], digits.AsSpan(i)));
                }
            }

            if (i + 1 < digits.Length && digits[i] == digits[i + 1])
            {
                yield return Number(string.Concat(digits.AsSpan(0, i), digits.AsSpan(i + 1)));
            }
        }
    }

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
