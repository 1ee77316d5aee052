using FsCheck;
using FsCheck.Xunit;
using Mandate.Results.Entries;
using Mandate.Results.Running;

namespace Mandate.Modules.Tests.Entries;

/// <summary>Typists, coordinators, machines and muddlers do anything in any order.</summary>
public class EntryWalkTest
{
    private static readonly EntryRules[] Rules =
    [
        EntryRules.Standard,
        EntryRules.Standard with { ErrorsStop = ErrorsStop.Agreement },
        EntryRules.Standard with { Scan = ThirdUse.Entry, Import = ThirdUse.Entry },
        EntryRules.Standard with { Scan = ThirdUse.Entry, Import = ThirdUse.Acceptance },
        EntryRules.Standard with { Entries = 1 },
    ];

    /// <summary>No keyed figure is lost: it is in the state, in an event, or accepted.</summary>
    [Property(MaxTest = 40)]
    public void Walk_EveryKeyedFigure_IsKept(DoNotSize<int> seed)
    {
        var keyed = new Dictionary<(string Actor, string Cell), long?>();
        Walk(seed.Item & int.MaxValue, 120, (office, command, refusal) =>
        {
            if (refusal is null && command is Key key)
            {
                foreach (var cell in key.Cells)
                {
                    keyed[(key.Actor.Id, cell.Cell)] = cell.Text.Length == 0 ? null : long.Parse(cell.Text, System.Globalization.CultureInfo.InvariantCulture);
                }
            }

            foreach (var ((actor, cell), value) in keyed)
            {
                var at = office.Context.Cells.Find(cell)!.Value;
                var raw = value ?? Layout.Blank;
                var kept = (office.State.Desk is { } desk && desk.Actor == actor && desk.Cells[at] == raw)
                    || office.State.Readings.Any(r => r.Actor == actor && r.Cells[at] == raw)
                    || office.State.Earlier.Contains(new EarlierReading(actor, at, raw))
                    || office.Journal.Any(e => (e.About ?? e.Actor) == actor && e.Figures.Contains(new CellValue(cell, value)))
                    || office.Results.Any(r => r.EnteredBy.Contains(actor) && r.Figures[at] == raw);
                kept.ShouldBeTrue($"{actor} keyed {value} in {cell}");
            }
        });
    }

    /// <summary>Nobody who keys is shown a figure that is not their own, before or after finishing.</summary>
    [Property(MaxTest = 40)]
    public void Walk_EveryFace_ShowsOnlyWhatItsPersonMaySee(DoNotSize<int> seed) => Walk(seed.Item & int.MaxValue, 120, (office, _, _) =>
    {
        foreach (var id in (string[])["a", "b", "d", "e", "c1"])
        {
            foreach (var role in Enum.GetValues<EntryRole>())
            {
                var face = Faces.Of(office.State, new EntryActor(id, role), office.Context);
                var own = Own(office, id);
                if (role == EntryRole.Coordinator && own is null)
                {
                    (face.Cells.Count == 0 || office.Stage is EntryStage.AwaitingRekey or EntryStage.Quarantined or EntryStage.Unexplained).ShouldBeTrue($"a coordinator sees figures in {office.Stage}");
                    continue;
                }

                face.Readings.ShouldBeEmpty();
                if (role != EntryRole.Typist)
                {
                    (face.Cells.Count + face.Findings.Count + face.Marks.Count).ShouldBe(0);
                    continue;
                }

                face.Cells.All(c => own![office.Context.Cells.Find(c.Cell)!.Value] == (c.Value ?? Layout.Blank)).ShouldBeTrue($"{id} sees a figure of others");
                var mine = own is null ? [] : EntryChecks.Of(office.Context, own, []).Findings.Select(f => f.Arithmetic).Where(a => a is not null).Select(a => string.Join(' ', a!.Figures)).ToList();
                face.Findings.Where(f => f.Arithmetic is not null).All(f => mine.Contains(string.Join(' ', f.Arithmetic!.Figures))).ShouldBeTrue($"{id} sees a finding of others");
            }
        }
    });

