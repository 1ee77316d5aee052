using Mandate.Electoral;

namespace Mandate.Laws;

/// <summary>An election as its folder tells it.</summary>
public sealed record Election
{
    /// <summary>Gets the id, which is the folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the title.</summary>
    public required Words Title { get; init; }

    /// <summary>Gets the body elected.</summary>
    public required Words Body { get; init; }

    /// <summary>Gets the country, as in <c>parliaments/</c>.</summary>
    public required string Country { get; init; }

    /// <summary>Gets the chamber of the country's parliament; null for a body that is none.</summary>
    public string? Chamber { get; init; }

    /// <summary>Gets polling day; null where it is unknown.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets the law's reference, such as <c>kz/majilis@2020-05-25</c>.</summary>
    public required string LawReference { get; init; }

    /// <summary>Gets the number of the convocation; null where it has none.</summary>
    public int? Convocation { get; init; }

    /// <summary>Gets the id of the election before; null where none is at hand.</summary>
    public string? Previous { get; init; }

    /// <summary>Gets whether the figures are made up; then everything that shows them says so.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Gets what the numbers under votes are.</summary>
    public VoteUnit VoteUnit { get; init; }

    /// <summary>Gets what could be voted for, in all contests.</summary>
    public required IReadOnlyList<ListInfo> Lists { get; init; }

    /// <summary>Gets alliances and agreements between lists.</summary>
    public IReadOnlyList<GroupInfo> Groups { get; init; } = [];

    /// <summary>Gets parties that could have run, and what they did.</summary>
    public IReadOnlyList<PartyStanding> Parties { get; init; } = [];

    /// <summary>Gets names of units, by id.</summary>
    public required IReadOnlyDictionary<string, Words> Units { get; init; }

    /// <summary>Gets names of persons, by id.</summary>
    public required IReadOnlyDictionary<string, string> Persons { get; init; }

    /// <summary>Gets the figures.</summary>
    public required ElectionInput Input { get; init; }

    /// <summary>Gets contests of which only some options' votes are recorded, so that they need not add up.</summary>
    public IReadOnlySet<string> Partial { get; init; } = new HashSet<string>();

    /// <summary>Gets recorded lots.</summary>
    public required IReadOnlyList<Lot> Lots { get; init; }

    /// <summary>Gets conflicts between sources, derived figures and cautions.</summary>
    public IReadOnlyList<Words> Notes { get; init; } = [];

    /// <summary>Gets where the figures come from.</summary>
    public required IReadOnlyList<SourceNote> Sources { get; init; }

    /// <summary>Gets the official seats to compare with; null where none are recorded.</summary>
    public Expected? Expected { get; init; }

    /// <summary>The list, person, group or area with an id, or a stand-in that shows the id.</summary>
    public ListInfo List(string id)
    {
        if (Lists.FirstOrDefault(l => l.Id == id) is { } list)
        {
            return list;
        }

        var group = Groups.FirstOrDefault(g => g.Group.Id == id);
        var name = group?.Name
            ?? (group is not null ? Words.Same(string.Join(" + ", group.Group.Members.Select(m => List(m).Label["en"]))) : null)
            ?? (Persons.TryGetValue(id, out var person) ? Words.Same(person) : null)
            ?? Units.GetValueOrDefault(id)
            ?? Words.Same(id);
        return new ListInfo(id, string.Empty, ContenderKind.Candidate, null, name, name);
    }
}

/// <summary>What the numbers in votes.csv count.</summary>
public enum VoteUnit
{
    /// <summary>Votes.</summary>
    Votes,

    /// <summary>Hundredths of a per cent, because only shares were published.</summary>
    HundredthsOfAPercent,
}

/// <summary>What can be voted for.</summary>
/// <param name="Id">Id, unique in the election.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Party">Id of the party in <c>parliaments/</c>; null where there is none.</param>
/// <param name="Name">Full name.</param>
/// <param name="Label">Name for tables.</param>
public sealed record ListInfo(string Id, string Contest, ContenderKind Kind, string? Party, Words Name, Words Label)
{
    /// <summary>Gets the day of registration.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Gets the place in the order of registration.</summary>
    public int? RegisteredAs { get; init; }

    /// <summary>Gets the place on the ballot.</summary>
    public int? Ballot { get; init; }

    /// <summary>Gets the number of persons on the list.</summary>
    public int? Candidates { get; init; }

    /// <summary>Gets how many parties put it forward.</summary>
    public int Parties { get; init; } = 1;

    /// <summary>Gets marks a law's threshold can ask for.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>An alliance or agreement between lists.</summary>
/// <param name="Group">Its members, kind and area.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Name">Its name; null where its members stand for it.</param>
public sealed record GroupInfo(Group Group, string Contest, Words? Name);

/// <summary>What a party did in an election.</summary>
/// <param name="Party">Id of the party.</param>
/// <param name="Standing"><c>ran</c>, <c>stayed-away</c> or <c>struck-off</c>.</param>
/// <param name="Note">What is known about it.</param>
/// <param name="Source">Id of the source.</param>
public sealed record PartyStanding(string Party, string Standing, Words? Note, string? Source);

/// <summary>Official outcomes, for tests and for comparison.</summary>
/// <param name="Tiers">Seats by tier and list.</param>
/// <param name="Total">Seats of the chamber by list; null where not recorded.</param>
/// <param name="Elected">Persons elected, by contest and unit.</param>
public sealed record Expected(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Tiers,
    IReadOnlyDictionary<string, int>? Total,
    IReadOnlyDictionary<(string Contest, string Unit), IReadOnlyList<string>> Elected)
{
    /// <summary>Gets seats by area and list, of all tiers together; areas without recorded seats are absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Areas { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, int>>();

    /// <summary>Gets why the figures at hand cannot give the official seats; null where they do.</summary>
    public string? Weak { get; init; }
}
