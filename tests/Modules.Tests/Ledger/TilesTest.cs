using System.Text;
using Mandate.Laws;
using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>Logs as C2SP tlog-tiles has them, in memory and in folders.</summary>
public sealed class TilesTest : IDisposable
{
    private const string Origin = "example.com/log";
    private readonly SignerKey key = SignerKey.Create(Origin);
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("mandate-");

    private string Folder => Path.Combine(parent.FullName, "log");

    public void Dispose()
    {
        key.Dispose();
        parent.Delete(recursive: true);
    }

    [Theory]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067", "tile/entries/x001/x234/067")]
    [InlineData(0, 273, 112, "tile/0/273.p/112", "tile/entries/273.p/112")]
    [InlineData(1, 0, 256, "tile/1/000", "tile/entries/000")]
    [InlineData(2, 1000, 1, "tile/2/x001/000.p/1", "tile/entries/x001/000.p/1")]
    public void Path_OfATile_IsThatOfTheSpecification(int level, long index, int width, string path, string entries)
    {
        var tile = new TileId(level, index, width);
        (tile.Path, tile.EntriesPath).ShouldBe((path, entries));
    }

    /// <summary>The two examples of the specification.</summary>
    [Fact]
    public void Of_SizesOfTheSpecification_HasItsTiles()
    {
        TileId.Of(70_000).GroupBy(t => (t.Level, t.Width)).Select(g => $"{g.Key.Level}: {g.Count()} of {g.Key.Width}")
            .ShouldBe(["0: 273 of 256", "0: 1 of 112", "1: 1 of 256", "1: 1 of 17", "2: 1 of 1"]);
        TileId.Of(256).Select(t => t.Path).ShouldBe(["tile/0/000", "tile/1/000.p/1"]);
        TileId.Of(0).ShouldBeEmpty();
    }

    [Fact]
    public void Builder_LogOfThreeLevels_HasTheTilesAndHashesOfTheDefinition()
    {
        var leaves = MerkleOracle.Leaves(66_000);
        var oracle = new MerkleOracle(leaves);
        var made = new List<TileId>();
        var builder = new TileBuilder((tile, _) => made.Add(tile));
        foreach (var leaf in leaves)
        {
            builder.Append(MerkleTree.Leaf(leaf));
        }

        builder.Finish();
        made.ShouldBe(TileId.Of(leaves.Length), ignoreOrder: true);
        builder.Root().ShouldBe(oracle.Root(leaves.Length));
        var tiles = new TilesInMemory(leaves);
        foreach (var (level, index, place) in new[] { (0, 0, 0), (0, 257, 207), (1, 0, 255), (1, 1, 0), (2, 0, 0) })
        {
            var span = (int)Math.Pow(256, level);
            var from = (index * 256 + place) * span;
            tiles.Hashes(level, index)[place].ShouldBe(oracle.Range(from, from + span), $"hash {place} of tile {level}/{index}");
        }

        var before = tiles.Reads;
        MerkleProof.Inclusion(tiles, 65_535, 66_000).ShouldBe(oracle.Path(65_535, 0, 66_000));
        (tiles.Reads - before).ShouldBeLessThanOrEqualTo(6, "a proof needs few tiles");
        MerkleProof.Consistency(tiles, 300, 65_999).ShouldBe(oracle.SubProof(300, 0, 65_999));
        MerkleProof.Root(tiles, 65_537).ShouldBe(oracle.Root(65_537));
        MerkleFrontier.From(tiles, 65_900).Root().ShouldBe(oracle.Root(65_900));
    }

