using BenchmarkDotNet.Attributes;
using Mandate.Electoral.Transfers;

namespace Mandate.Benchmarks;

/// <summary>Every stage of wards of the size of Glasgow's: ten candidates, four seats, made-up ballots in 1,600 groups.</summary>
[MemoryDiagnoser]
public class TransferBenchmarks
{
    private const int Candidates = 10;
    private const int Groups = 1_600;
    private PreferenceBallots ward = new PreferenceBallots.Builder().Build([]);
    private PreferenceBallots full = new PreferenceBallots.Builder().Build([]);

    /// <summary>Gets or sets the rule; an instant runoff fills one seat.</summary>
    [Params(TransferRule.Scottish, TransferRule.Dail, TransferRule.Seanad, TransferRule.Meek, TransferRule.Wright, TransferRule.InstantRunoff)]
    public TransferRule Rule { get; set; }

    /// <summary>Makes ballots: few voters share a long ranking, many a short one, and low numbers are liked more; then the same with full rankings.</summary>
    [GlobalSetup]
    public void Setup()
    {
        ward = Make(random => 1 + (int)(Candidates * Math.Pow(random.NextDouble(), 2)));
        full = Make(_ => Candidates);
    }

    /// <summary>One ward of about 7,500 ballots, many of them short.</summary>
    [Benchmark]
    public TransferCount Ward() => Count(ward);

    /// <summary>23 wards, as for a council, in which every ballot ranks everybody.</summary>
    [Benchmark]
    public int Council()
    {
        var stages = 0;
        for (var i = 0; i < 23; i++)
        {
            stages += Count(full).Stages.Count;
        }

        return stages;
    }

    private static PreferenceBallots Make(Func<Random, int> length)
    {
        var random = new Random(2022);
        var builder = new PreferenceBallots.Builder();
        for (var group = 0; group < Groups; group++)
        {
            var ranking = Enumerable.Range(0, Candidates).OrderBy(c => (c + 1) * random.NextDouble()).Take(length(random)).ToArray();
            builder.Add(1 + (int)(8 * Math.Pow(random.NextDouble(), 2)) + (ranking.Length == 1 ? 12 : 0), ranking);
        }

        return builder.Build([.. Enumerable.Range(0, Candidates).Select(i => new BallotCandidate($"{i}", $"{i}"))]);
    }

    private TransferCount Count(PreferenceBallots ballots) => TransferableVote.Count(ballots, Rule == TransferRule.InstantRunoff ? 1 : 4, Rule, t => t.Tie.Contenders[0]);
}
