namespace Mandate.Electoral.Matrices;

/// <summary>The lower apportionment of double proportional representation: seats of districts and of lists at once.</summary>
public static class MatrixApportionment
{
    /// <summary>Sweeps of alternating scaling before seats are moved one by one.</summary>
    private const int Sweeps = 8;

    /// <summary>Seats out of place for which another sweep is not worth its time.</summary>
    private const int FewSeats = 2;

    /// <summary>Finds the matrix of the divisor method with standard rounding (Sainte-Laguë).</summary>
    /// <param name="areas">The districts with their seats and votes; at least one.</param>
    /// <param name="lists">The lists with their seats; at least one. Their seats sum to those of the districts.</param>
    /// <returns>The matrix with the factors that prove it and the cells that tie, or the districts and lists that make it impossible.</returns>
    /// <exception cref="ArgumentException">Sums differ, an id stands twice, or votes do not match the lists.</exception>
    /// <remarks>
    /// <para>Literature: M. Balinski and G. Demange, 1989; F. Pukelsheim, <i>Proportional Representation</i>, 2nd ed. 2017, chapters 14 and 15.</para>
    /// <para>Exact: a few sweeps of alternating scaling and shortest chains of exchanges, in floating point, lead to a matrix; it is
    /// given out only when whole numbers prove that no exchange of seats betters it. The answer depends neither on
    /// the order of districts and lists nor on the scale of the votes of any of them.</para>
    /// <para>A list takes no seat where it has no votes.</para>
    /// </remarks>
    /// <example>Two districts of two seats, votes 60, 40 and 50, 50, and two seats each give 1, 1 and 1, 1.</example>
    public static MatrixOutcome Allocate(IReadOnlyList<MatrixArea> areas, IReadOnlyList<MatrixList> lists)
    {
        Check(areas, lists);
        var matrix = new SeatMatrix(
            areas.Count,
            lists.Count,
            [.. areas.SelectMany(a => a.Votes.Select(v => v.Value))],
            [.. areas.SelectMany(a => lists.Select((_, j) => a.Least.Count == 0 ? 0 : a.Least[j].Value))],
            [.. areas.Select(a => a.Seats.Value)],
            [.. lists.Select(l => l.Seats.Value)]);
        if (Narrow(matrix, areas, lists) is { } impossible)
        {
            return impossible;
        }

        AlternatingScaling.Run(matrix, Sweeps, FewSeats);
        if (new ExchangePaths(matrix).Run() is { } closed)
        {
            return Proof(matrix, areas, lists, closed.Rows, closed.Columns);
        }

        return Centre.Run(matrix) ? Unique(matrix, areas, lists) : Checked(matrix, areas, lists);
    }

    /// <summary>A matrix that its binary factors prove strictly: there is no other.</summary>
    private static MatrixOutcome.Solved Unique(SeatMatrix matrix, IReadOnlyList<MatrixArea> areas, IReadOnlyList<MatrixList> lists) => new(
        areas,
        lists,
        Rows(matrix, []),
        [],
        [.. matrix.RowFactor.Select(BinaryCheck.Exact)],
        [.. Enumerable.Range(0, matrix.Columns).Select(j => 1 / BinaryCheck.Exact(BinaryCheck.Inverse(matrix, j)))]);

    private static MatrixOutcome.Solved Checked(SeatMatrix matrix, IReadOnlyList<MatrixArea> areas, IReadOnlyList<MatrixList> lists)
    {
        var factors = ExactFactors.Of(matrix);
        var ties = factors.Ties();
        return new MatrixOutcome.Solved(
            areas,
            lists,
            Rows(matrix, ties.Where(t => !t.Takes)),
            [.. ties.Select(t => new OpenCell(t.Row, t.Column)).OrderBy(c => c.Area).ThenBy(c => c.List)],
            [.. Enumerable.Range(0, matrix.Rows).Select(factors.Row)],
            [.. Enumerable.Range(0, matrix.Columns).Select(factors.Column)]);
    }

