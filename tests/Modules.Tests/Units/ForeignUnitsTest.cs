using System.Text;
using Mandate.Laws;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Units;

/// <summary>Small files written here in the formats of others; real ones are in <see cref="UnitSamplesTest"/>.</summary>
public class ForeignUnitsTest
{
    [Fact]
    public void Read_Eml110a_TakesTheRegionAboveByKindAndNumber()
    {
        var file = Read(Definition("""
            <kr:Region RegionNumber='0014' RegionCategory='GEMEENTE' SuperiorRegionNumber='3' SuperiorRegionCategory='KIESKRING'><kr:RegionName>Veld &amp;
              Dorp</kr:RegionName></kr:Region>
            <kr:Region RegionNumber='3' RegionCategory='KIESKRING' SuperiorRegionCategory='STAAT'><kr:RegionName>Drie</kr:RegionName><kr:Committee CommitteeCategory='HSB'/></kr:Region>
            <kr:Region RegionCategory='STAAT'><kr:RegionName>Nederland</kr:RegionName></kr:Region>
            """));
        (file.Format, file.Title).ShouldBe((UnitFileFormat.Eml110a, "TK2030"));
        Csv(file).ShouldBe("staat,,staat,Nederland|kieskring-3,staat,kieskring,Drie|gemeente-14,kieskring-3,gemeente,Veld & Dorp");
    }

    [Fact]
    public void Read_Eml110b_PutsStationsUnderTheirAuthority()
    {
        var file = Read(Eml("110b", """
            <ElectionIdentifier Id='TK2030'/><Contest><ReportingUnit><ReportingUnitIdentifier Id='0014'>Dorp</ReportingUnitIdentifier></ReportingUnit>
            <PollingPlace Channel='polling'><PhysicalLocation><LocalityName>School</LocalityName><PollingStation Id='1'>900</PollingStation></PhysicalLocation></PollingPlace>
            <PollingPlace Channel='postal'><PhysicalLocation><LocalityName>Post</LocalityName><PollingStation Id='2'>0</PollingStation></PhysicalLocation></PollingPlace>
            <PollingPlace Channel='polling'><PhysicalLocation><LocalityName>Bus</LocalityName><PollingStation Id='3'>0</PollingStation><kr:ReportingUnitType>Mobile</kr:ReportingUnitType></PhysicalLocation></PollingPlace>
            </Contest>
            """));
        Csv(file).ShouldBe("gemeente-14,,gemeente,Dorp|gemeente-14-stembureau-1,gemeente-14,stembureau,School|gemeente-14-stembureau-2,gemeente-14,postal,Post|gemeente-14-stembureau-3,gemeente-14,mobile,Bus");
    }

