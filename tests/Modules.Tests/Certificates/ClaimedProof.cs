using System.Globalization;
using System.Numerics;
using System.Text.Json;
using static Mandate.Modules.Tests.Certificates.CertificateFault;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>One inequality as the text of a certificate gives it.</summary>
internal sealed class ClaimedInequality(JsonElement json)
{
    public string Kind { get; } = json.GetProperty("kind").GetString()!;

    public string? Party { get; } = Text(json, "party");

    public string? Area { get; } = Text(json, "area");

    public string? Path { get; } = Text(json, "path");

    public string Relation { get; } = json.GetProperty("relation").GetString()!;

    public bool Strict => Relation is "<" or ">";

    private List<List<(string Name, BigInteger Value)>> Left { get; } = Side(json.GetProperty("left"));

    private List<List<(string Name, BigInteger Value)>> Right { get; } = Side(json.GetProperty("right"));

    /// <summary>Multiplies both sides out.</summary>
    public bool Holds
    {
        get
        {
            var order = Sum(Left).CompareTo(Sum(Right));
            return Relation switch { "<" => order < 0, "<=" => order <= 0, "=" => order == 0, ">=" => order >= 0, ">" => order > 0, _ => false };
        }
    }

    /// <summary>Whether the sides are made of just these numbers; a factor of 1 may be left out.</summary>
    public void Is(string allowed, string left, string right)
    {
        Unless(Holds, $"{this} does not hold");
        Unless(allowed.Split(' ').Contains(Relation), $"{this}: relation {Relation} where {allowed} is needed");
        Unless(Written(Left) == Canonical(left), $"{this}: left is {Written(Left)}, should be {Canonical(left)}");
        Unless(Written(Right) == Canonical(right), $"{this}: right is {Written(Right)}, should be {Canonical(right)}");
    }

    /// <summary>Whether it is one side of a cell of a matrix, and by which divisors.</summary>
    public void IsCell(string allowed, BigInteger votes, BigInteger half, out string ofArea, out string ofList)
    {
        BigInteger Find(List<List<(string Name, BigInteger Value)>> side, string name) => side.Single().Where(f => f.Name == name).Select(f => f.Value).DefaultIfEmpty(BigInteger.One).Single();
        var (area, under) = (Find(Right, "area-divisor"), Find(Left, "area-divisor-below"));
        var (list, below) = (Find(Right, "list-divisor"), Find(Left, "list-divisor-below"));
        Unless(area.Sign > 0 && list.Sign > 0 && under.Sign > 0 && below.Sign > 0, $"{this}: divisors");
        Is(allowed, Product(("two", 2), ("votes", votes), ("area-divisor-below", under), ("list-divisor-below", below)), Product(("half-seats", half), ("area-divisor", area), ("list-divisor", list)));
        (ofArea, ofList) = ($"{area}/{under}", $"{list}/{below}");
    }

    /// <summary>The names on the left with their numbers, for sums of named parts.</summary>
    public IEnumerable<(string Name, BigInteger Value)> LeftParts() => Left.Select(p => p.Single());

    public override string ToString() => $"{Kind} of {Party ?? "all"}";

