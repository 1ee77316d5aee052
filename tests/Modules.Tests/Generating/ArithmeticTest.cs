using System.Numerics;
using Mandate.Results.Generating;

namespace Mandate.Modules.Tests.Generating;

/// <summary>Chance, powers and roots by whole numbers.</summary>
public class ArithmeticTest
{
    [Fact]
    public void SplitMix_FromTheStateOfOthers_GivesTheirNumbers()
    {
        // The first numbers from 1234567, as many programs in many languages give them.
        var random = new SplitMix(1_234_567);
        new[] { random.Next(), random.Next(), random.Next(), random.Next(), random.Next() }
            .ShouldBe([6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431, 16_408_922_859_458_223_821]);
    }

    [Fact]
    public void SplitMix_OtherPurposeOrPlace_IsAnotherStream()
    {
        var firsts = new[] { (Purpose.Names, 0L, 0L), (Purpose.Slips, 0, 0), (Purpose.Names, 1, 0), (Purpose.Names, 0, 1), (Purpose.Names, 1, 1) }
            .Select(p => SplitMix.Of(1, p.Item1, p.Item2, p.Item3).Next()).Append(SplitMix.Of(2, Purpose.Names).Next());
        firsts.Distinct().Count().ShouldBe(6);
    }

    [Fact]
    public void Below_ManyTimes_MeetsEveryNumberAboutAsOften()
    {
        var random = SplitMix.Of(1, Purpose.Names);
        var met = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            met[random.Below(7)]++;
        }

        met.ShouldAllBe(m => m > 9600 && m < 10_400);
    }

    [Fact]
    public void Bell_ManyTimes_HasItsMeanAndDeviation()
    {
        var random = SplitMix.Of(1, Purpose.Names);
        var drawn = Enumerable.Range(0, 100_000).Select(_ => random.Bell(1000)).ToList();
        drawn.Average().ShouldBe(0, 15);
        Math.Sqrt(drawn.Average(d => (double)d * d)).ShouldBe(1000, 10);
        drawn.Max().ShouldBeLessThan(3470);
    }

    [Theory]
    [InlineData(0, 1 << 24)]
    [InlineData(1 << 16, 1 << 25)]
    [InlineData(-(1 << 16), 1 << 23)]
    [InlineData(20 << 16, 1L << 44)]
    public void Power_OfWholeLogarithms_IsExact(long logarithm, long power) => Fixed.Power(logarithm).ShouldBe(power);

    [Fact]
    public void Power_EveryFraction_IsThePowerOfTheLibraryWithinAMillionth()
    {
        for (var f = 0; f < 1 << 16; f++)
        {
            (Fixed.Power(f) / (double)(1 << 24)).ShouldBe(Math.Pow(2, f / 65_536.0), 0.000_001);
        }
    }

    [Fact]
    public void Root_AroundSquares_IsTheWholePart()
    {
        foreach (var root in new[] { 1L, 2, 3, 1000, 94_906_265, 94_906_266, 94_906_267, 2_147_483_647 })
        {
            Fixed.Root(root * root).ShouldBe(root);
            Fixed.Root((root * root) - 1).ShouldBe(root - 1);
            Fixed.Root((root * root) + (2 * root)).ShouldBe(root);
        }

        new BigInteger(Fixed.Root((1L << 62) - 1)).ShouldBe((1L << 31) - 1);
    }
}
