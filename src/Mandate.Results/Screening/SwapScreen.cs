using Mandate.Results.Running;

namespace Mandate.Results.Screening;

/// <summary>D.02: two neighbouring lists whose votes, exchanged, would be like the station's own before, or like those of its sister stations.</summary>
/// <remarks>
/// With n votes for the two lists and a share q expected for the first (its own before, or that of the middle sister station), exchanging x for y = n − x multiplies the likelihood
/// by (q / (1 − q))^(y − x). Stations scatter more than lots do; by how much is measured in each parent unit and pair of
/// lists (the median of squared deviations against that of a χ² of one degree), and the logarithm is divided by it.
/// </remarks>
internal sealed class SwapScreen(ScreenTable table, ScreenRules rules, ScreenNotes notes, GroupSums sums, Before? before)
{
    /// <summary>A share that is expected is never taken to be nearer to 0 or 1 than this.</summary>
    private const double Least = 0.001;

    private const double MedianOfSquare = 0.454936423119572;
    private readonly List<(int Unit, double Share)> stations = [];
    private readonly List<double> deviations = [];
    private readonly List<(int Unit, double Share, double Gain)> suspects = [];

    public void Run()
    {
        for (var group = 0; group < table.Groups.Count; group++)
        {
            for (var list = 0; list + 1 < table.Lists && sums.Known[group] >= rules.Siblings; list++)
            {
                Pair(group, list);
            }
        }
    }

    private void Pair(int group, int list)
    {
        stations.Clear();
        deviations.Clear();
        suspects.Clear();
        foreach (var unit in table.Groups[group])
        {
            var votes = table.Votes(unit);
            var n = sums.Sums[unit] < 0 ? 0 : votes[list] + votes[list + 1];
            if (n >= rules.SwapVotes)
            {
                stations.Add((unit, (double)votes[list] / n));
                deviations.Add((double)votes[list] / n);
            }
        }

        if (stations.Count < rules.Siblings)
        {
            return;
        }

        // The middle station stands for the parent unit: one exchange among few stations would move their sum.
        var middle = Figuring.Median(deviations);
        deviations.Clear();
        for (var i = 0; i < stations.Count; i++)
        {
            var unit = stations[i].Unit;
            var share = Math.Clamp(Before(unit, list) ?? middle, Least, 1 - Least);
            var votes = table.Votes(unit);
            double n = votes[list] + votes[list + 1];
            var deviation = votes[list] - (n * share);
            stations[i] = (unit, share);
            deviations.Add(deviation * deviation / (n * share * (1 - share)));
        }

        var scatter = Math.Max(1, Figuring.Median(deviations) / MedianOfSquare);
        foreach (var (unit, share) in stations)
        {
            var votes = table.Votes(unit);
            var (x, y) = (votes[list], votes[list + 1]);
            var gain = (y - x) * Figuring.Log(share / (1 - share)) / scatter;
            var n = x + y;
            var left = y - (n * share);
            if (gain >= rules.SwapGain && left * left <= (double)rules.SwapFit * rules.SwapFit * scatter * n * share * (1 - share))
            {
                suspects.Add((unit, share, gain));
            }
        }

        if (suspects.Count > Math.Max(1, (int)(rules.SiblingShare * stations.Count).Floor))
        {
            return;
        }

        foreach (var (unit, share, gain) in suspects)
        {
            var (a, b) = (table.VotesOf(unit, list), table.VotesOf(unit, list + 1));
            notes.Add("D.02", [unit], [a, b], Figuring.Number(gain), "0", Figuring.Number(rules.SwapGain),
                [new Reading([new ReadFigure(a.Figure, a.List, a.Value, b.Value), new ReadFigure(b.Figure, b.List, b.Value, a.Value)])]);
        }
    }

    /// <summary>The share of the first list among the two at the station's previous election; null where that is not known or too small.</summary>
    private double? Before(int unit, int list)
    {
        if (before is not null && before.Units[unit] is >= 0 and var was && before.Lists[list] is >= 0 and var first && before.Lists[list + 1] is >= 0 and var second)
        {
            var (x, y) = (before.Table.Votes(was)[first], before.Table.Votes(was)[second]);
            if (x != Layout.Blank && y != Layout.Blank && x + y >= rules.SwapVotes)
            {
                return (double)x / (x + y);
            }
        }

        return null;
    }
}
