using Mandate.Results.Counts;
using Mandate.Results.Entries;

namespace Mandate.Modules.Tests.Counts;

/// <summary>Whatever happens to a count in whatever order: its sums are those of its ledger, and the ledger verifies.</summary>
public class SequenceTest
{
    public static TheoryData<string, int> Seeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            for (var seed = 1; seed <= 8; seed++)
            {
                data.Add("sqlite", seed);
            }

            data.Add("postgres", 9);
            data.Add("postgres", 10);
            return data;
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void RandomSteps_TheIncrementalTallyIsTheRecountAndTheReopenedCount(string kind, int seed)
    {
        var chance = new Random(seed);
        using var poll = Poll.Of(kind);
        var count = poll.Begin(EntryRules.Standard with { Entries = chance.Next(1, 3), Import = (ThirdUse)chance.Next(1, 4) });
        try
        {
            for (var step = 0; step < 40; step++)
            {
                switch (chance.Next(8))
                {
                    case 0 or 1:
                        Import(poll, count, chance);
                        break;
                    case 2 or 3 or 4 or 5:
                        Enter(count, chance);
                        break;
                    case 6:
                        count.SignOff(count.Units.Units[chance.Next(count.Units.Units.Count)].Id, "c1");
                        break;
                    default:
                        count.Dispose();
                        count = poll.Reopen();
                        break;
                }

                if (step % 10 == 9)
                {
                    poll.AddsUp(count);
                }
            }

            count.Leaves.ShouldBeGreaterThan(1);
        }
        finally
        {
            count.Dispose();
        }

        poll.Verify().Findings.ShouldBeEmpty();
    }

    private static void Import(Poll poll, Count count, Random chance)
    {
        var some = Poll.Protocols(chance.Next(12), chance.Next(1, 12)).Select(p => chance.Next(8) switch
        {
            0 => Poll.Error(p),
            1 => Poll.Warning(p),
            2 or 3 => Poll.Other(p, chance.Next(1, 4)),
            _ => p,
        }).ToList();
        count.Import(poll.File_(some), new ImportOptions(null, "importer", chance.Next(4) == 0 ? Phase.Preliminary : Phase.Final, Reason("plausible"), Reason("court"), Reason("as published")));

        string? Reason(string words) => chance.Next(2) == 0 ? words : null;
    }

    private static void Enter(Count count, Random chance)
    {
        var unit = Poll.Stations[chance.Next(12)];
        var protocol = chance.Next(4) == 0 ? Poll.Other(Poll.Protocol(unit)) : Poll.Protocol(unit);
        var who = Poll.Typist($"t{chance.Next(4)}");
        EntryAnswerIsWhole(chance.Next(9) switch
        {
            0 => count.Enter(unit, Poll.Boss, [seen => new OpenCorrection(Poll.Boss, seen, CorrectionKind.Correction, "court")]),
            1 => count.Enter(unit, Poll.Boss, [seen => new Discard(Poll.Boss, seen, Discarded.All)]),
            2 => count.Enter(unit, Poll.Boss, [seen => new AcceptErrors(Poll.Boss, seen, "the paper says so")]),
            3 => count.Enter(unit, who, [seen => new Open(who, seen)]),
            4 => count.Enter(unit, Poll.Boss, [seen => new Release(Poll.Boss, seen)]),
            _ => count.EnterWhole(unit, who, Poll.Cells(chance.Next(6) == 0 ? Poll.Error(protocol) : protocol), withErrors: chance.Next(2) == 0),
        });
    }

    private static void EntryAnswerIsWhole(DeskAnswer answer) => (answer.Refusal is null || answer.AcceptedVersion == 0).ShouldBeTrue();
}
