using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Modules.Tests.TheArchive;

/// <summary>Keeps the modules of libvips out of a process that draws pictures for tests.</summary>
/// <remarks>
/// The modules, which tests do not need, bring libraries such as the system's SQLite and Brotli into the scope of all, where those
/// that .NET brings would find the others' functions half-way and crash. The program itself never has both: pictures are opened by
/// worker processes alone, and those use neither.
/// </remarks>
internal static class VipsAlone
{
    [ModuleInitializer]
    internal static void Set() => _ = SetVariable("VIPSHOME", "/nonexistent", 1);

    /// <summary>Sets a variable for native code; .NET's own are seen by its children alone.</summary>
    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
