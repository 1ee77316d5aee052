using System.Text;
using Mandate.Laws;
using Mandate.Modules.Tests.Stores;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Ledger;
using Mandate.Results.Stores;

namespace Mandate.Modules.Tests.Counts;

/// <summary>Backups, the public ledger, and tampering that verification names.</summary>
public class KeepingTest
{
    public static TheoryData<string> Kinds => Ground.Kinds;

    public static TheoryData<string, string, string> Tampering
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var kind in new[] { "sqlite", "postgres" })
            {
                var cast = kind == "sqlite" ? ("CAST(replace(CAST(leaf AS TEXT), '\"row\":\"4\"', '\"row\":\"5\"') AS BLOB)", "x'00'") : ("convert_to(replace(convert_from(leaf, 'UTF8'), '\"row\":\"4\"', '\"row\":\"5\"'), 'UTF8')", "'\\x00'");
                data.Add(kind, $"UPDATE leaves SET leaf = {cast.Item1} WHERE number = 4", "leaf 4: found ");
                data.Add(kind, "DELETE FROM leaves WHERE number = 7", "leaf 7: found a gap before leaf 8");
                data.Add(kind, "DELETE FROM leaves WHERE number >= 299", "found ");
                data.Add(kind, $"INSERT INTO leaves VALUES(304, {cast.Item2})", "leaf 304: found ");
                data.Add(kind, "DELETE FROM checkpoints WHERE number = 1", "checkpoint 1: found ");
                data.Add(kind, "DELETE FROM checkpoints WHERE number = 3", "leaves ");
                data.Add(kind, "UPDATE checkpoints SET note = replace(note, 'mandate', 'mundate') WHERE number = 2", "checkpoint 2: found ");
                data.Add(kind, $"UPDATE documents SET bytes = {cast.Item2}", "document ");
                data.Add(kind, "DELETE FROM documents", "leaf 0: ");
                data.Add(kind, "DELETE FROM tiles", "tile 0/0: not the hashes of the leaves");
                data.Add(kind, $"UPDATE tiles SET hashes = {cast.Item2}", "tile 0/0: not the hashes of the leaves");
                data.Add(kind, "UPDATE leaves SET number = CASE number WHEN 2 THEN 1000002 ELSE 1000003 END WHERE number IN (2, 3); UPDATE leaves SET number = 1000005 - number WHERE number > 1000000", "leaf 2: found ");
                data.Add(kind, $"INSERT INTO drafts VALUES('nobody', {cast.Item2})", "The entry of 'nobody' in ");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Tampering))]
    public void Verify_WhatWasDoneBehindItsBack_IsNamed(string kind, string sql, string named)
    {
        using var poll = Poll.Of(kind);
        Full(poll);
        poll.Verify().Findings.ShouldBeEmpty();
        poll.Ground.Sql(sql).ShouldBeGreaterThan(0);
        var after = poll.Verify();
        after.Holds.ShouldBeFalse();
        after.Findings.ShouldContain(f => f.StartsWith(named, StringComparison.Ordinal) || f.Contains(named, StringComparison.Ordinal), string.Join('\n', after.Findings));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Verify_CheckpointKeptOutside_ShowsAnotherHistory(string kind)
    {
        using var poll = Poll.Of(kind);
        Full(poll);
        byte[] kept;
        using (var store = poll.Ground.Read())
        {
            kept = Encoding.UTF8.GetBytes(store.LastCheckpoint()!.Value.Note);
        }

        poll.Verify(kept).Findings.ShouldBeEmpty();
        using var again = Poll.Of(kind);
        Full(again, corrected: true);
        again.Verify(kept).Findings.ShouldContain(f => f.StartsWith("outside checkpoint 0", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Verify_FailedCheckWithoutAReason_IsNamed(string kind)
    {
        // Signed by the right key, and yet no count would have taken it.
        using var poll = Poll.Of(kind);
        using (var count = poll.Begin())
        {
            Poll.Import(count, poll.File_([Poll.Warning(Poll.Protocols()[0])]), new ImportOptions(null, "importer", Warnings: "so it is"));
        }

        Sign(poll, leaf => leaf.Replace("\"accepted\":{\"ZZ.06\":\"so it is\"},", string.Empty, StringComparison.Ordinal));
        poll.Verify().Findings.ShouldBe(["leaf 2: the check ZZ.06 fails and no reason is given"]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Verify_SignedTotalsThatAreNotTheSums_AreNamed(string kind)
    {
        using var poll = Poll.Of(kind);
        var top = string.Empty;
        using (var count = poll.Begin())
        {
            Poll.Import(count, poll.Whole);
            top = count.Units.Units[0].Id;
            count.SignOff(top, "c1").Leaf.ShouldBe(102);
        }

        Sign(poll, leaf => leaf.Contains("\"kind\":\"signed-off\"", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Replace(leaf, "\"found\":\"\\d", "\"found\":\"9") : leaf);
        poll.Verify().Findings.ShouldBe([$"leaf 102: totals of '{top}' that are not the sums of its protocols"]);
    }

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    [InlineData("postgres", "postgres")]
    public void BackUp_AndRestore_GiveTheSameCount_OnAnyStore(string from, string to)
    {
        using var poll = Poll.Of(from);
        Full(poll);
        var file = poll.Ground.Beside("night.db");
        using (var open = poll.Reopen())
        {
            open.Enter(Poll.Stations[0], Poll.Boss, [seen => new OpenCorrection(Poll.Boss, seen, CorrectionKind.Recount, "court")]).Refusal.ShouldBeNull();
            // A backup is made while the count goes on.
            Count.BackUp(poll.Folder, file).ShouldBe(304);
        }

        Directory.GetFiles(Path.GetDirectoryName(file)!, "night*").ShouldBe([file]);
        Should.Throw<StoreException>(() => Count.BackUp(poll.Folder, file)).Message.ShouldEndWith("is there already; name a new file.");
        using var ground = Ground.Of(to);
        var key = Path.Combine(poll.Folder, "live.key");
        Count.Restore(ground.Folder, file, key, poll.Ground.Beside("election"), ground.Postgres, ground.Schema, TimeProvider.System).ShouldBe(304);
        CountVerification.Of(ground.Folder, [], TimeProvider.System).Findings.ShouldBeEmpty();
        using var before = poll.Reopen();
        using var after = Count.Open(ground.Folder, TimeProvider.System);
        after.Of(Phase.Final).SameSums(before.Of(Phase.Final)).ShouldBeTrue();
        after.Journal(1, 100).ShouldBe(before.Journal(1, 100));
        after.Drafts.Count.ShouldBe(1);
        Poll.Import(after, poll.File_([Poll.Other(Poll.Protocols()[9], 3)]), new ImportOptions(null, "importer", Correction: "court")).ShouldStartWith("1 accepted");
        Should.Throw<StoreException>(() => Count.Restore(ground.Folder, file, key, null, ground.Postgres, ground.Schema, TimeProvider.System)).Message.ShouldEndWith("already.");
    }

    [Fact]
    public void Restore_KeyOfAnotherCount_LeavesNothing()
    {
        using var poll = Poll.Of("sqlite");
        using var other = Poll.Of("sqlite");
        Full(poll);
        other.Begin().Dispose();
        var file = poll.Ground.Beside("night.db");
        Count.BackUp(poll.Folder, file);
        var target = poll.Ground.Beside("again");
        Should.Throw<StoreException>(() => Count.Restore(target, file, Path.Combine(other.Folder, "live.key"), null, null, "mandate", TimeProvider.System)).Message.ShouldContain("its last checkpoint is not signed by the count's key");
        Directory.Exists(target).ShouldBeFalse();
        Should.Throw<StoreException>(() => Count.Restore(target, file + "x", "nokey", null, null, "mandate", TimeProvider.System)).Message.ShouldStartWith("Found no backup");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Tiles_AreReadAndCheckedByOtherTools(string kind)
    {
        using var poll = Poll.Of(kind);
        Full(poll);
        var folder = poll.Ground.Beside("ledger");
        var findings = new Findings();
        Count.WriteTiles(poll.Folder, folder, findings).ShouldBe(304);
        var tiles = TileFolder.Open(folder, findings)!;
        tiles.Head.Size.ShouldBe(304);
        tiles.Check(findings);
        var key = VerifierKey.Parse(File.ReadAllText(Path.Combine(poll.Folder, "live.pub")).TrimEnd('\n'), "key", findings)!;
        tiles.Note.Verify([key]).Holds.ShouldBeTrue();
        tiles.Leaves(findings).Count().ShouldBe(304);
        findings.All.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Open_ToRead_WhileAnotherWrites_AlwaysFindsOneState(string kind)
    {
        using var poll = Poll.Of(kind);
        using var count = poll.Begin();
        Poll.Import(count, poll.Whole);
        var done = false;
        var writer = Task.Run(
            () =>
            {
                for (var i = 0; i < 40; i++)
                {
                    Poll.Import(count, poll.File_([Poll.Other(Poll.Protocols()[i % 7], 1 + i)]), new ImportOptions(null, "importer", Correction: "court"));
                }

                done = true;
            },
            TestContext.Current.CancellationToken);
        var read = 0;
        while (!Volatile.Read(ref done) || read == 0)
        {
            using var reader = Count.OpenToRead(poll.Folder, TimeProvider.System);
            read++;
        }

        await writer;
        var file = poll.Ground.Beside("night.db");
        Count.BackUp(poll.Folder, file);
        poll.Verify().Findings.ShouldBeEmpty();
    }

    /// <summary>A count of 304 leaves in four commits: more than one full tile.</summary>
    private static void Full(Poll poll, bool corrected = false)
    {
        using var count = poll.Begin();
        Poll.Import(count, poll.Whole);
        foreach (var votes in new[] { 1, 2 })
        {
            Poll.Import(count, poll.File_(Poll.Protocols().Select((p, i) => Poll.Other(p, votes + (corrected && i == 8 ? 1 : 0)))), new ImportOptions(null, "importer", Correction: "court")).ShouldStartWith("100 accepted");
        }

        count.Leaves.ShouldBe(304);
    }

    /// <summary>Writes the leaves otherwise and signs them with the count's own key.</summary>
    private static void Sign(Poll poll, Func<string, string> change)
    {
        var findings = new Findings();
        using var key = SignerKey.ReadFile(Path.Combine(poll.Folder, "live.key"), findings)!;
        var leaves = new List<byte[]>();
        using (var store = poll.Ground.Read())
        {
            store.ReadLeaves(0, (_, leaf) =>
            {
                leaves.Add(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(leaf))));
                return true;
            });
        }

        poll.Ground.Sql("DELETE FROM leaves");
        poll.Ground.Sql("DELETE FROM checkpoints");
        using var again = poll.Ground.Write();
        var keeper = LedgerKeeper.Empty("mandate.invalid/test", key);
        using var commit = again.Begin();
        leaves.ForEach(l => keeper.Append(commit, l));
        keeper.Seal(commit);
        commit.Commit();
    }
}
