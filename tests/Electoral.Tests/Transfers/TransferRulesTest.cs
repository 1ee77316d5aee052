using Mandate.Electoral.Transfers;
using static Mandate.Electoral.Tests.Transfers.MadeBallots;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>Every rule for several seats against an oracle of its own, and what must hold at every stage.</summary>
public class TransferRulesTest
{
    public static TheoryData<TransferRule> Rules => [TransferRule.Scottish, TransferRule.Dail, TransferRule.Seanad, TransferRule.Meek, TransferRule.Wright];

    [Theory]
    [InlineData(TransferRule.Dail, 8000)]
    [InlineData(TransferRule.Seanad, 3000)]
    [InlineData(TransferRule.Meek, 2000)]
    [InlineData(TransferRule.Wright, 2000)]
    public void Count_SmallElections_AgreeWithOracle(TransferRule rule, int trials)
    {
        var (ties, fractions, several) = (0, 0, 0);
        for (var trial = 0; trial < trials; trial++)
        {
            var random = new Random(Seed + trial);
            var candidates = random.Next(2, 9);
            var seats = random.Next(1, 5);
            var raw = Made(random, candidates, random.Next(1, 14), trial % 3 == 0 ? 3 : 9);
            int Last(IEnumerable<int> tied) => tied.Max();
            string Draw(TransferTie tie)
            {
                ties++;
                fractions += tie.OfFractions ? 1 : 0;
                return $"{Last(tie.Tie.Contenders.Select(int.Parse))}";
            }

            var count = TransferableVote.Count(Ballots(raw, candidates), seats, rule, Draw);
            OracleAnswer oracle = rule switch
            {
                TransferRule.Dail => DailOracle.Count(raw, candidates, seats, Last),
                TransferRule.Seanad => SeanadOracle.Count(raw, candidates, seats, Last),
                TransferRule.Meek => MeekOracle.Count(raw, candidates, seats, Last),
                _ => WrightOracle.Count(raw, candidates, seats, Last),
            };
            several += count.Stages.Count(s => s.Together.Count > 0);
            foreach (var (stage, votes) in count.Stages.Zip(oracle.Stages))
            {
                stage.After.Select(v => new Ratio(v, count.Scale)).ShouldBe(votes, $"trial {trial}, stage {stage.Number}");
            }

            count.Stages.Count.ShouldBe(oracle.Stages.Count, $"trial {trial}");
            count.Elected.ShouldBe(oracle.Elected, $"trial {trial}");
        }

        ties.ShouldBeGreaterThan(trials / 10, "small numbers make ties frequent");
        if (rule == TransferRule.Dail)
        {
            fractions.ShouldBeGreaterThan(50);
            several.ShouldBeGreaterThan(50);
        }
    }

    [Theory, MemberData(nameof(Rules))]
    public void Count_EveryStage_KeepsAllVotes(TransferRule rule)
    {
        for (var trial = 0; trial < 500; trial++)
        {
            var random = new Random(Seed + trial);
            var raw = Made(random, 7, 30, 200);
            var count = TransferableVote.Count(Ballots(raw, 7), 3, rule, t => t.Tie.Contenders[0]);
            long stuck = 0, lost = 0;
            foreach (var stage in count.Stages)
            {
                (stuck, lost) = (stuck + stage.NonTransferable, lost + stage.Lost);
                (stage.After.Sum() + stuck + lost).ShouldBe(count.Valid * count.Scale, $"trial {trial}, stage {stage.Number}");
                (stuck < 0 || lost < 0).ShouldBeFalse($"trial {trial}, stage {stage.Number}");
                lost.ShouldBeLessThanOrEqualTo(count.Valid * count.Stages.Count, "less than the smallest part of a vote is lost on each ballot that moves");
                stage.After.Min().ShouldBeGreaterThanOrEqualTo(0);
            }
        }
    }

    [Theory, MemberData(nameof(Rules))]
    public void Count_Finished_FillsEverySeatWithSomebodyElseAndNobodyExcluded(TransferRule rule)
    {
        for (var trial = 0; trial < 1000; trial++)
        {
            var random = new Random(Seed + trial);
            var candidates = random.Next(1, 8);
            var seats = random.Next(1, 6);
            var count = TransferableVote.Count(Ballots(Made(random, candidates, 12, 9), candidates), seats, rule, t => t.Tie.Contenders[^1]);
            count.Waiting.ShouldBeNull();
            count.Elected.Distinct().Count().ShouldBe(Math.Min(seats, candidates), $"trial {trial}");
            count.Elected.Count.ShouldBe(Math.Min(seats, candidates), $"trial {trial}");
            count.Elected.Intersect(count.Stages.Where(s => s.Kind == StageKind.Exclusion).SelectMany(s => s.Together.Append(s.From!.Value))).ShouldBeEmpty($"trial {trial}");

            // Whoever is elected by the quota has it, and whoever else continues does not.
            var quota = count.Quota;
            foreach (var stage in count.Stages)
            {
                quota = stage.Quota ?? quota;
                stage.Elected.Where(e => e.By == ElectedBy.Quota).All(e => stage.After[e.Candidate] >= quota).ShouldBeTrue($"trial {trial}, stage {stage.Number}");
                stage.Elected.Where(e => e.By == ElectedBy.LastVacancies).All(e => stage.After[e.Candidate] < quota).ShouldBeTrue($"trial {trial}, stage {stage.Number}");
            }
        }
    }

