using System.Globalization;
using System.Text;

namespace Mandate.Modules.Tests.LawFiles;

/// <summary><c>law check</c> names every fault with line and column.</summary>
public class LawCheckTest
{
    public static TheoryData<string> Laws => [.. Repository.Catalogue.LawIds];

    [Theory, MemberData(nameof(Laws))]
    public async Task Check_LawOfTheRepository_HasNoFault(string id)
    {
        var path = Repository.PathTo("laws", id + ".yaml");
        var answer = await Terminal.RunAsync("law", "check", path);
        answer.Error.ShouldBeEmpty();
        answer.Code.ShouldBe(0);
        answer.Out.ShouldStartWith($"{path}: {id}, ");
        answer.Out.ShouldEndWith(" versions, no fault.\n");
    }

    [Fact]
    public async Task Check_SoundLaw_EndsWith0()
    {
        var (answer, _) = await CheckAsync(LawText.Sound);
        answer.Error.ShouldBeEmpty();
        answer.Code.ShouldBe(0);
    }

    [Fact]
    public async Task Check_EveryKindOfFault_IsNamedWithLineAndColumn()
    {
        var text = new StringBuilder();
        foreach (var broken in LawText.Broken)
        {
            var (answer, message) = await CheckAsync(broken.In(LawText.Sound));
            answer.Out.ShouldBeEmpty(broken.Name);
            answer.Code.ShouldBe(1, broken.Name);
            text.Append(CultureInfo.InvariantCulture, $"# {broken.Name}\n{message}\n");
        }

        Golden.Hold("LawFiles/faults.txt", text.ToString());
    }

    [Fact]
    public async Task Check_ManyFaults_NamesThemAllInOrder()
    {
        var (answer, message) = await CheckAsync(LawText.ManyFaults);
        answer.Code.ShouldBe(1);
        var lines = message.TrimEnd('\n').Split('\n');
        lines[^1].ShouldBe("5 faults.");
        lines.Length.ShouldBe(6);
        var places = lines[..^1].Select(l => int.Parse(l.Split(':')[1], CultureInfo.InvariantCulture)).ToList();
        places.ShouldBe(places.Order());
    }

    [Theory]
    [InlineData("", "law.yaml:1:1: found 0 documents; expected one YAML document")]
    [InlineData("a: 1\n---\nb: 2\n", "law.yaml:1:1: found 2 documents; expected one YAML document")]
    [InlineData("text\n", "law.yaml:1:1: found 'text'; expected a law: a mapping with id, title and versions")]
    public async Task Check_FileThatIsNoLaw_EndsWith1(string text, string finding)
    {
        var (answer, message) = await CheckAsync(text);
        message.ShouldBe(finding + "\n1 fault.\n");
        answer.Code.ShouldBe(1);
    }

    [Theory]
    [InlineData("a: [1\nb: 2\n", "law.yaml:1:4: found YAML that cannot be read from here on")]
    [InlineData("a: b: c\n", "law.yaml:1:5: found YAML that cannot be read: While scanning a plain scalar value, found invalid mapping")]
    [InlineData("a: 1\na: 2\n", "law.yaml:2:1: found YAML that cannot be read: Duplicate key a")]
    [InlineData("a: @x\n", "law.yaml:1:4: found YAML that cannot be read: While scanning for the next token, found character that cannot start any token")]
    public async Task Check_FileThatIsNoYaml_EndsWith2(string text, string finding)
    {
        var (answer, message) = await CheckAsync(text);
        message.ShouldBe(finding + "; expected well-formed YAML (check indentation, quotes, and keys that stand twice)\n1 fault.\n");
        answer.Out.ShouldBeEmpty();
        answer.Code.ShouldBe(2);
    }

    /// <summary>The answer, and what it said with the file's folder taken out.</summary>
    private static async Task<(Answer Answer, string Message)> CheckAsync(string text)
    {
        using var folder = ElectionFolder.CopyOf("kz-senate-turkistan-2020").Write("law.yaml", text);
        var answer = await Terminal.RunAsync("law", "check", Path.Combine(folder.Path, "law.yaml"));
        return (answer, folder.Plain(answer.Error).Replace("copy/law.yaml", "law.yaml", StringComparison.Ordinal));
    }
}
