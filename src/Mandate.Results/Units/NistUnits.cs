using Mandate.Results.Import;

namespace Mandate.Results.Units;

/// <summary>Areas of an election report (NIST SP 1500-100 v2), which overlap, made one tree of reporting units.</summary>
/// <remarks>
/// The report lets any area name others as its parts, and a precinct is part of its town, its county and of every district
/// it votes in. Only kinds of administration nest (state, county, town, ward, precinct): a unit lies in the one of
/// the nearest higher rank that names it, or all its parts, as their own. Districts and polling places with parts are left out.
/// </remarks>
internal sealed class NistUnits(UnitList units)
{
    private const long MostLookups = 10_000_000;

    /// <summary>Administrative kinds by rank; equal ranks never contain each other.</summary>
    private static readonly Dictionary<string, int> Ranks = new(StringComparer.Ordinal)
    {
        ["country"] = 0, ["state"] = 1, ["county"] = 2, ["borough"] = 3, ["city"] = 3, ["municipality"] = 3, ["town"] = 3, ["township"] = 3, ["village"] = 3,
        ["ward"] = 4, ["combined-precinct"] = 5, ["precinct"] = 6, ["split-precinct"] = 7,
    };

    private readonly List<Area> areas = [];
    private Area? open;

    /// <summary>Gets who issued the report; empty where it does not say.</summary>
    public string Issuer { get; private set; } = string.Empty;

    /// <summary>Begins an area; devices are no areas.</summary>
    public void Open(string id, string type, int line, int column) =>
        open = type.EndsWith("ReportingDevice", StringComparison.Ordinal) ? null : new Area(id.Trim(), line, column);

    /// <summary>Takes a field of the area at hand, or of the report where none is open.</summary>
    public void Field(string name, string value)
    {
        switch (name)
        {
            case "Issuer" when open is null: Issuer = UnitList.Plain(value); break;
            case "Name" when open is { Name.Length: 0 }: open.Name = UnitList.Plain(value); break;
            case "Type" when open is not null: open.Kind = value.Trim(); break;
            case "OtherType" when open is not null: open.OtherKind = value.Trim(); break;
            case "ComposingGpUnitIds" when open is not null: open.Parts.AddRange(value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)); break;
        }
    }

    /// <summary>Ends the area at hand, if there is one.</summary>
    public void Close()
    {
        if (open is null)
        {
            return;
        }

        units.Room(areas.Count);
        areas.Add(open);
        open = null;
    }

    /// <summary>Puts the tree together in the list of units.</summary>
    /// <returns>The areas left out.</returns>
    public IReadOnlyList<AreaLeftOut> Finish()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < areas.Count; i++)
        {
            index.TryAdd(areas[i].Id, i);
        }

        var above = Above(index);
        var parents = new int[areas.Count];
        long lookups = 0;
        for (var i = 0; i < areas.Count; i++)
        {
            parents[i] = Parent(i, above, ref lookups);
        }

        var holds = parents.Where(p => p >= 0).ToHashSet();
        var leftOut = new List<AreaLeftOut>();
        for (var i = 0; i < areas.Count; i++)
        {
            var area = areas[i];
            var kind = area is { Kind: "other", OtherKind.Length: > 0 } ? area.OtherKind : area.Kind;
            if (area.Parts.Count > 0 && !holds.Contains(i))
            {
                leftOut.Add(new AreaLeftOut(Shown.Cut(area.Id), Shown.Cut(kind), area.Name, area.Parts.Count));
                continue;
            }

            if (kind.Length is 0 or > 40)
            {
                units.Fault(area.Line, area.Column, $"the kind '{Shown.Cut(kind)}'", "a Type of 1 to 40 letters");
            }

            units.Add(new Unit(area.Id, parents[i] < 0 ? null : areas[parents[i]].Id, string.Intern(kind), area.Name.Length == 0 ? area.Id : area.Name), area.Line, area.Column);
        }

        return leftOut;
    }

    private List<int>?[] Above(Dictionary<string, int> index)
    {
        var above = new List<int>?[areas.Count];
        for (var i = 0; i < areas.Count; i++)
        {
            foreach (var part in areas[i].Parts)
            {
                if (!index.TryGetValue(part, out var inner))
                {
                    units.Fault(areas[i].Line, areas[i].Column, $"the part '{Shown.Cut(part)}' of '{Shown.Cut(areas[i].Id)}'", "the ObjectId of a GpUnit of this report");
                }
                else if (Ranks.ContainsKey(areas[i].Kind))
                {
                    (above[inner] ??= []).Add(i);
                }
            }

            areas[i].Members = [.. areas[i].Parts];
        }

        for (var i = 0; i < areas.Count; i++)
        {
            areas[i].First = areas[i].Parts.Count > 0 && index.TryGetValue(areas[i].Parts[0], out var first) ? first : -1;
        }

        return above;
    }

    /// <summary>The smallest area of a higher rank that has this one, or all its parts. A unit that two of one rank claim is a fault.</summary>
    private int Parent(int unit, List<int>?[] above, ref long lookups)
    {
        var area = areas[unit];
        if (!Ranks.TryGetValue(area.Kind, out var rank))
        {
            return -1;
        }

        int best = -1, rival = -1;
        foreach (var candidate in (above[unit] ?? []).Concat(area.First >= 0 ? above[area.First] ?? [] : []))
        {
            var other = areas[candidate];
            if (candidate == unit || Ranks[other.Kind] >= rank)
            {
                continue;
            }

            lookups += area.Parts.Count + 1;
            if (lookups > MostLookups)
            {
                throw new LimitException("areas that name each other too often", "a report whose areas overlap less");
            }

            if (!other.Members.Contains(area.Id) && !area.Parts.All(other.Members.Contains))
            {
                continue;
            }

            var (mine, theirs) = (Ranks[other.Kind], best < 0 ? -1 : Ranks[areas[best].Kind]);
            if (mine > theirs)
            {
                (best, rival) = (candidate, -1);
            }
            else if (mine == theirs && candidate != best)
            {
                rival = candidate;
            }
        }

        if (rival >= 0)
        {
            units.Fault(area.Line, area.Column, $"'{Shown.Cut(area.Id)}' as part of both '{Shown.Cut(areas[best].Id)}' and '{Shown.Cut(areas[rival].Id)}'", "one area of that rank for each unit");
        }

        return best;
    }

    private sealed class Area(string id, int line, int column)
    {
        public string Id => id;

        public int Line => line;

        public int Column => column;

        public string Name { get; set; } = string.Empty;

        public string Kind { get; set; } = string.Empty;

        public string OtherKind { get; set; } = string.Empty;

        public List<string> Parts { get; } = [];

        public HashSet<string> Members { get; set; } = [];

        public int First { get; set; } = -1;
    }
}
