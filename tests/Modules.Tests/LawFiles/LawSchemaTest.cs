using System.Text.RegularExpressions;
using NJsonSchema;

namespace Mandate.Modules.Tests.LawFiles;

/// <summary>The published JSON Schema and the loader agree, or the difference has a reason.</summary>
public partial class LawSchemaTest
{
    public static TheoryData<string> Laws => [.. Repository.Catalogue.LawIds];

    [Theory, MemberData(nameof(Laws))]
    public async Task Schema_LawOfTheRepository_Passes(string id) =>
        (await FaultsAsync(File.ReadAllText(Repository.PathTo("laws", id + ".yaml")))).ShouldBeEmpty();

    [Fact]
    public async Task Schema_SoundLaw_Passes() => (await FaultsAsync(LawText.Sound)).ShouldBeEmpty();

    [Fact]
    public async Task Schema_BrokenLaws_AreRefusedUnlessItCannotSeeTheFault()
    {
        foreach (var broken in LawText.Broken)
        {
            var faults = await FaultsAsync(broken.In(LawText.Sound));
            if (broken.SchemaIsSilent is null)
            {
                faults.ShouldNotBeEmpty($"the schema lets pass: {broken.Name}");
            }
            else
            {
                faults.ShouldBeEmpty($"the schema sees it after all, so its reason is to be taken out: {broken.Name}");
            }
        }
    }

    [Fact]
    public void Broken_RefusedByBoth_AreAtLeastFifteen() => LawText.Broken.Count(b => b.SchemaIsSilent is null).ShouldBeGreaterThanOrEqualTo(15);

    private static async Task<IEnumerable<string>> FaultsAsync(string yaml)
    {
        // The validator knows the older enum of one value and not its newer name.
        var text = await File.ReadAllTextAsync(Repository.PathTo("laws", "law.schema.json"), TestContext.Current.CancellationToken);
        var schema = await JsonSchema.FromJsonAsync(ConstantValue().Replace(text, "\"enum\": [$1]"), TestContext.Current.CancellationToken);
        return schema.Validate(YamlAsJson.Of(yaml)).Select(e => e.ToString());
    }

    [GeneratedRegex("\"const\": (\"[^\"]*\")")]
    private static partial Regex ConstantValue();
}
