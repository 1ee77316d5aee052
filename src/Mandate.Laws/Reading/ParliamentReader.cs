namespace Mandate.Laws.Reading;

/// <summary>Reads a parliament's file.</summary>
internal static class ParliamentReader
{
    public static Parliament? Read(string path, string shown, Findings findings)
    {
        if (YamlFile.Open(path, shown, findings)?.Map("a parliament: a mapping with country, title, parties, chambers and decides") is not { } map)
        {
            return null;
        }

        var of = map.Required("country");
        var country = of?.Id("the country");
        if (country is not null && country != Path.GetFileNameWithoutExtension(path))
        {
            of!.Fault($"the file's name '{Path.GetFileNameWithoutExtension(path)}'");
        }

        var title = map.Required("title")?.Words("the parliament's name");
        var parties = Parties(map.Required("parties"));
        parties.AddRange(Parties(map.Optional("groups")));
        foreach (var party in parties.Where(p => p.Became is { } next && parties.All(o => o.Id != next)))
        {
            map.Entry.Fault($"'{party.Id}' became '{party.Became}'", "a party of this file");
        }

        var chambers = map.Required("chambers")?.List("a list of chambers").Select(Chamber).OfType<Chamber>().ToList() ?? [];
        var deciding = Deciding(map.Required("decides"), chambers);
        var notes = map.Optional("notes")?.List("a list of notes").Select(n => n.Words("a note")).OfType<Words>().ToList() ?? [];
        var sources = SourceReader.Read(map.Optional("sources"));
        map.Close();
        return findings.IsEmpty ? new Parliament
        {
            Country = country!, Title = title!, Parties = parties, Chambers = chambers, Deciding = deciding!, Notes = notes, Sources = sources,
        } : null;
    }

    private static List<Party> Parties(YamlEntry? entry)
    {
        var parties = new List<Party>();
        foreach (var item in entry?.List("a list of parties") ?? [])
        {
            if (item.Map("a party: a mapping of id, name and colour") is not { } map)
            {
                continue;
            }

            var id = map.Required("id")?.Id("an id") ?? string.Empty;
            var name = map.Required("name")?.Words("a name") ?? Words.Same(id);
            var label = map.Optional("short")?.Words("a short name") ?? name;
            var colour = map.Optional("colour");
            var value = colour?.Text("a colour") ?? "#767676";
            if (value.Length != 7 || value[0] != '#' || !value[1..].All(char.IsAsciiHexDigit))
            {
                colour!.Fault("a colour such as #1f6fb4");
            }

            map.Optional("kind")?.Text("a kind");
            string? became = null;
            if (map.Optional("became")?.Map("a mapping of party, day and source") is { } next)
            {
                became = next.Required("party")?.Id("a party");
                next.Optional("day")?.Text("a day");
                next.Optional("source")?.Text("a source");
                next.Optional("note")?.Words("a note");
                next.Close();
            }

            map.Optional("note")?.Words("a note");
            map.Close();
            if (parties.Any(p => p.Id == id))
            {
                item.Fault($"'{id}' a second time", "each party once");
            }

            parties.Add(new Party(id, name, label, value, became));
        }

        return parties;
    }

    private static Chamber? Chamber(YamlEntry entry)
    {
        if (entry.Map("a chamber: a mapping of id, name, kind and terms") is not { } map)
        {
            return null;
        }

        var id = map.Required("id")?.Id("an id");
        var name = map.Required("name")?.Words("a name");
        var kind = map.Required("kind");
        var word = kind?.Text("a kind");
        if (word is not null and not ("parties" or "nonpartisan"))
        {
            kind!.Fault("parties or nonpartisan");
        }

        map.Optional("law")?.Text("a law");
        var terms = map.Required("terms")?.List("a list of terms").Select(Term).OfType<Term>().OrderBy(t => t.Begins ?? DateOnly.MinValue).ToList() ?? [];
        map.Close();
        return id is null || name is null ? null : new Chamber(id, name, word == "nonpartisan", terms);
    }

    private static Term? Term(YamlEntry entry)
    {
        if (entry.Map("a term: a mapping of begins, ends, seats and election or groups") is not { } map)
        {
            return null;
        }

        var convocation = map.Optional("convocation")?.Number(1, 1000, "the convocation");
        var begins = map.Optional("begins")?.Day("the first day");
        var last = map.Optional("ends");
        var ends = last?.Day("the last day");
        if (begins > ends)
        {
            last!.Fault("a day not before 'begins'");
        }

        var seats = map.Required("seats")?.Number(1, 10_000, "seats") ?? 0;
        var election = map.Optional("election")?.Id("an election");
        var groups = new List<KeyValuePair<string, int>>();
        if (map.Optional("groups")?.Map("seats by group") is { } by)
        {
            groups.AddRange(by.Keys.Select(g => KeyValuePair.Create(g, by.Required(g)?.Number(1, 10_000, "seats") ?? 0)));
        }

        var rest = map.Optional("unknown")?.Number(0, 10_000, "seats whose group is not known") ?? 0;
        if (election is null && groups.Sum(g => g.Value) + rest != seats)
        {
            entry.Fault($"groups of {groups.Sum(g => g.Value)} and {rest} unknown", $"{seats} seats together");
        }

        map.Optional("units")?.Number(1, 1000, "regions and cities");
        var note = map.Optional("note")?.Words("a note");
        var sources = map.Optional("sources")?.List("ids of sources").Select(s => s.Text("a source")).OfType<string>().ToList() ?? [];
        map.Close();
        return new Term(convocation, begins, ends, seats, election, groups, rest, note, sources);
    }

    private static Deciding? Deciding(YamlEntry? entry, List<Chamber> chambers)
    {
        if (entry?.Map("a mapping of read-from, since and decisions") is not { } map)
        {
            return null;
        }

        var from = map.Required("read-from")?.Words("the text the rules were read from");
        var since = map.Optional("since")?.Day("the first day that text was in force");
        var decisions = new List<Decision>();
        foreach (var item in map.Required("decisions")?.List("a list of decisions") ?? [])
        {
            if (item.Map("a decision: a mapping of id, name, chambers and at-least or more-than") is not { } decision)
            {
                continue;
            }

            var id = decision.Required("id")?.Id("an id") ?? string.Empty;
            var name = decision.Required("name")?.Words("what is decided") ?? Words.Same(id);
            var of = decision.Required("chambers");
            var ids = of?.List("ids of chambers").Select(c => c.Id("a chamber")).OfType<string>().ToList() ?? [];
            if (ids.Any(i => chambers.All(c => c.Id != i)))
            {
                of!.Fault("one of " + string.Join(", ", chambers.Select(c => c.Id)));
            }

            var least = decision.Optional("at-least");
            var more = decision.Optional("more-than");
            if (least is null == more is null)
            {
                item.Fault("not one of 'at-least' and 'more-than'", "one of them, such as at-least: 2/3");
            }

            var share = (least ?? more)?.Share("a share of all members");
            decisions.Add(new Decision(id, name, ids, share ?? Electoral.Ratio.Zero, more is not null, LawReader.Article(decision)));
            decision.Close();
        }

        map.Close();
        return from is null ? null : new Deciding(from, since, decisions);
    }
}
