using Mandate.Archive.Holdings;
using static Mandate.Modules.Tests.TheArchive.Holdings.Held;

namespace Mandate.Modules.Tests.TheArchive.Holdings;

public class HoldingsStatementTest
{
    private static readonly EnumerationPlan Volumes = new() { Levels = Levels.VolumesOnly, First = new(1, null, new(1970)), Status = PublicationStatus.Current, Frequency = Frequency.Annual };

    [Fact]
    public void Write_VolumesWithAGapStillReceived_OpensTheLastRange()
        => HoldingsStatement.Write(Title(Volumes), [.. Years(1, 10, 1970), .. Years(12, 57, 1981)], HoldingsLevel.Summary, Today).ShouldBe("v.1(1970)-v.10(1979),v.12(1981)-");

    [Fact]
    public void Write_OneVolumeAfterTheGap_StandsAlone()
        => HoldingsStatement.Write(Title(Volumes with { Last = new(12, null) }), [.. Years(1, 10, 1970), .. Years(12, 12, 1981)], HoldingsLevel.Detailed).ShouldBe("v.1(1970)-v.10(1979),v.12(1981)");

    [Fact]
    public void Write_CurrentTitleWhosePartsEndedLongAgo_ClosesTheRange()
        => HoldingsStatement.Write(Title(Volumes), [.. Years(1, 10, 1970)], HoldingsLevel.Summary, Today).ShouldBe("v.1(1970)-v.10(1979)");

    [Theory]
    [InlineData(false, "v.1(1970)-v.4(1973),v.6(1975)")]
    [InlineData(true, "v.1(1970)-v.4(1973);v.6(1975)")]
    public void Write_NumberNeverPublished_IsASemicolon(bool never, string expected)
        => HoldingsStatement.Write(Title(Volumes with { Last = new(6, null), VolumesNeverPublished = never ? [new(5, 5)] : [] }), [.. Years(1, 4, 1970), .. Years(6, 6, 1975)], HoldingsLevel.Summary).ShouldBe(expected);

    [Fact]
    public void Write_YearsInWhichNothingAppeared_AreASemicolonThoughNumbersGoOn()
    {
        var plan = Volumes with { First = new(1, null, new(1921)), Last = new(25, null), Pauses = [new(new(1941), new(1945))] };
        HoldingsStatement.Write(Title(plan), [.. Years(1, 20, 1921), .. Years(21, 25, 1946)], HoldingsLevel.Summary).ShouldBe("v.1(1921)-v.20(1940);v.21(1946)-v.25(1950)");
    }

    [Fact]
    public void Write_Monthly_TellsIssuesAndMonthsAtLevel4AndVolumesAtLevel3()
    {
        List<HeldPart> held = [.. Months(1, 1, 12), .. Months(2, 1, 12), .. Months(3, 1, 2), .. Months(3, 4, 12)];
        HoldingsStatement.Write(Title(Monthly(3)), held, HoldingsLevel.Detailed).ShouldBe("v.1:no.1(1970:Jan.)-v.3:no.2(1972:Feb.),v.3:no.4(1972:Apr.)-v.3:no.12(1972:Dec.)");
        HoldingsStatement.Write(Title(Monthly(3)), held, HoldingsLevel.Summary).ShouldBe("v.1(1970)-v.3(1972)");
    }

    [Fact]
    public void Write_MonthlyStillReceived_IsOpenFromItsFirstIssue()
        => HoldingsStatement.Write(Title(Monthly(null)), [.. Enumerable.Range(1, 57).SelectMany(v => Months(v, 1, v == 57 ? 10 : 12))], HoldingsLevel.Detailed, Today).ShouldBe("v.1:no.1(1970:Jan.)-");

    [Fact]
    public void Write_IssueMissingAtTheEndOfAVolume_IsAGap()
        => HoldingsStatement.Write(Title(Monthly(2)), [.. Months(1, 1, 11), .. Months(2, 1, 12)], HoldingsLevel.Detailed).ShouldBe("v.1:no.1(1970:Jan.)-v.1:no.11(1970:Nov.),v.2:no.1(1971:Jan.)-v.2:no.12(1971:Dec.)");

    [Fact]
    public void Write_CombinedIssue_HasDiagonals()
    {
        HeldPart[] held = [.. Months(1, 1, 2), new("1", "3/4", new(1970, 3), PartKind.Basic, [], new(1970, 4)), new("1", "6", new(1970, 6), PartKind.Basic, [])];
        HoldingsStatement.Write(Title(Monthly(1)), held, HoldingsLevel.Detailed).ShouldBe("v.1:no.1(1970:Jan.)-v.1:no.3/4(1970:Mar./Apr.),v.1:no.6(1970:June)");
    }

