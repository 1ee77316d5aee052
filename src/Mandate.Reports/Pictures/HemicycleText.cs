using System.Globalization;
using System.Text;

namespace Mandate.Reports.Pictures;

/// <summary>Draws a hemicycle in a terminal: one sign a seat, and a legend.</summary>
public static class HemicycleText
{
    private const string Signs = "●◆■▲★◼✚▼♦♠♣♥";
    private const int Most = 240;

    /// <summary>The lines.</summary>
    /// <param name="hemicycle">The chamber.</param>
    /// <param name="width">Columns, at least 40.</param>
    /// <param name="colour">Whether the terminal shows 24-bit colour.</param>
    /// <remarks>Above 240 seats one sign stands for several, and the legend says for how many.</remarks>
    public static IReadOnlyList<string> Lines(Hemicycle hemicycle, int width, bool colour)
    {
        ArgumentNullException.ThrowIfNull(hemicycle);
        var seats = hemicycle.Groups.Sum(g => g.Seats) + hemicycle.Vacant;
        var each = ((seats - 1) / Most) + 1;
        var signs = Assign(hemicycle, each);
        var cells = Cells(SeatPlan.Of(signs.Count), Math.Max(40, width - 2));
        var colours = Palette.Separate([.. hemicycle.Groups.Select(g => g.Colour)]);
        var lines = new List<string>();
        foreach (var row in cells.Select((c, i) => (Cell: c, Group: signs[i])).GroupBy(c => c.Cell.Y).OrderBy(r => r.Key))
        {
            var line = new StringBuilder();
            var column = 0;
            foreach (var (cell, group) in row.OrderBy(c => c.Cell.X))
            {
                line.Append(' ', cell.X - column).Append(Sign(hemicycle.Kind, group, colours, colour));
                column = cell.X + 1;
            }

            lines.Add(line.ToString());
        }

        lines.Add(string.Empty);
        lines.Add(string.Join("   ", hemicycle.Groups.Select((g, i) => string.Create(CultureInfo.InvariantCulture, $"{Sign(hemicycle.Kind, i, colours, colour)} {g.Name} {g.Seats}"))
            .Concat(hemicycle.Vacant > 0 ? [string.Create(CultureInfo.InvariantCulture, $"○ {hemicycle.Vacant}")] : [])
            .Concat(each > 1 ? [string.Create(CultureInfo.InvariantCulture, $"(1 = {each})")] : [])));
        return lines;
    }

    /// <summary>The group of every sign; −1 for an empty seat.</summary>
    private static List<int> Assign(Hemicycle hemicycle, int each)
    {
        var signs = new List<int>();
        for (var g = 0; g < hemicycle.Groups.Count; g++)
        {
            signs.AddRange(Enumerable.Repeat(g, Math.Max(1, (hemicycle.Groups[g].Seats + (each / 2)) / each)));
        }

        signs.AddRange(Enumerable.Repeat(-1, (hemicycle.Vacant + each - 1) / each));
        return signs;
    }

    /// <summary>Cells of a terminal, none twice; a cell is about twice as high as wide.</summary>
    private static List<(int X, int Y)> Cells(IReadOnlyList<Place> places, int width)
    {
        var best = new List<(int X, int Y)>();
        for (var half = Math.Min(8, width / 2); half <= width / 2; half++)
        {
            var high = half / 2.1;
            best = [.. places.Select(p => ((int)Math.Round(half + (p.Radius * half * Math.Cos(p.Angle))), (int)Math.Round(high - (p.Radius * high * Math.Sin(p.Angle)))))];
            var apart = best.GroupBy(c => c.Y).All(r => r.Select(c => c.X).Order().ToArray() is var xs && xs.Zip(xs.Skip(1)).All(z => z.Second - z.First >= 2));
            if (apart)
            {
                return best;
            }
        }

        // Too many seats for the width: move a sign along its line to the next free cell.
        var taken = new HashSet<(int, int)>();
        for (var i = 0; i < best.Count; i++)
        {
            var cell = best[i];
            while (!taken.Add(cell))
            {
                cell = (cell.X + 1, cell.Y);
            }

            best[i] = cell;
        }

        return best;
    }

    private static string Sign(HemicycleKind kind, int group, IReadOnlyList<string> colours, bool colour)
    {
        if (group < 0)
        {
            return "○";
        }

        var sign = kind == HemicycleKind.Nonpartisan ? (group % 2 == 0 ? "■" : "□") : colour ? "●" : Signs[group % Signs.Length].ToString();
        return !colour ? sign : string.Create(
            CultureInfo.InvariantCulture,
            $"\u001b[38;2;{Part(colours[group], 1)};{Part(colours[group], 3)};{Part(colours[group], 5)}m{sign}\u001b[0m");
    }

    private static int Part(string colour, int start) => int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
