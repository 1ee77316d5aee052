using System.Globalization;
using System.Text;

namespace Mandate.Reports.Pictures;

/// <summary>Draws a hemicycle as a standalone SVG picture with its words for those who cannot see it.</summary>
public static class HemicycleSvg
{
    private const double Width = 720;
    private const double Radius = 290;
    private const double Top = 62;
    private const double LegendLine = 26;

    /// <summary>Radians between two labels: at their distance from the middle, the width of two figures and a space.</summary>
    private const double LabelGap = 0.1;

    /// <summary>The picture; the same bytes for the same chamber.</summary>
    /// <param name="hemicycle">The chamber.</param>
    /// <param name="language">Language of its words.</param>
    public static string Write(Hemicycle hemicycle, string language)
    {
        ArgumentNullException.ThrowIfNull(hemicycle);
        var colours = Palette.Separate([.. hemicycle.Groups.Select(g => g.Colour)]);
        var seats = hemicycle.Groups.Sum(g => g.Seats) + hemicycle.Vacant;
        var columns = hemicycle.Groups.Any(g => g.Name.Length > 22) || hemicycle.Groups.Count < 4 ? 2 : 3;
        var lines = (hemicycle.Groups.Count + columns - 1) / columns;
        var height = Top + Radius + 62 + (lines * LegendLine);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(Width)} {N(height)}" role="img" aria-labelledby="hemicycle-title hemicycle-desc" lang="{language}" font-family="'Noto Sans','DejaVu Sans',sans-serif">""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"hemicycle-title\">{X(hemicycle.Title)}</title>\n<desc id=\"hemicycle-desc\">{X(hemicycle.Alternative)}</desc>\n");
        // A white ground, so that the picture keeps its contrasts on a dark page.
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 0h{N(Width)}v{N(height)}h-{N(Width)}z\" fill=\"#ffffff\"/>\n");
        Seats(svg, hemicycle, colours, SeatPlan.Of(seats));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(Width / 2)}\" y=\"{N(Top + Radius)}\" text-anchor=\"middle\" font-size=\"54\" font-weight=\"bold\" fill=\"#1a1a1a\">{seats}</text>\n");
        Legend(svg, hemicycle, colours, columns);
        if (hemicycle.Mark is { } mark)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(Width / 2)}\" y=\"{N(Top + (Radius * 0.62))}\" text-anchor=\"middle\" font-size=\"64\" font-weight=\"bold\" fill=\"#b00020\" fill-opacity=\"0.55\" transform=\"rotate(-14 {N(Width / 2)} {N(Top + (Radius * 0.62))})\">{X(mark)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Seats(StringBuilder svg, Hemicycle hemicycle, IReadOnlyList<string> colours, IReadOnlyList<Place> places)
    {
        var size = Math.Min(SeatPlan.Spacing(places) * Radius * 0.44, 26);
        var next = 0;
        var middles = new List<double>();
        for (var g = 0; g < hemicycle.Groups.Count; g++)
        {
            var group = hemicycle.Groups[g];
            svg.Append(CultureInfo.InvariantCulture, $"<g id=\"group-{X(group.Id)}\" fill=\"{colours[g]}\"{(hemicycle.Kind == HemicycleKind.Nonpartisan ? " stroke=\"#1a1a1a\" stroke-width=\"1\"" : string.Empty)}>\n");
            var angles = 0.0;
            for (var i = 0; i < group.Seats; i++, next++)
            {
                Seat(svg, hemicycle.Kind, g, places[next], size);
                angles += places[next].Angle;
            }

            svg.Append("</g>\n");
            middles.Add(angles / group.Seats);
        }

        var labels = Apart(middles);
        for (var g = 0; g < labels.Count; g++)
        {
            Label(svg, labels[g], hemicycle.Groups[g].Seats, colours[g], size);
        }

        if (hemicycle.Vacant > 0)
        {
            svg.Append("<g id=\"vacant\" fill=\"#ffffff\" stroke=\"#767676\" stroke-width=\"1.5\">\n");
            for (; next < places.Count; next++)
            {
                Seat(svg, hemicycle.Kind, 0, places[next], size - 1);
            }

            svg.Append("</g>\n");
        }

        if (hemicycle.Majority is { } majority && hemicycle.Kind == HemicycleKind.Parties && places.Count > 4)
        {
            // The line lies between the seats that make more than half and those before them.
            var angle = (places[majority - 1].Angle + places[majority - 2].Angle) / 2;
            var (x1, y1) = At(0.30, angle);
            var (x2, y2) = At(1.085, angle);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"#1a1a1a\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"/>\n");
            // Its number stands inside, where no label of a group does.
            var (tx, ty) = At(0.23, angle);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(tx)}\" y=\"{N(ty)}\" text-anchor=\"middle\" font-size=\"15\" fill=\"#1a1a1a\">{majority}</text>\n");
        }
    }

    private static void Seat(StringBuilder svg, HemicycleKind kind, int group, Place place, double size)
    {
        var (x, y) = At(place.Radius, place.Angle);
        if (kind == HemicycleKind.Parties)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(size)}\"/>\n");
            return;
        }

        // Without parties: squares, and every second way of coming to a seat stands on its corner.
        var turn = group % 2 == 1 ? string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate(45 {N(x)} {N(y)})\"") : string.Empty;
        var side = size * (group % 2 == 1 ? 1.45 : 1.55);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x - (side / 2))}\" y=\"{N(y - (side / 2))}\" width=\"{N(side)}\" height=\"{N(side)}\"{turn}/>\n");
    }

    /// <summary>Angles of labels from left to right, moved as little as keeps neighbours apart.</summary>
    private static List<double> Apart(List<double> middles)
    {
        var gap = Math.Min(LabelGap, Math.PI / Math.Max(1, middles.Count - 1));
        var angles = middles.ToList();
        for (var i = 1; i < angles.Count; i++)
        {
            angles[i] = Math.Min(angles[i], angles[i - 1] - gap);
        }

        // What was pushed below the right end moves back, and its neighbours before it.
        for (var i = angles.Count - 1; i >= 0; i--)
        {
            angles[i] = Math.Max(angles[i], i == angles.Count - 1 ? 0 : angles[i + 1] + gap);
        }

        return angles;
    }

    private static void Label(StringBuilder svg, double angle, int seats, string colour, double size)
    {
        var (x, y) = At(1 + (size / Radius) + 0.055, angle);
        var anchor = angle > 1.75 ? "end" : angle < 1.39 ? "start" : "middle";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y + 4)}\" text-anchor=\"{anchor}\" font-size=\"19\" font-weight=\"bold\" fill=\"{colour}\">{seats}</text>\n");
    }

    private static void Legend(StringBuilder svg, Hemicycle hemicycle, IReadOnlyList<string> colours, int columns)
    {
        var column = (Width - 60) / columns;
        for (var g = 0; g < hemicycle.Groups.Count; g++)
        {
            var x = 40 + (g % columns * column);
            var y = Top + Radius + 50 + (g / columns * LegendLine);
            var sign = hemicycle.Kind == HemicycleKind.Parties
                ? string.Create(CultureInfo.InvariantCulture, $"<circle class=\"legend\" cx=\"{N(x)}\" cy=\"{N(y - 5)}\" r=\"8\" fill=\"{colours[g]}\"/>")
                : string.Create(CultureInfo.InvariantCulture, $"<rect class=\"legend\" x=\"{N(x - 7)}\" y=\"{N(y - 12)}\" width=\"14\" height=\"14\" fill=\"{colours[g]}\" stroke=\"#1a1a1a\"{(g % 2 == 1 ? string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate(45 {N(x)} {N(y - 5)})\"") : string.Empty)}/>");
            svg.Append(sign).Append(CultureInfo.InvariantCulture, $"<text class=\"legend\" x=\"{N(x + 16)}\" y=\"{N(y)}\" font-size=\"16\" fill=\"#1a1a1a\">{X(hemicycle.Groups[g].Name)} <tspan font-weight=\"bold\">{hemicycle.Groups[g].Seats}</tspan></text>\n");
        }
    }

    private static (double X, double Y) At(double radius, double angle) =>
        ((Width / 2) + (Radius * radius * Math.Cos(angle)), Top + Radius - (Radius * radius * Math.Sin(angle)));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string X(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}
