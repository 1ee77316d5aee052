using System.Globalization;
using System.Text;
using Mandate.Electoral;
using Mandate.Electoral.Certificates;
using Mandate.Electoral.Matrices;
using Mandate.Reports.Elections;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>Certificates of matrices drawn from a seed, each checked from its text and a file of votes.</summary>
public class MatrixCertificateTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_TwoHundredFeasibleMatrices_AreProved(int seed)
    {
        var random = new Random(seed);
        var proved = 0;
        while (proved < 200)
        {
            var (votes, rows, columns) = Feasible(random, random.Next(12, 41), random.Next(8, 13), random.Next(100, 260), random.Next(2) == 0 ? 0 : 0.15);
            var outcome = MatrixApportionment.Allocate(
                [.. votes.Select((r, i) => new MatrixArea($"d{i}", new SeatCount(rows[i]), [.. r.Select(v => new VoteCount(v))]))],
                [.. columns.Select((c, j) => new MatrixList($"l{j}", new SeatCount(c)))]);
            var solved = outcome.ShouldBeOfType<MatrixOutcome.Solved>();
            if (solved.Open.Count > 0)
            {
                continue;
            }

            var text = Encoding.UTF8.GetString(CertificateJson.Write(Certificate.Of(solved), "matrix", "none", "complete"));
            CertificateChecker.Check(text, Files(votes, rows), seatsGiven: true).ShouldBeGreaterThan(rows.Length);
            if (proved++ == 0)
            {
                // One vote more in a file makes another matrix, or at least another proof.
                votes[0][0]++;
                Should.Throw<CertificateFault>(() => CertificateChecker.Check(text, Files(votes, rows), seatsGiven: true));
                Should.Throw<CertificateFault>(() => CertificateChecker.Check(text, Files(votes, rows)));
            }
        }
    }

    [Fact]
    public void Of_AMatrixWithOpenCells_IsRefused() =>
        Should.Throw<ArgumentException>(() => Certificate.Of((MatrixOutcome.Solved)MatrixApportionment.Allocate(
            [new MatrixArea("d0", new SeatCount(1), [new VoteCount(5), new VoteCount(5)]), new MatrixArea("d1", new SeatCount(1), [new VoteCount(5), new VoteCount(5)])],
            [new MatrixList("l0", new SeatCount(1)), new MatrixList("l1", new SeatCount(1))]))).Message.ShouldStartWith("Lists tie in this matrix");

    private static VoteFile Files(long[][] votes, int[] rows)
    {
        var (csv, areas) = (new StringBuilder("contest,unit,list,candidate,votes\n"), new StringBuilder("contest,unit,constituency,seats\n"));
        for (var i = 0; i < rows.Length; i++)
        {
            areas.Append(CultureInfo.InvariantCulture, $"matrix,d{i},d{i},{rows[i]}\n");
            for (var j = 0; j < votes[i].Length; j++)
            {
                csv.Append(CultureInfo.InvariantCulture, $"matrix,d{i},l{j},,{votes[i][j]}\n");
            }
        }

        return new VoteFile(name => name switch { "votes.csv" => csv.ToString(), "areas.csv" => areas.ToString(), _ => null });
    }

    /// <summary>Votes with a normal logarithm; seats of districts and lists are those of ballots drawn at random, so that there is a matrix.</summary>
    private static (long[][] Votes, int[] Rows, int[] Columns) Feasible(Random random, int height, int width, int seats, double empty)
    {
        var votes = Enumerable.Range(0, height).Select(_ => Enumerable.Range(0, width).Select(_ => random.NextDouble() < empty ? 0 : 1 + (long)Math.Exp(7 + (1.5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))).ToArray()).ToArray();
        votes.Where(r => r.All(v => v == 0)).ToList().ForEach(r => r[0] = 100);
        var (rows, columns) = (new int[height], new int[width]);
        var total = votes.Sum(r => r.Sum());
        for (var s = 0; s < seats; s++)
        {
            var (ballot, cell) = (random.NextInt64(total), 0);
            for (; (ballot -= votes[cell / width][cell % width]) >= 0; cell++)
            {
            }

            rows[cell / width]++;
            columns[cell % width]++;
        }

        return (votes, rows, columns);
    }
}