    [Fact]
    public void Write_VolumesOfTwoYears_HaveADiagonal()
    {
        HeldPart[] held = [new("1", "1", new(1969, 10), PartKind.Basic, []), new("1", "2", new(1970, 3), PartKind.Basic, []), new("2", "1", new(1970, 10), PartKind.Basic, [])];
        HoldingsStatement.Write(Title(), held, HoldingsLevel.Summary).ShouldBe("v.1(1969/1970)-v.2(1970)");
    }

    [Fact]
    public void Write_NumbersWithoutVolumes_BearTheTitlesOwnCaption()
    {
        var plan = new EnumerationPlan { Captions = new("т.", "№"), Levels = Levels.NumbersOnly, First = new(null, 1), Last = new(null, 9) };
        HoldingsStatement.Write(Title(plan), [.. Numbers("9", "1", "2", "3", "5")], HoldingsLevel.Detailed).ShouldBe("№1-№3,№5,№9");
    }

    [Fact]
    public void Write_YearsAsVolumes_AreNotDatedOnceMore()
    {
        var plan = new EnumerationPlan { Captions = new(string.Empty, "no."), Numbering = IssueNumbering.RestartsEachVolume, IssuesAVolume = 2 };
        HeldPart[] held = [Part(1990, "1", new(1990, 1)), Part(1990, "2", new(1990, 7)), Part(1991, "1", new(1991, 1))];
        HoldingsStatement.Write(Title(plan), held, HoldingsLevel.Detailed).ShouldBe("1990:no.1(Jan.)-1991:no.1(Jan.)");
        HoldingsStatement.Write(Title(plan), held, HoldingsLevel.Summary).ShouldBe("1990-1991");
    }

    [Fact]
    public void Write_ContinuousNumbers_RunOnFromVolumeToVolume()
    {
        var plan = new EnumerationPlan { Numbering = IssueNumbering.Continuous };
        HeldPart[] held = [Part(1, "11"), Part(1, "12"), Part(2, "13"), Part(2, "15")];
        HoldingsStatement.Write(Title(plan), held, HoldingsLevel.Detailed).ShouldBe("v.1:no.11-v.2:no.13,v.2:no.15");
    }

    [Fact]
    public void Write_RomanVolumesAndWeeklyDays_AreWrittenAsTheStandardDoes()
    {
        HeldPart[] held = [new("IV", "1", new(1972, 4, 5), PartKind.Basic, []), new("IV", "2", new(1972, 4, 12), PartKind.Basic, [])];
        HoldingsStatement.Write(Title(), held, HoldingsLevel.Detailed).ShouldBe("v.4:no.1(1972:Apr. 5)-v.4:no.2(1972:Apr. 12)");
    }

    [Fact]
    public void Write_SupplementsAndIndexes_HaveLinesOfTheirOwn()
    {
        HeldPart[] held =
        [
            new("1/10", null, null, PartKind.Index, []), .. Years(1, 2, 1970), new("2", "1", new(1971, 6), PartKind.Supplement, []), new("10", null, new(1979), PartKind.Supplement, []),
        ];
        HoldingsStatement.Write(Title(Volumes with { Last = new(2, null) }), held, HoldingsLevel.Detailed)
            .ShouldBe("v.1(1970)-v.2(1971)\n\"Supplements\" v.2:no.1(1971:June),v.10(1979)\n\"Indexes\" v.1/10");
    }

    [Fact]
    public void Write_SeriesOfPrefixedNumbers_HaveLinesOfTheirOwnInNaturalOrder()
        => HoldingsStatement.Write(Title(), [.. Numbers("B-1", "A-10", "A-9", "A-12", "extra", "12a")], HoldingsLevel.Detailed).ShouldBe("no.A-9-no.A-10,no.A-12\nno.B-1\nno.12a,no.extra");

    [Fact]
    public void Write_NothingHeld_IsEmpty() => HoldingsStatement.Write(Title(Monthly(2)), [], HoldingsLevel.Detailed).ShouldBeEmpty();

    [Fact]
    public void Write_PartsByDateAlone_AreListed()
        => HoldingsStatement.Write(Title(), [Part(null, null, new(1990, 3)), Part(null, null, new(1990, 1)), Part(null)], HoldingsLevel.Detailed).ShouldBe("[n.d.],1990:Jan.,1990:Mar.");
}
