namespace Mandate.Results.Entries;

/// <summary>What a step did, for the journal; actors are opaque ids.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="About">Id of the person whose work it was, or null for the actor's own or nobody's.</param>
/// <param name="Code">A reason of quarantine, a check's code, a kind of correction, a source; else null.</param>
/// <param name="Text">Words somebody gave, or null.</param>
/// <param name="Cells">Ids of the cells it is about.</param>
/// <param name="Figures">
/// Figures that left the state; else empty. They are for the archive of the journal: showing them while the protocol is
/// being entered would end the blindness of the second entry.
/// </param>
/// <param name="Counts">At acceptance, how many figures each person keyed and how many turned out wrong, by id; else empty.</param>
public sealed record EntryEvent(
    EntryEventKind Kind, string Actor, string? About, string? Code, string? Text,
    IReadOnlyList<string> Cells, IReadOnlyList<CellValue> Figures, IReadOnlyList<KeyedCount> Counts);

/// <summary>Kinds of events.</summary>
public enum EntryEventKind
{
    /// <summary>Somebody sat down.</summary>
    Opened,

    /// <summary>Cells were saved; the event names them without their figures.</summary>
    Keyed,

    /// <summary>A warning was explained.</summary>
    Explained,

    /// <summary>An entry, or cells keyed again, were finished.</summary>
    Finished,

    /// <summary>A place was freed; what was keyed waits.</summary>
    Released,

    /// <summary>What waited was put away, since somebody else took over or it is not needed any more.</summary>
    SetAside,

    /// <summary>Readings differ.</summary>
    Differed,

    /// <summary>The protocol went into quarantine.</summary>
    Quarantined,

    /// <summary>Cells were sent back.</summary>
    Returned,

    /// <summary>The protocol left quarantine.</summary>
    Cleared,

    /// <summary>Figures with errors were ordered to be accepted.</summary>
    ErrorsOrdered,

    /// <summary>A machine's reading arrived.</summary>
    ThirdCame,

    /// <summary>An entry was thrown away.</summary>
    Discarded,

    /// <summary>A correction was opened.</summary>
    CorrectionOpened,

    /// <summary>It was called off.</summary>
    CorrectionWithdrawn,

    /// <summary>The result was accepted.</summary>
    Accepted,
}

/// <summary>How one person's keying of a protocol turned out.</summary>
/// <param name="Actor">Their id.</param>
/// <param name="Keyed">Cells they read, each reading counted; a blank counts where the accepted figure is none.</param>
/// <param name="Wrong">Those of them that are not as accepted in the end.</param>
public sealed record KeyedCount(string Actor, int Keyed, int Wrong);
