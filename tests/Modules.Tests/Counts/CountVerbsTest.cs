using Mandate.Modules.Tests.Stores;

namespace Mandate.Modules.Tests.Counts;

/// <summary>The verbs of a count at the command line: exit codes, JSON, notices, and that nothing ends in a stack trace.</summary>
public class CountVerbsTest
{
    public static TheoryData<string> Kinds => Ground.Kinds;

    internal static IReadOnlyList<string> Names { get; } = ["open", "activate", "import", "tally", "status", "verify", "backup", "restore", "ledger", "enter", "screen", "units", "sign-off", "declare", "journal"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task ACount_FromItsUnitsToItsDeclaration_AtTheCommandLine(string kind)
    {
        using var poll = Poll.Of(kind);
        var units = poll.Ground.Beside("units.csv");
        await File.WriteAllBytesAsync(units, Poll.Made.Bytes("units.csv"), TestContext.Current.CancellationToken);
        string[] store = poll.Ground.Postgres is { } where ? ["--postgres", where, "--schema", poll.Ground.Schema] : [];
        (await RunAsync(poll, 0, ["open", poll.Ground.Beside("election"), "--form", "zz-precinct", "--units", units, "--imports", "acceptance", "--origin", "mandate.invalid/test", .. store])).Out.ShouldContain("100 protocols are due, 3 lists, 10 figures.");
        (await RunAsync(poll, 2, ["open", poll.Ground.Beside("election"), "--form", "zz-precinct", "--units", units, .. store])).Error.ShouldContain("is in '");
        var json = (await RunAsync(poll, 0, "import", poll.Whole, "--format", "json")).Json;
        json["accepted"]!.GetValue<int>().ShouldBe(100);
        json["leaves"]!.GetValue<int>().ShouldBe(102);
        json["synthetic"]!.GetValue<bool>().ShouldBeTrue();
        (await RunAsync(poll, 0, "import", poll.Whole)).Flat.ShouldContain("Made-up figures");
        (await RunAsync(poll, 2, "import", poll.File_([Poll.Other(Poll.Protocols()[0])]))).Error.ShouldContain(":2:1: found other figures of");

        json = (await RunAsync(poll, 0, "tally", "--format", "json")).Json;
        json["final"]!.AsArray().Single(t => t!["figure"]!.GetValue<string>() == "found")!["sum"]!.GetValue<long>().ShouldBe(Poll.Protocols().Sum(p => Poll.Number(p["found"])));
        (await RunAsync(poll, 0, "tally", Poll.Stations[0])).Flat.ShouldContain("Made-up figures");
        (await RunAsync(poll, 2, "tally", "nowhere")).Error.ShouldBe("Found no unit 'nowhere'; 'mandate results status' lists units.\n");
        json = (await RunAsync(poll, 0, "status", "--format", "json")).Json;
        json["units"]!.AsArray().Sum(u => u!["counted"]!.GetValue<int>()).ShouldBe(100);
        (await RunAsync(poll, 0, "status")).Flat.ShouldContain("Made-up figures");
        (await RunAsync(poll, 2, "status", "nowhere")).Error.ShouldContain("Found no unit 'nowhere'");

        (await RunAsync(poll, 0, "declare", "--provisional", "--format", "json")).Json["kind"]!.GetValue<string>().ShouldBe("provisional");
        (await RunAsync(poll, 3, "declare", "--as", "c1")).Error.ShouldStartWith("Not declared: the totals of '");
        (await RunAsync(poll, 0, "sign-off", "--as", "c1")).Out.ShouldContain("are signed off in leaf 102.");
        (await RunAsync(poll, 2, "declare", "--as", "c1", "--lot", "lists/nation:allocate=nobody")).Error.ShouldContain("does not fit: nothing ties at");
        (await RunAsync(poll, 2, "declare", "--as", "c1", "--lot", "nonsense")).Error.ShouldContain("expected CONTEST/AREA:STEP=LIST");
        var declared = await RunAsync(poll, 0, "declare", "--as", "c1", "--format", "json");
        declared.Error.ShouldBe("Declared in leaf 103.\n");
        declared.Json["kind"]!.GetValue<string>().ShouldBe("declaration");
        (await RunAsync(poll, 0, "declare", "--as", "c1")).Error.ShouldBe("Declared in leaf 103.\n");

        (await RunAsync(poll, 0, "verify", "--format", "json")).Json["holds"]!.GetValue<bool>().ShouldBeTrue();
        (await RunAsync(poll, 2, "verify", "--checkpoint", "nowhere.note")).Error.ShouldContain("Found no checkpoint 'nowhere.note'");
        var ledger = poll.Ground.Beside("ledger");
        (await RunAsync(poll, 0, "ledger", ledger)).Out.ShouldContain("has 104 leaves.");
        (await RunAsync(poll, 0, "verify", "--checkpoint", Path.Combine(ledger, "checkpoint"))).Code.ShouldBe(0);
        (await RunAsync(poll, 0, "ledger", ledger)).Out.ShouldContain("has 104 leaves.");
        (await RunAsync(poll, 0, "journal")).Out.ShouldContain(" operator import ");
        (await RunAsync(poll, 0, "screen", "--format", "json")).Json.ShouldNotBeNull();
        (await RunAsync(poll, 2, "screen", "--rules", "nowhere.yaml")).Error.ShouldNotBeEmpty();

        var file = poll.Ground.Beside("night.db");
        (await RunAsync(poll, 0, "backup", file)).Out.ShouldContain("has 104 leaves and is intact.");
        (await RunAsync(poll, 2, "backup", file)).Error.ShouldContain("is there already; name a new file.");
        var again = poll.Ground.Beside("again");
        (await Terminal.RunAsync("results", "restore", file, "--key", Path.Combine(poll.Folder, "live.key"), "--election", poll.Ground.Beside("election"), "--data", again)).ShouldBe(new Answer(0, "The count has 104 leaves and verifies.\n", string.Empty));
        (await Terminal.RunAsync("results", "restore", file, "--key", "nokey", "--data", poll.Ground.Beside("third"))).Code.ShouldBe(2);

        poll.Ground.Sql("DELETE FROM leaves WHERE number = 5");
        var broken = await RunAsync(poll, 1, "verify", "--format", "json");
        broken.Json["findings"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldContain(f => f.StartsWith("leaf 5: ", StringComparison.Ordinal));
        (await RunAsync(poll, 2, "tally")).Error.ShouldContain("Run 'mandate results verify'");
        (await RunAsync(poll, 2, "import", poll.Whole)).Error.ShouldContain("Run 'mandate results verify'");
    }

    [Fact]
    public async Task Enter_AtTheCommandLine_SavesRefusesAndShows()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        var unit = Poll.Stations[9];
        (await RunAsync(poll, 0, "enter", unit, "--as", "t1", "--open")).Out.ShouldContain("Made-up figures");
        var json = (await RunAsync(poll, 0, "enter", unit, "--as", "t1", "--set", "found=812", "--format", "json")).Json;
        json["refused"].ShouldBeNull();
        (await RunAsync(poll, 1, "enter", unit, "--as", "t2", "--open")).Error.ShouldContain("Somebody else has it open.");
        (await RunAsync(poll, 1, "enter", unit, "--as", "t1", "--set", "nothing=1")).Error.ShouldContain("nothing: found nothing; expected a cell of the form");
        (await RunAsync(poll, 1, "enter", unit, "--as", "t1", "--finish", "--seen", "0")).Error.ShouldContain("Something has changed since you looked.");
        (await RunAsync(poll, 2, "enter", unit, "--as", "t1", "--set", "nothing")).Error.ShouldContain("Found 'nothing'; expected CELL=FIGURE");
        (await RunAsync(poll, 2, "enter", "--as", "t1")).Error.ShouldBe("Found no UNIT and no --file; name one of them.\n");
        (await RunAsync(poll, 2, "enter", "nowhere", "--as", "t1")).Error.ShouldBe("Found no unit 'nowhere' that reports a protocol.\n");
        (await RunAsync(poll, 2, "enter", unit, "--as", "A Name")).Error.ShouldContain("Found the id 'A Name'");
        (await RunAsync(poll, 1, "enter", unit, "--as", "o1", "--role", "observer", "--release")).Error.ShouldContain("Your role may not do this.");
        var whole = poll.File_(Poll.Protocols(0, 3));
        (await RunAsync(poll, 0, "enter", "--as", "t1", "--file", whole)).Out.ShouldBe(string.Concat(Poll.Stations.Take(3).Select(s => $"{s}\tAwaitingSecond\t0\n")));
        (await RunAsync(poll, 1, "enter", "--as", "t1", "--file", whole)).Out.ShouldBe(string.Concat(Poll.Stations.Take(3).Select(s => $"{s}\trefused\tSamePerson\n")));
        (await RunAsync(poll, 0, "enter", "--as", "t2", "--file", whole)).Out.ShouldBe(string.Concat(Poll.Stations.Take(3).Select(s => $"{s}\tAccepted\t1\n")));
        (await RunAsync(poll, 2, "enter", "--as", "t2", "--file", "nowhere.csv")).Error.ShouldContain("Found no file 'nowhere.csv'");
        (await RunAsync(poll, 3, "sign-off")).Error.ShouldContain("3 of 100 protocols of '");
        (await RunAsync(poll, 3, "import", poll.File_([Poll.Error(Poll.Protocols()[5])]), "--format", "json")).Json["waiting"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Training_IsSaidEverywhere_AndEndsWithActivate()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin(poll.Opening() with { Training = true }).Dispose();
        (await RunAsync(poll, 0, "import", poll.Whole)).Flat.ShouldContain("raining");
        (await RunAsync(poll, 0, "tally")).Flat.ShouldContain("raining");
        (await RunAsync(poll, 0, "status")).Flat.ShouldContain("raining");
        (await RunAsync(poll, 0, "tally", "--format", "json")).Json["training"]!.GetValue<bool>().ShouldBeTrue();
        (await RunAsync(poll, 2, "activate")).Error.ShouldContain("--wipe-training");
        (await RunAsync(poll, 0, "activate", "--wipe-training")).Out.ShouldBe("The training is wiped. The real count is open: 100 protocols are due.\n");
        (await RunAsync(poll, 2, "activate", "--wipe-training")).Error.ShouldContain("is no training.");
        (await RunAsync(poll, 0, "tally", "--format", "json")).Json["training"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Units_AtTheCommandLine_SaysWhatChanged()
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        await RunAsync(poll, 0, "import", poll.File_(Poll.Protocols(0, 1)));
        var text = Poll.Made.Text("units.csv");
        (await RunAsync(poll, 0, "units", poll.Text(text))).Out.ShouldBe("Nothing differs.\n");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        var without = string.Join('\n', lines.Where(l => !l.StartsWith(Poll.Stations[0] + ",", StringComparison.Ordinal))) + "\n";
        (await RunAsync(poll, 2, "units", poll.Text(without))).Error.ShouldContain($"no unit '{Poll.Stations[0]}' that reports, whose protocol is in");
        var other = string.Join('\n', lines.Where(l => !l.StartsWith(Poll.Stations[1] + ",", StringComparison.Ordinal))) + "\n";
        (await RunAsync(poll, 0, "units", poll.Text(other))).Out.ShouldBe("Leaf 3: 1 removed.\n");
        (await RunAsync(poll, 2, "units", "nowhere.csv")).Error.ShouldBe("Found no file 'nowhere.csv'; expected units.\n");
        (await RunAsync(poll, 2, "units", poll.Text("x\n"))).Error.ShouldContain("another header");
    }

    [Fact]
    public async Task Lot_DrawnForATieThatIsGone_IsLeftAside()
    {
        using var poll = Poll.Of("sqlite");
        using (var count = poll.Begin())
        {
            Poll.Import(count, poll.Whole);
            count.SignOff(count.Units.Units[0].Id, "c1");
            count.Declare(new Dictionary<string, IReadOnlyDictionary<string, int>> { ["lists"] = new Dictionary<string, int> { ["a"] = 1 } }, [new Electoral.Lot("lists", "nation", "allocate", [count.Definition.Lists[0].Id])], "c1").Leaf.ShouldNotBeNull();
        }

        var answer = await RunAsync(poll, 0, "declare", "--as", "c1");
        answer.Error.ShouldContain("drawn before, is left aside: nothing ties there now as it did.");
        answer.Error.ShouldContain("Declared in leaf 105.");
    }

    [Theory]
    [InlineData("activate --wipe-training")]
    [InlineData("import nowhere.csv")]
    [InlineData("tally")]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("backup x.db")]
    [InlineData("ledger x")]
    [InlineData("enter u --as t1")]
    [InlineData("screen")]
    [InlineData("units nowhere.csv")]
    [InlineData("sign-off")]
    [InlineData("declare")]
    [InlineData("journal")]
    public async Task NoCount_EndsWith2_AndSaysHowOneBegins(string words)
    {
        using var ground = Ground.Of("sqlite");
        var answer = await Terminal.RunAsync(["results", .. words.Split(' '), "--data", ground.Folder]);
        answer.ShouldBe(new Answer(2, string.Empty, $"Found no count in '{ground.Folder}'; 'mandate results open' begins one.\n"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"schema\":7,\"training\":\"x\"}")]
    public async Task SettingsThatCannotBeRead_EndWith2(string settings)
    {
        using var ground = Ground.Of("sqlite");
        await File.WriteAllTextAsync(Path.Combine(ground.Folder, "count.json"), settings, TestContext.Current.CancellationToken);
        var answer = await Terminal.RunAsync("results", "tally", "--data", ground.Folder);
        answer.Code.ShouldBe(2);
        answer.Error.ShouldContain("cannot be read");
    }

    [Theory]
    [InlineData("live.pub")]
    [InlineData("live.key")]
    [InlineData("live.db")]
    public async Task FileThatIsGone_EndsWith2(string file)
    {
        using var poll = Poll.Of("sqlite");
        poll.Begin().Dispose();
        File.Delete(Path.Combine(poll.Folder, file));
        var answer = await RunAsync(poll, 2, "import", poll.Whole);
        answer.Error.Trim().ShouldNotContain("\n");
    }

    internal static async Task<Answer> RunAsync(Poll poll, int code, params string[] words)
    {
        var answer = await Terminal.RunAsync(["results", .. words, "--data", poll.Folder]);
        answer.Code.ShouldBe(code, $"{string.Join(' ', words)}\n{answer.Out}\n{answer.Error}");
        answer.Error.ShouldNotContain("   at ");
        return answer;
    }
}
