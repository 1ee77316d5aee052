using System.Text;
using Mandate.Laws;
using Mandate.Results.Ledger;
using Mandate.Results.Running;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <content>Copies of a count: backups, and the ledger as files that other people's tools read.</content>
public sealed partial class Count
{
    /// <summary>Copies a count's store into one SQLite file; the secret key is not in it.</summary>
    /// <param name="path">The count's folder; it may be written to meanwhile.</param>
    /// <param name="file">The new file.</param>
    /// <returns>How many leaves it has.</returns>
    /// <exception cref="StoreException">The file is there already.</exception>
    public static long BackUp(string path, string file)
    {
        if (File.Exists(file))
        {
            throw new StoreException($"'{file}' is there already; name a new file.");
        }

        using var from = CountFolder.Open(path).Read();
        var partial = file + ".part";
        File.Delete(partial);
        if (from is SqliteStore sqlite)
        {
            sqlite.CopyTo(partial);
        }
        else
        {
            // Copied once more, so that the file needs no write-ahead log beside it.
            var working = file + ".copy";
            File.Delete(working);
            using (var to = SqliteStore.Open(working))
            {
                using var state = from.Snapshot();
                Copy(from, to);
                to.CopyTo(partial);
            }

            File.Delete(working);
            WriteLock.Clean(working);
        }

        File.Move(partial, file);
        using var copy = SqliteStore.OpenToRead(file);
        return copy.CheckIntegrity() is [] ? copy.CountLeaves() : throw new StoreException($"'{file}' is damaged; check the disk and make another.");
    }

    /// <summary>Makes a count again from a backup and the key that was kept apart; it is verified before anything is left behind.</summary>
    /// <param name="path">The new folder.</param>
    /// <param name="file">The backup.</param>
    /// <param name="keyFile">The secret key.</param>
    /// <param name="electionFolder">The folder of the election; null where its id finds it.</param>
    /// <param name="postgres">The connection string of a PostgreSQL database; null for a SQLite file.</param>
    /// <param name="schema">The schema in that database.</param>
    /// <param name="time">The clock.</param>
    /// <returns>How many leaves it has.</returns>
    /// <exception cref="StoreException">A count is there already, or the backup and the key do not belong together.</exception>
    public static long Restore(string path, string file, string keyFile, string? electionFolder, string? postgres, string schema, TimeProvider time)
    {
        if (CountFolder.Exists(path))
        {
            throw new StoreException($"A count is in '{path}' already.");
        }

        if (!File.Exists(file))
        {
            throw new StoreException($"Found no backup '{file}'.");
        }

        var faults = new Findings();
        using var key = SignerKey.ReadFile(keyFile, faults) ?? throw new StoreException(faults.All[0].ToString());
        using var from = SqliteStore.OpenToRead(file);
        CountDefinition definition;
        try
        {
            definition = CountDefinition.Read(from.ReadLeaf(0));
        }
        catch (LeafException e)
        {
            throw new StoreException($"'{file}' is no backup of a count: {e.Message}.", e);
        }

        // The backup is verified with the key before anything is made.
        LedgerKeeper.Load(from, definition.Origin, key.Verifier, null, static (_, _) => true);
        Directory.CreateDirectory(path);
        var folder = CountFolder.New(path, electionFolder, postgres, schema, definition.Training);
        if (File.Exists(folder.KeyFile))
        {
            throw new StoreException($"A key is in '{folder.KeyFile}' already; choose an empty folder.");
        }

        using (var to = folder.Write())
        {
            if (to.CountLeaves() > 0)
            {
                throw new StoreException($"A count is in '{to.Shown}' already.");
            }

            Copy(from, to);
        }

        key.WriteFile(folder.KeyFile);
        File.WriteAllText(folder.PublicKeyFile, key.Verifier + "\n");
        folder.Save();
        using var count = Load(folder, false, time);
        return count.Leaves;
    }

    /// <summary>Writes the ledger as C2SP tlog-tiles into a folder: tiles, entry bundles and the checkpoint.</summary>
    /// <param name="path">The count's folder.</param>
    /// <param name="target">The new folder.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <returns>How many leaves.</returns>
    public static long WriteTiles(string path, string target, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using var from = CountFolder.Open(path).Read();
        using var state = from.Snapshot();
        if (from.LastCheckpoint() is not { } last || SignedNote.Parse(Encoding.UTF8.GetBytes(last.Note), "the last checkpoint", findings) is not { } note)
        {
            return 0;
        }

        return TileFolderWriter.Write(target, Bytes(from), note, findings).Size;
    }

    /// <summary>Sign-offs whose sums are not those of the protocols before them.</summary>
    internal IReadOnlyList<(long Number, string Unit)> WrongSignOffs()
    {
        var wrong = new List<(long, string)>();
        foreach (var decision in decisions.Where(d => d.Kind == Decision.SignedOff && Units.Find(d.Text("unit")) is >= 0 and var unit && changed[unit] < d.Number))
        {
            var unit = Units.Find(decision.Text("unit"));
            var sums = new long[Layout.Width];
            for (var i = 0; i < Layout.RawWidth; i++)
            {
                sums[i] = final.Known(unit, i) > 0 ? final.Sum(unit, i) : Layout.Blank;
            }

            var json = new CanonicalJsonWriter();
            shape.Leaf.WriteFigures(json, sums);
            if (Encoding.UTF8.GetString(json.Written.Span) != decision.Body.GetProperty("figures").GetRawText())
            {
                wrong.Add((decision.Number, decision.Text("unit")));
            }
        }

        return wrong;
    }

    private static void Copy(IStore from, IStore to)
    {
        using var change = to.Begin();
        foreach (var document in from.ListDocuments())
        {
            change.AddDocument(document, from.ReadDocument(document)!);
        }

        from.ReadLeaves(0, (number, leaf) =>
        {
            change.AddLeaf(number, leaf);
            return true;
        });
        for (var level = 0; level < TileId.MostLevels; level++)
        {
            for (var number = 0L; from.ReadTile(level, number) is { } hashes; number++)
            {
                change.AddTile(level, number, hashes);
            }
        }

        foreach (var checkpoint in from.ReadCheckpoints())
        {
            change.AddCheckpoint(checkpoint.Number, checkpoint.Note);
        }

        foreach (var draft in from.ReadDrafts())
        {
            change.PutDraft(draft.Unit, draft.State);
        }

        foreach (var line in from.ReadJournal(0, int.MaxValue))
        {
            change.AddJournal(line.Line);
        }

        change.Commit();
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Bytes(IStore store)
    {
        const int Page = 4096;
        for (var from = 0L; ;)
        {
            var page = new List<byte[]>(Page);
            store.ReadLeaves(from, (_, leaf) =>
            {
                page.Add(leaf.ToArray());
                return page.Count < Page;
            });
            foreach (var leaf in page)
            {
                yield return leaf;
            }

            from += page.Count;
            if (page.Count < Page)
            {
                yield break;
            }
        }
    }
}
