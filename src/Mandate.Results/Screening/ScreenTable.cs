using Mandate.Results.Running;

namespace Mandate.Results.Screening;

/// <summary>The protocols of one election, one a reporting unit, as the screens look at them.</summary>
public sealed class ScreenTable
{
    private readonly long[] cells;
    private readonly int votesAt;

    /// <summary>Takes protocols in.</summary>
    /// <param name="form">Their form.</param>
    /// <param name="variant">The form's variant, or null.</param>
    /// <param name="layout">Their shape.</param>
    /// <param name="units">Names of the units, each once.</param>
    /// <param name="parents">For each unit the name of the unit it is compared inside, such as its district.</param>
    /// <param name="cells">Rows of <see cref="Layout.Width"/> cells, one a unit; the table keeps the array and fills in the sums.</param>
    internal ScreenTable(Form form, string? variant, Layout layout, IReadOnlyList<string> units, IReadOnlyList<string> parents, long[] cells)
    {
        if (parents.Count != units.Count || cells.LongLength != (long)units.Count * layout.Width)
        {
            throw new ArgumentException($"{units.Count} units, {parents.Count} parents and {cells.LongLength} cells do not fit rows of {layout.Width}.", nameof(cells));
        }

        Form = form;
        Variant = variant;
        Layout = layout;
        Units = units;
        this.cells = cells;
        for (var i = 0; i < units.Count; i++)
        {
            layout.Derive(cells.AsSpan(i * layout.Width, layout.Width));
        }

        votesAt = layout.Figures.FirstOrDefault(f => f.Kind == FigureKind.VotesPerList) is { } votes ? layout.Start(votes)
            : layout.Figures.FirstOrDefault(f => f.Kind == FigureKind.VotesPerCandidate) is { } candidates ? layout.Total(candidates) + 1
            : -1;
        VotesFigure = layout.Figures.FirstOrDefault(f => f.Kind == FigureKind.VotesPerList)?.Id ?? layout.Figures.FirstOrDefault(f => f.Kind == FigureKind.VotesPerCandidate)?.Id ?? string.Empty;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var members = new List<List<int>>();
        GroupOf = new int[units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            if (!numbers.TryGetValue(parents[i], out var group))
            {
                numbers[parents[i]] = group = members.Count;
                members.Add([]);
            }

            GroupOf[i] = group;
            members[group].Add(i);
        }

        Groups = [.. members.Select(m => m.ToArray())];
    }

    /// <summary>Gets the names of the units.</summary>
    public IReadOnlyList<string> Units { get; }

    internal Form Form { get; }

    internal string? Variant { get; }

    internal Layout Layout { get; }

    internal string VotesFigure { get; }

    /// <summary>Gets the number of lists whose votes are known here: none where the form has no votes per list.</summary>
    internal int Lists => votesAt < 0 ? 0 : Layout.Lists.Count;

    /// <summary>Gets the units that lie in one parent, by the order in which parents first come up.</summary>
    internal IReadOnlyList<int[]> Groups { get; }

    internal int[] GroupOf { get; }

    internal ReadOnlySpan<long> Row(int unit) => cells.AsSpan(unit * Layout.Width, Layout.Width);

    /// <summary>A unit's votes, one a list.</summary>
    internal ReadOnlySpan<long> Votes(int unit) => cells.AsSpan((unit * Layout.Width) + Math.Max(votesAt, 0), Lists);

    internal Memory<long> VotesMemory(int unit, int from, int count) => cells.AsMemory((unit * Layout.Width) + votesAt + from, count);

    /// <summary>A unit's votes for all lists together; <see cref="Layout.Blank"/> where one is blank or there are no lists.</summary>
    internal long Sum(int unit)
    {
        long sum = Lists == 0 ? Layout.Blank : 0;
        foreach (var votes in Votes(unit))
        {
            if (votes < 0)
            {
                return Layout.Blank;
            }

            sum += votes;
        }

        return sum;
    }

    /// <summary>The cell of the first of some figures that the protocols have; -1 where they have none.</summary>
    internal int Cell(IEnumerable<string> figures) => figures.Select(Form.Figure).FirstOrDefault(f => f is { Kind: FigureKind.Count } && Layout.Has(f)) is { } figure ? Layout.Start(figure) : -1;

    internal ScreenFigure Figure(int unit, int cell)
    {
        var (figure, list) = NameOf(cell);
        return new ScreenFigure(figure, list, Row(unit)[cell]);
    }

    internal ScreenFigure VotesOf(int unit, int list) => new(VotesFigure, Layout.Lists[list], Votes(unit)[list]);

    /// <summary>The figure that a cell belongs to, and the list.</summary>
    internal (string Figure, string? List) NameOf(int cell)
    {
        var figure = Layout.Figures.Last(f => Layout.Cells(f) > 0 && Layout.Start(f) <= cell);
        return figure.Kind switch
        {
            FigureKind.VotesPerList => (figure.Id, Layout.Lists[cell - Layout.Start(figure)]),
            FigureKind.VotesPerCandidate => (figure.Id, Layout.Lists[Enumerable.Range(0, Layout.Lists.Count).Last(l => Layout.Candidates(figure, l) <= cell)]),
            _ => (figure.Id, null),
        };
    }
}
