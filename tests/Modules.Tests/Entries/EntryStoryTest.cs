using Mandate.Results;
using Mandate.Results.Entries;

namespace Mandate.Modules.Tests.Entries;

/// <summary>What happens at the desks of a tally centre, one story a test. Typists are a, b and d, coordinators c1 and c2.</summary>
public class EntryStoryTest
{
    private const string Wrong = "registered=200 found=101 invalid=2 votes:l1=60 votes:l2=38";

    [Fact]
    public void TwoTypists_WhoAgree_MakeAResult()
    {
        var office = new Office().Enter("a", Office.Sound).Enter("b", Office.Sound);
        office.Stage.ShouldBe(EntryStage.Accepted);
        var result = office.Results.ShouldHaveSingleItem();
        result.Version.ShouldBe(1);
        result.EnteredBy.ShouldBe(["a", "b"]);
        // registered, found, invalid, lost (blank), sealed, votes of two lists, votes by hand of two candidates and one.
        result.Figures.ShouldBe([200, 100, 2, -1, 1, 60, 38, 1, 2, 3]);
        result.Warnings.ShouldBeEmpty();
        result.Errors.ShouldBeEmpty();
        office.Journal.Select(e => e.Kind).ShouldBe(
            [EntryEventKind.Opened, EntryEventKind.Keyed, EntryEventKind.Finished, EntryEventKind.Opened, EntryEventKind.Keyed, EntryEventKind.Finished, EntryEventKind.Accepted]);
        office.Journal[^1].Counts.ShouldBe([new KeyedCount("a", 9, 0), new KeyedCount("b", 9, 0)]);
        office.Journal.ShouldAllBe(e => e.Figures.Count == 0);
    }

