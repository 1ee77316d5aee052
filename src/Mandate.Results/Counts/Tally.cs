using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mandate.Results.Running;
using Mandate.Results.Units;

namespace Mandate.Results.Counts;

/// <summary>Accepted protocols and their sums at every unit, kept current protocol by protocol.</summary>
/// <remarks>
/// The figures of all protocols stand in one array of 32-bit numbers, neighbours of a district beside each other. A new
/// protocol costs its figures times the depth of the tree; <see cref="Recount"/> adds everything up again from nothing and
/// always gives the same. A figure that a protocol leaves blank adds nothing and is not counted as known.
/// </remarks>
internal sealed class Tally
{
    /// <summary>Rows are padded to the widest vectors there are.</summary>
    private const int Step = 16;
    private const int Block = 64;
    private readonly UnitTree tree;
    private readonly int stride;
    private readonly int[] rowOf;
    private readonly int[] nodeOf;
    private readonly Run[] runs;
    private readonly int[] nodeParents;
    private readonly int[] cells;
    private readonly int[] versions;
    private readonly bool[] blanks;
    private readonly long[] sums;
    private readonly int[] known;
    private readonly int[] counted;
    private int largest;

    public Tally(UnitTree tree, Layout layout)
    {
        this.tree = tree;
        Layout = layout;
        stride = (layout.RawWidth + Step - 1) / Step * Step;
        var units = tree.Units.Count;
        rowOf = new int[units];
        nodeOf = new int[units];
        int rows = 0, nodes = 0;
        for (var u = 0; u < units; u++)
        {
            (rowOf[u], nodeOf[u]) = tree.Reports(u) ? (rows++, -1) : (-1, nodes++);
        }

        cells = new int[checked(rows * stride)];
        versions = new int[rows];
        blanks = new bool[rows];
        sums = new long[nodes * stride];
        known = new int[nodes * stride];
        counted = new int[nodes];
        (runs, nodeParents) = Order(nodes);
    }

    public Layout Layout { get; }

    /// <summary>The version of a unit's protocol that is counted; 0 where none is.</summary>
    public int Version(int unit) => versions[rowOf[unit]];

    /// <summary>How many of the protocols inside a unit are counted; its own where it reports.</summary>
    public int Counted(int unit) => nodeOf[unit] >= 0 ? counted[nodeOf[unit]] : versions[rowOf[unit]] > 0 ? 1 : 0;

    /// <summary>How many protocols a unit waits for in all.</summary>
    public int Expected(int unit)
    {
        var reporting = 0;
        for (var u = unit; u < tree.EndOf(unit); u++)
        {
            reporting += tree.Reports(u) ? 1 : 0;
        }

        return reporting;
    }

    /// <summary>A cell's sum over the counted protocols of a unit in which it is known.</summary>
    public long Sum(int unit, int cell)
    {
        if (nodeOf[unit] >= 0)
        {
            return sums[(nodeOf[unit] * stride) + cell];
        }

        return Math.Max(0, cells[(rowOf[unit] * stride) + cell]);
    }

    /// <summary>In how many counted protocols of a unit a cell is known.</summary>
    public int Known(int unit, int cell)
    {
        if (nodeOf[unit] >= 0)
        {
            return known[(nodeOf[unit] * stride) + cell];
        }

        return versions[rowOf[unit]] > 0 && cells[(rowOf[unit] * stride) + cell] != Layout.Blank ? 1 : 0;
    }

    /// <summary>Copies the counted protocol of a reporting unit.</summary>
    /// <returns>False where none is counted.</returns>
    public bool Read(int unit, Span<long> row)
    {
        var from = cells.AsSpan(rowOf[unit] * stride, Layout.RawWidth);
        for (var i = 0; i < from.Length; i++)
        {
            row[i] = from[i];
        }

        return versions[rowOf[unit]] > 0;
    }

