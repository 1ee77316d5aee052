using Mandate.Electoral.Matrices;

namespace Mandate.Electoral.Tests.Matrices;

/// <summary>The lower apportionment, worked by hand, against the oracle, and by its own proof.</summary>
public class MatrixApportionmentTest
{
    /// <summary>
    /// Three regions with 5, 11 and 4 seats, three parties with 7, 5 and 8. Divisors 235, 194 and 172 of the regions and 1.045,
    /// 1 and 0.85 of the parties: 123 ÷ 235 ÷ 1.045 = 0.501 → 1, 45 ÷ 235 = 0.19 → 0, 815 ÷ 235 ÷ 0.85 = 4.08 → 4;
    /// 912 ÷ 194 ÷ 1.045 = 4.499 → 4, 714 ÷ 194 = 3.68 → 4, 414 ÷ 194 ÷ 0.85 = 2.51 → 3;
    /// 312 ÷ 172 ÷ 1.045 = 1.74 → 2, 255 ÷ 172 = 1.48 → 1, 215 ÷ 172 ÷ 0.85 = 1.47 → 1. Rows and columns fit.
    /// </summary>
    [Fact]
    public void Allocate_ThreeRegionsAndThreeParties_GivesTheSumsOfBoth()
    {
        var solved = MadeMatrix.Solved([[123, 45, 815], [912, 714, 414], [312, 255, 215]], [5, 11, 4], [7, 5, 8]);

        solved.Text().ShouldBe("1 0 4 / 4 4 3 / 2 1 1");
        MatrixProof.CheckDivisors([[123, 45, 815], [912, 714, 414], [312, 255, 215]], solved);
    }

    /// <summary>
    /// Two districts and two lists, a seat each. List 0 in district 0 and list 1 in district 1: 30 × 40 = 1,200; the other way
    /// 70 × 60 = 4,200, which is more. So each list gets its seat where neither has most votes over all.
    /// </summary>
    [Fact]
    public void Allocate_TwoByTwo_TakesTheLargerProduct()
    {
        MadeMatrix.Solved([[30, 70], [60, 40]], [1, 1], [1, 1]).Text().ShouldBe("0 1 / 1 0");
    }

    /// <summary>Equal votes: alternating scaling never ends here, and both matrices have the same right.</summary>
    [Fact]
    public void Allocate_EqualVotes_LeavesEveryCellOpen()
    {
        MadeMatrix.Solved([[1, 1], [1, 1]], [1, 1], [1, 1]).Text().ShouldBe("0+ 0+ / 0+ 0+");
    }

    /// <summary>60 × 25 = 50 × 30: the seats of the first two districts tie; the third has its own list and is sure.</summary>
    [Fact]
    public void Allocate_EqualProducts_LeaveOnlyTheirCellsOpen()
    {
        MadeMatrix.Solved([[60, 50, 0], [30, 25, 0], [1, 1, 900]], [1, 1, 3], [1, 1, 3]).Text().ShouldBe("0+ 0+ 0 / 0+ 0+ 0 / 0 0 3");
    }

    /// <summary>Giving one open cell its seat decides the other three.</summary>
    [Fact]
    public void Settle_OneOfFourOpenCells_DecidesTheOthers()
    {
        var solved = MadeMatrix.Solved([[1, 1], [1, 1]], [1, 1], [1, 1]).Settle(new OpenCell(0, 1));

        solved.Text().ShouldBe("0 1 / 1 0");
        Should.Throw<ArgumentException>(() => solved.Settle(new OpenCell(0, 0))).Message.ShouldStartWith("The seats of list 0 in district 0 are not open.");
    }

