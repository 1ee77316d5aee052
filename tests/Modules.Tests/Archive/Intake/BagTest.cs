using System.Security.Cryptography;

namespace Mandate.Modules.Tests.TheArchive.Intake;

/// <summary>BagIt bags as sources.</summary>
public sealed class BagTest : IntakeFolder
{
    private const string OneHash = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

    [Fact]
    public void Read_GoodBag_GivesThePayloadWithItsHashes()
    {
        Bag();

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldBeEmpty();
        plan.Items.Select(i => (i.Shown, i.ExpectedSha256)).ShouldBe([("bag/data/one.txt", OneHash), ("bag/data/two/2.txt", Sha256("two"))]);
        Sha256("one").ShouldBe(OneHash);
    }

    [Fact]
    public void Read_BagInAZip_IsReadAsABag()
    {
        Bag();
        File.WriteAllText(PathOf("bag/data/one.txt"), "eno");
        System.IO.Compression.ZipFile.CreateFromDirectory(PathOf("bag"), PathOf("bag.zip"), System.IO.Compression.CompressionLevel.Fastest, includeBaseDirectory: true);

        using var altered = Read(PathOf("bag.zip"));
        File.Delete(PathOf("bag.zip"));
        File.WriteAllText(PathOf("bag/data/one.txt"), "one");
        System.IO.Compression.ZipFile.CreateFromDirectory(PathOf("bag"), PathOf("bag.zip"), System.IO.Compression.CompressionLevel.Fastest, includeBaseDirectory: true);
        using var good = Read(PathOf("bag.zip"));

        altered.Items.ShouldBeEmpty();
        Texts(altered).ShouldContain($"bag.zip/manifest-sha256.txt:1:1: found {Sha256("eno")} of 'data/one.txt' as it is; expected {OneHash}; the file was altered");
        good.Items.Select(i => i.Shown).ShouldBe(["bag.zip/data/one.txt", "bag.zip/data/two/2.txt"]);
    }

    [Fact]
    public void Read_AlteredMissingAndExtra_AreAllReported()
    {
        Bag();
        Write("bag/data/one.txt", "eno");
        File.Delete(PathOf("bag/data/two/2.txt"));
        Write("bag/data/three.txt", "three");

        using var plan = Read(PathOf("bag"));

        plan.Items.ShouldBeEmpty();
        Texts(plan).ShouldBe(
        [
            "bag/bag-info.txt:2:1: found Payload-Oxum '6.2'; expected 8.2, the bytes and files of data/",
            "bag/data/three.txt: found a file that manifest-sha256.txt and manifest-sha512.txt does not name; expected every file of data/ in every manifest",
            $"bag/manifest-sha256.txt:1:1: found {Sha256("eno")} of 'data/one.txt' as it is; expected {OneHash}; the file was altered",
            "bag/manifest-sha256.txt:2:1: found no file 'data/two/2.txt' in the bag; expected every file that the manifest names",
            $"bag/manifest-sha512.txt:1:1: found {HashOf(HashAlgorithmName.SHA512, "eno")} of 'data/one.txt' as it is; expected {HashOf(HashAlgorithmName.SHA512, "one")}; the file was altered",
            "bag/manifest-sha512.txt:2:1: found no file 'data/two/2.txt' in the bag; expected every file that the manifest names",
        ]);
    }

    [Fact]
    public void Read_TagFileAltered_IsReported()
    {
        Bag();
        Write("bag/bag-info.txt", "Source-Organization: Another\nPayload-Oxum: 6.2\n");

        using var plan = Read(PathOf("bag"));

        plan.Faults.Single().ToString().ShouldStartWith("bag/tagmanifest-sha256.txt:2:1: found ");
    }

