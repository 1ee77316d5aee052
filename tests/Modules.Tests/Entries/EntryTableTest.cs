using System.Text;
using Mandate.Results.Entries;

namespace Mandate.Modules.Tests.Entries;

/// <summary>Every stage meets every command, sent by somebody whose role sends such commands; <c>entry-table.txt</c> shows what comes of it.</summary>
public class EntryTableTest
{
    private const string Wrong = "registered=200 found=101 invalid=2 votes:l1=60 votes:l2=38";

    /// <summary>One of each role.</summary>
    private static readonly string[] Everybody = ["a", "c1", "o1", "m1"];

    /// <summary>Ways into a stage; a command allowed there is carried out in at least one of them.</summary>
    private static readonly Dictionary<EntryStage, Office[]> Ways = new()
    {
        [EntryStage.AwaitingFirst] = [Again(), Done(Again(), o => o.Open("a"), o => o.Release("a"))],
        [EntryStage.FirstOpen] = [Done(Again(), o => o.Open("a"), o => o.Key("a", Office.Sound + " lost=1"))],
        [EntryStage.AwaitingSecond] = [Again().Enter("a", Office.Sound)],
        [EntryStage.SecondOpen] = [Done(Again().Enter("b", Office.Sound), o => o.Open("a"), o => o.Key("a", Office.Sound + " lost=1"))],
        [EntryStage.AwaitingRekey] = [Again().Enter("a", Office.Sound).Enter("b", Office.Sound + " lost=1")],
        [EntryStage.RekeyOpen] = [Done(Again().Enter("a", Office.Sound).Enter("b", Office.Sound + " lost=1"), o => o.Open("a"))],
        [EntryStage.Quarantined] = [Again().Enter("a", Wrong, withErrors: true), Done(Again().Enter("a", Wrong, withErrors: true), o => o.Clear("c1")).Enter("b", Wrong, withErrors: true)],
        [EntryStage.Unexplained] = [Again().Enter("a", Office.Sound + " lost=1").Enter("b", Office.Sound + " lost=1")],
        [EntryStage.Accepted] = [new Office().Enter("a", Office.Sound).Enter("b", Office.Sound)],
    };

    [Fact]
    public void EveryStage_MeetsEveryCommand_AsTheTableSays()
    {
        var table = new StringBuilder();
        foreach (var stage in Enum.GetValues<EntryStage>())
        {
            table.Append(stage).Append('\n');
            foreach (var kind in Enum.GetValues<CommandKind>())
            {
                var outcomes = Ways[stage].SelectMany(way => Commands(kind), (way, command) => Outcome(new Office(way), stage, kind, command)).ToList();
                var says = EntryTable.Refuses(stage, kind);
                outcomes.Any(o => o.Refusal is null).ShouldBe(says is null, $"{kind} in {stage}: {string.Join(", ", outcomes)}");
                if (says is not null)
                {
                    outcomes.ShouldAllBe(o => o.Refusal == says || (kind == CommandKind.Open && o.Refusal == RefusalKind.AlreadyYours));
                }

                var leads = outcomes.Where(o => o.Refusal is null).Select(o => o.To.ToString()).Distinct();
                table.Append("  ").Append(kind.ToString().PadRight(19)).AppendJoin(", ", says is null ? leads : [$"refused: {says}"]).Append('\n');
            }
        }

        Golden.Hold("Entries/entry-table.txt", table.ToString());
    }

    [Fact]
    public void EveryRole_InEveryStage_IsRefusedWhatIsNotItsOwn()
    {
        var refused = 0;
        foreach (var stage in Enum.GetValues<EntryStage>())
        {
            foreach (var kind in Enum.GetValues<CommandKind>())
            {
                foreach (var who in Everybody.Where(w => !EntryTable.May(Office.Person(w).Role, kind)))
                {
                    var office = new Office(Ways[stage][0]);
                    foreach (var command in Commands(kind))
                    {
                        office.Do(command(office.State.Revision, who)).ShouldBe(RefusalKind.RoleMayNot, $"{who} {kind} {stage}");
                        refused++;
                    }
                }
            }
        }

        refused.ShouldBeGreaterThan(9 * 13 * 2);
        Enum.GetValues<CommandKind>().ShouldAllBe(k => !EntryTable.May(EntryRole.Observer, k));
    }

