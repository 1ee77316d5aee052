using System.Runtime.CompilerServices;
using Mandate.Laws;

namespace Mandate.Modules.Tests;

/// <summary>The repository these tests were built from, with its laws, elections and parliaments.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(Here());

    /// <summary>Reads afresh, so that no test sees what another one read.</summary>
    public static Catalogue Catalogue => new(Root);

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder of a source file of these tests; golden files lie beside them.</summary>
    public static string TestFolder => Path.GetDirectoryName(Here())!;

    private static string Here([CallerFilePath] string file = "") => file;

    /// <summary>The source may lie elsewhere than where it was built; then the folder above the program serves.</summary>
    private static string Above(string file)
    {
        for (var folder = new FileInfo(file).Directory; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mandate.slnx")))
            {
                return folder.FullName;
            }
        }

        return Mandate.Laws.Catalogue.FindRoot(null) ?? throw new InvalidOperationException($"No repository above '{file}' or the program.");
    }
}
