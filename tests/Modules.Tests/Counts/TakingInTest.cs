using Mandate.Laws;
using Mandate.Modules.Tests.Stores;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Stores;

namespace Mandate.Modules.Tests.Counts;

/// <summary>Beginning a count and importing files of protocols into it.</summary>
public class TakingInTest
{
    public static TheoryData<string> Kinds => Ground.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void Begin_AFolder_HasOneLeafAndCanBeReopened(string kind)
    {
        using var poll = Poll.Of(kind);
        using (var count = poll.Begin())
        {
            count.Leaves.ShouldBe(1);
            count.Definition.Synthetic.ShouldBeTrue();
            count.Definition.Figures.ShouldBe(["registered", "added", "received", "issued", "cancelled", "spoiled", "found", "invalid", "valid", "votes"]);
            count.Units.Reporting.ShouldBe(100);
        }

        using (var count = poll.Reopen())
        {
            count.Definition.Origin.ShouldBe("mandate.invalid/test");
            count.Definition.Rules.Import.ShouldBe(ThirdUse.Acceptance);
            count.Units.Reporting.ShouldBe(100);
        }

        Should.Throw<StoreException>(() => poll.Begin()).Message.ShouldBe($"A count is in '{poll.Folder}' already.");
        poll.Verify().Holds.ShouldBeTrue();
    }

    [Fact]
    public void Begin_AfterAnOpeningThatBrokeOff_BeginsAnew_ButNeverOverACount()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        var settings = Path.Combine(poll.Folder, "count.json");
        File.Delete(settings);
        using (var count = poll.Begin())
        {
            Poll.Import(count, poll.Whole);
        }

        poll.Verify().Findings.ShouldBeEmpty();
        var kept = File.ReadAllBytes(settings);
        File.Delete(settings);
        Should.Throw<StoreException>(() => poll.Begin().Dispose()).Message.ShouldEndWith("live.db' already.");
        File.WriteAllBytes(settings, kept);
        poll.Verify().Leaves.ShouldBe(102);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Open_WhileAnotherHasIt_IsRefused_AndReadersAreNot(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Should.Throw<StoreException>(() => poll.Reopen().Dispose()).Message.ShouldContain("is being written by");
        using var reader = Count.OpenToRead(poll.Folder, TimeProvider.System);
        reader.Leaves.ShouldBe(1);
    }

