using BenchmarkDotNet.Attributes;
using Mandate.Laws;
using Mandate.Results;
using Mandate.Results.Expressions;
using Mandate.Results.Running;

namespace Mandate.Benchmarks;

/// <summary>A thousand protocols of twenty lists put to the checks of the Russian form, against a reading of the same relations by name from a dictionary.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private const int Protocols = 1000;
    private readonly List<Dictionary<string, long[]>> byName = [];
    private long[][] rows = [];
    private CompiledForm checks = null!;
    private CheckOutcome[] outcomes = [];

    /// <summary>Makes the protocols; every hundredth is wrong.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var form = new FormCatalogue(Catalogue.FindRoot(Environment.GetEnvironmentVariable("MANDATE_ROOT"))!).Form("ru-precinct").Form!;
        var layout = new Layout(form.Figures, [.. Enumerable.Range(0, 20).Select(i => $"{i}")]);
        checks = new CompiledForm(form, layout);
        outcomes = new CheckOutcome[checks.Outcomes];
        var random = new Random(1);
        rows = [.. Enumerable.Range(0, Protocols).Select(_ => new long[layout.Width])];
        for (var p = 0; p < Protocols; p++)
        {
            var figures = form.Figures.ToDictionary(f => f.Id, f => Enumerable.Range(0, layout.Cells(f)).Select(_ => (long)random.Next(100)).ToArray());
            var valid = figures["votes"].Sum() + (p % 100 == 0 ? 1 : 0);
            figures["valid"][0] = valid;
            figures["found-stationary"][0] = valid + figures["invalid"][0] + 1000 - figures["found-mobile"][0];
            foreach (var figure in form.Figures)
            {
                figures[figure.Id].CopyTo(rows[p], layout.Start(figure));
            }

            byName.Add(figures);
        }
    }

    /// <summary>Figures by name, relations read as a tree, in floating point.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Protocols)]
    public int Dictionary()
    {
        var failed = 0;
        foreach (var protocol in byName)
        {
            foreach (var check in checks.Checks)
            {
                failed += Value(check.Condition!, protocol) != 0 == check.Fires ? 1 : 0;
            }
        }

        return failed;
    }

    /// <summary>The form made ready once, exact.</summary>
    [Benchmark(OperationsPerInvoke = Protocols)]
    public int Compiled()
    {
        var failed = 0;
        foreach (var row in rows)
        {
            failed += checks.Evaluate(row, outcomes);
        }

        return failed;
    }

    private static double Value(Node node, Dictionary<string, long[]> protocol) => node switch
    {
        NumberNode n => (double)n.Value.Numerator / (double)n.Value.Denominator,
        FigureNode f => protocol[f.Figure.Id][0],
        SumNode s => protocol[s.Figure.Id].Sum(),
        AbsNode a => Math.Abs(Value(a.Inner, protocol)),
        PercentNode p => (double)p.Percent.Numerator / (double)p.Percent.Denominator / 100 * Value(p.Of, protocol),
        ArithmeticNode a => a.Sign switch
        {
            '+' => Value(a.Left, protocol) + Value(a.Right, protocol),
            '-' => Value(a.Left, protocol) - Value(a.Right, protocol),
            _ => Value(a.Left, protocol) * Value(a.Right, protocol),
        },
        CompareNode c => Value(c.Left, protocol).CompareTo(Value(c.Right, protocol)) is var sign && c.Comparison switch
        {
            Comparison.Equal => sign == 0,
            Comparison.NotEqual => sign != 0,
            Comparison.Less => sign < 0,
            Comparison.AtMost => sign <= 0,
            Comparison.More => sign > 0,
            _ => sign >= 0,
        } ? 1 : 0,
        LogicNode l => (l.And ? Value(l.Left, protocol) != 0 && Value(l.Right, protocol) != 0 : Value(l.Left, protocol) != 0 || Value(l.Right, protocol) != 0) ? 1 : 0,
        NotNode n => Value(n.Inner, protocol) == 0 ? 1 : 0,
        _ => throw new InvalidOperationException($"Bug in CheckBenchmarks: {node.GetType().Name}."),
    };
}
