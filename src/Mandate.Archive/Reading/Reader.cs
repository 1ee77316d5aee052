using System.Collections.Concurrent;

namespace Mandate.Archive.Reading;

/// <summary>Reads untrusted originals in worker processes; many may call it at once.</summary>
/// <remarks>
/// A worker that dies, hangs or takes too much memory is ended with all it started and another takes its place. One that
/// died by itself is forgiven once: the request is given to a fresh worker. Nothing of the original is opened in this process.
/// </remarks>
internal sealed class Reader : IAsyncDisposable
{
    private readonly ReadingOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentBag<WorkerHandle> _idle = [];
    private readonly ConcurrentDictionary<WorkerHandle, byte> _all = new();
    private bool _closed;

    /// <summary>Makes a reader; workers start when they are needed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public Reader(ReadingOptions options, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Processes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MemoryBytes, 128 * 1024 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Dpi, 72);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Dpi, 600);
        (_options, _time, _free) = (options, time ?? TimeProvider.System, new SemaphoreSlim(options.Processes));
    }

    /// <summary>The process ids of the workers that run.</summary>
    public IReadOnlyCollection<int> Workers => [.. _all.Keys.Select(worker => worker.Id)];

    /// <summary>Looks into a file: what it is, its pages, what it says of itself. A file that cannot be read is an answer with its refusal.</summary>
    public async Task<Inspection> InspectAsync(string file, CancellationToken cancel)
    {
        try
        {
            var answer = await AskAsync(new WorkerRequest(WorkerVerb.Inspect, _options, Path.GetFullPath(file)), _options.InspectTimeout, cancel);
            return answer.Inspection ?? Inspection.Refused(FileKinds.Of(file), answer.Fault ?? "It could not be read.");
        }
        catch (WorkerLostException exception)
        {
            return Inspection.Refused(FileKinds.Of(file), exception.Message);
        }
    }

    /// <summary>Reads a page. A page that cannot be read is an answer too: an empty sheet that says why.</summary>
    /// <param name="file">The original.</param>
    /// <param name="page">The page from 1.</param>
    /// <param name="languages">The languages it is in (ISO 639-1); null to find out.</param>
    /// <param name="folder">A folder that exists and is the page's own; files are written there.</param>
    /// <param name="cancel">Gives up; the worker is ended.</param>
    /// <exception cref="ReadingException">Not even an empty sheet can be made, for example because no worker starts.</exception>
    public async Task<PageReading> ReadPageAsync(string file, int page, IReadOnlyList<string>? languages, string folder, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        folder = Path.GetFullPath(folder);
        string problem;
        try
        {
            var answer = await AskAsync(new WorkerRequest(WorkerVerb.Page, _options, Path.GetFullPath(file), page, languages, folder), _options.PageTimeout, cancel);
            if (answer.Page is not null)
            {
                return Taken(answer, folder);
            }

            problem = answer.Fault ?? "It could not be read.";
        }
        catch (WorkerLostException exception)
        {
            problem = exception.Message;
        }

        foreach (var left in Directory.EnumerateFiles(folder))
        {
            File.Delete(left);
        }

        return await MadeAsync(new WorkerRequest(WorkerVerb.Blank, _options, Folder: folder, Problem: problem), folder, cancel);
    }

    /// <summary>Covers parts of a page that was read, for good.</summary>
    /// <param name="page">The page; its files are read.</param>
    /// <param name="boxes">What to cover, in pixels of the frame.</param>
    /// <param name="folder">Another folder, which exists; the new files are written there.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ReadingException">It could not be done; nothing in the folder may be used.</exception>
    public Task<PageReading> RedactAsync(PageReading page, IReadOnlyList<Box> boxes, string folder, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder);
        return MadeAsync(new WorkerRequest(WorkerVerb.Redact, _options, Folder: folder, Reading: WorkerPage.Of(page), Boxes: boxes), folder, cancel);
    }

    /// <summary>Ends all workers.</summary>
    public ValueTask DisposeAsync()
    {
        _closed = true;
        foreach (var worker in _all.Keys)
        {
            Remove(worker);
        }

        return ValueTask.CompletedTask;
    }

    private static PageReading Taken(WorkerAnswer answer, string folder)
    {
        if (answer.Page is not { } page || !page.LiesIn(folder))
        {
            throw new ReadingException(answer.Fault ?? "The worker's answer names files outside its folder; nothing of it is used.");
        }

        try
        {
            return page.Unpacked();
        }
        catch (InvalidDataException exception)
        {
            throw new ReadingException($"The worker's answer is damaged; nothing of it is used. {exception.Message}", exception);
        }
    }

    private async Task<PageReading> MadeAsync(WorkerRequest request, string folder, CancellationToken cancel)
    {
        try
        {
            return Taken(await AskAsync(request, _options.PageTimeout, cancel), folder);
        }
        catch (WorkerLostException exception)
        {
            throw new ReadingException(exception.Message, exception);
        }
    }

    private async Task<WorkerAnswer> AskAsync(WorkerRequest request, TimeSpan limit, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        try
        {
            for (var forgiven = false; ; forgiven = true)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                if (!_idle.TryTake(out var worker))
                {
                    worker = WorkerHandle.Start(_options, _time);
                    _all.TryAdd(worker, 0);
                }

                var whole = false;
                try
                {
                    var answer = await worker.AskAsync(request, limit, cancel);
                    whole = true;
                    return answer;
                }
                catch (WorkerLostException exception) when (!exception.Own && !forgiven)
                {
                    // It may have been ended by the machine, or have died of the page before.
                }
                finally
                {
                    if (whole && !_closed)
                    {
                        _idle.Add(worker);
                    }
                    else
                    {
                        Remove(worker);
                    }
                }
            }
        }
        finally
        {
            _free.Release();
        }
    }

    private void Remove(WorkerHandle worker)
    {
        if (_all.TryRemove(worker, out _))
        {
            worker.Dispose();
        }
    }
}
