namespace Mandate.Electoral.Steps;

/// <summary>Recorded lots, each of which must fit the very tie it settles.</summary>
/// <remarks>A step that ties several times draws several lots: they are taken in the order in which they were drawn.</remarks>
internal sealed class LotBox
{
    private readonly List<Drawn> recorded;
    private readonly List<Drawn> assumed;

    /// <summary>Fills the box.</summary>
    /// <param name="lots">Lots that were drawn.</param>
    /// <param name="assumed">Lots tried out, to see whether a draw could change anything.</param>
    public LotBox(IReadOnlyList<Lot> lots, IReadOnlyList<Lot> assumed) =>
        (recorded, this.assumed) = ([.. lots.Select(l => new Drawn(l))], [.. assumed.Select(l => new Drawn(l))]);

    /// <summary>Gets lots that do not fit the tie found, and those for which there was none.</summary>
    public IReadOnlyList<LotFault> Faults =>
        [.. recorded.Where(d => d.Left.Count > 0).OrderBy(d => d.Met is null ? 1 : 0).Select(d => new LotFault(d.Lot, d.Met))];

    /// <summary>The winners of the lot for a tie; null where none is recorded or the one recorded does not fit.</summary>
    public RecordedLot? Take(string contest, string area, string step, Tie tie)
    {
        foreach (var (box, tried) in new[] { (recorded, false), (assumed, true) })
        {
            if (box.FirstOrDefault(d => d.Left.Count > 0 && d.Lot.Contest == contest && d.Lot.Area == area && d.Lot.Step == step) is { } drawn)
            {
                drawn.Met = tie;
                var winners = drawn.Left.Take(tie.Seats).ToList();
                if (!tie.Fits(winners))
                {
                    return null;
                }

                drawn.Left.RemoveRange(0, winners.Count);
                return new RecordedLot(winners, tried);
            }
        }

        return null;
    }

    /// <summary>A lot, the names on it that settled nothing yet, and the last tie it was held against.</summary>
    private sealed class Drawn(Lot lot)
    {
        public Lot Lot => lot;

        public List<string> Left { get; } = [.. lot.Winners];

        public Tie? Met { get; set; }
    }
}

/// <summary>On whom a lot fell.</summary>
/// <param name="Winners">They.</param>
/// <param name="Assumed">Whether it was only tried out.</param>
internal sealed record RecordedLot(IReadOnlyList<string> Winners, bool Assumed);

/// <summary>A recorded lot that is refused.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Tie">The tie found at that step; null where nothing ties there.</param>
public sealed record LotFault(Lot Lot, Tie? Tie);
