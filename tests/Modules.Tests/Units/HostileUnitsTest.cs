using System.Text;
using Mandate.Laws;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Units;

public class HostileUnitsTest
{
    [Fact]
    public void Read_EntitiesThatGrow_AreRefusedAtTheDeclaration()
    {
        var text = new StringBuilder("<!DOCTYPE EML [<!ENTITY a0 'ha'>");
        for (var i = 1; i < 40; i++)
        {
            text.Append(null, $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};'>");
        }

        ForeignUnitsTest.Faults(text + "]>" + ForeignUnitsTest.Definition("<kr:Region RegionCategory='STAAT'><kr:RegionName>&a39;</kr:RegionName></kr:Region>")).ShouldBe("u:1:1: found a document type declaration; expected XML without one");
    }

    [Theory]
    [InlineData("<!DOCTYPE EML SYSTEM 'file:///etc/hostname'>")]
    [InlineData("<!DOCTYPE EML [<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>]>")]
    public void Read_SomethingFromOutside_IsRefused(string declaration) =>
        ForeignUnitsTest.Faults(declaration + ForeignUnitsTest.Definition("<kr:Region RegionCategory='STAAT'><kr:RegionName>x</kr:RegionName></kr:Region>")).ShouldMatch("^u:1:[0-9]+: found a document type declaration; expected XML without one$");

    [Fact]
    public void Read_AnEntityNobodyDeclared_IsAFault() =>
        ForeignUnitsTest.Faults(ForeignUnitsTest.Definition("<kr:Region RegionCategory='STAAT'><kr:RegionName>&x;</kr:RegionName></kr:Region>")).ShouldBe("u:2:51: found XML that cannot be read from here on; expected well-formed XML");

    [Fact]
    public void Read_XmlNestedDeep_StopsAtTheLimit() =>
        ForeignUnitsTest.Faults(ForeignUnitsTest.Definition(string.Concat(Enumerable.Repeat("<a>", 1_000_000)))).ShouldBe("u: found elements nested more than 64 deep in line 2; expected a flatter file");

    [Fact]
    public void Read_JsonNestedDeep_StopsAtTheLimit() =>
        ForeignUnitsTest.Faults("{\"x\":" + new string('[', 1_000_000)).ShouldBe("u:1:69: found values nested more than 64 deep; expected a flatter file");

    [Fact]
    public void Read_JsonWithALoneSurrogate_IsAFault() =>
        ForeignUnitsTest.Faults("{\"@type\":\n\"\\uD800\"}").ShouldBe("u:2:1: found a text with letters that cannot be read; expected UTF-8");

    [Theory]
    [InlineData("unit,parent,kind,name\na,,r,\nb,,r,\nc,,r,\n", "u:4:1: found more than 2 units; expected fewer units")]
    [InlineData("<MasterElectionTree><Region RegionCategory='A'/><Region RegionCategory='B'/><Region RegionCategory='C'/></MasterElectionTree>", "u: found more than 2 units; expected fewer units")]
    [InlineData("{\"GpUnit\":[{\"@id\":\"a\"},{\"@id\":\"b\"},{\"@id\":\"c\"}]}", "u: found more than 2 units; expected fewer units")]
    public void Read_MoreUnitsThanThereMayBe_Stops(string text, string expected) => ForeignUnitsTest.Faults(text, new UnitLimits { Units = 2 }).ShouldBe(expected);

    [Theory]
    [InlineData('u')]
    [InlineData('<')]
    [InlineData('{')]
    public void Read_AStreamWithoutEnd_StopsAtTheLimit(char first)
    {
        var findings = new Findings();
        UnitFile.Read(new Endless(first), "u", findings, new UnitLimits { Bytes = 2_000_000 }).ShouldBeNull();
        findings.All.Count.ShouldBe(1);
        findings.All[0].ToString().ShouldStartWith(first == 'u' ? "u:1:" : "u");
    }

    [Fact]
    public void Read_ASlowStream_StopsWhenTheTimeIsUp()
    {
        var clock = new Leaping();
        var findings = new Findings();
        UnitFile.Read(new MemoryStream(Encoding.UTF8.GetBytes("unit,parent,kind,name\n")), "u", findings, new UnitLimits { Time = TimeSpan.FromSeconds(5), Clock = clock }).ShouldBeNull();
        findings.All.Single().ToString().ShouldBe("u: found a file that takes more than 5 seconds to read; expected a smaller file");
    }

    [Fact]
    public void Read_AreasThatNameEachOther_CostNoMoreThanTheLimit()
    {
        var parts = string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"p{i}"));
        var text = new StringBuilder("<ElectionReport xmlns='http://itl.nist.gov/ns/voting/1500-100/v2'>");
        for (var i = 0; i < 1000; i++)
        {
            text.Append(null, $"<GpUnit ObjectId='p{i}'><Type>precinct</Type></GpUnit><GpUnit ObjectId='t{i}'><ComposingGpUnitIds>{parts}</ComposingGpUnitIds><Type>{(i % 2 == 0 ? "county" : "town")}</Type></GpUnit>");
        }

        ForeignUnitsTest.Faults(text.Append("</ElectionReport>").ToString()).ShouldStartWith("u: found areas that name each other too often; expected a report whose areas overlap less|u:1:");
    }

    /// <summary>One letter and then blanks without end.</summary>
    private sealed class Endless(char first) : Stream
    {
        private bool begun;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            if (!begun && count > 0)
            {
                (buffer[offset], begun) = ((byte)first, true);
            }

            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>A clock on which ten seconds pass between any two looks.</summary>
    private sealed class Leaping : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => now += 10;
    }
}
