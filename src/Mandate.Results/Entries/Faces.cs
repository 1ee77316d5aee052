namespace Mandate.Results.Entries;

/// <summary>What each person may see of an entry.</summary>
/// <remarks>
/// A typist sees their own figures and no one else's, before and after finishing, and never a comparison with them. A
/// coordinator sees figures where something is to be decided, and not those of a protocol they keyed themselves. Nobody else
/// sees any before the result is accepted.
/// </remarks>
internal static class Faces
{
    public static EntryFace Of(EntryState state, EntryActor actor, EntryContext context)
    {
        var face = new EntryFace(
            state.Stage, state.Revision, state.Version, state.Correction?.Kind, actor.Role == EntryRole.Observer ? null : state.Holder, actor.Role == EntryRole.Observer ? null : state.Turn,
            state.Reason, May(state, actor, context), [], [], [], [], []);
        return actor.Role switch
        {
            EntryRole.Typist => Typist(face, state, actor.Id, context),
            EntryRole.Coordinator when !Deciding.Keyed(state, actor.Id) => Coordinator(face, state, context),
            _ => face,
        };
    }

    private static EntryFace Typist(EntryFace face, EntryState state, string actor, EntryContext context)
    {
        if (state.Holder == actor)
        {
            return AtDesk(face, state, context);
        }

        if (state.Stage == EntryStage.AwaitingRekey && Keying.MayNotOpen(state, actor, context) is null)
        {
            var agreement = new Agreement(state, context);
            return face with { Marks = Marks(agreement.Askable(actor, state.LastRekey, state), agreement, context) };
        }

        if (state.Stage == EntryStage.Unexplained && state.Readings.FirstOrDefault(r => r.Actor == actor && r.IsEntry) is { } own)
        {
            // Where a third person's reading decided against this one, what was agreed stays hidden.
            var agreed = new Agreement(state, context).Cells;
            var mine = own.Cells.AsSpan().SequenceEqual(agreed);
            var findings = EntryChecks.Of(context, agreed, state.Explanations).Findings.Where(f => f is { Level: CheckLevel.Warning, Explained: false });
            return face with { Cells = context.Cells.Values(own.Cells), Findings = [.. findings.Select(f => mine ? f : f with { Arithmetic = null })] };
        }

        return face;
    }

    private static EntryFace AtDesk(EntryFace face, EntryState state, EntryContext context)
    {
        var desk = state.Desk!;
        var marks = desk.Asked is null ? [] : Marks(desk.Asked, new Agreement(state, context), context);
        if (!Keying.IsWhole(state, context))
        {
            return face with { Cells = context.Cells.Values(desk.Cells), Marks = marks };
        }

        var own = Keying.Own(state, desk.Cells);
        var (findings, open) = EntryChecks.Of(context, own, state.Explanations.Where(e => e.Actor == desk.Actor));
        return face with { Cells = context.Cells.Values(own), Marks = marks, Findings = findings, Unchecked = open };
    }

    private static EntryFace Coordinator(EntryFace face, EntryState state, EntryContext context)
    {
        if (state.Stage is not (EntryStage.AwaitingRekey or EntryStage.Quarantined or EntryStage.Unexplained))
        {
            return face;
        }

        var agreement = new Agreement(state, context);
        var (findings, open) = agreement.Open.Count > 0 || (!agreement.IsComplete && state.Readings.Count == 0) ? ([], []) : EntryChecks.Of(context, agreement.Cells, state.Explanations);
        var compared = agreement.IsComplete ? Thirds.Differing(state, agreement, context) : [];
        return face with
        {
            Cells = context.Cells.Values(agreement.Cells),
            Marks = Marks(agreement.Open, agreement, context),
            Findings = findings,
            Unchecked = open,
            Readings = [.. agreement.Open.Where(agreement.Differs).Concat(compared).Distinct().Order().Select(c => Values(c, state, context))],
        };
    }

    private static CellReadings Values(int cell, EntryState state, EntryContext context)
    {
        var people = state.Readings.Where(r => r.Cells[cell] != Reading.Unread).Select(r => new ReaderValue(r.Actor, null, CellNames.Figure(r.Cells[cell])));
        var machines = state.Thirds.Where(t => t.Cells[cell] != Reading.Unread).Select(t => new ReaderValue(null, t.Source, CellNames.Figure(t.Cells[cell])));
        return new CellReadings(context.Cells[cell], [.. people, .. machines]);
    }

    private static List<CellMark> Marks(IEnumerable<int> cells, Agreement agreement, EntryContext context) =>
        [.. cells.Select(c => (Cell: c, Rule: agreement.Differs(c) ? EntryRule.SecondEntryDiffers : EntryRule.ReturnedForCorrection)).Select(m => new CellMark(context.Cells[m.Cell], m.Rule, context.Code(m.Rule)))];

    private static List<CommandKind> May(EntryState state, EntryActor actor, EntryContext context) =>
        [.. Enum.GetValues<CommandKind>().Where(k => EntryTable.May(actor.Role, k) && EntryTable.Refuses(state.Stage, k) is null && May(k, state, actor, context))];

    private static bool May(CommandKind kind, EntryState state, EntryActor actor, EntryContext context) => kind switch
    {
        CommandKind.Open => Keying.MayNotOpen(state, actor.Id, context) is null,
        CommandKind.Key or CommandKind.Finish => state.Holder == actor.Id,
        CommandKind.Release => actor.Role == EntryRole.Coordinator || state.Holder == actor.Id,
        CommandKind.Explain => EntryState.IsOpen(state.Stage) ? state.Holder == actor.Id && actor.Role == EntryRole.Typist : Explaining.MayExplain(state, actor.Id, actor.Role),
        CommandKind.Discard or CommandKind.Return or CommandKind.Clear or CommandKind.Quarantine => !Deciding.Keyed(state, actor.Id),
        CommandKind.AcceptErrors => !Deciding.Keyed(state, actor.Id) && context.Rules.ErrorsAcceptable && state.Reason == EntryRules.Errors,
        CommandKind.WithdrawCorrection => state.Correction is not null,
        CommandKind.Third or CommandKind.OpenCorrection => true,
        _ => throw new InvalidOperationException($"Bug in Faces: {kind}."),
    };
}
