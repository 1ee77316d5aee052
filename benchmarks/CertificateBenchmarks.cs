using BenchmarkDotNet.Attributes;
using Mandate.Electoral;
using Mandate.Electoral.Certificates;
using Mandate.Electoral.Margins;
using Mandate.Laws;

namespace Mandate.Benchmarks;

/// <summary>The certificate and the margins of an election, against carrying it out.</summary>
[MemoryDiagnoser]
public class CertificateBenchmarks
{
    private Election election = null!;
    private Rules rules = null!;
    private ElectionOutcome outcome = null!;

    /// <summary>Gets or sets the election: one list tier, many constituencies, several tiers.</summary>
    [Params("nl-tk-2023", "tr-tbmm-2018", "se-riksdag-2022")]
    public string Id { get; set; } = string.Empty;

    /// <summary>Reads the election.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var catalogue = new Catalogue(Catalogue.FindRoot(Environment.GetEnvironmentVariable("MANDATE_ROOT"))!);
        election = catalogue.Election(Id).Election!;
        rules = catalogue.Version(election.LawReference)!.Rules;
        outcome = Declare();
    }

    /// <summary>Votes into seats, without anything read of the derivation.</summary>
    [Benchmark(Baseline = true)]
    public ElectionOutcome Declare() => ElectionRunner.Run(rules, election.Input, election.Lots).Outcome;

    /// <summary>Every inequality, each multiplied out once.</summary>
    [Benchmark]
    public Certificate Prove() => Certificate.Of(outcome);

    /// <summary>The margin of every seat, exact for the first, upper bounds for the others.</summary>
    [Benchmark]
    public SeatMargins Margins() => SeatMargins.Of(rules, election.Input, election.Lots, outcome);
}
