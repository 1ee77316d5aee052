using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Mandate.Archive.Reading;

/// <summary>A worker seen from outside: one request at a time, with a clock and a scale beside it.</summary>
internal sealed class WorkerHandle : IDisposable
{
    private const int MaxAnswer = 64 * 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;
    private readonly Stream _answers;
    private readonly ReadingOptions _options;
    private readonly TimeProvider _time;
    private readonly string _scratch;
    private readonly Queue<string> _said = new();

    private WorkerHandle(Process process, string scratch, ReadingOptions options, TimeProvider time)
    {
        (_process, _scratch, _options, _time) = (process, scratch, options, time);
        _answers = new BufferedStream(process.StandardOutput.BaseStream, 65536);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_said)
            {
                if (line.Data is { Length: > 0 } text)
                {
                    _said.Enqueue(text);
                    while (_said.Count > 5)
                    {
                        _said.Dequeue();
                    }
                }
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a worker.</summary>
    /// <exception cref="ReadingException">Its program cannot be started.</exception>
    public static WorkerHandle Start(ReadingOptions options, TimeProvider time)
    {
        var command = options.Worker ?? [Path.Combine(AppContext.BaseDirectory, "mandate-cli"), "archive-worker"];
        var scratch = Directory.CreateTempSubdirectory("mandate-reading-").FullName;
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = scratch };
        start.Environment["TMPDIR"] = scratch;
        start.Environment["DOTNET_GCHeapHardLimit"] = (options.MemoryBytes * 3 / 4).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            return new WorkerHandle(Process.Start(start)!, scratch, options, time);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Directory.Delete(scratch);
            throw new ReadingException($"The worker '{string.Join(' ', command)}' did not start: {exception.Message}. Set ReadingOptions.Worker to the program that runs archive-worker.", exception);
        }
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="WorkerLostException">The worker died, took too long or too much memory; it must be thrown away.</exception>
    public async Task<WorkerAnswer> AskAsync(WorkerRequest request, TimeSpan limit, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var answer = ExchangeAsync(request, stop.Token);
        var watch = WatchAsync(limit, stop.Token);
        var first = await Task.WhenAny(answer, watch);
        if (first == answer)
        {
            await stop.CancelAsync();
            return await answer;
        }

        Kill();
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        throw new WorkerLostException(await watch, own: true);
    }

    /// <summary>Ends the worker and all it started.</summary>
    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit(5000);
        _process.Dispose();
        try
        {
            Directory.Delete(_scratch, recursive: true);
        }
        catch (IOException)
        {
            // A child that is still ending may have a file there; the folder is a temporary one.
        }
    }

    private async Task<WorkerAnswer> ExchangeAsync(WorkerRequest request, CancellationToken cancel)
    {
        try
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(request, WorkerJson.Default.WorkerRequest);
            await _process.StandardInput.BaseStream.WriteAsync(line, cancel);
            await _process.StandardInput.BaseStream.WriteAsync("\n"u8.ToArray(), cancel);
            await _process.StandardInput.BaseStream.FlushAsync(cancel);
            return JsonSerializer.Deserialize(await ReadLineAsync(cancel), WorkerJson.Default.WorkerAnswer) ?? throw new InvalidDataException("an answer without content");
        }
        catch (Exception exception) when (exception is IOException or JsonException or InvalidDataException)
        {
            string said;
            lock (_said)
            {
                said = string.Join(" ", _said);
            }

            throw new WorkerLostException($"The worker that read it ended unexpectedly{(said.Length > 0 ? $" ({said[..Math.Min(said.Length, 300)]})" : string.Empty)}.", own: false, exception);
        }
    }

    private async Task<byte[]> ReadLineAsync(CancellationToken cancel)
    {
        using var line = new MemoryStream();
        var buffer = new byte[65536];
        while (true)
        {
            var read = await _answers.ReadAsync(buffer, cancel);
            if (read == 0 || line.Length + read > MaxAnswer)
            {
                throw new InvalidDataException("no answer");
            }

            line.Write(buffer, 0, read);
            if (buffer[read - 1] == (byte)'\n')
            {
                return line.ToArray();
            }
        }
    }

    /// <summary>Gives the reason to end the worker when there is one.</summary>
    private async Task<string> WatchAsync(TimeSpan limit, CancellationToken cancel)
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            try
            {
                await Task.Delay(Look, cancel);
            }
            catch (OperationCanceledException)
            {
                return "The reading was given up.";
            }

            if (_time.GetElapsedTime(began) > limit)
            {
                return $"It took more than {limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds and was ended.";
            }

            if (ProcessTree.ResidentBytes(_process.Id) > _options.MemoryBytes)
            {
                return $"It needs more memory than a worker may take ({_options.MemoryBytes / (1024 * 1024)} MiB).";
            }
        }
    }
}

/// <summary>A worker is gone; <see cref="Own"/> says whether we ended it.</summary>
internal sealed class WorkerLostException(string message, bool own, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it was ended for taking too much, rather than having died.</summary>
    public bool Own { get; } = own;
}
