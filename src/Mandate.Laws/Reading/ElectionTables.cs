using System.Globalization;
using System.Numerics;
using Mandate.Electoral;

namespace Mandate.Laws.Reading;

/// <summary>Reads the CSV files of an election's folder. A file that is not there holds nothing.</summary>
/// <param name="folder">The folder.</param>
/// <param name="shown">Its path as shown in findings.</param>
/// <param name="head">What election.yaml says.</param>
/// <param name="law">The law, for the figures it defines; null where it is not at hand.</param>
/// <param name="findings">Receives faults.</param>
internal sealed class ElectionTables(string folder, string shown, ElectionHead head, LawVersion? law, Findings findings)
{
    private const string Derived = "derived";

    /// <summary>Figures that no law works with, but that tell of a count.</summary>
    private static readonly string[] Told = ["printed", "polling-stations", "early", "mobile", "outside"];

    private readonly List<string> known = law is null ? [] :
    [
        .. LawReader.CommonFigures
            .Concat(law.Rules.Figures.SelectMany(f => f.Ways.SelectMany(w => w.Terms).Select(t => t.Name).Prepend(f.Name)))
            .Concat(law.Rules.Relations.SelectMany(r => r.Left.Terms.Concat(r.Right.Terms)).Select(t => t.Name))
            .Concat(Told).Distinct(),
    ];


    private readonly Dictionary<string, BigInteger> totals = new(StringComparer.Ordinal);

    public IReadOnlyList<UnitRow> Units()
    {
        var units = new List<UnitRow>();
        foreach (var row in Rows("units.csv", ["unit", "parent", "kind", "name"], ["name_kk", "name_ru"]))
        {
            if (row.Required("unit") is not { } id)
            {
                continue;
            }

            var texts = new Dictionary<string, string> { ["en"] = row["name"] };
            foreach (var language in Words.Languages.Skip(1).Where(l => row["name_" + l].Length > 0))
            {
                texts[language] = row["name_" + language];
            }

            if (units.Any(u => u.Id == id))
            {
                row.Fault("unit", $"unit '{id}' a second time", "each unit once");
                continue;
            }

            units.Add(new UnitRow(id, row["parent"].Trim(), row["kind"].Trim(), new Words(texts)));
        }

        return units;
    }

    /// <summary>Constituencies of all contests; a unit above others of the same contest is a region with seats of its own.</summary>
    public IReadOnlyList<Area> Areas(IReadOnlyList<UnitRow> units)
    {
        var areas = new List<Area>();
        foreach (var row in Rows("areas.csv", ["contest", "unit", "constituency", "seats"], []))
        {
            if (Contest(row) is { } contest && row.Required("unit") is { } unit && row.Required("constituency") is { } id)
            {
                var seats = row.Count("seats");
                if (seats is 0 or > Apportionment.LargestHouse)
                {
                    row.Fault("seats", $"{seats}", $"1 to {Apportionment.LargestHouse}, or an empty cell");
                }

                if (areas.Any(a => a.Contest == contest && a.Unit == unit))
                {
                    row.Fault("unit", $"unit '{unit}' a second time", "each unit once in a contest");
                }

                areas.Add(new Area(contest, unit, id, (int?)seats));
            }
        }

        var above = areas.SelectMany(a => UnitRow.Above(units, a.Unit).Select(u => new Member(a.Contest, u.Id))).ToHashSet();
        return [.. areas.Select(a => a with { IsRegion = above.Contains(new Member(a.Contest, a.Unit)) })];
    }

