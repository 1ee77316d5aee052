using static Mandate.Results.Entries.EntryStage;
using static Mandate.Results.Entries.RefusalKind;

namespace Mandate.Results.Entries;

/// <summary>Which command each stage and each role allows. A command that passes here may still be refused for what the state holds.</summary>
internal static class EntryTable
{
    /// <summary>Whether a role sends such commands.</summary>
    public static bool May(EntryRole role, CommandKind command) => command switch
    {
        CommandKind.Open or CommandKind.Key or CommandKind.Finish => role == EntryRole.Typist,
        CommandKind.Explain or CommandKind.Release => role is EntryRole.Typist or EntryRole.Coordinator,
        CommandKind.Third => role is EntryRole.Machine or EntryRole.Coordinator,
        CommandKind.Discard or CommandKind.Quarantine or CommandKind.Return or CommandKind.Clear or CommandKind.AcceptErrors
            or CommandKind.OpenCorrection or CommandKind.WithdrawCorrection => role == EntryRole.Coordinator,
        _ => throw new InvalidOperationException($"Bug in EntryTable: {command}."),
    };

    /// <summary>Why a stage refuses a command; null where it allows it.</summary>
    public static RefusalKind? Refuses(EntryStage stage, CommandKind command) => (stage, command) switch
    {
        (Accepted, CommandKind.OpenCorrection) => null,
        (Accepted, _) => AlreadyAccepted,
        (_, CommandKind.OpenCorrection) => NotAccepted,
        (_, CommandKind.Third) => null,

        (FirstOpen or SecondOpen or RekeyOpen, CommandKind.Key or CommandKind.Finish or CommandKind.Release) => null,
        (FirstOpen or SecondOpen or Unexplained, CommandKind.Explain) => null,
        (RekeyOpen, CommandKind.Explain) => NothingToExplain,
        (FirstOpen or SecondOpen or RekeyOpen, CommandKind.Clear or CommandKind.AcceptErrors) => NotInQuarantine,
        (FirstOpen or SecondOpen or RekeyOpen, _) => TakenBy,

        (Quarantined, CommandKind.Return or CommandKind.Discard or CommandKind.Clear or CommandKind.AcceptErrors or CommandKind.WithdrawCorrection) => null,
        (Quarantined, _) => InQuarantine,
        (_, CommandKind.Clear or CommandKind.AcceptErrors) => NotInQuarantine,

        (_, CommandKind.Key or CommandKind.Finish or CommandKind.Release or CommandKind.Explain) => NothingOpen,
        (Unexplained, CommandKind.Open) => EntriesDone,
        (AwaitingFirst or AwaitingSecond or AwaitingRekey, CommandKind.Open) => null,
        (AwaitingFirst, CommandKind.Return) => NothingKeyed,
        (AwaitingFirst or AwaitingSecond or AwaitingRekey or Unexplained, CommandKind.Discard or CommandKind.Quarantine or CommandKind.Return or CommandKind.WithdrawCorrection) => null,
        _ => throw new InvalidOperationException($"Bug in EntryTable: {stage}, {command}."),
    };
}
