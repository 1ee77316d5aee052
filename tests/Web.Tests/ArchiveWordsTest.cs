using System.Text.RegularExpressions;

namespace Mandate.Web.Tests;

/// <summary>Every word of the portal in three languages, with a value where English has one.</summary>
public class ArchiveWordsTest
{
    [Fact]
    public void Words_InEveryLanguage_AreThere()
    {
        var keys = PortalWords.Keys.ToList();

        keys.Count.ShouldBeGreaterThan(150);
        keys.Distinct().Count().ShouldBe(keys.Count);
        foreach (var key in keys)
        {
            foreach (var language in new[] { "en", "kk", "ru" })
            {
                PortalWords.Say(key, language).ShouldNotBeNullOrWhiteSpace($"{key} in {language}");
                Regex.Count(PortalWords.Say(key, language), @"\{n\}").ShouldBe(Regex.Count(PortalWords.Say(key, "en"), @"\{n\}"), $"{key} in {language}");
            }
        }
    }
}
