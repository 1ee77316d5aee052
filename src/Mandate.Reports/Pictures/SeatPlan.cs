using Mandate.Electoral;
using Mandate.Electoral.Methods;

namespace Mandate.Reports.Pictures;

/// <summary>A place in a hemicycle: radius 0 to 1, angle from π at the left to 0 at the right.</summary>
internal sealed record Place(double Radius, double Angle, int Row);

/// <summary>Arranges seats in arcs so that every group is one wedge.</summary>
internal static class SeatPlan
{
    private const double Inner = 0.42;

    /// <summary>One place a seat, from left to right.</summary>
    public static IReadOnlyList<Place> Of(int seats)
    {
        var rows = Rows(seats);
        var radii = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            radii[row] = rows == 1 ? 1.0 : Inner + (row * (1 - Inner) / (rows - 1));
        }

        var places = new List<Place>(seats);
        var share = Share(radii, seats);
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < share[row]; i++)
            {
                var angle = share[row] == 1 ? Math.PI / 2 : Math.PI * (1 - ((double)i / (share[row] - 1)));
                places.Add(new Place(radii[row], angle, row));
            }
        }

        // Left to right; where angles agree, from the outside in.
        places.Sort(static (a, b) => Math.Round(b.Angle, 9).CompareTo(Math.Round(a.Angle, 9)) is var order && order != 0 ? order : b.Row.CompareTo(a.Row));
        return places;
    }

    /// <summary>Distance between neighbouring places, as a part of the outer radius.</summary>
    public static double Spacing(IReadOnlyList<Place> places)
    {
        var rows = places.GroupBy(p => p.Row).ToList();
        var along = rows.Where(r => r.Count() > 1).Select(r => Math.PI * r.First().Radius / (r.Count() - 1)).DefaultIfEmpty(0.6).Min();
        var across = rows.Count > 1 ? (1 - Inner) / (rows.Count - 1) : 0.6;
        return Math.Min(along, across);
    }

    /// <summary>The number of arcs at which seats stand about as far apart along an arc as across.</summary>
    private static int Rows(int seats)
    {
        var best = 1;
        var gap = double.MaxValue;
        for (var rows = 1; rows <= Math.Min(seats, 30); rows++)
        {
            var length = rows == 1 ? Math.PI : Math.PI * rows * (1 + Inner) / 2;
            var across = rows == 1 ? 0.6 : (1 - Inner) / (rows - 1);
            var difference = Math.Abs((length / seats) - across);
            if (difference < gap)
            {
                (best, gap) = (rows, difference);
            }
        }

        return best;
    }

    /// <summary>Seats by arc in proportion to its length; a tie goes to the outer arcs.</summary>
    private static int[] Share(double[] radii, int seats)
    {
        var claims = new List<Claim>();
        foreach (var radius in radii)
        {
            claims.Add(new Claim(claims.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), new VoteCount((long)(radius * 1_000_000))));
        }

        var allocation = Apportionment.Allocate(QuotaMethod.Hare, claims, new SeatCount(seats));
        if (allocation.Tie is { } tie)
        {
            allocation = allocation.Settle([.. tie.Contenders.TakeLast(tie.Seats)]);
        }

        return [.. allocation.Awarded];
    }
}
