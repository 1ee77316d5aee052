using System.Numerics;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Tests;

/// <summary>A slow and obvious second implementation. It shares nothing with the kernels but the names of methods.</summary>
internal static class Oracle
{
    /// <summary>Certain seats, those who tie, and the seats they tie for.</summary>
    public sealed record Answer(int[] Seats, int[] Tied, int TiedSeats);

    public static Answer Allocate(Method method, long[] votes, int seats) => method is QuotaMethod quota
        ? ByQuota(quota.Name, votes, seats)
        : ByDivisors(method.Name, votes, seats);

    /// <summary>Whole quotas first, then the largest remainders, one each, in as many rounds as it takes.</summary>
    private static Answer ByQuota(string name, long[] votes, int seats)
    {
        var total = votes.Aggregate(BigInteger.Zero, (a, b) => a + b);
        var (n, d) = name switch
        {
            "hare" => (total, (BigInteger)seats),
            "droop" => ((total / (seats + 1)) + 1, BigInteger.One),
            "hagenbach-bischoff-quota" => (total, seats + 1),
            "imperiali-quota" => (total, (BigInteger)(seats + 2)),
            _ => throw new ArgumentException(name),
        };
        var won = votes.Select(v => (int)(v * d / n)).ToArray();

        // What a list still lacks of its quotient, times n.
        BigInteger Lack(int i) => (votes[i] * d) - (won[i] * n);
        while (won.Sum() < seats)
        {
            var most = Enumerable.Range(0, votes.Length).Where(i => votes[i] > 0).Max(Lack);
            var best = Enumerable.Range(0, votes.Length).Where(i => votes[i] > 0 && Lack(i) == most).ToArray();
            if (won.Sum() + best.Length > seats)
            {
                return new Answer(won, best, seats - won.Sum());
            }

            Array.ForEach(best, i => won[i]++);
        }

        while (won.Sum() > seats)
        {
            var least = Enumerable.Range(0, votes.Length).Where(i => won[i] > 0).Min(Lack);
            var worst = Enumerable.Range(0, votes.Length).Where(i => won[i] > 0 && Lack(i) == least).ToArray();
            var over = won.Sum() - seats;
            Array.ForEach(worst, i => won[i]--);
            if (worst.Length > over)
            {
                return new Answer(won, worst, worst.Length - over);
            }
        }

        return new Answer(won, [], 0);
    }

    /// <summary>One seat at a time to the largest quotient; quotients are compared as squares so that roots stay exact.</summary>
    private static Answer ByDivisors(string name, long[] votes, int seats)
    {
        var won = new int[votes.Length];
        while (won.Sum() < seats)
        {
            var able = Enumerable.Range(0, votes.Length).Where(i => votes[i] > 0).ToArray();
            var best = able.Where(i => able.All(j => Compare(name, votes[i], won[i], votes[j], won[j]) >= 0)).ToArray();
            if (won.Sum() + best.Length > seats)
            {
                return new Answer(won, best, seats - won.Sum());
            }

            Array.ForEach(best, i => won[i]++);
        }

        return new Answer(won, [], 0);
    }

    private static int Compare(string name, long v, int k, long w, int l)
    {
        var (a, b) = Square(name, k);
        var (c, d) = Square(name, l);
        BigInteger left = (BigInteger)v * v * b, right = (BigInteger)w * w * d;
        if (a.IsZero || c.IsZero)
        {
            return a.IsZero && c.IsZero ? v.CompareTo(w) : a.IsZero ? 1 : -1;
        }

        return (left * c).CompareTo(right * a);
    }

    /// <summary>The square of the divisor of a list with k seats, as a fraction.</summary>
    private static (BigInteger Above, BigInteger Below) Square(string name, int k)
    {
        BigInteger n = k;
        (BigInteger Above, BigInteger Below) plain = name switch
        {
            "dhondt" => (n + 1, 1),
            "sainte-lague" => ((2 * n) + 1, 1),
            "modified-sainte-lague" => k == 0 ? (7, 5) : ((2 * n) + 1, 1),
            "danish" => ((3 * n) + 1, 1),
            "imperiali" => (n + 2, 1),
            "adams" => (n, 1),
            "dean" => (2 * n * (n + 1), (2 * n) + 1),
            "1.2,3,5" => k == 0 ? (6, 5) : ((2 * n) + 1, 1),
            "0.5,2,3,7" => k switch { 0 => (1, 2), 1 => (2, 1), 2 => (3, 1), _ => ((4 * n) - 5, 1) },
            _ => (0, 1),
        };
        return name == "huntington-hill" ? (n * (n + 1), 1) : (plain.Above * plain.Above, plain.Below * plain.Below);
    }
}
