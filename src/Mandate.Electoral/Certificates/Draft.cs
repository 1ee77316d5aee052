using System.Numerics;
using Mandate.Electoral.Steps;

namespace Mandate.Electoral.Certificates;

/// <summary>A proof while it is put together.</summary>
internal sealed class Draft(StepContext? context, Step? step, string rule)
{
    private readonly List<Inequality> inequalities = [];
    private readonly List<KeyValuePair<string, BigInteger>> numbers = [];
    private readonly List<KeyValuePair<string, string>> reads = [];
    private readonly List<KeyValuePair<string, string>> writes = [];
    private readonly List<Party> parties = [];

    public string? Of { get; init; }

    public Requirement? Requirement { get; init; }

    public IReadOnlyList<Decision> Decisions { get; set; } = [];

    /// <summary>Notes what is read; nothing where it is null.</summary>
    public Draft Read(string role, object? what)
    {
        if (what is not null)
        {
            reads.Add(KeyValuePair.Create(role, what.ToString()!));
        }

        return this;
    }

    public Draft Write(string role, string? table)
    {
        if (table is not null)
        {
            writes.Add(KeyValuePair.Create(role, table));
        }

        return this;
    }

    public Draft Number(string name, BigInteger value)
    {
        numbers.Add(KeyValuePair.Create(name, value));
        return this;
    }

    public Draft Party(string id, params ReadOnlySpan<(string Name, BigInteger Value)> values)
    {
        var all = new List<KeyValuePair<string, BigInteger>>();
        foreach (var (name, value) in values)
        {
            all.Add(KeyValuePair.Create(name, value));
        }

        parties.Add(new Party(id, all));
        return this;
    }

    public Draft Claim(string kind, string? party, IReadOnlyList<Product> left, Relation relation, IReadOnlyList<Product> right, string? area = null, string? path = null)
    {
        var inequality = new Inequality(kind, party, left, relation, right) { Area = area, Path = path };
        if (!inequality.Holds)
        {
            throw new InvalidOperationException($"Bug in Certificate: '{kind}' of '{party}' does not hold in step '{step?.Id}' of '{context?.Area.Id}'.");
        }

        inequalities.Add(inequality);
        return this;
    }

    public Proof Done() => Done(context!.Area.Id, step!.Id);

    /// <summary>The proof of a step that no law ordered.</summary>
    public Proof Done(string area, string id) => new(area, step?.Word ?? id, id, rule)
    {
        Article = step?.Article,
        Of = Of,
        Reads = reads,
        Writes = writes,
        Numbers = numbers,
        Parties = parties,
        Requirement = Requirement,
        Inequalities = inequalities,
        Decisions = Decisions,
    };

    /// <summary>One product; factors of 1 are left out unless nothing else is there.</summary>
    public static Product Times(params ReadOnlySpan<(string Name, BigInteger Value)> factors)
    {
        var all = new List<Factor>();
        foreach (var (name, value) in factors)
        {
            if (!value.IsOne || name is "votes" or "seats")
            {
                all.Add(new Factor(name, value));
            }
        }

        return new Product(all.Count > 0 ? all : [new Factor(factors[^1].Name, BigInteger.One)]);
    }

    /// <summary>How a comparison came out, strict or not.</summary>
    public static Relation Order(BigInteger left, BigInteger right) => left.CompareTo(right) switch { < 0 => Relation.Below, 0 => Relation.Equal, _ => Relation.Above };

    /// <summary>How a seat that was given stands to the cut, which is the least of those given: equal only where somebody ties for it.</summary>
    public static Relation Due(BigInteger value, BigInteger cut, bool tied) => tied ? Order(value, cut) : Relation.AtLeast;

    /// <summary>What settled the ties of a step in its place, from the trace.</summary>
    public static IReadOnlyList<Decision> Ties(StepContext context, Step step) =>
    [
        .. context.Run.Trace.Where(t => t.Place == context.Area && t.Trace.Step == "tie" && (t.Trace.Id == step.Id || t.Trace.Id.StartsWith(step.Id + ".", StringComparison.Ordinal)))
            .Select(t => new Decision(t.Trace.Outcome, Names(t.Trace, "contenders"), t.Trace.Arguments.GetValueOrDefault("seats") is Argument.Count seats ? (int)seats.Value : 1, Names(t.Trace, "winners"))),
    ];

    private static IReadOnlyList<string> Names(StepTrace trace, string key) => trace.Arguments.GetValueOrDefault(key) is Argument.Contenders names ? names.Ids : [];
}
