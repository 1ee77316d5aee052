using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>Reads a page that is a scan: sets it upright and straight, tells its language, recognises its words.</summary>
internal sealed class ScanReader(ReadingOptions options, Tesseract tesseract)
{
    /// <summary>Below this mean confidence a page may be upside down or in another language.</summary>
    private const double Doubtful = 65;

    /// <summary>Angles up to this many degrees are left as they are.</summary>
    private const double Straight = 0.1;

    private readonly long _started = Environment.TickCount64;

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="languages">Its languages; null where they are not known.</param>
    public ScanReading Read(SourcePage page, IReadOnlyList<string>? languages)
    {
        var grey = Pixels.Greyed(page.Raster);
        var lie = Measure(grey, page.Dpi);
        int? turned = lie.Sideways ? tesseract.Orientation(Prepare(grey, page, 0).Ink, OcrDpi(page.Dpi)) : null;
        var reading = ReadTurned(grey, page, turned ?? 0, languages, mayTurn: turned is null, turned is null or 0 ? lie : null);
        if (languages is null && IsDoubtful(reading.Recognition) && reading.Models != All)
        {
            var again = Inked(tesseract.Recognise(reading.Ink, reading.Dpi, All, 3, Left), reading.Ink);
            reading = again.Confidence > reading.Recognition.Confidence ? reading with { Recognition = again } : reading;
        }

        return reading;
    }

    /// <summary>Pixels an inch at which letters are recognised: small ones are enlarged, very fine scans reduced.</summary>
    public static int OcrDpi(int dpi) => dpi switch { > 400 => 300, >= 220 => dpi, >= 110 => 2 * dpi, _ => 3 * dpi };

    private string All => Languages.Models(options.Languages, tesseract.Installed());

    /// <summary>What is left of the page's time, with a reserve for making its images.</summary>
    private TimeSpan Left => TimeSpan.FromSeconds(Math.Max(1, options.PageTimeout.TotalSeconds * 0.9 - (Environment.TickCount64 - _started) / 1000.0));

    /// <summary>Reads a page turned clockwise; where it looks upside down it is turned once more, before reading it where a sample tells.</summary>
    private ScanReading ReadTurned(Image grey, SourcePage page, int turned, IReadOnlyList<string>? languages, bool mayTurn, Lie? lie = null)
    {
        var upright = turned switch { 90 => grey.Rot90(), 180 => grey.Rot180(), 270 => grey.Rot270(), _ => grey };
        var skew = (lie ?? Measure(upright, page.Dpi)).Degrees;
        skew = Math.Abs(skew) <= Straight ? 0 : skew;
        var (compact, ink) = Prepare(upright, page, skew);
        var dpi = OcrDpi(page.Dpi);
        if (languages is null)
        {
            var sample = tesseract.Recognise(Sample.Of(ink, dpi), dpi, SampleModels, 6, Left);
            if (mayTurn && IsDoubtful(sample))
            {
                mayTurn = false;
                if (tesseract.Orientation(ink, dpi) is { } other and not 0)
                {
                    return ReadTurned(grey, page, (turned + other) % 360, languages, mayTurn);
                }
            }

            languages = Told(sample);
        }

        var models = Languages.Models(languages, tesseract.Installed());
        var reading = new ScanReading(turned, skew, compact, ink, dpi, models, Inked(tesseract.Recognise(ink, dpi, models, 3, Left), ink));
        if (mayTurn && IsDoubtful(reading.Recognition) && tesseract.Orientation(ink, dpi) is { } turn and not 0)
        {
            var again = ReadTurned(grey, page, (turned + turn) % 360, languages, mayTurn: false);
            return again.Recognition.Confidence > reading.Recognition.Confidence ? again : reading;
        }

        return reading;
    }

    /// <summary>Whether there are words and they do not look right.</summary>
    private static bool IsDoubtful(Recognition recognition) => recognition.Problem is null && recognition.Words.Count >= 3 && recognition.Confidence < Doubtful;

    /// <summary>Black and white at the recogniser's resolution, straight: once whole, once without rules.</summary>
    private static (Grey Compact, Grey Ink) Prepare(Image grey, SourcePage page, double skew)
    {
        var dpi = OcrDpi(page.Dpi);
        var scale = (double)dpi / page.Dpi;
        var sized = scale < 1 ? grey.Resize(scale) : grey;
        var straight = Grey.Of(Pixels.Turned(sized, -skew, scale < 1 ? 1 : scale));
        var compact = page.Bilevel && skew == 0 && scale == 1 ? straight : Binarisation.Sauvola(straight, dpi * 2 / 15);
        var ink = compact with { Pixels = (byte[])compact.Pixels.Clone() };
        Rules.Remove(ink, dpi);
        return (compact, ink);
    }

    /// <summary>Drops words under which there is no ink: the recogniser at times sees dashes in the white of a table.</summary>
    private static Recognition Inked(Recognition recognition, Grey ink) => recognition with { Words = [.. recognition.Words.Where(word => HasInk(word.Box, ink))] };

    private static bool HasInk(Box box, Grey ink)
    {
        var count = 0;
        for (var y = Math.Max(0, box.Top); y < Math.Min(ink.Height, box.Bottom) && count < 4; y++)
        {
            for (var x = Math.Max(0, box.Left); x < Math.Min(ink.Width, box.Right); x++)
            {
                count += ink.Pixels[y * ink.Width + x] == 0 ? 1 : 0;
            }
        }

        return count >= 4;
    }

    private static Lie Measure(Image grey, int dpi)
    {
        var shrink = Math.Max(1, dpi / 130);
        using var small = grey.Shrink(shrink, shrink).Cast(Enums.BandFormat.Uchar);
        return Skew.Measure(Binarisation.Sauvola(Grey.Of(small), dpi / shrink / 7));
    }

    /// <summary>The models for a sample. The Kazakh model reads Russian well enough to tell the two apart, and one model less is loaded.</summary>
    private string SampleModels
    {
        get
        {
            var candidates = options.Languages.Contains("kk") ? options.Languages.Where(language => language != "ru") : options.Languages;
            return string.Join('+', candidates.Select(Languages.ToTesseract).Where(tesseract.Installed().Contains));
        }
    }

    /// <summary>The language that a sample tells; all languages where it does not.</summary>
    private IReadOnlyList<string> Told(Recognition sample)
    {
        var sure = sample.Words.Where(word => word.Confidence > 60).Select(word => word.Text);
        return Languages.Of(sure) is { } language && options.Languages.Contains(language) ? [language] : options.Languages;
    }
}

/// <summary>A scan that was read.</summary>
/// <param name="Turned">Degrees clockwise by which it was turned.</param>
/// <param name="Skew">Degrees clockwise by which it lay askew after that.</param>
/// <param name="Compact">The straight page in black and white.</param>
/// <param name="Ink">The same without rules, as the recogniser saw it.</param>
/// <param name="Dpi">Pixels an inch of both.</param>
/// <param name="Models">The models it was read with.</param>
/// <param name="Recognition">The words, in pixels of both.</param>
internal sealed record ScanReading(int Turned, double Skew, Grey Compact, Grey Ink, int Dpi, string Models, Recognition Recognition);