    /// <summary>Counts a protocol in place of the one that was counted before.</summary>
    /// <param name="unit">A unit that reports.</param>
    /// <param name="row">Its figures: at least <see cref="Layout.RawWidth"/> cells, <see cref="Layout.Blank"/> for unknown.</param>
    /// <param name="version">Its version, 1 for the first; 0 takes the protocol out.</param>
    public void Set(int unit, ReadOnlySpan<long> row, int version)
    {
        var at = rowOf[unit];
        var own = cells.AsSpan(at * stride, Layout.RawWidth);
        var was = versions[at] > 0;
        for (var above = tree.ParentOf(unit); above >= 0; above = tree.ParentOf(above))
        {
            var node = nodeOf[above];
            counted[node] += (version > 0 ? 1 : 0) - (was ? 1 : 0);
            for (var i = 0; i < own.Length; i++)
            {
                var (before, after) = (was ? own[i] : Layout.Blank, version > 0 ? row[i] : Layout.Blank);
                sums[(node * stride) + i] += Math.Max(0, after) - Math.Max(0, before);
                known[(node * stride) + i] += (after >= 0 ? 1 : 0) - (before >= 0 ? 1 : 0);
            }
        }

        Keep(at, row, version);
    }

    /// <summary>Keeps a protocol without adding it up; <see cref="Recount"/> must follow.</summary>
    public void Load(int unit, ReadOnlySpan<long> row, int version) => Keep(rowOf[unit], row, version);

    /// <summary>Adds everything up from nothing.</summary>
    public void Recount()
    {
        Array.Clear(sums);
        Array.Clear(known);
        Array.Clear(counted);
        foreach (var run in runs)
        {
            Add(run.Row, run.Rows, run.Node);
        }

        // Children stand behind their parents, so from the end each node is complete before it is passed on.
        for (var node = nodeParents.Length - 1; node >= 0; node--)
        {
            if (nodeParents[node] >= 0)
            {
                Pass(node, nodeParents[node]);
            }
        }
    }

    /// <summary>Whether the sums are those of another tally of the same protocols.</summary>
    public bool SameSums(Tally other) => sums.AsSpan().SequenceEqual(other.sums) && known.AsSpan().SequenceEqual(other.known) && counted.AsSpan().SequenceEqual(other.counted);

    private void Keep(int at, ReadOnlySpan<long> row, int version)
    {
        var own = cells.AsSpan(at * stride, Layout.RawWidth);
        var blank = false;
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = version > 0 ? (int)row[i] : 0;
            blank |= own[i] < 0;
            largest = Math.Max(largest, own[i]);
        }

