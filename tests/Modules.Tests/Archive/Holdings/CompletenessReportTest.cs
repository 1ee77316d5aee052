using Mandate.Archive.Holdings;
using static Mandate.Modules.Tests.TheArchive.Holdings.Held;

namespace Mandate.Modules.Tests.TheArchive.Holdings;

public class CompletenessReportTest
{
    private static Completeness Report(EnumerationPlan? plan, params HeldPart[] held) => CompletenessReport.Of(Title(plan), held, Today);

    [Fact]
    public void Of_HolesInAMonthly_NamesThemWithTheirDates()
    {
        var report = Report(Monthly(4), [.. Months(1, 1, 12), .. Months(3, 1, 1), .. Months(3, 3, 12), .. Months(4, 1, 11)]);
        report.Volumes.ShouldHaveSingleItem().ShouldBe(new MissingVolume(2, 12, new(1971), MissingReason.BetweenHeld, "v. 2 (1971)"));
        report.Issues.ShouldBe([
            new MissingIssue(3, 2, 2, new(1972, 2), MissingReason.BetweenHeld, "v. 3, no. 2 (Feb. 1972)"),
            new MissingIssue(4, 12, 12, new(1973, 12), MissingReason.Planned, "v. 4, no. 12 (Dec. 1973)")]);
        (report.VolumesExpected, report.VolumesHeld, report.IssuesExpected, report.IssuesHeld).ShouldBe((4, 3, 48, 34));
        report.Designator.ShouldBe(CompletenessDesignator.Incomplete); // 34 of 48 are 70.8 of a hundred.
        report.Contradictions.ShouldBeEmpty();
    }

    [Fact]
    public void Of_NoPlan_TellsHolesAndWhatIsNotKnown()
    {
        var report = Report(null, [.. Months(3, 5, 6), .. Months(3, 8, 8), .. Months(5, 2, 2)]);
        report.Volumes.Select(v => v.Name).ShouldBe(["v. 4 (1973)"]);
        report.Issues.Select(i => i.Name).ShouldBe(["v. 3, no. 7 (1972)"]);
        (report.VolumesExpected, report.VolumesHeld, report.IssuesExpected, report.IssuesHeld).ShouldBe((null, 2, null, 4));
        report.Designator.ShouldBe(CompletenessDesignator.NotAvailable);
        report.Unknowns.ShouldBe([
            "What appeared before v. 3, no. 5 is not known: the plan names no first part.",
            "What appeared after v. 5, no. 2 is not known: the plan does not say whether the title still appears.",
            "Whether issues before the first and after the last held are missing is not known for v. 3, v. 5.",
            "Whether supplements and indexes are missing is not known: the plan names none.",
            "Whether pages are missing is not known for parts without recorded pages: 4."]);
    }

    [Fact]
    public void Of_OpenMonthly_ExpectsWhatTheFrequencyGivesAndNoMore()
    {
        // November 2026 is not over on the 25th, so October (v. 57, no. 10) is the latest to expect.
        var report = Report(Monthly(null), [.. Enumerable.Range(1, 56).SelectMany(v => Months(v, 1, 12)), .. Months(57, 1, 8)]);
        report.LatestExpected.ShouldBe("v. 57, no. 10 (Oct. 2026)");
        report.Issues.ShouldBe([
            new MissingIssue(57, 9, 9, new(2026, 9), MissingReason.Expected, "v. 57, no. 9 (Sept. 2026)"),
            new MissingIssue(57, 10, 10, new(2026, 10), MissingReason.Expected, "v. 57, no. 10 (Oct. 2026)")]);
        report.IssuesExpected.ShouldBe((56 * 12) + 10);
        report.Designator.ShouldBe(CompletenessDesignator.Complete);
    }

    [Fact]
    public void Of_OpenWeekly_CountsDaysFromTheLastHeld()
    {
        // 4 November 2026 is a Wednesday; 11, 18 and 25 November follow, the last today.
        var plan = new EnumerationPlan { Levels = Levels.NumbersOnly, First = new(null, 100), Status = PublicationStatus.Current, Frequency = Frequency.Weekly };
        var report = Report(plan, Part(null, "100", new(2026, 10, 28)), Part(null, "101", new(2026, 11, 4)));
        report.Issues.Select(i => i.Name).ShouldBe(["no. 102 (11 Nov. 2026)", "no. 103 (18 Nov. 2026)", "no. 104 (25 Nov. 2026)"]);
        report.IssuesExpected.ShouldBe(5);
    }

