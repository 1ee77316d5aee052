using BenchmarkDotNet.Attributes;
using Mandate.Electoral;
using Mandate.Electoral.Methods;

namespace Mandate.Benchmarks;

/// <summary>One allocation, against a LINQ one-liner per seat (or per remainder) in the same run.</summary>
[MemoryDiagnoser]
public class DivisorBenchmarks
{
    private const int House = 150;

    /// <summary>Thirty-seven lists with made-up votes, falling by about a sixth from one to the next.</summary>
    private readonly long[] votes = [.. Enumerable.Range(0, 37).Select(i => (long)(2_279_130 * Math.Pow(0.855, i)))];
    private readonly int[] awarded = new int[37];
    private readonly bool[] tied = new bool[37];
    private Claim[] claims = [];

    /// <summary>Makes the claims.</summary>
    [GlobalSetup]
    public void Setup() => claims = [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)))];

    /// <summary>One seat at a time to the largest quotient, in floating point.</summary>
    [Benchmark(Baseline = true)]
    public int[] Linq()
    {
        var seats = new int[votes.Length];
        for (var s = 0; s < House; s++)
        {
            seats[Enumerable.Range(0, votes.Length).OrderByDescending(i => (double)votes[i] / (seats[i] + 1)).First()]++;
        }

        return seats;
    }

    /// <summary>The kernel that decides, on spans.</summary>
    [Benchmark]
    public int Kernel()
    {
        awarded.AsSpan().Clear();
        return Kernels.Divisors(DivisorMethod.DHondt, votes, House, awarded, tied);
    }

    /// <summary>The public door: claims in, allocation out.</summary>
    [Benchmark]
    public Allocation Door() => Apportionment.Allocate(DivisorMethod.DHondt, claims, new SeatCount(House));
}

/// <summary>Hare's quota for the three lists of the Majilis and two more, against sorting remainders with LINQ.</summary>
[MemoryDiagnoser]
public class QuotaBenchmarks
{
    private const int House = 98;
    private readonly long[] votes = [5_148_074, 792_828, 659_019, 383_023, 258_618];
    private readonly int[] awarded = new int[5];
    private readonly bool[] tied = new bool[5];

    /// <summary>Whole quotas and sorted remainders, in floating point.</summary>
    [Benchmark(Baseline = true)]
    public int[] Linq()
    {
        var quota = (double)votes.Sum() / House;
        var seats = votes.Select(v => (int)(v / quota)).ToArray();
        foreach (var i in Enumerable.Range(0, votes.Length).OrderByDescending(i => (votes[i] / quota) - seats[i]).Take(House - seats.Sum()).ToList())
        {
            seats[i]++;
        }

        return seats;
    }

    /// <summary>The kernel that decides, on spans.</summary>
    [Benchmark]
    public int Kernel() => Kernels.Quotas(QuotaMethod.Hare, votes, House, awarded, tied);
}
