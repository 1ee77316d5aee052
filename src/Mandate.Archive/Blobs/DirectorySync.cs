using System.Runtime.InteropServices;

namespace Mandate.Archive.Blobs;

/// <summary>Writes a directory's entries to the disk, so that a file's new name outlives a loss of power.</summary>
/// <remarks>.NET refuses to open directories, hence the three calls of the C library. Windows keeps names durable by itself.</remarks>
internal static class DirectorySync
{
    private const int InvalidArgument = 22;

    /// <summary>Writes the entries of a directory that exists.</summary>
    /// <exception cref="IOException">The system could not.</exception>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(directory, 0);
        if (descriptor < 0)
        {
            throw Failed(directory);
        }

        try
        {
            // A file system without such a call answers "invalid argument"; there is nothing more to ask of it.
            if (Sync(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
            {
                throw Failed(directory);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string directory) =>
        new($"The folder {directory} could not be written through to the disk: {Marshal.GetLastPInvokeErrorMessage()}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
