using Mandate.Laws;
using Mandate.Results.Screening;

namespace Mandate.Modules.Tests.Screening;

public class ScreenRulesTest
{
    [Fact]
    public void Read_TheFileOfTheRepository_HasTheDocumentedLimits()
    {
        var findings = new Findings();
        var read = ScreenRules.Read(Repository.PathTo("forms", "screens", "standard.yaml"), "standard.yaml", findings)!;
        findings.All.ShouldBeEmpty();
        Text(read).ShouldBe(Text(new ScreenRules()));
    }

    [Fact]
    public void Parse_SomeLimits_LeavesTheOthers()
    {
        var rules = ScreenRulesReader.Parse("swing: { points: 1/4 }\nmost: 5\n", "s", new Findings())!;
        Text(rules).ShouldBe(Text(new ScreenRules { SwingPoints = new Electoral.Ratio(1, 4), Most = 5 }));
    }

    [Theory]
    [InlineData("- 1", "s:1:1: found a list; expected limits of the screens: a mapping of screens")]
    [InlineData("swing: 3", "s:1:8: found '3'; expected the limits of 'swing'")]
    [InlineData("swing: { limit: 0 }", "s:1:17: found '0'; expected 'limit', a whole number from 1 to 100")]
    [InlineData("zero: { chance: 3 }", "s:1:17: found '3'; expected 'chance', a share of at most 1")]
    [InlineData("zero: { chance: x }", "s:1:17: found 'x'; expected 'chance', such as 7%, 0.7, 2/3 or half")]
    [InlineData("zero: { odds: 1 }", "s:1:9: found the key 'odds'; expected one of chance")]
    [InlineData("zeros: 1", "s:1:1: found the key 'zeros'; expected one of figures, siblings, swapped, transposed, misread, zero, same, swing, most")]
    public void Parse_Faulty_SaysWhere(string text, string expected)
    {
        var findings = new Findings();
        ScreenRulesReader.Parse(text, "s", findings).ShouldBeNull();
        string.Join('|', findings.All).ShouldBe(expected);
    }

    [Fact]
    public void All_Screens_SpeakThreeLanguagesAndAccuseNobody()
    {
        Screen.All.Select(s => s.Code).ShouldBe(["D.01", "D.02", "D.03", "D.04", "D.05", "D.06", "D.07", "D.08", "D.09"]);
        foreach (var words in Screen.All.SelectMany(s => new[] { s.Title, s.Measure, s.Says["official"], s.Says["observer"] }))
        {
            foreach (var language in Words.Languages)
            {
                words.Texts.ShouldContainKey(language);
                foreach (var accusing in new[] { "fraud", "manipul", "falsif", "фальсиф", "манипул", "подтасов", "бұрмала", "жалған" })
                {
                    words[language].ShouldNotContain(accusing, Case.Insensitive);
                }
            }
        }

        Screen.All.ShouldAllBe(s => s.Says["official"].Texts.Values.All(t => t.EndsWith('?')));
    }

    private static string Text(ScreenRules rules) => (rules with { Electors = [], Turnout = [] }).ToString() + string.Join(',', rules.Electors) + string.Join(',', rules.Turnout);
}
