using Mandate.Results.Entries;

namespace Mandate.Modules.Tests.Entries;

/// <summary>Readings by machines beside those by persons.</summary>
public class ThirdReadingTest
{
    private static readonly EntryRules Counts = EntryRules.Standard with { Scan = ThirdUse.Entry, Import = ThirdUse.Entry };

    [Fact]
    public void Compared_ThatAgrees_IsNamedWithTheResult()
    {
        var office = new Office();
        office.Third("m1", ThirdSource.Scan, "found=100 invalid=2").ShouldBeNull(); // it read two cells
        office.Enter("a", Office.Sound).Enter("b", Office.Sound);
        var source = office.Results.Single().Sources.Single();
        (source.Source, source.Hash, source.Counted, source.Differs.Count).ShouldBe((ThirdSource.Scan, Office.Hash('a'), false, 0));
    }

    [Fact]
    public void Compared_ThatDiffers_IsShownOnlyOnceBothEntriesAreDone()
    {
        var office = new Office();
        office.Third("m1", ThirdSource.Scan, "found=100 votes:l2=33").ShouldBeNull();
        office.Third("c1", ThirdSource.Import, "votes:l1=66 votes:l2=38", 'b').ShouldBeNull();
        office.Enter("a", Office.Sound);
        office.Face("c1").Readings.ShouldBeEmpty();
        office.Enter("b", Office.Sound).Stage.ShouldBe(EntryStage.Quarantined);
        office.State.Reason.ShouldBe(EntryRules.ThirdDiffers);
        office.Face("a").Readings.ShouldBeEmpty();
        office.Face("c1").Readings.Select(r => r.Cell).ShouldBe(["votes:l1", "votes:l2"]);
        office.Face("c1").Readings[1].Values.ShouldBe([new ReaderValue("a", null, 38), new ReaderValue("b", null, 38), new ReaderValue(null, ThirdSource.Scan, 33), new ReaderValue(null, ThirdSource.Import, 38)]);
        office.Clear("c1", "a smudge on the image").ShouldBeNull();
        var result = office.Results.Single();
        result.ThirdOverruled.ShouldBe(new Order("c1", "a smudge on the image"));
        result.Sources.Select(s => string.Join(' ', s.Differs)).ShouldBe(["votes:l2", "votes:l1"]);
    }

    [Fact]
    public void Compared_ThatIsRight_SendsTheCellBackToPersons()
    {
        var office = new Office();
        office.Enter("a", Office.Sound.Replace("hand:l2:1=3", "hand:l2:1=8")).Third("m1", ThirdSource.Scan, "hand:l2:1=3").ShouldBeNull();
        office.Enter("b", Office.Sound.Replace("hand:l2:1=3", "hand:l2:1=8")).Stage.ShouldBe(EntryStage.Quarantined);
        office.Return("c1", "hand:l2:1").ShouldBeNull();
        office.Enter("b", "hand:l2:1=3").Enter("d", "hand:l2:1=3").Stage.ShouldBe(EntryStage.Accepted);
        office.Results.Single().EnteredBy.ShouldBe(["a", "b", "d"]);
    }

