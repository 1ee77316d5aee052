using Mandate.Fuzz.Targets;

namespace Mandate.Modules.Tests.Formats;

/// <summary>Inputs that fuzzing kept, through the very code that was fuzzed. Seen to fail with a corpus of a single file.</summary>
public class FuzzCorpusTest
{
    public static TheoryData<string> Targets => [.. Target.All.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Corpus_OfEachTarget_KeepsEveryPromise(string target)
    {
        var files = Directory.GetFiles(Repository.PathTo("fuzz", "corpus", target));
        files.Length.ShouldBeGreaterThan(1);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            Should.NotThrow(() => Target.All[target](File.ReadAllBytes(file)), $"{target}: {Path.GetFileName(file)}");
        }
    }

    [Fact]
    public void Corpus_Folders_AreTheTargets() =>
        Directory.GetDirectories(Repository.PathTo("fuzz", "corpus")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(Target.All.Keys);
}
