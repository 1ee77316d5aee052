using System.Runtime.InteropServices;

namespace Mandate.Electoral.Kernels;

/// <summary>
/// Seats of all lists while a divisor method is worked out, with the next and the last quotient of each in floating point.
/// All of it steers; what it leads to is checked in whole numbers.
/// </summary>
/// <remarks>Spans are filled up with lists without votes to a whole number of lanes.</remarks>
internal readonly ref struct Seating<TSignposts, TLanes>
    where TSignposts : struct, ISignposts
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Seats out of place that are moved by looking through all lists; more are moved by a heap.</summary>
    private const int Few = 8;

    /// <summary>Seats out of place for which a step of the multiplier costs more than it saves.</summary>
    private const int Near = 2;

    /// <summary>More than it takes to halve from any start to any multiplier.</summary>
    private const int MostSteps = 256;

    private readonly TSignposts signposts;
    private readonly int house;
    private readonly Span<int> awarded;
    private readonly bool bounded;

    /// <summary>Votes of every list.</summary>
    private readonly Span<double> size;

    /// <summary>Fewest and most seats of every list; filled only where there are bounds.</summary>
    private readonly Span<double> low;
    private readonly Span<double> high;
    private readonly Span<int> order;
    private readonly double total;

    public Seating(TSignposts signposts, ReadOnlySpan<long> votes, int house, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<int> awarded)
    {
        var width = (votes.Length + 7) & ~7;
        bounded = !least.IsEmpty;
        var room = Scratch.Doubles(width * (bounded ? 6 : 4));
        this.signposts = signposts;
        this.house = house;
        this.awarded = awarded;
        size = room[..width];
        Next = room[width..(2 * width)];
        Last = room[(2 * width)..(3 * width)];
        order = MemoryMarshal.Cast<double, int>(room[(3 * width)..(4 * width)])[..width];
        total = Read(votes, size);
        if (bounded)
        {
            low = room[(4 * width)..(5 * width)];
            high = room[(5 * width)..];
            low.Clear();
            high.Clear();
            for (var i = 0; i < votes.Length; i++)
            {
                (low[i], high[i]) = (least[i], votes[i] == 0 ? least[i] : most[i]);
            }
        }
    }

    /// <summary>Gets the quotient at which each list would take its next seat; −∞ where it can take none.</summary>
    public Span<double> Next { get; }

    /// <summary>Gets the quotient at which each list took its last seat, with its sign turned so that the smallest is on top; −∞ where it can give none back.</summary>
    public Span<double> Last { get; }

    /// <summary>Gets room for a number per list, filled up like the others.</summary>
    public Span<int> Order => order;

    /// <summary>Gives seats until they are the house, each as near to the order of quotients as floating point sees.</summary>
    /// <param name="multiplier">Where to start: seats per vote, times the step of the divisors; 0 for the usual place.</param>
    public void Settle(double multiplier)
    {
        var sum = Fill(Approach(multiplier > 0 ? multiplier : Start()));
        if (sum < house)
        {
            Move(Next, (int)(house - sum), 1);
        }
        else if (sum > house)
        {
            Move(Last, (int)(sum - house), -1);
        }
    }

    /// <summary>The largest key.</summary>
    public static double Largest(ReadOnlySpan<double> keys)
    {
        var lanes = MemoryMarshal.Cast<double, TLanes>(keys);
        var largest = lanes[0];
        for (var b = 1; b < lanes.Length; b++)
        {
            largest = TLanes.Larger(largest, lanes[b]);
        }

        return TLanes.Largest(largest);
    }

    /// <summary>The first list with the largest key.</summary>
    private static int Top(ReadOnlySpan<double> keys)
    {
        var lanes = MemoryMarshal.Cast<double, TLanes>(keys);
        var top = TLanes.All(Largest(keys));
        for (var b = 0; b < lanes.Length; b++)
        {
            if (TLanes.FirstEqual(lanes[b], top) is >= 0 and var lane)
            {
                return (b * TLanes.Count) + lane;
            }
        }

        throw new InvalidOperationException("Bug in Seating: no key is the largest.");
    }

    /// <summary>Reads votes, puts 0 behind them, and returns their sum.</summary>
    private static double Read(ReadOnlySpan<long> votes, Span<double> size)
    {
        var sum = TLanes.All(0);
        var lanes = MemoryMarshal.Cast<double, TLanes>(size);
        var whole = votes.Length / TLanes.Count;
        for (var b = 0; b < whole; b++)
        {
            var read = TLanes.Read(votes[(b * TLanes.Count)..]);
            lanes[b] = read;
            sum += read;
        }

        var total = TLanes.Sum(sum);
        var rest = whole * TLanes.Count;
        size[rest..].Clear();
        for (; rest < votes.Length; rest++)
        {
            size[rest] = votes[rest];
            total += votes[rest];
        }

        return total;
    }

    /// <summary>F. Pukelsheim 2017, section 4.6: what makes the expected sum the house.</summary>
    private double Start()
    {
        var seats = Math.Max(0.5 * house, house + (awarded.Length * (signposts.Offset - 0.5)));
        return seats * signposts.Step / total;
    }

    /// <summary>A multiplier for which few seats are out of place: Newton's steps, between bounds that close.</summary>
    /// <remarks>
    /// It ends where steps stop helping, but not before at most one seat a list is out of place: no list has two quotients in the
    /// smallest space, so halving leads there.
    /// </remarks>
    private double Approach(double multiplier)
    {
        double below = 0, above = double.PositiveInfinity, before = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            var (sum, active) = Count(multiplier);
            var lacking = house - sum;
            var distance = Math.Abs(lacking);
            if (distance <= Near || (distance * 2 > before && distance <= awarded.Length))
            {
                return multiplier;
            }

            (below, above) = lacking > 0 ? (multiplier, above) : (below, multiplier);
            var next = multiplier + (lacking * signposts.Step / active);
            if (!(next > below && next < above) || distance * 2 > before)
            {
                next = above == double.PositiveInfinity ? multiplier * 2 : below == 0 ? multiplier / 2 : (below + above) / 2;
            }

            (multiplier, before) = (next, distance);
        }

        return multiplier;
    }

    /// <summary>The seats a multiplier gives, and the votes of the lists whose seats it moves.</summary>
    private (double Sum, double Active) Count(double multiplier)
    {
        var lanes = MemoryMarshal.Cast<double, TLanes>(size);
        var lows = MemoryMarshal.Cast<double, TLanes>(low);
        var highs = MemoryMarshal.Cast<double, TLanes>(high);
        var (factor, zero, one, most) = (TLanes.All(multiplier), TLanes.All(0), TLanes.All(1), TLanes.All(house));
        var (sum, active) = (zero, zero);
        for (var b = 0; b < lanes.Length; b++)
        {
            var votes = lanes[b];
            var seats = TLanes.IfAtLeast(votes, one, TLanes.Smaller(signposts.Rounded(votes * factor), most), zero);
            if (bounded)
            {
                seats = TLanes.Larger(lows[b], TLanes.Smaller(highs[b], seats));
                active += TLanes.IfAtLeast(lows[b], seats, zero, TLanes.IfAtLeast(seats, highs[b], zero, votes));
            }
            else
            {
                active += TLanes.IfAtLeast(seats, one, votes, zero);
            }

            sum += seats;
        }

        return (TLanes.Sum(sum), TLanes.Sum(active));
    }

    /// <summary>Gives every list the seats of a multiplier and works out its quotients; returns their sum.</summary>
    private double Fill(double multiplier)
    {
        var lanes = MemoryMarshal.Cast<double, TLanes>(size);
        var lows = MemoryMarshal.Cast<double, TLanes>(low);
        var highs = MemoryMarshal.Cast<double, TLanes>(high);
        var nexts = MemoryMarshal.Cast<double, TLanes>(Next);
        var lasts = MemoryMarshal.Cast<double, TLanes>(Last);
        var (factor, zero, one, most, none) = (TLanes.All(multiplier), TLanes.All(0), TLanes.All(1), TLanes.All(house), TLanes.All(double.NegativeInfinity));
        var sum = zero;
        for (var b = 0; b < lanes.Length; b++)
        {
            var votes = lanes[b];
            var seats = TLanes.IfAtLeast(votes, one, TLanes.Smaller(signposts.Rounded(votes * factor), most), zero);
            if (bounded)
            {
                seats = TLanes.Larger(lows[b], TLanes.Smaller(highs[b], seats));
                nexts[b] = TLanes.IfAtLeast(seats, highs[b], none, votes / signposts.Divisor(seats));
                lasts[b] = TLanes.IfAtLeast(lows[b], seats, none, zero - (votes / signposts.Divisor(seats - one)));
            }
            else
            {
                nexts[b] = TLanes.IfAtLeast(votes, one, votes / signposts.Divisor(seats), none);
                lasts[b] = TLanes.IfAtLeast(seats, one, zero - (votes / signposts.Divisor(seats - one)), none);
            }

            sum += seats;
            TLanes.Write(seats, order[(b * TLanes.Count)..]);
        }

        order[..awarded.Length].CopyTo(awarded);
        return TLanes.Sum(sum);
    }

    /// <summary>Gives seats (by 1) to the largest keys, or takes them back (by −1).</summary>
    private void Move(Span<double> keys, int count, int by)
    {
        if (count <= Few)
        {
            for (; count > 0; count--)
            {
                Step(Top(keys), by);
            }

            return;
        }

        var size = 0;
        for (var i = 0; i < awarded.Length; i++)
        {
            if (keys[i] > double.NegativeInfinity)
            {
                order[size++] = i;
            }
        }

        var heap = order[..size];
        var rank = new Keys(keys);
        Heap.Build(heap, rank);
        for (; count > 0; count--)
        {
            Step(heap[0], by);
            Heap.Sink(heap, 0, rank);
        }
    }

    private void Step(int list, int by)
    {
        var seats = awarded[list] += by;
        var (floor, ceiling) = bounded ? (low[list], high[list]) : (0, double.PositiveInfinity);
        Next[list] = seats < ceiling ? size[list] / signposts.Divisor(Lanes1.All(seats)).First : double.NegativeInfinity;
        Last[list] = seats > floor ? -size[list] / signposts.Divisor(Lanes1.All(seats - 1)).First : double.NegativeInfinity;
    }

    private readonly ref struct Keys(ReadOnlySpan<double> keys) : IRank
    {
        private readonly ReadOnlySpan<double> keys = keys;

        public bool Before(int list, int other) => keys[list] > keys[other];
    }
}
