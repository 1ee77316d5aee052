using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Mandate.Archive.Intake;

namespace Mandate.Modules.Tests.TheArchive.Intake;

/// <summary>A folder of things to bring to the archive; it is gone after the test.</summary>
public abstract class IntakeFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-intake-");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static string HashOf(HashAlgorithmName algorithm, string text) =>
        Convert.ToHexStringLower(CryptographicOperations.HashData(algorithm, Encoding.UTF8.GetBytes(text)));

    private protected static string Sha256(string text) => HashOf(HashAlgorithmName.SHA256, text);

    private protected static IEnumerable<string> Texts(IntakePlan plan) => plan.Faults.Select(f => f.ToString());

    private protected string PathOf(string name) => Path.Combine(folder.FullName, name);

    private protected string Write(string name, string text)
    {
        var file = new FileInfo(PathOf(name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        return file.FullName;
    }

    /// <summary>A zip with these files, none of them packed smaller.</summary>
    private protected string Zip(string name, params (string Name, string Text)[] files)
    {
        var path = PathOf(name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (inner, text) in files)
        {
            using var entry = zip.CreateEntry(inner, CompressionLevel.NoCompression).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    private protected static IntakePlan Read(params string[] paths) => IntakeSource.Read(paths, IntakeLimits.Default, null, Cancel);
}
