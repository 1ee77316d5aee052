namespace Mandate.Results.Screening;

/// <summary>D.08 and D.09: a turnout or a list's share that changed since the previous election quite otherwise than at the sister stations.</summary>
/// <remarks>
/// The general swing of a parent unit is the median of its stations' changes; the usual scatter is 1.4826 times the median
/// distance from it, which equals the standard deviation of a normal distribution and is not moved by a few stations.
/// Where that is less than what the size of the station alone makes (sampling in both elections), the latter is taken.
/// </remarks>
internal sealed class SwingScreens(ScreenTable table, ScreenRules rules, ScreenNotes notes, Before before)
{
    private const double ToDeviation = 1.4826;
    private readonly List<(int Unit, double Change, double Sampling)> changes = [];
    private readonly List<double> sorted = [];
    private readonly double points = Figuring.Of(rules.SwingPoints);

    public void Run()
    {
        var (electors, turnout) = (table.Cell(rules.Electors), table.Cell(rules.Turnout));
        var (electorsBefore, turnoutBefore) = (before.Table.Cell(rules.Electors), before.Table.Cell(rules.Turnout));
        foreach (var group in table.Groups)
        {
            if (group.Length < rules.Siblings)
            {
                continue;
            }

            if (electors >= 0 && turnout >= 0 && electorsBefore >= 0 && turnoutBefore >= 0)
            {
                Look("D.08", group, u => (table.Row(u)[turnout], table.Row(u)[electors]), u => (before.Table.Row(u)[turnoutBefore], before.Table.Row(u)[electorsBefore]),
                    u => [table.Figure(u, turnout), table.Figure(u, electors)]);
            }

            Lists(group);
        }
    }

    private void Lists(int[] group)
    {
        var (now, was) = (group.ToDictionary(u => u, table.Sum), group.Where(u => before.Units[u] >= 0).Select(u => before.Units[u]).Distinct().ToDictionary(u => u, before.Table.Sum));
        for (var l = 0; l < table.Lists; l++)
        {
            var (list, old) = (l, before.Lists[l]);
            if (old >= 0)
            {
                Look("D.09", group, u => (table.Votes(u)[list], now[u]), u => (before.Table.Votes(u)[old], was[u]), u => [table.VotesOf(u, list)]);
            }
        }
    }

    private void Look(string code, int[] group, Func<int, (long Part, long Whole)> now, Func<int, (long Part, long Whole)> then, Func<int, List<ScreenFigure>> figures)
    {
        changes.Clear();
        sorted.Clear();
        foreach (var unit in group)
        {
            if (before.Units[unit] is not (>= 0 and var was))
            {
                continue;
            }

            var ((part, whole), (partBefore, wholeBefore)) = (now(unit), then(was));
            if (part >= 0 && partBefore >= 0 && whole >= rules.SwingSize && wholeBefore >= rules.SwingSize)
            {
                var (share, shareBefore) = ((double)part / whole, (double)partBefore / wholeBefore);
                changes.Add((unit, share - shareBefore, Math.Sqrt(Variance(share, whole) + Variance(shareBefore, wholeBefore))));
                sorted.Add(share - shareBefore);
            }
        }

        if (changes.Count < rules.Siblings)
        {
            return;
        }

        var swing = Figuring.Median(sorted);
        sorted.Clear();
        sorted.AddRange(changes.Select(c => Math.Abs(c.Change - swing)));
        var scatter = ToDeviation * Figuring.Median(sorted);
        foreach (var (unit, change, sampling) in changes)
        {
            var limit = Math.Max(points, rules.SwingLimit * Math.Max(scatter, sampling));
            if (Math.Abs(change - swing) > limit)
            {
                notes.Add(code, [unit], figures(unit), Figuring.Number(100 * change), Figuring.Number(100 * swing), Figuring.Number(100 * limit));
            }
        }
    }

    private static double Variance(double share, long whole) => share >= 1 ? 0 : share * (1 - share) / whole;
}
