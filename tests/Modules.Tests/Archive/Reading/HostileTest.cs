using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Mandate.Archive;
using Mandate.Archive.Reading;

namespace Mandate.Modules.Tests.TheArchive.Reading;

public sealed class HostileTest
{
    [Fact]
    public async Task Inspect_FilesThatAreNone_AreRefusedWithWords()
    {
        await using var rooms = new Rooms();

        (await rooms.InspectAsync(rooms.Write("empty.pdf", []))).Refusal.ShouldBe("The file is empty.");
        (await rooms.InspectAsync(rooms.Write("note.jpg", "Dear archive, this is a letter."u8))).Refusal.ShouldBe("The file is none of the kinds that are read: PDF, TIFF, JPEG, PNG, JPEG 2000.");
        (await rooms.InspectAsync(rooms.Write("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Cat"u8))).Refusal.ShouldBe("The PDF is too damaged to be read: no page was found, and repairing it failed.");
        var huge = await rooms.InspectAsync(rooms.Write("huge.png", Png(100_000, 100_000)));
        (huge.Kind, huge.Refusal).ShouldBe((FileKind.Png, "The image is 100000 × 100000 pixels; at most 120000000 pixels and 40000 a side are read. Scan it at a lower resolution."));
    }

    [Fact]
    public async Task Inspect_CountThatLies_IsNotBelieved()
    {
        await using var rooms = new Rooms();
        var file = rooms.Write("count.pdf", RawPdf.Of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 10000000 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"));

        (await rooms.InspectAsync(file)).Pages.ShouldBe(1);
    }

    [Theory]
    [InlineData("[2 0 R]")]
    [InlineData("[3 0 R 2 0 R 3 0 R]")]
    public async Task Inspect_PageTreeThatBitesItsTail_EndsWithinTheLimits(string kids)
    {
        await using var rooms = new Rooms(options => options.InspectTimeout = TimeSpan.FromSeconds(30));
        var file = rooms.Write("tail.pdf", RawPdf.Of("<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids {kids} /Count 3 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"));

        var inspection = await rooms.InspectAsync(file);

        (inspection.Refusal is not null || inspection.Pages is >= 1 and <= 3).ShouldBeTrue($"{inspection.Pages} pages, {inspection.Refusal}");
        await StillWorks(rooms);
    }

    [Fact]
    public async Task Inspect_PageTreeThatDoublesAtEachStep_EndsWithinTheLimits()
    {
        await using var rooms = new Rooms(options => (options.InspectTimeout, options.MemoryBytes) = (TimeSpan.FromSeconds(10), 600L * 1024 * 1024));
        var objects = Enumerable.Range(2, 34).Select(at => $"<< /Type /Pages /Kids [{at + 1} 0 R {at + 1} 0 R] /Count 4 >>").Prepend("<< /Type /Catalog /Pages 2 0 R >>").Append("<< /Type /Page /MediaBox [0 0 200 200] >>");

        var inspection = await rooms.InspectAsync(rooms.Write("doubling.pdf", RawPdf.Of([.. objects])));

        (inspection.Refusal is not null || inspection.Pages <= 20_000).ShouldBeTrue($"{inspection.Pages} pages");
        await StillWorks(rooms);
    }

    [Fact]
    public async Task ReadPage_StreamThatUnfoldsToGigabytes_EndsWithinTheLimits()
    {
        await using var rooms = new Rooms(options => (options.PageTimeout, options.MemoryBytes) = (TimeSpan.FromSeconds(40), 600L * 1024 * 1024));
        using var bomb = new MemoryStream();
        using (var folded = new ZLibStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            var spaces = new byte[1 << 20];
            spaces.AsSpan().Fill((byte)' ');
            for (var at = 0; at < 3000; at++)
            {
                folded.Write(spaces);
            }
        }

        var file = rooms.Write("bomb.pdf", RawPdf.Of(
            "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(), "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>"u8.ToArray(), RawPdf.Stream("/Filter /FlateDecode", bomb.ToArray())));

        var read = await rooms.ReadAsync(file);

        (read.Problem is not null || read.Text.Words.Count == 0).ShouldBeTrue();
        File.Exists(read.View.File).ShouldBeTrue();
        await StillWorks(rooms);
    }

    [Fact]
    public async Task ReadPage_CutJpeg_IsAnEmptySheetThatSaysWhy()
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("en", 0, new DrawnStyle { Dpi = 150 });
        var bytes = File.ReadAllBytes(rooms.Save(drawn, "whole.jpg"));

        var read = await rooms.ReadAsync(rooms.Write("cut.jpg", bytes.AsSpan(0, bytes.Length / 3)));

        read.Problem.ShouldNotBeNull().ShouldStartWith("The image is damaged: ");
        (read.Text.Words.Count, read.Text.Origin).ShouldBe((0, TextOrigin.None));
        File.Exists(read.View.File).ShouldBeTrue();
    }

    [Fact]
    public async Task ReadPage_WorkerIsKilledInTheMiddle_AnotherTakesItsPlace()
    {
        await using var rooms = new Rooms(options => options.Processes = 1);
        using var drawn = DrawnPage.Draw("en", 1);
        var file = rooms.Save(drawn, "page.jpg");
        var reading = rooms.ReadAsync(file, 1, "en");
        int worker;
        while ((worker = rooms.Reader.Workers.FirstOrDefault()) == 0 || !HasChild(worker))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Process.GetProcessById(worker).Kill();

        var read = await reading;
        drawn.WordsRight(read.Text.Words.Select(word => word.Text)).ShouldBeGreaterThan(0.98);
        rooms.Reader.Workers.ShouldNotContain(worker);
    }

    [Fact]
    public async Task ReadPage_TooLittleTime_IsAnEmptySheetThatSaysWhy()
    {
        await using var rooms = new Rooms(options => options.PageTimeout = TimeSpan.FromMilliseconds(1500));
        using var drawn = DrawnPage.Draw("en", 1, new DrawnStyle { Dpi = 600 });

        var read = await rooms.ReadAsync(rooms.Save(drawn, "page.png"), 1, "en");

        read.Problem.ShouldNotBeNull().ShouldContain("more than");
    }

    [Fact]
    public async Task ReadPage_WorkerThatDoesNotStart_ThrowsWithTheWayOut()
    {
        await using var rooms = new Rooms(options => options.Worker = ["/nowhere/worker"]);

        (await Should.ThrowAsync<ReadingException>(() => rooms.ReadAsync(rooms.Write("a.png", Png(10, 10))))).Message.ShouldContain("Set ReadingOptions.Worker");
    }

    [Fact]
    public async Task EveryOddFile_IsReadOrRefused_AndTheReaderStillWorks()
    {
        var samples = Environment.GetEnvironmentVariable("MANDATE_SAMPLES");
        Assert.SkipWhen(samples is null, "MANDATE_SAMPLES names no folder with outside samples.");
        await using var rooms = new Rooms(options => options.MaxPixels = 30_000_000);
        var refused = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(samples!, "scans", "odd-pdfs")).Where(file => !file.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var inspection = await rooms.InspectAsync(file);
            if (inspection.Refusal is not null)
            {
                refused.Add(Path.GetFileName(file));
                inspection.Refusal.ShouldEndWith(".");
                continue;
            }

            inspection.Pages.ShouldBeInRange(1, 10, file);
            var read = await rooms.ReadAsync(file, inspection.Pages);
            new FileInfo(read.View.File).Length.ShouldBeGreaterThan(100, file);
            new FileInfo(read.Print.File).Length.ShouldBeGreaterThan(10, file);
        }

        refused.ShouldBe(["invalid.pdf"]);
        await StillWorks(rooms);
    }

    private static bool HasChild(int process) => Directory.EnumerateDirectories($"/proc/{process}/task").Any(task => File.ReadAllText(task + "/children").Length > 0);

    private static async Task StillWorks(Rooms rooms)
    {
        var file = rooms.Write("plain.pdf", RawPdf.Of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"));
        (await rooms.InspectAsync(file)).Pages.ShouldBe(1);
        (await rooms.ReadAsync(file)).Problem.ShouldBeNull();
    }

    /// <summary>A PNG whose header promises a size and whose data are a few bytes.</summary>
    private static byte[] Png(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 0);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc(named));
        return chunk;
    }

    /// <summary>The checksum of PNG chunks (CRC-32).</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
