namespace Mandate.Electoral.Matrices;

/// <summary>What the lower apportionment comes to: a matrix of seats, or the proof that there is none.</summary>
public abstract record MatrixOutcome
{
    private MatrixOutcome()
    {
    }

    /// <summary>The matrix, and the cells in which it is not the only one.</summary>
    /// <param name="Areas">The districts, in the order given.</param>
    /// <param name="Lists">The lists, in the order given.</param>
    /// <param name="Certain">Seats that every matrix of equal right gives, district by district.</param>
    /// <param name="Open">Cells that have one seat more in some of them; empty where the matrix is unique.</param>
    /// <param name="AreaFactors">What the votes of a district are multiplied by, exact.</param>
    /// <param name="ListFactors">What the votes of a list are multiplied by, exact.</param>
    /// <remarks>
    /// The factors prove the result: votes × factor of the district × factor of the list lie within half a seat of the seats
    /// of every cell, and at exactly half a seat in the open ones. A cell at its least number of seats may lie lower.
    /// </remarks>
    public sealed record Solved(
        IReadOnlyList<MatrixArea> Areas,
        IReadOnlyList<MatrixList> Lists,
        IReadOnlyList<IReadOnlyList<int>> Certain,
        IReadOnlyList<OpenCell> Open,
        IReadOnlyList<Ratio> AreaFactors,
        IReadOnlyList<Ratio> ListFactors) : MatrixOutcome
    {
        /// <summary>Gives an open cell its seat, as a law or a lot says; other cells may then be decided too.</summary>
        /// <exception cref="ArgumentException">The cell is not open.</exception>
        public Solved Settle(OpenCell cell)
        {
            if (!Open.Contains(cell))
            {
                throw new ArgumentException($"The seats of list {cell.List} in district {cell.Area} are not open.", nameof(cell));
            }

            var area = Areas[cell.Area];
            var least = Lists.Select((_, j) => new SeatCount(j == cell.List ? Certain[cell.Area][j] + 1 : area.Least.Count == 0 ? 0 : area.Least[j].Value));
            var areas = Areas.Select((a, i) => i == cell.Area ? a with { Least = [.. least] } : a);
            return (Solved)MatrixApportionment.Allocate([.. areas], Lists);
        }

        /// <summary>Divisors of districts and of lists with few digits that give this very matrix.</summary>
        /// <returns>Votes ÷ divisor of the district ÷ divisor of the list, rounded to nearest, are the seats of every cell, except that a cell may be held up by its least number of seats.</returns>
        public (IReadOnlyList<Ratio> Areas, IReadOnlyList<Ratio> Lists) Divisors() => ShortDivisors.Of(this);
    }

    /// <summary>No matrix has these sums.</summary>
    /// <param name="Areas">The districts that prove it.</param>
    /// <param name="Lists">The lists that prove it.</param>
    /// <param name="Needed">Seats that are due.</param>
    /// <param name="Available">Seats there are for them; fewer.</param>
    /// <remarks>
    /// Either the lists have votes in these districts alone and need more seats than the districts have; least seats of
    /// other lists in these districts are among those needed. Or, where <see cref="Promised"/> is true, the least seats of
    /// these lists in these districts are more than one list, or one district, has.
    /// </remarks>
    public sealed record Impossible(IReadOnlyList<string> Areas, IReadOnlyList<string> Lists, int Needed, int Available) : MatrixOutcome
    {
        /// <summary>Gets whether least seats alone are too many for one list or one district.</summary>
        public bool Promised { get; init; }
    }
}
