using Mandate.Results.Running;

namespace Mandate.Results.Screening;

/// <summary>D.05: a zero that a station of this size should hardly have, where hardly any sister station has one.</summary>
/// <remarks>If each of n votes fell on a list with the share p of the sister stations, none would with the chance (1 − p)^n.</remarks>
internal sealed class ZeroScreen(ScreenTable table, ScreenRules rules, ScreenNotes notes, GroupSums sums)
{
    private readonly List<(int Unit, long Whole)> zeros = [];

    public void Run()
    {
        for (var group = 0; group < table.Groups.Count; group++)
        {
            for (var list = 0; list < table.Lists && sums.Known[group] >= rules.Siblings; list++)
            {
                var l = list;
                One(group, unit => table.Votes(unit)[l], unit => sums.Sums[unit], unit => table.VotesOf(unit, l));
            }
        }

        var turnout = table.Cell(rules.Turnout);
        var electors = table.Cell(rules.Electors);
        foreach (var figure in turnout < 0 ? [] : table.Layout.Figures.Where(f => f.Kind == FigureKind.Count))
        {
            var cell = table.Layout.Start(figure);
            for (var group = 0; group < table.Groups.Count && cell != turnout && cell != electors; group++)
            {
                One(group, unit => table.Row(unit)[cell], unit => table.Row(unit)[turnout], unit => table.Figure(unit, cell));
            }
        }
    }

    /// <summary>Looks at one figure, as a part of another, inside a parent unit.</summary>
    private void One(int group, Func<int, long> part, Func<int, long> whole, Func<int, ScreenFigure> figure)
    {
        zeros.Clear();
        long parts = 0, wholes = 0;
        var known = 0;
        foreach (var unit in table.Groups[group])
        {
            var (p, w) = (part(unit), whole(unit));
            if (p == Layout.Blank || w <= 0)
            {
                continue;
            }

            known++;
            (parts, wholes) = (parts + p, wholes + w);
            if (p == 0)
            {
                zeros.Add((unit, w));
            }
        }

        if (known < rules.Siblings || zeros.Count > Math.Max(1, (int)(rules.SiblingShare * known).Floor))
        {
            return;
        }

        foreach (var (unit, n) in zeros)
        {
            // A figure that is no part of the other, such as ballots received, tells nothing so.
            if (parts > 0 && wholes - n > parts && Figuring.IsRarer(parts, wholes - n, n, rules.ZeroChance, out var log))
            {
                notes.Add("D.05", [unit], [figure(unit)], Figuring.Chance(log), Figuring.Number((double)parts / (wholes - n) * n), rules.ZeroChance.ToString());
            }
        }
    }
}
