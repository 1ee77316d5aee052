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
        var order = new int[cells.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // No cell holds two signs, so that no two of them compare as equal.
        Array.Sort(order, (a, b) => cells[a].Y != cells[b].Y ? cells[a].Y.CompareTo(cells[b].Y) : cells[a].X.CompareTo(cells[b].X));
        var line = new StringBuilder();
        for (int i = 0, column = 0; i < order.Length; i++)
        {
            var cell = cells[order[i]];
            line.Append(' ', cell.X - column).Append(Sign(hemicycle.Kind, signs[order[i]], colours, colour));
            column = cell.X + 1;
            if (i == order.Length - 1 || cells[order[i + 1]].Y != cell.Y)
            {
                lines.Add(line.ToString());
                line.Clear();
                column = 0;
            }
        }

        lines.Add(string.Empty);
        var legend = hemicycle.Groups.Select((g, i) => string.Create(CultureInfo.InvariantCulture, $"{Sign(hemicycle.Kind, i, colours, colour)} {g.Name} {g.Seats}")).ToList();
        if (hemicycle.Vacant > 0)
        {
            legend.Add(string.Create(CultureInfo.InvariantCulture, $"○ {hemicycle.Vacant}"));
        }

        if (each > 1)
        {
            legend.Add(string.Create(CultureInfo.InvariantCulture, $"(1 = {each})"));
        }

        lines.Add(string.Join("   ", legend));
        return lines;
    }

    /// <summary>The group of every sign; −1 for an empty seat.</summary>
    private static List<int> Assign(Hemicycle hemicycle, int each)
    {
        var signs = new List<int>();
        for (var g = 0; g < hemicycle.Groups.Count; g++)
        {
            Add(g, Math.Max(1, (hemicycle.Groups[g].Seats + (each / 2)) / each));
        }

        Add(-1, (hemicycle.Vacant + each - 1) / each);
        return signs;

        void Add(int group, int times)
        {
            for (var i = 0; i < times; i++)
            {
                signs.Add(group);
            }
        }
    }

    /// <summary>A cell of the terminal, counted from the left and the top.</summary>
    private sealed record Cell(int X, int Y);

    /// <summary>Cells of a terminal, none twice; a cell is about twice as high as wide.</summary>
    private static List<Cell> Cells(IReadOnlyList<Place> places, int width)
    {
        var best = new List<Cell>();
        for (var half = Math.Min(8, width / 2); half <= width / 2; half++)
        {
            var high = half / 2.1;
            best.Clear();
            foreach (var place in places)
            {
                best.Add(new Cell((int)Math.Round(half + (place.Radius * half * Math.Cos(place.Angle))), (int)Math.Round(high - (place.Radius * high * Math.Sin(place.Angle)))));
            }

            if (Apart(best))
            {
                return best;
            }
        }

        // Too many seats for the width: move a sign along its line to the next free cell.
        var taken = new HashSet<Cell>();
        for (var i = 0; i < best.Count; i++)
        {
            var cell = best[i];
            while (!taken.Add(cell))
            {
                cell = cell with { X = cell.X + 1 };
            }

            best[i] = cell;
        }

        return best;
    }

    /// <summary>Whether a free cell lies between any two of a line.</summary>
    private static bool Apart(List<Cell> cells)
    {
        var taken = new HashSet<Cell>(cells.Count);
        foreach (var cell in cells)
        {
            if (taken.Contains(cell with { X = cell.X - 1 }) || taken.Contains(cell with { X = cell.X + 1 }) || !taken.Add(cell))
            {
                return false;
            }
        }

        return true;
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
