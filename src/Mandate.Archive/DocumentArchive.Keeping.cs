using System.Globalization;
using Mandate.Archive.Blobs;
using Mandate.Archive.Intake;
using Mandate.Archive.Reading;

namespace Mandate.Archive;

/// <content>Taking in, correcting, taking down, covering, checking: what staff do. The archive is open for writing.</content>
public sealed partial class DocumentArchive
{
    private const string Agent = "staff";
    private Staging? staging;

    /// <summary>Makes a collection, or changes its name, access and rights.</summary>
    public void PutCollection(Collection collection) => Writing(() => catalogue.PutCollection(collection));

    /// <summary>Makes titles, or changes what is known of them.</summary>
    /// <exception cref="ArchiveException">A collection is not there, or a pattern has a fault.</exception>
    public void PutTitles(IReadOnlyList<TitleFacts> titles)
    {
        ArgumentNullException.ThrowIfNull(titles);
        MustWrite();
        var faults = titles.SelectMany(t => t.Patterns.Select((p, i) => new Citations.CitationPattern(t.Id, (i + 1).ToString(CultureInfo.InvariantCulture), p))).SelectMany(p => p.Faults()).ToList();
        if (faults.Count > 0)
        {
            throw new ArchiveException(string.Join('\n', faults));
        }

        if (titles.FirstOrDefault(t => catalogue.Collection(t.Collection) is null) is { } orphan)
        {
            throw new ArchiveException($"Found no collection '{orphan.Collection}' for the title {orphan.Id}. Make it first: mandate archive collection {orphan.Collection} --name NAME --access public.");
        }

        catalogue.PutTitles(titles);
    }

    /// <summary>Changes what is known of a document.</summary>
    public void SetFacts(Handle handle, DocumentFacts facts) => Writing(() => catalogue.SetFacts(handle, facts, Agent));

    /// <summary>Gives a document its sections in place of those it had.</summary>
    public void SetSections(Handle handle, IReadOnlyList<Section> sections) => Writing(() => catalogue.SetSections(handle, sections, Agent));

    /// <summary>Gives a document one more name.</summary>
    public void AddAlias(Handle handle, string alias) => Writing(() => catalogue.AddAlias(handle, alias, Agent));

    /// <summary>Takes a document down; its handle stays and tells why.</summary>
    public void Withdraw(Handle handle, string reason) => Writing(() => catalogue.Withdraw(handle, reason, Agent));

    /// <summary>Merges a document into another; its handle leads there.</summary>
    public void Merge(Handle handle, Handle into, string reason) => Writing(() => catalogue.Merge(handle, into, reason, Agent));

    /// <summary>Corrects a page's printed label and its place in the reading order.</summary>
    public void SetPlace(Handle handle, int page, int position, string? label) => Writing(() => catalogue.SetPlace(handle, page, position, label, Agent));

    /// <summary>How pages stand: state and number.</summary>
    public IReadOnlyList<(string State, long Pages)> CountPages() => catalogue.CountPages();

    /// <summary>Pages that could not be read, or not wholly.</summary>
    public IReadOnlyList<Page> Problems(int most) => catalogue.Problems(most);

    /// <summary>How the checks of originals ended last: outcome, number, and the oldest check.</summary>
    public IReadOnlyList<(string Outcome, long Files, string? Oldest)> FixityState() => catalogue.FixityState();

    /// <summary>Takes documents in and reads every page that waits, then brings the index up to date.</summary>
    /// <param name="items">Documents, each with a handle; empty to go on with what waits.</param>
    /// <param name="allowDouble">Whether a file that another document has may be taken.</param>
    /// <param name="reading">How pages are read.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Ends it; it can be taken up again.</param>
    internal async Task<(IReadOnlyList<TakenIn> Taken, PagesRead Read)> TakeInAsync(IReadOnlyList<IntakeItem> items, bool allowDouble, ReadingOptions reading, IProgress<IntakeProgress>? progress, CancellationToken cancel)
    {
        await using var reader = new Reader(reading, time);
        var run = Run(reader, reading);
        var taken = await run.AddAsync(items, allowDouble, progress, cancel);
        var read = await run.ReadWaitingAsync(progress, cancel);
        UpdateIndex(progress);
        return (taken, read);
    }

    /// <summary>Adds an edition to a document, reads its pages and brings the index up to date.</summary>
    internal async Task<(TakenIn Taken, PagesRead Read)> AddEditionAsync(IntakeItem item, string note, IReadOnlyList<int>? pageIds, ReadingOptions reading, IProgress<IntakeProgress>? progress, CancellationToken cancel)
    {
        await using var reader = new Reader(reading, time);
        var run = Run(reader, reading);
        var taken = await run.AddEditionAsync(item, note, pageIds, cancel);
        var read = await run.ReadWaitingAsync(progress, cancel);
        UpdateIndex(progress);
        return (taken, read);
    }

