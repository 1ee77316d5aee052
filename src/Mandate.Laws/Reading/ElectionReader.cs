using Mandate.Electoral;

namespace Mandate.Laws.Reading;

/// <summary>Reads an election's folder. Every fault is noted; an election comes back only when there is none.</summary>
internal static class ElectionReader
{
    public const string Nation = "nation";

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shown">Its path as shown in findings.</param>
    /// <param name="findLaw">Finds a law's version by reference; null where there is none.</param>
    /// <param name="findings">Receives faults.</param>
    public static Election? Read(string folder, string shown, Func<string, LawVersion?> findLaw, Findings findings)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (ElectionHead.Read(Path.Combine(folder, "election.yaml"), shown + "/election.yaml", name, findings) is not { } head)
        {
            return null;
        }

        var version = findLaw(head.Election.LawReference);
        if (version is null)
        {
            if (head.Election.LawReference.Length > 0)
            {
                head.Law.Fault($"the law '{head.Election.LawReference}', which is not at hand", "a law and version that 'mandate law list' shows");
            }
        }
        else
        {
            foreach (var contest in head.Contests.Where(c => version.Rules.Tiers.All(t => t.Id != c)))
            {
                head.Law.Fault($"the contest '{contest}', for which {version.Reference} has no tier", "one of " + string.Join(", ", version.Rules.Tiers.Select(t => t.Id)));
            }
        }

        var tables = new ElectionTables(folder, shown, head, findings);
        var units = tables.Units();
        var areas = tables.Areas();
        var (persons, names) = tables.Candidates();
        var votes = tables.Votes(areas, persons);
        var figures = tables.Figures(areas);
        var given = tables.Given();
        var fillings = tables.Fillings(persons);
        var lots = tables.Lots();
        var expected = ExpectedReader.Read(folder, shown, findings);
        tables.CheckTotals(votes, figures);
        if (!findings.IsEmpty)
        {
            return null;
        }

        var contests = head.Contests.Select(contest =>
        {
            var ids = areas.Where(a => a.Contest == contest).Select(a => a.Id).DefaultIfEmpty(Nation).Distinct();
            return new ContestInput(contest, [.. ids.Select(area => Constituency(head, contest, area, areas, persons, votes, figures, given, fillings))]);
        });
        return head.Election with
        {
            Units = units,
            Persons = names,
            Lots = lots,
            Expected = expected,
            Input = new ElectionInput([.. contests]) { Announced = head.Announced, AsOf = head.AsOf },
        };
    }

    private static ConstituencyInput Constituency(
        ElectionHead head, string contest, string area, IReadOnlyList<Area> areas, IReadOnlyList<Candidate> persons, VoteTable votes, FigureTable figures, IReadOnlyList<GivenSeats> given, IReadOnlyList<Filling> fillings)
    {
        var givenHere = given.Where(g => g.Contest == contest && (g.Area == area || g.Area.Length == 0)).ToList();
        var alone = persons.Where(p => p.Contest == contest && p.List.Length == 0 && (p.Area == area || p.Area.Length == 0)).ToList();
        var lists = head.Election.Lists.Where(l => l.Contest == contest || givenHere.Any(g => g.List == l.Id))
            .DistinctBy(l => l.Id).Select(l => new Contender(l.Id, l.Kind) { RegisteredOn = l.RegisteredOn, RegisteredAs = l.RegisteredAs });
        var second = head.Runoffs.FirstOrDefault(r => r.Value == contest).Key;
        var runoff = second is null ? [] : votes.Rows.Where(v => v.Key.Contest == second && v.Key.Area == area).ToList();
        return new ConstituencyInput(
            area,
            [.. lists, .. alone.Select(p => new Contender(p.Person.Id, ContenderKind.Candidate))],
            votes.Rows.Where(v => v.Key.Contest == contest && v.Key.Area == area).ToDictionary(v => v.Key.Option, v => v.Value.Votes, StringComparer.Ordinal),
            figures.Rows.Where(f => f.Key.Contest == contest && f.Key.Area == area).ToDictionary(f => f.Key.Figure, f => f.Value.Value, StringComparer.Ordinal))
        {
            Seats = areas.FirstOrDefault(a => a.Contest == contest && a.Id == area)?.Seats,
            Given = givenHere.Count == 0 ? null : givenHere.ToDictionary(g => g.List, g => g.Seats, StringComparer.Ordinal),
            Runoff = runoff.Count == 0 ? null : runoff.ToDictionary(v => v.Key.Option, v => v.Value.Votes, StringComparer.Ordinal),
            Persons = persons.Where(p => p.Contest == contest && p.List.Length > 0).GroupBy(p => p.List, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<Person>)[.. g.Select(p => p.Person).OrderBy(p => p.Position)], StringComparer.Ordinal),
            Fillings = [.. fillings.Where(f => f.Contest == contest).Select(f => f.Event)],
        };
    }
}

/// <summary>A constituency of a contest: the unit that carries its votes, and its seats where areas.csv has them.</summary>
internal sealed record Area(string Contest, string Unit, string Id, int? Seats);

/// <summary>A person of candidates.csv.</summary>
internal sealed record Candidate(string Contest, string Area, string List, Person Person);

/// <summary>Seats known without votes.</summary>
internal sealed record GivenSeats(string Contest, string Area, string List, int Seats);

/// <summary>A decision on a seat.</summary>
internal sealed record Filling(string Contest, FillingEvent Event);

/// <summary>Votes by contest, constituency and option, with the line they stand on.</summary>
internal sealed record VoteTable(IReadOnlyDictionary<(string Contest, string Area, string Option), (long Votes, int Line)> Rows);

/// <summary>Figures by contest, constituency and name, with the row they stand on.</summary>
internal sealed record FigureTable(IReadOnlyDictionary<(string Contest, string Area, string Figure), (long Value, CsvFile.Row Row)> Rows);
