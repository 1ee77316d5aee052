using System.Globalization;

namespace Mandate.Results.Stores;

/// <summary>A file held by the one process that writes a store; the system lets go of it however the process ends.</summary>
/// <remarks>Only a file that is shared with nobody is held alone everywhere, so who holds it stands in a second file beside it.</remarks>
internal sealed class WriteLock : IDisposable
{
    private readonly FileStream held;
    private readonly string holder;

    private WriteLock(FileStream held, string holder) => (this.held, this.holder) = (held, holder);

    /// <summary>Takes the lock of a store.</summary>
    /// <param name="store">The store's file.</param>
    /// <exception cref="StoreException">Another process has it; the message names it.</exception>
    public static WriteLock Take(string store)
    {
        FileStream held;
        try
        {
            held = new FileStream(LockFile(store), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new StoreException($"'{store}' is being written by {Holder(store)}; wait until it has ended, or end it.", e);
        }

        File.WriteAllText(HolderFile(store), string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}\n"));
        return new WriteLock(held, HolderFile(store));
    }

    /// <summary>Deletes what a lock leaves behind.</summary>
    public static void Clean(string store)
    {
        File.Delete(LockFile(store));
        File.Delete(HolderFile(store));
    }

    public void Dispose()
    {
        File.Delete(holder);
        held.Dispose();
    }

    private static string LockFile(string store) => store + ".lock";

    private static string HolderFile(string store) => store + ".writer";

    private static string Holder(string store)
    {
        try
        {
            return File.ReadAllText(HolderFile(store)).Trim() is { Length: > 0 } line ? line : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
