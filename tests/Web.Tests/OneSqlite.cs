using System.Runtime.InteropServices;

namespace Mandate.Web.Tests;

/// <summary>Keeps two libraries of the same names apart in one process.</summary>
/// <remarks>
/// The image library brings the system's SQLite with it and shows its names to everybody; ours, which binds a name when it is first called,
/// would then call into the other. The programs never meet this: images are opened by a worker, and a worker has no tables. Tests that draw and
/// keep in one process do, so here every name of ours is bound before the first picture is drawn.
/// </remarks>
internal static class OneSqlite
{
    private const int BindNow = 2;

    public static void Bind()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "libe_sqlite3.so");
        if (OperatingSystem.IsLinux() && File.Exists(file) && Open(file, BindNow) == 0)
        {
            throw new InvalidOperationException($"{file} could not be loaded.");
        }
    }

    [DllImport("libc", EntryPoint = "dlopen", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open(string file, int how);
}
