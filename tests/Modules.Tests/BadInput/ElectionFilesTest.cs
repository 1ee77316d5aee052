namespace Mandate.Modules.Tests.BadInput;

/// <summary>Faults in an election's files: the whole message, exit 2, no result and no paper.</summary>
public class ElectionFilesTest
{
    private const string Ballot = "one of nur_otan, ak_zhol, qhp, auyl, adal";
    private const string Header = "the header contest,unit,list,candidate,votes and, where wanted, source";
    private const string Count = "a whole number of at least 0, digits only; an empty cell means unknown";
    private const string WellFormed = "well-formed YAML (check indentation, quotes, and keys that stand twice)";

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "votes.csv", "nur_otan,,5148074", "nur_otan,,-5148074", $"votes.csv:2:5: found '-5148074' in column 'votes'; expected {Count}" },
        { "votes.csv", "nur_otan,,5148074", "nur_otan,,5 148 074", $"votes.csv:2:5: found '5 148 074' in column 'votes'; expected {Count}" },
        { "votes.csv", "nur_otan,,5148074", "nur_otan,,5148074.0", $"votes.csv:2:5: found '5148074.0' in column 'votes'; expected {Count}" },
        { "votes.csv", "nation,adal", "nation,adall", $"votes.csv:6:3: found 'adall', which is not on the ballot of 'lists' in column 'list'; expected {Ballot}" },
        { "votes.csv", "nation,adal", "nation,auyl", "votes.csv:6:3: found a second row for 'auyl' in 'nation' in column 'list'; expected one row each" },
        { "votes.csv", "lists,nation,adal", "lists,almaty,adal", "votes.csv:6:2: found the unit 'almaty' in column 'unit'; expected one of nation, as areas.csv has them for 'lists'" },
        { "votes.csv", "lists,nation,adal", "list,nation,adal", "votes.csv:6:1: found the contest 'list' in column 'contest'; expected one of lists, assembly" },
        { "votes.csv", "lists,nation,adal,,258618", "lists,nation,adal", "votes.csv:6:3: found 3 fields; expected 5, as in the header" },
        { "votes.csv", "lists,nation,adal,,258618", "lists,nation,\"adal,,258618", "votes.csv:6:3: found a field that cannot be read; expected quotes doubled inside a quoted field (RFC 4180)" },
        { "votes.csv", "contest,unit", "\"contest,unit", "votes.csv:1:1: found a field that cannot be read; expected quotes doubled inside a quoted field (RFC 4180)" },
        { "votes.csv", ",candidate,votes", ",candidate", $"votes.csv:1:1: found no column 'votes'; expected {Header}" },
        { "votes.csv", ",candidate,votes", ",candidate,votes,votes", "votes.csv:1:6: found the column 'votes' a second time; expected each column once" },
        { "figures.csv", "valid,7241562", "valid,7241563", "figures.csv:5:4: found 7241563 valid votes in column 'value'; expected 7241562, the sum of votes.csv; correct one of them (they differ by 1)" },
        { "figures.csv", "valid,7241562", "issued,7241562", "figures.csv:5:3: found a second row for 'issued' in 'nation' in column 'figure'; expected one row each" },
        { "election.yaml", "law: kz/majilis@2020-05-25", "law: kz/majilis@2020-05-26", "election.yaml:7:6: found the law 'kz/majilis@2020-05-26', which is not at hand; expected a law and version that 'mandate law list' shows ('mandate law check FILE' names the faults of one it does not)" },
        { "election.yaml", "law: kz/majilis@2020-05-25", "law: kz/senate@2022-11-05", "election.yaml:7:6: found the contest 'lists', for which kz/senate@2022-11-05 has no tier; expected one of regions, appointed\nelection.yaml:7:6: found the contest 'assembly', for which kz/senate@2022-11-05 has no tier; expected one of regions, appointed" },
        { "election.yaml", "chamber: majilis", "chamber: [majilis", $"election.yaml:4:10: found YAML that cannot be read from here on; expected {WellFormed}" },
        { "election.yaml", "chamber: majilis", "chamber: \"majilis", $"election.yaml:4:10: found YAML that cannot be read: While scanning a multi-line double-quoted scalar, found wrong indentation; expected {WellFormed}" },
        { "election.yaml", "chamber: majilis", "country: kz", $"election.yaml:4:1: found YAML that cannot be read: Duplicate key country; expected {WellFormed}" },
        { "election.yaml", "chamber: majilis", "chambre: majilis", "election.yaml:4:1: found the key 'chambre'; expected one of id, title, body, country, law, contests, lists, chamber, date, convocation, previous, synthetic, figures-are, groups, parties, sources, notes, announced, as-of" },
        { "election.yaml", "date: 2021-01-10", "date: 10.01.2021", "election.yaml:6:7: found '10.01.2021'; expected polling day, a day written YYYY-MM-DD" },
        { "election.yaml", "id: copy", "id: other", "election.yaml:1:5: found 'other'; expected the folder's name 'copy'" },
        { "election.yaml", "kind: list\n", "kind: slate\n", "election.yaml:18:11: found 'slate'; expected one of list, candidate, pooled, against-all" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Declare_OneFault_SaysItWholeAndWritesNothing(string file, string from, string to, string findings)
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021");
        if (from == "kind: list\n")
        {
            var text = folder.Read(file);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            folder.Write(file, text[..at] + to + text[(at + from.Length)..]);
        }
        else
        {
            folder.Change(file, from, to);
        }

        await ShouldBeRefusedAsync(folder, [.. findings.Split('\n').Select(f => "copy/" + f)]);
    }

    [Fact]
    public async Task Declare_ManyFaults_SaysThemAllAtOnce()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021")
            .Change("votes.csv", "nur_otan,,5148074", "nur_otan,,-5148074")
            .Change("votes.csv", "nation,adal", "nation,adall")
            .Change("figures.csv", "issued,7539280", "issued,7.5")
            .Change("election.yaml", "convocation: 7", "convocation: seven")
            .Change("election.yaml", "date: 2021-01-10", "date: 10.01.2021");
        await ShouldBeRefusedAsync(
            folder,
            "copy/election.yaml:6:7: found '10.01.2021'; expected polling day, a day written YYYY-MM-DD",
            "copy/election.yaml:8:14: found 'seven'; expected the convocation, a whole number from 1 to 1000",
            $"copy/figures.csv:4:4: found '7.5' in column 'value'; expected {Count}",
            $"copy/votes.csv:2:5: found '-5148074' in column 'votes'; expected {Count}",
            $"copy/votes.csv:6:3: found 'adall', which is not on the ballot of 'lists' in column 'list'; expected {Ballot}");
    }

    [Fact]
    public async Task Declare_KeysMissing_SaysThemAll()
    {
        using var folder = ElectionFolder.CopyOf("kz-senate-kyzylorda-2024")
            .Change("election.yaml", "law: kz/senate@2022-11-05\n", string.Empty)
            .Change("election.yaml", "country: kz\n", string.Empty);
        await ShouldBeRefusedAsync(
            folder,
            "copy/election.yaml:1:1: found no 'country'; expected the key 'country'",
            "copy/election.yaml:1:1: found no 'law'; expected the key 'law'");
    }

    [Fact]
    public async Task Declare_UnknownElection_NamesThoseAtHand()
    {
        var answer = await Terminal.RunAsync("declare", "kz-majilis-1066");
        answer.Code.ShouldBe(2);
        answer.Out.ShouldBeEmpty();
        answer.Error.ShouldBe($"Found no election 'kz-majilis-1066'; expected a folder with election.yaml or one of: {string.Join(", ", Repository.Catalogue.ElectionIds)}.\n");
    }

    [Fact]
    public async Task Declare_UnknownLaw_SaysWhereToLook() =>
        (await Terminal.RunAsync("declare", "kz-majilis-2021", "--law", "kz/majilis@1066-10-14")).ShouldBe(
            new Answer(2, string.Empty, "Found no law 'kz/majilis@1066-10-14'; 'mandate law list' shows those at hand.\n"));

    internal static async Task ShouldBeRefusedAsync(ElectionFolder folder, params string[] findings)
    {
        var answer = await Terminal.RunAsync("declare", folder.Path, "--out", folder.Papers, "--format", "json");
        var count = findings.Length == 1 ? "1 finding" : $"{findings.Length} findings";
        folder.Plain(answer.Error).ShouldBe(string.Concat(findings.Select(f => f + "\n")) + count + "; nothing was computed or written.\n");
        answer.Out.ShouldBeEmpty();
        answer.Code.ShouldBe(2);
        Directory.Exists(folder.Papers).ShouldBeFalse();
    }
}
