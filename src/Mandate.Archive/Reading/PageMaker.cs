using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>Reads one page of a file and writes what the archive keeps of it.</summary>
internal sealed class PageMaker(ReadingOptions options, string folder)
{
    private readonly Outputs _outputs = new(folder);

    /// <summary>Makes a page from what its file gives.</summary>
    public PageReading Make(SourcePage page, IReadOnlyList<string>? languages) => page.Words is null ? Scan(page, languages) : Digital(page, page.Words);

    /// <summary>Makes an empty page where nothing can be read: a plain grey sheet.</summary>
    /// <param name="problem">Why.</param>
    public PageReading Blank(string problem)
    {
        var (width, height) = (options.Dpi * 827 / 100, options.Dpi * 1169 / 100);
        using var sheet = (Image.Black(width / 4, height / 4) + 200).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        var text = new PageText(width, height, options.Dpi, TextOrigin.None, null, []);
        var place = Placement.Scale((double)width / sheet.Width, (double)height / sheet.Height);
        return new PageReading(text, _outputs.View(sheet, lineWork: true), _outputs.Thumb(sheet), _outputs.Coded(sheet, place), null, _outputs.Alto(text), 0, 0, problem);
    }

    private PageReading Digital(SourcePage page, IReadOnlyList<Word> words)
    {
        var raster = page.Raster;
        var lineWork = Pixels.IsLineWork(raster);
        var (view, thumb) = _outputs.Look(raster, page.Dpi, 0, lineWork);
        PrintImage print;
        if (lineWork)
        {
            using var ink = Pixels.Greyed(raster) > 128;
            print = _outputs.Bilevel(ink, Placement.Identity, "print");
        }
        else
        {
            var scale = Math.Min(1, 200.0 / page.Dpi);
            using var sized = scale < 1 ? raster.Resize(scale) : raster.Copy();
            print = _outputs.Coded(sized, Placement.Scale((double)raster.Width / sized.Width, (double)raster.Height / sized.Height));
        }

        var text = new PageText(raster.Width, raster.Height, page.Dpi, words.Count > 0 ? TextOrigin.Digital : TextOrigin.None, Languages.Of(words.Select(word => word.Text)), words);
        return new PageReading(text, view, thumb, print, null, _outputs.Alto(text), 0, 0, page.Problem);
    }

    private PageReading Scan(SourcePage page, IReadOnlyList<string>? languages)
    {
        var reading = new ScanReader(options, new Tesseract(options, folder)).Read(page, languages);
        using var upright = reading.Turned switch { 90 => page.Raster.Rot90(), 180 => page.Raster.Rot180(), 270 => page.Raster.Rot270(), _ => page.Raster.Copy() };
        var (view, thumb) = _outputs.Look(upright, page.Dpi, reading.Skew, page.Bilevel);
        var straight = Placement.QuarterTurns(reading.Turned, page.Raster.Width, page.Raster.Height).Then(Placement.TurnAbout(-reading.Skew, upright.Width, upright.Height));
        using var compactImage = reading.Compact.ToImage();
        var compact = _outputs.Bilevel(compactImage, Placement.Scale((double)upright.Width / compactImage.Width, (double)upright.Height / compactImage.Height), "compact");
        var text = Text(page, reading, upright, languages);
        return new PageReading(text, view, thumb, Print(page, upright, reading.Skew, straight), compact, _outputs.Alto(text), reading.Skew, reading.Turned, page.Problem ?? reading.Recognition.Problem);
    }

    private PrintImage Print(SourcePage page, Image upright, double skew, Placement straight)
    {
        if (page.Bilevel)
        {
            using var ink = Pixels.Turned(Pixels.Greyed(upright), -skew) > 128;
            return _outputs.Bilevel(ink, Placement.Identity, "print");
        }

        if (page.Jpeg is { } jpeg)
        {
            return _outputs.Passed(jpeg, jpeg.Placement.Then(straight));
        }

        using var turned = Pixels.Turned(upright, -skew);
        return _outputs.Coded(turned, Placement.Identity);
    }

    private static PageText Text(SourcePage page, ScanReading reading, Image upright, IReadOnlyList<string>? languages)
    {
        double x = (double)upright.Width / reading.Ink.Width, y = (double)upright.Height / reading.Ink.Height;
        var words = reading.Recognition.Words.Select(word => word with { Box = Scaled(word.Box, x, y) }).ToList();
        var language = Languages.Of(words.Where(word => word.Confidence > 60).Select(word => word.Text)) ?? (languages is [var only] && words.Count > 0 ? only : null);
        return new PageText(upright.Width, upright.Height, page.Dpi, words.Count > 0 ? TextOrigin.Recognised : TextOrigin.None, language, words);
    }

    private static Box Scaled(Box box, double x, double y)
    {
        int left = (int)Math.Floor(box.Left * x), top = (int)Math.Floor(box.Top * y);
        return new Box(left, top, (int)Math.Ceiling(box.Right * x) - left, (int)Math.Ceiling(box.Bottom * y) - top);
    }
}
