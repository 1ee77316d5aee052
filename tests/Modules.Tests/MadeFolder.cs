using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Reports.Elections;

namespace Mandate.Modules.Tests;

/// <summary>A folder with laws and the election <c>made</c> of a made-up country; it is gone after the test.</summary>
internal abstract class MadeFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("mandate-");

    public Catalogue Catalogue() => new(root.FullName);

    public Declaration Declare(params Lot[] lots)
    {
        var catalogue = Catalogue();
        var (election, findings) = catalogue.Election("made");
        findings.All.ShouldBeEmpty();
        return Declaration.Of(catalogue, election!, lots: lots);
    }

    public void Dispose() => root.Delete(recursive: true);

    protected void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
