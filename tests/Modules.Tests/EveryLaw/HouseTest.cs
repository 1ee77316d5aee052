using Mandate.Electoral;
using Mandate.Electoral.Steps;

namespace Mandate.Modules.Tests.EveryLaw;

/// <summary>Every seat of a house is given, or stays empty by law.</summary>
public class HouseTest
{
    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds];

    [Theory, MemberData(nameof(Elections))]
    public void Seats_OfEveryCompleteTier_SumToItsHouse(string id)
    {
        var count = CarriedOut.All.Single(c => c.Election.Id == id);
        foreach (var tier in count.Outcome.Tiers.Where(t => t.Constituencies.All(c => c.Status == Status.Complete)))
        {
            (tier.Constituencies.Sum(c => c.Won.Sum(w => w.Value)) + tier.Constituencies.Sum(c => c.Vacant)).ShouldBe(tier.Seats ?? -1, tier.Id);
        }
    }

    [Theory, MemberData(nameof(Elections))]
    public void House_ThatALawFixes_IsFilledUnlessTheLawLetsItGrow(string id)
    {
        var count = CarriedOut.All.Single(c => c.Election.Id == id);
        if (count.Outcome.Status != Status.Complete)
        {
            return;
        }

        // A tier that counts another's seats among its own has them in its number: Germany's 598, New Zealand's 120.
        foreach (var tier in count.Law.Rules.Tiers.Where(t => t.Seats is not null && count.Outcome.Tiers.Any(o => o.Id == t.Id)))
        {
            var counted = tier.Steps.SelectMany(s => s.Reads).Where(r => r.Contains('.', StringComparison.Ordinal)).Select(r => r.Split('.')[0]).Append(tier.Id).ToHashSet(StringComparer.Ordinal);
            var seats = count.Outcome.Tiers.Where(t => counted.Contains(t.Id) && t.Fills).Sum(t => t.Seats!.Value);
            if (Grows(tier))
            {
                seats.ShouldBeGreaterThanOrEqualTo(tier.Seats!.Value, tier.Id);
            }
            else
            {
                seats.ShouldBe(tier.Seats!.Value, tier.Id);
            }
        }
    }

    private static bool Grows(Tier tier) => tier.Steps.Any(s => s is AllocateStep { Excess: Excess.Enlarge or Excess.Compensate } or DistributeStep { Enlarge: true });
}
