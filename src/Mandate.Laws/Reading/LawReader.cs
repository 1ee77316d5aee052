using Mandate.Electoral;

namespace Mandate.Laws.Reading;

/// <summary>Reads a law file. Every fault is noted; a law comes back only when there is none.</summary>
internal static class LawReader
{
    /// <summary>Figures an election can carry without the law defining them.</summary>
    internal static IReadOnlyList<string> CommonFigures { get; } =
        ["registered", "electors", "population", "present", "issued", "voted", "found", "invalid", "valid", "votes"];

    public static Law? Read(string path, string shown, Findings findings) =>
        YamlFile.Open(path, shown, findings) is { } root ? Read(root, shown) : null;

    public static Law? Read(YamlEntry root, string shown)
    {
        if (root.Map("a law: a mapping with id, title and versions") is not { } map)
        {
            return null;
        }

        var id = LawId(map.Required("id"));
        var title = map.Required("title")?.Words("the law's title");
        var alphabets = Alphabets(map.Optional("alphabets"));
        var sources = SourceReader.Read(map.Optional("sources"));
        var versions = new List<LawVersion>();
        foreach (var entry in map.Required("versions")?.List("a list of versions") ?? [])
        {
            if (Version(entry, id ?? string.Empty, alphabets) is { } version)
            {
                if (versions.Any(v => v.Id == version.Id))
                {
                    entry.Fault($"version '{version.Id}' a second time", "each version once");
                }

                versions.Add(version);
            }
        }

        if (versions.Count == 0 && root.Findings.IsEmpty)
        {
            root.Fault("no version", "at least one version");
        }

        map.Close();
        return root.Findings.IsEmpty
            ? new Law(id!, title!, [.. versions.OrderBy(v => v.Id, StringComparer.Ordinal)], sources, shown)
            : null;
    }

    private static string? LawId(YamlEntry? entry)
    {
        const string expected = "an id of country and body, such as kz/majilis";
        var text = entry?.Text(expected);
        if (text is null || (text.Split('/') is [{ Length: > 0 }, { Length: > 0 }] && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/')))
        {
            return text;
        }

        entry!.Fault(expected);
        return null;
    }

    private static Dictionary<string, IReadOnlyList<string>> Alphabets(YamlEntry? entry)
    {
        var alphabets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (entry?.Map("a mapping of alphabets") is not { } map)
        {
            return alphabets;
        }

        foreach (var name in map.Keys.ToList())
        {
            var value = map.Required(name);
            var letters = value?.Text("letters in order, with spaces between")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            if (letters.Any(l => l.Length != 1) || letters.Distinct().Count() != letters.Length)
            {
                value!.Fault("single letters, each once, with spaces between");
            }

            alphabets[name] = letters;
        }

        return alphabets;
    }

    private static LawVersion? Version(YamlEntry entry, string law, IReadOnlyDictionary<string, IReadOnlyList<string>> alphabets)
    {
        if (entry.Map("a version: a mapping with id, act and tiers") is not { } map)
        {
            return null;
        }

        var id = VersionId(map.Required("id"));
        var act = map.Required("act")?.Words("the act");
        var changes = map.Optional("changes")?.Words("what changed");
        DateOnly? from = null, until = null;
        Words? note = null;
        if (map.Optional("in-force")?.Map("a mapping of from, until and note") is { } force)
        {
            from = force.Optional("from")?.Day("the first day in force");
            until = force.Optional("until")?.Day("the last day in force");
            note = force.Optional("note")?.Words("what is known of the days in force");
            force.Close();
        }

        var turnout = TurnoutOf(map.Optional("turnout"));
        var figures = Figures(map.Optional("figures"));
        var relations = Relations(map.Optional("relations"));
        var texts = new TierTexts();
        var known = new LawScope([.. CommonFigures, .. figures.Select(f => f.Name)], alphabets);
        var tiers = TierReader.Read(map.Required("tiers"), known, texts);
        var notes = map.Optional("notes")?.List("a list of notes").Select(n => n.Words("a note")).OfType<Words>().ToList() ?? [];
        map.Close();
        return id is null || act is null ? null : new LawVersion
        {
            Law = law,
            Id = id,
            Act = act,
            Changes = changes,
            From = from,
            Until = until,
            InForceNote = note,
            Notes = notes,
            Turnout = turnout,
            TierNames = texts.Names,
            StepLines = texts.Lines,
            Rules = new Rules(tiers, figures, relations, alphabets),
        };
    }

    /// <summary>The day the act was signed, or its year where the day is not known.</summary>
    private static string? VersionId(YamlEntry? entry)
    {
        const string expected = "the day the act was signed, written YYYY-MM-DD, or its year where the day is not known";
        if (entry?.Text(expected) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _))
        {
            return text;
        }

        entry.Fault(expected);
        return null;
    }

    private static Turnout? TurnoutOf(YamlEntry? entry)
    {
        const string expected = "two figures, such as issued / registered";
        if (entry?.Text(expected) is not { } text)
        {
            return null;
        }

        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (parts is [var part, var of] && CommonFigures.Contains(part) && CommonFigures.Contains(of))
        {
            return new Turnout(part, of);
        }

        entry.Fault(expected);
        return null;
    }

    private static List<FigureRule> Figures(YamlEntry? entry)
    {
        var rules = new List<FigureRule>();
        if (entry?.Map("a mapping of figures") is not { } map)
        {
            return rules;
        }

        foreach (var name in map.Keys.ToList())
        {
            if (map.Required(name)?.Map("a figure: a mapping of is and article") is { } figure)
            {
                var ways = figure.Required("is")?.OneOrMore().Select(Sum).OfType<FigureSum>().ToList() ?? [];
                rules.Add(new FigureRule(name, ways, Article(figure)));
                figure.Close();
            }
        }

        return rules;
    }

    private static FigureSum? Sum(YamlEntry entry)
    {
        const string expected = "a sum of figures, such as found - invalid";
        if (entry.Text(expected) is not { } text)
        {
            return null;
        }

        var sum = FigureSum.Parse(text);
        if (sum is null)
        {
            entry.Fault(expected);
        }

        return sum;
    }

    private static List<Relation> Relations(YamlEntry? entry)
    {
        var relations = new List<Relation>();
        foreach (var item in entry?.List("a list of relations") ?? [])
        {
            var map = item.IsMap ? item.Map(string.Empty) : null;
            var holder = map is null ? item : map.Required("holds");
            var article = map is null ? null : Article(map);
            map?.Close();
            const string expected = "a relation of figures, such as found = votes + invalid or found <= issued";
            if (holder?.Text(expected) is not { } text)
            {
                continue;
            }

            var equal = text.Contains(" = ", StringComparison.Ordinal);
            var sides = text.Split(equal ? " = " : " <= ");
            if (sides is [var left, var right] && FigureSum.Parse(left) is { } a && FigureSum.Parse(right) is { } b)
            {
                relations.Add(new Relation(a, equal, b, article));
            }
            else
            {
                holder.Fault(expected);
            }
        }

        return relations;
    }

    internal static string? Article(YamlMap map) => map.Optional("article")?.Text("an article of the act, such as 97-1(3)");
}

/// <summary>Names that steps of a version may use.</summary>
/// <param name="Figures">Figures.</param>
/// <param name="Alphabets">Alphabets.</param>
internal sealed record LawScope(IReadOnlyList<string> Figures, IReadOnlyDictionary<string, IReadOnlyList<string>> Alphabets);