    /// <summary>Numbers as a canonical text: products in order, ones left out.</summary>
    public static string Product(params (string Name, BigInteger Value)[] factors) => string.Join('*', factors.Where(f => !f.Value.IsOne).Select(f => $"{f.Name}={f.Value.ToString(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));

    private static string Canonical(string side) => string.Join('+', side.Split('+').Order(StringComparer.Ordinal));

    private static string Written(List<List<(string Name, BigInteger Value)>> side) => Canonical(string.Join('+', side.Select(p => Product([.. p]))));

    private static BigInteger Sum(List<List<(string Name, BigInteger Value)>> side) => side.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Aggregate(BigInteger.One, (product, f) => product * f.Value));

    private static List<List<(string Name, BigInteger Value)>> Side(JsonElement side) =>
        [.. side.EnumerateArray().Select(p => p.EnumerateArray().Select(f => (f[0].GetString()!, BigInteger.Parse(f[1].GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))).ToList())];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>One proof as the text of a certificate gives it.</summary>
internal sealed class ClaimedProof(JsonElement json)
{
    public string Area { get; } = json.GetProperty("area").GetString()!;

    public string Step { get; } = json.GetProperty("step").GetString()!;

    public string Id { get; } = json.GetProperty("id").GetString()!;

    public string Rule { get; } = json.GetProperty("rule").GetString()!;

    public string? Of { get; } = json.TryGetProperty("of", out var of) ? of.GetString() : null;

    public IReadOnlyDictionary<string, string> Reads { get; } = Texts(json, "reads");

    public IReadOnlyDictionary<string, string> Writes { get; } = Texts(json, "writes");

    public IReadOnlyDictionary<string, BigInteger> Numbers { get; } = Texts(json, "numbers").ToDictionary(n => n.Key, n => Number(n.Value), StringComparer.Ordinal);

    public JsonElement? Requirement { get; } = json.TryGetProperty("requirement", out var requirement) ? requirement : null;

    public IReadOnlyList<(string Id, IReadOnlyDictionary<string, BigInteger> Numbers)> Parties { get; } =
    [
        .. Many(json, "parties").Select(p => (p.GetProperty("id").GetString()!,
            (IReadOnlyDictionary<string, BigInteger>)p.EnumerateObject().Where(n => n.Name != "id").ToDictionary(n => n.Name, n => Number(n.Value.GetString()!), StringComparer.Ordinal))),
    ];

    public IReadOnlyList<ClaimedInequality> Inequalities { get; } = [.. Many(json, "inequalities").Select(i => new ClaimedInequality(i))];

    public IReadOnlyList<(string By, IReadOnlyList<string> Contenders, IReadOnlyList<string> Winners)> Decisions { get; } =
        [.. Many(json, "decisions").Select(d => (d.GetProperty("by").GetString()!, Strings(d, "contenders"), Strings(d, "winners")))];

    /// <summary>The one inequality of a kind about a party.</summary>
    public ClaimedInequality One(string kind, string? party, string? area = null)
    {
        var found = Inequalities.Where(i => i.Kind == kind && i.Party == party && (area is null || i.Area == area)).ToList();
        Unless(found.Count == 1, $"{this}: {found.Count} inequalities '{kind}' of {party} {area}, should be one");
        return found[0];
    }

    /// <summary>The one inequality of two kinds about a party.</summary>
    public ClaimedInequality Either(string one, string other, string party)
    {
        var found = Inequalities.Where(i => i.Party == party && (i.Kind == one || i.Kind == other)).ToList();
        Unless(found.Count == 1, $"{this}: {found.Count} inequalities '{one}' or '{other}' of {party}, should be one");
        return found[0];
    }

    public BigInteger this[string number] => Numbers.TryGetValue(number, out var value) ? value : throw new CertificateFault($"{this}: no number '{number}'");

    /// <summary>Those who tie are the contenders of the decisions, and those who got a seat are the winners.</summary>
    public void Ties(IEnumerable<string> won, IEnumerable<string> lost)
    {
        var (with, without) = (won.ToHashSet(StringComparer.Ordinal), lost.ToHashSet(StringComparer.Ordinal));
        if (without.Count == 0)
        {
            return;
        }

        Unless(Decisions.Count > 0, $"{this}: {string.Join(", ", with.Concat(without))} tie, and nothing says what decided");
        Unless(Decisions[0].Contenders.ToHashSet(StringComparer.Ordinal).SetEquals(with.Concat(without)), $"{this}: the decision is not about those who tie");
        Unless(Decisions.SelectMany(d => d.Winners).ToHashSet(StringComparer.Ordinal).SetEquals(with), $"{this}: seats of a tie went to others than the winners");
    }

    public override string ToString() => $"{Step} {Id} in {Area}{(Of is null ? string.Empty : " for " + Of)}";

    private static BigInteger Number(string text) => BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var texts) ? texts.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!, StringComparer.Ordinal) : [];

    private static List<JsonElement> Many(JsonElement json, string name) => json.TryGetProperty(name, out var many) ? [.. many.EnumerateArray()] : [];

    private static IReadOnlyList<string> Strings(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(s => s.GetString()!)];
}
