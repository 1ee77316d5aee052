using System.Globalization;
using Mandate.Laws;
using Mandate.Reports.Parliaments;

namespace Mandate.Modules.Tests.Parliaments;

/// <summary>The Parliament of Kazakhstan on a day.</summary>
public class ParliamentTest
{
    [Fact]
    public async Task Parliament_22January2021_HasBothChambersAndTheOneBefore()
    {
        var json = (await Terminal.RunAsync("parliament", "kz", "--on", "2021-01-22", "--compare", "--format", "json")).Json;
        var majilis = json["chambers"]![0]!;
        ((int)majilis["size"]!).ShouldBe(107);
        ((int)majilis["convocation"]!).ShouldBe(7);
        majilis["seats"]!.ToJsonString().ShouldBe("""{"nur_otan":76,"ak_zhol":12,"qhp":10,"assembly":9}""");
        majilis["before"]!.ToJsonString().ShouldBe("""{"nur_otan":84,"ak_zhol":7,"cppk":7,"assembly":9}""");
        majilis["change"]!.ToJsonString().ShouldBe("""{"nur_otan":-8,"ak_zhol":5,"qhp":3,"assembly":0}""");
        var senate = json["chambers"]![1]!;
        ((int)senate["size"]!).ShouldBe(49);
        ((bool)senate["nonpartisan"]!).ShouldBeTrue();
        senate["seats"]!.ToJsonString().ShouldBe("""{"elected":34,"appointed":15}""");
    }

    [Fact]
    public async Task Parliament_22January2021_ReadsAsATable()
    {
        var text = (await Terminal.RunAsync("parliament", "kz", "--on", "2021-01-22", "--compare")).Flat;
        text.ShouldContain("Nur Otan 76 84 −8 Ak Zhol 12 7 +5 People's Party 10 7 +3 Assembly of the People 9 9 =");
        text.ShouldContain("Total 107 107 =");
        text.ShouldContain("Elected 34 34 = Appointed 15 15 = Total 49 49 =");
    }

    /// <summary>Of 107: more than half 54, two thirds 72, three quarters 81, one fifth 22. Of 49: 25, 33, 37 and, were it asked, 10.</summary>
    [Theory]
    [InlineData(0, "law", 54)]
    [InlineData(0, "prime-minister", 54)]
    [InlineData(0, "constitutional-law", 72)]
    [InlineData(0, "quorum", 72)]
    [InlineData(0, "senate-overridden", 72)]
    [InlineData(0, "constitutional-amendment", 81)]
    [InlineData(0, "veto-constitutional-law", 81)]
    [InlineData(0, "no-confidence-motion", 22)]
    [InlineData(1, "law", 25)]
    [InlineData(1, "constitutional-law", 33)]
    [InlineData(1, "constitutional-amendment", 37)]
    public async Task Parliament_22January2021_SaysWhatEachMajorityNeeds(int chamber, string decision, int needed)
    {
        var json = (await Terminal.RunAsync("parliament", "kz", "--on", "2021-01-22", "--format", "json")).Json;
        ((int)json["chambers"]![chamber]!["majorities"]![decision]!).ShouldBe(needed);
        ((bool)json["chambers"]![chamber]!["majoritiesReadFromLaterText"]!).ShouldBeTrue();
    }

    /// <summary>Exact shares of all members, for every size the chambers had or will have.</summary>
    [Theory]
    [InlineData(107, 54, 72, 81, 22)]
    [InlineData(98, 50, 66, 74, 20)]
    [InlineData(49, 25, 33, 37, 10)]
    [InlineData(50, 26, 34, 38, 10)]
    [InlineData(145, 73, 97, 109, 29)]
    public void Decision_OfMembers_NeedsTheSharesOfTheConstitution(int members, int half, int twoThirds, int threeQuarters, int fifth)
    {
        var decisions = Kazakhstan().Deciding.Decisions;
        int Needed(string id) => decisions.Single(d => d.Id == id).Needed(members);
        (Needed("law"), Needed("constitutional-law"), Needed("constitutional-amendment"), Needed("no-confidence-motion")).ShouldBe((half, twoThirds, threeQuarters, fifth));
    }

    [Fact]
    public async Task Parliament_2023_FollowsRenamedParties()
    {
        // Amanat is Nur Otan of 2021 under its new name; the Assembly's nine seats are gone.
        var text = (await Terminal.RunAsync("parliament", "kz", "--on", "2023-04-01", "--compare")).Flat;
        text.ShouldContain("Amanat 62 76 −14");
        text.ShouldContain("Assembly of the People 0 9 −9");
        text.ShouldContain("OSDP 4 new");
        text.ShouldContain("Read from the Constitution of 1995 as in force on 1 January 2023.");
    }