    /// <summary>The strongest list of a district of one seat has it, although both lists' seats would fall elsewhere without that rule.</summary>
    [Fact]
    public void Allocate_WithLeastSeats_KeepsThemAndStaysBest()
    {
        long[][] votes = [[30, 28, 0], [900, 40, 20], [500, 90, 60]];
        int[] rows = [1, 4, 3], columns = [5, 2, 1];
        int[][] least = [[1, 0, 0], [0, 0, 0], [0, 0, 0]];
        MadeMatrix.Solved(votes, rows, columns).Certain[0].ShouldBe([0, 1, 0]);

        var solved = MadeMatrix.Solved(votes, rows, columns, least);

        solved.Certain[0].ShouldBe([1, 0, 0]);
        MatrixProof.Check(votes, rows, columns, solved);
        MatrixProof.CheckDivisors(votes, solved);
    }

    [Fact]
    public void Allocate_ListsConfinedToADistrictThatIsTooSmall_AreNamedWithIt()
    {
        var impossible = MadeMatrix.Solve([[50, 40, 10], [0, 0, 80]], [2, 3], [2, 1, 2]).ShouldBeOfType<MatrixOutcome.Impossible>();

        impossible.Areas.ShouldBe(["d0"]);
        impossible.Lists.ShouldBe(["l0", "l1"]);
        (impossible.Needed, impossible.Available, impossible.Promised).ShouldBe((3, 2, false));
    }

    [Fact]
    public void Allocate_ListWithoutVotes_IsNamedAlone()
    {
        var impossible = MadeMatrix.Solve([[5, 0], [5, 0]], [1, 1], [1, 1]).ShouldBeOfType<MatrixOutcome.Impossible>();

        impossible.Areas.ShouldBeEmpty();
        impossible.Lists.ShouldBe(["l1"]);
    }

    [Fact]
    public void Allocate_SumsThatDiffer_Throws()
    {
        Should.Throw<ArgumentException>(() => MadeMatrix.Solve([[1, 1]], [2], [1, 2])).Message
            .ShouldBe("The districts have 2 seats and the lists 3; both must be the same, at most 1000000.");
    }

    /// <summary>Two and a half thousand small matrices with zeros, ties and promised seats: every cell as the oracle has it, or a proof where it finds none. Caught: ties not looked for, and exchanges without the exact check.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 1_000)]
    [InlineData(5, 1_000_000_000_000)]
    public void Allocate_SmallMatrices_AgreeWithTheOracle(int seed, long largest)
    {
        var random = new Random(seed);
        var (ties, none, promised) = (0, 0, 0);
        for (var run = 0; run < 500; run++)
        {
            var (height, width) = (random.Next(2, 5), random.Next(2, 4));
            var votes = Enumerable.Range(0, height).Select(_ => Enumerable.Range(0, width).Select(_ => random.Next(6) == 0 ? 0 : 1 + random.NextInt64(largest)).ToArray()).ToArray();
            var (rows, columns) = Sums(random, height, width, random.Next(1, 8));
            var least = random.Next(3) == 0 ? votes.Select(r => r.Select(v => v > 0 && v == r.Max() && random.Next(2) == 0 ? 1 : 0).ToArray()).ToArray() : null;
            var expected = MatrixOracle.Best(votes, rows, columns, least);
            var found = MadeMatrix.Solve(votes, rows, columns, least);
            if (expected is not { } best)
            {
                none++;
                MatrixProof.Check(votes, rows, columns, found.ShouldBeOfType<MatrixOutcome.Impossible>($"seed {seed}, run {run}"), least);
                continue;
            }

            var solved = found.ShouldBeOfType<MatrixOutcome.Solved>($"seed {seed}, run {run}");
            solved.Certain.SelectMany(r => r).ShouldBe(best.Fewest, $"seed {seed}, run {run}");
            solved.Open.Select(o => (o.Area * width) + o.List).ShouldBe(Enumerable.Range(0, best.Most.Length).Where(c => best.Most[c] > best.Fewest[c]), $"seed {seed}, run {run}");
            MatrixProof.Check(votes, rows, columns, solved);
            ties += solved.Open.Count > 0 ? 1 : 0;
            promised += least is null ? 0 : 1;
            if (solved.Open.Count == 0)
            {
                MatrixProof.CheckDivisors(votes, solved);
            }
        }

        none.ShouldBeGreaterThan(20);
        promised.ShouldBeGreaterThan(20);
        if (largest < 3)
        {
            ties.ShouldBeGreaterThan(10);
        }
    }