    /// <summary>What is accepted was read alike, in every cell, by as many persons or stand-ins as the rules want.</summary>
    [Property(MaxTest = 40)]
    public void Walk_EveryResult_RestsOnEnoughReaders(DoNotSize<int> seed)
    {
        var before = EntryState.Empty;
        var version = 0;
        Walk(seed.Item & int.MaxValue, 120, (office, command, refusal) =>
        {
            office.State.Version.ShouldBe(office.Results.Count);
            if (office.Results.Count > version)
            {
                var result = office.Results[version];
                result.Version.ShouldBe(++version);
                result.EnteredBy.Distinct().Count().ShouldBe(result.EnteredBy.Count);
                var file = office.Context.Rules.Import == ThirdUse.Acceptance ? before.Thirds.FirstOrDefault(t => t.Source == ThirdSource.Import) ?? Arriving(office, command) : null;
                for (var i = 0; i < result.Figures.Length; i++)
                {
                    var persons = result.EnteredBy.Count(a => Reads(before, command, office, a, i) == result.Figures[i]);
                    var machines = result.Sources.Count(s => s.Counted && !s.Differs.Contains(office.Context.Cells[i]) && (before.Thirds.Any(t => t.Source == s.Source && t.Cells[i] != Reading.Unread) || command is Third));
                    (persons + machines).ShouldBeGreaterThanOrEqualTo(file is not null && result.EnteredBy.Count == 0 ? 1 : file is not null && file.Cells[i] == result.Figures[i] ? 1 : office.Context.Rules.Entries, office.Context.Cells[i]);
                }

                (result.EnteredBy.Count > 0 || result.Sources.Any(s => s.Counted && s.Source == ThirdSource.Import)).ShouldBeTrue();
                var checks = EntryChecks.Of(office.Context, result.Figures, []).Findings;
                result.Errors.Count.ShouldBe(checks.Count(f => f.Level == Mandate.Results.CheckLevel.Error));
                (result.Errors.Count > 0).ShouldBe(result.ErrorsOrder is not null);
                result.Warnings.Select(w => (w.Code, w.List)).ShouldBe(checks.Where(f => f.Level == Mandate.Results.CheckLevel.Warning).Select(f => (f.Code, f.List)));
                result.Warnings.ShouldAllBe(w => w.Text.Length > 0);
            }

            before = office.State;
        });
    }

    /// <summary>The second typist sees and is told the same whatever the first one keyed.</summary>
    [Property(MaxTest = 40)]
    public void SecondEntry_WhateverTheFirstOneHas_LooksTheSame(ushort[] script, ushort[] first)
    {
        var plain = new Office(EntryRules.Standard with { ErrorsStop = ErrorsStop.Agreement }).Enter("a", Office.Sound);
        var other = new Office(EntryRules.Standard with { ErrorsStop = ErrorsStop.Agreement });
        other.Enter("a", string.Join(' ', Cells(first.Append((ushort)5).ToArray(), 0, 'a').Select(c => $"{c.Cell}={c.Text}")), withErrors: true);
        plain.Open("b").ShouldBeNull();
        other.Open("b").ShouldBeNull();
        for (var i = 0; i + 3 < script.Length; i += 3)
        {
            var cells = Cells(script, i, 'b');
            var command = new Key(Office.Person("b"), plain.State.Revision, cells);
            plain.Do(command).ShouldBe(other.Do(command));
            plain.Explain("b", "W.3").ShouldBe(other.Explain("b", "W.3"));
            foreach (var who in (string[])["a", "b", "d", "c1", "o1", "m1"])
            {
                Office.Text(plain.Face(who)).ShouldBe(Office.Text(other.Face(who)), who);
            }
        }
    }

    /// <summary>A walk that only knocks at locked doors would prove nothing.</summary>
    [Fact]
    public void Walk_OfManySteps_ComesEverywhere()
    {
        var stages = new HashSet<EntryStage>();
        var kinds = new HashSet<CommandKind>();
        var refusals = new HashSet<RefusalKind>();
        for (var seed = 0; seed < 40; seed++)
        {
            Walk(seed, 150, (office, command, refusal) =>
            {
                stages.Add(office.Stage);
                if (refusal is { } kind)
                {
                    refusals.Add(kind);
                }
                else
                {
                    kinds.Add(command.Kind);
                }
            });
        }

        stages.Count.ShouldBe(Enum.GetValues<EntryStage>().Length);
        kinds.Count.ShouldBe(Enum.GetValues<CommandKind>().Length);
        Enum.GetValues<RefusalKind>().Except(refusals).ShouldBe([RefusalKind.RulesForbid]); // no rules here forbid what the walk tries
    }

    private static void Walk(int seed, int steps, Action<Office, EntryCommand, RefusalKind?> look)
    {
        var random = new Random(seed);
        var script = Enumerable.Range(0, (3 * steps) + 2).Select(_ => (ushort)random.Next(65_536)).ToArray();
        var office = new Office(Rules[seed % Rules.Length]);
        for (var i = 0; i < steps; i++)
        {
            var command = Command(office, script, 3 * i);
            look(office, command, office.Do(command));
        }
    }

