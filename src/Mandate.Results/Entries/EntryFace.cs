namespace Mandate.Results.Entries;

/// <summary>The entry of one protocol as one person may see it.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Revision">The revision a command must name.</param>
/// <param name="Version">How many results have been accepted; the last of them counts.</param>
/// <param name="Correction">Why it is entered again after acceptance, or null.</param>
/// <param name="Holder">Id of the typist who has it open, or null.</param>
/// <param name="Waiting">Id of the typist a coordinator sent it to, or null.</param>
/// <param name="Reason">The reason of a quarantine, or null.</param>
/// <param name="May">Commands this person may send now, as far as stage and role go.</param>
/// <param name="Cells">Figures this person may see: the typist's own, or a coordinator's where a decision is due.</param>
/// <param name="Marks">Cells to be keyed again, for who does it or decides about it.</param>
/// <param name="Findings">Findings in those figures.</param>
/// <param name="Unchecked">Codes of checks that a blank leaves unchecked in those figures.</param>
/// <param name="Readings">Cells on which readings differ, for a coordinator.</param>
public sealed record EntryFace(
    EntryStage Stage, long Revision, int Version, CorrectionKind? Correction, string? Holder, string? Waiting, string? Reason,
    IReadOnlyList<CommandKind> May, IReadOnlyList<CellValue> Cells, IReadOnlyList<CellMark> Marks,
    IReadOnlyList<EntryFinding> Findings, IReadOnlyList<string> Unchecked, IReadOnlyList<CellReadings> Readings);

/// <summary>A cell to be keyed again.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Rule">Why.</param>
/// <param name="Code">The code of the form's rule of entry, such as <c>W.001</c>; null where the form has none.</param>
public sealed record CellMark(string Cell, EntryRule Rule, string? Code);

/// <summary>What every reading says of one cell.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Values">Readings in the order in which they came.</param>
public sealed record CellReadings(string Cell, IReadOnlyList<ReaderValue> Values);

/// <summary>What one reading says of a cell.</summary>
/// <param name="Actor">Id of the person; null for a machine's reading.</param>
/// <param name="Source">Where a machine's reading comes from; null for a person's.</param>
/// <param name="Value">The figure, or null where it is blank.</param>
public sealed record ReaderValue(string? Actor, ThirdSource? Source, long? Value);

/// <summary>A check that figures fail.</summary>
/// <param name="Code">The check's code, or <see cref="ProtocolFinding.Required"/>.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="List">The list it speaks of, or null.</param>
/// <param name="Check">The check; null where a required figure is blank.</param>
/// <param name="Blank">Ids of the blank cells of a required figure; else empty.</param>
/// <param name="Arithmetic">The figures; null where one is blank.</param>
/// <param name="Explained">Whether an explanation of these very figures was given.</param>
public sealed record EntryFinding(string Code, CheckLevel Level, string? List, Check? Check, IReadOnlyList<string> Blank, Arithmetic? Arithmetic, bool Explained);
