using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>Leaves tampered with in every way at every place: a finding names the leaf, or the commit it came with.</summary>
public sealed class LeafAuditTest : IDisposable
{
    private readonly MadeLedger ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public void Run_SoundLedger_Holds()
    {
        foreach (var hashes in new[] { false, true })
        {
            if (hashes)
            {
                ledger.KeepHashes();
            }

            var report = ledger.Audit(ledger.Checkpoints[3].Note);
            report.Findings.ShouldBeEmpty();
            (report.Holds, report.Leaves, report.ProvedSize).ShouldBe((true, MadeLedger.Size, MadeLedger.Size));
            (report.Checkpoints, report.Agreeing).ShouldBe((ledger.Checkpoints.Count + 1, ledger.Checkpoints.Count + 1));
        }

        ledger.Leaves.Clear();
        ledger.Checkpoints.Clear();
        ledger.Audit().ShouldSatisfyAllConditions(r => r.Holds.ShouldBeTrue(), r => r.Root.ShouldBe(MerkleTree.EmptyRoot));
    }

    [Fact]
    public void Run_LeafTakenOut_IsNamed() => Each(
        leaf => ledger.Leaves.RemoveAt(leaf),
        (leaf, report) =>
        {
            var finding = report.Findings.Single(f => f.Fault == AuditFault.LeafMissing);
            (finding.Leaves, finding.Checkpoint).ShouldBe((new LeafRange(leaf, leaf), new CheckpointNumber(ledger.Commit(leaf))));
            report.Findings.Single(f => f != finding).ShouldSatisfyAllConditions(
                f => f.Fault.ShouldBe(AuditFault.CheckpointsUnchecked), f => f.Checkpoint.ShouldBe(new CheckpointNumber(ledger.Commit(leaf))));
        });

    /// <summary>Numbered anew, nothing says which one is gone; but no leaf before its commit is in doubt.</summary>
    [Fact]
    public void Run_LeafTakenOutAndRestNumberedAnew_CommitIsNamed() => Each(
        leaf =>
        {
            ledger.Leaves.RemoveAt(leaf);
            ledger.Renumber();
        },
        (leaf, report) =>
        {
            report.Findings.ShouldContain(f => f.Fault == AuditFault.LeafMissing && f.Leaves == new LeafRange(MadeLedger.Size - 1, MadeLedger.Size - 1));
            if (ledger.Commit(leaf) < ledger.Sizes.Count - 1)
            {
                Altered(leaf, report);
            }
        });

    [Fact]
    public void Run_LeafPutIn_CommitIsNamed() => Each(
        leaf =>
        {
            ledger.Leaves.Insert(leaf, new LedgerLeaf(0, MadeLedger.Leaf(1234)));
            ledger.Renumber();
        },
        (leaf, report) =>
        {
            Altered(leaf, report);
            report.Findings.ShouldContain(f => f.Fault == AuditFault.LeavesUncovered && f.Leaves == new LeafRange(MadeLedger.Size, MadeLedger.Size));
        });

    [Fact]
    public void Run_NeighboursChangedAbout_CommitIsNamed() => Each(
        leaf =>
        {
            var other = leaf == 0 ? 1 : leaf - 1;
            (ledger.Leaves[leaf], ledger.Leaves[other]) = (ledger.Leaves[other], ledger.Leaves[leaf]);
            ledger.Renumber();
        },
        (leaf, report) => Altered(Math.Max(0, leaf - 1), report));

    [Fact]
    public void Run_AnyByteAltered_CommitIsNamed() => Each(leaf => Alter(leaf, keepHash: false), Altered);

    [Fact]
    public void Run_AnyByteAlteredBesideItsHash_LeafIsNamed()
    {
        ledger.KeepHashes();
        Each(
            leaf => Alter(leaf, keepHash: true),
            (leaf, report) =>
            {
                report.Findings.Where(f => f.Fault == AuditFault.LeafAltered).Select(f => f.Leaves).ShouldBe([new LeafRange(leaf, leaf)]);
                report.Findings.ShouldAllBe(f => f.Leaves == new LeafRange(leaf, leaf), "the tree of stored hashes holds, so nothing else is in doubt");
            });
    }

    [Fact]
    public void Run_LeafAndItsHashAltered_CommitIsNamed()
    {
        ledger.KeepHashes();
        Each(leaf => Alter(leaf, keepHash: false), Altered);
    }

    [Fact]
    public void Run_EndCutOff_IsNamed()
    {
        for (var left = MadeLedger.Size - 1; left >= 0; left--)
        {
            ledger.Leaves.RemoveAt(left);
            var report = ledger.Audit();
            var finding = report.Findings.Single(f => f.Fault == AuditFault.LeafMissing);
            (finding.Leaves, finding.Checkpoint).ShouldBe((new LeafRange(left, MadeLedger.Size - 1), new CheckpointNumber(ledger.Commit(left))));
            report.ProvedSize.ShouldBe(ledger.CommitOf(left).First);
        }
    }