    /// <summary>Seats row by row, one fewer where a cell could give one up.</summary>
    private static List<IReadOnlyList<int>> Rows(SeatMatrix matrix, IEnumerable<(int Row, int Column, bool Takes)> less)
    {
        var seats = matrix.Seats.ToArray();
        foreach (var (row, column, _) in less)
        {
            seats[matrix.Cell(row, column)]--;
        }

        return [.. Enumerable.Range(0, matrix.Rows).Select(i => seats[(i * matrix.Columns)..((i + 1) * matrix.Columns)])];
    }

    /// <summary>A single district or list that cannot have its seats, whatever the others have.</summary>
    private static MatrixOutcome.Impossible? Narrow(SeatMatrix matrix, IReadOnlyList<MatrixArea> areas, IReadOnlyList<MatrixList> lists)
    {
        for (var j = 0; j < matrix.Columns; j++)
        {
            var rows = Enumerable.Range(0, matrix.Rows);
            var least = rows.Sum(i => matrix.Least[matrix.Cell(i, j)]);
            if (least > matrix.ColumnSeats[j])
            {
                return new MatrixOutcome.Impossible([.. rows.Where(i => matrix.Least[matrix.Cell(i, j)] > 0).Select(i => areas[i].Area)], [lists[j].List], least, matrix.ColumnSeats[j]) { Promised = true };
            }

            if (least < matrix.ColumnSeats[j] && rows.All(i => matrix.Votes[matrix.Cell(i, j)] == 0))
            {
                return Proof(matrix, areas, lists, [], [j]);
            }
        }

        for (var i = 0; i < matrix.Rows; i++)
        {
            var columns = Enumerable.Range(0, matrix.Columns);
            var least = columns.Sum(j => matrix.Least[matrix.Cell(i, j)]);
            if (least > matrix.RowSeats[i])
            {
                return new MatrixOutcome.Impossible([areas[i].Area], [.. columns.Where(j => matrix.Least[matrix.Cell(i, j)] > 0).Select(j => lists[j].List)], least, matrix.RowSeats[i]) { Promised = true };
            }
        }

        return null;
    }

    private static MatrixOutcome.Impossible Proof(SeatMatrix matrix, IReadOnlyList<MatrixArea> areas, IReadOnlyList<MatrixList> lists, IReadOnlyList<int> rows, IReadOnlyList<int> columns)
    {
        var others = Enumerable.Range(0, matrix.Columns).Except(columns).ToList();
        var needed = columns.Sum(j => matrix.ColumnSeats[j]) + rows.Sum(i => others.Sum(j => matrix.Least[matrix.Cell(i, j)]));
        return new MatrixOutcome.Impossible([.. rows.Select(i => areas[i].Area)], [.. columns.Select(j => lists[j].List)], needed, rows.Sum(i => matrix.RowSeats[i]));
    }

    private static void Check(IReadOnlyList<MatrixArea> areas, IReadOnlyList<MatrixList> lists)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(lists);
        if (areas.Count == 0 || lists.Count == 0)
        {
            throw new ArgumentException("A matrix needs at least one district and one list.");
        }

        if (areas.DistinctBy(a => a.Area).Count() < areas.Count || lists.DistinctBy(l => l.List).Count() < lists.Count)
        {
            throw new ArgumentException("A district or a list stands twice in the matrix.");
        }

        foreach (var area in areas)
        {
            if (area.Votes.Count != lists.Count || (area.Least.Count > 0 && area.Least.Count != lists.Count))
            {
                throw new ArgumentException($"District '{area.Area}' has votes for {area.Votes.Count} and least seats for {area.Least.Count} of {lists.Count} lists.", nameof(areas));
            }

            if (area.Least.Where((l, j) => l.Value > 0 && area.Votes[j].Value == 0).Any())
            {
                throw new ArgumentException($"District '{area.Area}' promises seats to a list without votes.", nameof(areas));
            }
        }

        var (ofAreas, ofLists) = (areas.Sum(a => (long)a.Seats.Value), lists.Sum(l => (long)l.Seats.Value));
        if (ofAreas != ofLists || ofAreas > Apportionment.LargestHouse)
        {
            throw new ArgumentException($"The districts have {ofAreas} seats and the lists {ofLists}; both must be the same, at most {Apportionment.LargestHouse}.");
        }
    }
}
