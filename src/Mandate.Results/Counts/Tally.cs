using System.Numerics;
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
    private const int Step = 8;
    private readonly UnitTree tree;
    private readonly int stride;
    private readonly int[] rowOf;
    private readonly int[] nodeOf;
    private readonly int[] cells;
    private readonly int[] versions;
    private readonly bool[] blanks;
    private readonly long[] sums;
    private readonly int[] known;
    private readonly int[] counted;

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
        for (var u = 0; u < nodeOf.Length;)
        {
            u = nodeOf[u] >= 0 ? u + 1 : Neighbours(u);
        }

        // Children stand behind their parents, so from the end each node is complete before it is passed on.
        for (var u = nodeOf.Length - 1; u >= 0; u--)
        {
            if (nodeOf[u] >= 0 && tree.ParentOf(u) is >= 0 and var parent)
            {
                Pass(nodeOf[u], nodeOf[parent]);
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
        }

        versions[at] = version;
        blanks[at] = blank;
    }

    /// <summary>Adds the reporting units that stand beside each other under one parent.</summary>
    /// <returns>The unit behind them.</returns>
    private int Neighbours(int first)
    {
        var parent = tree.ParentOf(first);
        var end = first + 1;
        while (end < nodeOf.Length && nodeOf[end] < 0 && tree.ParentOf(end) == parent)
        {
            end++;
        }

        if (parent >= 0)
        {
            Add(rowOf[first], end - first, nodeOf[parent]);
        }

        return end;
    }

    private void Add(int row, int rows, int node)
    {
        var total = sums.AsSpan(node * stride, stride);
        var whole = 0;
        for (var r = row; r < row + rows; r++)
        {
            if (versions[r] == 0)
            {
                continue;
            }

            var own = cells.AsSpan(r * stride, stride);
            if (blanks[r])
            {
                AddKnown(own, total, node);
                continue;
            }

            whole++;
            Widen(own, total);
        }

        foreach (ref var k in known.AsSpan(node * stride, Layout.RawWidth))
        {
            k += whole;
        }

        for (var r = row; r < row + rows; r++)
        {
            counted[node] += versions[r] > 0 ? 1 : 0;
        }
    }

    /// <summary>Adds whole vectors; the cells behind the last figure are 0.</summary>
    private static void Widen(ReadOnlySpan<int> own, Span<long> total)
    {
        ref var from = ref MemoryMarshal.GetReference(own);
        ref var to = ref MemoryMarshal.GetReference(total);
        var width = Vector<int>.Count;
        if (own.Length % width != 0)
        {
            for (var i = 0; i < own.Length; i++)
            {
                total[i] += own[i];
            }

            return;
        }

        for (var i = 0; i < own.Length; i += width)
        {
            Vector.Widen(Vector.LoadUnsafe(ref from, (nuint)i), out var low, out var high);
            (Vector.LoadUnsafe(ref to, (nuint)i) + low).StoreUnsafe(ref to, (nuint)i);
            (Vector.LoadUnsafe(ref to, (nuint)(i + (width / 2))) + high).StoreUnsafe(ref to, (nuint)(i + (width / 2)));
        }
    }

    private void AddKnown(ReadOnlySpan<int> own, Span<long> total, int node)
    {
        for (var i = 0; i < Layout.RawWidth; i++)
        {
            if (own[i] >= 0)
            {
                total[i] += own[i];
                known[(node * stride) + i]++;
            }
        }
    }

    private void Pass(int from, int to)
    {
        counted[to] += counted[from];
        for (var i = 0; i < stride; i++)
        {
            sums[(to * stride) + i] += sums[(from * stride) + i];
            known[(to * stride) + i] += known[(from * stride) + i];
        }
    }
}
