using System.Collections.Concurrent;
using System.Globalization;
using Mandate.Archive.Blobs;
using Mandate.Archive.Reading;
using Mandate.Archive.Stores;

namespace Mandate.Archive.Intake;

/// <summary>Takes documents in, and reads the pages that wait. Each step is lasting by itself, so that a run that was killed is taken up where it stood.</summary>
internal sealed class IntakeRun(Catalogue catalogue, IBlobStore blobs, Reader reader, Staging staging, int parallel, string agent)
{
    private readonly PageKeeper keeper = new(blobs);

    /// <summary>Takes documents in: original kept, document and waiting pages recorded. What was taken in before is passed over.</summary>
    /// <param name="items">The documents; each has a handle.</param>
    /// <param name="allowDouble">Whether a file that is an original of another document may be taken.</param>
    /// <param name="progress">Told after each document.</param>
    /// <param name="cancel">Ends the run after the document at hand.</param>
    public async Task<IReadOnlyList<TakenIn>> AddAsync(IReadOnlyList<IntakeItem> items, bool allowDouble, IProgress<IntakeProgress>? progress, CancellationToken cancel)
    {
        var taken = new List<TakenIn>(items.Count);
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            taken.Add(await AddAsync(item, allowDouble, cancel));
            progress?.Report(new IntakeProgress(IntakeStage.TakingIn, taken.Count, items.Count, item.Shown));
        }

