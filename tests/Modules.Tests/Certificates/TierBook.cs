using System.Globalization;
using System.Numerics;
using System.Text.Json;
using static Mandate.Modules.Tests.Certificates.CertificateFault;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>Numbers of one area with what they are parts of.</summary>
internal sealed record BookRows(BigInteger Unit, IReadOnlyDictionary<string, BigInteger> Rows)
{
    public BigInteger this[string key] => Rows.GetValueOrDefault(key);

    public bool Has(string key) => Rows.ContainsKey(key);
}

/// <summary>The areas and tables of a tier, as far as they are proved, added up by the checker itself.</summary>
internal sealed class TierBook
{
    private readonly VoteFile file;
    private readonly IReadOnlyDictionary<string, TierBook> earlier;
    private readonly Dictionary<(string Table, string Area), BookRows> claimed = [];
    private readonly Dictionary<(string Table, string Area), HashSet<string>> proved = [];
    private readonly Dictionary<string, IReadOnlyList<string>> ways;

    public TierBook(JsonElement tier, VoteFile file, IReadOnlyDictionary<string, TierBook> earlier)
    {
        this.file = file;
        this.earlier = earlier;
        Id = tier.GetProperty("id").GetString()!;
        Result = tier.TryGetProperty("result", out var result) ? result.GetString() : null;
        ways = tier.TryGetProperty("figures", out var figures)
            ? figures.EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => (IReadOnlyList<string>)[.. f.GetProperty("is").EnumerateArray().Select(w => w.GetString()!)], StringComparer.Ordinal) : [];
        foreach (var area in tier.GetProperty("areas").EnumerateArray())
        {
            var id = area.GetProperty("id").GetString()!;
            Areas[id] = (area.GetProperty("kind").GetString()!, [.. area.GetProperty("constituencies").EnumerateArray().Select(c => c.GetString()!)],
                area.TryGetProperty("seats", out var seats) ? int.Parse(seats.GetString()!, CultureInfo.InvariantCulture) : null,
                area.TryGetProperty("given", out var given) && given.GetBoolean());
            Won[id] = Numbers(area.GetProperty("won"));
            From[id] = area.TryGetProperty("from", out var from) ? from.GetString() : null;
        }

