using System.Text;
using FsCheck.Xunit;
using Mandate.Results;
using Mandate.Results.Entries;

namespace Mandate.Modules.Tests.Entries;

public class EntryJsonTest
{
    private static readonly Office Long = new Office().Enter("a", Office.Sound).Enter("b", Office.Sound + " lost=1").Enter("b", "lost=2");

    [Fact]
    public void Write_State_GivesTheseBytes()
    {
        var office = new Office();
        office.Third("m1", ThirdSource.Scan, "found=100").ShouldBeNull();
        office.Enter("a", Office.Sound).Enter("b", Office.Sound + " lost=1").Enter("b", "lost=");
        office.OpenCorrection("c1").ShouldBeNull();
        office.Third("m1", ThirdSource.Scan, "found=100 lost=").ShouldBeNull();
        office.Open("b").ShouldBeNull();
        office.Key("b", Office.Sound + " lost=1").ShouldBeNull();
        office.Explain("b", "W.3", text: "су басты: бір бума").ShouldBeNull();
        office.Finish("b").ShouldBeNull();
        office.Return("c1", "found").ShouldBeNull();
        office.Enter("b", "found=100").Enter("a", Office.Sound);
        office.Open("b").ShouldBeNull();
        office.Key("b", "lost=2").ShouldBeNull();
        Golden.Hold("Entries/entry-state.json", Encoding.UTF8.GetString(EntryJson.Write(office.State, office.Context)) + "\n");
    }

    [Fact]
    public void Stages_HaveANameEach() => EntryJson.Stages.Count.ShouldBe(Enum.GetValues<EntryStage>().Length);

    [Fact]
    public void Read_ByAFormThatHasChanged_IsAFault()
    {
        var office = new Office().Enter("a", Office.Sound);
        var bytes = EntryJson.Write(office.State, office.Context);
        var other = new EntryContext(Office.Form, Office.Shape(Office.Form, ["l2", "l1"]), EntryRules.Standard);
        EntryJsonReader.Read(bytes, other).Fault.ShouldBe($"state.shape: found \"{office.Context.Cells.Shape}\"; expected the shape {other.Cells.Shape} of the form 'office': its figures, lists or candidates have changed since.");
        var box = Office.Form with { Figures = [.. Office.Form.Figures.Select(f => f.Id == "lost" ? f with { Kind = FigureKind.YesNo } : f)] };
        new EntryContext(box, Office.Shape(box), EntryRules.Standard).Cells.Shape.ShouldNotBe(office.Context.Cells.Shape);
        var renamed = Office.Form with { Id = "office-2" };
        EntryJsonReader.Read(bytes, new EntryContext(renamed, Office.Shape(renamed), EntryRules.Standard)).Fault.ShouldBe("state.form: found \"office\"; expected the form 'office-2'.");
    }

