using Mandate.Laws;
using Mandate.Results.Evidence;

namespace Mandate.Modules.Tests.Results;

/// <summary>Which figures cite a page.</summary>
public class EvidenceTest
{
    private const string Header = "contest,unit,figure,list,handle,page,sha256\n";
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static readonly Catalogue Laws = new(Repository.Root);

    [Fact]
    public void CitedBy_Page_GivesItsFiguresAndThoseOfTheWholeDocument()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        File.WriteAllText(Path.Combine(folder.Path, "evidence.csv"), Header
            + $"lists,nation,,nur_otan,cec/protocol-2021,3,{Hash}\n"
            + "lists,nation,registered,,cec/protocol-2021,4,\n"
            + "lists,nation,,ak_zhol,cec/protocol-2021,,\n");
        var book = EvidenceBook.Read(Laws, [folder.Path]);
        book.Findings.All.ShouldBeEmpty();
        book.CitedBy("cec/protocol-2021", 3).Select(r => (r.List, r.Figure, r.Value, r.Sha256))
            .ShouldBe([("nur_otan", null, 5_148_074L, Hash), ("ak_zhol", null, 792_828L, null)]);
        book.CitedBy("cec/protocol-2021", 4).Select(r => (r.Figure, r.Value, r.UnitName?["en"])).ShouldBe([("registered", 11_919_241L, "Kazakhstan"), (null, 792_828L, "Kazakhstan")]);
        book.CitedBy("cec/protocol-2021", null).Count.ShouldBe(3);
        book.CitedBy("cec/other", 3).ShouldBeEmpty();
        book.Of("copy").Count.ShouldBe(3);
        book.CitedBy("cec/protocol-2021", 3)[0].ListName!["en"].ShouldBe("Nur Otan");
    }

    [Fact]
    public void Read_FaultyRows_NamesEachAndTakesNone()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        File.WriteAllText(Path.Combine(folder.Path, "evidence.csv"), Header
            + "lists,nation,registered,nur_otan,cec/p,1,\n"
            + "lists,nation,,nobody,cec/p,1,\n"
            + "lists,nation,registered,,no handle,1,\n"
            + "lists,nation,registered,,cec/p,0,\n"
            + "lists,nation,registered,,cec/p,1,ABC\n"
            + "lists,nation,registered,,cec/p,7,\n"
            + "lists,nation,registered,,cec/p,7,\n");
        var book = EvidenceBook.Read(Laws, [folder.Path]);
        book.Of("copy").ShouldHaveSingleItem().Page.ShouldBe(7);
        book.Findings.All.Select(f => f.Line).Distinct().ShouldBe([2, 3, 4, 5, 6, 8]);
        book.Findings.All.Select(f => f.ToString()).ShouldContain(f => f.EndsWith(":4:5: found 'no handle' in column 'handle'; expected a handle such as crs/in11581", StringComparison.Ordinal));
        book.Findings.All.ShouldContain(f => f.Line == 3 && f.Expected == "a row of votes.csv that it proves");
    }
}
