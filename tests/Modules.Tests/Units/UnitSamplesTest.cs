using Mandate.Laws;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Units;

/// <summary>Files of the Kiesraad and of NIST, which stay outside the repository: MANDATE_SAMPLES names the folder that has them.</summary>
public class UnitSamplesTest
{
    [Theory]
    [InlineData("eml_nl/samples/eml110a_test.eml.xml", UnitFileFormat.Eml110a, "GR2022_Test", "gemeente 1", 0)]
    [InlineData("eml_nl/samples/Verkiezingsdefinitie_GR2026_Stadskanaal.eml.xml", UnitFileFormat.Eml110a, "GR2026_Stadskanaal", "gemeente 1", 0)]
    [InlineData("eml_nl/samples/Verkiezingsdefinitie_PS2023_Drenthe.eml.xml", UnitFileFormat.Eml110a, "PS2023_Drenthe", "gemeente 12, kieskring 1, provincie 1", 0)]
    [InlineData("eml_nl/samples/Verkiezingsdefinitie_PS2023_Gelderland.eml.xml", UnitFileFormat.Eml110a, "PS2023_Gelderland", "gemeente 51, kieskring 2, provincie 1", 0)]
    [InlineData("eml_nl/samples/Verkiezingsdefinitie_PS2023_Limburg.eml.xml", UnitFileFormat.Eml110a, "PS2023_Limburg", "gemeente 31, kieskring 2, provincie 1", 0)]
    [InlineData("eml_nl/samples/Verkiezingsdefinitie_AB2023_Limburg.eml.xml", UnitFileFormat.Eml110a, "AB2023_Limburg", "gemeente 31, kieskring 1, waterschap 1", 0)]
    [InlineData("eml_nl/samples/eml110b_test.eml.xml", UnitFileFormat.Eml110b, "GR2022_Test", "gemeente 1, stembureau 420", 0)]
    [InlineData("eml_nl/samples/eml110b_empty_polling_station.eml.xml", UnitFileFormat.Eml110b, "EP2024", "gemeente 1", 0)]
    [InlineData("nist/err-gen-01.xml", UnitFileFormat.NistXml, "National Institute of Standards and Technology", "combined-precinct 2, other 1, precinct 9, split-precinct 2", 0)]
    [InlineData("nist/err-gen-01.json", UnitFileFormat.NistJson, "National Institute of Standards and Technology", "combined-precinct 2, other 1, precinct 9, split-precinct 2", 0)]
    [InlineData("nist/err-prim-01.json", UnitFileFormat.NistJson, "National Institute of Standards and Technology", "other 1, precinct 2", 0)]
    [InlineData("nist/err-2022-11-08-Massachusetts-Cambridge.xml", UnitFileFormat.NistXml, "NIST Test Data", "city 1, county 1, precinct 42", 44)]
    [InlineData("nist/err-2022-11-08-Massachusetts-Cambridge.json", UnitFileFormat.NistJson, "NIST Test Data", "city 1, county 1, precinct 42", 44)]
    public void Read_RealFile_HasTheUnitsItSays(string path, UnitFileFormat format, string title, string kinds, int leftOut)
    {
        var findings = new Findings();
        var file = UnitFile.Read(Sample(path), path, findings);
        findings.All.ShouldBeEmpty();
        (file!.Format, file.Title, file.LeftOut.Count).ShouldBe((format, title, leftOut));
        string.Join(", ", file.Tree.Units.GroupBy(u => u.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")).ShouldBe(kinds);
    }

    [Theory]
    [InlineData("eml_nl/samples/eml110a_invalid_xml.eml.xml", ":4:39: found XML that cannot be read from here on; expected well-formed XML")]
    [InlineData("eml_nl/samples/eml520_test.eml.xml", ":1:2: found EML 520; expected an election definition (EML 110a), polling stations (EML 110b), a MasterElectionTree, or an ElectionReport of NIST SP 1500-100 version 2")]
    [InlineData("nist/NIST_V2_election_results_reporting.json", ":1:1: found JSON of the type ''; expected an ElectionResults.ElectionReport of NIST SP 1500-100 version 2")]
    public void Read_RealFileOfAnotherKind_IsRefused(string path, string expected)
    {
        var findings = new Findings();
        UnitFile.Read(Sample(path), "f", findings).ShouldBeNull();
        findings.All.Single().ToString().ShouldBe("f" + expected);
    }

    [Fact]
    public void Read_CambridgeAsXmlAndAsJson_IsTheSameTree()
    {
        var xml = Read("nist/err-2022-11-08-Massachusetts-Cambridge.xml");
        var json = Read("nist/err-2022-11-08-Massachusetts-Cambridge.json");
        UnitChanges.Between(xml.Tree, json.Tree).All.ShouldBeEmpty();
        json.LeftOut.ShouldBe(xml.LeftOut);
        xml.Tree.Units[xml.Tree.Find("loc-cambridge")].Parent.ShouldBe("ed-911");
        xml.Tree.Units[xml.Tree.Find("prec-1-1")].Parent.ShouldBe("loc-cambridge");
    }

    private static UnitFile Read(string path) => UnitFile.Read(Sample(path), path, new Findings())!;

    private static string Sample(string path)
    {
        var samples = Environment.GetEnvironmentVariable("MANDATE_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(samples), "MANDATE_SAMPLES does not name a folder with exchange files.");
        return Path.Combine(samples!, "exchange", path);
    }
}
