using System.Text;
using Mandate.Laws;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Generating;
using Mandate.Results.Ledger;
using Mandate.Results.Units;

namespace Mandate.Modules.Tests.Counts;

/// <summary>Proofs from a store verify under its checkpoint, at every place of the tree that matters, and for nothing else.</summary>
public sealed class CountProofTest : IDisposable
{
    private static readonly int[] Places = [0, 1, 253, 254, 255, 509, 510, 511, 697, 698, 699];
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-proof-").FullName;

    public CountProofTest()
    {
        Generator.Write(new GeneratorOptions { Precincts = 700, Regions = 3, Lists = 4, SlipsPerMillion = 0 }, path =>
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            return File.Create(full);
        }, null, TestContext.Current.CancellationToken);
        var catalogue = new Catalogue(Catalogue.FindRoot(null)!);
        var faults = new Findings();
        var opening = new Opening(
            catalogue.Election(Path.Combine(folder, "election")).Election!, "lists", File.ReadAllText(Path.Combine(catalogue.Root, "forms", "zz-precinct.yaml")), null, [],
            UnitFile.Read(Path.Combine(folder, "units.csv"), "units.csv", faults)!.Tree, EntryRules.Standard with { Import = ThirdUse.Acceptance }, "mandate.invalid/proof", "o");
        using var count = Count.Begin(Data, opening, TimeProvider.System, faults).ShouldNotBeNull(faults.All.Count > 0 ? faults.All[0].ToString() : null);
        count.Import(Path.Combine(folder, "protocols.csv"), new ImportOptions(null, "o", Warnings: "made up")).Faults.All.ShouldBeEmpty();
    }

    private string Data => Path.Combine(folder, "count");

    [Fact]
    public void OfUnit_EveryPlace_VerifiesUnderTheCheckpoint()
    {
        List<string> units;
        using (var count = Count.OpenToRead(Data, TimeProvider.System))
        {
            units = [.. Enumerable.Range(0, count.Units.Units.Count).Where(count.Units.Reports).Select(u => count.Units.Units[u].Id)];
        }

        foreach (var unit in Places.Select(i => units[i]))
        {
            var proof = CountProof.OfUnit(Data, unit, TimeProvider.System).ShouldNotBeNull();
            Encoding.UTF8.GetString(proof.Leaf.Span).ShouldContain($"\"unit\":\"{unit}\"");
            var root = Head(proof).Root;
            MerkleProof.VerifyInclusion(MerkleTree.Leaf(proof.Leaf.Span), proof.Index, proof.Size, root, proof.Hashes).ShouldBeTrue(unit);
            MerkleProof.VerifyInclusion(MerkleTree.Leaf("other"u8), proof.Index, proof.Size, root, proof.Hashes).ShouldBeFalse(unit);
        }
    }

    [Fact]
    public void OfUnit_RegionOrUnknown_IsNull()
    {
        CountProof.OfUnit(Data, "zz-01", TimeProvider.System).ShouldBeNull();
        CountProof.OfUnit(Data, "nowhere", TimeProvider.System).ShouldBeNull();
    }

    [Fact]
    public void OfGrowth_FromTheFirstCheckpoint_Verifies()
    {
        var first = CountProof.OfGrowth(Data, 1).ShouldNotBeNull();
        using var store = CountFolder.Open(Data).Read();
        var opening = Note(store.ReadCheckpoints()[0].Note);
        opening.Size.ShouldBe(1);
        MerkleProof.VerifyConsistency(1, opening.Root, first.Size, Head(first).Root, first.Hashes).ShouldBeTrue();
        MerkleProof.VerifyConsistency(1, MerkleTree.Leaf("other"u8), first.Size, Head(first).Root, first.Hashes).ShouldBeFalse();
        CountProof.OfGrowth(Data, first.Size + 1).ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Checkpoint Head(CountProof proof) => Note(proof.Checkpoint);

    private static Checkpoint Note(string text)
    {
        var faults = new Findings();
        return Checkpoint.Parse(SignedNote.Parse(Encoding.UTF8.GetBytes(text), "note", faults)!.Text, "note", faults).ShouldNotBeNull();
    }
}
