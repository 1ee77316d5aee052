using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Mandate.Electoral.Tests;

/// <summary>What others can call, as a file to be reviewed as a diff; MANDATE_GOLDEN=write renews it.</summary>
public class PublicApiTest
{
    [Fact]
    public void Surface_OfElectoral_IsTheOneWrittenDown()
    {
        var found = typeof(Apportionment).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, UseDenyNamespacePrefixesForExtensionMethods = false }).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Path.GetDirectoryName(Here())!, "PublicApi.txt");
        if (Environment.GetEnvironmentVariable("MANDATE_GOLDEN") == "write" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(file, found);
        }

        File.Exists(file).ShouldBeTrue($"There is no {file}; run the tests once with MANDATE_GOLDEN=write.");
        found.ShouldBe(File.ReadAllText(file));
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
