using System.Globalization;

namespace Mandate.Archive.Stores;

/// <summary>A file held by the one process that writes to an archive's folder; the system lets go of it however the process ends.</summary>
/// <remarks>Only a file that is shared with nobody is held alone everywhere, so who holds it stands in a second file beside it.</remarks>
internal sealed class WriteLock : IDisposable
{
    private readonly FileStream held;
    private readonly string holder;

    private WriteLock(FileStream held, string holder) => (this.held, this.holder) = (held, holder);

    /// <summary>Takes the lock of a file.</summary>
    /// <exception cref="ArchiveException">Another process has it; the message names it.</exception>
    public static WriteLock Take(string file)
    {
        var holder = file + ".writer";
        FileStream held;
        try
        {
            held = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new ArchiveException($"'{file}' is being written by {Holder(holder)}; wait until it has ended, or end it.", e);
        }

        File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}\n"));
        return new WriteLock(held, holder);
    }

    public void Dispose()
    {
        File.Delete(holder);
        held.Dispose();
    }

    private static string Holder(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } line ? line : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
