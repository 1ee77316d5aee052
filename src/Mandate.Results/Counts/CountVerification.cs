using System.Text;
using System.Text.Json;
using Mandate.Results.Ledger;
using Mandate.Results.Running;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <summary>What came of computing a count again from its ledger.</summary>
/// <param name="Leaves">How many leaves were read.</param>
/// <param name="Checkpoints">How many checkpoints.</param>
/// <param name="Protocols">How many protocols were put to their checks again.</param>
/// <param name="Findings">All that is wrong, in words; empty where nothing is.</param>
public sealed record CountVerification(long Leaves, long Checkpoints, long Protocols, IReadOnlyList<string> Findings)
{
    private const int Page = 4096;
    private const int MostFindings = 1000;

    /// <summary>Gets whether nothing is wrong.</summary>
    public bool Holds => Findings.Count == 0;

    /// <summary>Computes a count again: hashes, signatures, documents, every protocol's checks and versions, every sum.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="outside">Signed checkpoints that somebody kept elsewhere.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StoreException">There is no count.</exception>
    public static CountVerification Of(string path, IReadOnlyList<ReadOnlyMemory<byte>> outside, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(outside);
        var folder = CountFolder.Open(path);
        var findings = new List<string>();
        AuditReport audit;
        long protocols;
        using (var store = folder.Read())
        {
            using var state = store.Snapshot();
            findings.AddRange(store.CheckIntegrity().Select(f => $"store: {f}"));
            var verifier = folder.PublicKey();
            var checkpoints = store.ReadCheckpoints().Select(c => new LedgerCheckpoint(c.Number, Encoding.UTF8.GetBytes(c.Note)));
            audit = LedgerAudit.Run(Read(store), checkpoints, new AuditOptions(verifier.Name, [verifier], [.. outside]));
            findings.AddRange(audit.Findings.Select(f => f.ToString()));
            Tiles(store, findings);
            foreach (var sha256 in store.ListDocuments().Where(d => Count.Hash(store.ReadDocument(d)!) != d))
            {
                findings.Add($"document {sha256}: other bytes than its name says");
            }

            protocols = Check(store, findings);
        }

        if (findings.Count == 0)
        {
            Sums(folder, time, findings);
        }

        return new CountVerification(audit.Leaves, audit.Checkpoints, protocols, findings);
    }

    /// <summary>Every leaf, with the hash that its full tile holds.</summary>
    private static IEnumerable<LedgerLeaf> Read(IStore store)
    {
        var tile = (Number: -1L, Hashes: (byte[]?)null);
        for (var from = 0L; ;)
        {
            var page = new List<(long Number, byte[] Leaf)>(Page);
            store.ReadLeaves(from, (number, leaf) =>
            {
                page.Add((number, leaf.ToArray()));
                return page.Count < Page;
            });
            foreach (var (number, leaf) in page)
            {
                if (number / TileId.FullWidth != tile.Number)
                {
                    tile = (number / TileId.FullWidth, store.ReadTile(0, number / TileId.FullWidth));
                }

                var at = (int)(number % TileId.FullWidth) * MerkleHash.Length;
                yield return new LedgerLeaf(number, leaf, tile.Hashes is { } hashes && hashes.Length == TileId.FullWidth * MerkleHash.Length ? new MerkleHash(hashes.AsSpan(at, MerkleHash.Length)) : null);
                from = number + 1;
            }

            if (page.Count < Page)
            {
                yield break;
            }
        }
    }

    /// <summary>Makes every full tile again from the leaves.</summary>
    private static void Tiles(IStore store, List<string> findings)
    {
        var builder = new TileBuilder((tile, hashes) =>
        {
            if (store.ReadTile(tile.Level, tile.Index) is not { } kept || !hashes.SequenceEqual(kept))
            {
                findings.Add($"tile {tile.Level}/{tile.Index}: not the hashes of the leaves");
            }
        });
        store.ReadLeaves(0, (_, leaf) =>
        {
            builder.Append(MerkleTree.Leaf(leaf));
            return true;
        });
    }

    /// <summary>Puts every protocol to its checks again; what fails must have been accepted with a reason.</summary>
    private static long Check(IStore store, List<string> findings)
    {
        CountShape shape;
        try
        {
            shape = CountShape.Of(CountDefinition.Read(store.ReadLeaf(0)), store);
        }
        catch (Exception e) when (e is LeafException or StoreException)
        {
            findings.Add($"leaf 0: {e.Message}");
            return 0;
        }

        var row = new long[shape.Layout.Width];
        var outcomes = new CheckOutcome[shape.Checks.Outcomes];
        var protocols = 0L;
        store.ReadLeaves(1, (number, leaf) =>
        {
            if (leaf.IndexOf(",\"kind\":\"protocol\","u8) < 0)
            {
                return true;
            }

            try
            {
                shape.Leaf.Read(leaf, row);
                protocols++;
                if (shape.Checks.Evaluate(row, outcomes) > 0)
                {
                    Accepted(number, leaf, shape, outcomes, findings);
                }
            }
            catch (LeafException e)
            {
                findings.Add($"leaf {number}: {e.Message}");
            }

            return findings.Count < MostFindings;
        });
        return protocols;
    }

    private static void Accepted(long number, ReadOnlySpan<byte> leaf, CountShape shape, CheckOutcome[] outcomes, List<string> findings)
    {
        using var json = JsonDocument.Parse(leaf.ToArray());
        var reasons = json.RootElement.TryGetProperty("accepted", out var accepted) ? accepted.EnumerateObject().Select(a => a.Name).ToHashSet(StringComparer.Ordinal) : [];
        for (var c = 0; c < shape.Checks.Checks.Count; c++)
        {
            var check = shape.Checks.Checks[c];
            for (var l = 0; l < shape.Checks.Times(c); l++)
            {
                var name = check.PerList ? $"{check.Code}:{shape.Layout.Lists[l]}" : check.Code;
                if (outcomes[shape.Checks.FirstOutcome(c) + l] == CheckOutcome.Fails && !reasons.Contains(name))
                {
                    findings.Add($"leaf {number}: the check {name} fails and no reason is given");
                }
            }
        }
    }

    /// <summary>Loads the count; signed-off sums must be those of the protocols before them.</summary>
    private static void Sums(CountFolder folder, TimeProvider time, List<string> findings)
    {
        try
        {
            using var count = Count.Load(folder, write: false, time);
            findings.AddRange(count.WrongSignOffs().Select(s => $"leaf {s.Number}: totals of '{s.Unit}' that are not the sums of its protocols"));
        }
        catch (StoreException e)
        {
            findings.Add(e.Message);
        }
    }
}
