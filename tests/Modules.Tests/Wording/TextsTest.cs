using System.Text.RegularExpressions;
using Mandate.Reports.Language;

namespace Mandate.Modules.Tests.Wording;

/// <summary>Every text of papers and pages in three languages.</summary>
public partial class TextsTest
{
    public static TheoryData<string> Keys => [.. Texts.Keys];

    [Theory, MemberData(nameof(Keys))]
    public void Text_EveryKey_HasThreeLanguagesWithTheSamePlaceholders(string key)
    {
        var (en, kk, ru) = Texts.Find(key)!.Value;
        en.ShouldNotBeNullOrWhiteSpace();
        kk.ShouldNotBeNullOrWhiteSpace();
        ru.ShouldNotBeNullOrWhiteSpace();
        Placeholders(kk).ShouldBe(Placeholders(en), $"Kazakh of {key}");
        Placeholders(ru).ShouldBe(Placeholders(en), $"Russian of {key}");
        foreach (var text in new[] { en, kk, ru })
        {
            text.Replace("{", string.Empty, StringComparison.Ordinal).Length.ShouldBe(text.Length - Placeholder().Count(text), $"an open brace that is no placeholder in {key}");
        }
    }

    [Fact]
    public void Text_Keys_StandOnce() => Texts.Keys.Distinct().Count().ShouldBe(Texts.Keys.Count());

    [Theory]
    [InlineData(@"\bSay\(""([a-z.-]+)""")]
    [InlineData(@"\bLine\(""([a-z.-]+)""")]
    [InlineData(@"""((?:column|row|value|heading|notice)\.[a-z-]+)""")]
    public void Text_EveryKeyTheCodeNames_Exists(string pattern)
    {
        var folders = new[] { "Mandate.Reports", "Mandate.Cli", "Mandate.Web" };
        var named = folders.SelectMany(f => Directory.EnumerateFiles(Repository.PathTo("src", f), "*.*", SearchOption.AllDirectories))
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)) && !Path.GetFileName(f).StartsWith("Texts", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), pattern).Select(m => m.Groups[1].Value))
            .Where(k => k.Contains('.', StringComparison.Ordinal) && !k.EndsWith('.')).Distinct().ToList();
        named.ShouldNotBeEmpty();
        named.Where(k => !Speech.Knows(k) && !WordsOfThePortal(k)).ShouldBeEmpty();
    }

    private static bool WordsOfThePortal(string key) => File.ReadAllText(Repository.PathTo("src", "Mandate.Web", "PortalWords.cs")).Contains($"\"{key}\"", StringComparison.Ordinal);

    private static List<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}
