using Mandate.Laws;
using Mandate.Results.Running;

namespace Mandate.Results.Import;

/// <summary>Which column of a file goes into which cell of a row.</summary>
/// <param name="Layout">The shape of a row.</param>
/// <param name="Cells">Columns with their cells.</param>
/// <param name="Unit">Columns that name the unit.</param>
/// <param name="Empty">A row without figures: blank, but 0 for figures this election's form does not have.</param>
internal sealed record ColumnPlan(Layout Layout, (int Column, int Cell, bool IsBox)[] Cells, int[] Unit, long[] Empty)
{
    /// <summary>The columns that must be in the header.</summary>
    public static IReadOnlyList<string> Wanted(Mapping? mapping) => mapping is null ? ["unit"] :
    [
        .. mapping.Unit.Columns,
        .. mapping.Figures.Select(f => f.Column),
        .. mapping.Lists.SelectMany(l => l.Columns).Select(c => c.Column),
        .. mapping.Range is { } range ? [range.After] : Array.Empty<string>(),
    ];

    /// <summary>The mapping of a file whose columns bear the form's own names: unit, figures, and FIGURE:LIST.</summary>
    public static Mapping? ByName(Form form, Header header, string shown, Findings findings)
    {
        var figures = new List<FigureColumn>();
        var lists = new List<(string List, FigureColumn Column)>();
        for (var i = 0; i < header.Columns.Count; i++)
        {
            var name = header.Columns[i];
            var parts = name.Split(':');
            var figure = form.Figure(parts[0]);
            if (figure is not null && parts.Length == 1 && figure.Kind is FigureKind.Count or FigureKind.YesNo && !figures.Any(f => f.Figure == name))
            {
                figures.Add(new FigureColumn(name, $"#{i + 1}"));
            }
            else if (figure is not null && parts is [_, { Length: > 0 } list, ..] && (figure.Kind, parts.Length) is (FigureKind.VotesPerList, 2) or (FigureKind.VotesPerCandidate, 3))
            {
                lists.Add((list, new FigureColumn(parts[0], $"#{i + 1}")));
            }
            else if (name != "unit")
            {
                findings.Add(new Finding(shown, 1, i + 1, $"the column '{Shown.Cut(name)}'", "unit, a figure of the form once, or FIGURE:LIST where it has a number for each list; other columns need a mapping"));
            }
        }

        foreach (var figure in form.Figures.Where(f => f.Required && !figures.Any(c => c.Figure == f.Id) && !lists.Any(l => l.Column.Figure == f.Id)))
        {
            findings.Add(new Finding(shown, 1, 1, $"no column '{figure.Id}'", "a column for every required figure of the form"));
        }

        return findings.IsEmpty
            ? new Mapping(form.Id, Words.Same(shown), FileFormat.Unknown, new UnitColumns(["unit"], false), figures, [], [.. lists.GroupBy(l => l.List).Select(g => new ListColumns(g.Key, [.. g.Select(l => l.Column)]))], null, [])
            : null;
    }

    /// <summary>Lays out a file's columns by themselves.</summary>
    public static ColumnPlan Of(Form form, string? variant, Mapping mapping, Header header)
    {
        var lists = Lists(mapping, header);
        var named = mapping.Figures.Select(f => f.Figure).Concat(lists.SelectMany(l => l.Columns).Select(c => c.Figure)).Concat(mapping.Absent).ToHashSet(StringComparer.Ordinal);
        var figures = form.Figures.Where(f => named.Contains(f.Id) && f.IsOn(variant)).ToList();
        var candidates = figures.FirstOrDefault(f => f.Kind == FigureKind.VotesPerCandidate)?.Id;
        return Into(new Layout(figures, [.. lists.Select(l => l.Id)], [.. lists.Select(l => l.Columns.Count(c => c.Figure == candidates))]), mapping, lists, header);
    }

    /// <summary>Lays a file's columns out for a count, which knows its figures and lists already.</summary>
    /// <returns>Null after noting figures, lists and candidates that the count does not have.</returns>
    public static ColumnPlan? For(Layout layout, Mapping mapping, Header header, string shown, Findings findings)
    {
        var lists = Lists(mapping, header);
        foreach (var (figure, column) in mapping.Figures.Concat(lists.SelectMany(l => l.Columns)).DistinctBy(c => c.Figure).Where(c => layout.Figures.All(f => f.Id != c.Figure)))
        {
            findings.Add(new Finding(shown, mapping.Format.HeaderRow, header.Find(column) + 1, $"the figure '{Shown.Cut(figure)}'", "one of " + string.Join(", ", layout.Figures.Select(f => f.Id)) + ", as the count was opened with"));
        }

        foreach (var list in lists)
        {
            var l = layout.Find(list.Id);
            var at = header.Find(list.Columns[0].Column) + 1;
            if (l < 0)
            {
                findings.Add(new Finding(shown, mapping.Format.HeaderRow, at, $"the list '{Shown.Cut(list.Id)}'", "one of " + string.Join(", ", layout.Lists) + ", as on the ballot"));
            }
            else if (layout.Figures.FirstOrDefault(f => f.Kind == FigureKind.VotesPerCandidate) is { } figure && list.Columns.Count(c => c.Figure == figure.Id) is > 0 and var columns && columns != layout.CountCandidates(l))
            {
                findings.Add(new Finding(shown, mapping.Format.HeaderRow, at, $"{columns} candidates of '{Shown.Cut(list.Id)}'", $"{layout.CountCandidates(l)}, as the count was opened with"));
            }
        }

        return findings.IsEmpty ? Into(layout, mapping, lists, header) : null;
    }

    private static IReadOnlyList<ListColumns> Lists(Mapping mapping, Header header)
    {
        if (mapping.Range is not { } range)
        {
            return mapping.Lists;
        }

        var first = header.Find(range.After) + 1;
        return [.. Enumerable.Range(first, header.Columns.Count - first).Where(i => header.Columns[i].Length > 0 && !range.Except.Contains(header.Columns[i]))
            .Select(i => new ListColumns(header.Columns[i], [new FigureColumn(range.Figure, $"#{i + 1}")]))];
    }

    private static ColumnPlan Into(Layout layout, Mapping mapping, IReadOnlyList<ListColumns> lists, Header header)
    {
        var figures = layout.Figures;
        var cells = new List<(int, int, bool)>();
        foreach (var (id, column) in mapping.Figures)
        {
            if (figures.FirstOrDefault(f => f.Id == id) is { } figure)
            {
                cells.Add((header.Find(column), layout.Start(figure), figure.Kind == FigureKind.YesNo));
            }
        }

        foreach (var list in lists)
        {
            var l = layout.Find(list.Id);
            foreach (var group in list.Columns.GroupBy(c => c.Figure))
            {
                if (figures.FirstOrDefault(f => f.Id == group.Key) is { } figure)
                {
                    var start = figure.Kind == FigureKind.VotesPerList ? layout.Start(figure) + l : layout.Candidates(figure, l);
                    cells.AddRange(group.Select((c, i) => (header.Find(c.Column), start + i, false)));
                }
            }
        }

        var empty = new long[layout.Width];
        Array.Fill(empty, Layout.Blank);
        foreach (var figure in figures.Where(f => mapping.Absent.Contains(f.Id)))
        {
            empty.AsSpan(layout.Start(figure), layout.Cells(figure)).Clear();
        }

        return new ColumnPlan(layout, [.. cells], [.. mapping.Unit.Columns.Select(header.Find)], empty);
    }
}
