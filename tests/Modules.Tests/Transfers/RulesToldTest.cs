using System.Text.RegularExpressions;
using Mandate.Electoral;
using Mandate.Electoral.Transfers;
using Mandate.Laws;
using Mandate.Reports;
using Mandate.Reports.Elections;
using Mandate.Reports.Language;

namespace Mandate.Modules.Tests.Transfers;

/// <summary>What the derivation says of every rule, and the lots it asks for.</summary>
public class RulesToldTest
{
    private static readonly string[] Rules = ["scottish", "instant-runoff", "dail", "seanad", "meek", "wright"];

    private static readonly (int, string)[] Twenty = [(5, "AB"), (3, "AC"), (1, "A"), (3, "BC"), (2, "B"), (4, "C"), (2, "DC")];

    [Fact]
    public void Explain_Dail_TellsWholePapersAndWhoGoesTogether()
    {
        // Worked in TransferExamplesTest: the surplus of 2 waits, and E and D go at once.
        var told = Told("dail", 2, (36, "AC"), (30, "B"), (20, "C"), (9, "DB"), (6, "EC"));
        told.ShouldContain("5 candidates, 2 to be elected, 101 valid ballots. Quota: the whole part of 101 ÷ (2 + 1), plus 1, which is 34.");
        told.ShouldContain("2 | E and D: fewest votes even all together, excluded at once; 15 pass on; surpluses of 2 wait, since they can change nothing yet | 0 | B: quota");
        told.ShouldContain("E | 6 | 0 | excluded, stage 2");
        told.ShouldContain("D | 9 | 0 | excluded, stage 2");
    }

    [Fact]
    public void Explain_Seanad_TellsThousandths()
    {
        var told = Told("seanad", 2, Twenty);
        told.ShouldContain("which is 6.667");
        told.ShouldContain("2 | A: surplus of 2.33300 passes on | 0 |");
        told.ShouldContain("Lost when values were cut | 0 | 0.00500 | 0.00500");
    }

    [Fact]
    public void Explain_Meek_TellsRoundsQuotaAndShares()
    {
        var told = Told("meek", 2, (6, "AB"), (1, "B"), (2, "C"));
        told.ShouldContain("2 | surpluses of 2.99999 pass on by keep values; rounds by keep values: 1, quota then 3.00000 | 0 | B: quota");
        told.ShouldContain("A | 6 | 3.00000 | elected, stage 1; keeps 0.50000 of every ballot");
        told.ShouldContain("B | 1 | 3.99999 | elected, stage 2");
    }

    [Fact]
    public void Explain_Wright_TellsThatTheCountStartsAgain()
    {
        var told = Told("wright", 2, Twenty);
        told.ShouldContain("1 | first preferences | 0 | A: quota, for now");
        told.ShouldContain("3 | D: fewest votes, excluded; 2 pass on; the count starts again, quota 7 | −0.22222 | A: quota, for now");
        told.ShouldContain("5 | B: fewest votes, excluded; 6.11111 pass on; the count starts again, quota 7 | 1.77778 | A and C: quota");
        told.ShouldContain("Elected in this order: A and C.");
    }

    [Fact]
    public void Explain_EveryRule_SpeaksInAllLanguages()
    {
        foreach (var rule in Rules)
        {
            using var ward = new MadeWard(rule, MadeWard.Blt(rule == "instant-runoff" ? 1 : 2, Twenty));
            var declaration = ward.Declare();
            declaration.Outcome.Status.ShouldBe(Status.Complete);
            var trace = declaration.Outcome.Parts.Single().Derivation[0];
            (trace.Step, trace.Outcome).ShouldBe(("transfer", rule));
            Words.Languages.Select(l => Text(declaration, l)).Where(t => t.Contains('{', StringComparison.Ordinal)).ShouldBeEmpty(rule);
            Words.Languages.Select(l => new Speech(l).Sentence(trace, n => n)).Distinct().Count().ShouldBe(3, rule);
        }
    }

    /// <summary>Outcomes and keys that stand as texts in the trace are all worded; a new one must bring its words.</summary>
    [Fact]
    public void Source_EveryRuleEventAndTie_HasItsWords()
    {
        var trace = File.ReadAllText(Repository.PathTo("src", "Mandate.Electoral", "Steps", "TransferTrace.cs"));
        var rules = Regex.Matches(trace, @"TransferRule\.\w+ => ""([a-z-]+)""").Select(m => "transfer." + m.Groups[1].Value).ToList();
        rules.Count.ShouldBe(Enum.GetValues<TransferRule>().Length);
        var kinds = Regex.Matches(Regex.Match(trace, @"var kind = stage\.Kind switch\s*\{(.*?)\};", RegexOptions.Singleline).Value, @"""([a-z-]+)""").Select(m => "stage." + m.Groups[1].Value).ToList();
        kinds.Count.ShouldBe(Enum.GetValues<StageKind>().Length + 1);
        var notes = Regex.Matches(trace, @"row\[""(restart|rounds|deferred)""\]").Select(m => "stage." + m.Groups[1].Value);
        var ways = Regex.Matches(trace, @"""(by-(?:quota|majority|last)[a-z-]*)""").Select(m => "transfer." + m.Groups[1].Value);
        string[] settled = ["needed", "drawn", "needless", "silent"];
        string[] whats = ["surplus", "exclusion", "papers"];
        var ties = whats.SelectMany(w => settled.Select(s => $"tie.{w}-{s}").Concat([$"pending.lot-{w}", $"pending.tie-{w}"]));
        var chosen = whats[..2].SelectMany(w => new List<string> { $"stage.{w}-by-stage", $"stage.{w}-by-lot" });
        string[] keys = [.. rules, .. kinds, .. notes, .. ways, .. ties, .. chosen, "stage.elected-at", "stage.elected-at-keeping", "stage.excluded-at", "transfer.lost", "transfer.non-transferable"];
        keys.Where(k => !Speech.Knows(k)).ShouldBeEmpty();
    }

