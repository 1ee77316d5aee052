using Mandate.Electoral;
using Mandate.Results.Expressions;
using Mandate.Results.Running;

namespace Mandate.Results.Screening;

/// <summary>D.01, D.03 and D.04: one small slip of the pen that would explain every failed relation of a protocol.</summary>
/// <remarks>A reading counts only if every relation that is an error then holds and nothing fails or becomes unknown that did not before.</remarks>
internal sealed class RepairScreens
{
    private readonly ScreenTable table;
    private readonly ScreenRules rules;
    private readonly ScreenNotes notes;
    private readonly CompiledForm checks;
    private readonly CheckOutcome[] before;
    private readonly CheckOutcome[] after;
    private readonly long[] row;
    private readonly (Check Check, int List, bool IsError, bool IsEquality, HashSet<int> Cells)[] outcomes;
    private readonly bool[] isNumber;

    public RepairScreens(ScreenTable table, ScreenRules rules, ScreenNotes notes)
    {
        this.table = table;
        this.rules = rules;
        this.notes = notes;
        checks = new CompiledForm(table.Form, table.Layout, table.Variant);
        before = new CheckOutcome[checks.Outcomes];
        after = new CheckOutcome[checks.Outcomes];
        row = new long[table.Layout.Width];
        outcomes = new (Check, int, bool, bool, HashSet<int>)[checks.Outcomes];
        for (var c = 0; c < checks.Checks.Count; c++)
        {
            var check = checks.Checks[c];
            var equality = check.Condition is CompareNode { Left.IsCondition: false } compare && compare.Comparison == (check.Fires ? Comparison.NotEqual : Comparison.Equal);
            for (var l = 0; l < checks.Times(c); l++)
            {
                var cells = new HashSet<int>();
                Read(check.Condition!, l, cells);
                outcomes[checks.FirstOutcome(c) + l] = (check, l, check.Level == CheckLevel.Error, equality, cells);
            }
        }

        isNumber = new bool[table.Layout.RawWidth];
        foreach (var figure in table.Layout.Figures)
        {
            isNumber.AsSpan(table.Layout.Start(figure), table.Layout.Cells(figure)).Fill(figure.Kind != FigureKind.YesNo);
        }
    }

    public void Run()
    {
        for (var unit = 0; unit < table.Units.Count; unit++)
        {
            table.Row(unit).CopyTo(row);
            if (checks.Evaluate(row, before) > 0)
            {
                Unit(unit, [.. Enumerable.Range(0, before.Length).Where(o => outcomes[o].IsError && before[o] == CheckOutcome.Fails)]);
            }
        }
    }

    private void Unit(int unit, List<int> failing)
    {
        if (failing.Count == 0)
        {
            return;
        }

        var swaps = Swaps(failing);
        if (swaps.Count > 0)
        {
            notes.Add("D.01", [unit], Changed(swaps), Figuring.Number(failing.Count), "0", "0", swaps);
        }

        if (failing.FirstOrDefault(o => outcomes[o].IsEquality, -1) is not (>= 0 and var first))
        {
            return;
        }

        var cells = outcomes[first].Cells.Where(c => isNumber[c] && row[c] >= 0 && failing.All(o => outcomes[o].Cells.Contains(c))).Order().ToList();
        var difference = Explainer.Explain(outcomes[first].Check.Condition!, table.Layout, row, outcomes[first].List).Difference;
        var transposed = Readings(cells, difference, c => Digits.Transposed(row[c]));
        if (transposed.Count > 0 && transposed.Count <= rules.TransposedReadings)
        {
            notes.Add("D.03", [unit], Changed(transposed), difference.ToString(), "0", "0", transposed);
        }

        if (swaps.Count == 0 && transposed.Count == 0)
        {
            var misread = Readings(cells, difference, c => Digits.Misread(row[c]));
            if (misread.Count > 0 && misread.Count <= rules.MisreadReadings)
            {
                notes.Add("D.04", [unit], Changed(misread), difference.ToString(), "0", "0", misread);
            }
        }
    }

    private List<Reading> Swaps(List<int> failing)
    {
        var readings = new List<Reading>();
        for (var c = 0; c + 1 < row.Length && c + 1 < table.Layout.RawWidth; c++)
        {
            var (a, b) = (row[c], row[c + 1]);
            if (a == b || a < 0 || b < 0 || !isNumber[c] || !isNumber[c + 1] || !failing.TrueForAll(o => outcomes[o].Cells.Contains(c) || outcomes[o].Cells.Contains(c + 1)))
            {
                continue;
            }

            (row[c], row[c + 1]) = (b, a);
            if (IsRepaired())
            {
                readings.Add(new Reading([Perhaps(c, a, b), Perhaps(c + 1, b, a)]));
            }

            (row[c], row[c + 1]) = (a, b);
        }

        table.Layout.Derive(row);
        return readings;
    }

    private List<Reading> Readings(List<int> cells, Ratio difference, Func<int, IEnumerable<long>> values)
    {
        var readings = new List<Reading>();
        foreach (var cell in cells)
        {
            var written = row[cell];
            foreach (var value in values(cell).Distinct().Where(v => v <= Figure.Largest && v != written))
            {
                // A whole factor before the figure is all that can stand between its change and the difference.
                if (difference.Denominator.IsOne && !(difference.Numerator % (value - written)).IsZero)
                {
                    continue;
                }

                row[cell] = value;
                if (IsRepaired())
                {
                    readings.Add(new Reading([Perhaps(cell, written, value)]));
                }
            }

            row[cell] = written;
        }

        table.Layout.Derive(row);
        return readings;
    }

    private bool IsRepaired()
    {
        checks.Evaluate(row, after);
        for (var o = 0; o < after.Length; o++)
        {
            if ((after[o] == CheckOutcome.Fails && (outcomes[o].IsError || before[o] != CheckOutcome.Fails)) || (after[o] == CheckOutcome.Unchecked && before[o] != CheckOutcome.Unchecked))
            {
                return false;
            }
        }

        return true;
    }

    private ReadFigure Perhaps(int cell, long written, long perhaps)
    {
        var (figure, list) = table.NameOf(cell);
        return new ReadFigure(figure, list, written, perhaps);
    }

    private static List<ScreenFigure> Changed(List<Reading> readings) =>
        [.. readings.SelectMany(r => r.Changes).Select(c => new ScreenFigure(c.Figure, c.List, c.Written)).Distinct()];

    private void Read(Node node, int list, HashSet<int> cells)
    {
        switch (node)
        {
            case FigureNode f when table.Layout.Has(f.Figure):
                cells.Add(table.Layout.Start(f.Figure) + (f.Figure.Kind == FigureKind.VotesPerList ? list : 0));
                break;
            case SumNode s when table.Layout.Has(s.Figure):
                var from = s.OfOneList ? table.Layout.Candidates(s.Figure, list) : table.Layout.Start(s.Figure);
                var to = s.OfOneList && list + 1 < table.Layout.Lists.Count ? table.Layout.Candidates(s.Figure, list + 1) : table.Layout.Start(s.Figure) + table.Layout.Cells(s.Figure);
                cells.UnionWith(Enumerable.Range(from, to - from));
                break;
        }

        foreach (var part in node.Parts)
        {
            Read(part, list, cells);
        }
    }
}