        return taken;
    }

    /// <summary>Adds an edition to a document: a re-scan or an erratum.</summary>
    /// <param name="item">The file, and the document's handle.</param>
    /// <param name="note">Why there is a new edition.</param>
    /// <param name="pageIds">The ids of the pages it holds, in the order of the file; null where it holds all of them from 1 on.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<TakenIn> AddEditionAsync(IntakeItem item, string note, IReadOnlyList<int>? pageIds, CancellationToken cancel)
    {
        var (file, blob) = await staging.CopyInAsync(item.File, cancel);
        if (catalogue.Editions(item.Handle!.Value).Any(e => e.Sha256 == blob.Sha256))
        {
            return new TakenIn(item, item.Handle.Value, TakenOutcome.ThereAlready, 0, [], null);
        }

        var inspection = await reader.InspectAsync(file, cancel);
        if (inspection.Refusal is { } refusal)
        {
            return Refused(item, blob.Sha256, refusal);
        }

        var ids = pageIds ?? [.. Enumerable.Range(1, inspection.Pages)];
        if (ids.Count != inspection.Pages)
        {
            return Refused(item, blob.Sha256, string.Create(CultureInfo.InvariantCulture, $"Found {inspection.Pages} pages in the file and {ids.Count} page ids; expected as many of one as of the other."));
        }

        await KeepAsync(file, cancel);
        catalogue.AddEdition(item.Handle.Value, Edition(item, blob, inspection) with { Note = note }, ids, LabelsOf(inspection, null), agent);
        return new TakenIn(item, item.Handle.Value, TakenOutcome.Taken, inspection.Pages, inspection.Remarks, null);
    }

    /// <summary>Reads every page that waits, on all cores. A page that cannot be read is kept with the reason.</summary>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancel">Ends the run; pages under way are read anew the next time.</param>
    /// <returns>How many pages were read, how many of them with a problem, and why others still wait: their original is not to be had.</returns>
    public async Task<PagesRead> ReadWaitingAsync(IProgress<IntakeProgress>? progress, CancellationToken cancel)
    {
        int done = 0, problems = 0;
        var left = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        while (catalogue.Waiting(100_000).Where(p => !left.ContainsKey(p.Sha256)).ToList() is { Count: > 0 } waiting)
        {
            var open = waiting.CountBy(p => p.Sha256).ToDictionary(p => p.Key, p => new Shared(p.Value), StringComparer.Ordinal);
            await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancel }, async (page, token) =>
            {
                try
                {
                    if (left.ContainsKey(page.Sha256))
                    {
                        return;
                    }

                    if (await ReadAsync(page, token) is not null)
                    {
                        Interlocked.Increment(ref problems);
                    }
                }
                catch (ArchiveException e)
                {
                    // Its original is missing or altered: its pages wait until it is brought back, and others go on.
                    left[page.Sha256] = e.Message;
                    return;
                }
                finally
                {
                    // The copy of an original goes with its last page.
                    if (Interlocked.Decrement(ref open[page.Sha256].Value) == 0)
                    {
                        staging.Drop(page.Sha256);
                    }
                }

                var number = Interlocked.Increment(ref done);
                progress?.Report(new IntakeProgress(IntakeStage.Reading, number, Math.Max(number, waiting.Count), $"{page.Handle}/{page.Page.ToString(CultureInfo.InvariantCulture)}"));
            });
        }

        return new PagesRead(done, problems, [.. left.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value)]);
    }

    private async Task<TakenIn> AddAsync(IntakeItem item, bool allowDouble, CancellationToken cancel)
    {
        var handle = item.Handle ?? throw new InvalidOperationException($"Bug in IntakeRun: '{item.Shown}' has no handle.");
        var (file, blob) = await staging.CopyInAsync(item.File, cancel);
        var isKept = false;
        try
        {
            if (item.ExpectedSha256 is { } expected && expected != blob.Sha256)
            {
                return Refused(item, blob.Sha256, $"Found the SHA-256 {blob.Sha256}; expected {expected}.");
            }

            if (catalogue.Document(handle) is { } there)
            {
                return catalogue.Editions(handle).Any(e => e.Sha256 == blob.Sha256) && there.IsOpen
                    ? new TakenIn(item, handle, TakenOutcome.ThereAlready, there.Pages, [], null)
                    : Refused(item, blob.Sha256, $"The handle {handle} names another document; a handle is never given twice. Choose another, or add an edition: --edition NOTE.");
            }

            if (!allowDouble && catalogue.WithOriginal(blob.Sha256) is [var other, ..])
            {
                return Refused(item, blob.Sha256, $"The same file is {other} already. Give that document another name (mandate archive alias {other} NAME), or take it in all the same with --double.");
            }

            var inspection = await reader.InspectAsync(file, cancel);
            if (inspection.Refusal is { } refusal)
            {
                return Refused(item, blob.Sha256, refusal);
            }

            await KeepAsync(file, cancel);
            var facts = item.Facts with
            {
                Title = item.Facts.Title ?? inspection.Title,
                Authors = item.Facts.Authors.Count == 0 && inspection.Author is { Length: > 0 } author ? [new PersonName(author)] : item.Facts.Authors,
            };
            catalogue.AddDocument(handle, facts, Edition(item, blob, inspection), LabelsOf(inspection, item.Facts.FirstLabel), agent);
            if (inspection.Outline.Count > 0)
            {
                catalogue.SetSections(handle, OutlineSections.Of(inspection.Outline, inspection.Pages), agent);
            }

            isKept = true;
            return new TakenIn(item, handle, TakenOutcome.Taken, inspection.Pages, inspection.Remarks, null);
        }
        catch (ArchiveException e)
        {
            return Refused(item, blob.Sha256, e.Message);
        }
        finally
        {
            if (!isKept && !catalogue.Waiting(100_000).Any(w => w.Sha256 == blob.Sha256))
            {
                staging.Drop(blob.Sha256);
            }
        }
    }

    private async Task<string?> ReadAsync(WaitingPage page, CancellationToken cancel)
    {
        var folder = staging.NewFolder();
        try
        {
            var original = await staging.OriginalAsync(page.Sha256, blobs, cancel);
            var reading = await reader.ReadPageAsync(original, page.SourcePage, page.Language is { } language ? [language] : null, folder, cancel);
            var images = await keeper.KeepAsync(reading, cancel);
            catalogue.FinishPage(page, new ReadPage(reading.Text, images, reading.Problem, reading.Turned, reading.Skew), agent);
            return reading.Problem;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task KeepAsync(string file, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        await blobs.PutAsync(content, cancel);
    }

    private static TakenIn Refused(IntakeItem item, string sha256, string reason) => new(item, item.Handle!.Value, TakenOutcome.Refused, 0, [], $"{item.Shown} ({sha256[..12]}…): {reason}");

    private static Edition Edition(IntakeItem item, Blob blob, Inspection inspection) => new(1, blob.Sha256, blob.Length, Path.GetFileName(item.Shown), inspection.MediaType, null, string.Empty);

    private static IReadOnlyList<string?> LabelsOf(Inspection inspection, string? first) =>
        first is null && inspection.Labels.Count == inspection.Pages ? inspection.Labels : PrintedLabels.From(first, inspection.Pages);

    /// <summary>A number that threads share.</summary>
    private sealed class Shared(int value)
    {
        public int Value = value;
    }
}

/// <summary>How the taking in of a document ended.</summary>
/// <param name="Item">What was to be taken in.</param>
/// <param name="Handle">Its handle.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Pages">Its pages; 0 where it was refused.</param>
/// <param name="Remarks">What a librarian should know.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
internal sealed record TakenIn(IntakeItem Item, Handle Handle, TakenOutcome Outcome, int Pages, IReadOnlyList<string> Remarks, string? Refusal);

/// <summary>How the taking in of a document ended.</summary>
internal enum TakenOutcome
{
    /// <summary>It is kept and its pages wait.</summary>
    Taken,

    /// <summary>It was there, with the same bytes.</summary>
    ThereAlready,

    /// <summary>It is not taken.</summary>
    Refused,
}
