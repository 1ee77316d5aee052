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
}
