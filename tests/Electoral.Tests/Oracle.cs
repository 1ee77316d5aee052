using System.Numerics;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Tests;

/// <summary>A slow and obvious second implementation. It shares nothing with the kernels but the names of methods.</summary>
/// <remarks>
/// Every seat goes by itself to the list that is first, all lists that are equal at once; a tie is where they are more than
/// the seats left. Divisors are compared as squares, so that roots stay exact.
/// </remarks>
internal static class Oracle
{
    private static readonly string[] Roundings = ["-nextwhole", "-up", "-down", "-nearest", "-none"];

    /// <summary>Certain seats, those who tie, the seats they tie for, and seats that nobody can take or that are promised beyond the house.</summary>
    public sealed record Answer(int[] Seats, int[] Tied, int TiedSeats, int Vacant = 0, int Excess = 0);

    public static Answer Allocate(Method method, long[] votes, int seats) =>
        Allocate(method, votes, seats, new int[votes.Length], [.. votes.Select(_ => int.MaxValue)]);

    /// <summary>The same where every list has a least and a most number of seats.</summary>
    public static Answer Allocate(Method method, long[] votes, int seats, int[] least, int[] most)
    {
        if (method is QuotaMethod)
        {
            return ByQuota(method.Name, votes, seats, least, most);
        }

        // Squares of divisors: a[k]/b[k] of the seat after k.
        var largest = 0;
        foreach (var l in least)
        {
            largest = Math.Max(largest, l);
        }

        var squares = new (BigInteger Above, BigInteger Below)[largest + seats + 1];
        for (var k = 0; k < squares.Length; k++)
        {
            squares[k] = Square(method.Name, k);
        }

        var small = votes.All(v => v < 1 << 20) && squares.All(s => s.Above < 1L << 40 && s.Below < 1L << 40);
        return small
            ? ByDivisors([.. squares.Select(s => ((Int128)s.Above, (Int128)s.Below))], votes, seats, least, most)
            : ByDivisors(squares, votes, seats, least, most);
    }

    /// <summary>Whole quotas first, then the largest remainders, one each, in as many rounds as it takes.</summary>
    private static Answer ByQuota(string name, long[] votes, int seats, int[] least, int[] most)
    {
        var (n, d) = Quota(name, votes.Aggregate(BigInteger.Zero, (a, b) => a + b), seats);
        return n <= long.MaxValue && d < 1 << 20
            ? ByQuota<Int128>((long)n, (long)d, votes, seats, least, most)
            : ByQuota(n, d, votes, seats, least, most);
    }

    private static (BigInteger N, BigInteger D) Quota(string name, BigInteger total, int seats)
    {
        // Rounded ways are called as the plain one with the rounding behind it.
        var rounding = Roundings.FirstOrDefault(r => name.EndsWith(r, StringComparison.Ordinal)) ?? (name == "droop" ? "-nextwhole" : "-none");
        var below = name.Replace(rounding, string.Empty, StringComparison.Ordinal) switch
        {
            "hare" => (BigInteger)seats,
            "droop" or "hagenbach-bischoff-quota" => seats + 1,
            "imperiali-quota" => seats + 2,
            _ => throw new ArgumentException(name),
        };
        return rounding switch
        {
            "-none" => (total, below),
            "-nextwhole" => ((total / below) + 1, 1),
            "-up" => ((total + below - 1) / below, 1),
            "-down" => (BigInteger.Max(1, total / below), 1),
            _ => (BigInteger.Max(1, ((2 * total) + below) / (2 * below)), 1),
        };
    }

    private static Answer ByQuota<T>(T n, T d, long[] votes, int seats, int[] least, int[] most)
        where T : INumber<T>
    {
        var won = new int[votes.Length];
        for (var i = 0; i < votes.Length; i++)
        {
            // Whole quotas, a step at a time.
            while (won[i] < most[i] && (won[i] < least[i] || T.CreateChecked(won[i] + 1) * n <= T.CreateChecked(votes[i]) * d))
            {
                won[i]++;
            }
        }

        // What a list still lacks of its quotient, times n.
        T Lack(int i) => (T.CreateChecked(votes[i]) * d) - (T.CreateChecked(won[i]) * n);
        var sum = won.Sum();
        while (sum < seats)
        {
            var best = First(votes.Length, i => votes[i] > 0 && won[i] < most[i], (i, j) => Lack(i).CompareTo(Lack(j)));
            if (best.Count == 0)
            {
                return new Answer(won, [], 0, Vacant: seats - sum);
            }

            if (sum + best.Count > seats)
            {
                return new Answer(won, [.. best], seats - sum);
            }

            best.ForEach(i => won[i]++);
            sum += best.Count;
        }

        while (sum > seats)
        {
            var worst = First(votes.Length, i => won[i] > least[i], (i, j) => Lack(j).CompareTo(Lack(i)));
            if (worst.Count == 0)
            {
                return new Answer(won, [], 0, Excess: sum - seats);
            }

            worst.ForEach(i => won[i]--);
            sum -= worst.Count;
            if (sum < seats)
            {
                return new Answer(won, [.. worst], seats - sum);
            }
        }

        return new Answer(won, [], 0);
    }

    private static Answer ByDivisors<T>((T Above, T Below)[] squares, long[] votes, int seats, int[] least, int[] most)
        where T : INumber<T>
    {
        var won = least.ToArray();
        var sum = won.Sum();
        if (sum > seats)
        {
            return new Answer(won, [], 0, Excess: sum - seats);
        }

        // The larger quotient first: v²/a² crosswise, and a divisor of 0 before all others.
        int Compare(int i, int j)
        {
            var (v, w) = (T.CreateChecked(votes[i]), T.CreateChecked(votes[j]));
            var (s, t) = (squares[won[i]], squares[won[j]]);
            return T.IsZero(s.Above) || T.IsZero(t.Above)
                ? (T.IsZero(s.Above) && T.IsZero(t.Above) ? v.CompareTo(w) : T.IsZero(s.Above) ? 1 : -1)
                : (v * v * s.Below * t.Above).CompareTo(w * w * t.Below * s.Above);
        }

        while (sum < seats)
        {
            var best = First(votes.Length, i => votes[i] > 0 && won[i] < most[i], Compare);
            if (best.Count == 0)
            {
                return new Answer(won, [], 0, Vacant: seats - sum);
            }

            if (sum + best.Count > seats)
            {
                return new Answer(won, [.. best], seats - sum);
            }

            best.ForEach(i => won[i]++);
            sum += best.Count;
        }

        return new Answer(won, [], 0);
    }

    /// <summary>Of those able, all that none comes before.</summary>
    private static List<int> First(int lists, Predicate<int> able, Comparison<int> compare)
    {
        var best = new List<int>();
        for (var i = 0; i < lists; i++)
        {
            if (able(i))
            {
                var order = best.Count == 0 ? 1 : compare(i, best[0]);
                if (order > 0)
                {
                    best.Clear();
                }

                if (order >= 0)
                {
                    best.Add(i);
                }
            }
        }

        return best;
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
            "1,1.5,1.75,1000" => k switch { 0 => (1, 1), 1 => (3, 2), 2 => (7, 4), _ => (((3993 * (n - 3)) + 4000), 4) },
            "999999,1000000" => (999_999 + n, 1),
            _ => (0, 1),
        };
        return name == "huntington-hill" ? (n * (n + 1), 1) : (plain.Above * plain.Above, plain.Below * plain.Below);
    }
}
