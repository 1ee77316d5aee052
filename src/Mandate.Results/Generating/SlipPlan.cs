namespace Mandate.Results.Generating;

/// <summary>Says where slips go: evenly over the country, kinds in turn but in an order drawn anew each time.</summary>
internal sealed class SlipPlan
{
    private readonly ulong seed;
    private readonly int count;
    private readonly long reach;
    private readonly SlipKind[] kinds = Enum.GetValues<SlipKind>();
    private int next;
    private long at;

    /// <summary>Plans.</summary>
    /// <param name="options">How many slips are asked for.</param>
    public SlipPlan(GeneratorOptions options)
    {
        seed = options.Seed;
        count = options.SlipsPerMillion == 0 ? 0 : (int)Math.Max(kinds.Length, (long)options.Precincts * options.SlipsPerMillion / 1_000_000);

        // A slip that does not fit its protocol waits for the next one; the last twentieth is kept for those that wait.
        reach = options.Precincts - (options.Precincts / 20);
        Place();
    }

    /// <summary>Plants the slip that is due in a protocol, if one is.</summary>
    /// <returns>The number of the slip, 1 for the first, and its kind; or null.</returns>
    public (int Number, SlipKind Kind)? Plant(int protocol, Span<long> row)
    {
        if (next == count || protocol < at)
        {
            return null;
        }

        var kind = kinds[next % kinds.Length];
        var random = SplitMix.Of(seed, Purpose.Slips, next);
        if (!Slips.Plant(kind, row, ref random))
        {
            return null;
        }

        next++;
        Place();
        return (next, kind);
    }

    private void Place()
    {
        if (next == count)
        {
            return;
        }

        var random = SplitMix.Of(seed, Purpose.SlipPlaces, next);
        at = ((next * reach) + random.Below(reach)) / count;
        if (next % kinds.Length == 0)
        {
            for (var i = kinds.Length - 1; i > 0; i--)
            {
                var j = (int)random.Below(i + 1);
                (kinds[i], kinds[j]) = (kinds[j], kinds[i]);
            }
        }
    }
}