    public (IReadOnlyList<Candidate> Persons, IReadOnlyDictionary<string, string> Names) Candidates(IReadOnlyList<Area> areas)
    {
        var persons = new List<Candidate>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<Member>();
        foreach (var row in Rows("candidates.csv", ["contest", "unit", "list", "candidate", "position", "name"], ["groups"]))
        {
            if (Contest(row) is not { } contest || row.Required("candidate") is not { } id || row.Required("name") is not { } name)
            {
                continue;
            }

            var list = row["list"].Trim();
            if (list.Length > 0 && !OnBallot(contest, list))
            {
                row.Fault("list", $"the list '{list}', which is not on the ballot of '{contest}'", Ballot(contest));
            }

            if (!seen.Add(new Member(contest, id)))
            {
                row.Fault("candidate", $"candidate '{id}' a second time", "each candidate once in a contest");
            }

            var groups = row["groups"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            names[id] = name;
            persons.Add(new Candidate(contest, AreaOf(areas, contest, row["unit"]), list, new Person(id, name, (int)(row.Count("position") ?? 0), groups)));
        }

        return (persons, names);
    }

    /// <summary>Votes by constituency; several units of one add up, and one unknown among them makes the sum unknown.</summary>
    public VoteTable Votes(IReadOnlyList<Area> areas, IReadOnlyList<Candidate> persons)
    {
        var votes = new Dictionary<Subject, OptionVotes>();
        var seen = new HashSet<Subject>();
        var standing = persons.Select(p => new Member(p.Contest, p.Person.Id)).ToHashSet();
        foreach (var row in Rows("votes.csv", ["contest", "unit", "list", "candidate", "votes"], ["source"]))
        {
            if (Contest(row) is not { } contest || Unit(row, areas, contest) is not { } area)
            {
                continue;
            }

            var of = head.Runoffs.GetValueOrDefault(contest, contest);
            string list = row["list"].Trim(), person = row["candidate"].Trim();
            var option = person.Length > 0 ? person : list;
            var known = person.Length > 0 ? standing.Contains(new Member(of, person)) : list.Length > 0 && OnBallot(of, list);
            if (!known)
            {
                row.Fault(
                    person.Length > 0 ? "candidate" : "list",
                    option.Length == 0 ? "no list and no candidate" : $"'{option}', which is not on the ballot of '{of}'",
                    Ballot(of));
                continue;
            }

            if (!seen.Add(new Subject(contest, row["unit"].Trim(), option)))
            {
                row.Fault(person.Length > 0 ? "candidate" : "list", $"a second row for '{option}' in '{row["unit"].Trim()}'", "one row each");
                continue;
            }

            var count = row.Count("votes") is { } read && Fits(row, "votes", contest, read) ? read : (long?)null;
            var subject = new Subject(contest, area, option);
            votes[subject] = new OptionVotes(contest, area, option, votes.TryGetValue(subject, out var sum) ? sum.Votes + count : count);
        }

        return new VoteTable([.. votes.Values]);
    }

    public FigureTable Figures(IReadOnlyList<Area> areas, IReadOnlyList<UnitRow> units)
    {
        var figures = new List<FigureRow>();
        var seen = new HashSet<Subject>();
        foreach (var row in Rows("figures.csv", ["contest", "unit", "figure", "value"], ["source"]))
        {
            if (Contest(row) is not { } contest || Unit(row, areas, contest, wider: units) is not { } area || row.Required("figure") is not { } figure)
            {
                continue;
            }

            if (law is not null && !known.Contains(figure))
            {
                row.Fault("figure", $"the figure '{CsvFile.Row.Cut(figure)}'", "one of " + string.Join(", ", known));
            }
            else if (!seen.Add(new Subject(contest, area, figure)))
            {
                row.Fault("figure", $"a second row for '{figure}' in '{area}'", "one row each");
            }
            else if (row.Count("value") is { } value && Fits(row, "value", contest, value))
            {
                figures.Add(new FigureRow(contest, area, figure, value, row));
            }
        }

        return new FigureTable(figures);
    }

    public IReadOnlyList<GivenSeats> Given()
    {
        var given = new List<GivenSeats>();
        foreach (var row in Rows("given.csv", ["contest", "constituency", "list", "seats"], ["source"]))
        {
            if (Contest(row) is not { } contest || row.Required("list") is not { } list || row.Required("seats") is null || row.Count("seats") is not { } seats)
            {
                continue;
            }

            if (head.Election.Lists.All(l => l.Id != list))
            {
                row.Fault("list", $"the list '{list}', which election.yaml does not name", "one of " + string.Join(", ", head.Election.Lists.Select(l => l.Id).Distinct()));
            }
            else if (given.Any(g => g.Contest == contest && g.Area == row["constituency"] && g.List == list))
            {
                row.Fault("list", $"a second row for '{list}'", "one row each");
            }

            given.Add(new GivenSeats(contest, row["constituency"].Trim(), list, (int)Math.Min(seats, Apportionment.LargestHouse)));
        }

        return given;
    }

    public IReadOnlyList<Filling> Fillings(IReadOnlyList<Candidate> persons)
    {
        var fillings = new List<Filling>();
        foreach (var row in Rows("filling.csv", ["contest", "list", "candidate", "event", "day"], ["source"]))
        {
            if (Contest(row) is not { } contest || row.Required("list") is not { } list || row.Required("candidate") is not { } person)
            {
                continue;
            }

            FillingKind? kind = row["event"] switch { "chosen" => FillingKind.Chosen, "left" => FillingKind.Left, "named" => FillingKind.Named, "withdrawn" => FillingKind.Withdrawn, _ => null };
            if (kind is null)
            {
                row.Fault("event", $"'{row["event"]}'", "chosen, left, named or withdrawn");
                continue;
            }

            if (persons.All(p => p.Person.Id != person))
            {
                row.Fault("candidate", $"'{person}'", "a candidate of candidates.csv");
            }

            DateOnly? day = null;
            if (row["day"].Length > 0)
            {
                if (DateOnly.TryParseExact(row["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
                {
                    day = value;
                }
                else
                {
                    row.Fault("day", $"'{row["day"]}'", "a day written YYYY-MM-DD, or an empty cell");
                }
            }

            fillings.Add(new Filling(contest, new FillingEvent(list, person, kind.Value, day)));
        }

        return fillings;
    }

    public IReadOnlyList<Lot> Lots(IReadOnlyList<Area> areas)
    {
        var lots = new List<Lot>();
        foreach (var row in Rows("lots.csv", ["contest", "constituency", "step", "list"], ["source"]))
        {
            if (Contest(row) is { } contest && row.Required("step") is { } step && row.Required("list") is { } list)
            {
                lots.Add(new Lot(contest, AreaOf(areas, contest, row["constituency"]) is { Length: > 0 } area ? area : ElectionReader.Nation, step, [list]));
            }
        }

        // Several rows for one tie make one lot.
        return lots.Count < 2 ? lots : [.. lots.GroupBy(l => new Subject(l.Contest, l.Area, l.Step)).Select(g => new Lot(g.Key.Contest, g.Key.Area, g.Key.Name, [.. g.SelectMany(l => l.Winners)]))];
    }

    /// <summary>Where the votes of every option are known, the figure "valid" must be their sum.</summary>
    public void CheckTotals(VoteTable votes, FigureTable figures, IReadOnlyList<Area> areas)
    {
        var several = areas.Where(a => !a.IsRegion).GroupBy(a => a.Contest).Where(g => g.Select(a => a.Id).Distinct().Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var valid in figures.Rows.Where(f => f.Name == "valid" && !head.Election.Partial.Contains(f.Contest)))
        {
            var options = head.Election.Lists.Where(l => l.Contest == valid.Contest).Select(l => l.Id).ToList();
            var known = votes.In(valid.Contest, valid.Area).Where(v => options.Count == 0 || options.Contains(v.Option)).ToList();
            var complete = several.Contains(valid.Contest) ? known.Count > 0 && known.All(k => k.Votes is not null) : options.Count > 0 && options.All(o => known.Any(k => k.Option == o && k.Votes is not null));
            var sum = known.Sum(k => k.Votes ?? 0);
            if (complete && sum != valid.Value)
            {
                valid.Row.Fault("value", string.Create(CultureInfo.InvariantCulture, $"{valid.Value} valid votes"), string.Create(CultureInfo.InvariantCulture, $"{sum}, the sum of votes.csv; correct one of them (they differ by {Math.Abs(sum - valid.Value)})"));
            }
        }
    }

    /// <summary>First preferences are the votes of a constituency with ballots: votes.csv has no others, and the figure "valid" is their sum.</summary>
    public static void CheckBallots(IReadOnlyList<AreaBallots> ballots, VoteTable votes, FigureTable figures, string shown, Findings findings)
    {
        foreach (var here in ballots)
        {
            if (votes.In(here.Contest, here.Area).Any())
            {
                findings.Add(new Finding($"{shown}/votes.csv", 0, 0, $"votes in '{here.Area}'", $"none: the first preferences of ballots/{here.Area}.blt are its votes"));
            }

            if (figures.In(here.Contest, here.Area).FirstOrDefault(f => f.Name == "valid") is { } figure && figure.Value != here.Ballots.Valid)
            {
                figure.Row.Fault("value", string.Create(CultureInfo.InvariantCulture, $"{figure.Value} valid votes"), string.Create(CultureInfo.InvariantCulture, $"{here.Ballots.Valid}, the valid ballots of ballots/{here.Area}.blt"));
            }
        }
    }

    /// <summary>Votes and figures of a contest stay below 2^63 together, so that no sum of them overflows.</summary>
    private bool Fits(CsvFile.Row row, string column, string contest, long count)
    {
        var before = totals.GetValueOrDefault(contest);
        var total = totals[contest] = before + count;
        if (before <= long.MaxValue && total > long.MaxValue)
        {
            row.Fault(column, string.Create(CultureInfo.InvariantCulture, $"{count}, which makes {total} in all in '{contest}'"), "votes and figures of fewer than 2^63 together");
        }

        return total <= long.MaxValue;
    }

    private IReadOnlyList<CsvFile.Row> Rows(string file, string[] required, string[] optional)
    {
        var path = Path.Combine(folder, file);
        var rows = File.Exists(path) ? CsvFile.Read(path, null, $"{shown}/{file}", required, optional, findings) : [];
        var sources = head.Election.Sources.Select(s => s.Id).Append(Derived).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r["source"].Trim() is { Length: > 0 } source && !sources.Contains(source)))
        {
            row.Fault("source", $"the source '{CsvFile.Row.Cut(row["source"])}'", "an id under 'sources' in election.yaml, or the word derived");
        }

        return rows;
    }

    private string? Contest(CsvFile.Row row)
    {
        if (row.Required("contest") is not { } contest || head.Contests.Contains(contest) || head.Runoffs.ContainsKey(contest))
        {
            return row["contest"].Trim() is { Length: > 0 } name ? name : null;
        }

        row.Fault("contest", $"the contest '{contest}'", "one of " + string.Join(", ", head.Contests.Concat(head.Runoffs.Keys)));
        return null;
    }

    /// <summary>The constituency of a row's unit; a wider area's own id where figures can stand for it.</summary>
    private static string? Unit(CsvFile.Row row, IReadOnlyList<Area> areas, string contest, IReadOnlyList<UnitRow>? wider = null)
    {
        if (row.Required("unit") is not { } unit)
        {
            return null;
        }

        var here = areas.Where(a => a.Contest == contest && !a.IsRegion).ToList();
        if (here.Count == 0)
        {
            return unit == ElectionReader.Nation || areas.Any(a => a.Unit == unit) ? areas.FirstOrDefault(a => a.Unit == unit)?.Id ?? unit : Refuse(ElectionReader.Nation);
        }

        if (here.FirstOrDefault(a => a.Unit == unit)?.Id is { } id)
        {
            return id;
        }

        return wider is not null && (unit == ElectionReader.Nation || wider.Any(u => u.Id == unit)) ? unit : Refuse(string.Join(", ", here.Select(a => a.Unit).Distinct()));

        string? Refuse(string units)
        {
            row.Fault("unit", $"the unit '{unit}'", $"one of {units}, as areas.csv has them for '{contest}'");
            return null;
        }
    }

    /// <summary>The constituency of a unit; empty where the cell is.</summary>
    private static string AreaOf(IReadOnlyList<Area> areas, string contest, string unit) =>
        areas.FirstOrDefault(a => a.Contest == contest && a.Unit == unit.Trim())?.Id ?? unit.Trim();

    private bool OnBallot(string contest, string list) => head.Election.Lists.Any(l => l.Contest == contest && l.Id == list);

    private string Ballot(string contest) => head.Election.Lists.Where(l => l.Contest == contest).Select(l => l.Id).ToList() is { Count: > 0 } lists
        ? "one of " + string.Join(", ", lists)
        : "a candidate of candidates.csv";
}
