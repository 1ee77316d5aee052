using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Mandate.Archive.Reading;

/// <summary>Runs a program with limits, from inside a worker, and takes what it prints.</summary>
/// <remarks>
/// The program dies with the thread that started it (so with a worker that is killed), gets a bounded address space and
/// processor time, and is ended when its time is up. The call blocks: that thread must live as long as the program.
/// </remarks>
internal static class ChildProgram
{
    private const int MaxPrinted = 64 * 1024 * 1024;

    /// <summary>Runs it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="memory">Bytes of address space.</param>
    /// <param name="time">Wall time, and processor time.</param>
    public static Outcome Run(string program, IEnumerable<string> arguments, long memory, TimeSpan time)
    {
        var start = new ProcessStartInfo("setpriv") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        var seconds = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        string[] limits = ["--pdeathsig", "KILL", "prlimit", $"--as={memory.ToString(CultureInfo.InvariantCulture)}", $"--cpu={seconds}", "--core=0", "--", program];
        foreach (var argument in limits.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var late = false;
        using var clock = new Timer(_ =>
        {
            late = true;
            process.Kill(entireProcessTree: true);
        }, null, time, Timeout.InfiniteTimeSpan);
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            if (errors.Length < 4000)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        var printed = ReadBounded(process);
        process.WaitForExit();
        return new Outcome(late ? -1 : process.ExitCode, printed, errors.ToString().Trim(), late);
    }

    private static string ReadBounded(Process process)
    {
        var printed = new StringBuilder();
        var buffer = new char[16384];
        for (int read; (read = process.StandardOutput.Read(buffer, 0, buffer.Length)) > 0;)
        {
            printed.Append(buffer, 0, read);
            if (printed.Length > MaxPrinted)
            {
                process.Kill(entireProcessTree: true);
                break;
            }
        }

        return printed.ToString();
    }

    /// <summary>How a program ended.</summary>
    /// <param name="Code">Its exit code; −1 where it was ended for taking too long.</param>
    /// <param name="Printed">Its standard output.</param>
    /// <param name="Errors">The first of its standard error.</param>
    /// <param name="Late">Whether it took too long.</param>
    public readonly record struct Outcome(int Code, string Printed, string Errors, bool Late);
}
