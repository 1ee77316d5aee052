using Mandate.Laws;
using Mandate.Reports.Elections;

namespace Mandate.Reports.Parliaments;

/// <summary>A parliament on one day: every chamber, its groups, and those of the term before.</summary>
/// <param name="Parliament">The parliament.</param>
/// <param name="Day">The day.</param>
/// <param name="Chambers">Its chambers.</param>
public sealed record Sitting(Parliament Parliament, DateOnly Day, IReadOnlyList<SittingChamber> Chambers)
{
    /// <summary>Gets whether the day is earlier than the text the majorities were read from.</summary>
    public bool IsMarked => Parliament.Deciding.Since is { } since && Day < since;

    /// <summary>Puts a parliament together for a day. Seats of a term with an election come from its votes.</summary>
    public static Sitting On(Catalogue catalogue, Parliament parliament, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(parliament);
        return new Sitting(parliament, day, [.. parliament.Chambers.Select(c => Chamber(catalogue, parliament, c, day))]);
    }

    private static SittingChamber Chamber(Catalogue catalogue, Parliament parliament, Chamber chamber, DateOnly day)
    {
        var term = chamber.On(day);
        if (term is null)
        {
            var last = chamber.Terms.LastOrDefault(t => t.Ends < day);
            var next = chamber.Terms.FirstOrDefault(t => t.Begins > day);
            return new SittingChamber(chamber, null, [], 0, null, [], last?.Ends, next?.Begins);
        }

        var (groups, declaration) = Groups(catalogue, parliament, term);
        var before = chamber.Before(term);
        var (then, contest) = before is null ? ([], null) : Groups(catalogue, parliament, before);
        var compared = groups.Select(g => g with { Before = Earlier(g) }).ToList();
        var gone = then.Where(t => groups.All(g => parliament.Latest(g.Id) != parliament.Latest(t.Id))).Select(t => t with { Seats = 0, Before = t.Seats });
        return new SittingChamber(chamber, term, [.. compared, .. gone], term.Unknown, before, then, null, null) { Declaration = declaration };

        bool Same(string a, string b) => parliament.Latest(a) == parliament.Latest(b);

        int? Earlier(SittingGroup group)
        {
            var seats = then.Where(t => Same(t.Id, group.Id)).Sum(t => t.Seats);
            return seats > 0 || contest?.Election.Lists.Any(l => Same(l.Party ?? l.Id, group.Id)) == true ? seats : null;
        }
    }

    private static (IReadOnlyList<SittingGroup> Groups, Declaration? Declaration) Groups(Catalogue catalogue, Parliament parliament, Term term)
    {
        if (term.Election is { } id && catalogue.ElectionById(id).Election is { } election)
        {
            var declaration = Declaration.Of(catalogue, election);
            return ([.. declaration.Groups.Where(g => g.Seats > 0).Select(g => new SittingGroup(g.Id, g.Name, g.Colour, g.Seats, null))], declaration);
        }

        return ([.. term.Groups.Select(g =>
        {
            var party = parliament.Party(g.Key);
            return new SittingGroup(g.Key, party?.Label ?? Words.Same(g.Key), party?.Colour ?? "#767676", g.Value, null);
        })], null);
    }
}

/// <summary>A chamber on one day.</summary>
/// <param name="Chamber">The chamber.</param>
/// <param name="Term">Its term; null in a gap.</param>
/// <param name="Groups">Groups, most seats first; those that lost all seats last with 0.</param>
/// <param name="Unknown">Seats whose group is not known.</param>
/// <param name="Before">The term before; null for the first.</param>
/// <param name="Then">Groups of the term before.</param>
/// <param name="GapFrom">In a gap: the last day of the term before, where known.</param>
/// <param name="GapTo">In a gap: the first day of the next term, where there is one.</param>
public sealed record SittingChamber(
    Chamber Chamber, Term? Term, IReadOnlyList<SittingGroup> Groups, int Unknown, Term? Before, IReadOnlyList<SittingGroup> Then, DateOnly? GapFrom, DateOnly? GapTo)
{
    /// <summary>Gets the election the groups come from; null where they are listed.</summary>
    public Declaration? Declaration { get; init; }

    /// <summary>Gets what each decision of this chamber needs.</summary>
    public IEnumerable<(Decision Decision, int Needed)> Majorities(Deciding deciding)
    {
        ArgumentNullException.ThrowIfNull(deciding);
        return Term is null ? [] : deciding.Decisions.Where(d => d.Chambers.Contains(Chamber.Id)).Select(d => (d, d.Needed(Term.Seats)));
    }
}

/// <summary>A group of a chamber.</summary>
/// <param name="Id">Id of the party or group.</param>
/// <param name="Name">Name for tables.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Seats">Seats.</param>
/// <param name="Before">Seats of the same party in the term before, 0 where it ran and won none; null where it held none, as far as is known.</param>
public sealed record SittingGroup(string Id, Words Name, string Colour, int Seats, int? Before);