    [Fact]
    public void Declare_EqualFractions_AskForALotOverPapersAndFollowIt()
    {
        // 14 papers, 2 seats: quota 5; A's one paper too many goes to B or C, ½ each. With it B has 4, and D's two papers decide nothing:
        // C has 3, and B is elected; or the other way round.
        var blt = MadeWard.Blt(2, (3, "AB"), (3, "AC"), (3, "B"), (3, "C"), (2, "D"));
        using var ward = new MadeWard("dail", blt);
        var pending = ward.Declare().Outcome.Parts.Single().Pending.Single();
        (pending.Status, pending.Reason, pending.Step, pending.Seats).ShouldBe((Status.Tie, "lot-papers", "transfer.stage-2.papers", 1));
        var drawn = ward.Declare(new Lot("wards", "ward", "transfer.stage-2.papers", ["ward-3"]));
        drawn.LotFaults.ShouldBeEmpty();
        drawn.Outcome.Parts.Single().Elected.Select(e => e.Person).ShouldBe(["ward-1", "ward-3"]);
        Text(drawn, "en").ShouldContain("by the recorded lot C gets a paper more");
        ward.Declare(new Lot("wards", "ward", "transfer.stage-2.papers", ["ward-4"])).LotFaults.Count.ShouldBe(1);
        ward.Declare(new Lot("wards", "ward", "transfer.stage-2", ["ward-3"])).LotFaults.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("scottish")]
    [InlineData("dail")]
    [InlineData("seanad")]
    [InlineData("meek")]
    [InlineData("wright")]
    public void Declare_EqualThroughout_AsksForALotAndFollowsIt(string rule)
    {
        // One seat, nobody has the quota; C and D tie for the last place, and whoever stays meets A or B.
        using var ward = new MadeWard(rule, MadeWard.Blt(1, (4, "A"), (4, "B"), (3, "CB"), (3, "DA")));
        var pending = ward.Declare().Outcome.Parts.Single().Pending.Single();
        (pending.Status, pending.Reason, pending.Step).ShouldBe((Status.Tie, "lot-exclusion", "transfer.stage-2"));
        pending.Contenders.ShouldBe(["ward-3", "ward-4"]);
        var drawn = ward.Declare(new Lot("wards", "ward", "transfer.stage-2", ["ward-3"]));
        drawn.LotFaults.ShouldBeEmpty();
        Text(drawn, "en").ShouldContain("the recorded lot excludes C");
        ward.Declare(new Lot("wards", "ward", "transfer.stage-2", ["ward-1"])).LotFaults.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(TransferRule.Scottish)]
    [InlineData(TransferRule.Dail)]
    [InlineData(TransferRule.Seanad)]
    [InlineData(TransferRule.Meek)]
    [InlineData(TransferRule.Wright)]
    public void Blt_WrittenAndRead_IsCountedTheSame(TransferRule rule)
    {
        var findings = new Findings();
        using var first = new StringReader("5 2\n-2\n9 1 2 3 0\n4 2 4 0\n1 1 0\n6 3 0\n5 4 1 0\n7 5 2 3 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"E\"\n\"Ward\"\n");
        var read = BltFile.Parse(first, "x.blt", findings)!;
        using var written = new StringWriter();
        read.Write(written);
        using var second = new StringReader(written.ToString());
        var again = BltFile.Parse(second, "y.blt", findings)!;
        findings.All.ShouldBeEmpty();
        var (one, other) = (TransferableVote.Count(read.Ballots, 2, rule), TransferableVote.Count(again.Ballots, 2, rule));
        one.Waiting.ShouldBeNull();
        one.Valid.ShouldBe(32);
        other.Stages.Select(s => string.Join(' ', s.After)).ShouldBe(one.Stages.Select(s => string.Join(' ', s.After)));
        one.Stages.ShouldAllBe(s => s.After[1] == 0);
    }

    private static string Told(string rule, int seats, params (int, string)[] ballots)
    {
        using var ward = new MadeWard(rule, MadeWard.Blt(seats, ballots));
        return Text(ward.Declare(), "en");
    }

    private static string Text(Declaration declaration, string language)
    {
        var lines = DeclarationPaper.Derivation(declaration, language, null).Blocks.SelectMany(b => b switch
        {
            TextBlock text => [text.Text],
            NoticeBlock notice => [notice.Text],
            TableBlock table => table.Rows.Select(r => string.Join(" | ", r.Cells)),
            _ => Enumerable.Empty<string>(),
        });
        return string.Join('\n', lines).Replace('\u00A0', ' ').Replace('\u202F', ' ');
    }
}
