using System.Text.Json.Nodes;

namespace Mandate.Modules.Tests.Papers;

/// <summary><c>declare --out</c> writes the papers and nothing beside them.</summary>
public class PaperFolderTest
{
    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task Declare_Out_WritesTheThreePapers(string language)
    {
        Pdf.Need();
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        var answer = await Terminal.RunAsync("declare", "kz-majilis-2021", "--out", folder.Papers, "--language", language);
        answer.Code.ShouldBe(0);
        answer.Error.ShouldBe($"Written to {folder.Papers}: declaration.json, hemicycle.svg, declaration.pdf.\n");
        Directory.GetFiles(folder.Papers).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["declaration.json", "declaration.pdf", "hemicycle.svg"]);
        var json = await File.ReadAllTextAsync(Path.Combine(folder.Papers, "declaration.json"), TestContext.Current.CancellationToken);
        json.ShouldBe((await Terminal.RunAsync("declare", "kz-majilis-2021", "--format", "json")).Out);
        File.ReadAllBytes(Path.Combine(folder.Papers, "declaration.pdf")).ShouldBe(await Pdf.OfMajilis2021Async(language));
    }

    [Fact]
    public async Task Declare_OutWhileSomethingIsNeededFirst_WritesHowFarItCame()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        var answer = await Terminal.RunAsync("declare", "kz-maslikhat-shymkent-2021", "--out", folder.Papers);
        answer.Code.ShouldBe(3);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Papers, "declaration.json"), TestContext.Current.CancellationToken))!;
        ((string?)json["status"]).ShouldBe("unknown");

        // No seat is decided, so there is no chamber to draw.
        File.Exists(Path.Combine(folder.Papers, "hemicycle.svg")).ShouldBeFalse();
    }
}
