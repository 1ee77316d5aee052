using Mandate.Archive;
using Mandate.Archive.Reading;
using NetVips;

namespace Mandate.Modules.Tests.TheArchive.Reading;

public sealed class RedactionTest
{
    [Theory]
    [InlineData("page.jpg", false, 1.0)]
    [InlineData("page.tif", true, 0.0)]
    public async Task Redact_CoveredWords_AreInNoOutput(string name, bool bilevel, double skew)
    {
        await using var rooms = new Rooms();
        using var drawn = DrawnPage.Draw("en", 2, new DrawnStyle { Bilevel = bilevel, Skew = skew });
        var page = await rooms.ReadAsync(rooms.Save(drawn, name), 1, "en");
        var lines = page.Text.Words.Select(word => word.Line).Distinct().Skip(3).Take(2).ToHashSet();
        Box[] boxes = [.. page.Text.Words.Where(word => lines.Contains(word.Line)).Select(word => word.Box)];
        var covered = page.Text.Words.Where(word => boxes.Any(box => box.Meets(word.Box))).Select(word => word.Text).ToHashSet();
        var gone = covered.Except(page.Text.Words.Where(word => !boxes.Any(box => box.Meets(word.Box))).Select(word => word.Text)).Where(word => word.Length > 5).ToList();
        gone.Count.ShouldBeGreaterThan(3);

        var redacted = await rooms.Reader.RedactAsync(page, boxes, rooms.Room(), TestContext.Current.CancellationToken);

        var alto = File.ReadAllText(redacted.AltoFile);
        foreach (var word in gone)
        {
            redacted.Text.Words.ShouldNotContain(other => other.Text == word);
            alto.Contains($"CONTENT=\"{word}\"", StringComparison.Ordinal).ShouldBeFalse(word);
        }

        foreach (var print in (PrintImage[])[redacted.Print, redacted.Compact!])
        {
            using var image = print.Coding == PrintCoding.Group4 ? Group4.Decode(File.ReadAllBytes(print.File), print.Width, print.Height) : Image.Jpegload(print.File);
            print.File.ShouldNotBe(page.Print.File);
            AreBlack(image, boxes, print.Placement);
            var copy = rooms.Named(Path.GetRandomFileName() + ".png");
            image.Copy(xres: 300 / 25.4, yres: 300 / 25.4).Pngsave(copy);
            var again = await rooms.ReadAsync(copy, 1, "en");
            again.Text.Words.Select(word => word.Text).Intersect(gone).ShouldBeEmpty();
            again.Text.Words.Count.ShouldBeGreaterThan(200, "the rest of the page is still there");
        }

        using var view = redacted.View.MediaType == "image/png" ? Image.Pngload(redacted.View.File) : Image.Jpegload(redacted.View.File);
        AreBlack(view, boxes, Placement.Scale((double)page.Text.Width / view.Width, (double)page.Text.Height / view.Height));
    }

    /// <summary>Every pixel in the boxes is dark.</summary>
    private static void AreBlack(Image image, IEnumerable<Box> boxes, Placement place)
    {
        (place.B, place.C, place.E, place.F).ShouldBe((0, 0, 0, 0));
        foreach (var box in boxes)
        {
            using var piece = image.Crop((int)(box.Left / place.A), (int)(box.Top / place.D), Math.Max(1, (int)(box.Width / place.A)), Math.Max(1, (int)(box.Height / place.D)));
            piece.Max().ShouldBeLessThan(40);
        }
    }
}
