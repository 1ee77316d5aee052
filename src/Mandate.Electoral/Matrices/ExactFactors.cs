using System.Numerics;

namespace Mandate.Electoral.Matrices;

/// <summary>Exact factors for a matrix whose seats fit: the proof that no exchange of seats betters it, or such an exchange.</summary>
/// <remarks>
/// Districts and lists are nodes. A list that can take a seat in a district leads to it with (x + ½) ÷ v, a district that can
/// give one up leads to the list with v ÷ (x − ½). The matrix is right when no round trip has a product below 1 (Balinski and
/// Demange 1989; Pukelsheim 2017, chapter 15). Shortest products from any start are then the factors of the districts and
/// the inverses of those of the lists; the start is the steering factors, taken for what they exactly are.
/// </remarks>
internal sealed class ExactFactors
{
    private readonly SeatMatrix matrix;
    private readonly Ratio[] product;
    private readonly int[] before;

    private ExactFactors(SeatMatrix matrix)
    {
        this.matrix = matrix;
        before = new int[matrix.Rows + matrix.Columns];
        Array.Fill(before, -1);
        product = new Ratio[before.Length];
        for (var node = 0; node < product.Length; node++)
        {
            var steering = node < matrix.Rows ? matrix.RowFactor[node] : BinaryCheck.Inverse(matrix, node - matrix.Rows);
            product[node] = BinaryCheck.Usable(steering) ? BinaryCheck.Exact(steering) : 1;
        }
    }

    /// <summary>Works the factors out; betters the matrix as long as an exchange does.</summary>
    public static ExactFactors Of(SeatMatrix matrix)
    {
        while (true)
        {
            var factors = new ExactFactors(matrix);
            if (factors.Settle() is not { } node)
            {
                return factors;
            }

            factors.Better(node);
        }
    }

    public Ratio Row(int row) => product[row];

    public Ratio Column(int column) => 1 / product[matrix.Rows + column];

    /// <summary>Cells on a round trip whose product is exactly 1, each with whether it would take a seat (else give one up).</summary>
    public IReadOnlyList<(int Row, int Column, bool Takes)> Ties()
    {
        var tight = new List<int>[product.Length];
        for (var node = 0; node < product.Length; node++)
        {
            tight[node] = [.. Edges(node).Where(e => Order(node, e) == 0)];
        }

        var part = RoundTrips.Parts(tight);
        var cells = new List<(int, int, bool)>();
        for (var node = 0; node < product.Length; node++)
        {
            foreach (var to in tight[node].Where(t => part[t] == part[node]))
            {
                cells.Add(node < matrix.Rows ? (node, to - matrix.Rows, false) : (to, node - matrix.Rows, true));
            }
        }

        return cells;
    }

    /// <summary>Shortens products until none can be; a node on a round trip below 1 where there is one.</summary>
    private int? Settle()
    {
        var waiting = new Queue<int>(Enumerable.Range(0, product.Length));
        var queued = Enumerable.Repeat(true, product.Length).ToArray();
        while (waiting.TryDequeue(out var node))
        {
            queued[node] = false;
            foreach (var to in Edges(node))
            {
                if (Order(node, to) >= 0)
                {
                    continue;
                }

                product[to] = product[node] * Length(node, to);
                before[to] = node;
                for (var back = node; back >= 0; back = before[back])
                {
                    if (back == to)
                    {
                        return to;
                    }
                }

                if (!queued[to])
                {
                    queued[to] = true;
                    waiting.Enqueue(to);
                }
            }
        }

        return null;
    }

    /// <summary>Carries out the exchange on the round trip through a node.</summary>
    private void Better(int start)
    {
        var node = start;
        do
        {
            var from = before[node];
            matrix.Seats[node < matrix.Rows ? matrix.Cell(node, from - matrix.Rows) : matrix.Cell(from, node - matrix.Rows)] += node < matrix.Rows ? 1 : -1;
            node = from;
        }
        while (node != start);
    }

    private IEnumerable<int> Edges(int node)
    {
        if (node < matrix.Rows)
        {
            for (var j = 0; j < matrix.Columns; j++)
            {
                var cell = matrix.Cell(node, j);
                if (matrix.Seats[cell] > matrix.Least[cell])
                {
                    yield return matrix.Rows + j;
                }
            }
        }
        else
        {
            for (var i = 0; i < matrix.Rows; i++)
            {
                if (matrix.Votes[matrix.Cell(i, node - matrix.Rows)] > 0)
                {
                    yield return i;
                }
            }
        }
    }

    /// <summary>Compares the product that leads over an edge with the one its end has: −1 where the edge shortens it.</summary>
    private int Order(int from, int to)
    {
        var (above, below) = Edge(from, to);
        return (product[from].Numerator * above * product[to].Denominator).CompareTo(product[to].Numerator * below * product[from].Denominator);
    }

    private Ratio Length(int from, int to)
    {
        var (above, below) = Edge(from, to);
        return new Ratio(above, below);
    }

    private (BigInteger Above, BigInteger Below) Edge(int from, int to)
    {
        var takes = to < matrix.Rows;
        var cell = takes ? matrix.Cell(to, from - matrix.Rows) : matrix.Cell(from, to - matrix.Rows);
        BigInteger votes = matrix.Votes[cell];
        BigInteger seats = matrix.Seats[cell];
        return takes ? ((2 * seats) + 1, 2 * votes) : (2 * votes, (2 * seats) - 1);
    }
}