    [Fact]
    public void Builder_EverySize_HasTheRootOfTheDefinition()
    {
        var leaves = MerkleOracle.Leaves(600);
        var oracle = new MerkleOracle(leaves);
        var builder = new TileBuilder((_, _) => { });
        for (var size = 0; size < leaves.Length; size++)
        {
            builder.Root().ShouldBe(oracle.Root(size), $"size {size}");
            builder.Append(MerkleTree.Leaf(leaves[size]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(700)]
    public void Folder_WrittenLog_IsReadBackAndProves(int size)
    {
        var leaves = Write(size);
        var log = Open();
        log.Note.Verify([key.Verifier]).Holds.ShouldBeTrue();
        log.Leaves(new Findings()).Select(l => (l.Number, Encoding.UTF8.GetString(l.Bytes.Span))).ShouldBe(leaves.Select((l, i) => ((long)i, Encoding.UTF8.GetString(l))));
        Check(log).ShouldBeEmpty();
        MerkleProof.Root(log, size).ShouldBe(log.Head.Root);
        Files().ShouldBe(TileId.Of(size).Select(t => t.Path).Concat(TileId.Of(size).Where(t => t.Level == 0).Select(t => t.EntriesPath)).Append("checkpoint"), ignoreOrder: true);
        if (size > 0)
        {
            MerkleProof.VerifyInclusion(MerkleTree.Leaf(leaves[size / 2]), size / 2, size, log.Head.Root, MerkleProof.Inclusion(log, size / 2, size)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Folder_GrownLog_KeepsItsTilesAndProvesItsPast()
    {
        Write(300);
        var earlier = Open().Head;
        var before = Files().ToDictionary(f => f, f => File.GetLastWriteTimeUtc(Path.Combine(Folder, f)));
        Write(700);
        var log = Open();
        Check(log).ShouldBeEmpty();
        before.Where(f => f.Key != "checkpoint").ShouldAllBe(f => File.GetLastWriteTimeUtc(Path.Combine(Folder, f.Key)) == f.Value);
        MerkleProof.VerifyConsistency(300, earlier.Root, 700, log.Head.Root, MerkleProof.Consistency(log, 300, 700)).ShouldBeTrue();
    }

    [Fact]
    public void Folder_OfAnotherHistory_IsNotWrittenOver()
    {
        Write(300);
        var (old, findings) = (File.ReadAllText(Path.Combine(Folder, "checkpoint")), new Findings());
        var leaves = MerkleOracle.Leaves(301);
        leaves[7] = [9];
        var root = new MerkleOracle(leaves).Root(301);
        TileFolderWriter.Write(Folder, leaves.Select(l => (ReadOnlyMemory<byte>)l), new Checkpoint(Origin, 301, root).Sign(key), findings).ShouldBe((301, root));
        findings.All.Select(f => f.File).ShouldBe(["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]);
        File.ReadAllText(Path.Combine(Folder, "checkpoint")).ShouldBe(old);
    }

    [Fact]
    public void Folder_HeadOfOtherLeaves_IsNotWritten()
    {
        var leaves = MerkleOracle.Leaves(3).Select(l => (ReadOnlyMemory<byte>)l).ToList();
        foreach (var (size, fault) in new[] { (4, "checkpoint:2:1: found the size 4; expected 3, the number of leaves"), (3, $"checkpoint:3:1: found the root {MerkleTree.EmptyRoot.ToBase64()}; expected") })
        {
            var findings = new Findings();
            TileFolderWriter.Write(Folder, leaves, new Checkpoint(Origin, size, MerkleTree.EmptyRoot).Sign(key), findings);
            findings.All.Single().ToString().ShouldStartWith(fault);
            File.Exists(Path.Combine(Folder, "checkpoint")).ShouldBeFalse();
        }
    }

    /// <summary>Every file: one bit turned, one byte more, one less, gone. The file is named, or the bundle's entries no longer give the tile.</summary>
    [Fact]
    public void Folder_AnyFileDamaged_IsNamed()
    {
        Write(300);
        foreach (var file in Files())
        {
            var path = Path.Combine(Folder, file);
            var sound = File.ReadAllBytes(path);
            for (var kind = 0; kind < 4; kind++)
            {
                var damaged = (byte[])sound.Clone();
                damaged[damaged.Length / 2] ^= 1;
                File.Delete(path);
                if (kind < 3)
                {
                    File.WriteAllBytes(path, kind == 0 ? damaged : kind == 1 ? [.. sound, 0] : sound[..^1]);
                }

                var findings = new Findings();
                if (TileFolder.Open(Folder, findings) is { } log)
                {
                    log.Check(findings);
                    (findings.IsEmpty && log.Note.Verify([key.Verifier]).Holds).ShouldBeFalse($"{file}, kind {kind}");
                }

                // A bit in a checkpoint's signature is the signature's to tell; one in an entry shows in the tile over it.
                string[] named = [file, file.Replace("entries", "0", StringComparison.Ordinal)];
                findings.All.ShouldAllBe(f => named.Contains(f.File) || f.File == "checkpoint" || f.File.StartsWith("tile/1", StringComparison.Ordinal), $"{file}, kind {kind}");
                if (file != "checkpoint" || kind > 0)
                {
                    findings.All.ShouldContain(f => named.Contains(f.File), $"{file}, kind {kind}");
                }
            }

            File.WriteAllBytes(path, sound);
        }

        Check(Open()).ShouldBeEmpty();
    }

    [Fact]
    public void Folder_Limits_AreMet()
    {
        Write(300);
        var findings = new Findings();
        TileFolder.Open(Folder, findings, mostLeaves: 299).ShouldBeNull();
        findings.All.Single().ToString().ShouldBe("checkpoint:2:1: found 300 leaves; expected at most 299");
        Should.Throw<InvalidDataException>(() => Open().Read(new TileId(0, 7, 256)));
        Should.Throw<ArgumentException>(() => TileFolderWriter.Write(Folder + "2", [new byte[65_536]], new Checkpoint(Origin, 1, MerkleTree.EmptyRoot).Sign(key), new Findings()))
            .Message.ShouldStartWith("An entry has at most 65535 bytes, not 65536.");
    }

    private byte[][] Write(int size)
    {
        var (leaves, findings) = (MerkleOracle.Leaves(size), new Findings());
        var root = new MerkleOracle(leaves).Root(size);
        TileFolderWriter.Write(Folder, leaves.Select(l => (ReadOnlyMemory<byte>)l), new Checkpoint(Origin, size, root).Sign(key), findings).ShouldBe((size, root));
        findings.All.ShouldBeEmpty();
        return leaves;
    }

    private TileFolder Open()
    {
        var findings = new Findings();
        return TileFolder.Open(Folder, findings).ShouldNotBeNull(string.Join('|', findings.All));
    }

    private static IReadOnlyList<Finding> Check(TileFolder log)
    {
        var findings = new Findings();
        log.Check(findings);
        return findings.All;
    }

    private IEnumerable<string> Files() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))];
}
