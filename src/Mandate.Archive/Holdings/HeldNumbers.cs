namespace Mandate.Archive.Holdings;

/// <summary>The numbers that the parts of a strand hold, volume by volume; volume 0 in a series without volumes.</summary>
internal sealed class HeldNumbers
{
    private readonly SortedDictionary<int, HeldVolume> _volumes = [];

    /// <summary>Takes the numbers of the parts; a combined issue of the plan is held by a part with any of its numbers.</summary>
    public HeldNumbers(EnumerationPlan plan, Levels levels, IReadOnlyList<PlacedPart> parts)
    {
        foreach (var part in parts)
        {
            for (var volume = part.Volumes.First; volume <= part.Volumes.Last; volume++)
            {
                if (!_volumes.TryGetValue(volume, out var held))
                {
                    _volumes.Add(volume, held = new());
                }

                if (part.Issues is not { } issues || levels == Levels.VolumesOnly)
                {
                    held.Whole = true;
                    continue;
                }

                for (var issue = issues.First; issue <= issues.Last; issue++)
                {
                    var together = plan.Together(volume, issue);
                    held.Issues.UnionWith(Enumerable.Range(together.First, together.Last - together.First + 1));
                }
            }
        }

        if (_volumes.Count > 0)
        {
            var (first, last) = (_volumes.First(), _volumes.Last());
            First = new(first.Key, first.Value.Whole ? 0 : first.Value.Issues.Min);
            Last = new(last.Key, last.Value.Whole ? int.MaxValue : last.Value.Issues.Max);
        }
    }

    /// <summary>The first number held, with issue 0 where that is a whole volume; null where nothing is held.</summary>
    public Unit? First { get; }

    /// <summary>The last number held, with the largest issue there can be where that is a whole volume; null where nothing is held.</summary>
    public Unit? Last { get; }

    /// <summary>The volumes held, rising.</summary>
    public IReadOnlyCollection<int> Volumes => _volumes.Keys;

    /// <summary>What is held of a volume; null for nothing.</summary>
    public HeldVolume? Of(int volume) => _volumes.GetValueOrDefault(volume);

    /// <summary>How many issues are held.</summary>
    /// <param name="whole">How many a whole volume has; null for unknown.</param>
    /// <returns>The number; null where it is not known for a volume held as a whole.</returns>
    public int? Count(Func<int, int?> whole)
    {
        var count = 0;
        foreach (var (volume, held) in _volumes)
        {
            if ((held.Whole ? whole(volume) : held.Issues.Count) is not { } issues)
            {
                return null;
            }

            count += issues;
        }

        return count;
    }

    /// <summary>Each issue held with its volume, rising; a number held in two volumes belongs to the lower.</summary>
    public SortedDictionary<int, int> Row()
    {
        var row = new SortedDictionary<int, int>();
        foreach (var (volume, held) in _volumes)
        {
            foreach (var issue in held.Issues)
            {
                row.TryAdd(issue, volume);
            }
        }

        return row;
    }
}

/// <summary>What is held of a volume.</summary>
internal sealed class HeldVolume
{
    /// <summary>Whether one part holds the volume as a whole.</summary>
    public bool Whole { get; set; }

    /// <summary>The issues held one by one.</summary>
    public SortedSet<int> Issues { get; } = [];
}