    /// <summary>What the ledger cannot show by itself, and a checkpoint kept elsewhere does.</summary>
    [Fact]
    public void Run_EndCutOffWithItsCheckpoints_ShowsByACheckpointKeptOutside()
    {
        var kept = ledger.Checkpoints[^1].Note;
        var left = ledger.Sizes[^4];
        ledger.Leaves.RemoveRange(left, MadeLedger.Size - left);
        ledger.Checkpoints.RemoveRange(ledger.Checkpoints.Count - 3, 3);
        ledger.Audit().Holds.ShouldBeTrue();
        ledger.Audit(kept).Findings[0].ToString().ShouldBe($"leaves {left} to 299: found the end after leaf {left - 1}; expected every number: outside checkpoint 0 covers 300 leaves");
    }

    [Fact]
    public void Run_NumberTwice_IsNamed()
    {
        ledger.Leaves.Insert(8, ledger.Leaves[5]);
        ledger.Audit().Findings.Select(f => f.ToString()).ShouldBe(["leaf 5: found its number after 7; expected each number once, in order"]);
    }

    [Fact]
    public void Run_LeavesThatWereSignedSo_AreStillCheckedForForm()
    {
        ledger.Leaves.Clear();
        ledger.Checkpoints.Clear();
        byte[][] leaves = ["{\"b\":true,\"a\":true}"u8.ToArray(), "true"u8.ToArray(), [], new byte[65_536]];
        for (var i = 0; i < leaves.Length; i++)
        {
            ledger.Leaves.Add(new LedgerLeaf(i, leaves[i]));
        }

        ledger.Checkpoints.Add(ledger.Signed(0, 3, new MerkleOracle(leaves).Root(3)));
        ledger.Audit().Findings.Select(f => f.ToString()).ShouldBe([
            "leaf 0: found a name that comes before the last one at byte 10; expected names in the order of their UTF-16 code units, each once",
            "leaf 2: found the end at byte 0; expected an object, an array, a string, true or false",
            "leaf 3: found 65536 bytes; expected at most 65535",
            "leaf 3: found no checkpoint; expected a signed checkpoint that covers them"], ignoreOrder: true);
    }

    [Fact]
    public void Run_FloodOfOneKind_HidesNoOther()
    {
        ledger.Checkpoints.Clear();
        ledger.Leaves.Clear();
        for (var i = 0; i < 1500; i++)
        {
            ledger.Leaves.Add(new LedgerLeaf(i < 1400 ? i : i + 1, "1"u8.ToArray()));
        }

        var report = ledger.Audit();
        report.More.ShouldBe(500);
        report.Findings.GroupBy(f => f.Fault).Select(g => (g.Key, g.Count())).ShouldBe(
            [(AuditFault.LeafNotCanonical, 1000), (AuditFault.LeafMissing, 1), (AuditFault.LeavesUncovered, 1)], ignoreOrder: true);
    }

    private void Alter(int leaf, bool keepHash)
    {
        var bytes = ledger.Leaves[leaf].Bytes.ToArray();
        bytes[leaf * 13 % bytes.Length] ^= 1;
        var hash = ledger.Leaves[leaf].Hash is { } kept ? keepHash ? kept : MerkleTree.Leaf(bytes) : (MerkleHash?)null;
        ledger.Leaves[leaf] = new LedgerLeaf(leaf, bytes, hash);
    }

    /// <summary>One finding narrows it to the commit, and one says from which checkpoint on nothing can be compared.</summary>
    private void Altered(int leaf, AuditReport report)
    {
        var finding = report.Findings.Single(f => f.Fault == AuditFault.LeavesAltered);
        (finding.Leaves, finding.Checkpoint).ShouldBe((ledger.CommitOf(leaf), new CheckpointNumber(ledger.Commit(leaf))), $"leaf {leaf}");
        report.ProvedSize.ShouldBe(ledger.CommitOf(leaf).First);
        report.Agreeing.ShouldBe(ledger.Commit(leaf));
        var later = report.Findings.Where(f => f.Fault == AuditFault.CheckpointsUnchecked).Select(f => f.Checkpoint).ToList();
        if (ledger.Commit(leaf) + 1 < ledger.Sizes.Count)
        {
            later[0].ShouldBe(new CheckpointNumber(ledger.Commit(leaf) + 1), $"leaf {leaf}");
        }
        else
        {
            later.ShouldBeEmpty();
        }
    }

    private void Each(Action<int> tamper, Action<int, AuditReport> see)
    {
        var sound = ledger.Leaves.ToList();
        for (var leaf = 0; leaf < MadeLedger.Size; leaf++)
        {
            tamper(leaf);
            var report = ledger.Audit();
            report.Holds.ShouldBeFalse($"leaf {leaf}");
            see(leaf, report);
            ledger.Leaves.Clear();
            ledger.Leaves.AddRange(sound);
        }
    }
}
