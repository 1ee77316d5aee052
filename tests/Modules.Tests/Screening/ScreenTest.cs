using System.Numerics;
using Mandate.Electoral;
using Mandate.Results.Screening;

namespace Mandate.Modules.Tests.Screening;

public class ScreenTest
{
    [Fact]
    public void Run_StationsThatVoteAlike_AsksNothing()
    {
        var report = Screens.Run(Sheets.District().Table(), null, Sheets.District().Table());
        Sheets.Lines(report).ShouldBeEmpty();
        report.Tallies.ShouldAllBe(t => t.Ran && t.Count == 0);
        (report.Protocols, report.Tallies.Count).ShouldBe((12, 9));
    }

    [Fact]
    public void Run_WithoutAPreviousElection_SaysWhichScreensDidNotLook() =>
        Screens.Run(Sheets.District().Table()).Tallies.Where(t => !t.Ran).Select(t => t.Screen.Code).ShouldBe(["D.08", "D.09"]);

    [Fact]
    public void Run_InvalidAndValidExchanged_AsksForThatExchange()
    {
        var sheets = Sheets.District();
        (sheets[3][2], sheets[3][3]) = (sheets[3][3], sheets[3][2]);
        Sheets.Lines(Run(sheets)).ShouldBe([$"D.01 d/3 invalid={sheets[3][2]}?{sheets[3][3]}&valid={sheets[3][3]}?{sheets[3][2]}"]);
    }

    [Fact]
    public void Run_FiguresThatNoExchangeRepairs_AsksForNone()
    {
        var sheets = Sheets.District();
        sheets[3][2] += 5000;
        sheets[3][3] += 7000;
        Sheets.Lines(Run(sheets)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3, 712, "D.03", "valid=721?712")]
    [InlineData(2, 12, "D.03", "invalid=21?12")]
    public void Run_TwoDigitsExchanged_AsksForTheFigure(int cell, long meant, string code, string reading)
    {
        var sheets = Sheets.District();
        // Row 4 is made to add up with the figure that is meant: 712 valid votes and 12 invalid.
        sheets[4][4] += 712 - sheets[4][3];
        (sheets[4][2], sheets[4][3], sheets[4][1]) = (12, 712, 724);
        Sheets.Lines(Run(sheets)).ShouldBeEmpty();
        var digits = meant.ToString(System.Globalization.CultureInfo.InvariantCulture);
        sheets[4][cell] = long.Parse(digits[..^2] + digits[^1] + digits[^2], System.Globalization.CultureInfo.InvariantCulture);
        Sheets.Lines(Run(sheets)).ShouldContain(l => l.StartsWith($"{code} d/4 ") && l.Contains(reading));
    }

    [Theory]
    [InlineData(742, "valid=742?712")]
    [InlineData(72, "valid=72?712")]
    [InlineData(7112, "valid=7112?712")]
    public void Run_OneDigitChangedDroppedOrRepeated_AsksForTheFigure(long written, string reading)
    {
        var sheets = Sheets.District();
        sheets[4][4] += 712 - sheets[4][3];
        (sheets[4][2], sheets[4][1]) = (12, 724);
        sheets[4][3] = written;
        Sheets.Lines(Run(sheets)).ShouldBe([$"D.04 d/4 {reading}"]);
    }

    [Fact]
    public void Run_AListMisread_HasTooManyReadingsToAsk()
    {
        var sheets = Sheets.District();
        sheets[4][5]++;
        Sheets.Lines(Run(sheets)).ShouldBeEmpty();
        Sheets.Lines(Screens.Run(sheets.Table(), new ScreenRules { MisreadReadings = 100 })).Single().ShouldStartWith("D.04 d/4 votes:l0=");
    }

    [Fact]
    public void Run_ListsExchanged_AsksWhereSisterStationsVoteOtherwise()
    {
        var sheets = Sheets.District();
        var (a, b) = (sheets[5][4], sheets[5][5]);
        (sheets[5][4], sheets[5][5]) = (b, a);
        Sheets.Lines(Run(sheets)).ShouldBe([$"D.02 d/5 votes:l0={b}?{a}&votes:l1={a}?{b}"]);
        Run(sheets).Findings.Single().Limit.ShouldBe("20");
    }

    [Fact]
    public void Run_ListsExchanged_IsNothingWhereTheStationVotedSoBefore()
    {
        var sheets = Sheets.District();
        (sheets[5][4], sheets[5][5]) = (sheets[5][5], sheets[5][4]);
        Sheets.Lines(Screens.Run(sheets.Table(), null, sheets.Copy().Table())).ShouldBeEmpty();
    }

    [Fact]
    public void Run_ListsThatManyStationsHaveSo_AreThePlace()
    {
        var sheets = Sheets.District();
        foreach (var i in new[] { 5, 6 })
        {
            (sheets[i][4], sheets[i][5]) = (sheets[i][5], sheets[i][4]);
        }

        Sheets.Lines(Run(sheets)).ShouldBeEmpty();
    }