        versions[at] = version;
        blanks[at] = blank;
    }

    /// <summary>Reporting units that stand beside each other under one parent, and the node of each unit above.</summary>
    private (Run[] Runs, int[] NodeParents) Order(int nodes)
    {
        var found = new List<Run>();
        var above = new int[nodes];
        for (var u = 0; u < nodeOf.Length; u++)
        {
            var parent = tree.ParentOf(u) is >= 0 and var p ? nodeOf[p] : -1;
            if (nodeOf[u] >= 0)
            {
                above[nodeOf[u]] = parent;
            }
            else if (parent >= 0 && found is [.., var last] && last.Node == parent && last.Row + last.Rows == rowOf[u])
            {
                found[^1] = last with { Rows = last.Rows + 1 };
            }
            else if (parent >= 0)
            {
                found.Add(new Run(rowOf[u], 1, parent));
            }
        }

        return ([.. found], above);
    }

    /// <summary>Adds neighbouring rows, a few columns at a time so that their sums stay in registers.</summary>
    /// <remarks>
    /// A row that is not counted is all 0. A blank adds -1, which is put right afterwards in the few rows that have one. A count
    /// is added up once or twice in a process, so this is compiled well at once.
    /// </remarks>
    private void Add(int row, int rows, int node)
    {
        // As many figures as a block has rows fit into 32 bits where none is very large, as none is at a polling station.
        var narrow = (long)largest * Block <= int.MaxValue;
        for (var block = 0; block < rows; block += Block)
        {
            if (narrow)
            {
                AddNarrow(row + block, Math.Min(Block, rows - block), node);
            }
            else
            {
                AddWide(row + block, Math.Min(Block, rows - block), node);
            }
        }

        var whole = rows - versions.AsSpan(row, rows).Count(0);
        counted[node] += whole;
        foreach (ref var k in known.AsSpan(node * stride, Layout.RawWidth))
        {
            k += whole;
        }

        for (var r = blanks.AsSpan(row, rows).IndexOf(true); r >= 0;)
        {
            TakeBlanks(row + r, node);
            var next = blanks.AsSpan(row + r + 1, rows - r - 1).IndexOf(true);
            r = next < 0 ? -1 : r + 1 + next;
        }
    }

    /// <summary>Adds so few rows that their sums stay in 32 bits; four vectors of a row at once, so that memory is read in its order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNarrow(int row, int rows, int node)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(cells);
        var width = Vector<int>.Count;
        unchecked
        {
            var start = (nuint)row * (nuint)stride;
            var end = start + ((nuint)rows * (nuint)stride);
            var column = 0;
            for (; column + (4 * width) <= stride; column += 4 * width)
            {
                var (a, b, c, d) = (Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero);
                for (var at = start + (nuint)column; at < end; at += (nuint)stride)
                {
                    a += Vector.LoadUnsafe(ref from, at);
                    b += Vector.LoadUnsafe(ref from, at + (nuint)width);
                    c += Vector.LoadUnsafe(ref from, at + (nuint)(2 * width));
                    d += Vector.LoadUnsafe(ref from, at + (nuint)(3 * width));
                }

                Store(node, column, a);
                Store(node, column + width, b);
                Store(node, column + (2 * width), c);
                Store(node, column + (3 * width), d);
            }

            for (; column < stride; column += width)
            {
                var sum = Vector<int>.Zero;
                for (var at = start + (nuint)column; at < end; at += (nuint)stride)
                {
                    sum += Vector.LoadUnsafe(ref from, at);
                }

                Store(node, column, sum);
            }
        }
    }

    /// <summary>The same where figures are so large that each must be widened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWide(int row, int rows, int node)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(cells);
        unchecked
        {
            var start = (nuint)row * (nuint)stride;
            var end = start + ((nuint)rows * (nuint)stride);
            for (var column = 0; column < stride; column += Vector<int>.Count)
            {
                var (low, high) = (Vector<long>.Zero, Vector<long>.Zero);
                for (var at = start + (nuint)column; at < end; at += (nuint)stride)
                {
                    Vector.Widen(Vector.LoadUnsafe(ref from, at), out var a, out var b);
                    low += a;
                    high += b;
                }

                Store(node, column, low, high);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(int node, int column, Vector<int> sum)
    {
        Vector.Widen(sum, out var low, out var high);
        Store(node, column, low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(int node, int column, Vector<long> low, Vector<long> high)
    {
        ref var to = ref MemoryMarshal.GetArrayDataReference(sums);
        unchecked
        {
            var target = ((nuint)node * (nuint)stride) + (nuint)column;
            (Vector.LoadUnsafe(ref to, target) + low).StoreUnsafe(ref to, target);
            target += (nuint)Vector<long>.Count;
            (Vector.LoadUnsafe(ref to, target) + high).StoreUnsafe(ref to, target);
        }
    }

    private void TakeBlanks(int row, int node)
    {
        for (var i = 0; i < Layout.RawWidth; i++)
        {
            if (cells[(row * stride) + i] < 0)
            {
                sums[(node * stride) + i]++;
                known[(node * stride) + i]--;
            }
        }
    }

    /// <summary>Adds a node's sums to those of the node above it.</summary>
    private void Pass(int from, int to)
    {
        counted[to] += counted[from];
        Add<long>(sums.AsSpan(from * stride, stride), sums.AsSpan(to * stride, stride));
        Add<int>(known.AsSpan(from * stride, stride), known.AsSpan(to * stride, stride));
    }

    /// <summary>Adds whole vectors. Sums of figures of nine digits stay far below 63 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<T>(ReadOnlySpan<T> from, Span<T> to)
    {
        ref var source = ref MemoryMarshal.GetReference(from);
        ref var target = ref MemoryMarshal.GetReference(to);
        for (nuint i = 0; i < (nuint)to.Length; i += (nuint)Vector<T>.Count)
        {
            (Vector.LoadUnsafe(ref target, i) + Vector.LoadUnsafe(ref source, i)).StoreUnsafe(ref target, i);
        }
    }

    /// <summary>Rows beside each other under one node.</summary>
    private readonly record struct Run(int Row, int Rows, int Node);
}
