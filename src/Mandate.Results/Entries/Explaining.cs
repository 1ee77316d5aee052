namespace Mandate.Results.Entries;

/// <summary>Explanations of warnings.</summary>
internal static class Explaining
{
    public static RefusalKind? Explain(Step step, Explain explain)
    {
        var state = step.State;
        if (EntryState.IsOpen(state.Stage) ? state.Holder != step.Actor || step.Role != EntryRole.Typist : !MayExplain(state, step.Actor, step.Role))
        {
            return RefusalKind.NotYours;
        }

        step.Read("text", explain.Text);
        if (step.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        var figures = EntryState.IsOpen(state.Stage) ? state.Desk!.Cells : new Agreement(state, step.Context).Cells;
        var warning = EntryChecks.Of(step.Context, figures, []).Findings.FirstOrDefault(f => f.Level == CheckLevel.Warning && f.Code == explain.Code && f.List == explain.List);
        if (warning is null)
        {
            return RefusalKind.NothingToExplain;
        }

        var mine = new Explanation(step.Actor, explain.Code, explain.List, explain.Text, [.. warning.Arithmetic!.Figures.Select(f => f.Value)]);
        step.State = state with { Explanations = [.. state.Explanations.Where(e => (e.Actor, e.Code, e.List) != (mine.Actor, mine.Code, mine.List)), mine] };
        step.Note(EntryEventKind.Explained, code: explain.Code, text: explain.Text);
        if (!EntryState.IsOpen(state.Stage))
        {
            Settling.Settle(step);
        }

        return null;
    }

    /// <summary>Whether somebody may explain what warns in figures the entries agree on: who entered them, or a coordinator.</summary>
    public static bool MayExplain(EntryState state, string actor, EntryRole role) =>
        role == EntryRole.Coordinator || (role == EntryRole.Typist && state.Readings.Any(r => r.Actor == actor && r.IsEntry));
}
