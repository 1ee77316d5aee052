using Mandate.Electoral;
using Mandate.Laws;

namespace Mandate.Results.Counts;

/// <summary>Puts what was counted in the place of an election's published figures, so that its law can be carried out.</summary>
public static class CountedElection
{
    /// <summary>The election with the votes and figures of a count.</summary>
    /// <param name="election">The election that is counted.</param>
    /// <param name="count">The count.</param>
    /// <param name="findings">Receives constituencies for which the count has no unit.</param>
    /// <returns>The election, or null after noting faults.</returns>
    /// <remarks>
    /// A constituency is the unit of its id; a nationwide one is all units together. Figures that the form does not have are
    /// unknown, and those published for wider areas give way to sums.
    /// </remarks>
    public static Election? Of(Election election, Count count, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(findings);
        var contest = election.Input.Contests.First(c => c.Id == count.Definition.Contest);
        var constituencies = new List<ConstituencyInput>();
        foreach (var constituency in contest.Constituencies)
        {
            var unit = count.Units.Find(constituency.Id);
            if (unit < 0 && contest.Constituencies.Count > 1)
            {
                findings.Add(new Finding("the units", 0, 0, $"no unit '{constituency.Id}'", "a unit for each constituency of the contest, with its id"));
                continue;
            }

            constituencies.Add(Counted(constituency, count, unit >= 0 ? [unit] : [.. count.Tops()]));
        }

        var here = contest with
        {
            Constituencies = constituencies,
            Regions = [.. contest.Regions.Select(r => r with { Figures = new Dictionary<string, long>() })],
        };
        return findings.IsEmpty
            ? election with { Input = election.Input with { Contests = [.. election.Input.Contests.Select(c => c.Id == here.Id ? here : c)] }, Lots = [.. election.Lots, .. count.Lots().GroupBy(l => (l.Contest, l.Area, l.Step)).Select(g => g.Last())] }
            : null;
    }

    private static ConstituencyInput Counted(ConstituencyInput constituency, Count count, int[] units)
    {
        var votes = new Dictionary<string, long>(StringComparer.Ordinal);
        var figures = new Dictionary<string, long>(StringComparer.Ordinal);
        var persons = constituency.Persons;
        var tally = count.Of(Phase.Final);
        foreach (var figure in count.Layout.Figures.Where(f => f.Kind != FigureKind.YesNo))
        {
            for (var l = 0; l < (figure.Kind == FigureKind.Count ? 1 : count.Layout.Lists.Count); l++)
            {
                var cells = count.Layout.CellsOf(figure, l);
                if (figure.Kind == FigureKind.Count)
                {
                    Add(figures, figure.Id, cells);
                }
                else if (figure.Kind == FigureKind.VotesPerList)
                {
                    Add(votes, count.Layout.Lists[l], cells);
                }
                else
                {
                    Persons(count.Layout.Lists[l], cells);
                }
            }
        }

        return constituency with { Votes = votes, Figures = figures };

        void Add(Dictionary<string, long> to, string id, (int First, int Count) cells)
        {
            // Unknown in one protocol is unknown in the sum.
            if (units.All(u => Enumerable.Range(cells.First, cells.Count).All(c => tally.Known(u, c) == tally.Counted(u))))
            {
                to.TryAdd(id, units.Sum(u => Enumerable.Range(cells.First, cells.Count).Sum(c => tally.Sum(u, c))));
            }
        }

        void Persons(string list, (int First, int Count) cells)
        {
            Add(votes, list, cells);
            for (var i = 0; i < cells.Count && persons.TryGetValue(list, out var named) && i < named.Count; i++)
            {
                Add(votes, named[i].Id, (cells.First + i, 1));
            }
        }
    }
}
