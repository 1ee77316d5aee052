using System.Globalization;
using System.Numerics;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>Divisors and quotas by the names of the literature, written down once more.</summary>
internal static class MethodTable
{
    /// <summary>The divisor of a seat as a fraction, or the square of it.</summary>
    public static (BigInteger Above, BigInteger Below, bool Squared) Divisor(string method, int k) => method switch
    {
        "dhondt" => (k + 1, 1, false),
        "sainte-lague" => ((2 * k) + 1, 1, false),
        "modified-sainte-lague" => k == 0 ? (7, 5, false) : ((2 * k) + 1, 1, false),
        "danish" => ((3 * k) + 1, 1, false),
        "imperiali" => (k + 2, 1, false),
        "adams" => (k, 1, false),
        "dean" => Lowest(2 * (BigInteger)k * (k + 1), (2 * k) + 1),
        "huntington-hill" => ((BigInteger)k * (k + 1), 1, true),
        _ => Listed(method, k),
    };

    public static bool IsQuota(string method) => method.StartsWith("hare", StringComparison.Ordinal) || method.StartsWith("droop", StringComparison.Ordinal) || method.Contains("-quota", StringComparison.Ordinal);

    /// <summary>The quota as a fraction in lowest terms.</summary>
    public static (BigInteger Above, BigInteger Below) Quota(string method, BigInteger votes, BigInteger seats)
    {
        var below = seats + (method.StartsWith("hare", StringComparison.Ordinal) ? 0 : method.StartsWith("imperiali", StringComparison.Ordinal) ? 2 : 1);
        BigInteger whole;
        switch (method)
        {
            case "droop": whole = (votes / below) + 1; break;
            case var m when m.EndsWith("-up", StringComparison.Ordinal): whole = (votes + below - 1) / below; break;
            case var m when m.EndsWith("-down", StringComparison.Ordinal): whole = BigInteger.Max(1, votes / below); break;
            case var m when m.EndsWith("-nearest", StringComparison.Ordinal): whole = BigInteger.Max(1, ((2 * votes) + below) / (2 * below)); break;
            default:
                var (above, under, _) = Lowest(votes, below);
                return (above, under);
        }

        return (whole, 1);
    }

    private static (BigInteger, BigInteger, bool) Listed(string method, int k)
    {
        // Six decimals at most; on by the difference of the last two.
        var listed = method.Split(',').Select(d => (BigInteger)(decimal.Parse(d, CultureInfo.InvariantCulture) * 1_000_000)).ToList();
        return Lowest(k < listed.Count ? listed[k] : listed[^1] + ((listed[^1] - listed[^2]) * (k - listed.Count + 1)), 1_000_000);
    }

    private static (BigInteger, BigInteger, bool) Lowest(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below);
        return (above / common, below / common, false);
    }
}
