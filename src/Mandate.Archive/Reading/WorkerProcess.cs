using System.Collections.Concurrent;
using System.Text.Json;

namespace Mandate.Archive.Reading;

/// <summary>The inside of a worker: takes a request a line and answers a line, until its input ends.</summary>
internal static class WorkerProcess
{
    /// <summary>Serves requests.</summary>
    /// <param name="input">Requests. When it ends while one is being served, the process ends at once: nobody waits any more.</param>
    /// <param name="output">Answers.</param>
    /// <param name="cancel">Stops taking requests.</param>
    public static Task<int> RunAsync(Stream input, Stream output, CancellationToken cancel)
    {
        // Programs that are started die with the thread that started them, so one thread serves from beginning to end.
        return Task.Factory.StartNew(() => Serve(input, output, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static int Serve(Stream input, Stream output, CancellationToken cancel)
    {
        Pixels.Guard();
        using var requests = new BlockingCollection<string>();
        var serving = false;
        var reader = new Thread(() =>
        {
            using var lines = new StreamReader(input);
            while (lines.ReadLine() is { } line)
            {
                requests.Add(line, cancel);
            }

            if (Volatile.Read(ref serving))
            {
                Environment.Exit(1);
            }

            requests.CompleteAdding();
        })
        { IsBackground = true };
        reader.Start();
        using var desk = new WorkerDesk();
        foreach (var line in requests.GetConsumingEnumerable(cancel))
        {
            Volatile.Write(ref serving, true);
            var answer = desk.Answer(JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerRequest) ?? throw new InvalidDataException("Expected a request."));
            Volatile.Write(ref serving, false);
            output.Write(JsonSerializer.SerializeToUtf8Bytes(answer, WorkerJson.Default.WorkerAnswer));
            output.WriteByte((byte)'\n');
            output.Flush();
            if (desk.Exhausted)
            {
                return 1;
            }
        }

        return 0;
    }
}

/// <summary>Carries out requests; keeps the PDF that was asked for last open.</summary>
internal sealed class WorkerDesk : IDisposable
{
    private readonly string _folder = Path.GetTempPath();
    private (string File, long Length, DateTime Written) _key;
    private PdfFile? _pdf;

    /// <summary>Whether memory ran out, so that this process should be replaced.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Answers a request; whatever goes wrong becomes the answer.</summary>
    public WorkerAnswer Answer(WorkerRequest request)
    {
        try
        {
            return request.Verb switch
            {
                WorkerVerb.Inspect => new WorkerAnswer(Inspection: Inspect(request.File!, request.Options)),
                WorkerVerb.Page => new WorkerAnswer(Page: WorkerPage.Of(Read(request))),
                WorkerVerb.Blank => new WorkerAnswer(Page: WorkerPage.Of(new PageMaker(request.Options, request.Folder!).Blank(request.Problem!))),
                WorkerVerb.Redact => new WorkerAnswer(Page: WorkerPage.Of(Redaction.Make(request.Reading!.Unpacked(), request.Boxes!, request.Folder!))),
                _ => throw new InvalidDataException($"Found {request.Verb}; expected a verb of a worker."),
            };
        }
        catch (OutOfMemoryException)
        {
            Exhausted = true;
            return new WorkerAnswer(Fault: $"It needs more memory than a worker may take ({request.Options.MemoryBytes / (1024 * 1024)} MiB).");
        }
        catch (ReadingException exception)
        {
            return new WorkerAnswer(Fault: exception.Message);
        }
        catch (Exception exception)
        {
            return new WorkerAnswer(Fault: $"It could not be read: {exception.Message.ReplaceLineEndings(" ").Trim()}");
        }
    }

    public void Dispose() => _pdf?.Dispose();

    private Inspection Inspect(string file, ReadingOptions options)
    {
        var kind = Kind(file, options);
        try
        {
            return kind == FileKind.Pdf ? Opened(file, options).Inspect() : ImageSource.Inspect(file, kind, options);
        }
        catch (ReadingException exception)
        {
            return Inspection.Refused(kind, exception.Message);
        }
    }

    private PageReading Read(WorkerRequest request)
    {
        var (file, options) = (request.File!, request.Options);
        var kind = Kind(file, options);
        var maker = new PageMaker(options, request.Folder!);
        try
        {
            using var page = kind == FileKind.Pdf ? PdfSource.Read(Opened(file, options), request.Page, options) : ImageSource.Read(file, kind, request.Page, options);
            return maker.Make(page, request.Languages);
        }
        catch (ReadingException exception)
        {
            return maker.Blank(exception.Message);
        }
    }

    private static FileKind Kind(string file, ReadingOptions options)
    {
        var length = new FileInfo(file).Length;
        if (length == 0 || length > options.MaxFileBytes)
        {
            throw new ReadingException(length == 0 ? "The file is empty." : $"The file has {length} bytes; at most {options.MaxFileBytes} are read.");
        }

        var kind = FileKinds.Of(file);
        return kind != FileKind.Unknown ? kind : throw new ReadingException("The file is none of the kinds that are read: PDF, TIFF, JPEG, PNG, JPEG 2000.");
    }

    private PdfFile Opened(string file, ReadingOptions options)
    {
        var info = new FileInfo(file);
        var key = (file, info.Length, info.LastWriteTimeUtc);
        if (_pdf is null || _key != key)
        {
            _pdf?.Dispose();
            _pdf = null;
            _pdf = PdfFile.Open(file, options, _folder);
            _key = key;
        }

        return _pdf;
    }
}
