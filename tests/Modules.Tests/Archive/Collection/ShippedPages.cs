using System.Globalization;
using Mandate.Modules.Tests.Generating;
using Mandate.Results.Generating;
using NetVips;

namespace Mandate.Modules.Tests.TheArchive.Shipped;

/// <summary>Draws the pages of the collection in <c>archive/</c>, as a scanner would give them.</summary>
internal static class ShippedPages
{
    private const double Left = 32;
    private const double Measure = 146;
    private const int ScanDpi = 300;
    private const int PhotoDpi = 200;

    /// <summary>The station of the made-up election whose protocol the collection has.</summary>
    public const string Station = "zz-01-001-001";

    private static readonly string[] Labels = ["Voters on the list", "Voters added on the day", "Ballots received", "Ballots issued", "Ballots left over and cancelled", "Ballots spoiled and exchanged", "Ballots in the boxes", "Invalid ballots", "Valid ballots"];

    /// <summary>A page of the gazette, set upright and straight.</summary>
    public static GazetteSheet Set(GazettePage page)
    {
        var sheet = new GazetteSheet(ScanDpi);
        var language = page.Language;
        var y = page.IsFirst ? Masthead(sheet, page) : RunningHead(sheet, page);
        foreach (var piece in page.Pieces)
        {
            y = piece.Kind switch
            {
                PieceKind.Title => sheet.Set(piece.Text, Left, y + 7, Measure, 15, "Bold", Enums.Align.Centre) + 0.5,
                PieceKind.Under => sheet.Set(piece.Text, Left, y + 3, Measure, 11, "Italic", Enums.Align.Centre) + 1.5,
                PieceKind.Row => sheet.Set(piece.Text, Left + 6, y + 3.6, Measure - 6, 12),
                _ => sheet.Set(piece.Text, Left, y + 4.6, Measure, 12, place: null),
            };
        }

        sheet.Rule(Left, 268, Measure, 0.25);
        sheet.Set(GazetteTexts.Notice(language), Left - 10, 270.5, Measure + 20, 9, place: Enums.Align.Centre);
        sheet.Set(page.Label.ToString(CultureInfo.InvariantCulture), Left, 278.5, Measure, 13, place: Enums.Align.Centre);
        return sheet;
    }

    /// <summary>Writes an issue as a TIFF of several pages, black and white, Group 4.</summary>
    public static void WriteIssue(GazetteIssue issue, string file)
    {
        var pages = issue.Pages.Select(page =>
        {
            // Each page lay a little differently on the glass.
            var skew = 0.4 + (0.8 * ((page.Label * 3 + issue.Volume) % 7) / 6);
            using var straight = Set(page).Image;
            return DrawnPage.Scan(straight, new DrawnStyle { Dpi = ScanDpi, Skew = page.Label % 2 == 0 ? -skew : skew, Noise = 22, Blur = 0.8, Bilevel = true });
        }).ToArray();
        using var joined = Image.Arrayjoin(pages, across: 1);
        using var paged = joined.Mutate(m => m.Set(GValue.GIntType, "page-height", pages[0].Height));
        paged.Tiffsave(file, compression: Enums.ForeignTiffCompression.Ccittfax4, bitdepth: 1, xres: ScanDpi / 25.4, yres: ScanDpi / 25.4, pageHeight: pages[0].Height);
    }

    /// <summary>What the protocol of the station says, from the made-up election of the usual seed; list by list after the figures.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<long> Values) Protocol()
    {
        var made = Made.Of(new GeneratorOptions { True = true });
        var rows = made.Rows("protocols-true.csv");
        var lists = rows[0].Skip(1 + Cells.Votes).Select(id => char.ToUpperInvariant(id[9]) + id[10..] + " List");
        return ([.. Labels, .. lists], [.. rows.Single(r => r[0] == Station).Skip(1).Select(cell => long.Parse(cell, CultureInfo.InvariantCulture))]);
    }

