using Mandate.Laws;
using Mandate.Laws.Reading;
using Mandate.Results.Import;

namespace Mandate.Results.Forms;

/// <summary>Reads a mapping and holds it against its form; every fault is noted with line and column.</summary>
internal sealed class MappingReader
{
    private readonly Form form;
    private readonly List<string> named = [];

    private MappingReader(Form form) => this.form = form;

    /// <summary>Reads a file.</summary>
    /// <returns>The mapping, or null after noting every fault.</returns>
    public static Mapping? Read(string path, string shown, Form form, Findings findings) =>
        YamlFile.Open(path, shown, findings) is { } root ? new MappingReader(form).Mapping(root, findings) : null;

    /// <summary>Reads a text.</summary>
    /// <returns>The mapping, or null after noting every fault.</returns>
    public static Mapping? Parse(string text, string shown, Form form, Findings findings) =>
        YamlFile.Parse(text, shown, findings) is { } root ? new MappingReader(form).Mapping(root, findings) : null;

    private Mapping? Mapping(YamlEntry root, Findings findings)
    {
        if (root.Map("a mapping of form, title, unit, figures and lists") is not { } map)
        {
            return null;
        }

        var id = map.Required("form");
        if (id?.Text("the id of a form") is { } text && text != form.Id)
        {
            id.Fault($"the form that is asked for, '{form.Id}'");
        }

        var title = map.Required("title")?.Words("a title");
        var format = Format(map.Optional("file"));
        var unit = Unit(map.Required("unit"));
        var figures = Figures(map.Required("figures"), f => f.Kind is FigureKind.Count or FigureKind.YesNo, "a figure of the form that is one number or box");
        var absent = Absent(map.Optional("absent"));
        var lists = map.Optional("lists");
        var range = lists?.IsMap == true ? Range(lists) : null;
        List<ListColumns> listed = range is null ? Lists(lists) : [];
        foreach (var figure in form.Figures.Where(f => f.Required && !named.Contains(f.Id)))
        {
            map.Entry.Fault($"no column for '{figure.Id}'", "a column for every required figure of the form");
        }

        var sources = SourceReader.Read(map.Optional("sources"));
        map.Close();
        return findings.IsEmpty ? new Mapping(form.Id, title!, format, unit, figures, absent, listed, range, sources) : null;
    }

    private static FileFormat Format(YamlEntry? entry)
    {
        if (entry?.Map("what is known of the file") is not { } map)
        {
            return FileFormat.Unknown;
        }

        var encoding = map.Optional("encoding");
        var name = encoding?.Text("an encoding");
        if (name is not null && Encodings.Find(name) is null)
        {
            encoding!.Fault("an encoding such as utf-8, utf-16, windows-1251, windows-1252 or koi8-r");
        }

        var format = new FileFormat(
            name, Letter(map.Optional("delimiter"), [',', ';', '\t', '|'], "a delimiter: , ; | or tab"),
            Letter(map.Optional("thousands"), [' ', '.', ',', '\''], "what sets thousands apart: a space, . , or '"),
            Letter(map.Optional("decimal"), ['.', ','], "what stands before decimals: . or ,"),
            map.Optional("member")?.Text("a file inside the zip"),
            map.Optional("header-row")?.Number(1, 100, "the row of column names") ?? 1,
            [.. (map.Optional("blank")?.OneOrMore() ?? []).Select(b => b.Text("a text that means unknown")).OfType<string>()]);
        map.Close();
        return format;
    }

    private static char? Letter(YamlEntry? entry, char[] allowed, string expected)
    {
        if (entry?.Text(expected) is not { } text)
        {
            return null;
        }

        var letter = text == "tab" ? '\t' : text.Length == 1 ? text[0] : '\0';
        if (!allowed.Contains(letter))
        {
            entry.Fault(expected);
        }

        return letter;
    }