    [Fact]
    public void Of_OpenQuarterlyBySeasons_ExpectsFinishedSeasons()
    {
        var plan = new EnumerationPlan { First = new(1, 1, new(2026, 21)), Status = PublicationStatus.Current, Frequency = Frequency.Quarterly, VolumesAYear = 1, Numbering = IssueNumbering.RestartsEachVolume };
        Report(plan, Part(1, "1", new(2026, 21))).Issues.Select(i => i.Name).ShouldBe(["v. 1, no. 2 (summer 2026)"]);
    }

    [Fact]
    public void Of_OpenAnnual_ExpectsYearsThatAreOverAndLeavesOutThePause()
    {
        // 2018 is held; nothing appeared 2020 to 2023; so 2019 (v. 4), 2024 (v. 5) and 2025 (v. 6) should have appeared.
        var plan = new EnumerationPlan { Levels = Levels.VolumesOnly, First = new(1, null, new(2016)), Status = PublicationStatus.Current, Frequency = Frequency.Annual, Pauses = [new(new(2020), new(2023))] };
        var report = Report(plan, [.. Years(1, 3, 2016)]);
        report.Volumes.Select(v => (v.Name, v.Reason)).ShouldBe([("v. 4 (2019)", MissingReason.Expected), ("v. 5 (2024)", MissingReason.Expected), ("v. 6 (2025)", MissingReason.Expected)]);
        (report.VolumesExpected, report.VolumesHeld, report.IssuesExpected, report.IssuesHeld).ShouldBe((6, 3, null, null));
        report.Designator.ShouldBe(CompletenessDesignator.Incomplete);
    }

    [Fact]
    public void Of_IrregularOpenTitle_DoesNotPretendToKnowTheEnd()
    {
        var report = Report(Monthly(null) with { Frequency = Frequency.Irregular, VolumesAYear = null }, [.. Months(1, 1, 12), .. Months(2, 1, 3)]);
        report.Issues.ShouldBeEmpty();
        report.LatestExpected.ShouldBeNull();
        report.IssuesExpected.ShouldBeNull();
        report.Unknowns[0].ShouldBe("What has appeared after the last part held is not known: the plan names no regular frequency.");
        report.Unknowns[1].ShouldBe("Whether issues after the last held are missing is not known for v. 2.");
    }

    [Fact]
    public void Of_MonthlyOfTenIssues_IsNotCountedByMonths()
        => Report(Monthly(null) with { IssuesAVolume = 10 }, [.. Months(1, 1, 10)]).Unknowns[0].ShouldBe("What should have appeared by now is not known: the plan's issues and volumes a year are not those of its frequency.");

    [Fact]
    public void Of_NeverPublishedAndCombined_AreNotMissing()
    {
        var plan = Monthly(2) with { IssuesNeverPublished = [new(1, new(5, 6))], Combined = [new(1, new(3, 4)), new(2, new(7, 8))], IssuesIn = new Dictionary<int, int> { [2] = 8 } };
        var report = Report(plan with { Last = new(2, 8) }, [.. Months(1, 1, 3), .. Months(1, 7, 12), .. Months(2, 1, 6)]);
        report.Issues.ShouldHaveSingleItem().Name.ShouldBe("v. 2, no. 7/8 (July 1971)");
        (report.IssuesExpected, report.IssuesHeld).ShouldBe((18, 16)); // 12 - 2 + 8 expected; 3, 4 and 9 others of v. 1, and 6.
    }

    [Fact]
    public void Of_CombinedHeldAndAlsoAlone_IsADoubleHolding()
    {
        var report = Report(Monthly(1) with { Last = new(1, 4) }, Part(1, "1"), Part(1, "2"), Part(1, "3/4"), Part(1, "3"), Part(1, "1"));
        report.Issues.ShouldBeEmpty();
        report.Doubles.Select(d => (d.Name, d.Parts.Count)).ShouldBe([("v. 1, no. 1", 2), ("v. 1, no. 3", 2)]);
    }

    [Fact]
    public void Of_WholeVolumeBesideItsIssues_HoldsAllAndIsTold()
    {
        var report = Report(Monthly(2), [Part(1), .. Months(2, 1, 12), Part(1, "7")]);
        report.Issues.ShouldBeEmpty();
        (report.IssuesExpected, report.IssuesHeld).ShouldBe((24, 24));
        report.Doubles.ShouldHaveSingleItem().Name.ShouldBe("v. 1, no. 7");
    }

