using System.Text;
using Mandate.Laws;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Units;

public class UnitCsvTest
{
    [Fact]
    public void Write_ThenRead_GivesTheSameUnits()
    {
        var tree = Tree(""""
            unit,parent,kind,name
            p2,d,precinct,"Школа № 2, ""Заря"""
            d,r,district,Мұнайлы
            r,,region,"Маңғыстау
            облысы"
            p1,d,precinct,
            x,,abroad,Париж
            """");
        var once = Text(tree);
        once.ShouldBe("unit,parent,kind,name\nr,,region,\"Маңғыстау\nоблысы\"\nd,r,district,Мұнайлы\np2,d,precinct,\"Школа № 2, \"\"Заря\"\"\"\np1,d,precinct,\nx,,abroad,Париж\n");
        Text(Tree(once)).ShouldBe(once);
        tree.Reporting.ShouldBe(3);
    }

    [Fact]
    public void Build_ChildBeforeParent_PutsTheUnitsOfARegionTogether()
    {
        var tree = Tree("unit,parent,kind,name\na1,a,p,\nb1,b,p,\na,,r,\nb,,r,\na2,a,p,\n");
        tree.Units.Select(u => u.Id).ShouldBe(["a", "a1", "a2", "b", "b1"]);
        (tree.EndOf(0), tree.EndOf(1), tree.EndOf(3)).ShouldBe((3, 2, 5));
        (tree.ParentOf(0), tree.ParentOf(2), tree.Find("b1"), tree.Find("c")).ShouldBe((-1, 0, 4, -1));
        (tree.Reports(0), tree.Reports(4)).ShouldBe((false, true));
    }

    [Theory]
    [InlineData("", "u.csv:1:1: found another header; expected unit,parent,kind,name")]
    [InlineData("unit,kind,parent,name\n", "u.csv:1:1: found another header; expected unit,parent,kind,name")]
    [InlineData("unit,parent,kind,name\n", "u.csv:1:1: found no unit; expected one row a unit")]
    [InlineData("unit,parent,kind,name\na,,r\n", "u.csv:2:3: found 3 fields; expected 4, as in the header")]
    [InlineData("unit,parent,kind,name\na,,,A\n", "u.csv:2:3: found the kind ''; expected region, district, precinct, special, mobile, abroad, electronic or another short word")]
    [InlineData("unit,parent,kind,name\n,,r,A\n", "u.csv:2:1: found the id ''; expected 1 to 200 letters without blanks around them")]
    [InlineData("unit,parent,kind,name\n a,,r,A\n", "u.csv:2:1: found the id ' a'; expected 1 to 200 letters without blanks around them")]
    [InlineData("unit,parent,kind,name\na,,r,A\na,,r,A\n", "u.csv:3:1: found the unit 'a' a second time; expected each unit once")]
    [InlineData("unit,parent,kind,name\na,b,r,A\n", "u.csv:2:2: found the parent 'b' of 'a'; expected the id of a unit in this file, or an empty cell at the top")]
    [InlineData("unit,parent,kind,name\nt,,r,T\na,b,r,A\nb,a,r,B\n", "u.csv:3:2: found the unit 'a', which lies in a circle of parents; expected a chain of parents that ends at the top|u.csv:4:2: found the unit 'b', which lies in a circle of parents; expected a chain of parents that ends at the top")]
    [InlineData("unit,parent,kind,name\na,a,r,A\n", "u.csv:2:2: found the unit 'a', which lies in a circle of parents; expected a chain of parents that ends at the top")]
    [InlineData("unit,parent,kind,name\na,,r,\"A\n", "u.csv:2:4: found a quote that is never closed; expected a quote at the end of the field")]
    public void Read_Faulty_SaysWhere(string text, string expected)
    {
        var findings = new Findings();
        UnitFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "u.csv", findings).ShouldBeNull();
        string.Join('|', findings.All).ShouldBe(expected);
    }

    [Fact]
    public void Read_NotUtf8_IsRefused()
    {
        var findings = new Findings();
        UnitFile.Read(new MemoryStream([.. "unit,parent,kind,name\na,,r,"u8, 0xE9, .. "\n"u8]), "u.csv", findings).ShouldBeNull();
        findings.All.Single().ToString().ShouldBe("u.csv: found bytes that are not UTF-8; expected a file in UTF-8");
    }

    [Fact]
    public void Read_OneParentInAnother_HundredThousandDeep_NeedsNoStack()
    {
        var text = new StringBuilder("unit,parent,kind,name\n0,,r,\n");
        for (var i = 1; i < 100_000; i++)
        {
            text.Append(i).Append(',').Append(i - 1).Append(",r,\n");
        }

        var tree = Tree(text.ToString());
        (tree.Units.Count, tree.Reporting, tree.EndOf(0), tree.ParentOf(99_999)).ShouldBe((100_000, 1, 100_000, 99_998));
        UnitChanges.Between(tree, tree).All.ShouldBeEmpty();
    }

    [Fact]
    public void Read_AMillionUnits_AreOneTree()
    {
        var text = new StringBuilder("unit,parent,kind,name\ntop,,r,\n");
        for (var i = 0; i < 1000; i++)
        {
            text.Append(i).Append(",top,d,\n");
            for (var p = 0; p < 998; p++)
            {
                text.Append(i).Append('-').Append(p).Append(',').Append(i).Append(",p,\n");
            }
        }

        text.Append("last,999,p,\n");
        var tree = Tree(text.ToString());
        (tree.Units.Count, tree.Reporting, tree.EndOf(0), tree.Find("last")).ShouldBe((999_002, 998_001, 999_002, 999_001));
    }

    private static UnitTree Tree(string text)
    {
        var findings = new Findings();
        var file = UnitFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))), "u.csv", findings);
        findings.All.ShouldBeEmpty();
        file!.Format.ShouldBe(UnitFileFormat.Csv);
        return file.Tree;
    }

    private static string Text(UnitTree tree)
    {
        using var text = new StringWriter();
        UnitCsv.Write(tree, text);
        return text.ToString();
    }
}
