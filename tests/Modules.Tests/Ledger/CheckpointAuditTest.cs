using System.Text;
using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>Checkpoints tampered with at every place: a finding names the checkpoint.</summary>
public sealed class CheckpointAuditTest : IDisposable
{
    private readonly MadeLedger ledger = new();
    private readonly SignerKey other = SignerKey.Create(MadeLedger.Origin);

    public void Dispose()
    {
        ledger.Dispose();
        other.Dispose();
    }

    [Fact]
    public void Run_CheckpointTakenOut_IsNamed() => Each(
        k => ledger.Checkpoints.RemoveAt(k),
        k => k == ledger.Sizes.Count - 1
            ? [$"{new LeafRange(ledger.Sizes[^2], 299)}: found no checkpoint; expected a signed checkpoint that covers them"]
            : [$"checkpoint {k}: found a gap before checkpoint {k + 1}; expected every number"]);

    [Fact]
    public void Run_CheckpointsChangedAbout_AreNamed() => Each(
        k => (ledger.Checkpoints[k], ledger.Checkpoints[Other(k)]) = (ledger.Checkpoints[k] with { Note = ledger.Checkpoints[Other(k)].Note }, ledger.Checkpoints[Other(k)] with { Note = ledger.Checkpoints[k].Note }),
        k => [$"checkpoint {Math.Max(k, Other(k))}: found the size {ledger.Sizes[Math.Min(k, Other(k))]}; expected at least {ledger.Sizes[Math.Max(k, Other(k))]}, the size of checkpoint {Math.Min(k, Other(k))}"]);

    [Fact]
    public void Run_CheckpointTwice_IsNamed() => Each(
        k => ledger.Checkpoints.Insert(k + 1, ledger.Checkpoints[k]),
        k => [$"checkpoint {k}: found its number after {k}; expected each number once, in order"]);

    [Fact]
    public void Run_SignatureOfAnother_IsNamed() => Each(
        k => ledger.Checkpoints[k] = ledger.Signed(k, ledger.Sizes[k], Root(k), by: other),
        k => [$"checkpoint {k}: found no signature of a known key; expected a signature of the log's key", .. Uncovered(k)]);

    [Fact]
    public void Run_SignatureOfAnotherText_IsNamed() => Each(
        k => ledger.Checkpoints[k] = new LedgerCheckpoint(k, Encoding.UTF8.GetBytes(Note(k).Split("\n\n")[0] + "\n\n" + Note(Other(k)).Split("\n\n")[1])),
        k => [$"checkpoint {k}: found a signature of 'example.com/log' that does not fit the text; expected a signature of the log's key", .. Uncovered(k)]);

    [Fact]
    public void Run_AnyByteOfACheckpointAltered_IsNamed()
    {
        var sound = ledger.Checkpoints[7];
        for (var i = 0; i < sound.Note.Length; i++)
        {
            var bytes = sound.Note.ToArray();
            bytes[i] ^= 4;
            ledger.Checkpoints[7] = sound with { Note = bytes };
            ledger.Audit().Findings.ShouldHaveSingleItem($"byte {i}").Checkpoint.ShouldBe(new CheckpointNumber(7));
        }
    }

    [Fact]
    public void Run_CheckpointThatCannotBeRead_NamesTheLine()
    {
        ledger.Checkpoints[4] = new LedgerCheckpoint(4, "a\nb\n"u8.ToArray());
        ledger.Audit().Findings.Single().ToString().ShouldBe("checkpoint 4: found the end in line 3; expected a text, an empty line and signatures");
    }

    [Fact]
    public void Run_CheckpointOfAnotherLog_IsNamed() => Each(
        k => ledger.Checkpoints[k] = ledger.Signed(k, ledger.Sizes[k], Root(k), "example.com/training"),
        k => [$"checkpoint {k}: found the origin 'example.com/training'; expected 'example.com/log'", .. Uncovered(k)]);

