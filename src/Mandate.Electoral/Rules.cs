using Mandate.Electoral.Steps;

namespace Mandate.Electoral;

/// <summary>The rules of one version of an electoral law, as far as they decide seats.</summary>
/// <param name="Tiers">Ways of filling the chamber's seats, in the order of the law.</param>
/// <param name="Figures">What the law means by turnout, took part and other figures.</param>
/// <param name="Relations">Relations the figures must satisfy.</param>
/// <param name="Alphabets">Letters in order, by the alphabet's name; upper case.</param>
public sealed record Rules(
    IReadOnlyList<Tier> Tiers,
    IReadOnlyList<FigureRule> Figures,
    IReadOnlyList<Relation> Relations,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Alphabets);

/// <summary>One way of filling some of a chamber's seats.</summary>
/// <param name="Id">Id; the contest counted under it has the same.</param>
/// <param name="Seats">Seats fixed by the law in all; null where the election's areas carry them.</param>
/// <param name="PerConstituency">Seats fixed by the law in each constituency; null where <paramref name="Seats"/> or the areas say.</param>
/// <param name="Ballot">How votes are cast.</param>
/// <param name="Steps">Steps in the order of the law.</param>
public sealed record Tier(string Id, int? Seats, int? PerConstituency, Ballot Ballot, IReadOnlyList<Step> Steps)
{
    /// <summary>Gets which tables together are the tier's seats; null takes the last table of seats that was written.</summary>
    public TermSum? Result { get; init; }

    /// <summary>Gets whether its seats fill the chamber; false where the tier only says who came first.</summary>
    public bool Fills { get; init; } = true;

    /// <summary>Gets limits on who can be nominated; null where the version sets none.</summary>
    public Nomination? Nomination { get; init; }
}

/// <summary>How votes are cast.</summary>
/// <param name="Kind">A key: <c>closed-list</c>, <c>single-member</c>, <c>approval</c>, <c>appointment</c>.</param>
/// <param name="Area">Where: <c>nation</c>, <c>region</c>, <c>district</c> …; null where it does not matter.</param>
/// <param name="College">Who votes, where it is not the electors at large.</param>
/// <param name="AgainstAll">Whether the ballot has the option "against all".</param>
public sealed record Ballot(string Kind, string? Area, string? College, bool AgainstAll);
