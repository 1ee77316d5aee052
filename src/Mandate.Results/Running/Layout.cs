namespace Mandate.Results.Running;

/// <summary>Where each figure of a protocol stands in a row of numbers.</summary>
/// <remarks>
/// A row has the figures as they were read, and behind them the sums over lists and candidates, which <see cref="Derive"/>
/// fills in. A blank is <see cref="Blank"/>; a sum with a blank in it is blank.
/// </remarks>
internal sealed class Layout
{
    /// <summary>The most lists a ballot can have here, and the most candidates in all.</summary>
    public const int MostLists = 10_000;

    /// <summary>An unknown figure; figures themselves are never negative.</summary>
    public const long Blank = -1;

    private readonly Dictionary<string, int> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> totals = new(StringComparer.Ordinal);
    private readonly (int Start, int Total)[] perList;
    private readonly (int Start, int Total)[] perCandidate;
    private readonly int[] candidateStarts;

    /// <param name="figures">The figures that the protocols have.</param>
    /// <param name="lists">Ids of lists, in the order of the ballot.</param>
    /// <param name="candidates">How many candidates each list has; null where there are none.</param>
    public Layout(IReadOnlyList<Figure> figures, IReadOnlyList<string> lists, IReadOnlyList<int>? candidates = null)
    {
        Figures = figures;
        Lists = lists;
        candidateStarts = new int[lists.Count + 1];
        for (var l = 0; l < lists.Count; l++)
        {
            candidateStarts[l + 1] = candidateStarts[l] + (candidates?[l] ?? 0);
        }

        foreach (var figure in figures)
        {
            starts[figure.Id] = RawWidth;
            RawWidth += Cells(figure);
        }

        Width = RawWidth;
        foreach (var figure in figures.Where(f => f.Kind is FigureKind.VotesPerList or FigureKind.VotesPerCandidate))
        {
            totals[figure.Id] = Width;
            Width += figure.Kind == FigureKind.VotesPerList ? 1 : 1 + lists.Count;
        }

        perList = Of(FigureKind.VotesPerList);
        perCandidate = Of(FigureKind.VotesPerCandidate);

        (int Start, int Total)[] Of(FigureKind kind) => [.. figures.Where(f => f.Kind == kind).Select(f => (starts[f.Id], totals[f.Id]))];
    }

    public IReadOnlyList<Figure> Figures { get; }

    public IReadOnlyList<string> Lists { get; }

    /// <summary>Gets how many cells are read from a protocol.</summary>
    public int RawWidth { get; }

    /// <summary>Gets how many cells a row has, sums included.</summary>
    public int Width { get; }

    public bool Has(Figure figure) => starts.ContainsKey(figure.Id);

    /// <summary>The first cell of a figure; lists and candidates follow in order.</summary>
    public int Start(Figure figure) => starts[figure.Id];

    /// <summary>The cell of a figure's sum over all lists; those of single lists follow where it has candidates.</summary>
    public int Total(Figure figure) => totals[figure.Id];

    /// <summary>The first cell of a list's candidates.</summary>
    public int Candidates(Figure figure, int list) => Start(figure) + candidateStarts[list];

    /// <summary>The place of a list; -1 where there is none.</summary>
    public int Find(string list)
    {
        for (var l = 0; l < Lists.Count; l++)
        {
            if (Lists[l] == list)
            {
                return l;
            }
        }

        return -1;
    }

    /// <summary>How many candidates a list has.</summary>
    public int CountCandidates(int list) => candidateStarts[list + 1] - candidateStarts[list];

    /// <summary>The cells of a figure that belong to a list: one, or one a candidate; for a figure without lists its only cell.</summary>
    public (int First, int Count) CellsOf(Figure figure, int list) => figure.Kind switch
    {
        FigureKind.VotesPerList => (Start(figure) + list, 1),
        FigureKind.VotesPerCandidate => (Candidates(figure, list), CountCandidates(list)),
        _ => (Start(figure), 1),
    };

    /// <summary>How many cells of a row a figure takes.</summary>
    public int Cells(Figure figure) => figure.Kind switch
    {
        FigureKind.VotesPerList => Lists.Count,
        FigureKind.VotesPerCandidate => candidateStarts[^1],
        _ => 1,
    };

    /// <summary>Fills in the sums.</summary>
    public void Derive(Span<long> row)
    {
        foreach (var (start, total) in perList)
        {
            row[total] = Sum(row.Slice(start, Lists.Count));
        }

        foreach (var (start, total) in perCandidate)
        {
            for (var l = 0; l < Lists.Count; l++)
            {
                row[total + 1 + l] = Sum(row[(start + candidateStarts[l])..(start + candidateStarts[l + 1])]);
            }

            row[total] = Sum(row.Slice(total + 1, Lists.Count));
        }
    }

    /// <summary>A sum, blank where one part is.</summary>
    private static long Sum(ReadOnlySpan<long> cells)
    {
        long sum = 0;
        foreach (var cell in cells)
        {
            if (cell < 0)
            {
                return Blank;
            }

            sum += cell;
        }

        return sum;
    }
}