    [Theory, MemberData(nameof(Rules))]
    public void Candidates_InAnotherOrder_TheSameAreElected(TransferRule rule)
    {
        for (var trial = 0; trial < 500; trial++)
        {
            var random = new Random(Seed + trial);
            const int candidates = 6;
            var raw = Made(random, candidates, 20, 50);
            int[] order = [.. Enumerable.Range(0, candidates)];
            random.Shuffle(order);
            var one = TransferableVote.Count(Ballots(raw, candidates), 3, rule, t => t.Tie.Contenders.Max());
            var moved = raw.Select(b => (b.Count, b.Ranking.Select(c => Array.IndexOf(order, c)).ToArray())).ToList();
            var other = TransferableVote.Count(Ballots(moved, candidates, order), 3, rule, t => t.Tie.Contenders.Max());
            other.Elected.Select(e => order[e]).Order().ShouldBe(one.Elected.Order(), $"trial {trial}");
        }
    }

    /// <summary>Groups are only a shorter way of writing papers. Their order matters in the Dáil, where papers last filed move.</summary>
    [Theory, MemberData(nameof(Rules))]
    public void Ballots_SplitIntoSingleOnes_AreCountedTheSame(TransferRule rule)
    {
        for (var trial = 0; trial < 200; trial++)
        {
            var raw = Made(new Random(Seed + trial), 6, 12, 20);
            var single = raw.SelectMany(b => Enumerable.Repeat((1, b.Ranking), b.Count)).ToList();
            if (rule != TransferRule.Dail)
            {
                single.Reverse();
            }

            var one = TransferableVote.Count(Ballots(raw, 6), 3, rule, t => t.Tie.Contenders[0]);
            var other = TransferableVote.Count(Ballots(single, 6), 3, rule, t => t.Tie.Contenders[0]);
            other.Stages.Select(s => string.Join(' ', s.After)).ShouldBe(one.Stages.Select(s => string.Join(' ', s.After)), $"trial {trial}");
        }
    }

    [Theory, MemberData(nameof(Rules))]
    public void Candidate_Withdrawn_IsCountedAsIfNotOnTheBallots(TransferRule rule)
    {
        for (var trial = 0; trial < 300; trial++)
        {
            var raw = Made(new Random(Seed + trial), 6, 15, 20);
            var names = Enumerable.Range(0, 6).Select(i => new BallotCandidate($"{i}", $"{i}", Withdrawn: i == 2)).ToList();
            var one = TransferableVote.Count(Ballots(raw, 6).With(names), 2, rule, t => t.Tie.Contenders[0]);
            var without = raw.Select(b => (b.Count, b.Ranking.Where(c => c != 2).ToArray())).Where(b => b.Item2.Length > 0).ToList();
            var other = TransferableVote.Count(Ballots(without, 6).With(names), 2, rule, t => t.Tie.Contenders[0]);
            one.Valid.ShouldBe(without.Sum(b => b.Count));
            one.Stages.Sum(s => s.After[2]).ShouldBe(0);
            one.Stages.Select(s => string.Join(' ', s.After)).ShouldBe(other.Stages.Select(s => string.Join(' ', s.After)), $"trial {trial}");
        }
    }

    [Theory, MemberData(nameof(Rules))]
    public void Count_AsManyBallotsAsAllowed_DoesNotOverflow(TransferRule rule)
    {
        const long third = PreferenceBallots.MostBallots / 3;
        var builder = new PreferenceBallots.Builder();
        builder.Add(third * 2, [0, 1, 3]);
        builder.Add(third - 10, [2]);
        builder.Add(10, [3, 2]);
        var count = TransferableVote.Count(builder.Build([new("A", "A"), new("B", "B"), new("C", "C"), new("D", "D")]), 2, rule);
        count.Waiting.ShouldBeNull();
        (count.Stages[^1].After.Sum() + count.Stages.Sum(s => s.NonTransferable + s.Lost)).ShouldBe(third * 3 * count.Scale);
    }

    /// <summary>Two candidates who pass to and fro what they have too much of: shares become small slowly, but they become small.</summary>
    [Fact]
    public void Meek_SurplusesThatCirculate_ComeToAnEnd()
    {
        var count = Count(4, TransferRule.Meek, (900_000, "AB"), (800_000, "BA"), (1, "C"), (2, "D"), (3, "E"), (4, "F"));
        count.Waiting.ShouldBeNull();
        count.Stages.Max(s => s.Rounds).ShouldBeLessThan(200);
    }
}
