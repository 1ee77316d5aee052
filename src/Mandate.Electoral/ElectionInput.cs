using Mandate.Electoral.Transfers;

namespace Mandate.Electoral;

/// <summary>The figures of an election as the rules need them. What is not known is absent, never zero.</summary>
/// <param name="Contests">The contests, each counted under the tier with the same id.</param>
public sealed record ElectionInput(IReadOnlyList<ContestInput> Contests)
{
    /// <summary>Gets the day on which the results were published; deadlines of filling run from it.</summary>
    public DateOnly? Announced { get; init; }

    /// <summary>Gets the day on which the outcome is looked at; null means: before any deadline has passed.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>One thing voted on.</summary>
/// <param name="Id">Id of the contest and of its tier.</param>
/// <param name="Constituencies">The areas that elect seats of their own, at least one.</param>
public sealed record ContestInput(string Id, IReadOnlyList<ConstituencyInput> Constituencies)
{
    /// <summary>Gets areas between the nation and the constituencies, and the nation itself where it has figures of its own.</summary>
    public IReadOnlyList<RegionInput> Regions { get; init; } = [];

    /// <summary>Gets alliances and agreements between lists.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];
}

/// <summary>An area made of constituencies.</summary>
/// <param name="Id">Id of the area.</param>
/// <param name="Kind">What it is, such as <c>land</c> or <c>province</c>; <c>nation</c> for the whole.</param>
/// <param name="Constituencies">Ids of the constituencies in it.</param>
/// <param name="Figures">Counts published for it as a whole; what is absent is the sum of its constituencies.</param>
public sealed record RegionInput(string Id, string Kind, IReadOnlyList<string> Constituencies, IReadOnlyDictionary<string, long> Figures)
{
    /// <summary>Gets the seats it has of its own; null where they are the sum of its constituencies.</summary>
    public int? Seats { get; init; }
}

/// <summary>Lists that count together: an alliance, a surplus agreement, a union or a part of one.</summary>
/// <param name="Id">Id, unlike that of any list.</param>
/// <param name="Kind">Its kind, by which a law's step asks for it.</param>
/// <param name="Area">The constituency in which it holds; null where it holds everywhere.</param>
/// <param name="Members">Ids of lists, or of groups inside it.</param>
public sealed record Group(string Id, string Kind, string? Area, IReadOnlyList<string> Members);

/// <summary>An area that elects seats of its own.</summary>
/// <param name="Id">Id of the area; <c>nation</c> for a nationwide list.</param>
/// <param name="Contenders">Options on its ballot, in ballot order.</param>
/// <param name="Votes">Votes by contender, and by person where voters prefer persons on a list; one without a known number is absent.</param>
/// <param name="Figures">Registered, issued, found, invalid and other counts by name; unknown ones are absent.</param>
public sealed record ConstituencyInput(
    string Id,
    IReadOnlyList<Contender> Contenders,
    IReadOnlyDictionary<string, long> Votes,
    IReadOnlyDictionary<string, long> Figures)
{
    /// <summary>Gets the sum of votes for all options on its ballot; null where one of them is unknown.</summary>
    /// <remarks>Votes for persons on a list are among those for the list and are not added once more.</remarks>
    public long? AllVotes => Contenders.All(c => Votes.ContainsKey(c.Id)) ? Contenders.Sum(c => Votes[c.Id]) : null;

    /// <summary>Gets the seats it elects; null where the law fixes them.</summary>
    public int? Seats { get; init; }

    /// <summary>Gets seats known without their votes; null where votes decide.</summary>
    public IReadOnlyDictionary<string, int>? Given { get; init; }

    /// <summary>Gets the votes of the second round, by contender; null where there was none.</summary>
    public IReadOnlyDictionary<string, long>? Runoff { get; init; }

    /// <summary>Gets the persons of each list, in the order of the registered list; lists without known persons are absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Person>> Persons { get; init; } = new Dictionary<string, IReadOnlyList<Person>>();

    /// <summary>Gets preference ballots, whose candidates are the persons; null where votes are not cast so, or only their sums are known.</summary>
    public PreferenceBallots? Ballots { get; init; }

    /// <summary>Gets what was decided about seats of lists, in order of time.</summary>
    public IReadOnlyList<FillingEvent> Fillings { get; init; } = [];
}

/// <summary>What happened to a seat of a list.</summary>
public enum FillingKind
{
    /// <summary>The party's body gave the seat to this person after the election.</summary>
    Chosen,

    /// <summary>This person's seat fell vacant.</summary>
    Left,

    /// <summary>The party's body named this person for a seat that fell vacant.</summary>
    Named,

    /// <summary>This person died or withdrew before the seats were given.</summary>
    Withdrawn,
}

/// <summary>One decision on a seat of a list.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Day">When; null where unknown.</param>
public sealed record FillingEvent(string List, string Person, FillingKind Kind, DateOnly? Day);

/// <summary>A recorded draw.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Area">The constituency.</param>
/// <param name="Step">Id of the step that tied.</param>
/// <param name="Winners">Those on whom the lot fell.</param>
public sealed record Lot(string Contest, string Area, string Step, IReadOnlyList<string> Winners)
{
    /// <summary>Writes the lot as the command line takes it.</summary>
    public override string ToString() => $"{Contest}/{Area}:{Step}={string.Join(',', Winners)}";
}
