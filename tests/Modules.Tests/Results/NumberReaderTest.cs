using Mandate.Results;
using Mandate.Results.Import;
using Mandate.Results.Running;

namespace Mandate.Modules.Tests.Results;

/// <summary>Numbers as ministries write them.</summary>
public class NumberReaderTest
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("007", 7)]
    [InlineData(" 12 ", 12)]
    [InlineData("999999999", 999_999_999)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234\u00A0567", 1_234_567)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("1'234", 1234)]
    [InlineData("1’234", 1234)]
    [InlineData("1,234", 1234)]
    [InlineData("1.234", 1234)]
    [InlineData("1.234.567", 1_234_567)]
    [InlineData("12.0", 12)]
    [InlineData("12,00", 12)]
    [InlineData("1,234.0", 1234)]
    [InlineData("1 234,00", 1234)]
    [InlineData("", Layout.Blank)]
    [InlineData("  ", Layout.Blank)]
    public void Read_Number_IsUnderstood(string text, long expected)
    {
        new NumberReader(FileFormat.Unknown).Read(text, out var value).ShouldBeNull();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("=1+1")]
    [InlineData("1e3")]
    [InlineData("12a")]
    [InlineData("1000000000")]
    [InlineData("99999999999999999999999999")]
    [InlineData("1.5")]
    [InlineData("1,234.5")]
    [InlineData("1234,567")]
    [InlineData("12,34,567")]
    [InlineData("0.123")]
    [InlineData("1 23")]
    [InlineData("1,234 567")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("٣")]
    [InlineData("-")]
    public void Read_NoNumber_IsRefused(string text)
    {
        new NumberReader(FileFormat.Unknown).Read(text, out var value).ShouldNotBeNull();
        value.ShouldBe(Layout.Blank);
    }

    [Fact]
    public void Read_TwoWaysInOneFile_IsRefused()
    {
        var reader = new NumberReader(FileFormat.Unknown);
        reader.Read("1.234", out _).ShouldBeNull();
        reader.Read("1,234", out _).ShouldBe("thousands set apart by a point, as elsewhere in the file");
        reader.Read("12.0", out _).ShouldNotBeNull("a point cannot set thousands apart and stand before decimals");
        reader.Written.ShouldBe("thousands set apart by a point");
    }

    [Fact]
    public void Read_MarksOfTheMapping_Decide()
    {
        var reader = new NumberReader(FileFormat.Unknown with { DecimalMark = '.', Blank = ["-"] });
        reader.Read("12.000", out var value).ShouldBeNull();
        value.ShouldBe(12);
        reader.Read("-", out value).ShouldBeNull();
        value.ShouldBe(Layout.Blank);
        new NumberReader(FileFormat.Unknown with { ThousandsMark = '.' }).Read("1.0", out _).ShouldNotBeNull();
    }
}
