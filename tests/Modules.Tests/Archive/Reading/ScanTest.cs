using Mandate.Archive;
using Mandate.Archive.Reading;

namespace Mandate.Modules.Tests.TheArchive.Reading;

public sealed class ScanTest
{
    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    public async Task ReadPage_CleanScan_GivesWordsAtTheirPlaces(string language)
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw(language, 1);
        var file = rooms.Save(drawn, "page.jpg");

        var read = await rooms.ReadAsync(file);

        read.Problem.ShouldBeNull();
        (read.Text.Width, read.Text.Height, read.Text.Dpi, read.Text.Origin, read.Text.Language).ShouldBe((2480, 3508, 300, TextOrigin.Recognised, language));
        (read.Skew, read.Turned).ShouldBe((0, 0));
        drawn.WordsRight(read.Text.Words.Select(word => word.Text)).ShouldBeGreaterThanOrEqualTo(0.99);
        BoxesHold(drawn, read.Text, 6);
        File.ReadAllBytes(read.Print.File).ShouldBe(File.ReadAllBytes(file), "a JPEG is passed through untouched");
        read.Print.Placement.ShouldBe(Placement.Identity);
        new FileInfo(read.Compact!.File).Length.ShouldBeLessThan(100_000);
        new FileInfo(read.AltoFile).Length.ShouldBeGreaterThan(10_000);
        read.Thumb.Width.ShouldBe(200);
    }

    [Fact]
    public async Task ReadPage_AskewByTwoDegrees_ComesStraight()
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("ru", 2, new DrawnStyle { Skew = 2, Colour = true });

        var read = await rooms.ReadAsync(rooms.Save(drawn, "askew.jpg"), 1, "ru");

        read.Skew.ShouldBe(2, 0.1);
        drawn.WordsRight(read.Text.Words.Select(word => word.Text)).ShouldBeGreaterThanOrEqualTo(0.975);
        BoxesHold(drawn, read.Text, 9);
        // The JPEG is untouched and its matrix sets it straight: a word's place on the glass comes to its place on the frame.
        var askew = Placement.TurnAbout(2, 2480, 3508);
        foreach (var word in drawn.Words)
        {
            double x = word.Ink.Left, y = word.Ink.Top;
            var (glassX, glassY) = askew.Apply(x, y);
            var (frameX, frameY) = read.Print.Placement.Apply(glassX, glassY);
            frameX.ShouldBe(x, 4);
            frameY.ShouldBe(y, 4);
        }
    }

    [Theory]
    [InlineData(90, 270)]
    [InlineData(180, 180)]
    [InlineData(270, 90)]
    public async Task ReadPage_TurnedPage_ComesUpright(int turned, int back)
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("en", 3, new DrawnStyle { Turned = turned });

        var read = await rooms.ReadAsync(rooms.Save(drawn, "turned.jpg"));

        read.Turned.ShouldBe(back);
        (read.Text.Width, read.Text.Height).ShouldBe((2480, 3508));
        (read.View.Width < read.View.Height).ShouldBeTrue();
        drawn.WordsRight(read.Text.Words.Select(word => word.Text)).ShouldBeGreaterThanOrEqualTo(0.98);
        BoxesHold(drawn, read.Text, 6);
    }

    [Theory]
    [InlineData("page.tif")]
    [InlineData("page.png")]
    public async Task ReadPage_BlackAndWhite_PrintsAsGroup4PixelByPixel(string name)
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("kk", 0, new DrawnStyle { Bilevel = true });

        var read = await rooms.ReadAsync(rooms.Save(drawn, name));

        read.Print.Coding.ShouldBe(PrintCoding.Group4);
        read.View.MediaType.ShouldBe("image/png");
        drawn.WordsRight(read.Text.Words.Select(word => word.Text)).ShouldBeGreaterThanOrEqualTo(0.98);
        using var back = Group4.Decode(File.ReadAllBytes(read.Print.File), read.Print.Width, read.Print.Height);
        using var difference = (back.Crop(0, 0, drawn.Image.Width, drawn.Image.Height) - drawn.Image).Abs();
        difference.Max().ShouldBe(0);
    }

    [Fact]
    public async Task ReadPage_Jpeg2000AndGreyTiff_AreReadAndPrintedAsJpeg()
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("en", 0, new DrawnStyle { Dpi = 200 });
        foreach (var name in (string[])["page.jp2", "page.tif"])
        {
            var read = await rooms.ReadAsync(rooms.Save(drawn, name), 1, "en");

            read.Problem.ShouldBeNull(name);
            read.Print.Coding.ShouldBe(PrintCoding.Jpeg);
            read.Text.Dpi.ShouldBeInRange(195, 205, name);
            drawn.WordsRight(read.Text.Words.Select(word => word.Text)).ShouldBeGreaterThanOrEqualTo(0.97, name);
        }
    }

    [Fact]
    public async Task ReadPage_Twice_GivesTheSameBytes()
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("en", 4, new DrawnStyle { Skew = -1, Dpi = 200 });
        var file = rooms.Save(drawn, "page.png");

        var first = await rooms.ReadAsync(file);
        var second = await rooms.ReadAsync(file);

        foreach (var (one, other) in (IEnumerable<(string, string)>)[(first.View.File, second.View.File), (first.Thumb.File, second.Thumb.File), (first.Print.File, second.Print.File), (first.Compact!.File, second.Compact!.File), (first.AltoFile, second.AltoFile)])
        {
            File.ReadAllBytes(one).ShouldBe(File.ReadAllBytes(other), Path.GetFileName(one));
        }
    }

    /// <summary>Every drawn word that was read has its ink within its box, give or take some pixels.</summary>
    private static void BoxesHold(DrawnPage drawn, PageText text, int slack)
    {
        var held = 0;
        foreach (var word in drawn.Words)
        {
            var ink = word.Ink;
            held += text.Words.Any(read => read.Text == word.Text && read.Box.Left <= ink.Left + slack && read.Box.Top <= ink.Top + slack && read.Box.Right >= ink.Right - slack && read.Box.Bottom >= ink.Bottom - slack
                && read.Box.Width <= ink.Width + 4 * slack && read.Box.Height <= ink.Height + 8 * slack) ? 1 : 0;
        }

        ((double)held / drawn.Words.Count).ShouldBeGreaterThan(0.93);
    }
}
