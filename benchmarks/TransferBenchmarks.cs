using BenchmarkDotNet.Attributes;
using Mandate.Electoral.Transfers;

namespace Mandate.Benchmarks;

/// <summary>One ward of the size of Glasgow's: ten candidates, four seats, about 7,500 made-up ballots in 1,600 groups, every stage.</summary>
[MemoryDiagnoser]
public class TransferBenchmarks
{
    private const int Candidates = 10;
    private const int Groups = 1_600;
    private PreferenceBallots ward = new PreferenceBallots.Builder().Build([]);

    /// <summary>Makes ballots: few voters share a long ranking, many a short one, and low numbers are liked more.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(2022);
        var builder = new PreferenceBallots.Builder();
        for (var group = 0; group < Groups; group++)
        {
            var ranking = Enumerable.Range(0, Candidates).OrderBy(c => (c + 1) * random.NextDouble()).Take(1 + (int)(Candidates * Math.Pow(random.NextDouble(), 2))).ToArray();
            builder.Add(1 + (int)(8 * Math.Pow(random.NextDouble(), 2)) + (ranking.Length == 1 ? 12 : 0), ranking);
        }

        ward = builder.Build([.. Enumerable.Range(0, Candidates).Select(i => new BallotCandidate($"{i}", $"{i}"))]);
    }

    /// <summary>By the Scottish rule.</summary>
    [Benchmark]
    public TransferCount Scottish() => TransferableVote.Count(ward, 4, TransferRule.Scottish, t => t.Tie.Contenders[0]);

    /// <summary>The same 23 times, as for a council.</summary>
    [Benchmark]
    public int Council()
    {
        var stages = 0;
        for (var i = 0; i < 23; i++)
        {
            stages += TransferableVote.Count(ward, 4, TransferRule.Scottish, t => t.Tie.Contenders[0]).Stages.Count;
        }

        return stages;
    }

    /// <summary>One seat by majority.</summary>
    [Benchmark]
    public TransferCount InstantRunoff() => TransferableVote.Count(ward, 1, TransferRule.InstantRunoff, t => t.Tie.Contenders[0]);
}
