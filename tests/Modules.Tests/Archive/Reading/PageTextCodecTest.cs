using FsCheck.Xunit;
using Mandate.Archive;

namespace Mandate.Modules.Tests.TheArchive.Reading;

public sealed class PageTextCodecTest
{
    [Property]
    public void Read_WhatWasWritten_IsTheSame(int seed, byte count)
    {
        var page = Page(seed, count);

        var read = PageTextCodec.Read(PageTextCodec.Write(page));

        read.Words.ShouldBe(page.Words);
        (read with { Words = [] }).ShouldBe(page with { Words = [] }, new WithoutWords());
    }

    [Fact]
    public void Write_FiveHundredWords_TakesAboutThreeKilobytes() => PageTextCodec.Write(Page(7, 500)).Length.ShouldBeLessThan(5000);

    [Fact]
    public void Read_AnyByteChanged_IsRefused()
    {
        var bytes = PageTextCodec.Write(Page(3, 40));
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x55;
            Should.Throw<InvalidDataException>(() => PageTextCodec.Read(changed), $"byte {at}");
        }
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        var bytes = PageTextCodec.Write(Page(3, 40));
        for (var length = 0; length < bytes.Length; length++)
        {
            Should.Throw<InvalidDataException>(() => PageTextCodec.Read(bytes.AsSpan(0, length)), $"{length} bytes");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\n")]
    public void Write_WordThatIsNone_Throws(string text) =>
        Should.Throw<ArgumentException>(() => PageTextCodec.Write(new PageText(10, 10, 300, TextOrigin.Digital, null, [new Word(text, default, null, 0, 0)])));

    private static PageText Page(int seed, int count)
    {
        string[] letters = ["қала", "election", "протокол", "7", "№12,", "😀", "үй", "a"];
        var random = new System.Random(seed);
        var words = new List<Word>();
        var (line, block, left) = (0, 0, 100);
        for (var at = 0; at < count; at++)
        {
            if (random.Next(9) == 0)
            {
                (line, block, left) = (line + 1, block + random.Next(2), 100);
            }

            var width = random.Next(20, 200);
            words.Add(new Word(letters[random.Next(letters.Length)], new Box(left, line * 50 + random.Next(4), width, 38 + random.Next(5)), random.Next(5) == 0 ? null : (byte)random.Next(101), line, block));
            left += width + 12;
        }

        return new PageText(2480, 3508, 300, (TextOrigin)random.Next(3), random.Next(2) == 0 ? null : "kk", words);
    }

    private sealed class WithoutWords : IEqualityComparer<PageText>
    {
        public bool Equals(PageText? x, PageText? y) => (x!.Width, x.Height, x.Dpi, x.Origin, x.Language) == (y!.Width, y.Height, y.Dpi, y.Origin, y.Language);

        public int GetHashCode(PageText obj) => obj.Width;
    }
}
