using Mandate.Results.Running;

namespace Mandate.Results.Screening;

/// <summary>D.02: two neighbouring lists whose votes, exchanged, would be like the station's own before, or like those of its sister stations.</summary>
/// <remarks>
/// With n votes for the two lists and a share q expected for the first, exchanging x for y = n − x multiplies the likelihood
/// by (q / (1 − q))^(y − x). Stations scatter more than lots do; by how much is measured in each parent unit and pair of
/// lists (the median of squared deviations against that of a χ² of one degree), and the logarithm is divided by it.
/// </remarks>
internal sealed class SwapScreen(ScreenTable table, ScreenRules rules, ScreenNotes notes, GroupSums sums, Before? before)
{
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
                var share = Share(group, unit, list, votes);
                var deviation = votes[list] - (n * share);
                stations.Add((unit, share));
                deviations.Add(deviation * deviation / (n * share * (1 - share)));
            }
        }

        if (stations.Count < rules.Siblings)
        {
            return;
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

    /// <summary>The share of the first list among the two that is expected: the station's own before, where it was large enough, and else that of its sister stations.</summary>
    private double Share(int group, int unit, int list, ReadOnlySpan<long> votes)
    {
        var (a, b) = (sums.Of(group, list) - votes[list], sums.Of(group, list + 1) - votes[list + 1]);
        if (before is not null && before.Units[unit] is >= 0 and var was && before.Lists[list] is >= 0 and var first && before.Lists[list + 1] is >= 0 and var second)
        {
            var (x, y) = (before.Table.Votes(was)[first], before.Table.Votes(was)[second]);
            if (x != Layout.Blank && y != Layout.Blank && x + y >= rules.SwapVotes)
            {
                (a, b) = (x, y);
            }
        }

        return (a + 0.5) / (a + b + 1.0);
    }
}
