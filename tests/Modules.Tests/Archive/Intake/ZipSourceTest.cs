using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Mandate.Archive.Intake;

namespace Mandate.Modules.Tests.TheArchive.Intake;

/// <summary>Zips as sources, kind and hostile.</summary>
public sealed class ZipSourceTest : IntakeFolder
{
    private const string NameRule = "expected a path within the source, its parts separated by /, without . or .. or a drive";

    [Fact]
    public void Read_Zip_GivesItsFilesUntilThePlanIsDisposed()
    {
        var zip = Zip("in.zip", ("b/2.txt", "two"), ("a.txt", "one"), ("__MACOSX/._a.txt", "x"), ("inner.zip", "PK"));

        var plan = Read(zip);

        plan.Faults.ShouldBeEmpty();
        plan.Items.Select(i => (i.Shown, File.ReadAllText(i.File))).ShouldBe([("in.zip/a.txt", "one"), ("in.zip/b/2.txt", "two")]);
        plan.PassedOver.Select(p => p.File).ShouldBe(["in.zip/__MACOSX/._a.txt", "in.zip/inner.zip"]);
        plan.Dispose();
        plan.Items.ShouldAllBe(i => !File.Exists(i.File));
    }

    [Theory]
    [InlineData("../evil.txt", "'../evil.txt', a path that climbs or has an empty part")]
    [InlineData("a/../../evil.txt", "'a/../../evil.txt', a path that climbs or has an empty part")]
    [InlineData("a//b.txt", "'a//b.txt', a path that climbs or has an empty part")]
    [InlineData("/etc/cron.d/evil", "'/etc/cron.d/evil', an absolute path or one with \\")]
    [InlineData("..\\evil.txt", "'..\\evil.txt', an absolute path or one with \\")]
    [InlineData("C:/evil.txt", "'C:/evil.txt', an absolute path or one with \\")]
    [InlineData("a\nb.txt", "'a·b.txt', a name with control characters")]
    [InlineData("gazette\u202Efdp.exe", "'gazette·fdp.exe', a name with control characters")]
    public void Read_NameThatLeadsAway_IsRefused(string name, string found)
    {
        using var plan = Read(Zip("in.zip", ("good.txt", "x"), (name, "x")));

        plan.Items.ShouldBeEmpty();
        Texts(plan).ShouldBe([$"in.zip: found {found}; {NameRule}"]);
    }

    [Fact]
    public void Read_NamesThatDifferInCase_AreRefused()
    {
        using var plan = Read(Zip("in.zip", ("Page.txt", "x"), ("page.TXT", "y"), ("page.txt/inner.txt", "z")));

        Texts(plan).ShouldBe(
        [
            "in.zip/page.TXT: found the same name as 'Page.txt', large and small letters aside; expected each name once",
            "in.zip/page.txt/inner.txt: found a folder with the name of the file 'Page.txt'; expected each name once",
        ]);
    }

    [Fact]
    public void Read_Bomb_IsRefusedBeforeItIsUnpacked()
    {
        using var plan = IntakeSource.Read([Bomb(30_000_000)], IntakeLimits.Default with { RatioFrom = 1_000_000 }, null, Cancel);

        plan.Items.ShouldBeEmpty();
        Texts(plan).Single().ShouldMatch(@"\Ain\.zip: found 30000000 bytes when unpacked; expected at most \d+ of a zip of \d+ bytes\z");
    }

    [Fact]
    public void Read_BombWithinTheRatioOfTheWhole_IsStoppedAtItsFile()
    {
        using var plan = IntakeSource.Read([Bomb(30_000_000)], IntakeLimits.Default with { RatioFrom = 1_000_000, Ratio = 2_000, FileRatio = 100 }, null, Cancel);

        Texts(plan).Single().ShouldMatch(@"\Ain\.zip/zeros: found more than \d+ bytes unpacked from \d+; expected a file that unpacks to what a document may have\z");
    }

    [Fact]
    public void Read_FileLargerThanTheZipSays_IsRefused()
    {
        var path = Bomb(2_000_000);
        var bytes = File.ReadAllBytes(path);
        var entry = Find(bytes, 0x02014B50);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(entry + 24), 1_000);
        File.WriteAllBytes(path, bytes);

        using var plan = Read(path);

