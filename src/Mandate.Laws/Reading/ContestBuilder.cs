using Mandate.Electoral;

namespace Mandate.Laws.Reading;

/// <summary>Puts the tables of an election together as contests with constituencies and the areas around them.</summary>
internal sealed class ContestBuilder(
    ElectionHead head,
    IReadOnlyList<UnitRow> units,
    IReadOnlyList<Area> areas,
    IReadOnlyList<Candidate> persons,
    VoteTable votes,
    FigureTable figures,
    IReadOnlyList<GivenSeats> given,
    IReadOnlyList<Filling> fillings,
    IReadOnlyList<AreaBallots> ballots)
{
    public ContestInput Contest(string contest)
    {
        var here = areas.Where(a => a.Contest == contest && !a.IsRegion).ToList();
        var ids = here.Select(a => a.Id).Concat(here.Count == 0 ? given.Where(g => g.Contest == contest && g.Area.Length > 0).Select(g => g.Area) : []).DefaultIfEmpty(ElectionReader.Nation).Distinct().ToList();
        return new ContestInput(contest, [.. ids.Select(id => Constituency(contest, id, ids.Count > 1))])
        {
            Regions = Regions(contest, here, ids),
            Groups = [.. head.Election.Groups.Where(g => g.Contest == contest).Select(g => g.Group)],
        };
    }

    private List<RegionInput> Regions(string contest, List<Area> here, List<string> ids)
    {
        var regions = new List<RegionInput>();
        foreach (var unit in units.Where(u => here.All(a => a.Unit != u.Id)))
        {
            var inside = here.Where(a => UnitRow.Above(units, a.Unit).Any(u => u.Id == unit.Id)).Select(a => a.Id).Distinct().ToList();
            if (inside.Count > 0 && unit.Id != ElectionReader.Nation)
            {
                regions.Add(new RegionInput(unit.Id, unit.Kind, inside, Figures(contest, unit.Id)) { Seats = areas.FirstOrDefault(a => a.Contest == contest && a.Unit == unit.Id)?.Seats });
            }
        }

        if (ids.Count > 1)
        {
            regions.Add(new RegionInput(ElectionReader.Nation, ElectionReader.Nation, ids, Figures(contest, ElectionReader.Nation)));
        }

        return regions;
    }

    private ConstituencyInput Constituency(string contest, string area, bool several)
    {
        var givenHere = given.Where(g => g.Contest == contest && (g.Area == area || g.Area.Length == 0)).ToList();
        var alone = persons.Where(p => p.Contest == contest && p.List.Length == 0 && (p.Area == area || p.Area.Length == 0)).ToList();
        var counted = votes.In(contest, area).ToList();
        var ballot = counted.Select(v => v.Option).ToHashSet(StringComparer.Ordinal);

        // With one constituency every list is on its ballot; with several, those that have a row there.
        var lists = head.Election.Lists.Where(l => (l.Contest == contest && (!several || ballot.Contains(l.Id))) || givenHere.Any(g => g.List == l.Id)).DistinctBy(l => l.Id).Select(Contender);
        var second = head.Runoffs.Keys.FirstOrDefault(r => head.Runoffs[r] == contest);
        var runoff = second is null ? [] : votes.In(second, area).Where(v => v.Votes is not null).ToList();
        var listed = persons.Where(p => p.Contest == contest && p.List.Length > 0 && (p.Area == area || p.Area.Length == 0)).ToList();
        var preferences = ballots.FirstOrDefault(b => b.Contest == contest && b.Area == area);
        var ids = listed.Select(p => p.Person.Id).ToHashSet(StringComparer.Ordinal);
        return new ConstituencyInput(
            area,
            [.. lists, .. alone.Select(p => new Contender(p.Person.Id, ContenderKind.Candidate))],
            counted.Where(v => v.Votes is not null).ToDictionary(v => v.Option, v => v.Votes!.Value, StringComparer.Ordinal),
            Figures(contest, area))
        {
            Seats = areas.FirstOrDefault(a => a.Contest == contest && a.Id == area && !a.IsRegion)?.Seats ?? preferences?.Seats,
            Ballots = preferences?.Ballots,
            Given = givenHere.Count == 0 ? null : givenHere.ToDictionary(g => g.List, g => g.Seats, StringComparer.Ordinal),
            Runoff = runoff.Count == 0 ? null : runoff.ToDictionary(v => v.Option, v => v.Votes!.Value, StringComparer.Ordinal),
            Persons = listed.GroupBy(p => p.List, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<Person>)[.. g.Select(p => p.Person).OrderBy(p => p.Position)], StringComparer.Ordinal),
            Fillings = [.. fillings.Where(f => f.Contest == contest && (!several || ids.Contains(f.Event.Person))).Select(f => f.Event)],
        };
    }

    private static Contender Contender(ListInfo list) => new(list.Id, list.Kind)
    {
        RegisteredOn = list.RegisteredOn,
        RegisteredAs = list.RegisteredAs,
        Parties = list.Parties,
        Tags = list.Tags,
    };

    private Dictionary<string, long> Figures(string contest, string area) =>
        figures.In(contest, area).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
}
