using System.Text;
using System.Text.Json.Nodes;
using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>Trees and proofs against published vectors and against the definitions of RFC 9162 as they stand.</summary>
public class MerkleTest
{
    private const int Most = 131;
    private static readonly byte[][] Leaves = MerkleOracle.Leaves(Most);
    private static readonly MerkleHash[] Roots = [.. Enumerable.Range(0, Most + 1).Select(new MerkleOracle(Leaves).Root)];
    private static readonly JsonNode Vectors = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.TestFolder, "Ledger", "merkle-vectors.json")))!;

    [Fact]
    public void Hashes_OfTheVectors_AreThose()
    {
        MerkleTree.EmptyRoot.ToString().ShouldBe((string)Vectors["empty_root"]!);
        MerkleTree.Leaf([]).ToString().ShouldBe((string)Vectors["empty_leaf"]!);
        MerkleTree.Leaf("L123456"u8).ToString().ShouldBe((string)Vectors["leaf_L123456"]!);
        var node = System.Security.Cryptography.SHA256.HashData([1, .. "N123"u8, .. "N456"u8]);
        Convert.ToHexStringLower(node).ShouldBe((string)Vectors["node_N123_N456"]!, "the definition by which the oracle hashes nodes");
    }

    [Fact]
    public void Roots_OfTheVectors_AreThose()
    {
        var leaves = VectorLeaves();
        var frontier = new MerkleFrontier();
        for (var size = 0; size <= leaves.Length; size++)
        {
            frontier.Root().ToString().ShouldBe((string)Vectors["roots_by_size"]![size]!, $"size {size}");
            if (size < leaves.Length)
            {
                frontier.Append(MerkleTree.Leaf(leaves[size]));
            }
        }
    }

    [Fact]
    public void Proofs_OfTheVectors_AreThoseAndVerify()
    {
        var leaves = VectorLeaves();
        var roots = Enumerable.Range(0, leaves.Length + 1).Select(new MerkleOracle(leaves).Root).ToList();
        foreach (var vector in Vectors["inclusion"]!.AsArray())
        {
            var (index, size, proof) = ((int)vector!["index"]!, (int)vector["size"]!, Proof(vector));
            MerkleProof.Inclusion(new TilesInMemory(leaves[..size]), index, size).ShouldBe(proof);
            MerkleProof.VerifyInclusion(MerkleTree.Leaf(leaves[index]), index, size, roots[size], proof).ShouldBeTrue();
        }

        foreach (var vector in Vectors["consistency"]!.AsArray())
        {
            var (earlier, later, proof) = ((int)vector!["size1"]!, (int)vector["size2"]!, Proof(vector));
            MerkleProof.Consistency(new TilesInMemory(leaves[..later]), earlier, later).ShouldBe(proof);
            MerkleProof.VerifyConsistency(earlier, roots[earlier], later, roots[later], proof).ShouldBeTrue();
        }
    }

    [Fact]
    public void Root_OfALogOfProtocols_IsTheOneComputedElsewhere()
    {
        var frontier = new MerkleFrontier();
        for (var i = 0; i < 300; i++)
        {
            frontier.Append(MerkleTree.Leaf(Encoding.UTF8.GetBytes($"{{\"station\":\"{i:0000}\",\"registered\":1000,\"ballots\":600,\"votes\":[300,200,100]}}")));
        }

        frontier.Root().ToString().ShouldBe((string)Vectors["example_protocol_log"]!["root"]!);
    }

    [Fact]
    public void Frontier_EverySize_HasTheRootOfTheDefinition()
    {
        var frontier = new MerkleFrontier();
        for (var size = 0; size < Most; size++)
        {
            frontier.Root().ShouldBe(Roots[size], $"size {size}");
            MerkleFrontier.Restore(frontier.Save()).Root().ShouldBe(Roots[size]);
            frontier.Append(MerkleTree.Leaf(Leaves[size]));
        }
    }

    [Fact]
    public void Frontier_TakenBackAtAnySize_GrowsAsTheOtherDoes()
    {
        var hashes = Leaves.Select(l => MerkleTree.Leaf(l)).ToArray();
        var tiles = new TilesInMemory(Leaves);
        for (var size = 0; size <= Most; size++)
        {
            var first = new MerkleFrontier();
            first.Append(hashes.AsSpan(0, size));
            foreach (var frontier in new[] { MerkleFrontier.Restore(first.Save()), MerkleFrontier.From(tiles, size) })
            {
                frontier.Size.ShouldBe(size);
                frontier.Append(hashes.AsSpan(size));
                frontier.Root().ShouldBe(Roots[Most], $"size {size}");
            }
        }

        Should.Throw<ArgumentException>(() => MerkleFrontier.Restore([1, 2, 3]));
        Should.Throw<ArgumentException>(() => MerkleFrontier.Restore([0, 0, 0, 0, 0, 0, 0, 3, .. new byte[32]])).Message.ShouldStartWith("The 40 bytes are not a saved frontier.");
    }

    [Fact]
    public void Inclusion_EveryLeafOfEverySize_IsTheDefinitionAndVerifies()
    {
        var (tiles, oracle) = (new TilesInMemory(Leaves), new MerkleOracle(Leaves));
        for (var size = 1; size <= Most; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleProof.Inclusion(tiles, index, size);
                proof.ShouldBe(oracle.Path(index, 0, size), $"leaf {index} of {size}");
                MerkleProof.VerifyInclusion(MerkleTree.Leaf(Leaves[index]), index, size, Roots[size], proof).ShouldBeTrue($"leaf {index} of {size}");
            }
        }
    }

    [Fact]
    public void Consistency_EveryPairOfSizes_IsTheDefinitionAndVerifies()
    {
        var (tiles, oracle) = (new TilesInMemory(Leaves), new MerkleOracle(Leaves));
        for (var later = 0; later <= Most; later++)
        {
            for (var earlier = 0; earlier <= later; earlier++)
            {
                var proof = MerkleProof.Consistency(tiles, earlier, later);
                proof.ShouldBe(earlier == 0 ? [] : oracle.SubProof(earlier, 0, later), $"{earlier} to {later}");
                MerkleProof.VerifyConsistency(earlier, Roots[earlier], later, Roots[later], proof).ShouldBeTrue($"{earlier} to {later}");
            }
        }
    }

    [Fact]
    public void VerifyInclusion_AnythingAltered_IsFalse()
    {
        var tiles = new TilesInMemory(Leaves);
        foreach (var size in new[] { 1, 2, 3, 7, 8, 9, 64, 100, 130 })
        {
            for (var index = 0; index < size; index++)
            {
                var (leaf, proof) = (MerkleTree.Leaf(Leaves[index]), MerkleProof.Inclusion(tiles, index, size));
                MerkleProof.VerifyInclusion(MerkleTree.Leaf([1, 2, 3, 4]), index, size, Roots[size], proof).ShouldBeFalse();
                MerkleProof.VerifyInclusion(leaf, index, size, Roots[size - 1], proof).ShouldBeFalse();
                MerkleProof.VerifyInclusion(leaf, -1, size, Roots[size], proof).ShouldBeFalse();
                MerkleProof.VerifyInclusion(leaf, size, size, Roots[size], proof).ShouldBeFalse();
                Enumerable.Range(0, size).Where(i => i != index).ShouldAllBe(i => !MerkleProof.VerifyInclusion(leaf, i, size, Roots[size], proof));
                Damaged(proof).ShouldAllBe(p => !MerkleProof.VerifyInclusion(leaf, index, size, Roots[size], p));
            }
        }
    }

    [Fact]
    public void VerifyConsistency_AnythingAltered_IsFalse()
    {
        var tiles = new TilesInMemory(Leaves);
        foreach (var later in new[] { 1, 2, 3, 7, 8, 9, 64, 100, 130 })
        {
            for (var earlier = 0; earlier <= later; earlier++)
            {
                var proof = MerkleProof.Consistency(tiles, earlier, later);
                MerkleProof.VerifyConsistency(earlier, Roots[earlier + 1], later, Roots[later], proof).ShouldBeFalse($"{earlier} to {later}");
                MerkleProof.VerifyConsistency(earlier, Roots[earlier], earlier - 1, Roots[later], proof).ShouldBeFalse();
                MerkleProof.VerifyConsistency(-1, Roots[earlier], later, Roots[later], proof).ShouldBeFalse();
                if (earlier > 0)
                {
                    MerkleProof.VerifyConsistency(earlier, Roots[earlier], later, Roots[later + 1], proof).ShouldBeFalse($"{earlier} to {later}");
                }

                Damaged(proof).ShouldAllBe(p => !MerkleProof.VerifyConsistency(earlier, Roots[earlier], later, Roots[later], p), $"{earlier} to {later}");
            }
        }
    }

    [Fact]
    public void Leaf_LongerThanTheFormatHolds_IsRefused()
    {
        MerkleTree.Leaf(new byte[65_535]).ShouldBe(new MerkleOracle([new byte[65_535]]).Root(1));
        Should.Throw<ArgumentException>(() => MerkleTree.Leaf(new byte[65_536])).Message.ShouldStartWith("A leaf has at most 65535 bytes, not 65536: a document enters by its hash.");
    }

    [Fact]
    public void Door_PublicTypesOfTheLedger_AreTheseOnly() =>
        typeof(MerkleTree).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(MerkleTree).Namespace).Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe([
            "AuditFault", "AuditFinding", "AuditOptions", "AuditReport", "CanonicalFault", "CanonicalJson", "CanonicalJsonWriter", "Checkpoint", "CheckpointNumber",
            "EntryBundle", "ITileReader", "LeafRange", "LedgerAudit", "LedgerCheckpoint", "LedgerLeaf", "MerkleFrontier", "MerkleHash", "MerkleProof", "MerkleTree",
            "NoteSignature", "NoteVerdict", "SignedNote", "SignerKey", "TileBuilder", "TileFolder", "TileFolderWriter", "TileId", "TileSink", "VerifierKey"]);

    /// <summary>A bit in any neighbour; one left out, one too many, two changed about.</summary>
    private static IEnumerable<IReadOnlyList<MerkleHash>> Damaged(IReadOnlyList<MerkleHash> proof)
    {
        for (var i = 0; i < proof.Count; i++)
        {
            var bytes = proof[i].Bytes.ToArray();
            bytes[i % 32] ^= 1;
            yield return [.. proof.Take(i), new MerkleHash(bytes), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), proof[i], .. proof.Skip(i)];
            if (i + 1 < proof.Count)
            {
                yield return [.. proof.Take(i), proof[i + 1], proof[i], .. proof.Skip(i + 2)];
            }
        }

        yield return [.. proof, MerkleTree.EmptyRoot];
    }

    private static byte[][] VectorLeaves() => [.. Vectors["leaf_inputs_hex"]!.AsArray().Select(l => Convert.FromHexString((string)l!))];

    private static List<MerkleHash> Proof(JsonNode vector) => [.. vector["proof_b64"]!.AsArray().Select(h => new MerkleHash(Convert.FromBase64String((string)h!)))];
}
