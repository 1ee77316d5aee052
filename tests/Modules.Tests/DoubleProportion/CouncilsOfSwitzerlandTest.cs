using System.Numerics;
using Mandate.Electoral;
using Mandate.Reports.Elections;

namespace Mandate.Modules.Tests.DoubleProportion;

/// <summary>Five Swiss councils: the official seats of every district, and divisors that give each cell.</summary>
public class CouncilsOfSwitzerlandTest
{
    public static TheoryData<string> Councils => ["ch-zh-kantonsrat-2015", "ch-zh-kantonsrat-2019", "ch-stadt-zuerich-2018", "ch-ag-grosser-rat-2020", "ch-zug-kantonsrat-2018"];

    [Theory, MemberData(nameof(Councils))]
    public void Declare_Council_GivesTheOfficialSeatsOfEveryDistrict(string id)
    {
        var declaration = Declare(id);
        var parts = declaration.Outcome.Tiers.Single().Constituencies.Where(c => c.Kind == "constituency").ToList();

        var expected = declaration.Election.Expected!.Areas;
        expected.Count.ShouldBe(parts.Count);
        foreach (var part in parts)
        {
            Written(part.Won).ShouldBe(Written(expected[part.Id]), part.Id);
        }
    }

    /// <summary>One division by the product of both divisors and one rounding give the seats of every cell.</summary>
    [Theory, MemberData(nameof(Councils))]
    public void Derivation_Divisors_GiveEveryCellByOneDivisionAndRounding(string id)
    {
        var traces = Declare(id).Outcome.Parts.SelectMany(p => p.Derivation).Where(t => t is { Step: "matrix", Outcome: "area" }).ToList();
        traces.Count.ShouldBeGreaterThan(8);
        foreach (var row in traces.SelectMany(t => t.Rows))
        {
            BigInteger votes = ((Argument.Count)row.Arguments["votes"]).Value;
            var (area, list) = (((Argument.Exact)row.Arguments["area-divisor"]).Value, ((Argument.Exact)row.Arguments["divisor"]).Value);
            var (above, below) = (votes * area.Denominator * list.Denominator, area.Numerator * list.Numerator);
            (((2 * above) + below) / (2 * below)).ShouldBe(((Argument.Count)row.Arguments["seats"]).Value, row.Contender);

            // Short enough to be typed into a pocket calculator.
            area.ToString().Length.ShouldBeLessThan(8);
            list.ToString().Length.ShouldBeLessThan(12);
        }
    }

    private static Declaration Declare(string id)
    {
        var catalogue = Repository.Catalogue;
        return Declaration.Of(catalogue, catalogue.Election(id).Election!);
    }

    private static string Written(IEnumerable<KeyValuePair<string, int>> seats) =>
        string.Join(' ', seats.Where(s => s.Value > 0).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"));
}