    [Fact]
    public void Read_MasterElectionTree_KeepsAMunicipalityOnceUnderEachBody()
    {
        var file = Read("""
            <MasterElectionTree CreationDate='2026-01-01'><Region RegionCategory='STAAT'><RegionName>Nederland</RegionName><Council ElectionCategory='TK'/>
            <Region RegionNumber='3' RegionCategory='KIESKRING'><RegionName>Drie</RegionName><Region RegionNumber='14' RegionCategory='GEMEENTE'><RegionName>Dorp</RegionName></Region></Region>
            <Region RegionNumber='7' RegionCategory='PROVINCIE'><RegionName>Zeven</RegionName><Region RegionNumber='14' RegionCategory='GEMEENTE'><RegionName>Dorp</RegionName></Region></Region>
            </Region></MasterElectionTree>
            """);
        (file.Format, file.Title).ShouldBe((UnitFileFormat.MasterElectionTree, "2026-01-01"));
        Csv(file).ShouldBe("staat,,staat,Nederland|staat/kieskring-3,staat,kieskring,Drie|staat/kieskring-3/gemeente-14,staat/kieskring-3,gemeente,Dorp|staat/provincie-7,staat,provincie,Zeven|staat/provincie-7/gemeente-14,staat/provincie-7,gemeente,Dorp");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_NistReport_NestsAdministrationAndLeavesDistrictsOut(bool json)
    {
        var areas = new (string Id, string Kind, string Parts)[] { ("p1", "precinct", ""), ("p2", "precinct", ""), ("p3", "precinct", ""), ("town", "town", "p1 p2"), ("county", "county", "p1 p2 p3"), ("d", "congressional", "p2 p3"), ("box", "drop-box", "") };
        var file = Read(json ? Json(areas) : Xml(areas));
        (file.Format, file.Title).ShouldBe((json ? UnitFileFormat.NistJson : UnitFileFormat.NistXml, "Board"));
        Csv(file).ShouldBe("county,,county,county name|p3,county,precinct,p3 name|town,county,town,town name|p1,town,precinct,p1 name|p2,town,precinct,p2 name|box,,drop-box,box name");
        file.LeftOut.ShouldBe([new AreaLeftOut("d", "congressional", "d name", 2)]);
    }

    [Theory]
    [InlineData(true, "u:1:148: found 'p1' as part of both 'a' and 'b'; expected one area of that rank for each unit")]
    [InlineData(false, "u:2:2: found 'p1' as part of both 'a' and 'b'; expected one area of that rank for each unit")]
    public void Read_NistReport_TwoTownsWithOnePrecinct_IsAFault(bool json, string expected)
    {
        var areas = new (string Id, string Kind, string Parts)[] { ("p1", "precinct", ""), ("a", "town", "p1"), ("b", "city", "p1") };
        Faults(json ? Json(areas) : Xml(areas)).ShouldBe(expected.Replace("1:148", "2:1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<Region RegionNumber='1'/>", "u:2:2: found a Region without RegionCategory; expected the kind of the region|u:2:2: found 'region-1' without a RegionName; expected a name")]
    [InlineData("<kr:Region RegionNumber='x' RegionCategory='GEMEENTE'><kr:RegionName>A</kr:RegionName></kr:Region>", "u:2:2: found RegionNumber 'x'; expected a whole number")]
    [InlineData("<kr:Region RegionNumber='1' RegionCategory='GEMEENTE'/>", "u:2:2: found 'gemeente-1' without a RegionName; expected a name")]
    [InlineData("<kr:Region RegionNumber='1' RegionCategory='GEMEENTE' SuperiorRegionCategory='STAAT'><kr:RegionName>A</kr:RegionName></kr:Region>", "u:2:2: found the parent 'staat' of 'gemeente-1'; expected the id of a unit in this file, or an empty cell at the top")]
    [InlineData("", "u:1:1: found no unit; expected one row a unit")]
    public void Read_Eml110a_Faulty_SaysWhere(string regions, string expected) => Faults(Definition(regions)).ShouldBe(expected);

    [Theory]
    [InlineData("<html/>", "u:1:2: found XML with the root 'html' of ''; expected an election definition (EML 110a), polling stations (EML 110b), a MasterElectionTree, or an ElectionReport of NIST SP 1500-100 version 2")]
    [InlineData("<EML xmlns='urn:oasis:names:tc:evs:schema:eml' Id='510b'/>", "u:1:2: found EML 510b; expected an election definition (EML 110a), polling stations (EML 110b), a MasterElectionTree, or an ElectionReport of NIST SP 1500-100 version 2")]
    [InlineData("<ElectionReport xmlns='http://itl.nist.gov/ns/voting/1500-100/v1'/>", "u:1:2: found XML with the root 'ElectionReport' of 'http://itl.nist.gov/ns/voting/1500-100/v1'; expected an election definition (EML 110a), polling stations (EML 110b), a MasterElectionTree, or an ElectionReport of NIST SP 1500-100 version 2")]
    [InlineData("<a><b></a>", "u:1:2: found XML with the root 'a' of ''; expected an election definition (EML 110a), polling stations (EML 110b), a MasterElectionTree, or an ElectionReport of NIST SP 1500-100 version 2")]
    [InlineData("<MasterElectionTree><Region", "u:1:28: found XML that cannot be read from here on; expected well-formed XML")]
    [InlineData("{}", "u:1:1: found JSON of the type ''; expected an ElectionResults.ElectionReport of NIST SP 1500-100 version 2")]
    [InlineData("[1]", "u:1:1: found JSON of the type ''; expected an ElectionResults.ElectionReport of NIST SP 1500-100 version 2")]
    [InlineData("{\"@type\":\"ElectionResults.ElectionReport\",\n\"GpUnit\":[3]}", "u:2:11: found a value that is no GpUnit; expected an object")]
    [InlineData("{\"@type\":\"ElectionResults.ElectionReport\"}", "u:1:1: found no unit; expected one row a unit")]
    [InlineData("{\"@type\":\n  x}", "u:2:3: found JSON that cannot be read from here on; expected well-formed JSON")]
    [InlineData("PK\u0003\u0004", "u: found a zip; expected the file inside it")]
    public void Read_SomethingElse_SaysWhatItIs(string text, string expected) => Faults(text).ShouldBe(expected);

    [Fact]
    public void Read_Xml_InUtf16_IsRead()
    {
        var text = "<MasterElectionTree><Region RegionCategory='STAAT'><RegionName>Нидерланды</RegionName></Region></MasterElectionTree>";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true) })
        {
            var file = UnitFile.Read(new MemoryStream([.. encoding.Preamble, .. encoding.GetBytes(text)]), "u", new Findings());
            file!.Tree.Units.Single().Name.ShouldBe("Нидерланды");
        }
    }

    internal static string Definition(string regions) => Eml("110a", $"<ElectionIdentifier Id='TK2030'/><kr:ElectionTree>\n{regions}</kr:ElectionTree>");

    private static string Eml(string kind, string content) => $"<EML xmlns='urn:oasis:names:tc:evs:schema:eml' xmlns:kr='http://www.kiesraad.nl/extensions' Id='{kind}'>{content}</EML>";

    internal static string Faults(string text, UnitLimits? limits = null)
    {
        var findings = new Findings();
        UnitFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "u", findings, limits).ShouldBeNull();
        return string.Join('|', findings.All);
    }

    private static string Xml(IEnumerable<(string Id, string Kind, string Parts)> areas) =>
        "<ElectionReport xmlns='http://itl.nist.gov/ns/voting/1500-100/v2' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><Issuer>Board</Issuer>\n"
        + string.Join("\n", areas.Select(a => $"<GpUnit ObjectId='{a.Id}' xsi:type='ReportingUnit'>{(a.Parts.Length > 0 ? $"<ComposingGpUnitIds>{a.Parts}</ComposingGpUnitIds>" : "")}<Name><Text>{a.Id} name</Text></Name><ContactInformation><Name>No</Name></ContactInformation><Type>{a.Kind}</Type></GpUnit>"))
        + "<GpUnit ObjectId='scanner' xsi:type='ReportingDevice'/><Party><Name><Text>Other</Text></Name></Party></ElectionReport>";

    private static string Json(IEnumerable<(string Id, string Kind, string Parts)> areas) =>
        "{\"Issuer\":\"Board\",\"GpUnit\":[\n" + string.Join(",\n", areas.Select(a =>
            $$$"""{"Type":"{{{a.Kind}}}","ContactInformation":{"Name":"No"},"ComposingGpUnitIds":[{{{string.Join(',', a.Parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => $"\"{p}\""))}}}],"Name":{"Text":[{"Content":"{{{a.Id}}} name"},{"Content":"second"}]},"@id":"{{{a.Id}}}","@type":"ElectionResults.ReportingUnit"}"""))
        + ",{\"@id\":\"scanner\",\"@type\":\"ElectionResults.ReportingDevice\"}],\"@type\":\"ElectionResults.ElectionReport\"}";

    private static UnitFile Read(string text)
    {
        var findings = new Findings();
        var file = UnitFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))), "u", findings);
        findings.All.ShouldBeEmpty();
        return file!;
    }

    private static string Csv(UnitFile file)
    {
        using var text = new StringWriter();
        UnitCsv.Write(file.Tree, text);
        return string.Join('|', text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }
}
