using System.Globalization;
using Mandate.Results.Generating;

namespace Mandate.Modules.Tests.Generating;

/// <summary>Names that are nobody's.</summary>
public class InventedNamesTest
{
    [Fact]
    public void Names_OfACountry_AreLettersAndEachOnce()
    {
        var names = new Syllables(3);
        var all = Enumerable.Range(0, 6000).Select(names.Short).Concat(Enumerable.Range(0, 150_000).Select(names.Long)).ToList();
        all.Distinct().Count().ShouldBe(156_000);
        all.ShouldAllBe(n => char.IsAsciiLetterUpper(n[0]) && n.Skip(1).All(char.IsAsciiLetterLower) && n.Length >= 6);

        // The middle is what no common language has; it is in every name.
        all.ShouldAllBe(n => n.Contains('x') || n.Contains('q') || n.Contains('z'));
    }

    [Fact]
    public void Names_ThatCanBeMade_AreNoCountrysAndNoListsOfARealElection()
    {
        var made = Enumerable.Range(0, 6000).Select(new Syllables(1).Short).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var catalogue = Repository.Catalogue;
        var words = catalogue.ElectionIds.Select(id => catalogue.Election(id).Election!)
            .SelectMany(e => e.Lists.Select(l => l.Name).Concat(e.Units.Values).Append(e.Body).Append(e.Title)).SelectMany(w => w.Texts.Values)
            .Concat(CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => new RegionInfo(c.Name).EnglishName))
            .SelectMany(t => t.Split([' ', '-', ',', '.', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        words.Count.ShouldBeGreaterThan(1000);
        words.Where(made.Contains).ShouldBeEmpty();
    }

    [Fact]
    public void Lists_OfACountry_BearNoNameTwice()
    {
        var country = new MadeCountry(new GeneratorOptions { Precincts = 1000, Regions = 99, Lists = 100 });
        var names = country.Lists.Concat(Enumerable.Range(1, 99).Select(country.RegionName)).Append(country.Name).ToList();
        names.Distinct().Count().ShouldBe(200);
    }
}
