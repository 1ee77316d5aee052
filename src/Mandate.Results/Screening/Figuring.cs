using System.Globalization;
using System.Numerics;
using Mandate.Electoral;

namespace Mandate.Results.Screening;

/// <summary>Arithmetic of the screens on doubles, from operations that every machine rounds alike (+, -, *, / and the square root): the same findings everywhere.</summary>
internal static class Figuring
{
    /// <summary>The natural logarithm of 10.</summary>
    public const double Ln10 = 2.302585092994046;

    private const double Ln2 = 0.6931471805599453;
    private const double HalfLnTwoPi = 0.9189385332046727;

    /// <summary>The natural logarithm of a number above 0, right to about fifteen digits.</summary>
    public static double Log(double x)
    {
        // x = m · 2^e with m between √½ and √2; ln m = 2 artanh((m − 1)/(m + 1)).
        var bits = BitConverter.DoubleToInt64Bits(x);
        var e = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > 1.4142135623730951)
        {
            (m, e) = (m / 2, e + 1);
        }

        var t = (m - 1) / (m + 1);
        var square = t * t;
        double sum = 0, power = t;
        for (var k = 1; k < 40; k += 2)
        {
            sum += power / k;
            power *= square;
        }

        return (2 * sum) + (e * Ln2);
    }

    /// <summary>The logarithm of n!, by Stirling's series from 20 on.</summary>
    public static double LogFactorial(long n)
    {
        if (n < 20)
        {
            double product = 1;
            for (var i = 2; i <= n; i++)
            {
                product *= i;
            }

            return Log(product);
        }

        double x = n;
        return (x * Log(x)) - x + HalfLnTwoPi + (Log(x) / 2) + (1 / (12 * x)) - (1 / (360 * x * x * x));
    }

    /// <summary>The middle of some numbers, which are put in order; the upper one of two.</summary>
    public static double Median(List<double> numbers)
    {
        numbers.Sort();
        return numbers[numbers.Count / 2];
    }

    /// <summary>A share as a double, for measuring.</summary>
    public static double Of(Ratio ratio) => (double)ratio.Numerator / (double)ratio.Denominator;

    /// <summary>Whether (1 − part/whole)^n is below a limit: by logarithms where those are clear, in whole numbers where they are not.</summary>
    /// <param name="part">At least 1.</param>
    /// <param name="whole">More than <paramref name="part"/>.</param>
    /// <param name="n">The number of votes.</param>
    /// <param name="limit">Above 0.</param>
    /// <param name="log">The logarithm of that chance.</param>
    public static bool IsRarer(long part, long whole, long n, Ratio limit, out double log)
    {
        log = n * Log((double)(whole - part) / whole);
        var bound = Log(Of(limit));
        var far = Math.Abs(log - bound);
        if (far > 1e-6 * (1 + Math.Abs(bound)) || n > 100_000)
        {
            return log < bound;
        }

        return BigInteger.Pow(whole - part, (int)n) * limit.Denominator < BigInteger.Pow(whole, (int)n) * limit.Numerator;
    }

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A chance by its logarithm, as a power of ten rounded towards 1.</summary>
    public static string Chance(double log) => string.Create(CultureInfo.InvariantCulture, $"10^-{Math.Floor(-log / Ln10):0}");
}