    [Fact]
    public void Entries_ThatDifferInOneCell_AreSettledByKeyingThatCell()
    {
        var office = new Office().Enter("a", Office.Sound).Enter("b", Office.Sound.Replace("l2=38", "l2=83").Replace("found=100", "found=145"), withErrors: false);
        office.Stage.ShouldBe(EntryStage.AwaitingRekey);
        office.Face("a").Marks.ShouldBe([new CellMark("found", EntryRule.SecondEntryDiffers, "W.001"), new CellMark("votes:l2", EntryRule.SecondEntryDiffers, "W.001")]);
        office.Open("b").ShouldBeNull();
        office.Face("b").Cells.ShouldBeEmpty(); // not even the figures b keyed before
        office.Key("b", "registered=1").ShouldBe(RefusalKind.Unreadable);
        office.Faults.ShouldBe([new EntryFault("registered", "a cell that nobody asked for", "only the cells that are marked")]);
        office.Key("b", "found=100 votes:l2=38").ShouldBeNull();
        office.Finish("b").ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.Accepted);
        office.Figures().ShouldStartWith("registered=200 found=100");
        office.Journal[^1].Counts.ShouldBe([new KeyedCount("a", 9, 0), new KeyedCount("b", 11, 2)]);
        var aside = office.Journal.Single(e => e.Kind == EntryEventKind.SetAside);
        (aside.Actor, aside.Figures.Count).ShouldBe(("b", 2));
        aside.Figures.ShouldBe([new CellValue("found", 145), new CellValue("votes:l2", 83)]);
    }

    [Fact]
    public void Rekeying_BySomebodyWhoStaysWithTheirFigure_IsTheOtherOnesTurn()
    {
        var office = new Office().Enter("a", Office.Sound).Enter("b", Office.Sound + " lost=1");
        office.Enter("b", "lost=1").Stage.ShouldBe(EntryStage.AwaitingRekey);
        office.Open("b").ShouldBe(RefusalKind.NotYourTurn); // else b could try figures until one agrees
        office.Face("b").May.ShouldNotContain(CommandKind.Open);
        office.Enter("d", "lost=2").Stage.ShouldBe(EntryStage.AwaitingRekey);
        office.Enter("a", "lost=2").Stage.ShouldBe(EntryStage.Unexplained); // a and d agree; lost ballots need words
        office.Explain("b", "W.3").ShouldBeNull();
        office.Results.Single().EnteredBy.ShouldBe(["a", "b", "d"]);
        office.Figures().ShouldContain("lost=2");
        office.Journal[^1].Counts.ShouldBe([new KeyedCount("a", 11, 1), new KeyedCount("b", 11, 2), new KeyedCount("d", 1, 0)]);
    }

    [Fact]
    public void Coordinator_SendsDifferingCellsToOneTypist()
    {
        var office = new Office().Enter("a", Office.Sound).Enter("b", Office.Sound + " lost=1");
        office.Face("c1").Readings.ShouldHaveSingleItem().Values.ShouldBe([new ReaderValue("a", null, null), new ReaderValue("b", null, 1)]);
        office.Return("c1", string.Empty).ShouldBe(RefusalKind.Unreadable); // nothing to do
        office.Return("c1", string.Empty, "b").ShouldBeNull();
        office.Open("a").ShouldBe(RefusalKind.NotYourTurn);
        office.Face("a").Waiting.ShouldBe("b");
        office.Enter("b", "lost=").Stage.ShouldBe(EntryStage.Accepted);
    }

    [Fact]
    public void Warnings_AreExplainedOnce_ByWhoeverSawThem()
    {
        const string cells = "registered=200 found=100 invalid=3 votes:l1=60 votes:l2=37 hand:l1:1=1 hand:l1:2=2 hand:l2:1=38";
        var office = new Office();
        office.Open("a").ShouldBeNull();
        office.Key("a", cells).ShouldBeNull();
        office.Face("a").Findings.Select(f => (f.Code, f.List, f.Explained)).ShouldBe([("W.1", null, false), ("W.2", "l2", false)]);
        office.Explain("a", "W.2", "l1").ShouldBe(RefusalKind.NothingToExplain);
        office.Explain("a", "W.1", null, "  ").ShouldBe(RefusalKind.Unreadable);
        office.Explain("a", "W.1", null, "three papers were torn").ShouldBeNull();
        office.Face("a").Findings[0].Explained.ShouldBeTrue();
        office.Finish("a").ShouldBeNull();
        office.Enter("b", cells).Stage.ShouldBe(EntryStage.Unexplained); // b need not explain W.1 again
        office.Face("b").Findings.Select(f => f.Code).ShouldBe(["W.2"]);
        office.Open("d").ShouldBe(RefusalKind.EntriesDone);
        office.Explain("d", "W.2", "l2").ShouldBe(RefusalKind.NotYours);
        office.Explain("c1", "W.2", "l2", "one paper was counted twice by hand").ShouldBeNull();
        office.Results.Single().Warnings.ShouldBe([new ExplainedWarning("W.1", null, "three papers were torn", "a"), new ExplainedWarning("W.2", "l2", "one paper was counted twice by hand", "c1")]);
    }

    /// <summary>An explanation is of figures; where they changed since, it does not count.</summary>
    [Fact]
    public void Explanation_OfOtherFigures_DoesNotCount()
    {
        var office = new Office();
        office.Open("a").ShouldBeNull();
        office.Key("a", Office.Sound + " lost=5").ShouldBeNull();
        office.Explain("a", "W.3", text: "five blew away").ShouldBeNull();
        office.Key("a", "lost=1").ShouldBeNull();
        office.Face("a").Findings.Single().Explained.ShouldBeFalse();
        office.Finish("a").ShouldBeNull();
        office.Enter("b", Office.Sound + " lost=1").Stage.ShouldBe(EntryStage.Unexplained);
    }

    [Fact]
    public void Errors_OfTheFirstEntry_AreSeenByItsTypistAndThenByACoordinator()
    {
        var office = new Office();
        office.Open("a").ShouldBeNull();
        office.Key("a", Wrong).ShouldBeNull();
        office.Finish("a").ShouldBe(RefusalKind.HasErrors);
        office.Stage.ShouldBe(EntryStage.FirstOpen);
        office.Finish("a", withErrors: true).ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.Quarantined);
        office.State.Reason.ShouldBe(EntryRules.Errors);
        office.Open("b").ShouldBe(RefusalKind.InQuarantine);
        office.AcceptErrors("c1").ShouldBe(RefusalKind.NotAgreed);
        office.Face("c1").Findings.Single().Code.ShouldBe("E.1");
        office.Return("c1", "found nonsense found").ShouldBe(RefusalKind.Unreadable);
        office.Faults.ShouldBe([new EntryFault("nonsense", "nonsense", "a cell of the form"), new EntryFault("found", "a second time", "each cell once")]);
        office.Return("c1", "found", "b").ShouldBe(RefusalKind.NotYourTurn); // it is a's entry
        office.Return("c1", "found").ShouldBeNull();
        office.Open("b").ShouldBe(RefusalKind.NotYourTurn);
        office.Open("a").ShouldBeNull();
        office.Face("a").Marks.ShouldBe([new CellMark("found", EntryRule.ReturnedForCorrection, "W.002")]);
        office.Face("a").Cells.ShouldNotContain(c => c.Cell == "found");
        office.Key("a", "found=100").ShouldBeNull();
        office.Finish("a").ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.AwaitingSecond);
        office.Enter("b", "registered=200 found=100 invalid=2 votes:l1=60 votes:l2=38").Stage.ShouldBe(EntryStage.Accepted);
        office.Journal[^1].Counts.ShouldBe([new KeyedCount("a", 6, 1), new KeyedCount("b", 5, 0)]);
    }

    [Fact]
    public void Errors_BothTypistsRead_AreAcceptedByOrderOnly()
    {
        var office = new Office().Enter("a", Wrong, withErrors: true);
        office.Clear("c1").ShouldBeNull();
        office.Enter("b", Wrong, withErrors: true).Stage.ShouldBe(EntryStage.Quarantined);
        office.Clear("c1").ShouldBe(RefusalKind.HasErrors);
        office.AcceptErrors("c1", string.Empty).ShouldBe(RefusalKind.Unreadable);
        office.AcceptErrors("c1", "the commission signed it so").ShouldBeNull();
        var result = office.Results.Single();
        result.Errors.ShouldBe([new FailedCheck("E.1", null)]);
        result.ErrorsOrder.ShouldBe(new Order("c1", "the commission signed it so"));

        var strict = new Office(EntryRules.Standard with { ErrorsAcceptable = false, ErrorsStop = ErrorsStop.Agreement }).Enter("a", Wrong, withErrors: true);
        strict.Stage.ShouldBe(EntryStage.AwaitingSecond); // the second entry may show that it was a slip
        strict.Enter("b", Wrong, withErrors: true).AcceptErrors("c1").ShouldBe(RefusalKind.RulesForbid);
        strict.Face("c1").May.ShouldNotContain(CommandKind.AcceptErrors);
    }

    [Fact]
    public void Blank_IsNotZero_AndARequiredOneIsAnError()
    {
        var office = new Office(EntryRules.Standard with { ErrorsStop = ErrorsStop.Agreement });
        office.Open("a").ShouldBeNull();
        office.Key("a", "registered=200 found=100 votes:l1=60 lost=0").ShouldBeNull();
        office.Face("a").Findings.Select(f => (f.Code, string.Join(' ', f.Blank))).ShouldBe([("required", "invalid"), ("required", "votes:l2")]);
        office.Face("a").Unchecked.ShouldBe(["E.1", "W.1", "W.2"]);
        office.Finish("a").ShouldBe(RefusalKind.HasErrors);
        office.Key("a", "invalid=0 votes:l2=40").ShouldBeNull();
        office.Finish("a").ShouldBeNull();
        office.Enter("b", "registered=200 found=100 votes:l1=60 votes:l2=40 invalid=0").Stage.ShouldBe(EntryStage.AwaitingRekey); // lost: 0 is not blank
        office.Face("b").Marks.Single().Cell.ShouldBe("lost");
    }

    [Fact]
    public void TheSamePerson_CannotTakeBothEntries()
    {
        var office = new Office().Enter("a", Office.Sound);
        office.Open("a").ShouldBe(RefusalKind.SamePerson);
        office.Face("a").May.ShouldBeEmpty();
    }

    [Fact]
    public void WhoKeyed_DoesNotDecide_AndWhoDecided_DoesNotKey()
    {
        var office = new Office().Enter("a", Wrong, withErrors: true);
        EntryCommand As(Func<EntryActor, EntryCommand> make) => make(new EntryActor("a", EntryRole.Coordinator));
        office.Do(As(x => new Clear(x, office.State.Revision, "mine"))).ShouldBe(RefusalKind.SamePerson);
        office.Do(As(x => new Return(x, office.State.Revision, ["found"]))).ShouldBe(RefusalKind.SamePerson);
        office.Do(As(x => new Discard(x, office.State.Revision, Discarded.First))).ShouldBe(RefusalKind.SamePerson);
        office.Do(As(x => new AcceptErrors(x, office.State.Revision, "mine"))).ShouldBe(RefusalKind.SamePerson);
        Faces.Of(office.State, new EntryActor("a", EntryRole.Coordinator), office.Context).Cells.ShouldBeEmpty();
        office.Clear("c1").ShouldBeNull();
        office.Do(As(x => new Quarantine(x, office.State.Revision, "other"))).ShouldBe(RefusalKind.SamePerson);
        office.Do(new Open(new EntryActor("c1", EntryRole.Typist), office.State.Revision)).ShouldBe(RefusalKind.SamePerson);
    }

    [Fact]
    public void TwoAtOnce_TheFirstHasIt_AndTheOtherIsToldWho()
    {
        var office = new Office();
        var (a, b) = (new Open(Office.Person("a"), 0), new Open(Office.Person("b"), 0));
        office.Do(a).ShouldBeNull();
        office.Do(b).ShouldBe(RefusalKind.TakenBy);
        office.Face("b").Holder.ShouldBe("a");
        office.Face("o1").Holder.ShouldBeNull();
        office.Open("a").ShouldBe(RefusalKind.AlreadyYours);
        office.Key("b", "found=1").ShouldBe(RefusalKind.NotYours);
        office.Finish("b").ShouldBe(RefusalKind.NotYours);
        office.Release("b").ShouldBe(RefusalKind.NotYours);
        office.Explain("b", "W.1").ShouldBe(RefusalKind.NotYours);
        office.Key("a", "found=77").ShouldBeNull();
        office.Release("c1").ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.AwaitingFirst);
        office.Open("a").ShouldBeNull(); // a comes back to what was keyed
        office.Face("a").Cells.ShouldBe([new CellValue("found", 77)]);
        office.Release("a").ShouldBeNull();
        office.Open("b").ShouldBeNull(); // b begins with an empty form, and a's figure is in the journal
        office.Face("b").Cells.ShouldBeEmpty();
        var aside = office.Journal.Single(e => e.Kind == EntryEventKind.SetAside);
        (aside.Actor, aside.About).ShouldBe(("b", "a"));
        aside.Figures.ShouldBe([new CellValue("found", 77)]);
    }

    [Fact]
    public void OldPage_IsShownHowThingsStand()
    {
        var office = new Office();
        office.Open("a").ShouldBeNull();
        office.Key("a", "found=1").ShouldBeNull();
        var answer = EntryMachine.Apply(office.State, new Key(Office.Person("a"), 1, [new KeyedCell("found", "2")]), office.Context);
        var refusal = answer.ShouldBeOfType<EntryAnswer.Refused>().Why;
        refusal.Kind.ShouldBe(RefusalKind.Stale);
        refusal.Face.Cells.ShouldBe([new CellValue("found", 1)]);
        refusal.Face.Revision.ShouldBe(2);
        office.Do(new Clear(Office.Person("c1"), 0, "seen")).ShouldBe(RefusalKind.Stale); // rather than that it is not in quarantine
    }

    [Fact]
    public void UnreadableFigures_AreAllNamed_AndNothingIsSaved()
    {
        var office = new Office();
        office.Open("a").ShouldBeNull();
        office.Key("a", "found=1.234 invalid=5 sealed=x").ShouldBe(RefusalKind.Unreadable);
        office.Faults.Select(f => (f.Where, f.Found)).ShouldBe([("found", "1.234"), ("sealed", "x")]);
        office.Face("a").Cells.ShouldBeEmpty();
        office.Do(new Key(Office.Person("a"), office.State.Revision, [])).ShouldBe(RefusalKind.Unreadable);
    }

    [Fact]
    public void Discard_OfOneEntry_KeepsTheOther()
    {
        var office = new Office().Enter("a", Office.Sound).Enter("b", Office.Sound + " lost=1").Enter("d", "lost=2");
        office.Discard("c1", Discarded.First).ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.AwaitingSecond);
        office.State.Readings.Single().Actor.ShouldBe("b");
        var gone = office.Journal.Where(e => e.Kind == EntryEventKind.Discarded).ToList();
        gone.Select(e => e.About).ShouldBe(["a", "d"]);
        gone[1].Figures.ShouldBe([new CellValue("lost", 2)]);
        office.Discard("c1", Discarded.Second).ShouldBe(RefusalKind.NothingKeyed);
        office.Open("b").ShouldBe(RefusalKind.SamePerson);
        office.Enter("a", Office.Sound + " lost=1").Explain("a", "W.3").ShouldBeNull();
        office.Results.Single().EnteredBy.ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Quarantine_ByHand_NeedsAReasonOfTheRules_AndReturnsWhereItWas()
    {
        var office = new Office().Enter("a", Office.Sound);
        office.Quarantine("c1", "bored").ShouldBe(RefusalKind.Unreadable);
        office.Quarantine("c1", EntryRules.Errors).ShouldBe(RefusalKind.Unreadable);
        office.Quarantine("c1", "page-missing", "the second page").ShouldBeNull();
        office.Face("o1").Reason.ShouldBe("page-missing");
        office.AcceptErrors("c2").ShouldBe(RefusalKind.NoErrors);
        office.Clear("c2").ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.AwaitingSecond);
    }

    [Fact]
    public void Return_OfAgreedFigures_HasBothReadThemAgain()
    {
        var office = new Office().Enter("a", Office.Sound + " lost=1").Enter("b", Office.Sound + " lost=1");
        office.Return("c1", "lost").ShouldBeNull();
        office.Enter("a", "lost=").Stage.ShouldBe(EntryStage.AwaitingRekey); // one reading is not enough
        office.Open("a").ShouldBe(RefusalKind.NotYourTurn);
        office.Face("b").Marks.ShouldBe([new CellMark("lost", EntryRule.ReturnedForCorrection, "W.002")]);
        office.Enter("b", "lost=").Stage.ShouldBe(EntryStage.Accepted);
        office.Journal[^1].Counts.ShouldBe([new KeyedCount("a", 10, 1), new KeyedCount("b", 10, 1)]);
    }

    [Fact]
    public void Correction_BeginsAgain_AndItsResultIsTheNextVersion()
    {
        var office = new Office().Enter("a", Office.Sound).Enter("b", Office.Sound);
        office.Open("a").ShouldBe(RefusalKind.AlreadyAccepted);
        office.OpenCorrection("c1").ShouldBeNull();
        office.State.Version.ShouldBe(1); // which counts until the next
        foreach (var who in new[] { "a", "b", "c1", "o1" })
        {
            office.Face(who).Cells.ShouldBeEmpty();
            office.Face(who).Correction.ShouldBe(CorrectionKind.Recount);
        }

        office.OpenCorrection("c1").ShouldBe(RefusalKind.NotAccepted);
        office.Enter("b", Office.Sound.Replace("l1=60 votes:l2=38", "l1=61 votes:l2=37")).Enter("a", Office.Sound.Replace("l1=60 votes:l2=38", "l1=61 votes:l2=37"));
        office.Results.Select(r => r.Version).ShouldBe([1, 2]);
        office.Results[1].Correction.ShouldBe(new Correction(CorrectionKind.Recount, "the court ordered it", "c1"));
        office.Results[1].EnteredBy.ShouldBe(["b", "a"]);
        office.State.Correction.ShouldBeNull();
    }

    [Fact]
    public void Correction_CalledOff_LeavesTheAcceptedVersion()
    {
        var office = new Office();
        office.Withdraw("c1").ShouldBe(RefusalKind.NoCorrection);
        office.Enter("a", Office.Sound).Enter("b", Office.Sound).OpenCorrection("c1").ShouldBeNull();
        office.Enter("a", Office.Sound + " lost=9").Withdraw("c1").ShouldBeNull();
        (office.Stage, office.State.Version, office.Results.Count).ShouldBe((EntryStage.Accepted, 1, 1));
        office.Journal.Single(e => e.Kind == EntryEventKind.Discarded).Figures.ShouldContain(new CellValue("lost", 9));
    }

    [Fact]
    public void OneEntry_IsEnough_WhereTheRulesSaySo()
    {
        var office = new Office(EntryRules.Standard with { Entries = 1 }).Enter("a", Office.Sound);
        office.Results.Single().EnteredBy.ShouldBe(["a"]);
        new Office(EntryRules.Standard with { Entries = 1 }).Enter("a", Wrong, withErrors: true).Stage.ShouldBe(EntryStage.Quarantined);
    }

    [Fact]
    public void Rules_ThatAreImpossible_AreNamed()
    {
        var rules = EntryRules.Standard with { Entries = 3, Scan = ThirdUse.Acceptance, Reasons = ["fine", "errors", "Not Fine"] };
        rules.Faults.Count.ShouldBe(4);
        Should.Throw<ArgumentException>(() => new Office(rules)).Message.ShouldStartWith("Rules of entry: 3 entries; expected 1 or 2.");
        EntryRules.Standard.Faults.ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => new EntryActor("Jan Jansen", EntryRole.Typist));
    }
}