        plan.Items.ShouldBeEmpty();
        plan.Faults.ShouldHaveSingleItem();
    }

    [Fact]
    public void Read_EntriesThatOverlap_AreRefused()
    {
        // One file's bytes, named a hundred times in the directory.
        var body = new byte[10_000];
        var local = new byte[31];
        BinaryPrimitives.WriteUInt32LittleEndian(local, 0x04034B50);
        BinaryPrimitives.WriteUInt32LittleEndian(local.AsSpan(18), 10_000);
        BinaryPrimitives.WriteUInt32LittleEndian(local.AsSpan(22), 10_000);
        local[26] = 1;
        local[30] = (byte)'a';
        using var file = new MemoryStream();
        file.Write(local);
        file.Write(body);
        var start = (uint)file.Position;
        for (var i = 0; i < 100; i++)
        {
            var central = new byte[49];
            BinaryPrimitives.WriteUInt32LittleEndian(central, 0x02014B50);
            BinaryPrimitives.WriteUInt32LittleEndian(central.AsSpan(20), 10_000);
            BinaryPrimitives.WriteUInt32LittleEndian(central.AsSpan(24), 10_000);
            central[28] = 3;
            Encoding.ASCII.GetBytes($"a{i:D2}").CopyTo(central, 46);
            file.Write(central);
        }

        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        end[8] = end[10] = 100;
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)file.Position - start);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), start);
        file.Write(end);
        File.WriteAllBytes(PathOf("in.zip"), file.ToArray());

        using var plan = Read(PathOf("in.zip"));

        Texts(plan).ShouldBe(["in.zip: found 1000000 packed bytes in a file of 14953: entries that overlap; expected each file's bytes once"]);
    }

    [Fact]
    public void Read_MoreEntriesThanAllowed_IsRefusedBeforeTheDirectoryIsRead()
    {
        var zip = Zip("in.zip", [.. Enumerable.Range(0, 5).Select(i => ($"{i}.txt", "x"))]);

        using var plan = IntakeSource.Read([zip], IntakeLimits.Default with { Files = 4 }, null, Cancel);

        Texts(plan).Single().ShouldMatch(@"\Ain\.zip: found a directory of 5 entries and \d+ bytes; expected at most 4 files; bring it in parts\z");
    }

    [Fact]
    public void Read_ByteAltered_IsFoundByItsChecksum()
    {
        var path = Zip("in.zip", ("protocol.txt", "1,204 votes"));
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("1,204"u8) + 2] = (byte)'4';
        File.WriteAllBytes(path, bytes);

        using var plan = Read(path);

        plan.Items.ShouldBeEmpty();
        Texts(plan).Single().ShouldMatch(@"\Ain\.zip/protocol\.txt: found 11 bytes with the checksum [0-9a-f]{8}; expected 11 bytes with [0-9a-f]{8}, as the zip says; it is damaged\z");
    }

    [Fact]
    public void Read_LinkOrEncryptedFile_IsRefused()
    {
        var path = PathOf("in.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            var link = zip.CreateEntry("link");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using (var content = link.Open())
            {
                content.Write("/etc/passwd"u8);
            }

            using var locked = zip.CreateEntry("locked").Open();
            locked.Write("x"u8);
        }

        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().LastIndexOf("locked"u8) - 46 + 8] |= 1;
        File.WriteAllBytes(path, bytes);

        using var plan = Read(path);

        Texts(plan).ShouldBe(["in.zip/link: found a link; expected the file itself", "in.zip/locked: found an encrypted file; expected one without a password"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(60)]
    public void Read_CutZip_IsAFault(int left)
    {
        var path = Zip("in.zip", ("a.txt", new string('x', 100)));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..left]);

        using var plan = Read(path);

        plan.Items.ShouldBeEmpty();
        plan.Faults.ShouldHaveSingleItem().Expected.ShouldBe("a whole zip file");
    }

    [Fact]
    public void Read_EveryByteWrongInTurn_NeverThrows()
    {
        var path = Zip("in.zip", ("a/b.txt", "text"), ("c.txt", "more"));
        var good = File.ReadAllBytes(path);
        for (var i = 0; i < good.Length; i++)
        {
            var bytes = good.ToArray();
            bytes[i] ^= 0xFF;
            File.WriteAllBytes(path, bytes);
            using var plan = Read(path);
            (plan.Items.Count == 0 && plan.Faults.Count > 0 || plan.Items.Count + plan.PassedOver.Count == 2).ShouldBeTrue($"byte {i}");
        }
    }

    [Fact]
    public void Read_ZipMadeWithOldNames_SaysThatTheyAreNoUtf8()
    {
        var path = Zip("in.zip", ("xxxx.txt", "x"));
        var bytes = File.ReadAllBytes(path);
        byte[] cyrillic = [0xAF, 0xE0, 0xAE, 0xE2];
        for (int at; (at = bytes.AsSpan().IndexOf("xxxx"u8)) >= 0;)
        {
            cyrillic.CopyTo(bytes, at);
        }

        File.WriteAllBytes(path, bytes);

        using var plan = Read(path);

        plan.Faults.Single().Found.ShouldEndWith("a name that is not UTF-8");
    }

    private string Bomb(int bytes)
    {
        var path = PathOf("in.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var entry = zip.CreateEntry("zeros", CompressionLevel.SmallestSize).Open();
        var zeros = new byte[1_000_000];
        for (var i = 0; i < bytes / zeros.Length; i++)
        {
            entry.Write(zeros);
        }

        return path;
    }

    private static int Find(byte[] bytes, uint signature)
    {
        var wanted = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(wanted, signature);
        return bytes.AsSpan().LastIndexOf(wanted);
    }
}
