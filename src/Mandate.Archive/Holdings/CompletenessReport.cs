using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>Compares the parts of a title with what it should have.</summary>
/// <remarks>
/// Without a plan only holes are reported: what lies between parts that are held. With a plan, what it says appeared. For a
/// title that still appears with a regular frequency also what should have appeared by the day of the report, marked as
/// expected. Everything else is listed as not known.
/// </remarks>
internal static class CompletenessReport
{
    private const int Named = 5;

    /// <summary>Makes the report. The order of <paramref name="held"/> does not matter.</summary>
    /// <param name="plan">What the title should have.</param>
    /// <param name="held">What is held of it.</param>
    /// <param name="today">The day for which to report.</param>
    public static Completeness Of(SerialPlan plan, IReadOnlyList<HeldPart> held, DateOnly today)
    {
        var rules = plan.Plan;
        var run = HeldRun.Of(rules, [.. held.Where(p => p.Kind == PartKind.Basic)]);
        var others = run.Strands.Where(s => s != run.Main).ToList();
        var finder = new GapFinder(run.Main is null && others.Count > 0 ? Holes(rules) : rules, run.Levels, run.Main ?? new(Strand.Bare, []), today);
        if (run.Main is not null || others.Count == 0)
        {
            finder.Find();
        }

        foreach (var strand in others)
        {
            var holes = new GapFinder(Holes(rules), run.Levels, strand, today);
            holes.Find();
            finder.Volumes.AddRange(holes.Volumes);
            finder.Issues.AddRange(holes.Issues);
            finder.Unknowns.Add($"What appeared before and after the parts numbered like {PartNames.Short(rules.Captions, strand.Parts[0].Part)} is not known: the plan does not speak of them.");
        }

        var extras = held.Where(p => p.Kind != PartKind.Basic).OrderBy(p => p.Kind).ThenBy(p => p.Volume, NaturalOrder.Instance).ThenBy(p => p.Issue, NaturalOrder.Instance).ThenBy(p => p.Date?.FirstDay).ToList();
        var pages = new PageGaps(rules);
        foreach (var strand in run.Strands)
        {
            pages.Look(strand);
        }

        foreach (var part in run.Unplaced.Concat(extras))
        {
            pages.Look(part);
        }

        var doubles = run.Strands.SelectMany(s => Doubles(s, rules.Captions)).Concat(run.Unplaced.Concat(extras)
            .GroupBy(p => (p.Kind, p.Volume, p.Issue, p.Date)).Where(g => g.Count() > 1).Select(g => new DoubleHolding(PartNames.Short(rules.Captions, g.First()), [.. g])));
        return new(
            finder.Volumes, finder.Issues, pages.Missing, pages.Unreadable, pages.Repeated, [.. doubles], MissingExtras(rules, extras),
            [.. finder.Unknowns, .. Unplaced(rules, run), .. pages.Unknowns()], finder.Contradictions,
            finder.VolumesExpected, finder.VolumesHeld, finder.IssuesExpected, finder.IssuesHeld, finder.LatestExpected);
    }

    private static EnumerationPlan Holes(EnumerationPlan plan) => new() { Captions = plan.Captions, Levels = plan.Levels };

    private static IEnumerable<string> Unplaced(EnumerationPlan plan, HeldRun run)
    {
        if (run.Unplaced.Count > 0)
        {
            var names = string.Join("; ", run.Unplaced.Take(Named).Select(p => PartNames.Short(plan.Captions, p)));
            yield return string.Create(CultureInfo.InvariantCulture, $"Parts that have no place in the numbering: {run.Unplaced.Count} ({names}{(run.Unplaced.Count > Named ? "; …" : string.Empty)}). What is missing beside them is not known.");
        }

        if (plan.Extras.Count == 0)
        {
            yield return "Whether supplements and indexes are missing is not known: the plan names none.";
        }
    }

    /// <summary>Parts of which a number is held by more than one; a whole volume holds all its issues.</summary>
    private static IEnumerable<DoubleHolding> Doubles(HeldStrand strand, Captions captions)
    {
        var names = new PartNames(captions, strand.Strand);
        foreach (var volume in strand.Parts.SelectMany(p => Each(p.Volumes).Select(v => (Volume: v, Part: p))).GroupBy(p => p.Volume, p => p.Part))
        {
            var whole = volume.Where(p => p.Issues is null).ToList();
            if (whole.Count > 1)
            {
                yield return new(names.Short(whole[0].Volumes, null, whole[0].Part.Date), [.. whole.Select(p => p.Part)]);
            }

            var seen = new HashSet<string>();
            foreach (var issue in volume.Where(p => p.Issues is not null).SelectMany(p => Each(p.Issues!.Value).Select(i => (Issue: i, Part: p))).GroupBy(p => p.Issue, p => p.Part).OrderBy(g => g.Key))
            {
                var parts = issue.ToList();
                if (parts.Count + whole.Count < 2)
                {
                    continue;
                }

                // Two copies of 3/4 are one double holding, not two.
                var same = parts.TrueForAll(p => p.Issues == parts[0].Issues);
                var name = names.Short(parts[0].Volumes, same ? parts[0].Issues : new(issue.Key, issue.Key), parts[0].Part.Date);
                if (seen.Add(name))
                {
                    yield return new(name, [.. whole.Concat(parts).Select(p => p.Part)]);
                }
            }
        }
    }

    private static IReadOnlyList<MissingExtra> MissingExtras(EnumerationPlan plan, IReadOnlyList<HeldPart> held)
    {
        var volumes = PartLabel.LabelStyle.Of([.. held.Select(p => p.Volume), .. plan.Extras.Select(e => e.Volume)]);
        var issues = PartLabel.LabelStyle.Of([.. held.Select(p => p.Issue), .. plan.Extras.Select(e => e.Issue)]);
        return [.. plan.Extras
            .Where(e => !held.Any(p => p.Kind == e.Kind && Covers(p.Volume, e.Volume, volumes) && Covers(p.Issue, e.Issue, issues)))
            .Select(e => new MissingExtra(e, PartNames.Short(plan.Captions, new HeldPart(e.Volume, e.Issue, null, e.Kind, []))))];
    }

    private static bool Covers(string? held, string? wanted, PartLabel.LabelStyle style)
    {
        if (!PartLabel.TryRead(held, style, out var have) || !PartLabel.TryRead(wanted, style, out var want))
        {
            return string.Equals(held?.Trim(), wanted?.Trim(), StringComparison.OrdinalIgnoreCase);
        }

        return have.Prefix == want.Prefix && have.Suffix == want.Suffix && have.Numbers.First <= want.Numbers.First && want.Numbers.Last <= have.Numbers.Last;
    }

    private static IEnumerable<int> Each(NumberRange range) => Enumerable.Range(range.First, range.Last - range.First + 1);
}