    private static UnitColumns Unit(YamlEntry? entry)
    {
        const string Expected = "the columns that name a unit";
        if (entry is null)
        {
            return new UnitColumns([], false);
        }

        if (!entry.IsMap)
        {
            return new UnitColumns(Columns(entry, Expected), false);
        }

        var map = entry.Map(Expected)!;
        var columns = map.Required("columns") is { } list ? Columns(list, Expected) : [];
        var repeated = map.Optional("repeated");
        if (repeated is not null && repeated.Text("numbered") is { } word && word != "numbered")
        {
            repeated.Fault("numbered");
        }

        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Optional("first")?.Map("ids of units by what the first column calls them") is { } names)
        {
            foreach (var key in names.Keys.ToList())
            {
                if (names.Required(key)?.Text("the id of a unit") is { } id)
                {
                    first[key] = id;
                }
            }

            names.Close();
        }

        map.Close();
        return new UnitColumns(columns, repeated is not null, first);
    }

    private static List<string> Columns(YamlEntry entry, string expected) => [.. entry.OneOrMore().Select(c => c.Text(expected)).OfType<string>()];

    private List<FigureColumn> Figures(YamlEntry? entry, Func<Figure, bool> fits, string expected)
    {
        var columns = new List<FigureColumn>();
        if (entry?.Map("columns by figure") is not { } map)
        {
            return columns;
        }

        foreach (var key in map.Keys.ToList())
        {
            Column(map, key, fits, expected, columns);
        }

        map.Close();
        return columns;
    }

    private void Column(YamlMap map, string key, Func<Figure, bool> fits, string expected, List<FigureColumn> columns)
    {
        var value = map.Required(key);
        var figure = form.Figure(key);
        if (figure is null || !fits(figure))
        {
            map.KeyEntry(key).Fault($"'{key}'", expected);
            return;
        }

        named.Add(key);
        foreach (var column in value is null ? [] : figure.Kind == FigureKind.VotesPerCandidate ? value.OneOrMore() : [value])
        {
            if (column.Text("a column: its header, or # and its number") is { } text)
            {
                columns.Add(new FigureColumn(key, text));
            }
        }
    }

    private List<string> Absent(YamlEntry? entry)
    {
        var absent = new List<string>();
        foreach (var item in entry?.OneOrMore() ?? [])
        {
            if (item.Text("a figure") is { } id)
            {
                if (form.Figure(id) is not { CanBeAbsent: true } || named.Contains(id))
                {
                    item.Fault("a figure that can be absent and has no column here: " + string.Join(", ", form.Figures.Where(f => f.CanBeAbsent).Select(f => f.Id).DefaultIfEmpty("this form has none")));
                }

                absent.Add(id);
            }
        }

        return absent;
    }

    private ListRange Range(YamlEntry entry)
    {
        var map = entry.Map("a range of columns")!;
        var figure = map.Required("figure");
        var id = figure?.Text("a figure with a number for each list");
        if (id is not null && form.Figure(id) is not { Kind: FigureKind.VotesPerList })
        {
            figure!.Fault("a figure with a number for each list");
        }

        named.Add(id ?? string.Empty);
        var after = map.Required("after")?.Text("the column before the first list");
        List<string> except = map.Optional("except") is { } exceptions ? Columns(exceptions, "a column that is no list") : [];
        map.Close();
        return new ListRange(id ?? string.Empty, after ?? string.Empty, except);
    }

    private List<ListColumns> Lists(YamlEntry? entry)
    {
        var lists = new List<ListColumns>();
        foreach (var item in entry?.List("lists with their columns, or a range of columns") ?? [])
        {
            if (item.Map("a list: a mapping of id and columns") is not { } map)
            {
                continue;
            }

            var id = map.Required("id")?.Id("an id of the list");
            var columns = new List<FigureColumn>();
            foreach (var key in map.Keys.Where(k => k != "id").ToList())
            {
                Column(map, key, f => f.Kind is FigureKind.VotesPerList or FigureKind.VotesPerCandidate, "a figure with numbers for each list", columns);
            }

            map.Close();
            if (lists.Any(l => l.Id == id))
            {
                item.Fault($"list '{id}' a second time", "each list once");
            }

            lists.Add(new ListColumns(id ?? string.Empty, columns));
        }

        return lists;
    }
}