    /// <summary>Mostly something the person may do, sometimes anything at all, now and then from an old page.</summary>
    private static EntryCommand Command(Office office, ushort[] script, int at)
    {
        var (who, what, how) = (script[at], script[at + 1], script[at + 2]);
        // Person a has a second hat, and so has c1.
        var actor = (who % 12) switch
        {
            0 => new EntryActor("a", EntryRole.Coordinator),
            1 => new EntryActor("c1", EntryRole.Typist),
            2 or 3 => Office.Person("c1"),
            4 => Office.Person("c2"),
            5 => Office.Person(how % 2 == 0 ? "m1" : "o1"),
            6 or 7 when office.State.Holder is { } holder => Office.Person(holder),
            6 or 8 => Office.Person("a"),
            7 or 9 => Office.Person("b"),
            10 => Office.Person("d"),
            _ => Office.Person("e"),
        };
        var may = Faces.Of(office.State, actor, office.Context).May;
        var kinds = may.Count > 0 && who % 7 > 0 ? may : Enum.GetValues<CommandKind>();
        var seen = office.State.Revision - (what % 31 == 0 && office.State.Revision > 0 ? 1 : 0);
        return kinds[what % kinds.Count] switch
        {
            CommandKind.Open => new Open(actor, seen),
            CommandKind.Key => new Key(actor, seen, Cells(script, at, actor.Id[0], office.State.Desk?.Asked is { } asked ? [.. asked.Select(c => office.Context.Cells[c])] : null)),
            CommandKind.Explain => new Explain(actor, seen, how % 2 == 0 ? "W.3" : "W.1", null, how % 9 == 0 ? " " : $"word {how}"),
            CommandKind.Finish => new Finish(actor, seen, how % 3 == 0),
            CommandKind.Release => new Release(actor, seen),
            CommandKind.Discard => new Discard(actor, seen, (Discarded)(how % 4)),
            CommandKind.Quarantine => new Quarantine(actor, seen, how % 5 == 0 ? "bored" : "other"),
            CommandKind.Return => new Return(actor, seen, how % 3 == 0 ? [] : ["lost"], how % 4 == 0 ? "b" : null),
            CommandKind.Clear => new Clear(actor, seen, "seen"),
            CommandKind.AcceptErrors => new AcceptErrors(actor, seen, "ordered"),
            CommandKind.Third => new Third(actor, seen, (ThirdSource)(how % 2), [.. Cells(script, at, 'm').Select(c => new CellValue(c.Cell, c.Text.Length == 0 ? null : long.Parse(c.Text, System.Globalization.CultureInfo.InvariantCulture)))], Office.Hash((char)('0' + (how % 10)))),
            CommandKind.OpenCorrection => new OpenCorrection(actor, seen, (CorrectionKind)(how % 2), "again"),
            CommandKind.WithdrawCorrection => new WithdrawCorrection(actor, seen, "not again"),
            var kind => throw new InvalidOperationException($"no command for {kind}"),
        };
    }

    /// <summary>The whole paper as somebody keys it: right, or with a slip in one cell that is theirs alone.</summary>
    private static List<KeyedCell> Cells(ushort[] script, int at, char who, IReadOnlyList<string>? only = null)
    {
        var how = script[at % script.Length];
        var cells = (Office.Sound + (how % 5 == 0 ? " lost=1" : " lost=")).Split(' ').Select(c => c.Split('=')).Select(p => new KeyedCell(p[0], p[1])).ToList();
        var slip = (how / 5) % (cells.Count * 2);
        if (slip < cells.Count && cells[slip].Cell != "sealed")
        {
            cells[slip] = cells[slip] with { Text = $"{1000 + (who * 10) + (how % 3)}" };
        }

        return only is null ? cells : [.. cells.Where(c => only.Contains(c.Cell))];
    }

    /// <summary>All that a person has keyed here, newest first; null where that is nothing.</summary>
    private static long[]? Own(Office office, string id)
    {
        var read = office.State.Readings.FirstOrDefault(r => r.Actor == id)?.Cells;
        var desk = office.State.Desk is { } d && d.Actor == id ? d.Cells : null;
        return desk is null ? read : [.. desk.Select((v, i) => v != Reading.Unread || read is null ? v : read[i])];
    }

    /// <summary>What a person read in a cell by the time of acceptance, the entry that this command finishes included.</summary>
    private static long Reads(EntryState before, EntryCommand command, Office office, string actor, int cell)
    {
        var read = before.Readings.FirstOrDefault(r => r.Actor == actor)?.Cells[cell] ?? Reading.Unread;
        if (command is not Finish || command.Actor.Id != actor || before.Desk is not { } desk || (desk.Asked is not null && !desk.Asked.Contains(cell)))
        {
            return read;
        }

        return Math.Max(desk.Cells[cell], Layout.Blank);
    }

    private static ThirdReading? Arriving(Office office, EntryCommand command)
    {
        if (command is not Third { Source: ThirdSource.Import } third)
        {
            return null;
        }

        var cells = Enumerable.Range(0, office.Context.Cells.Count).Select(i => third.Cells.FirstOrDefault(c => c.Cell == office.Context.Cells[i]) is { } c ? c.Value ?? Layout.Blank : Reading.Unread);
        return new ThirdReading(ThirdSource.Import, [.. cells], third.Hash);
    }
}
