namespace Mandate.Results.Entries;

/// <summary>What became of a command.</summary>
internal abstract record EntryAnswer
{
    private EntryAnswer()
    {
    }

    /// <summary>It was carried out.</summary>
    /// <param name="State">The new state, one revision on.</param>
    /// <param name="Events">What happened, in order.</param>
    /// <param name="Accepted">The result, where this step accepted it.</param>
    internal sealed record Done(EntryState State, IReadOnlyList<EntryEvent> Events, AcceptedProtocol? Accepted) : EntryAnswer;

    /// <summary>It was not.</summary>
    internal sealed record Refused(EntryRefusal Why) : EntryAnswer;
}

/// <summary>An accepted result, for the ledger.</summary>
/// <param name="Version">1 for the first; a correction is the next.</param>
/// <param name="Figures">Figures in the order of the layout, <see cref="Running.Layout.Blank"/> where blank.</param>
/// <param name="EnteredBy">Ids of those whose reading it rests on, in the order in which they came.</param>
/// <param name="Warnings">Warnings with their explanations.</param>
/// <param name="Errors">Errors that were ordered to be accepted.</param>
/// <param name="ErrorsOrder">Who ordered it and why, or null.</param>
/// <param name="Sources">Machine readings that were at hand.</param>
/// <param name="ThirdOverruled">Who let entries stand against them and why, or null.</param>
/// <param name="Correction">Why it was entered again, or null.</param>
internal sealed record AcceptedProtocol(
    int Version, long[] Figures, IReadOnlyList<string> EnteredBy, IReadOnlyList<ExplainedWarning> Warnings, IReadOnlyList<FailedCheck> Errors, Order? ErrorsOrder,
    IReadOnlyList<UsedSource> Sources, Order? ThirdOverruled, Correction? Correction);

/// <summary>A warning and why it was accepted.</summary>
internal sealed record ExplainedWarning(string Code, string? List, string Text, string Actor);

/// <summary>A failed check.</summary>
internal sealed record FailedCheck(string Code, string? List);

/// <summary>A machine's reading beside a result.</summary>
/// <param name="Source">Where from.</param>
/// <param name="Hash">SHA-256 of what was read.</param>
/// <param name="Counted">Whether it stood for an entry.</param>
/// <param name="Differs">Ids of cells it reads otherwise.</param>
internal sealed record UsedSource(ThirdSource Source, string Hash, bool Counted, IReadOnlyList<string> Differs);
