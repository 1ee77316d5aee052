namespace Mandate.Results.Entries;

/// <summary>All that is known of the entry of one protocol until it is accepted. It is never changed: a step makes another.</summary>
/// <remarks>It holds figures that not everybody may see; people are shown <see cref="Faces"/> of it.</remarks>
internal sealed record EntryState
{
    /// <summary>Nothing has happened.</summary>
    public static EntryState Empty { get; } = new();

    public EntryStage Stage { get; init; }

    /// <summary>Gets how many commands were carried out.</summary>
    public long Revision { get; init; }

    /// <summary>Gets how many results were accepted.</summary>
    public int Version { get; init; }

    public Correction? Correction { get; init; }

    /// <summary>Gets finished readings by persons, one a person: entries first, then what third persons keyed again.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>Gets what is being keyed, or what waits for its typist after a release.</summary>
    public Desk? Desk { get; init; }

    public IReadOnlyList<ThirdReading> Thirds { get; init; } = [];

    /// <summary>Gets what persons had read before they keyed a cell again.</summary>
    public IReadOnlyList<EarlierReading> Earlier { get; init; } = [];

    /// <summary>Gets the typist a coordinator sent open cells to, or null.</summary>
    public string? Turn { get; init; }

    /// <summary>Gets who keyed again last since an entry or a machine's reading came.</summary>
    public string? LastRekey { get; init; }

    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    /// <summary>Gets why it is in quarantine, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets whether errors of the first entry were let through to the second.</summary>
    public bool FirstCleared { get; init; }

    /// <summary>Gets the order to accept errors, or null.</summary>
    public Order? ErrorsOrder { get; init; }

    /// <summary>Gets the decision that entries stand against a third reading, or null.</summary>
    public Order? ThirdOverruled { get; init; }

    /// <summary>Gets coordinators who decided about it, and so may have seen figures.</summary>
    public IReadOnlyList<string> Deciders { get; init; } = [];

    /// <summary>Gets who has it open, or null.</summary>
    public string? Holder => IsOpen(Stage) ? Desk!.Actor : null;

    public static bool IsOpen(EntryStage stage) => stage is EntryStage.FirstOpen or EntryStage.SecondOpen or EntryStage.RekeyOpen;
}

/// <summary>What one person read in cells; never changed.</summary>
/// <param name="Actor">Who.</param>
/// <param name="IsEntry">Whether it is an entry of the whole protocol.</param>
/// <param name="Cells">A number a cell, <see cref="Running.Layout.Blank"/> or <see cref="Unread"/>.</param>
internal sealed record Reading(string Actor, bool IsEntry, long[] Cells)
{
    /// <summary>A cell this person was not asked, or must read again.</summary>
    public const long Unread = -2;
}

/// <summary>What is being keyed.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Asked">The cells to key again, in order; null for an entry of the whole protocol.</param>
/// <param name="Cells">A number a cell, blank, or unread where it was not keyed.</param>
internal sealed record Desk(string Actor, IReadOnlyList<int>? Asked, long[] Cells);

/// <summary>A reading that no person keyed.</summary>
/// <param name="Source">Where from; one reading a source.</param>
/// <param name="Cells">A number a cell, blank, or unread.</param>
/// <param name="Hash">SHA-256 of what was read.</param>
internal sealed record ThirdReading(ThirdSource Source, long[] Cells, string Hash);

/// <summary>What a person had read in a cell.</summary>
internal sealed record EarlierReading(string Actor, int Cell, long Value);

/// <summary>An explanation of a warning.</summary>
/// <param name="Actor">Who gave it.</param>
/// <param name="Code">The check.</param>
/// <param name="List">The list, or null.</param>
/// <param name="Text">The words.</param>
/// <param name="Of">The figures it was given for, as the check reads them; for others it does not count.</param>
internal sealed record Explanation(string Actor, string Code, string? List, string Text, IReadOnlyList<long> Of);

/// <summary>A coordinator's decision.</summary>
internal sealed record Order(string Actor, string Reason);

/// <summary>Why a result is entered again.</summary>
internal sealed record Correction(CorrectionKind Kind, string Reason, string Actor);