    [Theory]
    [InlineData("\"v\":1", "\"v\":2", "state.v: found 2; expected version 1 of the notation.")]
    [InlineData("\"revision\":3", "\"revision\":-3", "state.revision: found -3; expected a whole number from 0 to 9223372036854775806.")]
    [InlineData("\"revision\":3", "\"revision\":3.5", "state.revision: found 3.5; expected a whole number from 0 to 9223372036854775806.")]
    [InlineData("\"revision\":3,", "", "state: found no 'revision'; expected one.")]
    [InlineData("awaiting-second", "somewhere", "state.stage: found \"somewhere\"; expected one of awaiting-first, first-open, awaiting-second, second-open, awaiting-rekey, rekey-open, quarantined, unexplained, accepted.")]
    [InlineData("awaiting-second", "second-open", "The state of an entry is impossible: an open stage has somebody at the desk.")]
    [InlineData("awaiting-second", "awaiting-first", "The state of an entry is impossible: before the first entry there is none.")]
    [InlineData("awaiting-second", "quarantined", "The state of an entry is impossible: a quarantine, and only it, has a reason.")]
    [InlineData("\"version\":0", "\"version\":0,\"reason\":\"bored\"", "state.reason: found \"bored\"; expected one of errors, third-differs, unreadable, page-missing, signature-missing, wrong-unit, duplicate, tampering, complaint, other.")]
    [InlineData("\"found\":100", "\"found\":1000000000", "state.readings[0].cells.found: found 1000000000; expected a whole number from 0 to 999999999.")]
    [InlineData("\"found\":100", "\"fond\":100", "state.readings[0].cells.fond: found 100; expected a cell of the form 'office'.")]
    [InlineData("\"sealed\":1", "\"sealed\":2", "state.readings[0].cells.sealed: found 2; expected 0 or 1.")]
    [InlineData("\"actor\":\"a\"", "\"actor\":\"Jan Jansen\"", "state.readings[0].actor: found \"Jan Jansen\"; expected the id of an actor.")]
    [InlineData("\"entry\":true", "\"entry\":1", "state.readings[0].entry: found 1; expected true or false.")]
    [InlineData("\"entry\":true", "\"entry\":true,\"name\":1", "state.readings[0].name: found 1; expected one of actor, entry, cells.")]
    public void Read_StateThatWasTamperedWith_NamesTheFault(string from, string to, string fault)
    {
        var office = new Office().Enter("a", Office.Sound);
        var text = Encoding.UTF8.GetString(EntryJson.Write(office.State, office.Context));
        text.ShouldContain(from);
        var (state, found) = EntryJsonReader.Read(Encoding.UTF8.GetBytes(text.Replace(from, to)), office.Context);
        state.ShouldBeNull();
        found.ShouldBe(fault);
    }

    [Fact]
    public void Read_WhatIsNotJson_IsAFault()
    {
        var context = new Office().Context;
        EntryJsonReader.Read("{\"v\":1"u8.ToArray(), context).Fault.ShouldBe("The state of an entry is not JSON as Mandate writes it: line 1, byte 7.");
        EntryJsonReader.Read("{\"v\":1,\"v\":1}"u8.ToArray(), context).Fault.ShouldStartWith("The state of an entry is not JSON as Mandate writes it");
        EntryJsonReader.Read("{\"v\":1,\"form\":\"\\ud800\"}"u8.ToArray(), context).Fault.ShouldBe("The state of an entry has half a letter in an escape; expected whole letters.");
        EntryJsonReader.Read("{\"\\ud800\":1}"u8.ToArray(), context).Fault.ShouldBe("The state of an entry has half a letter in an escape; expected whole letters.");
        EntryJsonReader.Read(new byte[] { 0x7B, 0x80, 0x7D }, context).Fault.ShouldBe("The state of an entry is not UTF-8.");
        EntryJsonReader.Read("[]"u8.ToArray(), context).Fault.ShouldBe("state: found []; expected an object.");
        EntryJsonReader.Read(new byte[EntryJsonReader.MostBytes + 1], context).Fault.ShouldBe("The state of an entry has 16777217 bytes; expected at most 16777216.");
    }

    /// <summary>Whatever bytes come, there is a state that writes itself alike, or a fault.</summary>
    [Property(MaxTest = 300)]
    public void Read_BytesChangedAnyhow_NeverThrows(ushort[] places, byte[] values)
    {
        var office = new Office(Long);
        var bytes = EntryJson.Write(office.State, office.Context);
        for (var i = 0; i < Math.Min(places.Length, values.Length); i++)
        {
            bytes[places[i] % bytes.Length] = values[i];
        }

        var (state, fault) = EntryJsonReader.Read(bytes, office.Context);
        (state is null).ShouldBe(fault is not null);
        if (state is not null)
        {
            var again = EntryJson.Write(state, office.Context);
            EntryJson.Write(EntryJsonReader.Read(again, office.Context).State!, office.Context).ShouldBe(again);
        }
    }
}
