using Mandate.Laws;

namespace Mandate.Modules.Tests.LawFiles;

public class VersionByDateTest
{
    private static readonly Catalogue Catalogue = new(Repository.Root);

    [Theory]
    [InlineData("2004-09-19", "2004-04-14")]
    [InlineData("2007-08-18", "2007-06-19")]
    [InlineData("2021-01-10", "2020-05-25")]
    [InlineData("2022-12-31", "2022-02-07")]
    [InlineData("2023-01-01", "2022-11-05")]
    [InlineData("2026-06-30", "2022-11-05")]
    public void Version_LawAlone_IsTheOneInForceOnTheDay(string day, string expected) =>
        Catalogue.Version("kz/majilis", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.Id.ShouldBe(expected);

    [Fact]
    public void Version_BeforeTheFirstVersion_IsNone() => Catalogue.Version("kz/majilis", new DateOnly(1995, 12, 9)).ShouldBeNull();

    [Fact]
    public void Version_AfterTheLastDayOfTheLastVersion_IsNone() => Catalogue.Version("kz/majilis", new DateOnly(2026, 7, 1)).ShouldBeNull();

    [Fact]
    public void Version_LawAloneWithoutADay_IsNone() => Catalogue.Version("kz/majilis").ShouldBeNull();

    [Fact]
    public void Elections_NamingTheirVersion_WouldGetTheSameByDate()
    {
        var others = Catalogue.ElectionIds.Select(id => Catalogue.Election(id).Election!).Where(e => e.Date is not null)
            .Where(e => Catalogue.Version(e.LawReference.Split('@')[0], e.Date)?.Reference != e.LawReference).Select(e => e.Id);
        others.ShouldBeEmpty();
    }
}
