using System.Reflection;

namespace Mandate.Modules.Tests;

/// <summary>Who may know whom.</summary>
public class LayeringTest
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Mandate.Electoral"] = [],
        ["Mandate.Laws"] = ["Mandate.Electoral"],
        ["Mandate.Results"] = ["Mandate.Electoral", "Mandate.Laws"],
        ["Mandate.Archive"] = [],
        ["Mandate.Reports"] = ["Mandate.Electoral", "Mandate.Laws"],
        ["Mandate.Web"] = ["Mandate.Electoral", "Mandate.Laws", "Mandate.Reports", "Mandate.Results", "Mandate.Archive"],
        ["mandate-cli"] = ["Mandate.Electoral", "Mandate.Laws", "Mandate.Reports", "Mandate.Results", "Mandate.Archive", "Mandate.Web"],
    };

    public static TheoryData<string> Modules => [.. MayKnow.Keys];

    [Theory, MemberData(nameof(Modules))]
    public void Module_References_StayWithinWhatItMayKnow(string module) =>
        References(module).Where(r => MayKnow.ContainsKey(r)).Except(MayKnow[module]).ShouldBeEmpty();

    /// <summary>A module that refers to less would make the rule above pass for the wrong reason.</summary>
    [Theory]
    [InlineData("Mandate.Laws", "Mandate.Electoral")]
    [InlineData("Mandate.Results", "Mandate.Laws")]
    [InlineData("mandate-cli", "Mandate.Results")]
    [InlineData("Mandate.Reports", "Mandate.Laws")]
    [InlineData("Mandate.Web", "Mandate.Reports")]
    [InlineData("mandate-cli", "Mandate.Web")]
    public void Module_References_AreSeen(string module, string known) => References(module).ShouldContain(known);

    [Fact]
    public void Electoral_References_AreTheBaseClassLibraryOnly() =>
        References("Mandate.Electoral").ShouldAllBe(r => r == "netstandard" || r.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Electoral_Code_TouchesNoFilesClockNetworkOrRandomness()
    {
        string[] banned = ["System.IO", "System.Net", "System.Random", "System.TimeProvider", "System.DateTimeOffset", "System.Threading.Thread", "System.Console"];
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Mandate.Electoral.dll"));
        using var portable = new System.Reflection.PortableExecutable.PEReader(file);
        var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(portable);
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}").ToList();
        used.ShouldContain("System.Numerics.BigInteger");
        used.Where(t => banned.Any(b => t == b || t.StartsWith(b + ".", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Modules_OnDisk_AreAllNamedHere() =>
        Directory.GetDirectories(Repository.PathTo("src")).Select(Path.GetFileName).Select(n => n == "Mandate.Cli" ? "mandate-cli" : n!)
            .ShouldBe(MayKnow.Keys, ignoreOrder: true);

    private static IEnumerable<string> References(string module) => Assembly.Load(module).GetReferencedAssemblies().Select(a => a.Name!);
}
