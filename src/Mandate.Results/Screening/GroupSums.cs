namespace Mandate.Results.Screening;

/// <summary>Votes added up inside each parent unit, over stations whose votes are all known.</summary>
internal sealed class GroupSums
{
    private readonly long[] lists;
    private readonly int width;

    public GroupSums(ScreenTable table)
    {
        width = table.Lists;
        lists = new long[table.Groups.Count * width];
        Totals = new long[table.Groups.Count];
        Known = new int[table.Groups.Count];
        Whole = new long[width];
        Sums = new long[table.Units.Count];
        for (var u = 0; u < table.Units.Count; u++)
        {
            Sums[u] = table.Sum(u);
            if (Sums[u] < 0)
            {
                continue;
            }

            var group = table.GroupOf[u];
            var votes = table.Votes(u);
            for (var l = 0; l < width; l++)
            {
                lists[(group * width) + l] += votes[l];
                Whole[l] += votes[l];
            }

            Totals[group] += Sums[u];
            Known[group]++;
        }
    }

    /// <summary>Gets each unit's votes for all lists; negative where some are blank.</summary>
    public long[] Sums { get; }

    /// <summary>Gets each parent's votes.</summary>
    public long[] Totals { get; }

    /// <summary>Gets how many stations of each parent are known.</summary>
    public int[] Known { get; }

    /// <summary>Gets each list's votes in the whole table.</summary>
    public long[] Whole { get; }

    public long Of(int group, int list) => lists[(group * width) + list];
}

/// <summary>The previous election beside this one: which unit and list of it is which of this.</summary>
internal sealed class Before
{
    public Before(ScreenTable table, ScreenTable previous)
    {
        Table = previous;
        var units = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var u = 0; u < previous.Units.Count; u++)
        {
            units.TryAdd(previous.Units[u], u);
        }

        Units = [.. table.Units.Select(u => units.GetValueOrDefault(u, -1))];
        Lists = [.. table.Layout.Lists.Take(table.Lists).Select(l => previous.Lists == 0 ? -1 : previous.Layout.Lists.ToList().IndexOf(l))];
    }

    public ScreenTable Table { get; }

    /// <summary>Gets for each unit its place in the previous table; -1 where it was not there.</summary>
    public int[] Units { get; }

    /// <summary>Gets for each list its place in the previous table; -1 where it did not stand.</summary>
    public int[] Lists { get; }
}
