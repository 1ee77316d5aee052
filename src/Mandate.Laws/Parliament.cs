using Mandate.Electoral;

namespace Mandate.Laws;

/// <summary>The chambers of a country over time.</summary>
public sealed record Parliament
{
    /// <summary>Gets the country's id.</summary>
    public required string Country { get; init; }

    /// <summary>Gets the parliament's name.</summary>
    public required Words Title { get; init; }

    /// <summary>Gets parties and groups.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>Gets chambers, the lower one first.</summary>
    public required IReadOnlyList<Chamber> Chambers { get; init; }

    /// <summary>Gets how the parliament decides.</summary>
    public required Deciding Deciding { get; init; }

    /// <summary>Gets cautions.</summary>
    public required IReadOnlyList<Words> Notes { get; init; }

    /// <summary>Gets where the facts come from.</summary>
    public required IReadOnlyList<SourceNote> Sources { get; init; }

    /// <summary>The party with an id, or null.</summary>
    public Party? Party(string id) => Parties.FirstOrDefault(p => p.Id == id);

    /// <summary>The last name of a party: what it became, step by step.</summary>
    public string Latest(string id)
    {
        for (var step = 0; step < 20 && Party(id)?.Became is { } next; step++)
        {
            id = next;
        }

        return id;
    }
}

/// <summary>A party, or a group that is none.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Label">Name for tables.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Became">Id of the party it was renamed to; null where it was not.</param>
public sealed record Party(string Id, Words Name, Words Label, string Colour, string? Became);

/// <summary>A house of parliament.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Nonpartisan">Whether its members stand for no party.</param>
/// <param name="Terms">Terms or compositions, the earliest first.</param>
public sealed record Chamber(string Id, Words Name, bool Nonpartisan, IReadOnlyList<Term> Terms)
{
    /// <summary>The term on a day; null in a gap, or where it cannot be told.</summary>
    /// <remarks>A term whose end is unknown lasts until the next one begins. The day of its end is the last day of a term.</remarks>
    public Term? On(DateOnly day)
    {
        for (var i = Terms.Count - 1; i >= 0; i--)
        {
            if (Terms[i].Begins is { } begins && begins <= day)
            {
                return Terms[i].Ends is { } ends && day > ends ? null : Terms[i];
            }
        }

        return null;
    }

    /// <summary>The term before one; null for the first.</summary>
    public Term? Before(Term term)
    {
        var place = Terms.ToList().IndexOf(term);
        return place > 0 ? Terms[place - 1] : null;
    }
}

/// <summary>A stretch of time in which a chamber keeps its make-up.</summary>
/// <param name="Convocation">Number of the convocation; null for a composition between two elections.</param>
/// <param name="Begins">First day; null where unknown.</param>
/// <param name="Ends">Last day; null where unknown or still to come.</param>
/// <param name="Seats">Seats by law.</param>
/// <param name="Election">Id of the election its groups come from; null where they are listed.</param>
/// <param name="Groups">Seats by group, where no election gives them.</param>
/// <param name="Unknown">Seats whose group is not known.</param>
/// <param name="Note">A caution.</param>
/// <param name="Sources">Ids of sources.</param>
public sealed record Term(
    int? Convocation,
    DateOnly? Begins,
    DateOnly? Ends,
    int Seats,
    string? Election,
    IReadOnlyList<KeyValuePair<string, int>> Groups,
    int Unknown,
    Words? Note,
    IReadOnlyList<string> Sources);

/// <summary>How a parliament decides.</summary>
/// <param name="ReadFrom">Which text the rules were read from.</param>
/// <param name="Since">From when that text was in force; before it the rules are shown with a mark.</param>
/// <param name="Decisions">Decisions and what they need.</param>
public sealed record Deciding(Words ReadFrom, DateOnly? Since, IReadOnlyList<Decision> Decisions);

/// <summary>A decision and what it needs of all members of a chamber.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">What is decided.</param>
/// <param name="Chambers">Ids of the chambers that decide it.</param>
/// <param name="Share">The share of all members.</param>
/// <param name="Strict">True for "more than", false for "at least".</param>
/// <param name="Article">Article of the constitution.</param>
public sealed record Decision(string Id, Words Name, IReadOnlyList<string> Chambers, Ratio Share, bool Strict, string? Article)
{
    /// <summary>The fewest members who carry it in a chamber of <paramref name="members"/>.</summary>
    public int Needed(int members)
    {
        var exact = Share * members;
        return (int)(Strict ? exact.Floor + 1 : exact.Ceiling);
    }
}