    /// <summary>Where a word stands on a restricted page, whatever its case and the marks around it.</summary>
    public IReadOnlyList<Box> MasterBoxes(Document document, int page, string word)
    {
        ArgumentNullException.ThrowIfNull(document);
        return catalogue.Master(document.Handle, page) is not var (text, _) ? []
            : [.. text.Words.Where(w => string.Equals(w.Text.Trim([.. ".,;:()«»\"'"]), word, StringComparison.OrdinalIgnoreCase)).Select(w => w.Box)];
    }

    /// <summary>Releases a restricted page to the public with parts covered: boxes are burnt into its images, and words that meet one are gone.</summary>
    /// <param name="document">The document.</param>
    /// <param name="page">The page.</param>
    /// <param name="boxes">What is covered, in pixels of the frame; empty releases the page as it is.</param>
    /// <param name="reading">How workers run.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ArchiveException">The page is not restricted or not read, or a box lies outside it.</exception>
    public async Task ReleaseAsync(Document document, int page, IReadOnlyList<Box> boxes, ReadingOptions reading, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(boxes);
        MustWrite();
        if (catalogue.Master(document.Handle, page) is not var (text, images))
        {
            throw new ArchiveException($"Found no restricted page {document.Handle}/{page} that has been read.");
        }

        if (boxes.FirstOrDefault(b => b.Width < 1 || b.Height < 1 || b.Left < 0 || b.Top < 0 || b.Right > text.Width || b.Bottom > text.Height) is { } wrong && wrong != default)
        {
            throw new ArchiveException($"Found the box {wrong.Left},{wrong.Top},{wrong.Width},{wrong.Height}; expected one inside the page, which is {text.Width} by {text.Height} pixels.");
        }

        var keeper = new PageKeeper(blobs);
        string from = Stage().NewFolder(), to = Stage().NewFolder();
        try
        {
            await using var reader = new Reader(reading, time);
            var covered = await reader.RedactAsync(await keeper.FetchAsync(images, text, from, cancel), boxes, to, cancel);
            catalogue.Release(document.Handle, page, covered.Text, await keeper.KeepAsync(covered, cancel), $"{boxes.Count} boxes", Agent);
        }
        catch (ReadingException e)
        {
            throw new ArchiveException($"The page {document.Handle}/{page} could not be covered, and nothing of it was released: {e.Message}", e);
        }
        finally
        {
            Directory.Delete(from, recursive: true);
            Directory.Delete(to, recursive: true);
        }

        UpdateIndex();
    }

    /// <summary>Checks originals against their hashes, those checked longest ago first, and notes what was found.</summary>
    /// <param name="before">Only those last checked before this time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="progress">Told after each.</param>
    /// <param name="cancel">Ends it; what was checked is noted.</param>
    /// <returns>What was checked: hash, outcome, and what was found where it is not intact.</returns>
    public async Task<IReadOnlyList<(string Sha256, string Outcome, string? Detail)>> CheckFixityAsync(DateTimeOffset before, int most, IProgress<IntakeProgress>? progress, CancellationToken cancel)
    {
        MustWrite();
        var due = catalogue.FixityDue(before.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), most);
        var done = new List<(string, string, string?)>();
        foreach (var sha256 in due)
        {
            var (outcome, detail) = await Fixity.CheckAsync(blobs, sha256, cancel) switch
            {
                FixityOutcome.Intact => ("intact", null),
                FixityOutcome.Altered altered => ("altered", $"its bytes have the SHA-256 {altered.Found}"),
                FixityOutcome.Missing => ("missing", $"it is not in {blobs.Shown}"),
                FixityOutcome.Unreadable unreadable => ("unreadable", (string?)unreadable.Reason),
                var other => throw new InvalidOperationException($"Bug in DocumentArchive: outcome {other}."),
            };
            catalogue.NoteFixity(sha256, outcome, detail);
            done.Add((sha256, outcome, detail));
            progress?.Report(new IntakeProgress(IntakeStage.TakingIn, done.Count, due.Count, sha256[..12]));
        }

        return done;
    }

    private void Writing(Action act)
    {
        MustWrite();
        act();
        UpdateIndex();
    }

    private IntakeRun Run(Reader reader, ReadingOptions reading)
    {
        MustWrite();
        return new IntakeRun(catalogue, blobs, reader, Stage(), reading.Processes, Agent);
    }

    private Staging Stage() => staging ??= new Staging(Path.Combine(options.Folder, "staging"));
}
