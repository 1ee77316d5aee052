using System.Text;
using System.Text.Json;
using Mandate.Archive;
using Mandate.Archive.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Mandate.Modules.Tests.TheArchive.Pdf;

public class SearchablePdfTest
{
    private const double PixelsAPoint = InkedSheet.Dpi / 72.0;

    public static TheoryData<string> Languages => MadePdf.Languages;

    [Theory, MemberData(nameof(Languages))]
    public async Task Write_TwoPages_EachHasItsWordsInOrder(string language)
    {
        var first = new InkedSheet().Block(MadePdf.Paragraph(language), 120, 150, 900).Block(MadePdf.Paragraph(language), 120, 420, 900);
        var second = new InkedSheet().Block("Alone — одна", 120, 150, 900, 40);
        var pdf = MadePdf.Write(MadePdf.Front(language), first.Jpeg(language: language), second.Group4(language: language));
        foreach (var order in (string[][])[[], ["-raw"], ["-layout"]])
        {
            (await PdfTool.WordsAsync(pdf, 2, order)).ShouldBe(first.Words.Select(word => word.Text), string.Join(' ', order));
            (await PdfTool.WordsAsync(pdf, 3, order)).ShouldBe(second.Words.Select(word => word.Text));
        }
    }

    [Fact]
    public async Task Write_TwoColumns_ReadOneAfterTheOther()
    {
        var sheet = new InkedSheet().Block(MadePdf.Paragraph("en"), 100, 150, 480).Block(MadePdf.Paragraph("ru"), 680, 150, 480);
        var pdf = MadePdf.Write(MadePdf.Front(), sheet.Jpeg());
        (await PdfTool.WordsAsync(pdf, 2)).ShouldBe(sheet.Words.Select(word => word.Text));
        (await PdfTool.WordsAsync(pdf, 2, "-raw")).ShouldBe(sheet.Words.Select(word => word.Text));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Write_Words_StandOnTheirBoxes(string language)
    {
        var sheet = new InkedSheet().Block(MadePdf.Paragraph(language), 120, 150, 900).Block("Small print, уже мельче", 120, 600, 500, 17).Block("17 345", 800, 600, 300, 60);
        var seen = await PdfTool.BoxesAsync(MadePdf.Write(MadePdf.Front(), sheet.Jpeg()), 2);
        seen.Length.ShouldBe(sheet.Words.Count);
        foreach (var (text, box) in sheet.Marked)
        {
            // A line without letters that reach down, or up, is given the height of the other lines of its block.
            var word = seen.Where(word => word.Text == text).MaxBy(word => PdfTool.InCommon(word, box, PixelsAPoint));
            PdfTool.InCommon(word, box, PixelsAPoint).ShouldBeGreaterThan(0.75, text);
            (word.Left * PixelsAPoint).ShouldBe(box.Left, 0.5, text);
            (word.Right * PixelsAPoint).ShouldBe(box.Right, 0.5, text);
            (word.Top * PixelsAPoint).ShouldBeLessThan(box.Top + 0.5, text);
            (word.Bottom * PixelsAPoint).ShouldBeGreaterThan(box.Bottom - 0.5, text);
        }
    }

    [Fact]
    public async Task Write_LineThatIsBent_KeepsWordsAtTheirOwnHeights()
    {
        // Each word stands 12 pixels lower than the one before; the line is 136 high, its words 40.
        Word[] words = [.. Enumerable.Range(0, 9).Select(k => new Word($"word{k}", new Box(100 + (120 * k), 200 + (12 * k), 100, 40), 90, 0, 0))];
        var sheet = new InkedSheet().Jpeg() with { Text = new(InkedSheet.Width, InkedSheet.Height, InkedSheet.Dpi, TextOrigin.Recognised, null, words) };
        var pdf = MadePdf.Write(MadePdf.Front(), sheet);
        (await PdfTool.WordsAsync(pdf, 2, "-raw")).ShouldBe(words.Select(word => word.Text));
        foreach (var seen in await PdfTool.BoxesAsync(pdf, 2))
        {
            PdfTool.InCommon(seen, words.Single(word => word.Text == seen.Text).Box, PixelsAPoint).ShouldBeGreaterThan(0.95);
        }
    }

    [Fact]
    public async Task Write_LettersOfHigherPlanes_AreCopiedWhole()
    {
        Word[] words =
        [
            new("𐍈𝐀a𝐙", new Box(100, 100, 200, 40), null, 0, 0), new("🗳ballot", new Box(320, 100, 200, 40), null, 0, 0), new("(\\)\r"[..3] + "č", new Box(100, 160, 90, 40), null, 1, 0),
            new("𠀀𪛖", new Box(200, 160, 90, 40), null, 1, 0), new("č\uFE00", new Box(300, 160, 90, 40), null, 1, 0),
        ];
        var sheet = new InkedSheet().Jpeg() with { Text = new(InkedSheet.Width, InkedSheet.Height, InkedSheet.Dpi, TextOrigin.Digital, "en", words) };
        var pdf = MadePdf.Write(MadePdf.Front(), sheet);
        (await PdfTool.WordsAsync(pdf, 2)).ShouldBe(words.Select(word => word.Text));
        using var read = PdfDocument.Open(pdf);
        string.Concat(read.GetPage(2).Letters.Select(letter => letter.Value)).ShouldBe(string.Join(' ', words.Select(word => word.Text)));
    }

    [Fact]
    public async Task Write_WhatIsNoLetter_IsCopiedAsReplaced()
    {
        string[] given = ["a\uD800b", "a\0b", "a\uFFFEb\uFEFF"];
        var text = new PageText(InkedSheet.Width, InkedSheet.Height, InkedSheet.Dpi, TextOrigin.Recognised, null, [.. given.Select((word, k) => new Word(word, new Box(100 + (300 * k), 100, 200, 40), 5, 0, 0))]);
        (await PdfTool.WordsAsync(MadePdf.Write(MadePdf.Front(), new InkedSheet().Jpeg() with { Text = text }), 2)).ShouldBe(["a\uFFFDb", "a\uFFFDb", "a\uFFFDb\uFFFD"]);
    }

    [Fact]
    public async Task Write_EverySort_IsFoundCleanByQpdf()
    {
        var inked = new InkedSheet().Block(MadePdf.Paragraph("kk"), 120, 150, 900);
        PdfSection[] sections = [new("Часть (1)", 1, 0), new("Глава \\ 1", 2, 0), new("Chapter 2", 2, 1), new("Part 2", 1, 2)];
        var pdf = MadePdf.Write(MadePdf.Front("kk", sections), inked.Jpeg("iv"), inked.Group4(), new InkedSheet().Jpeg());
        (await PdfTool.TextAsync(pdf, "qpdf", "--check", "{}")).ShouldContain("No syntax or stream encoding errors found");
        using var json = JsonDocument.Parse(await PdfTool.TextAsync(pdf, "qpdf", "--json", "{}"));
        json.RootElement.GetProperty("pagelabels").EnumerateArray().Select(label => (label.GetProperty("index").GetInt32(), string.Concat(label.GetProperty("label").ToString().Where(letter => !char.IsWhiteSpace(letter)))))
            .ShouldBe([(0, """{"/P":"u:cover","/St":1}"""), (1, """{"/P":"u:iv","/St":1}"""), (2, """{"/S":"/D","/St":2}""")]);
        json.RootElement.GetProperty("outlines").EnumerateArray().Select(mark => (mark.GetProperty("title").GetString(), mark.GetProperty("destpageposfrom1").GetInt32(), mark.GetProperty("kids").GetArrayLength()))
            .ShouldBe([("Часть (1)", 2, 2), ("Part 2", 4, 0)]);
    }

    [Fact]
    public async Task Write_Tags_HoldSectionsPagesAndBlocks()
    {
        var inked = new InkedSheet().Block("First block of two lines, longer than the column", 120, 150, 500).Block("Second block", 120, 400, 500);
        var pdf = MadePdf.Write(MadePdf.Front("en", [new("Chapter", 1, 0)]), inked.Jpeg("iv"), new InkedSheet().Jpeg());
        (await PdfTool.TextAsync(pdf, "pdfinfo", "{}")).ShouldContain("Tagged:          yes");
        var tree = await PdfTool.TextAsync(pdf, "pdfinfo", "-struct-text", "{}");
        tree.ShouldStartWith("Document\n  Sect\n    P (block)\n      \"made/report-2031\"\n    H1 (block)\n      \"Report on the conduct of the parliamentary election and the counting of votes\"\n", customMessage: tree);
        tree.ShouldContain("      TR\n        TH:\n           /Scope /Row\n          \"Handle\"\n        TD\n          \"made/report-2031\"\n", Case.Sensitive, tree);
        tree.ShouldEndWith(
            """
              Sect "Chapter"
                Sect "made/report-2031, iv"
                  P (block)
                    "First block of two lines, longer than the column"
                  P (block)
                    "Second block"
                Sect "made/report-2031, 2"
                  Figure:
                     /Placement /Block
                     /BBox [0 0 595.2 841.92]
                    ""

            """, Case.Sensitive, tree);
    }

    [Fact]
    public void Write_PdfPig_ReadsTheSame()
    {
        var inked = new InkedSheet().Block(MadePdf.Paragraph("kk"), 120, 150, 900);
        using var pdf = PdfDocument.Open(MadePdf.Write(MadePdf.Front("kk", [new("Chapter", 1, 0)]), inked.Group4("iv", "kk")));
        pdf.NumberOfPages.ShouldBe(2);
        pdf.Information.Title.ShouldBe(MadePdf.Front("kk").Title);
        pdf.Information.Author.ShouldBe("Central Commission of Madeland; Ұлттық кітапхана");
        pdf.Information.CreationDate.ShouldBeNull();
        var page = pdf.GetPage(2);
        (page.Width, page.Height).ShouldBe((595.2, 841.92));
        page.GetWords(NearestNeighbourWordExtractor.Instance).Select(word => word.Text).Where(word => word != " ").Order(StringComparer.Ordinal).ShouldBe(inked.Words.Select(word => word.Text).Order(StringComparer.Ordinal));
        string.Concat(page.Letters.Select(letter => letter.Value)).ShouldBe(string.Join(' ', inked.Words.Select(word => word.Text)));
        pdf.TryGetBookmarks(out var bookmarks).ShouldBeTrue();
        bookmarks.GetNodes().Single().Title.ShouldBe("Chapter");
        pdf.TryGetXmpMetadata(out var xmp).ShouldBeTrue();
        var said = xmp.GetXDocument().ToString();
        said.ShouldContain("made/report-2031");
        said.ShouldNotContain("pdfaid");
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        byte[] Made() => MadePdf.Write(MadePdf.Front("ru"), new InkedSheet().Block(MadePdf.Paragraph("ru"), 120, 150, 900).Group4());
        Made().ShouldBe(Made());
    }

    [Fact]
    public void Write_Image_IsPassedThroughUntouched()
    {
        var sheet = new InkedSheet().Block(MadePdf.Paragraph("en"), 120, 150, 900).Jpeg();
        MadePdf.Write(MadePdf.Front(), sheet).AsSpan().IndexOf(sheet.Image.Bytes).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Write_PageOf500Words_AddsAtMost10KilobytesOfText()
    {
        // Words of letters by chance, which no packing can make small.
        var chance = new Random(1);
        var text = string.Join(' ', Enumerable.Range(0, 500).Select(_ => string.Concat(Enumerable.Range(0, chance.Next(2, 13)).Select(_ => (char)chance.Next('а', 'я')))));
        var inked = new InkedSheet().Block(text, 90, 60, 1060, 22);
        inked.Words.Count.ShouldBe(500);
        var full = inked.Group4();
        var without = full with { Text = full.Text with { Words = [] } };
        var size = MadePdf.Write(MadePdf.Front(), full, full).Length - MadePdf.Write(MadePdf.Front(), full, without).Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"text {size}, image {full.Image.Bytes.Length}");
        size.ShouldBeInRange(2_000, 10_240);
        MadePdf.Write(MadePdf.Front(), full).Length.ShouldBeLessThan(full.Image.Bytes.Length + 60_000);
    }

    [Fact]
    public void Write_2000Pages_HoldsOneSheetAtATime()
    {
        var one = new InkedSheet().Block(MadePdf.Paragraph("en"), 120, 150, 900).Group4();
        List<WeakReference> given = [];
        var alive = 0;
        using var to = new Counter();
        SearchablePdf.Write(to, MadePdf.Front(), 2000, index =>
        {
            if (index % 100 == 99)
            {
                GC.Collect();
                alive = Math.Max(alive, given.Count(sheet => sheet.IsAlive));
            }

            var sheet = one with { Image = one.Image with { Bytes = [.. one.Image.Bytes] } };
            given.Add(new(sheet.Image.Bytes));
            return sheet;
        });
        given.Count.ShouldBe(2000);
        alive.ShouldBe(0);
        to.Count.ShouldBeGreaterThan(2000L * one.Image.Bytes.Length);
    }

    [Fact]
    public void Write_NoSheets_IsTheCoverAlone()
    {
        using var pdf = PdfDocument.Open(MadePdf.Write(MadePdf.Front()));
        pdf.NumberOfPages.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 2, "Section 'Late' begins on sheet 2; expected 0 to 1. (Parameter 'sections')")]
    [InlineData(1, -1, "Section 'Late' begins on sheet -1; expected 0 to 1. (Parameter 'sections')")]
    [InlineData(33, 1, "Section 'Late' has level 33; expected 0 to 32. (Parameter 'sections')")]
    public void Write_SectionThatCannotBe_IsRefused(int level, int first, string message)
    {
        var sheet = new InkedSheet().Jpeg();
        Should.Throw<ArgumentException>(() => MadePdf.Write(MadePdf.Front("en", [new("Late", level, first)]), sheet, sheet)).Message.ShouldBe(message);
    }

    [Fact]
    public void Write_BytesThatAreNoJpeg_AreRefused()
    {
        var sheet = new InkedSheet().Jpeg();
        Should.Throw<ArgumentException>(() => MadePdf.Write(MadePdf.Front(), sheet with { Image = sheet.Image with { Bytes = Encoding.ASCII.GetBytes("GIF89a") } })).Message
            .ShouldBe("made/report-2031, 1: found bytes said to be a JPEG of 1 channels; expected bytes that begin with FF D8, and 1, 3 or 4 channels.");
    }

    [Fact]
    public void Write_PlacementThatIsNoNumber_IsRefused()
    {
        var sheet = new InkedSheet().Jpeg("iv");
        Should.Throw<ArgumentException>(() => MadePdf.Write(MadePdf.Front(), sheet with { Image = sheet.Image with { Placement = new(1, 0, 0, 1, double.NaN, 0) } })).Message
            .ShouldBe("made/report-2031, iv: the image is placed by Placement { A = 1, B = 0, C = 0, D = 1, E = NaN, F = 0 }; expected numbers.");
    }

    /// <summary>Counts what is written and lets it go.</summary>
    private sealed class Counter : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Count += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Count += buffer.Length;
    }
}