        foreach (var table in tier.TryGetProperty("tables", out var tables) ? tables.EnumerateArray() : default)
        {
            var unit = table.TryGetProperty("unit", out var u) ? BigInteger.Parse(u.GetString()!, CultureInfo.InvariantCulture) : 1;
            claimed.Add((table.GetProperty("name").GetString()!, table.GetProperty("area").GetString()!), new BookRows(unit, Numbers(table.GetProperty("rows"))));
        }
    }

    public string Id { get; }

    public string? Result { get; }

    public Dictionary<string, (string Kind, IReadOnlyList<string> Constituencies, int? Seats, bool Given)> Areas { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyDictionary<string, BigInteger>> Won { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string?> From { get; } = new(StringComparer.Ordinal);

    /// <summary>Lists inside groups, as proved by sums.</summary>
    public Dictionary<string, HashSet<string>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>The areas are those of the files.</summary>
    public void CheckAreas()
    {
        var constituencies = Areas.Where(a => a.Value.Kind == "constituency").Select(a => a.Key).ToList();
        Unless(constituencies.ToHashSet(StringComparer.Ordinal).SetEquals(file.Constituencies(Id)), $"{Id}: the constituencies are not those of areas.csv");
        foreach (var (id, area) in Areas)
        {
            var inside = area.Kind == "constituency" ? [id] : constituencies.Where(c => id == "nation" || file.LiesIn(Id, c, id));
            Unless(area.Constituencies.ToHashSet(StringComparer.Ordinal).SetEquals(inside), $"{Id}: the constituencies of {id} are not those of units.csv");
            Unless(area.Kind != "constituency" || file.Seats(Id, id) is not { } seats || seats == area.Seats, $"{Id}: the seats of {id} are not those of areas.csv");
        }

        foreach (var (constituency, list, seats) in file.Given(Id))
        {
            if (Areas[constituency].Given)
            {
                Unless(Won[constituency].GetValueOrDefault(list) == seats, $"{Id}: given seats of {list} in {constituency}");
                if (seats > 0)
                {
                    Prove("seats", constituency, list, seats);
                }
            }
        }
    }

    /// <summary>A row of a table is what a proof says it is; a row of 0 may be left out.</summary>
    public void Prove(string table, string area, string key, BigInteger value)
    {
        if (!claimed.TryGetValue((table, area), out var rows) || !rows.Has(key))
        {
            Unless(value.IsZero, $"{Id}: table {table} of {area} lacks {key}, who has {value}");
            return;
        }

        Unless(rows[key] == value, $"{Id}: table {table} of {area} gives {key} {rows[key]}, the proof {value}");
        (proved.TryGetValue((table, area), out var keys) ? keys : proved[(table, area)] = []).Add(key);
    }

    public BigInteger Unit(string table, string area) => claimed.TryGetValue((table, area), out var rows) ? rows.Unit : 1;

    /// <summary>Nothing is claimed that was not proved.</summary>
    public void CheckAllProved()
    {
        foreach (var (key, rows) in claimed)
        {
            Unless(rows.Rows.Keys.All(k => proved.GetValueOrDefault(key)?.Contains(k) == true), $"{Id}: table {key.Table} of {key.Area} is not proved");
        }
    }

    /// <summary>The seats of every area follow from the tables.</summary>
    public void CheckResult()
    {
        foreach (var (area, won) in Won.Where(a => !Areas[a.Key].Given))
        {
            var seats = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
            if (Result is not null)
            {
                foreach (var (sign, name, set, not) in Terms(Result).Where(t => Own(t.Name!, area) is not null))
                {
                    foreach (var (key, value) in Own(name!, area)!.Rows.Where(r => set is null || (At(set, area)?.Has(r.Key) ?? false) != not))
                    {
                        seats[key] = seats.GetValueOrDefault(key) + (sign * value);
                    }
                }
            }
            else if (From[area] is { } from)
            {
                Unless(Own(from, area) is not null, $"{Id}: the seats of {area} come from no table");
                seats = Own(from, area)!.Rows.ToDictionary(StringComparer.Ordinal);
            }

            Unless(seats.Where(s => !s.Value.IsZero).Select(s => (s.Key, s.Value)).ToHashSet().SetEquals(won.Select(w => (w.Key, w.Value))), $"{Id}: the seats of {area} do not follow from the tables");
        }

        var where = Won.Where(w => w.Value.Count > 0).Select(w => w.Key).ToList();
        if (Result is null)
        {
            Unless(where.All(a => where.All(b => a == b || !Areas[a].Constituencies.Intersect(Areas[b].Constituencies).Any())), $"{Id}: seats are told twice");
        }
    }

    /// <summary>What a table says of an area: its own rows, else those around it, else the sum of those inside.</summary>
    public BookRows? At(string table, string area)
    {
        if (table.Split('.') is [var tier, var other])
        {
            return earlier.TryGetValue(tier, out var book) ? At(book.Outside(other), area) : null;
        }

        foreach (var (key, rows) in claimed.Where(c => c.Key.Table == table))
        {
            Unless(rows.Rows.Keys.All(k => proved.GetValueOrDefault(key)?.Contains(k) == true), $"{Id}: table {table} of {key.Area} is read before it is proved");
        }

        return At(claimed.Where(c => c.Key.Table == table).ToDictionary(c => c.Key.Area, c => c.Value), area);
    }

    /// <summary>A table as it was written in an area itself.</summary>
    public BookRows? Own(string table, string area) => table.Split('.') is [var tier, var other]
        ? earlier.GetValueOrDefault(tier)?.Outside(other).GetValueOrDefault(area) : claimed.GetValueOrDefault((table, area));

    /// <summary>A table as later tiers see it; their seats are what the tier came to.</summary>
    private Dictionary<string, BookRows> Outside(string table) => table == "seats"
        ? Won.Where(w => w.Value.Count > 0 || Areas[w.Key].Given).ToDictionary(w => w.Key, w => new BookRows(1, w.Value), StringComparer.Ordinal)
        : claimed.Where(c => c.Key.Table == table).ToDictionary(c => c.Key.Area, c => c.Value, StringComparer.Ordinal);

    public BookRows Read(string table, string area) => At(table, area) ?? throw new CertificateFault($"{Id}: nothing proves table {table} for {area}");

    /// <summary>A sum of tables, list by list.</summary>
    public IReadOnlyDictionary<string, BigInteger> Table(string sum, string area)
    {
        var all = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var (sign, name, set, not) in Terms(sum))
        {
            foreach (var (key, value) in At(name!, area)?.Rows.Where(r => set is null || (At(set, area)?.Has(r.Key) ?? false) != not) ?? [])
            {
                all[key] = all.GetValueOrDefault(key) + (sign * value);
            }
        }

        return all;
    }

    /// <summary>A count: numbers, the area's seats, and sums of tables.</summary>
    public BigInteger Count(string? sum, string area)
    {
        var count = BigInteger.Zero;
        foreach (var (sign, name, set, not) in Terms(sum ?? "seats"))
        {
            count += sign * (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : name == "seats" && set is null ? Areas[area].Seats ?? throw new CertificateFault($"{Id}: the seats of {area} are not told")
                : (At(name!, area)?.Rows.Where(r => set is null || (At(set, area)?.Has(r.Key) ?? false) != not) ?? []).Aggregate(BigInteger.Zero, (s, r) => s + r.Value));
        }

        return count;
    }

    public IEnumerable<string> Inside(string area, string kind) => Areas.Where(a => a.Value.Kind == kind && a.Value.Constituencies.All(Areas[area].Constituencies.Contains)).Select(a => a.Key);

    public string Around(string area, string kind) => Areas[area].Kind == kind ? area
        : Areas.Where(a => a.Value.Kind == kind && Areas[area].Constituencies.All(a.Value.Constituencies.Contains)).Select(a => a.Key).FirstOrDefault()
        ?? (kind == "nation" && Areas[area].Constituencies.Count == Areas.Values.Max(a => a.Constituencies.Count) ? area : throw new CertificateFault($"{Id}: no {kind} around {area}"));

    /// <summary>Votes of an option in an area, constituencies added up.</summary>
    public BigInteger Votes(string area, string option) => Areas[area].Constituencies.Aggregate(BigInteger.Zero, (sum, c) => sum + (file.Votes(Id, c, option) ?? 0));

    /// <summary>Who can win in an area.</summary>
    public IReadOnlyList<string> Standing(string area) => [.. Areas[area].Constituencies.SelectMany(c => file.Options(Id, c)).Distinct().Where(file.CanWin)];

    /// <summary>Whether an option is on a ballot in an area.</summary>
    public bool Stands(string area, string option) => Areas[area].Constituencies.Any(c => file.Options(Id, c).Contains(option));

    public (BigInteger Known, int Missing) Figure(string area, string name, int depth = 0)
    {
        var constituencies = Areas[area].Constituencies;
        if (file.Figure(Id, area, name) is { } own)
        {
            return (own, 0);
        }

        if (constituencies.Count > 1 && constituencies.Any(c => file.Figure(Id, c, name) is not null))
        {
            return Sum(constituencies.Select(c => Figure(c, name, depth + 1)));
        }

        if (name == "votes")
        {
            return Sum(constituencies.SelectMany(c => file.Options(Id, c).Select(o => file.Votes(Id, c, o) is { } v ? (v, 0) : (BigInteger.Zero, 1))));
        }

        if (ways.TryGetValue(name, out var is_) && depth < 8)
        {
            var all = is_.Select(way => Sum(Terms(way).Select(t => Figure(area, t.Name!, depth + 1) is var f ? (t.Sign * f.Known, f.Missing) : default))).ToList();
            return all.MinBy(a => a.Item2);
        }

        return constituencies.Count == 1 || depth == 8 ? (0, 1) : Sum(constituencies.Select(c => Figure(c, name, depth + 1)));
    }

    private static (BigInteger Known, int Missing) Sum(IEnumerable<(BigInteger Known, int Missing)> parts) =>
        parts.Aggregate((Known: BigInteger.Zero, Missing: 0), (s, p) => (s.Known + p.Known, s.Missing + p.Missing));

    private BookRows? At(Dictionary<string, BookRows> areas, string area)
    {
        if (areas.TryGetValue(area, out var own))
        {
            return own;
        }

        var here = Areas[area].Constituencies;
        var around = Areas.Where(a => a.Key != area && a.Value.Constituencies.Count >= here.Count && a.Value.Kind != "constituency" && here.All(a.Value.Constituencies.Contains)).OrderBy(a => a.Value.Constituencies.Count).Select(a => a.Key).Append("nation").FirstOrDefault(areas.ContainsKey);
        if (around is not null)
        {
            return areas[around];
        }

        var whole = here.Count == Areas.Values.Max(a => a.Constituencies.Count);
        var inside = areas.Where(a => whole || (Areas.TryGetValue(a.Key, out var i) && i.Constituencies.All(here.Contains))).Select(a => a.Value).ToList();
        if (inside.Count == 0)
        {
            return null;
        }

        var unit = inside.Aggregate(BigInteger.One, (u, r) => u / BigInteger.GreatestCommonDivisor(u, r.Unit) * r.Unit);
        var rows = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var (key, value) in inside.SelectMany(r => r.Rows.Select(x => (x.Key, x.Value * (unit / r.Unit)))))
        {
            rows[key] = rows.GetValueOrDefault(key) + value;
        }

        return new BookRows(unit, rows);
    }

    /// <summary>Terms of a sum such as <c>seats - fixed(not national)</c>.</summary>
    private static IEnumerable<(int Sign, string? Name, string? Set, bool Not)> Terms(string sum)
    {
        var sign = 1;
        foreach (var word in sum.Replace("(not ", "(!", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "+" or "-")
            {
                sign = word == "+" ? 1 : -1;
                continue;
            }

            var parts = word.TrimEnd(')').Split('(');
            yield return (sign, parts[0], parts.Length > 1 ? parts[1].TrimStart('!') : null, parts.Length > 1 && parts[1][0] == '!');
        }
    }

    private static Dictionary<string, BigInteger> Numbers(JsonElement rows) =>
        rows.EnumerateObject().ToDictionary(r => r.Name, r => BigInteger.Parse(r.Value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
