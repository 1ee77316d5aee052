using Mandate.Results.Expressions;
using Mandate.Results.Running;

namespace Mandate.Modules.Tests.Results;

/// <summary>The language of relations.</summary>
public class ExpressionTest
{
    [Theory]
    [InlineData("a == b", "a=3 b=3", true)]
    [InlineData("a == b", "a=3 b=4", false)]
    [InlineData("a != b", "a=3 b=4", true)]
    [InlineData("a - b - c == 1", "a=6 b=3 c=2", true)]
    [InlineData("a - (b - c) == 5", "a=6 b=3 c=2", true)]
    [InlineData("a + b * c == 12", "a=6 b=3 c=2", true)]
    [InlineData("abs(a - b) == 3", "a=1 b=4", true)]
    [InlineData("a >= 2 % of b", "a=2 b=100", true)]
    [InlineData("a >= 2 % of b", "a=2 b=101", false)]
    [InlineData("a > 33.3 % of b", "a=333 b=1000", false)]
    [InlineData("a >= 33.3 % of b", "a=333 b=1000", true)]
    [InlineData("a <= 50 % of (b + c)", "a=5 b=6 c=4", true)]
    [InlineData("abs(a - b) >= 15 or >= 2 % of b", "a=102 b=100", true)]
    [InlineData("abs(a - b) >= 15 or >= 2 % of b", "a=2015 b=2000", true)]
    [InlineData("abs(a - b) >= 15 or >= 2 % of b", "a=2014 b=2000", false)]
    [InlineData("a > 1 and < 5", "a=3", true)]
    [InlineData("a > 1 and < 5", "a=5", false)]
    [InlineData("a == 1 or b == 1 and c == 1", "a=1 b=0 c=0", true)]
    [InlineData("(a == 1 or b == 1) and c == 1", "a=1 b=0 c=0", false)]
    [InlineData("not a == b", "a=3 b=4", true)]
    [InlineData("not (x or y)", "x=0 y=0", true)]
    [InlineData("(x or y) != (a == b)", "x=1 y=0 a=1 b=2", true)]
    [InlineData("count(x, y, a > 0) == 2", "x=1 y=0 a=7", true)]
    [InlineData("100 * count(x, y) == a", "x=1 y=1 a=200", true)]
    [InlineData("sum(v) == a", "v=3/4 a=7", true)]
    [InlineData("sum(k) == a", "k=1+2/4 a=7", true)]
    [InlineData("a * b - 999999998 * 1000000000 == 1", "a=999999999 b=999999999", true)]
    [InlineData("a - b < 0", "a=0 b=999999999", true)]
    [InlineData("a-b == 4", "a=1 b=9 a-b=4", true)]
    public void Relation_Figures_AreComparedExactly(string relation, string figures, bool expected)
    {
        var (form, faults) = Sheet.Small("holds: " + relation);
        faults.ShouldBeEmpty();
        Sheet.Of(form!, figures).Outcomes["S.1"].ShouldBe([expected ? CheckOutcome.Holds : CheckOutcome.Fails]);
    }

