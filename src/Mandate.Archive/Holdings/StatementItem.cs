using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>One end of a range in a statement: a volume at level 3, a part at level 4.</summary>
/// <param name="Volumes">Its volumes.</param>
/// <param name="Issues">Its issues; null for a whole volume.</param>
/// <param name="Text">What the statement writes: <c>v.3:no.2(1972:Apr.)</c>.</param>
/// <param name="From">The first day it may be of; null where it has no date.</param>
/// <param name="To">The last.</param>
internal sealed record StatementItem(NumberRange Volumes, NumberRange? Issues, string Text, DateOnly? From, DateOnly? To)
{
    /// <summary>The items of a strand in order; what is held twice is one item.</summary>
    public static IReadOnlyList<StatementItem> Of(Captions captions, Levels levels, HeldStrand strand, HoldingsLevel level)
    {
        var names = new PartNames(captions, strand.Strand);
        var volumesOnly = levels == Levels.VolumesOnly || (level == HoldingsLevel.Summary && levels != Levels.NumbersOnly);
        var items = new List<StatementItem>();
        foreach (var group in strand.Parts.GroupBy(p => (p.Volumes, Issues: volumesOnly ? null : p.Issues)))
        {
            var parts = group.Select(p => p.Part).ToList();
            var chronology = Chronology.Of(parts, level);

            // A volume that is called by its year is not dated once more: 1990:no.3(Mar.) is written 1990:no.3.
            var year = captions.Volume.Length == 0 && group.Key.Volumes.First is var number && number > 999 ? number.ToString(CultureInfo.InvariantCulture) : null;
            chronology = chronology == year ? null : chronology?.StartsWith(year + ":", StringComparison.Ordinal) == true && year is not null ? chronology[(year.Length + 1)..] : chronology;
            items.Add(new(
                group.Key.Volumes, group.Key.Issues, HoldingsStatement.Together(names.Enumeration(group.Key.Volumes, group.Key.Issues), chronology),
                parts.Min(p => p.Date?.FirstDay), parts.Max(p => (p.Until ?? p.Date)?.LastDay)));
        }

        return items;
    }
}

/// <summary>Tells what stands between two items of a statement.</summary>
internal sealed class StatementOrder
{
    private readonly EnumerationPlan _plan;
    private readonly VolumeRanges _ranges;
    private readonly bool _numbersOnly;

    /// <summary>An order for a strand.</summary>
    public StatementOrder(EnumerationPlan plan, Levels levels, IReadOnlyList<PlacedPart> parts)
    {
        _plan = VolumeRanges.Complete(plan, levels, parts);
        _ranges = new VolumeRanges(_plan);
        _numbersOnly = levels == Levels.NumbersOnly;
    }

    /// <summary>A hyphen where the items follow each other or overlap, a semicolon where nothing was published between them, a comma where something is missing.</summary>
    public char Between(StatementItem a, StatementItem b)
    {
        var (missing, unpublished) = _numbersOnly || (a.Volumes.Last >= b.Volumes.First && a.Issues is not null && b.Issues is not null)
            ? Row(b.Volumes.First, LastOf(a), b.Issues!.Value.First) : Across(a, b);
        var paused = a.To is { } end && b.From is { } begin && _plan.Pauses.Any(p => end < p.From.LastDay && p.To.FirstDay < begin && p.From.FirstDay > a.From && p.To.LastDay < b.To);
        return missing ? ',' : unpublished || paused ? ';' : '-';
    }

    private static int LastOf(StatementItem a) => a.Issues!.Value.Last;

    private (bool Missing, bool Unpublished) Row(int volume, int last, int next)
        => Look(last + 1, next - 1, i => _plan.IsNeverPublished(volume, i) || _plan.Together(volume, i) is var t && (t.Has(last) || t.Has(next)), i => _plan.IsNeverPublished(volume, i));

    private (bool Missing, bool Unpublished) Across(StatementItem a, StatementItem b)
    {
        var between = Look(a.Volumes.Last + 1, b.Volumes.First - 1, _plan.IsNeverPublished, _plan.IsNeverPublished);
        if (a.Volumes.Last >= b.Volumes.First || between.Missing || (a.Issues is null && b.Issues is null))
        {
            return between;
        }

        if (_plan.Numbering == IssueNumbering.Continuous && a.Issues is { } left && b.Issues is { } right)
        {
            var row = Row(b.Volumes.First, left.Last, right.First);
            return (row.Missing, row.Unpublished || between.Unpublished);
        }

        var tail = a.Issues is { } end && _ranges.Of(a.Volumes.Last) is { } own ? Row(a.Volumes.Last, end.Last, own.Last + 1) : default;
        var first = _ranges.Of(b.Volumes.First)?.First ?? 1;
        var head = b.Issues is not { } begin || (_plan.Numbering is null && a.Issues?.Last + 1 == begin.First) ? default : Row(b.Volumes.First, first - 1, begin.First);
        return (tail.Missing || head.Missing, tail.Unpublished || head.Unpublished || between.Unpublished);
    }

    /// <summary>Whether a number of a row is missing, and whether one was never published.</summary>
    private static (bool Missing, bool Unpublished) Look(int first, int last, Func<int, bool> accounted, Func<int, bool> never)
    {
        var unpublished = false;
        for (var number = first; number <= last; number++)
        {
            if (!accounted(number))
            {
                return (true, false);
            }

            unpublished |= never(number);
        }

        return (false, unpublished);
    }
}
