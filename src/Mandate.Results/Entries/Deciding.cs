namespace Mandate.Results.Entries;

/// <summary>What coordinators do.</summary>
internal static class Deciding
{
    public static RefusalKind? Discard(Step step, Discard discard)
    {
        if (Decides(step) is { } refusal)
        {
            return refusal;
        }

        var state = step.State;
        var entries = state.Readings.Where(r => r.IsEntry).ToList();
        var gone = discard.What switch
        {
            Discarded.First => entries.Take(1),
            Discarded.Second => entries.Skip(1).Take(1),
            Discarded.Machine => [],
            Discarded.All => state.Readings,
            _ => throw new InvalidOperationException($"Bug in Deciding: {discard.What}."),
        };
        var machine = discard.What is Discarded.Machine or Discarded.All && state.Thirds.Count > 0;
        if (!gone.Any() && !machine && (discard.What != Discarded.All || state.Desk is null))
        {
            return RefusalKind.NothingKeyed;
        }

        // What third persons keyed again was asked for by the difference that now goes away.
        Drop(step, r => !r.IsEntry || gone.Contains(r));
        if (machine)
        {
            Thirds.Drop(step, _ => true);
        }

        if (discard.What == Discarded.All || step.State.Desk?.Asked is not null)
        {
            Keying.SetAside(step);
        }

        return GoOn(step, Changed(step.State) with { LastRekey = null });
    }

