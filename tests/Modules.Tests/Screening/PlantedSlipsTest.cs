using System.Globalization;
using Mandate.Results.Screening;

namespace Mandate.Modules.Tests.Screening;

/// <summary>A made-up election of plausible protocols with slips planted in it: how many are found, and how often the screens ask about a protocol that has none.</summary>
public class PlantedSlipsTest(ITestOutputHelper output)
{
    private const int Districts = 100;
    private const int Stations = 40;
    private const int Lists = 12;
    private const int Each = 30;

    [Fact]
    public void Run_PlantedSlips_AreFoundAndLittleElse()
    {
        var draws = new Draws(20260301);
        var (before, sheets) = Election(draws);
        var clean = Screens.Run(sheets.Table(), null, before.Table());
        var planted = Plant(sheets, draws);
        var report = Screens.Run(sheets.Table(), new ScreenRules { Most = 100_000 }, before.Table());
        var found = report.Findings.GroupBy(f => f.Code).ToDictionary(g => g.Key, g => g.SelectMany(f => f.Units).ToHashSet());
        var recall = planted.GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.Count(p => found.GetValueOrDefault(p.Code)?.Contains(sheets.Name(p.Unit)) == true));
        var touched = planted.Select(p => sheets.Name(p.Unit)).ToHashSet();
        var others = report.Findings.Where(f => !f.Units.Any(touched.Contains)).ToList();
        output.WriteLine("found of {0} each: {1}", Each, string.Join(", ", recall.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}")));
        output.WriteLine("about other protocols: {0}; without slips: {1}", Codes(others), Codes(clean.Findings));
        recall.Count.ShouldBe(9);
        foreach (var (code, count) in recall)
        {
            count.ShouldBeGreaterThanOrEqualTo(code is "D.02" or "D.05" ? Each * 8 / 10 : Each * 9 / 10, code);
        }

        clean.Findings.Count.ShouldBeLessThanOrEqualTo(4);
        others.Count.ShouldBeLessThanOrEqualTo(4);
        Sheets.Lines(Screens.Run(sheets.Table(), report.Rules, before.Table())).ShouldBe(Sheets.Lines(report));
    }

    private static string Codes(IEnumerable<ScreenFinding> findings) => string.Join(", ", findings.GroupBy(f => f.Code).Select(g => $"{g.Key} {g.Count()}").DefaultIfEmpty("none"));

    internal static (Sheets Before, Sheets Now) Election(Draws draws, int districts = Districts, int stations = Stations, int lists = Lists)
    {
        var (before, now) = (new Sheets(lists), new Sheets(lists));
        for (var d = 0; d < districts; d++)
        {
            // Shares fall off with a place in an order that differs between districts; the second election shifts them all a little.
            var shares = new double[lists];
            var swing = new double[lists];
            for (var l = 0; l < lists; l++)
            {
                shares[l] = (0.3 + draws.Next()) / (1 + (l * 5 % lists));
                swing[l] = 0.85 + (0.3 * draws.Next());
            }

            for (var s = 0; s < stations; s++)
            {
                var leaning = shares.Select(x => x * (0.8 + (0.4 * draws.Next()))).ToArray();
                long electors = 500 + (long)(1000 * draws.Next());
                var turnout = 0.5 + (0.2 * draws.Next());
                var parent = d.ToString(CultureInfo.InvariantCulture);
                before.Add(parent, electors, 3 + (long)(10 * draws.Next()), draws.Votes(leaning, (int)(electors * turnout)));
                now.Add(parent, electors, 3 + (long)(10 * draws.Next()), draws.Votes([.. leaning.Select((x, l) => x * swing[l])], (int)(electors * (turnout + 0.03 + (0.04 * draws.Next())))));
            }
        }

        return (before, now);
    }

    /// <summary>Slips of each kind, each in a protocol and district of its own as far as there are any.</summary>
    private static List<(string Code, int Unit)> Plant(Sheets sheets, Draws draws)
    {
        var planted = new List<(string, int)>();
        for (var i = 0; i < Each; i++)
        {
            for (var kind = 1; kind <= 9; kind++)
            {
                // Nine slips in different stations of three districts in a row, so that no district has two of a kind.
                var unit = ((((i * 3) + (kind % 3)) * Stations) + (kind * 4)) % sheets.Count;
                var row = sheets[unit];
                switch (kind)
                {
                    case 1:
                        (row[2], row[3]) = (row[3], row[2]);
                        break;
                    case 2:
                        var pair = Enumerable.Range(0, Lists - 1).MaxBy(l => Math.Abs(row[4 + l] - row[5 + l]));
                        (row[4 + pair], row[5 + pair]) = (row[5 + pair], row[4 + pair]);
                        break;
                    case 3:
                        row[3] = Digits.Transposed(row[3]).LastOrDefault(row[3] + 9);
                        break;
                    case 4:
                        row[3] += row[3] / 10 % 10 < 5 ? 40 : -40;
                        break;
                    case 5:
                        sheets.Vote(unit, Enumerable.Range(0, Lists).MaxBy(l => row[4 + l]), 0);
                        break;
                    case 6:
                        Copy(sheets, unit, (unit + 1700) % sheets.Count, 0);
                        break;
                    case 7:
                        Copy(sheets, unit, (unit + 1703) % sheets.Count, 1);
                        break;
                    case 8:
                        row[0] = row[1] + (long)(row[1] * 0.02 * draws.Next());
                        break;
                    default:
                        var (most, least) = (Enumerable.Range(0, Lists).MaxBy(l => row[4 + l]), Enumerable.Range(0, Lists).MinBy(l => row[4 + l]));
                        var moved = row[3] / 4;
                        sheets.Vote(unit, least, row[4 + least] + Math.Min(moved, row[4 + most]));
                        sheets.Vote(unit, most, Math.Max(0, row[4 + most] - moved));
                        break;
                }

                planted.Add(($"D.0{kind}", unit));
            }
        }

        return planted;
    }

    private static void Copy(Sheets sheets, int unit, int from, int shift)
    {
        for (var l = Lists - 1; l >= shift; l--)
        {
            sheets.Vote(unit, l, sheets[from][4 + l - shift]);
        }

        sheets[unit][0] = sheets[from][0];
    }

    /// <summary>Numbers that look drawn by lot and are the same each time (a linear congruence of 64 bits, upper bits taken).</summary>
    internal sealed class Draws(ulong seed)
    {
        private ulong state = seed;

        /// <summary>A number from 0 up to 1.</summary>
        public double Next() => (Step() >> 11) / (double)(1UL << 53);

        /// <summary>Votes drawn one by one.</summary>
        public long[] Votes(double[] shares, int count)
        {
            var upTo = new double[shares.Length];
            double sum = 0;
            for (var l = 0; l < shares.Length; l++)
            {
                upTo[l] = sum += shares[l];
            }

            var votes = new long[shares.Length];
            for (var i = 0; i < count; i++)
            {
                var place = Array.BinarySearch(upTo, Next() * sum);
                votes[Math.Min(shares.Length - 1, place < 0 ? ~place : place)]++;
            }

            return votes;
        }

        private ulong Step() => state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
    }
}
