namespace Mandate.Electoral.Steps;

/// <summary>Whole numbers by contender in one area; a set is rows of ones. Rows keep ballot order and are never changed.</summary>
internal sealed class Rows
{
    private readonly Dictionary<string, long> rows;

    public Rows(IEnumerable<KeyValuePair<string, long>> rows, long unit = 1)
        : this(new Dictionary<string, long>(rows, StringComparer.Ordinal), unit)
    {
    }

    private Rows(Dictionary<string, long> rows, long unit)
    {
        this.rows = rows;
        Unit = unit;
        Contenders = [.. this.rows.Keys];
    }

    public IReadOnlyList<string> Contenders { get; }

    public int Count => rows.Count;

    /// <summary>Gets what the numbers are parts of: 1, except for voter numbers, which are votes divided by the seats of an area.</summary>
    public long Unit { get; }

    /// <summary>The number of a contender; 0 where it has no row.</summary>
    public long this[string contender] => rows.GetValueOrDefault(contender);

    public long Sum => rows.Values.Sum();

    /// <summary>Rows that say only who is in them.</summary>
    public static Rows Of(IEnumerable<string> contenders) => Of(contenders, _ => 1);

    /// <summary>Rows of contenders, each once, and their numbers.</summary>
    public static Rows Of(IEnumerable<string> contenders, Func<string, long> number)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var contender in contenders)
        {
            rows.Add(contender, number(contender));
        }

        return new Rows(rows, 1);
    }

    public bool Has(string contender) => rows.ContainsKey(contender);
}

/// <summary>A named table by area and contender. Each area is written once.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, Rows> areas = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Rows> Areas => areas;

    public bool TryWrite(string area, Rows rows) => areas.TryAdd(area, rows);

    /// <summary>Whether the table counts in a place itself or inside it; not where only an area around it was written.</summary>
    public bool Counts(Place place) => areas.ContainsKey(place.Id) || areas.Keys.Any(a => place.IsWhole || place.Inside.Contains(a));

    /// <summary>What the table says of a place: its own rows, else those of the area around it, else the sum of those inside it.</summary>
    /// <returns>Null where it says nothing.</returns>
    public Rows? At(Place place)
    {
        if (areas.TryGetValue(place.Id, out var own))
        {
            return own;
        }

        foreach (var around in place.Around)
        {
            if (areas.TryGetValue(around, out var wider))
            {
                return wider;
            }
        }

        var inside = areas.Where(a => place.IsWhole || place.Inside.Contains(a.Key)).Select(a => a.Value).ToList();
        if (inside.Count == 0)
        {
            return null;
        }

        var known = place.Contenders.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var order = place.Contenders.Select(c => c.Id).Concat(inside.SelectMany(r => r.Contenders).Where(c => !known.Contains(c)).Distinct());
        var unit = inside.Aggregate(1L, (u, r) => CommonUnit(u, r.Unit));
        return new Rows(order.Where(c => inside.Any(r => r.Has(c))).Select(c => KeyValuePair.Create(c, inside.Sum(r => r[c] * (unit / r.Unit)))), unit);
    }

    /// <summary>The smallest whole number that both are parts of.</summary>
    private static long CommonUnit(long a, long b) => a / (long)System.Numerics.BigInteger.GreatestCommonDivisor(a, b) * b;
}