    [Fact]
    public void Run_ZeroForAListThatAllOthersHave_Asks()
    {
        var sheets = Sheets.District();
        sheets.Vote(7, 4, 0);
        Sheets.Lines(Run(sheets)).ShouldContain("D.05 d/7");
        sheets.Vote(8, 4, 0);
        Sheets.Lines(Run(sheets)).ShouldNotContain(l => l.StartsWith("D.05", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ZeroInASmallStation_IsNothing()
    {
        var sheets = Sheets.District();
        sheets.Add("d", 40, 0, 5, 15, 3, 2, 0);
        Sheets.Lines(Run(sheets)).ShouldBeEmpty();
    }

    [Fact]
    public void Run_NoInvalidBallots_WhereAllOthersHaveSome_IsMeasuredByTurnout()
    {
        var sheets = Sheets.District();
        (sheets[2][2], sheets[2][1]) = (0, sheets[2][3]);
        Run(sheets).Findings.ShouldBeEmpty();
        Run(sheets, new ScreenRules { ZeroChance = new Ratio(1, 1000) }).Findings.Single().Figures.Single().ShouldBe(new ScreenFigure("invalid", null, 0));
    }

    [Fact]
    public void Run_SameVotesTwice_NamesBothStations()
    {
        var sheets = Sheets.District();
        for (var l = 0; l < 5; l++)
        {
            sheets.Vote(9, l, sheets[1][4 + l]);
        }

        var finding = Run(sheets).Findings.Single();
        (finding.Code, string.Join('+', finding.Units), finding.Expected, finding.Limit).ShouldBe(("D.06", "d/1+d/9", "1", "10^-3"));
        sheets.Vote(9, 0, sheets[9][4] + 1);
        Run(sheets).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Run_SameVotesInSmallStations_AreChance()
    {
        var sheets = Sheets.District();
        sheets.Add("d", 90, 0, 10, 30, 6, 4, 21);
        sheets.Add("d", 90, 0, 10, 30, 6, 4, 21);
        Run(sheets).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Run_VotesOneRowDown_NamesTheStationTheyAreOf()
    {
        var sheets = new Sheets(7);
        for (var i = 0; i < 12; i++)
        {
            sheets.Add("d", 1500, 10, 100 + i, 300 - (2 * i), 60 + (i % 4), 40 + (i % 5), 200 + (3 * i), 120 + i, 77);
        }

        for (var l = 6; l > 0; l--)
        {
            sheets.Vote(9, l, sheets[2][4 + l - 1]);
        }

        Sheets.Lines(Run(sheets)).ShouldContain("D.07 d/9+d/2");
        sheets.Vote(9, 3, sheets[9][7] + 1);
        Sheets.Lines(Run(sheets)).ShouldNotContain(l => l.StartsWith("D.07", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_TurnoutAndShareUnlikeBefore_AreMeasuredAgainstTheGeneralSwing()
    {
        var before = Sheets.District();
        var sheets = before.Copy();
        for (var i = 0; i < sheets.Count; i++)
        {
            sheets[i][0] = 1100;
        }

        Sheets.Lines(Screens.Run(sheets.Table(), null, before.Table())).ShouldBeEmpty();
        sheets[3][0] = 800;
        sheets.Vote(8, 1, sheets[8][5] - 130);
        sheets.Vote(8, 4, sheets[8][8] + 130);
        var report = Screens.Run(sheets.Table(), null, before.Table());
        Sheets.Lines(report).ShouldBe(["D.08 d/3", "D.09 d/8", "D.09 d/8"]);
        report.Findings[0].Expected.ShouldStartWith("-");
        sheets[3][0] = 1000;
        Sheets.Lines(Screens.Run(sheets.Table(), null, before.Table())).ShouldNotContain("D.08 d/3");
    }

    [Fact]
    public void Run_FindingsPastTheLimit_AreCounted()
    {
        var sheets = Sheets.District();
        foreach (var i in new[] { 3, 5, 7 })
        {
            (sheets[i][2], sheets[i][3]) = (sheets[i][3], sheets[i][2]);
        }

        var report = Run(sheets, new ScreenRules { Most = 2 });
        Sheets.Lines(report).Count(l => l.StartsWith("D.01", StringComparison.Ordinal)).ShouldBe(2);
        report.Tallies[0].Count.ShouldBe(3);
    }

    [Fact]
    public void Log_OfManyNumbers_IsThatOfTheMachine()
    {
        for (var x = 1e-12; x < 1e15; x *= 1.37)
        {
            Figuring.Log(x).ShouldBe(Math.Log(x), 1e-12 * Math.Max(1, Math.Abs(Math.Log(x))));
        }

        Figuring.LogFactorial(25).ShouldBe((double)BigInteger.Log(Enumerable.Range(1, 25).Aggregate(BigInteger.One, (a, b) => a * b)), 1e-9);
        Figuring.LogFactorial(5).ShouldBe(Math.Log(120), 1e-12);
    }

    [Fact]
    public void IsRarer_AtTheLimitItself_DecidesInWholeNumbers()
    {
        // (1/2)^10 is 1/1024: not below itself, but below anything above it.
        Figuring.IsRarer(1, 2, 10, new Ratio(1, 1024), out _).ShouldBeFalse();
        Figuring.IsRarer(1, 2, 10, new Ratio(1_000_001, 1_024_000_000), out _).ShouldBeTrue();
        Figuring.IsRarer(1, 2, 11, new Ratio(1, 1024), out _).ShouldBeTrue();
    }

    private static ScreenReport Run(Sheets sheets, ScreenRules? rules = null) => Screens.Run(sheets.Table(), rules);
}