    /// <summary>The station's protocol, set upright and straight.</summary>
    public static GazetteSheet SetProtocol()
    {
        var sheet = new GazetteSheet(PhotoDpi);
        var y = sheet.Set("Norraxnor is a made-up country; this protocol is made up", 22, 14, 166, 9.5, "Italic", Enums.Align.Centre);
        y = sheet.Set("Protocol of the precinct commission", 22, y + 5, 166, 17, "Bold", Enums.Align.Centre);
        y = sheet.Set("Precinct 1, Nelqovona, Region Nelqelvin", 22, y + 4, 166, 11.5, place: Enums.Align.Centre);
        y = sheet.Set($"{Station}, 19 May 2030", 22, y + 2.5, 166, 11.5, place: Enums.Align.Centre) + 5;
        var (names, values) = Protocol();
        var top = y;
        for (var i = 0; i < names.Count; i++)
        {
            // A heavier rule parts the figures from the lists.
            sheet.Rule(22, y, 166, i is 0 or Cells.Votes ? 0.6 : 0.15);
            sheet.Set((i + 1).ToString(CultureInfo.InvariantCulture), 24, y + 1.9, 10, 10.5);
            sheet.Set(names[i], 36, y + 1.9, 110, 10.5);
            sheet.Set(values[i].ToString(CultureInfo.InvariantCulture), 150, y + 2.2, 36, 10.5, place: Enums.Align.High);
            y += 6.6;
        }

        foreach (var x in (double[])[22, 33.5, 148, 187.7])
        {
            sheet.RuleDown(x, top, y - top, 0.3);
        }

        y = sheet.Rule(22, y, 166, 0.6);
        sheet.Set("Chair of the commission", 22, y + 8, 60, 10.5);
        sheet.Set("Pelzor Marquxadel", 90, y + 7.6, 70, 13, "Italic");
        sheet.Rule(84, y + 14.5, 76, 0.2);
        sheet.Set("Secretary", 22, y + 20, 60, 10.5);
        sheet.Set("Lumira Dexonuven", 90, y + 19.6, 70, 13, "Italic");
        sheet.Rule(84, y + 26.5, 76, 0.2);
        return sheet;
    }

    /// <summary>Writes the station's protocol as a grey photograph with a stamp.</summary>
    public static void WriteProtocol(string file)
    {
        using var straight = SetProtocol().Image;
        using var stamped = Stamp(straight);
        using var photo = DrawnPage.Scan(stamped, new DrawnStyle { Dpi = PhotoDpi, Skew = -0.7, Noise = 1.8, Blur = 0.5, Shade = 34 });
        using var sized = photo.Copy(xres: PhotoDpi / 25.4, yres: PhotoDpi / 25.4);
        sized.Jpegsave(file, q: 45);
    }

    private static double Masthead(GazetteSheet sheet, GazettePage page)
    {
        var y = sheet.Rule(Left, 22, Measure, 0.8);
        y = sheet.Set(GazetteTexts.Name(page.Language), Left, y + 5, Measure, 25, "Bold", Enums.Align.Centre);
        y = sheet.Set(GazetteTexts.OfWhat(page.Language), Left, y + 4.5, Measure, 12, "Italic", Enums.Align.Centre);
        y = sheet.Set(GazetteTexts.Line(page.Issue, page.Language), Left, y + 4, Measure, 11, place: Enums.Align.Centre);
        return sheet.Rule(Left, y + 4, Measure, 0.4) + 2;
    }

    private static double RunningHead(GazetteSheet sheet, GazettePage page)
    {
        var y = sheet.Set($"{GazetteTexts.Name(page.Language)}. {GazetteTexts.Line(page.Issue, page.Language)}", Left, 22, Measure, 9.5, place: Enums.Align.Centre);
        return sheet.Rule(Left, y + 2, Measure, 0.25) + 3;
    }

    /// <summary>A round stamp that says what it is.</summary>
    private static Image Stamp(Image page)
    {
        var (x, y, radius) = (page.Width * 79 / 100, page.Height * 87 / 100, page.Width / 12);
        using var rings = Image.Black(page.Width, page.Height).Mutate(m =>
        {
            foreach (var r in (int[])[0, 1, 2, 3, 11, 12])
            {
                m.DrawCircle([120], x, y, radius - r);
            }
        });
        using var words = Image.Text("MADE UP", font: "Noto Serif Bold 15", dpi: PhotoDpi);
        using var turned = words.Similarity(angle: -14);
        using var ink = (turned * 0.45).Cast(Enums.BandFormat.Uchar);
        using var placed = ink.Embed(x - (ink.Width / 2), y - (ink.Height / 2), page.Width, page.Height);
        return (page - rings - placed).CopyMemory();
    }
}
