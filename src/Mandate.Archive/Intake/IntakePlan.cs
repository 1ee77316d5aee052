namespace Mandate.Archive.Intake;

/// <summary>What an intake would bring: every document with what is known of it, or every fault.</summary>
/// <remarks>Files of an archive are unpacked to a folder that lasts until the plan is disposed of.</remarks>
internal sealed class IntakePlan : IDisposable
{
    private readonly IReadOnlyList<IDisposable> unpacked;

    internal IntakePlan(IReadOnlyList<IntakeItem> items, ArchiveFaults faults, IReadOnlyList<ArchiveFault> passedOver, IReadOnlyList<IDisposable> unpacked)
    {
        this.unpacked = unpacked;
        Items = faults.Count == 0 ? items : [];
        Faults = faults.All;
        MoreFaults = faults.More;
        PassedOver = passedOver;
    }

    /// <summary>Gets the documents, by source and name, or in the order of the sheet; none where there is any fault.</summary>
    public IReadOnlyList<IntakeItem> Items { get; }

    /// <summary>Gets all faults, by file, line and column.</summary>
    public IReadOnlyList<ArchiveFault> Faults { get; }

    /// <summary>Gets how many faults there were past the first ten thousand.</summary>
    public int MoreFaults { get; }

    /// <summary>Gets files that are no documents and are left where they are, each with the reason. They stop nothing.</summary>
    public IReadOnlyList<ArchiveFault> PassedOver { get; }

    /// <summary>Removes what was unpacked.</summary>
    public void Dispose()
    {
        foreach (var folder in unpacked)
        {
            folder.Dispose();
        }
    }
}

/// <summary>One document of an intake.</summary>
/// <param name="File">Absolute path of the file to read.</param>
/// <param name="Shown">Its name as the user knows it: the source's name and the path within, with <c>/</c>.</param>
/// <param name="Handle">The handle it is to have; null where none was named.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="ExpectedSha256">The SHA-256 it must have when it is taken; null where none was named.</param>
internal sealed record IntakeItem(string File, string Shown, Handle? Handle, DocumentFacts Facts, string? ExpectedSha256)
{
    /// <summary>Gets the collection named for it, its handle's where it has one; null where none was named.</summary>
    public string? Collection { get; init; }
}
