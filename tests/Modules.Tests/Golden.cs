namespace Mandate.Modules.Tests;

/// <summary>Holds a text against a file beside the tests; MANDATE_GOLDEN=write renews the file, to be reviewed as a diff.</summary>
internal static class Golden
{
    public static void Hold(string file, string text)
    {
        var path = Path.Combine(Repository.TestFolder, file);
        if (Environment.GetEnvironmentVariable("MANDATE_GOLDEN") == "write" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue($"There is no golden file {file}; run the tests once with MANDATE_GOLDEN=write.");
        text.ShouldBe(File.ReadAllText(path));
    }
}
