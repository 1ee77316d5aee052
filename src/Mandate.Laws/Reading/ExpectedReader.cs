namespace Mandate.Laws.Reading;

/// <summary>Reads expected.yaml.</summary>
internal static class ExpectedReader
{
    public static Expected? Read(string folder, string shown, Findings findings)
    {
        var path = Path.Combine(folder, "expected.yaml");
        if (!File.Exists(path) || YamlFile.Open(path, shown + "/expected.yaml", findings)?.Map("a mapping of source, tiers, total, areas, elected and weak") is not { } map)
        {
            return null;
        }

        map.Optional("source");
        var tiers = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        if (map.Optional("tiers")?.Map("a mapping of tiers") is { } of)
        {
            foreach (var tier in of.Keys)
            {
                tiers[tier] = Seats(of.Required(tier));
            }
        }

        var total = map.Optional("total") is { } t ? Seats(t) : null;
        var elected = new Dictionary<(string, string), IReadOnlyList<string>>();
        if (map.Optional("elected")?.Map("a mapping of contests") is { } contests)
        {
            foreach (var contest in contests.Keys)
            {
                if (contests.Required(contest)?.Map("a mapping of units") is { } units)
                {
                    foreach (var unit in units.Keys)
                    {
                        elected[(contest, unit)] = [.. units.Required(unit)?.List("persons").Select(p => p.Text("a person")).OfType<string>() ?? []];
                    }
                }
            }
        }

        var areas = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        if (map.Optional("areas")?.Map("a mapping of areas") is { } places)
        {
            foreach (var area in places.Keys)
            {
                areas[area] = Seats(places.Required(area));
            }

            places.Close();
        }

        var weak = map.Optional("weak")?.Text("why the figures cannot give these seats");
        map.Close();
        return new Expected(tiers, total, elected) { Areas = areas, Weak = weak };
    }

    private static Dictionary<string, int> Seats(YamlEntry? entry)
    {
        var seats = new Dictionary<string, int>(StringComparer.Ordinal);
        if (entry?.Map("seats by list") is { } map)
        {
            foreach (var list in map.Keys)
            {
                seats[list] = map.Required(list)?.Number(0, 1_000_000, "seats") ?? 0;
            }
        }

        return seats;
    }
}
