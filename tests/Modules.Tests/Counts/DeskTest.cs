using System.Collections.Concurrent;
using Mandate.Modules.Tests.Stores;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Stores;

namespace Mandate.Modules.Tests.Counts;

/// <summary>People keying protocols into a count, at once as well.</summary>
public class DeskTest
{
    private static readonly string[] Two = ["t1", "t2"];
    private static readonly string Unit = Poll.Stations[0];

    public static TheoryData<string> Kinds => Ground.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void Enter_ByTwoPeople_IsAcceptedOnce(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var cells = Poll.Cells(Poll.Protocol(Unit));
        var first = count.EnterWhole(Unit, Poll.Typist("t1"), cells);
        (first.Refusal, first.AcceptedVersion, first.Face.Stage).ShouldBe((null, 0, EntryStage.AwaitingSecond));
        count.Leaves.ShouldBe(1);
        count.EnterWhole(Unit, Poll.Typist("t1"), cells).Refusal!.Kind.ShouldBe(RefusalKind.SamePerson);
        var second = count.EnterWhole(Unit, Poll.Typist("t2"), cells);
        (second.Refusal, second.AcceptedVersion, second.Face.Stage).ShouldBe((null, 1, EntryStage.Accepted));
        count.EnterWhole(Unit, Poll.Typist("t3"), cells).Refusal!.Kind.ShouldBe(RefusalKind.AlreadyAccepted);
        count.Leaves.ShouldBe(2);
        poll.AddsUp(count);
        count.Dispose();
        using var again = poll.Reopen();
        again.Look(Unit, Poll.Boss).Stage.ShouldBe(EntryStage.Accepted);
        again.Journal(1, 100).Count(l => l.Contains(" t1 ", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        again.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Enter_StaleOrTaken_ChangesNothing(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var (t1, t2) = (Poll.Typist("t1"), Poll.Typist("t2"));
        var opened = count.Enter(Unit, new Open(t1, 0));
        opened.Refusal.ShouldBeNull();
        count.Enter(Unit, new Open(t2, opened.Face.Revision)).Refusal!.Kind.ShouldBe(RefusalKind.TakenBy);
        count.Enter(Unit, new Key(t1, 0, [new KeyedCell("found", "7")])).Refusal!.Kind.ShouldBe(RefusalKind.Stale);
        count.Enter(Unit, new Key(t1, opened.Face.Revision, [new KeyedCell("found", "7"), new KeyedCell("nothing", "7")])).Refusal!.Kind.ShouldBe(RefusalKind.Unreadable);
        count.Enter(Unit, new Key(t1, opened.Face.Revision, [new KeyedCell("found", "7")])).Refusal.ShouldBeNull();
        count.Look(Unit, t1).Cells.Single(c => c.Value is not null).ShouldBe(new CellValue("found", 7));
        Should.Throw<ArgumentException>(() => count.Enter("nobody", new Open(t1, 0))).Message.ShouldStartWith("No unit 'nobody' reports a protocol.");
        count.Dispose();
        using var again = poll.Reopen();
        again.Look(Unit, t1).Cells.Single(c => c.Value is not null).ShouldBe(new CellValue("found", 7));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void EnterWhole_WithErrors_IsRefusedWhole(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        count.EnterWhole(Unit, Poll.Typist("t1"), Poll.Cells(Poll.Error(Poll.Protocol(Unit)))).Refusal!.Kind.ShouldBe(RefusalKind.HasErrors);
        count.Look(Unit, Poll.Typist("t2")).Stage.ShouldBe(EntryStage.AwaitingFirst);
        count.Drafts.ShouldBeEmpty();
        count.Journal(1, 10).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Correction_OfAnImportedProtocol_ByPeople_IsANewVersion(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.Whole);
        count.Enter(Unit, Poll.Boss, [seen => new OpenCorrection(Poll.Boss, seen, CorrectionKind.Recount, "court")]).Refusal.ShouldBeNull();
        var cells = Poll.Cells(Poll.Other(Poll.Protocol(Unit), 2));
        count.EnterWhole(Unit, Poll.Typist("t1"), cells).Refusal.ShouldBeNull();
        count.Dispose();
        using (var again = poll.Reopen())
        {
            again.Status([Unit])[0].Counted.ShouldBe(1); // the accepted version counts until the next one
            again.EnterWhole(Unit, Poll.Typist("t2"), cells).AcceptedVersion.ShouldBe(2);
            poll.AddsUp(again);
            // An import that says the same changes nothing, one that says otherwise needs a reason.
            Poll.Import(again, poll.File_([Poll.Other(Poll.Protocol(Unit), 2)])).ShouldStartWith("0 accepted, 1 unchanged");
            Poll.Import(again, poll.Whole).ShouldContain("than version 2, which is accepted");
            Poll.Import(again, poll.File_([Poll.Protocol(Unit)]), new ImportOptions(null, "importer", Correction: "as it was")).ShouldStartWith("1 accepted");
            again.Of(Phase.Final).Version(again.Units.Find(Unit)).ShouldBe(3);
            poll.AddsUp(again);
        }

        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Enter_FiftyPeopleAtOnce_AllThatWasAcknowledgedIsThere_InFewerCommits(string kind)
    {
        using var poll = Poll.Of(kind);
        var accepted = new ConcurrentBag<string>();
        using (var count = poll.Begin(EntryRules.Standard with { Entries = 1 }))
        {
            using var start = new Barrier(50);
            var people = Enumerable.Range(0, 50).Select(i => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    foreach (var unit in new[] { Poll.Stations[i], Poll.Stations[50 + i] })
                    {
                        count.EnterWhole(unit, Poll.Typist($"t{i}"), Poll.Cells(Poll.Protocol(unit))).AcceptedVersion.ShouldBe(1);
                        accepted.Add(unit);
                    }
                },
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            await Task.WhenAll(people);
            poll.AddsUp(count);
        }

        accepted.Count.ShouldBe(100);
        using (var again = poll.Reopen())
        {
            again.Status(accepted).ShouldAllBe(s => s.Counted == 1);
        }

        var verified = poll.Verify();
        verified.Findings.ShouldBeEmpty();
        verified.Leaves.ShouldBe(101);
        verified.Checkpoints.ShouldBeLessThan(101);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Enter_TwoPeopleAtTheSameProtocols_AgreeOnEveryOne(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var answers = new ConcurrentBag<DeskAnswer>();
        await Task.WhenAll(Two.Select(who => Task.Factory.StartNew(
            () =>
            {
                foreach (var unit in Poll.Stations)
                {
                    answers.Add(count.EnterWhole(unit, Poll.Typist(who), Poll.Cells(Poll.Protocol(unit))));
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        answers.ShouldAllBe(a => a.Refusal == null);
        answers.Count(a => a.AcceptedVersion == 1).ShouldBe(100);
        count.Status([count.Units.Units[0].Id])[0].Counted.ShouldBe(100);
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Enter_StoreThatRefusesTheCommit_SavesNothing_AndTheCountGoesOn(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin(EntryRules.Standard with { Entries = 1, Import = ThirdUse.Acceptance });
        Poll.Import(count, poll.File_(Poll.Protocols(10, 5)));
        // No more room for leaves: what a full disk does, at a moment of the test's choosing.
        poll.Ground.Sql(kind == "sqlite"
            ? "CREATE TRIGGER full BEFORE INSERT ON leaves BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
            : "ALTER TABLE leaves ADD CONSTRAINT full_disk CHECK (number < 7)");
        var cells = Poll.Cells(Poll.Protocol(Unit));
        Should.Throw<StoreException>(() => count.EnterWhole(Unit, Poll.Typist("t1"), cells)).Message.ShouldStartWith("Nothing was saved: ");
        Should.Throw<StoreException>(() => Poll.Import(count, poll.Whole));
        Should.Throw<StoreException>(() => count.SignOff(Poll.Stations[10], "c1"));
        count.Look(Unit, Poll.Boss).Stage.ShouldBe(EntryStage.AwaitingFirst);
        count.Status([count.Units.Units[0].Id])[0].Counted.ShouldBe(5);
        poll.AddsUp(count);
        poll.Ground.Sql(kind == "sqlite" ? "DROP TRIGGER full" : "ALTER TABLE leaves DROP CONSTRAINT full_disk");
        count.EnterWhole(Unit, Poll.Typist("t1"), cells).AcceptedVersion.ShouldBe(1);
        Poll.Import(count, poll.Whole).ShouldStartWith("94 accepted, 6 unchanged");
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Enter_ServerThatDroppedTheSession_IsSaid_AndTheCountConnectsAgain()
    {
        using var poll = Poll.Of("postgres");
        using var count = poll.Begin(EntryRules.Standard with { Entries = 1 });
        var cells = Poll.Cells(Poll.Protocol(Unit));
        poll.Ground.Sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('mandate ' || $1, 0)", poll.Ground.Schema);
        Should.Throw<StoreException>(() => count.EnterWhole(Unit, Poll.Typist("t1"), cells));
        count.EnterWhole(Unit, Poll.Typist("t1"), cells).AcceptedVersion.ShouldBe(1);
        Should.Throw<StoreException>(() => poll.Reopen().Dispose()).Message.ShouldContain("is being written by session");
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }
}
