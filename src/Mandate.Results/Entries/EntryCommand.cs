namespace Mandate.Results.Entries;

/// <summary>What somebody wants done with the entry of one protocol.</summary>
/// <param name="Actor">Who sends it.</param>
/// <param name="Seen">The revision the sender saw; another one is answered with <see cref="RefusalKind.Stale"/>.</param>
public abstract record EntryCommand(EntryActor Actor, long Seen)
{
    /// <summary>The most letters of a reason, a note or an explanation.</summary>
    public const int LongestText = 2_000;

    private protected EntryCommand(EntryActor actor, long seen, CommandKind kind)
        : this(actor, seen) => Kind = kind;

    /// <summary>Gets which command it is.</summary>
    public CommandKind Kind { get; }
}

/// <summary>Kinds of commands.</summary>
public enum CommandKind
{
    /// <summary>Sit down to what is awaited.</summary>
    Open,

    /// <summary>Save cells.</summary>
    Key,

    /// <summary>Explain a warning.</summary>
    Explain,

    /// <summary>Finish what was opened.</summary>
    Finish,

    /// <summary>Stand up and keep what was keyed.</summary>
    Release,

    /// <summary>Throw an entry away.</summary>
    Discard,

    /// <summary>Set the protocol aside.</summary>
    Quarantine,

    /// <summary>Have cells keyed again.</summary>
    Return,

    /// <summary>Let a protocol out of quarantine.</summary>
    Clear,

    /// <summary>Order acceptance although errors stand.</summary>
    AcceptErrors,

    /// <summary>Bring a reading that no person keyed.</summary>
    Third,

    /// <summary>Begin again after acceptance.</summary>
    OpenCorrection,

    /// <summary>Call that off.</summary>
    WithdrawCorrection,
}

/// <summary>A typist sits down to the entry or the cells that are awaited, or goes on with their own.</summary>
/// <param name="Actor">The typist.</param>
/// <param name="Seen">The revision seen.</param>
public sealed record Open(EntryActor Actor, long Seen) : EntryCommand(Actor, Seen, CommandKind.Open);

/// <summary>A typist saves cells; all of them are kept, or none where one cannot be read.</summary>
/// <param name="Actor">The typist.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Cells">Cells by id (<c>found</c>, <c>votes:LIST</c>, <c>candidates:LIST:1</c>) with the text as keyed; an empty text makes the cell blank.</param>
public sealed record Key(EntryActor Actor, long Seen, IReadOnlyList<KeyedCell> Cells) : EntryCommand(Actor, Seen, CommandKind.Key);

/// <summary>A cell as it was keyed.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Text">The text.</param>
public sealed record KeyedCell(string Cell, string Text);

/// <summary>Explains a warning, in one's own entry or, once entries agree, in the protocol.</summary>
/// <param name="Actor">The typist who has it open; later a typist who entered it, or a coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Code">The check's code.</param>
/// <param name="List">The list, for a check of each list; else null.</param>
/// <param name="Text">The explanation.</param>
public sealed record Explain(EntryActor Actor, long Seen, string Code, string? List, string Text) : EntryCommand(Actor, Seen, CommandKind.Explain);

/// <summary>A typist finishes; cells of an entry that were never keyed stay blank.</summary>
/// <param name="Actor">The typist.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="WithErrors">That the paper has these errors; without it an entry with errors is refused and stays open.</param>
public sealed record Finish(EntryActor Actor, long Seen, bool WithErrors = false) : EntryCommand(Actor, Seen, CommandKind.Finish);

/// <summary>The typist stands up, or a coordinator frees the place; what was keyed waits for its typist.</summary>
/// <param name="Actor">The typist who has it, or a coordinator.</param>
/// <param name="Seen">The revision seen.</param>
public sealed record Release(EntryActor Actor, long Seen) : EntryCommand(Actor, Seen, CommandKind.Release);

