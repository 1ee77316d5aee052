using System.Security.Cryptography;
using System.Text;
using Mandate.Results.Stores;

namespace Mandate.Modules.Tests.Stores;

/// <summary>What every store must do, the same on each.</summary>
public class StoreContractTest
{
    public static TheoryData<string> Kinds => Ground.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void Commit_KeepsAllOfAChange_AndItIsThereAfterReopening(string kind)
    {
        using var ground = Ground.Of(kind);
        using (var store = ground.Write())
        {
            Fill(store, commit: true);
            Holds(store);
        }

        using (var store = ground.Read())
        {
            Holds(store);
        }

        using (var store = ground.Write())
        {
            Holds(store);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Dispose_WithoutCommit_LeavesNothing(string kind)
    {
        using var ground = Ground.Of(kind);
        using var store = ground.Write();
        Fill(store, commit: false);
        store.CountLeaves().ShouldBe(0);
        store.ReadLeaf(0).ShouldBeNull();
        store.ReadCheckpoints().ShouldBeEmpty();
        store.LastCheckpoint().ShouldBeNull();
        store.ReadTile(0, 0).ShouldBeNull();
        store.ListDocuments().ShouldBeEmpty();
        store.ReadDrafts().ShouldBeEmpty();
        store.ReadJournal(0, 10).ShouldBeEmpty();
        Fill(store, commit: true);
        Holds(store);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Leaves_OfAnyBytesAndNumber_ComeBackExactlyAndInOrder(string kind)
    {
        using var ground = Ground.Of(kind);
        using var store = ground.Write();
        var leaves = Enumerable.Range(0, 700).Select(i => RandomNumberGenerator.GetBytes(i * i % 1009)).ToList();
        leaves[3] = [];
        leaves[4] = new byte[65_535];
        // One change with few leaves, and one with more than go one by one.
        foreach (var (from, to) in new[] { (0, 10), (10, 700) })
        {
            using var change = store.Begin();
            for (var i = from; i < to; i++)
            {
                change.AddLeaf(i, leaves[i]);
            }

            change.Commit();
        }

        store.CountLeaves().ShouldBe(700);
        store.ReadLeaf(4).ShouldBe(leaves[4]);
        store.ReadLeaf(3).ShouldBe([]);
        store.ReadLeaf(700).ShouldBeNull();
        var next = 5L;
        store.ReadLeaves(5, (number, leaf) =>
        {
            number.ShouldBe(next++);
            leaf.SequenceEqual(leaves[(int)number]).ShouldBeTrue();
            // A visitor may read the store.
            number.ShouldBeLessThan(store.CountLeaves());
            return number < 600;
        });
        next.ShouldBe(601);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void LeafNumber_Twice_IsRefused(string kind)
    {
        using var ground = Ground.Of(kind);
        using var store = ground.Write();
        Fill(store, commit: true);
        Should.Throw<System.Data.Common.DbException>(() =>
        {
            using var change = store.Begin();
            change.AddLeaf(1, "again"u8);
            change.Commit();
        });
        Holds(store);
        using var after = store.Begin();
        after.AddLeaf(2, "third"u8);
        after.Commit();
        store.CountLeaves().ShouldBe(3);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void DraftsAndDocuments_AreReplacedRemovedAndKept(string kind)
    {
        using var ground = Ground.Of(kind);
        using var store = ground.Write();
        Fill(store, commit: true);
        using (var change = store.Begin())
        {
            change.PutDraft("ä/unit", [9]);
            change.PutDraft("a", [7]);
            change.PutDraft("nobody", null);
            change.AddDocument("aa", [5]);
            change.Commit();
        }

        store.ReadDrafts().Select(d => $"{d.Unit} {d.State[0]}").ShouldBe(["a 7", "ä/unit 9"]);
        store.ReadDocument("aa").ShouldBe([1, 0, 2]); // one that is there stays
        using (var change = store.Begin())
        {
            change.PutDraft("a", null);
            change.Commit();
        }

        store.ReadDrafts().Single().Unit.ShouldBe("ä/unit");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Journal_IsNumberedFrom1_AndReadByPart(string kind)
    {
        using var ground = Ground.Of(kind);
        using var store = ground.Write();
        using (var change = store.Begin())
        {
            for (var i = 1; i <= 5; i++)
            {
                change.AddJournal($"line {i}");
            }

            change.Commit();
        }

        store.ReadJournal(1, 2).ShouldBe([new JournalLine(1, "line 1"), new JournalLine(2, "line 2")]);
        store.ReadJournal(4, 100).Select(j => j.Line).ShouldBe(["line 4", "line 5"]);
        store.ReadJournal(6, 100).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Reader_WhileAnotherWrites_SeesWhatIsCommitted_AndASnapshotStays(string kind)
    {
        using var ground = Ground.Of(kind);
        using var writer = ground.Write();
        Fill(writer, commit: true);
        using var reader = ground.Read();
        using (var change = writer.Begin())
        {
            change.AddLeaf(2, "third"u8);
            change.AddCheckpoint(1, "note of three");
            Holds(reader);
            using (reader.Snapshot())
            {
                Holds(reader);
                change.Commit();
                Holds(reader);
            }
        }

        reader.CountLeaves().ShouldBe(3);
        reader.LastCheckpoint().ShouldBe(new StoredCheckpoint(1, "note of three"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void SecondWriter_IsRefused_AndToldWhoTheFirstIs(string kind)
    {
        using var ground = Ground.Of(kind);
        using (ground.Write())
        {
            var refused = Should.Throw<StoreException>(() => ground.Write().Dispose());
            refused.Message.ShouldContain(kind == "sqlite" ? $"is being written by process {Environment.ProcessId} on {Environment.MachineName};" : "is being written by session ");
            refused.Message.ShouldContain(kind == "sqlite" ? ground.StoreFile : "of postgres from this machine;");
            refused.Message.ShouldEndWith("; wait until it has ended, or end it.");
        }

        ground.Write().Dispose();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Open_StoreOfTheFirstVersion_IsBroughtUpToDateAndKeepsAll(string kind)
    {
        using var ground = Ground.Of(kind);
        Old(ground);
        ground.Sql(kind == "sqlite" ? "INSERT INTO leaves VALUES(0, x'616200ff')" : "INSERT INTO leaves VALUES(0, '\\x616200ff')");
        ground.Sql("INSERT INTO checkpoints VALUES(0, 'note')");
        ground.Sql(kind == "sqlite" ? "INSERT INTO drafts VALUES('u', x'07')" : "INSERT INTO drafts VALUES('u', '\\x07')");
        // Whoever only reads brings it up to date as well.
        using (var store = ground.Read())
        {
            store.ReadLeaf(0).ShouldBe([0x61, 0x62, 0, 0xff]);
            store.ReadJournal(1, 10).ShouldBeEmpty();
        }

        using (var store = ground.Write())
        {
            store.LastCheckpoint().ShouldBe(new StoredCheckpoint(0, "note"));
            store.ReadDrafts().Single().State.ShouldBe([7]);
            using var change = store.Begin();
            change.AddJournal("new");
            change.Commit();
            store.ReadJournal(1, 10).ShouldBe([new JournalLine(1, "new")]);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Open_NewerVersion_IsRefused(string kind)
    {
        using var ground = Ground.Of(kind);
        ground.Write().Dispose();
        ground.Sql(kind == "sqlite" ? "PRAGMA user_version = 99" : "INSERT INTO version VALUES(99)");
        Should.Throw<StoreException>(() => ground.Write().Dispose()).Message.ShouldContain("is of version 99; this program knows versions up to 2. Use a newer program.");
        Should.Throw<StoreException>(() => ground.Read().Dispose()).Message.ShouldContain("is of version 99");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CheckIntegrity_SoundStore_FindsNothing(string kind)
    {
        using var ground = Ground.Of(kind);
        using var store = ground.Write();
        Fill(store, commit: true);
        store.CheckIntegrity().ShouldBeEmpty();
    }

    [Fact]
    public void CheckIntegrity_LeafThatIsGone_IsTold()
    {
        using var ground = Ground.Of("postgres");
        using (var store = ground.Write())
        {
            Fill(store, commit: true);
        }

        ground.Sql("DELETE FROM leaves WHERE number = 0");
        using var after = ground.Read();
        after.CheckIntegrity().ShouldBe(["1 leaves numbered 1 to 1"]);
    }

    [Fact]
    public void CopyTo_MakesOneWholeFile()
    {
        using var ground = Ground.Of("sqlite");
        var copy = ground.Beside("copy.db");
        using (var store = SqliteStore.Open(ground.StoreFile))
        {
            Fill(store, commit: true);
            store.CopyTo(copy);
        }

        Directory.GetFiles(Path.GetDirectoryName(copy)!).ShouldBe([copy]);
        using var read = SqliteStore.OpenToRead(copy);
        Holds(read);
    }

    [Fact]
    public void Open_OtherDatabaseOrNone_IsRefusedAndLeftAsItIs()
    {
        using var ground = Ground.Of("sqlite");
        Should.Throw<StoreException>(() => SqliteStore.OpenToRead(ground.StoreFile)).Message.ShouldContain("Found no count in '");
        ground.Sql("CREATE TABLE other(x)");
        Should.Throw<StoreException>(() => SqliteStore.OpenToRead(ground.StoreFile)).Message.ShouldContain("but another database");
        Should.Throw<StoreException>(() => SqliteStore.Open(ground.StoreFile)).Message.ShouldContain("but another database");
        File.WriteAllText(ground.StoreFile, new string('x', 5000));
        Should.Throw<StoreException>(() => SqliteStore.Open(ground.StoreFile)).Message.ShouldContain("Found no count in '");
        Should.Throw<StoreException>(() => SqliteStore.OpenToRead(ground.StoreFile)).Message.ShouldContain("Found no count in '");
        File.ReadAllText(ground.StoreFile).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public void Postgres_NobodyThere_IsToldInOneSentence() =>
        Should.Throw<StoreException>(() => PostgresStore.Open("Host=/nowhere/at/all;Username=x;Timeout=2", "s")).Message.ShouldStartWith("PostgreSQL could not be reached: ");

    private static void Fill(IStore store, bool commit)
    {
        using var change = store.Begin();
        change.AddLeaf(0, "first"u8);
        change.AddLeaf(1, [0, 255, 10]);
        change.AddTile(0, 0, new byte[8192]);
        change.AddTile(1, 3, [1, 2, 3]);
        change.AddCheckpoint(0, "note\n\n— key ä\n");
        change.AddDocument("bb", Encoding.UTF8.GetBytes("Құжат"));
        change.AddDocument("aa", [1, 0, 2]);
        change.PutDraft("ä/unit", [1, 2]);
        change.AddJournal("somebody did something");
        if (commit)
        {
            change.Commit();
        }
    }

    private static void Holds(IStore store)
    {
        store.CountLeaves().ShouldBe(2);
        store.ReadLeaf(0).ShouldBe("first"u8.ToArray());
        store.ReadLeaf(1).ShouldBe([0, 255, 10]);
        store.ReadTile(0, 0).ShouldBe(new byte[8192]);
        store.ReadTile(1, 3).ShouldBe([1, 2, 3]);
        store.ReadTile(0, 1).ShouldBeNull();
        store.ReadCheckpoints().ShouldBe([new StoredCheckpoint(0, "note\n\n— key ä\n")]);
        store.LastCheckpoint().ShouldBe(new StoredCheckpoint(0, "note\n\n— key ä\n"));
        store.ListDocuments().ShouldBe(["aa", "bb"]);
        Encoding.UTF8.GetString(store.ReadDocument("bb")!).ShouldBe("Құжат");
        store.ReadDocument("cc").ShouldBeNull();
        store.ReadDrafts().Single().Unit.ShouldBe("ä/unit");
        store.ReadJournal(0, 10).ShouldBe([new JournalLine(1, "somebody did something")]);
    }

    private static void Old(Ground ground)
    {
        if (ground.Postgres is null)
        {
            ground.Sql(StoreSchema.Sqlite[0] + " PRAGMA user_version = 1;");
        }
        else
        {
            ground.Sql($"CREATE SCHEMA {ground.Schema}; CREATE TABLE version(version integer PRIMARY KEY); INSERT INTO version VALUES(1); {StoreSchema.Postgres[0]}");
        }
    }
}