    /// <summary>Later checkpoints prove the leaves, so the signed one is wrong and not they.</summary>
    [Fact]
    public void Run_WrongRootThatWasSigned_IsNamed() => Each(
        k => ledger.Checkpoints[k] = ledger.Signed(k, ledger.Sizes[k], MerkleTree.Leaf([7])),
        k => k == ledger.Sizes.Count - 1
            ? [$"{new LeafRange(ledger.Sizes[^2], 299)}: found another root than that of checkpoint {k}; expected the leaves that were signed; those before agree with checkpoint {k - 1}"]
            : [$"checkpoint {k}: found the root {MerkleTree.Leaf([7]).ToBase64()}; expected {Root(k).ToBase64()}, the root over the {ledger.Sizes[k]} leaves that checkpoint {k + 1} proves"]);

    /// <summary>Two histories signed: both checkpoints are named, and the one that the leaves do not bear out.</summary>
    [Fact]
    public void Run_OtherRootOfTheSameSizeKeptOutside_ShowsTwoHistories()
    {
        for (var k = 0; k < ledger.Sizes.Count; k++)
        {
            var outside = ledger.Signed(0, ledger.Sizes[k], MerkleTree.Leaf([7])).Note;
            var texts = ledger.Audit(outside).Findings.Select(f => f.ToString()).ToList();
            texts[0].ShouldBe($"outside checkpoint 0: found the root {MerkleTree.Leaf([7]).ToBase64()}; expected {Root(k).ToBase64()}, which checkpoint {k} has at the same size {ledger.Sizes[k]}");
            texts[1].ShouldStartWith($"outside checkpoint 0: found the root {MerkleTree.Leaf([7]).ToBase64()}; expected {Root(k).ToBase64()}, the root over the {ledger.Sizes[k]} leaves that checkpoint ");
            texts.Count.ShouldBe(2);
        }
    }

    [Fact]
    public void Run_CheckpointOfMoreLeavesThanThereAre_LeavesTheOthersChecked()
    {
        ledger.Checkpoints[5] = ledger.Signed(5, 1_000_000, MerkleTree.Leaf([7]));
        var report = ledger.Audit();
        report.Findings.Select(f => f.ToString()).ShouldBe([
            "leaves 300 to 999999: found the end after leaf 299; expected every number: checkpoint 5 covers 1000000 leaves",
            "checkpoint 5: found no way to compare it; expected every leaf up to 300 as it was signed",
            $"checkpoint 6: found the size {ledger.Sizes[6]}; expected at least 1000000, the size of checkpoint 5"]);
        (report.ProvedSize, report.Agreeing).ShouldBe((300, ledger.Sizes.Count - 1));
    }

    private static int Other(int k) => k == 0 ? 1 : k - 1;

    private string Note(int k) => Encoding.UTF8.GetString(ledger.Checkpoints[k].Note.Span);

    private MerkleHash Root(int k)
    {
        var frontier = new MerkleFrontier();
        ledger.Leaves.Take(ledger.Sizes[k]).ToList().ForEach(l => frontier.Append(MerkleTree.Leaf(l.Bytes.Span)));
        return frontier.Root();
    }

    /// <summary>Where the last checkpoint counts for nothing, nothing covers the last leaves.</summary>
    private string[] Uncovered(int k) => k < ledger.Sizes.Count - 1 ? [] : [$"{new LeafRange(ledger.Sizes[^2], 299)}: found no checkpoint; expected a signed checkpoint that covers them"];

    private void Each(Action<int> tamper, Func<int, string[]> expected)
    {
        var sound = ledger.Checkpoints.ToList();
        for (var k = 0; k < sound.Count; k++)
        {
            tamper(k);
            ledger.Audit().Findings.Select(f => f.ToString()).ShouldBe(expected(k), ignoreOrder: true, $"checkpoint {k}");
            ledger.Checkpoints.Clear();
            ledger.Checkpoints.AddRange(sound);
        }
    }
}
