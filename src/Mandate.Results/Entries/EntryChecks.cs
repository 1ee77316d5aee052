using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>Puts keyed figures to the checks of the form.</summary>
internal static class EntryChecks
{
    /// <summary>Findings in one set of figures: blank required figures first, then checks in the order of the form.</summary>
    /// <param name="context">The form.</param>
    /// <param name="cells">A number a cell; an unread one counts as blank.</param>
    /// <param name="explanations">Explanations that may count.</param>
    /// <returns>The findings, and codes of checks that a blank leaves unchecked.</returns>
    public static (List<EntryFinding> Findings, List<string> Unchecked) Of(EntryContext context, ReadOnlySpan<long> cells, IEnumerable<Explanation> explanations)
    {
        var layout = context.Layout;
        var row = new long[layout.Width];
        for (var i = 0; i < cells.Length; i++)
        {
            row[i] = Math.Max(cells[i], Layout.Blank);
        }

        var outcomes = new CheckOutcome[context.Checks.Outcomes];
        context.Checks.Evaluate(row, outcomes);
        var findings = Blanks(context, row);
        var unchecked_ = new List<string>();
        for (var c = 0; c < context.Checks.Checks.Count; c++)
        {
            var check = context.Checks.Checks[c];
            var mine = outcomes.AsSpan(context.Checks.FirstOutcome(c), context.Checks.Times(c));
            if (mine.Contains(CheckOutcome.Unchecked))
            {
                unchecked_.Add(check.Code);
            }

            for (var l = 0; l < mine.Length; l++)
            {
                if (mine[l] == CheckOutcome.Fails)
                {
                    var list = check.PerList ? layout.Lists[l] : null;
                    var why = Explainer.Explain(check.Condition!, layout, row, l);
                    var explained = check.Level == CheckLevel.Warning && explanations.Any(e => Fits(e, check.Code, list, why));
                    findings.Add(new EntryFinding(check.Code, check.Level, list, check, [], why, explained));
                }
            }
        }

        return (findings, unchecked_);
    }

    /// <summary>Whether an explanation was given for a warning on the very figures that raise it.</summary>
    public static bool Fits(Explanation explanation, string code, string? list, Arithmetic why) =>
        explanation.Code == code && explanation.List == list && explanation.Of.SequenceEqual(why.Figures.Select(f => f.Value));

    private static List<EntryFinding> Blanks(EntryContext context, long[] row)
    {
        var findings = new List<EntryFinding>();
        foreach (var figure in context.Layout.Figures.Where(f => f.Required))
        {
            var blank = Enumerable.Range(context.Layout.Start(figure), context.Layout.Cells(figure)).Where(i => row[i] == Layout.Blank).Select(i => context.Cells[i]).ToList();
            if (blank.Count > 0)
            {
                findings.Add(new EntryFinding(ProtocolFinding.Required, CheckLevel.Error, null, null, blank, null, false));
            }
        }

        return findings;
    }
}
