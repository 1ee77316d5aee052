namespace Mandate.Archive.Reading;

/// <summary>The door through which a program becomes a worker that opens untrusted originals.</summary>
public static class ArchiveWorker
{
    /// <summary>Serves requests from standard input on standard output until the input ends.</summary>
    /// <returns>The exit code: 0 when all was served, 1 when memory ran out.</returns>
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // Libraries that print must not print into the answers.
        Console.SetOut(Console.Error);
        return await WorkerProcess.RunAsync(input, output, cancel);
    }
}
