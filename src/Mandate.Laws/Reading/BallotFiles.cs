using System.Globalization;
using Mandate.Electoral.Steps;
using Mandate.Electoral.Transfers;

namespace Mandate.Laws.Reading;

/// <summary>Reads the folder <c>ballots</c> of an election: a BLT file for each constituency, named by its id.</summary>
/// <param name="folder">The election's folder.</param>
/// <param name="shown">Its path as shown in findings.</param>
/// <param name="law">The law, which says what is counted by transfer.</param>
/// <param name="contests">Contests of the election.</param>
/// <param name="areas">Its constituencies.</param>
/// <param name="findings">Receives faults.</param>
internal sealed class BallotFiles(string folder, string shown, LawVersion law, IReadOnlyList<string> contests, IReadOnlyList<Area> areas, Findings findings)
{
    public IReadOnlyList<AreaBallots> Read(IReadOnlyList<Candidate> persons)
    {
        var path = Path.Combine(folder, "ballots");
        var read = new List<AreaBallots>();
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.blt").Order(StringComparer.Ordinal)] : [];
        foreach (var file in files)
        {
            var name = $"{shown}/ballots/{Path.GetFileName(file)}";
            var area = Path.GetFileNameWithoutExtension(file);
            if (Contest(area, name) is { } contest && BltFile.Read(file, name, findings) is { } blt && Match(blt, contest, area, name, persons) is { } ballots)
            {
                read.Add(ballots);
            }
        }

        return read;
    }

    /// <summary>The contest counted by transfer that has the constituency.</summary>
    private string? Contest(string area, string name)
    {
        var counted = contests.Where(c => law.Rules.Tiers.Any(t => t.Id == c && t.Steps.Any(s => s is TransferStep))).ToList();
        if (counted.Count == 0)
        {
            findings.Add(new Finding(name, 0, 0, "preference ballots", $"no folder 'ballots': {law.Reference} counts none of this election's contests by transfer"));
            return null;
        }

        var known = counted.SelectMany(c => Constituencies(c).Select(a => (Contest: c, Area: a))).ToList();
        if (known.FirstOrDefault(k => k.Area == area).Contest is { } contest)
        {
            return contest;
        }

        findings.Add(new Finding(name, 0, 0, $"the constituency '{area}'", "a file named by one of " + string.Join(", ", known.Select(k => k.Area).Distinct())));
        return null;
    }

    private IEnumerable<string> Constituencies(string contest) =>
        areas.Where(a => a.Contest == contest && !a.IsRegion).Select(a => a.Id).DefaultIfEmpty(ElectionReader.Nation);

    /// <summary>Finds the persons of candidates.csv by their names; where it names nobody here, everybody stands alone.</summary>
    private AreaBallots? Match(BltFile blt, string contest, string area, string name, IReadOnlyList<Candidate> persons)
    {
        if (areas.FirstOrDefault(a => a.Contest == contest && a.Id == area)?.Seats is { } seats && seats != blt.Seats)
        {
            findings.Add(new Finding(name, blt.SeatsAt.Line, blt.SeatsAt.Column, $"{blt.Seats} seats", $"{seats}, as areas.csv has them"));
        }

        var here = persons.Where(p => p.Contest == contest && (p.Area == area || p.Area.Length == 0)).ToList();
        var standing = new List<BallotCandidate>();
        var made = new List<Candidate>();
        for (var i = 0; i < blt.Names.Count; i++)
        {
            var withdrawn = blt.Ballots.Candidates[i].Withdrawn;
            if (here.FirstOrDefault(p => p.Person.Name == blt.Names[i]) is { } person)
            {
                standing.Add(new BallotCandidate(person.Person.Id, person.List.Length == 0 ? person.Person.Id : person.List, withdrawn));
            }
            else if (here.Count > 0)
            {
                findings.Add(new Finding(name, blt.NamesAt[i].Line, blt.NamesAt[i].Column, $"the candidate '{CsvFile.Row.Cut(blt.Names[i])}'", $"one of candidates.csv for '{area}': {string.Join(", ", here.Select(p => p.Person.Name))}"));
            }
            else
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{area}-{i + 1}");
                standing.Add(new BallotCandidate(id, id, withdrawn));
                made.Add(new Candidate(contest, area, string.Empty, new Electoral.Person(id, blt.Names[i], 0, [])));
            }
        }

        foreach (var absent in here.Where(p => !blt.Names.Contains(p.Person.Name)))
        {
            findings.Add(new Finding(name, blt.NamesAt[^1].Line, blt.NamesAt[^1].Column, $"no candidate '{CsvFile.Row.Cut(absent.Person.Name)}'", "every person whom candidates.csv has here"));
        }

        return standing.Count == blt.Names.Count ? new AreaBallots(contest, area, blt.Seats, blt.Ballots.With(standing), made) : null;
    }
}

/// <summary>Preference ballots of a constituency.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Area">The constituency.</param>
/// <param name="Seats">Seats as the file has them.</param>
/// <param name="Ballots">The ballots.</param>
/// <param name="Made">Persons whom candidates.csv does not have.</param>
internal sealed record AreaBallots(string Contest, string Area, int Seats, PreferenceBallots Ballots, IReadOnlyList<Candidate> Made)
{
    /// <summary>First preferences by person, and by list.</summary>
    public IEnumerable<KeyValuePair<string, long>> Votes()
    {
        var first = Ballots.FirstPreferences();
        var persons = Ballots.Candidates.Select((c, i) => (Candidate: c, Votes: first[i])).Where(c => !c.Candidate.Withdrawn).ToList();
        var lists = persons.Where(p => p.Candidate.List != p.Candidate.Id).GroupBy(p => p.Candidate.List, StringComparer.Ordinal);
        return persons.Select(p => KeyValuePair.Create(p.Candidate.Id, p.Votes)).Concat(lists.Select(l => KeyValuePair.Create(l.Key, l.Sum(p => p.Votes))));
    }
}