    [Theory]
    [InlineData("a = b", 3, "found '='; expected == for equal")]
    [InlineData("a == q", 6, "found 'q'; expected a figure of this form")]
    [InlineData("b-c == 1", 1, "found 'b-c'; expected spaces around the minus between two figures")]
    [InlineData("a == ", 5, "found the end; expected a figure, a number, abs(…), sum(…) or count(…)")]
    [InlineData("a", 1, "found a number; expected a condition, such as found > 0")]
    [InlineData("a + x == 1", 5, "found the box 'x'; expected a number, such as count(x)")]
    [InlineData("a == (b == c)", 9, "found a condition; expected a number")]
    [InlineData("a == v", 6, "found 'v'; expected sum(v), or 'for: each list' on the check, since it has a number for each list")]
    [InlineData("a == k", 6, "found 'k'; expected sum(k), since it has a number for each candidate")]
    [InlineData("sum(a) == 1", 5, "found 'a'; expected a figure with a number for each list; 'a' is one number")]
    [InlineData("sum(3) == 1", 5, "found '3'; expected the name of a figure that has a number for each list")]
    [InlineData("a <= b <= c", 8, "found '<='; expected one comparison at a time, joined by and or or")]
    [InlineData("x < y", 3, "found '<'; expected == or != between two conditions")]
    [InlineData("a == b c", 8, "found 'c'; expected and, or, or the end")]
    [InlineData("(a == b", 8, "found the end; expected ')'")]
    [InlineData("abs a == 1", 5, "found 'a'; expected '('")]
    [InlineData("a >= 2 % cast", 10, "found 'cast'; expected of and what it is a share of, such as 2 % of cast")]
    [InlineData("a == 1234567890123456", 6, "found '1234567890123456'; expected a number of at most 12 digits, with a point before decimals")]
    [InlineData("a == b $ c", 8, "found '$'; expected a figure, a number, or one of + - * % ( ) , == != < <= > >=")]
    [InlineData("a * b * c == 1", 7, "found numbers that can pass 63 bits; expected smaller factors, or one product of two figures at most")]
    [InlineData("not a", 5, "found a number; expected a condition, such as found > 0")]
    public void Relation_Faults_AreNamedWithTheirPlace(string relation, int column, string message)
    {
        // The relation begins in column 12 of line 15.
        var (form, faults) = Sheet.Small("holds: " + relation);
        form.ShouldBeNull();
        faults.ShouldBe(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"small.yaml:15:{column + 11}: {message}"));
    }

    [Fact]
    public void Relation_InQuotes_CountsColumnsBehindTheQuote() =>
        Sheet.Small("holds: \"a == q\"").Faults.ShouldBe("small.yaml:15:18: found 'q'; expected a figure of this form");

    [Fact]
    public void Relation_BeginsWithAComparison_IsAFault() =>
        Sheet.Small("holds: \">= 3\"").Faults.ShouldBe("small.yaml:15:13: found '>='; expected a figure or a number before it");

    [Fact]
    public void Relation_BracketsWithoutEnd_AreRefused() =>
        Sheet.Small("holds: " + new string('(', 100) + "a").Faults.ShouldBe("small.yaml:15:53: found '('; expected at most 40 brackets inside one another");

    [Theory]
    [InlineData("fires: a == b\n    holds: a == b", "small.yaml:13:5: found a check without exactly one of holds, fires and entry; expected holds with a relation that must be true, fires with one that must not, or entry with what happens at entry")]
    [InlineData("unless: S.2\n    holds: a == b", "small.yaml:15:13: found 'S.2'; expected the code of a check above this one")]
    [InlineData("only: gsb\n    holds: a == b", "small.yaml:15:11: found 'gsb'; expected no 'only', since the form has no variants")]
    [InlineData("for: each candidate\n    holds: a == b", "small.yaml:15:10: found 'each candidate'; expected each list")]
    [InlineData("entry: sometimes", "small.yaml:15:12: found 'sometimes'; expected second-entry-differs or returned-for-correction")]
    [InlineData("holds: a == b\n    colour: red", "small.yaml:16:5: found the key 'colour'; expected one of code, level, holds, fires, entry, for, when, only, unless, article, inferred, says, note")]
    public void Check_Faults_AreNamed(string check, string message)
    {
        var (form, faults) = Sheet.Small(check);
        form.ShouldBeNull();
        faults.ShouldBe(message);
    }

    [Theory]
    [InlineData("a=3 b=", CheckOutcome.Unchecked)]
    [InlineData("a=0 b=0", CheckOutcome.Holds)]
    [InlineData("a=3", CheckOutcome.Unchecked)]
    public void Check_BlankFigure_IsUncheckedAndNeverZero(string figures, object outcome) =>
        Sheet.Of(Sheet.Small("holds: a == b").Form!, figures).Outcomes["S.1"].ShouldBe([(CheckOutcome)outcome]);

    [Fact]
    public void Check_ListsBlank_LeavesTheirSumUnchecked() =>
        Sheet.Of(Sheet.Small("holds: sum(v) == a").Form!, "a=0").Outcomes["S.1"].ShouldBe([CheckOutcome.Unchecked]);

    [Fact]
    public void Check_ForEachList_HasAnOutcomeForEach()
    {
        var form = Sheet.Small("for: each list\n    holds: v == sum(k) and sum(v) == a").Form!;
        Sheet.Of(form, "v=3/5 k=1+2/4 a=8").Outcomes["S.1"].ShouldBe([CheckOutcome.Holds, CheckOutcome.Fails]);
    }

    [Theory]
    [InlineData("a == b", "a=3 b=5", "a=3 b=5: a = 3 != b = 5, 2")]
    [InlineData("not (abs(a - b) >= 15 or >= 2 % of b)", "a=1265 b=1204", "a=1265 b=1204: abs(a - b) = 61 >= 15 = 15, 46")]
    [InlineData("a < 2 % of b", "a=61 b=1204", "a=61 b=1204: a = 61 >= 2 % of b = 602/25, 923/25")]
    [InlineData("x or y", "x=0 y=0", "x=0 y=0: nothing")]
    [InlineData("a == b and b == c", "a=1 b=1 c=4", "a=1 b=1 c=4: b = 1 != c = 4, 3")]
    public void Explain_FailedCheck_ShowsFiguresLimitAndDifference(string relation, string figures, string expected)
    {
        var why = Sheet.Of(Sheet.Small("holds: " + relation).Form!, figures).Why("S.1");
        var sides = why is { Left: { } left, Limit: { } limit } ? $"{left.Text} = {left.Value} {why.Comparison} {limit.Text} = {limit.Value}, {why.Difference}" : "nothing";
        $"{string.Join(' ', why.Figures.Select(f => $"{f.Name}={f.Value}"))}: {sides}".ShouldBe(expected);
    }

    [Fact]
    public void Writer_EveryRelationOfTheForms_ReadsBackAsItself()
    {
        foreach (var form in FormCatalogueTest.Forms)
        {
            foreach (var check in form.Checks.Where(c => c.Condition is not null))
            {
                var text = Writer.Text(check.Condition!);
                Writer.Text(Parser.Condition(text, form.Figure, check.PerList)).ShouldBe(text, check.Code);
            }
        }
    }
}