    public static RefusalKind? Quarantine(Step step, Quarantine quarantine)
    {
        if (Decides(step) is { } refusal)
        {
            return refusal;
        }

        if (!step.Context.Rules.Reasons.Contains(quarantine.Reason))
        {
            step.Fault("reason", quarantine.Reason, string.Join(", ", step.Context.Rules.Reasons));
        }

        step.Read("note", quarantine.Note, mayMiss: true);
        if (step.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        step.Note(EntryEventKind.Quarantined, code: quarantine.Reason, text: quarantine.Note);
        return GoOn(step, step.State with { Reason = quarantine.Reason });
    }

    public static RefusalKind? Return(Step step, Return back)
    {
        if (Decides(step) is { } refusal)
        {
            return refusal;
        }

        var agreement = new Agreement(step.State, step.Context);
        if (!agreement.IsComplete && step.State.Readings.Count == 0)
        {
            return RefusalKind.NothingKeyed;
        }

        var cells = step.Find(back.Cells);
        if (back.Cells.Count == 0 && (agreement.Open.Count == 0 || (back.To is null && step.State.Reason is null)))
        {
            step.Fault("cells", "no cells", "the cells to key again, or the typist who keys those that differ");
        }

        if (back.To is not null && !EntryActor.IsId(back.To))
        {
            step.Fault("to", back.To, "the id of a typist");
        }

        if (step.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        var state = Changed(step.State) with
        {
            Readings = [.. step.State.Readings.Select(r => r with { Cells = Without(r.Cells, cells) })],
            Earlier = [.. step.State.Earlier, .. step.State.Readings.SelectMany(r => cells.Where(c => r.Cells[c] != Reading.Unread).Select(c => new EarlierReading(r.Actor, c, r.Cells[c])))],
            Thirds = [.. step.State.Thirds.Select(t => agreement.Counted.Contains(t) ? t with { Cells = Without(t.Cells, cells) } : t)],
            Turn = back.To,
        };
        if (back.To is { } to && (state.Deciders.Contains(to) || new Agreement(state, step.Context).Askable(to, state.LastRekey, state).Count == 0))
        {
            return state.Deciders.Contains(to) ? RefusalKind.SamePerson : RefusalKind.NotYourTurn;
        }

        var read = agreement.Counted.SelectMany(t => cells.Where(c => t.Cells[c] != Reading.Unread).Select(c => new CellValue(step.Context.Cells[c], CellNames.Figure(t.Cells[c]))));
        step.Note(EntryEventKind.Returned, back.To, step.State.Reason, cells: step.Names(cells), figures: [.. read]);
        return GoOn(step, state);
    }

    public static RefusalKind? Clear(Step step, Clear clear)
    {
        var refusal = Decides(step);
        step.Read("reason", clear.Reason);
        if ((refusal ?? step.Unreadable) is { } kind)
        {
            return kind;
        }

        var state = step.State;
        var order = new Order(step.Actor, clear.Reason);
        switch (state.Reason)
        {
            case EntryRules.Errors when new Agreement(state, step.Context).IsComplete:
                return RefusalKind.HasErrors;
            case EntryRules.Errors:
                state = state with { FirstCleared = true };
                break;
            case EntryRules.ThirdDiffers:
                state = state with { ThirdOverruled = order };
                break;
            default:
                break;
        }

        step.Note(EntryEventKind.Cleared, code: state.Reason, text: clear.Reason);
        return GoOn(step, state with { Reason = null });
    }

    public static RefusalKind? AcceptErrors(Step step, AcceptErrors order)
    {
        var refusal = Decides(step);
        step.Read("reason", order.Reason);
        if ((refusal ?? step.Unreadable) is { } kind)
        {
            return kind;
        }

        if (!step.Context.Rules.ErrorsAcceptable)
        {
            return RefusalKind.RulesForbid;
        }

        if (step.State.Reason != EntryRules.Errors)
        {
            return RefusalKind.NoErrors;
        }

        var agreement = new Agreement(step.State, step.Context);
        if (!agreement.IsComplete)
        {
            return RefusalKind.NotAgreed;
        }

        var codes = EntryChecks.Of(step.Context, agreement.Cells, []).Findings.Where(f => f.Level == CheckLevel.Error).Select(f => f.Code).Distinct();
        step.Note(EntryEventKind.ErrorsOrdered, code: string.Join(' ', codes), text: order.Reason);
        return GoOn(step, step.State with { ErrorsOrder = new Order(step.Actor, order.Reason), Reason = null });
    }

    public static RefusalKind? OpenCorrection(Step step, OpenCorrection correction)
    {
        step.Read("reason", correction.Reason);
        if (step.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        step.Note(EntryEventKind.CorrectionOpened, code: Name(correction.What), text: correction.Reason);
        step.State = step.State with { Stage = EntryStage.AwaitingFirst, Correction = new Correction(correction.What, correction.Reason, step.Actor) };
        return null;
    }

    public static RefusalKind? Withdraw(Step step, WithdrawCorrection withdraw)
    {
        if (step.State.Correction is null)
        {
            return RefusalKind.NoCorrection;
        }

        step.Read("reason", withdraw.Reason);
        if (step.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        Keying.SetAside(step);
        Drop(step, _ => true);
        Thirds.Drop(step, _ => true);
        step.Note(EntryEventKind.CorrectionWithdrawn, code: Name(step.State.Correction!.Kind), text: withdraw.Reason);
        step.State = new EntryState { Stage = EntryStage.Accepted, Version = step.State.Version, Revision = step.State.Revision };
        return null;
    }

    public static string Name(CorrectionKind kind) => kind == CorrectionKind.Recount ? "recount" : "correction";

    /// <summary>Whether somebody keyed this protocol, and so cannot decide about it.</summary>
    public static bool Keyed(EntryState state, string actor) => state.Desk?.Actor == actor || state.Readings.Any(r => r.Actor == actor);

    private static RefusalKind? Decides(Step step) => Keyed(step.State, step.Actor) ? RefusalKind.SamePerson : null;

    /// <summary>Decisions were about figures that are no longer the same.</summary>
    private static EntryState Changed(EntryState state) => state with { Reason = null, FirstCleared = false, ErrorsOrder = null, ThirdOverruled = null, Turn = null };

    /// <summary>Settles, and remembers who decided: they may have seen figures and so key nothing here.</summary>
    private static RefusalKind? GoOn(Step step, EntryState state)
    {
        step.State = state.Deciders.Contains(step.Actor) ? state : state with { Deciders = [.. state.Deciders, step.Actor] };
        Settling.Settle(step);
        return null;
    }

    private static void Drop(Step step, Func<Reading, bool> which)
    {
        var gone = step.State.Readings.Where(which).ToList();
        foreach (var reading in gone)
        {
            var earlier = step.State.Earlier.Where(e => e.Actor == reading.Actor).Select(e => new CellValue(step.Context.Cells[e.Cell], CellNames.Figure(e.Value)));
            step.Note(EntryEventKind.Discarded, reading.Actor, figures: [.. step.Context.Cells.Values(reading.Cells), .. earlier]);
        }

        var actors = gone.Select(r => r.Actor).ToHashSet();
        step.State = step.State with
        {
            Readings = [.. step.State.Readings.Where(r => !actors.Contains(r.Actor))],
            Earlier = [.. step.State.Earlier.Where(e => !actors.Contains(e.Actor))],
            Explanations = [.. step.State.Explanations.Where(e => !actors.Contains(e.Actor))],
        };
    }

    private static long[] Without(long[] cells, List<int> which)
    {
        var left = (long[])cells.Clone();
        foreach (var cell in which)
        {
            left[cell] = Reading.Unread;
        }

        return left;
    }
}
