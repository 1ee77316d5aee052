using System.Text;
using Mandate.Laws;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Units;

public class UnitChangesTest
{
    private const string Old = "unit,parent,kind,name\nr,,region,R\nd1,r,district,One\np1,d1,precinct,P1\np2,d1,precinct,P2\nd2,r,district,Two\np3,d2,precinct,P3\n";

    [Theory]
    [InlineData(Old, "")]
    [InlineData("unit,parent,kind,name\nr,,region,R\nd2,r,district,Two\np3,d2,precinct,P3\nd1,r,district,One\np2,d1,precinct,P2\np1,d1,precinct,P1\n", "")]
    [InlineData("unit,parent,kind,name\nr,,region,R\nd1,r,district,One\nd3,r,district,Three\np1,d3,special,School\np2,d1,precinct,P2\np4,d1,precinct,P4\n",
        "Removed d2 r>, Removed p3 d2>, Added p4 >d1, Added d3 >r, Moved p1 d1>d3, Renamed p1 P1>School, KindChanged p1 precinct>special")]
    public void Between_TwoVersions_TellsEveryChangeInOneOrder(string text, string expected)
    {
        var changes = UnitChanges.Between(Tree(Old), Tree(text));
        string.Join(", ", changes.All.Select(c => $"{c.Kind} {c.Unit} {c.Before}>{c.After}")).ShouldBe(expected);
        Enum.GetValues<UnitChangeKind>().Sum(changes.Count).ShouldBe(changes.All.Count);
    }

    [Fact]
    public void Between_TurnedRound_RemovesWhatWasAdded()
    {
        var more = Tree(Old + "p9,d2,precinct,P9\n");
        UnitChanges.Between(Tree(Old), more).All.Single().ShouldBe(new UnitChange(UnitChangeKind.Added, "p9", null, "d2"));
        UnitChanges.Between(more, Tree(Old)).All.Single().ShouldBe(new UnitChange(UnitChangeKind.Removed, "p9", "d2", null));
    }

    private static UnitTree Tree(string text) => UnitCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "u.csv", new Findings())!;
}