    [Fact]
    public void Begin_WhatCannotBe_IsToldAllAtOnce_AndLeavesNothing()
    {
        using var poll = Poll.Of("sqlite");
        var findings = new Findings();
        var opening = poll.Opening() with { Absent = ["valid", "nothing"], Variant = "v", Origin = "a b", Rules = EntryRules.Standard with { Entries = 3 } };
        Count.Begin(poll.Folder, opening, TimeProvider.System, findings).ShouldBeNull();
        findings.All.Count.ShouldBe(5);
        var second = new Findings();
        Count.Begin(poll.Folder, poll.Opening() with { Contest = "other" }, TimeProvider.System, second).ShouldBeNull();
        second.All.Single().ToString().ShouldContain("no list in the contest 'other'");
        Directory.GetFileSystemEntries(poll.Folder).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_AWholeCountry_IsAcceptedAddedUpAndKept(string kind)
    {
        using var poll = Poll.Of(kind);
        using (var count = poll.Begin())
        {
            Poll.Import(count, poll.Whole).ShouldBe("100 accepted, 0 unchanged, 0 waiting, 0 left out");
            count.Leaves.ShouldBe(102);
            var protocols = Poll.Protocols();
            var top = count.Units.Units[0].Id;
            foreach (var column in Poll.Columns.Skip(1))
            {
                Poll.Sum(count, top, column).ShouldBe(protocols.Sum(p => Poll.Number(p[column])), column);
            }

            poll.AddsUp(count);
            Poll.Import(count, poll.Whole).ShouldBe("0 accepted, 100 unchanged, 0 waiting, 0 left out");
            count.Leaves.ShouldBe(102);
            count.Journal(1, 10).Count.ShouldBe(2);
        }

        using var again = poll.Reopen();
        again.Status([again.Units.Units[0].Id])[0].Counted.ShouldBe(100);
        var one = Poll.Protocol(Poll.Stations[17]);
        again.Protocol(Poll.Stations[17])!.ToDictionary(c => c.Cell, c => c.Value).ShouldBe(one.Where(c => c.Key != "unit").ToDictionary(c => c.Key, c => (long?)Poll.Number(c.Value)), ignoreOrder: true);
        again.Protocol(again.Units.Units[0].Id).ShouldBeNull();
        again.Dispose();
        var verified = poll.Verify();
        verified.Findings.ShouldBeEmpty();
        (verified.Leaves, verified.Protocols, verified.Checkpoints).ShouldBe((102, 100, 2));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_FileWithAFaultAtItsEnd_ImportsNothing(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var bad = File.ReadAllText(poll.Whole) + Poll.Stations[0] + ",1,2\n";
        Poll.Import(count, poll.Text(bad)).ShouldContain(":102:");
        count.Leaves.ShouldBe(1);
        count.Status([count.Units.Units[0].Id])[0].Counted.ShouldBe(0);
        count.Journal(1, 10).ShouldBeEmpty();
        poll.AddsUp(count);
        // The count goes on as if nothing had been.
        Poll.Import(count, poll.Whole).ShouldStartWith("100 accepted");
        poll.AddsUp(count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_OtherFigures_AreAFaultWithoutAReason_AndANewVersionWithOne(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.Whole);
        var changed = poll.File_([Poll.Protocols()[0], Poll.Other(Poll.Protocols()[1]), Poll.Other(Poll.Protocols()[2])]);
        Poll.Import(count, changed).ShouldBe(
            $"file-2.csv:3:1: found other figures of '{Poll.Stations[1]}' than version 1, which is accepted; expected the same figures, or a reason for a correction\n"
            + $"file-2.csv:4:1: found other figures of '{Poll.Stations[2]}' than version 1, which is accepted; expected the same figures, or a reason for a correction");
        count.Leaves.ShouldBe(102);
        Poll.Import(count, changed, new ImportOptions(null, "importer", Correction: "court of 3 May")).ShouldBe("2 accepted, 1 unchanged, 0 waiting, 0 left out");
        count.Of(Phase.Final).Version(count.Units.Find(Poll.Stations[1])).ShouldBe(2);
        Leaf(poll, 103).ShouldContain("\"orders\":{\"correction\":{\"by\":\"importer\",\"reason\":\"court of 3 May\"}}");
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_Warnings_WaitOrAreAcceptedWithAReason(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var file = poll.File_([Poll.Warning(Poll.Protocols()[0]), Poll.Protocols()[1]]);
        Poll.Import(count, file).ShouldBe("1 accepted, 0 unchanged, 1 waiting, 0 left out");
        count.Status([Poll.Stations[0]])[0].Counted.ShouldBe(0);
        count.Look(Poll.Stations[0], Poll.Boss).Stage.ShouldNotBe(EntryStage.AwaitingFirst);
        var second = poll.File_([Poll.Warning(Poll.Protocols()[2])]);
        Poll.Import(count, second, new ImportOptions(null, "importer", Warnings: "as published")).ShouldBe("1 accepted, 0 unchanged, 0 waiting, 0 left out");
        Leaf(poll, 4).ShouldContain("\"accepted\":{\"ZZ.06\":\"as published\"}");
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_Errors_AreSetAsideOrAcceptedByOrder(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.File_([Poll.Error(Poll.Protocols()[0])])).ShouldBe("0 accepted, 0 unchanged, 1 waiting, 0 left out");
        count.Status([Poll.Stations[0]])[0].SetAside.ShouldBe(1);
        Poll.Import(count, poll.File_([Poll.Error(Poll.Warning(Poll.Protocols()[1]))]), new ImportOptions(null, "importer", Errors: "as published")).ShouldBe("0 accepted, 0 unchanged, 1 waiting, 0 left out");
        Poll.Import(count, poll.File_([Poll.Error(Poll.Warning(Poll.Protocols()[2]))]), new ImportOptions(null, "importer", Warnings: "so it is", Errors: "as published")).ShouldBe("1 accepted, 0 unchanged, 0 waiting, 0 left out");
        var leaf = Leaf(poll, 2);
        leaf.ShouldContain("\"accepted\":{\"ZZ.01\":\"as published\",\"ZZ.02\":\"as published\",\"ZZ.06\":\"so it is\"}");
        leaf.ShouldContain("\"orders\":{\"errors\":{\"by\":\"importer\",\"reason\":\"as published\"}}");
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_Preliminary_StandsBesideTheFinal_AndLeavesErrorsOut(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var night = new ImportOptions(null, "importer", Phase.Preliminary);
        Poll.Import(count, poll.File_([Poll.Other(Poll.Protocols()[0], 5), Poll.Warning(Poll.Protocols()[1]), Poll.Error(Poll.Protocols()[2])]), night).ShouldBe("2 accepted, 0 unchanged, 0 waiting, 1 left out");
        Poll.Import(count, poll.File_(Poll.Protocols(0, 3))).ShouldBe("3 accepted, 0 unchanged, 0 waiting, 0 left out");
        var status = count.Status([count.Units.Units[0].Id])[0];
        (status.Counted, status.Preliminary).ShouldBe((3, 2));
        var lists = Poll.Columns.Where(c => c.StartsWith("votes:", StringComparison.Ordinal)).ToList();
        lists.ShouldContain(l => Poll.Sum(count, Poll.Stations[0], l) != Poll.Sum(count, Poll.Stations[0], l, Phase.Preliminary));
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_IntoACountThatKeysTwice_StandsInForAnEntry(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin(EntryRules.Standard with { Import = ThirdUse.Entry });
        Poll.Import(count, poll.Whole).ShouldBe("0 accepted, 0 unchanged, 100 waiting, 0 left out");
        count.Leaves.ShouldBe(1);
        var answer = count.EnterWhole(Poll.Stations[0], Poll.Typist("t1"), Poll.Cells(Poll.Protocols()[0]));
        answer.Refusal.ShouldBeNull();
        answer.AcceptedVersion.ShouldBe(1);
        count.Leaves.ShouldBe(2);
        poll.AddsUp(count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Import_ReasonNobodyCanRead_IsAFaultAndNoCrash(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var (result, faults) = count.Import(poll.File_([Poll.Warning(Poll.Protocols()[0])]), new ImportOptions(null, "importer", Warnings: new string('x', 70_000)));
        result.ShouldBeNull();
        faults.All.Single().ToString().ShouldContain("expected 1 to 2000 letters");
        count.Leaves.ShouldBe(1);
    }

    private static string Leaf(Poll poll, long number)
    {
        using var store = poll.Ground.Read();
        return System.Text.Encoding.UTF8.GetString(store.ReadLeaf(number)!);
    }
}
