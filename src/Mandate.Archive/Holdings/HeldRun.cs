namespace Mandate.Archive.Holdings;

/// <summary>The parts of one kind put in their places by their printed numbers.</summary>
/// <param name="Levels">Which numbers the parts bear.</param>
/// <param name="Strands">The strands, the main one first where there is one, the others in natural order of what stands around their numbers.</param>
/// <param name="Main">The strand the plan speaks of: the bare numbers, or the only strand there is; null where neither is held.</param>
/// <param name="Unplaced">Parts whose labels are no number, in natural order.</param>
internal sealed record HeldRun(Levels Levels, IReadOnlyList<HeldStrand> Strands, HeldStrand? Main, IReadOnlyList<HeldPart> Unplaced)
{
    /// <summary>Places parts.</summary>
    public static HeldRun Of(EnumerationPlan plan, IReadOnlyCollection<HeldPart> parts)
    {
        var levels = plan.Levels ?? LevelsOf(plan, parts);
        var volumes = PartLabel.LabelStyle.Of([.. parts.Select(p => p.Volume)]);
        var issues = PartLabel.LabelStyle.Of([.. parts.Select(p => p.Issue)]);
        var (placed, unplaced) = (new List<(Strand Strand, PlacedPart Part)>(), new List<HeldPart>());
        foreach (var part in parts)
        {
            if (Place(part, levels, volumes, issues) is { } found)
            {
                placed.Add(found);
            }
            else
            {
                unplaced.Add(part);
            }
        }

        var strands = placed.GroupBy(p => p.Strand, p => p.Part).Select(g => new HeldStrand(g.Key, [.. g.Order(PlacedPart.InOrder)])).ToList();
        var main = strands.Count == 1 ? strands[0] : strands.Find(s => s.Strand == Strand.Bare);
        return new(
            levels,
            [.. strands.OrderBy(s => s != main).ThenBy(s => s.Strand.ToString(), NaturalOrder.Instance)],
            main,
            [.. unplaced.OrderBy(p => p.Volume, NaturalOrder.Instance).ThenBy(p => p.Issue, NaturalOrder.Instance).ThenBy(p => p.Date?.FirstDay)]);
    }

    private static Levels LevelsOf(EnumerationPlan plan, IReadOnlyCollection<HeldPart> parts)
    {
        var volumes = plan.First?.Volume is not null || plan.Last?.Volume is not null || parts.Any(p => p.Volume is not null);
        var issues = plan.First?.Issue is not null || plan.Last?.Issue is not null || parts.Any(p => p.Issue is not null);
        return volumes ? issues ? Levels.VolumesAndIssues : Levels.VolumesOnly : Levels.NumbersOnly;
    }

    private static (Strand, PlacedPart)? Place(HeldPart part, Levels levels, PartLabel.LabelStyle volumes, PartLabel.LabelStyle issues)
    {
        PartLabel volume = default, issue = default;
        if (levels == Levels.NumbersOnly)
        {
            return (part.Issue is not null ? PartLabel.TryRead(part.Issue, issues, out issue) : PartLabel.TryRead(part.Volume, volumes, out issue))
                ? (new(string.Empty, string.Empty, issue.Prefix, issue.Suffix), new(default, issue.Numbers, part)) : null;
        }

        if (!PartLabel.TryRead(part.Volume, volumes, out volume) || (part.Issue is not null && !PartLabel.TryRead(part.Issue, issues, out issue)))
        {
            return null;
        }

        // Whole volumes stand for all their issues, which are numbered from 1, or from 0 where a printer did so.
        return (new(volume.Prefix, volume.Suffix, issue.Prefix ?? string.Empty, issue.Suffix ?? string.Empty), new(volume.Numbers, part.Issue is null ? null : issue.Numbers, part));
    }
}

/// <summary>What stands around the numbers of a strand: the <c>A-</c> of .</summary>
internal sealed record Strand(string VolumePrefix, string VolumeSuffix, string IssuePrefix, string IssueSuffix)
{
    /// <summary>Bare numbers.</summary>
    public static Strand Bare { get; } = new(string.Empty, string.Empty, string.Empty, string.Empty);

    /// <summary>Writes it for sorting.</summary>
    public override string ToString() => $"{VolumePrefix}\0{VolumeSuffix}\0{IssuePrefix}\0{IssueSuffix}";
}

/// <summary>A strand and its parts in order.</summary>
internal sealed record HeldStrand(Strand Strand, IReadOnlyList<PlacedPart> Parts);

/// <summary>A part in its place.</summary>
/// <param name="Volumes">Its volume, or its combined volumes; 0 to 0 in a series without volumes.</param>
/// <param name="Issues">Its issue, or its combined issues; null where it is a whole volume.</param>
/// <param name="Part">The part.</param>
internal sealed record PlacedPart(NumberRange Volumes, NumberRange? Issues, HeldPart Part)
{
    /// <summary>By volume, whole volumes first, then by issue, then by what else tells parts apart, so that the order they came in does not matter.</summary>
    public static IComparer<PlacedPart> InOrder { get; } = Comparer<PlacedPart>.Create((a, b) =>
    {
        var order = (a.Volumes.First, a.Issues?.First ?? -1, a.Volumes.Last, a.Issues?.Last ?? -1).CompareTo((b.Volumes.First, b.Issues?.First ?? -1, b.Volumes.Last, b.Issues?.Last ?? -1));
        order = order != 0 ? order : Nullable.Compare(a.Part.Date?.FirstDay, b.Part.Date?.FirstDay);
        order = order != 0 ? order : Nullable.Compare(a.Part.Date?.LastDay, b.Part.Date?.LastDay);
        order = order != 0 ? order : Nullable.Compare(a.Part.Until?.LastDay, b.Part.Until?.LastDay);
        order = order != 0 ? order : NaturalOrder.Instance.Compare(a.Part.Volume, b.Part.Volume);
        order = order != 0 ? order : NaturalOrder.Instance.Compare(a.Part.Issue, b.Part.Issue);
        order = order != 0 ? order : a.Part.Pages.Count.CompareTo(b.Part.Pages.Count);
        return order != 0 ? order : a.Part.Pages.Zip(b.Part.Pages).Select(p => p.First.Id.CompareTo(p.Second.Id)).FirstOrDefault(o => o != 0);
    });
}
