using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>Makes a page of which parts are covered for good: nothing of them is left in any file.</summary>
internal static class Redaction
{
    /// <summary>Covers boxes (pixels of the frame) of a page that was read, into a folder.</summary>
    public static PageReading Make(PageReading page, IReadOnlyList<Box> boxes, string folder)
    {
        var outputs = new Outputs(folder);
        var (width, height) = (page.Text.Width, page.Text.Height);
        using var seen = page.View.MediaType == "image/png" ? Image.Pngload(page.View.File) : Image.Jpegload(page.View.File);
        using var view = Burnt(Pixels.Plain(seen), boxes, (double)page.View.Width / width, (double)page.View.Height / height);
        var text = page.Text with { Words = [.. page.Text.Words.Where(word => !boxes.Any(box => box.Meets(word.Box)))] };
        text = text.Words.Count > 0 ? text : text with { Origin = TextOrigin.None, Language = null };
        return page with
        {
            Text = text,
            View = outputs.View(view, page.View.MediaType == "image/png"),
            Thumb = outputs.Thumb(view),
            Print = Covered(page.Print, boxes, outputs, "print", width, height),
            Compact = page.Compact is { } compact ? Covered(compact, boxes, outputs, "compact", width, height) : null,
            AltoFile = outputs.Alto(text),
        };
    }

    /// <summary>A print image drawn anew on the frame, covered, and coded anew.</summary>
    private static PrintImage Covered(PrintImage print, IReadOnlyList<Box> boxes, Outputs outputs, string name, int width, int height)
    {
        using var loaded = print.Coding == PrintCoding.Group4 ? Group4.Decode(File.ReadAllBytes(print.File), print.Width, print.Height) : Image.Jpegload(print.File);
        using var plain = Pixels.Plain(loaded);
        var upright = print is { B: 0, C: 0, E: 0, F: 0, A: > 0, D: > 0 };
        // An image that already stands straight keeps its own pixels; any other is laid on the frame.
        using var straight = upright ? plain.Copy() : Pixels.Placed(plain, print.Placement, width, height);
        var place = upright ? print.Placement : Placement.Identity;
        using var burnt = Burnt(straight, boxes, 1 / place.A, 1 / place.D);
        return print.Coding == PrintCoding.Group4 ? outputs.Bilevel(burnt, place, name) : outputs.Coded(burnt, place);
    }

    /// <summary>Blackens boxes of the frame, each a pixel wider than asked for; an image's pixels are x and y to a pixel of the frame.</summary>
    private static Image Burnt(Image image, IReadOnlyList<Box> boxes, double x, double y) =>
        image.Mutate(canvas =>
        {
            foreach (var box in boxes)
            {
                int left = Math.Max(0, (int)Math.Floor(box.Left * x) - 1), top = Math.Max(0, (int)Math.Floor(box.Top * y) - 1);
                int right = Math.Min(image.Width, (int)Math.Ceiling(box.Right * x) + 1), bottom = Math.Min(image.Height, (int)Math.Ceiling(box.Bottom * y) + 1);
                if (right > left && bottom > top)
                {
                    canvas.DrawRect([.. Enumerable.Repeat(0.0, image.Bands)], left, top, right - left, bottom - top, fill: true);
                }
            }
        }).CopyMemory();
}
