using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>What typists do.</summary>
internal static class Keying
{
    public static RefusalKind? Open(Step step)
    {
        var state = step.State;
        if (MayNotOpen(state, step.Actor, step.Context) is { } refusal)
        {
            return refusal;
        }

        var asked = state.Stage == EntryStage.AwaitingRekey ? new Agreement(state, step.Context).Askable(step.Actor, state.LastRekey, state) : null;
        if (!Continues(state.Desk, step.Actor, asked))
        {
            SetAside(step);
            var cells = new long[step.Context.Cells.Count];
            Array.Fill(cells, Reading.Unread);
            step.State = step.State with { Desk = new Desk(step.Actor, asked, cells) };
        }

        step.State = step.State with
        {
            Stage = state.Stage switch
            {
                EntryStage.AwaitingFirst => EntryStage.FirstOpen,
                EntryStage.AwaitingSecond => EntryStage.SecondOpen,
                _ => EntryStage.RekeyOpen,
            },
        };
        step.Note(EntryEventKind.Opened, cells: step.Names(asked ?? []));
        return null;
    }

    public static RefusalKind? Key(Step step, Key key)
    {
        var desk = step.State.Desk!;
        if (desk.Actor != step.Actor)
        {
            return RefusalKind.NotYours;
        }

        var found = step.Find([.. key.Cells.Select(c => c.Cell)]);
        if (key.Cells.Count == 0 || key.Cells.Count > step.Context.Cells.Count)
        {
            step.Fault("cells", $"{key.Cells.Count} cells", $"1 to {step.Context.Cells.Count}");
        }

        var cells = (long[])desk.Cells.Clone();
        if (step.Unreadable is null)
        {
            for (var i = 0; i < found.Count; i++)
            {
                Read(step, desk, found[i], key.Cells[i].Text, cells);
            }
        }

        if (step.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        step.State = step.State with { Desk = desk with { Cells = cells } };
        step.Note(EntryEventKind.Keyed, cells: step.Names(found));
        return null;
    }

    public static RefusalKind? Finish(Step step, Finish finish)
    {
        var (state, context) = (step.State, step.Context);
        var desk = state.Desk!;
        if (desk.Actor != step.Actor)
        {
            return RefusalKind.NotYours;
        }

        var cells = Answered(desk);
        var own = Own(state, cells);
        var errors = IsWhole(state, context) ? EntryChecks.Of(context, own, []).Findings.Where(f => f.Level == CheckLevel.Error).Select(f => f.Code).Distinct().ToList() : [];
        if (errors.Count > 0 && !finish.WithErrors)
        {
            return RefusalKind.HasErrors;
        }

        var before = state.Readings.FirstOrDefault(r => r.Actor == step.Actor);
        var reading = before is null ? new Reading(step.Actor, desk.Asked is null, cells) : before with { Cells = own };
        step.State = state with
        {
            Desk = null,
            Readings = before is null ? [.. state.Readings, reading] : [.. state.Readings.Select(r => r == before ? reading : r)],
            Earlier = [.. state.Earlier, .. Replaced(before, desk)],
            LastRekey = desk.Asked is null ? null : step.Actor,
            Turn = desk.Asked is null ? state.Turn : null,
        };
        step.Note(EntryEventKind.Finished, code: errors.Count > 0 ? string.Join(' ', errors) : null, cells: step.Names(desk.Asked ?? []));
        Settling.Settle(step);
        return null;
    }

    public static RefusalKind? Release(Step step)
    {
        var desk = step.State.Desk!;
        if (step.Role == EntryRole.Typist && desk.Actor != step.Actor)
        {
            return RefusalKind.NotYours;
        }

        step.Note(EntryEventKind.Released, desk.Actor);
        Settling.Settle(step);
        return null;
    }

    /// <summary>Why a person may not sit down to what is awaited; null where they may.</summary>
    public static RefusalKind? MayNotOpen(EntryState state, string actor, EntryContext context)
    {
        if (state.Deciders.Contains(actor))
        {
            return RefusalKind.SamePerson;
        }

        if (state.Stage != EntryStage.AwaitingRekey)
        {
            return state.Readings.Any(r => r.Actor == actor) ? RefusalKind.SamePerson : null;
        }

        var may = (state.Turn ?? actor) == actor && new Agreement(state, context).Askable(actor, state.LastRekey, state).Count > 0;
        return may ? null : RefusalKind.NotYourTurn;
    }

    /// <summary>Puts away what is being keyed or waits; its figures leave in the event.</summary>
    public static void SetAside(Step step)
    {
        if (step.State.Desk is not { } desk)
        {
            return;
        }

        var figures = step.Context.Cells.Values(desk.Cells);
        step.Note(EntryEventKind.SetAside, desk.Actor, figures: figures, cells: [.. figures.Select(f => f.Cell)]);
        step.State = step.State with
        {
            Desk = null,
            Explanations = desk.Asked is null ? [.. step.State.Explanations.Where(e => e.Actor != desk.Actor)] : step.State.Explanations,
        };
    }

    /// <summary>Whether somebody keys a whole entry, or their own entry again while there is no other: then checks can be shown to them.</summary>
    public static bool IsWhole(EntryState state, EntryContext context) => state.Desk!.Asked is null || !new Agreement(state, context).IsComplete;

    /// <summary>What is being keyed on top of what its typist read before.</summary>
    public static long[] Own(EntryState state, long[] cells)
    {
        if (state.Readings.FirstOrDefault(r => r.Actor == state.Desk!.Actor) is not { } before)
        {
            return cells;
        }

        var own = (long[])before.Cells.Clone();
        foreach (var cell in state.Desk!.Asked!)
        {
            own[cell] = cells[cell];
        }

        return own;
    }

    private static long[] Answered(Desk desk)
    {
        var cells = (long[])desk.Cells.Clone();
        if (desk.Asked is null)
        {
            cells.AsSpan().Replace(Reading.Unread, Layout.Blank);
            return cells;
        }

        foreach (var cell in desk.Asked)
        {
            cells[cell] = Math.Max(cells[cell], Layout.Blank);
        }

        return cells;
    }

    private static IEnumerable<EarlierReading> Replaced(Reading? before, Desk desk) =>
        before is null ? [] : desk.Asked!.Where(c => before.Cells[c] != Reading.Unread).Select(c => new EarlierReading(desk.Actor, c, before.Cells[c]));

    private static bool Continues(Desk? desk, string actor, List<int>? asked) =>
        desk?.Actor == actor && (desk.Asked is null) == (asked is null) && (asked is null || asked.SequenceEqual(desk.Asked!));

    private static void Read(Step step, Desk desk, int cell, string text, long[] cells)
    {
        var name = step.Context.Cells[cell];
        if (desk.Asked is not null && !desk.Asked.Contains(cell))
        {
            step.Fault(name, "a cell that nobody asked for", "only the cells that are marked");
        }
        else if ((step.Context.Cells.IsBox(cell) ? KeyedNumber.ReadBox(text, out var value) : KeyedNumber.Read(text, out value)) is { } expected)
        {
            step.Fault(name, text, expected);
        }
        else
        {
            cells[cell] = value;
        }
    }
}
