using Mandate.Electoral;
using Mandate.Electoral.Steps;
using Mandate.Laws;

namespace Mandate.Reports.Elections;

/// <summary>An election carried out under a law, with everything papers and pages show of it.</summary>
public sealed record Declaration
{
    /// <summary>Gets the election.</summary>
    public required Election Election { get; init; }

    /// <summary>Gets the version of the law.</summary>
    public required LawVersion Law { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required ElectionOutcome Outcome { get; init; }

    /// <summary>Gets lots that fit no tie; then nothing may be shown as a result.</summary>
    public required IReadOnlyList<LotFault> LotFaults { get; init; }

    /// <summary>Gets what it rests on.</summary>
    public DeclarationKind Kind { get; init; }

    /// <summary>Gets the country's parliament, for names and colours; null where there is none.</summary>
    public Parliament? Parliament { get; init; }

    /// <summary>Gets the election before, carried out the same way; null where it is not at hand.</summary>
    public Declaration? Previous { get; init; }

    /// <summary>Gets facts given by hand.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Gets lots in effect.</summary>
    public IReadOnlyList<Lot> Lots { get; init; } = [];

    /// <summary>Gets whether the law is another than the one in force.</summary>
    public bool IsHypothetical => Law.Reference != Election.LawReference;

    /// <summary>Gets the groups of the chamber: most seats first, groups that are no party last.</summary>
    public IReadOnlyList<ChamberGroup> Groups => groups ??= ChamberGroups.Of(this);

    /// <summary>Gets the seats of the chamber, as far as all its tiers are known.</summary>
    public int? House => Outcome.Tiers.All(t => !t.Fills || t.Seats is not null) ? Outcome.Tiers.Where(t => t.Fills).Sum(t => t.Seats!.Value) : null;

    /// <summary>Gets seats left empty by law.</summary>
    public int Vacant => Outcome.Parts.Sum(p => p.Vacant);

    /// <summary>Gets seats nobody has yet, that are not empty by law.</summary>
    public int Open => House is { } house ? house - Vacant - Groups.Sum(g => g.Seats) : 0;

    private IReadOnlyList<ChamberGroup>? groups;

    /// <summary>Carries an election out.</summary>
    /// <param name="catalogue">Laws, parliaments and earlier elections.</param>
    /// <param name="election">The election.</param>
    /// <param name="law">The version to apply; the one in force where null.</param>
    /// <param name="lots">Lots beside those of the election's own files.</param>
    /// <param name="facts">Facts already put into the election, to be named.</param>
    public static Declaration Of(Catalogue catalogue, Election election, LawVersion? law = null, IReadOnlyList<Lot>? lots = null, IReadOnlyList<string>? facts = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(election);
        var before = election.Previous is { } id ? catalogue.ElectionById(id).Election : null;
        return Of(catalogue, election, law, lots, facts, before is null ? null : Of(catalogue, before, null, null, null, null));
    }

    private static Declaration Of(Catalogue catalogue, Election election, LawVersion? law, IReadOnlyList<Lot>? lots, IReadOnlyList<string>? facts, Declaration? previous)
    {
        var version = law ?? catalogue.Version(election.LawReference)
            ?? throw new InvalidOperationException($"Bug in Declaration: election '{election.Id}' was read without its law.");
        IReadOnlyList<Lot> all = [.. election.Lots, .. lots ?? []];
        var (outcome, faults) = ElectionRunner.Run(version.Rules, election.Input, all);
        return new Declaration
        {
            Election = election,
            Law = version,
            Outcome = outcome,
            LotFaults = faults,
            Parliament = catalogue.Parliament(election.Country).Parliament,
            Previous = previous,
            Facts = facts ?? [],
            Lots = all,
        };
    }
}

/// <summary>What a declaration rests on.</summary>
public enum DeclarationKind
{
    /// <summary>Published figures: a recalculation, not an act of the commission.</summary>
    Recalculation,

    /// <summary>A count that is under way or not signed off.</summary>
    Provisional,

    /// <summary>A count that is complete and signed off.</summary>
    Declaration,
}

/// <summary>Members of a chamber who came on one list, or by one way.</summary>
/// <param name="Id">Id of the list, or of the tier for persons who stood alone.</param>
/// <param name="Name">Name for tables.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Seats">Seats in all tiers.</param>
/// <param name="ByTier">Seats by tier.</param>
/// <param name="Before">Seats of the same party after the election before, 0 where it ran and won none; null where it did not run or that election is not at hand.</param>
/// <param name="IsParty">Whether it is a party.</param>
public sealed record ChamberGroup(string Id, Words Name, string Colour, int Seats, IReadOnlyDictionary<string, int> ByTier, int? Before, bool IsParty);
