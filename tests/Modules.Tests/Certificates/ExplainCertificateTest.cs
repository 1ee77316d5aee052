using System.Text.RegularExpressions;
using Mandate.Electoral;
using Mandate.Electoral.Margins;
using Mandate.Laws;
using Mandate.Reports.Elections;
using Mandate.Reports.Language;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>Certificates and margins as people see them, and margins of whole elections.</summary>
public class ExplainCertificateTest
{
    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds];

    [Theory, MemberData(nameof(Elections))]
    public void Certificate_EveryElection_SpeaksInAllLanguages(string id)
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election(id).Election!);
        foreach (var language in Words.Languages)
        {
            // A missing word throws; every area is told.
            foreach (var area in declaration.Outcome.Parts.Select(p => (string?)p.Id).Distinct().Take(3).Append(null))
            {
                DeclarationPaper.Certificate(declaration, language, area: area).Blocks.Count.ShouldBeGreaterThan(2);
            }
        }
    }

    [Theory]
    [InlineData("proof.", @"Draft\([^()]*, ""([a-z-]+)""\)|Start\(context, step, ""([a-z-]+)""|rule: [^""]*""([a-z-]+)"" : ""([a-z-]+)""|\? ""([a-z-]+)"" : ""([a-z-]+)""\) \{ (?:Of|Decisions)")]
    [InlineData("claim.", @"\.Claim\(\s*(?:[^,""]*\? )?""([a-z-]+)""(?: : ""([a-z-]+)"")?|Compare\((?:draft, )?""([a-z-]+)""")]
    [InlineData("factor.", @"(?<=Times\([^;\n\[\]]*)\(""([a-z-]+)""|new Factor\(""([a-z-]+)""")]
    public void Source_EveryWordOfAProof_IsKnown(string kind, string pattern)
    {
        var words = Directory.EnumerateFiles(Repository.PathTo("src", "Mandate.Electoral", "Certificates"), "*.cs").Select(File.ReadAllText)
            .SelectMany(code => Regex.Matches(code, pattern).SelectMany(m => m.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value))).Distinct().ToList();
        words.Count.ShouldBeGreaterThan(12);
        words.Where(w => !Speech.Knows(kind + w)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Explain_Certificate_IsATableThatReads()
    {
        var answer = await Terminal.RunAsync("explain", "kz-majilis-2021", "--certificate");
        answer.Code.ShouldBe(0);
        answer.Flat.ShouldContain("Nur Otan whole quotas 5,148,074 × 98 ≥ 76 × 6,599,921");
        answer.Flat.ShouldContain("Ak Zhol its last seat is due 792,828 × 98 ≥ 11 × 6,599,921 + 5,098,013");
        answer.Flat.ShouldContain("(art. 97-1(1),(3),(4))");
    }

    [Fact]
    public async Task Explain_CertificateInJson_IsWhatTheCheckerReads()
    {
        var answer = await Terminal.RunAsync("explain", "fi-eduskunta-2015", "--certificate", "--format", "json");
        CertificateChecker.Check(answer.Out, VoteFile.Of(Repository.PathTo("elections", "fi-eduskunta-2015"))).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Explain_Margins_PutsTheClosestFirst()
    {
        // (5,098,013 − 2,917,256) / (2 × 98) = 11,126.3: one vote more, and Nur Otan's remainder is the larger.
        var answer = await Terminal.RunAsync("explain", "kz-majilis-2021", "--margins", "--format", "json");
        var margins = answer.Json["margins"]!.AsArray();
        margins.Count.ShouldBe(98);
        var lists = margins.Where(m => (string?)m!["contest"] == "lists").ToList();
        ((string?)lists[0]!["list"], (int)lists[0]!["seat"]!, (long)lists[0]!["votes"]!, (string?)lists[0]!["to"], (string?)lists[0]!["known"]).ShouldBe(("ak_zhol", 12, 11127, "nur_otan", "exact"));
        margins.Select(m => (long)m!["votes"]!).ShouldBeInOrder();
        (await Terminal.RunAsync("explain", "kz-majilis-2021", "--margins", "--language", "ru")).Flat.ShouldContain("11 127");
    }

    [Fact]
    public async Task Explain_SeveralOfThem_IsRefused()
    {
        var answer = await Terminal.RunAsync("explain", "kz-majilis-2021", "--margins", "--certificate");
        answer.Code.ShouldBe(2);
        answer.Error.ShouldStartWith("Found several of --seat, --certificate and --margins; expected one of them.");
    }

    [Theory]
    [InlineData("nl-tk-2023", true)]
    [InlineData("es-congreso-2019-04", true)]
    [InlineData("kz-majilis-2021", true)]
    [InlineData("no-storting-2025", false)]
    [InlineData("il-knesset-24", false)]
    [InlineData("nl-gemeenteraad-2022-p9", false)]
    public void Margins_TheClosestSeats_ChangeWithThatManyVotesInACountOfTheWholeElection(string id, bool exact)
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election(id).Election!);
        var margins = SeatMargins.Of(declaration.Law.Rules, declaration.Election.Input, declaration.Lots, declaration.Outcome);
        var closest = margins.Seats.Take(25).ToList();
        closest.ShouldNotBeEmpty();
        foreach (var margin in closest)
        {
            margin.Exact.ShouldBe(exact);
            Seats(declaration, margin, margin.Votes).ShouldBeLessThan(margin.Seat, margin.ToString());
            if (exact)
            {
                // One vote fewer between the same two lists leaves it.
                Seats(declaration, margin, margin.Votes - 1).ShouldBeGreaterThanOrEqualTo(margin.Seat, margin.ToString());
            }
        }
    }

    [Fact]
    public void Margins_TheSameElectionTwice_AreTheSame()
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election("is-althing-2016").Election!);
        SeatMargins Once() => SeatMargins.Of(declaration.Law.Rules, declaration.Election.Input, declaration.Lots, declaration.Outcome);
        var (one, two) = (Once(), Once());
        one.Seats.ShouldBe(two.Seats);
        one.Runs.ShouldBeInRange(1, 240);
    }

    private static int Seats(Declaration declaration, SeatMargin margin, long votes)
    {
        var input = declaration.Election.Input;
        var changed = input with
        {
            Contests = [.. input.Contests.Select(c => c.Id != margin.Contest ? c : c with
            {
                Constituencies = [.. c.Constituencies.Select(a => a.Id != margin.Where ? a : a with
                {
                    Votes = a.Votes.ToDictionary(v => v.Key, v => v.Value + (v.Key == margin.From ? -votes : v.Key == margin.To ? votes : 0), StringComparer.Ordinal),
                })],
            })],
        };
        return ElectionRunner.Run(declaration.Law.Rules, changed, declaration.Lots).Outcome.Tiers.Single(t => t.Id == margin.Contest).Constituencies.Single(c => c.Id == margin.Area).SeatsOf(margin.List);
    }
}
