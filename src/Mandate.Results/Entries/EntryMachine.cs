namespace Mandate.Results.Entries;

/// <summary>The entry of protocols: a state and a command give a new state, or a refusal. Nothing else is read or written.</summary>
/// <remarks>The same state, command and context give the same answer, so that a store may try again after a conflict.</remarks>
internal static class EntryMachine
{
    /// <summary>Carries out one command.</summary>
    public static EntryAnswer Apply(EntryState state, EntryCommand command, EntryContext context)
    {
        var step = new Step(state, command, context);
        if (Refuses(state, command) is { } early)
        {
            return step.Refused(early);
        }

        var refusal = command switch
        {
            Open => Keying.Open(step),
            Key key => Keying.Key(step, key),
            Explain explain => Explaining.Explain(step, explain),
            Finish finish => Keying.Finish(step, finish),
            Release => Keying.Release(step),
            Discard discard => Deciding.Discard(step, discard),
            Quarantine quarantine => Deciding.Quarantine(step, quarantine),
            Return back => Deciding.Return(step, back),
            Clear clear => Deciding.Clear(step, clear),
            AcceptErrors order => Deciding.AcceptErrors(step, order),
            Third third => Thirds.Third(step, third),
            OpenCorrection correction => Deciding.OpenCorrection(step, correction),
            WithdrawCorrection withdraw => Deciding.Withdraw(step, withdraw),
            _ => throw new InvalidOperationException($"Bug in EntryMachine: {command.GetType().Name}."),
        };
        return refusal is { } kind ? step.Refused(kind) : step.Done();
    }

    /// <summary>What is refused whatever the command says: role, a taken place, an old page, the stage, in this order.</summary>
    /// <remarks>Who opens what another has just opened is told so, and not only that the page is old.</remarks>
    private static RefusalKind? Refuses(EntryState state, EntryCommand command)
    {
        if (!EntryTable.May(command.Actor.Role, command.Kind))
        {
            return RefusalKind.RoleMayNot;
        }

        var stage = EntryTable.Refuses(state.Stage, command.Kind);
        if (stage == RefusalKind.TakenBy && command is Open)
        {
            return state.Holder == command.Actor.Id ? RefusalKind.AlreadyYours : RefusalKind.TakenBy;
        }

        return command.Seen != state.Revision ? RefusalKind.Stale : stage;
    }
}
