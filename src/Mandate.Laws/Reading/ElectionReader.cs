using Mandate.Electoral;

namespace Mandate.Laws.Reading;

/// <summary>Reads an election's folder. Every fault is noted; an election comes back only when there is none.</summary>
internal static class ElectionReader
{
    public const string Nation = "nation";

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shown">Its path as shown in findings.</param>
    /// <param name="findLaw">Finds a law's version by reference and polling day; null where there is none.</param>
    /// <param name="findings">Receives faults.</param>
    public static Election? Read(string folder, string shown, Func<string, DateOnly?, LawVersion?> findLaw, Findings findings)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (ElectionHead.Read(Path.Combine(folder, "election.yaml"), shown + "/election.yaml", name, findings) is not { } head)
        {
            return null;
        }

        var version = findLaw(head.Election.LawReference, head.Election.Date);
        if (version is null)
        {
            if (head.Election.LawReference.Length > 0)
            {
                head.Law.Fault($"the law '{head.Election.LawReference}', which is not at hand", "a law and version that 'mandate law list' shows ('mandate law check FILE' names the faults of one it does not)");
            }
        }
        else
        {
            foreach (var contest in head.Contests.Where(c => version.Rules.Tiers.All(t => t.Id != c)))
            {
                head.Law.Fault($"the contest '{contest}', for which {version.Reference} has no tier", "one of " + string.Join(", ", version.Rules.Tiers.Select(t => t.Id)));
            }
        }

        var tables = new ElectionTables(folder, shown, head, version, findings);
        var units = tables.Units();
        var areas = tables.Areas(units);
        var (persons, names) = tables.Candidates(areas);
        var votes = tables.Votes(areas, persons);
        var figures = tables.Figures(areas, units);
        var given = tables.Given();
        var fillings = tables.Fillings(persons);
        var lots = tables.Lots(areas);
        var expected = ExpectedReader.Read(folder, shown, findings);
        tables.CheckTotals(votes, figures, areas);
        var ballots = version is null ? [] : new BallotFiles(folder, shown, version, head.Contests, areas, findings).Read(persons);
        ElectionTables.CheckBallots(ballots, votes, figures, shown, findings);
        if (!findings.IsEmpty)
        {
            return null;
        }

        var made = ballots.SelectMany(b => b.Made).ToList();
        var builder = new ContestBuilder(head, units, areas, [.. persons, .. made], votes.With(ballots), figures, given, fillings, ballots);
        return head.Election with
        {
            LawReference = version!.Reference,
            Units = units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal),
            Persons = made.Count == 0 ? names : names.Concat(made.Select(m => KeyValuePair.Create(m.Person.Id, m.Person.Name))).DistinctBy(n => n.Key).ToDictionary(StringComparer.Ordinal),
            Lots = lots,
            Expected = expected,
            Input = new ElectionInput([.. head.Contests.Select(builder.Contest)]) { Announced = head.Announced, AsOf = head.AsOf },
        };
    }
}

/// <summary>A row of units.csv.</summary>
internal sealed record UnitRow(string Id, string Parent, string Kind, Words Name)
{
    /// <summary>Units above one, the nearest first.</summary>
    public static IEnumerable<UnitRow> Above(IReadOnlyList<UnitRow> units, string unit)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var parent = units.FirstOrDefault(u => u.Id == unit)?.Parent; !string.IsNullOrEmpty(parent) && seen.Add(parent);)
        {
            if (units.FirstOrDefault(u => u.Id == parent) is not { } row)
            {
                yield break;
            }

            yield return row;
            parent = row.Parent;
        }
    }
}

/// <summary>A constituency of a contest: the unit that carries its votes, and its seats where areas.csv has them.</summary>
internal sealed record Area(string Contest, string Unit, string Id, int? Seats)
{
    /// <summary>Gets whether the unit lies above others of the contest.</summary>
    public bool IsRegion { get; init; }
}

/// <summary>A person of candidates.csv.</summary>
internal sealed record Candidate(string Contest, string Area, string List, Person Person);

/// <summary>Seats known without votes.</summary>
internal sealed record GivenSeats(string Contest, string Area, string List, int Seats);

/// <summary>A decision on a seat.</summary>
internal sealed record Filling(string Contest, FillingEvent Event);

/// <summary>A unit or a person inside a contest.</summary>
internal sealed record Member(string Contest, string Id);

/// <summary>What a row of votes or figures is about: a contest, a constituency of it, and an option or the name of a figure.</summary>
internal sealed record Subject(string Contest, string Area, string Name);

/// <summary>Votes of an option in a constituency; null where the option is on the ballot and its votes are unknown.</summary>
internal sealed record OptionVotes(string Contest, string Area, string Option, long? Votes);

/// <summary>Votes, one row for each contest, constituency and option.</summary>
internal sealed class VoteTable(IReadOnlyList<OptionVotes> rows)
{
    private readonly ILookup<string, OptionVotes> byArea = rows.ToLookup(r => r.Area, StringComparer.Ordinal);

    /// <summary>The rows of one constituency.</summary>
    public IEnumerable<OptionVotes> In(string contest, string area) => byArea[area].Where(r => r.Contest == contest);

    /// <summary>The table with first preferences as the votes of persons and lists.</summary>
    public VoteTable With(IReadOnlyList<AreaBallots> ballots) => ballots.Count == 0 ? this : new(
        [.. rows, .. ballots.SelectMany(b => b.Votes().Select(v => new OptionVotes(b.Contest, b.Area, v.Key, v.Value)))]);
}

/// <summary>A figure of a constituency or a wider area, with the row it stands on.</summary>
internal sealed record FigureRow(string Contest, string Area, string Name, long Value, CsvFile.Row Row);

/// <summary>Figures, one row for each contest, area and name.</summary>
internal sealed class FigureTable(IReadOnlyList<FigureRow> rows)
{
    public IReadOnlyList<FigureRow> Rows => rows;

    /// <summary>The rows of one constituency or wider area.</summary>
    public IEnumerable<FigureRow> In(string contest, string area) => rows.Where(r => r.Contest == contest && r.Area == area);
}