    /// <summary>Two hundred matrices of 12 to 40 districts and 8 to 12 lists: each solved, each proof checked.</summary>
    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 0.1)]
    [InlineData(13, 0.3)]
    [InlineData(14, 0.5)]
    public void Allocate_LargeMatricesThatHaveASolution_AreSolvedAndProved(int seed, double empty)
    {
        var random = new Random(seed);
        for (var run = 0; run < 50; run++)
        {
            var (height, width) = (random.Next(12, 41), random.Next(8, 13));
            var (votes, rows, columns) = MadeMatrix.Large(random, height, width, random.Next(60, 500), empty);
            MatrixProof.Check(votes, rows, columns, MadeMatrix.Solved(votes, rows, columns));
        }
    }

    /// <summary>Sums that have nothing to do with the votes stretch the factors far apart.</summary>
    [Fact]
    public void Allocate_SumsAgainstTheVotes_AreSolvedAndProved()
    {
        var random = new Random(21);
        for (var run = 0; run < 40; run++)
        {
            var (votes, _, _) = MadeMatrix.Large(random, 20, 10, 1, 0);
            var (rows, columns) = Sums(random, 20, 10, 200);
            var solved = MadeMatrix.Solved(votes, rows, columns);
            MatrixProof.Check(votes, rows, columns, solved);
            MatrixProof.CheckDivisors(votes, solved);
        }
    }

    [Fact]
    public void Allocate_AHundredDistrictsAndLists_IsSolvedAndProved()
    {
        var (votes, rows, columns) = MadeMatrix.Large(new Random(31), 100, 100, 5_000, 0);

        MatrixProof.Check(votes, rows, columns, MadeMatrix.Solved(votes, rows, columns));
    }

    /// <summary>Everything ties with everything: forty districts and ten lists of equal votes.</summary>
    [Fact]
    public void Allocate_ManyEqualCells_AreAllOpen()
    {
        var votes = Enumerable.Range(0, 40).Select(_ => Enumerable.Repeat(7L, 10).ToArray()).ToArray();
        var solved = MadeMatrix.Solved(votes, [.. Enumerable.Repeat(3, 40)], [.. Enumerable.Repeat(12, 10)]);

        solved.Open.Count.ShouldBe(400);
        solved.Certain.SelectMany(r => r).ShouldAllBe(s => s == 0);
        MatrixProof.Check(votes, [.. Enumerable.Repeat(3, 40)], [.. Enumerable.Repeat(12, 10)], solved);
    }

    [Fact]
    public void Votes_OfADistrictOrAListMultiplied_ChangeNothing()
    {
        var random = new Random(41);
        for (var run = 0; run < 100; run++)
        {
            var (votes, rows, columns) = Tied(random);
            var (district, list) = (random.Next(rows.Length), random.Next(columns.Length));
            var scaled = votes.Select((r, i) => r.Select((v, j) => v * (i == district ? 17 : 1) * (j == list ? 1_000_003 : 1)).ToArray()).ToArray();
            MadeMatrix.Solve(scaled, rows, columns).ShouldBeLike(MadeMatrix.Solve(votes, rows, columns));
        }
    }

    [Fact]
    public void Districts_TakenForLists_GiveTheMatrixTurnedRound()
    {
        var random = new Random(42);
        for (var run = 0; run < 100; run++)
        {
            var (votes, rows, columns) = Tied(random);
            var turned = Enumerable.Range(0, columns.Length).Select(j => votes.Select(r => r[j]).ToArray()).ToArray();
            var (one, other) = (MadeMatrix.Solve(votes, rows, columns), MadeMatrix.Solve(turned, columns, rows));
            if (one is not MatrixOutcome.Solved solved)
            {
                other.ShouldBeOfType<MatrixOutcome.Impossible>();
                continue;
            }

            var back = other.ShouldBeOfType<MatrixOutcome.Solved>();
            back.Open.Select(o => (o.List, o.Area)).Order().ShouldBe(solved.Open.Select(o => (o.Area, o.List)));
            Enumerable.Range(0, rows.Length).SelectMany(i => back.Certain.Select(r => r[i])).ShouldBe(solved.Certain.SelectMany(r => r));
        }
    }

    /// <summary>Settling open cells one by one, in any order, always ends with a matrix that fits.</summary>
    [Fact]
    public void Settle_OpenCellsInAnyOrder_EndsWithAMatrixThatFits()
    {
        var random = new Random(43);
        var settled = 0;
        for (var run = 0; run < 200; run++)
        {
            var (votes, rows, columns) = Tied(random);
            if (MadeMatrix.Solve(votes, rows, columns) is not MatrixOutcome.Solved { Open.Count: > 0 } solved)
            {
                continue;
            }

            for (; solved.Open.Count > 0; settled++)
            {
                solved = solved.Settle(solved.Open[random.Next(solved.Open.Count)]);
            }

            MatrixProof.Check(votes, rows, columns, solved);
        }

        settled.ShouldBeGreaterThan(50);
    }

    /// <summary>The exact part alone: from any matrix with the right sums, and factors that say nothing, it reaches the best one.</summary>
    [Fact]
    public void ExactFactors_FromAnyMatrixThatFits_ReachTheBest()
    {
        var random = new Random(44);
        var started = 0;
        for (var run = 0; run < 200; run++)
        {
            var (votes, rows, columns) = Tied(random);
            var (height, width) = (rows.Length, columns.Length);
            if (MadeMatrix.Solve(votes, rows, columns) is not MatrixOutcome.Solved solved)
            {
                continue;
            }

            var matrix = new SeatMatrix(height, width, [.. votes.SelectMany(r => r)], new int[height * width], rows, columns);
            Array.Fill(matrix.RowFactor, 1);
            Array.Fill(matrix.ColumnFactor, 1);
            if (!Crudely(matrix))
            {
                continue;
            }

            started++;
            var ties = ExactFactors.Of(matrix).Ties();
            ties.Select(t => (t.Row, t.Column)).Order().ShouldBe(solved.Open.Select(o => (o.Area, o.List)));
            foreach (var (row, column, _) in ties.Where(t => !t.Takes))
            {
                matrix.Seats[matrix.Cell(row, column)]--;
            }

            matrix.Seats.ShouldBe(solved.Certain.SelectMany(r => r));
        }

        started.ShouldBeGreaterThan(50);
    }

    /// <summary>Fills a matrix from its upper left corner, without regard to the size of votes; false where that leads nowhere.</summary>
    private static bool Crudely(SeatMatrix matrix)
    {
        var left = matrix.ColumnSeats.ToArray();
        for (var i = 0; i < matrix.Rows; i++)
        {
            var rest = matrix.RowSeats[i];
            for (var j = 0; j < matrix.Columns; j++)
            {
                var given = matrix.Votes[matrix.Cell(i, j)] == 0 ? 0 : Math.Min(rest, left[j]);
                matrix.Seats[matrix.Cell(i, j)] = given;
                (rest, left[j]) = (rest - given, left[j] - given);
            }

            if (rest > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static (long[][] Votes, int[] Rows, int[] Columns) Tied(Random random)
    {
        var (height, width) = (random.Next(2, 7), random.Next(2, 6));
        var votes = Enumerable.Range(0, height).Select(_ => Enumerable.Range(0, width).Select(_ => random.Next(8) == 0 ? 0 : 1 + random.NextInt64(2)).ToArray()).ToArray();
        var (rows, columns) = Sums(random, height, width, random.Next(2, 20));
        return (votes, rows, columns);
    }

    private static (int[] Rows, int[] Columns) Sums(Random random, int height, int width, int seats)
    {
        var (rows, columns) = (new int[height], new int[width]);
        for (var s = 0; s < seats; s++)
        {
            rows[random.Next(height)]++;
            columns[random.Next(width)]++;
        }

        return (rows, columns);
    }
}
