using Mandate.Laws;

namespace Mandate.Results.Evidence;

/// <summary>Every figure that cites a page. The archive knows nothing of it; who shows a page asks here (blueprint 4.7).</summary>
public sealed class EvidenceBook
{
    private readonly ILookup<string, EvidenceRow> byHandle;
    private readonly ILookup<string, EvidenceRow> byElection;

    private EvidenceBook(IReadOnlyList<EvidenceRow> rows, Findings findings)
    {
        byHandle = rows.ToLookup(r => r.Handle, StringComparer.Ordinal);
        byElection = rows.ToLookup(r => r.Election, StringComparer.Ordinal);
        Findings = findings;
    }

    /// <summary>Gets what is wrong with files of evidence; rows with faults are left out.</summary>
    public Findings Findings { get; }

    /// <summary>Reads the evidence of elections at hand, and of further folders.</summary>
    /// <param name="catalogue">The elections.</param>
    /// <param name="folders">Folders of elections beside them, such as that of a made-up one.</param>
    public static EvidenceBook Read(Catalogue catalogue, IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(folders);
        var findings = new Findings();
        var rows = new List<EvidenceRow>();
        var known = catalogue.ElectionIds.Select(id => (Folder: Path.Combine(catalogue.Root, "elections", id), Shown: $"elections/{id}"));
        foreach (var (folder, shown) in known.Concat(folders.Select(f => (f, f.TrimEnd('/')))))
        {
            // An election is read only where it has evidence: most have none yet.
            if (File.Exists(Path.Combine(folder, "evidence.csv")) && catalogue.Election(folder).Election is { } election)
            {
                rows.AddRange(EvidenceFile.Read(folder, shown, election, findings));
            }
        }

        return new EvidenceBook(rows, findings);
    }

    /// <summary>The figures that cite a page, or the whole document it is in; in the order of their files.</summary>
    /// <param name="handle">The document.</param>
    /// <param name="page">The page; null for every citation of the document.</param>
    public IReadOnlyList<EvidenceRow> CitedBy(string handle, int? page) => [.. byHandle[handle].Where(r => page is null || r.Page is null || r.Page == page)];

    /// <summary>The pages that an election's figures cite.</summary>
    public IReadOnlyList<EvidenceRow> Of(string election) => [.. byElection[election]];
}
