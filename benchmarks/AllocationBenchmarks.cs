using BenchmarkDotNet.Attributes;
using Mandate.Electoral;
using Mandate.Electoral.Kernels;
using Mandate.Electoral.Methods;

namespace Mandate.Benchmarks;

/// <summary>One allocation by D'Hondt, against an exact heap and, for the smallest, a LINQ one-liner per seat.</summary>
[MemoryDiagnoser]
[MinColumn]
public class DivisorBenchmarks
{
    private long[] votes = [];
    private int[] awarded = [];
    private int[] heap = [];
    private bool[] tied = [];
    private Claim[] claims = [];
    private int house;

    /// <summary>Gets or sets the shape: seats × lists. The first are the Dutch votes of 2021, the others drawn.</summary>
    [Params("150x37", "1000x100", "10000x200")]
    public string Shape { get; set; } = string.Empty;

    /// <summary>Makes votes and claims.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var shape = Shape.Split('x').Select(int.Parse).ToArray();
        house = shape[0];
        votes = shape[1] == 37 ? Inputs.Netherlands : Inputs.Lognormal(shape[1]);
        (awarded, heap, tied) = (new int[votes.Length], new int[votes.Length], new bool[votes.Length]);
        claims = [.. votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)))];
    }

    /// <summary>One seat at a time, exact.</summary>
    [Benchmark(Baseline = true)]
    public void Heap() => ExactHeap.Allocate(votes, house, 1, 1, awarded, heap);

    /// <summary>The kernel that decides, on spans.</summary>
    [Benchmark]
    public int Kernel() => Apportionment.Decide(DivisorMethod.DHondt, votes, house, [], [], awarded, tied).Tied;

    /// <summary>The same on four doubles at once.</summary>
    [Benchmark]
    public int Kernel256() => At<Lanes4>();

    /// <summary>The same on one double at a time.</summary>
    [Benchmark]
    public int KernelScalar() => At<Lanes1>();

    /// <summary>The kernel by Sainte-Laguë's divisors.</summary>
    [Benchmark]
    public int KernelSainteLague() => Apportionment.Decide(DivisorMethod.SainteLague, votes, house, [], [], awarded, tied).Tied;

    /// <summary>The kernel by Huntington and Hill's divisors.</summary>
    [Benchmark]
    public int KernelHuntingtonHill() => Apportionment.Decide(DivisorMethod.HuntingtonHill, votes, house, [], [], awarded, tied).Tied;

    /// <summary>The kernel by Hare's quota.</summary>
    [Benchmark]
    public int KernelHare() => Kernels.Quotas(QuotaMethod.Hare, votes, house, awarded, tied);

    /// <summary>The public door: claims in, allocation out.</summary>
    [Benchmark]
    public Allocation Door() => Apportionment.Allocate(DivisorMethod.DHondt, claims, new SeatCount(house));

    /// <summary>One seat at a time to the largest quotient, in floating point.</summary>
    [Benchmark]
    public int[] Linq()
    {
        var seats = new int[votes.Length];
        for (var s = 0; s < house; s++)
        {
            seats[Enumerable.Range(0, votes.Length).OrderByDescending(i => (double)votes[i] / (seats[i] + 1)).First()]++;
        }

        return seats;
    }

    private int At<T>()
        where T : struct, ILanes<T> => HighestAverages.Allocate<LinearSignposts, T>(Apportionment.Linear(DivisorMethod.DHondt), votes, house, [], [], awarded, tied, 0).Tied;
}

/// <summary>Five lists and 98 seats by Hare's quota, one election and a hundred thousand in a batch, against sorting remainders with LINQ.</summary>
[MemoryDiagnoser]
[MinColumn]
public class QuotaBenchmarks
{
    private const int House = 98;
    private const int Elections = 100_000;
    private readonly long[] votes = Inputs.Five;
    private readonly int[] awarded = new int[5];
    private readonly bool[] tied = new bool[5];
    private readonly long[] rows = new long[5 * Elections];
    private readonly int[] seats = new int[5 * Elections];
    private readonly int[] ties = new int[Elections];

    /// <summary>Draws elections around the votes of the first.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(98);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (long)(votes[i % 5] * (0.5 + random.NextDouble()));
        }
    }

    /// <summary>Whole quotas and sorted remainders, in floating point.</summary>
    [Benchmark(Baseline = true)]
    public int[] Linq()
    {
        var quota = (double)votes.Sum() / House;
        var given = votes.Select(v => (int)(v / quota)).ToArray();
        foreach (var i in Enumerable.Range(0, votes.Length).OrderByDescending(i => (votes[i] / quota) - given[i]).Take(House - given.Sum()).ToList())
        {
            given[i]++;
        }

        return given;
    }

    /// <summary>The kernel that decides, on spans.</summary>
    [Benchmark]
    public int Kernel() => Kernels.Quotas(QuotaMethod.Hare, votes, House, awarded, tied);

    /// <summary>One of very many elections at once.</summary>
    [Benchmark(OperationsPerInvoke = Elections)]
    public int Batch() => BatchApportionment.Allocate(QuotaMethod.Hare, rows, 5, House, seats, ties);

    /// <summary>The same by D'Hondt.</summary>
    [Benchmark(OperationsPerInvoke = Elections)]
    public int BatchDHondt() => BatchApportionment.Allocate(DivisorMethod.DHondt, rows, 5, House, seats, ties);
}

/// <summary>Inputs made to be hard, each twice as long as the one before: time may grow with n log n, no faster.</summary>
[MinColumn]
public class GrowthBenchmarks
{
    private const int Orders = 64;
    private long[][] votes = [];
    private int[] awarded = [];
    private bool[] tied = [];
    private int turn;

    /// <summary>Gets or sets what makes the votes hard.</summary>
    [Params("equal", "giant", "dwarfs", "geometric", "near")]
    public string Kind { get; set; } = string.Empty;

    /// <summary>Gets or sets the number of lists; half as many seats again.</summary>
    [Params(1_250, 2_500, 5_000, 10_000, 20_000)]
    public int Lists { get; set; }

    /// <summary>Gets the votes in the next of many orders, so that no processor learns the way by heart.</summary>
    private long[] Next => votes[turn++ % Orders];

    /// <summary>Makes votes.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        votes = [.. Enumerable.Range(0, Orders).Select(_ => Inputs.Hard(Kind, Lists))];
        Array.ForEach(votes, random.Shuffle);
        (awarded, tied) = (new int[Lists], new bool[Lists]);
    }

    /// <summary>By D'Hondt.</summary>
    [Benchmark]
    public int DHondt() => Apportionment.Decide(DivisorMethod.DHondt, Next, Lists * 3 / 2, [], [], awarded, tied).Tied;

    /// <summary>By Adams, with fewer seats than lists.</summary>
    [Benchmark]
    public int Adams() => Apportionment.Decide(DivisorMethod.Adams, Next, Lists / 2, [], [], awarded, tied).Tied;

    /// <summary>By D'Hondt from a start a million times too high.</summary>
    [Benchmark]
    public int FarStart() => HighestAverages.Allocate<LinearSignposts, Lanes8>(Apportionment.Linear(DivisorMethod.DHondt), Next, Lists * 3 / 2, [], [], awarded, tied, 1e6).Tied;

    /// <summary>By Hare's quota.</summary>
    [Benchmark]
    public int Hare() => Kernels.Quotas(QuotaMethod.Hare, Next, Lists * 3 / 2, awarded, tied);
}
