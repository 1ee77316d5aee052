using BenchmarkDotNet.Attributes;
using Mandate.Electoral;
using Mandate.Electoral.Matrices;

namespace Mandate.Benchmarks;

/// <summary>A lower apportionment, proved, against plain alternating scaling in floating point that proves nothing.</summary>
[MemoryDiagnoser]
public class MatrixBenchmarks
{
    private long[] votes = [];
    private int[] rows = [];
    private int[] columns = [];
    private MatrixArea[] areas = [];
    private MatrixList[] lists = [];

    /// <summary>Gets or sets the shape: seats × districts × lists. The first is that of the Cantonal Council of Zürich.</summary>
    [Params("180x18x9", "5000x100x100")]
    public string Shape { get; set; } = string.Empty;

    /// <summary>Draws votes with a normal logarithm; the sums are those of as many ballots drawn at random.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var shape = Shape.Split('x').Select(int.Parse).ToArray();
        var random = new Random(2019);
        (rows, columns) = (new int[shape[1]], new int[shape[2]]);
        votes = [.. Enumerable.Range(0, rows.Length * columns.Length).Select(_ => 1 + (long)Math.Exp(8 + Normal(random)))];
        var total = votes.Sum();
        for (var s = 0; s < shape[0]; s++)
        {
            var ballot = random.NextInt64(total);
            var cell = 0;
            for (; ballot >= votes[cell]; cell++)
            {
                ballot -= votes[cell];
            }

            rows[cell / columns.Length]++;
            columns[cell % columns.Length]++;
        }

        areas = [.. rows.Select((r, i) => new MatrixArea($"d{i}", new SeatCount(r), [.. votes[(i * columns.Length)..((i + 1) * columns.Length)].Select(v => new VoteCount(v))]))];
        lists = [.. columns.Select((c, j) => new MatrixList($"l{j}", new SeatCount(c)))];
    }

    /// <summary>Sweeps until every sum fits or ten thousand have passed; returns the seats still out of place.</summary>
    [Benchmark(Baseline = true)]
    public int AlternatingScalingAlone() => Electoral.Matrices.AlternatingScaling.Run(Matrix(), 10_000, 0);

    /// <summary>Sweeps, exchanges, and the check in whole numbers, on plain arrays.</summary>
    [Benchmark]
    public bool Proved()
    {
        var matrix = Matrix();
        Electoral.Matrices.AlternatingScaling.Run(matrix, 8, 2);
        new ExchangePaths(matrix).Run();
        return Centre.Run(matrix);
    }

    /// <summary>The public door: districts and lists in, the matrix and its proof out.</summary>
    [Benchmark]
    public MatrixOutcome Door() => MatrixApportionment.Allocate(areas, lists);

    private SeatMatrix Matrix() => new(rows.Length, columns.Length, votes, new int[votes.Length], rows, columns);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
