using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Modules.Tests.Stores;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Stores;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Counts;

/// <summary>Units that change, totals that are signed off, results that are declared, trainings that end.</summary>
public class DecidingTest
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, int>> Seats = new() { ["lists"] = new Dictionary<string, int> { ["a"] = 3, ["b"] = 2 } };

    public static TheoryData<string> Kinds => Ground.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void SignOff_NeedsAllProtocols_AndLapsesAfterACorrection(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        var top = count.Units.Units[0].Id;
        Poll.Import(count, poll.File_(Poll.Protocols(1)));
        count.SignOff(top, "c1").ShouldBe((null, $"99 of 100 protocols of '{top}' count, 0 are being entered and 0 are set aside; all must count first"));
        Poll.Import(count, poll.File_(Poll.Protocols(0, 1)));
        count.SignOff(top, "c1").Leaf.ShouldBe(103);
        count.Status([top])[0].SignedOff.ShouldBe(103);
        var other = poll.File_([Poll.Other(Poll.Protocols()[5])]);
        Poll.Import(count, other, new ImportOptions(null, "importer", Correction: "court"));
        count.Status([top])[0].SignedOff.ShouldBeNull();
        count.Declare(Seats, [], "c1").Needed.ShouldBe($"the totals of '{top}' are not signed off");
        count.SignOff(top, "c1").Leaf.ShouldBe(106);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
        using var again = poll.Reopen();
        again.Status([top])[0].SignedOff.ShouldBe(106);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void SignOff_WhileAnEntryIsOpen_Waits(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.Whole);
        count.Enter(Poll.Stations[3], Poll.Boss, [seen => new OpenCorrection(Poll.Boss, seen, CorrectionKind.Recount, "court")]).Refusal.ShouldBeNull();
        count.SignOff(count.Units.Units[0].Id, "c1").Needed!.ShouldContain("100 of 100 protocols");
        count.SignOff(count.Units.Units[0].Id, "c1").Needed!.ShouldContain("1 are being entered");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Declare_RecordsOnce_WithItsLots_AndIsOverWhenAProtocolComes(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.Whole);
        count.SignOff(count.Units.Units[0].Id, "c1");
        var lot = new Lot("lists", "nation", "allocate", ["a"]);
        count.Declare(Seats, [lot], "c1").Leaf.ShouldBe(104);
        count.IsDeclared.ShouldBeTrue();
        count.Declare(Seats, [], "c1").Leaf.ShouldBe(104);
        count.Leaves.ShouldBe(105);
        var drawn = count.Lots().Single();
        (drawn.Contest, drawn.Area, drawn.Step, string.Join(',', drawn.Winners)).ShouldBe(("lists", "nation", "allocate", "a"));
        Poll.Import(count, poll.File_([Poll.Other(Poll.Protocols()[5])]), new ImportOptions(null, "importer", Correction: "court"));
        count.IsDeclared.ShouldBeFalse();
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Replace_MovedAndRenamedUnits_KeepTheirProtocols(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.File_(Poll.Protocols(0, 90)));
        var station = count.Units.Units[count.Units.Find(Poll.Stations[0])];
        var (from, to) = (Region(count, station.Id), Region(count, Poll.Stations[60]));
        from.ShouldNotBe(to);
        var district = count.Units.Units[count.Units.Find(Poll.Stations[60])].Parent!;
        var findings = new Findings();
        var (before, after) = (Poll.Sum(count, from, "valid"), Poll.Sum(count, to, "valid"));
        var own = Poll.Sum(count, station.Id, "valid");
        own.ShouldBeGreaterThan(0);
        count.Replace(Tree(count, u => u.Id == station.Id ? u with { Parent = district, Name = "Renamed" } : u), "c1", findings).ShouldBe(92);
        findings.All.ShouldBeEmpty();
        Poll.Sum(count, from, "valid").ShouldBe(before - own);
        Poll.Sum(count, to, "valid").ShouldBe(after + own);
        count.Replace(Tree(count, u => u), "c1", findings).ShouldBeNull();
        poll.AddsUp(count);
        // What came before and what comes after both stand.
        Poll.Import(count, poll.Whole).ShouldBe("10 accepted, 90 unchanged, 0 waiting, 0 left out");
        poll.AddsUp(count);
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
        using var again = poll.Reopen();
        again.Units.Units[again.Units.Find(station.Id)].Name.ShouldBe("Renamed");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Replace_UnitWhoseProtocolCounts_CannotGo(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.File_(Poll.Protocols(0, 1)));
        count.Enter(Poll.Stations[1], Poll.Typist("t1"), [seen => new Open(Poll.Typist("t1"), seen)]);
        var findings = new Findings();
        var gone = Poll.Stations.Take(3).ToHashSet();
        count.Replace(Tree(count, u => gone.Contains(u.Id) ? null : u), "c1", findings).ShouldBeNull();
        findings.All.Select(f => f.ToString()).ShouldBe(Poll.Stations.Take(2).Select(s => $"the units: found no unit '{s}' that reports, whose protocol is in; expected a unit of this id without units inside it"));
        var later = new Findings();
        count.Replace(Tree(count, u => u.Id == Poll.Stations[2] ? null : u), "c1", later).ShouldNotBeNull();
        later.All.ShouldBeEmpty();
        count.Units.Reporting.ShouldBe(99);
        poll.AddsUp(count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Replace_AfterASignOff_LapsesItWhereProtocolsCameOrWent(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.Whole);
        var regions = count.Units.Units.Where(u => u.Parent == count.Units.Units[0].Id).Select(u => u.Id).ToList();
        var (from, to) = (Region(count, Poll.Stations[0]), Region(count, Poll.Stations[60]));
        var aside = regions.First(r => r != from && r != to);
        regions.ForEach(r => count.SignOff(r, "c1").Needed.ShouldBeNull());
        var district = count.Units.Units[count.Units.Find(Poll.Stations[60])].Parent!;
        count.Replace(Tree(count, u => u.Id == Poll.Stations[0] ? u with { Parent = district } : u), "c1", new Findings()).ShouldNotBeNull();
        count.Status([from])[0].SignedOff.ShouldBeNull();
        count.Status([to])[0].SignedOff.ShouldBeNull();
        count.Status([aside])[0].SignedOff.ShouldNotBeNull();
        // A name is no figure.
        count.Replace(Tree(count, u => u.Id == aside ? u with { Name = "Other" } : u), "c1", new Findings()).ShouldNotBeNull();
        count.Status([aside])[0].SignedOff.ShouldNotBeNull();
        count.Status([from])[0].SignedOff.ShouldBeNull();
        // A station more is one protocol less than all.
        count.Replace(Tree(count, u => u, new Unit("zz-new", aside, "precinct", "New")), "c1", new Findings()).ShouldNotBeNull();
        count.Status([aside])[0].SignedOff.ShouldBeNull();
        var now = count.Status(regions).Select(s => s.SignedOff).ToList();
        count.Dispose();
        poll.Verify().Findings.ShouldBeEmpty();
        using var again = poll.Reopen();
        again.Status(regions).Select(s => s.SignedOff).ShouldBe(now);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Training_HasItsOwnKeyAndStore_AndActivatingWipesThem(string kind)
    {
        using var poll = Poll.Of(kind);
        string key;
        using (var count = poll.Begin(poll.Opening() with { Training = true }))
        {
            Poll.Import(count, poll.Whole);
            count.Definition.Training.ShouldBeTrue();
            count.Definition.Origin.ShouldBe("mandate.invalid/test/training");
            key = File.ReadAllText(Path.Combine(poll.Folder, "training.pub"));
            File.Exists(Path.Combine(poll.Folder, "live.key")).ShouldBeFalse();
        }

        poll.Verify().Holds.ShouldBeTrue();
        using (var count = Count.Activate(poll.Folder, "c1", TimeProvider.System))
        {
            count.Definition.Training.ShouldBeFalse();
            count.Definition.Origin.ShouldBe("mandate.invalid/test");
            count.Leaves.ShouldBe(1);
            count.Units.Reporting.ShouldBe(100);
            count.Journal(1, 10).ShouldBeEmpty();
        }

        Directory.GetFiles(poll.Folder, "training*").ShouldBeEmpty();
        File.ReadAllText(Path.Combine(poll.Folder, "live.pub")).ShouldNotBe(key);
        poll.Verify().Holds.ShouldBeTrue();
        Should.Throw<StoreException>(() => Count.Activate(poll.Folder, "c1", TimeProvider.System).Dispose()).Message.ShouldEndWith("is no training.");
    }

    private static string Region(Count count, string unit)
    {
        var at = count.Units.Find(unit);
        while (count.Units.ParentOf(at) > 0)
        {
            at = count.Units.ParentOf(at);
        }

        return count.Units.Units[at].Id;
    }

    private static UnitTree Tree(Count count, Func<Unit, Unit?> change, params Unit[] more)
    {
        var findings = new Findings();
        var tree = UnitTree.Build([.. count.Units.Units.Select(change).OfType<Unit>().Concat(more).Select((u, i) => (u, i))], "units", findings);
        findings.All.ShouldBeEmpty();
        return tree!;
    }
}
