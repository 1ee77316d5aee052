using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Reports.Pictures;

namespace Mandate.Reports.Elections;

/// <summary>Puts the seats of all tiers together by group.</summary>
internal static class ChamberGroups
{
    private const string Grey = "#767676";

    /// <summary>Colours for parties that have none in parliaments/; they stand for nothing but "not the neighbour".</summary>
    private static readonly string[] Plain = ["#2f5d8c", "#c2571a", "#3d7a3d", "#8a3d7c", "#b08a00", "#1f7f86", "#9c2f2f", "#5a5a9c", "#6b5b2e", "#c0638f", "#47606b", "#7d8c2f"];

    /// <summary>Seats that a group won in one area of a tier.</summary>
    private sealed record Gain(string Group, string Tier, int Seats);

    public static IReadOnlyList<ChamberGroup> Of(Declaration declaration)
    {
        var seats = new List<Gain>();
        foreach (var tier in declaration.Outcome.Tiers.Where(t => t.Fills))
        {
            foreach (var part in tier.Constituencies)
            {
                foreach (var (winner, count) in part.Won)
                {
                    seats.Add(new Gain(GroupOf(declaration, tier.Id, part.Id, winner), tier.Id, count));
                }
            }
        }

        // A group that lost every seat still shows what it had.
        var gone = declaration.Previous?.Groups.Where(g => g.Seats > 0 && !seats.Any(s => Same(declaration, s.Group, g.Id))).Select(g => g.Id) ?? [];
        var order = declaration.Election.Lists.Select(l => l.Id).Distinct().ToList();
        return Separated(
        [
            .. seats.GroupBy(s => s.Group, StringComparer.Ordinal)
                .Select(g => Group(declaration, g.Key, g.GroupBy(s => s.Tier).ToDictionary(t => t.Key, t => t.Sum(s => s.Seats))))
                .OrderBy(g => g.IsParty ? 0 : 1).ThenByDescending(g => g.Seats).ThenBy(g => order.IndexOf(g.Id) is var i && i < 0 ? int.MaxValue : i),
            .. gone.Select(id => Group(declaration, id, new Dictionary<string, int>())),
        ]);
    }

    /// <summary>Colours of neighbours that every reader can tell apart, the same in pictures and tables.</summary>
    private static IReadOnlyList<ChamberGroup> Separated(IReadOnlyList<ChamberGroup> groups)
    {
        var plain = 0;
        var colours = Palette.Separate([.. groups.Select(g => g.Colour == Grey && g.IsParty ? Plain[plain++ % Plain.Length] : g.Colour)]);
        return [.. groups.Select((g, i) => g with { Colour = colours[i] })];
    }

    /// <summary>Persons who stand alone make up one group for their tier; a single one is shown by name.</summary>
    private static string GroupOf(Declaration declaration, string tier, string area, string winner)
    {
        var kind = declaration.Election.Input.Contests.First(c => c.Id == tier).Constituencies
            .Where(a => a.Id == area || area == "nation").SelectMany(a => a.Contenders).FirstOrDefault(c => c.Id == winner)?.Kind;
        var alone = declaration.Outcome.Tiers.Count == 1 && declaration.House == 1;
        return !alone && kind == ContenderKind.Candidate ? tier : winner;
    }

    private static ChamberGroup Group(Declaration declaration, string id, Dictionary<string, int> byTier)
    {
        var list = declaration.Election.Lists.FirstOrDefault(l => l.Id == id);
        var party = declaration.Parliament?.Party(list?.Party ?? id);
        var before = declaration.Previous?.Groups.Where(g => g.Seats > 0 && Same(declaration, g.Id, id)).ToList();
        var name = list?.Label ?? party?.Label ?? (declaration.Election.Persons.TryGetValue(id, out var person) ? Words.Same(person) : null) ?? declaration.Law.TierNames.GetValueOrDefault(id) ?? Words.Same(id);
        return new ChamberGroup(
            id,
            name,
            party?.Colour ?? Grey,
            byTier.Values.Sum(),
            byTier,
            before is { Count: 0 } && !Ran(declaration, id) ? null : before?.Sum(g => g.Seats),
            list?.Kind == ContenderKind.List || (list is null && !declaration.Law.TierNames.ContainsKey(id)));
    }

    /// <summary>Whether a group's party stood in the election before.</summary>
    private static bool Ran(Declaration declaration, string id) =>
        declaration.Previous!.Election.Lists.Any(l => l.Kind == ContenderKind.List && Same(declaration, l.Party ?? l.Id, declaration.Election.List(id).Party ?? id));

    /// <summary>Whether two ids are one party under different names.</summary>
    private static bool Same(Declaration declaration, string a, string b) =>
        a == b || (declaration.Parliament is { } p && p.Party(a) is not null && p.Latest(a) == p.Latest(b));
}
