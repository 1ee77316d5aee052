namespace Mandate.Results.Entries;

/// <summary>What is true of every state that commands can lead to.</summary>
internal static class EntryStateRules
{
    /// <summary>The first rule a state breaks, or null.</summary>
    public static string? Broken(EntryState state, EntryContext context)
    {
        var entries = state.Readings.Count(r => r.IsEntry);
        var rules = new (bool Holds, string Rule)[]
        {
            (!EntryState.IsOpen(state.Stage) || state.Desk is not null, "an open stage has somebody at the desk."),
            (state.Stage != EntryStage.RekeyOpen || state.Desk?.Asked is not null, "cells keyed again are named."),
            (state.Stage is not (EntryStage.FirstOpen or EntryStage.SecondOpen) || state.Desk?.Asked is null, "an entry is of the whole protocol."),
            (state.Stage == EntryStage.Quarantined == state.Reason is not null, "a quarantine, and only it, has a reason."),
            (state.Readings.Select(r => r.Actor).Distinct().Count() == state.Readings.Count, "a person has one reading."),
            (entries <= context.Rules.Entries && state.Readings.Take(entries).All(r => r.IsEntry), "entries come first, and no more than the rules want."),
            (state.Thirds.Select(t => t.Source).Distinct().Count() == state.Thirds.Count, "a source has one reading."),
            (state.Readings.All(r => !state.Deciders.Contains(r.Actor)), "who decides has keyed nothing."),
            (state.Desk is not { Asked: null } whole || state.Readings.All(r => r.Actor != whole.Actor), "who keys an entry has not keyed another."),
            (state.Earlier.All(e => state.Readings.Any(r => r.Actor == e.Actor)), "what was read earlier was read by somebody who keyed."),
            (state.Stage is not (EntryStage.AwaitingFirst or EntryStage.FirstOpen) || state.Readings.Count == 0, "before the first entry there is none."),
            (state.Stage is not (EntryStage.AwaitingSecond or EntryStage.SecondOpen) || entries == 1, "before the second entry there is one."),
            (state.Stage != EntryStage.Accepted || (state.Version > 0 && state is { Readings: [], Desk: null, Thirds: [], Correction: null }), "an accepted protocol has a version and nothing pending."),
            (state.Correction is null || state.Version > 0, "what is corrected was accepted."),
        };
        return rules.FirstOrDefault(r => !r.Holds).Rule;
    }
}
