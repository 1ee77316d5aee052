using Mandate.Results.Entries;
using Mandate.Results.Running;

namespace Mandate.Modules.Tests.Entries;

public class KeyedNumberTest
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("007", 7)]
    [InlineData(" 1234 ", 1234)]
    [InlineData("1 234", 1234)]
    [InlineData("12\u00A0345\u202F678", 12345678)]
    [InlineData("999 999 999", 999999999)]
    [InlineData("", Layout.Blank)]
    [InlineData("  ", Layout.Blank)]
    public void Read_Digits_AreTheNumber(string text, long number)
    {
        KeyedNumber.Read(text, out var value).ShouldBeNull();
        value.ShouldBe(number);
    }

    [Theory]
    [InlineData("1.234")] // a thousand here, a little more than one there
    [InlineData("1,234")]
    [InlineData("1 23")] // two numbers in one cell, most likely
    [InlineData("12 34 567")]
    [InlineData("1234 567")]
    [InlineData("1  234")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("x")]
    [InlineData("1000000000")]
    [InlineData("1 000 000 000")]
    [InlineData("99999999999999999999999")]
    [InlineData("٣")]
    [InlineData("²")]
    public void Read_AnythingElse_SaysWhatIsExpected(string text)
    {
        KeyedNumber.Read(text, out var value).ShouldBe("digits only, 0 to 999,999,999; a space may stand before each three digits; nothing at all where the paper is blank");
        value.ShouldBe(Layout.Blank);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("0", 0)]
    [InlineData("", Layout.Blank)]
    public void ReadBox_TickedOrNot_IsOneOrZero(string text, long box)
    {
        KeyedNumber.ReadBox(text, out var value).ShouldBeNull();
        value.ShouldBe(box);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("yes")]
    [InlineData("01")]
    public void ReadBox_AnythingElse_SaysWhatIsExpected(string text) => KeyedNumber.ReadBox(text, out _).ShouldBe("1 for a ticked box, 0 for one that is not");
}