    [Fact]
    public void Of_ContinuousNumbersOfKnownVolumes_NamesVolumeAndNumber()
    {
        var plan = Monthly(3) with { Numbering = IssueNumbering.Continuous, Last = new(3, 36) };
        var report = Report(plan, [.. Enumerable.Range(1, 12).Select(i => Part(1, Text(i))), .. Enumerable.Range(26, 11).Select(i => Part(3, Text(i)))]);
        report.Volumes.Select(v => v.Name).ShouldBe(["v. 2 (1971)"]);
        report.Issues.Select(i => i.Name).ShouldBe(["v. 3, no. 25 (Jan. 1972)"]);
    }

    [Fact]
    public void Of_ContinuousNumbersOfUnknownVolumes_SaysWhichVolumeOnlyWhereItIsCertain()
    {
        var report = Report(new() { Numbering = IssueNumbering.Continuous }, Part(1, "10"), Part(1, "12"), Part(2, "14"));
        report.Issues.Select(i => (i.Name, i.Volume)).ShouldBe([("v. 1, no. 11", 1), ("no. 13", (int?)null)]);
    }

    [Fact]
    public void Of_MissingVolumeOfUnknownLength_IsNamedBesideItsNumbers()
    {
        var report = Report(new() { Numbering = IssueNumbering.Continuous }, Part(1, "1"), Part(1, "2"), Part(3, "4"));
        report.Volumes.ShouldHaveSingleItem().ShouldBe(new MissingVolume(2, null, null, MissingReason.BetweenHeld, "v. 2"));
        report.Issues.Select(i => i.Name).ShouldBe(["no. 3"]);
    }

    [Fact]
    public void Of_UndatedPartLaterThanExpected_DoesNotMakeItsVolumeComplete()
    {
        // The last dated part is of October 2026, the latest to expect; v. 58, no. 1 came early and says nothing of no. 2.
        var report = Report(Monthly(null) with { First = new(57, 1, new(2026, 1)) }, [.. Months(57, 1, 10), Part(58, "1")]);
        report.Issues.Select(i => i.Name).ShouldBe(["v. 57, no. 11 (Nov. 2026)", "v. 57, no. 12 (Dec. 2026)"]);
        report.Issues.ShouldAllBe(i => i.Reason == MissingReason.BetweenHeld);
    }

    [Fact]
    public void Of_PartBeyondThePlan_IsAContradiction()
    {
        var report = Report(Monthly(1), [.. Months(1, 1, 12), Part(1, "13"), Part(7, "1")]);
        report.Contradictions.ShouldBe(["v. 1, no. 13 is held, but by the plan that volume has no. 1 to 12.", "v. 7 is held, but the plan's volumes are 1 to 1."]);
    }

    [Fact]
    public void Of_PrefixedSeries_AreComparedEachWithItself()
    {
        var report = Report(null, [.. Numbers("A-9", "A-11", "B-1", "B-3", "12a")]);
        report.Issues.Select(i => i.Name).ShouldBe(["no. A-10", "no. B-2"]);
        report.Unknowns.ShouldContain("Parts that have no place in the numbering: 1 (no. 12a). What is missing beside them is not known.");
    }

    [Fact]
    public void Of_Extras_AreMissingOnlyWhereThePlanNamesThem()
    {
        var plan = Monthly(1) with { Extras = [new(PartKind.Index, "1", null), new(PartKind.Index, "2", null), new(PartKind.Supplement, "1", "3")] };
        var report = Report(plan, [.. Months(1, 1, 12), new("1/1", null, null, PartKind.Index, []), new("1/2", null, null, PartKind.Index, [])]);
        report.Extras.Select(e => e.Name).ShouldBe(["supplement v. 1, no. 3"]);
    }

    [Fact]
    public void Of_NothingHeld_NamesAllThePlanNames()
    {
        var report = Report(Monthly(3));
        report.Volumes.Select(v => (v.Name, v.Issues, v.Reason)).ShouldBe([("v. 1 (1970)", 12, MissingReason.Planned), ("v. 2 (1971)", 12, MissingReason.Planned), ("v. 3 (1972)", 12, MissingReason.Planned)]);
        report.Designator.ShouldBe(CompletenessDesignator.Scattered);
    }

    [Fact]
    public void Of_MisreadNumber_DoesNotNameMillions()
    {
        var report = Report(null, [.. Numbers("1", "9000000")]);
        report.Issues.Count.ShouldBe(100_000);
        report.Unknowns.ShouldContain("More than 100000 parts are missing; those after them are not named. Look for a misread number among the parts held.");
    }
}
