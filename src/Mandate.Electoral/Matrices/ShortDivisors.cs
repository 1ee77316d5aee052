namespace Mandate.Electoral.Matrices;

/// <summary>Turns exact factors into divisors with few digits: each is shortened in turn, within what all the others leave it.</summary>
internal static class ShortDivisors
{
    public static (IReadOnlyList<Ratio> Areas, IReadOnlyList<Ratio> Lists) Of(MatrixOutcome.Solved solved)
    {
        var lists = solved.ListFactors.Select(f => 1 / f).ToArray();
        var areas = solved.AreaFactors.Select(f => 1 / f).ToArray();

        // Divisors of lists are looked for around 1; those of districts are then votes per seat.
        var level = lists.Order().ElementAt(lists.Length / 2);
        lists = [.. lists.Select(l => l / level)];
        areas = [.. areas.Select(a => a * level)];
        for (var j = 0; j < lists.Length; j++)
        {
            lists[j] = Shortened(lists[j], areas.Length, i => (i, j), i => areas[i], solved);
        }

        for (var i = 0; i < areas.Length; i++)
        {
            areas[i] = Shortened(areas[i], lists.Length, j => (i, j), j => lists[j], solved);
        }

        return (areas, lists);
    }

    /// <summary>The shortest divisor in the middle half of those that keep every cell of a line; the one it has where only that does.</summary>
    private static Ratio Shortened(Ratio divisor, int length, Func<int, (int Area, int List)> cell, Func<int, Ratio> other, MatrixOutcome.Solved solved)
    {
        Ratio? low = null, high = null;
        for (var k = 0; k < length; k++)
        {
            var (i, j) = cell(k);
            var votes = solved.Areas[i].Votes[j].Value;
            if (votes == 0)
            {
                continue;
            }

            var seats = solved.Certain[i][j];
            var share = votes / other(k);
            var open = solved.Open.Contains(new OpenCell(i, j));
            var next = share / new Ratio((2 * seats) + (open ? 3 : 1), 2);
            low = low is null || next > low ? next : low;
            var least = solved.Areas[i].Least.Count == 0 ? 0 : solved.Areas[i].Least[j].Value;
            if (open || seats > least)
            {
                var last = share / new Ratio((2 * seats) + (open ? 1 : -1), 2);
                high = high is null || last < high ? last : high;
            }
        }

        if (low is not { } from)
        {
            return 1;
        }

        var to = high ?? from * 3;
        return solved.Open.Count > 0 || from >= to ? divisor : SelectDivisor.Shortest(from + ((to - from) / 4), to - ((to - from) / 4), rooted: false);
    }
}