    [Theory]
    [InlineData("2023-01-20")]
    [InlineData("2023-02-15")]
    [InlineData("2023-03-28")]
    public async Task Parliament_BetweenDissolutionAndFirstSession_HasNoMajilis(string day)
    {
        var answer = await Terminal.RunAsync("parliament", "kz", "--on", day);
        answer.Code.ShouldBe(0);
        answer.Flat.ShouldContain("No Majilis from 20 January 2023 to 28 March 2023.");
        answer.Flat.ShouldContain("Senate: 50");
        answer.Flat.ShouldNotContain("Majilis (");
    }

    [Theory]
    [InlineData("1995-12-09")]
    [InlineData("1996-01-29")]
    [InlineData("2026-07-01")]
    public async Task Parliament_BeforeTheFirstTermOrAfterTheLast_HasNoChamber(string day)
    {
        var answer = await Terminal.RunAsync("parliament", "kz", "--on", day);
        answer.Code.ShouldBe(0);
        answer.Flat.ShouldContain("No Majilis on this day.");
        answer.Flat.ShouldContain("No Senate on this day.");
        answer.Flat.ShouldNotContain("What a decision needs");
    }

    /// <summary>Convocation of the Majilis and size of the Senate on the days around every change; 0 for none.</summary>
    [Theory]
    [InlineData("1996-01-29", 0, 0)]
    [InlineData("1996-01-30", 1, 47)]
    [InlineData("1997-04-21", 1, 47)]
    [InlineData("1997-04-22", 1, 0)]
    [InlineData("1999-11-29", 1, 0)]
    [InlineData("1999-11-30", 2, 0)]
    [InlineData("2002-07-06", 2, 0)]
    [InlineData("2002-07-07", 2, 39)]
    [InlineData("2004-11-02", 2, 39)]
    [InlineData("2004-11-03", 3, 39)]
    [InlineData("2007-05-20", 3, 39)]
    [InlineData("2007-05-21", 3, 47)]
    [InlineData("2007-06-20", 3, 47)]
    [InlineData("2007-06-21", 0, 47)]
    [InlineData("2007-09-01", 0, 47)]
    [InlineData("2007-09-02", 4, 47)]
    [InlineData("2011-11-16", 4, 47)]
    [InlineData("2011-11-17", 0, 47)]
    [InlineData("2012-01-19", 0, 47)]
    [InlineData("2012-01-20", 5, 47)]
    [InlineData("2016-01-20", 5, 47)]
    [InlineData("2016-01-21", 0, 47)]
    [InlineData("2016-03-24", 0, 47)]
    [InlineData("2016-03-25", 6, 47)]
    [InlineData("2018-06-18", 6, 47)]
    [InlineData("2018-06-19", 6, 49)]
    [InlineData("2021-01-14", 6, 49)]
    [InlineData("2021-01-15", 7, 49)]
    [InlineData("2022-06-07", 7, 49)]
    [InlineData("2022-06-08", 7, 0)]
    [InlineData("2023-01-13", 7, 0)]
    [InlineData("2023-01-14", 7, 50)]
    [InlineData("2023-01-19", 7, 50)]
    [InlineData("2023-01-20", 0, 50)]
    [InlineData("2023-03-28", 0, 50)]
    [InlineData("2023-03-29", 8, 50)]
    [InlineData("2026-06-30", 8, 50)]
    [InlineData("2026-07-01", 0, 0)]
    public void On_DayAroundAChange_GivesTheTermOfThatDay(string day, int convocation, int senators)
    {
        var parliament = Kazakhstan();
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        (parliament.Chambers[0].On(on)?.Convocation ?? 0).ShouldBe(convocation);
        (parliament.Chambers[1].On(on)?.Seats ?? 0).ShouldBe(senators);
    }

    [Fact]
    public void On_EveryTerm_HoldsItsGroupsAndSeatsTogether()
    {
        var catalogue = Repository.Catalogue;
        var parliament = Kazakhstan();
        foreach (var (chamber, term) in parliament.Chambers.SelectMany(c => c.Terms, (c, t) => (c, t)))
        {
            // The day a term begins can be the last day of the one before; then the later one sits.
            var sitting = Sitting.On(catalogue, parliament, term.Begins!.Value).Chambers.Single(c => c.Chamber.Id == chamber.Id);
            sitting.Term.ShouldBe(term);
            (sitting.Groups.Sum(g => g.Seats) + sitting.Unknown).ShouldBe(term.Seats, $"{chamber.Id} from {term.Begins}");
        }
    }

    private static Parliament Kazakhstan() => Repository.Catalogue.Parliament("kz").Parliament!;
}