    [Fact]
    public void Entry_StandsInForTheSecond()
    {
        var office = new Office(Counts);
        office.Third("m1", ThirdSource.Import, Office.Sound + " lost=").ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.AwaitingFirst); // never without a person
        office.Enter("a", Office.Sound).Stage.ShouldBe(EntryStage.Accepted);
        office.Results.Single().EnteredBy.ShouldBe(["a"]);
        office.Results.Single().Sources.Single().Counted.ShouldBeTrue();
    }

    [Fact]
    public void Entry_ThatDiffers_IsSettledByAnotherPerson()
    {
        var office = new Office(Counts).Enter("a", Office.Sound.Replace("registered=200", "registered=300"));
        office.Third("m1", ThirdSource.Scan, Office.Sound.Replace("sealed=1 ", string.Empty) + " lost=").ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.AwaitingRekey);
        office.Face("d").Marks.Select(m => m.Cell).ShouldBe(["registered", "sealed"]); // the machine could not see the seal
        office.Face("a").Marks.Select(m => m.Cell).ShouldBe(["registered"]); // and a has read it
        office.Enter("a", "registered=300").Stage.ShouldBe(EntryStage.AwaitingRekey);
        office.Open("a").ShouldBe(RefusalKind.NotYourTurn);
        office.Enter("d", "registered=200 sealed=1").Stage.ShouldBe(EntryStage.Accepted);
        office.Figures().ShouldStartWith("registered=200");
    }

    [Fact]
    public void Acceptance_OfAFile_NeedsNobodyWhereItsChecksHold()
    {
        var rules = EntryRules.Standard with { Import = ThirdUse.Acceptance };
        var office = new Office(rules);
        office.Third("m1", ThirdSource.Import, Office.Sound).ShouldBeNull();
        office.Stage.ShouldBe(EntryStage.AwaitingRekey); // 'lost' is not in the file: nobody knows it yet
        office.Enter("a", "lost=").Enter("b", "lost=").Stage.ShouldBe(EntryStage.Accepted);

        var whole = new Office(rules);
        whole.Third("m1", ThirdSource.Import, Office.Sound + " lost=").ShouldBeNull();
        whole.Results.Single().EnteredBy.ShouldBeEmpty();
        whole.Results.Single().Sources.Single().Counted.ShouldBeTrue();

        var wrong = new Office(rules);
        wrong.Third("m1", ThirdSource.Import, Office.Sound.Replace("found=100", "found=101") + " lost=").ShouldBeNull();
        wrong.Stage.ShouldBe(EntryStage.Quarantined);
        wrong.Return("c1", "found").ShouldBeNull();
        wrong.Journal[^1].Figures.ShouldBe([new CellValue("found", 101)]);
        wrong.Enter("a", "found=100").Enter("b", "found=100").Stage.ShouldBe(EntryStage.Accepted);

        var begun = new Office(rules);
        begun.Open("a").ShouldBeNull();
        begun.Third("m1", ThirdSource.Import, Office.Sound + " lost=").ShouldBeNull();
        begun.Key("a", Office.Sound + " lost=7").ShouldBeNull();
        begun.Release("a").ShouldBeNull();
        begun.Stage.ShouldBe(EntryStage.AwaitingFirst); // somebody is at it, so it is compared
        begun.Open("a").ShouldBeNull();
        begun.Finish("a").ShouldBeNull();
        begun.Stage.ShouldBe(EntryStage.AwaitingRekey);
    }

    [Fact]
    public void Third_FromTheSameSource_TakesThePlaceOfTheEarlierOne()
    {
        var office = new Office();
        office.Third("m1", ThirdSource.Scan, "found=1").ShouldBeNull();
        office.Third("m1", ThirdSource.Scan, "found=100", 'c').ShouldBeNull();
        var old = office.Journal.Single(e => e.Kind == EntryEventKind.Discarded);
        (old.Code, old.Text, old.Figures.Single().Value).ShouldBe(("scan", Office.Hash('a'), 1L));
        office.Enter("a", Office.Sound).Enter("b", Office.Sound).Stage.ShouldBe(EntryStage.Accepted);
    }

    [Fact]
    public void Third_Discarded_ComparesNothing()
    {
        var office = new Office();
        office.Third("m1", ThirdSource.Scan, "found=1").ShouldBeNull();
        office.Enter("a", Office.Sound).Discard("c1", Discarded.Machine).ShouldBeNull();
        office.Enter("b", Office.Sound).Results.Single().Sources.ShouldBeEmpty();
    }

    [Fact]
    public void Third_ThatCannotBeRead_IsRefusedWhole()
    {
        var office = new Office();
        office.Do(new Third(Office.Person("m1"), 0, ThirdSource.Scan, [new CellValue("found", 1_000_000_000), new CellValue("sealed", 2), new CellValue("x", 1), new CellValue("found", 1)], "ABC")).ShouldBe(RefusalKind.Unreadable);
        office.Faults.Select(f => f.Where).ShouldBe(["x", "found", "found", "sealed", "hash"]);
        new Office(EntryRules.Standard with { Scan = ThirdUse.Refused }).Third("m1", ThirdSource.Scan, "found=1").ShouldBe(RefusalKind.RulesForbid);
    }
}