    [Fact]
    public void Read_ManifestAltered_IsReportedByTheTagManifest()
    {
        Bag();
        Write("bag/data/one.txt", "eno");
        Write("bag/manifest-sha256.txt", File.ReadAllText(PathOf("bag/manifest-sha256.txt")).Replace(OneHash, Sha256("eno"), StringComparison.Ordinal));
        File.Delete(PathOf("bag/manifest-sha512.txt"));

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldContain(t => t.StartsWith("bag/tagmanifest-sha256.txt:3:1: found ", StringComparison.Ordinal) && t.Contains("of 'manifest-sha256.txt' as it is", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BagToBeFetched_IsRefused()
    {
        Bag();
        Write("bag/fetch.txt", "http://example.org/x 10 data/x\n");

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldBe(["bag/fetch.txt: found a bag that is to be completed from the network; expected a complete bag: fetch its files, then bring it"]);
    }

    [Theory]
    [InlineData("data/../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("../one.txt")]
    [InlineData("data\\one.txt")]
    [InlineData("data/a%0Ab")]
    [InlineData("data/a%0db")]
    [InlineData("bag-info.txt")]
    [InlineData("~/x")]
    public void Read_ManifestThatLeadsAway_IsRefused(string path)
    {
        Bag();
        File.AppendAllText(PathOf("bag/manifest-sha512.txt"), $"{HashOf(HashAlgorithmName.SHA512, "x")}  {path}\n");
        File.Delete(PathOf("bag/tagmanifest-sha256.txt"));

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldBe([$"bag/manifest-sha512.txt:3:131: found the path '{path}'; expected a path below data/ that does not climb and has no line break"]);
    }

    [Theory]
    [InlineData("nonsense", "3:1: found 'nonsense'; expected a checksum of 128 hexadecimal digits, a space and a path")]
    [InlineData(OneHash + "  data/one.txt", "3:1: found '" + OneHash + "  data/one.txt'; expected a checksum of 128 hexadecimal digits, a space and a path")]
    public void Read_ManifestLineOfAnotherForm_IsRefused(string line, string expected)
    {
        Bag();
        File.AppendAllText(PathOf("bag/manifest-sha512.txt"), line + "\n");
        File.Delete(PathOf("bag/tagmanifest-sha256.txt"));

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldBe(["bag/manifest-sha512.txt:" + expected]);
    }

    [Theory]
    [InlineData("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", "1:1: found 'BagIt-Version: 2.0'; expected BagIt-Version: 1.0, or an earlier one from 0.93, with no byte order mark before it")]
    [InlineData("\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "1:1: found '\uFEFFBagIt-Version: 1.0'; expected BagIt-Version: 1.0, or an earlier one from 0.93, with no byte order mark before it")]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n", "2:1: found 'Tag-File-Character-Encoding: UTF-16'; expected Tag-File-Character-Encoding: UTF-8")]
    [InlineData("", "1:1: found ''; expected BagIt-Version: 1.0, or an earlier one from 0.93, with no byte order mark before it")]
    public void Read_DeclarationOfAnotherKind_IsRefused(string declaration, string expected)
    {
        Bag();
        Write("bag/bagit.txt", declaration);

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldBe(["bag/bagit.txt:" + expected]);
    }

    [Fact]
    public void Read_NoManifestThatIsKnown_IsRefused()
    {
        Write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Write("bag/data/one.txt", "one");
        Write("bag/manifest-crc32.txt", "00000000  data/one.txt\n");

        using var plan = Read(PathOf("bag"));

        plan.Faults.Single().Found.ShouldBe("no manifest that can be checked");
        plan.PassedOver.Single().Found.ShouldBe("checksums of the kind 'crc32', which are not checked here");
    }

    [Theory]
    [InlineData("0.97", true)]
    [InlineData("1.0", false)]
    public void Read_FileInOneOfTwoManifests_IsGoodBeforeVersionOne(string version, bool good)
    {
        Write("bag/bagit.txt", $"BagIt-Version: {version}\r\nTag-File-Character-Encoding: UTF-8\r\n");
        Write("bag/data/one.txt", "one");
        Write("bag/data/two.txt", "two");
        Write("bag/manifest-md5.txt", $"{HashOf(HashAlgorithmName.MD5, "one")} data/one.txt\r\n");
        Write("bag/manifest-sha1.txt", $"{HashOf(HashAlgorithmName.SHA1, "two").ToUpperInvariant()}\tdata/two.txt\r\n");

        using var plan = Read(PathOf("bag"));

        plan.Faults.Count.ShouldBe(good ? 0 : 2);
        plan.Items.Count.ShouldBe(good ? 2 : 0);
    }

    [Fact]
    public void Read_EncodedPercentAndEmptyAndHiddenPayload_AreChecked()
    {
        Write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Write("bag/data/100%.txt", "one");
        Write("bag/data/.keep", "");
        Write("bag/manifest-sha256.txt", $"{OneHash} data/100%25.txt\n{Sha256("")} data/.keep\n");

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldBeEmpty();
        plan.Items.Single().Shown.ShouldBe("bag/data/100%.txt");
        plan.PassedOver.Single().File.ShouldBe("bag/data/.keep");
    }

    [Fact]
    public void Read_NameComposedDifferently_IsTheSameName()
    {
        const string composed = "data/\u0439.txt";
        Write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Write("bag/data/\u0438\u0306.txt", "one");
        Write("bag/manifest-sha256.txt", $"{OneHash} {composed}\n");

        using var plan = Read(PathOf("bag"));

        Texts(plan).ShouldBeEmpty();
        plan.Items.Count.ShouldBe(1);
    }

    private void Bag()
    {
        Write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Write("bag/bag-info.txt", "Source-Organization: Made up\nPayload-Oxum: 6.2\n");
        Write("bag/data/one.txt", "one");
        Write("bag/data/two/2.txt", "two");
        foreach (var algorithm in new[] { HashAlgorithmName.SHA256, HashAlgorithmName.SHA512 })
        {
            Write($"bag/manifest-{algorithm.Name!.ToLowerInvariant()}.txt", $"{HashOf(algorithm, "one")}  data/one.txt\n{HashOf(algorithm, "two")}  data/two/2.txt\n");
        }

        string[] tags = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt"];
        Write("bag/tagmanifest-sha256.txt", string.Concat(tags.Select(t => $"{Sha256(File.ReadAllText(PathOf("bag/" + t)))}  {t}\n")));
    }
}
