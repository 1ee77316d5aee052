using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Modules.Tests.TheArchive;

/// <summary>Binds the program's SQLite before tests draw pictures.</summary>
/// <remarks>
/// Modules of libvips bring the system's SQLite into the scope of all, where the program's own would find the other's functions
/// half-way and crash. The program itself never has both: pictures are opened by worker processes alone. Tests draw, so they bind
/// SQLite's functions to each other first.
/// </remarks>
internal static class SqliteFirst
{
    private const int Now = 2;
    private const int Global = 256;

    [ModuleInitializer]
    internal static void Bind()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "libe_sqlite3.so");
        if (File.Exists(own))
        {
            Open(own, Now | Global);
        }
    }

    [DllImport("libc", EntryPoint = "dlopen", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint Open(string file, int flags);
}
