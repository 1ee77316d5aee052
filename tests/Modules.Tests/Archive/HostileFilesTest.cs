using System.IO.Compression;
using System.Text;
using Mandate.Archive;
using Mandate.Archive.Search;

namespace Mandate.Modules.Tests.TheArchive;

/// <summary>Files that mean harm, through the command line: refused or bounded, said clearly, and what is beside them is taken in undisturbed.</summary>
public sealed class HostileFilesTest : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Add_HostileFilesBesideAGoodOne_RefusesThemAloneAndSaysWhy()
    {
        bench.Write().Dispose();
        bench.Line("good.png", "The good page stays");
        Write("empty.pdf", []);
        Write("text.pdf", "no PDF at all"u8.ToArray());
        Write("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog"u8.ToArray());
        Write("millions.pdf", Pdf("<< /Type /Pages /Kids [] /Count 10000000 >>"));
        Write("circle.pdf", Pdf("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"));
        Write("huge.png", HugePng(100_000, 100_000));
        Write("wide.png", HugePng(100_000, 10));
        File.WriteAllText(bench.File("sheet.csv"), "file,handle\n" + string.Concat(Names().Select(n => $"{n},open/{Path.GetFileNameWithoutExtension(n)}\n")));

        // An empty file is a fault of the sheet; nothing is taken until it is gone.
        var refused = await Terminal.RunAsync("archive", "add", "--sheet", bench.File("sheet.csv"), "--data", bench.Data);
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("empty.pdf");
        refused.Error.ShouldEndWith("nothing was taken.\n");
        File.WriteAllText(bench.File("sheet.csv"), "file,handle\n" + string.Concat(Names().Where(n => n != "empty.pdf").Select(n => $"{n},open/{Path.GetFileNameWithoutExtension(n)}\n")));

        var answer = await Terminal.RunAsync("archive", "add", "--sheet", bench.File("sheet.csv"), "--format", "json", "--data", bench.Data);
        answer.Code.ShouldBe(1);
        var reasons = answer.Json["refused"]!.AsArray().ToDictionary(r => Path.GetFileName(r!["file"]!.GetValue<string>()), r => r!["reason"]!.GetValue<string>());
        foreach (var name in Names().Where(n => n is not ("good.png" or "empty.pdf")))
        {
            var handle = $"open/{Path.GetFileNameWithoutExtension(name)}";
            using var archive = DocumentArchive.Open(new ArchiveOptions { Folder = bench.Folder }, toWrite: false, TimeProvider.System);
            if (reasons.TryGetValue(name, out var reason))
            {
                reason.Length.ShouldBeGreaterThan(30, name);
                archive.Find(handle, Access.Staff).ShouldBeOfType<Named.None>();
            }
            else
            {
                // Taken with a page that could not be read, which says so.
                var document = archive.Find(handle, Access.Staff).ShouldBeOfType<Named.Found>(name).Document;
                document.Pages.ShouldBeLessThan(10, name);
                archive.Pages(document).ShouldAllBe(p => p.Problem != null);
            }
        }

        reasons.Keys.ShouldContain("huge.png");
        reasons.Keys.ShouldContain("text.pdf");
        reasons.Keys.ShouldContain("millions.pdf");
        reasons.Keys.ShouldNotContain("good.png");
        using var after = DocumentArchive.Open(new ArchiveOptions { Folder = bench.Folder }, toWrite: false, TimeProvider.System);
        after.Search(new SearchRequest("\"good page stays\"", null), Access.Public).Pages.ShouldBe(1);
        Directory.EnumerateFiles(Path.Combine(bench.Folder, "staging"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_ZipThatClimbsOrBursts_IsRefusedWhole()
    {
        bench.Write().Dispose();
        using (var zip = ZipFile.Open(bench.File("climbs.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(bench.Line("good.png", "Good"), "good.png");
            using var climber = new StreamWriter(zip.CreateEntry("../../climbed.png").Open());
            climber.Write("out");
        }

        using (var zip = ZipFile.Open(bench.File("bomb.zip"), ZipArchiveMode.Create))
        {
            using var bomb = zip.CreateEntry("bomb.tif", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
            {
                bomb.Write(zeros);
            }
        }

        foreach (var (name, says) in new[] { ("climbs.zip", "../../climbed.png"), ("bomb.zip", "found 268435456 bytes when unpacked") })
        {
            var answer = await Terminal.RunAsync("archive", "add", bench.File(name), "--collection", "open", "--data", bench.Data);
            answer.Code.ShouldBe(2, name);
            answer.Error.ShouldContain(says);
            answer.Error.ShouldContain("nothing was taken");
        }

        File.Exists(Path.Combine(bench.Data, "..", "climbed.png")).ShouldBeFalse();
        using var archive = DocumentArchive.Open(new ArchiveOptions { Folder = bench.Folder }, toWrite: false, TimeProvider.System);
        archive.Documents(null, Access.Staff, 0, 10).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../climb")]
    [InlineData("open/../../climb")]
    [InlineData("open/UPPER")]
    [InlineData("open/a/b")]
    [InlineData("open/")]
    [InlineData("open/.hidden")]
    public async Task Add_HandleThatIsNone_IsRefused(string handle)
    {
        var answer = await Terminal.RunAsync("archive", "add", bench.Line("a.png", "A"), "--handle", handle, "--data", bench.Data);
        answer.Code.ShouldBe(2);
        answer.Error.ShouldContain("expected a handle");
    }

    private IEnumerable<string> Names() => Directory.EnumerateFiles(bench.Data).Select(f => Path.GetFileName(f)!).Where(n => n.EndsWith(".pdf", StringComparison.Ordinal) || n.EndsWith(".png", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(bench.File(name), bytes);

    private static byte[] Pdf(string pages) => Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n{pages}\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n");

    /// <summary>A PNG whose header claims a size; its pixels are not there.</summary>
    private static byte[] HugePng(int width, int height)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(header, width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(bytes, "IHDR", header);
        using var packed = new MemoryStream();
        using (var z = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            z.Write(new byte[100_000]);
        }

        Chunk(bytes, "IDAT", packed.ToArray());
        Chunk(bytes, "IEND", []);
        return bytes.ToArray();
    }

    private static void Chunk(Stream to, string kind, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        Span<byte> number = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        to.Write(body);
        var crc = 0xFFFFFFFFu;
        foreach (var b in body)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        to.Write(number);
    }
}
