using System.Text.RegularExpressions;
using Mandate.Laws;
using Mandate.Reports.Elections;
using Mandate.Reports.Language;

namespace Mandate.Modules.Tests.Wording;

/// <summary>Every outcome a step can have has its sentence, every row its words, every matter pending its reason.</summary>
public class StepWordsTest
{
    private static readonly string[] Languages = [.. Words.Languages];

    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds];

    [Theory, MemberData(nameof(Elections))]
    public void Derivation_EveryElection_SpeaksInAllLanguages(string id)
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election(id).Election!);
        foreach (var language in Languages)
        {
            var speech = new Speech(language);
            foreach (var trace in declaration.Outcome.Parts.SelectMany(p => p.Derivation))
            {
                Speech.Knows($"{trace.Step}.{trace.Outcome}").ShouldBeTrue($"{trace.Step}.{trace.Outcome}");
                speech.Sentence(trace, name => name).ShouldNotContain("{", Case.Sensitive, $"{trace.Step}.{trace.Outcome} in {language} leaves a placeholder open");
            }

            // Telling everything throws where a word is missing.
            DeclarationPaper.Write(declaration, language).Blocks.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Source_EveryOutcomeOfAStep_HasItsSentence()
    {
        var outcomes = Steps().SelectMany(s => OutcomesOf(s.Word, s.Code)).Distinct().Order(StringComparer.Ordinal).ToList();

        // The steps seen are the steps there are: a new one must bring words of its own.
        outcomes.Select(o => o.Split('.')[0]).Distinct().ShouldBe(["admit", "allocate", "bonus", "correct", "distribute", "elect", "fill", "join", "level", "matrix", "require", "size", "tie", "transfer", "unite", "weigh"], ignoreOrder: true);
        outcomes.Count.ShouldBeGreaterThanOrEqualTo(41);
        outcomes.Where(o => !Speech.Knows(o)).ShouldBeEmpty();
    }

    [Fact]
    public void Source_EveryStepWord_HasAName() =>
        Steps().Select(s => s.Word).Append("tie").Distinct().Where(w => !Speech.Knows("step." + w)).ShouldBeEmpty();

    [Fact]
    public void Source_EveryReasonToHalt_HasItsSentence()
    {
        var reasons = Code().SelectMany(c => Regex.Matches(c, @"Halt\([^;]*?Status\.\w+, ""([a-z-]+)""").Select(m => m.Groups[1].Value))
            .Concat(Code().SelectMany(c => Regex.Matches(c, @"new Pending\(Status\.\w+,[^;]*?""([a-z-]+)""").Select(m => m.Groups[1].Value)))
            .Concat(["repeat-election", "repeat-vote"]).Distinct().Order(StringComparer.Ordinal).ToList();
        reasons.Count.ShouldBeGreaterThanOrEqualTo(10);
        reasons.Where(r => !Speech.Knows("pending." + r)).ShouldBeEmpty();
    }

    [Fact]
    public void Source_EveryRowOfFilling_HasItsWords()
    {
        var code = File.ReadAllText(Repository.PathTo("src", "Mandate.Electoral", "Steps", "FillStep.cs"));
        var rows = Regex.Matches(code, @"""((?:chosen|by-alphabet|left|named|not-on-list|has-seat|has-left|too-many|late|not-member|exhausted|awaiting))""").Select(m => m.Groups[1].Value).Distinct().ToList();
        rows.Count.ShouldBeGreaterThanOrEqualTo(10);
        rows.Where(r => !Speech.Knows("fill.row." + r)).ShouldBeEmpty();
    }

    [Fact]
    public void Method_EveryNamedOne_HasItsTerm() =>
        Electoral.Methods.Method.Named.Select(m => m.Name).Where(n => !Speech.Knows("term." + n)).ShouldBeEmpty();

    [Fact]
    public void Status_EveryOne_HasItsWords() =>
        Enum.GetValues<Electoral.Status>().Select(s => "status." + DeclarationJson.Name(s)).Where(k => !Speech.Knows(k)).ShouldBeEmpty();

    private static IEnumerable<string> Code() =>
        Directory.EnumerateFiles(Repository.PathTo("src", "Mandate.Electoral"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    /// <summary>Source files of steps with the word each passes to its base; other files speak for the step they serve.</summary>
    private static IEnumerable<(string Word, string Code)> Steps()
    {
        foreach (var code in Code())
        {
            var word = Regex.Match(code, @": Step\(""([a-z]+)""");
            if (code.Contains("class AllocationTrace", StringComparison.Ordinal))
            {
                // Three steps write down an allocation.
                foreach (var step in new[] { "allocate", "distribute", "size" })
                {
                    yield return (step, code);
                }
            }
            else if (word.Success)
            {
                yield return (word.Groups[1].Value, code);
            }
            else if (code.Contains("class MatrixTrace", StringComparison.Ordinal))
            {
                yield return ("matrix", code);
            }
            else if (code.Contains("context.Add(", StringComparison.Ordinal))
            {
                yield return ("allocate", code);
            }
            else if (code.Contains("\"tie\",", StringComparison.Ordinal))
            {
                yield return ("tie", code);
            }
        }
    }

    /// <summary>Texts that stand where an outcome is passed on.</summary>
    private static IEnumerable<string> OutcomesOf(string word, string code)
    {
        string[] places = word == "tie"
            ? [@"Note\(context, step, ""([a-z-]+)""", @"=> ""([a-z-]+)"","]
            :
            [
                @"context\.Add\(\s*(?:this|step),\s*""([a-z-]+)""",
                @"context\.Add\(\s*(?:this|step),\s*[^;,""]*\? ""([a-z-]+)""",
                @"context\.Add\(\s*(?:this|step),\s*[^;,""]*\? ""[a-z-]+"" : ""([a-z-]+)""",
                @"context\.Add\(\s*(?:this|step),\s*[^;,""]*\? ""[a-z-]+"" : \w+ \? ""[a-z-]+"" : ""([a-z-]+)""",
                @"context\.Add\(\s*(?:this|step),\s*[^;,""]*\? ""[a-z-]+"" : \w+ \? ""([a-z-]+)""",
                @"\.Add\(\s*step,\s*""([a-z-]+)"",\s*new",
                @"\bTrace\(context, (?:house, )?""([a-z-]+)""",
                @"Note\(context, step, claimed, ""([a-z-]+)""",
            ];
        return places.SelectMany(p => Regex.Matches(code, p).Select(m => $"{word}.{m.Groups[1].Value}"));
    }
}