    /// <summary>Who keys does not decide, and who decides does not key: only explaining and releasing are everybody's.</summary>
    [Fact]
    public void Roles_OfTypistAndCoordinator_ShareTwoCommands() =>
        Enum.GetValues<CommandKind>().Where(k => EntryTable.May(EntryRole.Typist, k) && EntryTable.May(EntryRole.Coordinator, k)).ShouldBe([CommandKind.Explain, CommandKind.Release]);

    [Fact]
    public void EveryRefusal_HasWordsInEveryLanguage()
    {
        var face = new Office().Face("o1");
        foreach (var kind in Enum.GetValues<RefusalKind>())
        {
            var words = new EntryRefusal(kind, face, []).Says;
            words.Texts.Keys.ShouldBe(["en", "kk", "ru"]);
            words.Texts.Values.Distinct().Count().ShouldBe(3);
        }
    }

    /// <summary>What may be sent, by a face, is what is carried out.</summary>
    [Fact]
    public void Face_CommandsItOffers_AreThoseCarriedOut()
    {
        foreach (var (stage, ways) in Ways)
        {
            foreach (var way in ways)
            {
                foreach (var who in (string[])[.. Everybody, "b", "d"])
                {
                    var offered = way.Face(who).May;
                    foreach (var kind in Enum.GetValues<CommandKind>())
                    {
                        var refusals = Commands(kind).Select(command => { var office = new Office(way); return office.Do(command(office.State.Revision, who)); }).ToList();
                        if (refusals.Contains(null))
                        {
                            offered.ShouldContain(kind, $"{who} in {stage}");
                        }

                        if (!offered.Contains(kind))
                        {
                            refusals.ShouldNotContain((RefusalKind?)null, $"{who} {kind} in {stage}");
                        }
                    }

                    offered.Contains(CommandKind.Open).ShouldBe(new Office(way).Open(who) is null, $"{who} opens in {stage}");
                }
            }
        }
    }

    private static (RefusalKind? Refusal, EntryStage To) Outcome(Office office, EntryStage stage, CommandKind kind, Func<long, string, EntryCommand> command)
    {
        office.Stage.ShouldBe(stage);
        var who = Everybody.First(w => EntryTable.May(Office.Person(w).Role, kind));
        who = kind == CommandKind.Open && stage == EntryStage.AwaitingSecond ? "b" : who;
        return (office.Do(command(office.State.Revision, who)), office.Stage);
    }

    private static IEnumerable<Func<long, string, EntryCommand>> Commands(CommandKind kind) => kind switch
    {
        CommandKind.Open => [(r, w) => new Open(Office.Person(w), r)],
        CommandKind.Key => [(r, w) => new Key(Office.Person(w), r, [new KeyedCell("lost", "1")])],
        CommandKind.Explain => [(r, w) => new Explain(Office.Person(w), r, "W.3", null, "three fell into the river")],
        CommandKind.Finish => [(r, w) => new Finish(Office.Person(w), r)],
        CommandKind.Release => [(r, w) => new Release(Office.Person(w), r)],
        CommandKind.Discard => [(r, w) => new Discard(Office.Person(w), r, Discarded.All), (r, w) => new Discard(Office.Person(w), r, Discarded.First)],
        CommandKind.Quarantine => [(r, w) => new Quarantine(Office.Person(w), r, "other")],
        CommandKind.Return => [(r, w) => new Return(Office.Person(w), r, ["found"])],
        CommandKind.Clear => [(r, w) => new Clear(Office.Person(w), r, "seen")],
        CommandKind.AcceptErrors => [(r, w) => new AcceptErrors(Office.Person(w), r, "on the paper")],
        CommandKind.Third => [(r, w) => new Third(Office.Person(w), r, ThirdSource.Scan, [new CellValue("found", 100)], Office.Hash('b'))],
        CommandKind.OpenCorrection => [(r, w) => new OpenCorrection(Office.Person(w), r, CorrectionKind.Correction, "a page was missing")],
        CommandKind.WithdrawCorrection => [(r, w) => new WithdrawCorrection(Office.Person(w), r, "it was there")],
        _ => throw new InvalidOperationException($"no command for {kind}"),
    };

    private static Office Again() => Done(new Office().Enter("a", Office.Sound).Enter("b", Office.Sound), o => o.OpenCorrection("c1"));

    private static Office Done(Office office, params Func<Office, RefusalKind?>[] steps)
    {
        foreach (var step in steps)
        {
            step(office).ShouldBeNull();
        }

        return office;
    }
}