/// <summary>A coordinator throws an entry away; its figures leave in the event.</summary>
/// <param name="Actor">The coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="What">Which; where the first goes and a second stays, that one is the first now.</param>
public sealed record Discard(EntryActor Actor, long Seen, Discarded What) : EntryCommand(Actor, Seen, CommandKind.Discard);

/// <summary>What is thrown away.</summary>
public enum Discarded
{
    /// <summary>The first entry, with what others keyed again.</summary>
    First,

    /// <summary>The second entry, with what others keyed again.</summary>
    Second,

    /// <summary>Readings that no person keyed.</summary>
    Machine,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>A coordinator sets the protocol aside.</summary>
/// <param name="Actor">The coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Reason">One of <see cref="EntryRules.Reasons"/>.</param>
/// <param name="Note">More words, or null.</param>
public sealed record Quarantine(EntryActor Actor, long Seen, string Reason, string? Note = null) : EntryCommand(Actor, Seen, CommandKind.Quarantine);

/// <summary>A coordinator has cells keyed again from the paper; the form's rule of returned figures marks them.</summary>
/// <param name="Actor">The coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Cells">Ids of cells beside those that differ; may be empty where some differ.</param>
/// <param name="To">Id of the typist who keys next; null for whoever may.</param>
public sealed record Return(EntryActor Actor, long Seen, IReadOnlyList<string> Cells, string? To = null) : EntryCommand(Actor, Seen, CommandKind.Return);

/// <summary>A coordinator lets the protocol go on as it is.</summary>
/// <param name="Actor">The coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Reason">Why.</param>
public sealed record Clear(EntryActor Actor, long Seen, string Reason) : EntryCommand(Actor, Seen, CommandKind.Clear);

/// <summary>A coordinator orders figures accepted although they have errors, because the paper has them.</summary>
/// <param name="Actor">The coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Reason">Why.</param>
public sealed record AcceptErrors(EntryActor Actor, long Seen, string Reason) : EntryCommand(Actor, Seen, CommandKind.AcceptErrors);

/// <summary>A reading that no person keyed arrives; it takes the place of an earlier one from the same source.</summary>
/// <param name="Actor">A machine, or a coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Cells">Ids of cells with their figures, null where it read a blank; a cell left out was not read.</param>
/// <param name="Hash">SHA-256 of what was read, 64 small hexadecimal digits.</param>
public sealed record Third(EntryActor Actor, long Seen, ThirdSource Source, IReadOnlyList<CellValue> Cells, string Hash) : EntryCommand(Actor, Seen, CommandKind.Third);

/// <summary>A coordinator begins the entry again after acceptance; the accepted version counts until the next one.</summary>
/// <param name="Actor">The coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="What">Why the figures may change.</param>
/// <param name="Reason">The reason in words.</param>
public sealed record OpenCorrection(EntryActor Actor, long Seen, CorrectionKind What, string Reason) : EntryCommand(Actor, Seen, CommandKind.OpenCorrection);

/// <summary>A coordinator calls a correction off; the accepted version stays.</summary>
/// <param name="Actor">The coordinator.</param>
/// <param name="Seen">The revision seen.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawCorrection(EntryActor Actor, long Seen, string Reason) : EntryCommand(Actor, Seen, CommandKind.WithdrawCorrection);

/// <summary>Where a reading comes from that no person keyed.</summary>
public enum ThirdSource
{
    /// <summary>Read from the image of the paper.</summary>
    Scan,

    /// <summary>Read from a file.</summary>
    Import,
}

/// <summary>A cell and its figure.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Value">0 to 999,999,999, or null where it is blank.</param>
public sealed record CellValue(string Cell, long? Value);

/// <summary>Why an accepted result is entered again.</summary>
public enum CorrectionKind
{
    /// <summary>The ballots were counted again.</summary>
    Recount,

    /// <summary>The paper was corrected, or read wrongly.</summary>
    Correction,
}
