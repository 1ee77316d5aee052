using System.Globalization;
using System.Text;

namespace Mandate.Results.Stores;

/// <summary>A file held open by the one process that writes a store; the system lets go of it however the process ends.</summary>
internal static class WriteLock
{
    /// <summary>Takes the lock.</summary>
    /// <param name="path">The lock's file.</param>
    /// <param name="store">What it guards, for people.</param>
    /// <returns>The file, to be kept open.</returns>
    /// <exception cref="StoreException">Another process has it; the message names it.</exception>
    public static FileStream Take(string path, string store)
    {
        try
        {
            // Readers are let in, so that they can say who writes.
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}\n")));
            file.Flush();
            return file;
        }
        catch (IOException e)
        {
            throw new StoreException($"'{store}' is being written by {Holder(path)}; wait until it has ended, or end it.", e);
        }
    }

    private static string Holder(string path)
    {
        try
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return file.ReadLine() is { Length: > 0 } line ? line : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
