using System.Text;
using Mandate.Results;

namespace Mandate.Modules.Tests.Results;

/// <summary>Files of protocols of its own in a folder that is gone after the test.</summary>
internal sealed class ImportFolder : IDisposable
{
    public const string Names = "unit,registered,voters,invalid,blank,valid,votes:a,votes:b\n";
    public const string Sound = Names + "u1,500,300,5,4,295,200,95\nu2,10,10,0,0,10,10,0\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Checks a file by the Swedish form, from the command line.</summary>
    public async Task<Answer> CheckAsync(string text, string? mapping = null) => await CheckAsync(Encoding.UTF8.GetBytes(text), mapping);

    public async Task<Answer> CheckAsync(byte[] bytes, string? mapping = null, string name = "file.csv")
    {
        var file = Write(name, bytes);
        string[] words = ["results", "check", "--form", "se-district", .. mapping is null ? [] : new[] { "--mapping", Write("map.yaml", mapping) }, "--format", "json", file];
        var answer = await Terminal.RunAsync(words);
        return answer with { Error = Plain(answer.Error) };
    }

    public (CheckReport? Report, string Faults) Read(string file)
    {
        var (report, faults) = ProtocolCheck.File(file, new CheckOptions(Sheet.Form("se-district")));
        return (report, Plain(string.Join('\n', faults.All)));
    }

    /// <summary>A message with the folder's own path taken out.</summary>
    public string Plain(string message) => message.Replace(folder.FullName + "/", string.Empty, StringComparison.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);
}
