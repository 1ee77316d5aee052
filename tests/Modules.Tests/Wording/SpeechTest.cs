using System.Text.RegularExpressions;
using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Reports.Elections;
using Mandate.Reports.Language;

namespace Mandate.Modules.Tests.Wording;

/// <summary>Days, limits and numbers in the form their sentence asks for.</summary>
public partial class SpeechTest
{
    [Theory]
    [InlineData(1, "қаңтарға", "қаңтардан")]
    [InlineData(2, "ақпанға", "ақпаннан")]
    [InlineData(3, "наурызға", "наурыздан")]
    [InlineData(4, "сәуірге", "сәуірден")]
    [InlineData(5, "мамырға", "мамырдан")]
    [InlineData(6, "маусымға", "маусымнан")]
    [InlineData(7, "шілдеге", "шілдеден")]
    [InlineData(8, "тамызға", "тамыздан")]
    [InlineData(9, "қыркүйекке", "қыркүйектен")]
    [InlineData(10, "қазанға", "қазаннан")]
    [InlineData(11, "қарашаға", "қарашадан")]
    [InlineData(12, "желтоқсанға", "желтоқсаннан")]
    public void Day_InKazakh_TakesTheEndingOfItsPlace(int month, string until, string from)
    {
        var speech = new Speech("kk");
        var day = new DateOnly(2021, month, 22);
        speech.DayUntil(day).ShouldBe($"2021 жылғы 22 {until}");
        speech.DayFrom(day).ShouldBe($"2021 жылғы 22 {from}");
    }

    [Theory]
    [InlineData("kk", 1, 2, true, "жартысынан астам")]
    [InlineData("kk", 2, 3, false, "үштен екісінен кем емес")]
    [InlineData("kk", 7, 100, false, "7 %-ынан кем емес")]
    [InlineData("ru", 7, 100, false, "не менее 7 %")]
    [InlineData("en", 1, 2, true, "more than 1/2")]
    public void Bound_InALanguage_ReadsAsAPhrase(string language, int part, int whole, bool strict, string phrase) =>
        new Speech(language).Bound(new Ratio(part, whole), strict).Replace('\u00A0', ' ').ShouldBe(phrase);

    [Theory]
    [InlineData("Қалғаны 297 718 дауыс, 75,45 %", "Қалғаны 297_718 дауыс, 75,45_%")]
    [InlineData("заңы № 2464, 1 234 567", "заңы №_2464, 1_234_567")]
    [InlineData("Act No. 2464 of 28 September 1995", "Act No._2464 of 28 September 1995")]
    [InlineData("2021 жылғы 22 қаңтар, 5 2004", "2021 жылғы 22 қаңтар, 5 2004")]
    public void Of_TextWithNumbers_HoldsThemTogether(string text, string held) =>
        new Speech("kk").Of(Words.Same(text)).Replace('\u00A0', '_').ShouldBe(held);

    [Fact]
    public void Sentence_ThresholdInKazakh_IsOneClause() =>
        new Speech("kk").Sentence(Trace("kz-majilis-2021", "admit"), id => id).Replace('\u00A0', ' ')
            .ShouldBe("Тізім қатысқандардың 7 %-ынан кем емес дауыс алса, жіберіледі: 7 241 562 ішінен 506 910. Өткен тізім саны: 3.");

    [Fact]
    public void Sentence_LastDayInKazakh_TakesItsEnding() =>
        new Speech("kk").Sentence(Trace("kz-majilis-2021", "fill"), id => id).ShouldContain("2021 жылғы 22 қаңтарға дейін");

    [Theory]
    [InlineData("en", "voted = votes + invalid")]
    [InlineData("kk", "дауыс бергендер = барлық нұсқаға берілген дауыстар + жарамсыз бюллетеньдер")]
    [InlineData("ru", "проголосовало = голосов за все варианты + недействительных бюллетеней")]
    public void Relation_InALanguage_UsesItsNames(string language, string words) =>
        new Speech(language).Relation(new Relation(FigureSum.Parse("voted")!, true, FigureSum.Parse("votes + invalid")!, null)).ShouldBe(words);

    [Fact]
    public void Texts_Sentences_BeginWithACapital()
    {
        var small = Texts.Keys.Where(k => k.Split('.')[0] is "pending" or "finding" or "notice" or "note" or "hint" or "seat" || Sentences().Contains(k))
            .SelectMany(k => Texts.Find(k) is var (en, kk, ru) ? new[] { en, kk, ru } : []).Where(t => char.IsLower(t[0])).ToList();
        small.ShouldBeEmpty();
    }

    /// <summary>A key is used where it stands in the code, or where its beginning is put together with a name.</summary>
    [Fact]
    public void Texts_EveryKey_IsUsedSomewhere()
    {
        var code = string.Concat(Directory.EnumerateFiles(Repository.PathTo("src"), "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)) && !Path.GetFileName(f).StartsWith("Texts", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var made = Beginning().Matches(code).Select(m => m.Groups[1].Value).Concat(Sentences().Select(s => s.Split('.')[0] + ".")).Append("condition.").ToHashSet(StringComparer.Ordinal);
        Texts.Keys.Where(k => !code.Contains($"\"{k}\"", StringComparison.Ordinal) && !made.Any(m => k.StartsWith(m, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>Sentences of steps: their names begin with the word of a step.</summary>
    private static IReadOnlyList<string> Sentences()
    {
        var steps = Texts.Keys.Where(k => k.StartsWith("step.", StringComparison.Ordinal)).Select(k => k[5..]).ToHashSet(StringComparer.Ordinal);
        return [.. Texts.Keys.Where(k => steps.Contains(k.Split('.')[0]) && !k.StartsWith("fill.row.", StringComparison.Ordinal))];
    }

    private static StepTrace Trace(string election, string step)
    {
        var catalogue = Repository.Catalogue;
        return Declaration.Of(catalogue, catalogue.Election(election).Election!).Outcome.Parts.SelectMany(p => p.Derivation).First(t => t.Step == step);
    }

    [GeneratedRegex(@"""([a-z]+\.(?:[a-z]+\.)?)"" \+")]
    private static partial Regex Beginning();
}
