using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>Where a protocol goes once nobody has it open: the first of these that is so.</summary>
/// <remarks>
/// Set aside by hand; no entry; cells open; errors of a first entry; second entry awaited; errors; a third reading that
/// differs; warnings not explained; accepted.
/// </remarks>
internal static class Settling
{
    public static void Settle(Step step)
    {
        var (state, context) = (step.State, step.Context);
        if (state.Reason is { } reason && context.Rules.Reasons.Contains(reason))
        {
            step.State = state with { Stage = EntryStage.Quarantined };
            return;
        }

        var agreement = new Agreement(state, context);
        state = state with { Reason = null };
        if (!agreement.IsComplete && state.Readings.Count == 0)
        {
            step.State = state with { Stage = EntryStage.AwaitingFirst };
            return;
        }

        if (agreement.Open.Count > 0)
        {
            if (agreement.Open.Where(agreement.Differs).ToList() is { Count: > 0 } differ && state.Stage != EntryStage.AwaitingRekey)
            {
                step.Note(EntryEventKind.Differed, cells: step.Names(differ));
            }

            step.State = state with { Stage = EntryStage.AwaitingRekey };
            return;
        }

        step.State = state with { Turn = null };
        var known = agreement.IsComplete ? state.Explanations : [];
        var findings = EntryChecks.Of(context, agreement.Cells, known).Findings;
        var errors = findings.Where(f => f.Level == CheckLevel.Error).ToList();
        if (!agreement.IsComplete)
        {
            if (errors.Count > 0 && context.Rules.ErrorsStop == ErrorsStop.FirstEntry && !state.FirstCleared)
            {
                Stop(step, EntryRules.Errors, errors.Select(e => e.Code));
                return;
            }

            step.State = step.State with { Stage = EntryStage.AwaitingSecond };
            return;
        }

        if (errors.Count > 0 && state.ErrorsOrder is null)
        {
            Stop(step, EntryRules.Errors, errors.Select(e => e.Code));
            return;
        }

        if (state.ThirdOverruled is null && Thirds.Differing(state, agreement, context) is { Count: > 0 } cells)
        {
            Stop(step, EntryRules.ThirdDiffers, null, step.Names(cells));
            return;
        }

        if (findings.Any(f => f.Level == CheckLevel.Warning && !f.Explained))
        {
            step.State = step.State with { Stage = EntryStage.Unexplained };
            return;
        }

        Accept(step, agreement, findings);
    }

    private static void Stop(Step step, string reason, IEnumerable<string>? codes, IReadOnlyList<string>? cells = null)
    {
        step.Note(EntryEventKind.Quarantined, code: reason, text: codes is null ? null : string.Join(' ', codes.Distinct()), cells: cells);
        step.State = step.State with { Stage = EntryStage.Quarantined, Reason = reason };
    }

    private static void Accept(Step step, Agreement agreement, List<EntryFinding> findings)
    {
        Keying.SetAside(step);
        var (state, context) = (step.State, step.Context);
        var errors = findings.Where(f => f.Level == CheckLevel.Error).Select(f => new FailedCheck(f.Code, f.List)).ToList();
        step.Accepted = new AcceptedProtocol(
            state.Version + 1,
            agreement.Cells,
            [.. state.Readings.Where(r => RestsOn(r, agreement.Cells)).Select(r => r.Actor)],
            [.. findings.Where(f => f.Level == CheckLevel.Warning).Select(f => Explained(f, state))],
            errors,
            errors.Count > 0 ? state.ErrorsOrder : null,
            [.. state.Thirds.Select(t => new UsedSource(t.Source, t.Hash, agreement.Counted.Contains(t), step.Names(Thirds.Differing(t, agreement.Cells))))],
            state.ThirdOverruled,
            state.Correction);
        SetOthersAside(step, agreement.Cells);
        step.Note(EntryEventKind.Accepted, code: errors.Count > 0 ? EntryRules.Errors : null, counts: Counts(state, agreement.Cells));
        step.State = new EntryState { Stage = EntryStage.Accepted, Version = state.Version + 1, Revision = state.Revision };
    }

    /// <summary>An entry, or a third person's reading of a cell that was accepted as they read it.</summary>
    private static bool RestsOn(Reading reading, long[] accepted) => reading.IsEntry || reading.Cells.Where((v, i) => v == accepted[i]).Any();

    /// <summary>What persons read otherwise than was accepted leaves with them in events, so that no keyed figure is lost.</summary>
    private static void SetOthersAside(Step step, long[] accepted)
    {
        foreach (var reading in step.State.Readings)
        {
            var others = Read(step.State, reading.Actor).Where(r => r.Value != accepted[r.Cell]).Select(r => new CellValue(step.Context.Cells[r.Cell], CellNames.Figure(r.Value))).ToList();
            if (others.Count > 0)
            {
                step.Note(EntryEventKind.SetAside, reading.Actor, figures: others);
            }
        }
    }

    /// <summary>All that a person read and finished, what they keyed again later included.</summary>
    private static IEnumerable<EarlierReading> Read(EntryState state, string actor) =>
        state.Readings.Where(r => r.Actor == actor).SelectMany(r => r.Cells.Select((v, i) => new EarlierReading(actor, i, v)).Where(x => x.Value != Reading.Unread)).Concat(state.Earlier.Where(e => e.Actor == actor));

    private static ExplainedWarning Explained(EntryFinding finding, EntryState state)
    {
        var words = state.Explanations.Last(e => EntryChecks.Fits(e, finding.Code, finding.List, finding.Arithmetic!));
        return new ExplainedWarning(finding.Code, finding.List, words.Text, words.Actor);
    }

    private static List<KeyedCount> Counts(EntryState state, long[] accepted)
    {
        var counts = new List<KeyedCount>();
        foreach (var actor in state.Readings.Select(r => r.Actor))
        {
            var read = Read(state, actor).Where(r => r.Value != Layout.Blank || accepted[r.Cell] != Layout.Blank).ToList();
            counts.Add(new KeyedCount(actor, read.Count, read.Count(r => r.Value != accepted[r.Cell])));
        }

        return counts;
    }
}
