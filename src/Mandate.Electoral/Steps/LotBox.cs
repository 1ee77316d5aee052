namespace Mandate.Electoral.Steps;

/// <summary>Recorded lots, each of which must fit the very tie it settles.</summary>
/// <param name="lots">Lots that were drawn.</param>
/// <param name="assumed">Lots tried out, to see whether a draw could change anything.</param>
internal sealed class LotBox(IReadOnlyList<Lot> lots, IReadOnlyList<Lot> assumed)
{
    private readonly HashSet<Lot> used = [];
    private readonly List<LotFault> faults = [];

    /// <summary>Gets lots that do not fit, and afterwards those for which there was no tie.</summary>
    public IReadOnlyList<LotFault> Faults =>
        [.. faults, .. lots.Where(l => !used.Contains(l)).Select(l => new LotFault(l, null))];

    /// <summary>The winners of the lot for a tie; null where none is recorded or the one recorded does not fit.</summary>
    public RecordedLot? Take(string contest, string area, string step, Tie tie)
    {
        if (assumed.FirstOrDefault(l => l.Contest == contest && l.Area == area && l.Step == step && tie.Fits(l.Winners)) is { } tried)
        {
            return new RecordedLot(tried.Winners, Assumed: true);
        }

        var lot = lots.FirstOrDefault(l => l.Contest == contest && l.Area == area && l.Step == step && !used.Contains(l));
        if (lot is null)
        {
            return null;
        }

        used.Add(lot);
        if (tie.Fits(lot.Winners))
        {
            return new RecordedLot(lot.Winners, Assumed: false);
        }

        faults.Add(new LotFault(lot, tie));
        return null;
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
