namespace Mandate.Results.Units;

/// <summary>What became of the units between two versions of them. Units are the same where their ids are.</summary>
/// <param name="All">Every change: by kind in the order of <see cref="UnitChangeKind"/>, and inside a kind in the order of the tree (of the old one for units removed).</param>
public sealed record UnitChanges(IReadOnlyList<UnitChange> All)
{
    /// <summary>How many changes of a kind there are; a unit both moved and renamed counts once in each.</summary>
    public int Count(UnitChangeKind kind) => All.Count(c => c.Kind == kind);

    /// <summary>Compares two versions.</summary>
    public static UnitChanges Between(UnitTree old, UnitTree @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var removed = old.Units.Where(u => @new.Find(u.Id) < 0).Select(u => new UnitChange(UnitChangeKind.Removed, u.Id, u.Parent, null));
        var added = new List<UnitChange>();
        var moved = new List<UnitChange>();
        var renamed = new List<UnitChange>();
        var changed = new List<UnitChange>();
        foreach (var unit in @new.Units)
        {
            if (old.Find(unit.Id) is not (>= 0 and var at))
            {
                added.Add(new UnitChange(UnitChangeKind.Added, unit.Id, null, unit.Parent));
                continue;
            }

            var before = old.Units[at];
            Note(moved, UnitChangeKind.Moved, unit.Id, before.Parent, unit.Parent);
            Note(renamed, UnitChangeKind.Renamed, unit.Id, before.Name, unit.Name);
            Note(changed, UnitChangeKind.KindChanged, unit.Id, before.Kind, unit.Kind);
        }

        return new UnitChanges([.. removed, .. added, .. moved, .. renamed, .. changed]);
    }

    private static void Note(List<UnitChange> changes, UnitChangeKind kind, string unit, string? before, string? after)
    {
        if (before != after)
        {
            changes.Add(new UnitChange(kind, unit, before, after));
        }
    }
}

/// <summary>One change.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Before">The parent's id, the name or the kind it had; null where there was none.</param>
/// <param name="After">The same now.</param>
public sealed record UnitChange(UnitChangeKind Kind, string Unit, string? Before, string? After);

/// <summary>What can happen to a unit between two versions.</summary>
public enum UnitChangeKind
{
    /// <summary>It is no longer there.</summary>
    Removed,

    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It lies in another unit.</summary>
    Moved,

    /// <summary>It bears another name.</summary>
    Renamed,

    /// <summary>It is something else, such as a district that became a region.</summary>
    KindChanged,
}
