using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Electoral;
using Mandate.Electoral.Certificates;
using Mandate.Reports.Elections;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>The certificate of every election, checked by a program that knows nothing of how seats are found.</summary>
public class CertificateTest
{
    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds.Where(id => File.Exists(Repository.PathTo("elections", id, "expected.yaml")))];

    [Theory, MemberData(nameof(Elections))]
    public void Of_EveryElection_IsProvedFromItsVotes(string id)
    {
        var (declaration, text) = Declared(id);
        CertificateChecker.Check(text, Files(id));

        // What is proved is what was declared.
        var proved = JsonNode.Parse(text)!["tiers"]!.AsArray().SelectMany(t => t!["areas"]!.AsArray().SelectMany(a => a!["won"]!.AsObject().Select(w => ($"{t["id"]}/{a["id"]}/{w.Key}", int.Parse((string)w.Value!, CultureInfo.InvariantCulture))))).ToHashSet();
        proved.SetEquals(declaration.Outcome.Tiers.SelectMany(t => t.Constituencies.SelectMany(c => c.Won.Select(w => ($"{t.Id}/{c.Id}/{w.Key}", w.Value))))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("kz-majilis-2007", "kz/majilis@2009-02-09")] // one list passes and a second joins
    [InlineData("kz-majilis-2021", "kz/majilis@2021-05-24")]
    public void Of_AnotherLaw_IsProvedToo(string id, string law)
    {
        var (declaration, text) = Declared(id, law);
        if (law.EndsWith("2009-02-09", StringComparison.Ordinal))
        {
            declaration.Outcome.Parts.SelectMany(p => p.Derivation).ShouldContain(t => t.Step == "join" && t.Outcome == "joined");
        }

        CertificateChecker.Check(text, Files(id));
    }

    [Fact]
    public void Of_ATieSettledByLot_NamesWhoTiedAndWhoWon()
    {
        var catalogue = Repository.Catalogue;
        var folder = Repository.PathTo("docs", "examples", "made-up-council");
        var declaration = Declaration.Of(catalogue, catalogue.Election(folder).Election!, null, [new Lot("council", "sandbeek", "allocate", ["harbour"])]);
        var text = Text(declaration);
        var proof = JsonNode.Parse(text)!["tiers"]![0]!["proofs"]![0]!;
        ((string?)proof["decisions"]![0]!["by"]).ShouldBe("lot");
        proof["decisions"]![0]!["winners"]!.AsArray().Select(w => (string?)w).ShouldBe(["harbour"]);
        proof["inequalities"]!.AsArray().Count(i => (string?)i!["relation"] == "=").ShouldBe(2);
        CertificateChecker.Check(text, VoteFile.Of(folder));

        // Whoever says that the lot fell on the other is found out.
        Should.Throw<CertificateFault>(() => CertificateChecker.Check(text.Replace("\"winners\":[\"harbour\"]", "\"winners\":[\"mill\"]", StringComparison.Ordinal), VoteFile.Of(folder)));
    }

    [Fact]
    public void Of_AnOpenTie_ProvesWhatIsCertain()
    {
        var catalogue = Repository.Catalogue;
        var folder = Repository.PathTo("docs", "examples", "made-up-council");
        var text = Text(Declaration.Of(catalogue, catalogue.Election(folder).Election!));
        ((string?)JsonNode.Parse(text)!["status"]).ShouldBe("tie");
        CertificateChecker.Check(text, VoteFile.Of(folder)).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("kz-majilis-2021")]
    [InlineData("nl-tk-2023")]
    [InlineData("no-storting-2025")]
    [InlineData("ch-zh-kantonsrat-2019")]
    [InlineData("us-house-2010")]
    [InlineData("kz-senate-kyzylorda-2024")]
    public void Check_AnyInequalityLeftOut_IsFoundOut(string id)
    {
        var (_, text) = Declared(id);
        var random = new Random(3);
        for (var trial = 0; trial < 12; trial++)
        {
            var json = JsonNode.Parse(text)!;
            var lists = json["tiers"]!.AsArray().SelectMany(t => t!["proofs"]!.AsArray()).Select(p => p!["inequalities"]?.AsArray()).Where(i => i is { Count: > 0 }).ToList();
            var inequalities = lists[random.Next(lists.Count)]!;
            var gone = inequalities[random.Next(inequalities.Count)]!.ToJsonString();
            inequalities.Remove(inequalities.First(i => i!.ToJsonString() == gone));
            Should.Throw<CertificateFault>(() => CertificateChecker.Check(json.ToJsonString(), Files(id)), $"{id} without {gone}");
        }
    }

    [Theory]
    [InlineData("kz-majilis-2021")]
    [InlineData("nl-tk-2023")]
    [InlineData("se-riksdag-2022")]
    [InlineData("de-bundestag-2013")]
    [InlineData("ch-zh-kantonsrat-2019")]
    public void Check_AnySeatChanged_IsFoundOut(string id)
    {
        var (_, text) = Declared(id);
        var random = new Random(5);
        for (var trial = 0; trial < 12; trial++)
        {
            // One seat from a list to another: in what was won, in the table and in the proof alike where they can be found.
            var json = JsonNode.Parse(text)!;
            var all = json["tiers"]!.AsArray().SelectMany(t => t!["proofs"]!.AsArray()).Where(p => p!["parties"]?.AsArray().Count(q => q!["seats"] is not null) > 1 && p["rule"]!.ToString() is "quota" or "divisors").ToList();
            var parties = all[random.Next(all.Count)]!["parties"]!.AsArray();
            var from = parties.Where(p => Number(p!["seats"]!) > 0).Select(p => p!).FirstOrDefault();
            if (from is null)
            {
                continue;
            }

            var to = parties.Select(p => p!).First(p => p != from);
            from["seats"] = (Number(from["seats"]!) - 1).ToString(CultureInfo.InvariantCulture);
            to["seats"] = (Number(to["seats"]!) + 1).ToString(CultureInfo.InvariantCulture);
            Should.Throw<CertificateFault>(() => CertificateChecker.Check(json.ToJsonString(), Files(id)), $"{id}: {from} and {to}");
        }
    }

    [Theory]
    [InlineData("kz-majilis-2021")]
    [InlineData("pl-sejm-2015")]
    [InlineData("ch-zh-kantonsrat-2019")]
    public void Check_SeatsWonChanged_IsFoundOut(string id)
    {
        var (_, text) = Declared(id);
        var json = JsonNode.Parse(text)!;
        var won = json["tiers"]![0]!["areas"]!.AsArray().Select(a => a!["won"]!.AsObject()).First(w => w.Count > 0);
        won[won.First().Key] = (Number(won.First().Value!) + 1).ToString(CultureInfo.InvariantCulture);
        Should.Throw<CertificateFault>(() => CertificateChecker.Check(json.ToJsonString(), Files(id))).Message.ShouldContain("do not follow from the tables");
    }

    [Theory]
    [InlineData("kz-majilis-2021", 1)]
    [InlineData("nl-tk-2023", 7)]
    [InlineData("es-congreso-2019-04", 40)]
    [InlineData("ch-zh-kantonsrat-2019", 11)]
    public void Check_VotesOfTheFileChanged_IsFoundOut(string id, int row)
    {
        // The certificate stays as it is; one vote more stands in votes.csv.
        var (_, text) = Declared(id);
        var lines = File.ReadAllText(Repository.PathTo("elections", id, "votes.csv")).Split('\n');
        var cells = lines[row].TrimEnd('\r').Split(',');
        cells[4] = (long.Parse(cells[4], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        lines[row] = string.Join(',', cells);
        var other = new VoteFile(name => name == "votes.csv" ? string.Join('\n', lines) : File.Exists(Repository.PathTo("elections", id, name)) ? File.ReadAllText(Repository.PathTo("elections", id, name)) : null);
        Should.Throw<CertificateFault>(() => CertificateChecker.Check(text, other));
    }

    [Fact]
    public void Check_ANumberOfAnInequalityChanged_IsFoundOut()
    {
        var (_, text) = Declared("kz-majilis-2021");
        text.ShouldContain("""["votes","792828"],["quota-seats","98"]""");

        // True still, and not the votes of the file.
        Should.Throw<CertificateFault>(() => CertificateChecker.Check(text.Replace("""["votes","792828"],["quota-seats","98"]""", """["votes","792829"],["quota-seats","98"]""", StringComparison.Ordinal), Files("kz-majilis-2021")))
            .Message.ShouldContain("792829");
    }

    [Fact]
    public void Of_ManyInequalities_AreMadeOnlyWhenAskedFor()
    {
        // An outcome put together by hand has no run to prove it from, and says so.
        Should.Throw<ArgumentException>(() => Certificate.Of(new ElectionOutcome([new TierOutcome("lists", 1, [])]))).Message.ShouldStartWith("The outcome does not come from a run");
    }

    private static BigInteger Number(JsonNode node) => BigInteger.Parse((string)node!, CultureInfo.InvariantCulture);

    private static VoteFile Files(string id) => VoteFile.Of(Repository.PathTo("elections", id));

    private static (Declaration Declaration, string Text) Declared(string id, string? law = null)
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election(id).Election!, law is null ? null : catalogue.Version(law)!);
        return (declaration, Text(declaration));
    }

    private static string Text(Declaration declaration) =>
        Encoding.UTF8.GetString(CertificateJson.Write(Certificate.Of(declaration.Outcome), declaration.Election.Id, declaration.Law.Reference, DeclarationJson.Name(declaration.Outcome.Status)));
}
