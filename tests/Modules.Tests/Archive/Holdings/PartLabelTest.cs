using Mandate.Archive;
using Mandate.Archive.Holdings;

namespace Mandate.Modules.Tests.TheArchive.Holdings;

public class PartLabelTest
{
    [Theory]
    [InlineData("12", "", 12, 12, "")]
    [InlineData(" [12] ", "", 12, 12, "")]
    [InlineData("3/4", "", 3, 4, "")]
    [InlineData("3–4", "", 3, 4, "")]
    [InlineData("IV", "", 4, 4, "")]
    [InlineData("xii", "", 12, 12, "")]
    [InlineData("A-12", "A-", 12, 12, "")]
    [InlineData("98-3", "98-", 3, 3, "")]
    [InlineData("12-VII ЗРК", "", 12, 12, "-VII ЗРК")]
    public void TryRead_Number_TakesItApart(string text, string prefix, int first, int last, string suffix)
    {
        PartLabel.TryRead(text, new(true, true), out var label).ShouldBeTrue();
        (label.Prefix, label.Numbers, label.Suffix).ShouldBe((prefix, new(first, last), suffix));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("12a")]
    [InlineData("special")]
    [InlineData("IIII")]
    [InlineData("Iv")]
    public void TryRead_NoNumber_IsRefused(string? text) => PartLabel.TryRead(text, new(true, true), out _).ShouldBeFalse();

    [Fact]
    public void RomanNumeral_EveryNumber_ComesBack()
        => Enumerable.Range(1, 3999).ShouldAllBe(n => RomanNumeral.Read(RomanNumeral.Write(n)) == n && RomanNumeral.Read(RomanNumeral.Write(n).ToUpperInvariant()) == n);

    [Fact]
    public void NaturalOrder_Labels_SortsByNumber()
        => new[] { "A-12", "b", "A-9", "10", "9", null, "A-012", "" }.Order(NaturalOrder.Instance).ShouldBe([null, "", "9", "10", "A-9", "A-012", "A-12", "b"]);

    [Theory]
    [InlineData("1972", "1972")]
    [InlineData("1972-04", "Apr. 1972")]
    [InlineData("1972-04-05", "5 Apr. 1972")]
    public void IssueDate_FromADocumentsDate_KeepsWhatIsKnown(string text, string expected) => IssueDate.From(PartialDate.Parse(text)).ToString().ShouldBe(expected);

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1970, 13, null)]
    [InlineData(1970, 2, 29)]
    [InlineData(1970, 21, 1)]
    [InlineData(1970, null, 1)]
    public void IssueDate_NoSuchDay_IsRefused(int year, int? month, int? day) => Should.Throw<ArgumentOutOfRangeException>(() => new IssueDate(year, month, day));
}
