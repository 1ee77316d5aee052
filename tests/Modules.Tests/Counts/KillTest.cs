using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Mandate.Laws;
using Mandate.Modules.Tests.Generating;
using Mandate.Modules.Tests.Stores;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Generating;

namespace Mandate.Modules.Tests.Counts;

/// <summary>The program is killed at any moment: what it said is saved is there, and nothing is half there. MANDATE_KILLS says how often; else nine times each.</summary>
public class KillTest
{
    private static readonly Made Country = Made.Of(new GeneratorOptions { Precincts = 3000, Regions = 5, Lists = 5, Seed = 11, SlipsPerMillion = 0 });

    /// <summary>A tenth of them on PostgreSQL, which has its own ways of surviving.</summary>
    private static int Rounds(string kind) => (int.TryParse(Environment.GetEnvironmentVariable("MANDATE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 9) / (kind == "sqlite" ? 1 : 9);

    public static TheoryData<string> Kinds => Ground.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Import_KilledAtAnyMoment_IsThereWholeOrNotAtAll(string kind)
    {
        using var scene = new Scene(kind);
        var whole = Stopwatch.StartNew();
        using (var process = scene.Start(scene.Begin("whole"), "import"))
        {
            await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
        }

        var longest = (int)whole.ElapsedMilliseconds;
        for (var round = 0; round < Rounds(kind); round++)
        {
            var folder = scene.Begin(string.Create(CultureInfo.InvariantCulture, $"round-{round}"));
            var delay = RandomNumberGenerator.GetInt32(longest + 50);
            using (var process = scene.Start(folder, "import"))
            {
                await Task.Delay(delay, TestContext.Current.CancellationToken);
                process.Kill();
                process.WaitForExit();
            }

            using (var count = Count.Open(folder, TimeProvider.System))
            {
                count.Leaves.ShouldBeOneOf(1, 3002);
                count.Status([count.Units.Units[0].Id])[0].Counted.ShouldBe(count.Leaves == 1 ? 0 : (int)count.Leaves - 2);
                count.Journal(1, 10).Count.ShouldBe(count.Leaves == 1 ? 0 : 1);
            }

            CountVerification.Of(folder, [], TimeProvider.System).Findings.ShouldBeEmpty($"killed after {delay} ms");
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Enter_KilledAtAnyMoment_KeepsEveryAcknowledgedProtocol(string kind)
    {
        using var scene = new Scene(kind);
        var cutShort = 0;
        for (var round = 0; round < Rounds(kind); round++)
        {
            var folder = scene.Begin(string.Create(CultureInfo.InvariantCulture, $"round-{round}"));
            var acknowledged = new List<string>();
            using (var process = scene.Start(folder, "enter"))
            {
                // Once the first is saved the program is at it; then any moment will do.
                acknowledged.Add((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
                await Task.Delay(RandomNumberGenerator.GetInt32(200), TestContext.Current.CancellationToken);
                process.Kill();
                var rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                process.WaitForExit();
                acknowledged.AddRange(rest.Split('\n')[..^1]);
            }

            acknowledged.ShouldAllBe(a => a.EndsWith("\tAccepted\t1", StringComparison.Ordinal));
            using (var count = Count.Open(folder, TimeProvider.System))
            {
                count.Status(acknowledged.Select(a => a.Split('\t')[0])).ShouldAllBe(s => s.Counted == 1);
                // One more may have been saved than could be said.
                ((int)count.Leaves - 1 - acknowledged.Count).ShouldBeInRange(0, 1);
                cutShort += count.Leaves < 3001 ? 1 : 0;
            }

            CountVerification.Of(folder, [], TimeProvider.System).Findings.ShouldBeEmpty();
            Directory.Delete(folder, recursive: true);
        }

        cutShort.ShouldBeGreaterThan(0);
    }

    /// <summary>Counts that have just begun, one a round, and a file of three thousand protocols.</summary>
    private sealed class Scene : IDisposable
    {
        private readonly Poll poll;
        private readonly string file;
        private readonly Opening opening;

        public Scene(string kind)
        {
            poll = Poll.Of(kind);
            foreach (var name in Country.Names.Where(n => n.StartsWith("election/", StringComparison.Ordinal)))
            {
                File.WriteAllBytes(poll.Ground.Beside(name), Country.Bytes(name));
            }

            file = poll.Ground.Beside("protocols.csv");
            File.WriteAllBytes(file, Country.Bytes("protocols.csv"));
            opening = poll.Opening(EntryRules.Standard with { Entries = 1, Import = ThirdUse.Acceptance }) with { Units = Country.Units() };
        }

        public string Begin(string name)
        {
            var folder = poll.Ground.Beside(name);
            var findings = new Findings();
            using var count = Count.Begin(folder, opening with { Schema = $"{opening.Schema}_{name.Replace('-', '_')}" }, TimeProvider.System, findings);
            findings.All.ShouldBeEmpty();
            return folder;
        }

        public Process Start(string folder, string verb)
        {
            string[] words = verb == "import" ? ["results", "import", file, "--data", folder] : ["results", "enter", "--as", "t1", "--file", file, "--data", folder];
            return Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mandate-cli"), words) { RedirectStandardOutput = true, Environment = { ["MANDATE_ROOT"] = Repository.Root } })!;
        }

        public void Dispose() => poll.Dispose();
    }
}
