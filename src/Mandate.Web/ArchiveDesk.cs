using Mandate.Archive;
using Mandate.Laws;
using Mandate.Results.Evidence;

namespace Mandate.Web;

/// <summary>The archive as the portal shows it: its door, and the figures that cite its pages.</summary>
internal sealed class ArchiveDesk : IDisposable
{
    private ArchiveDesk(DocumentArchive door, EvidenceBook evidence) => (Door, Evidence) = (door, evidence);

    /// <summary>Gets the archive, opened for reading.</summary>
    public DocumentArchive Door { get; }

    /// <summary>Gets the figures that cite pages.</summary>
    public EvidenceBook Evidence { get; }

    /// <summary>Opens the archive; null where it cannot be, with the reason among the faults.</summary>
    public static ArchiveDesk? Open(PortalOptions options, Catalogue catalogue, List<string> faults)
    {
        if (options.Archive is null)
        {
            return null;
        }

        try
        {
            var door = DocumentArchive.Open(options.Archive, toWrite: false, TimeProvider.System);
            var evidence = EvidenceBook.Read(catalogue, options.Evidence);
            faults.AddRange(evidence.Findings.All.Select(f => f.ToString()));
            return new ArchiveDesk(door, evidence);
        }
        catch (ArchiveException e)
        {
            faults.Add($"The archive is not shown: {e.Message}");
            return null;
        }
    }

    public void Dispose() => Door.Dispose();
}

/// <summary>What stood in the way when the portal was built.</summary>
internal sealed record PortalFaults(IReadOnlyList<string> All);
